// The page: what is chosen, and what is drawn anew when it changes.

import { announce, byId, button } from './dom.js';
import { number, t, tn, tongue, translatePage } from './i18n.js';
import { articles, groupOf, groups, nodeCount, nodes, title } from './model.js';
import { applyTheme, forgetInks, isDark, onSystemTheme, theme } from './theme.js';
import { choosePathFrom, makeSearch } from './search.js';
import { drawDates } from './dates.js';
import { drawLegend } from './legend.js';
import { drawPanel, panelActions } from './panel.js';
import { drawReader, markReader } from './reader.js';
import { drawScope, groupIn, hovered, makeCanvas, printing, radiusOf, redraw } from './canvas.js';
import { drawTable } from './table.js';
import { drawTimeline } from './timeline.js';
import { fragment, stateOf } from './address.js';
import { groupNames } from './discs.js';
import { hideTip, tipEdge, tipGroup, tipNode } from './tip.js';
import { listenToKeys } from './keys.js';
import { nameSize } from './names.js';
import { passing, refilter } from './filter.js';
import { emptyScope, scopeOf } from './scope.js';
import { showHelp } from './dialog.js';
import { takeawayMenu } from './takeaway.js';
import { choose, filtersChanged, onChange, refresh, state } from './store.js';

const SHOWN = ['focus', 'steps', 'path', 'more', 'open'];

let scope = emptyScope();

applyTheme();
const network = makeCanvas();

/** @param {Set<string>} changed */
function update(changed) {
  const filters = filtersChanged(changed);
  if (filters) refilter();
  const drawn = filters || SHOWN.some((key) => changed.has(key));
  if (changed.has('view')) showView();
  if (drawn) {
    scope = scopeOf();
    drawScope(scope);
    drawCrumbs();
  }
  if (filters) drawLegend();
  if (changed.has('from') || changed.has('to') || changed.has('undated')) drawDates();
  const selected = changed.has('node') || changed.has('edge');
  if (selected && state.node >= 0 && state.view === 'graph') bringIn(state.node);
  if (selected || drawn) { redraw(); drawPanel(); }
  if (changed.has('article')) { drawReader(); }
  else if (selected || changed.has('passage')) markReader();
  if (drawn || changed.has('view') || (selected && state.view === 'timeline')) { drawTimeline(); drawTable(); }
  if (SHOWN.some((key) => changed.has(key))) fit(changed.size < 5);
  writeAddress();
}

/** A selected node that isn't drawn is: in its group, in the middle of its neighbours, or added. @param {number} node */
function bringIn(node) {
  if (!scope.places.has(node) && passing.nodes[node]) {
    const group = groupOf[node];
    if (!groups.length || state.focus >= 0 || state.path) choose({ more: [...state.more, node] });
    else if (group >= 0 && nodes.place[node].length) choose({ open: [...state.open, group] });
    else choose({ focus: node, steps: 1 });
  }
  const place = scope.places.get(node);
  if (!place) return;
  const { x, y } = network.canvasToDOM(place);
  const { width, height } = byId('canvas').getBoundingClientRect();
  if (x < 40 || y < 40 || x > width - 40 || y > height - 60 || network.getScale() < 0.25) {
    network.moveTo({ position: place, scale: Math.max(network.getScale(), 0.6), animation: calm() ? false : { duration: 250 } });
  }
}

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** @param {boolean} moving */
function fit(moving) {
  const nodesDrawn = [...scope.places.keys(), ...scope.groups.map((group) => `group ${group}`)];
  const opened = state.open.at(-1);
  const chosen = opened !== undefined && state.focus < 0 && !state.path
    ? groups[opened][3].filter((/** @type {number} */ node) => scope.places.has(node)) : nodesDrawn;
  if (chosen.length) show(chosen.map(extentOf), moving);
}

const CLOSEST = 1.25;
const NAME_SHARE = 0.12; // of the width that half a name may ask for: on a phone the drawing goes first
const EDGE = { side: 10, top: 48, low: 14 }; // pixels that stay free

/**
 * @typedef {Object} Extent where something is, and how far it reaches around that, in pixels at a scale
 * @property {number} x
 * @property {number} y
 * @property {(scale: number) => {side: number, up: number, down: number}} reach
 */

/** @param {number|string} id of a node with its name, or of a group @returns {Extent} */
function extentOf(id) {
  if (typeof id === 'string') {
    const [x, y, radius] = groups[groupIn(id)];
    return { x, y, reach: (scale) => ({ side: radius * scale, up: radius * scale, down: radius * scale }) };
  }
  const { half, tall } = nameSize(id);
  const { width } = byId('canvas').getBoundingClientRect();
  const { x, y } = scope.places.get(id) ?? { x: 0, y: 0 };
  return { x, y, reach: (scale) => {
    const radius = radiusOf(id, scale) * scale;
    return { side: Math.max(Math.min(half, width * NAME_SHARE), radius), up: radius, down: radius + 3 + tall };
  } };
}

/** Brings a part of the drawing into view, as large as there is room for. @param {Extent[]} chosen @param {boolean} moving */
function show(chosen, moving) {
  const { width, height } = byId('canvas').getBoundingClientRect();
  if (!width || !height) return;
  const box = (/** @type {number} */ scale) => {
    const found = { left: Infinity, right: -Infinity, top: Infinity, low: -Infinity };
    for (const { x, y, reach } of chosen) {
      const { side, up, down } = reach(scale);
      found.left = Math.min(found.left, x * scale - side);
      found.right = Math.max(found.right, x * scale + side);
      found.top = Math.min(found.top, y * scale - up);
      found.low = Math.max(found.low, y * scale + down);
    }
    return found;
  };
  let [scale, tooLarge] = [0, 2 * CLOSEST];
  for (let round = 0; round < 20; round += 1) {
    const tried = (scale + tooLarge) / 2;
    const { left, right, top, low } = box(tried);
    if (right - left <= width - 2 * EDGE.side && low - top <= height - EDGE.top - EDGE.low) scale = tried;
    else tooLarge = tried;
  }
  scale = Math.min(Math.max(scale, 0.01), CLOSEST);
  const { left, right, top, low } = box(scale);
  const position = { x: (left + right) / 2 / scale, y: ((top + low) / 2 - (EDGE.top - EDGE.low) / 2) / scale };
  network.moveTo({ position, scale, animation: moving && !calm() ? { duration: 300 } : false });
}

/** After the drawing's room has changed, what is looked at stays in view. */
function resettle() {
  if (byId('graph').hidden) return;
  if (!printing.on && state.node >= 0 && scope.places.has(state.node)) bringIn(state.node);
  else fit(false);
}

function showView() {
  for (const view of ['graph', 'timeline', 'table']) {
    byId(view).hidden = state.view !== view;
    byId(`view-${view}`)?.setAttribute('aria-pressed', String(state.view === view));
  }
  byId('stage-name').textContent = t(`view.${state.view}`);
  if (state.view === 'graph') network.redraw();
}

/** What is drawn, in words, and the ways back. */
function drawCrumbs() {
  const crumbs = byId('crumbs');
  crumbs.replaceChildren();
  const back = () => choose({ focus: -1, path: null, more: [] });
  if (state.path) crumbs.append(t('shown.path', { a: nodes.label[state.path[0]].slice(0, 40), b: nodes.label[state.path[1]].slice(0, 40) }), button(t('unfocus'), back, { id: 'unfocus' }));
  else if (state.focus >= 0) {
    crumbs.append(t('shown.focus', { name: nodes.label[state.focus].slice(0, 60), steps: t(`steps.${state.steps}`) }), ' · ',
      t('shown', { n: number(scope.places.size), all: number(nodeCount) }), button(t('unfocus'), back, { id: 'unfocus' }));
  } else if (groups.length) {
    const held = groups.reduce((/** @type {number} */ sum, /** @type {any} */ group) => sum + group[3].length, 0);
    crumbs.append(t('shown.groups', { n: number(groups.length), held: number(held), all: number(nodeCount) }));
    for (const group of state.open) crumbs.append(button(`× ${groupNames(group)[0]}`, () => choose({ open: state.open.filter((each) => each !== group) }), { name: `${t('group.close')}: ${groupNames(group)[0]}` }));
  } else crumbs.append(t('shown', { n: number(scope.places.size), all: number(nodeCount) }));
}

/** @type {number|undefined} */
let writing;

function writeAddress() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const wanted = fragment();
    if (wanted !== window.location.hash.slice(1)) window.history.replaceState(null, '', wanted ? `#${wanted}` : window.location.pathname);
  }, 100);
}

/** The bar and everything else that is in the reader's language. */
function drawFrame() {
  translatePage();
  byId('title').replaceChildren(title || tn('articles', articles.length));
  byId('views').replaceChildren(...['graph', 'timeline', 'table'].map((view) =>
    button(t(`view.${view}`), () => choose({ view: /** @type {any} */ (view) }), { id: `view-${view}`, pressed: state.view === view })));
  byId('tools').replaceChildren(takeawayMenu(),
    button('◐', () => { theme.choice = isDark() ? 'light' : 'dark'; changeTheme(); }, { name: t('theme'), id: 'theme' }),
    button(tongue.lang === 'fr' ? 'EN' : 'FR', changeLanguage, { name: t('language'), id: 'language' }),
    button('?', showHelp, { name: t('help'), id: 'help' }));
  byId('zoom').replaceChildren(button('+', () => zoom(1.3), { name: t('zoom.in') }), button('−', () => zoom(1 / 1.3), { name: t('zoom.out') }),
    button('⤢', () => fit(true), { name: t('zoom.fit') }));
  makeSearch();
}

function changeTheme() {
  applyTheme();
  forgetInks();
  redraw();
}

function changeLanguage() {
  tongue.lang = tongue.lang === 'fr' ? 'en' : 'fr';
  drawFrame();
  drawLegend();
  drawDates();
  drawCrumbs();
  drawPanel();
  drawReader();
  drawTimeline();
  drawTable();
  redraw();
  byId('language').focus();
}

/** @param {number} factor */
function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: calm() ? false : { duration: 150 } });
}

/** To the nearest node in a direction. @param {number} dx @param {number} dy */
function step(dx, dy) {
  const here = scope.places.get(state.node);
  if (!here) {
    const [first] = [...scope.places.keys()].sort((a, b) => nodes.weight[b] - nodes.weight[a]);
    if (first !== undefined) choose({ node: first, edge: -1 });
    return;
  }
  let best = { node: -1, cost: Infinity };
  for (const [node, place] of scope.places) {
    const [along, across] = dx ? [(place.x - here.x) * dx, place.y - here.y] : [(place.y - here.y) * dy, place.x - here.x];
    const cost = along + 2 * Math.abs(across);
    if (node !== state.node && along > 0 && cost < best.cost) best = { node, cost };
  }
  if (best.node >= 0) choose({ node: best.node, edge: -1 });
}

/** What clicks and the pointer do on the drawing. */
function listenToPointer() {
  network.on('click', (/** @type {any} */ event) => {
    const group = groupIn(event.nodes[0]);
    if (group >= 0) choose({ open: [...state.open, group] });
    else if (event.nodes.length) choose({ node: event.nodes[0], edge: -1 });
    else if (typeof event.edges[0] === 'number') choose({ edge: event.edges[0], node: -1 });
    else choose({ node: -1, edge: -1 });
  });
  network.on('doubleClick', (/** @type {any} */ event) => {
    if (typeof event.nodes[0] === 'number') choose({ focus: event.nodes[0], node: event.nodes[0], steps: 1, path: null, more: [] });
  });
  network.on('hoverNode', (/** @type {any} */ event) => {
    const at = event.pointer?.DOM ?? { x: 0, y: 0 };
    if (groupIn(event.node) >= 0) tipGroup(groupIn(event.node), at);
    else { hovered.node = event.node; tipNode(event.node, at); }
  });
  network.on('hoverEdge', (/** @type {any} */ event) => {
    if (typeof event.edge === 'number') { hovered.edge = event.edge; tipEdge(event.edge, event.pointer?.DOM ?? { x: 0, y: 0 }); }
  });
  network.on('resize', resettle);
  for (const name of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) {
    network.on(name, () => { hovered.node = -1; hovered.edge = -1; hideTip(); });
  }
}

/** On paper everything is drawn, in inks for white. @param {boolean} on */
function print(on) {
  printing.on = on;
  document.documentElement.dataset.theme = on || !isDark() ? 'light' : 'dark';
  forgetInks();
  redraw();
  if (on && state.view === 'graph') fit(false);
}

panelActions.choosePathFrom = choosePathFrom;
Object.assign(state, stateOf(window.location.hash));
drawFrame();
listenToPointer();
byId('canvas').choose = choose;
listenToKeys({ zoom, fit: () => fit(true), step });
onChange(update);
onSystemTheme(changeTheme);
window.addEventListener('beforeprint', () => print(true));
window.addEventListener('afterprint', () => print(false));
window.addEventListener('hashchange', () => choose(stateOf(window.location.hash)));
refresh();
document.documentElement.dataset.ready = 'yes';
announce(nodeCount ? '' : t('empty'));
