"""Products on one thread, each different word embedded once, layers that only read: the parses are those of thinc alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc
from thinc.api import Model
from threadpoolctl import threadpool_info

from kg.annotate.annotator import Annotator
from kg.annotate.embedding import embed_once, once
from kg.annotate.hidden import LAYER, only_read, reading
from kg.annotate.models import load_pipeline, nodes
from kg.annotate.products import multiply_with_numpy, one_thread
from kg.evaluate.examples import load
from kg.model import Article


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_parses_are_the_same(lang: str) -> None:
    text = "\n\n".join(dict.fromkeys(example.text for example in load(lang)[:400]))
    ours, plain = load_pipeline(lang, None), load_pipeline(lang, None)
    multiply_with_numpy(ours)
    embed_once(ours)
    only_read(ours)
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


@pytest.mark.parametrize("words", [0, 1, 7, 1000])
def test_layers_that_only_read_give_the_same_numbers(words: int) -> None:
    nlp = load_pipeline("fr", None)
    layers = [node for node in nodes(nlp) if [layer.name for layer in node.layers] == LAYER]
    assert len(layers) == 10
    for layer in layers:
        inputs = np.random.default_rng(7).standard_normal((words, layer.get_dim("nI"))).astype("float32")
        with np.errstate(invalid="raise"):
            assert np.array_equal(reading(layer).predict(inputs), layer.predict(inputs))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_all_layers_of_a_loaded_model_only_read(lang: str) -> None:
    nlp = load_pipeline(lang, None)
    only_read(nlp)
    names = [node.name for node in nodes(nlp)]
    assert "maxout" not in names
    assert "reading(maxout>>layernorm)" in names


def blas_threads() -> list[int]:
    """Threads of the BLAS that numpy brings; other libraries, loaded by other tests, bring theirs."""
    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    return [pool["num_threads"] for pool in pools if "numpy" in Path(pool["filepath"]).parent.name]


def test_products_take_one_thread_and_give_the_others_back() -> None:
    before = blas_threads()
    with one_thread():
        assert set(blas_threads()) == {1}
    assert blas_threads() == before
