import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { ComposeMeter } from '../care/compose-meter';
import { CareConnection } from '../care/connection';
import { languageOf, type Language } from '../care/language';
import { ownerAfter } from '../care/owner';
import type { Choice, Compose, Content, Role } from '../care/protocol';
import { ReadMarks } from '../care/read-marks';
import { banner, troubleInWords } from './banner';
import { composer } from './composer';
import { messages } from './messages';
import { styles } from './styles';
import { TEXTS, type Texts } from './texts';
import { again, dots, head, launcher } from './views';

/**
 * The chat on a provider's page: a launcher and a panel.
 *
 * Attributes: `site`, `server` (default: this page's origin), `name` (the provider's), `locale`, `theme` (light or dark),
 * `identity` (a signed token that says who the customer is), `open`.
 * Events: `attune-open`, `attune-close`, `attune-unread` (detail: how many), `attune-message` (detail: the event).
 */
export class ChatWidget extends LitElement {
  static override styles = styles;
  static override properties = {
    site: {},
    server: {},
    name: {},
    locale: {},
    identity: {},
    open: { type: Boolean, reflect: true },
    hint: { state: true },
    writer: { state: true },
    atEnd: { state: true },
    draft: { state: true },
    slow: { state: true },
  };

  declare site: string;
  declare server: string;
  declare name: string;
  declare locale: string;
  declare identity: string;
  declare open: boolean;
  declare private hint: string;
  declare private writer: Role | undefined;
  declare private atEnd: boolean;
  declare private draft: string;
  declare private slow: boolean;

  private line?: CareConnection;
  private meter = new ComposeMeter((state, compose) => this.line?.composing(state, compose));
  private marks = new ReadMarks('', '');
  private readSeq = 0;
  private announced = 0;
  private toldUnread = 0;
  /** Up to where the customer has seen while they looked at the end. */
  private endSeq = 0;
  private conv?: string;
  private writerTimer?: ReturnType<typeof setTimeout>;
  private hintTimer?: ReturnType<typeof setTimeout>;
  private slowTimer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.site = 'demo';
    this.server = this.name = this.locale = this.identity = this.hint = this.draft = '';
    this.open = this.slow = false;
    this.atEnd = true;
  }

  /** Opens the panel and puts the cursor into it. */
  show(): void {
    this.open = true;
  }

  hide(): void {
    this.open = false;
  }

  private get language(): Language {
    return languageOf(this.locale, document.documentElement.lang, navigator.language);
  }

  private get texts(): Texts {
    return TEXTS[this.language];
  }

  private get unread(): number {
    const events = this.line?.transcript.events ?? [];
    return events.filter(event => event.seq > this.readSeq && event.ev === 'message' && event.from.role !== 'customer').length;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.sawIt);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.sawIt);
    this.line?.stop();
    this.line = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has('identity') && changed.get('identity') !== undefined) || (changed.has('site') && this.line)) {
      this.line?.stop();
      this.line = undefined;
      this.draft = '';
    }
    if (this.line) return;
    this.marks = new ReadMarks(this.site, this.identity);
    if (this.open || this.marks.talking) this.connect();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && (this.open || changed.get('open'))) this.moved();
    if (changed.has('draft')) this.grow();
    if (this.open && this.atEnd) {
      this.toEnd();
      this.endSeq = this.line?.transcript.last ?? 0;
    }
    this.sawIt();
  }

  private connect(): void {
    const heard = {
      changed: () => this.heard(),
      typing: (role: Role, forMs: number) => this.someoneWrites(role, forMs),
      trouble: (code: string, retryAfterMs?: number) => this.trouble(code, retryAfterMs),
    };
    const server = this.server.replace(/\/$/, '');
    this.line = new CareConnection(
      { server, site: this.site, locale: this.locale || this.language, ...(this.identity ? { identity: this.identity } : {}) },
      heard,
    );
    this.line.start();
  }

  private heard(): void {
    const events = this.line?.transcript.events ?? [];
    if (this.conv !== this.line?.conv) {
      this.conv = this.line?.conv;
      this.readSeq = this.announced = this.endSeq = 0;
    }
    this.readSeq = Math.max(this.readSeq, this.marks.readTo(this.line?.conv));
    const last = events.at(-1);
    if (last && last.seq > this.announced) {
      this.announced = last.seq;
      if (last.from.role === this.writer) this.writer = undefined;
      if (last.ev === 'message' && last.from.role !== 'customer' && this.open) this.meter.promptVisible();
      if (last.ev === 'conversation.closed') this.marks.done();
      this.tell('attune-message', last);
    }
    const state = this.line?.state;
    if (state === 'connecting' || state === 'waiting') this.slowTimer ??= setTimeout(() => (this.slow = true), 1500);
    else {
      clearTimeout(this.slowTimer);
      this.slowTimer = undefined;
      this.slow = false;
    }
    this.requestUpdate();
  }

  private someoneWrites(role: Role, forMs: number): void {
    clearTimeout(this.writerTimer);
    this.writer = forMs > 0 && role !== 'customer' ? role : undefined;
    if (this.writer) this.writerTimer = setTimeout(() => (this.writer = undefined), forMs);
  }

  private trouble(code: string, retryAfterMs = 0): void {
    this.hint = troubleInWords(this.texts, code, retryAfterMs);
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => (this.hint = ''), Math.max(8000, retryAfterMs));
  }

  private readonly sawIt = () => {
    const last = this.line?.transcript.last ?? 0;
    if (this.open && document.visibilityState === 'visible' && last > this.readSeq) {
      this.readSeq = last;
      this.marks.read(this.line?.conv, last);
      this.line?.read();
    }
    if (this.unread !== this.toldUnread) {
      this.toldUnread = this.unread;
      this.tell('attune-unread', this.toldUnread);
    }
  };

  private moved(): void {
    if (this.open) {
      this.atEnd = true;
      this.meter.promptVisible();
      this.field?.focus({ preventScroll: true });
    } else this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
    this.tell(this.open ? 'attune-open' : 'attune-close');
  }

  private get field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  private get log(): HTMLElement | null {
    return this.renderRoot.querySelector('.log');
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private toEnd(): void {
    const { log } = this;
    if (log) log.scrollTop = log.scrollHeight;
  }

  private grow(): void {
    const { field } = this;
    if (!field || CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  private readonly scrolled = () => {
    const { log } = this;
    if (log) this.atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
  };

  private typed(event: InputEvent): void {
    this.draft = (event.target as HTMLTextAreaElement).value;
    this.meter.changed(event.inputType ?? '', this.draft === '');
  }

  private readonly escaped = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      this.open = false;
    }
  };

  private submit(): void {
    const text = this.draft.trim();
    if (!text) return;
    this.send({ kind: 'text', text }, this.meter.taken());
    this.draft = '';
    this.field?.focus();
  }

  private send(content: Content, compose: Compose): void {
    this.atEnd = true;
    this.marks.talks();
    this.line?.send(content, compose);
  }

  private choose(choice: Choice): void {
    this.send({ kind: 'choice', choiceId: choice.id, text: choice.title }, { ...this.meter.taken(), input: 'choice' });
    this.field?.focus();
  }

  private askHuman(): void {
    this.send({ kind: 'text', text: this.texts.humanAsk }, { activeMs: 0, keys: 0, input: 'choice' });
    this.field?.focus();
  }

  protected override render(): unknown {
    return this.open ? this.panel() : launcher(this.texts, this.unread, () => this.show());
  }

  private panel(): unknown {
    const { texts, line } = this;
    const events = line?.transcript.events ?? [];
    const held = ownerAfter(events);
    const { owner, agent } = held;
    return html`<section class="panel" part="panel" role="dialog" aria-labelledby="title" @keydown=${this.escaped}>
      ${head({ title: this.name || texts.title, texts, online: line?.state === 'online', ...held, hide: () => this.hide() })}
      <div role="status">${banner(texts, line, this.hint, this.slow, () => this.field?.focus())}</div>
      <div class="scroll">
        <div class="log" role="log" aria-label=${texts.log} tabindex="0" @scroll=${this.scrolled}>
          <div class="rows">
            ${messages({
              events,
              waiting: line?.outbox.all ?? [],
              texts,
              language: this.language,
              choose: choice => this.choose(choice),
              discard: id => {
                line?.outbox.remove(id);
                this.requestUpdate();
              },
            })}
          </div>
          ${this.writer ? dots(this.writer, agent) : nothing}
        </div>
        ${this.atEnd || (line?.transcript.last ?? 0) <= this.endSeq ? nothing : html`<button class="newer" type="button" @click=${() => this.toEnd()}>${texts.newMessages}</button>`}
      </div>
      <div class="below">${owner === 'closed' ? again(texts, () => line?.afresh()) : composer({
              texts,
              draft: this.draft,
              botHasIt: owner === 'bot',
              typed: event => this.typed(event),
              touched: () => this.meter.touched(),
              send: () => this.submit(),
              askHuman: () => this.askHuman(),
            })}</div>
      <div class="sr" role="status">${this.writer ? texts.typing(this.writer === 'agent' ? (agent ?? texts.personTag) : texts.bot) : ''}</div>
    </section>`;
  }
}
