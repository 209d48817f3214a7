import { LitElement, css, html, nothing } from 'lit';
import type { CareApi, Why } from '../care/api';
import { whyIcon } from './icons';
import { common } from './styles-base';
import type { Texts } from './texts';

/** Behind a small button: what the bot's message was made from, and what for. Asked of the server when it is opened. */
export class ChatWhy extends LitElement {
  static override styles = [
    common,
    css`
      :host {
        display: contents;
      }
      button {
        inline-size: 1.5rem;
        block-size: 1.5rem;
        padding: 0;
        display: grid;
        place-items: center;
        border-radius: 0.5rem;
        color: var(--soft);
      }
      button:hover {
        color: var(--ink);
        background: var(--paper);
      }
      div {
        flex: 1 0 100%;
        padding: 0.4rem 0.7rem;
        margin-block: 0.15rem 0.3rem;
        border-inline-start: 3px solid var(--line);
        color: var(--ink);
      }
      ul {
        margin: 0.1rem 0 0;
        padding-inline-start: 1.1rem;
      }
    `,
  ];
  static override properties = { texts: { attribute: false }, why: { state: true }, open: { state: true }, failed: { state: true } };

  declare texts: Texts;
  declare private why: Why | undefined;
  declare private open: boolean;
  declare private failed: boolean;
  api!: CareApi;
  conv = '';
  seq = 0;

  constructor() {
    super();
    this.open = this.failed = false;
  }

  private toggle(): void {
    this.open = !this.open;
    if (!this.open || this.why) return;
    this.failed = false;
    this.api.why(this.conv, this.seq).then(
      why => (this.why = why),
      () => (this.failed = true),
    );
  }

  private answer(): unknown {
    const { texts, why } = this;
    if (this.failed) return texts.trouble;
    if (!why) return texts.connecting;
    return html`${texts.whyUsed}
      <ul>
        ${why.data.map(
          used => html`<li>${texts.used[used.code as keyof Texts['used']] ?? used.what} (${texts.purposes[used.purpose as keyof Texts['purposes']]?.[0] ?? used.purpose})</li>`,
        )}
      </ul>`;
  }

  protected override render(): unknown {
    return html`<button type="button" aria-expanded=${String(this.open)} aria-label=${this.texts.why} title=${this.texts.why} @click=${() => this.toggle()}>
        ${whyIcon}
      </button>
      ${this.open ? html`<div role="status">${this.answer()}</div>` : nothing}`;
  }
}
