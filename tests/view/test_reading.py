"""What the page is made of: things joined across articles, links with their own proofs, fixed places."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.export import graphs
from kg.store.graphs import load_file
from kg.view.bundle import bundle
from kg.view.layout import lay_out, lay_out_discs
from kg.view.page import static
from kg.view.picture import Picture
from kg.view.plan import FIRST, first, plan
from kg.view.reading import Reader
from kg.view.terms import facts_of
from tests.browser.graphs import Article, store, term, typed

AFFAIR = Path(__file__).parents[1] / "store" / "graphs" / "affair.trig"


def read(path: Path) -> Picture:
    reader = Reader()
    for graph in graphs(load_file(path)):
        reader.add(facts_of(graph))
    return reader.picture()


def test_a_relation_has_its_own_proof_and_certainty() -> None:
    picture = read(AFFAIR)
    edge = next(edge for edge in picture.edges if edge.predicate == "affiliatedWith")
    assert (picture.nodes[edge.source].label, picture.nodes[edge.target].label) == ("brigade Sorek", "Norvège")
    assert edge.confidence == 0.7
    assert [picture.passages[proof].quote for proof in edge.passages] == ["l'armée norvégienne"]


def test_a_role_is_as_sure_and_as_real_as_its_event() -> None:
    picture = read(AFFAIR)
    denied = [edge for edge in picture.edges if edge.factuality == "Negated"]
    assert {picture.nodes[edge.source].label for edge in denied} == {"attaque de Tirna"}
    assert {edge.predicate for edge in denied} == {"agent", "patient", "attributedTo"}


def test_a_deadline_has_an_end_only() -> None:
    event = next(node for node in read(AFFAIR).nodes if node.kind == "Delivery")
    assert (event.begin, event.end) == ("", "2024-06-30")


def test_the_same_thing_in_two_articles_is_one_node_but_not_two_kinds() -> None:
    reader = Reader()
    for number, kind in enumerate(("Person", "Person", "Organization")):
        article = Article(f"a{number}", "Titre", "2024-01-01")
        (proof,) = article.sentence(f"Ici parle Vera Lund, {number}.", ["Vera Lund"])
        thing = article.thing("it", kind, "Vera Lund" if number else "V. Lund", proof)
        article.add(thing, "owl:sameAs", term("wd:Q42"))
        reader.add(facts_of(article.quads))
    picture = reader.picture()
    assert sorted((node.kind, len(node.iris), node.articles) for node in picture.nodes) == [
        ("Organization", 1, (2,)),
        ("Person", 2, (0, 1)),
    ]


def test_what_a_store_joined_is_one_node_and_two_reports_of_one_event_stay_two() -> None:
    reader = Reader()
    known = Article("identity", "", "2024-01-01")
    known.quads.clear()
    events = []
    for number, name in enumerate(("Vera Lund", "V. Lund", "Vera Lund")):
        article = Article(f"a{number}", "Titre", "2024-01-01")
        (who, what) = article.sentence(f"{name} a été arrêtée, {number}.", [name, "arrêtée"])
        person = article.thing("it", "Person", name, who)
        events.append(article.thing("arrest", "Arrest", "arrestation", what, factuality="Actual"))
        article.add(events[-1], "nkg:patient", person)
        reader.add(facts_of(article.quads))
        if number < 2:
            known.add(person, "nkg:standsFor", known.node("lund"))
    known.add(events[0], "nkg:sameEventAs", events[1])
    known.add(known.node("a-judgement"), "nkg:left", events[0])
    known.add(known.node("a-judgement"), "nkg:right", events[1])
    known.add(known.node("a-judgement"), "nkg:score", typed("0.75", "decimal"))
    reader.add(facts_of(known.quads))
    picture = reader.picture()
    people = [node for node in picture.nodes if node.kind == "Person"]
    assert sorted((len(node.iris), node.articles) for node in people) == [(1, (2,)), (2, (0, 1))]
    assert [node.kind for node in picture.nodes].count("Arrest") == 3
    (link,) = (edge for edge in picture.edges if edge.predicate == "sameEventAs")
    assert link.confidence == 0.75


def test_turtle_of_several_articles_still_knows_whose_a_sentence_is(tmp_path: Path) -> None:
    quads = list(store(60))
    reader = Reader()
    reader.add(facts_of(quads))  # as one graph
    picture = reader.picture()
    assert len(picture.sources) == 3
    assert all(picture.sources[passage.article].iri for passage in picture.passages)
    assert {passage.article for passage in picture.passages} == {0, 1, 2}


def test_the_order_of_triples_does_not_matter() -> None:
    quads = list(store(60))
    one, other = Reader(), Reader()
    one.add(facts_of(quads))
    other.add(facts_of(quads[::-1]))
    assert one.picture() == other.picture()


def test_without_texts_no_sentence_is_kept() -> None:
    reader = Reader(texts=False)
    reader.add(facts_of(store(20)))
    assert not any(source.sentences for source in reader.picture().sources)


def test_what_is_drawn_first_hangs_together() -> None:
    reader = Reader()
    reader.add(facts_of(store(1200)))
    picture = reader.picture()
    drawn = set(plan(picture).drawn)
    assert len(drawn) == FIRST
    linked = {end for e in picture.edges if {e.source, e.target} <= drawn for end in (e.source, e.target)}
    assert len(linked) > 0.95 * len(drawn)


def test_parts_that_are_not_linked_fill_the_room_without_meeting() -> None:
    sizes = [(70.0, 30.0)] * 60
    chains = [(start + i, start + i + 1) for start in range(0, 60, 6) for i in range(5)]
    places = lay_out(chains, sizes)
    part = [index // 6 for index in range(60)]
    met = [
        (i, j)
        for i in range(60)
        for j in range(i)
        if part[i] != part[j] and abs(places[i][0] - places[j][0]) < 140 and abs(places[i][1] - places[j][1]) < 60
    ]
    assert met == []
    wide, tall = (max(axis) - min(axis) for axis in zip(*places, strict=True))
    assert 0.7 < wide / tall < 2.5


def test_few_nodes_are_all_drawn() -> None:
    assert first(range(5), [(0, 1)], 300) == [0, 1, 2, 3, 4]


def test_names_have_room_and_places_are_the_same_each_time() -> None:
    edges = [(0, other) for other in range(1, 30)] + [(31, 32)]
    sizes = [(60.0, 30.0)] * 34
    places = lay_out(edges, sizes)
    assert places == lay_out(edges, sizes)
    close = [
        (a, b)
        for index, a in enumerate(places)
        for b in places[index + 1 :]
        if abs(a[0] - b[0]) < 100 and abs(a[1] - b[1]) < 50
    ]
    assert close == []
    assert lay_out([], []) == []


def test_discs_do_not_overlap() -> None:
    radii = [300.0, 200.0, 150.0, 100.0, 100.0, 80.0]
    centres = lay_out_discs(radii, {(0, 1): 5, (2, 3): 1}, 50.0)
    for i, (x, y) in enumerate(centres):
        for j, (u, v) in enumerate(centres[:i]):
            assert (x - u) ** 2 + (y - v) ** 2 >= (radii[i] + radii[j]) ** 2


def test_modules_are_bundled_after_what_they_import() -> None:
    modules = {"main.js": "import { a } from './lib.js';\na();\n", "lib.js": "export function a() {}\n"}
    code = bundle("main", modules.__getitem__)
    assert code.index("const $lib") < code.index("const { a } = $lib")
    with pytest.raises(ValueError, match="circle"):
        bundle("one", {"one.js": "import { x } from './one.js';\n"}.__getitem__)


def test_every_module_of_the_page_is_used() -> None:
    code = bundle("main", static)
    modules = {path.stem for path in (Path(__file__).parents[2] / "kg" / "view" / "static").glob("*.js")}
    assert {name for name in modules if f"const ${name} =" not in code} == set()
