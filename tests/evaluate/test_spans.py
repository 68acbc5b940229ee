"""How mentions are compared with marked spans."""

from pathlib import Path

import pytest

from kg.evaluate.gold import Link, Span, SpanDoc, SpanGold
from kg.evaluate.spans import SpanScore, score
from tests.evaluate.graphs import view


def mention(node: str, begin: int, end: int, quote: str = "x") -> str:
    return f':{node} nkg:evidence [ nkg:begin {begin} ; nkg:end {end} ; nkg:quote "{quote}" ] .\n'


def scored(graph: str, entities: list[Span], relations: tuple[Link, ...] = (), *, pronouns: bool = False) -> SpanScore:
    gold = SpanGold(Path("x.json"), "en", pronouns, {"a.txt": SpanDoc(tuple(entities), relations)})
    return score(gold, view(f':article {{ :article nkg:file "a.txt" . {graph} }}'))


PEOPLE = ":a a nkg:Person . :b a nkg:Person . :e a nkg:Meeting . :p a nkg:Place . :o a nkg:Organization . "


def test_one_mention_agrees_with_one_span_the_longest_overlap_first() -> None:
    graph = PEOPLE + mention("a", 0, 10) + mention("a", 4, 8) + mention("b", 20, 30)
    result = scored(graph, [Span(0, 10, "Person"), Span(40, 50, "Person")])
    count = result.by_type["Person"]
    assert (count.hits, count.predicted, count.marked) == (1, 3, 2)
    assert (result.misses[0].begin, result.misses[0].type) == (40, "Person")
    assert count.rates.f1 == pytest.approx(0.4)


def test_a_neighbouring_type_is_not_wrong() -> None:
    result = scored(PEOPLE + mention("p", 0, 5), [Span(0, 5, "Organisation"), Span(9, 12, "Location")])
    assert (result.by_type["Location"].predicted, result.by_type["Organisation"].hits) == (0, 0)


def test_types_that_the_gold_does_not_use_are_left_out() -> None:
    assert list(scored(PEOPLE + mention("p", 0, 5), [Span(8, 9, "Person")]).by_type) == ["Person"]


def test_weapons_are_artifacts() -> None:
    assert scored(":w a nkg:Artifact . " + mention("w", 0, 5), [Span(0, 5, "Weapon")]).total.hits == 1


@pytest.mark.parametrize(("marked", "predicted"), [(True, 1), (False, 0)])
def test_pronouns_count_where_they_are_marked(marked: bool, predicted: int) -> None:
    result = scored(PEOPLE + mention("a", 0, 2, "He"), [Span(5, 9, "Person")], pronouns=marked)
    assert result.by_type["Person"].predicted == predicted


@pytest.mark.parametrize(
    "join",
    [
        ":a nkg:alliedWith :b .",
        ":b nkg:alliedWith :a .",
        ":e nkg:agent :a ; nkg:topic :b .",
        ":a nkg:holdsPosition :office . :office nkg:positionIn :b .",
    ],
)
def test_connected_by_a_relation_an_event_or_an_office(join: str) -> None:
    ends = [Span(0, 5, "Person"), Span(9, 12, "Person")]
    mentions = PEOPLE + mention("a", 0, 5) + mention("b", 9, 12)
    link = (Link((0, 5), "Knows", (9, 12)),)
    assert scored(mentions + join, ends, link).connections == (1, 1)
    assert scored(mentions, ends, link).connections == (0, 1)


def test_synonyms_are_one_node() -> None:
    link = (Link((0, 5), "IsSynonymOf", (9, 12)),)
    assert scored(PEOPLE + mention("a", 0, 5) + mention("a", 9, 12), [], link).connections == (1, 1)
    assert scored(PEOPLE + mention("a", 0, 5) + mention("b", 9, 12), [], link).connections == (0, 1)


def test_b_cubed_over_what_both_found() -> None:
    chain = [Span(at, at + 2, "Person", name) for at, name in ((0, "1"), (10, "1"), (20, "2"), (30, "2"))]
    graph = PEOPLE + mention("a", 0, 2) + mention("a", 10, 12) + mention("a", 20, 22)
    result = scored(graph, chain)
    assert (result.aligned, result.chained) == (3, 4)
    assert result.coreference.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert result.coreference.recall == 1.0


def test_an_empty_graph_scores_nothing() -> None:
    result = scored("", [Span(0, 2, "Person", "1")])
    assert (result.total.rates.f1, result.coreference.f1, result.connections) == (0.0, 0.0, (0, 0))
