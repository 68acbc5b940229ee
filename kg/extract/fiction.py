"""What a play or a film tells is no event of the world: "le général Korda, joué par X, assiège la ville"."""

from __future__ import annotations

from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate
from kg.model import Mention


def without_plots(tree: Tree, mentions: tuple[Mention, ...], candidates: dict[int, Candidate]) -> dict[int, Candidate]:
    """The candidates but for those of sentences that say who plays a person in them."""
    plays = [token for token in tree.tokens if token.lemma in tree.grammar.portrayals and token.dep == "acl"]
    played = [token for token in plays if tree.first(token.i, "obl:agent") is not None]
    if not played:
        return candidates
    people = {i for m in mentions if m.kind == "Person" for i in (m.head, *range(m.first, m.last))}
    told = {token.sentence for token in played if token.head in people}
    return {i: candidate for i, candidate in candidates.items() if tree.tokens[i].sentence not in told}
