import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk';
import type { Canned } from '../shapes';
import type { Texts } from '../texts';

const MOST = 8;

/** `/` at the start of a word opens the canned replies; what is typed after it narrows them. */
export class SlashMenu {
  found: Canned[] = [];
  at = 0;
  private from = -1;
  private field?: HTMLTextAreaElement;

  constructor(
    private readonly desk: () => Desk | undefined,
    private readonly redraw: () => void,
  ) {}

  get isOpen(): boolean {
    return this.from >= 0 && this.found.length > 0;
  }

  /** A command was begun that no reply has. */
  get isInVain(): boolean {
    return this.from >= 0 && this.found.length === 0;
  }

  close(): void {
    this.from = -1;
    this.found = [];
  }

  typed(field: HTMLTextAreaElement): void {
    this.field = field;
    const before = field.value.slice(0, field.selectionStart);
    const match = /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(before);
    if (!match) return this.close();
    this.from = before.length - match[1]!.length - 1;
    this.found = this.find(match[1]!);
    this.at = 0;
  }

  /** @returns whether the key was for the menu */
  pressed(event: KeyboardEvent): boolean {
    if (event.isComposing) return false;
    if (this.isInVain && event.key === 'Enter' && !event.shiftKey && this.isAll()) {
      event.preventDefault();
      return true;
    }
    if (!this.isOpen) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) this.at = (this.at + by + this.found.length) % this.found.length;
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') void this.choose(this.found[this.at]!);
    else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** Whether the command is all there is: a message to the customer it was not meant to be. */
  private isAll(): boolean {
    return this.field?.value.slice(0, this.from).trim() === '' && !/\s/.test(this.field.value.slice(this.from).trim());
  }

  /** The server fills the variables; what it does not know stays, and the first of it is selected for typing over. */
  async choose(canned: Canned): Promise<void> {
    const desk = this.desk();
    const { field, from } = this;
    if (!desk?.open || !field) return;
    const { conv } = desk.open;
    this.close();
    const filled = await desk.api.act<{ text: string }>(conv, 'canned', { id: canned.id }).catch(() => ({ text: canned.text }));
    if (desk.open?.conv !== conv) return;
    const after = desk.draft.slice(field.selectionStart);
    desk.draft = desk.draft.slice(0, from) + filled.text + after;
    this.redraw();
    requestAnimationFrame(() => this.select(field, from, filled.text));
  }

  private select(field: HTMLTextAreaElement, from: number, text: string): void {
    const open = /\{\{[^}]*\}\}/.exec(text);
    field.focus();
    if (open) field.setSelectionRange(from + open.index, from + open.index + open[0].length);
    else field.setSelectionRange(from + text.length, from + text.length);
  }

  /** Those in the customer's language first; a shortcut that begins so before a title that has it somewhere. */
  private find(typed: string): Canned[] {
    const desk = this.desk();
    const word = typed.toLocaleLowerCase();
    const language = desk?.open?.is.language;
    const rank = (one: Canned) =>
      (one.language === language ? 0 : 4) + (one.shortcut?.toLocaleLowerCase().startsWith(word) ? 0 : one.title.toLocaleLowerCase().includes(word) ? 1 : 2);
    return (desk?.stock.canned ?? [])
      .filter(one => [one.shortcut, one.title, one.id].some(part => part?.toLocaleLowerCase().includes(word)))
      .sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title))
      .slice(0, MOST);
  }
}

export function slashView({ slash, texts }: { slash: SlashMenu; texts: Texts }): TemplateResult | typeof nothing {
  if (slash.isInVain) return html`<p class="slash" role="status">${texts.noCanned}</p>`;
  if (!slash.isOpen) return nothing;
  return html`<ul id="slash" class="slash" role="listbox" aria-label=${texts.canned}>
    ${slash.found.map(
      (one, at) => html`<li
        id="slash-${at}"
        role="option"
        aria-selected=${String(at === slash.at)}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => void slash.choose(one)}
      >
        <span class="line"><b>${one.title}</b><small>${one.shortcut ? `/${one.shortcut}` : ''} ${one.language.toUpperCase()}</small></span>
        <span class="words" lang=${one.language}>${one.text}</span>
      </li>`,
    )}
  </ul>`;
}
