import { html, type TemplateResult } from 'lit';
import { LANGUAGES } from '../../care/language';
import type { Canned } from '../shapes';
import type { Texts } from '../texts';
import { editButton, filled, ID_PATTERN, keptForm, text, type FormScene } from './kept';

const VARIABLES = ['customer.name', 'customer.plan', 'agent.name', 'wait.minutes', 'local.time', 'goal', 'brand'];

export function cannedRow(canned: Canned, texts: Texts, open: () => void): TemplateResult {
  return html`<tr>
    <th scope="row"><b>${canned.title}</b><small>${canned.shortcut ? `/${canned.shortcut}` : canned.id}</small></th>
    <td class="text" lang=${canned.language}><span class="clamp">${canned.text}</span></td>
    <td><small>${[canned.language.toUpperCase(), canned.team].filter(Boolean).join(' · ')}</small></td>
    ${editButton(texts, canned.title, open)}
  </tr>`;
}

export function cannedForm(scene: FormScene, canned: Canned | undefined): TemplateResult {
  const { texts } = scene;
  const { admin } = texts;
  /** Puts a variable where the cursor stands. */
  const put = (event: Event, name: string) => {
    const field = (event.target as HTMLElement).closest('form')!.querySelector<HTMLTextAreaElement>('textarea')!;
    field.setRangeText(`{{${name}}}`, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
  };
  const fields = html`
    <label>${admin.id}<input name="id" required pattern=${ID_PATTERN} autocomplete="off" .value=${canned?.id ?? ''} ?disabled=${canned !== undefined} /></label>
    <label>${admin.title}<input name="title" required maxlength="80" autocomplete="off" .value=${canned?.title ?? ''} /></label>
    <div class="pair">
      <label>${admin.shortcut}<input name="shortcut" maxlength="32" pattern="[\\p{L}\\p{N}\\-]*" autocomplete="off" placeholder="hi" .value=${canned?.shortcut ?? ''} /></label>
      <label>${texts.language}<select name="language">${LANGUAGES.map(one => html`<option value=${one} ?selected=${one === (canned?.language ?? 'en')}>${one.toUpperCase()}</option>`)}</select></label>
    </div>
    <label>${admin.text}<textarea name="text" rows="6" required maxlength="4096" .value=${canned?.text ?? ''}></textarea></label>
    <div class="variables" role="group" aria-label=${admin.variables}>
      <small>${admin.variables}</small>
      ${VARIABLES.map(name => html`<button type="button" @click=${(event: Event) => put(event, name)}><code>${name}</code></button>`)}
    </div>
    <label>${admin.teamOptional}<input name="team" maxlength="64" autocomplete="off" .value=${canned?.team ?? ''} /></label>
  `;
  return keptForm(scene, canned?.title ?? admin.add.canned, fields, canned?.id, form => ({
    id: canned?.id ?? text(form, 'id'),
    body: filled({
      language: text(form, 'language'),
      shortcut: text(form, 'shortcut'),
      title: text(form, 'title'),
      text: text(form, 'text'),
      team: text(form, 'team'),
    }),
  }));
}
