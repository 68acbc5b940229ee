"""The worked examples of a language pack: a sentence, the facts that it must give, and those that it must not.

The format is documented in kg/lang/README.md. `check` answers with one line for each broken expectation.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg import ontology
from kg.errors import LanguageError
from kg.evaluate.names import matches
from kg.lang import tables
from kg.model import Article, Document, Entity, Ref, ResolvedEvent

Fact = Mapping[str, Any]
SCALARS = {"event", "time", "begin", "end", "latest", "factuality", "attributedTo", "value", "unit", "comparator", "level"}

KEYS = {"class", "relation", "text", "published", "expect", "absent"}


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example; `name` says where it stands: "fr/Assassination#3"."""

    name: str
    lang: str
    kind: str  # the class or relation that it exemplifies
    text: str
    published: str | None
    expect: tuple[Fact, ...]
    absent: tuple[Fact, ...]

    @property
    def article(self) -> Article:
        """The example as an article of its own."""
        return Article(self.name, self.text, self.lang, published=self.published)


def load(lang: str) -> tuple[Example, ...]:
    """All examples of a language, in the order of their files. Raises LanguageError for one that checks nothing."""
    folder = Path(str(tables.ROOT)) / lang / "examples"
    return tuple(example for path in sorted(folder.glob("*.toml")) for example in _file(path, lang))


def _file(path: Path, lang: str) -> Iterator[Example]:
    stanzas = tomllib.loads(path.read_text(encoding="utf-8")).get("example", ())
    for number, stanza in enumerate(stanzas, 1):
        name = f"{lang}/{path.stem}#{number}"
        if stanza.keys() - KEYS or not stanza.keys() & {"expect", "absent"}:
            raise LanguageError(f"{name}: an example has a text, and expect or absent or both; see kg/lang/README.md")
        yield Example(
            name,
            lang,
            stanza.get("class") or stanza.get("relation") or path.stem,
            stanza["text"],
            stanza.get("published"),
            tuple(stanza.get("expect", ())),
            tuple(stanza.get("absent", ())),
        )


def check(example: Example, document: Document) -> list[str]:
    """What is wrong with the document that the example's text gave; empty if all is as it should be."""
    missing = [f"{example.name}: not found: {dict(f)}" for f in example.expect if not holds(document, f)]
    false = [f"{example.name}: must not be found: {dict(f)}" for f in example.absent if holds(document, f)]
    return missing + false


def holds(document: Document, fact: Fact) -> bool:
    """Whether the document states the fact."""
    if "event" in fact:
        return any(_is_event(document, event, fact) for event in document.resolved.events)
    if "relation" in fact:
        return _has_relation(document, fact)
    return any(
        ontology.is_a(entity.kind, fact["entity"]) and _named(document, entity, fact["name"])
        for entity in document.resolved.entities
    )


def _is_event(document: Document, event: ResolvedEvent, fact: Fact) -> bool:
    if not ontology.is_a(event.kind, fact["event"]):
        return False
    if "factuality" in fact and event.factuality != fact["factuality"]:
        return False
    if "attributedTo" in fact and not any(_called(document, ref, fact["attributedTo"]) for ref in event.attributed_to):
        return False
    return (
        all(_has_role(document, event, role, names) for role, names in fact.items() if role not in SCALARS)
        and _is_timed(document, event, fact)
        and _is_counted(document, event, fact)
    )


def _has_role(document: Document, event: ResolvedEvent, role: str, names: str | list[str]) -> bool:
    fillers = [r.filler for r in event.roles if r.name in role.split("|")]
    wanted = [names] if isinstance(names, str) else names
    return all(any(_called(document, filler, name) for filler in fillers) for name in wanted)


def _called(document: Document, ref: Ref, name: str) -> bool:
    if ref.to == "entity":
        return _named(document, document.resolved.entities[ref.index], name)
    event = document.resolved.events[ref.index]
    if name in ontology.event_classes():
        return ontology.is_a(event.kind, name)
    return matches(name, event.label)


def _named(document: Document, entity: Entity, name: str) -> bool:
    """Whether the entity has the name, or the text calls it so: "française" for France, "neuf personnes" for nine."""
    mentions = (document.extraction.mentions[i] for i in entity.mentions)
    written = (document.article.text[m.start : m.end] for m in mentions if m.form != "pronoun")
    return any(matches(name, label) for label in (entity.label, *entity.aliases, *written))


def _is_timed(document: Document, event: ResolvedEvent, fact: Fact) -> bool:
    times = [document.extraction.times[i] for i in event.times]
    asked = {
        "time": [t.value or t.begin for t in times],
        "begin": [t.begin for t in times],
        "end": [t.finish or t.latest for t in times],
        "latest": [t.latest for t in times],
    }
    return all(any(v and v.startswith(fact[key]) for v in values) for key, values in asked.items() if key in fact)


def _is_counted(document: Document, event: ResolvedEvent, fact: Fact) -> bool:
    levels = (float(document.extraction.quantities[i].value) for i in event.levels)
    if "level" in fact and float(fact["level"]) not in levels:
        return False
    if "value" not in fact:
        return True
    return any(
        float(q.value) == float(fact["value"])
        and ("comparator" not in fact or q.comparator == fact["comparator"])
        and ("unit" not in fact or matches(fact["unit"], q.unit))
        for q in (document.extraction.quantities[i] for i in event.quantities)
    )


def _has_relation(document: Document, fact: Fact) -> bool:
    return any(
        ontology.is_a(relation.predicate, fact["relation"])
        and relation.factuality == fact.get("factuality", "Actual")
        and ("subject" not in fact or _called(document, relation.subject, fact["subject"]))
        and ("object" not in fact or _called(document, relation.object, fact["object"]))
        and ("in" not in fact or (relation.body is not None and _called(document, relation.body, fact["in"])))
        for relation in document.resolved.relations
    )


def run(examples: Iterable[Example], documents: Iterable[Document]) -> list[str]:
    """Check each example against its document; all broken expectations, in order."""
    return [line for example, document in zip(examples, documents, strict=True) for line in check(example, document)]
