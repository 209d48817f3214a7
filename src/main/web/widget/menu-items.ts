import type { Owner } from '../care/owner';
import type { CareEvent } from '../care/protocol';
import { asJson, asText, save } from '../care/transcript-file';
import type { ChatWidget } from './chat-widget';
import type { Item } from './menu';
import { printOnly } from './printing';
import type { SheetName } from './sheet';
import type { Texts } from './texts';

/** What stands behind the button "More". */
export function itemsOf(chat: ChatWidget, owner: Owner, show: (sheet: SheetName) => void): Item[] {
  const { words, line } = chat;
  const events = line?.transcript.events ?? [];
  const name = `chat-${events.at(0)?.at.slice(0, 10) ?? 'empty'}`;
  const text = () => asText(events, event => nameOf(words, event), chat.locale || chat.language);
  const items: Item[] = [
    { label: words.preferences, act: () => show('preferences') },
    { label: words.about, act: () => show('about') },
    { label: words.saveText, act: () => save(`${name}.txt`, new Blob([text()], { type: 'text/plain;charset=utf-8' })), apart: true },
    { label: words.saveJson, act: () => save(`${name}.json`, new Blob([asJson(events)], { type: 'application/json' })) },
    { label: words.print, act: () => printOnly(chat) },
  ];
  const ends = { label: words.end, act: () => line?.end(), apart: true };
  return owner === 'closed' || !events.length ? items : [...items, ends];
}

function nameOf(words: Texts, event: CareEvent): string {
  switch (event.from.role) {
    case 'customer':
      return words.you;
    case 'agent':
      return `${event.from.name ?? words.personTag} (${words.personTag})`;
    default:
      return `${words.bot} (${words.botTag})`;
  }
}
