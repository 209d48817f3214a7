/**
 * `<time-since at="…">`: how long ago that was; with `until`, how long there is still (and how late it is, with a minus). Ticks by itself so
 * that a clock redraws nothing else.
 */
export class TimeSince extends HTMLElement {
  static observedAttributes = ['at', 'until'];
  private static readonly all = new Set<TimeSince>();

  connectedCallback(): void {
    TimeSince.all.add(this);
    this.tick();
  }

  disconnectedCallback(): void {
    TimeSince.all.delete(this);
  }

  attributeChangedCallback(): void {
    this.tick();
  }

  tick(): void {
    const at = Date.parse(this.getAttribute('at') ?? '');
    const until = Date.parse(this.getAttribute('until') ?? '');
    const text = Number.isNaN(until) ? (Number.isNaN(at) ? '' : span(Date.now() - at)) : left(until - Date.now());
    if (this.textContent !== text) this.textContent = text;
  }

  static start(): void {
    customElements.define('time-since', TimeSince);
    setInterval(() => TimeSince.all.forEach(one => one.tick()), 1000);
  }
}

/** 42 s, 3:07 min, 2 h, 5 d: short enough for a list, exact while it matters. */
export function span(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, '0')} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

function left(ms: number): string {
  return ms >= 0 ? span(ms) : `−${span(-ms)}`;
}
