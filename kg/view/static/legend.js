// The legend, whose lines switch kinds and realities on and off, and the other filters.

import { byId, button, el } from './dom.js';
import { number, t } from './i18n.js';
import { articles, edges, factualities, headOf, isEvent, kindOf, kinds, labelOf, looks, nodeCount, nodes } from './model.js';
import { ENTITY_LOOKS, signOf } from './chips.js';
import { START, choose, filtered, state } from './store.js';

/** Draws legend and filters. */
export function drawLegend() {
  const counts = countLooks();
  const present = Object.keys(looks).filter((look) => counts.get(look));
  const part = byId('filters');
  const open = part.querySelector('details')?.open ?? window.matchMedia('(min-width: 760px)').matches;
  const scroll = part.scrollTop;
  part.replaceChildren(el('details', { at: { open } },
    el('summary', {}, t('filters')),
    switches(t('kinds'), present.filter((look) => ENTITY_LOOKS.has(look)), counts),
    switches(t('events'), present.filter((look) => !ENTITY_LOOKS.has(look)), counts),
    realities(), classChoice(), sourceChoice(), slider('certainty', state.certainty, 0, 1, 0.05, (value) => `${Math.round(value * 100)} %`),
    mostSources() > 1 ? slider('sources', state.sources, 1, mostSources(), 1, String) : null,
    filtered() ? button(t('reset'), () => choose({ ...resetFilters }), { class: 'reset' }) : null));
  part.scrollTop = scroll;
}

const { hiddenLooks, hiddenRealities, eventClass, source, certainty, sources, from, to, undated } = START;
export const resetFilters = { hiddenLooks, hiddenRealities, eventClass, source, certainty, sources, from, to, undated };

function countLooks() {
  const counts = new Map();
  for (let node = 0; node < nodeCount; node += 1) counts.set(kindOf(node).look, (counts.get(kindOf(node).look) ?? 0) + 1);
  return counts;
}

/** @param {string} name @param {string[]} present @param {Map<string, number>} counts */
function switches(name, present, counts) {
  if (!present.length) return null;
  const every = (/** @type {boolean} */ on) => () => choose({
    hiddenLooks: on ? state.hiddenLooks.filter((look) => !present.includes(look)) : [...new Set([...state.hiddenLooks, ...present])].sort(),
  });
  return el('fieldset', {}, el('legend', {}, name,
    button(t('all'), every(true), { class: 'tiny', name: `${name}: ${t('all')}` }),
    button(t('none'), every(false), { class: 'tiny', name: `${name}: ${t('none')}` })),
  ...present.map((look) => toggle(`look-${look}`, !state.hiddenLooks.includes(look), signOf(look), headOf(looks[look]), counts.get(look) ?? 0,
    (on) => choose({ hiddenLooks: on ? state.hiddenLooks.filter((each) => each !== look) : [...state.hiddenLooks, look].sort() }))));
}

/** @param {string} id @param {boolean} on @param {Node} sign @param {string} name @param {number} count @param {(on: boolean) => void} act */
function toggle(id, on, sign, name, count, act) {
  return el('label', { class: 'switch' },
    el('input', { at: { type: 'checkbox', id, checked: on }, on: { change: (event) => act(event.target.checked) } }),
    sign, el('span', { class: 'name' }, name), el('span', { class: 'count' }, number(count)));
}

function realities() {
  const counts = factualities.map((/** @type {any} */ _, /** @type {number} */ each) =>
    nodes.factuality.reduce((/** @type {number} */ sum, /** @type {number} */ value, /** @type {number} */ node) => sum + Number(value === each && isEvent(node)), 0)
    + edges.factuality.reduce((/** @type {number} */ sum, /** @type {number} */ value, /** @type {number} */ edge) => sum + Number(value === each && !isEvent(edges.source[edge])), 0));
  return el('fieldset', {}, el('legend', {}, t('reality')),
    ...factualities.map((/** @type {any} */ each, /** @type {number} */ index) =>
      toggle(`reality-${each.id}`, !state.hiddenRealities.includes(index), el('span', { class: `line ${each.id.toLowerCase()}` }), headOf(each), counts[index],
        (on) => choose({ hiddenRealities: on ? state.hiddenRealities.filter((known) => known !== index) : [...state.hiddenRealities, index].sort() }))));
}

/** @param {string} key @param {string} name @param {Array<[string, string]>} options @param {string} value @param {(value: string) => void} act */
function select(key, name, options, value, act) {
  return el('label', { class: 'field' }, name, el('select', {
    at: { id: key }, on: { change: (event) => act(event.target.value) },
  }, ...options.map(([id, text]) => el('option', { at: { value: id, selected: id === value } }, text))));
}

/** Families of events, each with its classes. */
function classChoice() {
  const present = kinds.filter((/** @type {any} */ kind) => kind.event);
  if (present.length < 2) return null;
  /** @type {Map<string, [string, string]>} */
  const options = new Map();
  for (const kind of [...present].sort((a, b) => sortKey(a).localeCompare(sortKey(b)))) {
    if (kind.look !== kind.id && looks[kind.look] && kind.look !== 'Event') options.set(kind.look, [kind.look, headOf(looks[kind.look])]);
    options.set(kind.id, [kind.id, `${kind.look === kind.id ? '' : '\u2003'}${headOf(kind)}`]);
  }
  return select('event-class', t('classes'), [['', t('classes.all')], ...options.values()], state.eventClass, (value) => choose({ eventClass: value }));
}

/** @param {any} kind */
const sortKey = (kind) => `${labelOf(looks[kind.look])} ${kind.look === kind.id ? '' : labelOf(kind)}`;

/** Publishers, and articles of none. */
function sourceChoice() {
  if (articles.length < 2) return null;
  const publishers = [...new Set(articles.map((/** @type {any} */ article) => article.publisher).filter(Boolean))].sort();
  const lone = articles.map((/** @type {any} */ article, /** @type {number} */ index) => [`#${index}`, article.title.slice(0, 60)])
    .filter((/** @type {any} */ _, /** @type {number} */ index) => !articles[index].publisher || publishers.length < 2);
  return select('source', t('source'), [['', t('source.all')], ...publishers.map((name) => /** @type {[string, string]} */ ([name, name])), ...lone], state.source, (value) => choose({ source: value }));
}

function mostSources() {
  return Math.min(10, nodes.articles.reduce((/** @type {number} */ most, /** @type {number[]} */ of) => Math.max(most, of.length), 1));
}

/** @param {'certainty'|'sources'} key @param {number} value @param {number} min @param {number} max @param {number} step @param {(value: number) => string} words */
function slider(key, value, min, max, step, words) {
  const shown = el('output', {}, words(value));
  return el('label', { class: 'field' }, el('span', { class: 'row' }, t(key === 'sources' ? 'sources.min' : key), shown), el('input', {
    at: { type: 'range', id: key, min, max, step, value },
    on: {
      input: (event) => { shown.textContent = words(Number(event.target.value)); },
      change: (event) => choose({ [key]: Number(event.target.value) }),
    },
  }));
}
