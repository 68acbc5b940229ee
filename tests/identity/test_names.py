"""Names compared: a committed set of pairs, and what the score promises."""

from pathlib import Path

import pytest

from kg.identity.names import SAME, blocks, same, seeks

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_precision_and_recall_over_the_committed_pairs() -> None:
    assert len(PAIRS) >= 150
    taken = [(verdict == "same") for kind, left, right, verdict in PAIRS if same(kind, left, right).score >= SAME]
    wanted = sum(verdict == "same" for *_, verdict in PAIRS)
    assert sum(taken) / len(taken) >= 0.98
    assert sum(taken) / wanted >= 0.95


def test_pairs_taken_for_one_meet_in_a_block() -> None:
    for kind, left, right, verdict in PAIRS:
        if verdict == "same" and same(kind, left, right).score >= SAME:
            assert blocks(kind, left) & seeks(kind, right), (left, right)
            assert seeks(kind, left) & blocks(kind, right), (left, right)


@pytest.mark.parametrize(("kind", "left", "right", "verdict"), PAIRS)
def test_the_score_is_the_same_from_both_sides(kind: str, left: str, right: str, verdict: str) -> None:
    assert same(kind, left, right).score == same(kind, right, left).score


def test_reasons_say_why() -> None:
    assert "transliteration" in same("Person", "Moustafa al-Kazimi", "Mustafa Al-Kadhimi").reasons
    assert same("Organization", "Organisation des Nations unies", "ONU").reasons == ("a short acronym",)
    assert same("Organization", "Union nationale des syndicats autonomes", "UNSA").reasons == ("acronym",)
