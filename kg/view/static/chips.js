// Small parts that several views share: a node as a link, reality, dates, signs of kinds.

import { button, el, said, svg } from './dom.js';
import { dateWords, t } from './i18n.js';
import { factualities, isEvent, kindOf, labelOf, lookOf, looks, nodes } from './model.js';
import { choose } from './store.js';

/** The sign of a kind. @param {string} look @param {string} [name] */
export function signOf(look, name = '') {
  const { shape, sign, color } = looks[look];
  const hollow = !ENTITY_LOOKS.has(look);
  return svg(hollow
    ? [{ d: shape, class: 'ring' }, { d: sign, class: 'ring-sign', 'fill-rule': 'evenodd' }]
    : [{ d: shape, fill: color }, { d: sign, fill: '#fff', 'fill-rule': 'evenodd' }], name);
}

/** Looks of entities; the others are those of events. */
export const ENTITY_LOOKS = new Set(['Person', 'Group', 'Organization', 'Force', 'GeopoliticalEntity', 'Place',
  'Position', 'Artifact', 'Work', 'Entity']);

/**
 * A node as something to click.
 * @param {number} node
 * @param {{sign?: boolean, class?: string}} [options]
 */
export function nodeLink(node, options = {}) {
  const link = button('', () => choose({ node, edge: -1 }), { class: `node ${options.class ?? ''}` });
  if (options.sign !== false) link.append(signOf(kindOf(node).look, labelOf(kindOf(node))));
  link.append(said(nodes.label[node], nodes.lang[node], 300));
  if (isEvent(node) && factualities[nodes.factuality[node]].id === 'Negated') link.classList.add('denied');
  return link;
}

/** A chip for what is not a plain fact; null for what is. @param {number} factuality */
export function realityChip(factuality) {
  const { id } = factualities[factuality];
  return id === 'Actual' ? null : el('span', { class: `chip ${id.toLowerCase()}` }, labelOf(factualities[factuality]));
}

/** When something is, in words; "" where that isn't known. @param {string} begin @param {string} end */
export function dateRange(begin, end) {
  if (begin && begin === end) return dateWords(begin);
  if (begin && end) return t('between', { a: dateWords(begin), b: dateWords(end) });
  if (begin) return t('since', { date: dateWords(begin) });
  return end ? t('by', { date: dateWords(end) }) : '';
}

/** @param {number} confidence */
export function certaintyChip(confidence) {
  return el('span', { class: 'certainty' }, t('certain', { n: Math.round(confidence * 100) }));
}

/** The colour of a node's kind on an element, for its style to use. @param {HTMLElement} element @param {number} node */
export function tint(element, node) {
  element.style.setProperty('--kind', lookOf(node).color);
  return element;
}

/**
 * Shows the first of many, and a button for the next.
 * @template T
 * @param {HTMLElement} into
 * @param {T[]} items
 * @param {(item: T) => Node} draw
 * @param {number} step
 * @param {(more: HTMLElement) => HTMLElement} [wrap] what the button stands in
 */
export function inSteps(into, items, draw, step, wrap = (more) => more) {
  let done = 0;
  const next = () => {
    into.append(...items.slice(done, done + step).map(draw));
    done += step;
    if (done < items.length) {
      const words = t('more', { n: Math.min(step, items.length - done) });
      const more = wrap(button(words, () => { more.remove(); next(); }, { class: 'more' }));
      into.append(more);
    }
  };
  next();
}
