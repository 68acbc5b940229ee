"""The drawing as pyvis models it: nodes and edges with their places and looks, and vis-network's options."""

from __future__ import annotations

import json
from typing import Any

from kg.view.appearance import looks, looks_like
from kg.view.picture import Picture, Plan
from kg.view.plan import size, weights

#: Physics is off, since places are computed when the file is written; names and signs are drawn by the page.
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "navigationButtons": False,
        "keyboard": {"enabled": False},
        "tooltipDelay": 1000000,
        "zoomSpeed": 0.6,
    },
    "nodes": {"shape": "custom", "borderWidth": 0},
    "edges": {
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.09},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}},
        "width": 1.3,
        "hoverWidth": 1.2,
        "selectionWidth": 1.4,
        "arrowStrikethrough": False,
        "chosen": True,
    },
}

#: Roles whose filler acts on the event: their arrows are drawn towards it, so that one reads "who, what, whom".
ACTING = ("agent", "cause", "instrument", "attributedTo", "origin")


def network(picture: Picture, plan: Plan) -> dict[str, Any]:
    """What vis-network draws at first: {"nodes", "edges", "options"}."""
    from pyvis.network import Network  # takes a second to import

    drawing = Network(directed=True)
    drawing.set_options(json.dumps({**OPTIONS, "groups": _groups()}))
    weight = weights(picture)
    for node in plan.drawn:
        x, y = plan.places[node]
        drawing.add_node(node, label=" ", group=looks_like(picture.nodes[node].kind), size=size(weight[node]), x=x, y=y)
    drawn = set(plan.drawn)
    for number, edge in enumerate(picture.edges):
        if edge.source in drawn and edge.target in drawn:
            ends = (edge.target, edge.source) if edge.predicate in ACTING else (edge.source, edge.target)
            drawing.add_edge(*ends, id=number)
    nodes, edges, _, _, _, options = drawing.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _groups() -> dict[str, Any]:
    return {kind: {"color": {"background": look.color, "border": look.color}} for kind, look in looks().items()}
