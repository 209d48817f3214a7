import type { CareEvent } from './protocol';

export type Owner = 'bot' | 'queue' | 'agent' | 'closed';

/** Who has the conversation after these events, and the agent's name where there is one. */
export function ownerAfter(events: readonly CareEvent[]): { owner: Owner; agent?: string } {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at]!;
    switch (event.ev) {
      case 'conversation.closed':
        return { owner: 'closed' };
      case 'handoff.joined':
        return { owner: 'agent', agent: event.from.name ?? event.from.id };
      case 'handoff.requested':
      case 'handoff.queued':
      case 'handoff.transferred':
        return { owner: 'queue' };
      case 'handoff.returned':
      case 'handoff.failed':
        return { owner: 'bot' };
    }
  }
  return { owner: 'bot' };
}
