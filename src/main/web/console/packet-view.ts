import { html, nothing, type TemplateResult } from 'lit';
import { evidenceBars, span, sparkline } from './charts';
import type { Conversation, Evidence, Fact, Packet } from './shapes';
import type { Texts } from './texts';

/** The right side, in the order in which an agent needs it: why, what, how they feel, what is known, what was tried. */
export function packetView(open: Conversation, texts: Texts, jump: (seq: number) => void): TemplateResult {
  const { packet } = open;
  const go = (seq: number | undefined) =>
    seq === undefined
      ? nothing
      : html`<button class="jump" type="button" title=${texts.jump(seq)} aria-label=${texts.jump(seq)} @click=${() => jump(seq)}>#${seq}</button>`;
  return html`<aside class="packet" aria-label=${texts.packet} tabindex="0">
    <h2 class="sr">${texts.packet}</h2>
    ${why(packet, texts)}
    ${packet.goal ? part(texts.goal, html`<blockquote dir="auto">${packet.goal.text}</blockquote>${go(packet.goal.seq)}`) : nothing}
    ${mood(packet, texts)}
    ${facts(packet, texts, go)}
    ${list(
      texts.tried,
      packet.tried,
      tried => html`<dt>${tried.title ?? plain(tried.remedy)}</dt>
        <dd><span class="outcome ${tried.outcome}">${texts.outcome[tried.outcome] ?? plain(tried.outcome)}</span> ${ago(tried.at, texts)}${go(tried.seq)}</dd>`,
    )}
    ${diagnostics(packet, texts)}
    ${
      packet.promises?.length
        ? part(texts.promises, html`<ul>
            ${packet.promises.map(promise => html`<li>${promise.text} ${go(promise.seq)}</li>`)}
          </ul>`)
        : nothing
    }
    ${estimates(packet, texts)} ${profile(packet, texts)}
    ${list(
      texts.history,
      packet.history,
      past => html`<dt>${plain(past.intent)}</dt>
        <dd>
          ${past.remedy ? plain(past.remedy) : ''} ${past.outcome ? (texts.outcome[past.outcome] ?? plain(past.outcome)) : ''}
          <small>${past.channel}</small> ${ago(past.at, texts)}
        </dd>`,
    )}
  </aside>`;
}

function part(title: unknown, body: unknown): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    ${body}
  </section>`;
}

function list<T>(title: string, items: T[] | undefined, row: (item: T) => TemplateResult): unknown {
  return items?.length ? part(title, html`<dl>${items.map(item => html`<div>${row(item)}</div>`)}</dl>`) : nothing;
}

function ago(at: string, texts: Texts): TemplateResult {
  const [before, after] = texts.ago('\u0000').split('\u0000');
  return html`<small>${before}<time-since at=${at}></time-since>${after}</small>`;
}

/** What people said comes first; what was measured stands below with its age, and is folded here. */
function facts(packet: Packet, texts: Texts, go: (seq: number | undefined) => unknown): unknown {
  const row = (fact: Fact) =>
    html`<div><dt>${plain(fact.name.split('/').at(-1) ?? fact.name)}</dt><dd>${value(fact.value)} <small>${fact.source}</small>${go(fact.seq)}</dd></div>`;
  const all = packet.facts ?? [];
  const measured = all.filter(fact => fact.source === 'diagnostics');
  const said = all.filter(fact => fact.source !== 'diagnostics');
  if (!all.length) return nothing;
  return part(
    texts.facts,
    html`${said.length ? html`<dl>${said.map(row)}</dl>` : nothing}
      ${
        measured.length
          ? html`<details>
              <summary>${texts.measured(measured.length)}</summary>
              <dl>${measured.map(row)}</dl>
            </details>`
          : nothing
      }`,
  );
}

/** Tests that were run together have one age. */
function diagnostics(packet: Packet, texts: Texts): unknown {
  const tests = packet.diagnostics ?? [];
  const times = tests.map(test => Date.parse(test.at));
  const together = Math.max(...times) - Math.min(...times) < 2000;
  const rows = html`<dl>
    ${tests.map(
      test => html`<div><dt>${plain(test.fact)}</dt><dd>${value(test.value)} ${together ? nothing : ago(test.at, texts)}</dd></div>`,
    )}
  </dl>`;
  return tests.length ? part(html`${texts.diagnostics} ${together ? ago(tests[0]!.at, texts) : nothing}`, rows) : nothing;
}

function why(packet: Packet, texts: Texts): unknown {
  const { reason } = packet;
  if (!reason) return nothing;
  return part(
    texts.why,
    html`<p class="sentence">${reason.sentence}</p>
      ${
        reason.reasons?.length
          ? html`<ul class="reasons">
              ${reason.reasons.map(one => html`<li>${one}</li>`)}
            </ul>`
          : nothing
      }
      <small class="code">${[reason.code, reason.rule].filter(Boolean).join(' · ')}</small>`,
  );
}

function mood(packet: Packet, texts: Texts): unknown {
  if (!packet.mood) return nothing;
  const { frustration, trend = [] } = packet.mood;
  const word = frustration < 0.35 ? texts.calm : frustration < 0.65 ? texts.strained : texts.upset;
  const change = trend.length > 1 ? trend.at(-1)! - trend[Math.max(0, trend.length - 4)]! : 0;
  const way = change > 0.1 ? texts.rising : change < -0.1 ? texts.falling : texts.steady;
  return part(texts.mood, html`<div class="mood"><span>${word}, ${way}</span>${trend.length > 1 ? sparkline(trend) : nothing}</div>`);
}

function estimates(packet: Packet, texts: Texts): unknown {
  const { aptitude, enthusiasm } = packet.estimates ?? {};
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
    ${span(low, middle, high)}
    ${
      evidence?.length
        ? html`<details>
            <summary>${texts.evidence}</summary>
            ${evidenceBars(evidence)}
          </details>`
        : nothing
    }
  </div>`;
}

function profile(packet: Packet, texts: Texts): unknown {
  const known = Object.entries(packet.profile ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return list(texts.profile, known, ([name, value]) => html`<dt>${texts.fields[name] ?? plain(name)}</dt><dd>${valueOf(name, value, texts)}</dd>`);
}

function valueOf(name: string, value: unknown, texts: Texts): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (name === 'churn' && typeof value === 'number') return `${Math.round(value * 100)} %`;
  if (Array.isArray(value)) return value.map(one => valueOf('', one, texts)).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => (inner === true ? plain(key) : `${plain(key)}: ${valueOf('', inner, texts)}`))
      .join(', ');
  }
  return String(value);
}

/** A machine's name as words: `line.downstreamMbps` and `restart_router` are read by people here. */
function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[._-]+/g, ' ');
}

/** A value is left as it is unless it is a machine's word. */
function value(text: string): string {
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? plain(text) : text;
}
