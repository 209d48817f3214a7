import { html, nothing, type TemplateResult } from 'lit';
import { leaf, plain, valueOf } from '../inbox/names';
import type { Texts } from '../texts';
import { estimates, feelings } from './feel';
import { next } from './next';
import { part, type PacketScene } from './part';
import { diagnostics, facts, promises, step, tried } from './state';
import { timeline } from './timeline';
import { who } from './who';

/** The right side, in the order in which an agent needs it: who, why, what, state, feeling, next, and what was before. */
export function packetView(scene: PacketScene): TemplateResult {
  const { texts } = scene;
  return html`<aside class="packet" aria-label=${texts.packet} tabindex="0">
    <h2 class="sr">${texts.packet}</h2>
    ${who(scene)} ${why(scene)} ${what(scene)} ${step(scene)} ${facts(scene)} ${tried(scene)} ${promises(scene)} ${feelings(scene)} ${next(scene)}
    ${diagnostics(scene)} ${estimates(scene)} ${timeline(scene)}
  </aside>`;
}

/** Signals that only repeat the code and the rule, which stand below. */
const SAID_ALREADY = new Set(['rule', 'handoff']);

/** "human_request 0.97" as people call it. */
function intentIn(value: string, texts: Texts): string {
  return value.replace(/^[a-z]+(?:_[a-z]+)+/, intent => texts.intents[intent] ?? plain(intent));
}

function why({ open, texts }: PacketScene): unknown {
  const { reason } = open.is.packet;
  if (!reason) return nothing;
  const signals = (reason.signals ?? []).filter(signal => !SAID_ALREADY.has(signal.what));
  return part(
    texts.why,
    html`<p><span class="tag reason">${texts.reasons[reason.code] ?? reason.code}</span></p>
      ${reason.sentence ? html`<p class="sentence">${reason.sentence}</p>` : nothing}
      ${
        signals.length
          ? html`<ul class="signals">
              ${signals.map(signal => html`<li><span>${signal.what}</span> <b>${intentIn(signal.value, texts)}</b></li>`)}
            </ul>`
          : nothing
      }
      <details class="fine">
        <summary>${texts.decidedBy}</summary>
        <ul class="reasons">
          ${(reason.reasons ?? []).map(one => html`<li>${one}</li>`)}
          <li>${texts.code}: <code>${reason.code}</code>${reason.rule ? html` · <code>${reason.rule}</code>` : nothing}</li>
        </ul>
      </details>`,
  );
}

/** Lines made of the customer's own words and of what is on record; each leads to where it was said. */
function what({ open, texts, go }: PacketScene): unknown {
  const { summary, goal } = open.is.packet;
  // What was measured stands below, with its age.
  const said = summary?.filter(line => line.kind !== 'fact' || line.seq !== undefined);
  const lines = said?.length ? said : goal ? [{ text: goal.text, kind: 'goal', seq: goal.seq }] : [];
  if (!lines.length) return nothing;
  return part(
    texts.summary,
    html`<ul class="summary">
      ${lines.map(line => html`<li class=${line.kind}><span class="kind">${texts.kinds[line.kind] ?? line.kind}</span><span dir="auto">${inWords(line.text, texts)}</span>${go(line.seq)}</li>`)}
    </ul>`,
  );
}

/** "internet-slow/restart-router: failed" as people say it; anything else as it is. */
function inWords(text: string, texts: Texts): string {
  const [, name, value] = /^([\w-]+\/[\w-]+): (.+)$/.exec(text) ?? [];
  if (!name || !value) return text;
  return `${leaf(name, { ...texts.factNames, ...texts.remedies })}: ${texts.outcome[value] ?? texts.readingValues[value] ?? valueOf(value)}`;
}

export function jumpTo(texts: Texts, jump: (seq: number) => void): (seq: number | undefined) => unknown {
  return seq =>
    seq === undefined
      ? nothing
      : html`<button class="jump" type="button" title=${texts.jump(seq)} aria-label=${texts.jump(seq)} @click=${() => jump(seq)}>#${seq}</button>`;
}

