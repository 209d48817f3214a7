import { LitElement, css, html, nothing } from 'lit';
import { moreIcon } from './icons';
import { common } from './styles-base';

export interface Item {
  label: string;
  act(): void;
  /** Set apart from those before it. */
  apart?: boolean;
}

/** The button with what is needed less often: a list that opens below it, and closes when it is left. */
export class ChatMenu extends LitElement {
  static override styles = [
    common,
    css`
      :host {
        position: relative;
        display: block;
      }
      ul {
        position: absolute;
        inset-block-start: 100%;
        inset-inline-end: 0;
        z-index: 2;
        margin: 0.25rem 0 0;
        padding: 0.35rem;
        inline-size: max-content;
        max-inline-size: min(18rem, calc(100vw - 5rem));
        list-style: none;
        background: var(--paper);
        border: 1px solid var(--line);
        border-radius: 0.9rem;
        box-shadow: var(--shadow);
      }
      li button {
        inline-size: 100%;
        min-block-size: 2.5rem;
        padding: 0.4rem 0.75rem;
        border-radius: 0.6rem;
        text-align: start;
        font-size: 0.9063rem;
      }
      li button:hover {
        background: var(--ground);
      }
      li.apart {
        margin-block-start: 0.35rem;
        padding-block-start: 0.35rem;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];
  static override properties = { label: {}, items: { attribute: false }, open: { state: true } };

  declare label: string;
  declare items: Item[];
  declare private open: boolean;

  constructor() {
    super();
    this.label = '';
    this.items = [];
    this.open = false;
  }

  /** Waits for the button, which is not there yet when this has just been put on the page. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  private readonly pressed = (event: KeyboardEvent) => {
    if (!this.open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.open = false;
      this.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const all = [...this.renderRoot.querySelectorAll('button')];
      const at = all.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
      all[(at + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length]?.focus();
    }
  };

  private readonly left = (event: FocusEvent) => {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) this.open = false;
  };

  private chosen(item: Item): void {
    this.open = false;
    this.focus();
    item.act();
  }

  protected override render(): unknown {
    return html`<div @keydown=${this.pressed} @focusout=${this.left}>
      <button
        class="icon"
        type="button"
        aria-label=${this.label}
        title=${this.label}
        aria-expanded=${String(this.open)}
        @click=${() => (this.open = !this.open)}
      >
        ${moreIcon}
      </button>
      ${
        this.open
          ? html`<ul>
              ${this.items.map(
                item => html`<li class=${item.apart ? 'apart' : ''}><button type="button" @click=${() => this.chosen(item)}>${item.label}</button></li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }
}
