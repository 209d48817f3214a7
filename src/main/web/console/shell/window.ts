import { html, type TemplateResult } from 'lit';
import type { Texts } from '../texts';

export interface Asked {
  id: string;
  title: string;
  does: string;
  body: TemplateResult;
  wide?: boolean;
  /** @returns whether it worked: then what was filled in is forgotten */
  act(form: HTMLFormElement): Promise<boolean> | boolean;
}

/** A small window that asks one thing; the browser gives the focus back to where it was. */
export function windowView({ id, title, does, body, wide, act }: Asked, texts: Texts): TemplateResult {
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    form.closest('dialog')?.close();
    if (await act(form)) form.reset();
  };
  return html`<dialog id=${id} class=${wide ? 'wide' : ''} aria-labelledby="${id}-title" @click=${beside}>
    <form @submit=${submit}>
      <h2 id="${id}-title">${title}</h2>
      ${body}
      <p class="buttons">
        <button class="plain" type="button" @click=${hide}>${texts.cancel}</button>
        <button class="primary">${does}</button>
      </p>
    </form>
  </dialog>`;
}

/** A click on the dimmed page closes; one inside the window does not. */
export function beside(event: Event): void {
  if (event.target === event.currentTarget) hide(event);
}

export function hide(event: Event): void {
  (event.target as HTMLElement).closest('dialog')?.close();
}

export function field(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? '').trim();
}
