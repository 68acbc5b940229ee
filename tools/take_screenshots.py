"""Pictures of the view for the README: the sample's graph on a desktop, dark, on a phone and in print.

    python tools/take_screenshots.py GRAPH [FOLDER]

GRAPH is any graph that kg reads; the pictures go to FOLDER, docs/images if none is given. Needs Chromium.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from kg.export import write
from kg.pipeline import page_formats
from kg.store.graphs import open_graph

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@dataclass(frozen=True)
class Shot:
    """One picture: how large, what to do before it is taken."""

    name: str
    width: int = 1440
    height: int = 900
    dark: bool = False
    lang: str = "en"
    select: str = ""  # words to search for, the first found is selected
    press: tuple[str, ...] = ()  # selectors to click, in order
    printed: bool = False


SHOTS = (
    Shot("graph"),
    Shot("facts", select="*", press=("#panel .evidence footer button >> nth=0",)),
    Shot("focus-dark", dark=True, select="*", press=("#do-focus-2",)),
    Shot("timeline", press=("#view-timeline",)),
    Shot("table-fr", lang="fr", press=("#view-table",)),
    Shot("phone", width=390, height=844),
    Shot("print", printed=True, select="*"),
)


def take(browser: Browser, page_file: Path, shot: Shot, folder: Path) -> Path:
    """Takes one picture."""
    context = browser.new_context(
        offline=True,
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        locale="fr-FR" if shot.lang == "fr" else "en-GB",
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.wait_for_selector("html[data-ready]")
    prepare(page, shot)
    page.wait_for_timeout(800)  # animations
    picture = folder / f"view-{shot.name}.{'pdf' if shot.printed else 'png'}"
    if shot.printed:
        page.pdf(path=picture, format="A4", prefer_css_page_size=True)
    else:
        page.screenshot(path=picture)
    context.close()
    return picture


def prepare(page: Page, shot: Shot) -> None:
    """Selects and clicks as the picture wants it; "*" selects whom the overview names first."""
    if shot.select == "*":
        page.click("#panel .ranked button >> nth=0")
    elif shot.select:
        page.fill("#query", shot.select)
        page.keyboard.press("Enter")
    for selector in shot.press:
        page.click(selector)


def main(graph: str, folder: str = "docs/images") -> None:
    """Takes all pictures of `graph`."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium is installed (apt-get install chromium)")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        page_file = Path(place) / "view.html"
        write(open_graph(graph).triples(), page_file, page_formats())
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for shot in SHOTS:
            print(take(browser, page_file, shot, target))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
