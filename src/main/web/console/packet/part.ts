import { html, type TemplateResult } from 'lit';
import type { Opened } from '../desk/opened';
import type { Texts } from '../texts';

export interface PacketScene {
  open: Opened;
  texts: Texts;
  language: string;
  /** A button that leads to the message with this number; nothing without one. */
  go(seq: number | undefined): unknown;
  /** Puts words into the reply; it does not send them. */
  insert(text: string): void;
}

export function part(title: unknown, body: unknown): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    ${body}
  </section>`;
}

/** How old something is: "3 min ago". */
export function ago(at: string, texts: Texts): TemplateResult {
  const [before, after] = texts.ago('\u0000').split('\u0000');
  return html`<small class="ago">${before}<time-since at=${at}></time-since>${after}</small>`;
}

export function day(at: string, language: string): string {
  const time = new Date(at);
  const year = time.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...year }).format(time);
}
