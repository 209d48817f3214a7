import { html, nothing, type TemplateResult } from 'lit';
import { LANGUAGES } from '../../care/language';
import type { Desk } from '../desk/desk';
import { capital, plain } from '../inbox/names';
import { Page } from '../shell/page';
import type { Texts } from '../texts';
import type { Candidate, CandidateState } from './shapes';

const STATES: CandidateState[] = ['open', 'labelled', 'dismissed'];
const AT_ONCE = 25;

/** Messages that were not understood: what each means, said by a person, becomes training data. */
export class ToLabel extends Page {
  static override properties = { desk: { attribute: false }, texts: { attribute: false } };
  declare desk: Desk;
  declare texts: Texts;
  private shown: CandidateState = 'open';
  private language = '';
  private offset = 0;
  private total = 0;
  private items?: Candidate[];
  private intents: string[] = [];

  protected override firstUpdated(): void {
    void this.load(async () => {
      const models = await this.desk.api.models();
      this.intents = models.labels;
    });
  }

  private async load(first?: () => Promise<void>): Promise<void> {
    await this.attempt(async () => {
      await first?.();
      const page = await this.desk.api.candidates(this.shown, this.language, AT_ONCE, this.offset);
      this.items = page.items;
      this.total = page.total;
    });
  }

  private show(change: () => void): void {
    change();
    this.offset = 0;
    void this.load();
  }

  private async decide(candidate: Candidate, said: { intent: string } | { dismissed: boolean }): Promise<void> {
    if (await this.attempt(() => this.desk.api.decide(candidate.id, said))) {
      if (this.items?.length === 1) this.offset = Math.max(0, this.offset - AT_ONCE);
      await this.load();
    }
  }

  protected override render(): unknown {
    const { texts, items } = this;
    const { toLabel } = texts.admin;
    return html`<section class="card to-label">
      <p class="lead">${texts.admin.leads.candidates}</p>
      <div class="range-form">
        <label>${toLabel.show}<select @change=${(event: Event) => this.show(() => (this.shown = (event.target as HTMLSelectElement).value as CandidateState))}>
          ${STATES.map(state => html`<option value=${state} ?selected=${state === this.shown}>${toLabel.states[state]}</option>`)}
        </select></label>
        <label>${texts.language}<select @change=${(event: Event) => this.show(() => (this.language = (event.target as HTMLSelectElement).value))}>
          <option value="">${toLabel.everyLanguage}</option>
          ${LANGUAGES.map(one => html`<option value=${one}>${one.toUpperCase()}</option>`)}
        </select></label>
        ${this.shown === 'labelled' ? html`<button class="plain small" type="button" @click=${() => this.download()}>${toLabel.download}</button>` : nothing}
      </div>
      ${this.failure ? html`<p class="trouble" role="alert">${this.failure}</p>` : nothing}
      ${items ? this.list(items) : html`<p class="none" role="status">${texts.loading}</p>`}
    </section>`;
  }

  private list(items: Candidate[]): TemplateResult {
    const { texts, offset, total } = this;
    const { toLabel } = texts.admin;
    if (!items.length) return html`<p class="none">${toLabel.nothing}</p>`;
    return html`<ul class="candidates">${items.map(one => this.row(one))}</ul>
      <p class="buttons">
        <small>${toLabel.range(offset + 1, offset + items.length, total)}</small><span class="gap"></span>
        <button class="plain small" type="button" ?disabled=${offset === 0} @click=${() => this.turn(-AT_ONCE)}>${toLabel.before}</button>
        <button class="plain small" type="button" ?disabled=${offset + items.length >= total} @click=${() => this.turn(AT_ONCE)}>${toLabel.after}</button>
      </p>`;
  }

  private turn(by: number): void {
    this.offset = Math.max(0, this.offset + by);
    void this.load();
  }

  private row(candidate: Candidate): TemplateResult {
    const { texts } = this;
    const { toLabel } = texts.admin;
    const pick = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      if (value) void this.decide(candidate, { intent: value });
    };
    return html`<li>
      <p class="text" lang=${candidate.language} dir="auto">${candidate.text}</p>
      <small>${[candidate.language.toUpperCase(), toLabel.reasons[candidate.reason], toLabel.conversations(candidate.conversations), candidate.labelledBy].filter(Boolean).join(' · ')}</small>
      <div class="range-form">
        ${candidate.state === 'open'
          ? candidate.ranking.map(
              ({ intent, confidence }) =>
                html`<button class="plain small" type="button" @click=${() => void this.decide(candidate, { intent })}>${this.named(intent)} <small>${Math.round(confidence * 100)}&nbsp;%</small></button>`,
            )
          : nothing}
        <select aria-label=${toLabel.means} @change=${pick}>
          <option value="" ?selected=${!candidate.intent}>${toLabel.means}</option>
          ${this.intents.map(intent => html`<option value=${intent} ?selected=${intent === candidate.intent}>${this.named(intent)}</option>`)}
        </select>
        ${candidate.state === 'open'
          ? html`<button class="plain small" type="button" @click=${() => void this.decide(candidate, { dismissed: true })}>${toLabel.dismiss}</button>`
          : html`<button class="plain small" type="button" @click=${() => void this.decide(candidate, { dismissed: false })}>${toLabel.reopen}</button>`}
      </div>
    </li>`;
  }

  private named(intent: string): string {
    const { intents, admin } = this.texts;
    return intents[intent] ?? capital(intent === 'oos' ? admin.toLabel.reasons.out_of_scope : plain(intent));
  }

  /** One file for each language, as training data has it. */
  private async download(): Promise<void> {
    const language = this.language || 'en';
    await this.attempt(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(await this.desk.api.labelled(language));
      link.download = `labelled-${language}.tsv`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }
}
