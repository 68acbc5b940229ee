"""axe-core finds nothing serious in any view, light or dark."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import Opener

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker's script, installed from npm at first use."""
    if not AXE.exists():
        if shutil.which("npm") is None:
            pytest.skip("no npm is installed, from which axe-core comes (apt-get install npm)")
        install = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        if subprocess.run(install, cwd=HERE, check=False).returncode:
            pytest.skip("npm could not install axe-core")
    return AXE.read_text(encoding="utf-8")


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
