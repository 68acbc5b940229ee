"""A language model at work: articles in, parses out, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from kg.annotate import english, french
from kg.annotate.models import load_pipeline
from kg.annotate.tree import Tree
from kg.model import Article, NameSpan, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NameLabel = Literal["PER", "ORG", "LOC", "GPE", "NORP", "FAC", "PRODUCT", "EVENT", "WORK", "LAW", "DATE", "MISC"]

# The label of each model, in the terms of kg.model; figures are read by rules, not by the model.
LABELS: dict[str, NameLabel] = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "GPE",
    "NORP": "NORP",
    "FAC": "FAC",
    "PRODUCT": "PRODUCT",
    "EVENT": "EVENT",
    "WORK_OF_ART": "WORK",
    "LAW": "LAW",
    "DATE": "DATE",
    "MISC": "MISC",
}
TO_UD: dict[str, Callable[[Tree], None]] = {"en": english.to_ud, "fr": french.to_ud}
BATCH = 16  # articles handed to the model together


class Annotator:
    """One loaded language model. `name` says which, with its version."""

    def __init__(self, nlp: Language, lang: str) -> None:
        self._nlp = nlp
        self._to_ud = TO_UD[lang]
        self.lang = lang
        self.name = f"{lang}_{nlp.meta['name']} {nlp.meta['version']}"

    def parse(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """Annotate articles as they come; one Parse for each, in the same order."""
        pairs = ((readable(article.text), article) for article in articles)
        for doc, article in self._nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield self._parse_of(article, doc)

    def _parse_of(self, article: Article, doc: Doc) -> Parse:
        tree = Tree(doc)
        self._to_ud(tree)
        starts = {token.idx for sent in doc.sents for token in sent[:1]}
        return assemble(article, tree, name_spans(doc, tree), sentence_starts(tree, starts), self.name)


def load(lang: str, model: str | None = None) -> Annotator:
    """Load the best installed model for `lang`, or `model`; LanguageError or ModelError where that can't be."""
    return Annotator(load_pipeline(lang, model), lang)


def readable(text: str) -> str:
    """Replace what no model can read (lone surrogates, null characters) by one character each."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")


def sentence_starts(tree: Tree, starts: set[int]) -> list[int]:
    """Index the words at which a sentence begins."""
    return [i for i, start in enumerate(tree.start) if i == 0 or start in starts]


def name_spans(doc: Doc, tree: Tree) -> tuple[NameSpan, ...]:
    """Take over the model's entities, but for figures."""
    first_at = {start: i for i, start in enumerate(tree.start)}
    last_at = {end: i + 1 for i, end in enumerate(tree.end)}
    spans = []
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        first, last = first_at.get(entity.start_char), last_at.get(entity.end_char)
        if label and first is not None and last is not None:
            spans.append(NameSpan(first, last, label))
    return tuple(spans)


def assemble(article: Article, tree: Tree, names: tuple[NameSpan, ...], firsts: list[int], model: str) -> Parse:
    """Freeze a tree into a Parse."""
    bounds = list(zip(firsts, [*firsts, len(tree)][1:], strict=True))
    sentences = tuple(
        Sentence(n, tree.start[first], tree.end[last - 1], first, last) for n, (first, last) in enumerate(bounds)
    )
    sentence_of = [n for n, (first, last) in enumerate(bounds) for _ in range(first, last)]
    tokens = tuple(
        Token(
            i, tree.start[i], tree.end[i], tree.text[i], tree.lemma[i], tree.pos[i], tree.morph[i], tree.dep[i],
            tree.head[i], sentence_of[i],
        )
        for i in range(len(tree))
    )  # fmt: skip
    children = tuple(tuple(sorted(below)) for below in tree.children)
    return Parse(article, tokens, sentences, names, children, model)
