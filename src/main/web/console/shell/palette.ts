import { LitElement, html, nothing } from 'lit';
import type { Texts } from '../texts';
import { beside } from './window';

export interface Choice {
  title: string;
  hint?: string | undefined;
  run(): unknown;
}

const MOST = 40;

/** `<command-palette>`: everything that can be done and every conversation on the lists, found by typing a part of it. */
export class CommandPalette extends LitElement {
  static override properties = { texts: { attribute: false } };
  declare texts: Texts;
  /** Asked when the palette opens, and not before. */
  choices: () => Choice[] = () => [];
  private all: Choice[] = [];
  private typed = '';
  private at = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  show(): void {
    this.all = this.choices();
    this.typed = '';
    this.at = 0;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector('dialog')?.showModal());
  }

  private get found(): Choice[] {
    const words = this.typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return this.all.filter(one => words.every(word => `${one.title} ${one.hint ?? ''}`.toLocaleLowerCase().includes(word))).slice(0, MOST);
  }

  private choose(one: Choice | undefined): void {
    if (!one) return;
    this.querySelector('dialog')?.close();
    one.run();
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const { found } = this;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && found.length) this.at = (this.at + by + found.length) % found.length;
    else if (event.key === 'Enter' && !event.isComposing) this.choose(found[this.at]);
    else return;
    event.preventDefault();
    this.requestUpdate();
  };

  protected override updated(): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): unknown {
    const { texts, found } = this;
    if (!texts) return nothing;
    return html`<dialog id="palette" class="palette" aria-label=${texts.palette} @click=${beside}>
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant=${found.length ? `palette-${this.at}` : nothing}
        aria-label=${texts.paletteHint}
        placeholder=${texts.paletteHint}
        .value=${this.typed}
        @keydown=${this.pressed}
        @input=${(event: Event) => {
          this.typed = (event.target as HTMLInputElement).value;
          this.at = 0;
          this.requestUpdate();
        }}
      />
      <ul id="palette-list" role="listbox" aria-label=${texts.palette}>
        ${found.map(
          (one, at) =>
            html`<li id="palette-${at}" role="option" aria-selected=${String(at === this.at)} @click=${() => this.choose(one)}>
              <span dir="auto">${one.title}</span>${one.hint ? html`<small>${one.hint}</small>` : nothing}
            </li>`,
        )}
      </ul>
      ${found.length ? nothing : html`<p class="none" role="status">${texts.nothingFound}</p>`}
    </dialog>`;
  }
}
