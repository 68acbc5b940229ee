"""What rooms of tests share: a real browser, and a store of 900 articles of Wikinews."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one, what needs it is skipped in one line."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


ROOT = Path(__file__).parents[1]
WIKINEWS = ROOT.parent / "shared" / "gold" / "wikinews-fr-dev" / "texts"


@dataclass(frozen=True)
class Grown:
    """A store, and what it cost to add its articles one process: seconds of the processor, bytes."""

    store: Path
    articles: int
    failed: int
    early: float  # seconds that sixty more articles take in a store of a hundred
    late: float  # and those after all others
    seconds: float
    model: float  # of these, what the language model alone takes
    peak: int


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    """A store of 900 articles; where their texts don't lie beside the checkout, what needs it is skipped in one line."""
    if not WIKINEWS.is_dir():
        pytest.skip(f"no articles of Wikinews in {WIKINEWS}")
    folder = tmp_path_factory.mktemp("wikinews")
    texts, store = folder / "texts", folder / "store"
    more = folder / "more"
    texts.mkdir()
    more.mkdir()
    for n, text in enumerate(sorted(WIKINEWS.glob("*.txt"))[:960]):
        shutil.copy(text, texts if n < 900 else more)
    command = [sys.executable, "-m", "tests.scale.growing", str(texts), str(more), str(store)]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, check=True)
    return Grown(store, **json.loads(done.stdout))
