// The whole text of an article, with every mention marked in its kind's colour.

import { byId, button, el, said } from './dom.js';
import { t } from './i18n.js';
import { articles, kindOf, labelOf, nodesOfPassage, passages, slice, texts } from './model.js';
import { articleMeta, outside } from './panel.js';
import { tint } from './chips.js';
import { choose, state } from './store.js';

const FAR = 40; // code points between two sentences from which on words must have been left out

/** Draws the reader anew, or hides it. */
export function drawReader() {
  const reader = byId('reader');
  reader.hidden = state.article < 0;
  reader.replaceChildren();
  if (state.article < 0) return;
  const article = articles[state.article];
  const [begins, words] = texts()[state.article] ?? [[], []];
  reader.append(
    el('header', {}, button('×', () => choose({ article: -1, passage: -1 }), { class: 'close', name: t('close') }),
      el('h2', {}, said(article.title, article.lang, 300)),
      el('p', { class: 'muted' }, articleMeta(article), ' ', article.url ? outside(article.url) : '')),
    words.length ? paragraphs(begins, words, article.lang) : el('p', { class: 'muted' }, t('article.notext')));
  markReader();
}

/** @param {number[]} begins @param {string[]} words @param {string} lang */
function paragraphs(begins, words, lang) {
  const marks = marksOf(state.article);
  const body = el('div', { class: 'text', at: { lang: lang || undefined, dir: 'auto' } });
  let paragraph = el('p', {});
  let end = 0;
  words.forEach((sentence, index) => {
    const begin = begins[index];
    if (begin - end > 1 && paragraph.hasChildNodes()) {
      body.append(paragraph);
      paragraph = el('p', {});
    }
    if (begin - end > FAR) body.append(el('p', { class: 'gap muted', at: { title: t('gap') } }, '[…]'));
    if (paragraph.hasChildNodes()) paragraph.append(' ');
    paragraph.append(...marked(sentence, begin, marks.get(index) ?? []));
    end = begin + letters(sentence);
  });
  body.append(paragraph);
  return body;
}

/** How many code points `words` have. @param {string} words */
const letters = (words) => (/[\uD800-\uDFFF]/.test(words) ? Array.from(words).length : words.length);

/** The article's mentions by sentence, outer before inner. @param {number} article @returns {Map<number, number[]>} */
function marksOf(article) {
  const found = new Map();
  for (let passage = 0; passage < passages.article.length; passage += 1) {
    if (passages.article[passage] === article && nodesOfPassage(passage).length) {
      const sentence = passages.sentence[passage];
      found.set(sentence, [...(found.get(sentence) ?? []), passage]);
    }
  }
  for (const list of found.values()) {
    list.sort((/** @type {number} */ a, /** @type {number} */ b) =>
      passages.begin[a] - passages.begin[b] || passages.end[b] - passages.end[a] || a - b);
  }
  return found;
}

/**
 * A sentence with its marks, one within the other where mentions are; those that only overlap stand by turns.
 * @param {string} words
 * @param {number} begin
 * @param {number[]} marks
 * @returns {Node[]}
 */
function marked(words, begin, marks) {
  const top = el('span', {});
  /** @type {Array<{element: HTMLElement, end: number}>} */
  const open = [{ element: top, end: Infinity }];
  let at = begin;
  const upTo = (/** @type {number} */ place) => {
    if (place > at) open[open.length - 1].element.append(said(slice(words, at - begin, place - begin), '', Infinity));
    at = Math.max(at, place);
  };
  const closeUntil = (/** @type {number} */ place) => {
    while (open[open.length - 1].end <= place) { upTo(open[open.length - 1].end); open.pop(); }
  };
  for (const passage of marks) {
    const [from, to] = [passages.begin[passage], passages.end[passage]];
    closeUntil(from);
    if (from < at || to > open[open.length - 1].end || to <= from) continue;
    upTo(from);
    const element = markFor(passage);
    open[open.length - 1].element.append(element);
    open.push({ element, end: to });
  }
  closeUntil(Number.MAX_SAFE_INTEGER);
  open[0].element.append(said(slice(words, at - begin), '', Infinity));
  return [...top.childNodes];
}

/** @param {number} passage */
function markFor(passage) {
  const [node] = nodesOfPassage(passage);
  const select = (/** @type {Event} */ event) => {
    event.stopPropagation();
    event.preventDefault();
    choose({ node, edge: -1, passage });
  };
  const mark = el('span', {
    class: `mention${kindOf(node).event ? ' event' : ''}`,
    at: { role: 'button', tabindex: '0', 'data-passage': passage, 'data-node': node, title: labelOf(kindOf(node)) },
    on: { click: select, keydown: (event) => { if (event.key === 'Enter' || event.key === ' ') select(event); } },
  });
  return tint(mark, node);
}

/** Marks what is selected, and brings it into view. */
export function markReader() {
  const reader = byId('reader');
  for (const mark of reader.querySelectorAll('.mention.chosen, .mention.here')) mark.classList.remove('chosen', 'here');
  for (const mark of reader.querySelectorAll(`.mention[data-node="${state.node}"]`)) mark.classList.add('chosen');
  const here = reader.querySelector(`.mention[data-passage="${state.passage}"]`) ?? reader.querySelector('.mention.chosen');
  if (here) {
    here.classList.add('here');
    const [box, frame] = [here.getBoundingClientRect(), reader.getBoundingClientRect()];
    if (box.top < frame.top + 60 || box.bottom > frame.bottom - 20) reader.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
