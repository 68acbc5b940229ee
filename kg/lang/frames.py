"""Event and relation frames, support verbs and modality of one language, read from its TOML files.

The formats are documented in kg/lang/README.md. A trigger names the words that evoke an event ("mettre =fin"); an
argument pattern says in which grammatical slots its participants stand.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import LanguageError
from kg.lang.grammar import load_grammar

HERE = Path(__file__).parent
OWN = "own "  # before a class: only where the noun has a possessive, "sa visite"
ANY = "*"  # the trigger of verbs that no other stanza lists
# Relations whose verbs tell no doing.
STATES = frozenset({"affiliatedWith", "alliedWith", "basedIn", "familyOf", "locatedIn", "partOf"})

Slots = tuple["Slot", ...]
RoleSlots = tuple[tuple[str, Slots], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A grammatical place where a participant stands: "object", or "obl" with one of some prepositions.

    A role is filled from the first of its slots that holds something, and from every `additional` one ("+obl:avec").
    """

    kind: str
    prepositions: frozenset[str] = frozenset()
    additional: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that evoke a frame, beside the verb or noun lemma that they are filed under."""

    text: str
    reflexive: bool = False
    particle: str = ""
    object_noun: str = ""
    preposition: str = ""
    oblique: tuple[str, str] | None = None  # a fixed prepositional noun: ("à", "mort")
    words: tuple[str, ...] = ()  # the whole word sequence of a multiword noun

    @property
    def bound(self) -> bool:
        """Whether the trigger is an idiom with fixed words beside its verb."""
        return bool(self.object_noun or self.oblique)

    @property
    def specificity(self) -> int:
        """How much a trigger asks beside its lemma: of two that match, the more specific one wins."""
        return sum(map(bool, (self.reflexive, self.particle, self.object_noun, self.preposition))) + (
            2 * bool(self.oblique) + len(self.words)
        )


def unmet(needs: Iterable[str], have: Container[str]) -> tuple[str, ...]:
    """The needs of a frame, each one of some alternatives ("agent|patient"), of which `have` holds none."""
    return tuple(need for need in needs if not any(one in have for one in need.split("|")))


@dataclass(frozen=True, slots=True)
class Frame:
    """One stanza: what the words evoke, and where its participants stand when a verb or a noun evokes it."""

    kind: str  # local name of an event class, or of a relation
    verb_roles: RoleSlots
    noun_roles: RoleSlots
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    needs: tuple[str, ...] = ()
    complement: str = ""  # said | planned | possible | negated | actual
    effect: str = ""  # what the words themselves say of how sure the event is: "feared dead" is possible
    avows: bool = False  # who says it did what is told: "claimed responsibility for the attack"


@dataclass(frozen=True, slots=True)
class Support:
    """A verb that carries no event of its own but lends its subject, tense and negation to an event noun."""

    trigger: Trigger
    subject: str  # role that the verb's subject plays in the noun's event, or several of which the first fits; "" for none
    object: str  # likewise its object, where the noun stands elsewhere: "utiliser des drones dans une attaque"
    noun: Slot  # where the event noun stands
    effect: str = ""
    of: tuple[str, ...] = ()  # classes of the events that it carries; none means all
    unknown: bool = False  # only what is new: "prendre une décision", not "prendre la grève au sérieux"
    joins: bool = False  # who does not take part in what is known denies nothing of it: "n'a pas participé aux pourparlers"
    partner: Slot | None = None  # where the object's other side stands, in the object's role too: "oppose X à Y"

    @property
    def happens(self) -> bool:
        """Whether it only says that the event came to pass: "des combats ont éclaté"."""
        return self.noun.kind == "subject" and not self.subject and not self.object

    @property
    def causal(self) -> bool:
        """Whether the subject may be an event that brings the noun's about: "l'explosion a provoqué un incendie"."""
        return "cause" in self.subject.split("|")


@dataclass(frozen=True, slots=True)
class Modal:
    """A word that changes how sure the event that it governs is."""

    word: str
    pos: str
    effect: str
    governs: frozenset[str]
    of: tuple[str, ...] = ()  # classes of the events on which it does so ("own Movement": with a possessive), or their nouns
    by: frozenset[str] = frozenset()  # nouns of which one must be its subject; none means any


Entry = tuple[Trigger, Frame]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a language, filed by the lemma of the verb or the first word of the noun."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    relation_verbs: Mapping[str, tuple[Entry, ...]]
    relation_nouns: Mapping[str, tuple[Entry, ...]]
    support: Mapping[str, tuple[Support, ...]]
    parts: Mapping[str, tuple[str, Slot]]  # nouns for a part in an event, "victime": role, and where the event stands
    modals: Mapping[tuple[str, str], Modal]  # by word and class; a verb with its particle or preposition: "call for"
    narrow_modals: Mapping[tuple[str, str], tuple[Modal, ...]]  # those that act on some events or with some subjects alone
    any_verb: tuple[Entry, ...]  # what a verb tells that none of the tables knows
    no_doing: frozenset[str]  # verbs that tell no doing: states, thoughts, lasting relations

    def is_told_by(self, noun: str) -> bool:
        """Whether a noun (its lemma) is a trigger by itself, with no other word: "grève", but not "feu" of "coup de feu"."""
        return any(not trigger.words for trigger, _ in self.nouns.get(noun, ()))

    def is_modal(self, word: str, pos: str) -> bool:
        """Whether a word of a class may say how sure what it governs is, be it of some events alone: "target", "noun"."""
        return (word, pos) in self.modals or (word, pos) in self.narrow_modals


def parse_slot(text: str) -> Slot:
    """Read "obl:à|sur", "object" or "+obl:avec"."""
    additional = text.startswith("+")
    kind, _, prepositions = text.removeprefix("+").partition(":")
    return Slot(kind, frozenset(prepositions.split("|")) if prepositions else frozenset(), additional)


def parse_verb(text: str) -> tuple[str, Trigger]:
    """Read a verb trigger; returns the lemma that it is filed under and the rest that it asks for."""
    words = text.split()
    reflexive = words[0] in {"se", "s'"}
    lemma, rest = (words[1], words[2:]) if reflexive else (words[0], words[1:])
    particle = object_noun = preposition = ""
    oblique: tuple[str, str] | None = None
    for word in rest:
        match word[0]:
            case "+":
                particle = word[1:]
            case "=":
                object_noun = word[1:]
            case "~" if ":" in word:
                prep, _, noun = word[1:].partition(":")
                oblique = (prep.replace("_", " "), noun)
            case "~":
                preposition = word[1:].replace("_", " ")
            case _:
                raise LanguageError(f"verb trigger {text!r}: {word!r} needs + = or ~ before it; see kg/lang/README.md")
    return lemma, Trigger(text, reflexive, particle, object_noun, preposition, oblique)


def parse_noun(text: str) -> tuple[str, Trigger]:
    """Read a noun trigger of one word or several, or one with a fixed complement; returns its first word and the trigger."""
    phrase, tilde, complement = text.partition(" ~")
    words = tuple(phrase.replace("’", "'").replace("'", "' ").split())
    prep, _, noun = complement.partition(":")
    if tilde and not (noun and len(words) == 1):
        raise LanguageError(f"noun trigger {text!r}: a complement stands as ~of:job behind one word; see kg/lang/README.md")
    oblique = (prep.replace("_", " "), noun) if tilde else None
    return words[0], Trigger(text, words=words if len(words) > 1 else (), oblique=oblique)


@cache
def load_frames(code: str) -> Frames:
    """The frames of language `code`, each stanza joined with its argument pattern."""
    folder = HERE / code
    patterns = _toml(folder / "patterns.toml")
    circumstances = _circumstances(code)
    verbs: defaultdict[str, list[Entry]] = defaultdict(list)
    nouns: defaultdict[str, list[Entry]] = defaultdict(list)
    for path in sorted((folder / "frames").glob("*.toml")):
        _file_stanzas(_toml(path).get("frame", ()), "class", patterns, circumstances, verbs, nouns, path)
    relation_verbs: defaultdict[str, list[Entry]] = defaultdict(list)
    relation_nouns: defaultdict[str, list[Entry]] = defaultdict(list)
    relations = folder / "relations.toml"
    _file_stanzas(
        _toml(relations).get("relation", ()),
        "predicate",
        patterns,
        {"verb": (), "noun": ()},
        relation_verbs,
        relation_nouns,
        relations,
    )
    support = _toml(folder / "support.toml").get("support", ())
    any_verb = tuple(verbs.pop(ANY, ()))
    stanzas = _toml(folder / "frames" / "action.toml").get("frame", ())
    no_doing = {verb for stanza in stanzas for verb in stanza.get("except", ())}
    modality = _toml(folder / "modality.toml").get("modal", ())
    return Frames(
        _most_specific_first(verbs),
        _most_specific_first(nouns),
        _most_specific_first(relation_verbs),
        _most_specific_first(relation_nouns),
        _support(support),
        _parts(support),
        _modals(modality),
        _narrow_modals(modality),
        any_verb,
        frozenset({*no_doing, *(verb for verb, entries in relation_verbs.items() if _joins(entries))}),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{path.name}: {error}") from error


def _file_stanzas(
    stanzas: Iterable[Mapping[str, Any]],
    key: str,
    patterns: Mapping[str, Any],
    circumstances: Mapping[str, RoleSlots],
    verbs: defaultdict[str, list[Entry]],
    nouns: defaultdict[str, list[Entry]],
    path: Path,
) -> None:
    """Join each stanza with its pattern and file it under each of its triggers."""
    for stanza in stanzas:
        name = stanza.get("pattern", "")
        if name and name not in patterns:
            raise LanguageError(f"{path.name}: pattern {name!r} of {stanza[key]} is not in patterns.toml")
        pattern = patterns.get(name, {})
        frame = Frame(
            stanza[key],
            _role_slots(pattern.get("verb", {}), stanza, circumstances["verb"]),
            _role_slots(pattern.get("noun", {}), stanza, circumstances["noun"]),
            tuple((role, tuple(kinds)) for role, kinds in sorted(stanza.get("only", {}).items())),
            tuple(stanza.get("needs", ())),
            stanza.get("complement", ""),
            stanza.get("effect", ""),
            stanza.get("avows", False),
        )
        for text in stanza.get("verbs", ()):
            lemma, trigger = parse_verb(text)
            verbs[lemma].append((trigger, frame))
        for text in stanza.get("nouns", ()):
            lemma, trigger = parse_noun(text)
            nouns[lemma].append((trigger, frame))


def _role_slots(pattern: Mapping[str, list[str]], stanza: Mapping[str, Any], circumstances: RoleSlots) -> RoleSlots:
    """The stanza's own roles first, then the pattern's, then the circumstances that any event may have.

    Where a stanza tells of places or causes ("l'incendie de l'usine", "mort dans un accident"), those of any event count
    beside them, but for causes that decide whether it is this event.
    """
    own = stanza.get("roles", {})
    decides = "cause" in stanza.get("only", {}) or any("cause" in need.split("|") for need in stanza.get("needs", ()))
    roles = {**own, **{role: slots for role, slots in pattern.items() if role not in own}}
    beside = {
        role: tuple(replace(slot, additional=True) for slot in slots)
        for role, slots in circumstances
        if role == "place" or (role == "cause" and not decides)
    }
    named = tuple((role, (*map(parse_slot, slots), *beside.get(role, ()))) for role, slots in roles.items())
    return named + tuple((role, slots) for role, slots in circumstances if role not in roles)


def _circumstances(code: str) -> dict[str, RoleSlots]:
    """Where place, instrument, cause and purpose stand with any event, for verbs and for nouns."""
    grammar = load_grammar(code)
    by_role = {
        "place": grammar.place_prepositions,
        "instrument": grammar.instrument_prepositions,
        "cause": grammar.cause_prepositions,
        "purpose": grammar.purpose_prepositions,
    }
    kinds = {"verb": "obl", "noun": "nmod"}
    return {
        use: tuple((role, (Slot(kind, prepositions),)) for role, prepositions in by_role.items() if prepositions)
        for use, kind in kinds.items()
    }


def _joins(entries: Iterable[Entry]) -> bool:
    """Whether a verb alone states how its subject stands to its object: "habiter", not "soutenir" or "filmer à"."""
    slots = (
        {role: {slot.kind for slot in held} for role, held in frame.verb_roles}
        for trigger, frame in entries
        if not trigger.specificity and frame.kind in STATES
    )
    return any("subject" in held.get("subject", ()) and "object" in held.get("object", ()) for held in slots)


def _most_specific_first(table: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {lemma: tuple(sorted(entries, key=lambda e: -e[0].specificity)) for lemma, entries in table.items()}


def _support(stanzas: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Support, ...]]:
    table: defaultdict[str, list[Support]] = defaultdict(list)
    for stanza in stanzas:
        for text in stanza["verbs"]:
            lemma, trigger = parse_verb(text)
            own = f"obl:{trigger.preposition}" if trigger.preposition and stanza["noun"] != "subject" else stanza["noun"]
            noun = parse_slot(own)  # "les pertes s'élèvent à 3 millions" carries its subject
            roles = (stanza.get("subject", ""), stanza.get("object", ""))
            limits = (tuple(stanza.get("of", ())), stanza.get("unknown", False))
            joins = bool(stanza.get("joins", False))
            partner = parse_slot(stanza["partner"]) if "partner" in stanza else None
            table[lemma].append(Support(trigger, *roles, noun, stanza.get("effect", ""), *limits, joins, partner))
    return {lemma: tuple(sorted(entries, key=lambda s: -s.trigger.specificity)) for lemma, entries in table.items()}


def _parts(stanzas: Iterable[Mapping[str, Any]]) -> dict[str, tuple[str, Slot]]:
    return {noun: (stanza["subject"], parse_slot(stanza["noun"])) for stanza in stanzas for noun in stanza.get("nouns", ())}


def _modals(stanzas: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], Modal]:
    """The modal words that act on whatever they govern. Raises LanguageError where one is given two effects."""
    modals: dict[tuple[str, str], Modal] = {}
    for modal in _modal_entries(stanzas):
        if not (modal.of or modal.by):
            known = modals.setdefault((modal.word, modal.pos), modal)
            if known.effect != modal.effect:
                raise LanguageError(f"modality.toml: {modal.word!r} has two effects: {known.effect!r}, {modal.effect!r}")
            # "une attaque possible", "il est possible d'attaquer"
            modals[modal.word, modal.pos] = replace(known, governs=known.governs | modal.governs)
    return modals


def _narrow_modals(stanzas: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], tuple[Modal, ...]]:
    """Those that act on some events, or with some subjects, alone."""
    table: defaultdict[tuple[str, str], list[Modal]] = defaultdict(list)
    for modal in _modal_entries(stanzas):
        if modal.of or modal.by:
            table[modal.word, modal.pos].append(modal)
    return {key: tuple(entries) for key, entries in table.items()}


def _modal_entries(stanzas: Iterable[Mapping[str, Any]]) -> Iterator[Modal]:
    for stanza in stanzas:
        governs = frozenset(stanza.get("governs", "").split("|")) - {""}
        limits = tuple(stanza.get("of", ())), frozenset(stanza.get("by", ()))
        for word in stanza["words"]:
            yield Modal(word, stanza["pos"], stanza["effect"], governs, *limits)
