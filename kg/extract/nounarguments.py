"""The logical arguments of an event noun: complements, possessors, adjectives, compounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.negation import is_unique
from kg.extract.phrases import NOUNS, behind_time, inside, right_edge, tool_of, wording
from kg.extract.syntax import Argument, Tree

BORROWED = "borrowed"  # the rule of what the parser hung on the noun's verb
NOMINAL_DEPS = ("nmod", "nmod:poss", "obl", "obl:arg", "obl:mod", "obl:agent")


def noun_arguments(tree: Tree, noun: int) -> tuple[Argument, ...]:
    """The logical arguments of event noun `noun`: complements, possessors, adjectives, compounds."""
    return tuple(_noun_arguments(tree, noun))


def _noun_arguments(tree: Tree, noun: int) -> Iterator[Argument]:
    tokens = tree.tokens
    for kid in tree.kids[noun]:
        token = tokens[kid]
        dep = token.dep
        if dep == "nmod:poss" or (dep == "det" and "Poss=Yes" in token.morph):
            yield Argument("poss", kid, rule="possessive")
        elif dep in NOMINAL_DEPS:
            if tree.is_relative(kid):
                continue
            if kid in tree.temporal:
                yield from (replace(a, slot="nmod") for a in behind_time(tree, kid))
            preposition, real = tree.oblique(kid)
            yield Argument("nmod", real, preposition, "nmod")
        elif dep == "amod":
            yield Argument("adj", kid, rule="adjective")
        elif dep == "compound":
            yield Argument("compound", kid, rule="compound")
        elif dep == "appos":
            yield Argument("appos", kid, rule="apposition")
        elif dep == "acl" and (tool := tool_of(tree, kid)) is not None:
            yield Argument("nmod", tool, wording(tree, kid), "tool")
        elif dep in {"acl", "ccomp", "xcomp"} and token.pos == "VERB" and tree.mark(kid):
            yield Argument("clause", kid, tree.mark(kid), dep)
    yield from _relative_genitive(tree, noun)
    yield from _deep_complements(tree, noun)
    yield from _borrowed(tree, noun)


def _own_edge(tree: Tree, noun: int) -> Iterator[int]:
    """The right edge of an event noun, up to a noun joined to it: "l'occupation des terres et la création d'écoles à X"."""
    for edge in list(right_edge(tree, noun))[1:]:
        joined = tree.tokens[edge].dep == "conj" and tree.head(edge) == noun
        if joined and tree.first(edge, "det", "nmod:poss") is not None:
            return
        yield edge


def _relative_genitive(tree: Tree, noun: int) -> Iterator[Argument]:
    """ "dont l'assassinat" : the antecedent is the complement of the noun."""
    for kid in tree.kids[noun]:
        if tree.tokens[kid].lemma in tree.grammar.relative_genitive:
            antecedent = tree.antecedent(kid)
            antecedent = _noun_before(tree, kid) if antecedent is None else antecedent
            if antecedent is not None:
                yield Argument("poss", antecedent, rule="relative genitive")


def _noun_before(tree: Tree, relative: int) -> int | None:
    """The noun or name right before a relative pronoun, where the parser took its clause for another main one."""
    i = relative - 1
    while i > 0 and tree.tokens[i].pos == "PUNCT":
        i -= 1
    while i >= 0 and tree.tokens[i].dep in {"flat:name", "flat"} and tree.head(i) < i:
        i = tree.head(i)
    return (
        i if i >= 0 and tree.tokens[i].pos in NOUNS and tree.tokens[i].sentence == tree.tokens[relative].sentence else None
    )


def _deep_complements(tree: Tree, noun: int) -> Iterator[Argument]:
    """Complements that the parser hung on the noun's own complement ("la livraison d'armes aux rebelles")."""
    by = tree.grammar.agent_prepositions
    agents = [kid for kid in tree.dependents(noun, "nmod", "obl:agent") if tree.preposition(kid) in by]
    edges = [*_own_edge(tree, noun), *(edge for agent in agents for edge in right_edge(tree, agent))]
    for edge in dict.fromkeys(edges):  # "the attacks by X and Y on Z in W"
        for kid in tree.dependents(edge, "nmod", "obl"):
            preposition, real = tree.oblique(kid)
            if (
                edge != noun
                and tree.tokens[edge].lemma in tree.grammar.plots
                and preposition in tree.grammar.plotted_against
            ):
                continue  # "un procès pour complot contre le roi": nobody tries the king
            if preposition not in {*tree.grammar.of, ""} or (
                preposition in tree.grammar.of and _takes_none(tree, edge, noun, real)
            ):
                yield Argument("nmod", real, preposition, "reattached")


def _takes_none(tree: Tree, name: int, noun: int, complement: int) -> bool:
    """Whether what hangs on a name of a place is the event noun's: "la visite à Rome de la ministre"."""
    placed = tree.tokens[name].pos == "PROPN" and tree.preposition(name) in tree.grammar.inside_prepositions
    person = tree.tokens[complement].pos in NOUNS and complement not in tree.temporal
    own = any(tree.preposition(k) in tree.grammar.of for k in tree.dependents(noun, "nmod"))
    return placed and person and tree.head(name) == noun and not own


def _borrowed(tree: Tree, noun: int) -> Iterator[Argument]:
    """Prepositional phrases behind an object noun that the parser hung on its verb."""
    token = tree.tokens[noun]
    if token.dep not in {"obj", "nsubj:pass", "nsubj", "nmod"} or token.head == noun:
        return
    by = frozenset() if token.dep != "nsubj" else tree.grammar.agent_prepositions  # "the grant will fund work by X"
    given = tree.grammar.dative_preposition if tree.lemmas[token.head] in tree.grammar.dative_control else None
    for kid in tree.kids[token.head]:
        dep = tree.tokens[kid].dep
        if dep == "xcomp" and kid > noun and tree.mark(kid) and token.dep == "obj":  # "son engagement à protéger"
            yield Argument("clause", kid, tree.mark(kid), BORROWED)
        elif kid > noun and dep in {"obl", "obl:arg", "obl:mod", "nmod"}:
            preposition, real = tree.oblique(kid)
            if _is_of_predicate(tree, noun, preposition):
                continue
            if token.dep == "nmod" and (preposition in tree.grammar.of or _is_accused(tree, token.head, preposition)):
                continue
            if token.dep == "nsubj" and preposition == given:
                continue  # "the deal allows Norland to send troops"
            if preposition == tree.grammar.dative_preposition and _is_called_for(tree, noun, dep):
                continue
            if preposition and preposition not in by:
                yield Argument("nmod", real, preposition, BORROWED)
                where = tree.grammar.inside_prepositions | tree.grammar.beyond_prepositions  # "strikes on bases near X"
                yield from (replace(a, slot="nmod") for a in inside(tree, real) if a.preposition in where)


def _is_called_for(tree: Tree, noun: int, dep: str) -> bool:
    """Whether the word above a noun asks for what is behind: "l'appel de l'opposition à"."""
    token = tree.tokens[noun]
    calls = token.dep == "nsubj" and dep == "obl:arg" and tree.lemmas[token.head] in tree.grammar.object_control
    return calls or (token.dep == "nmod" and tree.lemmas[token.head] in tree.grammar.appeals)


def _is_of_predicate(tree: Tree, noun: int, preposition: str) -> bool:
    """Whether "of" belongs to what a noun is said to be: "the attack is the third killing of a journalist"."""
    token, told = tree.tokens[noun], tree.tokens[tree.head(noun)]
    said = token.dep == "nsubj" and told.pos == "NOUN" and tree.first(told.i, "cop") is not None
    return said and preposition in tree.grammar.of and is_unique(tree, told.i)


def _is_accused(tree: Tree, noun: int, preposition: str) -> bool:
    """Whether what hangs on a noun is whom a deed is held against: "a complaint of fraud against the minister"."""
    held = tree.lemmas[noun] in tree.grammar.accusations and preposition in tree.grammar.blame_prepositions
    return held and preposition not in tree.grammar.place_prepositions  # "des soupçons de fraude à Lyon"
