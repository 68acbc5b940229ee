// A sentence with its quoted words marked, the article that it is from, and the way into the article's text.

import { button, el, said } from './dom.js';
import { dateWords, t } from './i18n.js';
import { articles, passages, quoteOf, sentenceOf, slice } from './model.js';
import { choose } from './store.js';

/**
 * The sentences of some passages, each once, with all their words marked.
 * @param {number[]} proofs
 * @returns {Array<{first: number, all: number[]}>}
 */
export function bySentence(proofs) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const proof of proofs) {
    const key = passages.sentence[proof] < 0 ? `passage ${proof}` : `${passages.article[proof]} ${passages.sentence[proof]}`;
    found.set(key, [...(found.get(key) ?? []), proof]);
  }
  return [...found.values()].map((all) => ({ first: all[0], all }));
}

/** @param {{first: number, all: number[]}} proof */
export function proofBlock({ first, all }) {
  const article = articles[passages.article[first]];
  const quote = el('blockquote', { class: 'proof', at: { lang: article?.lang || undefined } });
  quote.append(...markedSentence(all));
  const foot = el('footer', {});
  if (article) {
    foot.append(button(articles.length > 1 ? said(article.title, article.lang, 90) : t('read'), () =>
      choose({ article: passages.article[first], passage: first }), { class: 'plain' }));
    foot.append(` · ${article.date ? dateWords(article.date) : t('article.undated')}`);
    if (article.publisher) foot.append(' · ', said(article.publisher));
  }
  return el('div', { class: 'evidence' }, quote, foot);
}

/** @param {number[]} all passages of one sentence @returns {Array<Node|string>} */
function markedSentence(all) {
  const sentence = sentenceOf(all[0]);
  if (!sentence) return [el('mark', {}, said(quoteOf(all[0])))];
  /** @type {Array<Node|string>} */
  const parts = [];
  let at = 0;
  for (const [begin, end] of spans(all, sentence.begin)) {
    parts.push(said(slice(sentence.words, at, begin)), el('mark', {}, said(slice(sentence.words, begin, end))));
    at = end;
  }
  parts.push(said(slice(sentence.words, at)));
  return parts;
}

/** Where passages are in their sentence, without overlaps. @param {number[]} all @param {number} begin */
function spans(all, begin) {
  const sorted = all.map((passage) => [passages.begin[passage] - begin, passages.end[passage] - begin])
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  /** @type {number[][]} */
  const joined = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]);
    else if (span[1] > span[0] && span[0] >= 0) joined.push(span);
  }
  return joined;
}
