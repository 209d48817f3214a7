import { html, nothing, type TemplateResult } from 'lit';
import { LANGUAGES } from '../../care/language';
import { initials } from '../inbox/conversation-view';
import type { Texts } from '../texts';
import { editButton, filled, ID_PATTERN, keptForm, text, type FormScene } from './kept';
import type { Account } from './shapes';

const ROLES = ['agent', 'supervisor', 'admin', 'integration'] as const;

export function accountRow(account: Account, texts: Texts, open: () => void): TemplateResult {
  const name = account.name ?? account.user;
  return html`<tr class=${account.disabled ? 'off' : ''}>
    <th scope="row"><span class="person"><span class="avatar" aria-hidden="true">${initials(name)}</span><span><b dir="auto">${name}</b><small>${account.user}</small></span></span></th>
    <td>${texts.roles[account.role] ?? account.role}${account.disabled ? html` <span class="pill">${texts.admin.disabled}</span>` : nothing}</td>
    <td><small>${[account.team, ...(account.skills ?? []), ...(account.languages ?? []).map(one => one.toUpperCase())].filter(Boolean).join(' · ')}</small></td>
    <td><small>${texts.admin.from[account.source ?? 'here'] ?? account.source}</small></td>
    ${editButton(texts, name, open)}
  </tr>`;
}

/** Accounts that stand elsewhere (settings, single sign-on) keep name and role there. */
export function accountForm(scene: FormScene, account: Account | undefined): TemplateResult {
  const { texts, skills, user } = scene;
  const { admin } = texts;
  const elsewhere = account !== undefined && (account.source ?? 'here') !== 'here';
  const box = (name: string, value: string, title: string, on: boolean) =>
    html`<label class="radio"><input type="checkbox" name=${name} value=${value} .checked=${on} />${title}</label>`;
  const fields = html`
    <label>${texts.user}<input name="user" required pattern=${ID_PATTERN} autocomplete="off" autocapitalize="none" .value=${account?.user ?? ''} ?disabled=${account !== undefined} /></label>
    <label>${admin.name}<input name="name" maxlength="80" autocomplete="off" .value=${account?.name ?? ''} ?disabled=${elsewhere} /></label>
    <label>${admin.role}<select name="role" ?disabled=${elsewhere}>${ROLES.map(role => html`<option value=${role} ?selected=${role === (account?.role ?? 'agent')}>${texts.roles[role]}</option>`)}</select></label>
    <label>${admin.team}<input name="team" maxlength="64" autocomplete="off" .value=${account?.team ?? ''} /></label>
    ${skills.length ? html`<fieldset><legend>${admin.skills}</legend><div class="boxes">${skills.map(skill => box('skills', skill.id, skill.name, account?.skills?.includes(skill.id) ?? false))}</div></fieldset>` : nothing}
    <fieldset><legend>${admin.languages}</legend><div class="boxes">${LANGUAGES.map(one => box('languages', one, one.toUpperCase(), account?.languages?.includes(one) ?? false))}</div></fieldset>
    ${elsewhere ? nothing : html`<label>${texts.password}<input name="password" type="password" minlength="12" autocomplete="new-password" ?required=${!account} /><small>${account ? admin.passwordKeep : admin.passwordNew}</small></label>`}
    ${account && account.user !== user ? html`<div>${box('disabled', 'yes', admin.disable, account.disabled ?? false)}</div>` : nothing}
  `;
  const removable = account && !elsewhere && account.user !== user ? account.user : undefined;
  return keptForm(scene, account ? (account.name ?? account.user) : admin.add.accounts, fields, removable, form => ({
    id: account?.user ?? text(form, 'user'),
    body: {
      ...(elsewhere ? {} : filled({ name: text(form, 'name'), role: text(form, 'role'), password: text(form, 'password') })),
      ...filled({ team: text(form, 'team') }),
      skills: form.getAll('skills'),
      languages: form.getAll('languages'),
      disabled: form.get('disabled') === 'yes',
    },
  }));
}
