import type { CareConnection } from '../care/connection';
import type { CareEvent } from '../care/protocol';
import { ReadMarks } from '../care/read-marks';

/** What of a conversation the customer has seen, and what of it is new. */
export class Reading {
  readonly marks: ReadMarks;
  private readSeq = 0;
  private announced = 0;
  /** Up to where they have seen while they looked at the end. */
  private endSeq = 0;
  private conv?: string;

  constructor(
    private readonly line: CareConnection,
    site: string,
    identity: string,
  ) {
    this.marks = new ReadMarks(site, identity);
  }

  get unread(): number {
    return this.line.transcript.events.filter(
      event => event.seq > this.readSeq && event.ev === 'message' && event.from.role !== 'customer',
    ).length;
  }

  /** There is something below what is looked at. */
  get hasNewer(): boolean {
    return this.line.transcript.last > this.endSeq;
  }

  /** The latest event, if it has not been given out before. */
  news(): CareEvent | undefined {
    if (this.conv !== this.line.conv) {
      this.conv = this.line.conv;
      this.readSeq = this.announced = this.endSeq = 0;
    }
    this.readSeq = Math.max(this.readSeq, this.marks.readTo(this.line.conv));
    const last = this.line.transcript.events.at(-1);
    if (!last || last.seq <= this.announced) return undefined;
    this.announced = last.seq;
    return last;
  }

  atEnd(): void {
    this.endSeq = this.line.transcript.last;
  }

  /** The customer sees the conversation now. */
  seen(): void {
    const { last } = this.line.transcript;
    if (last <= this.readSeq) return;
    this.readSeq = last;
    this.marks.read(this.line.conv, last);
    this.line.read();
  }
}
