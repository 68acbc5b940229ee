"""What the sieves ask of the grammar: clauses, subjects, and words compared whatever their spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from kg.lang.fold import fold, pieces
from kg.lang.profile import Profile
from kg.model import VERBAL, Mention, Parse, Token
from kg.ontology import PLACES

CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "acl:relcl", "xcomp", "csubj", "parataxis"})
ASIDE = frozenset({"advcl", "acl", "acl:relcl"})  # clauses that say more of something
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
OWNERS = frozenset({"nmod", "nmod:poss", "det"})
MODIFIERS = frozenset({"amod", "nmod", "nmod:poss", "compound", "acl"})
TELLING = frozenset({"amod", "nmod", "compound", "flat", "flat:name", "appos"})
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
ONE = frozenset({"NUM", "PRON"})
PARTED = frozenset({"nmod", "obl", "obl:arg"})  # how hang those of whom one is told
COUNTING = frozenset({"NUM", "SYM"})
COUNTED = frozenset({"nmod", "nummod"})
CARRIED = frozenset({"appos", "flat:name", "flat", "nmod"})
TAKES_UP = frozenset({"def", "dem"})  # determiners of what was told before
DEEPEST = 12
LONGEST_QUOTATION = 5  # sentences that a quotation may go on for after its first
# The rule of a mention that is but an adjective of nationality ("irakien"): it names a state in passing.
ADJECTIVE = "demonym: adjective"


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded for comparing: "Al-Qaïda" -> ("al", "qaida")."""
    return pieces(fold(text))


class Syntax:
    """Clauses and grammatical roles of one parse."""

    def __init__(self, parse: Parse, introducing: Set[str] = frozenset(), of: Set[str] = frozenset()) -> None:
        """`introducing` are the nouns that tell what the name behind them and one of `of` names: "the town of X"."""
        self.parse = parse
        self._introducing = introducing
        self._of = of
        self.tokens = parse.tokens
        self.forms = parse.forms
        self.lemmas = parse.lemmas
        self.kids = parse.children
        self.sentences = parse.sentences
        self._places: dict[int, int] = {}  # what `place` found, by mention
        self._modifiers: dict[int, frozenset[str]] = {}  # what `modifiers` found, by mention

    def clause(self, i: int) -> int:
        """The predicate of the clause that word i stands in, itself if it is one."""
        for _ in range(DEEPEST):
            token = self.tokens[i]
            if token.head == i or token.dep in CLAUSES:
                return i
            if token.dep == "conj" and token.pos in {"VERB", "AUX"}:
                return i
            i = token.head
        return i

    def subject(self, predicate: int) -> int | None:
        """The subject of a predicate; a coordinated one shares that of the first."""
        for _ in range(DEEPEST):
            for kid in self.kids[predicate]:
                if self.tokens[kid].dep in SUBJECTS:
                    return kid
            above = self._shares_subject(predicate)
            if above is None:
                return None
            if self.tokens[predicate].dep == "acl" and self.tokens[above].pos not in VERBAL:
                return above if "VerbForm=Part" in self.tokens[predicate].morph else None  # "le ministre, accusé de fraude"
            predicate = above
        return None

    def _shares_subject(self, predicate: int) -> int | None:
        """The word above a predicate without subject that shares its own with it, or that is its subject."""
        token = self.tokens[predicate]
        finite = any(self.tokens[i].has("VerbForm=Fin") for i in (predicate, *self.auxiliaries(predicate)))
        shares = token.dep in {"conj", "xcomp"} or (token.dep in {"advcl", "acl", "ccomp"} and not finite)
        return token.head if shares and token.head != predicate else None

    def predicate_noun(self, subject: int) -> Token | None:
        """The noun, without a preposition, that a copula says of a subject: "alors qu'il était ministre"."""
        said = self.tokens[self.tokens[subject].head]
        if self.tokens[subject].dep not in SUBJECTS or said.pos != "NOUN" or self.preposition(said.i):
            return None
        return said if any(self.tokens[kid].dep == "cop" for kid in self.kids[said.i]) else None

    def auxiliaries(self, predicate: int) -> tuple[int, ...]:
        """The auxiliaries and copulas of a predicate."""
        return tuple(kid for kid in self.kids[predicate] if self.tokens[kid].dep.startswith(("aux", "cop")))

    def is_subject(self, i: int) -> bool:
        """Whether word i is a subject, or coordinated with one."""
        token = self.tokens[i]
        for _ in range(DEEPEST):
            if token.dep in SUBJECTS:
                return True
            if token.dep != "conj":
                return False
            token = self.tokens[token.head]
        return False

    def role_rank(self, i: int) -> int:
        """How prominent word i is: 0 subject, 1 object, 2 oblique, 3 within a noun phrase, 5 a noun as adjective."""
        dep = self.tokens[i].dep
        if dep == "compound":
            return 5
        if dep == "root" and self.preposition(i):  # "il était avec sa mère"
            return 2
        if self.is_subject(i) or dep in {"root", "vocative"}:  # a name before "le directeur" is often taken for a call
            return 0
        if self.tokens[self.tokens[i].head].pos in COUNTING and dep in COUNTED:  # "90 % des ouvriers"
            return self.role_rank(self.tokens[i].head)
        if dep in {"obj", "iobj", "obl:agent"}:
            return 1
        return 2 if dep.startswith("obl") else 3

    def preposition(self, i: int) -> str:
        """The preposition before word i, with its fixed words: "quant à"; "" if there is none."""
        cases = [kid for kid in self.kids[i] if self.tokens[kid].dep == "case" and kid < i]
        words = (w for case in cases for w in (case, *(k for k in self.kids[case] if self.tokens[k].dep == "fixed")))
        return " ".join([self.lemmas[w] for w in words])

    def carrier(self, name: Mention) -> int:
        """The word outside a name that the name hangs on without a preposition, -1 if there is none."""
        for i in range(name.first, name.last):
            head = self.tokens[i].head
            if not name.first <= head < name.last:
                cased = any(self.tokens[kid].dep == "case" for kid in self.kids[i])
                return -1 if cased or self.tokens[i].dep not in CARRIED else head
        return -1

    def place(self, mention: Mention) -> int:
        """The word that shows the role of a mention in its clause: of a name, the noun that it hangs on, else its head."""
        known = self._places.get(mention.index)
        if known is None:
            told = mention.form == "name" and mention.kind != "Person"  # a person's name has the head of its title
            carrier = self.carrier(mention) if told else -1
            if carrier < 0 and told and mention.kind in PLACES:
                carrier = self._introduced_by(mention.head)
            known = self._places[mention.index] = mention.head if carrier < 0 else carrier
        return known

    def _introduced_by(self, i: int) -> int:
        """The noun that says what place word i names: "the town of X"; -1 if none does."""
        token = self.tokens[i]
        noun = self.tokens[token.head]
        introduced = token.dep == "nmod" and noun.i < i and noun.lemma in self._introducing
        return noun.i if introduced and self.preposition(i) in self._of else -1

    def modifiers(self, mention: Mention) -> frozenset[str]:
        """What is said of a description beside its head: lemmas of what hangs on it, and of what tells that apart."""
        known = self._modifiers.get(mention.index)
        if known is None:
            below = [kid for kid in self.kids[mention.head] if self.tokens[kid].dep in MODIFIERS and not self.is_aside(kid)]
            # "le chef du Parti libéral" is not that of the Parti conservateur
            below += [kid for noun in below for kid in self.kids[noun] if self.tokens[kid].dep in TELLING]
            said = frozenset(fold(self.tokens[kid].lemma) for kid in below)
            known = self._modifiers[mention.index] = said | self.wording(mention)
        return known

    def is_aside(self, i: int) -> bool:
        """Whether word i behind a comma only says more of somebody known: "Le groupe, affilié à X, …"."""
        token = self.tokens[i]
        return token.dep in {"acl", "amod"} and token.head < i and self.tokens[i - 1].text == ","

    def is_told_aside(self, i: int, from_word: int) -> bool:
        """Whether word i stands in a clause that says more of something, and the other outside: "X, which Y took, … it".

        Not where the clause opens the other's own: "When the plant opened, it …".
        """
        for _ in range(DEEPEST):
            if self.tokens[i].dep in ASIDE:
                opens = self.tokens[i].dep == "advcl" and self.clause(from_word) == self.tokens[i].head and from_word > i
                return not opens and not self.within(from_word, i)
            if self.tokens[i].head == i:
                return False
            i = self.tokens[i].head
        return False

    def wording(self, mention: Mention) -> frozenset[str]:
        """The lemmas of a description's own words beside its head."""
        own = (self.tokens[i] for i in range(mention.first, mention.last) if i != mention.head)
        return frozenset(fold(token.lemma) for token in own if token.pos in CONTENT)

    def within(self, i: int, ancestor: int) -> bool:
        """Whether word i hangs, at any depth, on `ancestor`."""
        for _ in range(DEEPEST):
            if i == ancestor:
                return True
            head = self.tokens[i].head
            if head == i:
                return False
            i = head
        return False


def quotations(syntax: Syntax, profile: Profile) -> list[tuple[int, int]]:
    """The word ranges between quotation marks; one that is not closed in its sentence or the next ones ends with it."""
    opening, closing, neutral = (profile.words("quotes", name) for name in ("opening", "closing", "neutral"))
    found: list[tuple[int, int]] = []
    for token in syntax.tokens:
        if (found and token.i < found[-1][1]) or token.text not in opening | neutral:
            continue
        final = syntax.sentences[min(token.sentence + LONGEST_QUOTATION, len(syntax.sentences) - 1)]
        ends = closing | neutral
        end = next((t.i for t in syntax.tokens[token.i + 1 : final.last] if t.text in ends), None)
        found.append((token.i, syntax.sentences[token.sentence].last if end is None else end + 1))
    return found


def plain_subjects(syntax: Syntax, heads: Mapping[int, int]) -> dict[int, list[int]]:
    """Subjects by sentence that are nouns or names and no mentions: what a pronoun may mean that is no entity."""
    found: dict[int, list[int]] = {}
    for token in syntax.tokens:
        if token.pos in {"NOUN", "PROPN"} and token.dep in SUBJECTS and token.i not in heads:
            found.setdefault(token.sentence, []).append(token.i)
    return found


def is_one_of(syntax: Syntax, i: int) -> bool:
    """Whether a number or pronoun picks one of many: "l'un d'eux", "one of them"."""
    return syntax.tokens[i].pos in ONE and any(syntax.tokens[kid].dep in PARTED for kid in syntax.kids[i])


def by_head(mentions: Sequence[Mention]) -> dict[int, int]:
    """Head word -> mention; the longest one where several share it, the last of equals."""
    table: dict[int, int] = {}
    for mention in mentions:
        other = table.get(mention.head)
        if other is None or mention.last - mention.first >= mentions[other].last - mentions[other].first:
            table[mention.head] = mention.index
    return table


def common_start(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def is_pluperfect(parse: Parse, verb: int, perfect: Set[str]) -> bool:
    """Whether a verb stands in the pluperfect, which goes back behind what was just told."""
    helpers = (parse.tokens[kid] for kid in parse.children[verb] if parse.tokens[kid].dep.startswith("aux"))
    return any(
        "Tense=Imp" in t.morph or (t.lemma in perfect and "Tense=Past" in t.morph and "VerbForm=Fin" in t.morph)
        for t in helpers
    )
