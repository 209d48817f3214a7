import type { State } from '../care/connection';
import type { Role } from '../care/protocol';

/** What is shown for a while and then goes by itself: who is writing, what went wrong, that a connection takes long. */
export class Passing {
  writer?: Role;
  hint = '';
  slow = false;
  private writerTimer?: ReturnType<typeof setTimeout>;
  private hintTimer?: ReturnType<typeof setTimeout>;
  private slowTimer?: ReturnType<typeof setTimeout>;

  constructor(private readonly changed: () => void) {}

  writes(role: Role, forMs: number): void {
    clearTimeout(this.writerTimer);
    this.writer = forMs > 0 && role !== 'customer' ? role : undefined;
    if (this.writer) this.writerTimer = setTimeout(() => this.spoke(this.writer), forMs);
    this.changed();
  }

  spoke(role: Role | undefined): void {
    if (role !== this.writer) return;
    this.writer = undefined;
    this.changed();
  }

  say(hint: string, forMs: number): void {
    this.hint = hint;
    clearTimeout(this.hintTimer);
    this.hintTimer = setTimeout(() => {
      this.hint = '';
      this.changed();
    }, forMs);
    this.changed();
  }

  /** A connection that is back soon is not worth a word. */
  connection(state: State | undefined): void {
    if (state === 'connecting' || state === 'waiting') {
      this.slowTimer ??= setTimeout(() => {
        this.slow = true;
        this.changed();
      }, 1500);
      return;
    }
    clearTimeout(this.slowTimer);
    this.slowTimer = undefined;
    this.slow = false;
  }
}
