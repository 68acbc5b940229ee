"""grammar.toml holds what rules ask for, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.lang import grammar

FRENCH = (grammar.HERE / "fr" / "grammar.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FRENCH.replace("[clauses]", "[clauses]\nunheard_of = []"), "no rule asks for clauses.unheard_of"),
        (FRENCH.replace("\nconceding = ", "\n# conceding = "), "lacks conceding_marks"),
    ],
)
def test_an_entry_that_no_rule_knows_or_that_is_missing_is_refused(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "grammar.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(grammar, "HERE", tmp_path)
    with pytest.raises(KgError, match=message):
        grammar.load_grammar("xx")
