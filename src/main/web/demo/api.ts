import type { Line } from './lines';

export interface Sample {
  id: string;
  name: string;
  story: string;
}

/** What the demo page asks of the server: there in demo mode only. */
export class DemoApi {
  private token?: string;

  customers(): Promise<Sample[]> {
    return this.ask('GET', 'demo/customers');
  }

  /** A signed token that says who the customer is, and the language in which they like to be spoken to. */
  async become(customer: string): Promise<{ identity: string; locale: string }> {
    await this.signIn();
    const [{ identity }, profile] = await Promise.all([
      this.ask<{ identity: string }>('POST', 'demo/identities', { customer }),
      this.ask<{ locale?: string }>('GET', `customers/${encodeURIComponent(customer)}`),
    ]);
    return { identity, locale: profile.locale ?? 'en' };
  }

  line(customer: string): Promise<Line> {
    return this.ask('GET', `demo/lines/${encodeURIComponent(customer)}`);
  }

  setLine(customer: string, line: Line): Promise<Line> {
    return this.ask('PUT', `demo/lines/${encodeURIComponent(customer)}`, line);
  }

  private async signIn(): Promise<void> {
    this.token ??= (
      await this.ask<{ token: string }>('POST', 'sessions', { user: 'integration', password: 'demo' })
    ).token;
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`/api/v1/${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return (await response.json()) as T;
  }
}
