"""Who has or uses a thing that only circumstances tell of: "avec son téléphone", "at the wheel of a van"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import verb_arguments
from kg.extract.barenouns import ABOUT, CRAFT
from kg.extract.scene import Scene, fits
from kg.extract.syntax import Argument, Tree
from kg.model import OBLIQUES, Mention, Ref, Relation

USERS = ("Actor",)
PLACES = ("Place", "GeopoliticalEntity", "Organization")
RIDERS = ("Person", "Group")
TOOLS = CRAFT | {"weapon", "equipment", "electronics", "clothing", "kitchen"}
DEVICES = frozenset({"electronics"})
WEAPONS = frozenset({"weapon"})
SECONDARY = frozenset({"xcomp", "advcl"})  # how an adjective that says how somebody does something hangs on the verb


def find_handlings(scene: Scene) -> Iterator[Relation]:
    """`uses` for each thing that a phrase puts into somebody's hands, on somebody or under somebody."""
    for thing in scene.mentions:
        if thing.kind != "Artifact" or thing.form == "pronoun":
            continue
        phrase = _phrase(scene, thing)
        if phrase is None:
            continue
        way, top = phrase
        for user, verb in _users(scene, thing, way, top):
            if user.index != thing.index and fits(user, USERS if way == "with" else RIDERS):
                yield scene.relation(
                    Ref("mention", user.index),
                    "uses",
                    Ref("mention", thing.index),
                    (user.first, user.last - 1, thing.first, thing.last - 1),
                    f"handling {way}",
                    factuality=scene.factuality(verb),
                    confidence=0.75,
                )


def _phrase(scene: Scene, thing: Mention) -> tuple[str, int] | None:
    """How the phrase of a thing says that it is used, and the word that hangs on the clause.

    "with" it, "aboard" it, in "possession" of it, or "bearing" it, as "arrived armed with knives" does.
    """
    tree, grammar = scene.tree, scene.tree.grammar
    first = tree.first_conjunct(thing.head)
    for top in (first, tree.head(first)):
        preposition, noun = tree.oblique(top)
        if noun != first or not preposition:
            continue
        if preposition in grammar.aboard_prepositions:
            return "aboard", top
        if preposition in grammar.possession_prepositions:
            return "possession", top
        if tree.tokens[tree.head(top)].lemma in grammar.bearing and tree.tokens[tree.head(top)].dep in SECONDARY:
            return "bearing", tree.head(top)
        flags = _flags(scene, thing)
        if preposition in grammar.instrument_prepositions:
            apart = tree.tokens[min(tree.kids[thing.head], default=thing.head) - 1].text == ","
            told_of = flags & CRAFT and apart and tree.first(thing.head, "acl") is not None  # ", with vans parked there"
            tool = flags & TOOLS and not told_of and tree.tokens[tree.head(top)].lemma not in grammar.with_things
            return ("with", top) if tool else None
        own = thing.determiner == "poss" or preposition not in grammar.place_prepositions
        owner = tree.first(thing.head, "nmod:poss")
        own = own and (owner is None or tree.tokens[owner].pos == "PRON")  # "competition from Norvex's phone"
        kept = tree.tokens[tree.head(top)].lemma in grammar.judging  # "banned X from social media"
        if preposition in grammar.device_prepositions and flags & DEVICES and own and not kept:
            return "with", top
        moves = tree.tokens[top].dep in OBLIQUES and tree.tokens[tree.head(top)].lemma in grammar.motion
        if moves and preposition in grammar.ride_prepositions and flags & CRAFT:
            return "aboard", top
        inside = preposition in grammar.place_prepositions - grammar.beyond_prepositions
        if inside and tree.tokens[top].dep == "nmod" and flags & ABOUT:  # "two men on a motorcycle", "en manteau bleu"
            return "aboard", top
    return None


def _flags(scene: Scene, thing: Mention) -> frozenset[str]:
    forms, lemmas = scene.tree.forms[thing.first : thing.last], scene.tree.lemmas[thing.first : thing.last]
    found = (scene.language.nouns.match(forms, lemmas, at) for at in range(len(forms)))  # "large tear gas grenades"
    return next((match[1].flags for match in found if match is not None and match[1].kind), frozenset())


def _users(scene: Scene, thing: Mention, way: str, top: int) -> Iterator[tuple[Mention, int]]:
    """Who handles what a phrase names, each with the word that tells how sure that is."""
    tree = scene.tree
    token = tree.tokens[top]
    verb = _told_of(scene, thing, way, top)
    if verb is not None:
        arguments = verb_arguments(tree, verb)
        for argument in _handlers(tree, verb, arguments, way, top):
            yield from ((user, verb) for user in _coordinated(scene, argument.token))
    elif token.dep == "nmod":
        carried = tree.tokens[token.head].dep == "obl:agent"  # "emmenée par ses collègues sur une civière": not them
        for user in _coordinated(scene, token.head) if not carried else ():
            if way != "with" or user.determiner == "indef":  # "called the rescuers with her phone": not theirs
                yield user, top
    elif tree.first(top, "cop") is not None:
        for subject in tree.dependents(top, "nsubj"):
            yield from ((user, top) for user in _coordinated(scene, subject))


def _told_of(scene: Scene, thing: Mention, way: str, top: int) -> int | None:
    """The verb whose circumstance a phrase is: "called them with her phone", though taken for theirs."""
    tree, token = scene.tree, scene.tree.tokens[top]
    if token.head == top:
        return None
    if token.dep in OBLIQUES or way == "bearing":
        return token.head
    above = tree.tokens[token.head]  # "a tiré sur des passants avec une carabine": they had none
    if way == "with" and token.dep == "nmod" and above.dep in OBLIQUES and _flags(scene, thing) & WEAPONS:
        return above.head if scene.event_at.get(above.head) is not None else None
    if way == "with" and token.dep == "nmod" and _stands_before_place(scene, thing, token.head):
        return tree.head(token.head)
    if way == "with" and token.dep == "nmod" and above.dep == "obj" and _is_driven_back(scene, thing, token.head):
        return above.head
    if way == "with" and token.dep == "nmod" and above.dep == "obj" and _is_struck_with(scene, thing, above.head):
        return above.head
    calls = way == "with" and _is_by_pronoun(tree, thing) and _flags(scene, thing) & DEVICES
    return tree.head(token.head) if token.dep == "nmod" and calls and tree.tokens[token.head].dep == "obj" else None


def _is_driven_back(scene: Scene, weapon: Mention, above: int) -> bool:
    """Whether what hangs on a crowd drives it back: "disperser la foule avec du gaz"; one man may be armed with it."""
    crowd = scene.mention_at(above)
    frames = scene.language.frames.relation_verbs.get(scene.tree.tokens[scene.tree.head(above)].lemma, ())
    against = any(frame.kind == "opposes" for _, frame in frames)
    many = crowd is not None and crowd.kind == "Group" and crowd.determiner == "def"
    return many and against and bool(_flags(scene, weapon) & WEAPONS)


def _is_struck_with(scene: Scene, thing: Mention, verb: int) -> bool:
    """Whether an event has a thing for its instrument: "attacked a patrol with rifles and grenades", which had none."""
    event = scene.event_at.get(verb)
    return event is not None and any(r.name == "instrument" and r.filler.index == thing.index for r in event.roles)


def _is_by_pronoun(tree: Tree, thing: Mention) -> bool:
    """Whether a possessive says whose a thing is: "her phone", not "Ana's phone", which is nobody else's."""
    owner = tree.first(thing.head, "nmod:poss")
    return thing.determiner == "poss" and (owner is None or tree.tokens[owner].pos in {"PRON", "DET"})


def _stands_before_place(scene: Scene, thing: Mention, above: int) -> bool:
    """Whether what is hung on a known place is carried there: "se sont réunis devant le tribunal avec des banderoles"."""
    tree, place = scene.tree, scene.mention_at(above)
    where = tree.tokens[above].dep in OBLIQUES and tree.preposition(above) in tree.grammar.place_prepositions
    carried = thing.determiner == "poss" or not _flags(scene, thing) & DEVICES
    return where and carried and place is not None and fits(place, PLACES) and tree.is_definite(above)


def _handlers(tree: Tree, verb: int, arguments: tuple[Argument, ...], way: str, top: int) -> Iterator[Argument]:
    """The subject; where only the passive subject is told, it is at most aboard; who is caught has what they had."""
    subjects = [a for a in arguments if a.slot == "subject" and a.rule != "inversion"]
    objects = [a for a in arguments if a.slot == "object"]
    caught = way == "possession" or (way == "aboard" and top > verb and _catches(tree, verb))
    if (way != "with" and tree.is_passive(verb)) or (caught and objects):
        subjects = objects
    yield from subjects[:1]


def _catches(tree: Tree, verb: int) -> bool:
    """Whether who is the object of a verb is found or caught as the clause says: "l'ont retrouvé au volant"."""
    lemma = tree.tokens[verb].lemma
    return lemma in tree.grammar.judging or lemma in tree.grammar.catching


def _coordinated(scene: Scene, token: int) -> Iterator[Mention]:
    """The mention at a token and those coordinated with it; of what only counts ("une vingtaine de"), what is counted."""
    tree = scene.tree
    counted = tree.first(token, "nmod") if scene.mention_at(token) is None and tree.measures(token) else None
    if counted is not None:
        token = counted
    for each in tree.conjuncts(token):
        mention = scene.mention_at(each)
        if mention is not None and mention.kind != "Position":
            yield mention
