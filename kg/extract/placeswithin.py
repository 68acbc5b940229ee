"""Places within places: "near Manbij in northern Syria", "Antibes (Alpes-Maritimes)", "a Geneva hotel"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kg import ontology
from kg.extract.barenouns import SITES
from kg.extract.mentions import ADJECTIVE, TOWN_IN_NAME
from kg.extract.scene import Scene, fits
from kg.lang.gazetteer import TOWNS, Gazetteer
from kg.model import Event, Mention, Ref, Relation, Role
from kg.ontology import PLACES

BEFALLING = ("Conflict", "LifeAndDisaster", "Crime")  # events that take place where what they befall is
REGIONS, AROUND = frozenset({"region"}), frozenset({"around"})  # flags of nouns for what lies around the town they are of
SIDES = frozenset({"direction", "vague"})  # flags of nouns for a part of what they are "of"


def surrounds(scene: Scene, noun: int, town: Mention, flags: frozenset[str] = REGIONS | AROUND) -> bool:
    """Whether a noun tells what lies around a town: "la région parisienne", "la banlieue de Lyon" are no part of it."""
    known = scene.language.nouns.get(scene.tree.tokens[noun].lemma)
    named = known is not None and bool(known.flags & flags) and (town.link or "").startswith(TOWNS)
    return named and scene.tree.preposition(town.head) in {*scene.tree.grammar.of, ""}


def named_whole(scene: Scene, part: int) -> int:
    """The named place that a direction or a vague word is part of ("le nord de Gao"), else the word itself."""
    tree = scene.tree
    noun = scene.language.nouns.get(tree.tokens[part].lemma)
    if noun is None or not noun.flags & SIDES:
        return part
    named = (k for k in tree.dependents(part, "nmod") if tree.preposition(k) in tree.grammar.of)
    return next((k for k in named if (place := scene.mention_at(k)) is not None and place.form == "name"), part)


def directly_behind(scene: Scene) -> Iterator[Relation]:
    """A named place and the state or region that follows it at once: "near Manbij in northern Syria".

    The parser often hangs the second on the noun or verb above.
    """
    tree = scene.tree
    inside = tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
    for outer in (mention for mention in scene.mentions if mention.form == "name"):
        top = _top_of(scene, outer)
        case = min(tree.dependents(top, "case"), default=0)
        end = case - 1 if case > 1 and tree.tokens[case - 1].text == "," else case  # "Dover, in the county of Kent"
        within = tree.preposition(top) in inside or _is_island(scene, top)
        inner = scene.mention_at(end - 1) if 0 < end < outer.head and within else None
        if inner is None or inner.last != end or inner.rule == ADJECTIVE or not fits(inner, PLACES):
            continue
        if inner.form != "name" or inner.text == outer.text or (end != case and _is_listed(scene, inner, outer, top)):
            continue
        realm = is_realm(scene, outer) or (top != outer.head and (_is_region(scene, top) or _is_island(scene, top)))
        near = end == case or _is_street(scene, inner)
        site = inner.kind == "Place" and near and (outer.link or "").startswith(TOWNS)  # "at Air Base 101 in Bamako"
        if (realm or site) and _may_hold(scene, outer, inner):
            yield scene.between(inner, "locatedIn", outer, "place behind place", 0.8)


def _is_listed(scene: Scene, inner: Mention, outer: Mention, top: int) -> bool:
    """Whether a place and the one behind its comma are of one row: "en Californie, en Oregon et au Mexique"."""
    tree, after = scene.tree, outer.last
    while after < len(tree.tokens) and (tree.tokens[after].text == "," or tree.tokens[after].dep == "cc"):
        after += 1
    if after in (outer.last, len(tree.tokens)) or tree.preposition(_top_of(scene, inner)) != tree.preposition(top):
        return False
    beside = scene.mention_at(tree.head(after)) if tree.tokens[after].dep == "case" else None
    return beside is not None and beside.kind in PLACES


def _top_of(scene: Scene, place: Mention) -> int:
    """The head of the phrase that names a place: "in Albay province", "on the island of Cebu", "in the north of Mali"."""
    tree, above = scene.tree, scene.tree.head(place.head)
    told_of = tree.preposition(place.head) in tree.grammar.of and above < place.head
    if told_of and f"{tree.preposition(above)}:{tree.lemmas[above]}" in tree.grammar.complex_prepositions:
        return place.head  # "au nord du Mali" may be beyond it
    land = scene.at.get(above) in {None, place.index} and (_is_region(scene, above) or _is_island(scene, above))
    introduced = told_of and (land or named_whole(scene, above) == place.head)
    return above if introduced or tree.tokens[place.head].dep == "compound" else place.head


def in_parentheses(scene: Scene) -> Iterator[Relation]:
    """A named place and the states or regions in parentheses right behind it: "Antibes (Alpes-Maritimes, France)"."""
    tokens = scene.tree.tokens
    begins = {mention.first: mention for mention in scene.mentions if mention.form == "name"}
    for inner in (mention for mention in scene.mentions if mention.form == "name" and fits(mention, PLACES)):
        at = inner.last
        if inner.rule == ADJECTIVE or at >= len(tokens) or tokens[at].text != "(":
            continue
        row = [inner]
        while at < len(tokens) and tokens[at].text in {"(", ","} and (outer := begins.get(at + 1)) is not None:
            if outer.rule == ADJECTIVE or not is_realm(scene, outer) or not _may_hold(scene, outer, row[-1]):
                break
            row.append(outer)
            at = outer.last
        if at < len(tokens) and tokens[at].text == ")":
            for nearer, farther in pairwise(row):
                yield scene.between(nearer, "locatedIn", farther, "place in parentheses", 0.8)


def of_towns(scene: Scene) -> Iterator[Relation]:
    """ "A Geneva hotel", "Kabul airport": the name of a town right before the noun of a building says where that is."""
    tree = scene.tree
    for site in scene.mentions:
        noun = scene.language.nouns.get(site.lemma) if site.form == "nominal" and site.kind == "Place" else None
        if noun is None or not noun.flags & SITES:
            continue
        for kid in tree.dependents(site.head, "compound"):
            town = scene.mention_at(kid)
            if town is not None and town.form == "name" and (town.link or "").startswith(TOWNS):
                yield scene.between(site, "locatedIn", town, "place before noun", 0.8)


def of_town_at_end(scene: Scene) -> Iterator[Relation]:
    """ "L'hôpital de Gand", "the University of Leeds": the town with which a name ends says where that is."""
    for town in scene.mentions:
        for site in scene.ending.get(town.last, ()) if town.rule == TOWN_IN_NAME else ():
            if site.form == "name" and site.index != town.index:
                yield scene.between(site, "locatedIn", town, "place in name", 0.8)


def of_states(scene: Scene) -> Iterator[Relation]:
    """ "the southern Ukrainian city of Kherson": the nationality of the noun that introduces a place says where it lies."""
    tree = scene.tree
    for place in scene.mentions:
        noun = tree.head(place.head)
        if (
            place.form != "name"
            or not fits(place, PLACES)
            or scene.at.get(noun) != place.index
            or noun in range(place.first, place.last)
        ):
            continue
        for kid in tree.dependents(noun, "amod", "compound"):
            state = scene.mention_at(kid)
            if (
                state is not None
                and state.rule == ADJECTIVE
                and state.kind == "GeopoliticalEntity"
                and _may_hold(scene, state, place)
            ):
                yield scene.between(place, "locatedIn", state, "demonym of place", 0.9)


def is_realm(scene: Scene, place: Mention) -> bool:
    """Whether a name is that of a state or region: by the gazetteer, or by the noun in it ("Haninge Municipality")."""
    if place.link is not None:
        return not place.link.startswith(TOWNS) and place.kind == "GeopoliticalEntity"
    return any(_is_region(scene, i) for i in range(place.first, place.last))


def _is_region(scene: Scene, i: int) -> bool:
    noun = scene.language.nouns.get(scene.tree.lemmas[i])
    return noun is not None and bool(noun.flags & {"region", "state"}) and noun.kind in PLACES


def _is_street(scene: Scene, place: Mention) -> bool:
    """Whether a name is that of a street, behind which its town may follow a comma: "rue de Rivoli, à Paris"."""
    nouns = (scene.language.nouns.get(scene.tree.lemmas[i]) for i in (place.first, place.last - 1))
    return any(noun is not None and "road" in noun.flags for noun in nouns)


def _is_island(scene: Scene, i: int) -> bool:
    """Whether a noun is that of land with the sea around it, which holds towns: "on the island of Cebu"."""
    noun = scene.language.nouns.get(scene.tree.lemmas[i])
    return noun is not None and noun.flags >= {"water", "land"}


def _may_hold(scene: Scene, outer: Mention, inner: Mention) -> bool:
    """Whether nothing that is known of two places speaks against that one lies in the other."""
    if inner.link is None:
        return True
    within, around = (scene.language.gazetteer.entry(link) if link else None for link in (inner.link, outer.link))
    if within is None or within.iso is not None:
        return False
    return around is None or within.state is None or within.state in (around.key, around.state)


def nested(scene: Scene) -> Iterator[Relation]:
    """The smaller of two places of one event lies in the bigger: "arrêtée au Mexique, dans un magasin".

    So does the building that the event befalls: "a ravagé un immeuble à Nice".
    """
    for event in scene.event_at.values():
        places = [scene.mentions[r.filler.index] for r in event.roles if r.name == "place" and r.filler.to == "mention"]
        told = [_is_told_inside(scene, place) for place in places]
        befallen = list(_befallen(scene, event))
        inners = (*zip(places, told, strict=True), *((site, True) for site in befallen))
        for inner, is_inner_within in inners:
            for outer, is_outer_within in zip(places, told, strict=True):
                if inner.index == outer.index or outer.form != "name":
                    continue
                site = (
                    inner.kind == "Place" and (inner.form == "nominal" or inner in befallen) and not _is_side(scene, inner)
                )
                within = site and outer.kind == "GeopoliticalEntity" and is_inner_within and is_outer_within
                if is_known_inside(scene.language.gazetteer, outer, inner) or within:
                    yield scene.between(inner, "locatedIn", outer, "places of one event", 0.7)


def _befallen(scene: Scene, event: Event) -> Iterator[Mention]:
    """The buildings that an event which took place befell."""
    if event.factuality != "Actual" or not ontology.is_among(event.kind, BEFALLING):
        return
    for role in event.roles:
        site = scene.mentions[role.filler.index] if role.name == "patient" and role.filler.to == "mention" else None
        if site is not None and site.kind == "Place" and site.form != "pronoun":
            yield site


def _is_side(scene: Scene, place: Mention) -> bool:
    """Whether a noun is for a part of what it is "of", which may be wider than a place named beside it: "le nord"."""
    noun = scene.language.nouns.get(place.lemma)
    return noun is not None and "direction" in noun.flags


def _is_told_inside(scene: Scene, place: Mention) -> bool:
    """Whether a phrase puts something into a place: "à Metz", "dans le centre de Metz"."""
    tree = scene.tree
    inside = tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
    above = tree.head(place.head)
    part = named_whole(scene, above) == place.head != above
    return tree.preposition(above if part else place.head) in inside


def is_too_wide(scene: Scene, thing: Mention, place: Mention) -> bool:
    """Whether a known state or region can't lie in a town or a building: "Normandie : un prêtre tué dans une église".

    Nor can a known town lie in a building or on a road.
    """
    noun = scene.language.nouns.get(place.lemma)
    town = (thing.link or "").startswith(TOWNS) and thing.form == "name"
    if town and place.form == "nominal" and noun is not None and noun.flags & SITES:
        return True  # "à Toulon, sur le pont du porte-hélicoptères"
    if thing.form != "name" or thing.link is None or not is_realm(scene, thing):
        return False
    part = noun is not None and bool(noun.flags & (SIDES | {"region", "state"}))
    return not part and (place.link is None or place.link.startswith(TOWNS))


def contains(scene: Scene, place: Mention, thing: Mention) -> bool:
    """Whether a named place behind another may hold it: a town its region or state, "Baghdad, Iraq", not "Spain, Italy"."""
    if is_known_inside(scene.language.gazetteer, place, thing):
        return True
    if place.link is None or thing.link is None or thing.kind not in PLACES:
        return False
    inner, outer = scene.language.gazetteer.entry(thing.link), scene.language.gazetteer.entry(place.link)
    return inner.key.startswith(TOWNS) and outer.key.startswith("regions:") and inner.state == outer.state


def is_known_inside(gazetteer: Gazetteer, place: Mention, thing: Mention) -> bool:
    """Whether the gazetteer says that one named place lies in the other."""
    if place.link is None or thing.link is None or thing.kind not in PLACES:
        return False
    inner, outer = gazetteer.entry(thing.link), gazetteer.entry(place.link)
    return outer.key in (inner.state, inner.part_of)


def with_outer_places(events: tuple[Event, ...], relations: tuple[Relation, ...]) -> tuple[Event, ...]:
    """What happens in a street of Paris happens in Paris: each event also takes place where its place is located."""
    within: dict[Ref, list[Relation]] = {}
    for relation in relations:
        if relation.predicate == "locatedIn" and relation.factuality == "Actual":
            within.setdefault(relation.subject, []).append(relation)
    outer = ((event, tuple(_outer(event, within))) for event in events)
    return tuple(replace(event, roles=(*event.roles, *places)) if places else event for event, places in outer)


def _outer(event: Event, within: Mapping[Ref, list[Relation]]) -> Iterator[Role]:
    """Places around those of the event, inner ones first; of what befalls a thing or a site that of the thing, if any."""
    known = {role.filler for role in event.roles}
    todo = [role for role in event.roles if role.name == "place"]
    if not todo and ontology.is_among(event.kind, BEFALLING):
        todo = [role for role in event.roles if role.name == "patient" and role.filler.to == "mention"]
    while todo:
        inner = todo.pop(0)
        for relation in within.get(inner.filler, ()):
            described = inner.name == "place" or relation.rule.startswith("place ")  # "a hospital in Lyon was shelled"
            if described and relation.object not in known:
                known.add(relation.object)
                outer = Role("place", relation.object, "place within", round(inner.confidence * 0.9, 2))
                todo.append(outer)
                yield outer
