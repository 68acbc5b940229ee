"""Forces that are said to be somewhere: "il y a 2 500 soldats en Irak", "les forces de la coalition sont en Irak"."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.extract.roles import RoleFiller
from kg.extract.syntax import Argument, Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Frame, Slot, Trigger
from kg.lang.nouns import FIGHTING, Nouns
from kg.model import PROSE, Mention, Token

KIND = "MilitaryPresence"
ROLES = (("agent", (Slot("subject"),)), ("place", (Slot("obl"),)))
FRAME = Frame(KIND, ROLES, ROLES, needs=("agent", "place"))
EXPLETIVES = {"expl", "expl:subj", "expl:pv"}


def find_presences(tree: Tree, filler: RoleFiller, nouns: Nouns) -> Iterator[Candidate]:
    """Candidates for the presence of forces at a place, triggered by the copula or the existential verb."""
    existential = {token.head for token in tree.of_dep(*EXPLETIVES) if token.head != token.i}
    for i in sorted(existential.union(token.i for token in tree.of_dep("cop"))):
        token = tree.tokens[i]
        if tree.parse.sentences[token.sentence].kind not in PROSE:
            continue
        who, place = _who_and_where(tree, token)
        if who is None or place is None or tree.preposition(place) not in tree.grammar.place_prepositions:
            continue
        if _is_armed(filler.mention_at(who), nouns):
            arguments = (Argument("subject", who), Argument("obl", place, tree.preposition(place)))
            yield Candidate(token.i, False, ((Trigger(token.lemma), FRAME),), arguments, token.i, token.i + 1)


def _who_and_where(tree: Tree, token: Token) -> tuple[int | None, int | None]:
    """The nouns of the subject and the place, of a copula or an existential verb."""
    if token.dep == "cop":
        return tree.first(token.head, "nsubj"), token.head
    who = tree.first(token.i, "obj", "nsubj")
    return who, _place_below(tree, token.i, who) if who is not None else None


def _place_below(tree: Tree, verb: int, who: int) -> int | None:
    """The place that an existential clause names, hung on the verb or on the noun."""
    places = tree.grammar.place_prepositions
    below = (*tree.dependents(verb, "obl", "obl:arg"), *tree.dependents(who, "nmod"))
    return next((k for k in below if tree.preposition(k) in places), None)


def _is_armed(mention: Mention | None, nouns: Nouns) -> bool:
    if mention is None:
        return False
    if ontology.is_a(mention.kind, "Force"):
        return True
    noun = nouns.get(mention.lemma)
    return noun is not None and bool(noun.flags & FIGHTING)
