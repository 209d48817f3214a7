import { html, type TemplateResult } from 'lit';
import type { ChatWidget } from './chat-widget';
import { sheetHead } from './views';

/** What can stand in the conversation's place. */
export type SheetName = 'preferences' | 'about';

export function sheet(chat: ChatWidget, name: SheetName, back: () => void, hide: () => void): TemplateResult {
  const { words, api } = chat;
  const marks = chat.reading?.marks;
  const forgotten = () => {
    back();
    chat.line?.forgotten();
    marks?.done();
  };
  const preferences = () => html`<attune-chat-settings
    .api=${api}
    .texts=${words}
    .pace=${marks?.pace ?? true}
    @pace=${(event: CustomEvent<boolean>) => {
      if (marks) marks.pace = event.detail;
    }}
    @language=${(event: CustomEvent<string | undefined>) => {
      if (event.detail) chat.locale = event.detail;
    }}
  ></attune-chat-settings>`;
  const about = () =>
    html`<attune-chat-about .api=${api} .texts=${words} .language=${chat.language} @forgotten=${forgotten}></attune-chat-about>`;
  return html`${sheetHead(words, name === 'about' ? words.about : words.preferences, back, hide)}
    <div class="sheet">${name === 'about' ? about() : preferences()}</div>`;
}
