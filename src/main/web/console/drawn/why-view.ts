import { html, nothing, svg, type TemplateResult } from 'lit';

import { capital, plain, valueOf } from '../inbox/names';
import type { Texts } from '../texts';
import type { Option, Stop, Why } from './shapes';

const MOST = 6;

/** In a sentence, why a stop is the next. */
export function because({ why }: Stop, texts: Texts): string {
  const words = texts.lens;
  switch (why.kind) {
    case 'led':
      return words.led[why.by](whyOf(why.how));
    case 'policy':
      return why.rule ? words.rule(plain(why.rule)) : words.policy(percent(why.probability), percent(why.threshold));
    case 'cost': {
      const [taken, next] = why.options;
      if (!taken) return '';
      if (taken.node === 'person') return next ? words.personCheapest(minutes(taken.cost)) : words.nothingLeft;
      const person = why.options.find(option => option.node === 'person');
      return [
        taken.helps === undefined ? '' : words.helps(percent(taken.helps), percent(taken.manages ?? 0)),
        words.cheapest(minutes(taken.cost), minutes(person?.cost ?? 0)),
      ].join(' ').trim();
    }
  }
}

/** The figures behind it. */
export function figures(why: Why, texts: Texts): TemplateResult | typeof nothing {
  const words = texts.lens;
  if (why.kind === 'policy') return why.sentence ? html`<p class="agents" lang="en">${why.sentence}</p>` : nothing;
  if (why.kind === 'led') return nothing;
  const dearest = Math.max(...why.options.map(option => option.cost), 0.01);
  return html`<div class="figures">
    <h4>${words.weighed}</h4>
    <ol class="bars">
      ${shown(why.options).map(
        (option, at) => html`<li class=${at ? '' : 'taken'}>
          <span>${nodeName(option.node, texts)}${at ? nothing : html` <em>${words.taken}</em>`}</span>${bar(option.cost / dearest)}<b>${minutes(option.cost)}</b>
        </li>`,
      )}
    </ol>
    <h4>${words.likely}</h4>
    <ol class="bars">
      ${why.causes
        .slice(0, MOST)
        .map(cause => html`<li><span>${capital(plain(cause.id))}</span>${bar(cause.chance)}<b>${percent(cause.chance)}</b></li>`)}
    </ol>
    ${
      why.known.length
        ? html`<h4>${words.known}</h4>
            <ul class="facts">
              ${why.known.map(
                fact => html`<li>${capital(plain(fact.id))}: <b>${fact.value === '?' ? words.unsure : valueOf(fact.value)}</b> <small>${words.how[fact.how] ?? fact.how}</small></li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      why.tried.length
        ? html`<h4>${words.tried}</h4>
            <ul class="facts">
              ${why.tried.map(one => html`<li>${capital(plain(one.id))} <small>${one.open ? words.again : words.never}</small></li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

/** A node's name as it stands in the drawing. */
export function nodeName(node: string, texts: Texts): string {
  return node === 'person' ? texts.drawn.kinds.person : capital(plain(node.slice(node.indexOf(':') + 1)));
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** The cheapest, and in any case the person. */
function shown(options: Option[]): Option[] {
  const first = options.slice(0, MOST);
  const person = options.find(option => option.node === 'person');
  return person && !first.includes(person) ? [...first, person] : first;
}

function minutes(cost: number): string {
  return `${cost.toFixed(1)} min`;
}

/** A condition names a value first, which is a machine's word: `bill.amount from 30`. */
function whyOf(how: string): string {
  return how.replace(/^[a-z][\w-]*\.[\w.-]+/i, name => plain(name));
}

function bar(share: number): TemplateResult {
  return html`<svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
    ${svg`<rect class="rail" width="100" height="10" rx="1" /><rect class="fill" width=${Math.max(1, 100 * share)} height="10" rx="1" />`}
  </svg>`;
}
