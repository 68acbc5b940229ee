"""What office somebody has who is told of as another's counterpart: "le président X et son homologue russe Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lang import Language
from kg.lang.fold import fold
from kg.model import Mention
from kg.resolve.chains import Chains
from kg.resolve.words import Syntax

Held = tuple[str, frozenset[str], Mention]  # an office, what else is said of it, and who holds it
NEAR = 5  # words before a name
BETWEEN = frozenset({"ADJ", "DET", "NOUN", "PROPN", "PUNCT"})  # "son homologue malien, le général X"


def counterparts(chains: Chains, syntax: Syntax, language: Language, held: Sequence[Held]) -> Iterator[Held]:
    """The office of the one before them whom somebody is the counterpart of, with the nation that tells them apart."""
    words = language.profile.words("anaphora", "counterparts")
    for mention in chains.mentions:
        if mention.kind != "Person" or mention.form not in {"name", "nominal"}:
            continue
        noun = _noun_of(syntax, words, mention)
        if noun is None:
            continue
        people = {chains.of(m.index) for m in chains.before(mention, 0) if m.kind == "Person" and m.last <= noun}
        offices = [(office, p) for office, _, p in held if chains.of(p.index) in people]
        beside = (syntax.tokens[kid] for kid in syntax.kids[noun])
        nation = frozenset(fold(kid.lemma) for kid in beside if language.gazetteer.demonym(kid.text) is not None)
        if nation and len({chains.of(p.index) for _, p in offices}) == 1:
            yield from ((office, nation, mention) for office, _ in offices)


def _noun_of(syntax: Syntax, words: frozenset[str], mention: Mention) -> int | None:
    """The word that tells of somebody as a counterpart: their description, or what stands before their name."""
    if mention.form == "nominal":
        return mention.head if mention.lemma in words else None
    for i in range(mention.first - 1, max(syntax.sentences[mention.sentence].first, mention.first - NEAR) - 1, -1):
        if syntax.tokens[i].lemma in words:
            return i
        if syntax.tokens[i].pos not in BETWEEN:
            return None
    return None
