"""The steps by which a parser and an entity recognizer read, half of a language model's work, in half the time.

spaCy takes them without the interpreter's lock, and its functions want that lock some hundred times for each word. Here
it is held throughout, so that to want it costs nothing. The networks are asked the same, and the steps are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Pipe = Callable[[list["Doc"]], Iterable["Doc"]]
"""Annotates Docs, all together."""


def pipes_of(nlp: Language) -> list[Pipe]:
    """The pipes of a language model that are on, in their order."""
    return [_pipe_of(component) for _, component in nlp.pipeline]


def _pipe_of(component: Any) -> Pipe:
    if _goes_by_steps(component):
        return partial(take_steps, component)
    if hasattr(component, "pipe"):
        return lambda docs: component.pipe(docs, batch_size=len(docs))
    return partial(map, component)


def _goes_by_steps(component: Any) -> bool:
    """Whether a pipe takes the best step each time, out of all that its network was trained on."""
    from spacy.pipeline import DependencyParser, EntityRecognizer

    if not isinstance(component, (DependencyParser, EntityRecognizer)) or component.cfg["beam_width"] != 1:
        return False
    return component.model.attrs["has_upper"] and not component.model.attrs["unseen_classes"]


def take_steps(parser: Any, docs: list[Doc]) -> list[Doc]:
    """Annotate Docs as `parser` does by itself."""
    states = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if unfinished:
        network = parser.model.predict(docs)
        while unfinished:
            hidden = network.state2vec.predict(network.get_token_ids(unfinished))
            unfinished = parser.transition_states(unfinished, network.vec2scores.predict(hidden))
        network.clear_memory()
    parser.set_annotations(docs, states)
    return docs
