"""The query page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_a_saved_query_is_asked_without_the_internet(page: Page, endpoint: str) -> None:
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))

    site = endpoint.removesuffix("query")
    page.goto(site)
    page.wait_for_selector(".CodeMirror-code")
    page.select_option("#saved", "who-holds-office")
    page.wait_for_selector("text=Ilse Varga")
    assert page.locator(".parseErrorIcon").count() == 0
    assert "Persons and their positions" in page.inner_text("#about")
    assert complaints == []
    assert all(request.startswith((site, "data:")) for request in requests)


def test_the_viewer_of_the_store_is_beside(page: Page, endpoint: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(endpoint.removesuffix("query"))
    page.click("text=Look at the graph")
    page.wait_for_selector("text=Marek Dolan")
    assert all(request.startswith((endpoint.removesuffix("query"), "data:", "blob:")) for request in requests)
