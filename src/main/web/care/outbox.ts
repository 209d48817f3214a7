import type { Keep } from './keep';
import type { Send } from './protocol';

export interface Waiting extends Send {
  at: string;
  refused?: string;
}

/**
 * Messages that the server has not acknowledged yet, in order. They survive a reload of the page and are sent again
 * under the same id, which the server takes once.
 */
export class Outbox {
  private messages: Waiting[];

  constructor(private readonly keep: Keep) {
    this.messages = read(keep.get('outbox'));
  }

  get all(): readonly Waiting[] {
    return this.messages;
  }

  /** Those that still have to go: a refused message waits for the customer. */
  get toSend(): readonly Waiting[] {
    return this.messages.filter(message => message.refused === undefined);
  }

  add(message: Waiting): void {
    this.change([...this.messages, message]);
  }

  remove(id: string): void {
    this.change(this.messages.filter(message => message.id !== id));
  }

  refuse(id: string, code: string): void {
    this.change(this.messages.map(message => (message.id === id ? { ...message, refused: code } : message)));
  }

  clear(): void {
    this.change([]);
  }

  private change(messages: Waiting[]): void {
    this.messages = messages;
    this.keep.set('outbox', messages.length ? JSON.stringify(messages) : undefined);
  }
}

function read(stored: string | undefined): Waiting[] {
  try {
    return stored ? (JSON.parse(stored) as Waiting[]) : [];
  } catch {
    return [];
  }
}

/** The frame of a waiting message. The title of a choice is for showing it here; the server knows it already. */
export function frameOf(message: Waiting): Send {
  const { kind, choiceId } = message.content;
  return {
    t: 'send',
    id: message.id,
    content: kind === 'choice' && choiceId ? { kind, choiceId } : message.content,
    ...(message.compose ? { compose: message.compose } : {}),
  };
}
