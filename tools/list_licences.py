"""Write docs/dependencies.md: every distribution that kg's environment needs, with its version and licence.

What a distribution says of itself (PEP 639 `License-Expression`, else `License`, else its classifiers); what kg's
environment needs is what pyproject.toml asks for, and what that asks for in turn.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

PAGE = Path(__file__).parents[1] / "docs" / "dependencies.md"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(PAGE.parents[1])} written")


def page() -> str:
    """The page as it has to be for what is installed."""
    rows = "\n".join(f"| {each.name} | {each.version} | {licence(each)} |" for each in needed())
    return (
        "# Licences of all dependencies\n\nWritten by `make licences` from what each distribution says of itself; "
        "[licences.md](licences.md) tells of models and data. Optional extras are not among them.\n\n"
        f"| distribution | version | licence |\n| --- | --- | --- |\n{rows}\n"
    )


def needed() -> list[Distribution]:
    """The distributions that kg needs to run, by name."""
    asked = tomllib.loads((PAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    found: dict[str, Distribution] = {}
    missing = [Requirement(line) for line in asked]
    while missing:
        requirement = missing.pop()
        if normal(requirement.name) in found or not _applies(requirement):
            continue
        known = found[normal(requirement.name)] = distribution(requirement.name)
        missing += map(Requirement, known.requires or ())
    return [found[name] for name in sorted(found)]


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def licence(known: Distribution) -> str:
    """One line: the licence's name."""
    meta = known.metadata
    said = meta.get("License-Expression") or ""
    if not said:
        classified = [each.split(" :: ")[-1] for each in meta.get_all("Classifier", []) if each.startswith("License ::")]
        named = (meta.get("License") or "").strip()
        said = named if named and len(named) < 60 and "\n" not in named else ", ".join(classified)
    return said.replace("|", "/") or "not said"


if __name__ == "__main__":
    main()
