import { html, type TemplateResult } from 'lit';
import { LANGUAGES, type Language } from '../../care/language';
import type { Texts } from '../texts';
import type { Command } from './commands';
import type { Settings, Theme } from './settings';
import { beside, hide } from './window';

export const NAMES: Record<Language, string> = { en: 'English', es: 'Español', fr: 'Français', de: 'Deutsch' };

/** `?`: the keys there are; they can be switched off here. */
export function helpWindow(commands: Command[], settings: Settings, texts: Texts): TemplateResult {
  return html`<dialog id="help" class="wide" aria-labelledby="help-title" @click=${beside}>
    <h2 id="help-title">${texts.help}</h2>
    <dl class="keys">
      ${keyRow(['Ctrl', 'K'], texts.commands.palette)} ${keyRow(['Enter'], texts.commands.open)}
      ${commands.filter(one => one.key).map(one => keyRow([one.key === 'Escape' ? 'Esc' : one.key!], texts.commands[one.name]))}
    </dl>
    ${toggle(texts.shortcutsOn, texts.shortcutsHint, settings.keys, on => (settings.keys = on))}
    <p class="buttons"><button class="primary" type="button" @click=${hide}>${texts.ok}</button></p>
  </dialog>`;
}

function keyRow(keys: string[], does: string): TemplateResult {
  return html`<div><dt>${keys.map(key => html`<kbd>${key}</kbd>`)}</dt><dd>${does}</dd></div>`;
}

/** How the console looks, sounds and speaks on this browser. */
export function settingsWindow(settings: Settings, texts: Texts): TemplateResult {
  return html`<dialog id="settings" aria-labelledby="settings-title" @click=${beside}>
    <h2 id="settings-title">${texts.settings}</h2>
    <div class="form">
      <label
        >${texts.language}
        <select @change=${(event: Event) => (settings.language = (event.target as HTMLSelectElement).value as Language)}>
          ${LANGUAGES.map(one => html`<option value=${one} lang=${one} ?selected=${one === settings.language}>${NAMES[one]}</option>`)}
        </select></label
      >
      <label
        >${texts.theme}
        <select @change=${(event: Event) => (settings.theme = (event.target as HTMLSelectElement).value as Theme)}>
          ${(['system', 'light', 'dark'] as const).map(
            one => html`<option value=${one} ?selected=${one === settings.theme}>${texts.themes[one]}</option>`,
          )}
        </select></label
      >
      ${toggle(texts.sounds, texts.soundsHint, settings.sounds, on => (settings.sounds = on))}
      ${toggle(texts.notifications, settings.notifyBlocked ? texts.notifyBlocked : texts.notifyHint, settings.notify, on => void settings.askToNotify(on), settings.notifyBlocked)}
      ${toggle(texts.shortcutsOn, texts.shortcutsHint, settings.keys, on => (settings.keys = on))}
    </div>
    <p class="buttons"><button class="primary" type="button" @click=${hide}>${texts.ok}</button></p>
  </dialog>`;
}

function toggle(title: string, hint: string, on: boolean, set: (on: boolean) => void, disabled = false): TemplateResult {
  return html`<label class="toggle">
    <input type="checkbox" .checked=${on} ?disabled=${disabled} @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} />
    <span><b>${title}</b><small>${hint}</small></span>
  </label>`;
}
