"""A real browser, and pages made of graphs of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from kg.export import write
from kg.pipeline import page_formats
from kg.store.graphs import load_file
from tests.browser.watched import Watched, watch

AFFAIR = Path(__file__).parents[1] / "store" / "graphs" / "affair.trig"

Opener = Callable[..., Watched]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opener]:
    """Opens a page from disk, without a network; at the end nothing may have complained or called out."""
    contexts: list[BrowserContext] = []
    pages: list[Watched] = []

    def open_page(path: Path, fragment: str = "", **options: object) -> Watched:
        settings = {"locale": "en-GB", "viewport": {"width": 1360, "height": 850}, **options}
        context = browser.new_context(offline=True, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = watch(context.new_page())
        pages.append(page)
        page.page.goto(path.absolute().as_uri() + fragment)
        page.page.wait_for_selector("html[data-ready]", timeout=30_000)
        return page

    yield open_page
    complaints = [complaint for page in pages for complaint in page.complaints]
    calls = [call for page in pages for call in page.calls]
    for context in contexts:
        context.close()
    assert complaints == []
    assert calls == []


@pytest.fixture(scope="session")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a small article of our own."""
    path = tmp_path_factory.mktemp("pages") / "affair.html"
    write(load_file(AFFAIR), path, page_formats())
    return path
