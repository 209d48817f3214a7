import { html, nothing, type TemplateResult } from 'lit';
import type { Upload } from '../care/uploads';
import type { Scene } from './messages';
import type { Texts } from './texts';

/** A file on its way: how far it is, and what can be done about it. */
export function upload(scene: Scene, one: Upload): TemplateResult {
  const { texts } = scene;
  const failed = one.state === 'failed';
  const again = failed && (one.status === 0 || one.status! >= 500);
  return html`<div class="row mine first">
    <span class="sr">${texts.you}</span>
    <div class="bubble box">
      <div class="upload">
        <b><bdi>${one.name}</bdi></b>
        ${failed ? nothing : html`<button class="link" type="button" @click=${() => scene.dropUpload(one.id)}>${texts.discard}</button>`}
        ${failed ? nothing : html`<progress max="1" .value=${one.part} aria-label=${one.name}></progress>`}
      </div>
    </div>
    ${
      failed
        ? html`<div class="foot bad" role="alert">
            <span>${reason(texts, one.status ?? 0)}</span>
            ${again ? html`<button type="button" class="link" @click=${() => scene.retryUpload(one.id)}>${texts.again}</button>` : nothing}
            <button type="button" class="link" @click=${() => scene.dropUpload(one.id)}>${texts.discard}</button>
          </div>`
        : html`<div class="foot">${texts.sending}</div>`
    }
  </div>`;
}

function reason(texts: Texts, status: number): string {
  switch (status) {
    case 413:
      return texts.tooLarge;
    case 415:
      return texts.notTaken;
    case 429:
      return texts.tooMany;
    default:
      return texts.uploadFailed;
  }
}
