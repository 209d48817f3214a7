import { html, nothing, type TemplateResult } from 'lit';
import type { CareConnection } from '../care/connection';
import type { Texts } from './texts';

/**
 * What there is to say about the connection; nothing while all is well.
 *
 * @param hint something that went wrong just now, said first
 * @param slow whether it has lasted long enough to be worth a word
 * @param used called when its button was used: the button goes away then, and the focus must not go with it
 */
export function banner(texts: Texts, line: CareConnection | undefined, hint: string, slow: boolean, used: () => void): unknown {
  if (hint) return told(hint);
  const offer = (text: string, action: string, act: () => void) =>
    told(text, action, () => {
      act();
      used();
    });
  switch (line?.state) {
    case 'replaced':
      return offer(texts.replaced, texts.useHere, () => line.start());
    case 'refused':
      return offer(texts.refused, texts.again, () => line.start());
    case 'waiting':
      return slow ? offer(texts.waiting, texts.tryNow, () => line.tryNow()) : nothing;
    case 'connecting':
      return slow ? told(texts.connecting) : nothing;
    default:
      return nothing;
  }
}

function told(text: string, action?: string, act?: () => void): TemplateResult {
  return html`<div class="banner">
    <span>${text}</span>${action ? html`<button class="link" type="button" @click=${act}>${action}</button>` : nothing}
  </div>`;
}

/** A code of the protocol as a customer can use it; empty where the connection's state says it already. */
export function troubleInWords(texts: Texts, code: string, retryAfterMs: number): string {
  switch (code) {
    case 'rate_limited':
      return texts.slowDown(Math.max(1, Math.ceil(retryAfterMs / 1000)));
    case 'identity':
      return texts.identity;
    case 'refused':
    case 'origin':
      return '';
    default:
      return texts.trouble;
  }
}
