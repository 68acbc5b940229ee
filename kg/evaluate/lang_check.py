"""`kg lang check`: everything that can be told about a language pack by looking at it and by running its examples."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate import coverage, packs
from kg.evaluate.examples import Example, check, load
from kg.model import Document
from kg.pipeline import Models, understand


@dataclass(frozen=True, slots=True)
class Failure:
    """A worked example that doesn't hold, with each broken expectation."""

    name: str
    text: str
    broken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackReport:
    """What `kg lang check` found out about one language."""

    lang: str
    examples: int
    words: int
    malformed: tuple[str, ...]
    failing: tuple[Failure, ...]  # outside the known gaps
    known: tuple[Failure, ...]  # inside them
    mended: tuple[str, ...]  # known gaps that hold now
    stale: tuple[str, ...]  # known gaps that no example is named like
    wordless: tuple[str, ...]
    untried: tuple[str, ...]
    unused: tuple[packs.Word, ...]

    @property
    def ok(self) -> bool:
        """Whether the pack is well formed and no example fails that is not known to."""
        return not (self.malformed or self.failing)


def check_pack(lang: str, models: Models, gaps: Collection[str] = frozenset(), only: str | None = None) -> PackReport:
    """Check one language's stanzas and run its worked examples, of which those named in `gaps` may fail.

    `only` is a class or relation: then its examples alone are run, and its words alone looked for in them.
    """
    every = load(lang)
    examples = [example for example in every if only in (None, example.kind)]
    words = [w for stanza in packs.stanzas(lang) if only in (None, stanza.kind) for w in packs.words(stanza)]
    documents = list(understand((example.article for example in examples), models))
    failures = failures_of(examples, documents)
    failing = {failure.name for failure in failures}
    run, names = {example.name for example in examples}, {example.name for example in every}
    ours = sorted(name for name in gaps if name.startswith(f"{lang}/"))
    return PackReport(
        lang=lang,
        examples=len(examples),
        words=len(words),
        malformed=tuple(packs.faults(lang, examples)),
        failing=tuple(f for f in failures if f.name not in gaps),
        known=tuple(f for f in failures if f.name in gaps),
        mended=tuple(name for name in ours if name in run and name not in failing),
        stale=tuple(name for name in ours if name not in names),
        wordless=tuple(coverage.wordless(lang)),
        untried=tuple(coverage.untried(lang, every)),
        unused=tuple(coverage.unused(words, documents)),
    )


def failures_of(examples: Sequence[Example], documents: Iterable[Document]) -> list[Failure]:
    """The examples that don't hold in the documents made of them."""
    return [
        Failure(example.name, example.text, tuple(line.removeprefix(f"{example.name}: ") for line in broken))
        for example, document in zip(examples, documents, strict=True)
        if (broken := check(example, document))
    ]
