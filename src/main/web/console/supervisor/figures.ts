import { html, svg, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../texts';

export function tile(title: string, figure: string, hint = '', tone = ''): TemplateResult {
  return html`<li class="tile ${tone}"><span>${title}</span><b>${figure}</b>${hint ? html`<small>${hint}</small>` : nothing}</li>`;
}

/** How often each reason, as bars on one scale with the figure beside them. */
export function reasonBars(rows: { code: string; count: number }[], texts: Texts): TemplateResult {
  const most = Math.max(1, ...rows.map(row => row.count));
  return html`<ul class="bars">
    ${rows.map(
      row => html`<li>
        <span>${texts.reasons[row.code] ?? row.code}</span>
        <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
          ${svg`<rect class="rail" width="100" height="10" rx="1" /><rect class="fill" width=${(100 * row.count) / most} height="10" rx="1" />`}
        </svg>
        <b>${row.count}</b>
      </li>`,
    )}
  </ul>`;
}

/** A column for each day; what it says stands in the table below it. */
export function dayColumns(days: { day: string; count: number }[]): TemplateResult {
  const most = Math.max(1, ...days.map(day => day.count));
  const width = 100 / Math.max(1, days.length);
  return html`<svg class="days" aria-hidden="true" viewBox="0 0 100 40" preserveAspectRatio="none">
    ${svg`<line x1="0" x2="100" y1="39.5" y2="39.5" />`}
    ${days.map((day, at) => {
      const height = (38 * day.count) / most;
      return svg`<rect x=${at * width + width * 0.15} y=${39.5 - height} width=${width * 0.7} height=${height}><title>${day.day}: ${day.count}</title></rect>`;
    })}
  </svg>`;
}
