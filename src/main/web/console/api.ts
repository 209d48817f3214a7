import type { CareEvent, Content } from '../care/protocol';
import type { Account, Candidate, Candidates, CandidateState, Hours, Models } from './admin/shapes';
import type { Drawn, DrawnLines, Reload, Walked } from './drawn/shapes';
import type * as Is from './shapes';
import type { Board, ReasonsReport } from './supervisor/shapes';

/** The server said no. `newer`: the events that the agent had not seen, where that was the reason. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly newer: CareEvent[] = [],
  ) {
    super(message);
  }
}

export interface Ways {
  password: boolean;
  oidc?: { name: string; start: string };
}

type Items<T> = { items: T[] };
type Lists = 'queue' | 'bot' | 'me' | 'agent' | 'wrap_up' | 'callbacks' | 'closed';

/** The console's API over HTTP. A call that the server refuses rejects with {@link Refused}; `expired` hears of every 401. */
export class Api {
  constructor(
    private readonly token: string,
    private readonly expired: () => void = () => undefined,
  ) {}

  static ways(): Promise<Ways> {
    return call('GET', 'sessions/ways');
  }

  static async signIn(user: string, password: string): Promise<Is.Session> {
    return session(user, await call('POST', 'sessions', undefined, { user, password }));
  }

  /** Ends a sign-in elsewhere: the code came back in the address. */
  static async exchange(code: string): Promise<Is.Session> {
    const made = await call<Made>('POST', 'sessions/exchange', undefined, { code });
    const me = await call<Is.Me>('GET', 'agent/me', made.token);
    return session(me.user, made);
  }

  signOut = () => this.ask<void>('DELETE', 'sessions');
  me = () => this.ask<Is.Me>('GET', 'agent/me');
  items = (of: Lists) => this.list<Is.Item>(`agent/conversations?owner=${of}`);
  conversation = (conv: string) => this.ask<Is.Conversation>('GET', path(conv));
  act = <T = { seq: number }>(conv: string, action: string, body: object) => this.ask<T>('POST', `${path(conv)}/${action}`, body);
  presence = () => this.ask<Is.Presence>('GET', 'agent/presence');
  setPresence = (state: Is.PresenceState, capacity?: number) =>
    this.ask<Is.Presence>('PUT', 'agent/presence', { state, ...(capacity ? { capacity } : {}) });
  ticket = async () => (await this.ask<{ ticket: string }>('POST', 'agent/tickets', {})).ticket;
  targets = () => this.ask<Is.Targets>('GET', 'agent/targets');
  canned = () => this.list<Is.Canned>('canned');
  wrapUps = () => this.list<Is.WrapUp>('wrapups');
  skills = () => this.list<Is.Skill>('skills');
  hours = () => this.ask<Hours>('GET', 'hours');

  board = () => this.ask<Board>('GET', 'supervisor/board');
  everyones = (agent?: string) =>
    this.list<Is.Item>(`supervisor/conversations?owner=agent${agent ? `&agent=${encodeURIComponent(agent)}` : ''}`);
  presenceOf = (agent: string, state: Is.PresenceState) =>
    this.ask<Is.Presence>('PUT', `supervisor/agents/${encodeURIComponent(agent)}/presence`, { state });
  reasons = (from: string, to: string) => this.ask<ReasonsReport>('GET', `supervisor/reasons?from=${from}&to=${to}`);

  accounts = () => this.list<Account>('admin/accounts');
  /** Makes or replaces one of the things that administrators keep. */
  put = <T>(kind: AdminKind, id: string, body: object) => this.ask<T>('PUT', `admin/${kind}/${encodeURIComponent(id)}`, body);
  remove = (kind: AdminKind, id: string) => this.ask<void>('DELETE', `admin/${kind}/${encodeURIComponent(id)}`);
  putHours = (hours: Hours) => this.ask<Hours>('PUT', 'admin/hours', hours);

  models = () => this.ask<Models>('GET', 'models');
  candidates = (state: CandidateState, language: string, limit: number, offset: number) =>
    this.ask<Candidates>('GET', `candidates?state=${state}&limit=${limit}&offset=${offset}${language ? `&language=${language}` : ''}`);
  decide = (id: string, said: object) => this.ask<Candidate>('PUT', `candidates/${encodeURIComponent(id)}`, said);
  labelled = (language: string) => this.blob(`/api/v1/candidates/export?language=${language}`);

  dialogs = () => this.ask<DrawnLines>('GET', 'dialogs');
  reloadDialogs = () => this.ask<Reload>('POST', 'dialogs/reload');
  /** @param lens the query of the request */
  path = (id: string, lens: string) => this.ask<Walked>('GET', `dialogs/${encodeURIComponent(id)}/path?${lens}`);
  dialog = (id: string) => this.ask<Drawn>('GET', `dialogs/${encodeURIComponent(id)}`);

  /** A file of a conversation. Only this server's files are asked for: the session goes along. */
  async file({ url: address = '' }: Content): Promise<Blob> {
    if (!/^\/api\/v1\/files\/[\w.:-]+$/.test(address)) throw new Refused(404, '');
    return this.blob(address);
  }

  private async blob(address: string): Promise<Blob> {
    const response = await fetch(address, { headers: { Authorization: `Bearer ${this.token}` } });
    if (!response.ok) throw new Refused(response.status, '');
    return response.blob();
  }

  private async list<T>(where: string): Promise<T[]> {
    return (await this.ask<Items<T>>('GET', where)).items;
  }

  private async ask<T>(method: string, where: string, body?: object): Promise<T> {
    try {
      return await call<T>(method, where, this.token, body);
    } catch (refusal) {
      if (refusal instanceof Refused && refusal.status === 401) this.expired();
      throw refusal;
    }
  }
}

export type AdminKind = 'accounts' | 'canned' | 'wrapups' | 'skills';

interface Made {
  token: string;
  role: Is.Role;
  expiresInMs: number;
}

function session(user: string, made: Made): Is.Session {
  return { user, token: made.token, role: made.role, until: Date.now() + made.expiresInMs };
}

function path(conv: string): string {
  return `agent/conversations/${encodeURIComponent(conv)}`;
}

async function call<T>(method: string, where: string, token?: string, body?: object): Promise<T> {
  const response = await fetch(`/api/v1/${where}`, {
    method,
    headers: {
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const answer = text && /json/.test(response.headers.get('Content-Type') ?? '') ? JSON.parse(text) : {};
  if (!response.ok) throw new Refused(response.status, said(answer), answer.events ?? []);
  return answer as T;
}

/** What a problem document says, and where, in one line. */
function said(problem: { detail?: string; title?: string; errors?: { at: string; detail: string }[] }): string {
  const places = (problem.errors ?? []).map(one => `${one.at}: ${one.detail}`).join('; ');
  return places || problem.detail || problem.title || '';
}
