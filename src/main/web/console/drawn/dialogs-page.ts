import { html, nothing, type TemplateResult } from 'lit';

import type { Language } from '../../care/language';
import { Refused, type Api } from '../api';
import { capital, plain } from '../inbox/names';
import { Page } from '../shell/page';
import type { Texts } from '../texts';
import { drawingView, legend } from './drawing-view';
import { inUse, outcome, refusedEdit } from './in-use';
import { layout, type Layout } from './layout';
import { addressOf, lookOf, requestOf, type Lens, type Look } from './lens';
import { lensBar } from './lens-bar';
import { pathView } from './path-view';
import type { Drawn, DrawnLines, Walked } from './shapes';
import { wordsView } from './words-view';

type Asked = 'lines' | 'drawn' | 'path' | 'reload';

/** How often it is looked whether other dialogs are in force. */
const EVERY = 5_000;
/** Free space that is left beside what is brought into view, in pixels. */
const EDGE = 16;

/** A dialog as a drawing, whole or with the path of one kind of customer. What is shown stands in the address. */
export class DialogsPage extends Page {
  static override properties = {
    api: { attribute: false },
    texts: { attribute: false },
    language: {},
    mayReload: { attribute: false },
    chosen: {},
    query: {},
  };
  declare api: Api;
  declare texts: Texts;
  declare language: Language;
  declare mayReload: boolean;
  declare chosen: string;
  declare query: string;
  private lines?: DrawnLines;
  /** As it is in the files; with the path, where that needs more. */
  private whole?: Drawn;
  private drawn?: Drawn;
  private picture?: Layout;
  private walked?: Walked;
  private node?: string;
  private told = '';
  /** What did not work, each until it does: what is asked for comes back in any order. */
  private readonly failures: Partial<Record<Asked, string>> = {};
  /** What was last asked for, each with the version that it was asked of. */
  private wanted = '';
  private wantedPath = '';
  private shownStop = '';
  private timer?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => document.hidden || void this.load(), EVERY);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private load(): Promise<void> {
    return this.ask('lines', async () => {
      this.lines = await this.api.dialogs();
    });
  }

  /** @param isWanted whether it is still of interest when it comes back */
  private async ask(what: Asked, how: () => Promise<void>, isWanted = () => true): Promise<void> {
    const worked = await this.attempt(how);
    if (!isWanted()) return;
    if (worked) delete this.failures[what];
    else this.failures[what] = this.failure;
    this.requestUpdate();
  }

  private get dialog(): string {
    return this.chosen || this.lines?.items[0]?.id || '';
  }

  private get look(): Look {
    return lookOf(this.query);
  }

  protected override updated(): void {
    const { dialog: id, lines, look } = this;
    if (!id || !lines) return;
    const wanted = `${id} ${lines.version}`;
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      void this.ask('drawn', () => this.draw(id, wanted), () => this.wanted === wanted);
    }
    const path = look.lens ? `${id}/${requestOf(look.lens, this.language)}` : '';
    const wantedPath = path && `${path} ${lines.version}`;
    if (wantedPath !== this.wantedPath) {
      this.wantedPath = wantedPath;
      void this.ask('path', () => this.walk(look.lens, wantedPath), () => this.wantedPath === wantedPath);
    }
    this.bringIntoView();
  }

  private async draw(id: string, wanted: string): Promise<void> {
    const drawn = await this.api.dialog(id);
    if (this.wanted !== wanted) return;
    if (this.whole?.id !== id) this.node = undefined;
    this.whole = drawn;
    this.arrange();
  }

  private async walk(lens: Lens | undefined, wanted: string): Promise<void> {
    let walked: Walked | undefined;
    try {
      if (lens) walked = await this.api.path(this.dialog, requestOf(lens, this.language));
    } finally {
      if (this.wantedPath === wanted) {
        this.walked = walked;
        this.arrange();
      }
    }
  }

  /** A person who takes over without a step for it has a place in the drawing too. */
  private arrange(): void {
    const { whole, walked } = this;
    if (!whole) return;
    const isMissing = walked?.dialog === whole.id && walked.stops.some(stop => stop.node === 'person') && !whole.nodes.some(node => node.id === 'person');
    this.drawn = isMissing ? { ...whole, nodes: [...whole.nodes, { id: 'person', kind: 'person', title: 'person' }] } : whole;
    this.picture = layout(this.drawn);
  }

  /** What the path shows belongs to the dialog that is drawn. */
  private get path(): Walked | undefined {
    return this.look.lens && this.walked?.dialog === this.drawn?.id ? this.walked : undefined;
  }

  /** Another lens is a new place in the browser's history. */
  private see(lens?: Lens, at = 0): void {
    this.node = undefined;
    location.hash = addressOf(this.dialog, { ...(lens ? { lens } : {}), at });
  }

  /** Another stop is the same place: going back is not stepping back. */
  private stop(at: number): void {
    const { lens } = this.look;
    if (!lens) return;
    history.replaceState(null, '', addressOf(this.dialog, { lens, at }));
    dispatchEvent(new Event('hashchange'));
  }

  protected override render(): unknown {
    const { texts, lines, drawn, look } = this;
    const failure = Object.values(this.failures)[0] ?? '';
    return html`<main class="page dialogs" tabindex="-1">
      <header class="head">
        <h2>${texts.views.dialogs}</h2>
        ${lines ? inUse({ texts, lines, told: this.told, ...(this.mayReload ? { reload: () => void this.reload() } : {}) }) : nothing}
      </header>
      ${failure ? html`<p class="trouble" role="alert">${failure} ${this.forget()}</p>` : nothing} ${lines ? refusedEdit(texts, lines) : nothing}
      <div class="drawn">
        <nav aria-label=${texts.views.dialogs}>
          <ul>
            ${(lines?.items ?? []).map(
              line => html`<li>
                <a href=${addressOf(line.id, { ...(look.lens ? { lens: { ...look.lens, answers: {} } } : {}), at: 0 })} aria-current=${line.id === drawn?.id ? 'page' : nothing}>
                  <b>${capital(plain(line.id))}</b><small>${texts.drawn.sorts[line.kind]} · ${line.intents.map(intent => texts.intents[intent] ?? plain(intent)).join(', ')}</small>
                </a>
              </li>`,
            )}
          </ul>
        </nav>
        ${drawn && this.picture ? this.canvas(drawn, this.picture) : html`<p class="none" role="status">${failure ? '' : texts.loading}</p>`}
      </div>
    </main>`;
  }

  /** A link may hold answers that the dialog has no more. */
  private forget(): unknown {
    const { lens } = this.look;
    if (!lens || this.path || !Object.keys(lens.answers).length) return nothing;
    return html`<button type="button" class="plain small" @click=${() => this.see({ ...lens, answers: {} })}>${this.texts.lens.forget}</button>`;
  }

  private canvas(drawn: Drawn, picture: Layout): TemplateResult {
    const { texts, path } = this;
    const { lens, at } = this.look;
    const stop = path?.stops[at - 1];
    const why = stop?.why;
    return html`<div class="canvas">
      <p class="lead">${texts.drawn.leads[drawn.kind]}</p>
      ${lensBar(texts, lens, this.language, changed => this.see(changed))}
      <div class="seen ${path ? 'split' : ''}">
        <div class="whole">
          ${drawingView({
            texts,
            drawn,
            picture,
            ...(path ? { stops: path.stops } : {}),
            ...((stop?.node ?? this.node) ? { node: (stop?.node ?? this.node)! } : {}),
            ...(why?.kind === 'cost' ? { chances: new Map(why.causes.map(cause => [`cause:${cause.id}`, cause.chance])) } : {}),
            choose: node => this.choose(node),
          })}
          ${legend(drawn, texts)}
        </div>
        ${
          path && lens
            ? pathView({
                texts,
                drawn,
                walked: path,
                at,
                choose: place => this.stop(place),
                answer: (node, value) => this.see({ ...lens, answers: { ...lens.answers, [node]: value } }, at),
                forget: () => this.see({ ...lens, answers: {} }),
              })
            : nothing
        }
      </div>
      ${wordsView(drawn, texts)}
      <details class="fine"><summary>${texts.drawn.mermaid}</summary><pre tabindex="0">${drawn.mermaid}</pre></details>
    </div>`;
  }

  /** A node on the path shows its stop, and the next one where it is passed again; any other shows what is around it. */
  private choose(node: string): void {
    const { at } = this.look;
    const places = (this.path?.stops ?? []).flatMap((stop, place) => (stop.node === node ? [place + 1] : []));
    this.node = !places.length && this.node !== node ? node : undefined;
    this.stop(places.find(place => place > at) ?? (places.includes(at) ? 0 : (places[0] ?? 0)));
    this.requestUpdate();
  }

  /** The stop that is looked at is seen in the list and in the drawing, once. */
  private bringIntoView(): void {
    const { at } = this.look;
    const node = this.path?.stops[at - 1]?.node;
    const shown = node ? `${this.wantedPath} ${at}` : '';
    if (shown === this.shownStop) return;
    this.shownStop = shown;
    if (!node) return;
    bringIntoView(this.querySelector('.stops'), this.querySelector(`.stop[data-at="${at}"]`));
    bringIntoView(this.querySelector('.sheet'), this.querySelector(`.plane [data-node="${CSS.escape(node)}"]`));
  }

  private async reload(): Promise<void> {
    this.told = '';
    await this.ask('reload', async () => {
      try {
        this.told = outcome(this.texts, await this.api.reloadDialogs());
      } catch (refusal) {
        // The faults stand on the page, from the list of dialogs.
        if (!(refusal instanceof Refused) || refusal.status !== 422) throw refusal;
        this.told = this.texts.lens.refusedNow;
      }
    });
    await this.load();
  }
}

/** Scrolls the frame alone, never the page around it. */
function bringIntoView(frame: Element | null, what: Element | null): void {
  if (!frame || !what) return;
  const around = frame.getBoundingClientRect();
  const own = what.getBoundingClientRect();
  const by = (start: number, end: number, from: number, to: number) =>
    start < from ? start - from - EDGE : end > to ? Math.min(end - to + EDGE, start - from - EDGE) : 0;
  frame.scrollBy(by(own.left, own.right, around.left, around.right), by(own.top, own.bottom, around.top, around.bottom));
}
