// Dates of events as columns, with a window that can be dragged, or set by keyboard and by two fields.

import { byId, button, el } from './dom.js';
import { dateWords, t } from './i18n.js';
import { isEvent, nodeCount, nodes } from './model.js';
import { choose, state } from './store.js';

const DAY = 86400000;
const COLUMNS = 60;
const FAR_SHARE = 0.015; // of the events at either end are counted in the outermost column, lest one old date squeeze all others

/** @param {string} iso @param {boolean} last of the stretch that a year or a month is @returns {number} in days; NaN for none */
export function dayOf(iso, last) {
  const known = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (!known) return NaN;
  const [year, month, day] = [Number(known[1]), Number(known[2] ?? (last ? 12 : 1)), known[3] ? Number(known[3]) : 0];
  const moment = new Date(0);
  if (day) moment.setUTCFullYear(year, month - 1, day);
  else if (last) moment.setUTCFullYear(year, month, 0);
  else moment.setUTCFullYear(year, month - 1, 1);
  return Math.round(moment.getTime() / DAY);
}

/** @param {number} day */
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @type {{first: number, last: number, counts: number[], step: number}} */
const span = { first: NaN, last: NaN, counts: [], step: 1 };

/** Counts the events of each column, once. */
function countEvents() {
  const days = [];
  for (let node = 0; node < nodeCount; node += 1) {
    if (isEvent(node)) {
      const day = dayOf(nodes.begin[node] || nodes.end[node], false);
      if (!Number.isNaN(day)) days.push(day);
    }
  }
  if (new Set(days).size < 2) return;
  days.sort((a, b) => a - b);
  const far = Math.floor(days.length * FAR_SHARE);
  span.first = days[far];
  span.last = Math.max(days[days.length - 1 - far], span.first + 1);
  span.step = Math.max(1, Math.ceil((span.last - span.first + 1) / COLUMNS));
  span.counts = Array(Math.ceil((span.last - span.first + 1) / span.step)).fill(0);
  for (const day of days) span.counts[Math.floor((Math.max(span.first, Math.min(day, span.last)) - span.first) / span.step)] += 1;
}

/** Draws the columns and the window; hides them where fewer than two dates are known. */
export function drawDates() {
  if (!span.counts.length) countEvents();
  const part = byId('dates');
  part.hidden = !span.counts.length;
  if (part.hidden) return;
  const most = Math.max(...span.counts);
  const columns = el('div', { class: 'columns', at: { 'aria-hidden': 'true' } }, ...span.counts.map((count) => {
    const column = el('span', {});
    column.style.height = `${count ? Math.max(8, 100 * Math.sqrt(count / most)) : 0}%`;
    return column;
  }));
  const track = el('div', { class: 'track' }, columns, el('div', { class: 'window', at: { title: t('dates.window') } }), handle('from'), handle('to'));
  part.replaceChildren(field('from'), el('div', { class: 'ruler' }, track,
    el('div', { class: 'ends muted', at: { 'aria-hidden': 'true' } }, el('span', {}, dateWords(isoOf(span.first))), el('span', {}, dateWords(isoOf(span.last))))), field('to'),
  el('label', { class: 'check' }, el('input', { at: { type: 'checkbox', id: 'undated', checked: state.undated }, on: { change: (event) => choose({ undated: event.target.checked }) } }), t('undated.keep')),
  button(t('dates.all'), () => choose({ from: '', to: '' }), { class: 'tiny' }));
  place(track);
  drag(track);
}

/** @param {'from'|'to'} end */
function field(end) {
  return el('label', { class: 'date' }, t(`dates.${end}`), el('input', {
    at: { type: 'date', id: `date-${end}`, value: state[end], min: '0001-01-01', max: '9999-12-31' },
    on: { change: (event) => choose({ [end]: event.target.value }) },
  }));
}

/** @param {'from'|'to'} end */
const dayAt = (end) => (state[end] ? dayOf(state[end], end === 'to') : end === 'from' ? span.first : span.last);

/** @param {'from'|'to'} end */
function handle(end) {
  const day = dayAt(end);
  return el('div', {
    class: `handle ${end}`,
    at: {
      role: 'slider', tabindex: '0', 'aria-label': t(`dates.${end}`), 'aria-valuemin': span.first, 'aria-valuemax': span.last,
      'aria-valuenow': day, 'aria-valuetext': dateWords(isoOf(day)),
    },
    on: {
      keydown: (event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10, Home: -1e7, End: 1e7 }[/** @type {string} */ (event.key)];
        if (by === undefined) return;
        event.preventDefault();
        choose({ [end]: isoOf(bounded(end, dayAt(end) + by * span.step)) });
        /** @type {HTMLElement|null} */ (byId('dates').querySelector(`.handle.${end}`))?.focus();
      },
    },
  });
}

/** @param {'from'|'to'} end @param {number} day */
const bounded = (end, day) => (end === 'from'
  ? Math.max(span.first, Math.min(day, dayAt('to'))) : Math.min(span.last, Math.max(day, dayAt('from'))));

/** Sets handles and window where the dates are. @param {HTMLElement} track @param {number} [from] @param {number} [to] */
function place(track, from = dayAt('from'), to = dayAt('to')) {
  const share = (/** @type {number} */ day) => Math.max(0, Math.min(100, (100 * (day - span.first)) / Math.max(1, span.last - span.first)));
  const [left, right] = [share(from), share(to)];
  const window_ = /** @type {HTMLElement} */ (track.querySelector('.window'));
  window_.style.left = `${left}%`;
  window_.style.width = `${right - left}%`;
  /** @type {HTMLElement} */ (track.querySelector('.from')).style.left = `${left}%`;
  /** @type {HTMLElement} */ (track.querySelector('.to')).style.left = `${right}%`;
}

/** A drag moves one end, or the whole window; it is applied when let go. @param {HTMLElement} track */
function drag(track) {
  track.addEventListener('pointerdown', (down) => {
    const grabbed = /** @type {HTMLElement} */ (down.target).classList;
    const what = grabbed.contains('from') ? 'from' : grabbed.contains('to') ? 'to' : grabbed.contains('window') ? 'both' : '';
    if (!what) return;
    track.setPointerCapture(down.pointerId);
    const perPixel = (span.last - span.first) / Math.max(1, track.clientWidth);
    const start = { from: dayAt('from'), to: dayAt('to') };
    let [from, to] = [start.from, start.to];
    const move = (/** @type {PointerEvent} */ event) => {
      let by = Math.round((event.clientX - down.clientX) * perPixel);
      if (what === 'both') by = Math.max(span.first - start.from, Math.min(span.last - start.to, by));
      from = what === 'to' ? start.from : Math.max(span.first, Math.min(start.from + by, start.to));
      to = what === 'from' ? start.to : Math.min(span.last, Math.max(start.to + by, start.from));
      place(track, from, to);
    };
    const up = () => {
      track.removeEventListener('pointermove', move);
      track.removeEventListener('pointerup', up);
      track.removeEventListener('pointercancel', up);
      choose({ from: from === span.first ? '' : isoOf(from), to: to === span.last ? '' : isoOf(to) });
    };
    track.addEventListener('pointermove', move);
    track.addEventListener('pointerup', up);
    track.addEventListener('pointercancel', up);
  });
}
