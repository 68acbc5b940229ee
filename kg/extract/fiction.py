"""What a play or a film tells is no event of the world: "le général Korda, joué par X, assiège la ville"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.phrases import CLOSING, OBLIQUE_DEPS, OPENING
from kg.extract.syntax import Tree
from kg.model import Mention, Token


def plot_words(tree: Tree, mentions: tuple[Mention, ...]) -> frozenset[int]:
    """The words of sentences that say who plays a person in them, and of clauses that tell a plot."""
    plays = [token for token in tree.of_lemma(tree.grammar.portrayals) if token.dep == "acl"]
    played = [token for token in plays if tree.first(token.i, "obl:agent") is not None]
    people = {i for m in mentions if m.kind == "Person" for i in (m.head, *range(m.first, m.last))} if played else set()
    told = {token.sentence for token in played if token.head in people}
    sentences = (tree.parse.sentences[index] for index in told)
    playing = (i for sentence in sentences for i in range(sentence.first, sentence.last))
    plots = (i for clause in _plots(tree) for i in tree.below(clause))
    return frozenset((*playing, *_named(tree), *_narrating(tree), *plots))


def _narrating(tree: Tree) -> Iterator[int]:
    """The verbs of which a work is the subject, which nobody says: "le roman raconte un coup d'État"."""
    works = (work for work in tree.of_lemma(tree.grammar.fictions) if _is_told_of(tree, work))
    return (work.head for work in works if tree.lemmas[work.head] in tree.grammar.narrating)


def _is_told_of(tree: Tree, work: Token) -> bool:
    """Whether a clause says what a work does, and not "a series of attacks"."""
    return work.dep == "nsubj" and not (tree.measures(work.i) and tree.first(work.i, "nmod") is not None)


def _named(tree: Tree) -> Iterator[int]:
    """The words in quotation marks that are the name of a work: "« La chute de Rome », un film de X"."""
    for work in tree.of_lemma(tree.grammar.fictions):
        first = tree.parse.sentences[work.sentence].first
        closing = next((i for i in (work.i - 2, work.i - 3) if i > first and tree.tokens[i].text in CLOSING), None)
        if closing is None or tree.tokens[closing + 1].text != ",":
            continue
        opening = next((i for i in range(closing - 1, first - 1, -1) if tree.tokens[i].text in OPENING), closing)
        yield from range(opening, closing)


def _plots(tree: Tree) -> Iterator[int]:
    """The clauses that tell what happens in a work: "In the film, …", "The thriller tells how …"."""
    for work in tree.of_lemma(tree.grammar.fictions):
        if work.pos != "NOUN":
            continue
        inside = work.dep in OBLIQUE_DEPS and tree.preposition(work.i) in tree.grammar.inside_prepositions
        alone = tree.first(work.i, "acl", "acl:relcl", "appos") is None
        subject = tree.first(work.head, "nsubj", "nsubj:pass")
        plot = tree.is_definite(work.i) or tree.tokens[work.head].has("Tense=Pres")  # "in a novel by X, soldiers seize"
        if inside and alone and plot and subject is not None and work.i < subject:
            yield work.head
        elif _is_told_of(tree, work):
            yield from _narrated(tree, work.head)


def _narrated(tree: Tree, verb: int) -> Iterator[int]:
    """What the verb of a work tells: a clause, "follows a soldier who kills", "opens with the murder of a spy"."""
    lemma, grammar = tree.lemmas[verb], tree.grammar
    if lemma in grammar.narrating:
        yield from tree.dependents(verb, "ccomp", "xcomp", "obj")
    yield from (
        k for k in tree.dependents(verb, *OBLIQUE_DEPS) if f"{lemma} {tree.preposition(k)}" in grammar.narrating_with
    )
