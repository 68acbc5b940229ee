"""Lasting relations between entities: offices, membership, command, support, affiliation, place, family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.bearers import INNER, bearer
from kg.extract.belonging import find_belongings
from kg.extract.constructions import of_fixed_words
from kg.extract.factuality import CLAUSAL
from kg.extract.filled import Filled
from kg.extract.flags import FLAG
from kg.extract.handling import find_handlings
from kg.extract.helping import find_help
from kg.extract.location import BUILT, find_locations, lies_beside, seated
from kg.extract.membership import find_memberships
from kg.extract.mentions import ADJECTIVE
from kg.extract.nationality import find_nationalities
from kg.extract.placeswithin import surrounds
from kg.extract.positions import find_positions, find_shared_offices, is_deputy
from kg.extract.relationmoods import between_sides, ended_by, how_sure
from kg.extract.roles import RoleFiller
from kg.extract.ruled import is_anybodys, is_one_of_leaders, is_parted, is_within_office, rules_other
from kg.extract.scene import Scene, fits, is_former
from kg.extract.syntax import Argument, Tree
from kg.extract.telling import names_its_object
from kg.extract.triggers import Candidate, find_candidates
from kg.lang import Language
from kg.lang.frames import Frame, Trigger
from kg.model import OBLIQUES, Event, Mention, Quantity, Ref, Relation

DOUBTFUL = frozenset({"borrowed", "reattached"})  # what may be another's: "residents fled for camps in X"
COMMANDS, CONTACTS, FIGHTS, OPPOSES = "commands", "contacts", "fights", "opposes"
MEMBER, CONTROLS = "memberOf", "controls"
SIDED = frozenset({FIGHTS, "opposes"})
OWNS, WHOLE = "ownerOf", 100  # per cent
USES, TAKEN = "uses", ("Theft", "Capture")  # what is stolen or seized is not used
LIES = "locatedIn"
WHERE = frozenset({LIES, "basedIn"})  # relations to a place
OF_EACH = frozenset(  # what holds of each of many
    {"affiliatedWith", "basedIn", "commands", "familyOf", "locatedIn", "memberOf", "partOf", "spokespersonFor"}
)
LANDS = frozenset({"city", "region", "state"})  # flags of nouns for what no building holds


def find_relations(
    tree: Tree,
    language: Language,
    mentions: tuple[Mention, ...],
    at: dict[int, int],
    events: tuple[Event, ...],
    quantities: tuple[Quantity, ...],
    plots: frozenset[int],
) -> tuple[Relation, ...]:
    """All relations that the text states, in text order, each with the rule that found it.

    `at` gives the mention of each token, `plots` the words that tell the plot of a work.
    """
    scene = Scene(tree.without_times(), language, mentions, at, events, quantities)
    # of one relation told twice the last stays
    rules = (
        find_locations, find_nationalities, find_belongings, find_memberships, find_handlings, find_help, find_framed,
        find_positions, find_shared_offices,
    )  # fmt: skip
    stated = (r for rule in rules for r in rule(scene) if not _is_told_in(plots, mentions, r))
    found = {(r.subject, r.predicate, r.object): r for r in stated}
    shared = (*_of_selections(scene, found.values()), *_of_togethers(scene, found.values()))
    found = {(r.subject, r.predicate, r.object): r for r in shared} | found
    return tuple(sorted(found.values(), key=lambda r: (r.start, r.end, r.predicate, r.subject.index, r.object.index)))


def _is_told_in(plots: frozenset[int], mentions: tuple[Mention, ...], relation: Relation) -> bool:
    """Whether a relation is of somebody in the plot of a work: "a film about a soldier" tells of no soldier's brother."""
    subject = relation.subject
    return subject.to == "mention" and mentions[subject.index].head in plots


def _of_selections(scene: Scene, relations: Iterable[Relation]) -> Iterator[Relation]:
    """ "l'un des parcs de Lyon", "two of the members of the club": what the words for all state of each holds of those."""
    selected = [mention for mention in scene.mentions if mention.rule.endswith("selection")]
    told: dict[int, list[Relation]] = {}
    for relation in relations if selected else ():
        if relation.predicate in OF_EACH and not relation.rule.startswith("verb"):
            told.setdefault(relation.subject.index, []).append(relation)
    for some in selected:
        for kid in scene.tree.dependents(some.head, "nmod"):
            for relation in told.get(scene.at.get(kid, -1), ()):
                if relation.object.index != some.index:
                    yield replace(relation, subject=Ref("mention", some.index), rule=f"{relation.rule}, selection")


def _of_togethers(scene: Scene, relations: Iterable[Relation]) -> Iterator[Relation]:
    """ "Ana Roca et Luis Paz, deux Chiliens": what a plural behind several names tells of all holds of each of them.

    So does what a clause says that several are: "X and Y are towns in Mali".
    """
    tree, rows = scene.tree, {}
    predicates = {token.head for token in tree.of_dep("cop")}
    for people in scene.mentions:
        if people.form == "nominal" and people.head in predicates:
            subject = tree.first(people.head, "nsubj")
            alike = () if subject is None else map(scene.mention_at, tree.conjuncts(subject))
            row = [m for m in alike if m is not None and m.kind == people.kind]
            rows[people.index] = row if len(row) > 1 else []
            continue
        above = scene.mention_at(tree.head(people.head)) if tree.tokens[people.head].dep == "appos" else None
        if people.form == "nominal" and people.kind == "Group" and above is not None and above.last <= people.first:
            row = [m for m in map(scene.mention_at, tree.conjuncts(above.head)) if m is not None and m.kind == "Person"]
            rows[people.index] = row if len(row) > 1 else []
    for relation in relations if rows else ():
        predicate = "nationality" if relation.rule == "demonym" else relation.predicate
        if predicate in OF_EACH or predicate == "nationality":
            for one in rows.get(relation.subject.index, ()):
                rule = f"{relation.rule}, together"
                yield replace(relation, subject=Ref("mention", one.index), predicate=predicate, rule=rule)


def find_framed(scene: Scene) -> Iterator[Relation]:
    """Relations that a verb or a noun of relations.toml states."""
    frames = scene.language.frames
    blocked = frozenset(t for m in scene.mentions if m.form == "name" for t in range(m.first, m.last))
    candidates = find_candidates(scene.tree, frames.relation_verbs, frames.relation_nouns, blocked)
    filler = RoleFiller(scene.tree, scene.mentions, scene.at, scene.quantities, candidates, {}, scene.language)
    for token, candidate in candidates.items():
        if is_former(scene, token) if candidate.nominal else names_its_object(scene.tree, token):
            continue
        doubtful = DOUBTFUL if candidate.nominal else DOUBTFUL - {"reattached"}
        own = tuple(a for a in candidate.arguments if a.rule not in doubtful or _is_behind_bare(scene.tree, candidate, a))
        own = tuple(a for a in own if not _is_edge(scene.tree, a))
        told: set[str] = set()  # "brought to the clinic on a stretcher": where and on what
        for trigger, frame in candidate.entries:
            if not frame.kind:
                break
            if frame.kind in told or _is_taken(scene, frame.kind, token):
                continue
            if "intransitive" in frame.needs and any(a.slot == "object" for a in own):
                continue
            if frame.kind in SIDED and not candidate.nominal and _is_of_game(scene, token):
                continue
            if frame.kind == COMMANDS and not candidate.nominal and any(a.rule == "xcomp" for a in own):
                continue  # "directed the company to pay"
            if trigger.object_noun and any(a.slot == "object" and scene.tree.is_metaphor(a.token) for a in own):
                continue  # who wages an economic war fights nobody
            filled = filler.fill(frame, candidate.nominal, (*own, *of_fixed_words(scene.tree, trigger, own)), token)
            others = _each_other(frame, filled) if candidate.nominal else ()
            if others and frame.kind == FIGHTS and token not in scene.event_at:
                continue  # "a trade war between X and Y"
            if candidate.nominal:
                filled = (*filled, *(others or bearer(scene, token, filled, frame)))
            pairs = _pairs(scene, candidate, frame, [f for f in filled if _is_of_trigger(trigger, frame, f)])
            if pairs:
                told.add(frame.kind)
            for one, other in pairs:
                if not _is_barred(scene, candidate, frame, other):
                    yield from _stated(scene, candidate, frame, one, other, together=bool(others))


def _is_edge(tree: Tree, argument: Argument) -> bool:
    """Whether an argument only says beside which border something lies: "implanté dans le désert, à la frontière"."""
    return argument.slot in ("obl", "nmod") and tree.lemmas[argument.token] in tree.grammar.shared_with


def _is_of_game(scene: Scene, verb: int) -> bool:
    """Whether a phrase beside a verb tells of sport: "le Portugal affrontera la France en quart de finale"."""
    return any(scene.tree.lemmas[k] in scene.tree.grammar.sport_nouns for k in _beside(scene.tree, verb))


def _beside(tree: Tree, verb: int) -> Iterator[int]:
    """The nouns of the phrases beside a verb, and of their complements."""
    for kid in tree.dependents(verb, *OBLIQUES):
        yield kid
        yield from tree.dependents(kid, "nmod")


def _pairs(scene: Scene, candidate: Candidate, frame: Frame, filled: list[Filled]) -> list[tuple[Filled, Filled]]:
    """Each subject with each object: in "the towns of X and Y" neither lies in the other."""
    pairs = [(s, o) for s in filled if s.role == "subject" for o in filled if o.role == "object"]
    named = {(o.mention, o.rule) for _, o in pairs}
    token = candidate.token
    pairs = [(s, o) for s, o in pairs if (s.mention, o.rule) not in named and not _is_its_name(scene, token, o)]
    if frame.kind in INNER:
        pairs = [(s, o) for s, o in pairs if not _is_one_named(scene, token, o)]
        pairs = [(s, o) for s, o in pairs if not candidate.nominal or not _is_none(scene, token, o)]
    return pairs


def _is_barred(scene: Scene, candidate: Candidate, frame: Frame, other: Filled) -> bool:
    """Whether an object is that of a part, a share or an event, so that the relation is not to it as a whole."""
    if other.mention is None or is_parted(scene.tree, candidate, other):
        return True
    deputy = candidate.nominal and is_deputy(scene.tree, candidate.token)
    if frame.kind == COMMANDS and (deputy or rules_other(scene, candidate, other) or is_anybodys(scene, candidate)):
        return True
    if frame.kind == MEMBER and _is_gone_to(scene, candidate, scene.mentions[other.mention]):
        return True
    if frame.kind == OWNS and (_is_of_either(scene.tree, candidate.token) or _is_share(scene, candidate.token)):
        return True
    own = scene.tree.head(candidate.token) if candidate.nominal else candidate.token  # "a tué un opposant à Berlin"
    return frame.kind not in WHERE and any(_is_scene_of(scene, word, other.mention) for word in {candidate.token, own})


def _is_gone_to(scene: Scene, candidate: Candidate, body: Mention) -> bool:
    """Whether a verb of going tells of the seat of a body: "a rejoint la Maison-Blanche en voiture"."""
    if candidate.nominal or scene.tree.tokens[candidate.token].lemma not in scene.tree.grammar.motion:
        return False
    built = scene.language.nouns.get(body.text.replace("-", " ").split(" ")[0].lower())
    seat = body.link is not None and scene.language.gazetteer.metonym(body.link) is not None
    return seat or (built is not None and built.kind == "Place")


def _stated(
    scene: Scene, candidate: Candidate, frame: Frame, one: Filled, other: Filled, *, together: bool
) -> Iterator[Relation]:
    """The relation between two mentions, and where a body has its seat; of those `together` each is what the other is."""
    if one.mention is None or other.mention is None:
        return
    token, left, right = candidate.token, scene.mentions[one.mention], scene.mentions[other.mention]
    if frame.kind == OWNS and left.rule == ADJECTIVE:
        return  # a "Greek-owned tanker" is no state's
    if frame.kind == MEMBER and one.rule == FLAG:
        return  # what a French ship joins, France doesn't
    if frame.kind == CONTROLS and scene.tree.lemmas[scene.tree.head(other.token)] in scene.tree.grammar.parts:
        return  # who holds "nearly half of the country" holds no country
    sure = between_sides(scene, token) if together else how_sure(scene, token, candidate.nominal, one, other)
    if frame.kind == CONTACTS and sure == "Negated":
        return  # who could not revive or free somebody was with them
    kind = MEMBER if frame.kind == COMMANDS and is_one_of_leaders(scene, candidate, right) else frame.kind
    if not _admits(kind, left, right) or surrounds(scene, token, right):
        return
    if frame.kind == COMMANDS and one.token != token and candidate.nominal and is_within_office(scene, token):
        return
    if kind in INNER and candidate.nominal and lies_beside(scene.tree, other.token):
        return
    stated = scene.relation(
        Ref("mention", left.index),
        kind,
        Ref("mention", right.index),
        (token, one.token, other.token),
        f"{'noun' if candidate.nominal else 'verb'} {scene.tree.tokens[token].lemma}",
        factuality=sure,
        confidence=min(one.confidence, other.confidence) * 0.9,
    )
    yield stated
    if frame.kind == FIGHTS and sure in {"Planned", "Possible"} and _is_effort(scene, token):
        yield replace(stated, predicate=OPPOSES, factuality="Actual")
    body = seated(scene, left) if frame.kind == LIES and not candidate.nominal else None
    if body is not None:
        seat = scene.between(body, "basedIn", right, "verb of seat", 0.8)
        yield replace(seat, factuality=how_sure(scene, token, nominal=False))


def _is_effort(scene: Scene, verb: int) -> bool:
    """Whether an infinitive is what somebody makes an effort for, so that they are against whom it names.

    "Coordinate efforts to counter X" may counter nobody yet.
    """
    noun = scene.tree.head(verb)
    aimed = scene.tree.tokens[verb].dep in {"acl", *CLAUSAL} and scene.tree.lemmas[noun] in scene.tree.grammar.undertakings
    return aimed and noun < verb and scene.factuality(noun) == "Actual" and ended_by(scene, noun) is None


def _is_behind_bare(tree: Tree, noun: Candidate, argument: Argument) -> bool:
    """Whether only a noun's own bare complement stands between: "étudiante en droit à l'université de X"."""
    between = tree.head(argument.token)
    if argument.rule != "reattached" or tree.head(between) != noun.token:
        return False
    bare = tree.tokens[between].pos == "NOUN" and not tree.is_determined(between) and tree.tokens[between].has("Number=Sing")
    return bare or noun.first < between < noun.last  # "le garde du corps de X"


def _is_one_named(scene: Scene, noun: int, obj: Filled) -> bool:
    """ "les quartiers de X, Y et Z": behind a plural an unknown name is that of one of them, not of what they lie in."""
    place = scene.mentions[obj.mention] if obj.mention is not None else None
    if place is not None and scene.tree.tokens[noun].has("Number=Plur") and _is_in_row(scene.tree, place.head):
        return True
    if place is None or place.form != "name" or scene.tree.preposition(obj.token) not in scene.tree.grammar.of:
        return False
    own, several = scene.mention_at(noun), place.link is None and scene.tree.tokens[noun].has("Number=Plur")
    return several or (own is not None and scene.is_named_by(own, place))


def _is_none(scene: Scene, noun: int, obj: Filled) -> bool:
    """Whether something is no whole of what is said to be a part: "la brigade des réseaux ferrés" is busy with those.

    Nor does a town lie in an airport that a road joins it to, or a district in its own number.
    """
    whole = scene.mentions[obj.mention] if obj.mention is not None else None
    if whole is None or whole.form == "pronoun":
        return False
    if obj.slot == "adj":
        return whole.rule != ADJECTIVE
    inner, outer = (scene.language.nouns.get(lemma) for lemma in (scene.tree.tokens[noun].lemma, whole.lemma))
    if whole.form == "nominal" and inner is not None and outer is not None and inner.flags & LANDS and outer.flags & BUILT:
        return True
    return whole.form == "nominal" and whole.number == "p" and whole.kind == "Organization"


def _is_in_row(tree: Tree, name: int) -> bool:
    """Whether a name is one of several of which the second has no preposition: "les départements de X, Y et Z" are those."""
    row = tuple(tree.conjuncts(tree.first_conjunct(name)))
    return len(row) > 1 and not tree.preposition(row[1])


def _is_of_either(tree: Tree, noun: int) -> bool:
    """Whether a possessive may mean the object as well as the subject: "X bought the mill from its owner"."""
    owned = tree.first(noun, "nmod:poss")
    verb = tree.head(noun)
    return owned is not None and tree.tokens[owned].pos == "PRON" and tree.first(verb, "obj") not in {None, noun}


def _is_share(scene: Scene, verb: int) -> bool:
    """Whether a part of something is owned, not the whole: "détenue à 40 % par le groupe X", "owned 55 percent by X"."""
    tree = scene.tree
    parts = (q for q in scene.quantities if q.unit == "%" and q.value < WHOLE)
    return any(tree.head(k) == verb for q in parts for k in range(q.first, q.last))


def _is_taken(scene: Scene, predicate: str, verb: int) -> bool:
    """Whether what somebody would use is what the event of the same verb says to be stolen or seized."""
    event = scene.event_at.get(verb)
    return predicate == USES and event is not None and event.kind in TAKEN


def _is_scene_of(scene: Scene, verb: int, place: int) -> bool:
    """Whether a mention is where the event of a verb took place: "financé par des mécènes en Chine" supports no China."""
    event = scene.event_at.get(verb)
    return event is not None and any(r.name == "place" and r.filler == Ref("mention", place) for r in event.roles)


def _is_its_name(scene: Scene, noun: int, obj: Filled) -> bool:
    """ "the Damascus suburb of Douma": with whose it is before the noun, "of" says its name."""
    return scene.is_within_before(noun) and scene.tree.preposition(obj.token) in scene.tree.grammar.of


def _is_of_trigger(trigger: Trigger, frame: Frame, filled: Filled) -> bool:
    """Whether an object stands behind the preposition that the trigger asks for: "voted with X against Y".

    One that asks for none has an object there: "financer des écoles au Chili" supports no Chile.
    """
    slots = dict(frame.verb_roles).get(filled.role, ())
    if filled.slot == "object" and filled.role == "object" and trigger.preposition and not trigger.object_noun:
        behind = (slot for slot in slots if slot.kind == "obl")
        return all(trigger.preposition not in slot.prepositions for slot in behind)  # "fought X for months": not for X
    if filled.slot != "obl" or trigger.preposition:
        return filled.slot != "obl" or filled.rule.startswith(f"obl:{trigger.preposition}")
    return all(slot.kind != "object" for slot in slots)


def _admits(predicate: str, subject: Mention, obj: Mention) -> bool:
    """Whether the ontology lets the relation hold between such things."""
    same = subject.index == obj.index
    return not same and fits(subject, ontology.domain(predicate)) and fits(obj, ontology.range_of(predicate))


def _each_other(frame: Frame, filled: tuple[Filled, ...]) -> tuple[Filled, ...]:
    """The other sides, where one slot tells of all: "tensions between X and Y"."""
    roles = dict(frame.noun_roles)
    same = roles.get("object") == roles.get("subject")
    return tuple(replace(side, role="object") for side in filled[1:] if same and side.role == "subject")
