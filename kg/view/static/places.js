// Places for what is drawn anew: a focus as rings around its centre, a path as a line, neighbours where there is room.

const NAME_WIDTH = 150;
const RING = 190;

/** @typedef {{x: number, y: number}} Place */

/**
 * Rings around the centre. Who is reached through the same node stands beside each other.
 * @param {number} centre
 * @param {Array<Array<{node: number, by: number}>>} found
 * @returns {Map<number, Place>}
 */
export function ringPlaces(centre, found) {
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const angle = new Map([[centre, 0]]);
  let away = 0;
  for (const ring of found) {
    if (!ring.length) break;
    const ordered = ring.map((each, index) => ({ ...each, index, from: angle.get(each.by) ?? 0 }))
      .sort((a, b) => a.from - b.from || a.index - b.index);
    const rows = Math.max(1, Math.ceil((ring.length * NAME_WIDTH) / (2 * Math.PI * Math.max(away + RING, 3 * RING))));
    away = Math.max(away + RING, (ring.length / rows) * NAME_WIDTH * 0.85 / (2 * Math.PI));
    ordered.forEach(({ node }, index) => {
      const turn = (2 * Math.PI * index) / ordered.length - Math.PI / 2;
      const out = away + (index % rows) * RING * 0.8;
      angle.set(node, turn);
      places.set(node, { x: Math.round(out * 1.25 * Math.cos(turn)), y: Math.round(out * Math.sin(turn)) });
    });
    away += (rows - 1) * RING * 0.8;
  }
  return places;
}

/**
 * A path from left to right, by turns a little higher and lower, so that names have room.
 * @param {number[]} path
 * @returns {Map<number, Place>}
 */
export function linePlaces(path) {
  return new Map(path.map((node, index) => [node, { x: index * 240, y: index % 2 ? 120 : -120 }]));
}

/**
 * Places for new nodes around one that has a place, where nothing else is.
 * @param {Place} around
 * @param {number[]} fresh
 * @param {Map<number, Place>} taken is added to
 */
export function addAround(around, fresh, taken) {
  const all = [...taken.values()];
  let turn = 0;
  for (const node of fresh) {
    for (;; turn += 1) {
      const out = 130 + 14 * turn;
      const angle = turn * 2.399963; // the golden angle spreads them evenly
      const place = { x: Math.round(around.x + out * 1.2 * Math.cos(angle)), y: Math.round(around.y + out * Math.sin(angle)) };
      if (all.every((other) => Math.abs(other.x - place.x) > NAME_WIDTH * 0.8 || Math.abs(other.y - place.y) > 55)) {
        all.push(place);
        taken.set(node, place);
        break;
      }
    }
  }
}
