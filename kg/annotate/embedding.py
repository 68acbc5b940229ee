"""Words as vectors, a third of a network's work: once for each different word of a batch.

The vector that a network starts from depends on the word alone, and most words of a batch are there several times.
thinc's own `uniqued` does the same where the input is numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from kg.annotate.models import nodes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model
    from thinc.types import Floats2d

EMBED = "embed"  # spaCy's name for that part of a network
LEXICAL = "extract_features"  # how the names of those begin that see each word by itself


def embed_once(nlp: Language) -> None:
    """Let a pipeline's networks embed each different word of a batch once. For Docs that are made of words."""
    for node in list(nodes(nlp)):
        embed = node.get_ref(EMBED) if node.has_ref(EMBED) else None
        if embed is not None and embed.name.startswith(LEXICAL):
            node.replace_node(embed, once(embed))


def once(embed: Model[Any, Any]) -> Model[Any, Any]:
    """A layer that gives what `embed` gives, but asks it once for each different word. It does not learn."""
    from thinc.api import Model

    return Model(f"once({embed.name})", _forward, layers=[embed], dims={"nO": embed.maybe_get_dim("nO")})


def _forward(
    model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    import numpy as np
    from spacy.tokens import Doc

    words = np.concatenate([doc.to_array(["ORTH", "SPACY"]) for doc in docs])
    _, firsts, places = np.unique(words[:, 0] ^ words[:, 1], return_index=True, return_inverse=True)
    strings = docs[0].vocab.strings
    texts = [strings[orth] for orth in words[firsts, 0].tolist()]
    different = Doc(docs[0].vocab, words=texts, spaces=words[firsts, 1].astype(bool).tolist())
    vectors = model.layers[0]([different], is_train)[0][0][places]
    ends = list(accumulate(len(doc) for doc in docs))
    return [vectors[end - len(doc) : end] for doc, end in zip(docs, ends, strict=True)], lambda _: []
