// Groups on the canvas: a disc with the names of its heaviest nodes, or, when open, a pale ground behind them.

import { cut, visible } from './dom.js';
import { groups, isEvent, lookOf, nodes } from './model.js';
import { inks } from './theme.js';
import { number } from './i18n.js';

/** @param {number} group @returns {string[]} the names of its heaviest entities */
export function groupNames(group) {
  const members = groups[group][3];
  const best = [...members.filter((/** @type {number} */ node) => !isEvent(node)), ...members].slice(0, 3);
  return [...new Set(best.map((node) => cut(visible(nodes.label[node].slice(0, 60)), 24)))];
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} group
 * @param {number} x
 * @param {number} y
 * @param {boolean} hover
 */
export function drawDisc(ctx, group, x, y, hover) {
  const [, , radius, members] = groups[group];
  const ink = inks();
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, radius * 0.92, 0, 2 * Math.PI);
  ctx.fillStyle = ink.surface;
  ctx.fill();
  ctx.lineWidth = radius * (hover ? 0.06 : 0.03);
  ctx.strokeStyle = hover ? ink.accent : lookOf(members[0]).color;
  ctx.stroke();
  ctx.restore();
}

/**
 * The names in a disc, in letters that can be read at any zoom; as many lines as there is room for.
 * @param {CanvasRenderingContext2D} ctx in screen pixels
 * @param {number} group
 * @param {{x: number, y: number}} at
 * @param {number} radius
 */
export function nameDisc(ctx, group, { x, y }, radius) {
  if (radius < 14) return;
  const ink = inks();
  const size = Math.max(10, Math.min(radius * 0.2, 22));
  const height = size * 1.25;
  const most = Math.max(1, Math.floor((radius * 1.6) / height));
  const [first, ...others] = groupNames(group);
  ctx.font = `650 ${size}px system-ui, sans-serif`;
  const heading = most > 1 ? wrapped(ctx, first, radius * 1.6) : [first];
  const lines = [...heading, ...others, number(groups[group][3].length)];
  const shown = lines.slice(0, most);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  shown.forEach((line, index) => {
    const off = (index - (shown.length - 1) / 2) * height;
    const edge = Math.abs(off) + size / 2;
    const chord = 2 * Math.sqrt(Math.max((radius * 0.9) ** 2 - edge ** 2, (radius * 0.78) ** 2));
    ctx.font = `${index < heading.length ? 650 : 400} ${size}px system-ui, sans-serif`;
    ctx.fillStyle = index === lines.length - 1 ? ink.muted : ink.ink;
    ctx.fillText(fitted(ctx, line, chord), x, y + off);
  });
}

/** A name in one line, or in two where it is too long and has words to part. @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} room */
function wrapped(ctx, text, room) {
  const at = text.indexOf(' ', Math.max(1, Math.floor(text.length / 3)));
  return ctx.measureText(text).width <= room || at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** `text` cut to a width. @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} room */
function fitted(ctx, text, room) {
  const wide = ctx.measureText(text).width;
  return wide <= room ? text : cut(text, Math.max(3, Math.floor((text.length * room) / wide)));
}

/** @param {CanvasRenderingContext2D} ctx @param {number[]} open */
export function drawHulls(ctx, open) {
  const ink = inks();
  for (const group of open) {
    const [x, y, radius] = groups[group];
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = ink.surface;
    ctx.fill();
    ctx.lineWidth = 3;
    ctx.strokeStyle = ink.line;
    ctx.stroke();
  }
}
