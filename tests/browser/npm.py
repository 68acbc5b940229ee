"""Programs from npm that check the page, installed at first use."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


def installed(path: str) -> Path:
    """A file of a package that package.json names; without npm, what needs it is skipped in one line."""
    file = MODULES / path
    if not file.exists():
        if shutil.which("npm") is None:
            pytest.skip("no npm is installed (apt-get install npm)")
        install = ["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
        if subprocess.run(install, cwd=HERE, check=False).returncode:
            pytest.skip("npm could not install what the page is checked with")
    return file
