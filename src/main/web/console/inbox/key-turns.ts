import type { CareEvent } from '../../care/protocol';
import type { Opened } from '../desk/opened';
import type { Texts } from '../texts';

export interface Note {
  text: string;
  agent: string;
  kind: 'note' | 'whisper';
}

export function isShown(event: CareEvent): boolean {
  return event.ev === 'status' ? noteOf(event) !== undefined || told(event) !== undefined : event.ev !== 'redacted' && event.ev !== 'csat.requested';
}

/** Where the latest handoff began; past the end when a person was never asked for. */
export function markerOf(open: Opened, events: readonly CareEvent[]): number {
  const lastBot = events.findLastIndex(event => event.ev === 'handoff.returned' || event.ev === 'handoff.failed');
  const told = open.is.handoffSeq;
  if (told !== undefined && told > (events[lastBot]?.seq ?? 0)) return events.find(event => event.seq >= told)?.seq ?? Infinity;
  return events.slice(lastBot + 1).find(event => event.ev.startsWith('handoff.'))?.seq ?? Infinity;
}

/** The turns that say most: those the packet points at, what people here said, the first words, and the last ones before the handoff. */
export function keySeqs(open: Opened, events: readonly CareEvent[], marker: number): Set<number> {
  const { packet } = open.is;
  const pointed = [packet.goal, ...(packet.summary ?? []), ...(packet.facts ?? []), ...(packet.tried ?? []), ...(packet.promises ?? [])];
  const earlier = events.filter(event => event.seq < marker);
  const tail = marker === Infinity ? 12 : 3;
  const first = earlier.find(event => event.from.role === 'customer');
  const people = earlier.filter(event => event.from.role === 'agent');
  const seqs = [...pointed.map(part => part?.seq), first?.seq, ...[...people, ...earlier.slice(-tail)].map(event => event.seq)];
  return new Set(seqs.filter(seq => seq !== undefined));
}

export function noteOf(event: CareEvent): Note | undefined {
  const note = event.ev === 'status' ? (event.data?.['note'] as { text?: string; agent?: string; whisper?: boolean } | undefined) : undefined;
  if (typeof note?.text !== 'string') return undefined;
  return { text: note.text, agent: note.agent ?? event.from.id ?? '', kind: note.whisper ? 'whisper' : 'note' };
}

/** What a customer said of the conversation, or their page: worth a line. */
function told(event: CareEvent): { csat: { score: number; comment?: string } } | { attributes: Record<string, string> } | undefined {
  const { data } = event;
  if (data?.['csat']) return { csat: data['csat'] as { score: number; comment?: string } };
  return data?.['attributes'] ? { attributes: data['attributes'] as Record<string, string> } : undefined;
}

function inWords(event: CareEvent, texts: Texts): string {
  const what = told(event);
  if (!what) return event.ev;
  if ('csat' in what) return texts.rated(what.csat.score, what.csat.comment ?? '');
  return texts.described(Object.entries(what.attributes).map(([name, value]) => `${name}: ${value || '–'}`).join(', '));
}

/** What happened besides words, as a sentence. */
export function happening(event: CareEvent, texts: Texts, nameOf: (agent: string) => string): string {
  const who = event.from.name ?? (event.from.id ? nameOf(event.from.id) : texts.agent);
  switch (event.ev) {
    case 'handoff.requested':
      return texts.requested;
    case 'handoff.queued':
      return texts.queued;
    case 'handoff.joined':
      return texts.joined(who);
    case 'handoff.transferred':
      return texts.transferred(String(event.data?.['to'] ?? ''));
    case 'handoff.returned':
      return texts.returned;
    case 'handoff.failed':
      return texts.handoffFailed;
    case 'conversation.closed':
      return texts.closed;
    default:
      return inWords(event, texts);
  }
}
