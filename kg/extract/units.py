"""What a number is a number of: money, a share in percent, a measure, or things counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.numerals import Numeral
from kg.lang.numbers import Numbers
from kg.lang.times import Times
from kg.model import Sentence, Token

_NOUNS = ("NOUN", "PROPN")
_TERM_REACH = 4  # words from a length of time to the noun that says where it is spent
DEGREE = "°"
QUOTES = frozenset('«“"')
_REACH = 7  # words between a number and the noun that it counts


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit of a number, and where the figure with it ends."""

    last: int  # end of the figure: after a currency, a measure, "%"; a counted noun stays outside
    unit: str
    rule: str  # "money", "percent", "measure", "number"
    counted: int | None = None  # token index of the counted noun
    noun_end: int = 0  # after the counted noun, where "au moins" may follow
    plural: bool = False  # the counted noun is plural
    scale: int = 1  # "m" in "$25m"
    half: bool = False  # "et demi" behind the unit adds a half to the number


class UnitReader:
    """Looks at the words around a number."""

    def __init__(self, tokens: tuple[Token, ...], lows: list[str], numbers: Numbers, times: Times) -> None:
        self.tokens = tokens
        self.lows = lows
        self.numbers = numbers
        self.times = times
        self.floor = 0  # words before it belong to an earlier figure

    def unit(self, numeral: Numeral, sentence: Sentence) -> Unit | None:
        """The unit of a number; None if what follows shows that it is no amount (a duration, an age, an ordinal)."""
        own = self.own_unit(numeral, sentence)
        if own is not None:
            graded = self._measured(numeral, sentence) if own.unit == DEGREE else None  # "une magnitude de 5,2 degrés"
            return own if graded is None else replace(graded, last=own.last, noun_end=own.last)
        if numeral.suffix or self._letters_cling(numeral, sentence):
            return None
        return self._term(numeral, sentence) or self._measured(numeral, sentence) or self._counted(numeral, sentence)

    def _term(self, numeral: Numeral, sentence: Sentence) -> Unit | None:
        """How long somebody is put away: "eight years in prison", "a 15-year sentence", "deux ans et demi de prison"."""
        hyphen = self._hyphen(numeral.last, sentence)
        at = numeral.last + hyphen
        if at >= sentence.last or self.lows[at] not in self.times.units:
            return None
        half = self.numbers.composition.halves.match(self.lows, self.lows, at + 1)
        end = at + 1 + (half[0] if half is not None else 0)
        after = self.lows[end : min(end - 1 + _TERM_REACH, sentence.last)]
        told = hyphen or (after[:1] and after[0] in self.numbers.words["term_links"])
        if not told or not self.numbers.words["terms"] & set(after[0 if hyphen else 1 :]):
            return None
        return Unit(end, self.tokens[at].lemma.lower(), "term", noun_end=end, half=half is not None)

    def _letters_cling(self, numeral: Numeral, sentence: Sentence) -> bool:
        """Whether letters that are no unit follow the digits without a blank: "3G"."""
        at = numeral.last
        clings = numeral.plain and at < sentence.last and self.tokens[at].start == self.tokens[at - 1].end
        return clings and self.lows[at][0].isalpha()

    def own_unit(self, numeral: Numeral, sentence: Sentence) -> Unit | None:
        """Money, percent or a measure; None if the number has none of these."""
        sign = self.sign_before(numeral, sentence)
        if sign is not None:
            return self._money_after_sign(numeral, sign, sentence)
        if numeral.suffix:
            big = len(numeral.suffix) == 1 and self.tokens[numeral.last - 1].text[-1].isupper()
            return None if big else self._glued(numeral.suffix, numeral.last)
        at = numeral.last
        if numeral.scaled and at < sentence.last and self.lows[at] in self.numbers.words["of"]:
            at += 1
        hyphen = self._hyphen(at, sentence)
        found = (numeral.scaled and self._scaled_money(at + hyphen, sentence)) or self._written(at, sentence)
        if found is None and hyphen:
            found = self._by_name(at + 1, sentence)
        return found

    def _hyphen(self, at: int, sentence: Sentence) -> bool:
        """Whether a hyphen ties the number to the word after it: "13-inch", "12-member"."""
        return at + 1 < sentence.last and self.lows[at] == "-" and self.tokens[at + 1].start == self.tokens[at].end

    # ------------------------------------------------------------------------------------------ money

    def is_sign(self, i: int) -> bool:
        """Whether word `i` is the sign or code of a currency."""
        return self.lows[i] in self.numbers.signs or self.tokens[i].text in self.numbers.codes

    def sign_before(self, numeral: Numeral, sentence: Sentence) -> int | None:
        """The index of the sign of a currency that the number stands after: "$25 million", "USD 5"."""
        i = numeral.first - 1
        return i if i >= max(sentence.first, self.floor) and self.is_sign(i) and not self._ends_amount(i, sentence) else None

    def _ends_amount(self, sign: int, sentence: Sentence) -> bool:
        """Whether the sign belongs to the number before it: "5 $ 30 fois"."""
        return (
            sign > sentence.first
            and self.lows[sign - 1][-1].isdecimal()
            and self.tokens[sign].text not in self.numbers.codes
        )

    def _money_after_sign(self, numeral: Numeral, sign: int, sentence: Sentence) -> Unit:
        code = self.numbers.signs.get(self.lows[sign]) or self.tokens[sign].text
        last, scale = numeral.last, self.numbers.scale_letters.get(numeral.suffix, 1)
        letters = self.lows[last] if last < sentence.last and not numeral.suffix and not numeral.scaled else ""
        if letters in self.numbers.scale_letters:
            last, scale = last + 1, self.numbers.scale_letters[letters]
        if last < sentence.last and self.lows[last] in self.numbers.currencies:
            last += 1
        return Unit(last, code, "money", noun_end=last, scale=scale)

    def _glued(self, letters: str, last: int) -> Unit | None:
        """The unit in letters that follow the digits at once: "25M€", "12%", "5km"."""
        for cut in range(len(letters)):
            code = self.numbers.signs.get(letters[cut:])
            if code and (cut == 0 or letters[:cut].strip() in self.numbers.scale_letters):
                return Unit(
                    last, code, "money", noun_end=last, scale=self.numbers.scale_letters.get(letters[:cut].strip(), 1)
                )
        for phrases, rule in ((self.numbers.percent, "percent"), (self.numbers.measures, "measure")):
            found = phrases.match([letters], [letters], 0)
            if found is not None:
                return Unit(last, found[1], rule, noun_end=last)
        return None

    def _written(self, at: int, sentence: Sentence) -> Unit | None:
        """The unit in words from `at` on: "dollars canadiens", "M€", "pour cent", "km/h"."""
        if at >= sentence.last:
            return None
        low = self.lows[at]
        if low[-1] in "€$£¥" or low in self.numbers.signs:
            return self._glued(low, at + 1)
        return self._by_name(at, sentence) or self._currency(at, sentence)

    def _by_name(self, at: int, sentence: Sentence) -> Unit | None:
        """Percent or a measure, by name or symbol; a symbol of one letter is small, or it is something else ("3G")."""
        for phrases, rule in ((self.numbers.percent, "percent"), (self.numbers.measures, "measure")):
            found = phrases.match(self.lows, self.lows, at)
            if found is None or at + found[0] > sentence.last:
                continue
            if len(self.lows[at]) > 1 or not self.tokens[at].text.isupper():
                return Unit(at + found[0], found[1], rule, noun_end=at + found[0])
        return None

    def _currency(self, at: int, sentence: Sentence) -> Unit | None:
        """A currency by name, with the word that says whose: "dollars canadiens", "Canadian dollars"."""
        for name in range(at, min(at + 3, sentence.last)):
            currency = self.numbers.currencies.get(self.lows[name])
            if currency is None:
                if self.tokens[name].pos not in ("ADJ", "PROPN", "NOUN"):
                    return None
                continue
            before = self.lows[at:name]
            after = self.lows[name + 1 : min(name + 2, sentence.last)]
            if before and not self._qualifies(currency.qualifiers, before):
                return None
            code = currency.code([*before, *after])
            if code is None:
                return None
            last = (
                name + 1 + (not before and currency.code(after) is not None and self._qualifies(currency.qualifiers, after))
            )
            return Unit(last, code, "money", noun_end=last)
        return None

    def _scaled_money(self, at: int, sentence: Sentence) -> Unit | None:
        """Money by an everyday word behind a magnitude, alone: "3 million pounds", but not "3 million pounds of beef"."""
        currency = self.numbers.currencies.get(self.lows[at]) if at < sentence.last else None
        if currency is None or not currency.scaled:
            return None
        after = self.lows[at + 1 : min(at + 2, sentence.last)]
        if self._qualifies(currency.qualifiers, after) or any(word in self.numbers.words["of"] for word in after):
            return None
        return Unit(at + 1, currency.scaled, "money", noun_end=at + 1)

    @staticmethod
    def _qualifies(qualifiers: tuple[tuple[str, str], ...], words: list[str]) -> bool:
        return any(word.startswith(stem) for word in words for stem, _ in qualifiers)

    def _measured(self, numeral: Numeral, sentence: Sentence) -> Unit | None:
        """The measure that a noun before the number names: "de magnitude 6,4", "6.4-magnitude"."""
        i = numeral.first - 1  # a headline may have been cut in two between the noun and the number
        if i > 0 and self.lows[i] in self.numbers.words["of"]:
            i -= 1
        if i >= 0 and self.lows[i] in self.numbers.measured:
            return Unit(numeral.last, self.numbers.measured[self.lows[i]], "measure", noun_end=numeral.last)
        after = numeral.last + 1
        if after < sentence.last and self.lows[numeral.last] == "-" and self.lows[after] in self.numbers.measured:
            return Unit(after + 1, self.numbers.measured[self.lows[after]], "measure", noun_end=after + 1)
        return None

    # ---------------------------------------------------------------------------------- things counted

    def _counted(self, numeral: Numeral, sentence: Sentence) -> Unit | None:
        at, part, hyphen = numeral.last + self._opens_quote(numeral, sentence), False, False
        if at < sentence.last and self.lows[at] in self.numbers.words["of"]:
            part = not numeral.scaled
            at += 1
        elif self._hyphen(at, sentence):
            hyphen = True
            at += 1
        while numeral.last < at < sentence.last and self.lows[at] in self.numbers.words["definite"]:
            part, at = True, at + 1
        if at < sentence.last and (self.lows[at] in self.times.ordinal_endings or self.lows[at] in self.times.before_era):
            return None
        noun = self._noun(numeral, at, sentence)
        if hyphen and (noun != at or not self.lows[at].isalpha()):
            return None
        if noun is None:
            return Unit(numeral.last, "", "number", noun_end=numeral.last)
        token = self.tokens[noun]
        lemma = self.numbers.casualties.get(self.lows[noun], token.lemma.lower())
        if noun == at and lemma in self.numbers.words["others"] and token.has("Number=Plur"):
            return Unit(numeral.last, "", "number", noun, noun + 1)  # "wounded nine others"
        if (
            self._is_time(noun)
            or lemma in self.numbers.words["uncounted"]
            or self.lows[noun] in self.numbers.words["uncounted"]
            or (noun == at and self.lows[noun] in self.numbers.words["housed"])
        ):
            return None
        counted = None if part or hyphen else noun
        return Unit(numeral.last, lemma, "number", counted, noun + 1, token.has("Number=Plur"))

    def _opens_quote(self, numeral: Numeral, sentence: Sentence) -> bool:
        """Whether what is counted is told in others' words: "37 « terroristes »"."""
        at = numeral.last
        opens = at < sentence.last and self.lows[at] in QUOTES
        return opens and not (numeral.first > sentence.first and self.lows[numeral.first - 1] in QUOTES)

    def _is_time(self, i: int) -> bool:
        return self.lows[i] in self.times.units or self.lows[i] in self.times.clock

    def _noun(self, numeral: Numeral, at: int, sentence: Sentence) -> int | None:
        """The noun that the words from `at` on lead to, over adjectives and, in a compound, over its other nouns."""
        end = min(at + _REACH, sentence.last)
        heads = {self.tokens[i].head for i in range(numeral.first, numeral.last)}
        noun = None
        for i in range(at, end):
            token, low = self.tokens[i], self.lows[i]
            if low in self.times.units and noun is None:
                return i
            if low in self.times.weekdays or low in self.times.months or low in self.times.deictics:
                break
            if token.pos in _NOUNS or (low in self.numbers.casualties and (noun is None and i == at)):
                noun = i
                if i in heads or self.numbers.noun_first:
                    break
            elif not self.is_of_model(i, sentence) and not self._leads_on(i, at):
                break
        if noun is None and at < end and self.tokens[at].pos == "ADJ" and at in heads and self.numbers.noun_first:
            return at
        return noun

    def is_of_model(self, i: int, sentence: Sentence) -> bool:
        """Whether a number belongs to the name before it and counts nothing behind it: "14 Challenger 2 tanks"."""
        if not sentence.first + 1 < i < sentence.last - 1 or not self.tokens[i].text.isdecimal() or self.numbers.noun_first:
            return False
        counted, name, noun = self.tokens[i - 2], self.tokens[i - 1], self.tokens[i + 1]
        things = noun.pos == "NOUN" and noun.has("Number=Plur")
        return things and name.pos == "PROPN" and name.head == noun.i and counted.pos in ("NUM", "DET")

    def _leads_on(self, i: int, at: int) -> bool:
        """Whether word `i` may stand between a number and its noun."""
        token = self.tokens[i]
        if self.lows[i] in self.numbers.words["definite"] or token.has("PronType=Art"):
            return False  # "par 79 voix contre 18 une résolution"
        if (
            token.pos in ("ADJ", "DET", "NUM", "X")
            or self.lows[i] in self.numbers.words["between_noun"]
            or token.dep == "amod"
        ):
            return token.pos != "NUM"
        return self.lows[i] in ("-", "'s", "’s") and i > at
