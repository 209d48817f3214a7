import { LitElement, html, nothing } from 'lit';
import type { CareApi } from '../care/api';
import { save } from '../care/transcript-file';
import { common } from './styles-base';
import { forms } from './styles-forms';
import type { Texts } from './texts';

interface Kept {
  file?: { profile?: Record<string, unknown>; ledger?: { at: string; intent: string; outcome?: string }[] };
}

type Named = Record<string, string | undefined>;

const LATELY = 8;

/** What is kept of the customer, in words; all of it to take along; and the way to be forgotten. Tells `forgotten`. */
export class ChatAbout extends LitElement {
  static override styles = [common, forms];
  static override properties = {
    kept: { state: true },
    failed: { state: true },
    sure: { state: true },
    texts: { attribute: false },
  };

  declare texts: Texts;
  declare private kept: Kept | undefined;
  declare private failed: boolean;
  declare private sure: boolean;
  api!: CareApi;
  language = 'en';

  constructor() {
    super();
    this.failed = this.sure = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.api.everything().then(
      all => (this.kept = all as Kept),
      () => (this.failed = true),
    );
  }

  /** The question takes the place of the button that had the focus. */
  private ask(sure: boolean): void {
    this.sure = sure;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.danger button')?.focus());
  }

  private async forget(): Promise<void> {
    try {
      await this.api.forget();
      this.dispatchEvent(new CustomEvent('forgotten'));
    } catch {
      this.failed = true;
      this.sure = false;
    }
  }

  /** A value as people write it; one that says where it comes from is only its value here. */
  private inWords(value: unknown): string {
    if (typeof value === 'object' && value !== null && 'value' in value) return this.inWords(value.value);
    if (typeof value === 'boolean') return value ? this.texts.yes : this.texts.no;
    if (Array.isArray(value)) return value.map(one => this.inWords(one)).join(', ');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  private rows(values: Record<string, unknown>): [string, string][] {
    return Object.entries(values).flatMap(([name, value]): [string, string][] => {
      if (value === null || value === undefined) return [];
      if (name === 'circumstances') return this.rows(value as Record<string, unknown>);
      const words = name === 'churn' && typeof value === 'number' ? `${Math.round(value * 100)} %` : this.inWords(value);
      return [[(this.texts.fields as Named)[name] ?? spaced(name), words]];
    });
  }

  protected override render(): unknown {
    const { texts, kept } = this;
    if (this.failed) return html`<p class="said bad" role="status">${texts.trouble}</p>`;
    if (!kept) return html`<p class="hint" role="status">${texts.connecting}</p>`;
    const rows = this.rows(kept.file?.profile ?? {});
    const ledger = kept.file?.ledger?.slice(0, LATELY) ?? [];
    const date = new Intl.DateTimeFormat(this.language, { dateStyle: 'medium' });
    return html`<p class="hint">${rows.length || ledger.length ? texts.knownAbout : texts.knownNothing}</p>
      <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>
      ${ledger.length
        ? html`<h3>${texts.earlier}</h3>
            <ul class="past">
              ${ledger.map(
                one => html`<li>
                  <span>${spaced(one.intent)}${one.outcome ? html` <small>${(texts.outcomes as Named)[one.outcome] ?? one.outcome}</small>` : nothing}</span>
                  <time datetime=${one.at}>${date.format(new Date(one.at))}</time>
                </li>`,
              )}
            </ul>`
        : nothing}
      <p class="hint">${texts.correct}</p>
      <button class="quiet wide" type="button" @click=${() => save('my-data.json', new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }))}>
        ${texts.saveAll}
      </button>
      <section class="danger">
        <p class="hint">${texts.forgetAbout}</p>
        ${this.sure
          ? html`<div class="acts">
              <button class="quiet" type="button" @click=${() => this.ask(false)}>${texts.notNow}</button>
              <button class="bad" type="button" @click=${() => this.forget()}>${texts.forgetSure}</button>
            </div>`
          : html`<button class="quiet wide" type="button" @click=${() => this.ask(true)}>${texts.forget}</button>`}
      </section>`;
  }
}

/** `worksFromHome` and `internet_slow` as words. */
function spaced(name: string): string {
  const words = name.replace(/[_.]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
