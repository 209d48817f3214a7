import { html, type TemplateResult } from 'lit';
import { LANGUAGES } from '../../care/language';
import type { WrapUp } from '../shapes';
import type { Texts } from '../texts';
import { editButton, filled, ID_PATTERN, keptForm, text, type FormScene } from './kept';

export function wrapUpRow(code: WrapUp, texts: Texts, language: string, open: () => void): TemplateResult {
  const label = code.labels[language] ?? code.labels['en'] ?? code.code;
  return html`<tr>
    <th scope="row"><b>${label}</b><small><code>${code.code}</code></small></th>
    <td><small>${Object.entries(code.labels).map(([tag, words]) => `${tag.toUpperCase()}: ${words}`).join(' · ')}</small></td>
    <td>${code.order ?? ''}</td>
    ${editButton(texts, label, open)}
  </tr>`;
}

export function wrapUpForm(scene: FormScene, code: WrapUp | undefined): TemplateResult {
  const { texts } = scene;
  const { admin } = texts;
  const fields = html`
    <label>${texts.code}<input name="code" required pattern=${ID_PATTERN} autocomplete="off" .value=${code?.code ?? ''} ?disabled=${code !== undefined} /></label>
    ${LANGUAGES.map(one => html`<label>${admin.label(one.toUpperCase())}<input name=${one} maxlength="80" autocomplete="off" lang=${one} ?required=${one === 'en'} .value=${code?.labels[one] ?? ''} /></label>`)}
    <label>${admin.order}<input name="order" type="number" min="0" max="1000" .value=${String(code?.order ?? 10)} /></label>
  `;
  return keptForm(scene, code ? (code.labels['en'] ?? code.code) : admin.add.wrapups, fields, code?.code, form => ({
    id: code?.code ?? text(form, 'code'),
    body: { labels: filled(Object.fromEntries(LANGUAGES.map(one => [one, text(form, one)]))), order: Number(text(form, 'order') || 0) },
  }));
}
