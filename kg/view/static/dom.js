// Elements made of text: nothing that an article says is ever read as markup.

/**
 * @typedef {Object} Props
 * @property {string} [class]
 * @property {Record<string, string|number|boolean|undefined>} [at] attributes; undefined and false leave one out
 * @property {Record<string, (event: any) => void>} [on] listeners
 */

/**
 * An element with attributes, listeners and children; a string becomes text.
 * @param {string} tag
 * @param {Props} [props]
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  if (props.class) made.className = props.class;
  for (const [name, value] of Object.entries(props.at ?? {})) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(props.on ?? {})) made.addEventListener(name, listener);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/**
 * The element of the page with an id.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * Text out of the data, kept apart from the direction of what stands around it.
 * @param {string} text
 * @param {string} [lang]
 * @param {number} [most] letters shown
 */
export function said(text, lang = '', most = 2000) {
  return el('bdi', { at: { lang: /^[A-Za-z-]{2,20}$/.test(lang) ? lang : undefined } }, cut(visible(text), most));
}

/**
 * `text` cut to `most` letters.
 * @param {string} text
 * @param {number} most
 */
export function cut(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * `text` with controls, and marks that turn the line round, made visible or left out.
 * @param {string} text
 */
export function visible(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/**
 * An SVG drawing of paths in a box of 24 by 24.
 * @param {Array<Record<string, string>>} paths attributes of each
 * @param {string} [name] for screen readers; without one it is decoration
 */
export function svg(paths, name = '') {
  const space = 'http://www.w3.org/2000/svg';
  const made = document.createElementNS(space, 'svg');
  made.setAttribute('viewBox', '-1 -1 26 26');
  made.setAttribute('class', 'icon');
  if (name) { made.setAttribute('role', 'img'); made.setAttribute('aria-label', name); }
  else made.setAttribute('aria-hidden', 'true');
  for (const path of paths) {
    const part = document.createElementNS(space, 'path');
    for (const [key, value] of Object.entries(path)) part.setAttribute(key, value);
    made.append(part);
  }
  return made;
}

/**
 * A button with text, and a name for screen readers where the text is only a sign.
 * @param {string|Node} content
 * @param {(event: Event) => void} act
 * @param {{class?: string, name?: string, pressed?: boolean, expanded?: boolean, id?: string}} [options]
 */
export function button(content, act, options = {}) {
  return el('button', {
    class: options.class,
    at: {
      type: 'button', id: options.id, 'aria-label': options.name, title: options.name,
      'aria-pressed': options.pressed === undefined ? undefined : String(options.pressed),
      'aria-expanded': options.expanded === undefined ? undefined : String(options.expanded),
    },
    on: { click: act },
  }, content);
}

/**
 * Tells screen readers.
 * @param {string} text
 */
export function announce(text) {
  byId('said').textContent = text;
}
