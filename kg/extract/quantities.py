"""Figures of a text: how many, how much, and of what.

Dates, years, clock times, durations, ages, scores, telephone numbers, ordinals and the numbers in names are none. A
bound is a comparator: "au moins 12" is ">" with 12. A range keeps its lower end as `value` with ">", and its `upper`
end. A fraction, "several" and "a few" without a noun of number give no figure, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from decimal import Decimal

from kg.extract.coordinates import Point
from kg.extract.noamounts import DASHES, NoAmounts
from kg.extract.numerals import Numeral, is_figure, read_numeral
from kg.extract.ratios import ratio_end, row_end
from kg.extract.units import Unit, UnitReader
from kg.extract.wording import DIGITS, FIGURE_STARTS, end_of, lower_words, stretches
from kg.lang import Language
from kg.lang.numbers import Comparator, Numbers
from kg.lang.times import Times
from kg.model import Parse, Quantity, Sentence, Token

_LONGEST_BOUND = 5  # words of "de l'ordre de"
LONGEST_NAME = 4  # words of a name that begins with a number
LONGEST_BRACKET = 7  # words in which a sum is told again in another currency
HALF = Decimal("0.5")
_BARE = frozenset({"nsubj", "nsubj:pass", "obj", "root", "conj", "obl", "obl:arg", "nummod"})
_BEFORE_BARE = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "ADV", "PUNCT"})


def find_quantities(parse: Parse, language: Language, points: Iterable[Point] = ()) -> tuple[Quantity, ...]:
    """The figures in the body and headlines of an article, in the order of the text; the words of `points` count nothing."""
    lows = lower_words(parse)
    located = frozenset(i for point in points for i in range(point.first, point.last)) | _in_names(parse, language)
    located |= _house_numbers(parse, language) | _singled_out(parse, lows, language)
    reader = _Reader(parse, lows, language.numbers, language.times, located)
    found: list[Quantity] = []
    for sentence in stretches(parse):
        reader.read(sentence, found)
    return tuple(found)


def _in_names(parse: Parse, language: Language) -> frozenset[int]:
    """The numbers with which names begin: "787" in "787 Dreamliner"."""
    tokens = parse.tokens
    beside = (
        i
        for i, t in enumerate(tokens[:-1])
        if t.text[0] in DIGITS and t.text.isdecimal() and tokens[i + 1].text[0].isupper()
    )
    hits = ((i, language.gazetteer.match([t.text for t in tokens[i : i + LONGEST_NAME]], 0)) for i in beside)
    return frozenset(i for i, hit in hits if hit is not None and hit.certain and hit.first == 0 and hit.last > 1)


def _house_numbers(parse: Parse, language: Language) -> frozenset[int]:
    """Where in a street something stands: "17" in "l'immeuble du 17 rue Erlanger"."""
    tokens = parse.tokens
    numbers = (i for i, t in enumerate(tokens[:-2]) if t.text[0] in DIGITS and t.text.isdecimal() and t.text != "1")
    beside = (i for i in numbers if language.nouns.is_flagged(tokens[i + 1].lemma, "road"))
    names = {i: tokens[i + 2 : i + 2 + LONGEST_NAME] for i in beside if tokens[i + 1].has("Number=Sing")}
    return frozenset(i for i, name in names.items() if any(t.text[0].isupper() for t in name))


def _singled_out(parse: Parse, lows: list[str], language: Language) -> frozenset[int]:
    """The words before the name of somebody whom nobody knows, which count nothing: "arrested one Nadia Halden"."""
    ones = language.profile.words("partitive", "one")
    people = (name for name in parse.names if name.label == "PER" and name.first and lows[name.first - 1] in ones)
    return frozenset(name.first - 1 for name in people if name.first <= parse.tokens[name.first - 1].head < name.last)


class _Reader:
    """Walks over the words of one article."""

    def __init__(self, parse: Parse, lows: list[str], numbers: Numbers, times: Times, located: Set[int]) -> None:
        self.parse = parse
        self.located = located  # words of coordinates and names, which count nothing
        self.tokens: tuple[Token, ...] = parse.tokens
        self.lows = lows
        self.numbers = numbers
        self.times = times
        self.units = UnitReader(parse.tokens, lows, numbers, times)
        self.noamounts = NoAmounts(parse.tokens, lows, numbers, times)

    def read(self, sentence: Sentence, found: list[Quantity]) -> None:
        """Add the figures of a sentence to `found`."""
        starts, lows, i = self.numbers.starts, self.lows, sentence.first
        while i < sentence.last:
            low = lows[i]
            if i in self.located:
                i += 1
            elif low in starts or low[0] in FIGURE_STARTS or ("-" in low and low.split("-", 1)[0] in starts):
                known = len(found)
                behind = self._at(i, sentence, found)
                if len(found) == known and self._is_one_of_them(i):
                    found.append(self._one(known, i, sentence))
                i = behind
            else:
                i += 1

    def _is_one_of_them(self, i: int) -> bool:
        """Whether a word picks one of those whom a pronoun stands for: "l'un d'eux", "one of whom was killed"."""
        one = self.tokens[i].pos == "PRON" or self.lows[i] in self.numbers.composition.weak
        kids = (self.tokens[kid] for kid in self.parse.children[i]) if one else ()
        picked = (kid for kid in kids if kid.dep == "nmod" and kid.pos == "PRON" and kid.i > i)
        return any(kid.has("Person=3") or kid.has("PronType=Rel") for kid in picked)

    def _one(self, index: int, i: int, sentence: Sentence) -> Quantity:
        numeral = Numeral(i, i + 1, Decimal(1), "words")
        return self._quantity(index, numeral, None, Unit(i + 1, "", "number", noun_end=i + 1), sentence)

    def _at(self, i: int, sentence: Sentence, found: list[Quantity]) -> int:
        """Read the figure at word `i`, if there is one; answer where to go on."""
        end = i + 1 if i + 1 in self.located else sentence.last  # "20 787 Dreamliners"
        numeral = read_numeral(self.tokens, self.lows, i, end, self.numbers)
        self.units.floor = found[-1].last if found else 0
        if numeral is None or numeral.first < self.units.floor:
            return i + 1
        if self.noamounts.is_labelled(numeral.first) or self.noamounts.is_excepted(numeral.first):
            return numeral.last
        apart = self._no_count(numeral, sentence)
        if apart is not None:
            return apart
        if numeral.form == "digits" and (past := self._no_amount(numeral, sentence)):
            return past
        upper = self._upper(numeral, sentence)
        unit = self._unit(numeral, upper, sentence)
        if (
            unit is None
            or self._is_position(unit)
            or self._is_name(numeral, unit, sentence)
            or not self._counts(numeral, unit, upper, sentence)
        ):
            return (upper or numeral).last
        numeral, upper, unit = self._scaled_alike(numeral, upper, unit)
        numeral = replace(numeral, first=self._start(numeral, sentence))
        found.append(self._quantity(len(found), numeral, upper, unit, sentence))
        return max(unit.last, numeral.last)

    def _no_count(self, numeral: Numeral, sentence: Sentence) -> int | None:
        """Where a ratio, or a row of numbers that each tell of another thing, ends; None if neither begins here."""
        for reads in (ratio_end, row_end):
            end = reads(self.tokens, self.lows, numeral, sentence, self.numbers)
            if end is not None:
                return end
        return None

    def _start(self, numeral: Numeral, sentence: Sentence) -> int:
        """Where a number begins with the sign of its currency."""
        sign = self.units.sign_before(numeral, sentence)
        return numeral.first if sign is None else sign

    def _unit(self, numeral: Numeral, upper: Numeral | None, sentence: Sentence) -> Unit | None:
        """The unit of a number or of a range; None if it is no amount."""
        if upper is None:
            return self._shared(numeral, self.units.unit(numeral, sentence), sentence)
        unit = self.units.unit(upper, sentence)
        own = self.units.own_unit(numeral, sentence)
        if unit is not None and unit.rule == "number" and own is not None:
            return replace(own, last=upper.last, noun_end=upper.last)
        return unit

    # ------------------------------------------------------------------------------- what is no amount

    def _no_amount(self, numeral: Numeral, sentence: Sentence) -> int | None:
        """Where digits end that are a date, a score, a telephone number, an age or a label; None if they may count."""
        if self.noamounts.is_dated_or_labelled(numeral, sentence):
            return numeral.last
        return self._number_row(numeral, sentence)

    def _is_position(self, unit: Unit) -> bool:
        """Whether degrees are those of a place on the globe: "33°47′N"."""
        end = self.tokens[unit.last - 1].end
        after = self.parse.article.text[end : end + 2]
        return unit.rule == "measure" and (after[:1].isalnum() or (unit.unit == "°" and after.strip()[:1].isdecimal()))

    def _shared(self, numeral: Numeral, unit: Unit | None, sentence: Sentence) -> Unit | None:
        """The unit that a number takes from the next one: "passé de 9 à 10,3 %"; None if both are lengths of time."""
        at = numeral.last
        words = self.numbers.words
        if unit is None or unit.rule != "number" or unit.unit or at + 1 >= sentence.last:
            return unit
        if self.lows[at] not in words["to"] and self.lows[at] not in words["between_and"]:
            return unit
        if not is_figure(self.lows[at + 1]) and self.lows[at + 1] not in self.numbers.starts:
            return unit
        other = read_numeral(self.tokens, self.lows, at + 1, sentence.last, self.numbers)
        theirs = self.units.unit(other, sentence) if other is not None and other.first == at + 1 and not other.weak else unit
        if theirs is None or (theirs.rule in ("number", "money") and not theirs.unit):
            return theirs and unit
        return replace(theirs, last=at, counted=None, noun_end=at)

    def _number_row(self, numeral: Numeral, sentence: Sentence) -> int | None:
        """Where a row of digits ends that is no number: a score, an ISO date, a fraction, a telephone number."""
        last, row = numeral.last, 1
        while last < sentence.last:
            if is_figure(self.lows[last]):
                last += 1
            elif self.lows[last] in ("-", "/", ":", "–") and last + 1 < sentence.last and is_figure(self.lows[last + 1]):
                if self.lows[last] in DASHES and row == 1 and self._upper(numeral, sentence):
                    return None
                last += 2
            elif self.noamounts.is_score(numeral, last, sentence):
                last += 2
            else:
                break
            row += 1
        return last if row > 1 else None

    def _is_name(self, numeral: Numeral, unit: Unit, sentence: Sentence) -> bool:
        """Whether bare digits are a year, or belong to the name before them: "iPhone 5", "Peugeot 307"."""
        before = self.tokens[numeral.first - 1] if numeral.first > sentence.first else None
        if unit.rule != "number":
            return False
        if self.units.is_of_model(numeral.first, sentence):
            return True
        if not numeral.plain:
            text = self.tokens[numeral.first].text
            whole = numeral.form != "digits" or numeral.scaled or (_is_whole(numeral.value) and text[-2:] != ".0")
            named = before is not None and before.pos == "PROPN"
            return named and (not whole or text.istitle())  # a version, "World War Two"
        if 1000 <= numeral.value <= 2100 and self._is_year(numeral, unit, before):
            return True
        if before is None or self._bound(numeral.first, sentence)[1] is not None:
            return False
        head = self.tokens[numeral.first].head
        named = before.pos in ("PROPN", "NOUN", "X", "SYM", "NUM") and self.lows[before.i] not in self.numbers.measured
        if numeral.value % 10 and numeral.value > 100 and not self.numbers.noun_first and unit.counted is not None:
            noun = self.tokens[unit.counted]  # "its 787 Dreamliner"
            if noun.pos == "PROPN" and noun.has("Number=Sing"):
                return True
        listed = before.pos == "PROPN" and not unit.plural and numeral.value > 1 and not self.numbers.noun_first
        return named and (unit.counted is None or listed or head < numeral.first)

    def _is_year(self, numeral: Numeral, unit: Unit, before: Token | None) -> bool:
        low = self.lows[before.i] if before else ""
        if low in self.times.before_year or low.rstrip(".") in self.times.months or low in self.times.seasons:
            return True
        if self._bound(numeral.first, self.parse.sentences[self.tokens[numeral.first].sentence])[1] is not None:
            return False
        if unit.counted is None:
            return True
        if self.numbers.year_before_noun and not (unit.plural and before is not None and before.pos == "VERB"):
            return numeral.value % 100 != 0 and numeral.value >= 1900
        return not unit.plural

    def _counts(self, numeral: Numeral, unit: Unit, upper: Numeral | None, sentence: Sentence) -> bool:
        """Whether a number without a unit or a counted noun still says how many: "killing 12", "12 were hurt"."""
        if numeral.weak and unit.rule == "number":
            return unit.counted is not None
        if unit.rule != "number" or unit.unit or unit.counted is not None:
            return True
        if upper is not None:
            return numeral.form != "digits"
        grouped = numeral.form == "digits" and not numeral.plain and _is_whole(numeral.value)
        if grouped or self._bound(numeral.first, sentence)[1] not in (None, "<"):
            return True
        before = self.tokens[numeral.first - 1] if numeral.first > sentence.first else None
        behind = before is not None and "PronType=Rel" in before.morph  # "dont 9 sont morts"
        if (
            before is not None
            and not behind
            and (before.pos not in _BEFORE_BARE or self.lows[before.i] in ("(", "-", ":", "/", "«", '"'))
        ):
            return False
        after = self.tokens[numeral.last] if numeral.last < sentence.last else None
        timed = after is not None and self.lows[after.i] in self.times.triggers
        if after is not None and not timed and (after.pos == "NOUN" or (after.text[:1] in ".)]:-/°" and before is None)):
            return False
        if numeral.form == "collective":
            return self.tokens[numeral.last - 1].dep in ("nsubj", "nsubj:pass", "obj")
        return self.tokens[numeral.last - 1].dep in _BARE and _is_whole(numeral.value)

    # ----------------------------------------------------------------------------------------- ranges

    def _upper(self, numeral: Numeral, sentence: Sentence) -> Numeral | None:
        """The upper end of the range that `numeral` begins: "30 à 40", "between 12 and 15", "30-40"."""
        at = numeral.last
        words = self.numbers.words
        if at + 1 >= sentence.last or numeral.weak:
            return None
        start = self._start(numeral, sentence) - 1
        before = self.lows[start] if start >= sentence.first else ""
        own = self.units.own_unit(numeral, sentence)
        if own is not None:
            at = self._behind_bracket(own.last, sentence)
        if at + 1 >= sentence.last or (before in words["from"] and self.lows[at] not in DASHES):
            return None
        if own is not None and own.rule == "money" and self._is_step(before, start):
            return None
        joins = words["between_and"] if before in words["between"] else words["to"]
        if self.lows[at] not in joins and self.lows[at] not in DASHES:
            return None
        at += 1
        while at < sentence.last and self.units.is_sign(at):
            at += 1
        if at >= sentence.last or not (is_figure(self.lows[at]) or self.lows[at] in self.numbers.starts):
            return None
        upper = read_numeral(self.tokens, self.lows, at, sentence.last, self.numbers)
        if upper is None or upper.first != at or upper.weak or not self._may_span(numeral, upper):
            return None
        theirs = self.units.own_unit(upper, sentence) if own is not None else None
        signed = own is not None and own.last == numeral.last and own.rule == "money" and upper.scaled
        return upper if own is None or (theirs.unit == own.unit if theirs else signed) else None

    def _behind_bracket(self, at: int, sentence: Sentence) -> int:
        """Where a sum told again in brackets ends: "between 800 million euros ($842 million) and 1.2 billion euros"."""
        if at >= sentence.last or self.lows[at] != "(":
            return at
        ends = range(at + 1, min(at + LONGEST_BRACKET, sentence.last))
        return next((k + 1 for k in ends if self.lows[k] == ")"), at)

    def _is_step(self, before: str, at: int) -> bool:
        """Whether the sum behind word `at` is by how much something moves: "fell $3 to $45", "cut by $200 to $399"."""
        return before in self.numbers.words["by"] or (before != "" and self.tokens[at].lemma in self.numbers.words["moves"])

    def _may_span(self, lower: Numeral, upper: Numeral) -> bool:
        years = lower.plain and upper.plain and 1000 <= lower.value <= 2100 and len(self.lows[lower.first]) == 4
        low = lower.value if lower.scaled else lower.value * upper.factor
        return 0 < low < upper.value and not years and low * 1000 > upper.value

    def _scaled_alike(self, lower: Numeral, upper: Numeral | None, unit: Unit) -> tuple[Numeral, Numeral | None, Unit]:
        """The numbers in full: "2 à 3 millions" begins with 2 000 000; "$3-5m" scales both."""
        if upper is None:
            return replace(lower, value=self._value(lower, unit) * unit.scale), None, unit
        low = lower.value if lower.scaled else lower.value * upper.factor
        return replace(lower, value=low * unit.scale), replace(upper, value=self._value(upper, unit) * unit.scale), unit

    @staticmethod
    def _value(numeral: Numeral, unit: Unit) -> Decimal:
        counted = numeral.grouped is not None and unit.rule == "number" and unit.unit
        return numeral.grouped if counted and numeral.grouped is not None else numeral.value

    # ------------------------------------------------------------------------------------ the whole figure

    def _bound(self, first: int, sentence: Sentence) -> tuple[int, Comparator | None]:
        """Where the bound before word `first` begins ("au moins"), and its comparator."""
        for width in range(min(_LONGEST_BOUND, first - max(sentence.first, self.units.floor)), 0, -1):
            sign = self.numbers.before.get(tuple(self.lows[first - width : first]))
            if sign is not None and not self._is_of_verb(first - width):
                return first - width, sign
        return first, None

    def _is_of_verb(self, i: int) -> bool:
        """Whether a word is no bound but a verb's: "handed over two generals", "a fine over two crashes"."""
        token = self.tokens[i]
        because = token.dep == "case" and self.lows[i] in self.numbers.words["because"]
        return token.dep == "compound:prt" or (because and self.tokens[token.head].pos == "NOUN")

    def _quantity(self, index: int, numeral: Numeral, upper: Numeral | None, unit: Unit, sentence: Sentence) -> Quantity:
        first, last = numeral.first, unit.last
        if upper is not None and first > sentence.first and self.lows[first - 1] in self.numbers.words["between"]:
            first -= 1
        first, bound = self._bound(first, sentence)
        found = self.numbers.after.match(self.lows, self.lows, unit.noun_end)
        if bound is None and found is not None and unit.noun_end + found[0] <= sentence.last:
            last, bound = unit.noun_end + found[0], found[1]
        comparator = bound or (">" if upper is not None else numeral.comparator)
        rule = "robot-number" if self._rewritten(first, last) else "range" if upper else unit.rule
        return Quantity(
            index=index,
            start=self.tokens[first].start,
            end=end_of(self.tokens[last - 1], self.lows[last - 1]),
            first=first,
            last=last,
            value=numeral.value.normalize() if numeral.value == 0 else _plain(numeral.value + HALF * unit.half),
            unit=unit.unit,
            comparator=comparator,
            upper=None if upper is None else _plain(upper.value),
            counted=unit.counted,
            rule=rule,
        )

    def _rewritten(self, first: int, last: int) -> bool:
        """Whether a word was cleaned so that the article's own words say another number ("hundreds of thousands")."""
        text = self.parse.article.text
        for token in self.tokens[first:last]:
            written = text[token.start : token.end]
            if written != token.text and _letters(written) != _letters(token.text):
                return True
        return False


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _plain(value: Decimal) -> Decimal:
    """The value without an exponent or idle zeros: 2.50E+3 -> 2500."""
    whole = value.to_integral_value()
    return Decimal(f"{whole:f}") if value == whole else value.normalize()
