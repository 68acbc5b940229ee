"""One contract that every store keeps: the folder, kg serve over one, an Oxigraph server and a Virtuoso server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError, QueryError, StoreError
from kg.store.answers import Rows, Triples, Truth
from kg.store.base import Change, Store
from kg.store.stores import backup_store, create_store, find_article, open_store, opened
from tests.store import servers
from tests.store.articles import BASE, article

PEOPLE = "SELECT ?name { ?p a nkg:Person ; rdfs:label ?name } ORDER BY ?name"


@pytest.fixture(scope="module", params=["folder", "kg serve", "oxigraph", "virtuoso"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp(request.param.replace(" ", "-"))
    if request.param in ("folder", "kg serve"):
        create_store(str(folder / "store"))
    if request.param == "folder":
        yield str(folder / "store")
        return
    if request.param == "kg serve":
        with (
            pytest.MonkeyPatch.context() as patch,
            servers.kg_serve(folder, folder / "store", "--write", token="secret") as address,
        ):
            patch.setenv("KG_SPARQL_TOKEN", "secret")
            yield address
        return
    server = servers.oxigraph if request.param == "oxigraph" else servers.virtuoso
    with pytest.MonkeyPatch.context() as patch, server(folder) as address:
        patch.setenv("KG_SPARQL_USER", "dba")
        patch.setenv("KG_SPARQL_PASSWORD", "dba")
        yield address


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    store = open_store(place, write=True)
    list(store.remove(store.names()))
    yield store
    store.close()


def people(store: Store) -> list[str]:
    answer = store.query(PEOPLE)
    assert isinstance(answer, Rows)
    return [row[0].value for row in answer]  # type: ignore[union-attr]


def test_articles_are_added_and_asked(store: Store) -> None:
    added = list(store.put([article("one", "Ana Ruiz"), article("two", "Bo Lind", "Ana Ruiz")]))
    assert added == [(BASE + "one", Change.ADDED), (BASE + "two", Change.ADDED)]
    assert store.names() == [BASE + "one", BASE + "two"]
    assert people(store) == ["Ana Ruiz", "Ana Ruiz", "Bo Lind"]
    assert store.stats().articles == 2
    assert store.stats().triples == 4 + 3 + 4 + 6


def test_the_same_article_again_changes_nothing(store: Store) -> None:
    list(store.put([article("one", "Ana Ruiz")]))
    assert list(store.put([article("one", "Ana Ruiz")])) == [(BASE + "one", Change.UNCHANGED)]
    assert store.stats().triples == 7


def test_a_changed_article_replaces_its_graph_and_no_other(store: Store) -> None:
    list(store.put([article("one", "Ana Ruiz", "Cy Poe"), article("two", "Bo Lind")]))
    assert list(store.put([article("one", "Ana Ruiz-Sol")])) == [(BASE + "one", Change.REPLACED)]
    assert people(store) == ["Ana Ruiz-Sol", "Bo Lind"]


def test_an_article_twice_in_one_go_is_there_once_as_it_was_last(store: Store) -> None:
    changes = [change for _, change in store.put([article("one", "Ana"), article("one", "Ana"), article("one", "Bo")])]
    assert changes == [Change.ADDED, Change.UNCHANGED, Change.REPLACED]
    assert people(store) == ["Bo"]


def test_removal_takes_what_the_article_alone_said(store: Store) -> None:
    list(store.put([article("one", "Ana Ruiz"), article("two", "Bo Lind")]))
    assert list(store.remove([BASE + "one", BASE + "nine"])) == [(BASE + "one", True), (BASE + "nine", False)]
    assert people(store) == ["Bo Lind"]
    assert store.graph(BASE + "one") == []


def test_an_article_is_found_by_its_names(store: Store) -> None:
    list(store.put([article("one", "Ana Ruiz"), article("two", "Bo Lind")]))
    assert {find_article(store, name) for name in (BASE + "one", "one", "one.txt")} == {BASE + "one"}
    with pytest.raises(InputError, match="no such article"):
        find_article(store, "three")


def test_text_survives_as_it_is(store: Store) -> None:
    names = ['Ümit O\'Neil "Ü"', "محمد علي", "back\\slash\nline\ttab", "<b>&amp;</b>", "𝒳 — “quoted”"]
    list(store.put([article("one", *names)]))
    assert sorted(people(store)) == sorted(names)


def test_a_large_article_goes_in_whole(store: Store) -> None:
    list(store.put([article("big", "Ana Ruiz", extra=6000)]))
    assert len(store.graph(BASE + "big")) == 6007
    assert store.stats().triples == 6007


def test_all_kinds_of_questions(store: Store) -> None:
    list(store.put([article("one", "Ana Ruiz")]))
    ask = store.query("ASK { ?p a nkg:Person }")
    assert isinstance(ask, Truth)
    assert bool(ask)
    construct = store.query("CONSTRUCT { ?p a foaf:Person } { ?p a nkg:Person }")
    assert isinstance(construct, Triples)
    assert [t.object.value for t in construct.triples] == ["http://xmlns.com/foaf/0.1/Person"]  # type: ignore[union-attr]
    with pytest.raises(QueryError):
        store.query("SELECT ?p { ?p a nkg:Person")


def test_an_answer_that_a_server_would_cut_short_is_an_error(store: Store) -> None:
    list(store.put([article("big", "Ana Ruiz", extra=10_500)]))
    everything = "SELECT ?name { ?p skos:altLabel ?name } LIMIT 10200"
    try:
        answer = store.query(everything)
    except QueryError as error:
        assert "10000 rows at most" in str(error)  # noqa: PT017
    else:
        assert isinstance(answer, Rows)
        assert len(list(answer)) == 10_200


def test_a_copy_holds_the_same(store: Store, place: str, tmp_path: Path) -> None:
    list(store.put([article("one", "Ana Ruiz"), article("two", "Bo Lind")]))
    store.close()
    backup_store(place, str(tmp_path / "copy"))
    with opened(str(tmp_path / "copy")) as copy:
        assert people(copy) == ["Ana Ruiz", "Bo Lind"]
    backup_store(place, str(tmp_path / "copy.nq"))
    assert len((tmp_path / "copy.nq").read_text().splitlines()) == 14
    with pytest.raises(StoreError, match="there already"):
        backup_store(place, str(tmp_path / "copy"))
