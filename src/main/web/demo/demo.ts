import { DemoApi, type Sample } from './api';
import { LINE_STATES, inWords, type Line, type LineState } from './lines';

/** The controls of the demo page: who is signed in, and what is wrong with their line. */

interface Chat extends HTMLElement {
  identity: string;
  locale: string;
  open: boolean;
}

const NOBODY: Sample = { id: '', name: 'A visitor', story: 'Not signed in: nothing is known' };
const NOT_THERE = 'The server is not in demo mode, or it is not running: there is nobody to sign in as.';

const api = new DemoApi();
const said = document.getElementById('said')!;
const customers = document.getElementById('customers')!;
const lines = document.getElementById('lines') as HTMLFieldSetElement;
let customer = NOBODY;
let line: Line = {};

function chat(): Chat {
  return document.querySelector('attune-chat') as Chat;
}

async function become(sample: Sample): Promise<void> {
  customer = sample;
  lines.disabled = sample.id === '';
  for (const input of lines.querySelectorAll('input')) input.checked = false;
  const { identity, locale } = sample.id ? await api.become(sample.id) : { identity: '', locale: 'en' };
  line = sample.id ? await api.line(sample.id) : {};
  const widget = chat();
  widget.locale = locale;
  widget.identity = identity;
  said.textContent = sample.id ? `You are ${sample.name} now; your line: ${inWords(line)}. Open the chat and say what is wrong.` : '';
}

async function setLine(chosen: LineState): Promise<void> {
  line = await api.setLine(customer.id, chosen.state(line.planMbps ?? 100));
  said.textContent = `${customer.name}’s line now: ${inWords(line)}.`;
}

function option(group: string, title: string, about: string, chosen: () => Promise<void>): HTMLElement {
  const label = document.createElement('label');
  label.className = 'option';
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = group;
  input.addEventListener('change', () => {
    chosen().catch(() => (said.textContent = NOT_THERE));
  });
  const words = document.createElement('span');
  words.append(element('b', title), element('small', about));
  label.append(input, words);
  return label;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function options(all: HTMLElement[]): HTMLElement {
  const list = document.createElement('div');
  list.className = 'options';
  list.append(...all);
  return list;
}

function offer(samples: Sample[]): void {
  const all = [NOBODY, ...samples];
  customers.append(options(all.map(sample => option('customer', sample.name, sample.story, () => become(sample)))));
  customers.querySelector('input')!.checked = true;
}

lines.append(options(LINE_STATES.map(state => option('line', state.title, state.about, () => setLine(state)))));
for (const button of document.querySelectorAll('[data-chat]')) {
  button.addEventListener('click', () => (chat().open = true));
}
api.customers().then(offer, () => {
  offer([]);
  said.textContent = NOT_THERE;
});
