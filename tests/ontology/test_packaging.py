"""What `pip install .` installs: the command's code with the ontology and the languages' data."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a wheel is built from, so that nothing is left in the checkout."""
    copy = tmp_path_factory.mktemp("source")
    for name in ("kg", "ontologies"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py"):
        shutil.copy(ROOT / name, copy / name)
    for name in ("README.md", "LICENSE"):
        (copy / name).touch()
    return copy


@pytest.fixture(scope="module")
def wheel(copy: Path) -> zipfile.ZipFile:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "-w",
        "out",
        ".",
    ]
    subprocess.run(pip, cwd=copy, check=True)
    (path,) = (copy / "out").glob("*.whl")
    return zipfile.ZipFile(path)


def test_every_file_of_the_package_and_the_ontology_is_there(copy: Path, wheel: zipfile.ZipFile) -> None:
    shipped = set(wheel.namelist())
    assert {str(path.relative_to(copy)) for path in (copy / "kg").rglob("*") if path.is_file()} <= shipped
    assert {f"kg/ontologies/{path.name}" for path in (copy / "ontologies").iterdir()} <= shipped
    assert not [name for name in shipped if name.endswith(".pyc") or name.startswith("tests")]


def test_installed_ontology_is_found(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = "from kg import ontology; print(ontology.folder(), len(ontology.event_classes()))"
    run = [sys.executable, "-c", code]
    found = subprocess.check_output(run, cwd="/", env={"PYTHONPATH": str(tmp_path)}, text=True)
    assert found.split() == [str(tmp_path / "kg" / "ontologies"), "127"]
