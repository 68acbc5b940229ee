"""What whole runs over more and more articles cost: `kg build` in one process and in two, the model alone in one.

Starts cost seconds, so that corpora are compared by what each further article costs.
"""

from __future__ import annotations

import json
import random
import resource
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from kg.annotate.plain import PlainModel
from kg.evaluate.clock import Cost, alone, most_held, run
from kg.model import Article

COMPARED = (100, 1_000)  # articles of the corpora that all sides run over
LARGEST = 10_000  # articles of the one that two processes run over, once
WORDS = 100  # of each article at least
SEED = 7
BARE = 0  # "jobs" of the model alone
_KG = "from kg.commands import main; main()"
_BARE = "import sys; from kg.evaluate.growth import bare_corpus; bare_corpus(*sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class RunCost:
    """A whole run over so many articles: seconds, and the bytes of its largest process. No jobs: the model alone."""

    articles: int
    jobs: int
    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Growth:
    """All runs, and what follows from them."""

    runs: tuple[RunCost, ...]
    speed: float  # articles a second of kg against the model alone, both in one process, by processor time
    two_processes: float  # articles a second of two processes against one, by the clock
    growth: float  # processor time of each further article of the largest corpus against one of those before


def growth(
    articles: Sequence[Article],
    folder: Path,
    runs: int,
    compared: tuple[int, int] = COMPARED,
    largest: int = LARGEST,
) -> Growth:
    """Run over corpora of so many articles that are dealt out of the paragraphs of `articles`."""
    lang = articles[0].lang
    for size in (*compared, largest):
        write_corpus(articles, folder / f"{size}.jsonl", size)
    found = [
        _median([whole_run(folder, size, jobs, lang) for _ in range(runs)]) for size in compared for jobs in (BARE, 1, 2)
    ]
    return growth_of([*found, whole_run(folder, largest, 2, lang)])


def growth_of(found: Sequence[RunCost]) -> Growth:
    """What follows from runs of all sides over two corpora, and of two processes over a third."""
    by = {(each.articles, each.jobs): each for each in found}
    fewer, more, largest = sorted({each.articles for each in found})

    def further(jobs: int, fewer: int = fewer, more: int = more) -> Cost:
        """What each article costs that `more` has and `fewer` hasn't."""
        costs = by[more, jobs], by[fewer, jobs]
        return Cost(*((getattr(costs[0], of) - getattr(costs[1], of)) / (more - fewer) for of in ("wall", "cpu")))

    one, two, last = further(1), further(2), further(2, more, largest)
    return Growth(tuple(found), further(BARE).cpu / one.cpu, one.wall / two.wall, last.cpu / two.cpu)


def write_corpus(articles: Sequence[Article], file: Path, count: int) -> None:
    """JSON Lines of `count` articles, each of some paragraphs of `articles`, no two alike."""
    paragraphs = [line for article in articles for line in article.text.split("\n") if len(line.split()) > 5]
    with file.open("w", encoding="utf-8") as out:
        for text in _dealt(paragraphs, count):
            out.write(json.dumps({"text": text, "date": articles[0].published}) + "\n")


def _dealt(paragraphs: Sequence[str], count: int) -> Iterator[str]:
    chance = random.Random(SEED)
    for _ in range(count):
        taken: list[str] = []
        while sum(len(text.split()) for text in taken) < WORDS:
            taken.append(chance.choice(paragraphs))
        yield "\n\n".join(dict.fromkeys(taken))


def bare_corpus(file: str, lang: str) -> None:
    """Load the model and parse the texts of JSON Lines: what `kg build` is held against."""
    with Path(file).open(encoding="utf-8") as lines:
        PlainModel(lang).words(json.loads(line)["text"] for line in lines)


def whole_run(folder: Path, size: int, jobs: int, lang: str) -> RunCost:
    """One run over the corpus of that size in `folder`, from the start of the process to its end."""
    source = str(folder / f"{size}.jsonl")
    ours = ["-c", _KG, "build", source, "--lang", lang, "--copies", "--quiet", "-o", str(folder / "g.nq"), "-j", str(jobs)]
    cost, memory = alone(run_and_peak, ours if jobs else ["-c", _BARE, source, lang])
    return RunCost(size, jobs, cost.wall, cost.cpu, memory)


def run_and_peak(arguments: Sequence[str]) -> tuple[Cost, int]:
    """What a process costs, and the most that it or a process of its own held; to be called in a new process."""
    cost = run(arguments)
    return cost, most_held(resource.RUSAGE_CHILDREN)


def _median(costs: Sequence[RunCost]) -> RunCost:
    first = costs[0]
    wall, cpu = median(each.wall for each in costs), median(each.cpu for each in costs)
    return RunCost(first.articles, first.jobs, wall, cpu, int(median(each.memory for each in costs)))
