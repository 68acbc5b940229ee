"""What holds for the whole command line."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.commands import run
from kg.commands.app import command

ROOT = Path(__file__).parents[2]


def commands() -> dict[tuple[str, ...], Any]:
    """Every command by its words, those of groups included."""
    found = {}
    for name, entry in command().commands.items():
        inner = getattr(entry, "commands", None)
        found.update({(name, word): action for word, action in inner.items()} if inner else {(name,): entry})
    return found


NAMES = list(commands())


def kg_run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "cli.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)


@pytest.mark.parametrize("name", NAMES, ids=" ".join)
def test_every_command_has_help_with_an_example(name: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*name, "--help"]) == 0
    text = capsys.readouterr().out
    assert f"Usage: kg {' '.join(name)}" in text
    assert re.search(rf"Examples?:\n\n(.*\n)*? .*kg {' '.join(name)}", text)


@pytest.mark.parametrize("name", NAMES, ids=" ".join)
def test_every_command_and_option_is_in_the_documentation(name: tuple[str, ...]) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = page.partition(f"## kg {' '.join(name)}\n")[2].partition("\n## ")[0]
    missing = [option for parameter in commands()[name].params for option in parameter.opts if option not in section]
    assert section, "run tools/document_commands.py"
    assert not [option for option in missing if option.startswith("-")], "run tools/document_commands.py"


def test_version() -> None:
    assert kg_run("--version").stdout == f"kg {kg.__version__}\n"


def test_help_starts_fast_and_imports_no_language_model() -> None:
    times = []
    for _ in range(5):
        before = os.times()
        kg_run("--help")
        after = os.times()  # of the processor, so that a busy machine fails nothing
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(times) < 0.3
    loaded = kg_run("--help", PYTHONPROFILEIMPORTTIME="1").stderr
    assert "kg.commands.app" in loaded
    for heavy in ("spacy", "pyoxigraph", "rdflib", "httpx", "rich.console", "uvicorn"):
        assert not re.search(rf"\| +{heavy}\b", loaded), heavy


def test_an_error_of_ours_shows_its_trace_only_when_asked(tmp_path: Path) -> None:
    plain, debug = kg_run("info", "nowhere.ttl"), kg_run("info", "nowhere.ttl", KG_DEBUG="1")
    assert plain.stderr == "kg: nowhere.ttl: no such file or store\n"
    assert plain.returncode == 3
    assert "Traceback" in debug.stderr


def test_a_reader_that_stops_reading_is_no_error() -> None:
    command = f"{sys.executable} {ROOT / 'cli.py'} query {ROOT / 'tests/store/graphs/affair.trig'} 'SELECT * {{ ?s ?p ?o }}'"
    done = subprocess.run(f"{command} | head -1", shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_an_interrupt_ends_a_heavy_query_at_once() -> None:
    graph = ROOT / "tests/store/graphs/affair.trig"
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with subprocess.Popen([sys.executable, str(ROOT / "cli.py"), "query", str(graph), heavy]) as process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == -signal.SIGINT
