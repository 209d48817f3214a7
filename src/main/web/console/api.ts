import type { CareEvent } from '../care/protocol';
import type { Conversation, Item, Presence, Session } from './shapes';

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

/** The agent API over HTTP. */
export class Api {
  constructor(private readonly token: string) {}

  static async signIn(user: string, password: string): Promise<Session> {
    const made = await call<{ token: string; role: string; expiresInMs: number }>('POST', 'sessions', undefined, {
      user,
      password,
    });
    return { user, token: made.token, role: made.role, until: Date.now() + made.expiresInMs };
  }

  async items(owner: 'queue' | 'bot' | 'me'): Promise<Item[]> {
    return (await call<{ items: Item[] }>('GET', `agent/conversations?owner=${owner}`, this.token)).items;
  }

  conversation(conv: string): Promise<Conversation> {
    return call('GET', path(conv), this.token);
  }

  act(conv: string, action: string, body: object): Promise<{ seq: number }> {
    return call('POST', `${path(conv)}/${action}`, this.token, body);
  }

  async presence(state: Presence): Promise<void> {
    await call('PUT', 'agent/presence', this.token, { state });
  }

  async ticket(): Promise<string> {
    return (await call<{ ticket: string }>('POST', 'agent/tickets', this.token, {})).ticket;
  }
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
  if (!response.ok) throw new Refused(response.status, answer.detail ?? answer.title ?? '', answer.events ?? []);
  return answer as T;
}
