"""Out of whom a number picks some: "abducted 20 students. Twelve of them escaped" tells of the students."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang.grammar import Grammar
from kg.model import Mention
from kg.resolve.chains import PEOPLE, Chains
from kg.resolve.words import Syntax

PICKING = frozenset({"NUM", "PRON", "ADJ", "DET", "PROPN"})  # parts of speech of "twelve", "l'un", "many", "Douze"


def is_picked_from(syntax: Syntax, grammar: Grammar, pronoun: Mention) -> bool:
    """Whether a plural pronoun says out of whom some are told: "one of them", "l'un d'eux", "parmi eux"."""
    token = syntax.tokens[pronoun.head]
    if pronoun.number != "p" or token.dep not in {"nmod", "obl"}:
        return False
    above = syntax.tokens[token.head]
    if above.pos in PICKING or above.lemma in grammar.transparent_nouns:
        return above.i < token.i
    return syntax.preposition(pronoun.head) in grammar.among


def counted_first(chains: Chains, candidates: Sequence[Mention]) -> list[Mention]:
    """The counted ones of those out of whom some may be picked; of several uncounted people in one sentence none.

    "Rebels killed twelve soldiers. Three of them were officers", but "Rebels killed soldiers. Some of them …". Nor of
    those who have done something since: "… killed twelve soldiers. The rebels fled. Some of them …".
    """
    several = [m for m in candidates if chains.number(m.index) == "p" and chains.kind(m.index) in PEOPLE]
    nearest = max((m.sentence for m in several), default=-1)
    counted = [m for m in several if m.quantity is not None]
    if counted:
        told = {chains.of(m.index) for m in several if m.sentence == nearest}
        return counted if any(chains.of(m.index) in told for m in counted) else []
    rivals = [m for m in several if m.sentence == nearest]
    doubtful = any(not chains.same(rivals[0].index, m.index) for m in rivals)
    return [] if doubtful else list(candidates)
