"""A parse seen as trees: prepositions, voice, control, relative clauses and coordination made plain.

Everything here speaks Universal Dependencies; the few words that it needs come from the language's grammar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from kg.lang.grammar import Grammar
from kg.model import Parse, Token

CLITICS = frozenset({"expl:comp", "expl:pass", "expl:pv"})
LONGEST_MARK = 3  # words before the last of a subordinator: "jusqu'à ce que"
MAX_DEPTH = 12  # deeper chains of dependents are parser noise, not grammar
DEFINITE = ("Definite=Def", "PronType=Dem")
DIRECT = {"obj", "nsubj", "nsubj:pass"}  # arguments of a verb without a preposition
KNOWN = (*DEFINITE, "Poss=Yes")  # determiners of what was told before


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant's place: the slot, its preposition if any, the token, and the rule that found it."""

    slot: str
    token: int
    preposition: str = ""
    rule: str = ""


class Tree:
    """Read-only helper over one parse; answers are remembered, since several rules ask the same."""

    __slots__ = (
        "_auxiliaries", "_by_dep", "_by_lemma", "_by_pos", "_deps", "_marks", "_obliques", "_passive",
        "_prepositions", "_reflexive", "arguments", "causatives", "forms", "grammar", "kids", "lemmas", "parse", "temporal",
        "tokens",
    )  # fmt: skip

    def __init__(self, parse: Parse, grammar: Grammar, temporal: frozenset[int] = frozenset()) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.kids = parse.children
        self.grammar = grammar
        self.temporal = temporal  # words of time expressions
        self.arguments: dict[int, tuple[Argument, ...]] = {}  # of verbs, as `verb_arguments` found them
        self.forms = parse.forms
        self.lemmas = parse.lemmas
        self._deps = [token.dep for token in parse.tokens]
        self._by_pos: defaultdict[str, list[Token]] = defaultdict(list)
        self._by_dep: defaultdict[str, list[Token]] = defaultdict(list)
        self._by_lemma: defaultdict[str, list[Token]] = defaultdict(list)
        self._obliques: dict[int, tuple[str, int]] = {}
        self._marks: dict[int, str] = {}
        self._auxiliaries: dict[int, tuple[Token, ...]] = {}
        self._passive: dict[int, bool] = {}
        for token in parse.tokens:
            self._by_pos[token.pos].append(token)
            self._by_dep[token.dep].append(token)
            self._by_lemma[token.lemma].append(token)
        self.causatives = {token.head: token.i for token in reversed(self.of_dep("aux:caus"))}  # verb -> "faire", the first
        clitics = self.of_dep(*CLITICS)
        self._reflexive = {t.head for t in clitics if t.lemma not in grammar.adverbial_clitics}  # but not "il y a"
        cases: defaultdict[int, list[int]] = defaultdict(list)  # the prepositions before each word
        for token in self.of_dep("case"):
            if token.i < token.head:
                cases[token.head].append(token.i)
        self._prepositions = [""] * len(self.tokens)
        for i, before in cases.items():
            self._prepositions[i] = self._read_preposition(before)
        for token in self.of_lemma(grammar.relative_cases):
            self._prepositions[token.i] = grammar.relative_cases[token.lemma]

    def without_times(self) -> Tree:
        """The same tree for rules to which a time expression is like any phrase; what is known of it is shared."""
        other = copy(self)
        other.temporal = frozenset()
        timed = {self.tokens[i].sentence for i in self.temporal}
        other.arguments = {verb: a for verb, a in self.arguments.items() if self.tokens[verb].sentence not in timed}
        return other

    def of_lemma(self, lemmas: Iterable[str]) -> list[Token]:
        """The words whose lemma is one of these, in text order."""
        found = [token for lemma in self._by_lemma.keys() & lemmas for token in self._by_lemma[lemma]]
        return sorted(found, key=lambda token: token.i)

    def of_dep(self, *deps: str) -> Sequence[Token]:
        """The words that hang on their governor by one of these relations, in text order."""
        found = [token for dep in deps for token in self._by_dep.get(dep, ())]
        return found if len(deps) == 1 else sorted(found, key=lambda token: token.i)

    def of_pos(self, pos: str) -> Sequence[Token]:
        """The words of a class, in text order."""
        return self._by_pos.get(pos, ())

    def dependents(self, i: int, *deps: str) -> Sequence[int]:
        """Dependents of token i by relation, left to right; "nsubj" also matches no subtype but itself."""
        kids, own = self.kids[i], self._deps
        return [kid for kid in kids if own[kid] in deps] if kids else ()  # most words have none

    def first(self, i: int, *deps: str) -> int | None:
        """The first dependent with one of these relations."""
        own = self._deps
        for kid in self.kids[i]:  # a loop, since this is asked most of all
            if own[kid] in deps:
                return kid
        return None

    def below(self, i: int, depth: int = 0) -> Iterator[int]:
        """Token i and all that hangs on it."""
        yield i
        for kid in self.kids[i] if depth < MAX_DEPTH else ():
            yield from self.below(kid, depth + 1)

    def head(self, i: int) -> int:
        """The governor of token i (itself for a root)."""
        return self.tokens[i].head

    def is_metaphor(self, i: int) -> bool:
        """Whether what stands with a word says that it is meant as a figure of speech: "guerre économique"."""
        behind = (i + 1,) if i + 1 < len(self.tokens) and self.tokens[i + 1].pos == "ADV" else ()
        words = (*self.dependents(i, "advmod", "amod"), *behind)
        return any(self.tokens[k].lemma.lower() in self.grammar.metaphors for k in words)

    def measures(self, i: int) -> bool:
        """Whether a noun only measures what follows it: "la majorité de", "une série de"."""
        return self.lemmas[i] in self.grammar.transparent_nouns

    def conjuncts(self, i: int) -> Iterator[int]:
        """Token i and those coordinated with it."""
        yield i
        for depth, kid in enumerate(self.dependents(i, "conj")):
            if depth > MAX_DEPTH:
                return
            yield from self.conjuncts(kid)

    def first_conjunct(self, i: int) -> int:
        """Where the coordination that token i belongs to begins."""
        for _ in range(MAX_DEPTH):
            if self.tokens[i].dep != "conj":
                break
            i = self.tokens[i].head
        return i

    def preposition(self, i: int) -> str:
        """The preposition that introduces token i, multiword ones whole ("à cause de"); "" if none."""
        return self._prepositions[i]

    def _read_preposition(self, cases: list[int]) -> str:
        if len(cases) > 1 and self._whole(cases[:1]) in self.grammar.inclusion:
            cases = cases[1:]  # "including at a hospital"
        return self._whole(cases)

    def _whole(self, markers: list[int]) -> str:
        """Prepositions or marks with their fixed words, the last one uncontracted: "au cours du" -> "au cours de".

        What means another is read as that: "du chef de" -> "pour".
        """
        words = [self.forms[k] for i in markers for k in (i, *self.dependents(i, "fixed"))]
        words[-1] = self.grammar.preposition_variants.get(words[-1], words[-1])
        whole = " ".join(words).replace("' ", "'")
        return self.grammar.preposition_variants.get(whole, whole)

    def oblique(self, i: int) -> tuple[str, int]:
        """Preposition and true noun of an oblique: "à l'encontre de X" gives ("contre", X)."""
        known = self._obliques.get(i)
        if known is None:
            known = self._obliques[i] = self._read_oblique(i)
        return known

    def _read_oblique(self, i: int) -> tuple[str, int]:
        preposition = self.preposition(i)
        known, token = self.grammar.complex_prepositions, self.tokens[i]  # "aux côtés de" is not "à côté de"
        meant = known.get(f"{preposition}:{self.forms[i]}") or known.get(f"{preposition}:{token.lemma}")
        if meant is not None:
            same = meant == preposition  # "in the centre of Leeds", not "in the Kelso Center in Leeds"
            for kid in self.dependents(i, "nmod", "nmod:poss", "appos"):
                if not same or (token.pos == "NOUN" and self.first(i, "compound") is None):
                    return meant, kid
        return preposition, i

    def mark(self, i: int) -> str:
        """The subordinating word of clause i: "pour", "afin de", "si", "to", "without"; "" if none."""
        known = self._marks.get(i)
        if known is None:
            known = self._marks[i] = self._read_mark(i)
        return known

    def _read_mark(self, i: int) -> str:
        marks = [k for k in self.kids[i] if self.tokens[k].dep in {"mark", "case"} and k < i]
        if not marks:
            return ""
        whole = self._whole(marks)
        if self.tokens[i].dep == "ccomp" and self.tokens[marks[0] - 1].head == self.tokens[i].head == marks[0] - 2:
            return whole  # "il semble bien que": the adverb is the verb's
        first = self.parse.sentences[self.tokens[i].sentence].first
        for start in range(max(first, marks[0] - LONGEST_MARK), marks[0]):  # "même si" sets no condition, "à moins que" does
            before = " ".join(self.forms[start : marks[0]])
            longer = f"{before} {whole}".replace("' ", "'")
            if longer in self.grammar.long_marks:
                return longer
        return whole

    def auxiliaries(self, i: int) -> tuple[Token, ...]:
        """Auxiliaries of verb i; a coordinated participle shares those of the first verb: "will resign and be replaced"."""
        known = self._auxiliaries.get(i)
        if known is None:
            known = self._auxiliaries[i] = self._read_auxiliaries(i)
        return known

    def _read_auxiliaries(self, i: int) -> tuple[Token, ...]:
        own = tuple(self.tokens[k] for k in self.kids[i] if self.tokens[k].dep.startswith("aux"))
        token = self.tokens[i]
        shares = token.dep == "conj" and not token.has("VerbForm=Fin") and self.tokens[token.head].pos == "VERB"
        lacking = not own or (all(aux.has("VerbForm=Inf") for aux in own) and self.first(i, "mark") is None)
        if shares and lacking and (self.first(i, "nsubj", "nsubj:pass") is None or token.has("VerbForm=Part")):
            return (*self.auxiliaries(token.head), *own)
        return own

    def is_passive(self, i: int) -> bool:
        """Whether verb i is in the passive voice: with its auxiliary, or a past participle without any."""
        known = self._passive.get(i)
        if known is None:
            known = self._passive[i] = self._read_passive(i)
        return known

    def _read_passive(self, i: int) -> bool:
        token = self.tokens[i]
        if token.lemma in self.grammar.be_perfect or self.is_reflexive(i):
            return False
        if any(self.tokens[k].dep in {"nsubj:pass", "aux:pass", "csubj:pass"} for k in self.kids[i]):
            return True
        if any(aux.dep == "aux:pass" for aux in self.auxiliaries(i)):
            return True
        first = self.tokens[token.head]
        joined = token.dep == "conj" and first.dep in {"acl", "amod"} and self.is_past_participle(i)
        if joined and first.lemma not in self.grammar.be_perfect:  # but "des gens décédés et blessés"
            return self.is_passive(token.head)
        if not self.is_past_participle(i):
            return False
        shared = self.auxiliaries(i)  # "ten are dead or injured"
        dead = token.dep == "conj" and first.lemma in self.grammar.be_perfect
        return not shared or (dead and shared[-1].lemma in self.grammar.copula)  # "deux soldats tués à Alep"

    def is_finite(self, i: int) -> bool:
        """Whether predicate i, or its auxiliary or copula, is a finite verb."""
        verbs = (self.tokens[i], *self.auxiliaries(i), *(self.tokens[k] for k in self.dependents(i, "cop")))
        return any(verb.has("VerbForm=Fin") for verb in verbs)

    def is_past_participle(self, i: int) -> bool:
        """Whether token i is a past participle, of a passive, a perfect or alone."""
        morph = self.tokens[i].morph
        return "VerbForm=Part" in morph and "Tense=Past" in morph

    def is_reflexive(self, i: int) -> bool:
        """Whether verb i stands with a reflexive pronoun ("se retirer")."""
        return i in self._reflexive

    def antecedent(self, i: int) -> int | None:
        """The noun that a relative pronoun stands for: the one that its clause modifies."""
        node = i
        for _ in range(MAX_DEPTH):
            token = self.tokens[node]
            if token.dep == "acl:relcl":
                return token.head
            if token.head == node:
                return None
            node = token.head
        return None

    def is_relative(self, i: int) -> bool:
        """Whether token i is a relative pronoun inside a relative clause."""
        token = self.tokens[i]
        if token.pos not in {"PRON", "ADV", "DET", "SCONJ"}:
            return False
        if "PronType=Rel" in token.morph:
            return True
        grammar = self.grammar
        word = token.lemma
        return (
            word in grammar.relative_subject
            or word in grammar.relative_object
            or word in grammar.relative_genitive
            or word in grammar.relative_place
        ) and self.antecedent(i) is not None

    def is_content(self, clause: int) -> bool:
        """Whether a finite clause that hangs on a noun has a plain subordinator and no relative pronoun: "le fait que …"."""
        mark = self.first(clause, "mark")
        if mark is None or self.tokens[mark].pos not in {"SCONJ", "PRON"} or self.mark(clause) in self.grammar.long_marks:
            return False
        noun = self.tokens[self.head(clause)]
        relative = any(self.is_relative(k) for k in self.kids[clause] if k != mark)
        return noun.pos == "NOUN" and mark > noun.i and self.is_finite(clause) and not relative

    def is_of_source(self, clause: int) -> bool:
        """Whether a relative clause tells what its noun says: "les accusations selon lesquelles il a menti"."""
        sources = self.grammar.attribution_prepositions
        return any(self.is_relative(k) and self.preposition(k) in sources for k in self.kids[clause])

    def is_definite(self, i: int) -> bool:
        """Whether noun i has a definite or demonstrative determiner, as what the reader knows already."""
        determiners = (self.tokens[k].morph for k in self.dependents(i, "det"))
        return any(known in morph for morph in determiners for known in DEFINITE)

    def is_indefinite(self, i: int) -> bool:
        """Whether a noun speaks of something not known yet: "un accord", "fresh talks", "de nouvelles frappes"."""
        return self.first(i, "nmod:poss") is None and (not self.is_known(i, "det", "case") or self._is_partitive(i))

    def _is_partitive(self, i: int) -> bool:
        """ "faire du chantage": some of it, which nobody knows yet."""
        return self.tokens[i].dep == "obj" and any(
            self.lemmas[k] in self.grammar.partitive for k in self.dependents(i, "det")
        )

    def is_known(self, i: int, *deps: str) -> bool:
        """Whether the words of these kinds on noun i say that it was told before: "l'accord", but "le moindre accord"."""
        words = (self.tokens[k].morph for k in self.dependents(i, *deps))
        return any(known in morph for morph in words for known in KNOWN) and (
            i == 0 or self.lemmas[i - 1] not in self.grammar.slightest
        )

    def is_determined(self, i: int) -> bool:
        """Whether noun i has a determiner, a possessor or a number, or an article inside its preposition: "du procès"."""
        if self.first(i, "det", "nummod", "nmod:poss") is not None:
            return True
        return any("PronType=Art" in self.tokens[case].morph for case in self.dependents(i, "case"))

    def clause_verb(self, i: int) -> int:
        """The nearest verb or predicate that governs token i (i itself if it is one)."""
        for _ in range(MAX_DEPTH):
            token = self.tokens[i]
            if token.pos in {"VERB", "AUX"} or token.head == i:
                return i
            i = token.head
        return i
