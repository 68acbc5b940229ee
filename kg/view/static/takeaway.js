// Taking away: a picture, the facts as Turtle or CSV, a link, a print.

import { announce, byId, button, el } from './dom.js';
import { t } from './i18n.js';
import { csv } from './csv.js';
import { fragment } from './address.js';
import { inks } from './theme.js';
import { scopeOf } from './scope.js';
import { showDialog } from './dialog.js';
import { title } from './model.js';
import { turtle } from './turtle.js';

/** @param {Blob} blob @param {string} ending */
function save(blob, ending) {
  const name = (title || 'newskg').normalize('NFD').replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60).replace(/^-|-$/g, '') || 'newskg';
  const link = /** @type {HTMLAnchorElement} */ (el('a', { at: { href: URL.createObjectURL(blob), download: `${name}.${ending}` } }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** The drawing on the ground's colour. */
function savePicture() {
  const drawn = /** @type {HTMLCanvasElement} */ (byId('canvas').querySelector('canvas'));
  const copy = document.createElement('canvas');
  [copy.width, copy.height] = [drawn.width, drawn.height];
  const ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d'));
  ctx.fillStyle = inks().ground;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(drawn, 0, 0);
  copy.toBlob((blob) => { if (blob) save(blob, 'png'); });
}

/** @param {(nodes: number[], edges: number[]) => string} write @param {string} type @param {string} ending */
function saveText(write, type, ending) {
  const { places, edges } = scopeOf();
  save(new Blob([write([...places.keys()].sort((a, b) => a - b), [...edges].sort((a, b) => a - b))], { type }), ending);
}

function shareLink() {
  const address = `${window.location.href.split('#')[0]}#${fragment()}`;
  const field = /** @type {HTMLInputElement} */ (el('input', { at: { id: 'link', readonly: true, value: address, 'aria-label': t('export.link') } }));
  showDialog(t('export.link'), el('p', {}, t('link.hint')), field);
  field.select();
  navigator.clipboard?.writeText(address).then(() => announce(t('link.copied')), () => {});
}

/** The menu of all this. */
export function takeawayMenu() {
  const menu = el('details', { class: 'menu' });
  const item = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    button(t(key), () => { menu.removeAttribute('open'); act(); }, { id: key.replace('.', '-') });
  menu.append(el('summary', {}, t('export')), el('div', { class: 'menu-items' },
    item('export.png', savePicture),
    item('export.ttl', () => saveText(turtle, 'text/turtle', 'ttl')),
    item('export.csv', () => saveText(csv, 'text/csv', 'csv')),
    item('export.link', shareLink),
    item('export.print', () => window.print())));
  return menu;
}
