import { Keep } from '../../care/keep';
import { newId } from '../../care/protocol';
import { Api } from '../api';
import type { Item, Me, Presence, PresenceState, Session } from '../shapes';
import { Alerts } from './alerts';
import { Drafts } from './drafts';
import { Lists } from './lists';
import { Live } from './live';
import { News } from './news';
import { Opened, troubleOf, type Mode, type Trouble } from './opened';
import { Stock } from './stock';
import type { Settings } from '../shell/settings';
import type { Board } from '../supervisor/shapes';

/** What the assistant has is not told over the socket: it is looked at this often, ms. */
const BOT_LIST_MS = 15_000;

export interface Notice {
  kind: 'mention' | 'away' | 'presence' | 'offerGone' | 'copied' | 'done';
  detail?: string;
  conv?: string;
  seq?: number;
}

/** One agent's desk: the lists, the open conversation, the drafts, what rings, and what the agent does with them. */
export class Desk {
  readonly lists: Lists;
  readonly drafts: Drafts;
  readonly stock: Stock;
  readonly alerts: Alerts;
  open?: Opened;
  opening?: string;
  connected = false;
  presence: Presence = { state: 'online' };
  me: Me;
  filter = '';
  offers: Item[] = [];
  notices: Notice[] = [];
  trouble?: Trouble;
  board?: Board;
  /** What notifications are called; set in the language of the page. */
  titles = { offer: '', mention: '', waiting: '', message: '' };
  private readonly live: Live;
  /** What this agent has accepted or declined: that it rings no more is no news. */
  readonly answered = new Set<string>();
  private composedAt = 0;
  private listTimer?: ReturnType<typeof setTimeout>;
  private pendingSend?: { conv: string; text: string; id: string };

  constructor(
    readonly session: Session,
    readonly api: Api,
    settings: Settings,
    private readonly changed: () => void,
    readonly shut: (reason: string) => void,
  ) {
    this.me = { user: session.user, role: session.role };
    this.lists = new Lists(session.user);
    this.drafts = new Drafts(new Keep(() => localStorage, `attune.console.${session.user}.`));
    this.stock = new Stock(api, changed);
    this.alerts = new Alerts(settings);
    const news = new News(this);
    this.live = new Live(() => api.ticket(), {
      pushed: frame => {
        news.hear(frame);
        this.changed();
      },
      connected: up => {
        this.connected = up;
        if (up) void this.reload();
        if (up) void this.open?.refresh();
        this.changed();
      },
    });
  }

  start(): void {
    void this.api.me().then(me => ((this.me = me), this.changed()), () => undefined);
    this.stock.load(this.serves);
    if (!this.serves) return;
    addEventListener('focus', this.looks);
    void this.setPresence('online');
    void this.reload();
    this.live.start();
  }

  stop(): void {
    removeEventListener('focus', this.looks);
    clearTimeout(this.listTimer);
    this.open?.close();
    this.live.stop();
  }

  /** Administrators have no conversations, and no socket. */
  get serves(): boolean {
    return this.session.role === 'agent' || this.session.role === 'supervisor';
  }

  /** Back at the window: what is open has been read. */
  private readonly looks = () => {
    if (this.open) this.lists.read(this.open.conv, this.open.transcript.last);
    this.changed();
  };

  get isSupervisor(): boolean {
    return this.session.role === 'supervisor';
  }

  get inOrder(): Item[] {
    return this.lists.filtered(this.filter).flatMap(section => section.items);
  }

  get ringing(): Item[] {
    return this.offers.filter(item => Date.parse(item.offer?.until ?? '') > Date.now());
  }

  async reload(): Promise<void> {
    clearTimeout(this.listTimer);
    this.listTimer = setTimeout(() => void this.reload(), BOT_LIST_MS);
    const [queue, mine, bot, wrapUp, callbacks] = await Promise.allSettled([
      this.api.items('queue'),
      this.api.items('me'),
      this.api.items('bot'),
      this.api.items('wrap_up'),
      this.api.items('callbacks'),
    ]);
    if (queue.status === 'fulfilled') this.lists.replace(queue.value, ['waiting']);
    if (mine.status === 'fulfilled') this.lists.replace(mine.value, ['mine']);
    if (bot.status === 'fulfilled') this.lists.replace(bot.value, ['bot']);
    if (wrapUp.status === 'fulfilled') this.lists.replace(wrapUp.value, ['wrapUp']);
    if (callbacks.status === 'fulfilled') this.lists.replace(callbacks.value, ['callbacks']);
    this.follow();
    this.changed();
  }

  /** Listens to the open conversation, and to what else is mine so that its line in the list is true. */
  follow(): void {
    const wanted = new Map(this.lists.of('mine').map(item => [item.conv, () => this.lists.get(item.conv)?.head ?? item.head]));
    const { open } = this;
    if (open) wanted.set(open.conv, () => open.transcript.last);
    this.live.watch(wanted);
  }

  async show(conv: string): Promise<void> {
    if (this.open?.conv === conv) return;
    this.opening = conv;
    this.trouble = undefined;
    this.changed();
    try {
      const loaded = await this.api.conversation(conv);
      if (this.opening !== conv) return;
      this.open?.close();
      this.open = new Opened(loaded, this.api, this.session.user, () => this.touched());
      this.lists.read(conv, this.open.transcript.last);
      this.follow();
      this.live.look(conv);
    } catch (refusal) {
      this.trouble = troubleOf(refusal);
    } finally {
      if (this.opening === conv) this.opening = undefined;
      this.changed();
    }
  }

  /** The open conversation was read anew: its line in the lists is true again, too. */
  private touched(): void {
    const item = this.open?.is.item;
    if (item) {
      this.lists.put(item);
      this.lists.read(item.conv, this.open!.transcript.last);
      this.follow();
    }
    this.changed();
  }

  leave(): void {
    this.open?.close();
    this.open = undefined;
    this.follow();
    this.live.look(undefined);
    this.changed();
  }

  get draft(): string {
    return this.open ? this.drafts.get(this.open.conv, this.open.mode) : '';
  }

  set draft(text: string) {
    const { open } = this;
    if (!open) return;
    this.drafts.set(open.conv, open.mode, text);
    if (open.mode === 'reply' && open.isMine) this.composing(text !== '');
    this.changed();
  }

  setMode(mode: Mode): void {
    if (this.open) this.open.mode = mode;
    this.changed();
  }

  /** Sends what stands in the field. After a failure the same words are sent under the same id: they arrive once. */
  async send(): Promise<boolean> {
    const { open } = this;
    const text = this.draft.trim();
    if (!text || !open) return false;
    const { mode } = open;
    const sent = await this.put(open, mode, text);
    if (sent && this.drafts.get(open.conv, mode).trim() === text) {
      this.drafts.set(open.conv, mode, '');
      this.composedAt = 0;
    }
    if (sent && mode !== 'reply' && open.isMine) open.mode = 'reply';
    this.changed();
    return sent;
  }

  private put(open: Opened, mode: Mode, text: string): Promise<boolean> {
    if (mode === 'note') return open.act('notes', { text });
    if (mode === 'whisper') return open.act('whisper', { text });
    if (this.pendingSend?.conv !== open.conv || this.pendingSend.text !== text) this.pendingSend = { conv: open.conv, text, id: newId() };
    return open.say(text, this.pendingSend.id).then(sent => {
      if (sent) this.pendingSend = undefined;
      return sent;
    });
  }

  async answer(offer: Item, action: 'accept' | 'decline'): Promise<void> {
    this.offers = this.offers.filter(item => item.conv !== offer.conv);
    this.answered.add(offer.conv);
    this.changed();
    try {
      await this.api.act(offer.conv, action, action === 'decline' ? { reason: 'busy' } : {});
      if (action === 'accept') await this.show(offer.conv);
    } catch (refusal) {
      this.trouble = troubleOf(refusal);
    }
    await this.reload();
  }

  async setPresence(state: PresenceState, capacity = this.presence.capacity): Promise<void> {
    this.presence = { ...this.presence, state, ...(capacity ? { capacity } : {}) };
    this.changed();
    const now = await this.api.setPresence(state, capacity).catch(() => undefined);
    if (now) this.presence = now;
    this.changed();
  }

  notice(notice: Notice): void {
    this.notices = [...this.notices, notice].slice(-4);
    setTimeout(() => this.dismiss(notice), notice.kind === 'done' ? 4_000 : 12_000);
    this.changed();
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter(one => one !== notice);
    this.changed();
  }

  forgetTrouble(): void {
    this.trouble = undefined;
    if (this.open) this.open.trouble = undefined;
    this.changed();
  }

  /** A supervisor or the server's rules changed it from outside. */
  presenceIs(state: PresenceState, capacity: number | undefined): void {
    this.presence = { ...this.presence, state, ...(capacity ? { capacity } : {}) };
  }

  /** The live board is pushed only while somebody looks at it. */
  watchBoard(on: boolean): void {
    if (this.isSupervisor) this.live.board(on);
  }


  private composing(writes: boolean): void {
    const now = Date.now();
    const conv = this.open?.conv;
    if (!conv || (writes && now - this.composedAt < 2000)) return;
    this.live.composing(conv, writes ? (this.composedAt ? 'active' : 'start') : 'stop');
    this.composedAt = writes ? now : 0;
  }
}
