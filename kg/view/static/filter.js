// Which nodes and edges pass the filters.

import { articles, edgeCount, edges, isEvent, kinds, nodeCount, nodes } from './model.js';
import { state } from './store.js';

/** @type {{nodes: Uint8Array, edges: Uint8Array}} 1 where it passes */
export const passing = { nodes: new Uint8Array(nodeCount), edges: new Uint8Array(edgeCount) };

/** Works the filters out anew. */
export function refilter() {
  const hidden = new Set(state.hiddenLooks);
  const unreal = new Set(state.hiddenRealities);
  const byKind = kinds.map((/** @type {any} */ kind) => !hidden.has(kind.look) && classPasses(kind));
  const byArticle = articlesPassing();
  const chosen = narrowed();
  for (let node = 0; node < nodeCount; node += 1) {
    passing.nodes[node] = Number(byKind[nodes.kind[node]] && nodes.confidence[node] >= state.certainty
      && sourcesOf(nodes.articles[node]) >= state.sources && fromSource(nodes.articles[node], byArticle)
      && !(isEvent(node) && (unreal.has(nodes.factuality[node]) || !datePasses(nodes.begin[node], nodes.end[node]))));
  }
  const linked = new Uint8Array(nodeCount);
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const [source, target] = [edges.source[edge], edges.target[edge]];
    const passes = passing.nodes[source] && passing.nodes[target] && edges.confidence[edge] >= state.certainty
      && !unreal.has(edges.factuality[edge]) && fromSource(edges.articles[edge], byArticle);
    passing.edges[edge] = Number(Boolean(passes));
    if (passes && isEvent(source)) { linked[source] = 1; linked[target] = 1; }
  }
  if (chosen) for (let node = 0; node < nodeCount; node += 1) if (!isEvent(node) && !linked[node]) passing.nodes[node] = 0;
  if (chosen) for (let edge = 0; edge < edgeCount; edge += 1) {
    if (!passing.nodes[edges.source[edge]] || !passing.nodes[edges.target[edge]]) passing.edges[edge] = 0;
  }
}

/** Whether events are chosen by class or date, so that only those who take part in one are left. */
const narrowed = () => Boolean(state.eventClass || state.from || state.to);

/** @param {any} kind */
function classPasses(kind) {
  return !state.eventClass || !kind.event || kind.id === state.eventClass || kind.above.includes(state.eventClass);
}

/** @returns {Uint8Array|null} the articles of the chosen source; null for all */
function articlesPassing() {
  if (!state.source) return null;
  return Uint8Array.from(articles, (/** @type {any} */ article, /** @type {number} */ index) =>
    Number(article.publisher === state.source || `#${index}` === state.source));
}

/** @param {number[]} of @param {Uint8Array|null} chosen */
const fromSource = (of, chosen) => !chosen || of.some((article) => chosen[article]);

/** @param {number[]} of @returns {number} publishers, or articles where none is named */
export function sourcesOf(of) {
  if (of.length < 2) return of.length || 1;
  return new Set(of.map((article) => articles[article].publisher || `#${article}`)).size;
}

/**
 * Whether what lasts from `begin` to `end` touches the chosen dates. Dates of any precision compare as text.
 * @param {string} begin
 * @param {string} end
 */
function datePasses(begin, end) {
  if (!state.from && !state.to) return true;
  if (!begin && !end) return state.undated;
  const first = begin || end;
  const last = end || (begin ? '9999' : '');
  return (!state.from || last.slice(0, 10) >= state.from.slice(0, last.length)) && (!state.to || first <= state.to);
}

