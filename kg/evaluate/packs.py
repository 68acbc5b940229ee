"""A language pack as its author wrote it: stanzas with their file, the words in them, and what is malformed.

The rules read the same files through kg.lang, joined with their patterns; here they are read one stanza at a time, so
that a fault can be told by its place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from kg import ontology
from kg.errors import LanguageError
from kg.evaluate.examples import SCALARS, Example
from kg.lang import tables
from kg.lang.frames import OWN, parse_noun, parse_slot, parse_verb
from kg.model import Factuality

SLOTS = frozenset(("subject", "object", "dative", "clause", "obl", "nmod", "adj", "poss", "compound", "appos", "figure"))
COMPLEMENTS = frozenset(("said", "planned", "possible", "negated", "actual"))
EFFECTS = frozenset(("", "planned", "possible", "negated", "actual", "conditional"))
RELATION_ROLES = frozenset(("subject", "object", "in"))
_EVOKING = ("pattern", "verbs", "nouns", "only", "needs", "complement", "effect", "roles")
KEYS = {
    "frame": frozenset(("class", "except", "avows", *_EVOKING)),
    "relation": frozenset(("predicate", *_EVOKING)),
    "support": frozenset(("verbs", "nouns", "subject", "object", "noun", "effect", "of", "unknown", "joins", "partner")),
    "modal": frozenset(("words", "pos", "effect", "governs", "of", "by")),
}
CONDITIONS = ("only", "needs", "pattern", "roles", "subject", "object", "noun", "effect", "of")  # they set equal words apart


@dataclass(frozen=True, slots=True)
class Stanza:
    """One stanza of a pack's TOML file; `place` says where it stands: "fr/frames/conflict.toml, frame 12 (Attack)"."""

    lang: str
    place: str
    table: str  # frame, relation, support or modal
    content: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """The class or relation that its words evoke; "" for support verbs and modality."""
        return str(self.content.get("class") or self.content.get("predicate") or "")


@dataclass(frozen=True, slots=True)
class Word:
    """One trigger of a stanza, and the lemmas and forms that a text must hold for it to be met there."""

    stanza: Stanza
    text: str
    parts: tuple[str, ...]


def stanzas(lang: str) -> tuple[Stanza, ...]:
    """All stanzas of a language's frames, relations, support verbs and modality. Raises LanguageError for bad TOML."""
    folder = Path(str(tables.ROOT)) / lang
    files = [*sorted((folder / "frames").glob("*.toml"))]
    files += [folder / f"{name}.toml" for name in ("relations", "support", "modality")]
    return tuple(stanza for path in files if path.exists() for stanza in _stanzas(lang, path))


def _stanzas(lang: str, path: Path) -> Iterator[Stanza]:
    name = path.relative_to(Path(str(tables.ROOT))).as_posix()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{name}: {error}") from error
    for table in KEYS:
        for number, stanza in enumerate(content.get(table, ()), 1):
            kind = stanza.get("class") or stanza.get("predicate")
            yield Stanza(lang, f"{name}, {table} {number}{f' ({kind})' if kind else ''}", table, stanza)


def words(stanza: Stanza) -> Iterator[Word]:
    """Each word or phrase that a stanza makes evoke its class, with the lemmas that an example must use."""
    for text in stanza.content.get("verbs", ()):
        lemma, trigger = parse_verb(text)
        oblique = trigger.oblique[1] if trigger.oblique else ""
        yield Word(stanza, text, tuple(filter(None, (lemma, trigger.particle, trigger.object_noun, oblique))))
    for text in stanza.content.get("nouns", ()):
        first, trigger = parse_noun(text)
        yield Word(stanza, text, trigger.words or (first, *(trigger.oblique or ())[1:]))
    for text in stanza.content.get("words", ()):
        yield Word(stanza, text, tuple(text.split()))


def faults(lang: str, examples: Iterable[Example]) -> list[str]:
    """What is malformed in a language's stanzas and examples: unknown terms, slots, keys; words that stand twice."""
    found = stanzas(lang)
    lines = [f"{stanza.place}: {fault}" for stanza in found for fault in stanza_faults(stanza)]
    lines += _repeated(found)
    lines += [f"{example.name}: {fault}" for example in examples for fault in example_faults(example)]
    return lines


def stanza_faults(stanza: Stanza) -> Iterator[str]:
    """What is malformed in one stanza."""
    content = stanza.content
    for key in sorted(set(content) - KEYS[stanza.table]):
        yield f"no stanza has a key {key!r}"
    known = {"frame": ontology.event_classes(), "relation": ontology.relations()}.get(stanza.table)
    if known is not None and stanza.kind and stanza.kind not in known:  # no kind: words that look like an event
        yield f"the ontology has no {'event class' if stanza.table == 'frame' else 'relation'} {stanza.kind!r}"
    roles: Sequence[str] = ("subject", "object", "in") if stanza.table == "relation" else ontology.roles()
    for key in ("roles", "only"):
        for role in content.get(key, {}):
            if role not in roles:
                yield f"{key}: there is no role {role!r}"
    for kinds in content.get("only", {}).values():
        unknown = (kind for kind in kinds if kind.removeprefix("-").partition(":")[0] not in ontology.classes())
        yield from (f"only: the ontology has no class {kind!r}" for kind in unknown)
    for kind in content.get("of", ()):
        noun = stanza.table == "modal" and kind.islower()
        if not noun and kind.removeprefix(OWN) not in ontology.event_classes():
            yield f"of: there is no event class {kind!r}"
    for slots in content.get("roles", {}).values():
        yield from (f"roles: there is no slot {slot!r}" for slot in slots if parse_slot(slot).kind not in SLOTS)
    if content.get("complement", "said") not in COMPLEMENTS:
        yield f"complement {content['complement']!r} is none of {', '.join(sorted(COMPLEMENTS))}"
    if content.get("effect", "") not in EFFECTS:
        yield f"effect {content['effect']!r} is none of {', '.join(sorted(EFFECTS - {''}))}"


def _repeated(found: Iterable[Stanza]) -> Iterator[str]:
    """Words that stand twice where the second can never win: in one stanza, or in two that ask for the same."""
    first: dict[tuple[object, ...], Stanza] = {}
    for stanza in found:
        if stanza.table == "modal":
            continue
        conditions = str({key: stanza.content.get(key) for key in CONDITIONS})
        for key in ("verbs", "nouns"):
            for text in stanza.content.get(key, ()):
                earlier = first.setdefault((stanza.table, stanza.kind, key, text, conditions), stanza)
                if earlier is not stanza:
                    yield f"{stanza.place}: {text!r} stands already in {earlier.place} under the same conditions"
            for text in sorted({t for t in stanza.content.get(key, ()) if stanza.content[key].count(t) > 1}):
                yield f"{stanza.place}: {text!r} stands twice"


def example_faults(example: Example) -> Iterator[str]:
    """What is malformed in one worked example: facts that could never hold, or never fail to."""
    kinds = (*ontology.event_classes(), *ontology.relations(), *ontology.entity_classes())
    if example.kind not in kinds:
        yield f"the ontology has no class or relation {example.kind!r}"
    for fact in (*example.expect, *example.absent):
        yield from _fact_faults(fact)


def _fact_faults(fact: Mapping[str, Any]) -> Iterator[str]:
    if "event" in fact:
        if fact["event"] not in ontology.event_classes():
            yield f"the ontology has no event class {fact['event']!r}"
        for key in fact:
            if key not in SCALARS and not set(key.split("|")) <= set(ontology.roles()):
                yield f"an event has no {key!r}"
    elif "relation" in fact:
        if fact["relation"] not in ontology.relations():
            yield f"the ontology has no relation {fact['relation']!r}"
        for key in sorted(set(fact) - RELATION_ROLES - {"relation", "factuality"}):
            yield f"a relation has no {key!r}"
    elif fact.get("entity") not in ontology.entity_classes():
        yield f"a fact is about an event, a relation or an entity of the ontology: {dict(fact)}"
    elif set(fact) != {"entity", "name"}:
        yield f"an entity has a name and no more: {dict(fact)}"
    if fact.get("factuality", "Actual") not in get_args(Factuality):
        yield f"factuality {fact['factuality']!r} is none of {', '.join(get_args(Factuality))}"
