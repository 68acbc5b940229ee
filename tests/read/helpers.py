from __future__ import annotations

from kg.model import Article
from kg.read import ReadFailure, ReadOptions, read

FRENCH = """Tirna : le port rouvre après trois jours de grève

Le port de Tirna a rouvert mardi matin, a annoncé la préfecture dans un communiqué.

Les dockers avaient cessé le travail pendant trois jours pour demander de meilleurs salaires.
"""
ENGLISH = """Harbour of Tirna reopens after a three-day strike

The harbour of Tirna reopened on Tuesday morning, the prefecture said in a statement.

Dock workers had stopped work for three days to demand better pay.
"""


def read_all(*sources: str, options: ReadOptions | None = None) -> tuple[list[Article], list[ReadFailure]]:
    """All articles of the sources, and all failures."""
    failures: list[ReadFailure] = []
    return list(read(sources, options or ReadOptions(), failures.append)), failures


def read_one(source: str, options: ReadOptions | None = None) -> Article:
    """The only article of a source that must not fail."""
    (article,) = read([source], options or ReadOptions())
    return article


def reason(source: str, options: ReadOptions | None = None) -> str:
    """The only failure of a source that holds nothing else; it must be one line."""
    articles, failures = read_all(source, options=options)
    assert not articles
    (failure,) = failures
    assert "\n" not in failure.reason
    return failure.reason
