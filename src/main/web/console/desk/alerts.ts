import type { Settings } from '../shell/settings';

export type Alert = 'waiting' | 'message' | 'offer' | 'mention';

/** Two notes each, Hz: rising asks for something, falling only tells. */
const NOTES: Record<Alert, [number, number]> = {
  waiting: [523, 659],
  message: [659, 523],
  offer: [659, 880],
  mention: [587, 784],
};

/** Sounds made on the spot and the browser's notifications; each only where the person wants it. */
export class Alerts {
  private audio?: AudioContext;

  constructor(private readonly settings: Settings) {}

  /** @param open what a click on the notification leads to */
  tell(alert: Alert, title: string, open: () => void): void {
    if (this.settings.sounds) this.play(alert);
    if (this.settings.notify && !document.hasFocus()) this.show(alert, title, open);
  }

  /** The customer's words stay on the page: a notification may be seen by everybody in the room. */
  private show(alert: Alert, title: string, open: () => void): void {
    const shown = new Notification(title, { tag: `attune-${alert}`, icon: '/icon.svg', silent: true });
    shown.onclick = () => {
      window.focus();
      shown.close();
      open();
    };
  }

  private play(alert: Alert): void {
    // A browser lets a page sound only after the person has done something on it.
    if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
    this.audio ??= new AudioContext();
    const from = this.audio.currentTime;
    NOTES[alert].forEach((pitch, at) => this.note(this.audio!, pitch, from + at * 0.13));
  }

  private note(audio: AudioContext, pitch: number, at: number): void {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, at);
    loudness.gain.exponentialRampToValueAtTime(0.09, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.22);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.24);
  }
}
