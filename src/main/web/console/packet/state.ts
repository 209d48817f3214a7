import { html, nothing, type TemplateResult } from 'lit';
import { capital, leaf, plain, valueOf } from '../inbox/names';
import { icon } from '../shell/icons';
import type { Fact } from '../shapes';
import type { Texts } from '../texts';
import { ago, part, type PacketScene } from './part';

/** Where the assistant stands: the topic and the step that is open. */
export function step({ open, texts }: PacketScene): unknown {
  const { step } = open.is.packet;
  if (!step) return nothing;
  return part(
    texts.step,
    html`<p>${capital(plain(step.dialog))}${step.open ? html` › <b>${leaf(step.open, texts.remedies)}</b>` : nothing}
      ${step.kind ? html`<small>${texts.stepKinds[step.kind] ?? plain(step.kind)}</small>` : nothing}</p>`,
  );
}

/** What people said comes first; what was measured stands below with its age, and is folded here. */
export function facts({ open, texts, go }: PacketScene): unknown {
  const all = open.is.packet.facts ?? [];
  if (!all.length) return nothing;
  const row = (fact: Fact) => html`<div>
    <dt>${leaf(fact.name, texts.factNames)}</dt>
    <dd><span dir="auto">${texts.readingValues[fact.value] ?? valueOf(fact.value)}</span> <small class="source ${fact.source}">${texts.sources[fact.source] ?? fact.source}</small>${go(fact.seq)}</dd>
  </div>`;
  const measured = all.filter(fact => fact.source === 'diagnostics');
  const said = all.filter(fact => fact.source !== 'diagnostics');
  return part(
    texts.facts,
    html`${said.length ? html`<dl>${said.map(row)}</dl>` : nothing}
      ${
        measured.length
          ? html`<details class="fine" ?open=${said.length === 0 && measured.length < 4}>
              <summary>${texts.measured(measured.length)}</summary>
              <dl>${measured.map(row)}</dl>
            </details>`
          : nothing
      }`,
  );
}

export function tried({ open, texts, go }: PacketScene): unknown {
  const all = open.is.packet.tried ?? [];
  if (!all.length) return nothing;
  return part(
    texts.tried,
    html`<ul class="tried">
      ${all.map(
        one => html`<li>
          <span>${one.title && !one.title.includes('/') ? one.title : leaf(one.remedy, texts.remedies)}</span>
          <span class="outcome ${one.outcome}">${texts.outcome[one.outcome] ?? plain(one.outcome)}</span>
          ${ago(one.at, texts)}${go(one.seq)}
        </li>`,
      )}
    </ul>`,
  );
}

export function promises({ open, texts, go }: PacketScene): unknown {
  const all = open.is.packet.promises ?? [];
  if (!all.length) return nothing;
  return part(texts.promises, html`<ul>${all.map(promise => html`<li dir="auto">${promise.text} ${go(promise.seq)}</li>`)}</ul>`);
}

/** Readings that mean trouble, as the demo's line and real lines call it: these stand out. */
const BAD = /^(down|high|weak|very[-_ ]weak|outdated|old|many|yes[-_ ]outage|active|no[-_ ]sync|unreachable|poor|bad|failed|low)$/i;
const BAD_NO = new Set(['router.reachable', 'line.sync']);

/** Tests that were run together have one age. */
export function diagnostics({ open, texts }: PacketScene): unknown {
  const tests = open.is.packet.diagnostics ?? [];
  const again = html`<button class="again" type="button" ?disabled=${open.running || open.isClosed} @click=${() => void open.runDiagnostics()}>
    ${icon('refresh')}${open.running ? texts.testing : texts.testAgain}
  </button>`;
  if (!tests.length) return part(texts.diagnostics, html`<p class="none">${texts.noTests} ${again}</p>`);
  const times = tests.map(test => Date.parse(test.at));
  const together = Math.max(...times) - Math.min(...times) < 2000;
  return part(
    texts.diagnostics,
    html`<p class="age">${together ? ago(tests[0]!.at, texts) : nothing}${again}</p>
      <dl class="readings">${tests.map(test => reading(test.fact, test.value, together ? nothing : ago(test.at, texts), texts))}</dl>`,
  );
}

function reading(fact: string, value: string, age: unknown, texts: Texts): TemplateResult {
  const [name, unit] = texts.readings[fact] ?? [capital(plain(fact)), ''];
  const bad = fact === 'line.errors' && value === 'low' ? false : BAD.test(value) || (value === 'no' && BAD_NO.has(fact));
  return html`<div class=${bad ? 'bad' : value === 'unknown' ? 'unknown' : ''}>
    <dt>${name}</dt>
    <dd>${texts.readingValues[value] ?? valueOf(value)}${unit && /^[\d.]+$/.test(value) ? ` ${unit}` : ''} ${age}</dd>
  </div>`;
}
