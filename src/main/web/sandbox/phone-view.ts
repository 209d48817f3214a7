import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clockTime, words } from '../widget/words';
import type { Bubble, State } from './shapes';
import type { Texts } from './texts';

/** What the phone can be told to do. */
export interface Hands {
  language: string;
  opened: string | undefined;
  say(text: string): void;
  pick(bubble: Bubble, id: string, title: string): void;
  open(bubble: Bubble): void;
}

/** The phone: a conversation, and where to write. */
export function phoneView(state: State, texts: Texts, hands: Hands): TemplateResult {
  return html`<section class="phone" aria-label=${texts.title}>
    <header>
      <span class="face"><img src="/icon.svg" alt="" /></span>
      <div>
        <h1>${texts.business}</h1>
        <p role="status">${state.typing ? texts.typing : nothing}</p>
      </div>
    </header>
    <div class="log" role="log" tabindex="0" aria-label=${texts.log}>
      <ol>
        ${state.bubbles.length === 0 ? html`<li class="empty">${texts.empty}</li>` : nothing}
        ${repeat(
          state.bubbles,
          bubble => bubble.id,
          bubble => bubbleView(bubble, texts, hands),
        )}
      </ol>
    </div>
    <form class="composer" @submit=${(event: SubmitEvent) => send(event, hands)}>
      <input type="text" name="text" maxlength="4096" autocomplete="off" aria-label=${texts.write} placeholder=${texts.write} />
      <button type="submit" aria-label=${texts.send}><span aria-hidden="true">➤</span></button>
    </form>
  </section>`;
}

function send(event: SubmitEvent, hands: Hands): void {
  event.preventDefault();
  const input = (event.target as HTMLFormElement).elements.namedItem('text') as HTMLInputElement;
  if (input.value.trim()) {
    hands.say(input.value);
    input.value = '';
  }
}

function bubbleView(bubble: Bubble, texts: Texts, hands: Hands): TemplateResult {
  const named = bubble.kind === 'text' || (!bubble.mine && bubble.kind !== 'template') ? undefined : texts.kinds[bubble.kind];
  return html`<li class="bubble ${bubble.mine ? 'mine' : ''}" data-id=${bubble.id}>
    <span class="sr">${bubble.mine ? texts.you : texts.they}:</span>
    ${named ? html`<span class="kind">${named}</span>` : nothing}
    <p dir="auto">${words(bubble.text)}</p>
    ${answersView(bubble, hands)}
    <footer>
      ${clockTime(bubble.at, hands.language)}
      ${bubble.mine ? html`<span class=${bubble.status}> ${bubble.status === 'read' ? '✓✓' : '✓'} ${texts.status[bubble.status]}</span>` : nothing}
    </footer>
  </li>`;
}

function answersView(bubble: Bubble, hands: Hands): TemplateResult | typeof nothing {
  if (bubble.answers.length === 0) return nothing;
  const closed = bubble.kind === 'list' && hands.opened !== bubble.id;
  const opener = html`<button class="opens" type="button" aria-expanded=${closed ? 'false' : 'true'} @click=${() => hands.open(bubble)}>
    <span aria-hidden="true">☰ </span>${bubble.open}
  </button>`;
  return html`<div class="answers">
    ${bubble.kind === 'list' ? opener : nothing}
    ${closed
      ? nothing
      : bubble.answers.map(
          answer => html`<button type="button" data-answer=${answer.id} @click=${() => hands.pick(bubble, answer.id, answer.title)}>
            ${answer.title}${answer.description ? html`<small>${answer.description}</small>` : nothing}
          </button>`,
        )}
  </div>`;
}
