"""Reading word classes, features and lemmas off a parsed Doc, without the pipes that cost more than they know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from kg.annotate.lemmas import Lemmas
from kg.annotate.tree import Tree
from kg.annotate.words import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

COLUMNS: list[int | str] = ["POS", "TAG", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_TYPE"]
TIMES = ("DATE", "TIME")


class Reader(Protocol):
    """Reads the word class, the features and the lemma of each word of a Doc."""

    def read(self, doc: Doc, words: Words, tree: Tree, columns: dict[str, list[int]]) -> None:
        """Append to `tree.pos`, `tree.morph` and `tree.lemma`."""


class Strings(dict[int, str]):
    """The strings of a vocabulary by their hashes, remembered."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        found = self[key] = self._store[key] if key else ""
        return found


def grow(tree: Tree, doc: Doc, words: Words, reader: Reader, strings: Strings) -> None:
    """Append the words of a parsed Doc to a tree."""
    base = len(tree)
    array = doc.to_array(COLUMNS).astype("int64")
    columns = {str(name): array[:, n].tolist() for n, name in enumerate(COLUMNS)}
    unsigned = doc.to_array(COLUMNS).T.tolist()
    hashes: dict[str, list[int]] = dict(zip(map(str, COLUMNS), unsigned, strict=True))
    tree.text += words.text
    tree.start += words.start
    tree.end += words.end
    tree.kind += words.kind
    tree.first += [start == 1 for start in columns["SENT_START"]]
    tree.tag += [strings[key] for key in hashes["TAG"]]
    tree.dep += [strings[key] for key in hashes["DEP"]]
    tree.head += [base + i + offset for i, offset in enumerate(columns["HEAD"])]
    tree.temporal += [strings[key] in TIMES for key in hashes["ENT_TYPE"]]
    reader.read(doc, words, tree, hashes)


class PlainReader:
    """Takes over what the model's own pipes say."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def read(self, doc: Doc, words: Words, tree: Tree, columns: dict[str, list[int]]) -> None:
        """Append the Doc's own columns."""
        strings = self._strings
        tree.pos += [strings[key] for key in columns["POS"]]
        tree.morph += [morph_of(strings[key]) for key in columns["MORPH"]]
        lemmas = [strings[key] for key in columns["LEMMA"]]
        pos = tree.pos[len(tree.lemma) :]
        tree.lemma += [tidy(lemma or text, p) for lemma, text, p in zip(lemmas, words.text, pos, strict=True)]


class TableReader(PlainReader):
    """Takes word classes and features from the model, lemmas from the language's own tables."""

    def __init__(self, strings: Strings, lemmas: Lemmas) -> None:
        super().__init__(strings)
        self._lemmas = lemmas

    def read(self, doc: Doc, words: Words, tree: Tree, columns: dict[str, list[int]]) -> None:
        """Append the Doc's classes and features, and the lemmas of the tables."""
        strings, lemma = self._strings, self._lemmas.lemma
        pos = [strings[key] for key in columns["POS"]]
        tree.pos += pos
        tree.morph += [morph_of(strings[key]) for key in columns["MORPH"]]
        tree.lemma += map(lemma, words.text, pos)


class MemoReader:
    """Runs a tagger's attribute rules and lemmatizer once for each (word, tag, relation) and remembers the answer.

    The English models derive class, features and lemma from these three alone (but for slang such as "gonna").
    """

    def __init__(self, nlp: Language, strings: Strings) -> None:
        self._ruler: Any = nlp.get_pipe("attribute_ruler")
        self._lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._vocab = nlp.vocab
        self._strings = strings
        self._memo: dict[tuple[str, int, int], tuple[str, str, str]] = {}

    def read(self, doc: Doc, words: Words, tree: Tree, columns: dict[str, list[int]]) -> None:
        """Append what is remembered, after learning what isn't."""
        keys = list(zip(words.text, columns["TAG"], columns["DEP"], strict=True))
        unknown = sorted({key for key in keys if key not in self._memo})
        if unknown:
            self._learn(unknown)
        answers = [self._memo[key] for key in keys]
        tree.pos += [answer[0] for answer in answers]
        tree.morph += [answer[1] for answer in answers]
        tree.lemma += [answer[2] for answer in answers]

    def _learn(self, keys: list[tuple[str, int, int]]) -> None:
        from spacy.tokens import Doc

        strings = self._strings
        doc = Doc(
            self._vocab,
            words=[text for text, _, _ in keys],
            tags=[strings[tag] for _, tag, _ in keys],
            deps=[strings[dep] for _, _, dep in keys],
            heads=list(range(len(keys))),
        )
        for token, key in zip(self._lemmatizer(self._ruler(doc)), keys, strict=True):
            self._memo[key] = (token.pos_, str(token.morph), tidy(token.lemma_, token.pos_))


def reader_for(nlp: Language, lemmas: Lemmas | None, strings: Strings) -> Reader:
    """Choose how to read a pipeline, and switch off the pipes that are then not needed."""
    pipes = set(nlp.pipe_names)
    if lemmas is not None and "morphologizer" in pipes:
        # Its attribute rules only copy the word class into the tag.
        switch_off(nlp, ["lemmatizer", "attribute_ruler"])
        return TableReader(strings, lemmas)
    if {"tagger", "attribute_ruler", "lemmatizer"} <= pipes and "morphologizer" not in pipes:
        switch_off(nlp, ["lemmatizer", "attribute_ruler"])
        return MemoReader(nlp, strings)
    return PlainReader(strings)


def switch_off(nlp: Language, pipes: list[str]) -> None:
    """Disable pipes where they are."""
    for name in pipes:
        if name in nlp.pipe_names:
            nlp.disable_pipe(name)


def morph_of(features: str) -> str:
    """The features as kg writes them."""
    return "" if features == "_" else features


def tidy(lemma: str, pos: str) -> str:
    """A lemma in small letters, but a proper noun as it is."""
    return lemma if pos == "PROPN" else lemma.lower()
