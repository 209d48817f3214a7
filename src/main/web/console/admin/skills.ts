import { html, type TemplateResult } from 'lit';
import type { Skill } from '../shapes';
import type { Texts } from '../texts';
import { editButton, ID_PATTERN, keptForm, text, type FormScene } from './kept';

export function skillRow(skill: Skill, texts: Texts, open: () => void): TemplateResult {
  return html`<tr>
    <th scope="row"><b>${skill.name}</b><small><code>${skill.id}</code></small></th>
    <td><small>${(skill.intents ?? []).map(intent => texts.intents[intent] ?? intent).join(', ')}</small></td>
    ${editButton(texts, skill.name, open)}
  </tr>`;
}

/** Intents are written one a line: there may be some that this console has no name for. */
export function skillForm(scene: FormScene, skill: Skill | undefined): TemplateResult {
  const { texts } = scene;
  const { admin } = texts;
  const fields = html`
    <label>${admin.id}<input name="id" required pattern=${ID_PATTERN} autocomplete="off" .value=${skill?.id ?? ''} ?disabled=${skill !== undefined} /></label>
    <label>${admin.name}<input name="name" required maxlength="80" autocomplete="off" .value=${skill?.name ?? ''} /></label>
    <label>${admin.intents}<textarea name="intents" rows="5" spellcheck="false" .value=${(skill?.intents ?? []).join('\n')}></textarea><small>${admin.intentsHint}</small></label>
  `;
  return keptForm(scene, skill?.name ?? admin.add.skills, fields, skill?.id, form => ({
    id: skill?.id ?? text(form, 'id'),
    body: { name: text(form, 'name'), intents: text(form, 'intents').split(/[\s,]+/).filter(Boolean) },
  }));
}
