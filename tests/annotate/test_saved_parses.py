"""Saved parses come back as they were."""

from __future__ import annotations

import pytest

from kg.annotate import load
from kg.model import Article
from tests.support import PARSES, dump_parse, load_parse, read_parse


@pytest.mark.parametrize("name", sorted(path.stem for path in PARSES.glob("*.json")))
def test_saved_parse_is_whole(name: str) -> None:
    parse = load_parse(name)
    assert parse.tokens
    assert read_parse(dump_parse(parse)) == parse


def test_a_fresh_parse_survives_saving() -> None:
    (parse,) = load("fr").parse([Article("t", "Anna a quitté Paris.", "fr")])
    assert read_parse(dump_parse(parse)) == parse
