"""What is drawn at first: the heaviest nodes, or, in a large graph, its communities as groups."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from kg.view.layout import lay_out, lay_out_discs, seeded
from kg.view.picture import Group, Node, Picture, Plan

FIRST = 300  # nodes drawn at once; more is a hairball (measured on vis-network: 1,000 can't be read)
GROUPS_PAST = 2000  # nodes past which communities are drawn
FIRST_OF_GROUP = 150  # nodes of a group when it is opened: several can be open at once
MOST_GROUPS = 50
SMALLEST_GROUP = 4
SPREAD = 62.0  # a group's radius grows with the root of its members, so that its area says how many they are
ROOM = 120.0  # between groups
RESOLUTION = 1.0  # of Leiden's modularity: higher makes smaller communities


def plan(picture: Picture) -> Plan:
    """Where the nodes of `picture` are drawn."""
    edges = [(edge.source, edge.target) for edge in picture.edges]
    if len(picture.nodes) <= GROUPS_PAST:
        chosen = first(range(len(picture.nodes)), edges, FIRST)
        return Plan(tuple(chosen), _places(picture.nodes, edges, chosen))
    return _grouped(picture, edges)


def first(nodes: Sequence[int], edges: Iterable[tuple[int, int]], most: int) -> list[int]:
    """The `most` nodes that say most at first sight, out of `nodes`, heaviest first.

    By turns each of the heaviest takes the heaviest that it is linked to: the heaviest alone would be a list of names
    without what links them. What is left over is filled by weight.
    """
    if len(nodes) <= most:
        return list(nodes)
    near: dict[int, list[int]] = {}
    for a, b in edges:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    among = set(nodes)
    waiting = {node: iter(sorted(among.intersection(near.get(node, ())))) for node in nodes}
    chosen: dict[int, None] = {}
    leaders = [node for node in nodes if near.get(node)][: most // 3]
    while leaders and len(chosen) < most:
        leaders = [leader for leader in leaders if _take(leader, waiting[leader], chosen, near)]
    rest = (node for node in nodes if node not in chosen)
    return sorted([*list(chosen)[:most], *islice(rest, max(most - len(chosen), 0))])


def _take(leader: int, waiting: Iterator[int], chosen: dict[int, None], near: Mapping[int, Sequence[int]]) -> bool:
    """Adds the next neighbour of `leader`, and the heaviest that this links it to; False where there is none left."""
    for node in waiting:
        if node not in chosen:
            others = sorted(other for other in near[node] if other != leader)
            chosen.update(dict.fromkeys((leader, node, *others[:1])))
            return True
    return False


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


def _places(nodes: Sequence[Node], edges: Iterable[tuple[int, int]], chosen: Sequence[int]) -> dict[int, tuple[int, int]]:
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
    between: dict[tuple[int, int], int] = {}
    for a, b in edges:
        if a in of and b in of:
            if of[a] == of[b]:
                inner[of[a]].append((a, b))
            else:
                ends = (min(of[a], of[b]), max(of[a], of[b]))
                between[ends] = between.get(ends, 0) + 1
    chosen = [first(members, inner[i], FIRST_OF_GROUP) for i, members in enumerate(communities)]
    radii = [SPREAD * math.sqrt(len(members)) + 60 for members in communities]
    local = [
        _within(radius - 60, _places(picture.nodes, inner[i], nodes))
        for i, (nodes, radius) in enumerate(zip(chosen, radii, strict=True))
    ]
    centres = lay_out_discs(radii, dict(sorted(between.items())), ROOM)
    places = {
        node: (cx + x, cy + y) for (cx, cy), group in zip(centres, local, strict=True) for node, (x, y) in group.items()
    }
    groups = tuple(
        Group((*nodes, *(node for node in members if node not in local[i])), len(nodes), x, y, round(radius))
        for i, (members, nodes, (x, y), radius) in enumerate(zip(communities, chosen, centres, radii, strict=True))
    )
    return Plan((), places, groups)


def _within(radius: float, places: Mapping[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Places drawn together or apart until the outermost is `radius` from the middle."""
    scale = radius / (max(math.hypot(x, y) for x, y in places.values()) or 1.0)
    return {node: (round(x * scale), round(y * scale)) for node, (x, y) in places.items()}


def _communities(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Leiden's communities, largest first; those too small to be worth a group are left to search."""
    with seeded() as igraph:
        graph = igraph.Graph(n=count, edges=sorted({(min(e), max(e)) for e in edges}))
        found = graph.community_leiden(objective_function="modularity", resolution=RESOLUTION, n_iterations=4)
    large = sorted((sorted(members) for members in found if len(members) >= SMALLEST_GROUP), key=lambda m: (-len(m), m))
    return large[:MOST_GROUPS]
