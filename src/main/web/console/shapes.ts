import type { CareEvent } from '../care/protocol';

/** What the agent API gives and takes. */

export interface Session {
  user: string;
  token: string;
  role: string;
  until: number;
}

export interface Item {
  conv: string;
  customer: string;
  name?: string;
  channel: string;
  language?: string;
  owner: 'queue' | 'bot' | 'agent';
  agent?: string;
  reason?: { code: string; sentence: string };
  priority: number;
  queuedAt?: string;
  startedAt: string;
  lastAt: string;
  lastText?: string;
  head: number;
}

export interface Evidence {
  what: string;
  contribution: number;
}

export interface Fact {
  name: string;
  value: string;
  source: string;
  seq?: number;
  at?: string;
}

export interface Packet {
  goal?: { text: string; seq: number };
  reason?: { code: string; sentence: string; rule?: string; reasons?: string[] };
  facts?: Fact[];
  tried?: { remedy: string; title?: string; outcome: string; at: string; seq?: number }[];
  diagnostics?: { fact: string; value: string; at: string }[];
  promises?: { text: string; seq: number }[];
  estimates?: {
    aptitude?: { mean: number; sd: number; band: string; evidence?: Evidence[] };
    enthusiasm?: { mean: number; low: number; high: number; evidence?: Evidence[] };
  };
  mood?: { frustration: number; trend?: number[] };
  profile?: Record<string, unknown>;
  history?: { at: string; channel: string; intent: string; remedy?: string; outcome?: string }[];
}

export interface Conversation {
  conv: string;
  epoch: string;
  head: number;
  owner: 'queue' | 'bot' | 'agent' | 'closed';
  ownershipEpoch: number;
  agent?: string;
  customer: string;
  channel: string;
  language?: string;
  events: CareEvent[];
  packet: Packet;
}

export type Presence = 'online' | 'busy' | 'away' | 'offline';
