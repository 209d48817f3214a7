import type { Keep } from '../../care/keep';
import type { Mode } from './opened';

/** What was begun and not sent: one for each conversation and kind, kept in this browser. */
export class Drafts {
  constructor(private readonly keep: Keep) {}

  get(conv: string, mode: Mode): string {
    return this.keep.get(`${mode}.${conv}`) ?? '';
  }

  set(conv: string, mode: Mode, text: string): void {
    this.keep.set(`${mode}.${conv}`, text || undefined);
  }

  has(conv: string): boolean {
    return this.keep.get(`reply.${conv}`) !== undefined;
  }
}
