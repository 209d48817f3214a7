/** A dialog as a drawing: what can be at its start, what it looks at, what it does. */

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
  mermaid: string;
}
