import { html, nothing } from 'lit';
import { capital, leaf, plain } from '../inbox/names';
import { day, part, type PacketScene } from './part';

interface Entry {
  at: string;
  title: string;
  channel: string;
  outcome?: string | undefined;
  text?: string | undefined;
  conv?: string;
}

/** Everything that was before, newest first: contacts on any channel, and what was tried then. */
export function timeline(scene: PacketScene): unknown {
  const { open, texts, language } = scene;
  const entries = entriesOf(scene);
  if (!entries.length) return nothing;
  return part(
    texts.history,
    html`<ol class="timeline">
      ${entries.map(
        entry => html`<li>
          <time datetime=${entry.at}>${day(entry.at, language)}</time>
          <div>
            <b>${entry.conv && entry.conv !== open.conv ? html`<a href="#/inbox/${entry.conv}">${entry.title}</a>` : entry.title}</b>
            <small>${texts.channels[entry.channel] ?? entry.channel}</small>
            ${entry.outcome ? html`<span class="outcome ${entry.outcome}">${texts.outcome[entry.outcome] ?? plain(entry.outcome)}</span>` : nothing}
            ${entry.text ? html`<p dir="auto">${entry.text}</p>` : nothing}
          </div>
        </li>`,
      )}
    </ol>`,
  );
}

function entriesOf({ open, texts }: PacketScene): Entry[] {
  const { history = [], contacts = [] } = open.is.packet;
  const past = history.map(one => ({
    at: one.at,
    title: (texts.intents[one.intent] ?? capital(plain(one.intent))) + (one.remedy ? `: ${leaf(one.remedy, texts.remedies)}` : ''),
    channel: one.channel,
    outcome: one.outcome,
  }));
  const talks = contacts
    .filter(one => one.conv !== open.conv)
    .map(one => ({
      at: one.at,
      title: one.reason ? (texts.reasons[one.reason] ?? capital(plain(one.reason))) : texts.conversation,
      channel: one.channel,
      outcome: one.outcome,
      text: one.text,
      conv: one.conv,
    }));
  return [...past, ...talks].sort((a, b) => b.at.localeCompare(a.at)).slice(0, 30);
}
