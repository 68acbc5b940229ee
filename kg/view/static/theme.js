// Light and dark: by the system's setting until the reader chooses.

import { byId } from './dom.js';

/** @type {{choice: ''|'light'|'dark'}} */
export const theme = { choice: '' };

const system = window.matchMedia('(prefers-color-scheme: dark)');

export const isDark = () => (theme.choice || (system.matches ? 'dark' : 'light')) === 'dark';

/** @param {() => void} listener called when the system changes its mind */
export function onSystemTheme(listener) {
  system.addEventListener('change', listener);
}

/** Sets what the style sheet goes by. */
export function applyTheme() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
}

/** A colour of the style sheet. @param {string} name */
export function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The colours that drawings on a canvas need, read once for each theme. */
export function inks() {
  const key = document.documentElement.dataset.theme ?? '';
  if (read.key !== key) {
    read.key = key;
    for (const name of INKS) read.of[name] = color(name);
  }
  return read.of;
}

const INKS = ['ground', 'surface', 'ink', 'muted', 'line', 'edge', 'accent', 'denied', 'planned', 'event'];

/** @type {{key: string, of: Record<string, string>}} */
const read = { key: '', of: {} };

/** Keeps a picture's colours true after a change. */
export function forgetInks() {
  read.key = '';
  byId('canvas').dataset.theme = document.documentElement.dataset.theme;
}
