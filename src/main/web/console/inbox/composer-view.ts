import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Desk } from '../desk/desk';
import type { Mode, Opened, Trouble } from '../desk/opened';
import { icon } from '../shell/icons';
import type { Texts } from '../texts';
import { SlashMenu, slashView } from './slash-menu';

export interface ComposerScene {
  desk: Desk;
  open: Opened;
  texts: Texts;
  slash: SlashMenu;
  redraw(): void;
}

/** Below the thread: reply, note and whisper, each with its own draft; canned replies on `/`. */
export function composerView(scene: ComposerScene): TemplateResult {
  const { desk, open, texts, slash } = scene;
  const modes = modesOf(desk, open);
  if (!modes.includes(open.mode)) open.mode = modes[0]!;
  const hint = { reply: texts.replyHint, note: texts.noteHint, whisper: texts.whisperHint }[open.mode];
  const submit = (event: Event) => {
    event.preventDefault();
    void desk.send();
  };
  return html`<form class="composer ${open.mode}" @submit=${submit}>
    ${desk.trouble || open.trouble ? troubleView(desk, open.trouble ?? desk.trouble!, texts) : nothing} ${suggestions(scene)}
    <div class="modes" role="group" aria-label=${texts.writeAs}>
      ${modes.map(mode => modeButton(scene, mode))}
      <span class="hint">${open.isMine ? texts.sendKey : open.isOthers ? '' : texts.notYours}</span>
    </div>
    <div class="write">
      ${slashView(scene)}
      <textarea
        id="compose"
        rows="3"
        maxlength="4096"
        dir="auto"
        aria-label=${hint}
        placeholder=${hint}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${slash.isOpen ? 'slash' : nothing}
        aria-activedescendant=${slash.isOpen ? `slash-${slash.at}` : nothing}
        .value=${live(desk.draft)}
        @input=${(event: Event) => {
          const field = event.target as HTMLTextAreaElement;
          desk.draft = field.value;
          slash.typed(field);
          scene.redraw();
        }}
        @blur=${() => setTimeout(() => (slash.close(), scene.redraw()), 150)}
        @keydown=${(event: KeyboardEvent) => {
          if (slash.pressed(event)) return scene.redraw();
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
        }}
      ></textarea>
    </div>
    <div class="send">
      <small class="count">${desk.draft.length > 3500 ? `${desk.draft.length} / 4096` : ''}</small>
      <button class="primary" ?disabled=${desk.draft.trim() === ''}>
        ${{ reply: texts.send, note: texts.saveNote, whisper: texts.sendWhisper }[open.mode]}
      </button>
    </div>
  </form>`;
}

function modesOf(desk: Desk, open: Opened): Mode[] {
  if (open.isMine) return ['reply', 'note'];
  return desk.isSupervisor && open.isOthers ? ['whisper', 'note'] : ['note'];
}

function modeButton({ desk, open, texts }: ComposerScene, mode: Mode): TemplateResult {
  const title = { reply: texts.reply, note: texts.note, whisper: texts.whisper }[mode];
  return html`<button type="button" aria-pressed=${String(open.mode === mode)} @click=${() => desk.setMode(mode)}>${title}</button>`;
}

/** What could be said now; a click puts it into the field, never to the customer. */
function suggestions({ desk, open, texts, redraw }: ComposerScene): unknown {
  const replies = open.is.packet.replies ?? [];
  if (!open.isMine || open.mode !== 'reply' || desk.draft || !replies.length) return nothing;
  return html`<div class="suggested" role="group" aria-label=${texts.suggested}>
    ${replies.slice(0, 3).map(
      reply => html`<button type="button" title=${reply.text} @click=${() => (insert(desk, reply.text), redraw())}>
        ${icon('plus')}<span>${reply.text}</span>
      </button>`,
    )}
  </div>`;
}

/** Puts words where the cursor stands, as if they had been typed. */
export function insert(desk: Desk, text: string): void {
  if (!desk.open) return;
  desk.open.mode = 'reply';
  const before = desk.draft;
  desk.draft = before ? `${before.trimEnd()} ${text}` : text;
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#compose');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  });
}

export function troubleView(desk: Desk, trouble: Trouble, texts: Texts): TemplateResult {
  const { code, detail } = trouble;
  return html`<p class="trouble" role="alert">
    <span>${code === 'refused' && detail ? detail : texts.troubles[code]} ${code === 'failed' || code === 'taken' ? detail : nothing}</span>
    <button class="plain" type="button" @click=${() => desk.forgetTrouble()}>${texts.dismiss}</button>
  </p>`;
}
