"""Likenesses that come about by chance: what joins two nodes only where something else speaks for it."""

from pathlib import Path

import pytest

from kg.identity.clusters import join
from kg.identity.events import Report, same_events
from kg.identity.nodes import Node, read_nodes
from kg.pipeline import BuildOptions, build
from kg.read import ReadOptions
from kg.store.files import article_graphs
from kg.store.stores import create_store, opened


def node(number: int, kind: str, name: str, *company: str) -> Node:
    article = f"https://example.org/{number}"
    return Node(f"{article}/it", article, f"2024-01-{number:02}", kind, name, (name,), company=frozenset(company))


def are_joined(one: Node, other: Node) -> bool:
    return len(join([one, other]).things) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("Organization", "Programme arctique marin", "PAM"),
        ("Person", "Nabil Rachid Mansour", "Rachid Mansour"),
        ("GeopoliticalEntity", "Idlen", "Edlen"),
    ],
)
def test_weak_signs_need_company(kind: str, one: str, other: str) -> None:
    assert not are_joined(node(1, kind, one, "a", "b"), node(2, kind, other, "c", "d"))
    company = ("lorne", "vell", "orsay")
    assert are_joined(node(1, kind, one, *company), node(2, kind, other, *company))


def test_a_part_of_a_body_is_not_the_body() -> None:
    company = ("lorne", "vell", "orsay")
    assert not are_joined(node(1, "Organization", "ORTAV", *company), node(2, "Organization", "bureau de l'ORTAV", *company))


def test_a_common_name_of_two_bodies_tells_nothing() -> None:
    company = ("lorne", "vell", "orsay")
    assert not are_joined(node(1, "Organization", "Ligue", *company), node(2, "Organization", "Ligue", *company))


def test_one_short_acronym_in_two_kinds_is_two_things() -> None:
    company = ("lorne", "vell", "orsay")
    assert not are_joined(node(1, "Organization", "UMQ", *company), node(2, "Force", "UMQ", *company))
    assert are_joined(node(1, "Force", "UMQ", *company), node(2, "Force", "UMQ", *company))


def test_a_given_name_of_two_parts_joins_no_two_people() -> None:
    company = ("lorne", "vell", "orsay")
    names = ("Jean-Marc Delcourt", "Jean-Marc", "Jean-Marc Vassort")
    people = [node(number, "Person", name, *company) for number, name in enumerate(names, 1)]
    assert len(join(people).things) == 3


def report(number: int, kind: str, *agents: str) -> Report:
    article = f"https://example.org/{number}"
    found = Report(f"{article}/event/1", article, "2024-01-03", kind, "Actual", kind)
    found.fillers["agent"] = set(agents)
    return found


def test_reports_without_a_day_are_one_only_with_the_same_participants() -> None:
    assert same_events([report(1, "Resignation", "delcourt"), report(2, "Resignation", "delcourt")])
    assert not same_events([report(1, "Financing", "delcourt"), report(2, "Financing", "delcourt", "vassort")])


def test_what_becomes_known_later_joins_what_was_begun_apart() -> None:
    first = node(1, "Person", "Paul Vassort", "orsay", "vell", "arlen")
    second = node(2, "Person", "Paul Vassort", "lorne", "marin", "delcourt")
    both = node(3, "Person", "Paul Vassort", "orsay", "vell", "arlen", "lorne", "marin", "delcourt")
    assert len(join([first, second]).things) == 2
    joined = join([first, second, both])
    assert [len(thing.nodes) for thing in joined.things] == [3]
    assert all(judgement.same for judgement in joined.judgements)


def test_of_two_that_it_may_be_it_is_the_one_whom_it_knows_more_people_in_common_with() -> None:
    shared = [f"person-{n}" for n in range(9)]
    one = node(1, "Person", "Paul Vassort", *shared[:4])
    other = node(2, "Person", "Paul Vassort", *shared[4:])
    new = node(3, "Person", "Paul Vassort", *shared[:3], *shared[4:])
    assert {iri.iri for thing in join([one, other, new]).things for iri in thing.nodes if len(thing.nodes) > 1} >= {
        other.iri,
        new.iri,
    }


def test_a_common_name_is_of_the_one_state_that_its_article_tells_of(tmp_path: Path) -> None:
    texts = {
        "one": "La France réforme son école. Le Sénat a adopté la loi mardi. La France attendait ce vote.",
        "two": "La France supprime une taxe. Le Sénat a rejeté le texte jeudi. La France est divisée.",
        "three": "Le Mali élit ses maires. Le Sénat a rejeté le texte jeudi. Le Mali est divisé.",
        "four": "Le Mali et la France se parlent. Le Sénat a rejeté le texte jeudi. La France et le Mali le regrettent.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    graph, folder = tmp_path / "all.nq", str(tmp_path / "store")
    build(
        [str(tmp_path / f"{name}.txt") for name in texts], [graph], BuildOptions(ReadOptions(lang="fr", date="2021-07-26"))
    )
    create_store(folder)
    with opened(folder, write=True) as store:
        list(store.put(article_graphs(graph)))
        joined = join(read_nodes(store.triples()))
    senates = sorted(len(thing.nodes) for thing in joined.things if "Sénat" in thing.names)
    assert senates == [1, 1, 2]
