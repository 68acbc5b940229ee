// Entities, events and links as tables that sort and filter.

import { byId, button, el } from './dom.js';
import { number, t, tongue } from './i18n.js';
import { edgeCount, edges, edgesAt, factualities, isEvent, kindOf, labelOf, nodeCount, nodes, predicateOf } from './model.js';
import { dateRange, inSteps, nodeLink, realityChip } from './chips.js';
import { dateOf } from './timeline.js';
import { fold } from './fold.js';
import { passing } from './filter.js';
import { choose, state } from './store.js';

const STEP = 200;

/** @typedef {{key: string, value: (row: number) => string|number, cell?: (row: number) => Node|string|null, numeric?: boolean}} Column */

/** @type {Column[]} */
const ENTITY_COLUMNS = [
  { key: 'name', value: (node) => fold(nodes.label[node].slice(0, 100)), cell: (node) => nodeLink(node) },
  { key: 'kind', value: (node) => labelOf(kindOf(node)) },
  { key: 'mentions', value: (node) => nodes.passages[node].length, numeric: true },
  { key: 'links', value: (node) => edgesAt(node).length, numeric: true },
  { key: 'articles', value: (node) => nodes.articles[node].length, numeric: true },
  { key: 'certainty', value: (node) => nodes.confidence[node], cell: (node) => percent(nodes.confidence[node]), numeric: true },
];

/** @type {Column[]} */
const EVENT_COLUMNS = [
  ENTITY_COLUMNS[0],
  ENTITY_COLUMNS[1],
  { key: 'date', value: (node) => dateOf(node) || '9', cell: (node) => dateRange(nodes.begin[node], nodes.end[node]) || nodes.when[node] },
  { key: 'reality', value: (node) => nodes.factuality[node], cell: (node) => labelOf(factualities[nodes.factuality[node]]) },
  ENTITY_COLUMNS[2],
  ENTITY_COLUMNS[4],
  ENTITY_COLUMNS[5],
];

/** @type {Column[]} */
const LINK_COLUMNS = [
  { key: 'who', value: (edge) => fold(nodes.label[edges.source[edge]].slice(0, 100)), cell: (edge) => nodeLink(edges.source[edge]) },
  { key: 'what', value: (edge) => labelOf(predicateOf(edge)), cell: (edge) => button(labelOf(predicateOf(edge)), () => choose({ edge, node: -1 }), { class: 'predicate' }) },
  { key: 'whom', value: (edge) => fold(nodes.label[edges.target[edge]].slice(0, 100)), cell: (edge) => nodeLink(edges.target[edge]) },
  { key: 'reality', value: (edge) => edges.factuality[edge], cell: (edge) => realityChip(edges.factuality[edge]) ?? labelOf(factualities[edges.factuality[edge]]) },
  { key: 'articles', value: (edge) => edges.articles[edge].length, numeric: true },
  { key: 'certainty', value: (edge) => edges.confidence[edge], cell: (edge) => percent(edges.confidence[edge]), numeric: true },
];

/** @type {Record<string, {columns: Column[], rows: () => number[]}>} */
const TABLES = {
  entities: { columns: ENTITY_COLUMNS, rows: () => [...Array(nodeCount).keys()].filter((node) => passing.nodes[node] && !isEvent(node)) },
  events: { columns: EVENT_COLUMNS, rows: () => [...Array(nodeCount).keys()].filter((node) => passing.nodes[node] && isEvent(node)) },
  relations: { columns: LINK_COLUMNS, rows: () => [...Array(edgeCount).keys()].filter((edge) => passing.edges[edge]) },
};

/** How the table is looked at; kept while the page is open. */
const looking = { table: 'entities', column: '', down: false, words: '' };

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)} %`;

/** Draws the table, where it is looked at. */
export function drawTable() {
  const part = byId('table');
  part.replaceChildren();
  if (state.view !== 'table') return;
  const tabs = el('div', { class: 'tabs', at: { role: 'group', 'aria-label': t('view.table') } }, ...Object.keys(TABLES).map((name) =>
    button(t(name), () => { looking.table = name; looking.column = ''; drawTable(); }, { pressed: looking.table === name })));
  const words = el('input', {
    at: { type: 'search', id: 'table-words', 'aria-label': t('table.filter'), placeholder: t('table.filter'), value: looking.words },
    on: { input: (event) => { looking.words = event.target.value; drawRows(); } },
  });
  part.append(el('div', { class: 'table-head' }, tabs, words, el('span', { class: 'muted', at: { id: 'row-count', role: 'status' } })),
    el('div', { class: 'scroll', at: { tabindex: '0', role: 'region', 'aria-label': t('view.table') } }, el('table', { at: { id: 'rows' } })));
  drawRows();
}

function drawRows() {
  const { columns, rows } = TABLES[looking.table];
  const wanted = fold(looking.words).split(' ').filter(Boolean);
  const found = rows().filter((row) => !wanted.length || matches(columns, row, wanted));
  const column = columns.find(({ key }) => key === looking.column);
  if (column) {
    const compare = new Intl.Collator(tongue.lang, { numeric: true }).compare;
    const keyed = found.map((row) => /** @type {[number, any]} */ ([row, column.value(row)]));
    keyed.sort(([a, x], [b, y]) => (looking.down ? -1 : 1) * (column.numeric ? x - y : compare(String(x), String(y))) || a - b);
    keyed.forEach(([row], index) => { found[index] = row; });
  }
  const body = el('tbody', {});
  inSteps(body, found, (row) => el('tr', {}, ...columns.map(({ value, cell, numeric }) =>
    el('td', { class: numeric ? 'number' : '' }, cell ? cell(row) : numeric ? number(Number(value(row))) : String(value(row))))), STEP,
    (more) => el('tr', {}, el('td', { at: { colspan: columns.length } }, more)));
  byId('rows').replaceChildren(el('thead', {}, el('tr', {}, ...columns.map(heading))), body);
  byId('row-count').textContent = found.length ? t('rows', { n: number(found.length) }) : t('empty');
}

/** @param {Column[]} columns @param {number} row @param {string[]} wanted */
function matches(columns, row, wanted) {
  const words = fold(columns.filter(({ numeric }) => !numeric).map(({ value }) => value(row)).join(' '));
  return wanted.every((word) => words.includes(word));
}

/** @param {Column} column */
function heading(column) {
  const chosen = looking.column === column.key;
  const sort = () => {
    looking.down = chosen ? !looking.down : Boolean(column.numeric);
    looking.column = column.key;
    drawRows();
    /** @type {HTMLElement|null} */ (byId('rows').querySelector(`th[data-key="${column.key}"] button`))?.focus();
  };
  return el('th', { class: column.numeric ? 'number' : '', at: { scope: 'col', 'data-key': column.key, 'aria-sort': chosen ? (looking.down ? 'descending' : 'ascending') : undefined } },
    button(t(`col.${column.key}`), sort, { class: 'sort' }));
}
