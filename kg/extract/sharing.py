"""Arguments that joined verbs share, and those that the parser hung inside another argument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.phrases import OBLIQUE_DEPS, SCENE, behind_time, inside, is_gerund, oblique, stand_in
from kg.extract.syntax import Argument, Tree

PARTNER = "partner"  # of a place behind whom one does something with: "met with officials in Rabat"
NESTED = "nested"  # the rule of a place behind another phrase of place: "at a market in Tunis"


def agent_of_owner(tree: Tree, found: list[Argument]) -> Iterator[Argument]:
    """ "freed from rebel control by the army": the agent that the parser hung on what only tells whose it was."""
    for argument in found:
        if argument.slot == "obl" and tree.tokens[argument.token].lemma in tree.grammar.stand_for_owner:
            for kid in tree.dependents(argument.token, "nmod"):
                preposition, noun = tree.oblique(kid)
                if preposition in tree.grammar.agent_prepositions:
                    yield Argument("subject", noun, preposition, "reattached")
                    return


def is_fronted(tree: Tree, verb: int, kid: int) -> bool:
    """Whether a phrase stands before the subject of its clause: "À Lyon, deux hommes …"."""
    return any(kid < subject < verb for subject in tree.dependents(verb, "nsubj", "nsubj:pass"))


def scenes(found: Iterable[Argument], fronted: bool) -> Iterator[Argument]:
    """Obliques, marked as the scene of what the clause tells if they stand in front of it."""
    for argument in found:
        scene = fronted and argument.slot == "obl"
        yield replace(argument, rule=SCENE) if scene else argument


def shared_scene(tree: Tree, verb: int) -> Iterator[Argument]:
    """ "À Lyon, un homme a tiré sur la foule et a pris la fuite": the scene in front belongs to both verbs."""
    first = tree.first_conjunct(verb)
    if first == verb or _has_own_subject(tree, verb) or tree.tokens[verb].pos != "VERB":
        return
    for kid in tree.dependents(first, *OBLIQUE_DEPS):
        found = behind_time(tree, kid) if kid in tree.temporal else oblique(tree, kid, False)
        if is_fronted(tree, first, kid):
            yield from (a for a in scenes(found, True) if a.preposition in tree.grammar.place_prepositions)


def _has_own_subject(tree: Tree, verb: int) -> bool:
    return tree.first(verb, "nsubj", "nsubj:pass") is not None


def shared_object(tree: Tree, verb: int) -> Iterator[Argument]:
    """In "conseille et habilite les forces" the object stands on the last verb and belongs to both.

    A reflexive takes none: "se sont rendus sur place et ont évacué les blessés". Nor does a gerund before another form:
    "fled, shooting in the air and took two hostages".
    """
    if tree.is_reflexive(verb):
        return
    row = [*tree.dependents(verb, "conj")]
    if not row and tree.tokens[verb].dep == "conj":
        row = _behind_in_row(tree, verb)
    for conj in row:
        if tree.tokens[conj].pos != "VERB" or tree.first(conj, "nsubj", "nsubj:pass", "mark") is not None:
            continue
        between = [t for t in tree.tokens[verb + 1 : conj] if t.i not in row or not _is_bare(tree, t.i)]
        kinds = {t.pos for t in between}
        own = "AUX" in kinds and "CCONJ" not in kinds  # "ont fui, ont attaqué le village"
        if kinds <= {"CCONJ", "PUNCT", "ADV", "AUX", "PRON"} and not own:
            shared = tree.first(conj, "obj")
            if shared is not None and tree.preposition(shared) == "":
                if is_gerund(tree, verb) and not is_gerund(tree, conj):
                    return
                yield Argument("object", stand_in(tree, shared), rule="shared object")
                return


def _behind_in_row(tree: Tree, verb: int) -> list[int]:
    """The verbs behind a bare participle of a row: "capturé" for "blessé" in "ont tué, blessé et capturé dix hommes"."""
    beside = tree.dependents(tree.first_conjunct(verb), "conj") if _is_bare(tree, verb) else ()
    return [c for c in beside if c > verb]


def _is_bare(tree: Tree, verb: int) -> bool:
    """Whether a participle of a row has nothing of its own but what joins it."""
    own = (tree.tokens[kid].dep for kid in tree.kids[verb])
    return tree.is_past_participle(verb) and all(dep in ("cc", "punct") for dep in own)


def shared_clitic(tree: Tree, verb: int) -> Iterator[Argument]:
    """ "La police l'a retrouvé à Lyon et arrêté": the pronoun before the auxiliary is the object of both participles."""
    first = tree.first_conjunct(verb)
    if first == verb or not tree.is_past_participle(verb) or tree.is_reflexive(verb):
        return
    if not {tree.tokens[k].dep for k in tree.kids[verb]}.isdisjoint({"aux", "aux:pass", "cop", "nsubj", "ccomp"}):
        return
    for kid in tree.dependents(first, "obj"):
        if kid < first and tree.tokens[kid].pos == "PRON" and not tree.is_reflexive(first):
            yield Argument("object", stand_in(tree, kid), rule="shared object")


def shared_agent(tree: Tree, verb: int) -> Iterator[Argument]:
    """In "formés, fabriqués et fournis par l'Iran" whoever stands behind the last participle did all."""
    for conj in tree.dependents(verb, "conj"):
        others = (t for t in tree.tokens[verb + 1 : conj] if not (t.head == verb and t.has("VerbForm=Part")))
        between = {token.pos for token in others}
        joined = between <= {"CCONJ", "PUNCT", "ADV"} and tree.tokens[conj].has("VerbForm=Part")
        if not joined or tree.first(conj, "nsubj", "nsubj:pass", "obj", "mark") is not None:
            continue
        if tree.tokens[conj].lemma in tree.grammar.succeeding:
            continue
        for kid in tree.dependents(conj, "obl:agent", "obl"):
            preposition, noun = tree.oblique(kid)
            if preposition in tree.grammar.agent_prepositions and kid not in tree.temporal:
                yield Argument("subject", noun, preposition, "shared by-agent")


def reattached(tree: Tree, found: list[Argument], passive: bool) -> Iterator[Argument]:
    """Prepositional phrases that the parser hung inside the object ("fournir des armes aux rebelles")."""
    places = tree.grammar.place_prepositions
    for argument in found:
        clause = _complement_of(tree, argument.token) if argument.slot == "obl" else None
        if clause is not None:
            yield Argument("clause", clause, rule="reattached")  # "a dit dans un communiqué que …"
        if passive and argument.rule == "obj":  # "was fined 5 million euros by the court"
            by = (a for a in inside(tree, argument.token) if a.preposition in tree.grammar.agent_prepositions)
            yield from (replace(a, slot="subject") for a in by)
        if argument.slot == "subject" and argument.rule in {"obl:agent", "by-agent"}:  # "arrêté par la police à Varna"
            yield from (a for a in inside(tree, argument.token) if a.preposition in tree.grammar.inside_prepositions)
        elif argument.slot == "object" and argument.rule not in {"participle", "attribute", "reduced relative"}:
            yield from inside(tree, argument.token)
            yield from _of_name(tree, argument.token)
        elif argument.slot == "obl" and _is_adverbial(tree, argument.token):  # "par téléphone avec X"
            rides = argument.preposition in tree.grammar.ride_prepositions  # "by train from X", not "under pressure from X"
            apart = frozenset() if rides else tree.grammar.origin_prepositions
            yield from (a for a in inside(tree, argument.token) if a.preposition not in apart)
        elif argument.slot == "obl" and _is_carried(tree, argument):  # "transportée sur une civière à la clinique"
            goals = tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
            yield from (a for a in inside(tree, argument.token) if a.preposition in goals)
        elif argument.slot == "obl" and tree.first(argument.token, "nummod") is not None:  # "à dix ans de prison pour vol"
            yield from (a for a in inside(tree, argument.token) if a.preposition in tree.grammar.purpose_marks)
        elif argument.slot == "obl" and argument.preposition in tree.grammar.instrument_prepositions:
            # "met with members of the alliance in Rome"
            yield from (replace(a, rule=PARTNER) for a in inside(tree, argument.token) if a.preposition in places)
        elif argument.slot == "obl" and _is_turn(tree, argument):
            continue  # "arrested in connection with a death in Leeds"
        elif argument.preposition in tree.grammar.origin_prepositions:
            continue  # "moved tanks from bases in Syria": nothing is told of Syria but that they were there
        elif argument.slot == "obl" and argument.preposition in places | tree.grammar.into_prepositions:
            # "at a market in Tunis", "into a ravine in Nepal"
            yield from (replace(a, rule=NESTED) for a in inside(tree, argument.token) if _is_at(tree, a.preposition))


def _complement_of(tree: Tree, noun: int) -> int | None:
    """The clause that the parser hung on a noun beside the verb that it belongs to."""
    return next((k for k in tree.dependents(noun, "acl", "acl:relcl", "ccomp") if tree.is_content(k)), None)


def _is_turn(tree: Tree, argument: Argument) -> bool:
    """Whether an oblique stands behind a preposition of several words: "in connection with a death in Leeds"."""
    turn = tree.head(argument.token)
    return f"{tree.preposition(turn)}:{tree.tokens[turn].lemma}" in tree.grammar.complex_prepositions


def _is_at(tree: Tree, preposition: str) -> bool:
    """Whether what stands behind a preposition is where something is."""
    return preposition in tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions


def _is_adverbial(tree: Tree, noun: int) -> bool:
    """Whether a bare singular noun behind a preposition only says how: "par téléphone", "en secret", "by phone"."""
    token = tree.tokens[noun]
    bare = not any(tree.tokens[k].dep in {"det", "amod", "nummod", "nmod:poss", "compound"} for k in tree.kids[noun])
    return token.pos == "NOUN" and bare and "Number=Plur" not in token.morph


def _is_carried(tree: Tree, argument: Argument) -> bool:
    """Whether an oblique tells on or in what somebody is brought somewhere."""
    moves = tree.tokens[tree.head(argument.token)].lemma in tree.grammar.motion
    return moves and argument.preposition in tree.grammar.ride_prepositions


def _of_name(tree: Tree, name: int) -> Iterator[Argument]:
    """What the parser made the complement of a name, which takes none: "a menacé l'Italie de sanctions"."""
    for kid in tree.dependents(name, "nmod") if tree.tokens[name].pos == "PROPN" else ():
        if tree.preposition(kid) in tree.grammar.of and tree.tokens[kid].pos == "NOUN" and not tree.is_determined(kid):
            yield Argument("obl", kid, tree.preposition(kid), "reattached")
