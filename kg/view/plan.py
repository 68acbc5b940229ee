"""What is drawn at first: the heaviest nodes, or, in a large graph, its communities as groups."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from kg.view.layout import lay_out, seeded
from kg.view.picture import Group, Node, Picture, Plan

FIRST = 300  # nodes drawn at once; more is a hairball (measured on vis-network: 1,000 can't be read)
GROUPS_PAST = 2000  # nodes past which communities are drawn
MOST_GROUPS = 120
SMALLEST_GROUP = 4
ROOM = 90.0  # between groups
RESOLUTION = 1.0  # of Leiden's modularity: higher makes smaller communities


def plan(picture: Picture) -> Plan:
    """Where the nodes of `picture` are drawn."""
    edges = [(edge.source, edge.target) for edge in picture.edges]
    if len(picture.nodes) <= GROUPS_PAST:
        first = range(min(FIRST, len(picture.nodes)))
        places = _places(picture.nodes, edges, first)
        return Plan(tuple(first), places)
    return _grouped(picture, edges)


def size(weight: float) -> int:
    """The radius of a node with so many proofs and links: its area grows with them."""
    return round(min(12 + 3.2 * math.sqrt(max(weight - 1, 0)), 40))


def weights(picture: Picture) -> list[int]:
    """How much is known of each node: its mentions and its links."""
    found = [len(node.passages) for node in picture.nodes]
    for edge in picture.edges:
        found[edge.source] += 1
        found[edge.target] += 1
    return found


def _places(
    nodes: Sequence[Node], edges: Iterable[tuple[int, int]], chosen: Sequence[int]
) -> dict[int, tuple[int, int]]:
    """The places of chosen nodes by the links among them."""
    number = {node: index for index, node in enumerate(chosen)}
    inner = [(number[a], number[b]) for a, b in edges if a in number and b in number]
    boxes = [_box(nodes[node]) for node in chosen]
    return dict(zip(chosen, lay_out(inner, boxes), strict=True))


def _box(node: Node) -> tuple[float, float]:
    """Half of the room that a node and its name beneath take: names are cut at 26 letters of about 6 units."""
    return 3.4 * min(max(len(node.label), 6), 26) + 8, 34.0


def _grouped(picture: Picture, edges: Sequence[tuple[int, int]]) -> Plan:
    communities = _communities(len(picture.nodes), edges)
    of = {node: index for index, members in enumerate(communities) for node in members}
    inner: list[list[tuple[int, int]]] = [[] for _ in communities]
    for a, b in edges:
        if a in of and of[a] == of.get(b):
            inner[of[a]].append((a, b))
    local = [_places(picture.nodes, inner[i], members[:FIRST]) for i, members in enumerate(communities)]
    radii = [max(math.hypot(x, y) for x, y in places.values()) + 80 for places in local]
    centres = _discs(radii)
    places = {
        node: (cx + x, cy + y) for (cx, cy), group in zip(centres, local, strict=True) for node, (x, y) in group.items()
    }
    groups = tuple(
        Group(tuple(members), x, y, round(radius))
        for members, (x, y), radius in zip(communities, centres, radii, strict=True)
    )
    return Plan((), places, groups)


def _communities(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Leiden's communities, largest first; those too small to be worth a group are left to search."""
    with seeded() as igraph:
        graph = igraph.Graph(n=count, edges=sorted({(min(e), max(e)) for e in edges}))
        found = graph.community_leiden(objective_function="modularity", resolution=RESOLUTION, n_iterations=4)
    large = sorted((sorted(members) for members in found if len(members) >= SMALLEST_GROUP), key=lambda m: (-len(m), m))
    return large[:MOST_GROUPS]


def _discs(radii: Sequence[float]) -> list[tuple[int, int]]:
    """Centres of discs that don't overlap: on a spiral outwards from the largest, as near as there is room."""
    placed: list[tuple[float, float, float]] = []
    for radius in radii:
        placed.append((*_free(placed, radius), radius))
    return [(round(x), round(y)) for x, y, _ in placed]


def _free(placed: Sequence[tuple[float, float, float]], radius: float) -> tuple[float, float]:
    step = max(radius / 3, 40.0)
    turn = 0.0
    while True:
        away = step * turn / (2 * math.pi)
        x, y = 1.5 * away * math.cos(turn), away * math.sin(turn)
        if all(math.hypot(x - px, y - py) >= radius + other + ROOM for px, py, other in placed):
            return x, y
        turn += min(0.5, step / max(away, step))
