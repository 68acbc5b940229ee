"""What a person sees first: nodes by kind, a legend, and the facts of what they click on."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Opener


def test_nodes_are_drawn_by_kind_with_a_legend_that_switches_them(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    assert {"Marek Dolan", "Ilse Varga", "Tirna", "assassinat de Marek Dolan"} <= view.drawn()
    assert view.text("label:has(#look-Person)").split() == ["Person", "2"]
    view.page.uncheck("#look-Person")
    assert "Marek Dolan" not in view.drawn()
    assert "Tirna" in view.drawn()
    view.page.check("#look-Person")
    assert "Marek Dolan" in view.drawn()


def test_a_click_on_a_node_shows_its_facts_and_their_sentences(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    view.click_node("Marek Dolan")
    panel = view.text("#panel")
    assert "assassinat de Marek Dolan" in panel
    assert "le général Dolan" in panel
    assert "Le général Marek Dolan a été assassiné mardi à Tirna par la brigade Sorek." in panel
    assert "general" not in panel
    assert view.page.inner_text("#panel mark >> nth=0") == "général Marek Dolan"


def test_a_link_is_named_where_the_pointer_is_and_shows_its_sentence_on_a_click(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    (ax, ay), (bx, by) = view.node("Ilse Varga"), view.node("ministre")
    points = [((ax + bx) / 2 + dx, (ay + by) / 2 + dy) for dx in range(-12, 13, 3) for dy in range(-12, 13, 3)]
    for point in points:
        view.page.mouse.move(*point)
        view.page.wait_for_timeout(20)
        if view.page.is_visible("#tip") and "holds position" in view.text("#tip"):
            view.page.mouse.click(*point)
            break
    view.page.wait_for_timeout(50)
    assert "holds position" in view.text("#panel h2")
    assert "La ministre Ilse Varga a annoncé la livraison" in view.text("#panel")


def test_planned_and_denied_facts_say_so(opened: Opener, affair: Path) -> None:
    view = opened(affair)
    view.click_node("attaque de Tirna")
    assert "negated" in view.text("#panel header").lower()
    assert "according to Ilse Varga" in view.text("#panel") or "Ilse Varga" in view.text("#panel")
    view.page.keyboard.press("Escape")
    sections = view.page.locator("#panel section").all_inner_texts()
    happened, unreal = (next(s for s in sections if s.startswith(head)) for head in ("What happened", "Planned, possible"))
    assert "assassinat de Marek Dolan" in happened
    assert "attaque de Tirna" not in happened
    assert "attaque de Tirna" in unreal
    view.page.uncheck("#reality-Negated")
    assert "attaque de Tirna" not in view.drawn()
