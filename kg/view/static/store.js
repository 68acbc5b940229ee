// What the reader has chosen. Views listen; every change goes through `choose`.

/**
 * @typedef {Object} State
 * @property {'graph'|'timeline'|'table'} view
 * @property {number} node selected; -1 for none
 * @property {number} edge selected; -1 for none
 * @property {number} focus the node focused on; -1 for none
 * @property {number} steps of the focus
 * @property {[number, number]|null} path
 * @property {number[]} more nodes added to the view
 * @property {number[]} open groups
 * @property {number} article whose text is read; -1 for none
 * @property {number} passage where the reader is; -1 for none
 * @property {string[]} hiddenLooks
 * @property {number[]} hiddenRealities
 * @property {string} eventClass "" for all
 * @property {string} source an article's number or a publisher's name; "" for all
 * @property {number} certainty
 * @property {number} sources
 * @property {string} from ISO date; "" for open
 * @property {string} to
 * @property {boolean} undated kept while dates are chosen
 */

/** @type {State} */
export const START = {
  view: 'graph', node: -1, edge: -1, focus: -1, steps: 1, path: null, more: [], open: [], article: -1, passage: -1,
  hiddenLooks: [], hiddenRealities: [], eventClass: '', source: '', certainty: 0, sources: 1, from: '', to: '',
  undated: false,
};

/** @type {State} */
export const state = { ...START };

/** @type {Array<(changed: Set<string>) => void>} */
const listeners = [];

/** @param {(changed: Set<string>) => void} listener */
export function onChange(listener) {
  listeners.push(listener);
}

/** @param {Partial<State>} choice */
export function choose(choice) {
  const changed = new Set();
  for (const [key, value] of Object.entries(choice)) {
    if (JSON.stringify(/** @type {any} */ (state)[key]) !== JSON.stringify(value)) {
      /** @type {any} */ (state)[key] = value;
      changed.add(key);
    }
  }
  if (changed.size) for (const listener of listeners) listener(changed);
}

/** Tells every view that all has changed: at the start, and after a change of language or theme. */
export function refresh() {
  for (const listener of listeners) listener(new Set(Object.keys(state)));
}

export const FILTERS = ['hiddenLooks', 'hiddenRealities', 'eventClass', 'source', 'certainty', 'sources', 'from', 'to',
  'undated'];

/** @param {Set<string>} changed */
export const filtersChanged = (changed) => FILTERS.some((key) => changed.has(key));

/** Whether any filter is on. */
export const filtered = () => FILTERS.some((key) =>
  JSON.stringify(/** @type {any} */ (state)[key]) !== JSON.stringify(/** @type {any} */ (START)[key]));
