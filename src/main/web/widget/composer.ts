import { html, nothing, type TemplateResult } from 'lit';
import { sendIcon } from './icons';
import type { Texts } from './texts';

/** The longest message that the server takes, in characters. */
const LONGEST = 4096;

export interface Composer {
  texts: Texts;
  draft: string;
  /** Whether a person can still be asked for. */
  botHasIt: boolean;
  typed(event: InputEvent): void;
  touched(): void;
  send(): void;
  askHuman(): void;
}

/** Where the customer writes, and the way to a person above it. */
export function composer(scene: Composer): TemplateResult {
  const { texts, draft, botHasIt } = scene;
  const left = LONGEST - draft.length;
  const submit = (event: Event) => {
    event.preventDefault();
    scene.send();
  };
  return html`<div class="aside" ?hidden=${!botHasIt && left >= 300}>
      <span>${botHasIt ? html`<button class="link" type="button" @click=${() => scene.askHuman()}>${texts.human}</button>` : nothing}</span>
      ${left < 300 ? html`<span>${texts.left(left)}</span>` : nothing}
    </div>
    <form @submit=${submit}>
      <textarea
        rows="1"
        dir="auto"
        maxlength=${LONGEST}
        aria-label=${texts.composer}
        placeholder=${texts.placeholder}
        enterkeyhint="send"
        .value=${draft}
        @input=${(event: InputEvent) => scene.typed(event)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
        }}
        @touchstart=${{ handleEvent: () => scene.touched(), passive: true }}
      ></textarea>
      <button class="send" aria-label=${texts.send} title=${texts.send} ?disabled=${draft.trim() === ''}>${sendIcon}</button>
    </form>`;
}
