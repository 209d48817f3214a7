import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../shell/icons';
import type { Texts } from '../texts';
import type { DrawnLines, Reload } from './shapes';

export interface InUse {
  texts: Texts;
  lines: DrawnLines;
  /** Only for those who may. */
  reload?: () => void;
  /** What came of it, for a moment. */
  told: string;
}

/** Which version is in use since when; beside it the button that has the files read now. */
export function inUse({ texts, lines, reload, told }: InUse): TemplateResult {
  const words = texts.lens;
  return html`<p class="pill inuse">${words.version} <code>${lines.version}</code> · ${words.since} <time-since at=${lines.since} title=${lines.since}></time-since></p>
    ${reload ? html`<button type="button" class="plain small reload" @click=${reload}>${icon('refresh')}${words.reload}</button>` : nothing}
    <span class="came" role="status">${told}</span>`;
}

/** The last edit that was refused: large while it stands, folded once the files are right again. */
export function refusedEdit(texts: Texts, lines: DrawnLines): TemplateResult | typeof nothing {
  const words = texts.lens;
  const { refused, reload, version } = lines;
  if (!refused) return nothing;
  const since = html`<time-since at=${refused.at} title=${refused.at}></time-since>`;
  if (reload?.outcome !== 'refused') {
    return html`<details class="fine refused"><summary>${words.refusedBefore(refused.faults.length)} (${since})</summary>${faults(texts, refused)}</details>`;
  }
  return html`<section class="card alarm refused" aria-labelledby="refused-title">
    <h3 id="refused-title">${words.refused(refused.faults.length)} <small>${since}</small></h3>
    <p>${words.stays(version)}</p>
    ${faults(texts, refused)}
  </section>`;
}

function faults(texts: Texts, { faults }: Reload): TemplateResult {
  return html`<ol class="faults" aria-label=${texts.lens.faults}>
    ${faults.map(fault => html`<li><code>${fault.file}:${fault.line}</code> <span lang="en">${fault.message}</span> <small>${fault.kind}</small></li>`)}
  </ol>`;
}

export function outcome(texts: Texts, { outcome, faults }: Reload): string {
  const words = texts.lens;
  return outcome === 'refused' ? words.refused(faults.length) : outcome === 'released' ? words.released : words.unchanged;
}
