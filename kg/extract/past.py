"""What a verb's own tense says: whether it tells what was done, or only what was under way, begun or to come."""

from __future__ import annotations

from kg.extract.negation import is_negated
from kg.extract.syntax import Tree


def is_done(tree: Tree, i: int) -> bool:
    """Whether verb i tells what was done: a simple past, a participle with an auxiliary of the present or the past."""
    if tree.tokens[i].has("VerbForm=Fin") and tree.tokens[i].has("Tense=Past"):
        return not is_negated(tree, i)  # "had to evacuate the tower"
    having = tuple(aux for aux in tree.auxiliaries(i) if aux.has("Mood=Ind") or aux.has("VerbForm=Inf"))
    perfect = any(
        aux.has("Tense=Pres") or aux.has("Tense=Imp") or (aux.has("VerbForm=Inf") and aux.dep != "aux:pass")
        for aux in having
    )  # "avoir fui", but not "will be flown"
    return tree.is_past_participle(i) and perfect and not is_negated(tree, i)


def is_past(tree: Tree, i: int) -> bool:
    """Whether verb i has a past form, finite or not."""
    return "Tense=Past" in tree.tokens[i].morph or "Tense=Imp" in tree.tokens[i].morph or tree.is_past_participle(i)


def is_future_perfect(tree: Tree, i: int) -> bool:
    """ "aura fait onze victimes" looks back."""
    having = tree.grammar.perfect_auxiliaries
    return tree.is_past_participle(i) and any(
        aux.lemma in having and "Tense=Fut" in aux.morph for aux in tree.auxiliaries(i)
    )


def is_told_as_past(tree: Tree, i: int) -> bool:
    """ "Sales soon fell", "a bientôt augmenté": what soon happened is no plan."""
    finite = (tree.tokens[i], *tree.auxiliaries(i))
    return any(t.has("VerbForm=Fin") and t.has("Tense=Past") for t in finite) or is_done(tree, i)


def is_looked_back_on(tree: Tree, i: int) -> bool:
    """ "avait rencontré", "travaillait", "était proche", "had met": predicate i tells of a time before."""
    having = (aux for aux in tree.auxiliaries(i) if aux.lemma in tree.grammar.perfect_auxiliaries)
    lasting = (tree.tokens[i], *tree.auxiliaries(i), *(tree.tokens[k] for k in tree.dependents(i, "cop")))
    return any(aux.has("Tense=Past") for aux in having) or any(word.has("Tense=Imp") for word in lasting)
