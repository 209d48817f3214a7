import { Keep } from '../care/keep';
import type { CareEvent } from '../care/protocol';
import { Transcript } from '../care/transcript';
import { Api, Refused } from './api';
import { Live, type Pushed } from './live';
import type { Conversation, Item, Presence, Session } from './shapes';

export interface Open extends Conversation {
  transcript: Transcript;
}

export type Mode = 'reply' | 'note';

/** What the assistant has is not told over the socket: it is looked at this often, ms. */
const LISTS_MS = 10_000;

/** One agent's desk: the lists, the open conversation, the drafts, and what the agent does with them. */
export class Desk {
  items: Item[] = [];
  open?: Open;
  opening?: string;
  mode: Mode = 'reply';
  showAll = false;
  connected = false;
  presence: Presence = 'online';
  trouble?: { code: 'stale' | 'taken' | 'gone' | 'failed'; detail: string };
  customerTypes = false;
  private readonly api: Api;
  private readonly live: Live;
  private readonly drafts: Keep;
  private typingTimer?: ReturnType<typeof setTimeout>;
  private composedAt = 0;
  private listTimer?: ReturnType<typeof setTimeout>;
  private packetTimer?: ReturnType<typeof setTimeout>;

  constructor(
    readonly session: Session,
    private readonly changed: () => void,
    private readonly signedOut: () => void,
  ) {
    this.api = new Api(session.token);
    this.drafts = new Keep(() => localStorage, `attune.console.${session.user}.`);
    this.live = new Live(() => this.guarded(this.api.ticket()), {
      pushed: frame => this.pushed(frame),
      connected: up => {
        this.connected = up;
        if (up) this.reloadSoon(0);
        this.changed();
      },
    });
  }

  start(): void {
    void this.setPresence('online');
    this.reloadSoon(0);
    this.live.start();
  }

  stop(): void {
    clearTimeout(this.listTimer);
    this.live.stop();
  }

  get waiting(): Item[] {
    return this.items
      .filter(item => item.owner === 'queue')
      .sort((a, b) => b.priority - a.priority || (a.queuedAt ?? '').localeCompare(b.queuedAt ?? ''));
  }

  get mine(): Item[] {
    return this.items
      .filter(item => item.owner === 'agent' && item.agent === this.session.user)
      .sort((a, b) => a.lastAt.localeCompare(b.lastAt));
  }

  get withBot(): Item[] {
    return this.items.filter(item => item.owner === 'bot').sort((a, b) => b.lastAt.localeCompare(a.lastAt));
  }

  /** In the order of the screen, for moving through with the keyboard. */
  get inOrder(): Item[] {
    return [...this.mine, ...this.waiting, ...this.withBot];
  }

  get isMine(): boolean {
    return this.open?.owner === 'agent' && this.open.agent === this.session.user;
  }

  get draft(): string {
    return this.open ? (this.drafts.get(`${this.mode}.${this.open.conv}`) ?? '') : '';
  }

  set draft(text: string) {
    if (!this.open) return;
    this.drafts.set(`${this.mode}.${this.open.conv}`, text || undefined);
    if (this.mode === 'reply' && this.isMine) this.composing(text !== '');
    this.changed();
  }

  hasDraft(conv: string): boolean {
    return this.drafts.get(`reply.${conv}`) !== undefined;
  }

  async reload(): Promise<void> {
    const lists = await this.guarded(
      Promise.all([this.api.items('queue'), this.api.items('me'), this.api.items('bot')]),
    ).catch(() => undefined);
    if (lists) {
      this.items = lists.flat();
      this.follow();
      this.changed();
    }
  }

  /** Listens to the open conversation, and to what else is mine so that its line in the list is true. */
  private follow(): void {
    const { open } = this;
    const wanted = new Map(this.mine.map(item => [item.conv, () => item.head]));
    if (open) wanted.set(open.conv, () => open.transcript.last);
    this.live.watch(wanted);
  }

  async show(conv: string): Promise<void> {
    this.opening = conv;
    this.changed();
    try {
      const loaded = await this.guarded(this.api.conversation(conv));
      if (this.opening !== conv) return;
      const transcript = new Transcript();
      loaded.events.forEach(event => transcript.add(event));
      this.open = { ...loaded, transcript };
      this.mode = 'reply';
      this.showAll = this.customerTypes = false;
      this.trouble = undefined;
      this.follow();
    } catch (refusal) {
      this.tell(refusal);
    } finally {
      if (this.opening === conv) this.opening = undefined;
      this.changed();
    }
  }

  leave(): void {
    this.open = undefined;
    this.follow();
    this.changed();
  }

  claim(): Promise<boolean> {
    return this.act('claim', {});
  }

  async send(): Promise<boolean> {
    const text = this.draft.trim();
    const { open, mode } = this;
    if (!text || !open) return false;
    const sent =
      mode === 'note'
        ? await this.act('notes', { text })
        : await this.say(open, text);
    if (sent && this.draft.trim() === text) this.draft = '';
    if (sent && mode === 'note' && this.isMine) this.mode = 'reply';
    return sent;
  }

  /** Events that say nothing to read, such as a mark that a message was noted, do not make a reply stale. */
  private async say(open: Open, text: string): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      const seen = open.transcript.last;
      const sent = await this.act('messages', { content: { kind: 'text', text }, expectedSeq: seen });
      const news = open.transcript.events.filter(event => event.seq > seen && event.ev !== 'status');
      if (sent || this.trouble?.code !== 'stale' || news.length > 0 || attempt === 2) return sent;
    }
  }

  returnToBot(instruction: string): Promise<boolean> {
    return this.act('return', instruction ? { instruction } : {});
  }

  transfer(to: string, note: string): Promise<boolean> {
    return this.act('transfer', { to, ...(note ? { note } : {}) });
  }

  close(code: string, note: string): Promise<boolean> {
    return this.act('close', { code, ...(note ? { note } : {}) });
  }

  async setPresence(state: Presence): Promise<void> {
    this.presence = state;
    this.changed();
    await this.guarded(this.api.presence(state)).catch(() => undefined);
  }

  forgetTrouble(): void {
    this.trouble = undefined;
    this.changed();
  }

  private async act(action: string, body: object): Promise<boolean> {
    const { open } = this;
    if (!open) return false;
    try {
      await this.guarded(this.api.act(open.conv, action, body));
      this.trouble = undefined;
      await this.refresh(open);
      return true;
    } catch (refusal) {
      if (refusal instanceof Refused) refusal.newer.forEach(event => open.transcript.add(event));
      this.tell(refusal);
      if (refusal instanceof Refused && refusal.status === 409) await this.refresh(open);
      return false;
    } finally {
      this.changed();
    }
  }

  /** Reads ownership and the packet anew; what was already seen stays. */
  private async refresh(open: Open): Promise<void> {
    const loaded = await this.guarded(this.api.conversation(open.conv)).catch(() => undefined);
    if (!loaded || this.open !== open) return;
    loaded.events.forEach(event => open.transcript.add(event));
    Object.assign(open, { ...loaded, transcript: open.transcript });
    this.changed();
  }

  private pushed(frame: Pushed): void {
    switch (frame.t) {
      case 'queue':
        // Only those who wait are told; what came to somebody or went back is read again.
        this.items = [...this.items.filter(item => item.owner !== 'queue'), ...frame.items];
        this.reloadSoon(200);
        return this.changed();
      case 'event':
        return this.happened(frame);
      case 'typing':
        if (frame.conv !== this.open?.conv || frame.role !== 'customer') return;
        clearTimeout(this.typingTimer);
        this.customerTypes = frame.state === 'start';
        this.typingTimer = setTimeout(() => {
          this.customerTypes = false;
          this.changed();
        }, frame.ttlMs ?? 6000);
        return this.changed();
    }
  }

  private happened(event: CareEvent): void {
    const { open } = this;
    this.items = this.items.map(item => (item.conv === event.conv ? after(item, event) : item));
    if (event.conv !== open?.conv || !open.transcript.add(event)) return this.changed();
    if (event.from.role === 'customer') this.customerTypes = false;
    // What an event means for ownership and for the packet is the server's to say.
    clearTimeout(this.packetTimer);
    this.packetTimer = setTimeout(() => void this.refresh(open), 300);
    this.changed();
  }

  private reloadSoon(ms: number): void {
    clearTimeout(this.listTimer);
    this.listTimer = setTimeout(() => {
      this.reloadSoon(LISTS_MS);
      void this.reload();
    }, ms);
  }

  private composing(writes: boolean): void {
    const now = Date.now();
    const conv = this.open?.conv;
    if (!conv || (writes && now - this.composedAt < 2000)) return;
    this.live.composing(conv, writes ? (this.composedAt ? 'active' : 'start') : 'stop');
    this.composedAt = writes ? now : 0;
  }

  private tell(refusal: unknown): void {
    const status = refusal instanceof Refused ? refusal.status : 0;
    const stale = refusal instanceof Refused && refusal.newer.length > 0;
    const code = stale ? 'stale' : status === 409 ? 'taken' : status === 404 ? 'gone' : 'failed';
    this.trouble = { code, detail: refusal instanceof Refused ? refusal.message : '' };
  }

  private async guarded<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (refusal) {
      if (refusal instanceof Refused && refusal.status === 401) this.signedOut();
      throw refusal;
    }
  }
}

/** The line of a conversation in a list, after one more event. */
function after(item: Item, event: CareEvent): Item {
  const text = event.ev === 'message' ? event.content?.text : undefined;
  return { ...item, lastAt: event.at, head: Math.max(item.head, event.seq), ...(text ? { lastText: text } : {}) };
}
