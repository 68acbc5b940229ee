"""What a play or a film tells is no event of the world: "le général Korda, joué par X, assiège la ville"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.phrases import OBLIQUE_DEPS
from kg.extract.syntax import Tree
from kg.model import Mention


def plot_words(tree: Tree, mentions: tuple[Mention, ...]) -> frozenset[int]:
    """The words of sentences that say who plays a person in them, and of clauses that tell a plot."""
    plays = [token for token in tree.of_lemma(tree.grammar.portrayals) if token.dep == "acl"]
    played = [token for token in plays if tree.first(token.i, "obl:agent") is not None]
    people = {i for m in mentions if m.kind == "Person" for i in (m.head, *range(m.first, m.last))} if played else set()
    told = {token.sentence for token in played if token.head in people}
    sentences = (tree.parse.sentences[index] for index in told)
    playing = (i for sentence in sentences for i in range(sentence.first, sentence.last))
    return frozenset((*playing, *(i for clause in _plots(tree) for i in tree.below(clause))))


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
        elif work.dep == "nsubj" and tree.tokens[work.head].lemma in tree.grammar.narrating:
            yield from tree.dependents(work.head, "ccomp", "xcomp")
