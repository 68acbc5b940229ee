"""axe-core finds nothing serious in any view, light or dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Opener
from tests.browser.npm import installed


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker's script."""
    return installed("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", "#view=timeline", "#view=table", "#article=0&node=dolan", "#focus=dolan"])
def test_nothing_serious_is_found(opened: Opener, affair: Path, axe: str, state: str, theme: str) -> None:
    view = opened(affair, state.replace("dolan", "https%3A%2F%2Fw3id.org%2Fnewskg%2Fdata%2Fdolan"), color_scheme=theme)
    view.page.evaluate(axe)
    found = view.page.evaluate("axe.run({ resultTypes: ['violations'] })")
    serious = [
        (each["id"], [node["html"][:120] for node in each["nodes"]][:3])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]
    assert serious == []
