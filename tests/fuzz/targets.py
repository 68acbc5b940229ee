"""What is fuzzed: each target takes any bytes and asserts what must hold of them; a KgError is a good answer."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from kg.annotate.clean import clean
from kg.annotate.noise import load_noise
from kg.errors import KgError
from kg.export import write
from kg.extract import extract
from kg.graph import quads
from kg.lang import language
from kg.model import Article, Document, Extraction, Parse, Resolved, Sentence, Token
from kg.pipeline import BuildOptions, Models, graphs
from kg.read import FORMATS, Limits, ReadOptions
from kg.read import _unfold as unfold
from kg.read.dates import from_metadata, from_text
from kg.read.finish import finish
from kg.read.naming import Names
from kg.read.parts import Blob, Draft
from kg.resolve import resolve
from kg.store.answers import Rows
from kg.store.graphs import OxigraphGraph
from kg.store.sparql import bind, calls_out, parameters, term, with_prefixes, with_used_prefixes
from kg.validate.quotes import verify

LANGS = ("fr", "en")
POS = ("NOUN", "PROPN", "VERB", "AUX", "ADP", "DET", "NUM", "ADJ", "ADV", "PRON", "PUNCT", "SYM", "CCONJ", "X")
DEP = ("root", "nsubj", "obj", "obl", "nmod", "amod", "nummod", "case", "det", "conj", "cc", "appos", "punct", "advcl")
ENDINGS = (".nq", ".trig", ".jsonld", ".ttl", ".rdf", ".graphml", ".csv")
# Words of figures and times in both languages; bytes pick from them, or spell words of their own.
VOCABULARY = """
    un deux vingt cent mille millions milliards demi dizaine douzaine pour % € $ - – / : . , de du le la en au
    one two twenty hundred thousand million billion half dozen a of the in on since until between and to by
    lundi mars mai juillet 2021 1er 3rd 12 1,5 2.500 26/07/2019 10h30 hier demain depuis dernier prochain
    Monday March May July yesterday tomorrow last next week year semaine an jours century siècle XXe 1990s
"""
WORDS = tuple(VOCABULARY.split())


def read_as(form: str, data: bytes) -> None:
    """Bytes as a format: articles of clean text, or one line of error."""
    options = ReadOptions(lang="fr", format=form, limits=Limits(ratio_free_bytes=2**20))
    names = Names()
    for part in unfold(Blob("a", lambda: io.BufferedReader(io.BytesIO(data)), file="a"), options):
        try:
            result = finish(part, options, names.settle) if isinstance(part, Draft) else part.error
        except KgError as error:
            result = error
        if isinstance(result, Article):
            for value in (result.text, result.title, result.author, result.publisher, result.url, result.id):
                assert value is None or value.encode("utf-8") is not None
            assert result.published is None or result.published_evidence
        else:
            assert isinstance(result, KgError)
            assert "\n" not in str(result)
    names.close()


def clean_text(data: bytes) -> None:
    """The cleaning: each character of each block stands for a place of the text, and places never run backwards."""
    text = _text(data[1:])
    for block in clean(text, load_noise(_lang(data)), title=text[:20]):
        aligned = block.text
        assert len(aligned.starts) == len(aligned.ends) == len(aligned.text) > 0
        assert all(0 <= s <= e <= len(text) for s, e in zip(aligned.starts, aligned.ends, strict=True))
        assert aligned.starts == sorted(aligned.starts)


def read_dates(data: bytes) -> None:
    """Dates of an article: in the text where one is said to be, and in a record's field."""
    text, lang = _text(data[1:]), _lang(data)
    found = from_text(text, lang)
    assert found is None or 0 <= found.start < found.end <= len(text)
    value = from_metadata(text, lang)
    assert value is None or value[:4].isdigit()


def extract_from_any_tree(data: bytes) -> None:
    """Figures, times, events, relations out of any words in any tree: every fact lies in the text."""
    parse = _parse(data)
    words = language(parse.article.lang)
    extraction = extract(parse, words)
    document = Document(parse, extraction, resolve(parse, extraction, words), ())
    size = len(parse.article.text)
    for fact in (*extraction.quantities, *extraction.times, *extraction.mentions):
        assert 0 <= fact.start <= fact.end <= size
    _check_graph(list(quads(document)), parse.article)


def write_graph(data: bytes) -> None:
    """Any strings of an article in RDF: every format can be written, and says the same when read back."""
    strings = _text(data).split("\0") + [""] * 6
    text, title, url, publisher, author, file = strings[:6]
    article = Article("a", text, "fr", title=title, url=url, publisher=publisher, author=author, file=file, sha256="0")
    document = Document(Parse(article, (), (), (), ()), *_empty(), ())
    made = list(quads(document))
    with TemporaryDirectory() as folder:
        places = [Path(folder) / f"graph{ending}" for ending in ENDINGS]
        write(made, places)
        for place in places[:3]:
            assert set(ox.parse(path=str(place))) == set(made), place
        for place in places[3:5]:
            assert {quad.triple for quad in ox.parse(path=str(place))} == {quad.triple for quad in made}, place


def ask(data: bytes) -> None:
    """Any text as a query: an answer or a KgError; as a value, one term and nothing else."""
    text = _text(data)
    graph = _empty_graph()
    calls_out(text)
    with_prefixes(text)
    with_used_prefixes(text)
    said = ""
    try:
        graph.query(text)
    except KgError as error:
        said = str(error)
    assert "\n" not in said
    for name in list(dict.fromkeys(parameters(text)))[:3]:
        with suppress(KgError):
            bind(text, {name: "x"})
    try:
        value = term(text)
    except KgError:
        return
    answer = graph.query(f"SELECT ?x {{ VALUES ?x {{ {value} }} }}")
    assert isinstance(answer, Rows)
    assert len(list(answer)) == 1


def build(data: bytes) -> None:
    """Any text down the whole street: facts whose every quote is in the text."""
    article = Article("a", _text(data[1:]), _lang(data), published="2024-03-14", file="a.txt", sha256="0")
    for built in graphs([article], _models(), BuildOptions()):
        _check_graph(list(built.quads), article)


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{f"read-{form}": partial(read_as, form) for form in FORMATS},
    "clean": clean_text,
    "dates": read_dates,
    "extract": extract_from_any_tree,
    "write": write_graph,
    "ask": ask,
    "build": build,
}


# ------------------------------------------------------------------------------------------------------- made of bytes


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _lang(data: bytes) -> str:
    return LANGS[data[0] % 2] if data else "fr"


def _parse(data: bytes) -> Parse:
    """A parse out of four bytes a word: the word, its class, its relation, its head; 255 spells a word out of the rest."""
    rows = [data[at : at + 4] for at in range(1, len(data) - 3, 4)][:60]
    texts = [WORDS[row[0] % len(WORDS)] if row[0] < 250 else _spelt(row) for row in rows]
    starts = [sum(len(word) + 1 for word in texts[:i]) for i in range(len(texts))]
    ends = [start + len(word) for start, word in zip(starts, texts, strict=True)]
    text = " ".join(texts)
    count = len(rows)
    order = [*range(0, count, 2), *range(1, count, 2)]  # heads stand before and after their words
    order = order[::-1] if data[:1] > b"\x7f" else order
    heads, deps = [0] * count, ["root"] * count
    for at, i in enumerate(order):  # under a word of before: any tree, and never a circle
        heads[i] = order[rows[i][3] % at] if at else i
        deps[i] = DEP[1 + rows[i][2] % (len(DEP) - 1)] if at else "root"
    tokens = tuple(
        Token(i, starts[i], ends[i], texts[i], texts[i].lower(), POS[rows[i][1] % len(POS)], "", deps[i], heads[i], 0)
        for i in range(count)
    )
    children = tuple(tuple(j for j in range(count) if heads[j] == i and j != i) for i in range(count))
    sentences = (Sentence(0, 0, len(text), 0, count),) if count else ()
    return Parse(Article("a", text, _lang(data), published="2021-07-26", file="a"), tokens, sentences, (), children)


def _spelt(row: bytes) -> str:
    return "".join(c for c in row[1:].decode("latin-1") if not c.isspace()) or "x"


def _check_graph(made: list[ox.Quad], article: Article) -> None:
    store = ox.Store()
    store.extend(made)
    report = verify(store, [article])
    assert not report.faults, report.faults


def _empty() -> tuple[Extraction, Resolved]:
    parse = Parse(Article("a", "", "fr"), (), (), (), ())
    words = language("fr")
    extraction = extract(parse, words)
    return extraction, resolve(parse, extraction, words)


@cache
def _models() -> Models:
    return Models()


@cache
def _empty_graph() -> OxigraphGraph:
    return OxigraphGraph(ox.Store())
