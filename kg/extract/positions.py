"""Who holds which office: "le président des États-Unis, Joe Biden", and what an office does to what it is in."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.extract.holders import office_holders, tenure_holders
from kg.extract.scene import Scene, fits, is_over
from kg.extract.syntax import Tree
from kg.extract.tenures import tenure_verb
from kg.model import Mention, Ref, Relation

OF_OFFICE = ("nmod", "nmod:poss", "amod", "compound", "obl")  # how what an office is of hangs on it
BODIES = ("Organization", "GeopoliticalEntity", "MilitaryOperation")
TOWNS = ("Place",)  # of these only mayors are
ELECTION = "Election"
SPEAKS_FOR = "spokespersonFor"
MEMBERED = ("Organization", "Group")  # of a town nobody is a member by an office
COMMANDED = ("Organization", "Group")  # a president holds an office in a state, but is not said to command it


def find_positions(scene: Scene) -> Iterator[Relation]:
    """holdsPosition for each office whose holder the sentence names, and what the office itself says of them."""
    tenures = tenure_holders(scene.tree, scene.mentions, scene.at, scene.language.frames.verbs)
    held = _held(scene, tenures)
    beside = office_holders(scene.tree, scene.mentions, scene.at)
    beside = {k: person for k, person in beside.items() if k in held or k not in tenures}  # "X is no minister"
    for index, person in {**held, **beside}.items():
        position, holder = scene.mentions[index], scene.mentions[person]
        if is_over(scene, position) or _is_past_bid(scene, position):
            continue
        span = (position.first, position.last - 1, holder.first, holder.last - 1)
        party = _party(scene, position)
        told = _body(scene, position, party)
        if told == Ref("mention", holder.index):  # "candidat à sa propre succession"
            told = None
        body = told or (_known_state(scene, holder) if index in beside else None)
        who = Ref("mention", holder.index)
        yield scene.relation(who, "holdsPosition", Ref("mention", position.index), span, "office", body=body)
        predicate = _said_of_holder(scene, position)
        if body is not None and predicate == "commands" and _is_rank_in_state(scene, position, body):
            continue
        if party is not None:
            yield scene.relation(who, "memberOf", Ref("mention", party.index), span, "office party")
        elif body is not None and predicate and (body.to == "event" or fits(scene.mentions[body.index], COMMANDED)):
            led = predicate != "commands" or (_is_led(scene, position, body) and _is_its_own(scene, position, body, told))
            if not led and body.to == "mention" and not fits(scene.mentions[body.index], MEMBERED):
                continue
            said = predicate if led else "memberOf"
            yield scene.relation(who, said, body, span, f"office {position.lemma}")


def find_shared_offices(scene: Scene) -> Iterator[Relation]:
    """What an office says of each of several in their order: "les présidents du Mali et du Niger, X et Y"."""
    tree = scene.tree
    for name in tree.of_dep("appos"):
        several = scene.mention_at(name.head)
        if several is None or several.kind != "Group" or name.pos != "PROPN" or tree.first(name.i, "conj") is None:
            continue
        predicate = _said_of_holder(scene, several)
        first = next((k for k in tree.dependents(several.head, "nmod") if tree.preposition(k) in tree.grammar.of), None)
        if not predicate or first is None:
            continue
        holders = [scene.mention_at(k) for k in tree.conjuncts(name.i)]
        bodies = [scene.mention_at(k) for k in tree.conjuncts(first)]
        if len(holders) != len(bodies):
            continue
        for holder, body in zip(holders, bodies, strict=True):
            if holder is not None and body is not None and holder.kind == "Person" and fits(body, BODIES):
                span = (several.first, several.last - 1, holder.first, holder.last - 1)
                who, what = Ref("mention", holder.index), Ref("mention", body.index)
                yield scene.relation(who, predicate, what, span, f"shared office {several.lemma}")


def _is_past_bid(scene: Scene, position: Mention) -> bool:
    """Whether what an office is told of is an election that has taken place: "candidat à la présidentielle de 2012"."""
    if scene.tree.lemmas[position.head] not in scene.tree.grammar.candidates:
        return False
    told = (scene.event_at.get(token) for token in range(position.head, position.last))
    return any(e is not None and e.kind == ELECTION and e.times and e.factuality == "Actual" for e in told)


def is_deputy(tree: Tree, office: int) -> bool:
    """Whether an adjective says that the holder of an office only assists who leads: "secrétaire général adjoint"."""
    return any(tree.lemmas[k] in tree.grammar.deputies for k in tree.dependents(office, "amod", "compound", "fixed"))


def is_one_of_several(tree: Tree, leader: int) -> bool:
    """Whether somebody is but one of those who lead: "un commandant du mouvement", "one of the leaders of the party"."""
    articles = [tree.tokens[k] for k in tree.dependents(leader, "det", "nummod")]
    if any("Definite=Ind" in word.morph or word.pos == "NUM" for word in articles):
        return not any("Definite=Def" in word.morph for word in articles)
    above = tree.tokens[tree.head(leader)]
    picked = tree.tokens[leader].has("Number=Plur") and tree.preposition(leader) in tree.grammar.of
    return picked and above.pos in {"PRON", "NUM"}


def _is_led(scene: Scene, position: Mention, body: Ref) -> bool:
    """Whether an office is that of a body, not of something in it: "le chef des opérations de paix à l'ONU" leads no UN."""
    tree = scene.tree
    if is_deputy(tree, position.head) or is_one_of_several(tree, position.head):
        return False
    if body.to == "event":
        return True
    mention = scene.mentions[body.index]
    top = mention.head
    if scene.at.get(tree.head(top)) == mention.index:  # "le syndicat Unite"
        top = tree.head(top)
    within = tree.preposition(top) in tree.grammar.place_prepositions
    above = tree.head(top)
    deeper = above != position.head and above in range(position.first, position.last)
    if deeper and tree.tokens[top].dep == "compound" and top < above:
        return False  # "chairman of the Senate finance committee"
    return not within and not (deeper and tree.tokens[top].dep == "nmod" and scene.mention_at(above) in {None, position})


def _known_state(scene: Scene, holder: Mention) -> Ref | None:
    """The state that "President Macron" presides, where the article names it: known, for the press takes it as known."""
    key = scene.language.gazetteer.led_by(holder.text)
    states = (m.index for m in scene.mentions if key is not None and m.link == key)
    return next((Ref("mention", index) for index in states), None)


def _held(scene: Scene, tenures: dict[int, int]) -> dict[int, int]:
    """Of the offices that verbs give and take those that somebody really got or had: no candidate's."""
    verbs = {index: tenure_verb(scene.tree, scene.mentions[index].head) for index in tenures}
    return {k: tenures[k] for k, verb in verbs.items() if verb is not None and scene.factuality(verb) == "Actual"}


def _party(scene: Scene, position: Mention) -> Mention | None:
    """The party or union whose initials stand right behind the word for an office: "le député LR", "un délégué CGT"."""
    behind = position.head + 1
    if behind >= len(scene.tree.tokens) or not scene.tree.tokens[behind].text.isupper():
        return None
    party = scene.mention_at(behind)
    named = party is not None and party.form == "name" and party.first == behind and fits(party, ("Organization",))
    return party if named and not scene.tree.preposition(behind) else None


def _said_of_holder(scene: Scene, position: Mention) -> str:
    """The relation that an office's title states: a spokesman speaks for, a commander commands; "" if none, or no more."""
    words = slice(position.first, position.last)
    forms, lemmas = scene.tree.forms[words], scene.tree.lemmas[words]
    if scene.language.titles.is_former(forms[: position.head + 1 - position.first]):
        return ""
    title = scene.language.titles.match(forms, lemmas, 0)
    if title is None:  # "the Malian army spokesman"
        title = scene.language.titles.match(forms, lemmas, position.head - position.first)
        return title[1].relation if title and title[1].relation == SPEAKS_FOR else ""
    return title[1].relation


def _is_rank_in_state(scene: Scene, position: Mention, body: Ref) -> bool:
    """Whether a rank is told with a state, which it does not lead: "le chef d'état-major israélien"."""
    words = slice(position.first, position.last)
    title = scene.language.titles.match(scene.tree.forms[words], scene.tree.lemmas[words], 0)
    ranked = title is not None and title[1].kind == "rank"
    return ranked and body.to == "mention" and scene.mentions[body.index].kind == "GeopoliticalEntity"


def _body(scene: Scene, position: Mention, party: Mention | None) -> Ref | None:
    """What an office is in: a body by name, else the state of an adjective, else a body by description, else a party.

    Who speaks for what has no name here speaks for no state: "Ugandan police spokesman Emil Okello".
    """
    tree = scene.tree
    below = [k for k in tree.dependents(position.head, *OF_OFFICE) if not _is_apart(tree, position, k)]
    if below and tree.tokens[below[0]].has("PronType=Rel") and tree.first(position.head, "cop") is None:
        below = below[1:]  # "des blessés, dont le ministre X": he is one of them
    deeper = [k for b in below for k in tree.dependents(b, "nmod", "amod", "nmod:poss", "compound")]
    land = scene.mention_at(below[0]) if deeper else None
    if land is not None and land.kind == "GeopoliticalEntity":  # "governor of the US state of Virginia"
        deeper.sort(key=lambda k: tree.tokens[k].dep == "compound")
    governs_town = any(tree.tokens[i].lemma in tree.grammar.town_offices for i in range(position.first, position.last))
    state: Ref | None = None
    described: Ref | None = None
    for token in (*below, *deeper, *range(position.first, position.last)):
        event = scene.event_at.get(token)
        if event is not None and ontology.is_a(event.kind, "MilitaryOperation"):
            return Ref("event", event.index)
        body = scene.mention_at(token)
        if body is None or body.index == position.index or body is party:
            continue
        if not (fits(body, BODIES) or (governs_town and fits(body, TOWNS) and body.form == "name")):
            continue
        if (body.kind == "GeopoliticalEntity" and _is_seat(tree, token)) or _is_field(tree, body):
            continue
        if tree.tokens[body.head].pos == "ADJ" or tree.tokens[body.head].dep == "amod":
            if governs_town:
                continue  # "le maire corse" is that of a town there
            branch = scene.mention_at(tree.head(token)) if token in deeper else None
            if branch is not None and branch is not position and fits(branch, BODIES):
                continue  # "le chef de la branche afghane du groupe" has no office in the state
            state = state or (None if _speaks_for_part(scene, position, body) else Ref("mention", body.index))
        elif body.form == "name":
            return Ref("mention", body.index)
        else:
            described = described or Ref("mention", body.index)
    return state or described or (Ref("mention", party.index) if party is not None else None)


def _speaks_for_part(scene: Scene, position: Mention, state: Mention) -> bool:
    """Whether a noun before "spokesman" says what part of a state speaks: "the Japanese government spokesman"."""
    tree, title = scene.tree, scene.language.titles.get(scene.tree.lemmas[position.head])
    others = (k for k in tree.dependents(position.head, "compound") if k >= state.last)  # no "Malian army spokesman"
    nouns = (scene.language.nouns.get(tree.lemmas[k]) for k in others)
    parts = (noun for noun in nouns if noun is not None and ontology.is_among(noun.kind, BODIES))
    return title is not None and title.relation == SPEAKS_FOR and any(parts)


def _is_field(tree: Tree, body: Mention) -> bool:
    """Whether a noun without an article only says what an office deals in: "le chef de presse du Conseil"."""
    further = tree.tokens[body.head].dep == "conj"  # "ministre du Commerce et de l'Industrie"
    bare = body.form == "nominal" and (further or not body.determiner) and body.number != "p"
    return bare and tree.preposition(body.head) in tree.grammar.of


def _is_apart(tree: Tree, position: Mention, word: int) -> bool:
    """Whether a comma parts an office from what hangs on it: "la présidente X, en rupture avec le parti"."""
    return any(tree.tokens[k].text == "," for k in range(position.last, word))


def _is_its_own(scene: Scene, position: Mention, ref: Ref, told: Ref | None) -> bool:
    """Whether an office is that of a body itself, no part of it: "le chef du bureau politique du parti" leads the bureau."""
    if told is None or ref.to == "event":
        return True
    tree, body, index = scene.tree, scene.mentions[ref.index], ref.index
    below = list(tree.dependents(position.head, *OF_OFFICE))
    named = [k for noun in below for k in tree.dependents(noun, "nmod", "appos") if not tree.preposition(k)]
    if any(k == body.head or scene.at.get(k) == index for k in (*below, *named)):
        return True
    between = tree.tokens[min(position.head, body.last - 1) + 1 : max(position.head, body.first)]
    return not any(token.pos in {"NOUN", "PROPN"} for token in between)


def _is_seat(tree: Tree, token: int) -> bool:
    """Whether a state or town only says where an office is held, or to whom it is sent: "ambassador in Manila"."""
    preposition = tree.preposition(token)
    return preposition in tree.grammar.sent_prepositions or preposition in tree.grammar.place_prepositions
