"""Texts that no journalist writes: facts or one clear error, in time that grows with the text and no faster."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache

import pytest

from kg.model import Article
from kg.pipeline import BuildOptions, Models, graphs

SMALL, LARGE = 2_000, 8_000  # words
SLACK = 2.0  # over linear growth: a machine that is busy, caches that grow cold

TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence": lambda n: "Le ministre de la ville a dit que " + "le maire du port a vu " * (n // 6) + "la mer.",
    "names in a row": lambda n: ", ".join(f"Jean Dupont{i} et Marie Curie{i}" for i in range(n // 5)) + " sont morts.",
    "sayings in sayings": lambda n: "dit que Jean " * (n // 3) + "est mort.",
    "relations in relations": lambda n: "le fils du roi du frère de " * (n // 7) + "Jean est mort.",
    "brackets": lambda n: "Jean est mort. " + "( « " * (n // 4) + "Paris" + " » )" * (n // 4),
    "figures": lambda n: "12 345 678 euros, " * (n // 4),
    "one event again and again": lambda n: "Une attaque a tué Jean. " * (n // 5),
    "pronouns": lambda n: "Jean est mort. " + "Il a vu qu'elle l'a tué. " * (n // 6),
}


@cache
def models() -> Models:
    return Models()


def seconds(text: str) -> float:
    article = Article("essai", text, "fr", published="2024-03-14", file="essai.txt")
    started = time.process_time()
    assert len(list(graphs([article], models(), BuildOptions()))) == 1
    return time.process_time() - started


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    text = TEXTS[name]
    seconds(text(100))
    small, large = seconds(text(SMALL)), seconds(text(LARGE))
    assert large < SLACK * small * LARGE / SMALL
