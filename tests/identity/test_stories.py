"""Three stories in twelve articles: identities, same events, disputes and support against a gold."""

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from kg.commands import run
from kg.identity.clusters import join
from kg.identity.decisions import doubts, find_nodes, merge, split, why
from kg.identity.disputes import disputes
from kg.identity.facts import facts
from kg.identity.graphs import judgements, things
from kg.identity.nodes import Node, read_nodes
from kg.identity.resolution import resolve
from kg.store.base import Store
from kg.store.files import article_graphs
from kg.store.side import IDENTITY
from kg.store.stores import backup_store, create_store, opened
from tests.identity.conftest import STORIES

GOLD = tomllib.loads((STORIES / "gold.toml").read_text(encoding="utf-8"))


@pytest.fixture
def store(built_stories: Path, tmp_path: Path) -> Iterator[Store]:
    name = str(tmp_path / "store")
    create_store(name)
    with opened(name, write=True) as opened_store:
        list(opened_store.put(article_graphs(built_stories)))
        resolve(opened_store)
        yield opened_store


def article(iri: str) -> str:
    """ "mosul-1" of anything that is named after that article."""
    return iri.rsplit("data/", 1)[1].split("/")[0].rsplit("-", 1)[0]


def node(store: Store, written: str) -> str | None:
    wanted, _, name = written.partition(": ")
    found = [n.iri for n in read_nodes(store.triples()) if article(n.iri) == wanted and name in n.names]
    return found[0] if found else None


def the(store: Store, written: str) -> str:
    found = node(store, written)
    assert found is not None, written
    return found


def test_identities(store: Store) -> None:
    standing = things(store.graph(IDENTITY))
    groups = [[node(store, written) for written in group] for group in GOLD["identities"]]
    wanted = {frozenset(pair) for group in groups for pair in combinations(filter(None, group), 2)}
    missing = sum(1 for group in groups for pair in combinations(group, 2) if None in pair)
    known = [iri for group in groups for iri in group if iri]
    found = {frozenset((a, b)) for a, b in combinations(known, 2) if a in standing and standing[a] == standing.get(b)}
    assert len(found & wanted) / len(found) == 1.0
    assert len(found & wanted) / (len(wanted) + missing) >= 0.88


def test_homonyms_stay_apart_and_are_listed_with_both_sides(store: Store) -> None:
    for written in ("talks-3: Mustafa al-Kadhimi", "talks-1: Paul Garnier"):
        iri = the(store, written)
        assert iri not in things(store.graph(IDENTITY))
        assert any(iri in (doubt.left, doubt.right) for doubt in doubts(store))


def test_one_identifier_is_one_thing_though_an_article_has_two_nodes_of_it() -> None:
    def body(article: int, number: int) -> Node:
        iri = f"https://example.org/{article}/{number}"
        link = frozenset({"http://www.wikidata.org/entity/Q9000001"})
        return Node(iri, f"https://example.org/{article}", f"2024-01-0{article}", "Organization", "LDP", ("LDP",), link)

    joined = join([body(1, 1), body(1, 2), body(2, 1), body(3, 1)])
    assert [len(thing.nodes) for thing in joined.things] == [4]
    assert all(judgement.same for judgement in joined.judgements)


def test_same_events(store: Store) -> None:
    links = [j for j in judgements(store.graph(IDENTITY)) if j.same and "/person/" not in j.left]
    kinds = {kind.lower() for kind, *_ in GOLD["events"]}
    found = {
        (j.left.split("/")[-2], *sorted((article(j.left), article(j.right))))
        for j in links
        if j.left.split("/")[-2] in kinds
    }
    wanted = {(kind.lower(), *pair) for kind, *articles in GOLD["events"] for pair in combinations(sorted(articles), 2)}
    assert len(found & wanted) / len(found) == 1.0
    assert len(found & wanted) / len(wanted) >= 0.85


def test_disputes(store: Store) -> None:
    found = {(d.about, *sorted({article(p.article) for p in d.positions})) for d in disputes(store.triples())}
    wanted = {tuple(dispute) for dispute in GOLD["disputes"]}
    assert found <= wanted
    assert len(found & wanted) >= 5


def test_figures_are_ranges_over_sources_with_their_sentences(store: Store) -> None:
    (killed,) = [d for d in disputes(store.triples()) if d.about == "figure" and "Mosul" in d.event]
    assert killed.summary == "12 to 15 people; 3 sources"
    assert [position.publisher for position in killed.positions] == ["Tirna Herald", "Le Courrier de Lorne", "Kovar Wire"]
    assert killed.positions[1].sentence == "Un attentat à la bombe a tué 15 personnes à Mossoul dimanche."


def test_facts_tell_who_supports_them(store: Store) -> None:
    best = facts(store.triples(), "Yelena Petrova")[0]
    assert (best.independent, len(best.articles), best.first, best.last) == (3, 3, "2021-09-14", "2021-09-15")
    assert "Petrova" in best.fact


def test_removing_an_article_takes_away_its_links_alone(store: Store) -> None:
    before = things(store.graph(IDENTITY))
    gone = next(name for name in store.names() if article(name) == "talks-3")
    list(store.remove([gone]))
    resolve(store)
    after = things(store.graph(IDENTITY))
    assert after.items() <= before.items() or set(after) < set(before)
    assert not [node for node in after if article(node) == "talks-3"]
    assert node(store, "talks-4: Valeri Guerassimov") not in after
    assert not [j for j in judgements(store.graph(IDENTITY)) if "talks-3" in (article(j.left), article(j.right))]


def test_a_split_and_a_merge_outlive_what_comes_later(store: Store, built_stories: Path, tmp_path: Path) -> None:
    one, other = the(store, "mosul-1: Marek Dolan"), the(store, "mosul-2: Marek Dolan")
    apart, single = the(store, "talks-1: Paul Garnier"), the(store, "nordal-1: Paul Garnier")
    split(store, one, other)
    merge(store, apart, single)
    list(store.put(article_graphs(built_stories)))
    resolve(store)
    standing = things(store.graph(IDENTITY))
    assert standing.get(one) is None or standing[one] != standing.get(other)
    assert standing[apart] == standing[single]
    assert any(judgement.reason == "a person's decision" for judgement in why(store, apart, single))


def test_decisions_go_with_a_copy(store: Store, tmp_path: Path) -> None:
    one, other = the(store, "mosul-1: Marek Dolan"), the(store, "mosul-2: Marek Dolan")
    split(store, one, other)
    store.close()
    backup_store(str(tmp_path / "store"), str(tmp_path / "copy.nq"))
    create_store(str(tmp_path / "copy"))
    with opened(str(tmp_path / "copy"), write=True) as copy:
        list(copy.put(article_graphs(tmp_path / "copy.nq")))
        resolve(copy)
        standing = things(copy.graph(IDENTITY))
        assert standing.get(one) is None or standing[one] != standing.get(other)


def test_why_names_the_signs(store: Store) -> None:
    (found,) = why(store, "Recep Erdogan")
    assert found.same
    assert found.reason.startswith("the same name, a name left out")
    assert find_nodes(store, "Recep Erdogan") == [found.right]


def test_a_copied_report_is_no_second_source(store: Store, built_stories: Path, tmp_path: Path) -> None:
    lines = [line for line in built_stories.read_text(encoding="utf-8").splitlines() if "data/talks-2-" in line]
    copy = "\n".join(lines).replace("data/talks-2-", "data/talks-5-").replace("Le Courrier de Lorne", "Le Matin de Vell")
    (tmp_path / "copy.nq").write_text(copy + "\n", encoding="utf-8")
    list(store.put(article_graphs(tmp_path / "copy.nq")))
    resolve(store)
    (agreed,) = [fact for fact in facts(store.triples(), "Turkey") if fact.fact.startswith("agreement")]
    assert len(agreed.articles) == 4
    assert agreed.independent == 3
    assert "Le Matin de Vell" in agreed.publishers


def test_commands_from_first_to_last(built_stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = str(tmp_path / "by-hand")
    for arguments in (
        ["store", "create", name],
        ["store", "add", name, str(built_stories), "-q"],
        ["identity", "resolve", name],
        ["identity", "review", name],
        ["why", name, "Recep Erdogan"],
        ["disputes", name],
        ["facts", name, "--about", "Petrova"],
        ["split", name, "Recep Erdogan", "Recep Tayyip Erdogan"],
        ["why", name, "Recep Erdogan"],
    ):
        assert run(arguments) == 0
    told = capsys.readouterr().out
    assert "12 to 15 people; 3 sources" in told
    assert "two  0.60  the same name, but of different states" in told
    assert "one  1.00  the same name, a name left out" in told
    assert "two  1.00  a person's decision" in told
    gone = next(line for line in told.splitlines() if "talks-1" in line).strip(" <>")
    assert run(["store", "remove", name, gone.split("/person/")[0]]) == 0
    with opened(name) as opened_store:
        assert all(article(left) != "talks-1" for left in things(opened_store.graph(IDENTITY)))
