import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CareApi } from '../care/api';
import type { Waiting } from '../care/outbox';
import type { CareEvent, Choice } from '../care/protocol';
import type { Upload } from '../care/uploads';
import { message } from './message-view';
import type { Texts } from './texts';
import { upload } from './upload-view';

export interface Scene {
  events: readonly CareEvent[];
  waiting: readonly Waiting[];
  uploads: readonly Upload[];
  /** Nothing offered before can be answered any more. */
  closed: boolean;
  api: CareApi;
  texts: Texts;
  language: string;
  choose(choice: Choice): void;
  discard(id: string): void;
  retryUpload(id: string): void;
  dropUpload(id: string): void;
}

interface Row {
  key: string;
  view: TemplateResult;
}

/** The conversation as rows: messages with who wrote them, and lines about the conversation. */
export function messages(scene: Scene): unknown {
  const rows: Row[] = [];
  let before: CareEvent | undefined;
  const shown = scene.events.filter(isShown);
  const last = shown.findLast(event => event.ev === 'message');
  for (const event of shown) {
    if (event.ev === 'message') {
      rows.push({ key: keyOf(event), view: message(scene, event, !continues(before, event), event === last) });
    } else {
      const view = note(scene, event);
      if (view) rows.push({ key: `n${event.seq}`, view });
    }
    before = event;
  }
  for (const one of scene.uploads) rows.push({ key: one.id, view: upload(scene, one) });
  for (const waiting of scene.waiting) rows.push({ key: waiting.id, view: unsent(scene, waiting) });
  return repeat(rows, row => row.key, row => row.view);
}

/** A message keeps its row when it comes back from the server. */
function keyOf(event: CareEvent): string {
  return event.from.role === 'customer' && event.cid ? event.cid : `e${event.seq}`;
}

function isShown(event: CareEvent, at: number, all: readonly CareEvent[]): boolean {
  switch (event.ev) {
    case 'status':
    case 'redacted':
    case 'csat.requested':
      return false;
    case 'handoff.requested':
    case 'handoff.queued':
      return !all.slice(at + 1).some(later => later.ev.startsWith('handoff.'));
    default:
      return true;
  }
}

function continues(before: CareEvent | undefined, event: CareEvent): boolean {
  return (
    before?.ev === 'message' &&
    before.from.role === event.from.role &&
    before.from.id === event.from.id &&
    Date.parse(event.at) - Date.parse(before.at) < 180_000
  );
}

function unsent(scene: Scene, waiting: Waiting): TemplateResult {
  const { texts } = scene;
  return html`<div class="row mine first">
    <span class="sr">${texts.you}</span>
    <div class="bubble" dir="auto">${waiting.content.text ?? ''}</div>
    ${
      waiting.refused === undefined
        ? html`<div class="foot">${texts.sending}</div>`
        : html`<div class="foot bad">
            ${texts.notSent}<button type="button" class="link" @click=${() => scene.discard(waiting.id)}>${texts.discard}</button>
          </div>`
    }
  </div>`;
}

function note(scene: Scene, event: CareEvent): TemplateResult | undefined {
  const { texts } = scene;
  const wait = Number(event.data?.waitMs ?? 0);
  switch (event.ev) {
    case 'handoff.requested':
      return html`<p class="note">${texts.requested}</p>`;
    case 'handoff.queued':
      return html`<p class="note">
        ${texts.queued(Number(event.data?.position ?? 0) || undefined, wait ? Math.max(1, Math.round(wait / 60_000)) : undefined)}
      </p>`;
    case 'handoff.joined':
      return html`<p class="note person">${texts.joined(event.from.name ?? texts.personTag)}</p>`;
    case 'handoff.transferred':
      return html`<p class="note">${texts.transferred}</p>`;
    case 'handoff.returned':
      return html`<p class="note">${texts.returned}</p>`;
    case 'handoff.failed':
      return html`<p class="note">${texts.failed}</p>`;
    case 'conversation.closed':
      return html`<p class="note">${texts.closed}</p>`;
    default:
      return undefined;
  }
}
