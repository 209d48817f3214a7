import { html, nothing } from 'lit';
import { leaf } from '../inbox/names';
import { part, type PacketScene } from './part';

/** What could come next, and why. Its words can be put into the reply; nothing is sent from here. */
export function next({ open, texts, insert }: PacketScene): unknown {
  const { next: steps = [], replies = [] } = open.is.packet;
  if (!steps.length && !replies.length) return nothing;
  const button = (text: string | undefined) =>
    open.isMine && text ? html`<button class="insert" type="button" @click=${() => insert(text)}>${texts.insert}</button>` : nothing;
  return part(
    texts.next,
    html`<ol class="next">
      ${steps.map(
        one => html`<li>
          <b>${one.title && !one.title.includes('/') ? one.title : leaf(one.id || one.kind, texts.remedies)}</b> <small>${texts.nextKinds[one.kind] ?? one.kind}</small>
          ${one.why ? html`<p>${one.why}</p>` : nothing} ${button(one.text)}
        </li>`,
      )}
      ${replies.map(reply => html`<li class="reply"><q dir="auto">${reply.text}</q>${reply.why ? html`<p>${texts.replyWhys[reply.why] ?? reply.why}</p>` : nothing} ${button(reply.text)}</li>`)}
    </ol>`,
  );
}
