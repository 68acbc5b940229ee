"""What a word about causes takes for granted: "the fire was not caused by a bomb" denies the bomb, not the fire."""

from __future__ import annotations

from kg.extract.deathtolls import MISHAPS
from kg.extract.syntax import Tree
from kg.lang.frames import Frames

TOLD_OF = ("nmod", "acl", "acl:relcl", "ccomp")  # what makes a noun definite that was not told before


def is_presumed(tree: Tree, lexicon: Frames, noun: int, verb: int, kind: str) -> bool:
    """Whether a verb of causing looks back on a known event, which took place whoever or whatever is its cause.

    So is the subject of a passive, "l'incendie aurait été provoqué par X"; the object of an active is if it is a mishap that
    the article alone makes known: "soupçonné d'avoir provoqué l'incendie", but "n'a pas entraîné la fermeture de l'usine".
    """
    if tree.is_indefinite(noun) or not _looks_back(tree, lexicon, verb):
        return False
    return tree.is_passive(verb) or (kind in MISHAPS and tree.first(noun, *TOLD_OF) is None)


def _looks_back(tree: Tree, lexicon: Frames, verb: int) -> bool:
    """Whether a verb tells of what was or has been: "was caused", "aurait été causé", "provoqué", but "would be caused"."""
    auxiliaries = tree.auxiliaries(verb)
    if not auxiliaries and tree.is_past_participle(verb):
        return True
    if any(aux.dep == "aux" and aux.lemma in tree.grammar.perfect_auxiliaries for aux in auxiliaries):
        return True
    finite = (word for word in (tree.tokens[verb], *auxiliaries) if (word.lemma, "aux") not in lexicon.modals)
    return any(word.has("VerbForm=Fin") and (word.has("Tense=Past") or word.has("Tense=Imp")) for word in finite)
