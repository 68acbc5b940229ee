"""The page's modules keep the types that they state."""

from __future__ import annotations

import subprocess

from tests.browser.npm import HERE, installed


def test_types_hold() -> None:
    compiler = installed("typescript/bin/tsc")
    checked = subprocess.run(["node", compiler, "-p", HERE], capture_output=True, text=True, check=False)
    assert checked.stdout == ""
