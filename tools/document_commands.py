"""Write docs/commands.md from the help of every command: python tools/document_commands.py"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "commands.md"
OPENING = """# Commands

Every command with its arguments, options and examples, as `kg COMMAND --help` prints them. Exit codes are in the
[README](../README.md).
"""


def commands() -> Iterator[tuple[str, ...]]:
    """The names of all commands, those of a group as two words."""
    from kg.commands.app import command

    for name, entry in command().commands.items():
        if hasattr(entry, "commands"):
            yield from ((name, inner) for inner in entry.commands)
        else:
            yield (name,)


def page() -> str:
    """The whole page."""
    parts = [OPENING]
    for name in commands():
        parts.append(f"## kg {' '.join(name)}\n\n```text\n{_help(*name)}\n```\n")
    return "\n".join(parts)


def _help(*name: str) -> str:
    from kg.commands import run

    os.environ["COLUMNS"] = "110"
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        run([*name, "--help"])
    return "\n".join(line.rstrip() for line in printed.getvalue().strip().splitlines())


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} written")
