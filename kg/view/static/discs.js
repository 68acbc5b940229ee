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
  const names = groupNames(group);
  const size = radius * 0.17;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = ink.ink;
  names.forEach((name, index) => {
    ctx.font = `${index ? 400 : 700} ${fitted(ctx, name, size, radius * 1.6)}px system-ui, sans-serif`;
    ctx.fillText(name, x, y + (index - names.length / 2) * size * 1.35);
  });
  ctx.font = `400 ${size * 0.8}px system-ui, sans-serif`;
  ctx.fillStyle = ink.muted;
  ctx.fillText(number(members.length), x, y + (names.length / 2 + 0.2) * size * 1.35);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} size @param {number} room */
function fitted(ctx, text, size, room) {
  ctx.font = `600 ${size}px system-ui, sans-serif`;
  return Math.min(size, (size * room) / Math.max(ctx.measureText(text).width, 1));
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
