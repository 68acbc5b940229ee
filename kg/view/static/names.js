// Names on the canvas: the heaviest first, each only where it covers no other name; in letters of one size at any zoom.

import { cut, visible } from './dom.js';
import { isEvent, nodes } from './model.js';
import { inks } from './theme.js';

const CELL = 60;
const GAP = 4; // pixels between two names in a line
const WIDEST = 24; // letters in a line

/** @typedef {{left: number, top: number, right: number, low: number}} Box */

/** Boxes that are taken, found by the squares that they touch. */
export class Taken {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  put(box) {
    for (const key of this.keys(box)) {
      const there = this.cells.get(key);
      if (there) there.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {Box} box */
  free(box) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (box.left < other.right && box.right > other.left && box.top < other.low && box.low > other.top) return false;
      }
    }
    return true;
  }

  /** @param {Box[]} boxes @returns {Box|undefined} the one that covers least */
  freest(boxes) {
    const covered = (/** @type {Box} */ box) => new Set([...this.keys(box)].flatMap((key) => (this.cells.get(key) ?? [])
      .filter((other) => box.left < other.right && box.right > other.left && box.top < other.low && box.low > other.top))).size;
    return [...boxes].sort((a, b) => covered(a) - covered(b))[0];
  }

  /** @param {Box} box */
  * keys(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.low / CELL); y += 1) yield `${x} ${y}`;
    }
  }
}

/** @type {Map<number, string[]>} */
const cutLines = new Map();

/** @param {number} node @returns {string[]} its name in one or two lines */
export function nameLines(node) {
  let lines = cutLines.get(node);
  if (!lines) {
    lines = folded(cut(visible(nodes.label[node].slice(0, 200)).replace(/\s+/g, ' ').trim(), 2 * WIDEST - 2));
    cutLines.set(node, lines);
  }
  return lines;
}

/** @param {string} text */
function folded(text) {
  if (text.length <= WIDEST) return [text];
  const at = text.lastIndexOf(' ', WIDEST);
  const first = at > 6 ? text.slice(0, at) : text.slice(0, WIDEST);
  return [first, cut(text.slice(first.length).trim(), WIDEST)];
}

/** @type {Map<number, {half: number, tall: number}>} */
const measured = new Map();
const measuring = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

/** @param {number} node @returns {{font: string, height: number}} the letters of its name, and the height of a line */
const lettersOf = (node) => (isEvent(node)
  ? { font: '500 11px system-ui, sans-serif', height: 13 } : { font: '600 12.5px system-ui, sans-serif', height: 15 });

/** @param {number} node @returns {{half: number, tall: number}} half the width and the height of its name, in pixels */
export function nameSize(node) {
  let found = measured.get(node);
  if (!found) {
    const { font, height } = lettersOf(node);
    const lines = nameLines(node);
    measuring.font = font;
    found = { half: Math.max(...lines.map((line) => measuring.measureText(line).width)) / 2, tall: lines.length * height };
    measured.set(node, found);
  }
  return found;
}

/**
 * @typedef {Object} Spot a node on the screen
 * @property {number} node
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {number} rank higher is named first
 * @property {boolean} faded
 * @property {boolean} always named, even where it covers others
 * @property {boolean} leading named even where it covers a node
 */

/**
 * Where a name can stand: beneath its node, above, to the right, to the left.
 * @param {Spot} spot
 * @param {number} half
 * @param {number} tall
 * @returns {Box[]}
 */
function boxesAround({ x, y, radius }, half, tall) {
  const off = radius + 3;
  const beside = y - tall / 2;
  return [[x - half, y + off], [x - half, y - off - tall], [x + off + 2, beside], [x - off - 2 - 2 * half, beside]]
    .map(([left, top]) => ({ left, top, right: left + 2 * half, low: top + tall }));
}

/**
 * Draws names; returns the nodes that are named, for tests and screen readers.
 * @param {CanvasRenderingContext2D} ctx in screen pixels
 * @param {Spot[]} spots
 * @param {number} width of the canvas, within which names stay
 * @param {Taken} names what names may not cover; each that is written is added
 * @returns {Array<{node: number} & Box>}
 */
export function drawNames(ctx, spots, width, names) {
  const cores = new Taken();
  const ink = inks();
  for (const { x, y, radius, faded } of spots) {
    if (faded) continue;
    const core = radius * 0.7;
    cores.put({ left: x - core, top: y - core, right: x + core, low: y + core });
  }
  const written = [];
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  for (const spot of [...spots].sort((a, b) => b.rank - a.rank || a.node - b.node)) {
    if (spot.faded && !spot.always) continue;
    const { font, height } = lettersOf(spot.node);
    const { half, tall } = nameSize(spot.node);
    ctx.font = font;
    const around = boxesAround(spot, half, tall).filter(({ left, right }, place) => !place || (left >= 0 && right <= width));
    const open = around.filter((each) => names.free(each));
    const box = open.find((each) => cores.free(each)) ?? (spot.leading ? cores.freest(open) : undefined) ?? (spot.always ? around[0] : undefined);
    if (!box) continue;
    names.put({ ...box, left: box.left - GAP, right: box.right + GAP });
    const middle = (box.left + box.right) / 2;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = ink.ground;
    ctx.fillStyle = isEvent(spot.node) ? ink.muted : ink.ink;
    nameLines(spot.node).forEach((line, index) => {
      ctx.strokeText(line, middle, box.top + index * height);
      ctx.fillText(line, middle, box.top + index * height);
    });
    written.push({ node: spot.node, ...box });
  }
  return written;
}
