// Search with suggestions: names, other names and events, without regard to accents and case.

import { announce, byId, el, said } from './dom.js';
import { t } from './i18n.js';
import { kindOf, labelOf, nodeCount, nodes } from './model.js';
import { signOf } from './chips.js';
import { fold } from './fold.js';
import { choose } from './store.js';

const MOST = 12;

/** @type {string[]|undefined} every node's names, folded, each after a line break */
let index;

/** The node from which a path is being chosen; -1 for none. */
let pathFrom = -1;

/** @param {string} words @returns {number[]} the nodes found: those whose name begins so first, then by weight */
export function find(words) {
  const wanted = fold(words);
  if (!wanted) return [];
  index ??= Array.from({ length: nodeCount }, (_, node) =>
    ['', ...[nodes.label[node], ...nodes.aliases[node]].map((name) => fold(name.slice(0, 300)))].join('\n'));
  const parts = wanted.split(' ');
  const found = [];
  for (let node = 0; node < nodeCount; node += 1) {
    const names = index[node];
    if (parts.every((part) => names.includes(part))) {
      const rank = names.includes(`\n${wanted}\n`) || names.endsWith(`\n${wanted}`) ? 3
        : names.includes(`\n${wanted}`) ? 2 : names.includes(` ${wanted}`) ? 1 : 0;
      found.push({ node, rank });
    }
  }
  return found.sort((a, b) => b.rank - a.rank || nodes.weight[b.node] - nodes.weight[a.node] || a.node - b.node)
    .map(({ node }) => node);
}

/** Makes the search box. */
export function makeSearch() {
  const list = el('ul', { class: 'suggestions', at: { id: 'suggestions', role: 'listbox', 'aria-label': t('search'), hidden: true } });
  const box = /** @type {HTMLInputElement} */ (el('input', {
    at: {
      id: 'query', type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-expanded': 'false',
      'aria-controls': 'suggestions', 'aria-autocomplete': 'list', 'aria-label': t('search'), placeholder: t('search'),
    },
    on: {
      input: () => suggest(box, list),
      focus: () => suggest(box, list),
      blur: () => setTimeout(() => closeList(box, list), 150),
      keydown: (event) => steer(event, box, list),
    },
  }));
  byId('search').replaceChildren(box, list);
}

/** Lets the reader choose the other end of a path. @param {number} node */
export function choosePathFrom(node) {
  pathFrom = node;
  const box = byId('query');
  box.value = '';
  box.placeholder = t('search.to', { a: nodes.label[node].slice(0, 40) });
  box.focus();
}

/** @param {HTMLInputElement} box @param {HTMLElement} list */
function suggest(box, list) {
  const found = find(box.value);
  list.replaceChildren(...found.slice(0, MOST).map((node, place) => suggestion(node, place, box, list)));
  if (box.value.trim() && !found.length) list.append(el('li', { class: 'muted', at: { role: 'option', 'aria-disabled': 'true' } }, t('search.none')));
  const open = Boolean(box.value.trim());
  list.hidden = !open;
  box.setAttribute('aria-expanded', String(open));
  box.removeAttribute('aria-activedescendant');
  if (open) announce(t('search.count', { n: found.length }));
}

/** @param {number} node @param {number} place @param {HTMLInputElement} box @param {HTMLElement} list */
function suggestion(node, place, box, list) {
  const wanted = fold(box.value);
  const alias = fold(nodes.label[node]).includes(wanted) ? '' : nodes.aliases[node].find((/** @type {string} */ name) => fold(name).includes(wanted));
  return el('li', {
    at: { role: 'option', id: `suggestion-${place}`, 'data-node': node, 'aria-selected': 'false' },
    on: { mousedown: (event) => { event.preventDefault(); pick(node, box, list); } },
  }, signOf(kindOf(node).look), el('span', { class: 'name' }, said(nodes.label[node], nodes.lang[node], 120),
    alias ? el('small', {}, ` ${t('also')} `, said(alias, '', 80)) : null),
  el('small', { class: 'muted' }, labelOf(kindOf(node))));
}

/** @param {KeyboardEvent} event @param {HTMLInputElement} box @param {HTMLElement} list */
function steer(event, box, list) {
  const options = [...list.querySelectorAll('[data-node]')];
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const next = (at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % Math.max(options.length, 1);
    options.forEach((option, place) => option.setAttribute('aria-selected', String(place === next)));
    if (options[next]) {
      box.setAttribute('aria-activedescendant', options[next].id);
      options[next].scrollIntoView({ block: 'nearest' });
    }
  } else if (event.key === 'Enter') {
    const option = options[Math.max(at, 0)];
    if (option) pick(Number(option.getAttribute('data-node')), box, list);
  } else if (event.key === 'Escape') {
    pathFrom = -1;
    box.value = '';
    box.placeholder = t('search');
    closeList(box, list);
    box.blur();
  }
}

/** @param {number} node @param {HTMLInputElement} box @param {HTMLElement} list */
function pick(node, box, list) {
  box.value = '';
  closeList(box, list);
  box.placeholder = t('search');
  if (pathFrom >= 0 && pathFrom !== node) {
    choose({ path: [pathFrom, node], focus: -1, node: -1, edge: -1, view: 'graph' });
  } else {
    choose({ node, edge: -1, path: null });
  }
  pathFrom = -1;
  box.blur();
}

/** @param {HTMLInputElement} box @param {HTMLElement} list */
function closeList(box, list) {
  list.hidden = true;
  box.setAttribute('aria-expanded', 'false');
  box.removeAttribute('aria-activedescendant');
}
