"""Whose craft act: "US warplanes struck" tells of the United States."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.extract.filled import Filled
from kg.extract.rolecontext import CERTAINTY, RoleContext
from kg.extract.rolefit import mention_fits
from kg.model import Mention

CREWED, UNCREWED = frozenset({"aircraft", "ship"}), frozenset({"unmanned"})
FLAG = "flag"  # the rule of an owner for whom a craft acts
FLAG_DEPS = ("amod", "compound", "nmod:poss")
FLYING = frozenset({"GeopoliticalEntity", "Force"})  # whose craft strike for them


def flags_of(context: RoleContext, role: str, craft: Mention, kinds: tuple[str, ...]) -> Iterator[Filled]:
    """ "US and British warplanes struck", "coalition jets", "its helicopters": a manned craft acts for its owner."""
    noun = context.nouns.get(craft.lemma.lower())
    named = noun is None and craft.form == "name" and ontology.is_a(craft.kind, "Artifact")  # "RAF Tornados"
    if not named and (noun is None or not noun.flags & CREWED or noun.flags & UNCREWED):
        return
    words = {craft.head, *range(craft.first, craft.last)}
    for modifier in (k for word in sorted(words) for k in _flag_words(context, word)):
        for token in context.tree.conjuncts(modifier):
            owner = context.mention_at(token)
            if owner is None or owner.index == craft.index:
                continue
            flies = owner.kind in FLYING or (owner.form == "pronoun" and token == modifier)
            if flies and mention_fits(context, role, owner, kinds):
                yield Filled(role, token, owner.index, FLAG, CERTAINTY[FLAG])


def _flag_words(context: RoleContext, word: int) -> Iterator[int]:
    """Where words of a craft say whose it is: "US jets", "its jets", "jets of the Turkish air force"."""
    yield from context.tree.dependents(word, *FLAG_DEPS)
    owned = context.tree.grammar.of | context.tree.grammar.origin_prepositions
    yield from (k for k in context.tree.dependents(word, "nmod") if context.tree.preposition(k) in owned)
