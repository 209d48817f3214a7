import type { Drawn, DrawnEdge, DrawnNode } from './shapes';

export const NODE = { width: 172, height: 46, gapY: 14, aside: 64 };
/** Between layers: arrows of a flow have words on them. */
const GAP = { troubleshoot: 84, flow: 118 };

export interface Placed {
  node: DrawnNode;
  x: number;
  y: number;
}

export interface Arrow {
  edge: DrawnEdge;
  path: string;
  labelX: number;
  labelY: number;
}

export interface Layout {
  nodes: Placed[];
  arrows: Arrow[];
  width: number;
  height: number;
}

/**
 * Layers from left to right, each ordered by the middle of its neighbours to the left, then to the right (Sugiyama's method
 * with the barycentre rule, a few sweeps), and centred.
 */
export function layout(drawn: Drawn): Layout {
  const layers = order(layersOf(drawn), drawn.edges);
  const gap = GAP[drawn.kind];
  const tallest = Math.max(...layers.map(layer => layer.length), 1);
  const height = tallest * (NODE.height + NODE.gapY) + NODE.gapY;
  const placed = new Map<string, Placed>();
  layers.forEach((layer, column) => {
    const step = (height - NODE.gapY) / Math.max(1, layer.length);
    layer.forEach((node, row) => {
      placed.set(node.id, {
        node,
        x: NODE.gapY + column * (NODE.width + gap),
        y: NODE.gapY + row * step + (step - NODE.height - NODE.gapY) / 2,
      });
    });
  });
  return {
    nodes: [...placed.values()],
    arrows: drawn.edges.flatMap(edge => arrow(edge, placed.get(edge.from), placed.get(edge.to))),
    width: layers.length * (NODE.width + gap) - gap + NODE.gapY + NODE.aside,
    height,
  };
}

/** Of a troubleshooting: what is looked at, what can be wrong, what helps. Of a flow: as many steps as lie before at most. */
function layersOf({ kind, nodes, edges }: Drawn): DrawnNode[][] {
  if (kind === 'troubleshoot') {
    return [['fact'], ['cause'], ['remedy', 'person']].map(kinds => nodes.filter(node => kinds.includes(node.kind))).filter(layer => layer.length);
  }
  const depth = new Map<string, number>();
  const visit = (id: string, at: number, path: ReadonlySet<string>) => {
    if (path.has(id) || (depth.get(id) ?? -1) >= at) return;
    depth.set(id, at);
    const further = new Set(path).add(id);
    edges.filter(edge => edge.from === id).forEach(edge => visit(edge.to, at + 1, further));
  };
  visit('begin', 0, new Set());
  const last = Math.max(0, ...depth.values());
  const layers = Array.from({ length: last + 1 }, (_, at) => nodes.filter(node => depth.get(node.id) === at));
  const unreached = nodes.filter(node => !depth.has(node.id));
  return unreached.length ? [...layers, unreached] : layers;
}

function order(layers: DrawnNode[][], edges: DrawnEdge[]): DrawnNode[][] {
  let now = layers;
  for (let sweep = 0; sweep < 6; sweep++) {
    const place = new Map(now.flatMap(layer => layer.map((node, at) => [node.id, (at + 0.5) / layer.length] as const)));
    const middle = (node: DrawnNode) => {
      const next = edges.flatMap(edge => (edge.from === node.id ? [place.get(edge.to)] : edge.to === node.id ? [place.get(edge.from)] : []));
      const known = next.filter(at => at !== undefined);
      return known.length ? known.reduce((sum, at) => sum + at, 0) / known.length : (place.get(node.id) ?? 0);
    };
    const odd = sweep % 2;
    now = now.map((layer, at) => (at % 2 === odd ? [...layer].sort((a, b) => middle(a) - middle(b)) : layer));
  }
  return now;
}

/** The way from one node to another, past whatever is between: ahead, back, or around within a layer. */
export function between(from: Placed, to: Placed): string {
  const y1 = from.y + NODE.height / 2;
  const y2 = to.y + NODE.height / 2;
  if (to.x > from.x) {
    const bend = Math.max(40, (to.x - from.x - NODE.width) / 2);
    return `M${from.x + NODE.width},${y1} C${from.x + NODE.width + bend},${y1} ${to.x - bend},${y2} ${to.x},${y2}`;
  }
  if (to.x < from.x) {
    const bend = Math.max(40, (from.x - to.x - NODE.width) / 2);
    return `M${from.x},${y1} C${from.x - bend},${y1} ${to.x + NODE.width + bend},${y2} ${to.x + NODE.width},${y2}`;
  }
  const right = from.x + NODE.width;
  const bulge = Math.min(NODE.aside, 30 + Math.abs(y2 - y1) / 6);
  return `M${right},${y1} C${right + bulge},${y1} ${right + bulge},${y2} ${right},${y2}`;
}

function arrow(edge: DrawnEdge, from: Placed | undefined, to: Placed | undefined): Arrow[] {
  if (!from || !to) return [];
  const back = to.x <= from.x;
  const x1 = from.x + NODE.width;
  const y1 = from.y + NODE.height / 2;
  const x2 = back ? to.x + NODE.width : to.x;
  const y2 = to.y + NODE.height / 2;
  const bend = back ? 60 : Math.max(40, (x2 - x1) / 2);
  const path = `M${x1},${y1} C${x1 + bend},${y1} ${back ? x2 + bend : x2 - bend},${y2} ${x2},${y2}`;
  return [{ edge, path, labelX: (x1 + x2) / 2 + (back ? bend * 0.7 : 0), labelY: (y1 + y2) / 2 }];
}
