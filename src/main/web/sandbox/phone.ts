import { html, render } from 'lit';
import { languageOf, type Language } from '../care/language';
import { phoneView } from './phone-view';
import type { Mischief, State, Who } from './shapes';
import { sideView } from './side-view';
import { TEXTS } from './texts';

/** The page of the sandbox: asks the sandbox for everything, and shows what it tells. */

const page = document.getElementById('page')!;
let state: State | undefined;
let language: Language = languageOf(...navigator.languages);
let opened: string | undefined;
let reachable = true;
let shown = 0;

async function post(path: string, body: BodyInit = '{}', type = 'application/json'): Promise<void> {
  try {
    const response = await fetch(`/phone/${path}`, { method: 'POST', headers: { 'Content-Type': type }, body });
    if (response.ok) show((await response.json()) as State);
  } catch {
    reachable = false;
    draw();
  }
}

function say(kind: string, more: object): void {
  void post('send', JSON.stringify({ kind, ...more }));
}

function show(next: State): void {
  state = next;
  reachable = true;
  draw();
  look();
}

/** Who looks at the phone has read what is on it. */
function look(): void {
  if (document.hasFocus() && state?.bubbles.some(bubble => !bubble.mine && bubble.status === 'delivered')) {
    setTimeout(() => void post('looked'), 400);
  }
}

const hands = {
  get language() {
    return language as string;
  },
  get opened() {
    return opened;
  },
  say: (text: string) => say('text', { text }),
  pick: (bubble: { id: string; kind: string }, id: string, title: string) => {
    opened = undefined;
    say(bubble.kind, { id, text: title, to: bubble.id });
  },
  open: (bubble: { id: string }) => {
    opened = opened === bubble.id ? undefined : bubble.id;
    draw();
  },
};

const desk = {
  get language() {
    return language;
  },
  speak: (next: Language) => {
    language = next;
    draw();
  },
  send: (kind: string) => say(kind, { id: state?.bubbles.findLast(bubble => !bubble.mine)?.id }),
  file: (file: File) => void post(`file?name=${encodeURIComponent(file.name)}`, file, file.type || 'application/octet-stream'),
  expire: () => void post('expire'),
  mischief: (change: Partial<Mischief>) => void post('mischief', JSON.stringify({ ...state?.mischief, ...change })),
  become: (who: Who) => void post('who', JSON.stringify(who)),
};

function draw(): void {
  const texts = TEXTS[language];
  document.documentElement.lang = language;
  document.title = `Sandbox: ${texts.title}`;
  const body = state
    ? html`<main class="desk">${phoneView(state, texts, hands)}${sideView(state, texts, desk)}</main>`
    : html`<main class="desk"><h1>${texts.title}</h1></main>`;
  render(html`${reachable ? '' : html`<p role="alert" class="panel">${texts.lostConnection}</p>`}${body}`, page);
  const count = state?.bubbles.length ?? 0;
  const log = page.querySelector('.log');
  if (log && count !== shown) log.scrollTop = log.scrollHeight;
  shown = count;
}

window.addEventListener('focus', look);
void fetch('/phone/state')
  .then(response => response.json() as Promise<State>)
  .then(show, () => undefined);
const events = new EventSource('/phone/events');
events.addEventListener('message', event => show(JSON.parse(event.data as string) as State));
events.addEventListener('error', () => {
  reachable = false;
  draw();
});
draw();
