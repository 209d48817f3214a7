import { LitElement, type PropertyValues } from 'lit';
import { CareApi } from '../care/api';
import { ComposeMeter } from '../care/compose-meter';
import { CareConnection } from '../care/connection';
import { languageOf, type Language } from '../care/language';
import type { Choice, Compose, Content } from '../care/protocol';
import { ReadMarks } from '../care/read-marks';
import { Uploads } from '../care/uploads';
import { troubleInWords } from './banner';
import { grow } from './composer';
import { directionOf } from './direction';
import { PageTitle } from './page-title';
import { panel } from './panel';
import { Passing } from './passing';
import { Reading } from './reading';
import type { SheetName } from './sheet';
import { styles } from './styles';
import { textsOf, type Texts } from './texts';
import { launcher } from './views';

/** The chat on a provider's page: a launcher and a panel. Attributes, calls and events stand in docs/widget.md. */
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
    atEnd: { state: true },
    draft: { state: true },
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
  declare atEnd: boolean;
  declare aside: SheetName | undefined;
  declare dropping: boolean;

  line?: CareConnection;
  api?: CareApi;
  uploads?: Uploads;
  reading?: Reading;
  readonly passing = new Passing(() => this.requestUpdate());
  readonly meter = new ComposeMeter((state, compose) => this.line?.composing(state, this.measured(compose)));
  private readonly pageTitle = new PageTitle();
  /** What is at the end stays in sight when something above it grows: a picture, an explanation. */
  private readonly sizes = new ResizeObserver(() => this.atEnd && this.toEnd());
  private toldUnread = 0;
  private wasOpen = false;
  private attributesToSend?: Record<string, string | null>;

  constructor() {
    super();
    this.site = 'demo';
    this.server = this.name = this.locale = this.identity = this.draft = this.telemetry = this.files = '';
    this.texts = {};
    this.open = this.dropping = false;
    this.atEnd = true;
  }

  get language(): Language {
    return languageOf(this.locale, document.documentElement.lang, navigator.language);
  }

  get words(): Texts {
    return { ...textsOf(this.language), ...this.texts };
  }

  private get field(): HTMLTextAreaElement | null {
    return this.find('.write textarea');
  }

  /** Says something in the customer's name, as if they had chosen it. */
  say(text: string): void {
    if (!text.trim()) return;
    if (!this.line) this.connect();
    this.send({ kind: 'text', text: text.slice(0, 4096) }, { activeMs: 0, keys: 0, input: 'choice' });
  }

  choose(choice: Choice): void {
    this.send({ kind: 'choice', choiceId: choice.id, text: choice.title }, { ...this.meter.taken(), input: 'choice' });
  }

  submit(): void {
    const text = this.draft.trim();
    if (!text) return;
    this.draft = '';
    this.send({ kind: 'text', text }, this.meter.taken());
  }

  private send(content: Content, compose: Compose): void {
    this.atEnd = true;
    this.reading?.marks.talks();
    this.line?.send(content, this.measured(compose));
    this.field?.focus();
  }

  /** Nothing, where site or customer do not want it. */
  private measured(compose: Compose | undefined): Compose | undefined {
    return this.telemetry !== 'off' && this.reading?.marks.pace !== false ? compose : undefined;
  }

  readonly attach = (files: readonly File[]) => {
    this.atEnd = true;
    this.reading?.marks.talks();
    for (const file of files) void this.uploads?.add(file);
  };

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
    this.sizes.disconnect();
    this.leave();
    this.pageTitle.show(0);
  }

  private leave(): void {
    this.line?.stop();
    this.line = this.reading = this.uploads = this.aside = undefined;
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
    if (changed.has('draft')) grow(this.field);
    if (changed.has('aside') && this.open) this.turned(changed.get('aside') as SheetName | undefined);
    if (changed.has('open') || changed.has('aside')) this.watchSizes();
    if (this.open && this.atEnd) this.toEnd();
    this.sawIt();
  }

  private connect(): void {
    const { site, identity } = this;
    const server = this.server.replace(/\/$/, '');
    const line = new CareConnection(
      { server, site, locale: this.locale || this.language, ...(identity ? { identity } : {}) },
      {
        changed: () => this.heard(),
        typing: (role, forMs) => this.passing.writes(role, forMs),
        trouble: (code, retryAfterMs) => this.trouble(code, retryAfterMs),
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
      this.passing.spoke(news.from.role);
      if (news.ev === 'message' && news.from.role !== 'customer' && this.open) this.meter.promptVisible();
      if (news.ev === 'conversation.closed') this.reading?.marks.done();
      if (news.ev.startsWith('handoff.')) this.tell('handoff', news);
      this.tell('message', news);
    }
    if (this.line?.state === 'online') {
      this.uploads?.next();
      this.tellAttributes();
    }
    this.passing.connection(this.line?.state);
    this.requestUpdate();
  }

  private tellAttributes(): void {
    const given = this.attributesToSend;
    if (!given || this.line?.state !== 'online' || !this.line.conv) return;
    this.attributesToSend = undefined;
    this.api?.attributes(this.line.conv, given).catch(() => this.tell('error', { code: 'attributes' }));
  }

  /** Something that the customer asked for did not work. */
  failed(): void {
    this.trouble('request');
  }

  private trouble(code: string, retryAfterMs = 0): void {
    this.tell('error', { code });
    this.passing.say(troubleInWords(this.words, code, retryAfterMs), Math.max(8000, retryAfterMs));
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
    if (this.reading?.marks.concerns(change)) this.heard();
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
    if (this.aside || before) this.find<HTMLElement>(this.aside ? 'h2' : 'attune-chat-menu')?.focus();
  }

  /** What had the focus goes away with the next rendering: it moves to this. */
  focusOn(selector: string): void {
    this.requestUpdate();
    void this.updateComplete.then(() => this.find<HTMLElement>(selector)?.focus());
  }

  private watchSizes(): void {
    this.sizes.disconnect();
    for (const part of this.renderRoot.querySelectorAll('.log, .rows')) this.sizes.observe(part);
  }

  private find<T extends Element>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(`attune-${name}`, { detail, bubbles: true, composed: true }));
  }

  toEnd(): void {
    this.find('.log')?.scrollTo({ top: 1e9 });
    this.reading?.atEnd();
  }

  readonly scrolled = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = this.find('.log') ?? {};
    this.atEnd = scrollHeight - scrollTop - clientHeight < 48;
  };

  typed(event: InputEvent): void {
    this.draft = (event.target as HTMLTextAreaElement).value;
    this.meter.changed(event.inputType ?? '', this.draft === '');
  }

  protected override render(): unknown {
    return this.open ? panel(this) : launcher(this.words, this.reading?.unread ?? 0, () => (this.open = true));
  }
}
