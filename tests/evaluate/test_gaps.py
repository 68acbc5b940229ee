"""The list of known gaps only shrinks."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.gaps import load, strike_off


def test_names_are_struck_off_and_the_rest_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "gaps.txt"
    path.write_text("# why\n\nen/Attack#1\nfr/Attack#2\nfr/Riot#3\n")
    assert load(path) == {"en/Attack#1", "fr/Attack#2", "fr/Riot#3"}
    assert strike_off(path, ["fr/Attack#2", "fr/Attack#9"]) == 1
    assert path.read_text() == "# why\n\nen/Attack#1\nfr/Riot#3\n"


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="known gaps"):
        load(tmp_path / "none.txt")
