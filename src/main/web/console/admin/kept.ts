import { html, nothing, type TemplateResult } from 'lit';
import type { AdminKind } from '../api';
import type { Canned, Skill, WrapUp } from '../shapes';
import type { Texts } from '../texts';
import type { Account } from './shapes';

export type KeptKind = AdminKind;
export type Kept = Account | Canned | WrapUp | Skill;

export interface Editing {
  kind: KeptKind;
  fresh: boolean;
  item?: Kept;
}

export interface FormScene {
  texts: Texts;
  editing: Editing;
  problem: string;
  skills: Skill[];
  /** Who is signed in: nobody removes themselves. */
  user: string;
  save(id: string, body: object): void;
  remove(id: string): void;
  cancel(): void;
}

/** The frame of every form here: title, fields, what the server objected to, save, remove. */
export function keptForm(
  scene: FormScene,
  title: string,
  fields: TemplateResult,
  id: string | undefined,
  read: (form: FormData) => { id: string; body: object },
): TemplateResult {
  const { texts, problem } = scene;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const made = read(new FormData(event.target as HTMLFormElement));
    scene.save(made.id, made.body);
  };
  return html`<form class="form" @submit=${submit}>
    <h3 id="edit-title">${title}</h3>
    ${fields} ${problem ? html`<p class="trouble" role="alert">${problem}</p>` : nothing}
    <p class="buttons">
      ${id ? html`<button class="plain danger" type="button" @click=${() => scene.remove(id)}>${texts.admin.remove}</button>` : nothing}
      <span class="gap"></span>
      <button class="plain" type="button" @click=${() => scene.cancel()}>${texts.cancel}</button>
      <button class="primary">${texts.admin.save}</button>
    </p>
  </form>`;
}

export function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

/** An object without the fields that were left empty. */
export function filled(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '' && value !== undefined));
}

/** Ids that the server takes. */
export const ID_PATTERN = '[A-Za-z0-9_.:\\-]{1,64}';

export function editButton(texts: Texts, what: string, open: () => void): TemplateResult {
  return html`<td class="acts"><button class="plain small" type="button" aria-label="${texts.admin.edit}: ${what}" @click=${open}>${texts.admin.edit}</button></td>`;
}
