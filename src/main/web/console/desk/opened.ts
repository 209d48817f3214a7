import type { CareEvent, Role } from '../../care/protocol';
import { Transcript } from '../../care/transcript';
import { type Api, Refused } from '../api';
import type { Conversation, Looker, Reading } from '../shapes';

export type Mode = 'reply' | 'note' | 'whisper';

export type Trouble = { code: 'stale' | 'taken' | 'gone' | 'failed' | 'refused'; detail: string };

/** The conversation that is open: what is known of it, who else is at it, and what the agent does with it. */
export class Opened {
  readonly transcript = new Transcript();
  mode: Mode = 'reply';
  showAll = false;
  trouble?: Trouble;
  looking: Looker[];
  running = false;
  /** Who is writing now: the customer, or colleagues by their names. */
  readonly writers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What the agent has not seen when a message was refused: shown with a mark. */
  missedFrom = Infinity;
  private packetTimer?: ReturnType<typeof setTimeout>;

  constructor(
    public is: Conversation,
    private readonly api: Api,
    private readonly user: string,
    private readonly changed: () => void,
  ) {
    is.events.forEach(event => this.transcript.add(event));
    this.looking = is.looking ?? [];
  }

  get conv(): string {
    return this.is.conv;
  }

  get isMine(): boolean {
    return this.is.owner === 'agent' && this.is.agent === this.user && this.is.phase !== 'wrap_up';
  }

  get isWrapUp(): boolean {
    return this.is.phase === 'wrap_up' && (this.is.agent ?? this.lastAgent) === this.user;
  }

  /** Who joined last: an ended conversation names nobody. */
  private get lastAgent(): string | undefined {
    return this.transcript.events.findLast(event => event.ev === 'handoff.joined')?.from.id;
  }

  get isClosed(): boolean {
    return this.is.owner === 'closed' || this.is.phase === 'closed' || this.is.phase === 'wrap_up';
  }

  get isOthers(): boolean {
    return this.is.owner === 'agent' && this.is.agent !== this.user;
  }

  /** Colleagues who have it open too. */
  get others(): Looker[] {
    return this.looking.filter(one => one.agent !== this.user);
  }

  /** @returns whether the event was new */
  happened(event: CareEvent): boolean {
    if (!this.transcript.add(event)) return false;
    if (event.from.role === 'customer') this.stopsWriting('customer');
    if (event.from.role === 'agent' && event.from.id) this.stopsWriting(event.from.id);
    // What an event means for ownership and for the packet is the server's to say.
    clearTimeout(this.packetTimer);
    this.packetTimer = setTimeout(() => void this.refresh(), 300);
    return true;
  }

  writes(role: Role, agent: string | undefined, on: boolean, ttlMs: number): void {
    const who = role === 'customer' ? 'customer' : agent;
    if (!who || who === this.user) return;
    this.stopsWriting(who);
    if (on) this.writers.set(who, setTimeout(() => (this.stopsWriting(who), this.changed()), ttlMs));
  }

  private stopsWriting(who: string): void {
    clearTimeout(this.writers.get(who));
    this.writers.delete(who);
  }

  measured(readings: Reading[], running: boolean): void {
    this.running = running;
    if (readings.length) this.is = { ...this.is, packet: { ...this.is.packet, diagnostics: readings } };
  }

  async runDiagnostics(): Promise<void> {
    this.running = true;
    this.changed();
    try {
      const { diagnostics, running } = await this.api.act<{ diagnostics: Reading[]; running: boolean }>(this.conv, 'diagnostics', {});
      this.measured(diagnostics, running);
    } catch (refusal) {
      this.running = false;
      this.tell(refusal);
    }
    this.changed();
  }

  async act(action: string, body: object): Promise<boolean> {
    try {
      await this.api.act(this.conv, action, body);
      this.trouble = undefined;
      await this.refresh();
      return true;
    } catch (refusal) {
      if (refusal instanceof Refused && refusal.newer.length) {
        this.missedFrom = Math.min(this.missedFrom, this.transcript.last + 1);
        refusal.newer.forEach(event => this.transcript.add(event));
      }
      this.tell(refusal);
      if (refusal instanceof Refused && refusal.status === 409) await this.refresh();
      return false;
    } finally {
      this.changed();
    }
  }

  /** Events that say nothing to read, such as a mark that a message was noted, do not make a reply stale. */
  async say(text: string, id: string): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      const seen = this.transcript.last;
      const sent = await this.act('messages', { content: { kind: 'text', text }, id, expectedSeq: seen });
      const news = this.transcript.events.filter(event => event.seq > seen && event.from.role === 'customer');
      if (sent) this.missedFrom = Infinity;
      if (sent || this.trouble?.code !== 'stale' || news.length > 0 || attempt === 2) return sent;
      this.missedFrom = Infinity;
    }
  }

  /** Reads ownership and the packet anew; what was already seen stays. */
  async refresh(): Promise<void> {
    const loaded = await this.api.conversation(this.conv).catch(() => undefined);
    if (!loaded) return;
    loaded.events.forEach(event => this.transcript.add(event));
    this.is = loaded;
    this.looking = loaded.looking ?? this.looking;
    this.changed();
  }

  close(): void {
    clearTimeout(this.packetTimer);
    [...this.writers.keys()].forEach(who => this.stopsWriting(who));
  }

  private tell(refusal: unknown): void {
    this.trouble = troubleOf(refusal);
  }
}

export function troubleOf(refusal: unknown): Trouble {
  if (!(refusal instanceof Refused)) return { code: 'failed', detail: '' };
  const code =
    refusal.newer.length > 0
      ? 'stale'
      : refusal.status === 409
        ? 'taken'
        : refusal.status === 404
          ? 'gone'
          : refusal.status < 500
            ? 'refused'
            : 'failed';
  return { code, detail: refusal.message };
}
