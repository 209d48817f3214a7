import type { Compose, ComposingState } from './protocol';

const PAUSE_MS = 2000;

/**
 * Measures how a message was written, as totals only: no text and no single key's time is kept. Also says when the
 * writing starts, goes on, pauses and stops, so that the server can wait for a customer who is not done.
 */
export class ComposeMeter {
  private promptAt = performance.now();
  private firstKeyAt?: number;
  private lastKeyAt = 0;
  private activeMs = 0;
  private idleMs = 0;
  private keys = 0;
  private deletes = 0;
  private bursts = 0;
  private pasted = false;
  private abandoned = 0;
  private input: Compose['input'] = 'unknown';
  private announcedAt = 0;
  private pauseTimer?: ReturnType<typeof setTimeout>;

  constructor(private readonly announce: (state: ComposingState, compose?: Compose) => void) {}

  /** A message that the customer may answer has become visible. */
  promptVisible(): void {
    if (this.firstKeyAt === undefined) this.promptAt = performance.now();
  }

  touched(): void {
    this.input = 'touch';
  }

  /** The draft changed: `type` is the input event's inputType, `empty` whether nothing is left. */
  changed(type: string, empty: boolean): void {
    const now = performance.now();
    const starts = this.firstKeyAt === undefined;
    if (starts) {
      this.firstKeyAt = now;
      this.bursts = 1;
    } else {
      const gap = now - this.lastKeyAt;
      if (gap < PAUSE_MS) this.activeMs += gap;
      else {
        this.idleMs += gap;
        this.bursts++;
      }
    }
    this.lastKeyAt = now;
    if (type.startsWith('delete')) this.deletes++;
    if (type === 'insertFromPaste' || type === 'insertFromDrop') this.pasted = true;
    else this.keys++;
    if (this.input === 'unknown') this.input = type === 'insertFromDictation' ? 'voice' : 'keyboard';
    clearTimeout(this.pauseTimer);
    if (empty) return this.emptied();
    if (starts || now - this.announcedAt >= PAUSE_MS) this.say(starts ? 'start' : 'active', now);
    this.pauseTimer = setTimeout(() => this.paused(), PAUSE_MS);
  }

  /** The totals of the message that is being sent; the meter starts afresh. */
  taken(): Compose {
    const totals = this.totals();
    this.abandoned = 0;
    this.reset();
    return totals;
  }

  private paused(): void {
    this.announcedAt = 0;
    this.announce('pause', this.totals());
  }

  private emptied(): void {
    this.abandoned++;
    this.announce('stop', this.totals());
    this.reset();
  }

  private say(state: ComposingState, now: number): void {
    this.announcedAt = now;
    this.announce(state);
  }

  private totals(): Compose {
    const whole = Math.round;
    return {
      activeMs: Math.min(3_600_000, whole(this.activeMs)),
      idleMs: whole(this.idleMs),
      ...(this.firstKeyAt === undefined ? {} : { firstKeyMs: whole(this.firstKeyAt - this.promptAt) }),
      keys: this.keys,
      deletes: this.deletes,
      bursts: this.bursts,
      pasted: this.pasted,
      abandoned: this.abandoned,
      input: this.input,
    };
  }

  private reset(): void {
    clearTimeout(this.pauseTimer);
    this.firstKeyAt = undefined;
    this.activeMs = this.idleMs = this.keys = this.deletes = this.bursts = this.announcedAt = 0;
    this.pasted = false;
    this.input = 'unknown';
    this.promptAt = performance.now();
  }
}
