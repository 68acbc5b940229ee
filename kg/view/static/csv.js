// What is drawn, as CSV: a line for each link with its sentence, and one for each node without any.

import { articles, edges, factualities, iriOf, isEvent, kindOf, nodes, passages, predicateOf, proofsOf,
  sentenceOf, quoteOf } from './model.js';

const HEAD = ['subject', 'subject_kind', 'relation', 'object', 'object_kind', 'factuality', 'begin', 'end', 'confidence',
  'sentence', 'article', 'article_date', 'subject_iri', 'object_iri'];

/** A cell; what a spreadsheet would run as a formula begins with an apostrophe. @param {string|number} value */
function cell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * @param {number[]} chosen nodes
 * @param {number[]} links edges between them
 * @returns {string}
 */
export function csv(chosen, links) {
  const linked = new Set(links.flatMap((edge) => [edges.source[edge], edges.target[edge]]));
  const rows = [HEAD, ...links.map(linkRow), ...chosen.filter((node) => !linked.has(node)).map(loneRow)];
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** @param {number} edge @returns {Array<string|number>} */
function linkRow(edge) {
  const [source, target] = [edges.source[edge], edges.target[edge]];
  const when = edges.begin[edge] || edges.end[edge] || !isEvent(source) ? edges : nodes;
  const index = when === edges ? edge : source;
  return [nodes.label[source], kindOf(source).id, predicateOf(edge).id, nodes.label[target], kindOf(target).id,
    factualities[edges.factuality[edge]].id, when.begin[index], when.end[index], edges.confidence[edge], ...proof(proofsOf(edge)),
    iriOf(source), iriOf(target)];
}

/** @param {number} node @returns {Array<string|number>} */
function loneRow(node) {
  return [nodes.label[node], kindOf(node).id, '', '', '', isEvent(node) ? factualities[nodes.factuality[node]].id : '', nodes.begin[node],
    nodes.end[node], nodes.confidence[node], ...proof(nodes.passages[node]), iriOf(node), ''];
}

/** @param {number[]} proofs @returns {string[]} sentence, article and its date */
function proof([first]) {
  if (first === undefined) return ['', '', ''];
  const article = articles[passages.article[first]];
  return [sentenceOf(first)?.words ?? quoteOf(first), article?.title ?? '', article?.date ?? ''];
}
