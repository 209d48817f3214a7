import { html, nothing, type TemplateResult } from 'lit';
import { LANGUAGES, type Language } from '../care/language';
import type { Mischief, State, Who } from './shapes';
import type { Texts } from './texts';

/** What the desk beside the phone can be told to do. */
export interface Desk {
  language: Language;
  speak(language: Language): void;
  send(kind: string): void;
  file(file: File): void;
  expire(): void;
  mischief(change: Partial<Mischief>): void;
  become(who: Who): void;
}

const NAMES: Record<Language, string> = { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' };

/** The desk: what else can be sent, and what goes wrong. */
export function sideView(state: State, texts: Texts, desk: Desk): TemplateResult {
  return html`<div class="side">
    <div class="top">
      <h2>${texts.title}</h2>
      <label
        ><span class="sr">${texts.language}</span>
        <select @change=${(event: Event) => desk.speak((event.target as HTMLSelectElement).value as Language)}>
          ${LANGUAGES.map(language => html`<option value=${language} ?selected=${language === desk.language}>${NAMES[language]}</option>`)}
        </select>
      </label>
    </div>
    <p>${texts.intro}</p>
    ${moreView(texts, desk)} ${windowView(state, texts, desk)} ${wrongView(state.mischief, texts, desk)} ${whoView(state.who, texts, desk)}
  </div>`;
}

function moreView(texts: Texts, desk: Desk): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) desk.file(file);
    input.value = '';
  };
  return html`<section class="panel">
    <h2>${texts.more}</h2>
    <p>${texts.moreAbout}</p>
    <div class="row">
      <label class="file">${texts.file}<input class="sr" type="file" @change=${chosen} /></label>
      <button type="button" @click=${() => desk.send('location')}>${texts.location}</button>
      <button type="button" @click=${() => desk.send('reaction')}>${texts.kinds['reaction']} 👍</button>
      <button type="button" @click=${() => desk.send('unsupported')}>${texts.poll}</button>
    </div>
  </section>`;
}

function windowView(state: State, texts: Texts, desk: Desk): TemplateResult {
  const until = new Intl.DateTimeFormat(desk.language, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  return html`<section class="panel">
    <h2>${texts.window}</h2>
    <div class="row">
      <span class="state ${state.windowOpen ? '' : 'over'}" role="status"
        >${state.windowOpen ? texts.windowOpen(until.format(new Date(state.windowUntil))) : texts.windowOver}</span
      >
      ${state.windowOpen ? html`<button type="button" @click=${() => desk.expire()}>${texts.expire}</button>` : nothing}
    </div>
  </section>`;
}

function wrongView(mischief: Mischief, texts: Texts, desk: Desk): TemplateResult {
  const toggle = (title: string, pressed: boolean, change: Partial<Mischief>): TemplateResult =>
    html`<button type="button" aria-pressed=${pressed ? 'true' : 'false'} @click=${() => desk.mischief(change)}>${title}</button>`;
  const copies = (count: number): Partial<Mischief> => ({ copies: mischief.copies === count ? 1 : count });
  const next = (event: Event): void => {
    const fail = (event.target as HTMLSelectElement).value;
    desk.mischief(fail ? { fail, failures: 1 } : { fail: undefined, failures: 0 });
  };
  const errors: [string, string][] = [
    ['', texts.nothing],
    ['131056', texts.pair],
    ['131047', texts.windowError],
    ['http500', texts.outage],
    ['lost', texts.lost],
    ['dropped', texts.dropped],
    ['190', texts.token],
  ];
  return html`<section class="panel">
    <h2>${texts.wrong}</h2>
    <p>${texts.wrongAbout}</p>
    <div class="row">
      ${toggle(texts.twice, mischief.copies === 5, copies(5))} ${toggle(texts.copies, mischief.copies === 25, copies(25))}
      ${toggle(texts.disorder, mischief.disorder, { disorder: !mischief.disorder })}
      ${toggle(texts.delay, mischief.delayMs > 0, { delayMs: mischief.delayMs > 0 ? 0 : 3000 })}
      ${toggle(texts.signature, mischief.badSignature, { badSignature: !mischief.badSignature })}
    </div>
    <div class="row">
      <label
        >${texts.next}
        <select id="next" @change=${next}>
          ${errors.map(([value, title]) => html`<option value=${value} ?selected=${value === (mischief.fail ?? '')}>${title}</option>`)}
        </select>
      </label>
    </div>
  </section>`;
}

function whoView(who: Who, texts: Texts, desk: Desk): TemplateResult {
  const become = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const number = String(form.get('number')).replace(/\D/g, '');
    desk.become({ number, userId: `US.${number}`, name: String(form.get('name')), hidden: form.get('hidden') === 'on' });
  };
  return html`<section class="panel">
    <h2>${texts.who}</h2>
    <p>${texts.whoAbout}</p>
    <form @submit=${become}>
      <div class="row">
        <label>${texts.number} <input type="text" name="number" inputmode="tel" required pattern="[+0-9 ]{6,20}" .value=${who.number} /></label>
        <label>${texts.name} <input type="text" name="name" maxlength="60" .value=${who.name} /></label>
      </div>
      <div class="row">
        <label><input type="checkbox" name="hidden" ?checked=${who.hidden} /> ${texts.hidden}</label>
        <button type="submit">${texts.become}</button>
      </div>
    </form>
  </section>`;
}
