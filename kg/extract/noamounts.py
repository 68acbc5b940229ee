"""Digits that count nothing: dates, ages, labels, scores, what is excepted."""

from __future__ import annotations

from kg.extract.numerals import Numeral
from kg.lang.numbers import Numbers
from kg.lang.times import Times
from kg.model import Sentence, Token

SCORE = 3  # figures of the greatest number of a score
DASHES = frozenset("-–—")


class NoAmounts:
    """Asks the words around a number whether it counts something, in one article."""

    __slots__ = ("lows", "numbers", "times", "tokens")

    def __init__(self, tokens: tuple[Token, ...], lows: list[str], numbers: Numbers, times: Times) -> None:
        self.tokens = tokens
        self.lows = lows
        self.numbers = numbers
        self.times = times

    def is_dated_or_labelled(self, numeral: Numeral, sentence: Sentence) -> bool:
        """Whether digits are those of a date, a time of day, an age, a number sign or another word."""
        first, last = numeral.first, numeral.last
        before = self.lows[first - 1] if first else ""
        after = self.lows[last] if last < sentence.last else ""
        day = self.times.triggers.get(before)
        dated = day == "month" or (day == "weekday" and not self._is_counting(last, sentence))
        if dated or self._before_month(last, sentence):
            return True
        if self._behind_month(first, sentence):
            return True
        if before in self.numbers.words["ages"] or before == "#":
            return True
        if after in self.times.clock or (before in (",", "(") and after in (",", ")", ";") and numeral.plain):
            return True
        return self._glued(first, sentence) or self._is_year_before_amount(numeral, before, after)

    def is_excepted(self, first: int) -> bool:
        """ "All but two of the hostages were freed", "tous sauf deux": what is told is not told of these."""
        before = (" ".join(self.lows[first - words : first]) for words in (1, 2) if first >= words)
        return any(phrase in self.numbers.words["excepted"] for phrase in before)

    def is_labelled(self, first: int) -> bool:
        """Whether the word before a number makes it a label: "article 5", "No. 1"."""
        before = self.lows[first - 1] if first else ""
        if before == "." and first > 1:
            before = self.lows[first - 2]
        return before in self.numbers.words["labels"]

    def is_score(self, numeral: Numeral, last: int, sentence: Sentence) -> bool:
        """Whether "to" and a number that is no greater follow: "2 à 1", "voted 210 to 180"; but "fell from 52 to 40"."""
        if last + 1 >= sentence.last or self.lows[last] not in self.numbers.words["to"] or not numeral.plain:
            return False
        if numeral.first > sentence.first and self.lows[numeral.first - 1] in self.numbers.words["from"]:
            return False
        after, past = self.lows[last + 1], self.lows[last + 2] if last + 2 < sentence.last else ""
        small = len(after) <= SCORE and after.isdecimal() and len(self.lows[numeral.first]) <= SCORE
        return small and int(after) <= numeral.value and not (past[:1].isalpha() and self.tokens[last + 2].pos == "NOUN")

    def _is_counting(self, behind: int, sentence: Sentence) -> bool:
        """Whether a noun in the plural stands right behind a number: "a nommé dimanche 21 cardinaux"."""
        if behind >= sentence.last or self.lows[behind] in self.times.clock:
            return False
        return self.tokens[behind].pos == "NOUN" and self.tokens[behind].has("Number=Plur")

    def _is_year_before_amount(self, numeral: Numeral, before: str, after: str) -> bool:
        """Whether a number is a year, and "à" opens what follows it: "condamné en 2019 à trente ans"."""
        year = numeral.plain and len(self.lows[numeral.first]) == 4 and before in self.times.before_year
        return year and after in self.numbers.words["to"]

    def _before_month(self, i: int, sentence: Sentence) -> bool:
        """Whether only day numbers and joiners stand between word `i` and a month: "3, 4 et 5 mai"."""
        for at in range(i, min(i + 7, sentence.last)):
            low = self.lows[at]
            if low.rstrip(".") in self.times.months:
                return self.times.is_month(self.tokens[at].text, beside_number=True)
            day = low.isdecimal() and len(low) <= 2
            if not day and low not in self.times.day_joiners and low not in DASHES:
                return False
        return False

    def _behind_month(self, i: int, sentence: Sentence) -> bool:
        """Whether word `i` is the second day behind a month: the "6" of "June 5 and 6"."""
        if i - 3 < sentence.first or not self.times.month_first or self.lows[i - 1] not in self.times.day_joiners:
            return False
        day, month = self.lows[i - 2], self.lows[i - 3]
        return day.isdecimal() and len(day) <= 2 and self.times.triggers.get(month) == "month" and self.lows[i - 1] != ","

    def _glued(self, first: int, sentence: Sentence) -> bool:
        """Whether the digits hang without a blank on a dash or stroke after another word: the "16" of "F-16", "3/4"."""
        if first - 2 < sentence.first or self.lows[first - 1] not in ("-", "–", "/", ":", ".", "'"):
            return False
        return (
            self.tokens[first - 1].end == self.tokens[first].start
            and self.tokens[first - 2].end == self.tokens[first - 1].start
        )
