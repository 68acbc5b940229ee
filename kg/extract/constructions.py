"""In what construction a verb stands, and whether that is the one a trigger asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kg.extract.arguments import verb_arguments
from kg.extract.syntax import Argument, Tree
from kg.lang.frames import Frame, Trigger


class Construction:
    """What stands with a verb, each read when a trigger first asks for it."""

    def __init__(self, tree: Tree, verb: int) -> None:
        self._tree = tree
        self._verb = verb
        self._reflexive = tree.is_reflexive(verb) and verb not in tree.causatives
        self._particles = _particles(tree, verb)

    def is_of(self, trigger: Trigger, frame: Frame | None = None) -> bool:
        """Whether the verb stands as `trigger` asks.

        Its preposition may introduce a clause only where `frame` takes one: "venir de Paris" is no "venir de partir".
        """
        if trigger.reflexive != self._reflexive or trigger.particle not in self._particles:
            return False
        if trigger.object_noun and trigger.object_noun not in self._objects:
            return False
        wanted, oblique = trigger.preposition, trigger.oblique
        if not wanted and oblique is None:
            return True
        lent: tuple[Argument, ...] = ()
        if trigger.object_noun or (oblique is not None and wanted):
            lent = of_fixed_words(self._tree, trigger, self.arguments)
        if wanted and not (
            wanted in self._prepositions
            or any(a.preposition == wanted for a in lent)
            or (frame is not None and wanted in self._clause_marks and _takes_clause(frame))
        ):
            return False
        if oblique is None or oblique in self._obliques or oblique in _fixed_obliques(self._tree, lent):
            return True
        return frame is not None and not frame.kind and oblique in self._of_objects

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The verb's logical arguments."""
        return verb_arguments(self._tree, self._verb)

    @cached_property
    def _objects(self) -> frozenset[str]:
        """The lemmas that may be the noun that a trigger asks for as its object."""
        fixed = (a for a in self.arguments if a.slot == "object" or (a.slot == "clause" and not a.preposition))
        objects = (a.token for a in fixed)  # "called on them to end the siege" calls no end to it
        return frozenset(lemma for token in objects for lemma in object_lemmas(self._tree, token))

    @cached_property
    def _of_objects(self) -> frozenset[tuple[str, str]]:
        """Prepositional nouns that the parser may have hung on the object: "retirer le groupe de la liste"."""
        tree, objects = self._tree, (a.token for a in self.arguments if a.slot == "object")
        inside = (tree.oblique(kid) for token in objects for kid in tree.dependents(token, "nmod"))
        return frozenset((preposition, tree.tokens[noun].lemma) for preposition, noun in inside)

    @cached_property
    def _prepositions(self) -> frozenset[str]:
        """Those of its complements; one inside the subject is none: "a judge in San Jose is expected to rule".

        Of times, which are no arguments, since when: "has been held since March".
        """
        tree, held = self._tree, (a for a in self.arguments if a.slot in {"obl", "dative"})
        found = [a.preposition for a in held if not (a.rule == "reattached" and a.token < self._verb)]
        times = (tree.preposition(kid) for kid in tree.kids[self._verb] if kid in tree.temporal)
        return frozenset((*found, *(case for case in times if case in tree.grammar.since_prepositions)))

    @cached_property
    def _clause_marks(self) -> frozenset[str]:
        """What introduces its clauses, of a mark of several words the first: "appeler à ce que"."""
        marks, several = (a.preposition for a in self.arguments if a.slot == "clause"), self._tree.grammar.complement_marks
        return frozenset(mark.partition(" ")[0] if mark in several else mark for mark in marks)

    @cached_property
    def _obliques(self) -> frozenset[tuple[str, str]]:
        return frozenset(_fixed_obliques(self._tree, self.arguments))


def _particles(tree: Tree, verb: int) -> tuple[str, ...]:
    """A verb's particle, "" if it has none; the parser may take one for an adverb: "stepped down", "fatally shot"."""
    found = [""]
    for kid in tree.kids[verb]:
        token = tree.tokens[kid]
        if token.dep == "compound:prt":
            return (token.lemma,)
        if token.dep in {"advmod", "fixed"}:
            found.append(token.lemma)
    return tuple(found)


def _takes_clause(frame: Frame) -> bool:
    return any(slot.kind == "clause" for _, slots in frame.verb_roles for slot in slots)


def _fixed_obliques(tree: Tree, arguments: tuple[Argument, ...]) -> Iterator[tuple[str, str]]:
    """The prepositional nouns that may be a trigger's fixed one, by preposition and lemma."""
    obliques = (a for a in arguments if a.slot == "obl" and not _is_lengthened(tree, a.token))
    return ((a.preposition, tree.tokens[a.token].lemma) for a in obliques)


def _is_lengthened(tree: Tree, noun: int) -> bool:
    """Whether a bare noun right behind makes another word of a fixed one: "mis en garde à vue" is no warning."""
    joining = tree.grammar.dative_preposition  # "remis en liberté sous contrôle" is no other word
    behind = (k for k in tree.dependents(noun, "nmod") if k == noun + 2 and tree.preposition(k) == joining)
    return any(tree.tokens[k].pos == "NOUN" and not tree.is_determined(k) for k in behind)


def object_lemmas(tree: Tree, token: int) -> Iterator[str]:
    """The lemmas as which a trigger may ask for a token as its object, also in a name: "won the Nobel Prize".

    What only picks or measures gives way: "met all of its targets".
    """
    yield tree.lemmas[token]
    yield from (tree.tokens[word].lemma for word in object_words(tree, token))


def object_words(tree: Tree, token: int) -> Iterator[int]:
    """An object, and what it picks some of or measures: "two of its plants", "half of its jobs"."""
    yield token
    if tree.measures(token) or tree.tokens[token].pos == "NUM":
        yield from (k for k in tree.dependents(token, "nmod") if tree.preposition(k) in tree.grammar.of)


def of_fixed_words(tree: Tree, trigger: Trigger, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Complements of a trigger's fixed words, which are the verb's own: "took control of X", "fell into the hands of X"."""
    if not (trigger.object_noun or trigger.oblique):
        return ()
    below = _of_fixed_oblique(tree, trigger, arguments)
    found = [Argument("obl", noun, preposition, "fixed oblique") for preposition, noun in below]
    if not trigger.object_noun:
        return tuple(found)
    wanted = {trigger.preposition} if trigger.preposition else tree.grammar.place_prepositions
    fixed = (a.token for a in arguments if a.slot in {"object", "clause"})  # "found guilty of fraud"
    objects = [token for token in fixed if tree.tokens[token].lemma == trigger.object_noun]
    inside = (tree.oblique(kid) for noun in objects for kid in tree.dependents(noun, "nmod", "obl", "obl:arg"))
    found += [Argument("obl", noun, prep, "fixed object") for prep, noun in inside if prep in wanted]
    if trigger.object_noun in tree.grammar.lines:  # "introduced the MacBook line"
        found += [Argument("object", noun - 1) for noun in objects if tree.tokens[noun - 1].pos == "PROPN"]
    return tuple(found)


def _of_fixed_oblique(tree: Tree, trigger: Trigger, arguments: tuple[Argument, ...]) -> Iterator[tuple[str, int]]:
    grammar = tree.grammar  # "mis en examen pour vol", "pay for a stake in X"
    wanted = grammar.of | grammar.purpose_marks | grammar.inside_prepositions | {trigger.preposition}
    for argument in arguments if trigger.oblique is not None else ():
        if argument.slot == "obl" and (argument.preposition, tree.tokens[argument.token].lemma) == trigger.oblique:
            below = (tree.oblique(kid) for kid in tree.dependents(argument.token, "nmod", "nmod:poss"))
            yield from (pair for pair in below if pair[0] in wanted)
