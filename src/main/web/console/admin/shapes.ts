import type { Role } from '../shapes';

/** What administrators keep: docs/console-api.md, section 6. */

export interface Account {
  user: string;
  name?: string;
  role: Role;
  team?: string;
  skills?: string[];
  languages?: string[];
  disabled?: boolean;
  source?: 'here' | 'settings' | 'demo' | 'oidc';
  changeable?: boolean;
}

export type CandidateState = 'open' | 'labelled' | 'dismissed';

export interface Candidate {
  id: string;
  text: string;
  language: string;
  ranking: { intent: string; confidence: number }[];
  reason: 'not_understood' | 'out_of_scope' | 'clarified';
  conversations: number;
  times: number;
  state: CandidateState;
  intent?: string;
  labelledBy?: string;
}

export interface Candidates {
  total: number;
  items: Candidate[];
}

/** Of the models in use. `labels`: the intents that a text may be given for training. */
export interface Models {
  version: string;
  labels: string[];
}

export interface Span {
  from: string;
  to: string;
}

export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof WEEK)[number];

export interface Hours {
  zone: string;
  always: boolean;
  week: Partial<Record<Day, Span[]>>;
  holidays: { date: string; name?: string; open?: Span[] }[];
  openNow?: boolean;
  opensAt?: string;
  closesAt?: string;
}
