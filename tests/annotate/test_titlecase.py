"""Headlines in title case are read as sentences are written; names keep their capitals, and so does what is no title."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator, load
from kg.model import Article

BODY = "The rival of Carl Bush was in the town yesterday, and a friend of Anna Banks said that Bush would leave."


@pytest.fixture(scope="module")
def english() -> Annotator:
    return load("en")


CASES = [
    ("Air Strike Kills Ten Farmers in Northern Mali", "Air strike kills ten farmers in northern Mali"),
    ("Suspected Gunmen Kidnap Two Turkish Nurses", "Suspected gunmen kidnap two Turkish nurses"),
    ("Supreme Court Rejects Appeal by Former Governor", "Supreme Court rejects appeal by former governor"),
    ("Rebels Seize Town in Mali despite Truce", "Rebels seize town in Mali despite truce"),
    ("Police May Have Shot Children", "Police may have shot children"),
    ("Protesters March in Kiev in May", "Protesters march in Kiev in May"),
    ("Pope Francis Visits Refugee Camp", "Pope Francis visits refugee camp"),
    # Names of the article, and surnames behind a given name, are no common words.
    ("Minister Meets Bush in Varna Hotel", "Minister meets Bush in Varna hotel"),
    ("Anna Banks Leaves Troubled Party", "Anna Banks leaves troubled party"),
    ("President Mark Hill Sacks Army Chief", "President Mark Hill sacks army chief"),
    # A line that writes a longer word small is no title.
    ("Bush visits Red Bay", "Bush visits Red Bay"),
    ("Varna Port Authority workers on strike", "Varna Port Authority workers on strike"),
]


@pytest.mark.parametrize(("headline", "read"), CASES)
def test_titles_are_read_as_sentences(headline: str, read: str, english: Annotator) -> None:
    parsed = next(english.parse([Article("t", f"{headline}\n\n{BODY}", "en")]))
    assert parsed.sentences[0].kind == "headline"
    assert [token.text for token in parsed.tokens if token.sentence == 0] == read.split()
    first, last = parsed.tokens[0], parsed.tokens[len(read.split()) - 1]
    assert parsed.article.text[first.start : last.end] == headline  # the evidence stays as it is written
