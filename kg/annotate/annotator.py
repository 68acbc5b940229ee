"""A language model at work: articles in, parses out, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.annotate import english, english_words, french, french_words
from kg.annotate.asides import Asides
from kg.annotate.clean import Block, clean
from kg.annotate.embedding import embed_once
from kg.annotate.endings import Endings
from kg.annotate.hidden import only_read
from kg.annotate.lemmas import load_lemmas
from kg.annotate.models import load_pipeline
from kg.annotate.names import spans_of, trim
from kg.annotate.noise import load_noise
from kg.annotate.openers import Openers
from kg.annotate.parsing import load_parsing
from kg.annotate.phrases import Phrases
from kg.annotate.products import multiply_with_numpy, one_thread
from kg.annotate.protected import Naming, Protected
from kg.annotate.reading import Strings, grow, hang_contractions, reader_for
from kg.annotate.small import write_small
from kg.annotate.steps import pipes_of
from kg.annotate.titlecase import TitleCase
from kg.annotate.tree import Tree
from kg.annotate.units import Reading, Units, merge, units_of
from kg.annotate.verbforms import VerbForms
from kg.annotate.words import Spans, Words, chunks, words_of
from kg.lang import language
from kg.lang.titles import load as load_titles
from kg.model import PROSE, Article, NameSpan, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TO_UD: dict[str, Callable[[Tree, Iterable[NameSpan], Container[str]], None]] = {"en": english.to_ud, "fr": french.to_ud}
SPANS: dict[str, Spans] = {"en": english_words.joined, "fr": french_words.joined}
BATCH = 16  # Docs handed to the model together
LONGEST_BATCH = 16_000  # words of them: the matrices of more no longer fit into a processor's caches


@dataclass(slots=True)
class Job:
    """An article on its way through the model."""

    article: Article
    blocks: list[Block]
    chunks: list[tuple[Words, Units]]
    docs: list[Doc] = field(default_factory=list)


class Annotator:
    """One loaded language model. `name` says which, with its version."""

    def __init__(self, nlp: Language, lang: str, protect: Iterable[str] = ()) -> None:
        self.lang = lang
        self.name = f"{lang}_{nlp.meta['name']} {nlp.meta['version']}"
        self._nlp = nlp
        self._noise = load_noise(lang)
        self._to_ud = TO_UD[lang]
        self._spans = SPANS[lang]
        parsing = load_parsing(lang)
        self._phrases = Phrases(parsing.read, parsing.before_nouns, parsing.collectives)
        self._asides = Asides(parsing)
        self._titles = load_titles(lang)
        small = self._noise.function_words
        given = language(lang).given_names
        naming = Naming(parsing.naming_nouns, small, parsing.stand_in, parsing.acronyms, self._titles, given)
        self._protected = Protected(naming, protect)
        self._strings = Strings(nlp.vocab.strings)
        lemmas = load_lemmas(lang)
        self._verb_forms = VerbForms(parsing.read_tenses, lemmas, language(lang).frames.verbs, nlp.vocab.has_vector)
        self._openers = Openers(parsing, lemmas, language(lang).frames.nouns)
        self._days = parsing.days
        self._endings = Endings(
            parsing.endings, parsing.firm_endings, parsing.openers, parsing.tellers, parsing.past_ending, self._titles
        )
        self._titlecase = TitleCase(nlp, lang)
        self._reader = reader_for(nlp, lemmas, self._strings)
        self._pipes = pipes_of(nlp)

    def parse(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """Annotate articles as they come; one Parse for each, in the same order."""
        jobs: deque[Job] = deque()

        def docs() -> Iterator[Doc]:
            for article in articles:
                jobs.append(self._prepare(article))
                for words, units in jobs[-1].chunks:
                    yield self._doc(words, units)

        with one_thread():
            for doc in self._annotated(docs()):
                while len(jobs[0].docs) == len(jobs[0].chunks):
                    yield self._finish(jobs.popleft())
                jobs[0].docs.append(doc)
        while jobs:
            yield self._finish(jobs.popleft())

    def words(self, texts: Iterable[str]) -> int:
        """Run the model alone over `texts`, as `parse` runs it, and count their words: what measurements need."""
        with one_thread():
            return sum(map(len, self._annotated(map(self._nlp.make_doc, texts))))

    def _annotated(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        for batch in batches(docs):
            for pipe in self._pipes:
                batch = list(pipe(batch))
            yield from batch

    def _prepare(self, article: Article) -> Job:
        blocks = clean(article.text, self._noise, article.title)
        words = [words_of(block, self._nlp, self._spans, self._endings) for block in blocks if block.kind in PROSE]
        for block_words in words if self._days else ():
            write_small(block_words, self._days, self._noise.function_words, self._titles, language(self.lang))
        if self._titlecase.reads:
            self._titlecase.write_as_sentences(words)
        return Job(article, blocks, [(chunk, units_of(chunk, self._readings(chunk))) for chunk in chunks(words)])

    def _readings(self, words: Words) -> list[Reading]:
        phrases = merge(self._phrases.find(words), merge(self._verb_forms.find(words), self._openers.find(words)))
        return merge(self._protected.find(words), merge(phrases, self._asides.find(words)))

    def _doc(self, words: Words, units: Units) -> Doc:
        from spacy.tokens import Doc

        spaces = [words.space[last - 1] for last in units.last]
        begins = [words.begins[first] for first in units.first]
        return Doc(self._nlp.vocab, words=units.read, spaces=spaces, sent_starts=begins)

    def _finish(self, job: Job) -> Parse:
        tree, spans = Tree(), list[NameSpan]()
        for (words, units), doc in zip(job.chunks, job.docs, strict=True):
            firsts = grow(tree, doc, words, units, self._reader, self._strings)
            spans += spans_of(doc, firsts, len(tree), units.manner)
        tree.link()
        hang_contractions(tree)
        names = trim(spans, tree, self._titles)
        tree.put_end()
        self._to_ud(tree, names, self._titles)
        tree.take_end()
        return assemble(job, tree, names, self.name)


def batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Docs that the model reads together: BATCH of them, fewer where they are long."""
    batch: list[Doc] = []
    words = 0
    for doc in docs:
        if batch and (len(batch) == BATCH or words + len(doc) > LONGEST_BATCH):
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch


def load(lang: str, model: str | None = None, protect: Iterable[str] = ()) -> Annotator:
    """Load the best installed model for `lang`, or `model`; LanguageError or ModelError where that can't be.

    `protect` are names of several words that are kept whole, whatever the model thinks of them. A process loads a
    model once.
    """
    return _loaded(lang, model, tuple(protect))


@lru_cache(maxsize=4)
def _loaded(lang: str, model: str | None, protect: tuple[str, ...]) -> Annotator:
    nlp = load_pipeline(lang, model)
    multiply_with_numpy(nlp)
    embed_once(nlp)
    only_read(nlp)
    return Annotator(nlp, lang, protect)


def assemble(job: Job, tree: Tree, names: tuple[NameSpan, ...], model: str) -> Parse:
    """Freeze a tree into a Parse."""
    sentences = sentences_of(job.blocks, tree)
    sentence_of = [sentence.index for sentence in sentences for _ in range(sentence.first, sentence.last)]
    tokens = tuple(
        map(
            Token, range(len(tree)), tree.start, tree.end, tree.text, tree.lemma, tree.pos, tree.morph, tree.dep,
            tree.head, sentence_of,
        )
    )  # fmt: skip
    children = tuple([tuple(sorted(below)) if below else () for below in tree.children])
    return Parse(job.article, tokens, sentences, names, children, model)


def sentences_of(blocks: list[Block], tree: Tree) -> tuple[Sentence, ...]:
    """The sentences of prose with their words, and each block of another kind as one sentence without words."""
    firsts = [i for i, first in enumerate(tree.first) if first]
    bounds = zip(firsts, [*firsts, len(tree)][1:], strict=True)
    prose = [(tree.start[first], tree.end[last - 1], first, last, tree.kind[first]) for first, last in bounds]
    found: list[Sentence] = []
    done = 0
    for block in blocks:
        start, end = block.text.starts[0], block.text.ends[-1]
        if block.kind not in PROSE:
            at = prose[done][2] if done < len(prose) else len(tree)
            found.append(Sentence(len(found), start, end, at, at, block.kind))
        while block.kind in PROSE and done < len(prose) and prose[done][0] < end:
            found.append(Sentence(len(found), *prose[done]))
            done += 1
    return tuple(found)
