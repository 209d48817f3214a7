import { html, nothing, type TemplateResult } from 'lit';
import type { Desk, Notice } from '../desk/desk';
import { nameOf } from '../inbox/names';
import type { Item } from '../shapes';
import type { Texts } from '../texts';
import { icon } from './icons';

/** What rings at this agent, in every view, with the time that is left. */
export function offersView(desk: Desk, texts: Texts): TemplateResult {
  const [first, ...more] = desk.ringing;
  return html`<div class="offers" role="alert">${first ? offer(desk, first, more.length, texts) : nothing}</div>`;
}

function offer(desk: Desk, item: Item, more: number, texts: Texts): TemplateResult {
  const answer = (action: 'accept' | 'decline') => {
    if (action === 'accept') location.hash = `#/inbox/${item.conv}`;
    void desk.answer(item, action);
  };
  return html`<section class="offer" aria-label=${texts.rings}>
    ${icon('bell')}
    <p>
      <b dir="auto">${nameOf(item, texts)}</b>
      <span>${[item.reason ? (texts.reasons[item.reason.code] ?? item.reason.code) : '', item.skill ? desk.stock.skillName(item.skill) : '', item.language?.toUpperCase()].filter(Boolean).join(' · ')}</span>
      ${item.queuedAt ? html`<small>${texts.waits} <time-since at=${item.queuedAt}></time-since></small>` : nothing}
    </p>
    ${more ? html`<span class="tag">${texts.moreRing(more)}</span>` : nothing}
    <span class="left"><time-since until=${item.offer?.until ?? ''}></time-since></span>
    <button class="primary" type="button" @click=${() => answer('accept')}>${texts.accept} <kbd>a</kbd></button>
    <button class="plain" type="button" @click=${() => answer('decline')}>${texts.decline} <kbd>d</kbd></button>
  </section>`;
}

/** Short things to know, which go away by themselves. */
export function noticesView(desk: Desk, texts: Texts): TemplateResult {
  return html`<div class="notices" role="status">
    ${desk.notices.map(
      notice => html`<p>
        <span>${said(notice, texts)}</span>
        ${notice.conv ? html`<a href="#/inbox/${notice.conv}" @click=${() => desk.dismiss(notice)}>${texts.openIt}</a>` : nothing}
        <button type="button" aria-label=${texts.dismiss} @click=${() => desk.dismiss(notice)}>${icon('cross')}</button>
      </p>`,
    )}
  </div>`;
}

function said(notice: Notice, texts: Texts): string {
  const detail = notice.detail ?? '';
  switch (notice.kind) {
    case 'mention':
      return texts.notices.mention(detail);
    case 'away':
      return texts.notices.away;
    case 'presence':
      return texts.notices.presence(texts.presences[detail] ?? detail);
    case 'offerGone':
      return texts.notices.offerGone;
    default:
      return texts.notices.done;
  }
}
