import { LitElement, css, html } from 'lit';
import { starIcon } from './icons';
import { common } from './styles-base';
import type { Texts } from './texts';

/** How was it? Five marks and room for a word; each may be left. Tells `rated` ({score, comment}) and `later`. */
export class ChatRating extends LitElement {
  static override styles = [
    common,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
        margin-inline: auto;
        font-weight: 650;
        text-align: center;
      }
      .marks {
        display: flex;
        justify-content: center;
        gap: 0.25rem;
        margin-block-start: 0.35rem;
      }
      label {
        position: relative;
        inline-size: 2.75rem;
        block-size: 2.75rem;
        display: grid;
        place-items: center;
        border-radius: 0.8rem;
        color: var(--soft);
        cursor: pointer;
      }
      label.on {
        color: var(--accent);
      }
      label.on svg {
        fill: currentColor;
      }
      label:hover {
        background: var(--ground);
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      label:focus-within {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .said {
        margin: 0;
        min-block-size: 1.4rem;
        text-align: center;
        font-size: 0.8125rem;
        color: var(--soft);
      }
      textarea {
        inline-size: 100%;
        margin-block-start: 0.4rem;
      }
      .acts {
        display: flex;
        justify-content: flex-end;
        gap: 0.5rem;
        margin-block-start: 0.5rem;
      }
      @media (forced-colors: active) {
        label.on {
          forced-color-adjust: none;
          color: Highlight;
        }
      }
    `,
  ];
  static override properties = { score: { state: true }, texts: { attribute: false }, question: {} };

  declare texts: Texts;
  declare question: string;
  declare private score: number;

  constructor() {
    super();
    this.score = 0;
    this.question = '';
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const comment = this.renderRoot.querySelector('textarea')?.value ?? '';
    if (this.score) this.tell('rated', { score: this.score, comment });
  };

  protected override render(): unknown {
    const { texts, score } = this;
    return html`<form class="stack" @submit=${this.submit}>
      <fieldset>
        <legend>${this.question}</legend>
        <div class="marks">
          ${texts.scores.map(
            (name, at) => html`<label class=${at < score ? 'on' : ''} title=${name}>
              <input type="radio" name="score" .checked=${score === at + 1} @change=${() => (this.score = at + 1)} />
              ${starIcon}<span class="sr">${name}</span>
            </label>`,
          )}
        </div>
        <p class="said" aria-hidden="true">${texts.scores[score - 1] ?? ''}</p>
      </fieldset>
      <textarea rows="2" maxlength="1000" aria-label=${texts.comment} placeholder=${texts.comment} ?hidden=${!score}></textarea>
      <div class="acts">
        <button class="quiet" type="button" @click=${() => this.tell('later')}>${texts.notNow}</button>
        <button class="primary" ?disabled=${!score}>${texts.send}</button>
      </div>
    </form>`;
  }
}
