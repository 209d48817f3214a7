import type { Ticket } from './protocol';

/** A ticket was refused. `final`: asking again with the same words will not help. */
export class TicketRefused extends Error {
  constructor(
    readonly status: number,
    readonly retryAfterMs: number,
  ) {
    super(`ticket refused: ${status}`);
  }

  get final(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429 && this.status !== 408;
  }
}

/** Asks for a ticket: good for one connection, soon. */
export async function askTicket(
  server: string,
  request: { site: string; visitor?: string; identity?: string },
): Promise<Ticket> {
  const response = await fetch(`${server}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    credentials: 'omit',
  });
  if (!response.ok) throw new TicketRefused(response.status, Number(response.headers.get('Retry-After') ?? 0) * 1000);
  return (await response.json()) as Ticket;
}

/**
 * Whom an identity names, unverified: only so that people who share a browser do not share what it remembers. The
 * server alone decides who somebody is.
 */
export function subjectOf(identity: string): string {
  try {
    const claims = JSON.parse(atob((identity.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: string };
    return claims.sub ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
