import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { CareApi } from '../care/api';
import { ComposeMeter } from '../care/compose-meter';
import { CareConnection } from '../care/connection';
import { languageOf, type Language } from '../care/language';
import { ownerAfter } from '../care/owner';
import type { Choice, Compose, Content, Role } from '../care/protocol';
import { ReadMarks } from '../care/read-marks';
import { Uploads } from '../care/uploads';
import { banner, troubleInWords } from './banner';
import { composer } from './composer';
import { directionOf } from './direction';
import { ending } from './ending';
import { itemsOf } from './menu-items';
import { messages } from './messages';
import { PageTitle } from './page-title';
import { Reading } from './reading';
import { styles } from './styles';
import { textsOf, type Texts } from './texts';
import { dots, head, launcher } from './views';
import { sheet, type SheetName } from './sheet';

/**
 * The chat on a provider's page: a launcher and a panel. Attributes, calls and events stand in docs/widget.md.
 */
export class ChatWidget extends LitElement {
  static override styles = styles;
  static override properties = {
    site: {},
    server: {},
    name: {},
    locale: {},
    identity: {},
    theme: { reflect: true },
    position: { reflect: true },
    telemetry: {},
    files: {},
    texts: { attribute: false },
    open: { type: Boolean, reflect: true },
    hint: { state: true },
    writer: { state: true },
    atEnd: { state: true },
    draft: { state: true },
    slow: { state: true },
    aside: { state: true },
    dropping: { state: true },
  };

  declare site: string;
  declare server: string;
  declare name: string;
  declare locale: string;
  declare identity: string;
  declare theme: string;
  declare position: string;
  /** `off`: how messages are written is not measured. */
  declare telemetry: string;
  /** `off`: no files are taken. */
  declare files: string;
  /** Words of the page's own, in place of the widget's. */
  declare texts: Partial<Texts>;
  declare open: boolean;
  declare draft: string;
  declare private hint: string;
  declare private writer: Role | undefined;
  declare private atEnd: boolean;
  declare private slow: boolean;
  declare private aside: SheetName | undefined;
  declare private dropping: boolean;

  line?: CareConnection;
  api?: CareApi;
  uploads?: Uploads;
  reading?: Reading;
  private readonly meter = new ComposeMeter((state, compose) =>
    this.line?.composing(state, this.measures ? compose : undefined),
  );
  private readonly pageTitle = new PageTitle();
  private toldUnread = 0;
  private wasOpen = false;
  private attributesToSend?: Record<string, string | null>;
  private writerTimer?: ReturnType<typeof setTimeout>;
  private hintTimer?: ReturnType<typeof setTimeout>;
  private slowTimer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.site = 'demo';
    this.server = this.name = this.locale = this.identity = this.hint = this.draft = '';
    this.telemetry = this.files = '';
    this.texts = {};
    this.open = this.slow = this.dropping = false;
    this.atEnd = true;
  }

  get language(): Language {
    return languageOf(this.locale, document.documentElement.lang, navigator.language);
  }

  get words(): Texts {
    return { ...textsOf(this.language), ...this.texts };
  }

  get measures(): boolean {
    return this.telemetry !== 'off' && (this.reading?.marks.pace ?? true);
  }

  /** Says something in the customer's name, as if they had written it. */
  say(text: string): void {
    if (!text.trim()) return;
    if (!this.line) this.connect();
    this.send({ kind: 'text', text: text.slice(0, 4096) });
  }

  /** What the page tells of this conversation, unverified, for agents to see. `null` takes one away. */
  describe(attributes: Record<string, string | null>): void {
    this.attributesToSend = { ...this.attributesToSend, ...attributes };
    this.tellAttributes();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.sawIt);
    addEventListener('storage', this.elsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.sawIt);
    removeEventListener('storage', this.elsewhere);
    this.leave();
    this.pageTitle.show(0);
  }

  private leave(): void {
    this.line?.stop();
    this.line = this.reading = undefined;
    this.aside = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has('identity') && changed.get('identity') !== undefined) || (changed.has('site') && this.line)) {
      this.leave();
      this.draft = '';
    }
    if (changed.has('locale')) this.dir = directionOf(this.locale);
    if (!this.line && (this.open || new ReadMarks(this.site, this.identity).talking)) this.connect();
  }

  protected override firstUpdated(): void {
    this.tell('ready');
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.open !== this.wasOpen) this.moved();
    if (changed.has('draft')) this.grow();
    if (changed.has('aside') && this.open) this.turned(changed.get('aside') as SheetName | undefined);
    if (this.open && this.atEnd) {
      this.toEnd();
      this.reading?.atEnd();
    }
    this.sawIt();
  }

  private connect(): void {
    const server = this.server.replace(/\/$/, '');
    const { site, identity } = this;
    const line = new CareConnection(
      { server, site, locale: this.locale || this.language, ...(identity ? { identity } : {}) },
      {
        changed: () => this.heard(),
        typing: (role: Role, forMs: number) => this.someoneWrites(role, forMs),
        trouble: (code: string, retryAfterMs?: number) => this.trouble(code, retryAfterMs),
      },
    );
    this.line = line;
    this.reading = new Reading(line, site, identity);
    this.api = new CareApi(server, () => line.visitor);
    this.uploads = new Uploads(this.api, () => (line.state === 'online' ? line.conv : undefined), () => this.requestUpdate());
    line.start();
  }

  private heard(): void {
    const news = this.reading?.news();
    if (news) {
      if (news.from.role === this.writer) this.writer = undefined;
      if (news.ev === 'message' && news.from.role !== 'customer' && this.open) this.meter.promptVisible();
      if (news.ev === 'conversation.closed') this.reading?.marks.done();
      if (news.ev.startsWith('handoff.')) this.tell('handoff', news);
      this.tell('message', news);
    }
    const state = this.line?.state;
    if (state === 'online') {
      this.uploads?.next();
      this.tellAttributes();
    }
    if (state === 'connecting' || state === 'waiting') this.slowTimer ??= setTimeout(() => (this.slow = true), 1500);
    else {
      clearTimeout(this.slowTimer);
      this.slowTimer = undefined;
      this.slow = false;
    }
    this.requestUpdate();
  }

  private tellAttributes(): void {
    const given = this.attributesToSend;
    if (!given || this.line?.state !== 'online' || !this.line.conv) return;
    this.attributesToSend = undefined;
    this.api?.attributes(this.line.conv, given).catch(() => this.tell('error', { code: 'attributes' }));
  }

  private someoneWrites(role: Role, forMs: number): void {
    clearTimeout(this.writerTimer);
    this.writer = forMs > 0 && role !== 'customer' ? role : undefined;
    if (this.writer) this.writerTimer = setTimeout(() => (this.writer = undefined), forMs);
  }

  /** Something that the customer asked for did not work. */
  failed(): void {
    this.trouble('request');
  }

  private trouble(code: string, retryAfterMs = 0): void {
    this.tell('error', { code });
    this.hint = troubleInWords(this.words, code, retryAfterMs);
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => (this.hint = ''), Math.max(8000, retryAfterMs));
  }

  private readonly sawIt = () => {
    if (this.open && !this.aside && document.visibilityState === 'visible') this.reading?.seen();
    const unread = this.reading?.unread ?? 0;
    if (unread === this.toldUnread) return;
    this.toldUnread = unread;
    this.pageTitle.show(unread);
    this.tell('unread', unread);
  };

  /** Another tab has shown it to the customer. */
  private readonly elsewhere = (change: StorageEvent) => {
    if (!this.reading?.marks.concerns(change)) return;
    this.reading.news();
    this.requestUpdate();
  };

  private moved(): void {
    this.wasOpen = this.open;
    this.aside = undefined;
    if (this.open) {
      this.atEnd = true;
      this.meter.promptVisible();
      this.field?.focus({ preventScroll: true });
    } else this.find<HTMLElement>('.launcher')?.focus();
    this.tell(this.open ? 'open' : 'close');
  }

  /** The focus goes where the eye goes. */
  private turned(before: SheetName | undefined): void {
    if (this.aside) this.find<HTMLElement>('h2')?.focus();
    else if (before) this.find<HTMLElement>('attune-chat-menu')?.focus();
  }

  private find<T extends Element>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  private get field(): HTMLTextAreaElement | null {
    return this.find('.write textarea');
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(`attune-${name}`, { detail, bubbles: true, composed: true }));
  }

  private toEnd(): void {
    const log = this.find('.log');
    if (log) log.scrollTop = log.scrollHeight;
  }

  private grow(): void {
    const { field } = this;
    if (!field || CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  private readonly scrolled = () => {
    const log = this.find('.log');
    if (log) this.atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
  };

  private readonly escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    if (this.aside) this.aside = undefined;
    else this.open = false;
  };

  private send(content: Content, compose: Compose = { activeMs: 0, keys: 0, input: 'choice' }): void {
    this.atEnd = true;
    this.reading?.marks.talks();
    this.line?.send(content, this.measures ? compose : undefined);
    this.field?.focus();
  }

  private submit(): void {
    const text = this.draft.trim();
    if (!text) return;
    this.draft = '';
    this.send({ kind: 'text', text }, this.meter.taken());
  }

  private choose(choice: Choice): void {
    this.send({ kind: 'choice', choiceId: choice.id, text: choice.title }, { ...this.meter.taken(), input: 'choice' });
  }

  private readonly attach = (files: readonly File[]) => {
    this.atEnd = true;
    this.reading?.marks.talks();
    for (const file of files) void this.uploads?.add(file);
  };

  private readonly dragged = (event: DragEvent) => {
    if (this.files === 'off' || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = event.type === 'dragover';
    if (event.type === 'drop') this.attach([...event.dataTransfer.files]);
  };

  protected override render(): unknown {
    return this.open ? this.panel() : launcher(this.words, this.reading?.unread ?? 0, () => (this.open = true));
  }

  private panel(): unknown {
    const { words, line, api, aside } = this;
    const hide = () => (this.open = false);
    return html`<section
      class="panel ${aside ? 'aside-open' : ''}"
      part="panel"
      role="dialog"
      aria-labelledby="title"
      @keydown=${this.escaped}
      @dragover=${this.dragged}
      @dragleave=${this.dragged}
      @drop=${this.dragged}
    >
      ${aside && api && line ? sheet(this, aside, () => (this.aside = undefined), hide) : this.talk(words, line, hide)}
    </section>`;
  }

  private talk(words: Texts, line: CareConnection | undefined, hide: () => void): unknown {
    const events = line?.transcript.events ?? [];
    const held = ownerAfter(events);
    const { owner, agent } = held;
    const items = itemsOf(this, owner, name => (this.aside = name));
    const discard = (id: string) => {
      line?.outbox.remove(id);
      this.requestUpdate();
    };
    return html`${head({ title: this.name || words.title, texts: words, online: line?.state === 'online', ...held, items, hide })}
      <div role="status">${banner(words, line, this.hint, this.slow, () => this.field?.focus())}</div>
      <div class="scroll">
        <div class="log" role="log" aria-label=${words.log} tabindex="0" @scroll=${this.scrolled}>
          <div class="rows" @trouble=${() => this.trouble('file')}>
            ${messages({
              events,
              waiting: line?.outbox.all ?? [],
              uploads: this.uploads?.all ?? [],
              api: this.api!,
              texts: words,
              language: this.language,
              choose: choice => this.choose(choice),
              discard,
              retryUpload: id => this.uploads?.retry(id),
              dropUpload: id => this.uploads?.remove(id),
            })}
          </div>
          ${this.writer ? dots(this.writer, agent) : nothing}
        </div>
        ${this.atEnd || !this.reading?.hasNewer ? nothing : html`<button class="newer" type="button" @click=${() => this.toEnd()}>${words.newMessages}</button>`}
        ${this.dropping ? html`<div class="drop" aria-hidden="true">${words.attach}</div>` : nothing}
      </div>
      <div class="below">${
        owner === 'closed' && line
          ? ending(this, () => this.requestUpdate())
          : composer({
              texts: words,
              draft: this.draft,
              botHasIt: owner === 'bot',
              typed: event => {
                this.draft = (event.target as HTMLTextAreaElement).value;
                this.meter.changed(event.inputType ?? '', this.draft === '');
              },
              touched: () => this.meter.touched(),
              send: () => this.submit(),
              askHuman: () => this.send({ kind: 'text', text: words.humanAsk }),
              ...(this.files === 'off' ? {} : { attach: this.attach }),
            })
      }</div>
      <div class="sr" role="status">${this.writer ? words.typing(this.writer === 'agent' ? (agent ?? words.personTag) : words.bot) : ''}</div>`;
  }
}
