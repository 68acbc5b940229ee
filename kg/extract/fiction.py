"""What a play or a film tells is no event of the world: "le général Korda, joué par X, assiège la ville"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate
from kg.model import Mention


def without_plots(
    tree: Tree, mentions: tuple[Mention, ...], candidates: Mapping[int, Candidate]
) -> dict[int, Candidate]:
    """The candidates but for those of sentences that say who plays a person in them."""
    people = {mention.head for mention in mentions if mention.kind == "Person"}
    people |= {i for mention in mentions if mention.kind == "Person" for i in range(mention.first, mention.last)}
    told = {
        token.sentence
        for token in tree.tokens
        if token.lemma in tree.grammar.portrayals
        and token.dep == "acl"
        and token.head in people
        and tree.first(token.i, "obl:agent") is not None
    }
    return {i: candidate for i, candidate in candidates.items() if tree.tokens[i].sentence not in told}
