import { Keep } from '../../care/keep';
import { languageOf, type Language } from '../../care/language';

export type Theme = 'system' | 'light' | 'dark';

/** What a person has set up on this browser. Every change is kept at once and told. */
export class Settings {
  private readonly keep = new Keep(() => localStorage, 'attune.console.');
  private readonly told = new Set<() => void>();

  onChange(listener: () => void): void {
    this.told.add(listener);
  }

  get language(): Language {
    return languageOf(this.keep.get('language'), navigator.language);
  }

  set language(language: Language) {
    this.put('language', language);
  }

  get theme(): Theme {
    const kept = this.keep.get('theme');
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  }

  set theme(theme: Theme) {
    this.put('theme', theme === 'system' ? undefined : theme);
  }

  /** Single-key shortcuts, which a person must be able to turn off (WCAG 2.1.4). */
  get keys(): boolean {
    return this.keep.get('keys') !== 'off';
  }

  set keys(on: boolean) {
    this.put('keys', on ? undefined : 'off');
  }

  get sounds(): boolean {
    return this.keep.get('sounds') !== 'off';
  }

  set sounds(on: boolean) {
    this.put('sounds', on ? undefined : 'off');
  }

  /** Off until asked for: the browser asks the person too. */
  get notify(): boolean {
    return this.keep.get('notify') === 'on' && 'Notification' in globalThis && Notification.permission === 'granted';
  }

  async askToNotify(on: boolean): Promise<void> {
    const granted = on && 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';
    this.put('notify', granted ? 'on' : undefined);
  }

  get notifyBlocked(): boolean {
    return !('Notification' in globalThis) || Notification.permission === 'denied';
  }

  /** Which parts of the lists are folded away. */
  isFolded(section: string): boolean {
    return this.keep.get(`fold.${section}`) === 'yes';
  }

  fold(section: string, folded: boolean): void {
    this.put(`fold.${section}`, folded ? 'yes' : undefined);
  }

  private put(key: string, value: string | undefined): void {
    this.keep.set(key, value);
    this.told.forEach(tell => tell());
  }
}
