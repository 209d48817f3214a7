import type { CareEvent } from '../care/protocol';

/** The question how it was, where it is open: asked after the last closing, and not answered. */
export function openQuestion(events: readonly CareEvent[]): CareEvent | undefined {
  const asked = events.findLast(event => event.ev === 'csat.requested');
  return asked && !isAnswered(events) ? asked : undefined;
}

export function isAnswered(events: readonly CareEvent[]): boolean {
  return events.some(event => event.ev === 'status' && event.data?.csat !== undefined);
}
