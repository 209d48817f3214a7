import type { CareEvent } from '../../care/protocol';
import type { Item } from '../shapes';

export type SectionName = 'wrapUp' | 'mine' | 'waiting' | 'callbacks' | 'bot';

export interface Section {
  name: SectionName;
  items: Item[];
}

const ORDER: SectionName[] = ['wrapUp', 'mine', 'waiting', 'callbacks', 'bot'];

/**
 * The conversations that stand on the left, each in one section. A line that changes keeps its place: the lists are in
 * the order of service or of arrival, never of the last word, so that nothing jumps away under the pointer.
 */
export class Lists {
  private items = new Map<string, Item>();
  private sections?: Section[];
  private readonly seen = new Map<string, number>();
  /** An ended conversation names nobody: those that were mine are mine to wrap up. */
  private readonly wrapping = new Set<string>();

  constructor(private readonly user: string) {}

  /** In the order of the screen. What a person has typed into the filter leaves only what it is found in. */
  get all(): Section[] {
    return (this.sections ??= ORDER.map(name => ({ name, items: this.inSection(name) })));
  }

  filtered(by: string): Section[] {
    const words = by.trim().toLocaleLowerCase();
    if (!words) return this.all;
    const has = (item: Item) =>
      [item.name, item.customer, item.reason?.sentence, item.reason?.code, item.lastText, item.skill, item.language, item.channel, item.agent]
        .filter(Boolean)
        .join(' ')
        .toLocaleLowerCase()
        .includes(words);
    return this.all.map(({ name, items }) => ({ name, items: items.filter(has) }));
  }

  of(name: SectionName): Item[] {
    return this.all.find(section => section.name === name)!.items;
  }

  get(conv: string): Item | undefined {
    return this.items.get(conv);
  }

  sectionOf(item: Item): SectionName | undefined {
    if (item.phase === 'wrap_up') return item.agent === this.user || this.wrapping.has(item.conv) ? 'wrapUp' : undefined;
    if (isCallback(item)) return 'callbacks';
    if (item.owner === 'bot') return 'bot';
    if (item.owner === 'agent') return item.agent === this.user ? 'mine' : undefined;
    return item.owner === 'queue' ? 'waiting' : undefined;
  }

  /** Everything of these sections is in `items`; what was in them before and is not now has gone. */
  replace(items: Item[], sections: readonly SectionName[]): void {
    const named = new Set(items.map(item => item.conv));
    if (sections.includes('wrapUp')) items.forEach(item => this.wrapping.add(item.conv));
    for (const [conv, item] of this.items) {
      const section = this.sectionOf(item);
      if (!named.has(conv) && (!section || sections.includes(section))) this.items.delete(conv);
    }
    items.forEach(item => this.items.set(item.conv, item));
    this.sections = undefined;
  }

  put(item: Item): void {
    const before = this.items.get(item.conv);
    if (before && this.sectionOf(before) === 'mine') this.wrapping.add(item.conv);
    if (this.sectionOf(item)) this.items.set(item.conv, item);
    else this.items.delete(item.conv);
    if (before && this.samePlace(before, item)) this.swap(before, item);
    else this.sections = undefined;
  }

  /** The line after one more event of its conversation. */
  happened(event: CareEvent): void {
    const item = this.items.get(event.conv);
    if (!item || event.seq <= item.head) return;
    const text = event.ev === 'message' ? event.content?.text : undefined;
    this.put({ ...item, lastAt: event.at, head: event.seq, ...(text ? { lastText: text, lastRole: event.from.role } : {}) });
  }

  /** Up to here the agent has had it open. */
  read(conv: string, seq: number): void {
    if ((this.seen.get(conv) ?? 0) < seq) this.seen.set(conv, seq);
  }

  /** The customer's words came last, and the agent has not had them open. */
  isUnread(item: Item): boolean {
    return item.lastRole === 'customer' && item.head > (this.seen.get(item.conv) ?? 0);
  }

  private samePlace(before: Item, after: Item): boolean {
    return (
      this.sectionOf(before) === this.sectionOf(after) &&
      before.priority === after.priority &&
      before.place === after.place &&
      before.queuedAt === after.queuedAt
    );
  }

  private swap(before: Item, after: Item): void {
    const section = this.sections?.find(one => one.name === this.sectionOf(after));
    const at = section?.items.indexOf(before) ?? -1;
    if (section && at >= 0) section.items = section.items.with(at, after);
    else this.sections = undefined;
  }

  private inSection(name: SectionName): Item[] {
    const items = [...this.items.values()].filter(item => this.sectionOf(item) === name);
    switch (name) {
      case 'waiting':
        return items.sort(
          (a, b) =>
            (a.place ?? Infinity) - (b.place ?? Infinity) || b.priority - a.priority || (a.queuedAt ?? '').localeCompare(b.queuedAt ?? ''),
        );
      case 'callbacks':
        return items.sort((a, b) => (a.callbackAt ?? '').localeCompare(b.callbackAt ?? ''));
      case 'bot':
        return items.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
      default:
        return items.sort((a, b) => (a.queuedAt ?? a.startedAt).localeCompare(b.queuedAt ?? b.startedAt));
    }
  }
}

/** Wanted later: until then the assistant may have it, or nobody. */
function isCallback({ owner, callbackAt }: Item): boolean {
  return (owner === 'bot' || owner === 'queue') && callbackAt !== undefined && Date.parse(callbackAt) > Date.now();
}
