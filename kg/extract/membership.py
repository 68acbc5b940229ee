"""Who is of which body, or one of which people: "James Reed of 41 Squadron", "cinq personnes, dont deux enfants"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.eventtimes import is_superlative
from kg.extract.mentions import ADJECTIVE
from kg.extract.scene import Scene, is_former
from kg.extract.syntax import Tree
from kg.model import OBLIQUES, Mention, Relation
from kg.ontology import BODIES

LONGEST_SEAT = 5  # words between the party of somebody in parentheses and their end
COLLECTIVE = "collective"
STAFF = {"role", "fighter", "police", "protest", "generic"}  # flags of nouns for people who may be of a body
OTHERS = {"victim", "crime", "relation"}
PERSONAL = frozenset({"Person", "Group"})  # to whom a noun for people may tell a relation that says nothing of bodies
HOUSES = ("Place", "-GeopoliticalEntity")  # where a noun for people may say only that they work or are treated
RANKS = {"rank", "honorific"}
SELECTION = "selection"  # how the rule ends of a mention that picks some out of many


def find_memberships(scene: Scene) -> Iterator[Relation]:
    """Who is a member and what is a part of a body that words beside it name; who is one of some people."""
    for whole in scene.mentions:
        if whole.form == "name":
            yield from _ranks(scene, whole)
            yield from _of_bodies(scene, whole)
        elif whole.form == "nominal" and ("office" not in whole.rule or whole.kind == "Group"):
            yield from _of_bodies(scene, whole)
    yield from _included_people(scene)
    yield from _in_parentheses(scene)
    yield from _among(scene)
    yield from _picked(scene)


def _ranks(scene: Scene, person: Mention) -> Iterator[Relation]:
    """ "Royal Air Force lieutenant X": who has a rank in a force is its member."""
    if person.kind != "Person":
        return
    titles, tokens, begin, ranked, shortened = scene.language.titles, scene.tree.tokens, person.first, False, False
    while begin and (title := titles.get(tokens[begin - 1].text.lower())) is not None and title.kind in RANKS:
        ranked |= title.kind == "rank"
        shortened |= "abbreviation" in title.flags
        begin -= 1
    if not (ranked or shortened):  # "a dit à l'AFP Me Ivo Sand"
        return
    bodies = BODIES if ranked else {"Force"}  # "U.S. Army Lt. Col. X", but "the Varna Institute Prof. X"
    for body in scene.ending.get(begin, ()):
        told = scene.tree.preposition(body.head)  # « a dit à l'AFP M. Dolan »
        if body.form == "name" and body.kind in bodies and body.sentence == person.sentence and not told:
            yield scene.between(person, "memberOf", body, "rank")


def _of_bodies(scene: Scene, member: Mention) -> Iterator[Relation]:
    """ "James Reed of 41 Squadron", "the fraud unit at the Ministry of Finance": a person or a part of a named body."""
    tree, tokens = scene.tree, scene.tree.tokens
    shared = _shared(tree, member) if tokens[member.head].dep == "conj" and member.form == "nominal" else ()
    if not shared and not [kid for kid in tree.kids[member.head] if tokens[kid].dep == "nmod"]:
        return
    if member.head in scene.event_at:
        return
    noun = tokens[member.head].lemma
    person = (member.kind == "Person" and member.form == "name") or _has_place_in_bodies(scene, member)
    around = pairwise(tree.lemmas[max(member.head - 1, 0) : member.head + 2])
    outside = not tree.grammar.outsiders.isdisjoint({noun, *map(" ".join, around)})  # "maison mère", "parent company"
    part = member.kind in BODIES and not outside and not _tells_relation(scene, noun)
    if not (person or part) or is_former(scene, member.head):
        return
    moved = person and tree.tokens[member.head].dep == "nmod"
    if moved and member.form == "name" and member.last - member.first == 1:
        return  # "l'exploration de Mars de la NASA"
    for kid in (*beside_head(tree, member), *shared):
        preposition = tree.preposition(kid)
        inside = tree.tokens[kid].dep == "nmod" and preposition in tree.grammar.member_prepositions
        inside = inside and not _is_behind_age(tree, member, kid)
        for token in tree.conjuncts(kid) if inside else ():
            body = scene.mention_at(token)
            if body is None or body.form != "name" or body.kind not in BODIES or body.index == member.index:
                continue
            if (
                part
                and preposition in tree.grammar.place_prepositions
                and body.last - body.first == 1
                and body.text.istitle()
            ):
                continue  # "a battlegroup at Tapa"
            if (part and _is_listed(tree, member, kid, body)) or (moved and _leads_on(scene, body)):
                continue  # "le transfert de X du club A au club B": who goes is no member
            behind = member.last <= body.first or (person and member.head < body.first)
            if behind and not (part and preposition in tree.grammar.origin_prepositions):
                predicate = "memberOf" if person else "partOf"
                yield scene.between(member, predicate, body, f"body {preposition}", 0.8)


def _shared(tree: Tree, member: Mention) -> tuple[int, ...]:
    """What stands behind a row of people and hangs on the first of them: "students and doctors from X"."""
    return tuple(kid for kid in tree.dependents(tree.first_conjunct(member.head), "nmod") if kid > member.head)


def _is_behind_age(tree: Tree, member: Mention, kid: int) -> bool:
    """Whether a complement behind somebody's age tells where they live: "Ana Vidal, 40, of Mill Lane"."""
    beside = (tree.tokens[k] for k in tree.kids[member.head])
    return any(k.pos == "NUM" and member.last <= k.i < kid and tree.tokens[k.i - 1].text == "," for k in beside)


def _is_listed(tree: Tree, member: Mention, kid: int, body: Mention) -> bool:
    """Whether a body only stands beside the named one in a list: "membres du Front du Nord et du Parti vert"."""
    between = tree.tokens[member.last : body.first]
    return member.form == "name" and (kid < member.last or any(t.pos == "CCONJ" or t.text == "," for t in between))


def _leads_on(scene: Scene, body: Mention) -> bool:
    """Whether a way to another body begins at this one: "de A à B"."""
    tree, case = scene.tree, body.last
    if case >= len(tree.tokens) or tree.tokens[case].dep != "case":
        return False
    goal = scene.mention_at(tree.head(case))
    to = tree.preposition(tree.head(case)) == tree.grammar.dative_preposition
    return to and goal is not None and goal.form == "name" and goal.kind in BODIES


def _has_place_in_bodies(scene: Scene, people: Mention) -> bool:
    """Whether described people may belong to the body that they are "of": soldiers and clerks, not its victims or rivals."""
    lemma = _of_whom(scene, people)
    noun = scene.language.nouns.get(lemma)
    words = set(scene.tree.lemmas[people.first : people.head])
    told = lemma == people.lemma and _tells_relation(scene, lemma)
    outside = told or lemma in scene.tree.grammar.outsiders or words & scene.language.titles.former
    known = noun is not None and bool(noun.flags & STAFF) and not noun.flags & OTHERS
    return people.kind in {"Person", "Group"} and people.form == "nominal" and known and not outside


def _of_whom(scene: Scene, people: Mention) -> str:
    """The noun that says who people are: of what only collects them its complement, "une équipe de bénévoles"."""
    tree, noun = scene.tree, scene.language.nouns.get(people.lemma)
    collected = noun is not None and COLLECTIVE in noun.flags
    parts = tree.dependents(people.head, "nmod") if collected else ()
    bare = (k for k in parts if k < people.last and tree.preposition(k) in tree.grammar.of and tree.first(k, "det") is None)
    return next((tree.tokens[k].lemma for k in bare), people.lemma)


def _tells_relation(scene: Scene, noun: str) -> bool:
    """Whether a noun alone tells a relation to bodies: "conseil" does so only in "conseil militaire"."""
    told = (frame for trigger, frame in scene.language.frames.relation_nouns.get(noun, ()) if not trigger.words)
    asked = (dict(frame.only).get("object", BODIES) for frame in told)
    return any(kinds != HOUSES and not PERSONAL.issuperset(kinds) for kinds in asked)


def _in_parentheses(scene: Scene) -> Iterator[Relation]:
    """ "Paul Roche (Les Républicains)", "Ana Vidal (FC Varna)": the body in parentheses behind somebody's name is theirs."""
    tokens = scene.tree.tokens
    for body in scene.mentions:
        if body.kind not in BODIES or body.form != "name" or body.rule == ADJECTIVE or body.first < 2:
            continue
        behind = [token.text for token in tokens[body.last : body.last + LONGEST_SEAT]]
        closed = behind[:1] == [")"] or (behind[:1] == [","] and ")" in behind)  # "(LR, Nord)": and where elected
        alone = tokens[body.first - 1].text == "(" and closed
        for person in scene.ending.get(body.first - 1, ()) if alone else ():
            if person.kind == "Person" and person.form == "name" and not _is_short_for(body.text, person.text):
                yield scene.between(person, "memberOf", body, "body in parentheses", 0.8)


def _is_short_for(acronym: str, name: str) -> bool:
    """Whether parentheses only shorten the name before them, or name what is no body: "(CSIRO)", "(Ironman 2015)"."""
    initials = {word[0] for word in name.split() if word[0].isupper()}
    return set(acronym) <= initials or any(letter.isdigit() for letter in acronym)


def _among(scene: Scene) -> Iterator[Relation]:
    """ "Ana Vidal était parmi les grévistes": who is among people is one of them.

    So is of whom a sentence tells that opens so: "Parmi les victimes, une fillette s'est cassé le bras".
    """
    tree = scene.tree
    for people in scene.mentions:
        if people.kind != "Group" or tree.preposition(people.head) not in tree.grammar.among:
            continue
        said = people.head if tree.first(people.head, "cop") is not None else _opened_by(scene, people)
        for subject in tree.dependents(said, "nsubj", "nsubj:pass") if said is not None else ():
            one = scene.mention_at(subject)
            some = one is not None and (said == people.head or one.determiner == "indef" or one.form == "name")
            if one is not None and one.kind in PERSONAL and some:
                yield scene.between(one, "memberOf", people, "verb among", 0.8)


def _opened_by(scene: Scene, people: Mention) -> int | None:
    """The verb in front of which people stand among whom its subject is; who does something to others may be none."""
    tree, word = scene.tree, scene.tree.tokens[people.head]
    verb = word.head
    if word.dep not in OBLIQUES or verb < people.head or tree.tokens[verb].pos != "VERB":
        return None
    undergone = (scene.mention_at(k) for k in tree.dependents(verb, "obj", "iobj", "obl:agent"))
    return None if any(m is not None and m.kind in PERSONAL for m in undergone) else verb


def _picked(scene: Scene) -> Iterator[Relation]:
    """ "L'un des otages, X", "several of the strikers": who is picked out of people is one of them.

    Of "one of his friends" that tells nothing, and "each of the players" are all of them.
    """
    tree, each = scene.tree, scene.language.profile.words("partitive", "each")
    for some in scene.mentions:
        if not some.rule.endswith(SELECTION) or some.kind not in PERSONAL or tree.tokens[some.head].lemma in each:
            continue
        for kid in tree.dependents(some.head, "nmod"):
            people = scene.mention_at(kid)
            if people is None or people.kind != "Group" or people.index == some.index or people.determiner != "def":
                continue
            noun = scene.language.nouns.get(people.lemma)
            said = tree.tokens[kid].pos == "NOUN" and not is_superlative(tree, kid)  # "l'un des plus meurtriers"
            if said and noun is not None and not noun.flags & {"relation", "body"}:
                yield scene.between(some, "memberOf", people, "selection", 0.8)


def _included_people(scene: Scene) -> Iterator[Relation]:
    """ "cinq personnes, dont deux enfants", "three passengers, including X": who is named among people is one of them.

    What a bare noun of likeness tells is what they serve as: "des femmes comme gardes".
    """
    tree = scene.tree
    for people in scene.mentions:
        if people.kind != "Group" or people.form != "nominal" or people.number != "p":
            continue
        for kid in tree.dependents(people.head, "conj", "nmod", "obl"):
            joining = {tree.tokens[k].lemma for k in tree.dependents(kid, "cc")}
            within = joining & tree.grammar.relative_genitive or tree.preposition(kid) in tree.grammar.inclusion
            for token in tree.conjuncts(kid) if within and kid >= people.last else ():
                one = scene.mention_at(token)
                if one is None or one.kind not in {"Person", "Group"} or one.head != token:
                    continue
                if tree.preposition(kid) not in tree.grammar.likeness or one.determiner or one.form == "name":
                    yield scene.between(one, "memberOf", people, "inclusion of people", 0.8)


def beside_head(tree: Tree, thing: Mention) -> Iterator[int]:
    """The dependents of a description's noun, and of its complement: "un entrepôt de produits de la société X"."""
    for kid in tree.kids[thing.head]:
        yield kid
        if thing.head < kid < thing.last and tree.tokens[kid].dep == "nmod" and tree.first(kid, "det") is None:
            yield from tree.dependents(kid, "nmod")
