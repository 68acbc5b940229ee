"""Whence somebody or something is, by a word of nationality or party: "forces irakiennes", "l'Espagnole Ana Ruiz"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions import ADJECTIVE, TOWN_IN_NAME
from kg.extract.mentions import PEOPLE as CITIZEN
from kg.extract.scene import Scene, fits
from kg.extract.syntax import Tree
from kg.lang.gazetteer import TOWNS
from kg.model import Mention, Relation, Token
from kg.ontology import BODIES

HAILING = "basedIn"  # what an adjective says that tells of which town somebody is: "a Dakar businessman"
BEFORE = frozenset({"amod", "compound", "nmod"})
WHENCE = {"GeopoliticalEntity": "nationality", "Organization": "memberOf"}  # what a noun for people of it says


def find_nationalities(scene: Scene) -> Iterator[Relation]:
    """Whose citizens, members or forces people and bodies are by a word of nationality or party."""
    for told in scene.mentions:
        if told.form == "name":
            yield from _demonyms(scene, told)
            yield from _compatriots(scene, told)
        elif told.form == "nominal" and ("office" not in told.rule or told.kind == "Group"):
            yield from (_as_predicated(scene, told, relation) for relation in _demonyms(scene, told))
    yield from _citizens(scene)
    yield from _of_nationality(scene)


def _as_predicated(scene: Scene, whole: Mention, told: Relation) -> Relation:
    """What is said of somebody is as sure as that they are what is told: "qui serait un Ouzbek", "n'est pas un Ouzbek"."""
    tree, noun = scene.tree, whole.head
    said = tree.first(noun, "cop") is not None and tree.is_indefinite(noun)
    return replace(told, factuality=scene.reader.of_state(noun)) if said else told


def _demonyms(scene: Scene, whole: Mention) -> Iterator[Relation]:
    """ "forces irakiennes": a force, body or group belongs to the state; a person has its nationality."""
    predicate = "nationality" if whole.kind == "Person" else bond_with_state(scene, whole)
    if whole.kind != "Person" and not fits(whole, ("Organization", "Group")):
        return
    tree = scene.tree
    for token in range(_described_from(scene, whole), whole.last):
        state = scene.mention_at(token)
        if state is None or state.kind != "GeopoliticalEntity" or state.head != token or token == whole.head:
            continue
        if state.rule == TOWN_IN_NAME:
            continue  # "l'université de Gand" is there, not the town's
        told = state.rule == ADJECTIVE or (whole.kind in BODIES and scene.is_state(state))  # "US automaker X"
        if token < whole.first and not told:
            continue
        head = tree.tokens[token].head
        if whole.kind == "Force" and tree.preposition(token) in tree.grammar.of and _is_would_be_state(scene, whole):
            continue
        if whole.kind == "Force" and _is_self_styled(scene, whole, state):
            continue
        others = whole.form == "name" and (
            _is_state(scene, head) or (whole.link is not None and tree.tokens[head].has("Number=Plur"))
        )
        within = tree.tokens[head].head == whole.head and not others
        direct = head == whole.head or within  # "the Organization of American States" is not of one
        direct = direct or (token < whole.first and head == _introducing(tree, whole))
        if direct and (tree.tokens[token].dep in {"amod", "compound"} or tree.preposition(token) in tree.grammar.of):
            town = (state.link or "").startswith(TOWNS)  # "a Dakar businessman", "le coureur toulousain X"
            named = tree.tokens[token].pos == "PROPN" and state.link is not None
            region = named and not scene.is_state(state)  # "a Texas man"
            told_of = HAILING if (town or region) and whole.kind == "Person" else predicate
            yield scene.between(whole, told_of, state, "demonym" if tree.tokens[token].pos == "ADJ" else "complement")
    yield from _in_turn(scene, whole)


def bond_with_state(scene: Scene, body: Mention) -> str:
    """What a body is to the state that it is said to be of: "Somalia's extremist group" is there, but not the state's."""
    words = slice(body.first, body.head + 1)
    noun = scene.language.nouns.ending(scene.tree.forms[words], scene.tree.lemmas[words])
    return "basedIn" if noun is not None and "irregular" in noun.flags else "affiliatedWith"


def _in_turn(scene: Scene, several: Mention) -> Iterator[Relation]:
    """The states of which several are each of one: "les armées malienne et nigérienne"; "US forces" is the name of one."""
    if several.form != "nominal" or several.number != "p":
        return
    for first in scene.tree.dependents(several.head, "amod"):
        row = tuple(scene.tree.conjuncts(first))
        for state in (scene.mention_at(adjective) for adjective in row if len(row) > 1):
            if state is not None and state.rule == ADJECTIVE and state.kind == "GeopoliticalEntity":
                yield scene.between(several, "affiliatedWith", state, "demonym")


def _is_state(scene: Scene, noun: int) -> bool:
    """Whether a word means states: "States" in "Organization of American States"."""
    form = scene.tree.tokens[noun].lemma.lower()
    known = scene.language.nouns.ending([form], [form.removesuffix("s")])  # names stand in no singular
    return known is not None and known.kind == "GeopoliticalEntity"


def _is_would_be_state(scene: Scene, force: Mention) -> bool:
    """Whether a band calls itself a state of the land that it fights in: "Islamic State of Iraq and the Levant"."""
    return force.form == "name" and _is_state(scene, force.head)


def _is_self_styled(scene: Scene, force: Mention, state: Mention) -> bool:
    """Whether the name of a force says that it is no army of the state in it: "Syrian Democratic Forces"."""
    own = (i for i in range(force.first, force.last) if not state.first <= i < state.last)
    styled = scene.tree.grammar.self_styled
    return force.form == "name" and any(scene.tree.tokens[i].lemma.lower() in styled for i in own)


def _described_from(scene: Scene, whole: Mention) -> int:
    """Where the words begin that say what somebody is: "Czech billionaire X"; of an office only the name counts.

    So for a body whose noun stands before its name: "the German company X".
    """
    tokens, first, noun = scene.tree.tokens, whole.first, _introducing(scene.tree, whole)
    if whole.form != "name" or not (whole.kind == "Person" or whole.kind in BODIES):
        return first
    if noun == first - 1 > 0 and tokens[noun - 1].dep in BEFORE and tokens[noun - 1].head == noun:
        first -= 1  # "the German company X"
    while first and (first - 1 == whole.head or _modifies(tokens[first - 1], first, whole, noun)):
        first -= 1
    if first == whole.first:
        return first
    if whole.kind in BODIES and any(_tells_other(scene, token) for token in tokens[first : whole.first]):
        return whole.first  # "Israeli foe Hezbollah"
    ending = (m for last in range(first, whole.last + 1) for m in scene.ending.get(last, ()))
    return whole.first if any(m.kind == "Position" and m.first < whole.last for m in ending) else first


def _tells_other(scene: Scene, token: Token) -> bool:
    """Whether a noun before a name says what it is to somebody else."""
    return token.lemma in scene.tree.grammar.outsiders or token.lemma in scene.language.frames.relation_nouns


def _introducing(tree: Tree, whole: Mention) -> int:
    """The noun that says what a name names, where it governs the name by no preposition: "le groupe norvégien X"."""
    return tree.head(whole.head) if whole.head >= whole.first and not tree.preposition(whole.head) else whole.head


def _modifies(token: Token, first: int, whole: Mention, noun: int) -> bool:
    """Whether a word right before `first` belongs to a name, or to the noun before both."""
    return token.dep in BEFORE and (token.head == noun < token.i or first <= token.head < whole.last)


def _compatriots(scene: Scene, person: Mention) -> Iterator[Relation]:
    """ "l'Espagnole Ana Ruiz", "Republican Ana Ruiz": the noun of nationality or party right before a name."""
    before = scene.mentions[person.index - 1] if person.index else person
    predicate = WHENCE.get(before.kind) if before.rule == ADJECTIVE else None
    predicate = HAILING if predicate and (before.link or "").startswith(TOWNS) else predicate  # "le Toulousain X"
    if predicate is not None and person.kind == "Person" and before.last == person.first:
        yield scene.between(person, predicate, before, "demonym")


def _citizens(scene: Scene) -> Iterator[Relation]:
    """ "un Letton de 34 ans", "a Democrat from Ohio": the noun for somebody of a state or a party."""
    for state in scene.mentions:
        person = scene.mention_at(state.head) if state.rule == ADJECTIVE else None
        if person is not None and person.rule == CITIZEN and person.kind == "Person" and state.kind in WHENCE:
            town = (state.link or "").startswith(TOWNS)  # "une Parisienne"
            from_where = scene.between(person, HAILING if town else WHENCE[state.kind], state, "demonym")
            yield _as_predicated(scene, person, from_where)


def _of_nationality(scene: Scene) -> Iterator[Relation]:
    """ "le suspect, de nationalité bulgare", "a suspect of Bulgarian nationality", "il a la nationalité bulgare"."""
    tree = scene.tree
    for token in tree.of_lemma(tree.grammar.nationality):
        if token.pos != "NOUN":
            continue
        states = [scene.mention_at(kid) for kid in tree.dependents(token.i, "amod", "compound")]
        above = scene.mention_at(tree.head(token.i))
        told: int | None = None  # the predicate that says it
        bearers = (
            [above] if token.dep in {"nmod", "conj", "appos", "acl"} and tree.preposition(token.i) in tree.grammar.of else []
        )
        if token.dep == "obj" and tree.tokens[token.head].lemma in tree.grammar.having:
            told = token.head
        elif tree.first(token.i, "cop") is not None:
            told = token.i
        if told is not None:
            bearers = [scene.mention_at(kid) for kid in tree.dependents(told, "nsubj")]
        sure = "Actual" if told is None else scene.factuality(told)
        for state in (s for s in states if s is not None and s.rule == ADJECTIVE and scene.is_state(s)):
            for bearer in (b for b in bearers if b is not None and fits(b, ("Person",))):
                yield replace(scene.between(bearer, "nationality", state, "noun of nationality"), factuality=sure)
