/**
 * A small client for apps: REST and server-sent events over `fetch`, and nothing else. For browsers, Node 18 and later, and
 * whatever else has `fetch` with streaming bodies.
 */

export interface Choice {
  id: string;
  title: string;
}

/** Something that happened in a conversation. `seq` starts at 1 and has no gaps. Show people which `role` speaks. */
export interface CareEvent {
  seq: number;
  conv: string;
  at: string;
  ev: string;
  from: { role: 'customer' | 'bot' | 'agent' | 'system'; id?: string; name?: string };
  cid?: string;
  content?: { kind: string; text?: string; choices?: Choice[]; url?: string; mime?: string; name?: string; bytes?: number };
  data?: Record<string, unknown>;
}

/** The server refused. `status` 0, 429 and 5xx are worth another attempt, under the same key. */
export class CareError extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }

  get isWorthAnotherAttempt(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Who is calling: this device's secret, or a function that gives the signed-in customer's token. */
export type Who = { visitor: string } | { identity: () => string | Promise<string> };

/** A secret for this device. Keep it where the app keeps its secrets. */
export async function newVisitor(server: string, site: string): Promise<string> {
  const response = await fetch(`${server}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ site }),
  });
  if (!response.ok) throw new CareError(response.status, 'no ticket');
  return ((await response.json()) as { visitor: string }).visitor;
}

export class CareClient {
  constructor(
    private readonly server: string,
    private readonly who: Who,
  ) {}

  /** Opens a new conversation; its id. */
  async open(locale: string): Promise<string> {
    return (await this.ask<{ conv: string }>('POST', 'conversations', { locale })).conv;
  }

  /** Says something; the seq. Sends once more under the same key when no answer came. */
  say(conv: string, text: string): Promise<number> {
    return this.send(conv, { kind: 'text', text });
  }

  /** Picks one of the choices that were offered; the seq. */
  choose(conv: string, choiceId: string): Promise<number> {
    return this.send(conv, { kind: 'choice', choiceId });
  }

  /** Sends a file as a message. */
  async upload(conv: string, file: Blob, name: string): Promise<number> {
    const form = new FormData();
    form.append('file', file, name);
    return (await this.ask<{ seq: number }>('POST', `conversations/${conv}/files`, form, crypto.randomUUID())).seq;
  }

  /** The events after `after`, at most 200. */
  async events(conv: string, after = 0): Promise<CareEvent[]> {
    return (await this.ask<{ events: CareEvent[] }>('GET', `conversations/${conv}/events?after=${after}`)).events;
  }

  /** The app has gone to the background, or is in use again. `token`: what the provider's server needs to reach it. */
  async device(id: string, state: 'foreground' | 'background', token?: string): Promise<void> {
    await this.ask('PUT', `me/devices/${id}`, { state, ...(token ? { token } : {}) });
  }

  /**
   * Follows a conversation: first what stands after `after`, then what comes, each event once and in order, through lost
   * connections, until `stop` is aborted or nobody asks for more.
   */
  async *follow(conv: string, after = 0, stop?: AbortSignal): AsyncGenerator<CareEvent> {
    let seen = after;
    let wait = 1000;
    while (!stop?.aborted) {
      try {
        for await (const event of this.stream(conv, seen, stop)) {
          wait = 1000;
          if (event.seq <= seen) continue;
          seen = event.seq;
          yield event;
        }
      } catch (fault) {
        if (stop?.aborted) return;
        if (fault instanceof CareError && !fault.isWorthAnotherAttempt && fault.status !== 401) throw fault;
      }
      await new Promise(later => setTimeout(later, wait));
      wait = Math.min(30_000, wait * 2);
    }
  }

  private async *stream(conv: string, after: number, stop?: AbortSignal): AsyncGenerator<CareEvent> {
    const response = await fetch(`${this.server}/api/v1/conversations/${conv}/stream`, {
      headers: { ...(await this.headers()), Accept: 'text/event-stream', 'Last-Event-ID': String(after) },
      ...(stop ? { signal: stop } : {}),
    });
    if (!response.ok || !response.body) throw new CareError(response.status, 'no stream');
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        const lines = (rest + decoder.decode(read.value, { stream: true })).split(/\r?\n/);
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('data:')) yield JSON.parse(line.slice(5)) as CareEvent;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  private async send(conv: string, content: object): Promise<number> {
    const key = crypto.randomUUID();
    const once = () => this.ask<{ seq: number }>('POST', `conversations/${conv}/messages`, { content }, key);
    try {
      return (await once()).seq;
    } catch (fault) {
      if (!(fault instanceof CareError) || !fault.isWorthAnotherAttempt) throw fault;
      return (await once()).seq;
    }
  }

  private async headers(): Promise<Record<string, string>> {
    return {
      Authorization: 'visitor' in this.who ? `Visitor ${this.who.visitor}` : `Bearer ${await this.who.identity()}`,
    };
  }

  private async ask<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
    const isForm = body instanceof FormData;
    const headers: Record<string, string> = {
      ...(await this.headers()),
      ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
      ...(key ? { 'Idempotency-Key': key } : {}),
    };
    const response = await fetch(`${this.server}/api/v1/${path}`, {
      method,
      headers,
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    }).catch(() => {
      throw new CareError(0, 'no answer');
    });
    if (!response.ok) {
      const problem = (await response.json().catch(() => ({}))) as { detail?: string };
      throw new CareError(response.status, problem.detail ?? `refused: ${response.status}`);
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}
