/** Waiting times between attempts to connect: doubling from half a second to half a minute, with half of it random. */
export class Backoff {
  private attempt = 0;

  /** The next wait in ms; never shorter than what the server asked for. */
  next(atLeast = 0): number {
    const full = Math.min(30_000, 500 * 2 ** this.attempt++);
    return Math.max(atLeast, full / 2 + Math.random() * (full / 2));
  }

  reset(): void {
    this.attempt = 0;
  }
}
