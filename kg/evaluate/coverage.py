"""What one language pack covers and another doesn't, and what its worked examples leave untried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg import ontology
from kg.evaluate.examples import Example
from kg.evaluate.packs import Stanza, Word, stanzas
from kg.lang import tables
from kg.model import Document

EXAMPLES = 8  # worked examples that each class and relation has in each language
TRAPS = 3  # of which so many say what must not come out
FROM_TABLES = ("holdsPosition", "nationality")  # relations that rules read from titles and demonyms, without a trigger


def differences(langs: Sequence[str]) -> list[str]:
    """What some of the languages have and others lack: classes, relations, modality, titles. One line each."""
    have = {lang: covered(lang) for lang in langs}
    everything = dict.fromkeys(item for items in have.values() for item in items)
    return [
        f"{item}: in {', '.join(lang for lang in langs if item in have[lang])}, not in {', '.join(lacking)}"
        for item in everything
        if (lacking := [lang for lang in langs if item not in have[lang]])
    ]


def covered(lang: str) -> tuple[str, ...]:
    """What a language has words for, each named in words: "class Attack", "class Denial with complement negated"."""
    found: dict[str, None] = {}
    for stanza in stanzas(lang):
        for item in _covers(stanza):
            found[item] = None
    for row in tables.rows(f"{lang}/titles.tsv", 5):
        found[f"titles of class {row[1]}"] = None
    return tuple(found)


def _covers(stanza: Stanza) -> Iterator[str]:
    content = stanza.content
    match stanza.table:
        case "frame" if stanza.kind:
            yield f"class {stanza.kind}"
            if "complement" in content:
                yield f"class {stanza.kind} with complement {content['complement']}"
        case "relation":
            yield f"relation {stanza.kind}"
        case "support":
            yield f"support verbs whose subject is {content.get('subject') or 'no participant'}"
        case "modal" if content["effect"] != "conditional":  # a mood, which not every language has
            yield f"modality {content['effect']}"


def wordless(lang: str) -> list[str]:
    """Event classes and relations that a language has no word for; classes that only gather others don't count."""
    have = {stanza.kind for stanza in stanzas(lang)}
    gathers = {up for kind in ontology.event_classes() for up in ontology.ancestors(kind)}
    wanted = [*(kind for kind in ontology.event_classes() if kind not in gathers), *ontology.relations()]
    have.update(FROM_TABLES)
    return [kind for kind in wanted if kind not in have]


def untried(lang: str, examples: Iterable[Example]) -> list[str]:
    """Classes and relations with too few worked examples, or too few with facts that must not be found."""
    count, traps = Counter[str](), Counter[str]()
    for example in examples:
        count[example.kind] += 1
        traps[example.kind] += bool(example.absent)
    kinds = dict.fromkeys((*(stanza.kind for stanza in stanzas(lang) if stanza.kind), *FROM_TABLES))
    return [
        f"{kind}: {count[kind]} examples, {traps[kind]} with absent facts"
        for kind in kinds
        if count[kind] < EXAMPLES or traps[kind] < TRAPS
    ]


def unused(words: Iterable[Word], documents: Iterable[Document]) -> list[Word]:
    """The words that no document holds, each of their parts as a lemma or as it stands."""
    return unused_words(words, vocabularies(documents))


def vocabularies(documents: Iterable[Document]) -> list[frozenset[str]]:
    """The lemmas and forms of each document, in lower case."""
    return [
        frozenset(form for token in d.parse.tokens for form in (token.lemma.lower(), token.text.lower())) for d in documents
    ]


def unused_words(candidates: Iterable[Word], texts: Sequence[frozenset[str]]) -> list[Word]:
    """The words whose parts stand together in none of the texts."""
    holding: dict[str, set[int]] = {}
    for number, forms in enumerate(texts):
        for form in forms:
            holding.setdefault(form, set()).add(number)
    return [w for w in candidates if not _shared(w.parts, holding)]


def _shared(parts: Sequence[str], holding: Mapping[str, set[int]]) -> set[int]:
    numbers = [holding.get(part.lower(), set()) for part in parts]
    return set.intersection(*numbers) if numbers else set()
