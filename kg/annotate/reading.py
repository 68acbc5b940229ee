"""Reading word classes, features and lemmas off a parsed Doc, without the pipes that cost more than they know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from kg.annotate.lemmas import Lemmas
from kg.annotate.phrases import FULL_FORMS
from kg.annotate.tree import Tree
from kg.annotate.units import Manner, Units
from kg.annotate.words import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

COLUMNS: list[int | str] = ["POS", "TAG", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_TYPE"]
TIMES = ("DATE", "TIME")
NAMED = ("name", "person")
COMMON = {"NNPS": "NNS"}  # proper plurals have the lemma of the common noun: "Brigades"


class Features(NamedTuple):
    """Word class, features and lemma of each unit."""

    pos: list[str]
    morph: list[str]
    lemma: list[str]


class Reader(Protocol):
    """Reads the word class, the features and the lemma of each unit of a Doc."""

    def read(self, texts: list[str], columns: dict[str, list[int]]) -> Features:
        """Read the columns of a Doc; `texts` are the words (the first of each unit)."""


class Strings(dict[int, str]):
    """The strings of a vocabulary by their hashes, remembered."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        found = self[key] = self._store[key] if key else ""
        return found


def grow(tree: Tree, doc: Doc, words: Words, units: Units, reader: Reader, strings: Strings) -> list[int]:
    """Append the words of a parsed Doc to a tree; say at which word each unit begins."""
    base = len(tree)
    array = doc.to_array(COLUMNS)
    columns: dict[str, list[int]] = dict(zip(map(str, COLUMNS), array.T.tolist(), strict=True))
    offsets = array[:, COLUMNS.index("HEAD")].astype("int64").tolist()
    features = reader.read([words.text[first] for first in units.first], columns)
    firsts = [base + first for first in units.first]
    tree.text += words.text
    tree.start += words.start
    tree.end += words.end
    tree.kind += words.kind
    tags, deps, labels = ([strings[key] for key in columns[name]] for name in ("TAG", "DEP", "ENT_TYPE"))
    heads = [firsts[u + offset] for u, offset in enumerate(offsets)]
    begins = [start == 1 for start in columns["SENT_START"]]
    temporal = [label in TIMES for label in labels]
    done = 0
    for end in (*(u + 1 for u, manner in enumerate(units.manner) if manner), len(units.manner)):
        tree.pos += features.pos[done:end]
        tree.morph += features.morph[done:end]
        tree.lemma += features.lemma[done:end]
        tree.tag += tags[done:end]
        tree.dep += deps[done:end]
        tree.head += heads[done:end]
        tree.first += begins[done:end]
        tree.temporal += temporal[done:end]
        if end > done and units.manner[end - 1]:
            split(tree, units.manner[end - 1], base + units.first[end - 1], base + units.last[end - 1])
        done = end
    return firsts


def split(tree: Tree, manner: Manner, first: int, last: int) -> None:
    """Make words again of a unit whose first word is the tree's last so far."""
    if manner == "contracted":
        tree.contracted.append(first)
        return
    named = manner in NAMED
    if named:
        tree.pos[first], tree.lemma[first], tree.morph[first] = "PROPN", tree.text[first], ""
    for i in range(first + 1, last):
        mark = not any(map(str.isalnum, tree.text[i]))
        name = named and not mark
        tree.pos.append("PUNCT" if mark else "PROPN" if name else tree.pos[first])
        tree.morph.append("")
        tree.lemma.append(tree.text[i] if name else tree.text[i].lower())
        tree.tag.append(tree.tag[first])
        tree.dep.append("punct" if mark else "flat:name" if name else "fixed")
        tree.head.append(first)
        tree.first.append(False)
        tree.temporal.append(False)


def hang_contractions(tree: Tree) -> None:
    """Hang contractions that were read as articles under their preposition: "lors du"."""
    for i in tree.contracted:
        preposition = i - 1
        if tree.dep[preposition] == "fixed":
            preposition = tree.head[preposition]
        if tree.is_above(i, preposition):
            tree.take_place(preposition, i, tree.dep[i])
        for child in list(tree.children[i]):
            tree.move(child, tree.head[i], tree.dep[child])
        tree.move(i, preposition, "fixed")
        tree.pos[i], tree.lemma[i], tree.morph[i] = "ADP", FULL_FORMS[tree.text[i].lower()], ""
        tree.set_features(preposition, Definite="Def", PronType="Art")


class PlainReader:
    """Takes over what the model's own pipes say."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def read(self, texts: list[str], columns: dict[str, list[int]]) -> Features:
        """Read the Doc's own columns."""
        strings = self._strings
        pos = [strings[key] for key in columns["POS"]]
        lemmas = [strings[key] for key in columns["LEMMA"]]
        return Features(
            pos,
            [morph_of(strings[key]) for key in columns["MORPH"]],
            [tidy(lemma or text, name) for lemma, text, name in zip(lemmas, texts, pos, strict=True)],
        )


class TableReader:
    """Takes word classes and features from the model, lemmas from the language's own tables."""

    def __init__(self, strings: Strings, lemmas: Lemmas) -> None:
        self._strings = strings
        self._lemmas = lemmas

    def read(self, texts: list[str], columns: dict[str, list[int]]) -> Features:
        """Read the Doc's classes and features, and the lemmas of the tables."""
        strings = self._strings
        pos = [strings[key] for key in columns["POS"]]
        morph = [morph_of(strings[key]) for key in columns["MORPH"]]
        return Features(pos, morph, list(map(self._lemmas.lemma, texts, pos)))


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

    def read(self, texts: list[str], columns: dict[str, list[int]]) -> Features:
        """Read what is remembered, after learning what isn't."""
        keys = list(zip(texts, columns["TAG"], columns["DEP"], strict=True))
        unknown = sorted({key for key in keys if key not in self._memo})
        if unknown:
            self._learn(unknown)
        answers = [self._memo[key] for key in keys]
        return Features([a[0] for a in answers], [a[1] for a in answers], [a[2] for a in answers])

    def _learn(self, keys: list[tuple[str, int, int]]) -> None:
        from spacy.tokens import Doc

        strings = self._strings
        doc = Doc(
            self._vocab,
            words=[text[text.rfind("-") + 1 :] or text for text, _, _ in keys],
            tags=[COMMON.get(strings[tag], strings[tag]) for _, tag, _ in keys],
            deps=[strings[dep] for _, _, dep in keys],
            heads=list(range(len(keys))),
        )
        for token, key in zip(self._lemmatizer(self._ruler(doc)), keys, strict=True):
            prefix = key[0][: len(key[0]) - len(token)]  # "re-" of "re-elected", which the rules don't know
            if strings[key[1]] in COMMON:
                self._memo[key] = ("PROPN", str(token.morph), (prefix + token.lemma_).capitalize())
            else:
                self._memo[key] = (token.pos_, str(token.morph), tidy(prefix + token.lemma_, token.pos_))


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
