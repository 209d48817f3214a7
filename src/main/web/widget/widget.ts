import { ChatAbout } from './about-view';
import { ChatWidget } from './chat-widget';
import { ChatFile } from './file-view';
import { ChatMenu } from './menu';
import { ChatRating } from './rating';
import { ChatSettings } from './settings-view';
import { ChatWhy } from './why';

/**
 * The loader. A page puts one line into its head:
 *
 *   <script src="https://care.example/widget.js" data-site="shop" data-name="Example Telecom" async></script>
 *
 * and may call `attune('open')` and what else stands in docs/widget.md. Calls made before the script has loaded are kept in
 * `attune.q` and made then. A page may as well write `<attune-chat site="shop"></attune-chat>` itself.
 */
type Call = [command: string, ...rest: unknown[]];
interface Attune {
  (...call: Call): void;
  q?: ArrayLike<unknown>[];
}

const script = document.currentScript as HTMLScriptElement | null;
const origin = script?.src ? new URL(script.src).origin : '';
const page = window as unknown as { attune?: Attune };
/** Listeners of the page: they outlive a shutdown. */
const listeners: [name: string, listener: (event: Event) => void][] = [];

const ELEMENTS = {
  'attune-chat-about': ChatAbout,
  'attune-chat-file': ChatFile,
  'attune-chat-menu': ChatMenu,
  'attune-chat-rating': ChatRating,
  'attune-chat-settings': ChatSettings,
  'attune-chat-why': ChatWhy,
  'attune-chat': ChatWidget,
};
for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element);
}

function widget(given?: object): ChatWidget {
  const there = document.querySelector<ChatWidget>('attune-chat');
  const chat = there ?? (document.createElement('attune-chat') as ChatWidget);
  if (!there) {
    for (const [name, value] of Object.entries(script?.dataset ?? {})) if (value && name !== 'boot') chat.setAttribute(name, value);
    if (!chat.server && origin !== location.origin) chat.server = origin;
    for (const [name, listener] of listeners) chat.addEventListener(name, listener);
  }
  for (const [name, value] of Object.entries(given ?? {})) {
    if (name in chat) (chat as unknown as Record<string, unknown>)[name] = value;
    else console.warn(`attune: boot knows no "${name}"`);
  }
  if (!there) document.body.append(chat);
  return chat;
}

function listen(event: string, listener: unknown): void {
  const heard = (told: Event) => (listener as (detail: unknown) => void)((told as CustomEvent).detail);
  listeners.push([`attune-${event}`, heard]);
  document.querySelector('attune-chat')?.addEventListener(`attune-${event}`, heard);
}

function attributes(given: unknown): Record<string, string | null> {
  const all = typeof given === 'object' && given ? Object.entries(given) : [];
  return Object.fromEntries(all.map(([name, value]) => [name, value === null ? null : String(value)]));
}

function call(command: string, ...rest: unknown[]): void {
  const text = String(rest[0] ?? '');
  switch (command) {
    case 'on':
      return listen(text, rest[1]);
    case 'boot':
      return void widget(rest[0] as object);
    case 'shutdown':
      return document.querySelector('attune-chat')?.remove();
    case 'show':
      return void (widget().hidden = false);
    case 'hide':
      return void (widget().hidden = true);
    case 'open':
      return void Object.assign(widget(), { hidden: false, open: true });
    case 'close':
      return void (widget().open = false);
    case 'toggle':
      return void Object.assign(widget(), { hidden: false, open: !widget().open });
    case 'setUser':
      return void (widget().identity = text);
    case 'reset':
      return void Object.assign(widget(), { identity: '', open: false });
    case 'setLocale':
      return void (widget().locale = text);
    case 'setColorScheme':
      return void (widget().theme = text === 'auto' ? '' : text);
    case 'setAttributes':
      return widget().describe(attributes(rest[0]));
    case 'deleteAttribute':
      return widget().describe({ [text]: null });
    case 'prefill':
      return void Object.assign(widget(), { hidden: false, open: true, draft: text });
    case 'sendMessage':
      widget().say(text);
      return;
    default:
      console.warn(`attune: there is no command "${command}"`);
  }
}

function ready(): void {
  const early = page.attune?.q ?? [];
  page.attune = (...made: Call) => call(...made);
  for (const made of early) call(...(Array.from(made) as Call));
  if (script?.dataset.boot !== 'off') widget();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
else ready();
