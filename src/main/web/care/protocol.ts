/** The frames of care.v1, as far as a customer's client reads and writes them. */

export type Role = 'customer' | 'bot' | 'agent' | 'system';

export interface Choice {
  id: string;
  title: string;
  short?: string;
  desc?: string;
}

export interface Content {
  kind: string;
  text?: string;
  choices?: Choice[];
  choiceId?: string;
  lang?: string;
  url?: string;
  alt?: string;
  name?: string;
  mime?: string;
  bytes?: number;
}

export interface CareEvent {
  t: 'event';
  seq: number;
  conv: string;
  at: string;
  ev: string;
  from: { role: Role; id?: string; name?: string };
  cid?: string;
  content?: Content;
  data?: Record<string, unknown>;
}

export interface Compose {
  activeMs: number;
  keys: number;
  idleMs?: number;
  firstKeyMs?: number;
  deletes?: number;
  bursts?: number;
  pasted?: boolean;
  abandoned?: number;
  input?: 'keyboard' | 'touch' | 'voice' | 'choice' | 'unknown';
}

export type ComposingState = 'start' | 'active' | 'pause' | 'stop';

export interface Send {
  t: 'send';
  id: string;
  content: Content;
  compose?: Compose;
}

export type ServerFrame =
  | CareEvent
  | { t: 'welcome'; conv: string; epoch: string; seq: number; recovered: boolean; hb?: number }
  | { t: 'accepted'; id: string; seq: number; dup?: boolean }
  | { t: 'typing'; role: Role; state: 'start' | 'stop'; ttlMs?: number }
  | { t: 'error'; code: string; id?: string; message?: string; retryAfterMs?: number }
  | { t: 'bye'; reason?: string; retryAfterMs?: number }
  | { t: 'pong' };

export interface Ticket {
  ticket: string;
  visitor: string;
  expiresInMs: number;
}

/** A fresh id for a message: random, so that two tabs never choose the same. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return 'm' + Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
