import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { Keep } from '../care/keep';
import { LANGUAGES, languageOf, type Language } from '../care/language';
import { Api, Refused } from './api';
import { composerView, trouble } from './composer-view';
import { Desk } from './desk';
import { dialogs, type DialogName } from './dialogs';
import { loginView } from './login-view';
import { packetView } from './packet-view';
import { nameOf, queueView } from './queue-view';
import type { Presence, Session } from './shapes';
import { shortcut } from './shortcuts';
import { TEXTS, type Texts } from './texts';
import { threadView } from './thread-view';

const session = new Keep(() => sessionStorage, 'attune.console.');
const settings = new Keep(() => localStorage, 'attune.console.');

/** The agent console: signs in, lays out the three columns, and listens to the keyboard. */
export class ConsoleApp extends LitElement {
  private desk?: Desk;
  private problem = '';
  private language: Language = languageOf(settings.get('language'), navigator.language);
  private keysOn = settings.get('keys') !== 'off';
  private shownConv = '';
  private shownSeq = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get texts(): Texts {
    return TEXTS[this.language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.pressed);
    const kept = session.get('session');
    if (!kept) return;
    const known = JSON.parse(kept) as Session;
    if (known.until > Date.now()) this.enter(known);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.pressed);
    this.desk?.stop();
  }

  private enter(known: Session): void {
    session.set('session', JSON.stringify(known));
    this.problem = '';
    this.desk = new Desk(known, () => this.requestUpdate(), () => this.leave());
    this.desk.start();
    this.requestUpdate();
  }

  private leave(): void {
    this.desk?.stop();
    this.desk = undefined;
    session.set('session', undefined);
    this.requestUpdate();
  }

  private async signIn(user: string, password: string): Promise<void> {
    try {
      this.enter(await Api.signIn(user, password));
    } catch (refusal) {
      this.problem = refusal instanceof Refused && refusal.status < 500 ? refusal.message || this.texts.wrong : this.texts.unreachable;
      if (refusal instanceof Refused && refusal.status === 401) this.problem = this.texts.wrong;
      this.requestUpdate();
    }
  }

  private async signOut(): Promise<void> {
    await this.desk?.setPresence('offline');
    this.leave();
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const key = shortcut(event, this.keysOn);
    const { desk } = this;
    if (!key || !desk) return;
    const act = this.actionOf(key, desk);
    if (!act) return;
    event.preventDefault();
    act();
  };

  private actionOf(key: string, desk: Desk): (() => unknown) | undefined {
    const mine = desk.isMine;
    switch (key) {
      case 'j':
        return () => this.move(desk, 1);
      case 'k':
        return () => this.move(desk, -1);
      case 'c':
        return desk.open && !mine ? () => void this.claim(desk) : undefined;
      case 'r':
        return mine ? () => this.write(desk, 'reply') : undefined;
      case 'n':
        return desk.open ? () => this.write(desk, 'note') : undefined;
      case 'b':
        return mine ? () => this.ask('return') : undefined;
      case 't':
        return mine ? () => this.ask('transfer') : undefined;
      case 'e':
        return mine ? () => this.ask('close') : undefined;
      case '?':
        return () => this.ask('help');
      case 'Escape':
        return () => this.querySelector<HTMLElement>('.thread')?.focus();
      default:
        return undefined;
    }
  }

  private move(desk: Desk, by: 1 | -1): void {
    const items = desk.inOrder;
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.conv;
    const at = items.findIndex(item => item.conv === (focused ?? desk.open?.conv));
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) this.querySelector<HTMLElement>(`[data-conv="${CSS.escape(next.conv)}"]`)?.focus();
  }

  private async claim(desk: Desk): Promise<void> {
    if (!(await desk.claim())) return;
    await this.updateComplete;
    this.write(desk, 'reply');
  }

  private write(desk: Desk, mode: 'reply' | 'note'): void {
    desk.mode = mode;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#compose')?.focus());
  }

  private ask(name: DialogName): void {
    this.querySelector<HTMLDialogElement>(`#${name}`)?.showModal();
  }

  private async jump(desk: Desk, seq: number): Promise<void> {
    if (!this.querySelector(`#m${seq}`)) {
      desk.showAll = true;
      this.requestUpdate();
      await this.updateComplete;
    }
    const turn = this.querySelector<HTMLElement>(`#m${seq}`);
    turn?.scrollIntoView({ block: 'center' });
    turn?.focus({ preventScroll: true });
  }

  protected override updated(_: PropertyValues): void {
    document.documentElement.lang = this.language;
    document.title = this.desk?.waiting.length ? `(${this.desk.waiting.length}) ${this.texts.title}` : this.texts.title;
    const { open } = this.desk ?? {};
    const thread = this.querySelector('.thread');
    if (!open || !thread) return void (this.shownConv = '');
    const last = open.transcript.last;
    const fresh = open.conv !== this.shownConv;
    const near = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 240;
    if (fresh || (last > this.shownSeq && near)) thread.scrollTop = thread.scrollHeight;
    this.shownConv = open.conv;
    this.shownSeq = last;
  }

  protected override render(): unknown {
    const { desk, texts } = this;
    if (!desk) return loginView(texts, this.problem, (user, password) => void this.signIn(user, password));
    return html`${this.top(desk)}
      <main class="desk ${desk.open ? 'opened' : ''}">
        ${queueView(desk, texts)} ${this.middle(desk)}
        ${desk.open ? packetView(desk.open, texts, seq => void this.jump(desk, seq)) : html`<aside class="packet"></aside>`}
      </main>
      ${dialogs(desk, texts, { on: this.keysOn, set: on => this.setKeys(on) })}`;
  }

  private top(desk: Desk): unknown {
    const { texts } = this;
    return html`<header class="bar">
      <h1 class="brand"><img src="/icon.svg" width="26" height="26" alt="" />${texts.title}</h1>
      <span class="state ${desk.connected ? 'up' : ''}" role="status">${desk.connected ? texts.live : texts.noLive}</span>
      <label
        ><span class="sr">${texts.presence}</span>
        <select .value=${desk.presence} @change=${(event: Event) => void desk.setPresence((event.target as HTMLSelectElement).value as Presence)}>
          ${(['online', 'busy', 'away', 'offline'] as const).map(
            state => html`<option value=${state} ?selected=${state === desk.presence}>${texts[state]}</option>`,
          )}
        </select></label
      >
      <label
        ><span class="sr">${texts.language}</span>
        <select @change=${(event: Event) => this.setLanguage((event.target as HTMLSelectElement).value as Language)}>
          ${LANGUAGES.map(language => html`<option value=${language} ?selected=${language === this.language}>${language.toUpperCase()}</option>`)}
        </select></label
      >
      <button class="plain" type="button" aria-label=${texts.help} title=${texts.help} @click=${() => this.ask('help')}>?</button>
      <span class="me">${desk.session.user}</span>
      <button class="plain" type="button" @click=${() => void this.signOut()}>${texts.signOut}</button>
    </header>`;
  }

  private middle(desk: Desk): unknown {
    const { texts } = this;
    const { open } = desk;
    if (!open) {
      return html`<section class="middle empty"><p role="status">${desk.opening ? texts.opening : texts.choose}</p>
        ${desk.trouble ? trouble(desk, texts) : nothing}</section>`;
    }
    const profileName = open.packet.profile?.name;
    const name = nameOf({ customer: open.customer, ...(typeof profileName === 'string' ? { name: profileName } : {}) }, texts);
    return html`<section class="middle" aria-labelledby="conv-title">
      <header class="conv">
        <button class="plain back" type="button" aria-label=${texts.back} @click=${() => desk.leave()}>←</button>
        <div class="title">
          <h2 id="conv-title" dir="auto">${name}</h2>
          <p>${[open.language, open.channel, open.owner === 'agent' ? open.agent : open.owner === 'bot' ? texts.bot : open.owner === 'queue' ? texts.waiting : texts.closed].filter(Boolean).join(' · ')}</p>
        </div>
        ${this.actions(desk)}
      </header>
      ${threadView({
        open,
        showAll: desk.showAll,
        customerTypes: desk.customerTypes,
        texts,
        language: this.language,
        unfold: () => {
          desk.showAll = true;
          this.requestUpdate();
        },
      })}
      ${composerView(desk, texts, () => this.requestUpdate())}
    </section>`;
  }

  private actions(desk: Desk): unknown {
    const { texts } = this;
    if (desk.open?.owner === 'closed') return nothing;
    if (!desk.isMine) {
      return html`<button class="primary" type="button" @click=${() => void this.claim(desk)}>
        ${desk.open?.owner === 'bot' ? texts.takeOver : texts.claim}
      </button>`;
    }
    const button = (name: DialogName, title: string) =>
      html`<button class="plain" type="button" @click=${() => this.ask(name)}>${title}</button>`;
    return html`<div class="actions">
      ${button('return', texts.giveBack)} ${button('transfer', texts.transfer)} ${button('close', texts.close)}
    </div>`;
  }

  private setLanguage(language: Language): void {
    this.language = language;
    settings.set('language', language);
    this.requestUpdate();
  }

  private setKeys(on: boolean): void {
    this.keysOn = on;
    settings.set('keys', on ? undefined : 'off');
    this.requestUpdate();
  }
}
