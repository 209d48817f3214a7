import type { CareEvent } from './protocol';
import { wordsOf } from './transcript';

/** Who wrote what, line by line, as a customer would want to keep it. */
export function asText(events: readonly CareEvent[], nameOf: (event: CareEvent) => string, language: string): string {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return events
    .filter(event => event.ev === 'message')
    .map(event => {
      const { content } = event;
      const offered = content?.choices?.map(choice => `  - ${choice.title}`) ?? [];
      const words = [content?.name ? `[${content.name}]` : '', wordsOf(events, event)].filter(Boolean).join(' ');
      return [`${time.format(new Date(event.at))}  ${nameOf(event)}:`, words, ...offered].join('\n');
    })
    .join('\n\n');
}

export function asJson(events: readonly CareEvent[]): string {
  return JSON.stringify(events.map(({ t: _, ...event }) => event), null, 2);
}

/** Saves something under a name, as if it had been downloaded. */
export function save(name: string, what: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(what);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
