import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk';
import type { Opened } from '../desk/opened';
import { icon } from '../shell/icons';
import type { Texts } from '../texts';
import { nameOf } from './names';

export type Ask = 'return' | 'transfer' | 'close' | 'assign';

export interface HeadScene {
  desk: Desk;
  open: Opened;
  texts: Texts;
  claim(): void;
  takeOver(): void;
  ask(what: Ask): void;
}

/** Above the thread: who it is, whose it is, who else looks, the clock, and what can be done. */
export function headView(scene: HeadScene): TemplateResult {
  const { desk, open, texts } = scene;
  const name = nameOf({ customer: open.is.customer, ...nameIn(open) }, texts);
  const facts = [open.is.language?.toUpperCase(), texts.channels[open.is.channel] ?? open.is.channel, whose(scene)];
  return html`<header class="conv">
    <button class="plain back" type="button" aria-label=${texts.back} @click=${() => (location.hash = '#/inbox')}>${icon('back')}</button>
    <div class="title">
      <h2 id="conv-title" dir="auto">${name}</h2>
      <p>${facts.filter(Boolean).join(' · ')}</p>
    </div>
    ${clocks(open, texts)} ${looking(scene)} ${actions(scene)}
  </header>
  ${desk.isSupervisor && open.isOthers ? html`<p class="listening">${icon('eye')} ${texts.listening(desk.stock.nameOf(open.is.agent ?? ''))}</p>` : nothing}`;
}

function nameIn(open: Opened): { name?: string } {
  const name = open.is.packet.who?.name ?? open.is.item?.name ?? open.is.packet.profile?.['name'];
  return typeof name === 'string' ? { name } : {};
}

function whose({ desk, open, texts }: HeadScene): string {
  if (open.isWrapUp) return texts.wrapUp;
  switch (open.is.owner) {
    case 'agent':
      return desk.stock.nameOf(open.is.agent ?? '');
    case 'bot':
      return texts.bot;
    case 'queue':
      return open.is.item?.place ? texts.place(open.is.item.place) : texts.sections.waiting;
    default:
      return texts.closed;
  }
}

/** How long the customer has waited, and when the promised answer is due. */
function clocks(open: Opened, texts: Texts): unknown {
  const { item } = open.is;
  if (!item || open.isClosed || open.is.owner === 'bot') return nothing;
  const since = item.waitingSince ?? (open.is.owner === 'queue' ? item.queuedAt : undefined);
  if (!since) return nothing;
  return html`<p class="clocks ${item.late ? 'late' : ''}">
    <span>${texts.waits} <time-since at=${since}></time-since></span>
    ${item.dueAt ? html`<small>${item.late ? texts.lateBy : texts.due} <time-since until=${item.late ? nothing : item.dueAt} at=${item.dueAt}></time-since></small>` : nothing}
  </p>`;
}

function looking({ open, texts }: HeadScene): unknown {
  const others = open.others;
  if (!others.length) return nothing;
  return html`<ul class="looking" aria-label=${texts.alsoHere}>
    ${others.slice(0, 4).map(one => {
      const words = one.writing ? texts.writes(one.name ?? one.agent) : texts.looks(one.name ?? one.agent);
      return html`<li class=${one.writing ? 'writing' : ''} title=${words}>
        <span aria-hidden="true">${initials(one.name ?? one.agent)}</span><span class="sr">${words}</span>
      </li>`;
    })}
    ${others.length > 4 ? html`<li><span>+${others.length - 4}</span></li>` : nothing}
  </ul>`;
}

export function initials(name: string): string {
  const parts = name.trim().split(/[\s.]+/);
  return ((parts[0]?.[0] ?? '') + (parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : (parts[0]?.[1] ?? ''))).toUpperCase();
}

function actions(scene: HeadScene): unknown {
  const { desk, open, texts } = scene;
  if (open.isClosed) return nothing;
  const button = (what: Ask, title: string) => html`<button class="plain" type="button" @click=${() => scene.ask(what)}>${title}</button>`;
  if (open.isMine) return html`<div class="actions">${button('return', texts.giveBack)} ${button('transfer', texts.transfer)} ${button('close', texts.close)}</div>`;
  if (open.isOthers && !desk.isSupervisor) return nothing;
  return html`<div class="actions">
    ${desk.isSupervisor && open.is.owner !== 'bot' ? button('assign', texts.assign) : nothing}
    ${
      open.isOthers
        ? html`<button class="primary" type="button" @click=${() => scene.takeOver()}>${texts.takeOverFromAgent}</button>`
        : html`<button class="primary" type="button" @click=${() => scene.claim()}>${open.is.owner === 'bot' ? texts.takeOver : texts.claim}</button>`
    }
  </div>`;
}
