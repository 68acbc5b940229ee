// The state in the address's fragment, so that a link reopens it. Nodes are named by their IRIs, which outlive a new build.

import { articles, edges, edgeCount, groups, nodeCount, nodes, passages, predicateOf } from './model.js';
import { START, state } from './store.js';

/** @type {Map<string, number>|undefined} */
let numbers;

/** @param {string} short @returns {number} -1 where there is no such node */
function nodeNamed(short) {
  numbers ??= new Map(Array.from({ length: nodeCount }, (_, node) => [nodes.iri[node][0], node]));
  return numbers.get(short) ?? -1;
}

/** @param {number} node */
const nameOf = (node) => nodes.iri[node][0];

/** @param {number} edge */
const edgeName = (edge) => [nameOf(edges.source[edge]), predicateOf(edge).id, nameOf(edges.target[edge])].join(' ');

/** @param {string} name */
function edgeNamed(name) {
  const [source, , target] = name.split(' ');
  const [a, b] = [nodeNamed(source), nodeNamed(target ?? '')];
  for (let edge = 0; a >= 0 && edge < edgeCount; edge += 1) {
    if (edges.source[edge] === a && edges.target[edge] === b && edgeName(edge) === name) return edge;
  }
  return -1;
}

/** How each part of the state is written and read; a part that is as at the start isn't written. */
/** @type {Record<string, {write: (value: any) => string, read: (text: string) => any}>} */
const PARTS = {
  view: { write: String, read: (text) => (['timeline', 'table'].includes(text) ? text : 'graph') },
  node: { write: nameOf, read: nodeNamed },
  edge: { write: edgeName, read: edgeNamed },
  focus: { write: nameOf, read: nodeNamed },
  steps: { write: String, read: (text) => (text === '2' ? 2 : 1) },
  path: { write: (path) => path.map(nameOf).join(' '), read: readPath },
  more: { write: (more) => more.map(nameOf).join(' '), read: (text) => text.split(' ').map(nodeNamed).filter((node) => node >= 0) },
  open: { write: (open) => open.join(' '), read: (text) => text.split(' ').map((each) => whole(each, -1, groups.length)).filter((group) => group >= 0) },
  article: { write: String, read: (text) => whole(text, -1, articles.length) },
  passage: { write: String, read: (text) => whole(text, -1, passages.article.length) },
  hiddenLooks: { write: (list) => list.join(' '), read: (text) => text.split(' ') },
  hiddenRealities: { write: (list) => list.join(' '), read: (text) => text.split(' ').map((each) => whole(each, -1, 4)).filter((each) => each >= 0) },
  eventClass: { write: String, read: String },
  source: { write: String, read: String },
  certainty: { write: String, read: (text) => Math.min(Math.max(Number(text) || 0, 0), 1) },
  sources: { write: String, read: (text) => whole(text, 1, 1000) },
  from: { write: String, read: isoOnly },
  to: { write: String, read: isoOnly },
  undated: { write: () => '1', read: (text) => text === '1' },
};

/** A whole number below `end`. @param {string} text @param {number} otherwise @param {number} end */
const whole = (text, otherwise, end) => (/^\d{1,9}$/.test(text) && Number(text) < end ? Number(text) : otherwise);

/** @param {string} text */
function isoOnly(text) {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : '';
}

/** @param {string} text */
function readPath(text) {
  const [from, to] = text.split(' ').map(nodeNamed);
  return from >= 0 && to >= 0 ? [from, to] : null;
}

/** @returns {string} the fragment of the present state; "" for that of the start */
export function fragment() {
  const parts = new URLSearchParams();
  for (const [key, { write }] of Object.entries(PARTS)) {
    const value = /** @type {any} */ (state)[key];
    if (JSON.stringify(value) !== JSON.stringify(/** @type {any} */ (START)[key])) parts.set(key, write(value));
  }
  return parts.toString();
}

/** @param {string} text @returns {any} the state that a fragment stands for */
export function stateOf(text) {
  /** @type {any} */
  const found = { ...START };
  for (const [key, value] of new URLSearchParams(text.replace(/^#/, ''))) {
    if (PARTS[key]) found[key] = PARTS[key].read(value);
  }
  return found;
}
