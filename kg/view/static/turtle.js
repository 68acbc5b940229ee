// What is drawn, as Turtle in the terms of the ontology.

import { edges, factualities, iriOf, isEvent, kindOf, longIri, nodes, predicateOf, prefixes, proofsOf, quoteOf,
  passages, articles } from './model.js';

/** @param {string} iri */
function iriTerm(iri) {
  for (const [prefix, base] of Object.entries(prefixes)) {
    if (prefix !== 'nkgd' && iri.startsWith(String(base)) && /^[A-Za-z_][A-Za-z0-9_-]*$/.test(iri.slice(String(base).length))) {
      return `${prefix}:${iri.slice(String(base).length)}`;
    }
  }
  const safe = iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign));
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(safe) ? `<${safe}>` : `<urn:newskg:${encodeURIComponent(iri)}>`;
}

/** @param {string} text @param {string} [lang] */
function literal(text, lang = '') {
  const safe = text.replace(/[\\"\n\r\t]/g, (sign) => ({ '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[sign] ?? sign))
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `"${safe}"${/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? `@${lang}` : ''}`;
}

/** @param {string} iso */
function dateLiteral(iso) {
  const type = /^\d{4}$/.test(iso) ? 'gYear' : /^\d{4}-\d\d$/.test(iso) ? 'gYearMonth' : iso.includes('T') ? 'dateTime' : 'date';
  return `${literal(iso)}^^xsd:${type}`;
}

/** @param {string} begin @param {string} end @returns {string[]} */
function times(begin, end) {
  if (begin && begin === end) return [`sem:hasTimeStamp ${dateLiteral(begin)}`];
  return [begin ? `sem:hasBeginTimeStamp ${dateLiteral(begin)}` : '',
    end ? `${begin ? 'sem:hasEndTimeStamp' : 'sem:hasLatestEndTimeStamp'} ${dateLiteral(end)}` : ''].filter(Boolean);
}

/** @param {number} share */
const decimal = (share) => `"${Math.round(share * 1000) / 1000}"^^xsd:decimal`;

/** @param {number[]} proofs */
const evidence = (proofs) => proofs.slice(0, 50).map((proof) => {
  const article = articles[passages.article[proof]];
  return `nkg:evidence [ a nkg:Mention ; nkg:begin ${passages.begin[proof]} ; nkg:end ${passages.end[proof]} ; nkg:quote ${literal(quoteOf(proof))}${
    article ? ` ; prov:wasDerivedFrom ${iriTerm(article.iri)}` : ''} ]`;
});

/** @param {number} edge */
const relationTerm = (edge) => {
  const { id } = predicateOf(edge);
  return id.includes(':') ? iriTerm(id) : `nkg:${id}`;
};

/**
 * @param {number[]} chosen nodes
 * @param {number[]} links edges between them
 * @returns {string}
 */
export function turtle(chosen, links) {
  const lines = Object.entries(prefixes).map(([prefix, base]) => `@prefix ${prefix}: <${base}> .`);
  lines.push('');
  for (const node of chosen) lines.push(block(iriTerm(iriOf(node)), [...nodeFactsOf(node), ...direct(node, links)]));
  links.forEach((edge, index) => {
    if (!isEvent(edges.source[edge])) lines.push(statement(edge, index));
  });
  return `${lines.join('\n')}\n`;
}

/** @param {number} node @returns {string[]} */
function nodeFactsOf(node) {
  return [
    `a nkg:${kindOf(node).id}`,
    `rdfs:label ${literal(nodes.label[node], nodes.lang[node])}`,
    ...nodes.aliases[node].map((/** @type {string} */ name) => `skos:altLabel ${literal(name, nodes.lang[node])}`),
    ...[...nodes.links[node], ...nodes.iri[node].slice(1).map(longIri)].map((/** @type {string} */ iri) => `owl:sameAs ${iriTerm(iri)}`),
    isEvent(node) ? `nkg:factuality nkg:${factualities[nodes.factuality[node]].id}` : '',
    ...times(nodes.begin[node], nodes.end[node]),
    nodes.when[node] ? `nkg:timeText ${literal(nodes.when[node])}` : '',
    `nkg:confidence ${decimal(nodes.confidence[node])}`,
    ...evidence(nodes.passages[node]),
  ].filter(Boolean);
}

/** Roles always, relations where they are facts. @param {number} node @param {number[]} links */
function direct(node, links) {
  return links.filter((edge) => edges.source[edge] === node && (isEvent(node) || factualities[edges.factuality[edge]].id === 'Actual'))
    .map((edge) => `${relationTerm(edge)} ${iriTerm(iriOf(edges.target[edge]))}`);
}

/** @param {number} edge @param {number} index */
function statement(edge, index) {
  return block(`_:statement${index}`, [
    'a rdf:Statement',
    `rdf:subject ${iriTerm(iriOf(edges.source[edge]))}`,
    `rdf:predicate ${relationTerm(edge)}`,
    `rdf:object ${iriTerm(iriOf(edges.target[edge]))}`,
    `nkg:factuality nkg:${factualities[edges.factuality[edge]].id}`,
    ...times(edges.begin[edge], edges.end[edge]),
    `nkg:confidence ${decimal(edges.confidence[edge])}`,
    ...evidence(proofsOf(edge)),
  ]);
}

/** @param {string} subject @param {string[]} facts */
const block = (subject, facts) => `${subject} ${facts.join(' ;\n    ')} .\n`;
