"""How sure a relation is, and whether a verb ends it."""

from __future__ import annotations

from kg.extract.bearers import CLAUSE_SUBJECT
from kg.extract.factuality import CLAUSAL
from kg.extract.filled import Filled
from kg.extract.scene import Scene
from kg.extract.syntax import Tree
from kg.model import Factuality, Mention

ENDING = "Ending"
MAKING = frozenset({"Launch", "Manufacture"})
OVER = frozenset({ENDING, "Withdrawal"})  # classes of verbs after which a lasting relation lasts no longer


def how_sure(scene: Scene, token: int, nominal: bool, *sides: Filled) -> Factuality:
    """How sure a relation is; a verb that is an event too ("ils refusent de s'allier") has been judged already.

    What a noun says of the subject of the verb above is as sure as that: "la ville n'est pas tombée aux mains de X".
    """
    if any(side.rule == CLAUSE_SUBJECT for side in sides):
        return scene.factuality(scene.tree.head(token))
    thing = scene.mention_at(token) if nominal else None
    if thing is not None and not _is_become(scene.tree, token):
        sure = how_built(scene, thing)
        return scene.reader.of_state(token) if sure == "Actual" else sure
    over = ended_by(scene, token) if nominal or scene.tree.tokens[token].dep in CLAUSAL else None
    if over is not None:
        return "Negated" if scene.factuality(over) == "Actual" else "Actual"  # "refused to stop supporting X"
    sure = scene.factuality(token)
    return "Possible" if sure == "Actual" and _is_claimed(scene.tree, token) else sure


def how_built(scene: Scene, thing: Mention) -> Factuality:
    """How sure it is that there is such a place: "plans to build a plant in Norvia", where none stands yet."""
    tree = scene.tree
    new = thing.form == "nominal" and thing.kind == "Place" and thing.determiner in {"indef", ""}
    if not new or tree.tokens[thing.head].dep not in {"obj", "nsubj:pass"}:
        return "Actual"
    verb = tree.head(thing.head)
    makes = any(frame.kind in MAKING for _, frame in scene.language.frames.verbs.get(tree.lemmas[verb], ()))
    return scene.factuality(verb) if makes else "Actual"


def _is_claimed(tree: Tree, infinitive: int) -> bool:
    """ "Claims to own the factory": what one says of oneself is so on one's own word; "claims to have met X" is done."""
    above = tree.head(infinitive)
    if tree.tokens[infinitive].dep != "xcomp" or tree.lemmas[above] not in tree.grammar.hearsay:
        return False
    return not tree.auxiliaries(infinitive) and tree.first(above, "obj", "aux:pass") is None


def _has_object(tree: Tree, noun: str, verb: int) -> bool:
    """Whether a verb has the noun for its object that an idiom asks for: "ont pris fin", but not "ont fait dix morts"."""
    return not noun or any(tree.lemmas[k] == noun for k in tree.dependents(verb, "obj"))


def between_sides(scene: Scene, noun: int) -> Factuality:
    """How sure it is what two sides have with each other: as of the event that the noun tells, unless a verb ends it."""
    over, above = scene.event_at.get(scene.tree.head(noun)), scene.tree.tokens[scene.tree.head(noun)]
    told = () if over is not None else scene.language.frames.verbs.get(above.lemma, ())
    ends = (over is not None and over.kind == ENDING) or any(
        f.kind == ENDING and _has_object(scene.tree, t.object_noun, above.i) for t, f in told
    )
    if ends and scene.tree.tokens[noun].dep in {"obj", "nsubj", "nsubj:pass"} and scene.factuality(above.i) == "Actual":
        return "Negated"
    return scene.factuality(noun)


def _is_become(tree: Tree, noun: int) -> bool:
    """Whether a verb says that somebody gets to be what a noun tells: "would become the leader of the party"."""
    verb = tree.tokens[tree.head(noun)]
    made = tree.tokens[noun].dep == "xcomp" and verb.lemma in tree.grammar.object_control
    got = tree.tokens[noun].dep in {"obj", "xcomp"} and verb.lemma in tree.grammar.copula
    return verb.pos == "VERB" and (made or got)


def ended_by(scene: Scene, word: int) -> int | None:
    """The verb above that would end what a word states: "ended its support for X", "stopped supporting X"."""
    tree, above = scene.tree, scene.tree.head(word)
    if tree.tokens[word].dep in CLAUSAL:  # what one ends up doing has not ended
        return above if tree.tokens[above].lemma in tree.grammar.ceasing else None
    event = scene.event_at.get(above)
    if event is not None and event.kind in OVER:
        return above
    verbs = scene.language.frames.verbs.get(tree.tokens[above].lemma, ()) if tree.tokens[word].dep == "obj" else ()
    plain = (frame for trigger, frame in verbs if not (trigger.bound or trigger.preposition))  # not "take out of"
    return above if any(frame.kind in OVER for frame in plain) else None
