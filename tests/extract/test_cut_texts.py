"""Texts that end anywhere, as pasted excerpts and truncated feeds do: no rule may look for a word behind the last one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Article
from kg.pipeline import Models, understand

GOLDEN = Path(__file__).parents[1] / "golden"
LONGEST = 160  # characters before the cut
EVERY = 9  # words
FROM_EACH = 700  # characters of an article

CUT = {
    "fr": [
        "L'accident a été confirmé par le ministre",
        "L'accident, selon le",
        "L'homme que",
        "Le ministre s'est engagé à ce",
        "La firme, épinglée",
        "Une équipe, battue",
        "\x80Ã¤0Ã¶ðª\x91¢<",
    ],
    "en": ["Copper miners end 23-day strike\n\nSANTIAGO (Corbel News) - Workers", "The blast, said the"],
}


def _excerpts(lang: str) -> list[str]:
    """Stretches of the golden articles, each cut behind another word."""
    texts = [file.read_text("utf-8")[:FROM_EACH] for file in sorted((GOLDEN / lang / "texts").glob("*.txt"))]
    ends = [(text, i) for text in texts for i in [i for i, char in enumerate(text) if char.isspace()][EVERY::EVERY]]
    return [text[max(0, end - LONGEST) : end] for text, end in ends]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_text_may_end_behind_any_word(lang: str) -> None:
    excerpts = [*CUT[lang], *_excerpts(lang)]
    articles = [Article(f"cut-{i}", text, lang, published="2024-05-16") for i, text in enumerate(excerpts)]
    failed: list[str] = []
    documents = list(understand(articles, Models(), on_failure=lambda failure: failed.append(str(failure))))
    assert not failed
    assert len(documents) == len(articles) > 150
