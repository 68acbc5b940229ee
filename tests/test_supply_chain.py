"""What is installed is what was published: a lock with hashes, the French model to the byte, licences known."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools.list_licences import PAGE, licence, needed, normal

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = re.split(r"\n(?=\S)", LOCK.strip())
PINS = {normal(found[1]): found[2] for found in re.finditer(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", LOCK, re.MULTILINE)}

# The wheel of fr_core_news_md 3.8.0 in explosion/spacy-models' releases, and the files that it lists: their names and
# hashes, sorted, a line each.
WHEEL = "8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e"
FILES = "3ad7e51224b4fa80b13cc718ff82953e0a9a244a324ba765dc48700eb87550e6"
INSTALLERS = ("INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json")


def test_the_lock_pins_everything_by_hash_and_names_no_registry() -> None:
    assert len(ENTRIES) == len(re.findall(r"^\S+==\S+", LOCK, re.MULTILINE)) > 50
    assert all("--hash=sha256:" in entry for entry in ENTRIES)
    assert not re.search(r"https?://|index-url|find-links|@ file", LOCK)


def test_the_lock_holds_what_the_project_asks_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(PINS[normal(requirement.name)]), f"{requirement}: make lock"


def test_the_lock_has_the_published_french_model() -> None:
    (entry,) = (entry for entry in ENTRIES if entry.startswith("fr-core-news-md=="))
    assert re.findall(r"sha256:(\w+)", entry) == [WHEEL]


def test_the_installed_french_model_is_the_published_one() -> None:
    installed = distribution("fr_core_news_md")
    record = [row for row in csv.reader(io.StringIO(installed.read_text("RECORD") or "")) if row[1]]
    rows = [row for row in record if not row[0].endswith(".pyc") and Path(row[0]).name not in INSTALLERS]
    assert hashlib.sha256("\n".join(sorted(f"{name} {said}" for name, said, _ in rows)).encode()).hexdigest() == FILES
    for name, said, _ in rows:
        actual = hashlib.sha256(Path(str(installed.locate_file(name))).read_bytes()).digest()
        assert said == "sha256=" + base64.urlsafe_b64encode(actual).decode().rstrip("="), name


@pytest.mark.parametrize("name", sorted(normal(each.name) for each in needed()))
def test_every_dependency_is_listed_with_its_licence(name: str) -> None:
    listed = {normal(row.split("|")[1].strip()) for row in PAGE.read_text(encoding="utf-8").splitlines() if "|" in row}
    assert name in listed, "make licences"
    assert licence(distribution(name)) != "not said"
