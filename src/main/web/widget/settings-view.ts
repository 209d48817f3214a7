import { LitElement, html, nothing } from 'lit';
import type { CareApi, Consents, Preferences } from '../care/api';
import { LANGUAGES } from '../care/language';
import { common } from './styles-base';
import { forms } from './styles-forms';
import type { Texts } from './texts';

const PURPOSES = ['service', 'personalisation', 'proactive', 'marketing', 'improvement'] as const;
const DETAILS = ['simple', 'standard', 'expert'] as const;
const CHANNELS = ['web', 'app', 'whatsapp'] as const;
const NAMES = { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' };

/** Half of the quiet hours would not be kept: the browser asks for the other time. */
const bothOrNone = ({ currentTarget }: Event) => {
  const times = [...(currentTarget as Element).querySelectorAll('input')];
  for (const time of times) {
    time.required = times.some(one => one.value);
  }
};

/**
 * What a customer decides on: how they are talked to and what may be used of them. Tells `language` (the chosen one, or
 * nothing) and `pace` (whether the writing may be measured).
 */
export class ChatSettings extends LitElement {
  static override styles = [common, forms];
  static override properties = {
    preferences: { state: true },
    consents: { state: true },
    said: { state: true },
    failed: { state: true },
    texts: { attribute: false },
    pace: { type: Boolean },
  };

  declare texts: Texts;
  declare pace: boolean;
  declare private preferences: Preferences | undefined;
  declare private consents: Consents | undefined;
  declare private said: string;
  declare private failed: boolean;
  api!: CareApi;

  constructor() {
    super();
    this.said = '';
    this.failed = false;
    this.pace = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    Promise.all([this.api.preferences(), this.api.consents()]).then(
      ([preferences, consents]) => {
        this.preferences = preferences;
        this.consents = consents;
      },
      () => this.notSaved(),
    );
  }

  private notSaved(): void {
    this.failed = true;
    this.said = this.texts.trouble;
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private async keep(what: () => Promise<void>): Promise<void> {
    this.said = '';
    try {
      await what();
      this.failed = false;
      this.said = this.texts.saved;
    } catch {
      this.notSaved();
    }
  }

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const given = (name: string) => String(form.get(name) ?? '').trim() || null;
    const from = given('from');
    const to = given('to');
    void this.keep(async () => {
      this.preferences = await this.api.setPreferences({
        detail: given('detail') as Preferences['detail'] | null,
        language: given('language'),
        nickname: given('nickname'),
        channel: given('channel'),
        quietHours: from && to ? { from, to } : null,
      });
      this.tell('language', this.preferences.language);
    });
  };

  private allow(purpose: string, box: HTMLInputElement): void {
    void this.keep(async () => {
      try {
        this.consents = await this.api.setConsents({ [purpose]: box.checked });
      } catch (fault) {
        box.checked = !box.checked;
        throw fault;
      }
    });
  }

  private select(name: string, label: string, chosen: string | undefined, options: [value: string, label: string][]): unknown {
    return html`<label class="field"><span>${label}</span>
      <select name=${name}>${options.map(([value, text]) => html`<option value=${value} ?selected=${value === (chosen ?? '')}>${text}</option>`)}</select>
    </label>`;
  }

  private switch(words: readonly string[], on: boolean, change: (box: HTMLInputElement) => void): unknown {
    return html`<label class="switch">
      <span><b>${words[0]}</b><small>${words[1]}</small></span>
      <input type="checkbox" role="switch" .checked=${on} @change=${(event: Event) => change(event.target as HTMLInputElement)} />
    </label>`;
  }

  private form(preferences: Preferences): unknown {
    const { texts } = this;
    return html`<form @submit=${this.submit}>
      <h3>${texts.howToTalk}</h3>
      ${this.select('detail', texts.detail, preferences.detail, [['', texts.details.auto], ...DETAILS.map(level => [level, texts.details[level]] as [string, string])])}
      ${this.select('language', texts.language, preferences.language, [['', texts.asPage], ...LANGUAGES.map(code => [code, NAMES[code]] as [string, string])])}
      <label class="field"><span>${texts.nickname}</span><input name="nickname" maxlength="80" autocomplete="nickname" .value=${preferences.nickname ?? ''} /></label>
      ${this.select('channel', texts.channel, preferences.channel, [['', texts.channels.any], ...CHANNELS.map(code => [code, texts.channels[code]] as [string, string])])}
      <fieldset class="field" @input=${bothOrNone}>
        <legend>${texts.quiet}</legend>
        <label><span class="sr">${texts.from}</span><input type="time" name="from" .value=${preferences.quietHours?.from ?? ''} /></label>
        <span aria-hidden="true">–</span>
        <label><span class="sr">${texts.to}</span><input type="time" name="to" .value=${preferences.quietHours?.to ?? ''} /></label>
      </fieldset>
      <button class="primary">${texts.save}</button>
    </form>`;
  }

  protected override render(): unknown {
    const { texts, preferences, consents } = this;
    return html`<p class="said ${this.failed ? 'bad' : ''}" role="status">${this.said}</p>
      ${preferences && consents
        ? html`${this.form(preferences)}
            <section>
              <h3>${texts.mayWe}</h3>
              <p class="hint">${texts.mayWeAbout}</p>
              ${PURPOSES.map(purpose => this.switch(texts.purposes[purpose], consents[purpose] ?? false, box => this.allow(purpose, box)))}
              ${this.switch(texts.pace, this.pace, box => this.tell('pace', box.checked))}
            </section>`
        : this.failed ? nothing : html`<p class="hint">${texts.connecting}</p>`}`;
  }
}
