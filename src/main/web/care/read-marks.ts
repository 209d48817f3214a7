import { Keep } from './keep';
import { subjectOf } from './tickets';

/**
 * What the browser remembers from page to page, for all its tabs: that the customer is in a conversation, so that an answer
 * finds them on the next page too, and up to where they have read it.
 */
export class ReadMarks {
  private readonly keep: Keep;
  private readonly prefix: string;

  constructor(site: string, identity: string) {
    this.prefix = `attune.${site}.${identity ? subjectOf(identity) : ''}.`;
    this.keep = new Keep(() => localStorage, this.prefix);
  }

  get talking(): boolean {
    return this.keep.get('talking') !== undefined;
  }

  talks(): void {
    this.keep.set('talking', 'yes');
  }

  /** The conversation has ended: nothing more is to be expected. */
  done(): void {
    this.keep.set('talking', undefined);
  }

  readTo(conv: string | undefined): number {
    const [known, seq] = this.keep.get('read')?.split(' ') ?? [];
    return conv && known === conv ? Number(seq) : 0;
  }

  read(conv: string | undefined, seq: number): void {
    if (conv) this.keep.set('read', `${conv} ${seq}`);
  }

  /** Whether another tab's change of the browser's storage was about this. */
  concerns(change: StorageEvent): boolean {
    return change.key === `${this.prefix}read`;
  }

  /** Whether the customer does not want to be asked how this conversation was, or has said it. */
  asked(conv: string): boolean {
    return this.keep.get('asked') === conv;
  }

  hasAsked(conv: string): void {
    this.keep.set('asked', conv);
  }

  /** Whether the server may be told how messages are written. */
  get pace(): boolean {
    return this.keep.get('pace') !== 'no';
  }

  set pace(may: boolean) {
    this.keep.set('pace', may ? undefined : 'no');
  }
}
