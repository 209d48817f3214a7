import { html, nothing, type TemplateResult } from 'lit';
import type { CareEvent } from '../care/protocol';
import { wordsOf } from '../care/transcript';
import { botIcon, tickIcon } from './icons';
import type { Scene } from './messages';
import { clockTime, initialOf, words } from './words';

const FILES = ['image', 'file', 'audio'];

/** One message: who says it, what it is, and what can be answered to it. */
export function message(scene: Scene, event: CareEvent, first: boolean, last: boolean): TemplateResult {
  const { texts } = scene;
  const mine = event.from.role === 'customer';
  const said = isRedacted(scene.events, event) ? html`<div class="bubble gone">${texts.removed}</div>` : bubble(scene, event, mine);
  if (mine) {
    return html`<div class="row mine ${first ? 'first' : ''}">
      <span class="sr">${texts.you}</span>
      ${said}
      ${last ? html`<div class="foot">${tickIcon}<span>${texts.sent}</span></div>` : nothing}
    </div>`;
  }
  return html`<div class="row ${first ? 'first' : ''}">
    ${face(event)}
    <div class="label ${first ? '' : 'sr'}">${label(scene, event, first)}</div>
    ${said} ${choices(scene, event)}
  </div>`;
}

function bubble(scene: Scene, event: CareEvent, mine: boolean): TemplateResult {
  const { content } = event;
  if (content && FILES.includes(content.kind)) {
    return html`<div class="bubble box">
      <attune-chat-file .api=${scene.api} .texts=${scene.texts} .language=${scene.language} .content=${content}></attune-chat-file>
    </div>`;
  }
  const text = wordsOf(scene.events, event);
  const title = content?.kind === 'card' && content.name ? html`<b>${content.name}</b>` : nothing;
  return html`<div class="bubble ${content?.kind === 'card' ? 'card' : ''}" dir="auto" lang=${content?.lang ?? nothing}>${title}${
    mine ? text : words(text)
  }${content?.kind === 'card' && content.url ? html` ${words(content.url)}` : nothing}</div>`;
}

function face(event: CareEvent): TemplateResult {
  return event.from.role === 'agent'
    ? html`<span class="face person" aria-hidden="true">${initialOf(event.from.name)}</span>`
    : html`<span class="face" aria-hidden="true">${botIcon}</span>`;
}

function label(scene: Scene, event: CareEvent, first: boolean): TemplateResult {
  const { texts, language } = scene;
  const person = event.from.role === 'agent';
  const answers = event.from.role === 'bot' && event.data?.replyTo !== undefined && first;
  return html`<b>${event.from.name ?? (person ? texts.personTag : texts.bot)}</b>
    <span class="tag ${person ? 'person' : ''}">${person ? texts.personTag : texts.botTag}</span>
    <time datetime=${event.at}>${clockTime(event.at, language)}</time>
    ${answers ? html`<attune-chat-why .api=${scene.api} .texts=${texts} .conv=${event.conv} .seq=${event.seq}></attune-chat-why>` : nothing}`;
}

function choices(scene: Scene, event: CareEvent): unknown {
  const offered = event.content?.choices;
  if (!offered?.length) return nothing;
  const next = scene.events.find(
    later => later.seq > event.seq && later.ev === 'message' && later.from.role === 'customer',
  );
  const waiting = scene.waiting[0];
  const picked = next ? next.content?.choiceId : waiting?.content.choiceId;
  const over = scene.closed || next !== undefined || waiting !== undefined;
  return html`<ul class="choices" aria-label=${scene.texts.choices}>
    ${offered.map(
      choice =>
        html`<li>
          <button
            class="choice"
            type="button"
            ?disabled=${over}
            aria-pressed=${over ? String(choice.id === picked) : nothing}
            @click=${() => scene.choose(choice)}
          >
            <span dir="auto">${choice.title}</span>${choice.desc ? html`<small dir="auto">${choice.desc}</small>` : nothing}
          </button>
        </li>`,
    )}
  </ul>`;
}

function isRedacted(events: readonly CareEvent[], event: CareEvent): boolean {
  return events.some(other => other.ev === 'redacted' && other.data?.seq === event.seq);
}
