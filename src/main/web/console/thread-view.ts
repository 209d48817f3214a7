import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CareEvent } from '../care/protocol';
import { clockTime, words } from '../widget/words';
import type { Open } from './desk';
import type { Texts } from './texts';

export interface ThreadScene {
  open: Open;
  showAll: boolean;
  customerTypes: boolean;
  texts: Texts;
  language: string;
  unfold(): void;
}

/** The middle: the conversation, opened where it was handed over; what came before is folded to its key turns. */
export function threadView(scene: ThreadScene): TemplateResult {
  const events = scene.open.transcript.events.filter(isShown);
  const marker = markerOf(events);
  const key = keySeqs(scene.open, events, marker);
  const shown = scene.showAll ? events : events.filter(event => event.seq >= marker || key.has(event.seq));
  const folded = events.length - shown.length;
  return html`<div class="thread" role="log" aria-label=${scene.texts.thread} tabindex="0">
    ${
      folded
        ? html`<button class="unfold" type="button" @click=${() => scene.unfold()}>${scene.texts.showAll(folded)}</button>`
        : nothing
    }
    ${repeat(
      shown,
      event => event.seq,
      event => html`${event.seq === marker ? html`<div class="marker" id="marker"><span>${scene.texts.handedOver}</span></div>` : nothing}${row(scene, event)}`,
    )}
    <p class="writes" role="status">${scene.customerTypes ? scene.texts.typing : ''}</p>
  </div>`;
}

function isShown(event: CareEvent): boolean {
  return event.ev === 'status' ? noteOf(event) !== undefined : event.ev !== 'redacted' && event.ev !== 'csat.requested';
}

/** Where the latest handoff began; past the end when a person was never asked for. */
function markerOf(events: readonly CareEvent[]): number {
  const lastBot = events.findLastIndex(event => event.ev === 'handoff.returned' || event.ev === 'handoff.failed');
  const after = events.slice(lastBot + 1).find(event => event.ev.startsWith('handoff.'));
  return after?.seq ?? Infinity;
}

/** The turns that say most: those the packet points at, the first words, and the last ones before the handoff. */
function keySeqs(open: Open, events: readonly CareEvent[], marker: number): Set<number> {
  const { packet } = open;
  const pointed = [packet.goal, ...(packet.facts ?? []), ...(packet.tried ?? []), ...(packet.promises ?? [])].map(
    part => part?.seq,
  );
  const earlier = events.filter(event => event.seq < marker);
  const tail = marker === Infinity ? 12 : 4;
  const first = earlier.find(event => event.from.role === 'customer');
  const seqs = [...pointed, first?.seq, ...earlier.slice(-tail).map(event => event.seq)];
  return new Set(seqs.filter(seq => seq !== undefined));
}

function row(scene: ThreadScene, event: CareEvent): TemplateResult {
  const { texts, language } = scene;
  const time = html`<time datetime=${event.at}>${clockTime(event.at, language)}</time>`;
  const note = noteOf(event);
  if (note) {
    return html`<article class="turn note" id="m${event.seq}" tabindex="-1">
      <header><b>${texts.noteBy(note.agent)}</b>${time}</header>
      <p dir="auto">${note.text}</p>
    </article>`;
  }
  if (event.ev !== 'message') return html`<p class="happening" id="m${event.seq}" tabindex="-1">${happening(event, texts)} · ${time}</p>`;
  const gone = scene.open.transcript.events.some(other => other.ev === 'redacted' && other.data?.seq === event.seq);
  return html`<article class="turn ${event.from.role}" id="m${event.seq}" tabindex="-1">
    <header><b>${speaker(event, texts)}</b>${time}</header>
    <p dir="auto">${gone ? html`<i>${texts.removed}</i>` : words(event.content?.text ?? '')}</p>
    ${
      event.content?.choices?.length
        ? html`<ul class="offered">
            ${event.content.choices.map(choice => html`<li>${choice.title}</li>`)}
          </ul>`
        : nothing
    }
  </article>`;
}

function speaker(event: CareEvent, texts: Texts): string {
  switch (event.from.role) {
    case 'customer':
      return texts.customer;
    case 'agent':
      return event.from.name ?? event.from.id ?? texts.agent;
    default:
      return event.from.name ? `${event.from.name} (${texts.bot})` : texts.bot;
  }
}

function noteOf(event: CareEvent): { text: string; agent: string } | undefined {
  return event.ev === 'status' ? (event.data?.note as { text: string; agent: string } | undefined) : undefined;
}

function happening(event: CareEvent, texts: Texts): string {
  const who = event.from.name ?? event.from.id ?? texts.agent;
  switch (event.ev) {
    case 'handoff.requested':
      return texts.requested;
    case 'handoff.queued':
      return texts.queued;
    case 'handoff.joined':
      return texts.joined(who);
    case 'handoff.transferred':
      return texts.transferred(String(event.data?.to ?? ''));
    case 'handoff.returned':
      return texts.returned;
    case 'handoff.failed':
      return texts.handoffFailed;
    case 'conversation.closed':
      return texts.closed;
    default:
      return event.ev;
  }
}
