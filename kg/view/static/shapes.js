// Nodes on the canvas: the kind's shape and sign; events as rings whose line tells planned, possible and denied.

import { factualities, isEvent, kindOf, looks, nodes } from './model.js';
import { inks } from './theme.js';

/** @type {Record<string, {shape: Path2D, sign: Path2D, color: string}>} */
const drawn = {};
for (const [kind, look] of Object.entries(looks)) {
  const { shape, sign, color } = /** @type {any} */ (look);
  drawn[kind] = { shape: new Path2D(shape), sign: new Path2D(sign), color };
}

/** Dashes of a line by factuality: actual, planned, possible, denied. */
export const DASHES = [[], [7, 4], [2, 3], []];

/** The ink of what is planned, possible or denied; `plain` for facts. @param {number} factuality @param {string} plain */
export function realityInk(factuality, plain) {
  const { planned, muted, denied } = inks();
  return [plain, planned, muted, denied][factuality];
}

/**
 * Draws a node about (x, y).
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} node
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {{faded: boolean, marked: boolean}} how
 */
export function drawShape(ctx, node, x, y, radius, how) {
  const { shape, sign, color } = drawn[kindOf(node).look];
  const ink = inks();
  ctx.save();
  ctx.translate(x, y);
  ctx.globalAlpha = how.faded ? 0.18 : 1;
  if (how.marked) halo(ctx, radius, ink.accent);
  ctx.scale(radius / 12, radius / 12);
  ctx.translate(-12, -12);
  if (isEvent(node)) drawRing(ctx, shape, sign, nodes.factuality[node], ink);
  else drawSolid(ctx, shape, sign, color, ink);
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} radius @param {string} color */
function halo(ctx, radius, color) {
  ctx.beginPath();
  ctx.arc(0, 0, radius + 6, 0, 2 * Math.PI);
  ctx.lineWidth = 3;
  ctx.strokeStyle = color;
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} shape @param {Path2D} sign @param {string} color @param {Record<string, string>} ink */
function drawSolid(ctx, shape, sign, color, ink) {
  ctx.fillStyle = color;
  ctx.fill(shape);
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = ink.ground;
  ctx.stroke(shape);
  ctx.fillStyle = '#ffffff';
  ctx.fill(sign, 'evenodd');
}

/** @param {CanvasRenderingContext2D} ctx @param {Path2D} shape @param {Path2D} sign @param {number} factuality @param {Record<string, string>} ink */
function drawRing(ctx, shape, sign, factuality, ink) {
  const name = factualities[factuality].id;
  ctx.fillStyle = ink.surface;
  ctx.fill(shape);
  ctx.lineWidth = 2.4;
  ctx.strokeStyle = realityInk(factuality, ink.event);
  ctx.setLineDash(DASHES[factuality].map((length) => length * 0.8));
  ctx.stroke(shape);
  ctx.setLineDash([]);
  ctx.fillStyle = ctx.strokeStyle;
  ctx.fill(sign, 'evenodd');
  if (name === 'Negated') {
    ctx.beginPath();
    ctx.moveTo(3.5, 20.5);
    ctx.lineTo(20.5, 3.5);
    ctx.stroke();
  }
}
