import { html, nothing, type TemplateResult } from 'lit';
import { clipIcon, sendIcon } from './icons';
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
  /** Missing where files are not taken. */
  attach?: (files: readonly File[]) => void;
}

/** Where the customer writes, and the way to a person above it. */
export function composer(scene: Composer): TemplateResult {
  const { texts, draft, botHasIt } = scene;
  const left = LONGEST - draft.length;
  const submit = (event: Event) => {
    event.preventDefault();
    scene.send();
  };
  const pasted = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || !scene.attach) return;
    event.preventDefault();
    scene.attach(files);
  };
  return html`<div class="aside" ?hidden=${!botHasIt && left >= 300}>
      <span>${botHasIt ? html`<button class="link" type="button" @click=${() => scene.askHuman()}>${texts.human}</button>` : nothing}</span>
      ${left < 300 ? html`<span>${texts.left(left)}</span>` : nothing}
    </div>
    <form class="write" @submit=${submit}>
      ${scene.attach ? clip(texts, scene.attach) : nothing}
      <textarea
        rows="1"
        dir="auto"
        maxlength=${LONGEST}
        aria-label=${texts.composer}
        placeholder=${texts.placeholder}
        enterkeyhint="send"
        .value=${draft}
        @input=${(event: InputEvent) => scene.typed(event)}
        @paste=${pasted}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
        }}
        @touchstart=${{ handleEvent: () => scene.touched(), passive: true }}
      ></textarea>
      <button class="send" aria-label=${texts.send} title=${texts.send} ?disabled=${draft.trim() === ''}>${sendIcon}</button>
    </form>`;
}

function clip(texts: Texts, attach: (files: readonly File[]) => void): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    attach([...(input.files ?? [])]);
    input.value = '';
  };
  const ask = (event: Event) => (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLInputElement>('[type=file]')?.click();
  return html`<button class="icon" type="button" aria-label=${texts.attach} title=${texts.attach} @click=${ask}>${clipIcon}</button
    ><input type="file" hidden multiple accept="image/*,application/pdf,text/plain,audio/*" @change=${chosen} />`;
}

/** As tall as what is written, where the browser does not see to it by itself. */
export function grow(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports('field-sizing', 'content')) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}
