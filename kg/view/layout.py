"""Where nodes are drawn: igraph's forces pull what is linked together, then names are given room.

Units are those of the drawing: about one pixel at full size. Positions are whole numbers, the same for the same graph.
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from igraph import Graph

Point = tuple[float, float]

EDGE = 125.0  # length that edges should have
CELL = 40.0  # the squares by which parts of the graph that aren't linked are kept apart
ROUNDS = 400  # of the forces; more didn't shorten edges any further on graphs of 300 nodes
PUSHES = 60  # rounds of pushing names apart
WIDE = 1.25  # screens are wider than high


def lay_out(edges: Sequence[tuple[int, int]], sizes: Sequence[Point]) -> list[tuple[int, int]]:
    """The place of each node, whose box is (half width, half height) in `sizes`."""
    if not sizes:
        return []
    with seeded() as igraph:
        graph = igraph.Graph(n=len(sizes), edges=sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}))
        parts = [(list(part), _part(graph.induced_subgraph(part))) for part in graph.connected_components()]
    placed = {
        member: point
        for members, points in parts
        for member, point in zip(members, _apart(points, [sizes[member] for member in members]), strict=True)
    }
    return _packed([members for members, _ in parts], placed, edges, sizes)


@contextmanager
def seeded() -> Iterator[Any]:
    """igraph with a random generator of its own that always begins alike."""
    import igraph

    igraph.set_random_number_generator(random.Random(20))
    try:
        yield igraph
    finally:
        igraph.set_random_number_generator(random)


def lay_out_discs(radii: Sequence[float], links: Mapping[tuple[int, int], int], room: float) -> list[tuple[int, int]]:
    """Centres of discs, linked ones near each other, with `room` between them."""
    with seeded() as igraph:
        graph = igraph.Graph(n=len(radii), edges=list(links))
        start = graph.layout_fruchterman_reingold(niter=ROUNDS, weights=[math.log1p(n) for n in links.values()]).coords
    reach = max(math.hypot(x, y) for x, y in start) or 1.0
    scale = math.sqrt(sum(radius**2 for radius in radii)) / reach
    xs, ys = [WIDE * scale * x for x, _ in start], [scale * y for _, y in start]
    for _ in range(PUSHES * 4):
        xs, ys = [0.99 * x for x in xs], [0.99 * y for y in ys]
        for i, radius in enumerate(radii):
            for j in range(i + 1, len(radii)):
                dx, dy, least = xs[j] - xs[i], ys[j] - ys[i], radius + radii[j] + room
                if abs(dx) < least and abs(dy) < least and (away := math.hypot(dx, dy) or 1.0) < least:
                    push = (least - away) / (2 * away)
                    xs[i], ys[i], xs[j], ys[j] = (
                        xs[i] - dx * push,
                        ys[i] - dy * push,
                        xs[j] + dx * push,
                        ys[j] + dy * push,
                    )
    return [(round(x), round(y)) for x, y in zip(xs, ys, strict=True)]


def _part(graph: Graph) -> list[Point]:
    """A connected part, its longer side lying, its edges about EDGE long."""
    count = graph.vcount()
    if count == 1:
        return [(0.0, 0.0)]
    if count > 2000:
        places = graph.layout_fruchterman_reingold(niter=100, grid=True).coords
    else:
        start = graph.layout_kamada_kawai(maxiter=20 * count) if count <= 400 else None
        places = graph.layout_fruchterman_reingold(niter=ROUNDS, seed=start, start_temp=count**0.5 / 4).coords
    lengths = sorted(math.dist(places[edge.source], places[edge.target]) for edge in graph.es)
    scale = EDGE / (lengths[len(lengths) // 2] or 1.0)
    return _lying([(x * scale, y * scale) for x, y in places])


def _lying(points: list[Point]) -> list[Point]:
    """Turned so that the longest extent is from left to right, about the middle."""
    mx, my = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    xx = sum((x - mx) ** 2 for x, _ in points)
    yy = sum((y - my) ** 2 for _, y in points)
    xy = sum((x - mx) * (y - my) for x, y in points)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(-angle), math.sin(-angle)
    return [((x - mx) * cos - (y - my) * sin, (x - mx) * sin + (y - my) * cos) for x, y in points]


def _apart(points: list[Point], sizes: Sequence[Point]) -> list[Point]:
    """Pushed until boxes don't overlap, or PUSHES rounds are over: each pair along the side where it is shorter."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    tallest = 2 * max(height for _, height in sizes)
    for _ in range(PUSHES):
        moved = False
        order = sorted(range(len(ys)), key=lambda i: (ys[i], i))
        for at, i in enumerate(order):
            for j in order[at + 1 :]:
                if ys[j] - ys[i] > tallest:
                    break
                across = sizes[i][0] + sizes[j][0] - abs(xs[j] - xs[i])
                along = sizes[i][1] + sizes[j][1] - abs(ys[j] - ys[i])
                if across > 0 and along > 0:
                    moved = True
                    if along <= across:
                        push = along / 2 if (ys[j], j) > (ys[i], i) else -along / 2
                        ys[i], ys[j] = ys[i] - push, ys[j] + push
                    else:
                        push = across / 2 if (xs[j], j) > (xs[i], i) else -across / 2
                        xs[i], xs[j] = xs[i] - push, xs[j] + push
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


Cell = tuple[int, int]


def _packed(
    parts: Sequence[Sequence[int]],
    points: Mapping[int, Point],
    edges: Sequence[tuple[int, int]],
    sizes: Sequence[Point],
) -> list[tuple[int, int]]:
    """The parts beside each other, the largest in the middle, each other where it keeps the whole small.

    Parts are moved by whole cells, and no two cover the same cell: small parts find room in the bays of large ones.
    """
    covered = {index: set[Cell]() for index in range(len(parts))}
    part_of = {member: index for index, members in enumerate(parts) for member in members}
    for node, index in part_of.items():
        covered[index].update(_cells(points[node], sizes[node]))
    for a, b in edges:
        covered[part_of[a]].update(_line(points[a], points[b]))
    taken: set[Cell] = set()
    places = [(0, 0)] * len(sizes)
    for index in sorted(covered, key=lambda i: (-len(covered[i]), parts[i][0])):
        dx, dy = _room(covered[index], taken)
        taken.update((x + dx, y + dy) for x, y in covered[index])
        for member in parts[index]:
            places[member] = (round(points[member][0] + dx * CELL), round(points[member][1] + dy * CELL))
    mx, my = (min(v) + max(v) for v in zip(*places, strict=True))
    return [(px - mx // 2, py - my // 2) for px, py in places]


def _cells(point: Point, half: Point) -> list[Cell]:
    """The cells that a box about `point` touches."""
    (left, right), (top, low) = (
        (math.floor((at - by) / CELL), math.floor((at + by) / CELL)) for at, by in zip(point, half, strict=True)
    )
    return [(x, y) for x in range(left, right + 1) for y in range(top, low + 1)]


def _line(a: Point, b: Point) -> list[Cell]:
    """Cells along a straight line."""
    steps = math.ceil(math.dist(a, b) / CELL) + 1
    return [
        (math.floor((a[0] + (b[0] - a[0]) * i / steps) / CELL), math.floor((a[1] + (b[1] - a[1]) * i / steps) / CELL))
        for i in range(steps)
    ]


def _room(cells: Collection[Cell], taken: Collection[Cell]) -> Cell:
    """How far to move `cells` so that none is taken and the farthest is as near to the middle as can be."""
    left, right = min(x for x, _ in cells), max(x for x, _ in cells)
    top, low = min(y for _, y in cells), max(y for _, y in cells)
    cx, cy = -(left + right) // 2, -(top + low) // 2
    if not taken:
        return cx, cy
    wide, tall = (right - left) / 2, (low - top) / 2
    reach = max(max(abs(x) / WIDE, abs(y)) for x, y in taken) + 2 * max(wide / WIDE, tall) + 2
    moves = [
        (max((abs(x) + wide) / WIDE, abs(y) + tall), abs(x) + abs(y), x, y)
        for x in range(-math.ceil(reach * WIDE), math.ceil(reach * WIDE) + 1)
        for y in range(-math.ceil(reach), math.ceil(reach) + 1)
    ]
    for _, _, x, y in sorted(moves):
        if not any((px + cx + x, py + cy + y) in taken for px, py in cells):
            return cx + x, cy + y
    raise AssertionError("beyond all that is taken there is room")
