import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk';
import { capital, plain } from '../inbox/names';
import { Page } from '../shell/page';
import { span } from '../shell/since';
import type { Texts } from '../texts';
import { dayColumns, reasonBars, tile } from './figures';
import type { ReasonsReport } from './shapes';

const DAY_MS = 86_400_000;

/** Why conversations came to people, and how they ended, between two days. */
export class ReportsPage extends Page {
  static override properties = { desk: { attribute: false }, texts: { attribute: false }, language: {} };
  declare desk: Desk;
  declare texts: Texts;
  declare language: string;
  private from = day(Date.now() - 13 * DAY_MS);
  private to = day(Date.now());
  private report?: ReasonsReport;

  protected override firstUpdated(_: PropertyValues): void {
    void this.load();
  }

  private async load(): Promise<void> {
    await this.attempt(async () => (this.report = await this.desk.api.reasons(this.from, this.to)));
  }

  private lastDays(days: number): void {
    this.from = day(Date.now() - (days - 1) * DAY_MS);
    this.to = day(Date.now());
    void this.load();
  }

  protected override render(): unknown {
    const { texts, report } = this;
    const { reports } = texts;
    const date = (name: 'from' | 'to', title: string) =>
      html`<label>${title}<input type="date" .value=${this[name]} @change=${(event: Event) => {
        const value = (event.target as HTMLInputElement).value;
        if (!value) return;
        this[name] = value;
        void this.load();
      }} /></label>`;
    return html`<main class="page" tabindex="-1">
      <header class="head">
        <h2>${texts.views.reports}</h2>
        <div class="range-form">
          ${[1, 7, 14, 30].map(days => html`<button class="plain small" type="button" @click=${() => this.lastDays(days)}>${reports.days(days)}</button>`)}
          ${date('from', reports.from)} ${date('to', reports.to)}
        </div>
      </header>
      ${this.failure ? html`<p class="trouble" role="alert">${this.failure}</p>` : nothing}
      ${report ? this.body(report) : html`<p class="none" role="status">${this.failure ? '' : texts.loading}</p>`}
    </main>`;
  }

  private body(report: ReasonsReport): TemplateResult {
    const { texts } = this;
    const { reports } = texts;
    const sum = (name: 'served' | 'left' | 'callback' | 'returned') => report.reasons.reduce((all, row) => all + (row[name] ?? 0), 0);
    const share = (part: number) => (report.total ? `${Math.round((100 * part) / report.total)} %` : '');
    return html`<ul class="tiles">
        ${tile(reports.total, String(report.total))} ${tile(reports.served, String(sum('served')), share(sum('served')))}
        ${tile(reports.left, String(sum('left')), share(sum('left')), sum('left') ? 'bad' : '')} ${tile(reports.callback, String(sum('callback')), share(sum('callback')))}
        ${tile(reports.returned, String(sum('returned')), share(sum('returned')))}
      </ul>
      ${report.total ? html`${this.days(report)} ${this.reasons(report)} ${this.codes(report)}` : html`<p class="none big">${reports.nothing}</p>`}`;
  }

  private days(report: ReasonsReport): unknown {
    if (report.days.length < 2) return nothing;
    const words = (at: string) => new Intl.DateTimeFormat(this.language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(at));
    return html`<section class="card">
      <h3>${this.texts.reports.perDay}</h3>
      ${dayColumns(report.days)}
      <p class="axis"><span>${words(report.days[0]!.day)}</span><span>${words(report.days.at(-1)!.day)}</span></p>
    </section>`;
  }

  private reasons(report: ReasonsReport): TemplateResult {
    const { texts } = this;
    const { reports } = texts;
    const time = (ms: number | undefined) => (ms === undefined ? '–' : span(ms));
    const rows = [...report.reasons].sort((a, b) => b.count - a.count);
    return html`<section class="card">
      <h3>${reports.byReason}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${reports.byReason}>
        <table class="numbers">
          <thead>
            <tr>
              <th>${texts.why}</th><th>${reports.count}</th><th>${reports.share}</th><th>${reports.served}</th><th>${reports.left}</th><th>${reports.callback}</th>
              <th>${reports.returned}</th><th>${reports.medianWait}</th><th>${reports.p90Wait}</th><th>${reports.handling}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              row => html`<tr>
                <th scope="row">${texts.reasons[row.code] ?? row.code}<small><code>${row.code}</code></small></th>
                <td>${row.count}</td><td><span class="share"><meter min="0" max="1" value=${row.share}></meter>${Math.round(100 * row.share)} %</span></td>
                <td>${row.served ?? 0}</td><td>${row.left ?? 0}</td><td>${row.callback ?? 0}</td><td>${row.returned ?? 0}</td>
                <td>${time(row.medianWaitMs)}</td><td>${time(row.p90WaitMs)}</td><td>${time(row.medianHandlingMs)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private codes({ wrapups = [] }: ReasonsReport): unknown {
    if (!wrapups.length) return nothing;
    const { texts, desk, language } = this;
    const label = (code: string) => desk.stock.wrapUps.find(one => one.code === code)?.labels[language] ?? texts.codes[code] ?? capital(plain(code));
    const rows = [...wrapups].sort((a, b) => b.count - a.count);
    return html`<section class="card"><h3>${texts.reports.endings}</h3>${reasonBars(rows.map(row => ({ code: label(row.code), count: row.count })), texts)}</section>`;
  }
}

/** The day of a moment in UTC, as the server counts days. */
function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
