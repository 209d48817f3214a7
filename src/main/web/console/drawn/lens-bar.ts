import { html, type TemplateResult } from 'lit';

import { LANGUAGES, type Language } from '../../care/language';
import { NAMES } from '../shell/help-window';
import type { Texts } from '../texts';
import { FIRST, LINES, MOST_CONTACTS, WHO, type Lens } from './lens';

/** Whose path is shown. Choosing anything but the whole dialog shows one. */
export function lensBar(texts: Texts, lens: Lens | undefined, own: Language, change: (lens?: Lens) => void): TemplateResult {
  const words = texts.lens;
  const set = (part: Partial<Lens>) => change({ ...(lens ?? FIRST), ...part });
  const choices = <T extends string | number>(now: T | undefined, all: readonly T[], name: (one: T) => string) =>
    all.map(one => html`<option value=${one} .selected=${one === now}>${name(one)}</option>`);
  const value = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<form class="lens" aria-label=${words.title} @submit=${(event: Event) => event.preventDefault()}>
    <fieldset class="who">
      <legend>${words.who}</legend>
      ${(['', ...WHO] as const).map(
        who => html`<label class=${(lens?.who ?? '') === who ? 'on' : ''}
          ><input
            type="radio"
            name="for"
            value=${who}
            .checked=${(lens?.who ?? '') === who}
            @change=${() => (who ? set({ who }) : change(undefined))}
          />${words.people[who || 'all']}</label
        >`,
      )}
    </fieldset>
    <label class="field">${words.contact}
      <select name="contact" @change=${(event: Event) => set({ contact: Number(value(event)) })}>
        ${choices(
          lens?.contact ?? 1,
          Array.from({ length: MOST_CONTACTS }, (_, n) => n + 1),
          words.nth,
        )}
      </select>
    </label>
    <label class="field">${words.line}
      <select name="line" @change=${(event: Event) => set({ line: value(event) as Lens['line'] })}>
        ${choices(lens?.line ?? 'unknown', LINES, line => words.lines[line])}
      </select>
    </label>
    <label class="field">${words.language}
      <select name="language" @change=${(event: Event) => set({ language: value(event) as Language })}>
        ${choices(lens?.language ?? own, LANGUAGES, language => NAMES[language])}
      </select>
    </label>
  </form>`;
}
