import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CareEvent } from '../../care/protocol';
import { wordsOf } from '../../care/transcript';
import type { FileSource } from '../../widget/file-view';
import { clockTime, words } from '../../widget/words';
import type { Opened } from '../desk/opened';
import type { Texts } from '../texts';
import { happening, isShown, keySeqs, markerOf, noteOf } from './key-turns';

export interface ThreadScene {
  open: Opened;
  files: FileSource;
  texts: Texts;
  language: string;
  nameOf(agent: string): string;
  unfold(): void;
}

/** The middle: the conversation, opened where it was handed over; what came before is folded to its key turns. */
export function threadView(scene: ThreadScene): TemplateResult {
  const { open, texts } = scene;
  const events = open.transcript.events.filter(isShown);
  const marker = markerOf(open, events);
  const key = keySeqs(open, events, marker);
  const shown = open.showAll ? events : events.filter(event => event.seq >= marker || key.has(event.seq));
  const folded = events.length - shown.length;
  return html`<div class="thread" role="log" aria-label=${texts.thread} tabindex="0">
    ${folded ? html`<button class="unfold" type="button" @click=${() => scene.unfold()}>${texts.showAll(folded)}</button>` : nothing}
    ${repeat(
      shown,
      event => event.seq,
      (event, at) =>
        html`${dayLine(shown[at - 1], event, scene.language)}
        ${event.seq === marker ? html`<div class="marker" id="marker"><span>${texts.handedOver}</span></div>` : nothing}
        ${event.seq === open.missedFrom ? html`<div class="marker fresh"><span>${texts.newSince}</span></div>` : nothing}${row(scene, event)}`,
    )}
    <p class="writes" role="status">${writing(scene)}</p>
  </div>`;
}

function writing({ open, texts, nameOf }: ThreadScene): unknown {
  const who = [...open.writers.keys()];
  if (!who.length) return nothing;
  return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${who.map(one => (one === 'customer' ? texts.typing : texts.writes(nameOf(one)))).join(' ')}`;
}

function dayLine(before: CareEvent | undefined, event: CareEvent, language: string): unknown {
  const day = new Date(event.at).toDateString();
  if (before ? new Date(before.at).toDateString() === day : day === new Date().toDateString()) return nothing;
  const words = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(event.at));
  return html`<p class="day">${words}</p>`;
}

function row(scene: ThreadScene, event: CareEvent): TemplateResult {
  const { texts, language, open } = scene;
  const time = html`<time datetime=${event.at}>${clockTime(event.at, language)}</time>`;
  const note = noteOf(event);
  if (note) {
    return html`<article class="turn note ${note.kind}" id="m${event.seq}" tabindex="-1">
      <header><b>${note.kind === 'whisper' ? texts.whisperBy(scene.nameOf(note.agent)) : texts.noteBy(scene.nameOf(note.agent))}</b>${time}</header>
      <p dir="auto">${words(note.text)}</p>
    </article>`;
  }
  if (event.ev !== 'message') {
    return html`<p class="happening" id="m${event.seq}" tabindex="-1">${happening(event, texts, scene.nameOf)} · ${time}</p>`;
  }
  const gone = open.transcript.events.some(other => other.ev === 'redacted' && other.data?.seq === event.seq);
  return html`<article class="turn ${event.from.role}" id="m${event.seq}" tabindex="-1">
    <header><b>${speaker(event, texts)}</b>${time}</header>
    <p dir="auto" lang=${event.content?.lang ?? nothing}>${gone ? html`<i>${texts.removed}</i>` : said(scene, event)}</p>
    ${
      event.content?.choices?.length
        ? html`<ul class="offered" aria-label=${texts.choicesOffered}>
            ${event.content.choices.map(choice => html`<li>${choice.title}</li>`)}
          </ul>`
        : nothing
    }
  </article>`;
}

/** What a customer chose is marked as such: they did not write it. */
function said({ open, texts, files, language }: ThreadScene, event: CareEvent): unknown {
  const { content } = event;
  if (content?.url) {
    return html`<customer-file .api=${files} .texts=${{ save: texts.saveFile }} .language=${language} .content=${content}></customer-file>`;
  }
  const text = words(wordsOf(open.transcript.events, event) || (content?.choiceId ?? ''));
  return content?.choiceId === undefined ? text : html`<span class="chose">${texts.chose}</span> ${text}`;
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
