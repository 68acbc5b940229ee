"""Entities of an article that a knowledge base names: they take its name and its identifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.kb.base import KnowledgeBase, Known
from kg.lang import language
from kg.model import Document, Entity, Mention

_WIKIDATA = "http://www.wikidata.org/entity/"


def linked(document: Document, base: KnowledgeBase) -> Document:
    """The document with its entities linked. Who could be two of the base's things, or contradicts one, stays unlinked."""
    mentions = document.extraction.mentions
    lang = document.article.lang
    entities = tuple(_linked(entity, mentions, base, lang) for entity in document.resolved.entities)
    return replace(document, resolved=replace(document.resolved, entities=entities))


def _linked(entity: Entity, mentions: Sequence[Mention], base: KnowledgeBase, lang: str) -> Entity:
    written = {mentions[index].text for index in entity.mentions if mentions[index].form == "name"}
    names = [name for name in dict.fromkeys((entity.label, *entity.aliases)) if name in written]
    meant = [found for name in names if (found := base.named(entity.kind, name))]
    one = frozenset.intersection(*meant) if meant else frozenset()
    if len(one) != 1:
        return entity
    (known,) = one
    if _contradicts(entity, known, lang):
        return entity
    aliases = tuple(name for name in dict.fromkeys((entity.label, *entity.aliases)) if name != known.name)
    return replace(entity, label=known.name, aliases=aliases, same_as=known.identifiers)


def _contradicts(entity: Entity, known: Known, lang: str) -> bool:
    """Whether the gazetteer knows the entity as another thing of Wikidata."""
    if entity.link is None:
        return False
    try:
        ours = language(lang).gazetteer.entry(entity.link).wikidata
    except KeyError:
        return False
    theirs = {iri for iri in known.identifiers if iri.startswith(_WIKIDATA)}
    return bool(ours and theirs) and _WIKIDATA + str(ours) not in theirs
