import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from '../shell/icons';
import { Page } from '../shell/page';
import type { Texts } from '../texts';
import { WEEK, type Day, type Hours, type Span } from './shapes';

/** Opening hours: the week, in one time zone, and the days that are different. */
export class HoursForm extends Page {
  static override properties = { texts: { attribute: false }, hours: { attribute: false }, save: { attribute: false }, language: {} };
  declare texts: Texts;
  declare hours: Hours;
  declare language: string;
  declare save: (hours: Hours) => Promise<boolean>;
  private now: Hours = { zone: 'UTC', always: false, week: {}, holidays: [] };

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('hours')) this.now = structuredClone(this.hours);
  }

  protected override render(): unknown {
    const { now, texts } = this;
    const { admin } = texts;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const { zone, always, week, holidays } = now;
      void this.save({ zone, always, week, holidays: holidays.filter(day => day.date) });
    };
    return html`<form class="form card hours" @submit=${submit}>
      <p class="lead">${admin.leads.hours} ${this.hours.openNow === undefined ? nothing : html`<span class="pill ${this.hours.openNow ? 'good' : ''}">${this.hours.openNow ? texts.board.open : texts.board.shut}</span>`}</p>
      <div class="pair">
        <label>${admin.zone}<select @change=${this.changes(value => (now.zone = value))}>
          ${zones(now.zone).map(zone => html`<option ?selected=${zone === now.zone}>${zone}</option>`)}
        </select></label>
        <label class="radio"><input type="checkbox" .checked=${now.always} @change=${(event: Event) => {
          now.always = (event.target as HTMLInputElement).checked;
          this.requestUpdate();
        }} />${admin.always}</label>
      </div>
      ${now.always ? nothing : html`<fieldset class="week"><legend>${admin.week}</legend>${WEEK.map(day => this.day(day))}</fieldset>`}
      <fieldset class="week">
        <legend>${admin.holidays}</legend>
        ${now.holidays.map((holiday, at) => this.holiday(holiday, at))}
        <button class="plain small" type="button" @click=${() => this.change(() => now.holidays.push({ date: '', name: '', open: [] }))}>${icon('plus')}${admin.addHoliday}</button>
      </fieldset>
      <p class="buttons"><button class="primary">${admin.save}</button></p>
    </form>`;
  }

  private change(how: () => unknown): void {
    how();
    this.requestUpdate();
  }

  private changes(use: (value: string) => void): (event: Event) => void {
    return event => this.change(() => use((event.target as HTMLInputElement).value));
  }

  private day(day: Day): TemplateResult {
    const spans = (this.now.week[day] ??= []);
    const name = new Intl.DateTimeFormat(this.language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + WEEK.indexOf(day)));
    return html`<div class="day"><b>${name}</b>${this.spans(spans, name)}</div>`;
  }

  private holiday(holiday: Hours['holidays'][number], at: number): TemplateResult {
    const { admin } = this.texts;
    const spans = (holiday.open ??= []);
    return html`<div class="day">
      <span class="pair">
        <input type="date" required aria-label=${admin.date} .value=${holiday.date} @change=${this.changes(value => (holiday.date = value))} />
        <input aria-label=${admin.name} placeholder=${admin.name} maxlength="80" .value=${holiday.name ?? ''} @change=${this.changes(value => (holiday.name = value))} />
      </span>
      ${this.spans(spans, holiday.name || admin.holidays)}
      <button class="bare" type="button" aria-label="${admin.remove}: ${holiday.name || holiday.date}" @click=${() => this.change(() => this.now.holidays.splice(at, 1))}>${icon('cross')}</button>
    </div>`;
  }

  private spans(spans: Span[], of: string): TemplateResult {
    const { admin } = this.texts;
    const time = (span: Span, name: 'from' | 'to') =>
      html`<input type="time" required aria-label="${of}: ${name === 'from' ? admin.fromTime : admin.toTime}" .value=${span[name]} @change=${this.changes(value => (span[name] = value))} />`;
    return html`<span class="spans">
      ${spans.length ? nothing : html`<span class="none">${admin.closedAllDay}</span>`}
      ${spans.map(
        (span, at) => html`<span class="span">${time(span, 'from')}–${time(span, 'to')}<button class="bare" type="button" aria-label="${admin.remove}: ${of} ${span.from}" @click=${() => this.change(() => spans.splice(at, 1))}>${icon('cross')}</button></span>`,
      )}
      <button class="bare" type="button" aria-label="${admin.addSpan}: ${of}" title=${admin.addSpan} @click=${() => this.change(() => spans.push({ from: '08:00', to: '18:00' }))}>${icon('plus')}</button>
    </span>`;
  }
}

function zones(known: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return all.includes(known) ? all : [known, ...all];
}
