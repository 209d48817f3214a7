import type { CareEvent } from './protocol';

/** The events of one conversation as this client has seen them: each once, in order of seq. */
export class Transcript {
  private seen: CareEvent[] = [];

  get events(): readonly CareEvent[] {
    return this.seen;
  }

  get last(): number {
    return this.seen.at(-1)?.seq ?? 0;
  }

  /** Whether the event was new. */
  add(event: CareEvent): boolean {
    if (event.seq > this.last) {
      this.seen = [...this.seen, event];
      return true;
    }
    if (this.seen.some(known => known.seq === event.seq)) return false;
    this.seen = [...this.seen, event].sort((a, b) => a.seq - b.seq);
    return true;
  }

  clear(): void {
    this.seen = [];
  }
}

/** What a message says, in words. A picked choice travels as its id; its title stands with the message that offered it. */
export function wordsOf(events: readonly CareEvent[], event: CareEvent): string {
  const { content } = event;
  const titleIn = (offer: CareEvent) => offer.content?.choices?.find(choice => choice.id === content?.choiceId)?.title;
  const offered = content?.kind === 'choice' ? events.findLast(offer => offer.seq < event.seq && titleIn(offer)) : undefined;
  return content?.text ?? content?.alt ?? (offered && titleIn(offered)) ?? '';
}
