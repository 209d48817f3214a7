import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk';
import type { Section, SectionName } from '../desk/lists';
import type { Settings } from '../shell/settings';
import type { Item } from '../shapes';
import { icon } from '../shell/icons';
import type { Row } from '../shell/virtual-rows';
import type { Texts } from '../texts';
import { nameOf } from './names';

const HEADING = 2.25;
const LINE = 4.9;
const NONE = 2.1;

export interface ListScene {
  desk: Desk;
  settings: Settings;
  texts: Texts;
  redraw(): void;
}

/** The left side: what rings, what is mine, who waits, and what the assistant has. */
export function listView(scene: ListScene): TemplateResult {
  const { desk, texts } = scene;
  return html`<nav class="lists" aria-label=${texts.lists}>
    <div class="find">
      ${icon('search')}
      <input
        id="find"
        type="search"
        autocomplete="off"
        aria-label=${texts.find}
        placeholder=${texts.find}
        .value=${desk.filter}
        @input=${(event: Event) => {
          desk.filter = (event.target as HTMLInputElement).value;
          scene.redraw();
        }}
      />
    </div>
    <virtual-rows tabindex="-1" .rows=${rowsOf(scene)} .label=${texts.lists}></virtual-rows>
  </nav>`;
}

function rowsOf(scene: ListScene): Row[] {
  const { desk } = scene;
  return desk.lists
    .filtered(desk.filter)
    .filter(section => section.items.length || (!desk.filter && ALWAYS.includes(section.name)))
    .flatMap(section => sectionRows(scene, section));
}

const ALWAYS: SectionName[] = ['mine', 'waiting', 'bot'];

function sectionRows(scene: ListScene, { name, items }: Section): Row[] {
  const { settings, texts, desk } = scene;
  const folded = settings.isFolded(name) && !desk.filter;
  const heading: Row = {
    key: `:${name}`,
    rem: HEADING,
    view: () =>
      html`<h2>
        <button type="button" class="fold" aria-expanded=${String(!folded)} @click=${() => settings.fold(name, !folded)}>
          ${icon('down')}${texts.sections[name]} <span class="count">${items.length}</span>
        </button>
      </h2>`,
  };
  if (folded) return [heading];
  if (!items.length) return [heading, { key: `:none-${name}`, rem: NONE, view: () => html`<p class="none">${texts.none[name]}</p>` }];
  return [
    heading,
    ...items.map((item, at) => ({ key: item.conv, rem: LINE, at: at + 1, of: items.length, view: () => line(scene, name, item) })),
  ];
}

function line({ desk, texts }: ListScene, section: SectionName, item: Item): TemplateResult {
  const current = (desk.opening ?? desk.open?.conv) === item.conv;
  const unread = section === 'mine' && desk.lists.isUnread(item);
  return html`<button
    class="item ${section} ${item.late ? 'late' : ''} ${unread ? 'unread' : ''}"
    type="button"
    data-conv=${item.conv}
    aria-current=${current ? 'true' : nothing}
    @click=${() => (location.hash = `#/inbox/${item.conv}`)}
  >
    <span class="line">
      <b dir="auto">${nameOf(item, texts)}</b>
      ${item.vulnerable ? html`<span class="flag" title=${texts.vulnerable}>${icon('shield')}<span class="sr">${texts.vulnerable}</span></span>` : nothing}
      ${unread ? html`<span class="dot"><span class="sr">${texts.unread}</span></span>` : nothing}
      ${clock(section, item, texts)}
    </span>
    <span class="words" dir="auto">${said(section, item, texts)}</span>
    <span class="line tags">
      ${item.reason && section !== 'bot' ? html`<span class="tag reason">${texts.reasons[item.reason.code] ?? item.reason.code}</span>` : nothing}
      ${item.skill ? html`<span class="tag">${desk.stock.skillName(item.skill)}</span>` : nothing}
      ${desk.drafts.has(item.conv) ? html`<span class="tag draft">${texts.draft}</span>` : nothing}
      <small>${[item.language?.toUpperCase(), texts.channels[item.channel] ?? item.channel].filter(Boolean).join(' · ')}</small>
    </span>
  </button>`;
}

/** Waiting: since when, in the colour of urgency. Mine: how long the customer has waited for words. */
function clock(section: SectionName, item: Item, texts: Texts): TemplateResult {
  const since = section === 'waiting' ? (item.queuedAt ?? item.waitingSince) : section === 'mine' ? item.waitingSince : undefined;
  if (section === 'callbacks') return html`<span class="clock">${shortTime(item.callbackAt)}</span>`;
  return since
    ? html`<span class="clock waits"><span class="sr">${item.late ? texts.late : texts.waits} </span><time-since at=${since}></time-since></span>`
    : html`<span class="clock"><time-since at=${item.lastAt}></time-since></span>`;
}

function said(section: SectionName, item: Item, texts: Texts): string {
  const by = item.lastRole === 'agent' ? `${texts.you}: ` : item.lastRole === 'bot' && section !== 'bot' ? `${texts.bot}: ` : '';
  return item.lastText ? `${by}${item.lastText}` : (item.reason?.sentence ?? '');
}

function shortTime(at: string | undefined): string {
  return at ? new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(at)) : '';
}
