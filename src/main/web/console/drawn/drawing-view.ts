import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { capital, plain } from '../inbox/names';
import { place } from '../shell/place';
import type { Texts } from '../texts';
import { between, NODE, type Arrow, type Layout } from './layout';
import type { Drawn, DrawnNode, Stop } from './shapes';
import { percent } from './why-view';

export interface DrawingScene {
  texts: Texts;
  drawn: Drawn;
  picture: Layout;
  /** The path that is shown in it; none for the whole dialog. */
  stops?: Stop[];
  /** The node that is looked at. */
  node?: string;
  /** How likely each cause is by the stop that is looked at. */
  chances?: Map<string, number>;
  choose(node: string): void;
}

/** The drawing: every node can be reached with the keyboard and says what it leads to. */
export function drawingView(scene: DrawingScene): TemplateResult {
  const { drawn, picture, node, stops } = scene;
  const lit = node && !stops ? neighbours(drawn, node) : undefined;
  return html`<div class="sheet" tabindex="0" role="region" aria-label=${capital(plain(drawn.id))}>
    <div class="plane ${lit ? 'lit' : ''} ${stops ? 'walked' : ''}" ${place({ width: `${picture.width}px`, height: `${picture.height}px` })}>
      <svg aria-hidden="true" width=${picture.width} height=${picture.height}>
        ${svg`<defs>${tip('tip', 7)}${tip('tip-path', 4.5)}</defs>`} ${picture.arrows.map(arrow => arrowView(scene, arrow))}
        ${stops ? ways(stops).map(([from, to]) => wayView(picture, from, to)) : nothing}
      </svg>
      ${repeat(
        picture.nodes,
        placed => placed.node.id,
        placed => box(scene, placed.node, placed.x, placed.y, lit?.has(placed.node.id) ?? false),
      )}
    </div>
  </div>`;
}

function tip(id: string, size: number): TemplateResult {
  return svg`<marker id=${id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth=${size} markerHeight=${size} orient="auto"><path d="M0,0 L8,4 L0,8 z" /></marker>`;
}

function arrowView({ node, drawn }: DrawingScene, { edge, path, labelX, labelY }: Arrow): TemplateResult {
  const on = node !== undefined && (edge.from === node || edge.to === node);
  return svg`<g class="arrow ${edge.kind} ${on ? 'on' : ''}"><path d=${path} marker-end="url(#tip)" />${
    edge.label && (on || drawn.kind === 'flow') ? svg`<text x=${labelX} y=${labelY - 4}>${edge.label}</text>` : nothing
  }</g>`;
}

/** From stop to stop, each way once. */
function ways(stops: Stop[]): [string, string][] {
  const pairs = stops.slice(1).map((stop, at): [string, string] => [stops[at]!.node, stop.node]);
  return [...new Map(pairs.filter(([from, to]) => from !== to).map(pair => [pair.join(' '), pair])).values()];
}

function wayView({ nodes }: Layout, from: string, to: string): TemplateResult | typeof nothing {
  const one = nodes.find(placed => placed.node.id === from);
  const other = nodes.find(placed => placed.node.id === to);
  return one && other ? svg`<path class="way" d=${between(one, other)} marker-end="url(#tip-path)" />` : nothing;
}

function box(scene: DrawingScene, node: DrawnNode, x: number, y: number, near: boolean): TemplateResult {
  const { texts, drawn, stops, chances } = scene;
  const title = node.kind === 'person' ? texts.drawn.kinds.person : capital(plain(node.title));
  const places = (stops ?? []).flatMap((stop, at) => (stop.node === node.id ? [at + 1] : []));
  const chance = chances?.get(node.id);
  const detail = chance === undefined ? node.detail : `${node.detail} → ${percent(chance)}`;
  const state = node.id === scene.node ? 'chosen' : near ? 'near' : '';
  return html`<button
    type="button"
    class="node ${node.kind} ${state} ${places.length || node.kind === 'begin' ? 'on-path' : ''} ${chance === undefined ? '' : 'weighed'}"
    data-node=${node.id}
    ${place({ left: `${x}px`, top: `${y}px`, width: `${NODE.width}px`, height: `${NODE.height}px` })}
    aria-pressed=${String(node.id === scene.node)}
    title=${title}
    @click=${() => scene.choose(node.id)}
  >
    ${places.length ? html`<i class="no" aria-hidden="true">${places.join(' · ')}</i>` : nothing}<b>${title}</b>${detail ? html`<small>${detail}</small>` : nothing}
    <span class="sr">${texts.drawn.kinds[node.kind]}. ${places.length ? `${texts.lens.stopOf(places)}.` : ''} ${said(drawn, node, texts)}</span>
  </button>`;
}

export function legend(drawn: Drawn, texts: Texts): TemplateResult {
  const kinds = [...new Set(drawn.nodes.map(node => node.kind))];
  return html`<ul class="legend" aria-hidden="true">${kinds.map(kind => html`<li><i class="node ${kind}"></i>${texts.drawn.kinds[kind]}</li>`)}</ul>`;
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
