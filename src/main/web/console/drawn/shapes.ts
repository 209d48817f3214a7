/** A dialog as a drawing: what can be at its start, what it looks at, what it does. */

import type { Language } from '../../care/language';

export type NodeKind = 'begin' | 'cause' | 'fact' | 'remedy' | 'say' | 'ask' | 'branch' | 'call' | 'end' | 'person';

export interface DrawnNode {
  id: string;
  kind: NodeKind;
  title: string;
  detail?: string;
}

export interface DrawnEdge {
  from: string;
  to: string;
  label?: string;
  /** tells: looking at a fact tells this cause; leads: the other kind. */
  kind: 'leads' | 'tells';
}

export interface DrawnLine {
  id: string;
  title: string;
  kind: 'troubleshoot' | 'flow';
  intents: string[];
}

export interface Drawn extends DrawnLine {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  /** Phrases that mean this dialog, by language. */
  triggers?: Partial<Record<Language, string[]>>;
  texts?: { language: Language; texts: number; missing: string[] }[];
  mermaid: string;
}

export interface Fault {
  file: string;
  line: number;
  kind: string;
  message: string;
}

export interface Reload {
  at: string;
  outcome: 'released' | 'unchanged' | 'refused';
  version: string;
  faults: Fault[];
}

/** All dialogs in force, and what came of the last edits. */
export interface DrawnLines {
  version: string;
  since: string;
  reload?: Reload;
  refused?: Reload;
  items: DrawnLine[];
}

export interface Offer {
  title: string;
  /** Missing where it leads out of the dialog. */
  value?: string;
  taken: boolean;
}

export interface Option {
  node: string;
  cost: number;
  helps?: number;
  manages?: number;
}

export type Why =
  | {
      kind: 'cost';
      options: Option[];
      causes: { id: string; chance: number }[];
      known: { id: string; value: string; how: string }[];
      tried: { id: string; open: boolean }[];
    }
  | { kind: 'policy'; rule?: string; probability: number; threshold: number; sentence: string }
  | { kind: 'led'; by: 'start' | 'answer' | 'condition' | 'outcome' | 'known' | 'next'; how: string };

export interface Stop {
  node: string;
  turn: number;
  says: string;
  offers: Offer[];
  answer: string;
  why: Why;
}

export interface Walked {
  dialog: string;
  version: string;
  language: Language;
  answers: Record<string, string>;
  stops: Stop[];
  end: { how: 'solved' | 'person' | 'left' | 'unended' | 'unstarted'; code?: string; sentence: string; says: string };
}
