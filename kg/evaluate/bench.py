"""What kg adds to the language model: both sides on the same texts in one run.

The bare side is `nlp.pipe` of the same model over the same texts; ours is everything from reading to writing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from kg.annotate.plain import PlainModel
from kg.errors import InputError
from kg.evaluate.clock import Cost, Stopwatch, alone, machine, middle, peak_memory, run
from kg.export import write_graphs
from kg.feed import feed
from kg.graph import quads
from kg.model import Article
from kg.pipeline import BuildOptions, Models, built, understand
from kg.read import ReadOptions, read
from kg.store.embedded import EmbeddedStore, create

SLICE = 16  # articles that one side handles before it is the other's turn, so that both see the same machine
WARM_UP = 4  # articles that go through both sides before anything is timed
SIZES = (100, 1_000, 10_000, 100_000)  # words; those that the articles together have
_KG = "from kg.commands import main; main()"
_BARE = "import sys; from kg.evaluate.bench import bare_article; bare_article(*sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two sides of one measurement; `ratio` is ours over the bare model's, by processor time."""

    bare: Cost
    ours: Cost
    ratio: float


@dataclass(frozen=True, slots=True)
class SizeCost:
    """What an article of so many words costs, in milliseconds of processor time a thousand words."""

    words: int
    bare: float
    ours: float


@dataclass(frozen=True, slots=True)
class Adding:
    """Adding all articles to a store, in one process whose models are loaded."""

    bare: Cost  # the models alone over the same texts, run by spaCy as it comes
    model: Cost  # the same as kg runs them: numpy multiplies, words are embedded once, layers only read, no step waits
    ours: Cost
    share: float  # of the processor time, what exceeds the model's own as spaCy runs it
    beside: float  # the same against the model as kg runs it: all that is rules, graph and store


@dataclass(frozen=True, slots=True)
class BenchReport:
    """Everything that `kg bench` measured; times in seconds, memory in bytes."""

    machine: dict[str, str]
    runs: int
    articles: int
    words: int
    corpus: Comparison  # all articles, models loaded before
    adding: Adding
    memory: tuple[int, int]  # the most that the bare model and kg held
    first: Comparison  # from the start of a process to the end of one article
    help: Cost  # `kg --help`
    query: Cost  # `kg query` on a store of the first articles
    sizes: tuple[SizeCost, ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def bench(
    sources: Sequence[str], runs: int = 3, reading: ReadOptions = ReadOptions(), most: int | None = None
) -> BenchReport:
    """Measure kg on the articles of `sources` (`most` at most), each measurement `runs` times; medians are reported.

    Takes minutes: each measurement of a start or of memory loads the model anew. Raises KgError as reading does.
    """
    articles = list(read(sources, reading))[:most]
    if not articles:
        raise InputError("there is no article in these sources to measure on")
    busy = machine()
    with TemporaryDirectory() as folder:
        first, help_cost, query = _starts(articles, Path(folder), runs)
    return BenchReport(
        busy,
        runs,
        len(articles),
        sum(len(article.text.split()) for article in articles),
        alone(corpus, articles, runs),
        alone(adding, articles, runs),
        (alone(bare_memory, articles), alone(our_memory, articles)),
        first,
        help_cost,
        query,
        alone(by_size, articles, runs),
    )


# ------------------------------------------------------------------------------------- in a process of its own


def corpus(articles: Sequence[Article], runs: int) -> Comparison:
    """Both sides over all articles by turns; models are loaded before."""
    pairs = list(_turns(articles, runs))
    ratio = median(ours.cpu / bare.cpu for bare, ours in pairs)
    return Comparison(middle([bare for bare, _ in pairs]), middle([ours for _, ours in pairs]), ratio)


def adding(articles: Sequence[Article], runs: int) -> Adding:
    """What `kg store add` of the articles costs, from their file to the store on disk; the model alone by turns with it."""
    models, sides = Models(), Sides()
    sides.bare(articles[:WARM_UP])
    found = []
    with TemporaryDirectory() as name:
        _add(articles[:WARM_UP], models, Path(name) / "warm-up")
        for n in range(runs):
            gc.collect()
            watch = Stopwatch()
            sides.bare(articles)
            bare = watch.read()
            watch = Stopwatch()
            for lang, group in groupby(articles, key=lambda article: article.lang):
                models[lang].words(article.text for article in group)
            model = watch.read()
            found.append((bare, model, _add(articles, models, Path(name) / str(n))))
    share = median(1 - bare.cpu / ours.cpu for bare, _, ours in found)
    beside = median(1 - model.cpu / ours.cpu for _, model, ours in found)
    bares, own, all_of_it = (middle(costs) for costs in zip(*found, strict=True))
    return Adding(bares, own, all_of_it, share, beside)


def _add(articles: Sequence[Article], models: Models, folder: Path) -> Cost:
    """Add articles, each from a file of its own, to a new store in `folder`."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for n, article in enumerate(articles):
        (texts / f"{n:06d}.txt").write_text(article.text, encoding="utf-8")
    create(folder / "store")
    options = BuildOptions(reading=ReadOptions(lang=articles[0].lang))
    watch = Stopwatch()
    store = EmbeddedStore(folder / "store", write=True)
    try:
        feed([str(texts)], store, options, builder=partial(built, models=models))
    finally:
        store.close()
    return watch.read()


def by_size(articles: Sequence[Article], runs: int) -> tuple[SizeCost, ...]:
    """Both sides on one article of each of SIZES, made of the articles given."""
    found = []
    total = sum(len(article.text.split()) for article in articles)
    for words in (words for words in SIZES if words <= total):
        sample = [long_article(articles, words)]
        pairs = list(_turns(sample, runs))
        per_thousand = 1e6 / len(sample[0].text.split())
        bare, ours = (median(side.cpu for side in sides) * per_thousand for sides in zip(*pairs, strict=True))
        found.append(SizeCost(words, bare, ours))
    return tuple(found)


def bare_memory(articles: Sequence[Article]) -> int:
    """The most memory that the model alone holds over all articles."""
    sides = Sides()
    sides.bare(articles)
    return peak_memory()


def our_memory(articles: Sequence[Article]) -> int:
    """The most memory that kg holds over all articles."""
    with TemporaryDirectory() as folder:
        Sides().ours(articles, Path(folder))
    return peak_memory()


def bare_article(file: str, lang: str) -> None:
    """Load the model and parse one text: what `kg build` of one article is held against."""
    PlainModel(lang).words([Path(file).read_text(encoding="utf-8")])


class Sides:
    """Both sides with their models, each loaded when first needed."""

    def __init__(self) -> None:
        self._plain: dict[str, PlainModel] = {}
        self._models = Models()

    def bare(self, articles: Sequence[Article]) -> int:
        """The words of `articles` as the model alone counts them."""
        total = 0
        for lang, group in groupby(articles, key=lambda article: article.lang):
            if lang not in self._plain:
                self._plain[lang] = PlainModel(lang)
            total += self._plain[lang].words(article.text for article in group)
        return total

    def ours(self, articles: Sequence[Article], folder: Path) -> None:
        """All that `kg build` does with `articles` that are read, the writing of N-Quads included."""
        base = BuildOptions().base
        documents = understand(articles, self._models)
        write_graphs((quads(document, base) for document in documents), folder / "graph.nq")


def _turns(articles: Sequence[Article], runs: int) -> Iterator[tuple[Cost, Cost]]:
    """The cost of each run on each side, which take turns slice by slice."""
    sides = Sides()
    with TemporaryDirectory() as name:
        folder = Path(name)
        sides.bare(articles[:WARM_UP])
        sides.ours(articles[:WARM_UP], folder)
        for _ in range(runs):
            costs: tuple[list[Cost], list[Cost]] = ([], [])
            for start in range(0, len(articles), SLICE):
                part = articles[start : start + SLICE]
                gc.collect()
                watch = Stopwatch()
                sides.bare(part)
                costs[0].append(watch.read())
                watch = Stopwatch()
                sides.ours(part, folder)
                costs[1].append(watch.read())
            yield _total(costs[0]), _total(costs[1])


def _total(costs: Sequence[Cost]) -> Cost:
    return Cost(sum(cost.wall for cost in costs), sum(cost.cpu for cost in costs))


# ---------------------------------------------------------------------------------------------------- the rest


def _starts(articles: Sequence[Article], folder: Path, runs: int) -> tuple[Comparison, Cost, Cost]:
    """Whole processes: one article on both sides by turns, `kg --help`, and a query on a store."""
    text, store = folder / "article.txt", str(folder / "store")
    text.write_text(articles[0].text, encoding="utf-8")
    lang = articles[0].lang
    build = ["-c", _KG, "build", str(text), "--quiet", "-o", str(folder / "graph.nq")]
    sides = [(run(["-c", _BARE, str(text), lang]), run(build)) for _ in range(runs)]
    ratio = median(ours.cpu / bare.cpu for bare, ours in sides)
    first = Comparison(middle([bare for bare, _ in sides]), middle([ours for _, ours in sides]), ratio)
    run(["-c", _KG, "store", "create", store])
    run(["-c", _KG, "store", "add", store, str(folder / "graph.nq")])
    help_cost = middle([run(["-c", _KG, "--help"]) for _ in range(runs)])
    query = middle([run(["-c", _KG, "query", store, "--saved", "who-did-what"]) for _ in range(runs)])
    return first, help_cost, query


def long_article(articles: Sequence[Article], words: int) -> Article:
    """One article of so many words: the first paragraphs of `articles`, none twice, since repetitions are not read."""
    paragraphs = dict.fromkeys(line for article in articles for line in article.text.split("\n") if line.strip())
    taken, count = [], 0
    for paragraph in paragraphs:
        taken.append(" ".join(paragraph.split()[: words - count]))
        count += len(taken[-1].split())
        if count >= words:
            break
    first = articles[0]
    return Article(f"words-{words}", "\n\n".join(taken), first.lang, published=first.published)
