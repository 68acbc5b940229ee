"""Products on one thread, each different word embedded once; the parses stay what they are with thinc alone."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc
from thinc.api import Model
from threadpoolctl import threadpool_info

from kg.annotate.annotator import Annotator
from kg.annotate.embedding import embed_once, once
from kg.annotate.models import load_pipeline
from kg.annotate.products import multiply_with_numpy, one_thread
from kg.evaluate.examples import load
from kg.model import Article


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_parses_are_the_same(lang: str) -> None:
    text = "\n\n".join(dict.fromkeys(example.text for example in load(lang)[:400]))
    ours, plain = load_pipeline(lang, None), load_pipeline(lang, None)
    multiply_with_numpy(ours)
    embed_once(ours)
    assert not ours.get_pipe("ner").model.ops.use_blis
    assert plain.get_pipe("ner").model.ops.use_blis
    article = Article("essai", text, lang)
    assert list(Annotator(ours, lang).parse([article])) == list(Annotator(plain, lang).parse([article]))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_words_are_embedded_once_with_the_same_vectors(lang: str) -> None:
    nlp = load_pipeline(lang, None)
    texts = list(dict.fromkeys(example.text for example in load(lang)[:40]))
    docs = [Doc(nlp.vocab, words=text.split()) for text in texts] + [Doc(nlp.vocab)]
    embed = nlp.get_pipe("tok2vec").model.get_ref("embed")
    asked: list[int] = []
    layer = Model("counted", lambda model, docs, is_train: (asked.append(sum(map(len, docs))), embed(docs, is_train))[1])
    vectors = once(layer).predict(docs)
    assert asked[0] < 0.7 * sum(map(len, docs))
    for one, other in zip(vectors, embed.predict(docs), strict=True):
        assert one.shape == other.shape
        assert np.allclose(one, other, atol=1e-5)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_networks_of_a_loaded_model_embed_once(lang: str) -> None:
    nlp = load_pipeline(lang, None)
    embed_once(nlp)
    for name in ("tok2vec", "ner"):
        layers = [node.name for node in nlp.get_pipe(name).model.walk()]
        assert any(layer.startswith("once(extract_features") for layer in layers), name


def blas_threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_products_take_one_thread_and_give_the_others_back() -> None:
    before = blas_threads()
    with one_thread():
        assert set(blas_threads()) == {1}
    assert blas_threads() == before
