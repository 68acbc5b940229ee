// One dialog for everything that is said in one.

import { byId, button, el } from './dom.js';
import { t } from './i18n.js';

/** @param {string} name @param {...Node} content */
export function showDialog(name, ...content) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('dialog'));
  dialog.replaceChildren(
    el('header', {}, el('h2', { at: { id: 'dialog-title' } }, name), button('×', () => dialog.close(), { class: 'close', name: t('close') })),
    ...content);
  if (!dialog.open) dialog.showModal();
}

/** What can be done, and by which keys. */
export function showHelp() {
  const keys = [['/', 'key.search'], ['1 2 3', 'key.views'], ['F', 'key.focus'], ['+ − 0', 'key.zoom'], ['← ↑ → ↓', 'key.arrows'], ['Esc', 'key.close']];
  showDialog(t('help'), el('p', {}, t('help.click')), el('p', {}, t('help.solid')), el('h3', {}, t('help.text')),
    el('dl', { class: 'keys' }, ...keys.flatMap(([key, words]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, t(words))])));
}
