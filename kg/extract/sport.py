"""Articles about sport, where attacks, defeats and retirements are no events of war and politics."""

from __future__ import annotations

from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate

SHARE = 0.2  # of the sentences; reports on a match have half and more, on a bomb in a stadium a tenth
LEAST = 2


def is_sport(tree: Tree) -> bool:
    """Whether so many sentences speak of matches and players that the article is about sport."""
    sentences = [s for s in tree.parse.sentences if s.last - s.first > 1]
    sporting = sum(
        any(tree.tokens[i].lemma.lower() in tree.grammar.sport_nouns for i in range(s.first, s.last)) for s in sentences
    )
    return sporting >= max(LEAST, SHARE * len(sentences))


def without_games(tree: Tree, candidates: dict[int, Candidate]) -> dict[int, Candidate]:
    """The candidates of an article; about sport without the words that sport uses in a sense of its own."""
    if not is_sport(tree):
        return candidates
    games = tree.grammar.sport_senses
    return {token: c for token, c in candidates.items() if tree.tokens[token].lemma.lower() not in games}
