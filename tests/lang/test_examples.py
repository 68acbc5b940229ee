"""Every worked example of the language packs, one test each.

Those in known-gaps.txt don't hold yet. They are strict, so that the list can only shrink: `kg lang check --strike-off`
takes off those that hold.
"""

from functools import cache
from pathlib import Path

import pytest

from kg.evaluate.examples import Example, check, load
from kg.evaluate.gaps import load as load_gaps
from kg.lang import codes
from kg.model import Document
from kg.pipeline import Models, understand

GAPS = load_gaps(Path(__file__).with_name("known-gaps.txt"))
EXAMPLES = {example.name: example for code in codes() for example in load(code)}
MODELS = Models()


@cache
def documents(lang: str) -> dict[str, Document]:
    """All examples of a language, read in one go by one model."""
    examples = load(lang)
    found = understand((example.article for example in examples), MODELS)
    return {example.name: document for example, document in zip(examples, found, strict=True)}


def case(example: Example) -> object:
    marks = [pytest.mark.xfail(strict=True, reason="a known gap")] if example.name in GAPS else []
    return pytest.param(example, id=example.name, marks=marks)


@pytest.mark.parametrize("example", map(case, EXAMPLES.values()))
def test_example(example: Example) -> None:
    broken = check(example, documents(example.lang)[example.name])
    assert not broken, "\n".join([example.text, *broken])


def test_known_gaps_are_examples_in_order() -> None:
    lines = [
        line for line in Path(__file__).with_name("known-gaps.txt").read_text().splitlines() if not line.startswith("#")
    ]
    assert lines == sorted(set(lines))
    assert set(lines) <= set(EXAMPLES)
