import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from './desk';
import type { Item } from './shapes';
import type { Texts } from './texts';

/** The left side: what is mine, who waits, and what the assistant has. */
export function queueView(desk: Desk, texts: Texts): TemplateResult {
  return html`<nav class="lists" aria-label=${texts.lists}>
    ${group(desk, texts, texts.mine, desk.mine, texts.noneMine)} ${group(desk, texts, texts.waiting, desk.waiting, texts.noneWaiting)}
    ${group(desk, texts, texts.withBot, desk.withBot, texts.noneWithBot)}
  </nav>`;
}

function group(desk: Desk, texts: Texts, title: string, items: Item[], none: string): TemplateResult {
  return html`<section>
    <h2>${title} <span class="count">${items.length}</span></h2>
    ${
      items.length
        ? html`<ul>
            ${repeat(
              items,
              item => item.conv,
              item => html`<li>${row(desk, texts, item)}</li>`,
            )}
          </ul>`
        : html`<p class="none">${none}</p>`
    }
  </section>`;
}

function row(desk: Desk, texts: Texts, item: Item): TemplateResult {
  const current = (desk.opening ?? desk.open?.conv) === item.conv;
  return html`<button
    class="item ${item.priority > 0 ? 'first' : ''}"
    type="button"
    data-conv=${item.conv}
    aria-current=${current ? 'true' : nothing}
    @click=${() => void desk.show(item.conv)}
  >
    <span class="line">
      <b dir="auto">${nameOf(item, texts)}</b>
      <span class="clock ${item.owner === 'queue' ? 'waits' : ''}"
        >${item.owner === 'queue' ? html`<span class="sr">${texts.waits} </span>` : nothing}<time-since
          at=${item.queuedAt && item.owner === 'queue' ? item.queuedAt : item.lastAt}
        ></time-since
      ></span>
    </span>
    ${item.owner === 'queue' && item.reason ? html`<span class="reason">${item.reason.sentence}</span>` : nothing}
    <span class="line last">
      <span class="words" dir="auto">${item.lastText ?? ''}</span>
      ${desk.hasDraft(item.conv) ? html`<em>${texts.draft}</em>` : nothing}
      <small>${[item.language, item.channel].filter(Boolean).join(' · ')}</small>
    </span>
  </button>`;
}

export function nameOf(of: { name?: string; customer: string }, texts: Texts): string {
  return of.name || `${texts.anonymous} ${of.customer.slice(-5)}`;
}
