import { NOBODY, SAMPLES, type Sample } from './customers';
import { LINE_STATES, type LineState } from './lines';

/** The controls of the demo page: who is signed in, and what is wrong with their line. */

interface Chat extends HTMLElement {
  identity: string;
  locale: string;
  open: boolean;
}

const said = document.getElementById('said')!;
const customers = document.getElementById('customers')!;
const lines = document.getElementById('lines') as HTMLFieldSetElement;
let token: string | undefined;
let customer: Sample = NOBODY;

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api/v1/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function signedIn(): Promise<void> {
  token ??= (await ask<{ token: string }>('POST', 'sessions', { user: 'integration', password: 'demo' })).token;
}

function chat(): Chat {
  return document.querySelector('attune-chat') as Chat;
}

async function become(sample: Sample): Promise<void> {
  let identity = '';
  if (sample.id) {
    await signedIn();
    identity = (await ask<{ identity: string }>('POST', 'demo/identities', { customer: sample.id })).identity;
  }
  customer = sample;
  lines.disabled = sample.id === '';
  const widget = chat();
  widget.locale = sample.locale;
  widget.identity = identity;
  for (const input of lines.querySelectorAll('input')) input.checked = false;
  said.textContent = sample.id ? `You are ${sample.name} now. Open the chat and say what is on your mind.` : '';
}

async function setLine(line: LineState): Promise<void> {
  await signedIn();
  await ask('PUT', `demo/lines/${encodeURIComponent(customer.id)}`, line.state);
  said.textContent = `${customer.name}’s line: ${line.title.toLowerCase()}.`;
}

function option(group: string, title: string, about: string, chosen: () => Promise<void>): HTMLElement {
  const label = document.createElement('label');
  label.className = 'option';
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = group;
  input.addEventListener('change', () => {
    chosen().catch(() => {
      said.textContent = 'That did not work: the demo profile of the server is off, or it is not running.';
    });
  });
  const words = document.createElement('span');
  const name = document.createElement('b');
  name.textContent = title;
  const small = document.createElement('small');
  small.textContent = about;
  words.append(name, small);
  label.append(input, words);
  return label;
}

function options(options: HTMLElement[]): HTMLElement {
  const list = document.createElement('div');
  list.className = 'options';
  list.append(...options);
  return list;
}

customers.append(
  options([NOBODY, ...SAMPLES].map(sample => option('customer', sample.name, sample.about, () => become(sample)))),
);
customers.querySelector('input')!.checked = true;
lines.append(options(LINE_STATES.map(line => option('line', line.title, line.about, () => setLine(line)))));
for (const button of document.querySelectorAll('[data-chat]')) {
  button.addEventListener('click', () => (chat().open = true));
}
