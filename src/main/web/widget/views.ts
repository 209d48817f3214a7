import { html, nothing, type TemplateResult } from 'lit';
import type { Owner } from '../care/owner';
import type { Role } from '../care/protocol';
import { backIcon, botIcon, chatIcon, closeIcon } from './icons';
import type { Item } from './menu';
import type { Texts } from './texts';
import { initialOf } from './words';

/** The small parts around a conversation. */

export function launcher(texts: Texts, unread: number, show: () => void): TemplateResult {
  return html`<button class="launcher" part="launcher" type="button" aria-expanded="false" @click=${show}>
    ${chatIcon}<span>${texts.launcher}</span>
    ${unread ? html`<span class="badge" aria-hidden="true">${unread}</span><span class="sr">, ${texts.unread(unread)}</span>` : nothing}
  </button>`;
}

/** Says whom the customer is talking to: never leaves open whether that is a person. */
export function head(scene: {
  title: string;
  texts: Texts;
  online: boolean;
  owner: Owner;
  agent?: string;
  items: Item[];
  hide(): void;
}): TemplateResult {
  const { title, texts, online, agent } = scene;
  const person = scene.owner === 'agent';
  return html`<div class="head">
    <span class="mark ${person ? 'person' : ''}" aria-hidden="true">${person ? initialOf(agent) : botIcon}</span>
    <div class="who">
      <h2 id="title">${title}</h2>
      <p class="with">
        <span class="dot ${online ? 'online' : ''}"></span>
        ${person ? `${agent ?? ''} · ${texts.personTag}` : `${texts.bot} · ${texts.botTag}`}
      </p>
    </div>
    <attune-chat-menu label=${texts.menu} .items=${scene.items}></attune-chat-menu>
    ${close(texts, () => scene.hide())}
  </div>`;
}

function close(texts: Texts, hide: () => void): TemplateResult {
  return html`<button class="icon" type="button" aria-label=${texts.close} title=${texts.close} @click=${hide}>${closeIcon}</button>`;
}

/** The head of what stands in the conversation's place for a while. */
export function sheetHead(texts: Texts, title: string, back: () => void, hide: () => void): TemplateResult {
  return html`<div class="head">
    <button class="icon" type="button" aria-label=${texts.back} title=${texts.back} @click=${back}>${backIcon}</button>
    <div class="who"><h2 id="title" tabindex="-1">${title}</h2></div>
    ${close(texts, hide)}
  </div>`;
}

/** Somebody is writing: for the eye; the words for it stand elsewhere. */
export function dots(writer: Role, agent: string | undefined): TemplateResult {
  const person = writer === 'agent';
  return html`<div class="row first" aria-hidden="true">
    <span class="face ${person ? 'person' : ''}">${person ? initialOf(agent) : botIcon}</span>
    <div class="bubble"><span class="dots"><i></i><i></i><i></i></span></div>
  </div>`;
}

/** The conversation is closed: the way to a new one. */
export function again(texts: Texts, afresh: () => void): TemplateResult {
  return html`<button class="again" type="button" @click=${afresh}>${texts.fresh}</button>`;
}
