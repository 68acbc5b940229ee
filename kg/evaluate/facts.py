"""How many of an article's facts a graph holds, and how many known mistakes it makes.

A fact counts once; each detail that a gold event asks for beside its core (a time, another role, a factuality …) counts
as a fact of its own, checked on the one event that has the most of them. The format is documented in docs/gold.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.errors import InputError
from kg.evaluate.gold import FactsGold
from kg.evaluate.names import matches, words
from kg.evaluate.view import Text, View, expand, properties

Asked = Mapping[str, Any]

ABSENT = "absent"
TIMES = {
    "time": ("sem:hasTimeStamp", "sem:hasBeginTimeStamp"),
    "begin": ("sem:hasBeginTimeStamp", "sem:hasEarliestBeginTimeStamp"),
    "end": ("sem:hasEndTimeStamp", "sem:hasLatestEndTimeStamp"),
    "latest": ("sem:hasLatestEndTimeStamp",),
}
TOLERANCE = 1e-6  # of a figure, relative: what decimal and binary fractions may differ by


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that was not found, or a known mistake that was made."""

    gold: str
    id: str  # "v03", or "v03.time" for a detail
    kind: str
    fact: Asked


@dataclass(slots=True)
class FactsScore:
    """Facts found and asked, by kind; for the kind "absent", mistakes avoided and known."""

    by_kind: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    @property
    def found(self) -> int:
        """Facts found, without those that must be absent."""
        return sum(found for kind, (found, _) in self.by_kind.items() if kind != ABSENT)

    @property
    def asked(self) -> int:
        """Facts asked for, without those that must be absent."""
        return sum(asked for kind, (_, asked) in self.by_kind.items() if kind != ABSENT)

    @property
    def mistakes(self) -> int:
        """Known mistakes that were made."""
        avoided, known = self.by_kind.get(ABSENT, (0, 0))
        return known - avoided

    @property
    def share(self) -> float:
        """Facts found of those asked for, from 0 to 1."""
        return self.found / self.asked if self.asked else 0.0

    def add(self, other: FactsScore) -> None:
        """Count another score in."""
        for kind, (found, asked) in other.by_kind.items():
            before = self.by_kind.get(kind, (0, 0))
            self.by_kind[kind] = (before[0] + found, before[1] + asked)
        self.misses += other.misses


def score(gold: FactsGold, graph: View) -> FactsScore:
    """Check every fact of the gold on a graph. Raises InputError for a malformed fact."""
    tally: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    misses = []
    for fact in gold.facts:
        try:
            outcomes = list(_outcomes(graph, fact))
        except (KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{gold.path}: fact {fact.get('id')} is malformed: {error}; see docs/gold.md") from error
        for name, kind, passed in outcomes:
            tally[kind][0] += passed
            tally[kind][1] += 1
            if not passed:
                misses.append(Miss(gold.label, name, kind, fact))
    return FactsScore({kind: (found, asked) for kind, (found, asked) in sorted(tally.items())}, misses)


def _outcomes(graph: View, fact: Asked) -> Iterator[tuple[str, str, bool]]:
    """The name, the kind and the outcome of each thing that the fact asks."""
    kind, name = fact["kind"], fact["id"]
    match kind:
        case "entity":
            named = (node for node in graph.of_class([fact["class"]]) if node in graph.names)
            yield name, kind, any(graph.called(node, fact["names"]) for node in named)
        case "same":
            yield name, kind, _one_node(graph, fact["names"])
        case "relation":
            yield name, kind, has_relation(graph, fact)
        case "event":
            events = find_events(graph, fact)
            yield name, kind, bool(events)
            details = fact.get("extra", {})
            best = max(events, key=lambda e: sum(_detail(graph, e, k, v) for k, v in details.items()), default=None)
            for key, wanted in details.items():
                yield f"{name}.{key}", "detail", best is not None and _detail(graph, best, key, wanted)
        case "absent":
            inner = fact["fact"]
            found = has_relation(graph, inner) if inner["kind"] == "relation" else bool(find_events(graph, inner))
            yield name, kind, not found
        case _:
            raise InputError(f"fact {name} is of an unknown kind {kind!r}; see docs/gold.md")


def _one_node(graph: View, names: Sequence[str]) -> bool:
    """Whether one node alone has all the names, exactly as they stand; events don't count."""
    bearers = [
        {
            node
            for node, labels in graph.names.items()
            if any(words(label) == words(name) for label in labels) and not graph.is_a(node, ["nkg:Event"])
        }
        for name in names
    ]
    return all(bearers) and len(set().union(*bearers)) == 1


def find_events(graph: View, fact: Asked) -> list[str]:
    """The events of one of the fact's classes on which its core, and all that it says under "must", hold."""
    return [
        event
        for event in graph.of_class(fact["class"])
        if all(_role(graph, event, role, names) for role, names in fact.get("core", {}).items())
        and all(_detail(graph, event, key, wanted) for key, wanted in fact.get("must", {}).items())
    ]


def _role(graph: View, event: str, role: str, names: Sequence[Any]) -> bool:
    """Whether each group of names has a filler of the role; a plain list of names is one group."""
    groups = names if names and isinstance(names[0], list) else [names]
    fillers = graph.fillers(event, role)
    return all(any(graph.called(filler, group) for filler in fillers) for group in groups)


def _detail(graph: View, event: str, key: str, wanted: Any) -> bool:
    if key in TIMES:
        stamps = (o for curie in TIMES[key] for o in graph.objects(event, expand(curie)))
        return any((o.value if isinstance(o, Text) else o).startswith(wanted) for o in stamps)
    if key == "factuality":
        return expand(wanted) in graph.objects(event, expand("nkg:factuality"))
    if key == "attributedTo":
        return any(graph.called(o, wanted) for o in graph.objects(event, expand("nkg:attributedTo")))
    if key == "quantity":
        return any(_figure(graph, q, wanted) for q in graph.fillers(event, "nkg:quantity") if isinstance(q, str))
    return _role(graph, event, key, wanted)


def _figure(graph: View, quantity: str, wanted: Asked) -> bool:
    value = graph.value(quantity, expand("nkg:value"))
    if value is None or abs(float(value) - wanted["value"]) > TOLERANCE * max(1, abs(wanted["value"])):
        return False
    units = (u.value if isinstance(u, Text) else u for u in graph.objects(quantity, expand("nkg:unit")))
    if "unit" in wanted and not any(matches(wanted["unit"], unit) for unit in units):
        return False
    return "comparator" not in wanted or graph.value(quantity, expand("nkg:comparator")) == wanted["comparator"]


def has_relation(graph: View, fact: Asked) -> bool:
    """Whether a triple of one of the fact's properties joins nodes of its names."""
    predicates = dict.fromkeys(p for curie in fact["p"] for p in properties(curie))
    return any(
        graph.called(subject, fact["s"])
        and graph.called(value, fact["o"])
        and ("positionIn" not in fact or _position_in(graph, value, fact["positionIn"]))
        for predicate in predicates
        for subject, value in graph.pairs(predicate)
    )


def _position_in(graph: View, position: Any, names: Iterable[str]) -> bool:
    return any(graph.called(body, names) for body in graph.objects(position, expand("nkg:positionIn")))
