// The data of the page, and what can be asked of them. Nodes, edges, passages and articles are numbers.

import { byId } from './dom.js';
import { tongue } from './i18n.js';

const raw = JSON.parse(byId('data').textContent);

/** @type {{nodes: any[], edges: any[], options: any}} */
export const drawing = JSON.parse(byId('network').textContent);

export const nodes = raw.nodes;
export const edges = raw.edges;
export const passages = raw.passages;
export const articles = raw.articles;
export const kinds = raw.kinds;
export const looks = raw.looks;
export const predicates = raw.predicates;
export const factualities = raw.factualities;
export const prefixes = raw.prefixes;
export const groups = raw.groups;
export const title = raw.title;
export const FIRST = raw.first;
export const nodeCount = nodes.label.length;
export const edgeCount = edges.source.length;

/** @type {number[][]} the edges at each node */
const at = Array.from({ length: nodeCount }, () => []);
for (let edge = 0; edge < edgeCount; edge += 1) {
  at[edges.source[edge]].push(edge);
  at[edges.target[edge]].push(edge);
}

/** @param {number} node @returns {number[]} */
export const edgesAt = (node) => at[node];

/** @param {number} edge @param {number} node */
export const otherEnd = (edge, node) => (edges.source[edge] === node ? edges.target[edge] : edges.source[edge]);

/** @param {number} node */
export const kindOf = (node) => kinds[nodes.kind[node]];

/** @param {number} node */
export const isEvent = (node) => kindOf(node).event;

/** @param {number} node */
export const lookOf = (node) => looks[kindOf(node).look];

/** @param {{en: string, fr: string}} term */
export const labelOf = (term) => term[tongue.lang];

/** A label at the beginning of a line. @param {{en: string, fr: string}} term */
export const headOf = (term) => labelOf(term).replace(/^./u, (letter) => letter.toUpperCase());

/** @param {number} edge */
export const predicateOf = (edge) => predicates[edges.predicate[edge]];

/** The group that each node is in; -1 for none. */
export const groupOf = new Int32Array(nodeCount).fill(-1);
groups.forEach((/** @type {any} */ group, /** @type {number} */ index) => {
  for (const member of group[3]) groupOf[member] = index;
});

/** @param {string} short @returns {string} an IRI out of its short form */
export function longIri(short) {
  const known = /^(\d+):(.*)$/s.exec(short);
  return known && raw.bases[Number(known[1])] ? `${raw.bases[Number(known[1])]}/${known[2]}` : short;
}

/** @param {number} node */
export const iriOf = (node) => longIri(nodes.iri[node][0]);

/** @type {Array<[number[], string[]]>|undefined} */
let read;

/** Each article's sentences: where they begin, and their words. Read when first asked for. */
export function texts() {
  read ??= JSON.parse(byId('texts').textContent);
  return /** @type {Array<[number[], string[]]>} */ (read);
}

/**
 * A slice by code points, which offsets count.
 * @param {string} words
 * @param {number} from
 * @param {number} [to]
 */
export function slice(words, from, to) {
  return /[\uD800-\uDFFF]/.test(words) ? Array.from(words).slice(from, to).join('') : words.slice(from, to);
}

/** @param {number} passage @returns {{begin: number, words: string}|null} the sentence that it is in */
export function sentenceOf(passage) {
  const article = passages.article[passage];
  const sentence = passages.sentence[passage];
  if (article < 0 || sentence < 0) return null;
  const [begins, words] = texts()[article];
  return { begin: begins[sentence], words: words[sentence] };
}

/** @param {number} passage */
export function quoteOf(passage) {
  const kept = passages.quote[passage];
  const sentence = sentenceOf(passage);
  if (kept || !sentence) return kept;
  return slice(sentence.words, passages.begin[passage] - sentence.begin, passages.end[passage] - sentence.begin);
}

/** @param {number} edge @returns {number[]} what proves it: its own passages, else those of the event that it is a role of */
export function proofsOf(edge) {
  return edges.passages[edge].length ? edges.passages[edge] : nodes.passages[edges.source[edge]];
}

/** @type {Map<number, number[]>|undefined} */
let named;

/** @param {number} passage @returns {number[]} the nodes that it names */
export function nodesOfPassage(passage) {
  if (!named) {
    named = new Map();
    for (let node = 0; node < nodeCount; node += 1) {
      for (const each of nodes.passages[node]) {
        const known = named.get(each);
        if (known) known.push(node);
        else named.set(each, [node]);
      }
    }
  }
  return named.get(passage) ?? [];
}

/** @param {number} node @returns {string[]} those on whose word an event stands */
export function speakersOf(node) {
  return at[node].filter((edge) => edges.source[edge] === node && predicateOf(edge).id === 'attributedTo')
    .map((edge) => nodes.label[edges.target[edge]]);
}
