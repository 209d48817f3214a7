import { Keep } from './keep';
import { subjectOf } from './tickets';

/**
 * What this tab remembers from page to page: that the customer is in a conversation, so that an answer finds them on
 * the next page too, and up to where they have read it.
 */
export class ReadMarks {
  private readonly keep: Keep;

  constructor(site: string, identity: string) {
    this.keep = new Keep(() => sessionStorage, `attune.${site}.${identity ? subjectOf(identity) : ''}.`);
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
}
