import { Backoff } from './backoff';
import { Keep } from './keep';
import { Outbox, frameOf } from './outbox';
import { newId, type Compose, type ComposingState, type Content, type Role, type ServerFrame } from './protocol';
import { TicketRefused, askTicket, subjectOf } from './tickets';
import { Transcript } from './transcript';

export type State = 'off' | 'connecting' | 'online' | 'waiting' | 'replaced' | 'refused';

export interface Options {
  server: string;
  site: string;
  identity?: string;
  locale: string;
}

export interface Listener {
  /** Something that is shown has changed. */
  changed(): void;
  typing(role: Role, forMs: number): void;
  trouble(code: string, retryAfterMs?: number): void;
}

const HEARTBEAT_MS = 25_000;
const PONG_WITHIN_MS = 10_000;
const READ_MS = 400;

/**
 * One customer's line to the server: gets tickets, connects, reconnects, resumes where it was, and sends what is in the
 * outbox until it is acknowledged.
 */
export class CareConnection {
  state: State = 'off';
  conv?: string;
  retryAt = 0;
  readonly transcript = new Transcript();
  readonly outbox: Outbox;
  private readonly keep: Keep;
  private readonly anonymous: Keep;
  private readonly backoff = new Backoff();
  private socket?: WebSocket;
  private epoch?: string;
  private welcomed = false;
  private timer?: ReturnType<typeof setTimeout>;
  private heartbeat?: ReturnType<typeof setInterval>;
  private pongBy?: ReturnType<typeof setTimeout>;
  private readTimer?: ReturnType<typeof setTimeout>;
  private writing = false;
  private serverAsks = 0;
  private readTo = 0;

  constructor(
    private readonly options: Options,
    private readonly listener: Listener,
  ) {
    const who = `attune.${options.site}.${options.identity ? subjectOf(options.identity) : ''}.`;
    this.keep = new Keep(() => localStorage, who);
    this.anonymous = new Keep(() => localStorage, `attune.${options.site}..`);
    this.outbox = new Outbox(new Keep(() => sessionStorage, who));
  }

  /** This device's secret, once the server has given one. */
  get visitor(): string | undefined {
    return this.keep.get('visitor');
  }

  /** The server has forgotten this customer: nothing of them may stay here either. */
  forgotten(): void {
    this.keep.set('visitor', undefined);
    this.outbox.clear();
    this.afresh();
  }

  start(): void {
    if (this.state !== 'off' && this.state !== 'replaced' && this.state !== 'refused') return;
    addEventListener('online', this.tryNow);
    addEventListener('pageshow', this.awake);
    document.addEventListener('visibilitychange', this.awake);
    void this.connect();
  }

  /** Leaves without a trace on the page; the conversation itself goes on. */
  stop(): void {
    removeEventListener('online', this.tryNow);
    removeEventListener('pageshow', this.awake);
    document.removeEventListener('visibilitychange', this.awake);
    this.drop();
    this.become('off');
  }

  send(content: Content, compose?: Compose): void {
    const message = { t: 'send' as const, id: newId(), content, compose, at: new Date().toISOString() };
    this.writing = false;
    this.outbox.add(message);
    if (this.welcomed) this.put(frameOf(message));
    this.listener.changed();
  }

  composing(state: ComposingState, compose?: Compose): void {
    this.writing = state === 'start' || state === 'active';
    if (this.welcomed) this.put({ t: 'composing', state, ...(compose ? { compose } : {}) });
  }

  /** Says up to where the customer has read: soon, and once for all that came together. */
  read(): void {
    this.readTimer ??= setTimeout(() => {
      this.readTimer = undefined;
      const last = this.transcript.last;
      if (!this.welcomed || last <= this.readTo) return;
      this.readTo = last;
      this.put({ t: 'read', seq: last });
    }, READ_MS);
  }

  end(): void {
    if (this.welcomed) this.put({ t: 'end' });
  }

  /** Leaves the closed conversation, so that the next connection opens a new one. */
  afresh(): void {
    this.forgetConversation();
    this.drop();
    void this.connect();
  }

  private forgetConversation(): void {
    this.conv = this.epoch = undefined;
    this.readTo = 0;
    this.transcript.clear();
  }

  /** Does not wait for the next attempt. */
  readonly tryNow = () => {
    if (this.state !== 'waiting') return;
    clearTimeout(this.timer);
    void this.connect();
  };

  /** After a sleep a socket may look open and be dead: ask at once rather than at the next heartbeat. */
  private readonly awake = () => {
    if (document.visibilityState !== 'visible') return;
    if (this.state === 'online') this.ping();
    else this.tryNow();
  };

  private async connect(): Promise<void> {
    this.become('connecting');
    const { server, site, identity } = this.options;
    try {
      // Who signs in takes along what was said here before; who signs out leaves nothing for the next.
      const visitor = this.keep.get('visitor') ?? this.anonymous.get('visitor');
      const ticket = await askTicket(server, {
        site,
        ...(visitor ? { visitor } : {}),
        ...(identity ? { identity } : {}),
      });
      if (this.state !== 'connecting') return;
      if (identity) this.anonymous.set('visitor', undefined);
      this.keep.set('visitor', ticket.visitor);
      this.open(ticket.ticket);
    } catch (refusal) {
      if (this.state !== 'connecting') return;
      if (refusal instanceof TicketRefused && refusal.final) {
        this.become('refused');
        this.listener.trouble(refusal.status === 401 ? 'identity' : 'refused');
      } else this.later(refusal instanceof TicketRefused ? refusal.retryAfterMs : 0);
    }
  }

  private open(ticket: string): void {
    const url = new URL(`${this.options.server}/ws/v1/chat`, location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.searchParams.set('ticket', ticket);
    const socket = new WebSocket(url, 'care.v1');
    this.socket = socket;
    this.welcomed = false;
    socket.onopen = () => this.hello();
    socket.onmessage = message => {
      if (socket === this.socket && typeof message.data === 'string') this.hear(message.data);
    };
    socket.onclose = closed => {
      if (socket === this.socket) this.lost(closed.code);
    };
  }

  private hello(): void {
    const resume =
      this.conv && this.epoch ? { conv: this.conv, resume: { epoch: this.epoch, seq: this.transcript.last } } : {};
    const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.put({ t: 'hello', v: 1, ...resume, locale: this.options.locale, ...(tz ? { tz } : {}) });
  }

  private hear(text: string): void {
    let frame: ServerFrame;
    try {
      frame = JSON.parse(text) as ServerFrame;
    } catch {
      return;
    }
    clearTimeout(this.pongBy);
    switch (frame.t) {
      case 'welcome':
        return this.welcome(frame);
      case 'accepted':
        this.outbox.remove(frame.id);
        return this.listener.changed();
      case 'event':
        if (frame.cid) this.outbox.remove(frame.cid);
        if (this.transcript.add(frame)) this.listener.changed();
        return;
      case 'typing':
        return this.listener.typing(frame.role, frame.state === 'start' ? (frame.ttlMs ?? 6000) : 0);
      case 'error':
        return this.refused(frame);
      case 'bye':
        this.serverAsks = frame.retryAfterMs ?? 0;
        return;
      default:
        return;
    }
  }

  private welcome(frame: Extract<ServerFrame, { t: 'welcome' }>): void {
    if (!frame.recovered) this.transcript.clear();
    this.conv = frame.conv;
    this.epoch = frame.epoch;
    this.welcomed = true;
    this.serverAsks = 0;
    this.backoff.reset();
    this.heartbeat = setInterval(() => this.ping(), frame.hb ?? HEARTBEAT_MS);
    this.become('online');
    for (const message of this.outbox.toSend) this.put(frameOf(message));
    if (this.writing) this.put({ t: 'composing', state: 'active' });
  }

  private refused(frame: Extract<ServerFrame, { t: 'error' }>): void {
    const { code, id, retryAfterMs = 0 } = frame;
    if (code === 'rate_limited') this.serverAsks = retryAfterMs;
    else if (id && retryAfterMs > 0) return void setTimeout(() => this.sendAgain(id), retryAfterMs);
    else if (id) this.outbox.refuse(id, code);
    this.listener.trouble(code, retryAfterMs);
  }

  private sendAgain(id: string): void {
    const message = this.outbox.toSend.find(waiting => waiting.id === id);
    if (message && this.welcomed) this.put(frameOf(message));
  }

  private ping(): void {
    this.put({ t: 'ping' });
    clearTimeout(this.pongBy);
    this.pongBy = setTimeout(() => {
      this.drop();
      this.later(0);
    }, PONG_WITHIN_MS);
  }

  private lost(code: number): void {
    this.drop();
    switch (code) {
      case 4403:
      case 4400:
        this.become('refused');
        return this.listener.trouble(code === 4403 ? 'origin' : 'refused');
      case 4409:
        return this.become('replaced');
      case 4404:
        this.forgetConversation();
        return this.later(0);
      default:
        return this.later(this.serverAsks);
    }
  }

  private later(atLeast: number): void {
    const wait = this.backoff.next(atLeast);
    this.retryAt = Date.now() + wait;
    this.timer = setTimeout(() => void this.connect(), wait);
    this.become('waiting');
  }

  private drop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.pongBy);
    clearInterval(this.heartbeat);
    const socket = this.socket;
    this.socket = undefined;
    this.welcomed = false;
    if (socket && socket.readyState <= WebSocket.OPEN) socket.close(1000);
  }

  private put(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  private become(state: State): void {
    this.state = state;
    this.listener.changed();
  }
}
