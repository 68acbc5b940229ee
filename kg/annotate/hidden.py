"""A network's hidden layers for reading alone: the same numbers as thinc's, in three quarters of the time.

A layer takes the greatest of some pieces for each output, and brings the outputs of each word to the mean 0 and the
variance 1. thinc also notes which piece it was, since learning needs that, and makes a new matrix at every turn. Here
the first pieces of all outputs stand beside each other, then the second ones, so that whole rows are compared.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

LAYER = ["maxout", "layernorm"]  # thinc's names for the two halves of such a layer
SMALLEST = 1e-08  # what thinc adds to a variance


class Weights(NamedTuple):
    """What a layer has learnt."""

    outputs: int
    pieces: Any  # a matrix: the weights of the first pieces of all outputs, of the second ones, …
    bias: Any  # a vector, in the same order
    scale: Any
    shift: Any


def only_read(nlp: Language) -> None:
    """Let the hidden layers of a pipeline's networks do no more than reading needs. They no longer learn."""
    from thinc.api import Model

    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model):
            for node in list(network.walk()):
                if [layer.name for layer in node.layers] == LAYER:
                    network.replace_node(node, reading(node))


def reading(layer: Model[Any, Any]) -> Model[Any, Any]:
    """A layer that gives what `layer` gives."""
    from thinc.api import Model

    maxout, norm = layer.layers
    weights: Any = maxout.get_param("W")
    bias: Any = maxout.get_param("b")
    outputs, pieces, inputs = weights.shape
    learnt = Weights(
        outputs,
        layer.ops.xp.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(pieces * outputs, inputs),
        bias.reshape(outputs, pieces).T.reshape(-1),
        norm.get_param("G"),
        norm.get_param("b"),
    )
    return Model(f"reading({layer.name})", partial(_forward, learnt), dims={"nO": outputs, "nI": inputs}, ops=layer.ops)


def _forward(learnt: Weights, model: Model[Any, Any], inputs: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    found: Any = model.ops.gemm(inputs, learnt.pieces, trans2=True)
    found += learnt.bias
    best = found[:, : learnt.outputs]
    for start in range(learnt.outputs, found.shape[1], learnt.outputs):
        best = model.ops.xp.maximum(best, found[:, start : start + learnt.outputs])
    best -= best.mean(axis=1, keepdims=True)
    variance = (best * best).mean(axis=1, keepdims=True) + SMALLEST
    best *= variance ** (-1.0 / 2.0)
    best *= learnt.scale
    best += learnt.shift
    return best, lambda _: inputs
