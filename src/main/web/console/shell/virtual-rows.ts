import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { place } from './place';

/** One row of a long list. `rem`: its height. `at`/`of`: its place among its equals, told to people who cannot see it. */
export interface Row {
  key: string;
  rem: number;
  at?: number;
  of?: number;
  view: () => TemplateResult;
}

/** Rows beyond the edges that are kept, so that a quick turn of the wheel shows no gap. */
const BEYOND = 6;

/**
 * `<virtual-rows .rows=…>`: a list of which only the rows in sight exist, and the one that has the focus. It scrolls by itself and
 * redraws only itself when it does.
 */
export class VirtualRows extends LitElement {
  static override properties = { rows: { attribute: false }, label: {} };
  declare rows: Row[];
  declare label: string;
  private offsets: number[] = [];
  private sizer?: ResizeObserver;

  constructor() {
    super();
    this.rows = [];
    this.label = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.scrolled, { passive: true });
    this.sizer = new ResizeObserver(() => this.requestUpdate());
    this.sizer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.scrolled);
    this.sizer?.disconnect();
  }

  private readonly scrolled = () => this.requestUpdate();

  private get rem(): number {
    return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  }

  /** Brings a row into sight, so that it exists; the focus can go there once the promise is done. */
  async reveal(key: string): Promise<HTMLElement | undefined> {
    const at = this.rows.findIndex(row => row.key === key);
    if (at < 0) return undefined;
    const top = this.offsets[at]! * this.rem;
    const bottom = top + this.rows[at]!.rem * this.rem;
    if (top < this.scrollTop) this.scrollTop = top - this.rem;
    else if (bottom > this.scrollTop + this.clientHeight) this.scrollTop = bottom - this.clientHeight + this.rem;
    this.requestUpdate();
    await this.updateComplete;
    return this.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] button`) ?? undefined;
  }

  protected override render(): unknown {
    const { rows, rem } = this;
    let sum = 0;
    this.offsets = rows.map(row => (sum += row.rem) - row.rem);
    const first = Math.max(0, this.offsets.findIndex((top, at) => (top + rows[at]!.rem) * rem > this.scrollTop) - BEYOND);
    const below = this.offsets.findIndex(top => top * rem > this.scrollTop + this.clientHeight);
    const last = below < 0 ? rows.length : Math.min(rows.length, below + BEYOND);
    const focused = (document.activeElement?.closest('[data-row]') as HTMLElement | null)?.dataset['row'];
    const shown = rows.map((row, at) => ({ row, at })).filter(({ row, at }) => (at >= first && at < last) || row.key === focused);
    return html`<div class="rows" role="list" aria-label=${this.label} ${place({ height: `${sum}rem` })}>
      ${repeat(
        shown,
        ({ row }) => row.key,
        ({ row, at }) =>
          html`<div
            class="row"
            role="listitem"
            data-row=${row.key}
            aria-posinset=${row.at ?? nothing}
            aria-setsize=${row.of ?? nothing}
            ${place({ top: `${this.offsets[at]}rem`, height: `${row.rem}rem` })}
          >
            ${row.view()}
          </div>`,
      )}
    </div>`;
  }
}
