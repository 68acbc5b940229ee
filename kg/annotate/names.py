"""Named entities as spans of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.annotate.tree import Tree
from kg.annotate.units import Manner
from kg.lang.titles import Titles
from kg.model import NameSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

NameLabel = Literal["PER", "ORG", "LOC", "GPE", "NORP", "FAC", "PRODUCT", "EVENT", "WORK", "LAW", "DATE", "MISC"]

# The label of each model, in the terms of kg.model; figures are read by rules, not by the model.
LABELS: dict[str, NameLabel] = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "GPE",
    "NORP": "NORP",
    "FAC": "FAC",
    "PRODUCT": "PRODUCT",
    "EVENT": "EVENT",
    "WORK_OF_ART": "WORK",
    "LAW": "LAW",
    "DATE": "DATE",
    "MISC": "MISC",
}
NETWORKS = frozenset({"X", "Twitter", "Facebook", "Telegram", "LinkedIn", "Instagram", "WhatsApp", "YouTube", "TikTok"})
AGENCIES = frozenset({"AFP", "Reuters", "AP", "Belga", "ATS", "EFE", "Xinhua", "APS", "ANSA"})  # told before it is printed
CLOSING = frozenset({'"', "”", "’", "»"})
EDGE = frozenset({"ADP", "DET", "PUNCT", "CCONJ", "SCONJ", "AUX", "PRON", "PART"})


def spans_of(doc: Doc, firsts: list[int], last: int, manners: list[Manner]) -> list[NameSpan]:
    """The model's entities, but for figures, and the units that are people's names whatever the model thinks.

    `firsts` are the first words of the Doc's units, `last` ends the last one; `manners` say what each unit is.
    """
    bounds = [*firsts, last]
    found = [(bounds[entity.start], bounds[entity.end], LABELS.get(entity.label_)) for entity in doc.ents]
    spans = [NameSpan(first, last, label) for first, last, label in found if label]
    if "person" not in manners:
        return spans
    people = [NameSpan(bounds[u], bounds[u + 1], "PER") for u, manner in enumerate(manners) if manner == "person"]
    spans = [span for span in spans if all(span.last <= one.first or one.last <= span.first for one in people)]
    return sorted([*spans, *people], key=lambda span: span.first)


def trim(spans: list[NameSpan], tree: Tree, titles: Titles) -> tuple[NameSpan, ...]:
    """Leave out small words at the ends of a name ("en Irak") and titles before it; what is nothing else is dropped."""
    kept = []
    for span in spans:
        first, last, label = span.first, span.last, span.label
        if label in ("PER", "MISC"):
            name = after_title(tree, first, last, titles)
            if name > first:
                first, label = name, "PER"
        if label == "WORK" and follows_quotation(tree, first):
            first, label = speaker_in(tree, first, last, titles)
        if label == "PER":
            last = before_office(tree, first, last, titles) + _goes_on(tree, last)
        while first < last and is_edge(tree, first):
            first += 1
        if last - first > 2 and follows_network(tree, first):
            first += 1  # "a écrit sur X Emmanuel Macron"
        while first < last and is_edge(tree, last - 1) and tree.text[last - 1] not in (".", ")"):
            last -= 1
        if first < last and span.label != "DATE":
            kept.extend(part_hearer(tree, NameSpan(first, last, label)))
        elif span.label == "DATE":
            kept.append(span)
    return tuple(kept)


def _goes_on(tree: Tree, last: int) -> bool:
    """Whether a name with a hyphen, its last word, was left off and taken for a predicate: "meeting Ana Luz |Saint-Just"."""
    if last >= len(tree) or tree.first[last] or tree.pos[last] not in ("PROPN", "NOUN") or "-" not in tree.text[last]:
        return False
    return tree.head[last - 1] == last and tree.text[last][0].isupper() and tree.text[last][-1].islower()


def follows_network(tree: Tree, i: int) -> bool:
    """Whether word `i` is a network, "X" or "Twitter", behind a preposition, where a name may follow."""
    return tree.text[i] in NETWORKS and i > 0 and tree.pos[i - 1] == "ADP" and not tree.first[i]


def part_hearer(tree: Tree, name: NameSpan) -> list[NameSpan]:
    """A name, in two where who speaks stands behind the agency that is told it: "a dit à l'AFP |Ana Vidal"."""
    second = name.first + 1
    person = name.last - second in (2, 3) and all(text.istitle() for text in tree.text[second : name.last])
    if tree.text[name.first] not in AGENCIES or not person or tree.pos[name.first - 1] not in ("ADP", "DET"):
        return [name]
    return [NameSpan(name.first, second, "ORG"), NameSpan(second, name.last, "PER")]


def follows_quotation(tree: Tree, i: int) -> bool:
    """Whether a quotation ends right before word `i`."""
    return i > 0 and tree.text[i - 1] in CLOSING


def speaker_in(tree: Tree, first: int, last: int, titles: Titles) -> tuple[int, NameLabel]:
    """Where the name begins of who speaks behind a quotation, taken for a work: "…," Norvia Governor |Ana Vidal said."""
    named = ((start, after_title(tree, start, last, titles)) for start in range(first, min(first + 2, last)))
    name = next((name for start, name in named if start < name < last), None)
    return (first, "WORK") if name is None else (name, "PER")


def after_title(tree: Tree, first: int, last: int, titles: Titles) -> int:
    """Where the name itself begins: after "colonel", "Premier ministre irakien"; `last` if nothing else is there."""
    forms = [text.lower() for text in tree.text[first:last]]
    found = titles.match(forms, tree.lemma[first:last], 0)
    if found is None:
        return first
    name = first + found[0]
    while name < last and tree.pos[name] == "ADJ" and tree.text[name].islower():
        name += 1
    return name if name == last or tree.pos[name] == "PROPN" else first


def before_office(tree: Tree, first: int, last: int, titles: Titles) -> int:
    """Where a name ends before an office that the model took for a part of it: "a élu Ana Vidal |ministre de la Santé"."""
    for i in range(first + 1, last):
        title = titles.get(tree.text[i])
        office = title is not None and title.kind == "office" and tree.text[i].islower()
        if office and tree.pos[i] == "NOUN" and tree.text[i - 1][0].isupper():
            return i
    return last


def is_edge(tree: Tree, i: int) -> bool:
    """Whether word `i` can't be the first or last of a name: a small word without a capital, or an elided one."""
    text = tree.text[i]
    return tree.pos[i] in EDGE and (not text[0].isupper() or text[-1] == "'")
