import type { Item, PresenceState } from '../shapes';

/** What supervisors are told: docs/console-api.md, section 5. */

export interface BoardAgent {
  id: string;
  name?: string;
  role?: string;
  team?: string;
  state: PresenceState;
  since?: string;
  connected?: boolean;
  capacity: number;
  serving: number;
  ringing?: number;
  wrapUp?: number;
  missed?: number;
  skills?: string[];
  languages?: string[];
}

export interface Board {
  at: string;
  open: boolean;
  opensAt?: string;
  waiting: {
    count: number;
    oldestMs?: number;
    expectedMs?: number;
    late?: number;
    ringing?: number;
    callbacks?: number;
    bySkill?: { skill?: string; count: number; oldestMs?: number; able?: number }[];
    byReason?: { code: string; count: number }[];
  };
  serving: { count: number; late?: number; bot?: number };
  today: {
    handedOver?: number;
    served?: number;
    left?: number;
    callback?: number;
    failed?: number;
    medianWaitMs?: number;
    p90WaitMs?: number;
    medianHandlingMs?: number;
  };
  agents: BoardAgent[];
  late?: Item[];
}

export interface ReasonRow {
  code: string;
  count: number;
  share: number;
  served?: number;
  left?: number;
  callback?: number;
  failed?: number;
  returned?: number;
  medianWaitMs?: number;
  p90WaitMs?: number;
  medianHandlingMs?: number;
}

export interface ReasonsReport {
  from: string;
  to: string;
  total: number;
  reasons: ReasonRow[];
  days: { day: string; count: number; reasons: Record<string, number> }[];
  wrapups?: { code: string; count: number }[];
}
