// What the pointer is on, in words beside it.

import { byId, el, said } from './dom.js';
import { edges, groups, isEvent, kindOf, labelOf, nodes, predicateOf } from './model.js';
import { dateRange, realityChip } from './chips.js';
import { t } from './i18n.js';

/** @param {{x: number, y: number}} at @param {Array<Node|string|null>} content */
function show(at, content) {
  const tip = byId('tip');
  tip.replaceChildren(...content.filter((part) => part !== null));
  tip.hidden = false;
  const { width, height } = byId('graph').getBoundingClientRect();
  tip.style.left = `${Math.max(4, Math.min(at.x + 14, width - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(4, Math.min(at.y + 14, height - tip.offsetHeight - 8))}px`;
}

/** Hides it. */
export function hideTip() {
  byId('tip').hidden = true;
}

/** @param {number} node @param {{x: number, y: number}} at */
export function tipNode(node, at) {
  const when = isEvent(node) ? dateRange(nodes.begin[node], nodes.end[node]) : '';
  show(at, [el('strong', {}, said(nodes.label[node], nodes.lang[node], 200)),
    el('div', { class: 'muted' }, [labelOf(kindOf(node)), when].filter(Boolean).join(' · ')), realityChip(isEvent(node) ? nodes.factuality[node] : 0)]);
}

/** @param {number} edge @param {{x: number, y: number}} at */
export function tipEdge(edge, at) {
  show(at, [el('div', {}, said(nodes.label[edges.source[edge]], '', 80), ' ', el('strong', {}, labelOf(predicateOf(edge))), ' ',
    said(nodes.label[edges.target[edge]], '', 80)), realityChip(edges.factuality[edge])]);
}

/** @param {number} group @param {{x: number, y: number}} at */
export function tipGroup(group, at) {
  const members = groups[group][3];
  show(at, [el('strong', {}, t('group', { n: members.length })), el('div', { class: 'muted' },
    ...members.slice(0, 6).flatMap((/** @type {number} */ node) => [said(nodes.label[node], '', 60), el('br')]))]);
}
