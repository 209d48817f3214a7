import type { Texts } from '../texts';

export function nameOf(of: { name?: string; customer: string }, texts: Texts): string {
  return of.name || `${texts.anonymous} ${of.customer.slice(-5)}`;
}

/** A machine's name as words: `line.downstreamMbps` and `restart_router` are read by people here. */
export function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[._-]+/g, ' ');
}

/** The part after the topic: `internet-slow/restart-router` stands under its topic already. */
export function leaf(name: string, titles: Record<string, string> = {}): string {
  const last = name.split('/').at(-1) ?? name;
  return titles[last] ?? titles[name] ?? capital(plain(last));
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A value is left as it is unless it is a machine's word. */
export function valueOf(text: string): string {
  return /^[a-z]+([_-][a-z0-9]+)+$/.test(text) ? plain(text) : text;
}
