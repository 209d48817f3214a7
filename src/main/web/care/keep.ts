/**
 * What a browser remembers for us. A page may forbid storage (private windows, embedded frames): then things are
 * remembered until the page is left.
 */
export class Keep {
  private readonly fallback = new Map<string, string>();

  constructor(
    private readonly storage: () => Storage,
    private readonly prefix: string,
  ) {}

  get(key: string): string | undefined {
    try {
      return this.storage().getItem(this.prefix + key) ?? undefined;
    } catch {
      return this.fallback.get(key);
    }
  }

  set(key: string, value: string | undefined): void {
    try {
      if (value === undefined) this.storage().removeItem(this.prefix + key);
      else this.storage().setItem(this.prefix + key, value);
    } catch {
      if (value === undefined) this.fallback.delete(key);
      else this.fallback.set(key, value);
    }
  }
}
