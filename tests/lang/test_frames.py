"""Frames and modality: what their files may not say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.lang import frames, grammar

TWICE = """
[[modal]]
pos = "verb"
effect = "actual"
governs = "obj"
words = ["vouloir"]
"""


def test_a_word_that_is_given_two_effects_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(frames.HERE / "fr", tmp_path / "yy")
    with (tmp_path / "yy" / "modality.toml").open("a", encoding="utf-8") as file:
        file.write(TWICE)
    for module in (frames, grammar):
        monkeypatch.setattr(module, "HERE", tmp_path)
    with pytest.raises(LanguageError, match="'vouloir' has two effects: 'possible', 'actual'"):
        frames.load_frames("yy")
