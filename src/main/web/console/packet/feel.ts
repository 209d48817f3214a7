import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence } from '../shapes';
import type { Texts } from '../texts';
import { evidenceBars, range, sparkline } from './charts';
import { part, type PacketScene } from './part';

/** How they feel and at what pace they write, each as a small picture beside its words. */
export function feelings({ open, texts }: PacketScene): unknown {
  const { mood, pace } = open.is.packet;
  if (!mood && !pace) return nothing;
  return part(texts.mood, html`${mood ? moodLine(mood, texts) : nothing}${pace ? paceLine(pace, texts) : nothing}`);
}

function moodLine({ frustration, trend = [] }: { frustration: number; trend?: number[] }, texts: Texts): TemplateResult {
  const word = frustration < 0.35 ? texts.calm : frustration < 0.65 ? texts.strained : texts.upset;
  const change = trend.length > 1 ? trend.at(-1)! - trend[Math.max(0, trend.length - 4)]! : 0;
  const way = change > 0.1 ? texts.rising : change < -0.1 ? texts.falling : texts.steady;
  return html`<div class="feel ${frustration >= 0.65 ? 'hot' : frustration >= 0.35 ? 'warm' : ''}">
    <span>${texts.frustration}</span><b>${word}, ${way}</b>${trend.length > 1 ? sparkline(trend) : nothing}
  </div>`;
}

function paceLine({ latencyMs = [], words = [], said }: { latencyMs?: number[]; words?: number[]; said?: string }, texts: Texts): unknown {
  if (!said || said === 'unknown') return html`<div class="feel"><span>${texts.pace}</span><b class="soft">${texts.paces['unknown']}</b></div>`;
  const values = latencyMs.length > 1 ? latencyMs : words;
  const most = Math.max(1, ...values);
  return html`<div class="feel">
    <span>${texts.pace}</span><b>${texts.paces[said] ?? said}</b>${values.length > 1 ? sparkline(values.map(value => value / most)) : nothing}
  </div>`;
}

export function estimates({ open, texts }: PacketScene): unknown {
  const { aptitude, enthusiasm, domains } = open.is.packet.estimates ?? {};
  if (!aptitude && !enthusiasm) return nothing;
  const chance = (logit: number) => 1 / (1 + Math.exp(-logit));
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  return part(
    texts.estimates,
    html`${
      aptitude
        ? estimate(
            texts,
            texts.aptitude,
            texts.band[aptitude.band] ?? aptitude.band,
            [chance(aptitude.mean - aptitude.sd), chance(aptitude.mean), chance(aptitude.mean + aptitude.sd)],
            aptitude.evidence,
          )
        : nothing
    }
    ${fields(domains, texts)}
    ${
      enthusiasm
        ? estimate(
            texts,
            texts.enthusiasm,
            `${percent(enthusiasm.mean)}, ${texts.range(percent(enthusiasm.low), percent(enthusiasm.high))}`,
            [enthusiasm.low, enthusiasm.mean, enthusiasm.high],
            enthusiasm.evidence,
          )
        : nothing
    }`,
  );
}

function estimate(texts: Texts, title: string, words: string, [low, middle, high]: [number, number, number], evidence?: Evidence[]): TemplateResult {
  return html`<div class="estimate">
    <p><b>${title}</b> <span>${words}</span></p>
    ${range(low, middle, high)}
    ${
      evidence?.length
        ? html`<details class="fine">
            <summary>${texts.evidence(evidence.length)}</summary>
            ${evidenceBars(evidence)}
          </details>`
        : nothing
    }
  </div>`;
}

/** What they know of each field; one field alone says nothing beyond the line above. */
function fields(domains: Record<string, { band: string }> = {}, texts: Texts): unknown {
  const known = Object.entries(domains);
  if (known.length < 2) return nothing;
  return html`<ul class="fields">
    ${known.map(([field, { band }]) => html`<li><b>${texts.field[field] ?? field}</b> <span>${texts.band[band] ?? band}</span></li>`)}
  </ul>`;
}
