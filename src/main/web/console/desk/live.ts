import { Backoff } from '../../care/backoff';
import type { CareEvent, Role } from '../../care/protocol';
import type { Item, Looker, PresenceState, Reading } from '../shapes';
import type { Board } from '../supervisor/shapes';

/** The frames of agent.v1 that the server sends. */
export type Pushed =
  | CareEvent
  | { t: 'queue'; items: Item[] }
  | { t: 'item'; item: Item }
  | { t: 'offer'; conv: string; until: string; item: Item }
  | { t: 'offer.gone'; conv: string; why?: string }
  | { t: 'typing'; conv: string; role: Role; agent?: string; state: 'start' | 'stop'; ttlMs?: number }
  | { t: 'looking'; conv: string; agents: Looker[] }
  | { t: 'presence'; agent: string; state: PresenceState; capacity?: number; why?: string }
  | { t: 'diagnostics'; conv: string; diagnostics: Reading[]; running: boolean }
  | { t: 'mention'; conv: string; seq: number; from: { id?: string; name?: string }; text: string }
  | { t: 'board'; board: Board }
  | { t: 'bye'; reason?: string }
  | { t: 'pong' };

export interface Hears {
  pushed(frame: Pushed): void;
  connected(up: boolean): void;
}

const PING_MS = 20_000;

/** The agent's socket: reconnects, and watches the same conversations again after it did. */
export class Live {
  private readonly backoff = new Backoff();
  private socket?: WebSocket;
  private watched = new Map<string, () => number>();
  private looked?: string;
  private boardOn = false;
  private timer?: ReturnType<typeof setTimeout>;
  private beat?: ReturnType<typeof setInterval>;
  private stopped = false;
  private heardAt = 0;

  constructor(
    private readonly ticket: () => Promise<string>,
    private readonly hears: Hears,
  ) {}

  start(): void {
    void this.connect();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    clearInterval(this.beat);
    this.socket?.close(1000);
  }

  /** Follows these conversations and no others, each from the event after `after()` on. */
  watch(wanted: Map<string, () => number>): void {
    for (const conv of this.watched.keys()) if (!wanted.has(conv)) this.put({ t: 'unwatch', conv });
    const added = [...wanted].filter(([conv]) => !this.watched.has(conv));
    this.watched = wanted;
    for (const [conv, after] of added) this.put({ t: 'watch', conv, after: after() });
  }

  /** Tells colleagues which conversation is open here. */
  look(conv: string | undefined): void {
    if (conv === this.looked) return;
    this.looked = conv;
    this.put(conv ? { t: 'look', conv } : { t: 'look' });
  }

  board(on: boolean): void {
    this.boardOn = on;
    this.put({ t: 'board', on });
  }

  composing(conv: string, state: 'start' | 'active' | 'stop'): void {
    this.put({ t: 'composing', conv, state });
  }

  private again(): void {
    for (const [conv, after] of this.watched) this.put({ t: 'watch', conv, after: after() });
    if (this.looked) this.put({ t: 'look', conv: this.looked });
    if (this.boardOn) this.board(true);
  }

  private async connect(): Promise<void> {
    let ticket: string;
    try {
      ticket = await this.ticket();
    } catch {
      return this.later();
    }
    if (this.stopped) return;
    const url = new URL('/ws/v1/agent', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.searchParams.set('ticket', ticket);
    const socket = new WebSocket(url, 'agent.v1');
    this.socket = socket;
    socket.onopen = () => {
      this.backoff.reset();
      this.heardAt = Date.now();
      this.hears.connected(true);
      this.again();
      this.beat = setInterval(() => this.ping(socket), PING_MS);
    };
    socket.onmessage = message => {
      this.heardAt = Date.now();
      this.hears.pushed(JSON.parse(String(message.data)) as Pushed);
    };
    socket.onclose = () => {
      clearInterval(this.beat);
      this.hears.connected(false);
      this.later();
    };
  }

  private ping(socket: WebSocket): void {
    if (Date.now() - this.heardAt > 2 * PING_MS + 5000) socket.close();
    else this.put({ t: 'ping' });
  }

  private later(): void {
    if (!this.stopped) this.timer = setTimeout(() => void this.connect(), this.backoff.next());
  }

  private put(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}
