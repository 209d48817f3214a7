import { html, svg, type TemplateResult } from 'lit';
import type { Evidence } from '../shapes';

/** Small pictures beside words; each is decoration, what it says stands next to it. */

/** A line through values from 0 to 1, oldest first. */
export function sparkline(values: readonly number[]): TemplateResult {
  const width = 96;
  const height = 28;
  const x = (at: number) => (values.length < 2 ? width / 2 : 3 + (at * (width - 6)) / (values.length - 1));
  const y = (value: number) => height - 3 - clamp(value) * (height - 6);
  const points = values.map((value, at) => `${x(at)},${y(value)}`).join(' ');
  const last = values.at(-1) ?? 0;
  return html`<svg class="spark" aria-hidden="true" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    ${svg`<polyline points=${points} /><circle cx=${x(values.length - 1)} cy=${y(last)} r="3" />`}
  </svg>`;
}

/** Where an estimate lies between 0 and 1, and how sure it is: a range with its middle. */
export function range(low: number, middle: number, high: number): TemplateResult {
  const at = (value: number) => 4 + clamp(value) * 192;
  return html`<svg class="range" aria-hidden="true" viewBox="0 0 200 16" preserveAspectRatio="none">
    ${svg`<rect class="rail" x="0" y="5" width="200" height="6" rx="3" />
      <rect class="likely" x=${at(low)} y="5" width=${Math.max(2, at(high) - at(low))} height="6" rx="3" />
      <rect class="middle" x=${at(middle) - 1.5} y="1" width="3" height="14" rx="1" />`}
  </svg>`;
}

/** Contributions as bars to either side of a middle line, all on one scale. */
export function evidenceBars(evidence: readonly Evidence[]): TemplateResult {
  const most = Math.max(0.1, ...evidence.map(one => Math.abs(one.contribution)));
  return html`<ul class="evidence">
    ${evidence.map(one => {
      const width = (Math.abs(one.contribution) / most) * 28;
      return html`<li>
        <svg aria-hidden="true" width="60" height="12" viewBox="0 0 60 12">
          ${svg`<line x1="30" x2="30" y1="0" y2="12" />
            <rect class=${one.contribution < 0 ? 'less' : 'more'} x=${one.contribution < 0 ? 30 - width : 30} y="2" width=${width} height="8" rx="2" />`}
        </svg>
        <span>${one.what}</span>
        <span class="by">${one.contribution > 0 ? '+' : '−'}${Math.abs(one.contribution).toFixed(2)}</span>
      </li>`;
    })}
  </ul>`;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
