"""What CONTRIBUTING.md says of the code holds."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_map_of_extract_names_each_of_its_modules_once() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text[text.index("| question | modules |") : text.index("## To add")]
    modules = {path.stem for path in (ROOT / "kg" / "extract").glob("*.py")} - {"__init__"}
    assert sorted(re.findall(r"`(\w+)`", table)) == sorted(modules)
