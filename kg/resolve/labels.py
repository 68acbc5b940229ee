"""Labels of events that a person understands without the text, from the templates of the ontology."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg import ontology
from kg.lang import Language
from kg.lang.articles import Articles
from kg.lang.gazetteer import STATES
from kg.model import HEADING, Entity, Mention, Parse, Ref, Role

_PART = re.compile(r"(\[[^\]]*\]|\{\w+\})")
_SLOT = re.compile(r"(\S*) ?\{(\w+)(?::(-?)(\w+))?\}")
LONGEST_INNER = 60  # characters of an event's label within another one
WORDS = "{words}"  # what the text calls the event
MOST_FILLERS = 3  # fillers of one role that a label names


@dataclass(frozen=True, slots=True)
class Wording:
    """How an entity is worded in a label: its name, the article that it takes, and the preposition of its place."""

    words: str
    article: str
    where: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a template: words as they are, or with a slot between them that a role fills."""

    before: str
    preposition: str = ""
    role: str = ""
    after: str = ""
    kind: str = ""  # of the fillers that it takes, or doesn't ("-"); "" for all
    barred: bool = False

    @classmethod
    def of(cls, text: str) -> Part:
        """A part as the ontology writes it: "[on {patient}]", "[ in place of {theme:Person}]", "[ as {theme:-Person}]"."""
        inner = text[1:-1] if text.startswith("[") else text
        slot = _SLOT.search(inner)
        if slot is None or WORDS in inner:
            return cls(inner)
        return cls(inner[: slot.start()], slot[1], slot[2], inner[slot.end() :], slot[4] or "", bool(slot[3]))


@cache
def _parts(kind: str, lang: str) -> tuple[Part, ...]:
    """The template of a class of events, read."""
    return tuple(Part.of(text) for text in _PART.split(ontology.label_template(kind, lang)) if text)


class Labeller:
    """Makes labels for the events of one article."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention], entities: Sequence[Entity], language: Language) -> None:
        self._parse = parse
        self._mentions = mentions
        self._entities = entities
        self._language = language
        self._articles: Articles = language.articles
        self._worded: dict[int, Wording] = {}

    def label(self, kind: str, roles: Sequence[Role], events: Mapping[int, str], words: str = "") -> str:
        """The class's template with its roles filled; `events` gives the labels of events that fill roles.

        `words` is what the text calls the event.
        """
        by_role: dict[str, list[Ref]] = {}
        for role in sorted(roles, key=lambda role: role.rule.startswith(HEADING)):  # the narrower places first
            fillers = by_role.setdefault(role.name, [])
            if role.filler not in fillers:
                fillers.append(role.filler)
        text = "".join(self._part(part, by_role, events, words) for part in _parts(kind, self._language.code))
        return " ".join(text.split())

    def _part(self, part: Part, by_role: Mapping[str, list[Ref]], events: Mapping[int, str], words: str) -> str:
        if WORDS in part.before:
            return part.before.replace(WORDS, words) if words else ""
        if not part.role:
            return part.before
        if part.role not in by_role:
            return ""
        taken = [ref for ref in by_role[part.role] if not part.kind or self._is_of(ref, part.kind) != part.barred]
        preposition, fillers = part.preposition, self._untold(taken, events)
        if len(fillers) == 1:
            preposition = self._articles.lone.get(preposition, preposition)
        again = preposition if preposition in self._articles.repeated else ""
        worded = [self._filler(ref, again if n else preposition, events) for n, ref in enumerate(fillers)]
        worded = [text for text in worded if text][:MOST_FILLERS]
        return part.before + self._listed(worded) + part.after if worded else ""

    def _is_of(self, ref: Ref, kind: str) -> bool:
        """Whether what fills a role is an entity of a kind."""
        return ref.to == "entity" and ontology.is_a(self._entities[ref.index].kind, kind)

    def _untold(self, fillers: Sequence[Ref], events: Mapping[int, str]) -> list[Ref]:
        """Without entities that the label of an event beside them names: "criticism of attack by X", not "… and X"."""
        inner = [events.get(ref.index, "") for ref in fillers if ref.to == "event"]
        told = {ref for ref in fillers if ref.to == "entity" and any(self._entities[ref.index].label in i for i in inner)}
        return [ref for ref in fillers if ref not in told]

    def _listed(self, worded: Sequence[str]) -> str:
        return worded[0] if len(worded) == 1 else f"{', '.join(worded[:-1])} {self._articles.conjunction} {worded[-1]}"

    def _filler(self, ref: Ref, preposition: str, events: Mapping[int, str]) -> str:
        if ref.to == "event":
            label = events.get(ref.index, "")
            if len(label) > LONGEST_INNER:
                return ""
            return self._articles.join(preposition, "", label) if label else ""
        worded = self._wording(ref.index)
        if preposition in self._articles.where and worded.where:
            return self._articles.join(
                worded.where, "" if worded.where in self._articles.contracted else worded.article, worded.words
            )
        return self._articles.join(preposition, worded.article, worded.words)

    def _wording(self, index: int) -> Wording:
        known = self._worded.get(index)
        if known is None:
            known = self._worded[index] = self._word(self._entities[index])
        return known

    def _word(self, entity: Entity) -> Wording:
        mentions = [self._mentions[m] for m in entity.mentions if self._mentions[m].form != "pronoun"]
        labelled = [m for m in mentions if m.text == entity.label] or mentions
        article = next((a for a in map(self._article, labelled) if a), "")
        where = next((w for w in map(self._where, labelled) if w), "")
        if not where and (entity.link or "").startswith(STATES):
            where = self._articles.into_state(entity.label)
        return Wording(entity.label, article, where)

    def _article(self, mention: Mention) -> str:
        """The article that the text gives the mention: definite for names, as it stands for descriptions."""
        table = self._articles.definite
        if mention.form == "name":
            if mention.kind == "Person" or not self._has_definite(mention):
                return ""
        elif mention.determiner == "indef":
            if mention.quantity is not None or self._parse.tokens[mention.head].pos in {"PRON", "NUM", "DET"}:
                return ""  # "one of its commanders"
            table = self._articles.indefinite
        elif mention.determiner not in {"def", "dem"}:
            return ""
        return table["p" if mention.number == "p" else f"{mention.gender or 'm'}s"]

    def _has_definite(self, mention: Mention) -> bool:
        return any(
            kid < mention.first and "Definite=Def" in self._parse.tokens[kid].morph
            for kid in self._parse.children[mention.head]
            if self._parse.tokens[kid].dep in {"det", "case"}
        )

    def _where(self, mention: Mention) -> str:
        """The preposition of place that the text puts right before the mention's phrase."""
        for kid in self._parse.children[mention.head]:
            token = self._parse.tokens[kid]
            if kid < mention.first and token.dep == "case" and token.text.lower() in self._articles.seen:
                return token.text.lower()
        return ""
