/** What the sandbox tells of the phone: `/phone/state` and `/phone/events`. */

export interface Answer {
  id: string;
  title: string;
  description?: string;
}

export interface Bubble {
  id: string;
  mine: boolean;
  kind: string;
  text: string;
  open?: string;
  answers: Answer[];
  status: 'sent' | 'delivered' | 'read' | 'failed';
  error?: number;
  at: string;
}

export interface Mischief {
  copies: number;
  disorder: boolean;
  delayMs: number;
  fail?: string;
  failures: number;
  badSignature: boolean;
}

export interface Who {
  number: string;
  userId: string;
  name: string;
  hidden: boolean;
}

export interface State {
  who: Who;
  bubbles: Bubble[];
  windowUntil: string;
  windowOpen: boolean;
  typing: boolean;
  mischief: Mischief;
}
