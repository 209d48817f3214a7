import { ChatWidget } from './chat-widget';

/**
 * The loader. A page puts one line into its head:
 *
 *   <script src="https://care.example/widget.js" data-site="shop" data-name="Example Telecom" async></script>
 *
 * and may call `attune('open')`, `attune('close')`, `attune('toggle')`, `attune('setUser', token)`, `attune('reset')`,
 * `attune('setLocale', 'es')`, `attune('on', 'message', listener)`. Calls made before the script has loaded are kept in
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

if (!customElements.get('attune-chat')) customElements.define('attune-chat', ChatWidget);

function widget(): ChatWidget {
  const there = document.querySelector<ChatWidget>('attune-chat');
  if (there) return there;
  const made = document.createElement('attune-chat') as ChatWidget;
  for (const [name, value] of Object.entries(script?.dataset ?? {})) if (value) made.setAttribute(name, value);
  if (!made.server && origin !== location.origin) made.server = origin;
  document.body.append(made);
  return made;
}

function call(command: string, ...rest: unknown[]): void {
  const chat = widget();
  switch (command) {
    case 'boot':
      return void Object.assign(chat, rest[0] ?? {});
    case 'open':
    case 'show':
      return chat.show();
    case 'close':
    case 'hide':
      return chat.hide();
    case 'toggle':
      return void (chat.open = !chat.open);
    case 'setUser':
      return void (chat.identity = String(rest[0] ?? ''));
    case 'reset':
      return void (chat.identity = '');
    case 'setLocale':
      return void (chat.locale = String(rest[0] ?? ''));
    case 'on':
      return chat.addEventListener(`attune-${String(rest[0])}`, event =>
        (rest[1] as (detail: unknown) => void)((event as CustomEvent).detail),
      );
    default:
      console.warn(`attune: there is no command "${command}"`);
  }
}

function ready(): void {
  const early = page.attune?.q ?? [];
  page.attune = (...made: Call) => call(...made);
  widget();
  for (const made of early) call(...(Array.from(made) as Call));
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
else ready();
