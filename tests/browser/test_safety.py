"""What an article says is shown, never run or fetched; the file holds no address that a browser would ask."""

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
from tests.browser.graphs import BASE, HOSTILE, hostile, store
from tests.browser.test_use import taken
from tests.browser.watched import Watched

SEEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd\s]+")


@pytest.fixture(scope="module")
def page_of_hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "hostile.html"
    write(hostile(), path, page_formats())
    return path


def plain(text: str) -> str:
    """Without what can't be seen."""
    return SEEN.sub("", text)


def unharmed(view: Watched) -> None:
    assert view.page.evaluate("window.pwned") is None
    assert view.page.locator("script").count() == 5
    assert view.page.locator("iframe, object, base, form, link, img, math, body style").count() == 0
    assert not [href for href in hrefs(view) if not href.startswith(("http://", "https://"))]


def hrefs(view: Watched) -> list[str]:
    return view.page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")  # type: ignore[no-any-return]


def test_hostile_texts_are_shown_as_text_everywhere(opened: Opener, page_of_hostile: Path) -> None:
    assert len(HOSTILE) >= 40
    view = opened(page_of_hostile)
    labels = view.page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.label")
    articles = view.page.evaluate("JSON.parse(document.getElementById('data').textContent).articles.map(a => a.iri)")
    for number, text in enumerate(HOSTILE):
        node = labels.index(text + "!")
        view.page.evaluate("node => document.getElementById('canvas').choose({ node, edge: -1 })", node)
        assert plain(text[:40]) in plain(view.text("#panel h2"))
        assert f"— {number}" in view.text("#panel .evidence") or len(text) > 1000
        article = articles.index(f"{BASE}hostile-{number}")
        view.page.evaluate("article => document.getElementById('canvas').choose({ article })", article)
        assert f"— {number}" in view.text("#reader .text")
    unharmed(view)


def test_hostile_texts_do_no_harm_in_search_tables_timeline_and_files(opened: Opener, page_of_hostile: Path) -> None:
    view = opened(page_of_hostile)
    view.page.fill("#query", "script")
    view.page.wait_for_selector("#suggestions li")
    view.page.keyboard.press("Escape")
    for name in ("timeline", "table"):
        view.page.click(f"#view-{name}")
        assert "<img src=x onerror=window.pwned=1>" in view.text(f"#{name}")
    view.page.click("#view-graph")
    ox.Store().load(taken(view, "#export-ttl"), format=ox.RdfFormat.TURTLE)
    rows = list(csv.reader(io.StringIO(taken(view, "#export-csv").decode("utf-8-sig"))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    unharmed(view)


def test_a_hostile_link_does_no_harm(opened: Opener, affair: Path) -> None:
    for fragment in (
        "#node=<script>window.pwned=1</script>",
        "#view=%3Cimg%3E&path=a b c&open=1e9 -1&more=x",
        "#from=x&to='",
    ):
        view = opened(affair, fragment)
        assert "Marek Dolan" in view.drawn()
        unharmed(view)


def test_the_file_runs_and_fetches_nothing_of_others(affair: Path) -> None:
    page = affair.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert "http" not in policy[1]
    assert not re.search(r"<(?:script|link|img|iframe)[^>]*\s(?:src|href)=", page.split("<script")[0])
    assert not re.findall(r"<script[^>]+src=", page)
    assert "sourceMappingURL" not in page
    assert "cdn" not in page.split("<script>")[0].lower()


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    for page in pages:
        write(store(400), page, page_formats())
    assert pages[0].read_bytes() == pages[1].read_bytes()
