"""Numpy multiplies on one thread, and the parses stay what they are with thinc's own products."""

from __future__ import annotations

import pytest
from threadpoolctl import threadpool_info

from kg.annotate.annotator import Annotator
from kg.annotate.models import load_pipeline
from kg.annotate.products import multiply_with_numpy, one_thread
from kg.evaluate.examples import load
from kg.model import Article


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_parses_are_the_same(lang: str) -> None:
    text = "\n\n".join(dict.fromkeys(example.text for example in load(lang)[:400]))
    ours, plain = load_pipeline(lang, None), load_pipeline(lang, None)
    multiply_with_numpy(ours)
    assert not ours.get_pipe("ner").model.ops.use_blis
    assert plain.get_pipe("ner").model.ops.use_blis
    article = Article("essai", text, lang)
    assert list(Annotator(ours, lang).parse([article])) == list(Annotator(plain, lang).parse([article]))


def blas_threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_products_take_one_thread_and_give_the_others_back() -> None:
    before = blas_threads()
    with one_thread():
        assert set(blas_threads()) == {1}
    assert blas_threads() == before
