"""What an article is about: in sport attacks are no events of war, in a labour dispute a strike is one of workers.

Where armed forces fight a bare "strike" is one of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Entry

SHARE = 0.2  # of the sentences; reports on a match have half and more, on a bomb in a stadium a tenth
LEAST = 2
LABOUR = "labour"  # the need of a frame that only an article about a labour dispute meets
WARFARE = "warfare"  # and of one that only an article about armed conflict does


def is_sport(tree: Tree) -> bool:
    """Whether so many sentences speak of matches and players that the article is about sport."""
    return _speaks_of(tree, tree.grammar.sport_nouns)


def topics(tree: Tree) -> frozenset[str]:
    """The needs of frames that the article as a whole meets."""
    words = frozenset(tree.lemmas)
    told = frozenset(topic for topic, nouns in tree.grammar.topics if not nouns.isdisjoint(words))
    if _speaks_of(tree, tree.grammar.labour_nouns, names=False):
        return told | {LABOUR}
    return told | {WARFARE} if _speaks_of(tree, tree.grammar.warfare_nouns, names=False) else told


def _speaks_of(tree: Tree, nouns: frozenset[str], names: bool = True) -> bool:
    """Whether a good part of the sentences hold one of these nouns, if need be in no name ("European Union")."""
    words = (tree.tokens[i] for i, lemma in enumerate(tree.lemmas) if lemma in nouns)
    speaking = {word.sentence for word in words if names or word.pos != "PROPN"}
    sentences = {s.index for s in tree.parse.sentences if s.last - s.first > 1}
    return len(speaking & sentences) >= max(LEAST, SHARE * len(sentences))


def without_attacks(tree: Tree, candidates: dict[int, Candidate], about: frozenset[str]) -> dict[int, Candidate]:
    """The candidates; where the article is about a labour dispute, or workers do it, a bare "strike" is one of workers."""
    return {
        token: _of_workers(c, LABOUR in about) if c.nominal and (LABOUR in about or _work(tree, c)) else c
        for token, c in candidates.items()
    }


def _work(tree: Tree, candidate: Candidate) -> bool:
    """Whether workers do something with a strike or have it, or what is done with it says so: "they called a strike"."""
    if not any(LABOUR in frame.needs for _, frame in candidate.entries):
        return False
    noun, verb = tree.tokens[candidate.token], tree.clause_verb(candidate.token)
    called = tree.lemmas[verb] in tree.grammar.labour_verbs
    if noun.dep == "obj" and called:
        return True
    done = noun.dep == "obj" or (noun.dep == "obl" and called)  # "the union called for a strike"
    whose = tree.dependents(candidate.token, "nmod", "nmod:poss", "compound") if done else ()
    subjects = (a.token for a in verb_arguments(tree, verb) if a.slot == "subject") if done else ()
    return any(tree.lemmas[i] in tree.grammar.workers for i in (*whose, *subjects))


def _of_workers(candidate: Candidate, about: bool) -> Candidate:
    """With the entries that need such an article alone, if there are any: not "air strike"."""
    entries = tuple(e for e in candidate.entries if LABOUR in e[1].needs and not e[0].words)
    if not about:
        entries = tuple((t, replace(f, needs=tuple(need for need in f.needs if need != LABOUR))) for t, f in entries)
    return replace(candidate, entries=entries) if entries else candidate


def without_games(tree: Tree, candidates: dict[int, Candidate]) -> dict[int, Candidate]:
    """The candidates of an article; words that sport uses in a sense of its own tell contests in an article about sport."""
    sporting, games = is_sport(tree), tree.grammar.sport_senses
    read = {token: _in_one_sense(c, sporting) if tree.lemmas[token] in games else c for token, c in candidates.items()}
    silent = {kid for token, c in read.items() if not c.entries for kid in _fixed(tree, token, candidates[token])}
    return {token: c for token, c in read.items() if c.entries and token not in silent}


def _fixed(tree: Tree, verb: int, candidate: Candidate) -> Iterator[int]:
    """The nouns of an idiom, which tell nothing by themselves: "opened fire"."""
    nouns = {trigger.object_noun for trigger, _ in candidate.entries} - {""}
    return (kid for kid in tree.dependents(verb, "obj") if tree.tokens[kid].lemma in nouns)


def _in_one_sense(candidate: Candidate, sporting: bool) -> Candidate:
    """With the entries that tell contests alone, or without those that only an article about sport understands so."""
    entries = candidate.entries
    if sporting:
        kept = tuple(e for e in entries if _is_contest(e))
    else:
        kept = tuple(e for e in entries if e[0].words or e[0].object_noun or not _is_contest(e))
    return candidate if len(kept) == len(entries) else replace(candidate, entries=kept)


def _is_contest(entry: Entry) -> bool:
    kind = entry[1].kind
    return bool(kind) and ontology.is_a(kind, ontology.CONTEST)
