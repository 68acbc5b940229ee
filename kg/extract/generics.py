"""What is told of anybody or of any such thing, and so is no event: definitions, laws, deeds that something is said of."""

from __future__ import annotations

from kg.extract.syntax import Tree

SUBJECTS = {"nsubj", "nsubj:pass"}
SUBJECT_CLAUSES = {"csubj", "csubj:pass"}


def is_of_anybody(tree: Tree, i: int) -> bool:
    """Whether an event is one that would befall or be done by anybody, or what a word means."""
    token = tree.tokens[i]
    if token.pos == "NOUN":
        return _is_definition(tree, token.head if token.dep == "nsubj" else i)
    if token.dep == "acl" and not tree.mark(i):  # "anyone convicted of murder is jailed"
        return tree.lemmas[token.head] in tree.grammar.whoever and _holds_now(tree, tree.clause_verb(token.head))
    subject = tree.first(i, *SUBJECTS)
    return subject is not None and tree.lemmas[subject] in tree.grammar.whoever and _holds_now(tree, i)


def is_any_deed(tree: Tree, i: int, head: int) -> bool:
    """ "Killing civilians is a crime": a deed that nobody is said to have done, of which something always holds."""
    if tree.tokens[i].dep not in SUBJECT_CLAUSES or i > head or tree.is_finite(i) or tree.mark(i):
        return False
    return tree.first(i, *SUBJECTS) is None and _holds_now(tree, head)


def is_open_matter(tree: Tree, i: int) -> bool:
    """ "Could not agree on whether he had fled": a preposition before what is left open; but not "as if", "même si"."""
    grammar, (before, _, last) = tree.grammar, tree.mark(i).rpartition(" ")
    return last in grammar.condition_marks and before in grammar.complement_marks | grammar.place_prepositions


def _is_definition(tree: Tree, i: int) -> bool:
    """ "An assassination is the murder of a ruler": what a word means, by a subject and a predicate for any of a kind."""
    copula, subject = tree.first(i, "cop"), tree.first(i, "nsubj")
    if copula is None or subject is None or not _holds_now(tree, i) or tree.first(i, "det") is None:
        return False
    if tree.tokens[subject].pos != "NOUN" or tree.first(i, "nmod") is None:
        return False
    bare = all(tree.tokens[k].dep == "det" for k in tree.kids[subject])
    one = tree.tokens[subject].has("Number=Sing") and not tree.is_definite(subject)
    told = tree.parse.sentences[tree.tokens[i].sentence].kind != "headline"
    of = (k for k in tree.dependents(i, "nmod") if tree.preposition(k) in tree.grammar.of)
    return bare and one and told and any(tree.is_indefinite(k) for k in of)


def _holds_now(tree: Tree, i: int) -> bool:
    """Whether a predicate's one finite verb is a present without perfect."""
    words = [tree.tokens[i], *tree.auxiliaries(i), *(tree.tokens[k] for k in tree.dependents(i, "cop"))]
    finite = [word for word in words if word.has("VerbForm=Fin")]
    done = any(word.lemma in tree.grammar.perfect_auxiliaries for word in words[1:] if word.dep == "aux")
    return len(finite) == 1 and finite[0].has("Tense=Pres") and not done
