"""Who belongs to whom: possessors ("its troops"), commanders, makers, wholes and their parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.membership import beside_head
from kg.extract.mentions import COMPANY
from kg.extract.nationality import bond_with_state
from kg.extract.scene import Scene, fits
from kg.extract.syntax import Tree
from kg.model import OBLIQUES, Mention, Relation, Token
from kg.ontology import BODIES, PLACES

OWNERS = ("Actor",)
PEOPLE = ("Person", "Group", "Force")
HOME, BUSINESS, PARTY = "home", "business", "party"
GIVEN_UP = frozenset({"Sale", "Destruction", "Fire"})  # after which nobody lives in a house
# Of these "of" says whose they are, not by or of whom.
POSSESSED = {"vehicle", "aircraft", "ship", "electronics", "weapon", "clothing", HOME, BUSINESS}
ARMS = {"vehicle", "aircraft", "ship", "weapon", "building"}  # flags of nouns for what a force fights with and from
SITES = {"building", BUSINESS}
CRAFT = frozenset({"aircraft", "ship"})
KNOWN = {"def", "dem", "poss"}  # determiners of what the reader knows
ACTS = "state"  # flag of nouns for bodies that in the plural are also what somebody does: "conseils"


def find_belongings(scene: Scene) -> Iterator[Relation]:
    """Affiliation, command, ownership and parts that the words of a description state."""
    for whole in scene.mentions:
        if whole.form == "name":
            yield from _under_command(scene, whole)
            yield from _commanders(scene, whole)
            yield from _makers(scene, whole)
        elif whole.form == "nominal" and ("office" not in whole.rule or whole.kind == "Group"):
            yield from _possessors(scene, whole)
            yield from _armed_owners(scene, whole)
            yield from _commanders(scene, whole)
    yield from _inclusions(scene)
    yield from _hyphened(scene)
    yield from _siding(scene)


def _possessors(scene: Scene, thing: Mention) -> Iterator[Relation]:
    """ "its troops", "Turkey's government": a body belongs to its possessor; "sa voiture": a thing is owned."""
    tree = scene.tree
    noun = tree.tokens[thing.head].lemma
    if thing.head in scene.event_at:  # "Apple's suit against Samsung" is no suit that Apple wears
        return
    for kid in (*beside_head(tree, thing), *_owners_behind(scene, thing), *_owners_joined(tree, thing)):
        token = tree.tokens[kid]
        relative = token.lemma in tree.grammar.relative_genitive and tree.is_relative(kid)
        joined = token.dep == "conj" and token.head != thing.head
        genitive = relative or ((joined or token.dep == "nmod") and tree.preposition(kid) in tree.grammar.of)
        if not (genitive or token.dep == "nmod:poss" or "Poss=Yes" in token.morph):
            continue
        antecedent = tree.antecedent(kid) if relative else None
        owner = scene.mention_at(kid if antecedent is None else antecedent)
        if owner is not None and owner.form == "pronoun":
            owner = _robbed(scene, thing, owner)
        if owner is None or owner.index == thing.index or not fits(owner, OWNERS):
            continue
        predicate = "ownerOf" if _is_site(scene, thing, owner) else _of_owners(scene, thing)
        if predicate == "basedIn" and (_is_given_up(scene, thing) or thing.number == "p"):
            continue  # "forced hundreds from their homes"
        if predicate == "ownerOf" and (_is_ridden(scene, thing, owner) or _is_town(scene, owner)):
            continue
        if predicate:
            if not genitive or _is_owned(scene, thing, owner):
                yield scene.between(owner, predicate, thing, "genitive" if genitive else "possessive", 0.7)
        elif not genitive and fits(thing, BODIES) and thing.kind != "Entity" and noun not in tree.grammar.outsiders:
            known = scene.language.nouns.get(thing.lemma)
            if thing.number == "p" and owner.form == "pronoun" and known is not None and ACTS in known.flags:
                continue  # "ses conseils": what somebody says or does
            if _is_itself(scene, thing, owner):
                continue
            if known is not None and PARTY in known.flags and _is_persons(scene, thing, owner):  # "son parti"
                if thing.number == "p" and owner.number != "p":
                    continue  # "the mayor's movements": nobody has several parties
                yield scene.between(owner, "memberOf", thing, "possessive", 0.8)
            else:
                bond = bond_with_state(scene, thing) if owner.kind == "GeopoliticalEntity" else "affiliatedWith"
                yield scene.between(thing, bond, owner, "possessive", 0.8)


def _is_persons(scene: Scene, thing: Mention, owner: Mention) -> bool:
    """Whether who has a party is a person: as it says itself, or as whom it is joined to: "Ana Vidal et son parti"."""
    first = scene.mention_at(scene.tree.first_conjunct(thing.head))
    joined = first is not None and first.index != thing.index and first.kind == "Person"
    return owner.kind == "Person" or (owner.form == "pronoun" and joined)


def _is_given_up(scene: Scene, home: Mention) -> bool:
    """Whether somebody has no longer what was a home: "a vendu sa maison", "their house was destroyed"."""
    above = scene.event_at.get(scene.tree.head(home.head))
    return above is not None and above.kind in GIVEN_UP and scene.tree.tokens[home.head].dep in {"obj", "nsubj:pass"}


def _owners_behind(scene: Scene, thing: Mention) -> Iterator[int]:
    """Whose the last of some things is, which the first are too: "la voiture et le téléphone de la victime"."""
    tree = scene.tree
    row = tuple(tree.conjuncts(thing.head))
    if len(row) < 2 or row[0] != thing.head or not ontology.is_a(thing.kind, "Artifact") or tree.dependents(row[0], "nmod"):
        return
    last = scene.mention_at(row[-1])
    alike = last is not None and ontology.is_a(last.kind, "Artifact") and last.determiner == thing.determiner == "def"
    yield from (k for k in tree.dependents(row[-1], "nmod") if alike and tree.preposition(k) in tree.grammar.of)


def _owners_joined(tree: Tree, thing: Mention) -> Iterator[int]:
    """Who else something is of: "les voitures du président et des ministres"."""
    for kid in tree.dependents(thing.head, "nmod"):
        yield from (k for k in tree.dependents(kid, "conj") if tree.first(k, "case") is not None)


def _is_ridden(scene: Scene, thing: Mention, owner: Mention) -> bool:
    """ "Four soldiers died when their helicopter crashed": several people go in one craft that need not be theirs."""
    noun = scene.language.nouns.get(thing.lemma)
    craft = noun is not None and bool(noun.flags & CRAFT)
    return craft and thing.number == "s" and owner.form == "pronoun" and owner.number == "p"


def _is_town(scene: Scene, owner: Mention) -> bool:
    """Whether a place that is no state is where a thing is, rather than whose: "Melbourne's 3AW radio"."""
    if owner.kind != "GeopoliticalEntity":
        return False
    return owner.link is None or scene.language.gazetteer.entry(owner.link).iso is None


def _is_itself(scene: Scene, thing: Mention, owner: Mention) -> bool:
    """Whether a body's own general word is only another name for it: "GM has to restructure its company"."""
    known = scene.language.nouns.get(thing.lemma)
    firm = known is not None and COMPANY in known.flags and thing.lemma in scene.language.general
    return firm and owner.form == "pronoun" and "Gender=Neut" in scene.tree.tokens[owner.head].morph


def _is_site(scene: Scene, thing: Mention, owner: Mention) -> bool:
    """Whether a thing is a building and who is said to have it a body: "l'usine de la société X", "the party's offices"."""
    noun = scene.language.nouns.get(thing.lemma)
    built = (
        noun is not None
        and bool(noun.flags & SITES)
        and "room" not in noun.flags
        and thing.lemma not in scene.tree.grammar.figurative
        and thing.kind == "Place"
        and thing.form == "nominal"
    )
    return built and owner.kind == "Organization"


def _armed_owners(scene: Scene, thing: Mention) -> Iterator[Relation]:
    """ "an ISIL vehicle", "coalition aircraft", "un char de l'armée": what a force has; a maker's car is not the maker's."""
    tree = scene.tree
    if thing.kind not in {"Artifact", "Place"} or thing.lemma in tree.grammar.figurative:  # "the bastion of X"
        return
    words, nouns = slice(thing.first, thing.head + 1), scene.language.nouns
    noun = nouns.ending(tree.forms[words], tree.lemmas[words]) or nouns.get(thing.lemma)
    if noun is None or not noun.flags & ARMS:
        return
    for kid in tree.dependents(thing.head, "compound", "nmod"):
        owner = scene.mention_at(kid)
        if owner is None or owner.kind != "Force" or owner.head != kid or owner.index == thing.index:
            continue
        of = tree.tokens[kid].dep == "nmod" and tree.preposition(kid) in tree.grammar.of
        if of or tree.tokens[kid].dep == "compound":
            yield scene.between(owner, "ownerOf", thing, "genitive" if of else "compound", 0.8)


def _of_owners(scene: Scene, thing: Mention) -> str:
    """What whoever has a thing is to it: at home in a house, the owner of a car or a shop; "" of what is nobody's own."""
    noun = scene.language.nouns.get(thing.lemma)
    if ontology.is_a(thing.kind, "Artifact") or (noun is not None and BUSINESS in noun.flags):
        return "ownerOf"
    return "basedIn" if noun is not None and HOME in noun.flags and thing.kind == "Place" else ""


def _is_owned(scene: Scene, thing: Mention, owner: Mention) -> bool:
    """Whether "of" says whose a thing is: "la voiture de la victime", but not "la photo du maire"."""
    noun = scene.language.nouns.get(thing.lemma)
    if _is_site(scene, thing, owner):
        return owner.form == "name" or owner.determiner in {"def", "dem", "poss"}
    told = owner.last <= thing.first  # "un transporteur, dont le camion"
    known = told or owner.form == "name" or owner.determiner in {"def", "dem", "poss"}
    personal = noun is not None and noun.flags & POSSESSED and ontology.is_among(owner.kind, PEOPLE)
    word = scene.tree.tokens[thing.head]
    if personal and (word.lemma in scene.tree.grammar.sport_nouns or (word.text.istitle() and thing.first > 1)):
        return False  # the jersey of the leader, « Les Habits neufs de l'empereur »
    return bool(personal) and known and thing.form == "nominal" and thing.determiner in {"def", "poss"}


def _robbed(scene: Scene, thing: Mention, owner: Mention) -> Mention | None:
    """Whose a thing is that somebody takes: "un homme lui a pris son sac" took no bag of his own."""
    tree = scene.tree
    verb = tree.head(tree.first_conjunct(thing.head))
    if tree.tokens[thing.head].dep not in {"obj", "conj"} or tree.tokens[verb].lemma not in tree.grammar.taking:
        return owner
    dative = tree.first(verb, "iobj", "obl:dat")
    if dative is None:
        before = tree.grammar.robbed_prepositions
        dative = next((k for k in tree.dependents(verb, "obl", "obl:arg") if tree.preposition(k) in before), None)
    robbed = scene.mention_at(dative) if dative is not None else None
    return None if robbed is not None and robbed.kind in PLACES else robbed  # "a perquisitionné son bureau à Lyon"


def _commanders(scene: Scene, force: Mention) -> Iterator[Relation]:
    """ "l'armée du maréchal X", "General X's forces": who has a rank before the name commands the force that is theirs."""
    tree, titles = scene.tree, scene.language.titles
    if force.kind != "Force":
        return
    for kid in tree.kids[force.head]:
        person = scene.mention_at(kid)
        theirs = tree.tokens[kid].dep == "nmod:poss" or (
            tree.tokens[kid].dep == "nmod" and tree.preposition(kid) in tree.grammar.of
        )
        if person is None or not theirs or person.kind != "Person" or person.form != "name" or not person.first:
            continue
        before = tree.tokens[person.first - 1]
        title = titles.get(before.text.lower()) or titles.get(before.lemma.lower())
        if title is not None and title.kind == "rank":
            yield scene.between(person, "commands", force, "rank of force", 0.8)


def _makers(scene: Scene, product: Mention) -> Iterator[Relation]:
    """ "Apple's iPhone", "la Clio de Renault": what has a name and is some body's belongs with it."""
    tree = scene.tree
    if product.kind not in {"Artifact", "Work"}:
        return
    for kid in tree.dependents(product.head, "nmod", "nmod:poss"):
        maker = scene.mention_at(kid)
        theirs = tree.tokens[kid].dep == "nmod:poss" or tree.preposition(kid) in tree.grammar.of
        outside = maker is not None and not product.first <= maker.first < product.last
        if maker is not None and theirs and outside and maker.form == "name" and maker.kind == "Organization":
            yield scene.between(product, "affiliatedWith", maker, "product of body", 0.8)


def _under_command(scene: Scene, person: Mention) -> Iterator[Relation]:
    """ "la brigade, sous les ordres du général X, a repris la ville": who a force acts under commands it."""
    tree = scene.tree
    noun = tree.head(person.head)
    if person.kind != "Person" or tree.oblique(noun)[0] not in tree.grammar.commanded_prepositions:
        return
    above = tree.head(noun)
    led = [above] if tree.tokens[noun].dep == "nmod" else []
    if tree.tokens[noun].dep in OBLIQUES:
        led = [a.token for a in verb_arguments(tree, above) if a.slot == ("object" if tree.is_passive(above) else "subject")]
    for token in led:
        force = scene.mention_at(token)
        if force is not None and force.kind == "Force":
            yield scene.between(person, "commands", force, "under command", 0.8)


def _inclusions(scene: Scene) -> Iterator[Relation]:
    """ "les forces irakiennes, y compris les peshmergas": the part that is named belongs to the whole before it."""
    tree = scene.tree
    for part in scene.mentions:
        preposition = tree.preposition(part.head)
        if preposition not in tree.grammar.inclusion or not fits(part, BODIES):
            continue
        before = min(tree.dependents(part.head, "case"), default=part.first) - 1
        while before >= 0 and tree.tokens[before].pos == "PUNCT":
            before -= 1
        wholes = [m for m in scene.ending.get(before + 1, ()) if m.kind != "Entity" and fits(m, BODIES)]
        if preposition in tree.grammar.likeness:  # "les armées de la coalition comme X", but "le Sénat comme l'Assemblée"
            wholes = [m for m in wholes if m.number == "p" and m.form == "nominal"]
        wholes = [m for m in wholes if not _are_any(scene, m)]
        for whole in sorted(wholes, key=lambda m: m.first)[:1]:
            yield scene.between(part, "partOf", whole, f"inclusion {preposition}", 0.8)


def _are_any(scene: Scene, bodies: Mention) -> bool:
    """Whether any bodies of a sort are meant, of which another is an example, no part: "des banques comme X"."""
    within = (scene.mention_at(k) for k in range(bodies.first, bodies.last))
    named = any(m is not None and m.index != bodies.index for m in within)
    return bodies.form == "nominal" and bodies.number == "p" and bodies.determiner not in KNOWN and not named


def _hyphened(scene: Scene) -> Iterator[Relation]:
    """ "the Berlin-based watchdog", "Al-Qaeda-linked militants": what a participle tied to a name says of its noun."""
    tree = scene.tree
    for token in tree.of_lemma(tree.grammar.tying):
        predicate = tree.grammar.tying[token.lemma]
        if token.dep != "amod" or token.head <= token.i or tree.tokens[token.i - 1].text != "-":
            continue
        name = scene.mention_at(token.i - 2)
        titled = tree.tokens[token.head].dep == "compound" and scene.mention_at(token.head) is None
        bearer = scene.mention_at(tree.head(token.head) if titled else token.head)  # "Leeds-born singer X"
        if name is None or bearer is None or name.form != "name" or name.index == bearer.index:
            continue
        if fits(bearer, ontology.domain(predicate)) and fits(name, ontology.range_of(predicate)):
            yield scene.between(bearer, predicate, name, "hyphen")


def _siding(scene: Scene) -> Iterator[Relation]:
    """ "fighters loyal to Assad", "des milices hostiles au gouvernement": what an adjective states of its noun."""
    tree = scene.tree
    for token in tree.of_lemma(tree.grammar.siding):
        predicate = tree.grammar.siding[token.lemma]
        bearer = _qualified(scene, token)
        if bearer is None or not fits(bearer, ontology.domain(predicate)):
            continue
        for kid in _complements(tree, token):
            side = scene.mention_at(kid)
            towards = tree.preposition(kid) == tree.grammar.dative_preposition
            if side is None or not towards or side.index == bearer.index:
                continue
            if fits(side, ontology.range_of(predicate)):
                sure = scene.factuality(token.i) if tree.first(token.i, "cop") is not None else "Actual"
                yield replace(scene.between(bearer, predicate, side, f"adjective {token.lemma}", 0.8), factuality=sure)


def _qualified(scene: Scene, adjective: Token) -> Mention | None:
    """Of whom an adjective behind a noun, in apposition to it or as a predicate tells."""
    tree = scene.tree
    if tree.first(adjective.i, "cop") is not None:
        subject = tree.first(adjective.i, "nsubj")
        return scene.mention_at(subject) if subject is not None else None
    return (
        scene.mention_at(adjective.head)
        if adjective.dep in {"amod", "appos", "acl"} and adjective.head < adjective.i
        else None
    )


def _complements(tree: Tree, adjective: Token) -> Iterator[int]:
    """The complements of an adjective, also one right behind it that the parser hung on its noun."""
    yield from tree.dependents(adjective.i, "obl", "obl:arg", "nmod")
    for kid in tree.dependents(adjective.head, "nmod"):
        if adjective.i + 1 in tree.dependents(kid, "case"):
            yield kid
