import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Texts } from '../texts';
import type { Drawn, Offer, Stop, Walked } from './shapes';
import { because, figures, nodeName } from './why-view';

export interface PathScene {
  texts: Texts;
  drawn: Drawn;
  walked: Walked;
  /** The stop that is looked at, from 1; 0 for none. */
  at: number;
  choose(at: number): void;
  answer(node: string, value: string): void;
  /** Back to the likeliest answers. */
  forget(): void;
}

/** The path as a list: what is said at each stop, what is answered, and why it is the next. */
export function pathView(scene: PathScene): TemplateResult {
  const { texts, walked } = scene;
  const words = texts.lens;
  const { stops, end } = walked;
  return html`<section class="path card" aria-labelledby="path-title">
    <h3 id="path-title">${words.path}</h3>
    <p role="status">${words.sum(stops.length, words.ends[end.how])}</p>
    <p class="played">${words.played} ${stops.some(stop => stop.offers.length) ? words.pick : ''}</p>
    ${Object.keys(walked.answers).length ? html`<p><button type="button" class="plain small" @click=${scene.forget}>${words.forget}</button></p>` : nothing}
    <ol class="stops" @keydown=${(event: KeyboardEvent) => stepped(event, scene)}>
      ${repeat(
        stops,
        (_, place) => place,
        (stop, place) => stopView(scene, stop, place + 1),
      )}
      <li class="end">
        ${end.says ? html`<blockquote lang=${walked.language} dir="auto"><p>${end.says}</p></blockquote>` : nothing}
        <p><b>${words.ends[end.how]}</b>${end.code ? html` <span class="tag reason">${texts.reasons[end.code] ?? end.code}</span>` : nothing}</p>
        ${end.sentence ? html`<p class="agents"><small>${words.agentReads}</small> <span lang="en">${end.sentence}</span></p>` : nothing}
      </li>
    </ol>
  </section>`;
}

function stopView(scene: PathScene, stop: Stop, place: number): TemplateResult {
  const { texts, walked, drawn } = scene;
  const chosen = place === scene.at;
  const kind = drawn.nodes.find(node => node.id === stop.node)?.kind ?? 'person';
  const own = stop.node in walked.answers;
  return html`<li class="stop ${chosen ? 'chosen' : ''}" data-at=${place}>
    <button type="button" class="name" aria-pressed=${String(chosen)} @click=${() => scene.choose(chosen ? 0 : place)}>
      <i class="no">${place}</i><b>${nodeName(stop.node, texts)}</b><small>${texts.drawn.kinds[kind]}</small>
    </button>
    <p class="why">${because(stop, texts)}</p>
    ${stop.says ? html`<blockquote lang=${walked.language} dir="auto"><p>${stop.says}</p></blockquote>` : nothing}
    ${
      stop.offers.length
        ? html`<ul class="offers" lang=${walked.language} aria-label=${texts.lens.answers}>
            ${stop.offers.map(offer => html`<li>${offerView(scene, stop, offer, own)}</li>`)}
          </ul>`
        : stop.answer
          ? html`<p class="told" lang=${walked.language}>${stop.answer}</p>`
          : nothing
    }
    ${chosen ? figures(stop.why, texts) : nothing}
  </li>`;
}

/** An answer that leads elsewhere in the dialog can be tried. */
function offerView({ texts, answer }: PathScene, stop: Stop, { title, value, taken }: Offer, own: boolean): TemplateResult {
  if (value === undefined) return html`<span class="offer">${title}</span>`;
  return html`<button
    type="button"
    class="offer ${taken ? 'taken' : ''}"
    aria-pressed=${String(taken)}
    title=${taken ? (own ? texts.lens.chosenAnswer : texts.lens.likeliest) : texts.lens.tryAnswer}
    @click=${() => answer(stop.node, value)}
  >${title}</button>`;
}

/** Up and down go from stop to stop. */
function stepped(event: KeyboardEvent, { walked, choose }: PathScene): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = (event.target as HTMLElement).closest<HTMLElement>('button.name')?.parentElement;
  if (!by || !from) return;
  event.preventDefault();
  const to = Number(from.dataset['at']) + by;
  if (to < 1 || to > walked.stops.length) return;
  from.parentElement?.querySelector<HTMLElement>(`[data-at="${to}"] .name`)?.focus();
  choose(to);
}
