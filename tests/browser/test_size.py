"""Large graphs open in seconds and answer at once. The times are those that the project promises for two cores."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.commands import run
from kg.export import write
from kg.pipeline import page_formats
from tests.browser.conftest import Opener
from tests.browser.graphs import store
from tests.conftest import Grown

SAMPLE = Path(__file__).parents[2] / "samples" / "affaire-de-fort-orsel.fr.txt"
USABLE = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that `make demo` writes."""
    path = tmp_path_factory.mktemp("pages") / "demo.html"
    assert run(["build", str(SAMPLE), "-o", str(path), "--quiet"]) == 0
    return path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "large.html"
    write(store(21_500), path, page_formats())  # some are one thing, so that 20,000 are left
    return path


def opening(browser: Browser, path: Path, promised: float) -> float:
    """Seconds from opening a page until it is drawn and answers; tried again where other work may have disturbed."""
    times = [float("inf")]
    while min(times) >= promised and len(times) < 4:
        page = browser.new_page(viewport={"width": 1360, "height": 850})
        started = time.perf_counter()
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]")
        page.evaluate(USABLE)
        times.append(time.perf_counter() - started)
        page.close()
    return min(times)


def test_an_article_opens_in_two_seconds(browser: Browser, demo: Path) -> None:
    assert opening(browser, demo, 2) < 2


def test_who_the_demo_is_about_is_found_and_checked(opened: Opener, demo: Path) -> None:
    view = opened(demo)
    assert view.page.locator("#look-Person").count() == 1
    view.page.click("#panel .ranked button >> nth=0")
    name = view.text("#panel h2")
    assert name in view.drawn()
    view.page.click("#do-focus")
    assert name in view.text("#crumbs")
    view.page.click("#panel .evidence footer button >> nth=0")
    assert view.page.locator("#reader .mention").count() > 20
    assert view.text("#reader .mention.here").replace("\n", " ") in SAMPLE.read_text(encoding="utf-8")


def test_some_thousand_nodes_open_in_three_seconds(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "middle.html"
    write(store(5000), path, page_formats())
    assert opening(browser, path, 3) < 3


@pytest.fixture(scope="module")
def news(grown: Grown, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of 900 articles of Wikinews, whose things are joined."""
    folder = tmp_path_factory.mktemp("news")
    shutil.copytree(grown.store, folder / "store")  # another test's store stays as it is
    assert run(["identity", "resolve", str(folder / "store")]) == 0
    assert run(["view", str(folder / "store"), "-o", str(folder / "news.html"), "--quiet"]) == 0
    return folder / "news.html"


def test_nine_hundred_articles_open_in_three_seconds(browser: Browser, news: Path) -> None:
    assert news.stat().st_size < 30_000_000
    assert opening(browser, news, 3) < 3


def test_nine_hundred_articles_are_searched_and_checked(opened: Opener, news: Path) -> None:
    view = opened(news)
    assert "groups hold" in view.text("#crumbs")
    view.page.fill("#query", "francois hollande")
    view.page.wait_for_selector("#suggestions:not([hidden])")
    assert view.page.locator("#suggestions li .name").first.inner_text() == "François Hollande"
    view.page.keyboard.press("Enter")
    assert view.text("#panel h2") == "François Hollande"
    assert "articles" in view.text("#panel header")
    view.page.click("#do-focus")
    assert 10 < len(view.drawn()) <= 300
    view.page.click("#panel .evidence footer button >> nth=0")
    assert view.page.locator("#reader .mention").count() > 5
    view.page.click("#unfocus")
    view.page.click("#view-timeline")
    assert view.page.locator("#timeline .card").count() > 20


def test_twenty_thousand_nodes_open_in_five_seconds_under_thirty_megabytes(browser: Browser, large: Path) -> None:
    assert large.stat().st_size < 30_000_000
    assert opening(browser, large, 5) < 5


def test_a_store_is_searched_filtered_and_opened_group_by_group_without_freezing(opened: Opener, large: Path) -> None:
    view = opened(large)
    assert view.page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.label.length") >= 20_000
    assert view.drawn() == set()
    assert "groups hold" in view.text("#crumbs")
    view.page.focus("#query")
    took = view.page.evaluate(
        """() => { const box = document.getElementById('query'); box.value = 'maren'; const started = performance.now();
        box.dispatchEvent(new Event('input')); return performance.now() - started; }"""
    )
    assert took < 1500
    assert view.page.locator("#suggestions li").count() > 0
    view.page.keyboard.press("Escape")
    view.page.evaluate("document.getElementById('canvas').choose({ open: [0] })")
    assert 20 < len(view.drawn()) <= 300
    view.page.click("#panel .ranked button >> nth=0")
    view.page.click("#do-focus-2")
    assert 1 < len(view.drawn()) <= 300
    view.page.click("#unfocus")
    view.page.select_option("#event-class", "Meeting")
    view.page.click("#view-table")
    assert view.page.locator("#rows tbody tr").count() > 100
