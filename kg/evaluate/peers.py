"""Other programs on the same texts: what they cost, and how many facts they find, right or wrong."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kg.annotate.plain import PlainModel, has_textacy
from kg.errors import UsageError
from kg.evaluate.clock import Stopwatch, alone
from kg.graph import quads
from kg.model import Article
from kg.pipeline import BuildOptions, Models, understand


@dataclass(frozen=True, slots=True)
class Peer:
    """One program on all texts, its model loaded before."""

    name: str
    articles: int
    wall: float
    cpu: float
    facts: int


def peers(articles: Sequence[Article], runs: int, command: Sequence[str] = ()) -> tuple[Peer, ...]:
    """kg, textacy where it is installed, and `command`: a program that is given a file with a JSON list of texts.

    It prints {"name": …, "wall": …, "cpu": …, "facts": …}. All articles are of one language.
    """
    found = [alone(ours, articles, runs)]
    if has_textacy():
        found.append(alone(textacy, articles, runs))
    if command:
        found.append(_foreign(articles, command))
    return tuple(found)


def ours(articles: Sequence[Article], runs: int) -> Peer:
    """All of kg but reading and writing; facts are events and relations."""
    models, base = Models(), BuildOptions().base
    facts = 0

    def work(some: Sequence[Article]) -> int:
        total = 0
        for document in understand(some, models):
            total += len(document.resolved.events) + len(document.resolved.relations)
            quads(document, base)
        return total

    work(articles[:2])
    times = []
    for _ in range(runs):
        watch = Stopwatch()
        facts = work(articles)
        times.append(watch.read())
    return Peer("kg", len(articles), median(t.wall for t in times), median(t.cpu for t in times), facts)


def textacy(articles: Sequence[Article], runs: int) -> Peer:
    """The model and textacy's triples on its documents."""
    model = PlainModel(articles[0].lang)
    texts = [article.text for article in articles]
    model.triples(texts[:2])
    times, facts = [], 0
    for _ in range(runs):
        watch = Stopwatch()
        facts = model.triples(texts)
        times.append(watch.read())
    return Peer("textacy", len(articles), median(t.wall for t in times), median(t.cpu for t in times), facts)


def _foreign(articles: Sequence[Article], command: Sequence[str]) -> Peer:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps([article.text for article in articles]), encoding="utf-8")
        done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise UsageError(f"{command[0]} failed: {done.stderr.strip().splitlines()[-1:]}")
    said = json.loads(done.stdout.splitlines()[-1])
    return Peer(said["name"], len(articles), said["wall"], said["cpu"], said["facts"])
