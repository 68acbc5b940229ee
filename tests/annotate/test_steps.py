"""Parsers and entity recognizers whose steps are taken here say what they say by themselves."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from kg.annotate.models import load_pipeline
from kg.annotate.steps import pipes_of, take_steps
from kg.evaluate.examples import load

Said = tuple[int, str, str, str]


def said(doc: Doc) -> list[Said]:
    return [(token.head.i, token.dep_, token.ent_iob_, token.ent_type_) for token in doc]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_steps_are_those_that_spacy_takes(lang: str) -> None:
    nlp = load_pipeline(lang, None)
    texts = [*dict.fromkeys(example.text for example in load(lang)[:300]), ""]
    docs = list(map(nlp.make_doc, texts))
    for pipe in pipes_of(nlp):
        docs = list(pipe(docs))
    assert list(map(said, docs)) == list(map(said, nlp.pipe(texts, batch_size=4 * len(texts))))


def test_texts_without_words_need_no_step() -> None:
    nlp = load_pipeline("fr", None)
    docs = [Doc(nlp.vocab), Doc(nlp.vocab)]
    assert take_steps(nlp.get_pipe("parser"), docs) == docs


@pytest.mark.parametrize(("beam_width", "unseen", "taken"), [(1, set(), True), (4, set(), False), (1, {3}, False)])
def test_only_a_pipe_that_takes_the_best_step_is_led(beam_width: int, unseen: set[int], taken: bool) -> None:
    nlp = load_pipeline("fr", None)
    parser: Any = nlp.get_pipe("parser")
    parser.cfg["beam_width"] = beam_width
    parser.model.attrs["unseen_classes"] = unseen
    [pipe] = [pipe for pipe, name in zip(pipes_of(nlp), nlp.pipe_names, strict=True) if name == "parser"]
    assert (getattr(pipe, "func", None) is take_steps) == taken
