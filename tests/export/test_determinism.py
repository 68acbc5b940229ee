"""Two processes with different hash seeds write the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import sys, hashlib, pathlib
from kg.export import EXPORTERS, write
from kg.graph import quads
from tests.documents import DOCUMENT, renamed
folder = pathlib.Path(sys.argv[1])
files = write([*quads(DOCUMENT), *quads(renamed("Zoë"))], [folder / f"graph{ending}" for ending in EXPORTERS])
print(*(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files), sep="\\n")
"""


def test_hash_seed_changes_nothing(tmp_path: Path) -> None:
    seen = []
    for seed in ("1", "2", "31337"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = [sys.executable, "-W", "ignore", "-c", CODE, str(tmp_path)]
        seen.append(subprocess.check_output(run, cwd=ROOT, env=environment, text=True))
    assert seen[0].count("\n") == 10
    assert len(set(seen)) == 1
