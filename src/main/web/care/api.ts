import type { Content } from './protocol';

export interface Preferences {
  detail?: 'simple' | 'standard' | 'expert';
  language?: string;
  nickname?: string;
  channel?: string;
  quietHours?: { from: string; to: string };
}

export type Consents = Record<string, boolean>;

/** What is kept under one name, where it comes from and what it may be used for. */
export interface Kept {
  value?: unknown;
  source: string;
  purpose: string;
}

export interface Why {
  data: { what: string; code: string; purpose: string }[];
}

/** A request was refused. `status` 0: it never arrived. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`refused: ${status}`);
  }
}

/** What a customer asks over REST, beside their conversation: their settings, what is kept of them, files, a rating. */
export class CareApi {
  constructor(
    private readonly server: string,
    private readonly visitor: () => string | undefined,
  ) {}

  preferences = () => this.ask<Preferences>('GET', 'me/preferences');
  setPreferences = (given: { [field in keyof Preferences]: Preferences[field] | null }) =>
    this.ask<Preferences>('PUT', 'me/preferences', given);
  consents = () => this.ask<Consents>('GET', 'me/consents');
  setConsents = (given: Consents) => this.ask<Consents>('PUT', 'me/consents', given);
  profile = () => this.ask<Record<string, Kept>>('GET', 'me/profile');
  /** The customer's own word; `null` takes the value away for good. */
  correct = (given: object) => this.ask<Record<string, Kept>>('PUT', 'me/profile', given);
  everything = () => this.ask<Record<string, unknown>>('GET', 'me/export');
  forget = () => this.ask<void>('DELETE', 'me');
  why = (conv: string, seq: number) => this.ask<Why>('GET', `me/why?conversation=${encodeURIComponent(conv)}&seq=${seq}`);
  rate = (conv: string, score: number, comment: string) =>
    this.ask('PUT', `conversations/${conv}/csat`, { score, ...(comment.trim() ? { comment } : {}) });
  attributes = (conv: string, given: Record<string, string | null>) => this.ask('PUT', `conversations/${conv}/attributes`, given);

  /** The bytes of a file of this customer's. */
  async file(content: Content): Promise<Blob> {
    const response = await this.fetch('GET', content.url!.replace(/^\/api\/v1\//, ''));
    return response.blob();
  }

  /**
   * Sends a file as a message. `progress` hears the part that is sent, 0 to 1. The same key again is safe.
   */
  upload(conv: string, file: Blob, name: string, key: string, progress: (part: number) => void, stop: AbortSignal): Promise<void> {
    return new Promise((done, failed) => {
      // fetch cannot tell how much of a request has been sent.
      const request = new XMLHttpRequest();
      request.open('POST', `${this.server}/api/v1/conversations/${conv}/files`);
      request.setRequestHeader('Authorization', `Visitor ${this.visitor()}`);
      request.setRequestHeader('Idempotency-Key', key);
      request.upload.onprogress = sent => progress(sent.total ? sent.loaded / sent.total : 0);
      request.onload = () => (request.status === 201 ? done() : failed(new Refused(request.status)));
      request.onerror = request.onabort = () => failed(new Refused(0));
      stop.addEventListener('abort', () => request.abort());
      const form = new FormData();
      form.append('file', file, name);
      request.send(form);
    });
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.fetch(method, path, body);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async fetch(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.server}/api/v1/${path}`, {
      method,
      headers: {
        Authorization: `Visitor ${this.visitor()}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      credentials: 'omit',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Refused(response.status);
    return response;
  }
}
