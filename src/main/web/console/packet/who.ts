import { html, nothing, type TemplateResult } from 'lit';
import { nameOf, plain, valueOf } from '../inbox/names';
import { initials } from '../inbox/conversation-view';
import { icon } from '../shell/icons';
import type { Who } from '../shapes';
import type { Texts } from '../texts';
import type { PacketScene } from './part';

/** Who it is: name, how sure that is, what they have, what time it is for them, and what must be minded. */
export function who({ open, texts, language }: PacketScene): TemplateResult {
  const { packet } = open.is;
  const known: Who = packet.who ?? { customer: open.is.customer, ...fromProfile(packet.profile) };
  const name = nameOf(known, texts);
  const verified = (known.verified ?? []).filter(one => one.verified);
  return html`<section class="who">
    <div class="person">
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <div>
        <b dir="auto">${name}</b>
        <p class=${verified.length ? 'sure' : 'unsure'}>
          ${verified.length ? html`${icon('check')}${texts.verified(verified.map(one => texts.channels[one.channel] ?? one.channel).join(', '))}` : texts.notVerified}
        </p>
      </div>
    </div>
    ${known.restriction ? html`<p class="mind">${icon('shield')}<span><b>${texts.restricted}:</b> ${texts.restrictedFor}. <i dir="auto">${known.restriction.reason}</i></span></p>` : nothing}
    ${known.vulnerable ? html`<p class="mind">${icon('shield')}<span><b>${texts.vulnerable}.</b> ${texts.vulnerableHint}</span></p>` : nothing}
    ${known.accessibility ? html`<p class="mind soft">${icon('user')}<span>${known.accessibility}</span></p>` : nothing}
    <ul class="facts">${facts(known, texts, language).map(fact => html`<li>${fact}</li>`)}</ul>
    ${more(packet.profile, texts)}
  </section>`;
}

function facts(known: Who, texts: Texts, language: string): string[] {
  const tenure = known.tenureMonths;
  return [
    known.plan ? valueOf(known.plan) : undefined,
    known.value ? texts.valueOf(texts.levels[known.value] ?? known.value) : undefined,
    tenure === undefined ? undefined : tenure >= 24 ? texts.years(Math.floor(tenure / 12)) : texts.months(tenure),
    known.language ? languageName(known.language, language) : undefined,
    known.localTime ? texts.theirTime(known.localTime.slice(11, 16)) : undefined,
  ].filter(fact => fact !== undefined);
}

function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

function fromProfile(profile: Record<string, unknown> = {}): Partial<Who> {
  const text = (name: string) => (typeof profile[name] === 'string' ? (profile[name] as string) : undefined);
  const months = profile['tenureMonths'];
  return Object.fromEntries(
    Object.entries({
      name: text('name'),
      plan: text('plan'),
      value: text('clv'),
      tenureMonths: typeof months === 'number' ? months : undefined,
      vulnerable: profile['vulnerable'] === true ? true : undefined,
      accessibility: text('accessibility'),
    }).filter(([, value]) => value !== undefined),
  );
}

/** What the line above says already is not said again. */
const SAID = new Set(['name', 'plan', 'clv', 'tenureMonths', 'vulnerable', 'accessibility']);

function more(profile: Record<string, unknown> | undefined, texts: Texts): unknown {
  const rest = Object.entries(profile ?? {})
    .filter(([name, value]) => !SAID.has(name) && value !== null && value !== undefined && value !== '')
    .flatMap(([name, value]): [string, unknown][] => (name === 'circumstances' && typeof value === 'object' ? Object.entries(value as object) : [[name, value]]));
  if (!rest.length) return nothing;
  return html`<details class="fine">
    <summary>${texts.profile}</summary>
    <dl>
      ${rest.map(([name, value]) => html`<div><dt>${texts.fields[name] ?? plain(name)}</dt><dd dir="auto">${show(name, value, texts)}</dd></div>`)}
    </dl>
  </details>`;
}

function show(name: string, value: unknown, texts: Texts): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (name === 'churn' && typeof value === 'number') return `${Math.round(value * 100)} %`;
  if (Array.isArray(value)) return value.map(one => show('', one, texts)).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => (inner === true ? plain(key) : `${plain(key)}: ${show('', inner, texts)}`))
      .join(', ');
  }
  return String(value);
}
