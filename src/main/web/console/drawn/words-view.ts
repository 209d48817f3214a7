import { html, nothing, type TemplateResult } from 'lit';

import { NAMES } from '../shell/help-window';
import type { Texts } from '../texts';
import type { Drawn } from './shapes';

/** What customers say that starts the dialog, and the languages it speaks. */
export function wordsView({ triggers = {}, texts: spoken = [] }: Drawn, texts: Texts): TemplateResult {
  const words = texts.lens;
  return html`<details class="fine">
    <summary>${words.words}</summary>
    <table class="spoken">
      <thead><tr><th>${words.language}</th><th>${words.texts}</th><th>${words.triggers}</th></tr></thead>
      <tbody>
        ${spoken.map(
          one => html`<tr>
            <th scope="row">${NAMES[one.language]}</th>
            <td>${one.texts} / ${one.texts + one.missing.length}
              ${one.missing.length && one.texts ? html`<details><summary>${words.missing(one.missing.length)}</summary><code>${one.missing.join(', ')}</code></details>` : nothing}
              ${one.texts ? nothing : html`<small>${words.answersInEnglish}</small>`}
            </td>
            <td lang=${one.language}>${(triggers[one.language] ?? []).join(' · ') || '–'}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
