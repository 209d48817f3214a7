import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Desk, Mode } from './desk';
import type { Texts } from './texts';

/** Below the thread: reply and note, each with its own draft. */
export function composerView(desk: Desk, texts: Texts, redraw: () => void): TemplateResult {
  const { open } = desk;
  if (open?.owner === 'closed') return html`<p class="nocompose">${texts.closedHere}</p>`;
  const canReply = desk.isMine;
  const mode: Mode = canReply ? desk.mode : 'note';
  desk.mode = mode;
  const tab = (of: Mode, title: string, disabled: boolean) =>
    html`<button
      type="button"
      aria-pressed=${String(mode === of)}
      ?disabled=${disabled}
      @click=${() => {
        desk.mode = of;
        redraw();
      }}
    >
      ${title}
    </button>`;
  const submit = (event: Event) => {
    event.preventDefault();
    void desk.send();
  };
  return html`<form class="composer ${mode}" @submit=${submit}>
    <div class="modes">
      ${tab('reply', texts.reply, !canReply)} ${tab('note', texts.note, false)}
      <span class="hint">${canReply ? texts.sendKey : texts.notYours}</span>
    </div>
    <textarea
      id="compose"
      rows="3"
      maxlength="4096"
      dir="auto"
      aria-label=${mode === 'reply' ? texts.replyHint : texts.noteHint}
      placeholder=${mode === 'reply' ? texts.replyHint : texts.noteHint}
      .value=${live(desk.draft)}
      @input=${(event: Event) => (desk.draft = (event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
      }}
    ></textarea>
    <div class="send">
      ${desk.trouble ? trouble(desk, texts) : nothing}
      <button class="primary" ?disabled=${desk.draft.trim() === ''}>${mode === 'reply' ? texts.send : texts.saveNote}</button>
    </div>
  </form>`;
}

export function trouble(desk: Desk, texts: Texts): TemplateResult {
  const { code, detail } = desk.trouble!;
  return html`<p class="trouble" role="alert">
    <span>${texts[code]} ${code === 'stale' ? nothing : detail}</span>
    <button class="plain" type="button" @click=${() => desk.forgetTrouble()}>${texts.dismiss}</button>
  </p>`;
}
