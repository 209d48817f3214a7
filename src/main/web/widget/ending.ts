import { html, nothing, type TemplateResult } from 'lit';
import type { ChatWidget } from './chat-widget';
import { isAnswered, openQuestion } from './survey';
import { again } from './views';

/** What stands below a conversation that is over: the question how it was, once, and the way to a new one. */
export function ending(chat: ChatWidget): TemplateResult {
  const { words, line, api } = chat;
  const events = line?.transcript.events ?? [];
  const conv = line?.conv ?? '';
  const marks = chat.reading?.marks;
  const question = openQuestion(events);
  const settled = () => {
    marks?.hasAsked(conv);
    chat.focusOn('.again');
  };
  const rated = (event: CustomEvent<{ score: number; comment: string }>) =>
    api?.rate(conv, event.detail.score, event.detail.comment).then(settled, () => chat.failed());
  if (question && !marks?.asked(conv)) {
    return html`<attune-chat-rating
      .texts=${words}
      .question=${question.content?.text ?? ''}
      @rated=${rated}
      @later=${settled}
    ></attune-chat-rating>`;
  }
  return html`${isAnswered(events) ? html`<p class="thanks" role="status">${words.thanks}</p>` : nothing}${again(words, () => {
    line?.afresh();
    chat.focusOn('.write textarea');
  })}`;
}
