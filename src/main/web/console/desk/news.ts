import type { Item } from '../shapes';
import type { Alert } from './alerts';
import type { Desk } from './desk';
import type { Pushed } from './live';

/** What the socket tells, and what it changes on the desk. */
export class News {
  constructor(private readonly desk: Desk) {}

  hear(frame: Pushed): void {
    const { desk } = this;
    switch (frame.t) {
      case 'queue':
        return this.queue(frame.items);
      case 'item':
        desk.lists.put(frame.item);
        return desk.follow();
      case 'event':
        desk.lists.happened(frame);
        if (frame.conv === desk.open?.conv) {
          desk.open.happened(frame);
          if (document.hasFocus()) desk.lists.read(frame.conv, frame.seq);
        }
        if (frame.ev === 'message' && frame.from.role === 'customer') this.customerWrote(frame.conv);
        return;
      case 'typing':
        if (frame.conv === desk.open?.conv) desk.open.writes(frame.role, frame.agent, frame.state === 'start', frame.ttlMs ?? 6000);
        return;
      case 'looking':
        if (frame.conv === desk.open?.conv) desk.open.looking = frame.agents;
        return;
      case 'offer':
        desk.offers = [...desk.offers.filter(item => item.conv !== frame.conv), { ...frame.item, offer: { agent: desk.session.user, until: frame.until } }];
        return this.alert('offer', desk.titles.offer, frame.conv);
      case 'offer.gone':
        desk.offers = desk.offers.filter(item => item.conv !== frame.conv);
        if (!desk.answered.delete(frame.conv) && (frame.why === 'expired' || frame.why === 'left')) desk.notice({ kind: 'offerGone', detail: frame.why });
        return;
      case 'presence':
        if (frame.agent !== desk.session.user) return;
        desk.presenceIs(frame.state, frame.capacity);
        return desk.notice({ kind: frame.why === 'missed' ? 'away' : 'presence', detail: frame.state });
      case 'diagnostics':
        if (frame.conv === desk.open?.conv) desk.open.measured(frame.diagnostics, frame.running);
        return;
      case 'mention':
        if (frame.conv === desk.open?.conv && document.hasFocus()) return;
        this.alert('mention', desk.titles.mention, frame.conv);
        return desk.notice({ kind: 'mention', detail: frame.from.name ?? frame.from.id ?? '', conv: frame.conv, seq: frame.seq });
      case 'board':
        desk.board = frame.board;
        return;
      case 'bye':
        if (frame.reason === 'disabled') desk.shut('disabled');
        return;
    }
  }

  private queue(items: Item[]): void {
    const { desk } = this;
    const known = new Set(desk.lists.of('waiting').map(item => item.conv));
    const fresh = items.find(item => !known.has(item.conv) && Date.now() - Date.parse(item.queuedAt ?? '') < 10_000);
    desk.lists.replace(items, ['waiting']);
    if (fresh && desk.presence.state === 'online') this.alert('waiting', desk.titles.waiting, fresh.conv);
  }

  private customerWrote(conv: string): void {
    const { desk } = this;
    const item = desk.lists.get(conv);
    const before = desk.open?.conv === conv && document.hasFocus();
    if (item?.owner === 'agent' && item.agent === desk.session.user && !before) this.alert('message', desk.titles.message, conv);
  }

  private alert(alert: Alert, title: string, conv?: string): void {
    this.desk.alerts.tell(alert, title, () => conv && (location.hash = `#/inbox/${conv}`));
  }
}
