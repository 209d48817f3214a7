import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Api } from '../api';
import { capital, plain } from '../inbox/names';
import { Page } from '../shell/page';
import { place } from '../shell/place';
import type { Texts } from '../texts';
import { layout, NODE, type Arrow, type Layout } from './layout';
import type { Drawn, DrawnLine, DrawnNode } from './shapes';

/** A dialog as a drawing: every node can be reached with the keyboard and says what it leads to. */
export class DialogsPage extends Page {
  static override properties = { api: { attribute: false }, texts: { attribute: false }, chosen: {} };
  declare api: Api;
  declare texts: Texts;
  declare chosen: string;
  private lines?: DrawnLine[];
  private drawn?: Drawn;
  private picture?: Layout;
  private node?: string;
  private wanted = '';

  protected override firstUpdated(): void {
    void this.attempt(async () => (this.lines = await this.api.dialogs()));
  }

  protected override updated(): void {
    const id = this.chosen || this.lines?.[0]?.id || '';
    if (!id || id === this.wanted) return;
    this.wanted = id;
    void this.attempt(async () => {
      const drawn = await this.api.dialog(id);
      if (this.wanted !== id) return;
      this.drawn = drawn;
      this.picture = layout(drawn);
      this.node = undefined;
    });
  }

  protected override render(): unknown {
    const { texts, lines, drawn } = this;
    return html`<main class="page dialogs" tabindex="-1">
      <header class="head"><h2>${texts.views.dialogs}</h2></header>
      ${this.failure ? html`<p class="trouble" role="alert">${this.failure}</p>` : nothing}
      <div class="drawn">
        <nav aria-label=${texts.views.dialogs}>
          <ul>
            ${(lines ?? []).map(
              line => html`<li>
                <a href="#/dialogs/${line.id}" aria-current=${line.id === drawn?.id ? 'page' : nothing}>
                  <b>${capital(plain(line.id))}</b><small>${texts.drawn.sorts[line.kind]} · ${line.intents.map(intent => texts.intents[intent] ?? plain(intent)).join(', ')}</small>
                </a>
              </li>`,
            )}
          </ul>
        </nav>
        ${drawn && this.picture ? this.drawing(drawn, this.picture) : html`<p class="none" role="status">${this.failure ? '' : texts.loading}</p>`}
      </div>
    </main>`;
  }

  private drawing(drawn: Drawn, picture: Layout): TemplateResult {
    const { texts } = this;
    const lit = this.node ? neighbours(drawn, this.node) : undefined;
    return html`<div class="canvas">
      <p class="lead">${texts.drawn.leads[drawn.kind]}</p>
      <div class="sheet" tabindex="0" role="region" aria-label=${capital(plain(drawn.id))}>
        <div class="plane ${lit ? 'lit' : ''}" ${place({ width: `${picture.width}px`, height: `${picture.height}px` })}>
          <svg aria-hidden="true" width=${picture.width} height=${picture.height}>
            ${svg`<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0 L8,4 L0,8 z" /></marker></defs>`}
            ${picture.arrows.map(arrow => this.arrow(arrow))}
          </svg>
          ${repeat(
            picture.nodes,
            placed => placed.node.id,
            ({ node, x, y }) => this.box(drawn, node, x, y, lit?.has(node.id) ?? false),
          )}
        </div>
      </div>
      ${this.legend(drawn)}
      <details class="fine"><summary>${texts.drawn.mermaid}</summary><pre tabindex="0">${drawn.mermaid}</pre></details>
    </div>`;
  }

  private arrow({ edge, path, labelX, labelY }: Arrow): TemplateResult {
    const on = this.node !== undefined && (edge.from === this.node || edge.to === this.node);
    return svg`<g class="arrow ${edge.kind} ${on ? 'on' : ''}"><path d=${path} marker-end="url(#tip)" />${
      edge.label && (on || this.drawn?.kind === 'flow') ? svg`<text x=${labelX} y=${labelY - 4}>${edge.label}</text>` : nothing
    }</g>`;
  }

  private box(drawn: Drawn, node: DrawnNode, x: number, y: number, near: boolean): TemplateResult {
    const { texts } = this;
    const title = node.kind === 'person' ? texts.drawn.kinds.person : capital(plain(node.title));
    const choose = () => {
      this.node = this.node === node.id ? undefined : node.id;
      this.requestUpdate();
    };
    return html`<button
      type="button"
      class="node ${node.kind} ${node.id === this.node ? 'chosen' : near ? 'near' : ''}"
      ${place({ left: `${x}px`, top: `${y}px`, width: `${NODE.width}px`, height: `${NODE.height}px` })}
      aria-pressed=${String(node.id === this.node)}
      title=${title}
      @click=${choose}
    >
      <b>${title}</b>${node.detail ? html`<small>${node.detail}</small>` : nothing}
      <span class="sr">${texts.drawn.kinds[node.kind]}. ${said(drawn, node, texts)}</span>
    </button>`;
  }

  private legend(drawn: Drawn): TemplateResult {
    const kinds = [...new Set(drawn.nodes.map(node => node.kind))];
    return html`<ul class="legend" aria-hidden="true">${kinds.map(kind => html`<li><i class="node ${kind}"></i>${this.texts.drawn.kinds[kind]}</li>`)}</ul>`;
  }
}

function neighbours(drawn: Drawn, node: string): Set<string> {
  return new Set(drawn.edges.flatMap(edge => (edge.from === node ? [edge.to] : edge.to === node ? [edge.from] : [])));
}

/** What the drawing shows with arrows, in words. */
function said(drawn: Drawn, node: DrawnNode, texts: Texts): string {
  const name = (id: string) => plain(drawn.nodes.find(one => one.id === id)?.title ?? id);
  const to = drawn.edges.filter(edge => edge.from === node.id).map(edge => (edge.label ? `${name(edge.to)} (${edge.label})` : name(edge.to)));
  const from = drawn.edges.filter(edge => edge.to === node.id).map(edge => name(edge.from));
  return [from.length ? `${texts.drawn.after}: ${from.join(', ')}.` : '', to.length ? `${texts.drawn.leadsTo}: ${to.join(', ')}.` : ''].join(' ');
}
