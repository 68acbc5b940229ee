// Neighbourhoods and shortest paths over the edges that pass the filters.

import { edgesAt, nodeCount, nodes, otherEnd } from './model.js';
import { passing } from './filter.js';

/**
 * The nodes within `steps` of `centre`, heaviest first at each step, at most `most` of them.
 * @param {number} centre
 * @param {number} steps
 * @param {number} most
 * @returns {Array<Array<{node: number, by: number}>>} a ring for each step; `by` is the node through which it is reached
 */
export function rings(centre, steps, most) {
  const seen = new Set([centre]);
  /** @type {Array<Array<{node: number, by: number}>>} */
  const found = [];
  let edge = [centre];
  for (let step = 0; step < steps; step += 1) {
    /** @type {Map<number, number>} */
    const next = new Map();
    for (const from of edge) {
      for (const to of neighbours(from)) if (!seen.has(to) && !next.has(to)) next.set(to, from);
    }
    const ring = [...next].sort(([a], [b]) => nodes.weight[b] - nodes.weight[a] || a - b)
      .slice(0, Math.max(0, most - seen.size)).map(([node, by]) => ({ node, by }));
    for (const { node } of ring) seen.add(node);
    found.push(ring);
    edge = ring.map(({ node }) => node);
  }
  return found;
}

/** @param {number} node @returns {number[]} */
export function neighbours(node) {
  if (!passing.nodes[node]) return [];
  return edgesAt(node).filter((edge) => passing.edges[edge]).map((edge) => otherEnd(edge, node))
    .filter((other) => passing.nodes[other]);
}

/**
 * A shortest path, by way of heavier nodes where several are as short; [] where there is none.
 * @param {number} from
 * @param {number} to
 * @returns {number[]}
 */
export function shortest(from, to) {
  const before = new Int32Array(nodeCount).fill(-1);
  before[from] = from;
  let edge = [from];
  while (edge.length && before[to] < 0) {
    const next = [];
    for (const node of edge) {
      for (const other of neighbours(node)) {
        if (before[other] < 0) { before[other] = node; next.push(other); }
      }
    }
    edge = next.sort((a, b) => nodes.weight[b] - nodes.weight[a] || a - b);
  }
  if (before[to] < 0) return [];
  const path = [to];
  while (path[0] !== from) path.unshift(before[path[0]]);
  return path;
}

/** @param {number} a @param {number} b @returns {number[]} the edges between two nodes */
export const edgesBetween = (a, b) => edgesAt(a).filter((edge) => otherEnd(edge, a) === b && passing.edges[edge]);
