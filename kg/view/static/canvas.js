// The drawing: vis-network holds nodes and edges and moves the view; shapes and names are drawn here.

import { byId } from './dom.js';
import { number, t } from './i18n.js';
import { DASHES, drawShape, realityInk } from './shapes.js';
import { Taken, drawNames } from './names.js';
import { drawing, edges, factualities, groups, isEvent, labelOf, nodes, predicateOf } from './model.js';
import { drawDisc, drawHulls, nameDisc } from './discs.js';
import { emptyScope } from './scope.js';
import { inks } from './theme.js';
import { state } from './store.js';

const { DataSet, Network } = /** @type {any} */ (globalThis).vis;

const GROUP = 'group ';
const LEADING = [4, 10]; // of the heaviest nodes in view are named even where that covers another node: on a phone, on a desk
const ROOM = 60000; // square pixels for each of them
const LEAST = [3, 7.5]; // pixels of radius on the screen, between which the room for each node decides
const SMALLEST = 12; // units of radius
const BRIDGE = 'bridge ';
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66]; // where on an edge its name may stand
const items = { nodes: new DataSet(), edges: new DataSet() };

let now = emptyScope();

/** Whether the page is being printed, where nothing stands back. */
export const printing = { on: false };

/** What the pointer is on; -1 for nothing. */
export const hovered = { node: -1, edge: -1 };

/** @type {Array<any>} the names written last, for tests */
let named = [];

/** @type {any} */
let network;

/** Makes the drawing, empty. */
export function makeCanvas() {
  const options = { ...drawing.options, groups: { ...drawing.options.groups, useDefaultGroups: false } };
  network = new Network(byId('canvas'), items, options);
  network.on('beforeDrawing', (/** @type {CanvasRenderingContext2D} */ ctx) => drawHulls(ctx, state.open));
  network.on('afterDrawing', writeNames);
  Object.defineProperty(byId('canvas'), 'drawn', { get: () => ({ named, places: now.places, network, edges: now.edges }) });
  return network;
}

/**
 * Draws a scope: what stays is kept, so that nothing jumps.
 * @param {import('./scope.js').Scope} scope
 */
export function drawScope(scope) {
  now = scope;
  const wanted = [...[...scope.places].map(([node, place]) => nodeItem(node, place)), ...scope.groups.map(groupItem)];
  const links = [...scope.edges.map(edgeItem), ...[...scope.bridges].map(([key, count]) => bridgeItem(key, count))];
  replace(items.edges, links, items.nodes, wanted);
  byId('canvas').setAttribute('aria-label', t('canvas.name', { n: number(wanted.length), m: number(links.length) }));
}

/** Edges go before their ends, and come after them. @param {any} edgeSet @param {any[]} links @param {any} nodeSet @param {any[]} wanted */
function replace(edgeSet, links, nodeSet, wanted) {
  const keptEdges = new Set(links.map(({ id }) => id));
  const keptNodes = new Set(wanted.map(({ id }) => id));
  edgeSet.remove(edgeSet.getIds().filter((/** @type {any} */ id) => !keptEdges.has(id)));
  nodeSet.remove(nodeSet.getIds().filter((/** @type {any} */ id) => !keptNodes.has(id)));
  nodeSet.update(wanted);
  edgeSet.update(links);
}

/** Draws again what has changed its colours or its marks. */
export function redraw() {
  items.edges.update(items.edges.get().map((/** @type {any} */ item) =>
    (typeof item.id === 'number' ? edgeItem(item.id) : { id: item.id, color: bridgeColor() })));
  network?.redraw();
}

/** @param {number} node @param {number} [scale] @returns {number} its radius in units of the drawing */
export function radiusOf(node, scale = network?.getScale() || 1) {
  const { width, height } = byId('canvas').getBoundingClientRect();
  const room = Math.sqrt((width * height) / Math.max(now.places.size, 1));
  const least = Math.min(Math.max(0.1 * room, LEAST[0]), LEAST[1]) * (nodes.size[node] / SMALLEST) ** 0.6;
  return Math.max(nodes.size[node], (isEvent(node) ? 0.85 : 1) * least / scale);
}

/** @param {number} node @param {{x: number, y: number}} place */
function nodeItem(node, { x, y }) {
  return {
    id: node, x, y, shape: 'custom', size: nodes.size[node],
    ctxRenderer: (/** @type {any} */ at) => {
      const radius = radiusOf(node);
      return {
        drawNode: () => drawShape(at.ctx, node, at.x, at.y, radius, { faded: faded(node), marked: marked(node) }),
        nodeDimensions: { width: 2 * radius, height: 2 * radius },
      };
    },
  };
}

/** @param {number} group */
function groupItem(group) {
  const [x, y, radius] = groups[group];
  return {
    id: GROUP + group, x, y, shape: 'custom', size: radius,
    ctxRenderer: (/** @type {any} */ at) => ({
      drawNode: () => drawDisc(at.ctx, group, at.x, at.y, at.state.hover),
      nodeDimensions: { width: 2 * radius, height: 2 * radius },
    }),
  };
}

/** @param {number} edge */
function edgeItem(edge) {
  const ink = inks();
  const name = factualities[edges.factuality[edge]].id;
  const strong = edgeMarked(edge);
  const faint = !strong && !printing.on && state.node !== state.focus && (state.node >= 0 || state.edge >= 0);
  const plain = realityInk(edges.factuality[edge], ink.edge);
  const { acting } = predicateOf(edge);
  return {
    id: edge,
    from: acting ? edges.target[edge] : edges.source[edge],
    to: acting ? edges.source[edge] : edges.target[edge],
    dashes: DASHES[edges.factuality[edge]].length ? DASHES[edges.factuality[edge]] : false,
    width: strong ? 2.6 : 1.8,
    color: { color: strong ? ink.accent : plain, highlight: ink.accent, hover: ink.accent, opacity: faint ? 0.25 : 1 },
    arrows: { to: { enabled: true, type: name === 'Negated' ? 'bar' : 'arrow', scaleFactor: 0.5 } },
  };
}

const bridgeColor = () => ({ color: inks().edge, opacity: 0.45, highlight: inks().accent, hover: inks().accent });

/** @param {string} key @param {number} count */
function bridgeItem(key, count) {
  const [a, b] = key.split(' ');
  return {
    id: BRIDGE + key, from: GROUP + a, to: GROUP + b, width: Math.min(2 + 3 * Math.sqrt(count), 60),
    color: bridgeColor(), arrows: { to: { enabled: false } }, smooth: { enabled: false },
  };
}

/** Whether a node is selected, on the path, or an end of the selected edge. @param {number} node */
function marked(node) {
  return node === state.node || now.path.includes(node)
    || (state.edge >= 0 && (edges.source[state.edge] === node || edges.target[state.edge] === node));
}

/** @param {number} edge */
function edgeMarked(edge) {
  return edge === state.edge || edges.source[edge] === state.node || edges.target[edge] === state.node;
}

/** @type {{of: string, set: Set<number>}} the selected node and its neighbours */
let near = { of: '', set: new Set() };

/** Whether a node stands back behind what is selected. @param {number} node */
function faded(node) {
  if (state.node < 0 && state.edge < 0) return false;
  if (printing.on || (state.node >= 0 && (state.node === state.focus || !now.places.has(state.node)))) return false;
  const key = `${state.node} ${state.edge} ${now.edges.length} ${now.places.size}`;
  if (near.of !== key) {
    const ends = now.edges.filter(edgeMarked).flatMap((edge) => [edges.source[edge], edges.target[edge]]);
    near = { of: key, set: new Set([state.node, ...ends]) };
  }
  return !near.set.has(node);
}

/** @param {CanvasRenderingContext2D} ctx */
function writeNames(ctx) {
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  const scale = network.getScale();
  const { width, height } = byId('canvas').getBoundingClientRect();
  const spots = [];
  for (const [node, place] of now.places) {
    const { x, y } = network.canvasToDOM(place);
    if (x < -100 || y < -60 || x > width + 100 || y > height + 60) continue;
    const always = node === state.node || node === hovered.node || now.path.includes(node);
    const rank = nodes.weight[node] + (always ? 1e6 : 0);
    spots.push({ node, x, y, radius: radiusOf(node) * scale, rank, faded: faded(node), always, leading: false });
  }
  const leading = Math.max(LEADING[0], Math.min(LEADING[1], Math.floor((width * height) / ROOM)));
  for (const spot of [...spots].sort((a, b) => b.rank - a.rank).slice(0, leading)) spot.leading = true;
  const taken = covered();
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  named = drawNames(ctx, spots, width, taken);
  for (const group of now.groups) nameDisc(ctx, group, network.canvasToDOM({ x: groups[group][0], y: groups[group][1] }), groups[group][2] * scale);
  writeEdgeNames(ctx, taken);
  ctx.restore();
}

/** What lies over the drawing: no name stands beneath it. @returns {Taken} */
function covered() {
  const taken = new Taken();
  const { left, top } = byId('canvas').getBoundingClientRect();
  if (printing.on) return taken;
  for (const id of ['crumbs', 'zoom']) {
    const box = byId(id).getBoundingClientRect();
    taken.put({ left: box.left - left, top: box.top - top, right: box.right - left, low: box.bottom - top });
  }
  return taken;
}

/**
 * Names of the edges at the selected node, and along a path: about the middle of each, where they cover no other name.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Taken} taken
 */
function writeEdgeNames(ctx, taken) {
  const ink = inks();
  const along = now.path.length ? now.edges : now.edges.filter(edgeMarked);
  if (along.length > 60) return;
  ctx.font = '500 10.5px system-ui, sans-serif';
  ctx.textBaseline = 'middle';
  for (const edge of along) {
    const a = network.canvasToDOM(now.places.get(edges.source[edge]));
    const b = network.canvasToDOM(now.places.get(edges.target[edge]));
    if (Math.hypot(a.x - b.x, a.y - b.y) < 70) continue;
    const label = labelOf(predicateOf(edge));
    ctx.lineWidth = 4;
    ctx.strokeStyle = ink.ground;
    ctx.fillStyle = ink.accent;
    const half = ctx.measureText(label).width / 2;
    const spot = ALONG.map((share) => ({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }))
      .find(({ x, y }) => taken.free({ left: x - half, top: y - 6, right: x + half, low: y + 6 }));
    if (!spot) continue;
    taken.put({ left: spot.x - half, top: spot.y - 6, right: spot.x + half, low: spot.y + 6 });
    ctx.strokeText(label, spot.x, spot.y);
    ctx.fillText(label, spot.x, spot.y);
  }
}

/** @param {string|number|undefined} id @returns {number} a group's number; -1 where `id` is none */
export const groupIn = (id) => (typeof id === 'string' && id.startsWith(GROUP) ? Number(id.slice(GROUP.length)) : -1);
