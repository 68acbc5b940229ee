// The events by date.

import { byId, el } from './dom.js';
import { dateWords, t } from './i18n.js';
import { edges, edgesAt, isEvent, kindOf, labelOf, nodeCount, nodes, predicateOf, speakersOf } from './model.js';
import { dateRange, inSteps, nodeLink, realityChip } from './chips.js';
import { passing } from './filter.js';
import { state } from './store.js';

const STEP = 150;

/** Draws the timeline, where it is looked at. */
export function drawTimeline() {
  const part = byId('timeline');
  part.replaceChildren();
  if (state.view !== 'timeline') return;
  const events = [...Array(nodeCount).keys()].filter((node) => isEvent(node) && passing.nodes[node]);
  const dated = events.filter((event) => dateOf(event)).sort((a, b) => dateOf(a).localeCompare(dateOf(b)) || a - b);
  const undated = events.filter((event) => !dateOf(event));
  if (!events.length) part.append(el('p', { class: 'empty' }, t('empty')));
  const list = el('ol', { class: 'events' });
  let before = '';
  inSteps(list, [...dated, ...undated], (event) => {
    const month = dateOf(event).slice(0, 7);
    const heading = month === before ? '' : month ? dateWords(month) : t('undated');
    before = month;
    return card(event, heading);
  }, STEP);
  part.append(list);
}

/** @param {number} event */
export const dateOf = (event) => nodes.begin[event] || nodes.end[event];

/** @param {number} event @param {string} heading */
function card(event, heading) {
  const roles = edgesAt(event).filter((edge) => edges.source[edge] === event && predicateOf(edge).id !== 'attributedTo').slice(0, 6);
  const when = dateRange(nodes.begin[event], nodes.end[event]) || nodes.when[event];
  const speakers = speakersOf(event).map((name) => t('according', { name: name.slice(0, 80) }));
  return el('li', { class: event === state.node ? 'chosen' : '' },
    heading ? el('h3', {}, heading) : null,
    el('div', { class: 'card' },
      el('div', { class: 'when muted' }, when),
      el('div', {}, nodeLink(event, { class: 'title' }), realityChip(nodes.factuality[event]),
        el('p', { class: 'muted small' }, [labelOf(kindOf(event)), ...speakers].join(' · ')),
        el('ul', { class: 'roles' }, ...roles.map((edge) => el('li', {},
          el('span', { class: 'muted' }, `${labelOf(predicateOf(edge))} `), nodeLink(edges.target[edge])))))));
}
