import { LitElement, html, nothing } from 'lit';
import type { CareApi, Kept } from '../care/api';
import { save } from '../care/transcript-file';
import { common } from './styles-base';
import { forms } from './styles-forms';
import type { Texts } from './texts';

interface All {
  file?: { ledger?: { at: string; intent: string; outcome?: string }[] };
}

type Named = Record<string, string | undefined>;

const LATELY = 8;
const CONTRACT = ['plan', 'tenureMonths'];
const INFERRED = ['clv', 'churn'];
const CIRCUMSTANCE = 'circumstances.';

/** What is kept of the customer, and their corrections; all of it to take along; and the way to be forgotten. Tells `forgotten`. */
export class ChatAbout extends LitElement {
  static override styles = [common, forms];
  static override properties = {
    all: { state: true },
    profile: { state: true },
    changing: { state: true },
    failed: { state: true },
    sure: { state: true },
    texts: { attribute: false },
  };

  declare texts: Texts;
  declare private all: All | undefined;
  declare private profile: Record<string, Kept>;
  declare private changing: string;
  declare private failed: boolean;
  declare private sure: boolean;
  api!: CareApi;
  language = 'en';

  constructor() {
    super();
    this.profile = {};
    this.changing = '';
    this.failed = this.sure = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(async () => {
      [this.profile, this.all] = await Promise.all([this.api.profile(), this.api.everything()]);
    });
  }

  private async attempt(what: () => Promise<void>): Promise<void> {
    try {
      await what();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  private focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** The question takes the place of the button that had the focus. */
  private ask(sure: boolean): void {
    this.sure = sure;
    this.focusOn('.danger button');
  }

  private change(name: string): void {
    this.changing = name;
    this.focusOn('dl input');
  }

  private correct(name: string, value: unknown): void {
    const given = name.startsWith(CIRCUMSTANCE) ? { circumstances: { [name.slice(CIRCUMSTANCE.length)]: value } } : { [name]: value };
    void this.attempt(async () => {
      this.profile = await this.api.correct(given);
      this.changing = '';
      this.focusOn('dl button');
    });
  }

  private inWords(name: string, value: unknown): string {
    if (name === 'churn') return `${Math.round(Number(value) * 100)} %`;
    if (typeof value === 'boolean') return value ? this.texts.yes : this.texts.no;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  private row([name, kept]: [string, Kept]): unknown {
    const { texts } = this;
    const label = (texts.fields as Named)[name] ?? spaced(name.replace(CIRCUMSTANCE, ''));
    const plain = typeof kept.value !== 'object' && !CONTRACT.includes(name);
    const purpose = texts.purposes[kept.purpose as keyof Texts['purposes']]?.[0];
    const submit = (event: Event) => {
      event.preventDefault();
      const text = String(new FormData(event.target as HTMLFormElement).get('value')).trim();
      this.correct(name, text === '' ? null : typeof kept.value === 'number' ? Number(text) : text);
    };
    const act =
      INFERRED.includes(name) || typeof kept.value === 'boolean'
        ? html`<button class="link" type="button" @click=${() => this.correct(name, null)}>${texts.discard}</button>`
        : html`<button class="link" type="button" @click=${() => this.change(name)}>${texts.change}</button>`;
    return html`<div>
      <dt>${label}<small>${purpose}${kept.source === 'customer' ? ` · ${texts.you}` : ''}</small></dt>
      <dd dir="auto">
        ${this.changing === name
          ? html`<form @submit=${submit}><input name="value" maxlength="200" aria-label=${label} .value=${String(kept.value)} /><button class="link">${texts.save}</button></form>`
          : html`${this.inWords(name, kept.value)} ${plain ? act : nothing}`}
      </dd>
    </div>`;
  }

  private past(): unknown {
    const { texts } = this;
    const date = new Intl.DateTimeFormat(this.language, { dateStyle: 'medium' });
    const ledger = this.all?.file?.ledger?.slice(0, LATELY) ?? [];
    return ledger.length
      ? html`<h3>${texts.earlier}</h3>
          <dl>
            ${ledger.map(
              one => html`<div>
                <dt>${spaced(one.intent)}<small>${one.outcome ? ((texts.outcomes as Named)[one.outcome] ?? one.outcome) : ''}</small></dt>
                <dd>${date.format(new Date(one.at))}</dd>
              </div>`,
            )}
          </dl>`
      : nothing;
  }

  protected override render(): unknown {
    const { texts, all } = this;
    const rows = Object.entries(this.profile).filter(([, kept]) => kept.value !== undefined && kept.value !== null);
    const forget = () =>
      this.attempt(async () => {
        await this.api.forget();
        this.dispatchEvent(new CustomEvent('forgotten'));
      });
    return html`<p class="said ${this.failed ? 'bad' : ''}" role="status">${this.failed ? texts.trouble : ''}</p>
      <p class="hint">${!all ? texts.connecting : rows.length ? texts.knownAbout : texts.knownNothing}</p>
      <dl>${rows.map(row => this.row(row))}</dl>
      ${this.past()}
      <button class="quiet wide" type="button" @click=${() => save('my-data.json', new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }))}>
        ${texts.saveAll}
      </button>
      <section class="danger">
        <p class="hint">${texts.forgetAbout}</p>
        ${this.sure
          ? html`<div class="acts">
              <button class="quiet" type="button" @click=${() => this.ask(false)}>${texts.notNow}</button>
              <button class="bad" type="button" @click=${forget}>${texts.forgetSure}</button>
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
