// The panel: the facts of what is selected, each with its sentences; at first, what matters most.

import { announce, byId, button, el, said } from './dom.js';
import { dateWords, number, t, tn } from './i18n.js';
import { articles, edges, edgesAt, headOf, isEvent, kindOf, labelOf, nodeCount, nodes, otherEnd, predicateOf, proofsOf,
  speakersOf } from './model.js';
import { certaintyChip, dateRange, inSteps, nodeLink, realityChip, signOf, tint } from './chips.js';
import { bySentence, proofBlock } from './proofs.js';
import { edgesBetween, shortest } from './paths.js';
import { passing, sourcesOf } from './filter.js';
import { choose, state } from './store.js';

const STEP = 12;

/** What the panel can ask of the page: to choose the other end of a path. */
export const panelActions = { choosePathFrom: (/** @type {number} */ _node) => {} };

/** Draws the panel anew. */
export function drawPanel() {
  const panel = byId('panel');
  panel.replaceChildren();
  if (state.edge >= 0) panel.append(...edgeFacts(state.edge));
  else if (state.node >= 0) panel.append(...nodeFacts(state.node));
  else if (state.path) panel.append(...pathFacts(...state.path));
  else panel.append(...overview());
  panel.scrollTop = 0;
}

/** @param {string} name @param {...(Node|string|null)} content */
function section(name, ...content) {
  return el('section', {}, el('h3', {}, name), ...content);
}

function closeButton() {
  return button('×', () => choose({ node: -1, edge: -1 }), { class: 'close', name: t('close') });
}

function overview() {
  const order = [...Array(nodeCount).keys()].filter((node) => passing.nodes[node]);
  const events = order.filter(isEvent);
  const entities = order.filter((node) => !isEvent(node));
  const places = entities.filter((node) => [kindOf(node).id, ...kindOf(node).above].includes('Place'));
  const actors = entities.filter((node) => kindOf(node).above.includes('Actor') && !kindOf(node).above.includes('Place'));
  const counts = { n: number(entities.length), e: number(events.length), a: number(articles.length) };
  return [
    el('header', {}, el('h2', {}, t('overview')),
      el('p', { class: 'muted' }, t(articles.length === 1 ? 'overview.about1' : 'overview.about', counts))),
    ranked('overview.actors', actors.slice(0, 8)),
    ranked('overview.events', events.filter(happened).slice(0, 8)),
    ranked('overview.unreal', events.filter((event) => !happened(event)).slice(0, 5)),
    ranked('overview.places', places.slice(0, 5)),
    section(t('overview.articles'), articleList()),
  ].filter((part) => part);
}

/** Whether an event is told as a fact: not planned, possible or denied. @param {number} event */
const happened = (event) => nodes.factuality[event] === 0;

/** @param {string} name @param {number[]} chosen */
function ranked(name, chosen) {
  if (!chosen.length) return '';
  const heaviest = nodes.weight[chosen[0]];
  return section(t(name), el('ol', { class: 'ranked' }, ...chosen.map((node) => {
    const bar = tint(el('span', { class: 'bar', at: { 'aria-hidden': 'true' } }), node);
    bar.style.width = `${Math.max(4, (100 * nodes.weight[node]) / heaviest)}%`;
    return el('li', {}, nodeLink(node), realityChip(isEvent(node) ? nodes.factuality[node] : 0), bar);
  })));
}

function articleList() {
  const list = el('ul', { class: 'articles' });
  inSteps(list, articles, (article) => el('li', {},
    button(said(article.title, article.lang, 140), () => choose({ article: articles.indexOf(article), passage: -1 }), { class: 'plain' }),
    el('span', { class: 'muted' }, articleMeta(article))), STEP);
  return list;
}

/** @param {any} article */
export function articleMeta(article) {
  const date = article.date ? t('article.published', { date: dateWords(article.date) }) : t('article.undated');
  return ` ${[article.publisher, date].filter(Boolean).join(' · ')}`;
}

/** @param {number} node */
function nodeFacts(node) {
  const kind = kindOf(node);
  const head = el('header', {}, closeButton(),
    el('p', { class: 'kind' }, signOf(kind.look), headOf(kind), realityChip(isEvent(node) ? nodes.factuality[node] : 0)),
    el('h2', {}, said(nodes.label[node], nodes.lang[node], 400)),
    el('p', { class: 'muted' }, [tn('mentions', nodes.passages[node].length), tn('links', edgesAt(node).length),
      tn('articles', nodes.articles[node].length)].join(' · '), ' · ', certaintyChip(nodes.confidence[node])));
  announce(`${labelOf(kind)}: ${nodes.label[node].slice(0, 200)}`);
  return [head, actions(node), details(node), ...(isEvent(node) ? eventFacts(node) : entityFacts(node))];
}

/** @param {number} node */
function actions(node) {
  const focused = state.focus === node;
  return el('div', { class: 'actions' },
    button(t('focus'), () => choose({ focus: node, steps: 1, path: null, view: 'graph', more: [] }), { pressed: focused && state.steps === 1, id: 'do-focus' }),
    button(t('steps.2'), () => choose({ focus: node, steps: 2, path: null, view: 'graph', more: [] }), { pressed: focused && state.steps === 2, id: 'do-focus-2' }),
    button(t('expand'), () => choose({ more: [...new Set([...state.more, node, ...edgesAt(node).map((edge) => otherEnd(edge, node))])].slice(0, 600), view: 'graph' }), { id: 'do-expand' }),
    button(t('path'), () => panelActions.choosePathFrom(node), { id: 'do-path' }));
}

/** Other names, dates, figures, identifiers. @param {number} node */
function details(node) {
  const list = el('dl', {});
  const add = (/** @type {string} */ name, /** @type {Array<Node|string|null>} */ ...content) =>
    list.append(el('dt', {}, t(name)), el('dd', {}, ...content));
  if (nodes.aliases[node].length) {
    add('aka', ...nodes.aliases[node].slice(0, 30).flatMap((/** @type {string} */ alias, /** @type {number} */ index) =>
      [index ? ', ' : '', said(alias, '', 200)]));
  }
  const when = dateRange(nodes.begin[node], nodes.end[node]);
  if (when) add('when', when);
  else if (nodes.when[node]) add('when', '“', said(nodes.when[node], '', 200), '”');
  if (nodes.figures[node].length) add('figure', ...nodes.figures[node].map(figureWords).flatMap((/** @type {Node} */ each) => [each, ' ']));
  if (nodes.links[node].length) add('same', ...nodes.links[node].flatMap((/** @type {string} */ iri) => [outside(iri), ' ']));
  return list.children.length ? list : '';
}

/** @param {[string, string, string, string]} figure */
function figureWords([comparator, value, upper, unit]) {
  const shown = [value, upper].filter(Boolean).map((each) => (Number.isFinite(Number(each)) ? number(Number(each)) : each));
  const sign = { '~': '≈ ', '>': '≥ ', '<': '≤ ' }[comparator] ?? '';
  return said(`${sign}${shown.join('–')} ${unit}`.trim(), '', 200);
}

/** An address outside, to be opened by a click where it is one of the web. @param {string} iri */
export function outside(iri) {
  if (!/^https?:\/\//i.test(iri)) return said(iri, '', 200);
  const name = /wikidata\.org\/entity\/(Q\d+)$/.exec(iri)?.[1] ?? iri.replace(/^https?:\/\/(www\.)?/, '');
  return el('a', { at: { href: iri, target: '_blank', rel: 'noopener noreferrer nofollow' } }, said(name, '', 60));
}

/** @param {number} event */
function eventFacts(event) {
  const own = edgesAt(event).filter((edge) => edges.source[edge] === event);
  const others = edgesAt(event).filter((edge) => edges.source[edge] !== event);
  const proofs = el('div', {});
  inSteps(proofs, bySentence(nodes.passages[event]), proofBlock, STEP);
  const parts = [];
  if (own.length) parts.push(section(t('participants'), el('dl', { class: 'roles' }, ...own.flatMap((edge) =>
    [el('dt', {}, labelOf(predicateOf(edge))), el('dd', {}, edgeLink(edge, edges.target[edge]))]))));
  if (nodes.passages[event].length) parts.push(section(t('evidence'), proofs));
  if (others.length) parts.push(section(t('involved'), factList(others, event)));
  return parts;
}

/** A node, and a way to the edge that leads there. @param {number} edge @param {number} node */
function edgeLink(edge, node) {
  return el('span', { class: 'edge-link' }, nodeLink(node),
    button('›', () => choose({ edge, node: -1 }), { class: 'go', name: `${labelOf(predicateOf(edge))}: ${nodes.label[node].slice(0, 80)}` }));
}

/** @param {number} entity */
function entityFacts(entity) {
  const all = [...edgesAt(entity)].sort((a, b) => nodes.weight[otherEnd(b, entity)] - nodes.weight[otherEnd(a, entity)] || a - b);
  const said_ = all.filter((edge) => predicateOf(edge).id === 'attributedTo');
  const roles = all.filter((edge) => !said_.includes(edge) && isEvent(otherEnd(edge, entity)));
  const lasting = all.filter((edge) => !isEvent(otherEnd(edge, entity)));
  const mentions = el('div', {});
  inSteps(mentions, bySentence(nodes.passages[entity]), proofBlock, 6);
  return [
    lasting.length ? section(t('related'), factList(lasting, entity)) : '',
    roles.length ? section(t('involved'), factList(roles, entity)) : '',
    said_.length ? section(t('words'), factList(said_, entity)) : '',
    nodes.passages[entity].length ? section(t('mentions'), mentions) : '',
  ].filter((part) => part);
}

/** @param {number[]} list @param {number} from */
function factList(list, from) {
  const facts = el('ul', { class: 'facts' });
  inSteps(facts, list, (edge) => factItem(edge, from), STEP);
  return facts;
}

/** A fact seen from one of its ends, with its first sentence. @param {number} edge @param {number} from */
function factItem(edge, from) {
  const other = otherEnd(edge, from);
  const forth = edges.source[edge] === from;
  const when = isEvent(other) ? dateRange(nodes.begin[other], nodes.end[other]) : dateRange(edges.begin[edge], edges.end[edge]);
  const speakers = isEvent(other) ? speakersOf(other) : [];
  const name = forth || isEvent(other) ? labelOf(predicateOf(edge)) : `← ${labelOf(predicateOf(edge))}`;
  const [proof] = bySentence(proofsOf(edge));
  return el('li', {},
    el('div', { class: 'fact' },
      button(name, () => choose({ edge, node: -1 }), { class: 'predicate' }), ' ', nodeLink(other),
      realityChip(edges.factuality[edge])),
    el('div', { class: 'muted small' }, [when, ...speakers.map((speaker) => t('according', { name: speaker.slice(0, 80) }))].filter(Boolean).join(' · ')),
    proof ? proofBlock(proof) : null);
}

/** @param {number} edge */
function edgeFacts(edge) {
  const [source, target] = [edges.source[edge], edges.target[edge]];
  const role = isEvent(source);
  const proofs = el('div', {});
  inSteps(proofs, bySentence(proofsOf(edge)), proofBlock, STEP);
  const when = dateRange(edges.begin[edge], edges.end[edge]) || (role ? dateRange(nodes.begin[source], nodes.end[source]) : '');
  const speakers = role ? speakersOf(source) : [];
  announce(`${nodes.label[source].slice(0, 100)} ${labelOf(predicateOf(edge))} ${nodes.label[target].slice(0, 100)}`);
  return [
    el('header', {}, closeButton(), el('p', { class: 'kind' }, t('relations')),
      el('h2', { class: 'statement' }, nodeLink(source), el('span', { class: 'predicate' }, labelOf(predicateOf(edge))), nodeLink(target)),
      el('p', { class: 'muted' }, realityChip(edges.factuality[edge]) ?? '', ' ',
        [when, ...speakers.map((speaker) => t('according', { name: speaker.slice(0, 80) }))].filter(Boolean).join(' · '), ' ',
        certaintyChip(edges.confidence[edge]), ` · ${tn('articles', sourcesOf(edges.articles[edge]))}`)),
    section(t('evidence'), proofs),
  ];
}

/** @param {number} from @param {number} to */
function pathFacts(from, to) {
  const path = shortest(from, to);
  const names = { a: nodes.label[from].slice(0, 60), b: nodes.label[to].slice(0, 60) };
  const back = button('×', () => choose({ path: null }), { class: 'close', name: t('close') });
  if (!path.length) return [el('header', {}, back, el('h2', {}, t('path')), el('p', {}, t('path.none', names)))];
  const steps = path.slice(1).flatMap((node, index) => {
    const links = edgesBetween(path[index], node);
    return [el('li', {}, factList(links, path[index]))];
  });
  return [el('header', {}, back, el('h2', {}, t('shown.path', names)), el('p', { class: 'muted' }, t('path.length', { n: path.length - 1 }))),
    nodeLink(from), el('ol', { class: 'path' }, ...steps)];
}

