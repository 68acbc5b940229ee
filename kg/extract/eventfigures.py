"""Which figures are an event's own: those of its trigger, of its arguments, and of what fills its roles."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from kg import ontology
from kg.extract.comparisons import compared_figures
from kg.extract.filled import Filled
from kg.extract.phrases import NOUNS
from kg.extract.syntax import Argument, Tree
from kg.extract.triggers import Candidate
from kg.lang.frames import Frame
from kg.model import Quantity, Token

SUMLESS = "MilitaryActivity"  # its events cost nothing that a noun would tell
EARNINGS = "Earnings"
PRICING = "Pricing"
HELD = "Shareholding"  # its figures are shares
MOVES = frozenset({"Increase", "Decrease"})
ISO_4217_LENGTH = 3
PERCENT = "%"
POINT = "point"  # of an index of shares, or between two rates
MAGNITUDE = "magnitude"
LENGTHS = frozenset({"m", "km", "cm", "mi", "ft", "yd", "nmi"})  # UCUM-like symbols of numbers.toml: how far, not how many
LONGEST_BRACKET = 6  # words in which a length is told in another measure, with what stands behind: "(130 km) east"
MEASURE = "measure"  # the rule of figures with a unit
TERM = "term"  # that of how long somebody is sent to prison
MONEY = "money"  # that of a sum, also in a currency that two states share
JOINING = frozenset({"CCONJ", "AUX", "ADV"})
UNDERGOING = frozenset({"patient", "theme"})  # "three gunmen killed five people": five
HARMFUL = ("Conflict", "Crime", "Justice")
HARMS = frozenset({"Killing", "Death", "Injury"})
LOST = HARMS | {"Capture", "HostageTaking"}  # what "killed, captured or wounded" tells
LOSSES = frozenset({"VERB", "ADJ", "NOUN"})  # how its words are read
LONGEST_LIST = 5  # words from the first of them to their conjunction
TAKEN = frozenset({"Arrest", "Detention"})
VICTIMS = "LifeAndDisaster"  # what its figures count are those who suffered it


class EventFigures:
    """The quantities of one parse by the words that they count."""

    __slots__ = (
        "_beside", "_candidates", "_compared_with", "_counted", "_counting", "_ends", "_lengths", "_measures",
        "_named", "_sentences", "_steps", "_terms", "amounts", "distant", "money", "tree",
    )  # fmt: skip

    def __init__(
        self, tree: Tree, quantities: Sequence[Quantity], candidates: Mapping[int, Candidate], named: Container[int]
    ) -> None:
        """`candidates` may tell events of their own; `named` are the words at which mentions stand."""
        self.tree = tree
        self._candidates = candidates
        self._named = named
        coded = {q.index for q in quantities if q.unit.isupper() and len(q.unit) == ISO_4217_LENGTH}
        self.money = frozenset(coded | {q.index for q in quantities if q.rule == MONEY})  # "3 millions de francs CFA"
        self.amounts = self.money | {q.index for q in quantities if q.unit == PERCENT}
        self._steps = self.amounts | {q.index for q in quantities if q.unit == POINT}
        self._lengths = frozenset(q.index for q in quantities if q.unit in LENGTHS)
        self._counted = {q.index: q.counted for q in quantities if q.counted is not None}
        self._ends = {q.index: (q.first, q.last - 1 if q.counted is None else q.counted) for q in quantities}
        self._terms = frozenset(q.index for q in quantities if q.rule == TERM)
        self._compared_with = compared_figures(tree, quantities)
        self._measures = frozenset(q.index for q in quantities if q.rule == MEASURE)
        self.distant = dict(self._distances(quantities))
        self._beside = frozenset(figure for token, figure in self.distant.items() if self._is_beside(token))
        self._sentences = frozenset(self.tree.tokens[q.first].sentence for q in quantities)  # that tell figures
        self._counting: dict[int, list[int]] = {}  # token -> quantities that cover it or count it
        for quantity in quantities:
            for token in {*range(quantity.first, quantity.last), *((quantity.counted,) if quantity.counted else ())}:
                self._counting.setdefault(token, []).append(quantity.index)
            if quantity.unit == MAGNITUDE and quantity.first > 1:  # "magnitude 6", "une magnitude de 6"
                noun = quantity.first - 1 - (tree.tokens[quantity.first - 1].pos == "ADP")
                self._counting.setdefault(noun, []).append(quantity.index)

    def at(self, token: int) -> Sequence[int]:
        """The quantities that a word belongs to or that count it."""
        return self._counting.get(token, ())

    def sums(self, figures: Iterable[int]) -> frozenset[str]:
        """ "money" where one of the figures is a sum of it, "share" where one is a percentage."""
        told = frozenset(figures)
        shares = told & self.amounts - self.money
        return frozenset({"money"} if told & self.money else ()) | frozenset({"share"} if shares else ())

    def is_parted(self, noun: int) -> bool:
        """Whether a percentage tells a part of what a noun tells: "a fine of up to 4% of its annual turnover"."""
        parts = self.at(self.tree.head(noun)) if self.tree.tokens[noun].dep == "nmod" else ()
        return any(figure in self.amounts and figure not in self.money for figure in parts)

    def is_price_of_one(self, figures: Iterable[int]) -> bool:
        """Whether a sum is what one share costs, not what is paid: "offered 36 euros a share", "36 euros par action"."""
        ends = (self._ends[figure][1] + 1 for figure in figures if figure in self.money)
        behind = (self.tree.tokens[end : end + 2] for end in ends)
        return any(
            len(words) > 1
            and words[0].pos in ("DET", "ADP")
            and words[1].lemma in self.tree.grammar.holdings
            and not words[1].has("Number=Plur")
            for words in behind
        )

    def of_event(
        self,
        own: int,
        frame: Frame,
        arguments: tuple[Argument, ...],
        filled: tuple[Filled, ...],
        fixed: tuple[Argument, ...] = (),
    ) -> dict[int, None]:
        """Figures of an event: of its trigger ("trois explosions", "cut 300 jobs"), of what fills its roles, or arguments.

        How many talk or meet is no figure of the event, but of the group.
        """
        if self.tree.tokens[own].sentence not in self._sentences:
            return {}
        if frame.kind in LOST and any(map(self._is_either, (own, *self.tree.dependents(own, "xcomp")))):
            return {}
        if frame.kind == PRICING and self.tree.tokens[own].pos in NOUNS:  # "the price rose to $3" tells the rise
            return dict.fromkeys((*self._sum_of(own), *self._sum_told_of(own)))
        talk = ontology.is_a(frame.kind, "Communication") or ontology.is_a(frame.kind, "Diplomacy")
        shared = (frame.kind in HARMS and self._is_shared_toll(own)) or (own in self._counting and self._is_one_of_them(own))
        told = self.amounts if frame.kind == HELD else self.money
        found = dict.fromkeys(() if shared else (*self.at(own), *self._sum_above(own)))
        if frame.kind == EARNINGS:
            found.update(dict.fromkeys(self._sum_told_of(own)))
        if frame.kind == HELD:  # "owned 55 percent by the state"
            found.update(dict.fromkeys(q for kid in self.tree.kids[own] for q in self.at(kid)))
        for argument in fixed:  # "paid an advance of 5 million"
            found.update(dict.fromkeys((*self.at(argument.token), *self._sum_of(argument.token, told))))
        phase = ontology.is_a(frame.kind, "Phase")  # "suspended a $2 billion loan", but not "rejected a $2 billion bid"
        bought = (f.token for f in filled if f.role == "theme" and (phase or f.mention is not None))
        for word in (own, *(argument.token for argument in fixed), *bought):
            before = (k for k in self.tree.kids[word] if k < word)  # "signed a $2 billion contract"
            found.update(dict.fromkeys(q for k in before for q in self.at(k) if q in told))
            found.update(dict.fromkeys(self._worth(word)))
        mixed = frame.kind in HARMS and self._is_of_mixed_toll(own, frame.kind)
        suffered = any(f.role in UNDERGOING for f in filled) and ontology.is_among(frame.kind, HARMFUL)
        elsewhere = {"agent", "recipient", "topic"} if talk else {"agent"} if suffered or frame.kind in HARMS else set()
        for f in filled:
            if f.role not in elsewhere and not (mixed and f.role == "patient"):
                found.update(dict.fromkeys(f.quantities))
        if frame.kind in MOVES:
            found.update(dict.fromkeys(self._of_rise(own, fixed)))
            found = {f: None for f in found if f not in self._compared(own)}
        if frame.kind in MOVES or frame.kind == EARNINGS:  # "dropped to 3 million from 5 million"
            arguments = tuple(a for a in arguments if a.preposition not in self.tree.grammar.comparison_prepositions)
        arguments = tuple(a for a in arguments if not self._is_whole(own, a) and not self._is_of_count(own, a))
        if frame.kind not in MOVES:
            arguments = tuple(a for a in arguments if not self._is_told_why(a))
        found.update(dict.fromkeys(self._of_arguments(frame, arguments, filled)))
        if frame.kind in {EARNINGS, PRICING} and not self.money.isdisjoint(found):  # "revenue of 3 million, up 11 percent"
            found = {f: None for f in found if f in self.money}
        elif frame.kind == HELD:
            found = {f: None for f in found if f in self.amounts - self.money}
        elif frame.kind not in MOVES:
            found = {f: None for f in found if f not in self._compared_with}  # "40 killed, up from 12"
        if frame.kind in MOVES or frame.kind == EARNINGS:
            found = {f: None for f in found if not self._is_foreseen(f)}
        others = self._of_others(frame, arguments) | self._of_other_victims(frame, found)
        found = {f: None for f in found if f not in others}
        parts = {q for a in arguments if self._is_part_of_them(a.token) for q in self.at(a.token)}
        own_number = {f for f in found if self._is_part_of_name(f)} if frame.kind in MOVES else set()
        return {f: None for f in found if f not in parts | own_number} or found

    def _is_told_why(self, argument: Argument) -> bool:
        """Whether an argument tells what for or by how much more, not how many: "over two scandals", "up 11% from May"."""
        tree, token = self.tree, self.tree.tokens[argument.token]
        shares = self.amounts - self.money
        if tree.tokens[token.head].pos == "ADV" and not shares.isdisjoint(self.at(token.i)):
            return True
        return argument.preposition in tree.grammar.cause_prepositions and token.pos == "NOUN"

    def _worth(self, goods: int) -> list[int]:
        """The sum of money that goods are said to be worth: "26 jets worth 6 billion euros", "d'une valeur de 6 euros"."""
        tree = self.tree
        said = (k for k in tree.kids[goods] if k > goods and tree.lemmas[k] in tree.grammar.worth)
        return [q for word in said for k in tree.kids[word] for q in self.at(k) if q in self.money]

    def levels(self, own: int, figures: Iterable[int]) -> tuple[int, ...]:
        """Those of an event's figures that what rises or falls comes to: "rose 3 percent to $98", "to a level of $3"."""
        return tuple(figure for figure in figures if self._is_level(own, figure))

    def _is_level(self, own: int, figure: int) -> bool:
        tree, level = self.tree, self.tree.grammar.level_prepositions
        first, word = self._ends[figure]
        if figure in self.amounts - self.money:
            level = level - tree.grammar.pace_prepositions
        if tree.preposition(word) in tree.grammar.comparison_prepositions:
            return False
        if first and tree.lemmas[first - 1] in level:
            return True
        while word != own and tree.head(word) != word:
            if tree.preposition(word) in level:
                return True
            word = tree.head(word)
        return False

    def _is_of_mixed_toll(self, own: int, kind: str) -> bool:
        """ "Sixty people were killed and wounded": how many were killed nobody says."""
        row = tuple(self.tree.conjuncts(self.tree.first_conjunct(own)))
        sufferers = [verb for verb in row if self.tree.first(verb, "obj", "nsubj:pass") is not None]
        beside = (c for verb in row if verb != own and (c := self._candidates.get(verb)) is not None)
        other = HARMS - {kind} if kind == "Injury" else frozenset({"Injury"})
        if len(sufferers) != 1 or not any(frame.kind in other for c in beside for _, frame in c.entries):
            return False
        between = self.tree.tokens[min(row) + 1 : max(row)]  # "ten were killed and another wounded"
        return all(token.pos in JOINING for token in between)

    def _is_either(self, own: int) -> bool:
        """ "200 soldiers were killed, wounded or reported missing": how many of them were killed nobody says."""
        tree = self.tree
        last = min(own + LONGEST_LIST, len(tree.tokens))
        joined = next((k for k in range(own + 1, last) if tree.tokens[k].dep == "cc"), own)
        for word in (own - 1, joined if tree.tokens[joined - 1].text != "," else own):
            if tree.tokens[word].dep == "cc" and tree.lemmas[word] in tree.grammar.alternatives:
                return all(tree.tokens[k].pos in LOSSES or tree.tokens[k].text == "," for k in range(own + 1, word))
        return False

    def _is_one_of_them(self, noun: int) -> bool:
        """ "The deadliest of the two attacks": one alone is told."""
        tree, above = self.tree, self.tree.tokens[self.tree.head(noun)]
        first = above.pos == "ADJ" and above.has("Degree=Sup") and above.i < noun
        return first and tree.preposition(noun) in tree.grammar.of

    def _is_shared_toll(self, noun: int) -> bool:
        """ "30 morts et disparus", "dead and wounded": how many of them are dead nobody says."""
        tree = self.tree
        row = tuple(tree.conjuncts(tree.first_conjunct(noun))) if tree.tokens[noun].pos in NOUNS else ()
        if len(row) != 2 or row[1] != row[0] + 2 or tree.tokens[row[0] + 1].dep != "cc":
            return False
        if not tree.tokens[row[1]].has("Number=Plur"):  # "a fait 94 morts et contaminé 200 personnes"
            return False
        return tree.first(row[1], "det", "nummod") is None

    def _of_rise(self, own: int, fixed: tuple[Argument, ...]) -> Iterator[int]:
        """By how much something rises or falls: "rose 5 percent", "closed 2 percent higher", "terminé en baisse de 2 %"."""
        beside = tuple(self.tree.dependents(own, "advmod", "compound:prt"))
        if any(q in self._steps for k in self.tree.kids[own] for q in self.at(k)):  # ", up 4 percent" is another's then
            beside = tuple(k for k in beside if self.tree.tokens[k - 1].text != ",")
        words = (own, *beside, *(argument.token for argument in fixed))
        compared = self.tree.grammar.comparison_prepositions  # "up from 14 percent"
        kids = (k for w in words for k in self.tree.kids[w] if w == own or self.tree.preposition(k) not in compared)
        told = (k for kid in kids for k in (kid, *self._otherwise(kid)))
        return (q for k in told for q in self.at(k) if q in self._steps)

    def _otherwise(self, figure: int) -> Iterator[int]:
        """The same figure told in another measure: "fell 30 points, or 2 percent"."""
        tree = self.tree
        for other in tree.dependents(figure, "conj"):
            if any(tree.lemmas[k] in tree.grammar.alternatives for k in tree.dependents(other, "cc")):
                yield other

    def _of_arguments(self, frame: Frame, arguments: tuple[Argument, ...], filled: tuple[Filled, ...]) -> Iterator[int]:
        """The figures of arguments that are neither mentions nor events of their own: "two attacks killed ten": ten."""
        said = frame.kind == "Statement"  # "sûr à 100 %, a-t-il dit"
        events = {f.token for f in filled if f.mention is None}
        for argument in arguments:
            known = argument.token in self._named or argument.token in events or self._is_circumstance(argument)
            known = known or self._is_deed_around(argument)
            if not known and not (said and argument.slot != "object"):
                yield from self.at(argument.token)
                yield from () if self._has_own_sum(argument.token) else self._sum_of(argument.token)

    def _is_deed_around(self, argument: Argument) -> bool:
        """Whether the noun around an event tells another that is no toll of it: "trois arrestations lors d'une marche"."""
        around = self._candidates.get(argument.token) if argument.slot == "nmod" and not argument.preposition else None
        return around is not None and all(frame.kind not in HARMS for _, frame in around.entries)

    def _is_whole(self, own: int, argument: Argument) -> bool:
        """Whether a relative without preposition takes up the whole of whom a part is told: "40 blessés dont 12 …"."""
        relative = self.tree.tokens[own].dep == "acl:relcl" and self.tree.head(own) == argument.token
        return relative and argument.slot == "obl" and not argument.preposition

    def _is_of_count(self, own: int, argument: Argument) -> bool:
        """Whether a figure is what a count is brought to by the event: "l'attaque porte à 40 le nombre de morts"."""
        tree, verb = self.tree, self.tree.head(argument.token)
        subject, count = tree.tokens[own], tree.first(verb, "obj")
        brings = subject.dep == "nsubj" and subject.head == verb and argument.slot in {"obl", "nmod"}
        counted = count is not None and count != argument.token and tree.lemmas[count] in tree.grammar.figures
        return brings and counted

    def _is_circumstance(self, argument: Argument) -> bool:
        """Whether a phrase tells beside or within what something was: "lors de 3 attaques", "4 titres en 3 matchs"."""
        grammar, preposition = self.tree.grammar, argument.preposition
        if argument.slot not in {"obl", "nmod"} or not preposition:
            return False
        if preposition in grammar.instrument_prepositions and self.tree.lemmas[argument.token] in grammar.figures:
            return True  # "built a firm, with a market value of 3 billion"
        if preposition in grammar.total_prepositions:  # "ont voté sur 4 millions"
            return not any(q in self._counted or q in self.amounts for q in self.at(argument.token))
        if preposition in grammar.beside_prepositions | grammar.added_prepositions:
            return True
        within = preposition in grammar.inside_prepositions and preposition != grammar.dative_preposition
        return within and not any(q in self.amounts for q in self.at(argument.token))

    def _of_others(self, frame: Frame, arguments: tuple[Argument, ...]) -> frozenset[int]:
        """Figures that say where, or who competes: "four died at 2,100 metres", "la finale des moins de 60 kg"."""
        where = (a.token for a in arguments if a.preposition in self.tree.grammar.place_prepositions)
        far = self._lengths.intersection(q for token in where for q in self.at(token)) | self._beside
        if frame.kind in HARMS:  # "il avait tué sa voisine : trente ans de prison"
            return far | self._terms
        if frame.kind in TAKEN:  # "was arrested with $7 million in cash"
            return far | self.money
        return far | self._measures if ontology.is_a(frame.kind, ontology.CONTEST) else far

    def _of_other_victims(self, frame: Frame, figures: Iterable[int]) -> frozenset[int]:
        """Figures that tell who suffered something else: "12 morts, avec des dizaines de blessés"."""
        if not ontology.is_a(frame.kind, VICTIMS):
            return frozenset()
        counted = ((figure, self._candidates.get(self._counted.get(figure, -1))) for figure in figures)
        told = ((figure, {f.kind for _, f in c.entries if f.kind}) for figure, c in counted if c is not None)
        return frozenset(q for q, kinds in told if kinds and not any(ontology.are_akin(k, frame.kind) for k in kinds))

    def _distances(self, quantities: Iterable[Quantity]) -> Iterator[tuple[int, int]]:
        """What something is so far away from, and how far: "à 30 km au nord de Lyon", "20 miles east of Warsaw"."""
        for quantity in quantities:
            if quantity.index not in self._lengths:
                continue
            behind = next(iter(self._behind_bracket(quantity.last)), None)
            if behind is not None and behind.dep == "case":
                yield self.tree.oblique(behind.head)[1], quantity.index

    def _behind_bracket(self, i: int) -> Sequence[Token]:
        """The words from i on, or behind the bracket there: "80 miles (130 km) east of Warsaw"."""
        tokens = self.tree.tokens[i : i + LONGEST_BRACKET]
        closed = next((t.i for t in tokens if t.text == ")"), None) if tokens and tokens[0].text == "(" else None
        return tokens if closed is None else self.tree.tokens[closed + 1 : closed + 2]

    def _is_beside(self, token: int) -> bool:
        """Whether a word stands behind a preposition that says in which direction of it: "20 miles east of Warsaw"."""
        above, beyond = self.tree.head(token), self.tree.grammar.beyond_prepositions
        return any(self.tree.oblique(word) in {(p, token) for p in beyond} for word in (token, above))

    def _is_part_of_them(self, figure: int) -> bool:
        """ "900 were injured, 40 of them seriously", "including 30 in X": how many of those who were told before."""
        if self.tree.preposition(figure) in self.tree.grammar.inclusion:
            return True
        parts = self.tree.dependents(figure, "nmod")
        return any(self.tree.tokens[k].pos == "PRON" and self.tree.preposition(k) in self.tree.grammar.of for k in parts)

    def _is_part_of_name(self, figure: int) -> bool:
        """ "The Standard & Poor's 500 index": it is no count of the figure that it stands before."""
        counted = self._counted.get(figure)
        if counted is None or not self.tree.tokens[counted].has("Number=Sing"):
            return False
        return self.tree.lemmas[counted] in self.tree.grammar.figures

    def _compared(self, own: int) -> frozenset[int]:
        """The figures that what rises or falls had before: "fell to 4 percent from 5"."""
        before = self.tree.grammar.comparison_prepositions
        return frozenset(f for k in self.tree.kids[own] if self.tree.preposition(k) in before for f in self.at(k))

    def _is_foreseen(self, figure: int) -> bool:
        """Whether a figure is no more than what others had expected: "fell below forecasts of $3 million"."""
        tree, word = self.tree, self._ends[figure][1]
        outlook = tree.head(word)
        return tree.lemmas[outlook] in tree.grammar.outlooks and outlook < word and tree.preposition(outlook) != ""

    def _has_own_sum(self, noun: int) -> bool:
        """Whether a noun may tell an event of its own to which a sum belongs: "a loan of 5 million", but not "an aid of"."""
        candidate = self._candidates.get(noun)
        return candidate is not None and not all(ontology.is_a(f.kind, SUMLESS) for _, f in candidate.entries if f.kind)

    def _sum_above(self, noun: int) -> Iterator[int]:
        """The sum of money that a noun is the complement of: "4 milliards d'euros d'amende"."""
        tree = self.tree
        while (
            tree.tokens[noun].dep == "nmod" and tree.preposition(noun) in tree.grammar.of and tree.measures(tree.head(noun))
        ):
            noun = tree.head(noun)
            yield from (figure for figure in self.at(noun) if figure in self.money)

    def _sum_told_of(self, noun: int) -> Iterator[int]:
        """The sum of money that a noun is said to be: "its profit was 3 million", "le bénéfice est de 3 millions"."""
        above = self.tree.head(noun)
        if self.tree.tokens[noun].dep != "nsubj":
            return
        be = self.tree.tokens[above].pos == "AUX"
        told = self.tree.first(above, "xcomp") if be else above if self.tree.first(above, "cop") is not None else None
        if told is not None:
            yield from (figure for figure in self.at(told) if figure in self.money)

    def _sum_of(self, noun: int, sums: frozenset[int] | None = None) -> Iterator[int]:
        """The sum of money that a noun takes with "de" or "of": "pour un montant de 9 millions d'euros"."""
        sums = self.money if sums is None else sums
        for kid in self.tree.dependents(noun, "nmod"):
            counted = self.tree.tokens[kid].pos == "NUM" or self.tree.first(kid, "nummod") is not None
            whole = counted and self.tree.is_definite(kid)
            if self.tree.preposition(kid) in self.tree.grammar.of and not whole:  # not "some of the 700 billion"
                yield from (figure for figure in self.at(kid) if figure in sums)
