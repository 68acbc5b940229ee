"""Files, folders, patterns and standard input; identifiers and names that do not depend on where one stands."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from kg.read import ReadOptions, count, read

from .helpers import ENGLISH, FRENCH, read_all, read_one, reason


def test_one_file_has_one_identifier(write, tmp_path, monkeypatch):
    path = write("sub/article.txt", FRENCH)
    monkeypatch.chdir(tmp_path / "sub")
    named = [read_one(source) for source in (path, "article.txt", "./article.txt", "../sub/article.txt", "*.txt", "..//sub")]
    assert {article.id for article in named} == {"article-1dd63cbc"}
    assert {article.file for article in named} == {"article.txt"}
    assert read_one(path, ReadOptions(base=str(tmp_path))).file == "sub/article.txt"


def test_a_folder_is_read_whole_in_a_fixed_order(write, tmp_path):
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/.hidden/x.txt", ".x.txt", "sub/deep/d.jsonl", "noending"):
        write(f"f/{name}", '{"text": "Le port de Tirna rouvre."}' if name.endswith("jsonl") else FRENCH)
    write("f/photo.jpg", b"\xff\xd8\xff")
    articles, failures = read_all(str(tmp_path / "f"))
    assert [article.file for article in articles] == ["a.md", "b.txt", "noending", "sub/c.txt", "sub/deep/d.jsonl"]
    assert [(failure.skipped, "ending" in failure.reason) for failure in failures] == [(True, True)]
    assert len(list(read([str(tmp_path / "f")]))) == 5
    assert count([str(tmp_path / "f")]) == 5


def test_patterns(write, tmp_path):
    for name in ("a.txt", "sub/b.txt", "sub/c.md", "odd[1].txt"):
        write(name, FRENCH)
    assert [a.file for a in read([str(tmp_path / "**/*.txt")])] == ["a.txt", "odd[1].txt", "sub/b.txt"]
    assert [a.file for a in read([str(tmp_path / "odd[1].txt")])] == ["odd[1].txt"]
    assert "no file matches" in reason(str(tmp_path / "*.html"))


def test_an_empty_folder_is_an_error(tmp_path):
    (tmp_path / "f").mkdir()
    assert "holds no file" in reason(str(tmp_path / "f"))


def test_two_texts_of_one_name_are_told_apart(write):
    first, second = write("a/x.txt", FRENCH), write("b/x.txt", ENGLISH)
    ids = [article.id for article in read([first, second, first])]
    assert ids[0] == ids[2]
    assert ids[1].startswith(ids[0] + "-")
    assert ids == [article.id for article in read([first, second, first])]


def test_names_that_are_not_unicode_or_have_line_ends(tmp_path):
    folder = os.fsencode(tmp_path / "f")
    os.mkdir(folder)
    for name in (b"caf\xe9.txt", b"two\nlines.txt", "été.txt".encode()):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(FRENCH.encode())
    articles, failures = read_all(str(tmp_path / "f"))
    assert not failures
    for article in articles:
        assert article.file
        assert article.file.encode()
        assert article.id.isascii()


def test_standard_input(monkeypatch):
    for content, text in ((FRENCH, FRENCH), ('{"text": "Le port de Tirna rouvre."}\n', "Le port de Tirna rouvre.")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        article = read_one("-")
        assert (article.text, article.file) == (text, None)
        assert article.id.endswith(article.id[-8:])
        assert not sys.stdin.closed
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert "standard input is empty" in reason("-")


def test_addresses_of_other_kinds_are_refused():
    assert "http and https" in reason("ftp://news.example/a.txt")
    assert "http and https" in reason("file:///etc/passwd")


def test_the_order_of_hashing_changes_nothing(write, tmp_path):
    for n in range(5):
        write(f"f/{n}.txt", FRENCH if n % 2 else ENGLISH)
    code = "import sys; from kg.read import read; print(list(read([sys.argv[1]])))"
    root = str(Path(__file__).parents[2])
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "f")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_count_is_cheap_and_says_when_it_does_not_know(write, tmp_path):
    table = write("a.jsonl", '{"text": "x"}\n' * 1000)
    assert count([table, write("a.txt", FRENCH)]) == 1001
    assert count(["-"]) is None
    assert count(["https://news.example/a"]) == 1
    assert count([str(tmp_path / "nowhere.txt")]) == 0
