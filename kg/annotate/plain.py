"""What a language model says of an article by itself: the yardstick that `kg eval` sets beside ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.annotate.models import load_pipeline
from kg.model import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Place = tuple[int, int]  # begin and end, code points into the article's text


@dataclass(frozen=True, slots=True)
class PlainReading:
    """The names of one article, labelled as the model labels them, and textacy's subject-verb-object triples."""

    names: tuple[tuple[int, int, str], ...]
    triples: tuple[tuple[Place, Place, Place], ...] = ()


def has_textacy() -> bool:
    """Whether textacy, the optional extra `bench`, is installed."""
    return find_spec("textacy") is not None


def read_plainly(
    articles: Iterable[Article], lang: str, model: str | None = None, *, triples: bool = False
) -> Iterator[PlainReading]:
    """Read articles of one language with the bare model; with `triples` by textacy too, which has to be installed.

    Raises LanguageError or ModelError where there is no model.
    """
    for doc in load_pipeline(lang, model).pipe(article.text for article in articles):
        names = tuple((entity.start_char, entity.end_char, entity.label_) for entity in doc.ents)
        yield PlainReading(names, tuple(_triples(doc)) if triples else ())


def _triples(doc: Doc) -> Iterator[tuple[Place, Place, Place]]:
    from textacy.extract.triples import subject_verb_object_triples

    for found in subject_verb_object_triples(doc):
        yield _place(found.subject), _place(found.verb), _place(found.object)


def _place(tokens: Sequence[Token]) -> Place:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


class PlainModel:
    """A bare language model: the yardstick that `kg bench` sets beside ours."""

    def __init__(self, lang: str, model: str | None = None) -> None:
        """Load it; LanguageError or ModelError where that can't be."""
        self._nlp = load_pipeline(lang, model)

    def words(self, texts: Iterable[str]) -> int:
        """Run the whole pipeline over `texts` and count their words."""
        return sum(len(doc) for doc in self._nlp.pipe(texts))

    def triples(self, texts: Iterable[str]) -> int:
        """Run the whole pipeline over `texts` and count textacy's triples."""
        return sum(1 for doc in self._nlp.pipe(texts) for _ in _triples(doc))
