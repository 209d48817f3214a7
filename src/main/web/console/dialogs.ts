import { html, type TemplateResult } from 'lit';
import type { Desk } from './desk';
import type { Texts } from './texts';

export type DialogName = 'return' | 'transfer' | 'close' | 'help';

/** The console's small windows: each asks one thing and gives the focus back to where it was. */
export function dialogs(desk: Desk, texts: Texts, keys: { on: boolean; set(on: boolean): void }): TemplateResult {
  return html`
    ${ask('return', texts.returnTitle, texts, form => desk.returnToBot(field(form, 'instruction')), texts.giveBack, html`
      <p>${texts.returnLead}</p>
      <label>${texts.instruction}<textarea name="instruction" rows="3" maxlength="500"></textarea></label>
    `)}
    ${ask('transfer', texts.transferTitle, texts, form => desk.transfer(field(form, 'to'), field(form, 'note')), texts.transfer, html`
      <label>${texts.transferTo}<input name="to" required maxlength="64" autocomplete="off" list="colleagues" /></label>
      <datalist id="colleagues">${colleagues(desk).map(name => html`<option value=${name}></option>`)}</datalist>
      <label>${texts.noteOptional}<textarea name="note" rows="3" maxlength="1000"></textarea></label>
    `)}
    ${ask('close', texts.closeTitle, texts, form => desk.close(field(form, 'code'), field(form, 'note')), texts.close, html`
      <fieldset>
        <legend>${texts.closeCode}</legend>
        ${Object.entries(texts.codes).map(
          ([code, title]) => html`<label class="radio"><input type="radio" name="code" value=${code} required />${title}</label>`,
        )}
      </fieldset>
      <label>${texts.noteOptional}<textarea name="note" rows="2" maxlength="1000"></textarea></label>
    `)}
    <dialog id="help" aria-labelledby="help-title">
      <h2 id="help-title">${texts.help}</h2>
      <dl class="keys">
        ${texts.shortcuts.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
      </dl>
      <label class="radio"
        ><input type="checkbox" .checked=${keys.on} @change=${(event: Event) => keys.set((event.target as HTMLInputElement).checked)} />${texts.shortcutsOn}</label
      >
      <p class="buttons"><button class="primary" type="button" @click=${hide}>${texts.ok}</button></p>
    </dialog>
  `;
}

function ask(
  name: DialogName,
  title: string,
  texts: Texts,
  act: (form: HTMLFormElement) => Promise<boolean>,
  does: string,
  body: TemplateResult,
): TemplateResult {
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    form.closest('dialog')?.close();
    if (await act(form)) form.reset();
  };
  return html`<dialog id=${name} aria-labelledby="${name}-title">
    <form @submit=${submit}>
      <h2 id="${name}-title">${title}</h2>
      ${body}
      <p class="buttons">
        <button class="plain" type="button" @click=${hide}>${texts.cancel}</button>
        <button class="primary">${does}</button>
      </p>
    </form>
  </dialog>`;
}

function hide(event: Event): void {
  (event.target as HTMLElement).closest('dialog')?.close();
}

function field(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? '').trim();
}

/** Those whose names are on the board, but not oneself. */
function colleagues(desk: Desk): string[] {
  const names = desk.items.map(item => item.agent).filter(agent => agent !== undefined && agent !== desk.session.user);
  return [...new Set(names)] as string[];
}
