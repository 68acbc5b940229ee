// What is drawn for a state, and where: the first nodes or the groups, a focus, or a path.

import { byId } from './dom.js';
import { FIRST, drawing, edgesAt, edges, groupOf, groups, nodes, otherEnd } from './model.js';
import { passing } from './filter.js';
import { addAround, linePlaces, ringPlaces } from './places.js';
import { rings, shortest } from './paths.js';
import { state } from './store.js';

const BRIDGES = 150; // the strongest links between groups that are drawn

/**
 * @typedef {Object} Scope
 * @property {Map<number, {x: number, y: number}>} places of the nodes drawn
 * @property {number[]} edges drawn
 * @property {number[]} groups drawn as discs
 * @property {Map<string, number>} bridges between discs: "a b" -> how many edges
 * @property {number[]} path
 */

/** @returns {Scope} with nothing drawn */
export const emptyScope = () => ({ places: new Map(), edges: [], groups: [], bridges: new Map(), path: [] });

/** @returns {Scope} */
export function scopeOf() {
  if (state.path) {
    const path = shortest(...state.path);
    return scope(linePlaces(path.length ? path : state.path), [], path);
  }
  if (state.focus >= 0) {
    const places = ringPlaces(state.focus, rings(state.focus, state.steps, FIRST));
    return scope(withMore(places), []);
  }
  return groups.length ? groupedScope() : scope(withMore(firstPlaces()), []);
}

/** The drawing is turned where it fills the screen better so: on a phone, mostly. */
function firstPlaces() {
  const { width, height } = byId('canvas').getBoundingClientRect();
  const wide = extent(drawing.nodes.map(({ x }) => x));
  const tall = extent(drawing.nodes.map(({ y }) => y));
  const turned = Math.min(width / tall, height / wide) > 1.15 * Math.min(width / wide, height / tall);
  return new Map(drawing.nodes.filter((node) => passing.nodes[node.id])
    .map(({ id, x, y }) => [id, turned ? { x: y, y: x } : { x, y }]));
}

/** @param {number[]} values */
const extent = (values) => Math.max(...values) - Math.min(...values) + 100;

/** The open groups' heaviest nodes stand where their discs were. */
function groupedScope() {
  const places = new Map();
  for (const group of state.open) {
    for (const node of groups[group][3].slice(0, groups[group][4])) {
      const [x, y] = nodes.place[node];
      if (passing.nodes[node]) places.set(node, { x, y });
    }
  }
  return scope(withMore(places), [...groups.keys()].filter((group) => !state.open.includes(group) && anyPasses(group)));
}

/** @param {number} group */
const anyPasses = (group) => groups[group][3].some((/** @type {number} */ node) => passing.nodes[node]);

/** @param {Map<number, {x: number, y: number}>} places @returns the same with the added nodes around what they are linked to */
function withMore(places) {
  for (const node of state.more) {
    if (places.has(node) || !passing.nodes[node]) continue;
    const anchor = edgesAt(node).map((edge) => otherEnd(edge, node)).find((other) => places.has(other));
    addAround(places.get(anchor ?? -1) ?? { x: 0, y: 0 }, [node], places);
  }
  return places;
}

/**
 * @param {Map<number, {x: number, y: number}>} places
 * @param {number[]} discs
 * @param {number[]} [path]
 * @returns {Scope}
 */
function scope(places, discs, path = []) {
  const drawn = [];
  for (const node of places.keys()) {
    for (const edge of edgesAt(node)) {
      if (edges.source[edge] === node && passing.edges[edge] && places.has(edges.target[edge])) drawn.push(edge);
    }
  }
  return { places, edges: drawn, groups: discs, bridges: discs.length ? bridgesOf(discs) : new Map(), path };
}

/** @param {number[]} discs */
function bridgesOf(discs) {
  const shown = new Set(discs);
  const found = new Map();
  for (let edge = 0; edge < edges.source.length; edge += 1) {
    const [a, b] = [groupOf[edges.source[edge]], groupOf[edges.target[edge]]];
    if (a !== b && passing.edges[edge] && shown.has(a) && shown.has(b)) {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return new Map([...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, BRIDGES));
}
