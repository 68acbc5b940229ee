"""Articles about sport, where attacks, defeats and retirements are no events of war and politics."""

from __future__ import annotations

from dataclasses import replace

from kg import ontology
from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Entry

SHARE = 0.2  # of the sentences; reports on a match have half and more, on a bomb in a stadium a tenth
LEAST = 2
CONTEST = "Competition"


def is_sport(tree: Tree) -> bool:
    """Whether so many sentences speak of matches and players that the article is about sport."""
    sentences = [s for s in tree.parse.sentences if s.last - s.first > 1]
    sporting = sum(
        any(tree.tokens[i].lemma.lower() in tree.grammar.sport_nouns for i in range(s.first, s.last)) for s in sentences
    )
    return sporting >= max(LEAST, SHARE * len(sentences))


def without_games(tree: Tree, candidates: dict[int, Candidate]) -> dict[int, Candidate]:
    """The candidates of an article; words that sport uses in a sense of its own tell contests in an article about sport."""
    sporting, games = is_sport(tree), tree.grammar.sport_senses
    read = {
        token: _in_one_sense(c, sporting) if tree.tokens[token].lemma.lower() in games else c
        for token, c in candidates.items()
    }
    return {token: c for token, c in read.items() if c.entries}


def _in_one_sense(candidate: Candidate, sporting: bool) -> Candidate:
    """With the entries that tell contests alone, or without those that only an article about sport understands so."""
    entries = candidate.entries
    if sporting:
        return replace(candidate, entries=tuple(e for e in entries if _is_contest(e)))
    return replace(candidate, entries=tuple(e for e in entries if e[0].words or e[0].object_noun or not _is_contest(e)))


def _is_contest(entry: Entry) -> bool:
    kind = entry[1].kind
    return bool(kind) and ontology.is_a(kind, CONTEST)
