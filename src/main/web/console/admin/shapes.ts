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
