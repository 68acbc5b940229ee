// Names on the canvas: the heaviest first, each only where it covers no other name; in letters of one size at any zoom.

import { cut, visible } from './dom.js';
import { isEvent, nodes } from './model.js';
import { inks } from './theme.js';

const CELL = 60;
const WIDEST = 24; // letters in a line

/** @typedef {{left: number, top: number, right: number, low: number}} Box */

/** Boxes that are taken, found by the squares that they touch. */
class Taken {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box @returns {boolean} whether it was free, and is taken now */
  take(box) {
    if (!this.free(box)) return false;
    this.put(box);
    return true;
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

/**
 * @typedef {Object} Spot a node on the screen
 * @property {number} node
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {number} rank higher is named first
 * @property {boolean} faded
 * @property {boolean} always named, even where it covers others
 */

/**
 * Draws names; returns the nodes that are named, for tests and screen readers.
 * @param {CanvasRenderingContext2D} ctx in screen pixels
 * @param {Spot[]} spots
 * @returns {Array<{node: number} & Box>}
 */
export function drawNames(ctx, spots) {
  const taken = new Taken();
  const ink = inks();
  for (const { x, y, radius } of spots) {
    const core = radius * 0.7;
    taken.put({ left: x - core, top: y - core, right: x + core, low: y + core });
  }
  const written = [];
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  for (const spot of [...spots].sort((a, b) => b.rank - a.rank || a.node - b.node)) {
    if (spot.faded && !spot.always) continue;
    const event = isEvent(spot.node);
    const height = event ? 13 : 15;
    ctx.font = event ? '500 11px system-ui, sans-serif' : '600 12.5px system-ui, sans-serif';
    const lines = nameLines(spot.node);
    const half = Math.max(...lines.map((line) => ctx.measureText(line).width)) / 2;
    const tall = lines.length * height;
    const tops = [spot.y + spot.radius + 3, spot.y - spot.radius - tall - 3];
    const top = tops.find((y) => taken.take({ left: spot.x - half, top: y, right: spot.x + half, low: y + tall }));
    if (top === undefined && !spot.always) continue;
    const at = top ?? tops[0];
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = ink.ground;
    ctx.fillStyle = event ? ink.muted : ink.ink;
    lines.forEach((line, index) => {
      ctx.strokeText(line, spot.x, at + index * height);
      ctx.fillText(line, spot.x, at + index * height);
    });
    written.push({ node: spot.node, left: spot.x - half, top: at, right: spot.x + half, low: at + tall });
  }
  return written;
}
