"""What is taken at most of one article, and how a user takes more."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path

import pytest

from kg.commands import run
from kg.deadline import within
from kg.errors import InputError, UsageError
from kg.model import Article
from kg.pipeline import BuildOptions, built
from kg.read import Limits, ReadFailure, ReadOptions, parse_limits

TEXT = "Le général Marek Dolan a rencontré à Tirna la ministre Vesna Korr. Un accord a été signé."


def article(text: str = TEXT) -> Article:
    return Article("essai", text, "fr", published="2024-03-14", file="essai.txt")


def failures(limits: Limits, text: str = TEXT) -> list[str]:
    found: list[ReadFailure] = []
    list(built([article(text)], BuildOptions(ReadOptions(limits=limits)), found.append))
    return [failure.reason for failure in found]


def test_entities_of_one_article_are_limited() -> None:
    assert failures(Limits()) == []
    (reason,) = failures(Limits(entities=1))
    assert reason.startswith("essai.txt can't be built: it has ")
    assert "more than 1" in reason


def test_the_time_of_one_article_is_limited_and_the_next_has_its_own() -> None:
    sentence = "Le maire du port a vu que le ministre de la ville avait dit que la mer était haute. "
    slow = Article("lent", "".join(f"{n} {sentence}" for n in range(3000)), "fr", file="lent.txt")
    found: list[ReadFailure] = []
    options = BuildOptions(ReadOptions(limits=Limits(article_seconds=2.0)))
    graphs = list(built([article(), slow], options, found.append))
    assert [graph.findings.name for graph in graphs] == ["essai.txt"]
    assert [failure.source for failure in found] == ["lent.txt"]
    assert "longer than 2 s" in found[0].reason


def test_a_strict_build_stops_at_an_article_beyond_a_limit() -> None:
    with pytest.raises(InputError, match=r"essai\.txt can't be built"):
        list(built([article()], BuildOptions(ReadOptions(limits=Limits(entities=1)))))


def test_a_deadline_rings_once_its_time_is_up_and_never_after() -> None:
    with pytest.raises(InputError, match=r"longer than 0\.05 s"), within(0.05):
        time.sleep(1)
    with within(0.05):
        pass
    time.sleep(0.1)


def test_an_alarm_that_was_set_before_rings_after() -> None:
    rung: list[int] = []
    handler = signal.signal(signal.SIGALRM, lambda number, frame: rung.append(number))
    left, interval = signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with within(60):
            time.sleep(0.05)
        assert not rung
        time.sleep(0.3)
        assert rung == [signal.SIGALRM]
    finally:
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, left, interval)


def test_outside_the_main_thread_nothing_rings() -> None:
    ended: list[bool] = []

    def work() -> None:
        with within(0.01):
            time.sleep(0.05)
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == [True]


def test_limits_are_raised_by_name() -> None:
    limits = parse_limits(["article_chars=5000000", "article_seconds=0.5", "ratio=1000"])
    assert (limits.article_chars, limits.article_seconds, limits.ratio) == (5_000_000, 0.5, 1000)
    assert limits.redirects == Limits().redirects


@pytest.mark.parametrize("value", ["size=5", "ratio", "ratio=much", "ratio=0", "ratio=-1", "timeout=nan", "timeout=inf"])
def test_limits_that_make_no_sense(value: str) -> None:
    with pytest.raises(UsageError):
        parse_limits([value])


def test_the_command_takes_limits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.nq"
    source.write_text(TEXT, encoding="utf-8")
    command = ["build", str(source), "--lang", "fr", "-o", str(target), "--quiet"]
    assert run([*command, "--limit", "article_chars=10"]) == 3
    assert "more than 10" in capsys.readouterr().err
    assert run([*command, "--limit", "article_chars=100", "--limit", "entities=10"]) == 0
    assert run([*command, "--limit", "colour=1"]) == 2
    assert "article_chars" in capsys.readouterr().err


def test_a_sentence_of_ten_thousand_words_does_not_hang() -> None:
    text = "Le ministre a dit que " + "le maire du port a vu " * 1700 + "la mer."
    started = time.process_time()
    assert failures(Limits(), text) == []
    assert time.process_time() - started < 120
