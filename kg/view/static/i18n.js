// The page's own words in the reader's language.

import { STRINGS } from './strings.js';

/** @type {{lang: 'en'|'fr'}} */
export const tongue = { lang: (navigator.language || 'en').toLowerCase().startsWith('fr') ? 'fr' : 'en' };

/**
 * The page's own words under `key`, with {name}s filled in.
 * @param {string} key
 * @param {Record<string, string|number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const [en, fr] = STRINGS[key] ?? [key, key];
  return (tongue.lang === 'fr' ? fr : en).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/**
 * "1 article", "2 articles": the words under `key`.n or `key`.1.
 * @param {string} key
 * @param {number} n
 */
export function tn(key, n) {
  return n === 1 ? t(`${key}.1`) : t(`${key}.n`, { n: number(n) });
}

/** The reader's own way to write dates and figures, where it is of the page's language: 14 Mar 2024 or Mar 14, 2024. */
const locale = () => (navigator.language.toLowerCase().startsWith(tongue.lang) ? navigator.language : tongue.lang);

/** @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(locale()).format(value);
}

/**
 * An ISO date, of whatever precision, in words.
 * @param {string} iso
 */
export function dateWords(iso) {
  const known = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (!known) return iso;
  const [, year, month, day] = known;
  if (!month) return year;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { timeZone: 'UTC', year: 'numeric', month: day ? 'short' : 'long', day: day ? 'numeric' : undefined };
  return new Intl.DateTimeFormat(locale(), form).format(moment);
}

/** Fills in the words of the page's fixed parts. */
export function translatePage() {
  document.documentElement.lang = tongue.lang;
  for (const part of document.querySelectorAll('[data-t]')) part.textContent = t(part.getAttribute('data-t') ?? '');
  for (const part of document.querySelectorAll('[data-t-label]')) {
    part.setAttribute('aria-label', t(part.getAttribute('data-t-label') ?? ''));
  }
}
