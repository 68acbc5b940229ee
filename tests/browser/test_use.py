"""What a person does with the page, one thing after the other."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export import write
from kg.pipeline import page_formats
from tests.browser.conftest import Opener
from tests.browser.graphs import store
from tests.browser.watched import Watched


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of some hundred nodes out of two dozen articles of several publishers."""
    path = tmp_path_factory.mktemp("pages") / "corpus.html"
    write(store(500), path, page_formats())
    return path


def search(view: Watched, words: str) -> list[str]:
    view.page.fill("#query", words)
    view.page.wait_for_selector("#suggestions:not([hidden])")
    return view.page.locator("#suggestions li .name").all_inner_texts()


def test_search_suggests_without_regard_to_accents_and_case_and_knows_other_names(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    assert search(view, "NORVEGE")[0] == "Norvège"
    assert any("Marek Dolan" in name for name in search(view, "general dolan"))
    assert search(view, "qwertz") == []
    assert "Nothing found" in view.text("#suggestions")
    search(view, "varga")
    view.page.keyboard.press("ArrowDown")
    view.page.keyboard.press("Enter")
    assert view.text("#panel h2") == "Ilse Varga"


def test_filters_by_class_certainty_date_and_source(opened: Opener, corpus: Path) -> None:
    view = opened(corpus)
    everything = view.drawn()
    view.page.select_option("#event-class", "Attack")
    attacks = view.drawn()
    assert attacks
    assert attacks < everything
    view.page.click(".reset")
    assert view.drawn() == everything
    view.page.evaluate(
        "() => { const s = document.getElementById('certainty'); s.value = 0.9; s.dispatchEvent(new Event('change')); }"
    )
    assert view.drawn() == set()
    view.page.click(".reset")
    view.page.fill("#date-from", "2020-01-01")
    view.page.keyboard.press("Tab")
    assert view.drawn() < everything
    view.page.click("#dates >> text=All dates")
    view.page.select_option("#source", "journal-3")
    assert view.drawn()
    assert view.drawn() < everything
    view.page.click(".reset")
    view.page.evaluate(
        "() => { const s = document.getElementById('sources'); s.value = 2; s.dispatchEvent(new Event('change')); }"
    )
    assert view.drawn() < everything


def test_the_range_of_dates_is_dragged_and_moved_by_keys(opened: Opener, corpus: Path) -> None:
    view = opened(corpus)
    everything = view.drawn()
    box = view.page.locator(".handle.from").bounding_box()
    track = view.page.locator(".track").bounding_box()
    assert box
    assert track
    view.page.mouse.move(box["x"] + 6, box["y"] + 12)
    view.page.mouse.down()
    view.page.mouse.move(track["x"] + track["width"] / 2, box["y"] + 12, steps=5)
    view.page.mouse.up()
    middle = view.page.input_value("#date-from")
    assert re.match(r"201[5-9]-", middle)
    assert view.drawn() < everything
    view.page.focus(".handle.from")
    view.page.keyboard.press("ArrowRight")
    assert view.page.input_value("#date-from") > middle
    view.page.keyboard.press("Home")
    assert view.drawn() == everything


def test_focus_shows_one_step_then_two_and_goes_back(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    everything = view.drawn()
    view.click_node("Marek Dolan")
    view.page.click("#do-focus")
    assert view.drawn() == {"Marek Dolan", "assassinat de Marek Dolan"}
    view.page.click("#do-focus-2")
    assert view.drawn() == {"Marek Dolan", "assassinat de Marek Dolan", "Tirna", "brigade Sorek"}
    view.page.click("#unfocus")
    assert view.drawn() == everything


def test_a_path_between_two_nodes_is_shown_with_its_sentences(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    view.click_node("Marek Dolan")
    view.page.click("#do-path")
    search(view, "norvege")
    view.page.keyboard.press("Enter")
    assert "Path from Marek Dolan to Norvège" in view.text("#crumbs")
    assert view.drawn() == {"Marek Dolan", "assassinat de Marek Dolan", "brigade Sorek", "Norvège"}
    assert "affiliated with" in view.text("#panel")
    view.page.keyboard.press("Escape")


def test_the_text_and_the_graph_lead_to_each_other(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    view.click_node("Marek Dolan")
    view.page.click("#panel .evidence footer button >> nth=0")
    assert "Un général assassiné" in view.text("#reader h2")
    assert view.text("#reader .text").replace("\n", " ").startswith("Le général Marek Dolan a été assassiné")
    assert view.text("#reader .mention.here") == "général Marek Dolan"
    view.page.click("#reader .mention >> text=La ministre Ilse Varga")
    assert view.text("#panel h2") != "Marek Dolan"


def test_no_text_leaves_sentences_out(opened: Opener, tmp_path: Path) -> None:
    path = tmp_path / "quotes.html"
    write(store(40), path, page_formats(texts=False))
    assert "disent plusieurs témoins" not in path.read_text(encoding="utf-8")
    view = opened(path)
    view.page.click("#panel .ranked button >> nth=0")
    assert view.page.locator("#panel mark").count() > 0
    view.page.click("#panel .evidence footer button >> nth=0")
    assert "left out" in view.text("#reader")


def taken(view: Watched, item: str) -> bytes:
    view.page.click("#tools summary")
    with view.page.expect_download() as download:
        view.page.click(item)
    return Path(download.value.path()).read_bytes()


def test_what_is_drawn_is_taken_away(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    assert taken(view, "#export-png").startswith(b"\x89PNG")
    view.click_node("Marek Dolan")
    view.page.click("#do-focus-2")
    graph = ox.Store()
    graph.load(taken(view, "#export-ttl"), format=ox.RdfFormat.TURTLE)
    who = graph.query(
        "PREFIX nkg: <https://w3id.org/newskg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "SELECT ?who ?quote { ?e a nkg:Assassination ; nkg:agent/rdfs:label ?who ; nkg:evidence/nkg:quote ?quote }"
    )
    assert [(row["who"].value, row["quote"].value) for row in who] == [("brigade Sorek", "général Marek Dolan")]  # type: ignore[union-attr]
    rows = list(csv.DictReader(io.StringIO(taken(view, "#export-csv").decode("utf-8-sig"))))
    agent = next(row for row in rows if row["relation"] == "agent")
    assert (agent["subject"], agent["object"]) == ("assassinat de Marek Dolan", "brigade Sorek")
    assert agent["sentence"].startswith("Le général Marek Dolan")


def test_a_link_reopens_the_same_state(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    view.page.uncheck("#look-Position")
    view.click_node("Ilse Varga")
    view.page.click("#do-focus")
    view.page.click("#tools summary")
    view.page.click("#export-link")
    address = view.page.input_value("#link")
    again = opened(affair, "#" + address.split("#")[1])
    assert again.drawn() == view.drawn()
    assert "ministre" not in again.drawn()
    assert again.text("#panel h2") == "Ilse Varga"
    assert not again.page.is_checked("#look-Position")


def test_light_and_dark_french_and_english(opened: Opener, affair: Path) -> None:
    french = opened(affair, locale="fr-CA", color_scheme="dark")
    assert french.page.evaluate("document.documentElement.lang") == "fr"
    assert french.text("#views").split() == ["Graphe", "Chronologie", "Tableau"]
    assert "Personne" in french.text("#filters")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = french.page.evaluate(ground)
    french.page.click("#theme")
    assert french.page.evaluate(ground) != dark
    french.page.click("#language")
    assert french.text("#views").split() == ["Graph", "Timeline", "Table"]


def test_events_stand_on_a_timeline(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    view.page.keyboard.press("2")
    events = view.page.locator("#timeline .card .title").all_inner_texts()
    assert events.index("assassinat de Marek Dolan") < events.index("livraison de 40 drones à la Norvège")
    assert "by Jun 30, 2024 at the latest" in view.text("#timeline") or "by 30 Jun 2024 at the latest" in view.text(
        "#timeline"
    )
    view.page.click("#timeline .title >> text=assassinat")
    assert view.text("#panel h2") == "assassinat de Marek Dolan"


def test_tables_sort_and_filter(opened: Opener, corpus: Path) -> None:
    view = opened(corpus)
    view.page.click("#view-table")
    view.page.click("th[data-key=mentions] button")
    counts = [int(cell) for cell in view.page.locator("#rows tbody td:nth-child(3)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 1
    assert view.page.get_attribute("th[data-key=mentions]", "aria-sort") == "descending"
    view.page.click("th[data-key=name] button")
    names = view.page.locator("#rows tbody td:nth-child(1)").all_inner_texts()
    view.page.fill("#table-words", names[5])
    found = view.page.locator("#rows tbody td:nth-child(1)").all_inner_texts()
    assert names[5] in found
    assert len(found) < len(names)
    view.page.click("#table .tabs >> text=Links")
    assert view.page.locator("#rows tbody tr").count() > 0


def test_everything_is_reached_by_keyboard(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    view.page.keyboard.press("/")
    view.page.keyboard.type("tirna")
    view.page.keyboard.press("Enter")
    assert view.text("#panel h2") == "Tirna"
    view.page.focus("#canvas")
    view.page.keyboard.press("ArrowLeft")
    moved = view.text("#panel h2")
    view.page.keyboard.press("Enter")
    assert view.page.evaluate("document.activeElement.id") == "panel"
    view.page.keyboard.press("f")
    assert moved in view.text("#crumbs")
    view.page.keyboard.press("Escape")
    view.page.keyboard.press("Escape")
    assert "of" in view.text("#crumbs")
    assert view.page.get_attribute("#canvas", "aria-label")


def test_on_a_phone_the_panel_goes_below(opened: Opener, affair: Path) -> None:
    view = opened(affair, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    graph, panel = view.page.locator("#graph").bounding_box(), view.page.locator("#panel").bounding_box()
    assert graph
    assert panel
    assert panel["y"] >= graph["y"] + graph["height"]
    assert view.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_paper_everything_is_drawn_for_white_and_the_screen_stays_dark(opened: Opener, affair: Path) -> None:
    view = opened(affair, color_scheme="dark")
    view.click_node("Marek Dolan")
    assert view.page.pdf().startswith(b"%PDF")
    assert view.page.evaluate("document.documentElement.dataset.theme") == "dark"
    view.page.emulate_media(media="print")
    assert not view.page.is_visible("#search")
    assert view.page.is_visible("#panel blockquote >> nth=0")


def test_names_do_not_cover_each_other_at_first_sight(opened: Opener, corpus: Path) -> None:
    view = opened(corpus)
    view.settle()
    boxes = view.page.evaluate("document.getElementById('canvas').drawn.named")
    assert len(boxes) > 30
    covered = [
        (a["node"], b["node"])
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["low"] and b["top"] < a["low"]
    ]
    assert covered == []


def test_names_stay_inside_the_picture_clear_of_what_lies_over_it(opened: Opener, affair: Path, corpus: Path) -> None:
    for path in (affair, corpus):
        view = opened(path)
        view.settle()
        room = view.page.locator("#canvas").bounding_box()
        assert room
        boxes = view.page.evaluate("document.getElementById('canvas').drawn.named")
        assert boxes
        assert all(box["left"] >= 0 and box["right"] <= room["width"] and box["low"] <= room["height"] for box in boxes)
        for over in ("#crumbs", "#zoom"):
            lying = view.page.locator(over).bounding_box()
            assert lying
            left, top = lying["x"] - room["x"], lying["y"] - room["y"]
            right, low = left + lying["width"], top + lying["height"]
            assert not [b for b in boxes if b["left"] < right and left < b["right"] and b["top"] < low and top < b["low"]]
