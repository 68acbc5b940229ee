"""Plain text: the article's text is what Python's own text files give."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import Limits, ReadOptions, read

from .helpers import ENGLISH, FRENCH, read_one, reason


@pytest.mark.parametrize("content", [FRENCH, FRENCH.replace("\n", "\r\n"), FRENCH.replace("\n", "\r"), "\ufeff" + FRENCH])
def test_the_text_is_what_python_reads(write, content):
    path = write("a.txt", content)
    article = read_one(path)
    assert article.text == Path(path).read_text(encoding="utf-8")
    assert article.title == "Tirna : le port rouvre après trois jours de grève"
    assert article.lang == "fr"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "utf-16", "utf-32"])
def test_other_encodings_are_told_by_their_bytes(write, encoding):
    assert read_one(write("a.txt", FRENCH.encode(encoding))).text.removeprefix("\ufeff") == FRENCH


def test_a_short_western_text_is_not_taken_for_central_european(write):
    assert read_one(write("a.txt", "Le président a été réélu à Genève.".encode("cp1252"))).text.endswith("Genève.")


def test_typographic_defects_stay(write):
    text = "“fight” d’ici {dollars} â€™ \x0c caf\u00e9 cafe\u0301 ﬁn de la guerre dans la région"
    assert read_one(write("a.txt", text)).text == text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"  \n\r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
        (bytes(range(1, 256)) * 20, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x7fELF\x02\x01", "program"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(write, content, says):
    path = write("a.txt", content)
    message = reason(path)
    assert path in message
    assert says in message


def test_missing_and_forbidden_files(tmp_path, write):
    assert "does not exist" in reason(str(tmp_path / "nowhere.txt"))
    assert "does not exist" in reason("\0nowhere.txt") or "can't be read" in reason("\0nowhere.txt")


def test_limits_on_size(write):
    path = write("a.txt", ENGLISH * 10)
    assert "characters" in reason(path, ReadOptions(limits=Limits(article_chars=100)))
    assert "larger" in reason(path, ReadOptions(limits=Limits(document_bytes=100)))


def test_without_a_callback_the_first_failure_is_raised(write):
    with pytest.raises(InputError, match="empty"):
        list(read([write("a.txt", "")]))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le port rouvre\n\nLe port de Tirna a rouvert mardi.", "Le port rouvre"),
        ("Le port de Tirna a rouvert mardi.\nLa grève est finie.", None),
        ("Le port de Tirna a rouvert mardi", None),
        ("3 mars 2020 . –\nLe port de Tirna a rouvert mardi.", None),
        ("La fin de la grève ?\nLe port de Tirna a rouvert mardi.", "La fin de la grève ?"),
        ("Le port de Tirna a rouvert mardi, dit-on dans la ville, " * 6 + "\nLa grève est finie.", None),
    ],
)
def test_a_headline_is_a_first_line_that_stands_alone(write, text, title):
    assert read_one(write("a.txt", text)).title == title
