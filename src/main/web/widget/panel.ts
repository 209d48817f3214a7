import { html, nothing, type TemplateResult } from 'lit';
import { ownerAfter } from '../care/owner';
import { banner } from './banner';
import type { ChatWidget } from './chat-widget';
import { composer } from './composer';
import { ending } from './ending';
import { itemsOf } from './menu-items';
import { messages } from './messages';
import { sheet } from './sheet';
import { dots, head } from './views';

/** The open chat: the conversation, or what stands in its place for a while. */
export function panel(chat: ChatWidget): TemplateResult {
  const escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (chat.aside) chat.aside = undefined;
    else chat.open = false;
  };
  const dragged = (event: DragEvent) => {
    if (chat.files === 'off' || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    chat.dropping = event.type === 'dragover';
    if (event.type === 'drop') chat.attach([...event.dataTransfer.files]);
  };
  return html`<section
    class="panel ${chat.aside ? 'aside-open' : ''}"
    part="panel"
    role="dialog"
    aria-labelledby="title"
    @keydown=${escaped}
    @dragover=${dragged}
    @dragleave=${dragged}
    @drop=${dragged}
  >
    ${chat.aside && chat.line ? sheet(chat, chat.aside, () => (chat.aside = undefined), () => (chat.open = false)) : talk(chat)}
  </section>`;
}

function talk(chat: ChatWidget): TemplateResult {
  const { words, line, passing } = chat;
  const held = ownerAfter(line?.transcript.events ?? []);
  const { owner, agent } = held;
  const items = itemsOf(chat, owner, name => (chat.aside = name));
  const writer = passing.writer === 'agent' ? (agent ?? words.personTag) : words.bot;
  const title = chat.name || words.title;
  const newest = () => {
    chat.toEnd();
    chat.focusOn('.log');
  };
  return html`${head({ title, texts: words, online: line?.state === 'online', ...held, items, hide: () => (chat.open = false) })}
    <div role="status">${banner(words, line, passing.hint, passing.slow, () => chat.focusOn('.write textarea'))}</div>
    <div class="scroll">
      <div class="log" part="log" role="log" aria-label=${words.log} tabindex="0" @scroll=${chat.scrolled}>
        <div class="rows" @trouble=${() => chat.failed()}>${conversation(chat, owner === 'closed')}</div>
        ${passing.writer ? dots(passing.writer, agent) : nothing}
      </div>
      ${chat.atEnd || !chat.reading?.hasNewer ? nothing : html`<button class="newer" type="button" @click=${newest}>${words.newMessages}</button>`}
      ${chat.dropping ? html`<div class="drop" aria-hidden="true">${words.attach}</div>` : nothing}
    </div>
    <div class="below" part="below">${owner === 'closed' && line ? ending(chat) : writing(chat, owner === 'bot')}</div>
    <div class="sr" role="status">${passing.writer ? words.typing(writer) : ''}</div>`;
}

function conversation(chat: ChatWidget, closed: boolean): unknown {
  const { line, uploads } = chat;
  return messages({
    events: line?.transcript.events ?? [],
    waiting: line?.outbox.all ?? [],
    uploads: uploads?.all ?? [],
    closed,
    api: chat.api!,
    texts: chat.words,
    language: chat.language,
    choose: choice => chat.choose(choice),
    discard: id => {
      line?.outbox.remove(id);
      chat.focusOn('.write textarea');
    },
    retryUpload: id => uploads?.retry(id),
    dropUpload: id => {
      uploads?.remove(id);
      chat.focusOn('.write textarea');
    },
  });
}

function writing(chat: ChatWidget, botHasIt: boolean): TemplateResult {
  const { words } = chat;
  return composer({
    texts: words,
    draft: chat.draft,
    botHasIt,
    typed: event => chat.typed(event),
    touched: () => chat.meter.touched(),
    send: () => chat.submit(),
    askHuman: () => chat.say(words.humanAsk),
    ...(chat.files === 'off' ? {} : { attach: chat.attach }),
  });
}
