import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk';
import type { PresenceState } from '../shapes';
import type { Texts } from '../texts';
import { icon, type Icon } from './icons';
import { initials } from '../inbox/conversation-view';

export type View = 'inbox' | 'board' | 'reports' | 'dialogs' | 'admin';

const STATES = ['online', 'busy', 'away', 'offline'] as const;

export function viewsFor(role: string): View[] {
  if (role === 'admin') return ['admin', 'board', 'reports', 'dialogs'];
  return role === 'supervisor' ? ['inbox', 'board', 'reports', 'dialogs'] : ['inbox', 'dialogs'];
}

export interface BarScene {
  desk: Desk;
  view: View;
  texts: Texts;
  palette(): void;
  window(id: string): void;
  signOut(): void;
}

/** Above everything: where one is, whether the connection lives, and whether one can be reached. */
export function topBar(scene: BarScene): TemplateResult {
  const { desk, texts } = scene;
  const { serves } = desk;
  return html`<header class="bar">
    <h1 class="brand"><img src="/icon.svg" width="26" height="26" alt="" /><span>${texts.title}</span></h1>
    <nav class="views" aria-label=${texts.views.label}>
      ${viewsFor(desk.session.role).map(
        view => html`<a href="#/${view}" aria-current=${view === scene.view ? 'page' : nothing}>${icon(view as Icon)}<span>${texts.views[view]}</span>${count(desk, view)}</a>`,
      )}
    </nav>
    ${serves ? html`<span class="state ${desk.connected ? 'up' : ''}" role="status">${desk.connected ? texts.live : texts.noLive}</span>` : html`<span class="state none"></span>`}
    <button class="plain search" type="button" @click=${() => scene.palette()}>
      ${icon('search')}<span>${texts.palette}</span><kbd>Ctrl K</kbd>
    </button>
    ${serves ? presence(scene) : nothing} ${person(scene)}
  </header>`;
}

function count(desk: Desk, view: View): unknown {
  const waiting = view === 'inbox' ? desk.lists.of('waiting').length : 0;
  return waiting ? html`<span class="count">${waiting}</span>` : nothing;
}

function presence({ desk, texts }: BarScene): TemplateResult {
  const { state, capacity } = desk.presence;
  return html`<details class="menu presence">
    <summary class="plain ${state}">
      <i class="lamp" aria-hidden="true"></i><span class="sr">${texts.presence}: </span><span>${texts.presences[state]}</span>
      ${capacity ? html`<small>${desk.lists.of('mine').length + desk.lists.of('wrapUp').length} / ${capacity}</small>` : nothing}
    </summary>
    <div class="sheet">
      <fieldset>
        <legend>${texts.presence}</legend>
        ${STATES.map(
          one => html`<label class="radio ${one}">
            <input type="radio" name="presence" value=${one} .checked=${one === state} @change=${() => void desk.setPresence(one as PresenceState)} />
            <i class="lamp" aria-hidden="true"></i>${texts.presences[one]}</label
          >`,
        )}
      </fieldset>
      <label
        >${texts.capacity}<input
          type="number"
          min="1"
          max="200"
          .value=${String(capacity ?? '')}
          @change=${(event: Event) => {
            const wanted = (event.target as HTMLInputElement).valueAsNumber;
            if (wanted >= 1 && wanted <= 200) void desk.setPresence(state, wanted);
          }}
      /></label>
      <small>${texts.capacityHint}</small>
    </div>
  </details>`;
}

function person({ desk, texts, window, signOut }: BarScene): TemplateResult {
  const name = desk.me.name ?? desk.session.user;
  const item = (title: string, act: () => void, key?: string) =>
    html`<button type="button" @click=${(event: Event) => ((event.target as HTMLElement).closest('details')!.open = false, act())}>
      ${title}${key ? html`<kbd>${key}</kbd>` : nothing}
    </button>`;
  return html`<details class="menu me">
    <summary class="plain" title=${name}><span class="avatar" aria-hidden="true">${initials(name)}</span><span class="sr">${texts.account(name)}</span></summary>
    <div class="sheet">
      <p><b>${name}</b><small>${texts.roles[desk.session.role] ?? desk.session.role}${desk.me.team ? ` · ${desk.me.team}` : ''}</small></p>
      ${item(texts.settings, () => window('settings'))} ${item(texts.help, () => window('help'), '?')} ${item(texts.signOut, signOut)}
    </div>
  </details>`;
}
