"""What is where: "à Valence, dans la Drôme", "l'hôpital de Denver", "the forces in Iraq"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.eventtimes import is_superlative
from kg.extract.mentions import ADJECTIVE
from kg.extract.phrases import SCENE
from kg.extract.placeswithin import (
    AROUND,
    contains,
    directly_behind,
    in_parentheses,
    is_realm,
    is_too_wide,
    named_whole,
    nested,
    of_states,
    of_town_at_end,
    of_towns,
    surrounds,
)
from kg.extract.relationmoods import how_built
from kg.extract.scene import Scene, fits
from kg.extract.standing import PEOPLE
from kg.extract.syntax import Tree
from kg.lang.gazetteer import STATES, TOWNS
from kg.model import Mention, Ref, Relation
from kg.ontology import BODIES, PLACES

SETTLED = frozenset({"city", "region", "state", "district"})  # flags of nouns for what has streets and houses
BUILT, ROOMS, STREETS = (
    frozenset({"building", "business", "home"}),
    frozenset({"building", "room"}),
    frozenset({"road", "district"}),
)
LOCATED = ("Place", "Person", "Group", "Organization", "Artifact")  # what a clause may say to be in a place
TOLD = "Communication"
MARKETED = frozenset({"Launch", "Manufacture", "Sale"})  # what happens to a model, not to one thing in one place
LITIGANTS = {"agent", "patient"}
PARTNERS = {"Organization", "Force"}  # what is elsewhere though it takes part in a meeting
OBLIQUE = {"obl", "obl:arg"}
COMPLEMENTS = ("nmod", "appos", "obl")
PAUSES = {",", ";", ":", "(", ".", "–", "—"}  # what parts a name from the place behind it


def find_locations(scene: Scene) -> Iterator[Relation]:
    """locatedIn for each mention that a complement or an apposition of place locates."""
    tree = scene.tree
    offices = {token for m in scene.mentions if m.kind == "Position" for token in range(m.first, m.last)}
    for thing in scene.mentions:
        if thing.form == "pronoun" or thing.kind in {"Position", "Work"}:
            continue
        for kid in tree.dependents(thing.head, *COMPLEMENTS):
            for token in tree.conjuncts(_whole(scene, kid)):
                place = scene.mention_at(token)
                if place is None or place.head != token or place.rule == ADJECTIVE:
                    continue
                if place.quantity is not None and tree.preposition(kid) in {
                    *tree.grammar.of,
                    tree.grammar.dative_preposition,
                }:
                    continue  # "un stade de 30 000 places", "un ferry à trois ponts"
                body = thing.kind == "Organization" and thing.head in offices and place.kind == "Place"
                of_office = token in offices and (thing.kind == "Person" or body)  # "députée du parti à l'Assemblée"
                unsaid = of_office or _is_of_event(scene, thing, place) or _is_title_won(scene, thing, place)
                if not unsaid and not _is_of_other(scene, thing, place, offices) and _is_inside(scene, thing, kid, place):
                    whence = tree.preposition(kid) in tree.grammar.origin_prepositions  # no place of what befalls them
                    rule = "origin" if whence else "place"
                    if surrounds(scene, thing.head, place, AROUND):
                        continue  # "la banlieue de Lyon"
                    if whence and (place.link or "").startswith(STATES):
                        continue  # "a doctor from Saudi Arabia" need not be there
                    located = scene.between(thing, "locatedIn", place, f"{rule} {tree.preposition(kid)}".strip(), 0.8)
                    yield replace(located, factuality=how_built(scene, thing))
        for token in _where_had(tree, thing.head) if fits(thing, ("Place",)) and thing.form == "nominal" else ():
            place = scene.mention_at(token)
            if place is not None and fits(place, PLACES) and place.form == "name" and place.index != thing.index:
                yield scene.between(thing, "locatedIn", place, "place had", 0.8)
    yield from of_towns(scene)
    yield from of_town_at_end(scene)
    yield from _copular(scene)
    yield from _seats(scene)
    yield from directly_behind(scene)
    yield from in_parentheses(scene)
    yield from of_states(scene)
    yield from nested(scene)
    yield from _on_scene(scene)


def _is_of_other(scene: Scene, thing: Mention, place: Mention, offices: set[int]) -> bool:
    """Whether a place tells nothing of a thing that it hangs on.

    It is where the town of somebody's office lies ("maire de Plaissan, dans l'Hérault"), where a part of a body is ("la
    mission de l'ONU au Mali"), or how far a rank holds ("the best-selling car in America").
    """
    tree, case = scene.tree, min(scene.tree.dependents(place.head, "case"), default=0)
    if thing.kind == "Person":
        town = (case - 1 if tree.tokens[case - 1].text == "," else case) - 1
        before = scene.mention_at(town)
        if thing.last <= town and town in offices and before is not None and before.kind in PLACES:
            return True
    if fits(thing, BODIES) and tree.preposition(thing.head) in tree.grammar.of and tree.preposition(place.head) != "":
        site = scene.mention_at(tree.head(thing.head))  # "une base de la coalition à Gao": the base is there
        if site is not None and site.form == "nominal" and site.kind == "Place":
            return True
    mission = thing.kind == "Force" and tree.lemmas[tree.head(thing.head)] in tree.grammar.named_events
    if thing.link is not None and (thing.kind == "Organization" or mission):
        own = scene.at.get(tree.head(thing.head)) == thing.index
        return tree.tokens[thing.head].dep == "nmod" and tree.preposition(thing.head) in tree.grammar.of and not own
    ranked = thing.form == "nominal" and thing.kind in {"Organization", "Artifact"}
    return ranked and any(_is_highest(tree, k) for k in tree.dependents(thing.head, "amod", "acl"))


def _is_highest(tree: Tree, adjective: int) -> bool:
    """Whether an adjective is in its highest degree, or a word that it is made with: "best-selling"."""
    return is_superlative(tree, adjective) or any(is_superlative(tree, k) for k in tree.dependents(adjective, "advmod"))


def _where_had(tree: Tree, thing: int) -> Iterator[int]:
    """Where somebody has a thing: "has factories in Spain and Italy"."""
    token = tree.tokens[thing]
    if token.dep == "obj" and tree.tokens[token.head].lemma in tree.grammar.having:
        obliques = tree.dependents(token.head, "obl", "obl:arg", "obl:mod")
        inside = tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
        yield from (one for k in obliques if k > thing and tree.preposition(k) in inside for one in tree.conjuncts(k))


def _copular(scene: Scene) -> Iterator[Relation]:
    """ "L'usine est à Metz", "the company's headquarters are in Lyon": what a clause says to be in a place."""
    tree = scene.tree
    inside = tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
    for place in scene.mentions:
        told = _place_clause(tree, place.head) if place.form != "pronoun" and place.kind in PLACES else None
        if place.lemma in tree.grammar.shared_with:
            continue  # "est implanté à la frontière"
        if told is None or tree.preposition(place.head) not in inside or told in scene.event_at:
            continue
        for subject in tree.dependents(told, "nsubj"):
            thing = scene.mention_at(subject)
            if thing is None or thing.index == place.index or not fits(thing, LOCATED) or scene.is_state(thing):
                continue
            sure = scene.factuality(told)
            yield replace(scene.between(thing, "locatedIn", place, "copula", 0.8), factuality=sure)
            owner = seated(scene, thing)
            if owner is not None:
                yield replace(scene.between(owner, "basedIn", place, "copula, seat", 0.8), factuality=sure)


def _place_clause(tree: Tree, place: int) -> int | None:
    """The predicate that says only where its subject is: the place itself, or the verb "to be" above it."""
    if tree.first(place, "cop") is not None:
        return place
    word = tree.tokens[place]
    above = tree.tokens[word.head]
    return above.i if word.dep in OBLIQUE and above.lemma in tree.grammar.copula and above.dep != "cop" else None


def seated(scene: Scene, seat: Mention) -> Mention | None:
    """The body whose seat something is: "le siège du groupe", "the company's headquarters", "la firme, dont le siège …"."""
    tree = scene.tree
    frames = scene.language.frames.relation_nouns.get(seat.lemma, ())
    if seat.form != "nominal" or all(frame.kind != "basedIn" for _, frame in frames):
        return None
    owners = [k for k in tree.dependents(seat.head, "nmod", "nmod:poss") if tree.preposition(k) in {*tree.grammar.of, ""}]
    relatives = (
        k for k in (*owners, *tree.kids[tree.head(seat.head)]) if tree.tokens[k].lemma in tree.grammar.relative_genitive
    )
    owners += [noun for noun in map(tree.antecedent, relatives) if noun is not None]
    bodies = (scene.mention_at(k) for k in owners)
    return next((b for b in bodies if b is not None and fits(b, ("Organization",)) and b.kind != "Entity"), None)


def _whole(scene: Scene, part: int) -> int:
    """The named place of which a word only tells the part where something lies: "une bijouterie du centre de Lyon"."""
    return named_whole(scene, part) if scene.tree.preposition(part) in scene.tree.grammar.of else part


def _is_title_won(scene: Scene, person: Mention, place: Mention) -> bool:
    """Whether a place only tells where a contest was won: "X (champion olympique à Londres)" lives elsewhere."""
    if person.kind != "Person":
        return False
    words = scene.tree.tokens[person.first : place.first]
    nouns = (scene.language.nouns.get(word.lemma) for word in words if word.pos in {"NOUN", "PROPN"})
    return any(noun is not None and "sport" in noun.flags for noun in nouns)


def _is_of_event(scene: Scene, thing: Mention, place: Mention) -> bool:
    """Whether the place is that of an event which puts nothing there.

    It is said not to take place, or people are yet to go there ("denied having met the envoy in Vienna"), or bodies come
    together there from elsewhere ("talks with the government in Geneva", "sued Norvex in California"), or it suffers the
    event ("missile fire on X"), or a product is only shown there ("unveiled the Kardo 2 in Paris").
    """
    where, above = Ref("mention", place.index), scene.tree.head(thing.head)
    if scene.tree.measures(above):
        above = scene.tree.head(above)  # "a tiré des dizaines de missiles sur X"
    event = scene.event_at.get(above)
    if event is None and thing.kind in PARTNERS and scene.tree.tokens[thing.head].dep == "nmod":
        held = scene.event_at.get(scene.tree.head(above))  # "met ministers of the Coalition in Rome"
        return held is not None and ontology.is_a(held.kind, "Diplomacy") and any(r.filler == where for r in held.roles)
    if event is not None and any(r.name == "patient" and r.filler == where for r in event.roles):
        return True
    if event is not None and thing.kind == "Artifact" and (event.kind in MARKETED or ontology.is_a(event.kind, TOLD)):
        return True
    means = thing.kind == "Artifact" and scene.tree.tokens[thing.head].dep == "nmod"
    if event is not None and means and scene.tree.preposition(thing.head) == scene.tree.grammar.dative_preposition:
        return True  # "un attentat à la bombe à Kaboul"
    if event is not None and any(r.name == "instrument" and r.filler == Ref("mention", thing.index) for r in event.roles):
        return True  # "attacked officers with a knife in Paris"
    if event is None or not any(r.name == "place" and r.filler == where for r in event.roles):
        return False
    part = {r.name for r in event.roles if r.filler == Ref("mention", thing.index)} if thing.kind in PARTNERS else set()
    partner = "agent" in part and ontology.is_a(event.kind, "Diplomacy")
    sued = not part.isdisjoint(LITIGANTS) and event.kind == "Trial"
    elsewhere = event.factuality == "Negated" or (event.factuality != "Actual" and thing.kind in PEOPLE)
    return elsewhere or partner or sued


def _seats(scene: Scene) -> Iterator[Relation]:
    """A body and the place right behind it: "membre de l'association « Toits » à Varna"."""
    tree = scene.tree
    for body in scene.mentions:
        introduced = scene.at.get(tree.head(body.head)) == body.index  # "the UN in Burundi" has no seat there
        if body.kind != "Organization" or body.form != "name" or not introduced:
            continue
        case = body.last
        while case < len(tree.tokens) and tree.tokens[case].pos == "PUNCT" and tree.tokens[case].text not in PAUSES:
            case += 1
        if case == len(tree.tokens) or tree.tokens[case].dep != "case":
            continue
        place = scene.mention_at(tree.head(case))
        if place is None or place.form != "name" or place.head != tree.head(case) or not fits(place, PLACES):
            continue
        above = {body.head, tree.head(body.head), tree.head(tree.head(body.head))}
        inside = tree.preposition(place.head) in tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
        if inside and tree.tokens[place.head].dep == "nmod" and tree.head(place.head) in above:
            yield scene.between(body, "locatedIn", place, "place behind name", 0.7)


def _on_scene(scene: Scene) -> Iterator[Relation]:
    """People of whom a clause tells at the place in front of it: "À Varna, des jeunes s'adonnent au vol".

    Where the verb tells an event, the event has the place; of people with names much is told of far-off states.
    """
    tree = scene.tree
    for place in scene.mentions:
        verb = tree.head(place.head)
        if place.form == "pronoun" or not fits(place, PLACES) or tree.tokens[verb].pos != "VERB" or verb in scene.event_at:
            continue
        if tree.preposition(place.head) not in tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions:
            continue
        arguments = verb_arguments(tree, verb)
        if not any(a.token == place.head and a.rule == SCENE for a in arguments) or scene.factuality(verb) != "Actual":
            continue
        for subject in tree.dependents(verb, "nsubj", "nsubj:pass"):
            people = scene.mention_at(subject)
            told = people is not None and (_are_some(people) or _is_one_in_town(people, place))
            if people is not None and told and tree.first(verb, "xcomp", "ccomp") is None:
                yield scene.between(people, "locatedIn", place, f"verb {tree.tokens[verb].lemma}, scene", 0.6)


def _are_some(people: Mention) -> bool:
    """Whether unnamed people are meant who could be nowhere else: "des jeunes", "un homme", not "the president"."""
    one = people.kind == "Person" and people.determiner == "indef"
    return people.form == "nominal" and (one or people.kind == "Group")


def _is_one_in_town(person: Mention, place: Mention) -> bool:
    """Whether a named person is told of in a town or a building."""
    narrow = place.kind == "Place" or (place.link or "").startswith(TOWNS)
    return narrow and person.kind == "Person" and person.form == "name"


def _is_inside(scene: Scene, thing: Mention, complement: int, place: Mention) -> bool:
    """Whether the complement's preposition puts the thing into the place."""
    if not fits(place, PLACES) or place.form == "pronoun" or place.index == thing.index:
        return False
    if place.lemma in scene.tree.grammar.shared_with and (thing.form == "name" or thing.kind in PLACES):
        return False  # "le Darfour, à la frontière avec le Tchad"
    if place.index in scene.goals:  # "missiles livrés à la Russie" are not there yet
        return False
    if (thing.link is not None and thing.link == place.link) or is_too_wide(scene, thing, place):
        return False
    if scene.is_state(thing):  # "a school funded by the UK in Zaatari"
        return False
    tree = scene.tree
    preposition = tree.preposition(complement)
    if _is_apart(scene, thing, complement, preposition):
        return False
    settled = thing.kind == place.kind == "GeopoliticalEntity" and thing.form == "name"
    if settled and preposition == tree.grammar.dative_preposition and not is_realm(scene, place):
        return False  # "la route reliant Gao à Kidal"
    by = tree.tokens[thing.head].dep == "obl:agent" or tree.preposition(thing.head) in tree.grammar.agent_prepositions
    # "arrêté par la police à Varna": where they did it
    if by and preposition not in {*scene.tree.grammar.of, ""}:
        return False
    if preposition in scene.tree.grammar.of:
        noun = scene.language.nouns.get(thing.lemma)
        its_own = noun is not None and "state" in noun.flags  # an embassy is of a state, not in it
        housed = noun is not None and "Place" in noun.also and (place.link or "").startswith(TOWNS)  # "l'université de Lyon"
        if scene.is_within_before(thing.head) or thing.lemma in tree.grammar.shared_with:
            return False  # "la frontière du Mali" is that of another, too
        if thing.number == "p" and place.form == "name" and place.link is None and _is_settled(scene, thing):
            return False  # "les quartiers de X et Y": these are their names
        if scene.is_named_by(thing, place):
            return False
        if place.form == "nominal":
            return thing.form == "nominal" and not its_own and _is_part(scene, thing, place)
        somewhere = thing.kind == "Place" or housed or (fits(thing, PLACES) and _whole(scene, complement) != complement)
        return somewhere and thing.form == "nominal" and not its_own
    if preposition in tree.grammar.beyond_prepositions:
        return False
    if thing.kind in PEOPLE and preposition in tree.grammar.origin_prepositions:  # "a man from Leeds" is or was there
        return tree.tokens[complement].dep == "nmod" and place.form == "name"
    if preposition in tree.grammar.inside_prepositions or preposition in tree.grammar.place_prepositions:
        return tree.tokens[complement].dep == "nmod"
    return tree.tokens[complement].dep == "appos" and contains(scene, place, thing)


def _is_apart(scene: Scene, thing: Mention, complement: int, preposition: str) -> bool:
    """Whether a thing leads to what it is "of", or lies beside it: "la route de Gao", "des villages proches de Gao"."""
    tree = scene.tree
    if preposition not in {*tree.grammar.of, tree.grammar.dative_preposition}:
        return False
    noun = scene.language.nouns.get(thing.lemma)
    if noun is not None and "way" in noun.flags and thing.number != "p":
        return True
    return lies_beside(tree, complement)


def lies_beside(tree: Tree, place: int) -> bool:
    """Whether the adjective before a place says that what it tells of is not in it: "des villages proches de Gao"."""
    before = min(tree.dependents(place, "case"), default=place) - 1
    return before > 0 and tree.tokens[before].pos == "ADJ" and tree.lemmas[before] in tree.grammar.adjoining


def _is_settled(scene: Scene, thing: Mention) -> bool:
    """Whether a noun is that of a town or of a part of one."""
    noun = scene.language.nouns.get(thing.lemma)
    return noun is not None and bool(noun.flags & {"district", "city", "region"})


def _is_part(scene: Scene, thing: Mention, place: Mention) -> bool:
    """Whether one described place is part of another that it is "of": "les rues de la ville", "le hall d'un immeuble"."""
    inner, outer = (scene.language.nouns.get(m.lemma) for m in (thing, place))
    if inner is None or outer is None or thing.kind != "Place" or thing.lemma == place.lemma:
        return False
    if outer.flags & SETTLED:
        return not inner.flags & SETTLED or bool(inner.flags & STREETS)  # "les parcs de la ville"
    return bool(inner.flags & ROOMS and outer.flags & BUILT)
