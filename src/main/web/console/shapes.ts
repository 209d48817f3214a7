import type { CareEvent } from '../care/protocol';

/** What the agents' API gives and takes: docs/console-api.md. */

export type Role = 'agent' | 'supervisor' | 'admin' | 'integration';

export interface Session {
  user: string;
  token: string;
  role: Role;
  until: number;
}

export interface Me {
  user: string;
  name?: string;
  role: Role;
  team?: string;
  skills?: string[];
  languages?: string[];
}

export type Owner = 'bot' | 'queue' | 'agent' | 'closed';

export type Phase = 'bot' | 'offered' | 'queued' | 'ringing' | 'with_agent' | 'wrap_up' | 'returned' | 'closed';

export interface Item {
  conv: string;
  customer: string;
  name?: string;
  channel: string;
  language?: string;
  owner: Owner;
  phase?: Phase;
  agent?: string;
  reason?: { code: string; sentence?: string };
  priority: number;
  vulnerable?: boolean;
  skill?: string;
  target?: string;
  queuedAt?: string;
  startedAt: string;
  lastAt: string;
  lastText?: string;
  lastRole?: 'customer' | 'bot' | 'agent' | 'system';
  head: number;
  place?: number;
  waitMs?: number;
  waitingSince?: string;
  dueAt?: string;
  late?: boolean;
  offer?: { agent: string; until: string };
  callbackAt?: string;
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

export interface Reading {
  fact: string;
  value: string;
  at: string;
}

export interface Who {
  customer: string;
  name?: string;
  verified?: { channel: string; verified: boolean }[];
  plan?: string;
  value?: string;
  tenureMonths?: number;
  language?: string;
  localTime?: string;
  channel?: string;
  vulnerable?: boolean;
  accessibility?: string;
  restriction?: { since: string; reason: string; by: string };
}

export interface Reason {
  code: string;
  sentence?: string;
  rule?: string;
  reasons?: string[];
  signals?: { what: string; value: string }[];
}

export interface Contact {
  conv: string;
  at: string;
  channel: string;
  reason?: string;
  outcome?: string;
  text?: string;
}

export interface Past {
  at: string;
  channel: string;
  intent: string;
  remedy?: string;
  outcome?: string;
}

export interface Packet {
  who?: Who;
  reason?: Reason;
  summary?: { text: string; kind: string; seq?: number }[];
  goal?: { text: string; seq: number; intent?: string };
  facts?: Fact[];
  step?: { dialog: string; open?: string; kind?: string };
  tried?: { remedy: string; title?: string; outcome: string; at: string; seq?: number }[];
  diagnostics?: Reading[];
  promises?: { text: string; seq: number }[];
  estimates?: {
    aptitude?: { mean: number; sd: number; band: string; evidence?: Evidence[] };
    enthusiasm?: { mean: number; low: number; high: number; evidence?: Evidence[] };
    domains?: Record<string, { mean: number; sd: number; band: string; evidence?: Evidence[] }>;
  };
  mood?: { frustration: number; trend?: number[] };
  pace?: { words?: number[]; latencyMs?: number[]; said?: string };
  next?: { kind: string; id: string; title?: string; why?: string; text?: string }[];
  replies?: { id: string; text: string; why?: string }[];
  profile?: Record<string, unknown>;
  history?: Past[];
  contacts?: Contact[];
}

export interface Looker {
  agent: string;
  name?: string;
  role?: string;
  writing?: boolean;
}

export interface Conversation {
  conv: string;
  epoch: string;
  head: number;
  owner: Owner;
  phase?: Phase;
  ownershipEpoch: number;
  agent?: string;
  customer: string;
  channel: string;
  language?: string;
  item?: Item;
  events: CareEvent[];
  handoffSeq?: number;
  looking?: Looker[];
  packet: Packet;
}

export type PresenceState = 'online' | 'busy' | 'away' | 'offline';

export interface Presence {
  agent?: string;
  state: PresenceState;
  capacity?: number;
  serving?: number;
  wrapUp?: number;
  missed?: number;
}

export interface Colleague {
  id: string;
  name?: string;
  state: PresenceState;
  team?: string;
  skills?: string[];
  languages?: string[];
  capacity?: number;
  free?: number;
  connected?: boolean;
}

export interface Targets {
  agents: Colleague[];
  teams: string[];
  skills: { id: string; name: string }[];
}

export interface Canned {
  id: string;
  language: string;
  shortcut?: string;
  title: string;
  text: string;
  team?: string;
}

export interface WrapUp {
  code: string;
  labels: Record<string, string>;
  order?: number;
}

export interface Skill {
  id: string;
  name: string;
  intents?: string[];
}
