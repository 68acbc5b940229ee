// The keyboard.

import { byId } from './dom.js';
import { choose, state } from './store.js';

const VIEWS = { 1: 'graph', 2: 'timeline', 3: 'table' };

/**
 * @param {{zoom: (factor: number) => void, fit: () => void, step: (dx: number, dy: number) => void}} drawing
 */
export function listenToKeys(drawing) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId('dialog').open) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
    if (event.key === 'Escape' && !typing) back();
    else if (typing || !act(event, drawing, target === byId('canvas'))) return;
    event.preventDefault();
  });
}

/** @param {KeyboardEvent} event @param {any} drawing @param {boolean} onCanvas @returns {boolean} whether the key means something */
function act(event, drawing, onCanvas) {
  const { key } = event;
  const arrow = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] })[key];
  if (key === '/') byId('query').focus();
  else if (key in VIEWS) choose({ view: /** @type {any} */ (VIEWS)[key] });
  else if (key === '+' || key === '=') drawing.zoom(1.3);
  else if (key === '-') drawing.zoom(1 / 1.3);
  else if (key === '0') drawing.fit();
  else if (key.toLowerCase() === 'f' && state.node >= 0) choose({ focus: state.node, path: null, view: 'graph', more: [] });
  else if (onCanvas && arrow) drawing.step(...arrow);
  else if (onCanvas && key === 'Enter') byId('panel').focus();
  else return false;
  return true;
}

/** One step back: out of the selection, then out of the text, the path and the focus. */
function back() {
  if (state.node >= 0 || state.edge >= 0) choose({ node: -1, edge: -1 });
  else if (state.article >= 0) choose({ article: -1, passage: -1 });
  else choose({ path: null, focus: -1, more: [] });
}
