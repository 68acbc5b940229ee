"""The logical arguments of a verb or an event noun, whatever construction they stand in.

A passive subject is an object, a by-agent a subject; a relative pronoun is its antecedent; an infinitive takes its
subject from the verb that controls it, a coordinated verb from the first one. Slots are those of kg.lang.frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.syntax import MAX_DEPTH, Argument, Tree

NOMINAL_DEPS = ("nmod", "nmod:poss", "obl", "obl:arg", "obl:mod", "obl:agent")
OBLIQUE_DEPS = ("obl", "obl:arg", "obl:mod", "obl:tmod", "nmod", "advmod", "obl:agent")
OF = frozenset({"de", "of"})  # prepositions that tie a noun to another, saying whose or of what it is
NOUNS = {"NOUN", "PROPN"}
SPEECH_ENDS = {",", '"', "»", "”", "’"}  # what stands before a verb of saying with its subject behind it
SCENE = "scene"  # the rule of what stands in front of a clause: where it takes place, not where anybody goes
NESTED = "nested"  # the rule of a place behind another phrase of place: "at a market in Tunis"
OPENING = {'"', "«", "“", "‘", "„"}
LONGEST_HEADING = 4  # words before the colon of a headline
LONGEST_TITLE = 12  # words before a colon and a quotation
CLAUSE_DEPS = ("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis")


def verb_arguments(tree: Tree, verb: int) -> tuple[Argument, ...]:
    """The logical arguments of verb `verb`; of a causative those of what is brought about."""
    found = tree.arguments.get(verb)
    if found is None:
        found = surface_arguments(tree, verb)
        if tree.first(verb, "aux:caus") is not None:
            found = tuple(_caused(tree, verb, found))
        tree.arguments[verb] = found
    return found


def _caused(tree: Tree, verb: int, found: tuple[Argument, ...]) -> Iterator[Argument]:
    """ "s'est fait arrêter", "s'est vu refuser une place" happen to the subject; "a fait libérer X" is done by others."""
    to_subject = "dative" if any(a.slot == "object" for a in found) else "object"
    for argument in found:
        if argument.slot != "subject" or argument.rule in {"obl:agent", "by-agent"}:
            yield argument
        elif tree.is_reflexive(verb):
            yield replace(argument, slot=to_subject)


def surface_arguments(tree: Tree, verb: int) -> tuple[Argument, ...]:
    """The logical arguments of verb `verb`, the subject of a causative being who brings about."""
    passive = tree.is_passive(verb)
    found = list(_direct(tree, verb, passive))
    if not any(a.slot == ("object" if passive else "subject") for a in found):
        found.extend(_inherited(tree, verb, passive))
    if not any(a.slot == "object" for a in found):
        found.extend(_shared_object(tree, verb))
    found.extend(_shared_scene(tree, verb))
    found.extend(_reattached(tree, found, passive))
    if passive and not any(a.slot == "subject" for a in found):
        found.extend(_agent_of_owner(tree, found))
        found.extend(_shared_agent(tree, verb))
    return tuple(found)


def _agent_of_owner(tree: Tree, found: list[Argument]) -> Iterator[Argument]:
    """ "freed from rebel control by the army": the agent that the parser hung on what only tells whose it was."""
    for argument in found:
        if argument.slot == "obl" and tree.tokens[argument.token].lemma in tree.grammar.stand_for_owner:
            for kid in tree.dependents(argument.token, "nmod"):
                preposition, noun = tree.oblique(kid)
                if preposition in tree.grammar.agent_prepositions:
                    yield Argument("subject", noun, preposition, "reattached")
                    return


def _direct(tree: Tree, verb: int, passive: bool) -> Iterator[Argument]:
    """Arguments that hang on the verb itself."""
    tokens = tree.tokens
    for kid in tree.kids[verb]:
        dep = tokens[kid].dep
        if _is_heading(tree, verb, kid):
            continue
        if _is_speech_subject(tree, verb, kid):
            yield Argument("clause", kid, rule="fronted speech")
        elif tokens[kid].lemma in tree.grammar.relative_place and tree.is_relative(kid):  # "in Varna, where two men died"
            yield Argument("obl", _where(tree, kid), tokens[kid].lemma, SCENE)
        elif dep in {"nsubj", "nsubj:pass", "nsubj:caus"}:
            yield Argument("object" if passive else "subject", _subject_meant(tree, verb, kid), rule=dep)
        elif dep == "obj":
            if _is_inverted_subject(tree, verb, kid):
                yield Argument("subject", kid, rule="inversion")
            elif tree.preposition(kid) == "":
                yield Argument("object", _stand_in(tree, kid), rule=dep)
            else:
                yield from _partitive_or_oblique(tree, kid)
        elif tokens[kid].lemma in tree.grammar.place_clitics and (place := _place_before(tree, kid)) is not None:
            yield Argument("obl", place, tree.preposition(place), "pro-form")
        elif dep in {"iobj", "obl:dat"}:
            yield Argument("dative", _stand_in(tree, kid), rule=dep)
        elif dep == "obl:agent":
            preposition, noun = tree.oblique(kid)
            by = preposition in tree.grammar.agent_prepositions and not _acts_itself(tree, verb)
            yield Argument("subject" if passive or by else "obl", noun, preposition, dep)
        elif kid in tree.temporal:
            yield from _scenes(_behind_time(tree, kid), _is_fronted(tree, verb, kid))
        elif dep in (*OBLIQUE_DEPS, "iobj") and (tree.preposition(kid) or tree.is_relative(kid)):
            yield from _scenes(_oblique(tree, kid, passive and dep != "obl:mod"), _is_fronted(tree, verb, kid))
        elif dep == "advmod" and (fixed := tree.first(kid, "fixed")) is not None:  # "se rend sur place"
            yield Argument("obl", fixed, tokens[kid].lemma.lower(), "adverb")
        elif dep == "advmod" and kid > verb:  # "went back to the capital": the parser hangs the place on the adverb
            for below in tree.dependents(kid, "obl", "nmod"):
                yield from _oblique(tree, below, passive)
        elif dep == "csubj" and kid < verb and tree.tokens[kid].has("VerbForm=Part"):
            yield Argument("subject", kid, rule="gerund")  # "Closing the border would hurt farmers"
        elif dep in CLAUSE_DEPS and not _is_interposed(tree, kid):
            yield Argument("clause", kid, tree.mark(kid), dep)
        elif dep == "advcl" and (tool := _tool(tree, kid)) is not None:
            yield Argument("obl", tool, _wording(tree, kid), "tool")
        elif dep == "advcl" and kid < verb and _is_fronted_speech(tree, kid):
            yield Argument("clause", kid, rule="fronted speech")
        elif dep == "advcl" and tree.mark(kid) in tree.grammar.complement_marks and not _is_absolute(tree, kid):
            yield Argument("clause", kid, tree.mark(kid), "gerund")
    if _is_interposed(tree, verb):
        yield Argument("clause", tree.head(verb), rule="interposed speech")
    yield from _participle_head(tree, verb, passive)


def _is_absolute(tree: Tree, clause: int) -> bool:
    """Whether a participle has a subject of its own: "was settled, with the firm paying a fine"."""
    return tree.tokens[clause].has("VerbForm=Part") and tree.first(clause, "nsubj") is not None


def _place_before(tree: Tree, clitic: int) -> int | None:
    """What an adverbial pronoun takes up: the phrase of place before it, "Transporté à l'hôpital, il y est mort"."""
    first = tree.parse.sentences[tree.tokens[clitic].sentence].first
    inside = tree.grammar.inside_prepositions
    placed = (k for k in range(clitic - 1, first, -1) if tree.tokens[k].pos in NOUNS and tree.preposition(k) in inside)
    return next((k for k in placed if k not in tree.temporal), None)


def _acts_itself(tree: Tree, verb: int) -> bool:
    """Whether an active verb has its own subject, so that a by-agent is another's: "freed them after mediation by Oman"."""
    own = tree.first(verb, "nsubj") is not None and tree.first(verb, "obj") is not None
    return own and not tree.is_reflexive(verb) and tree.first(verb, "aux:caus") is None


def _tool(tree: Tree, gerund: int) -> int | None:
    """What a gerund that is as good as a preposition says to be used: "attacked the town using drones"."""
    return tree.first(gerund, "obj") if _wording(tree, gerund) in tree.grammar.instrument_prepositions else None


def _wording(tree: Tree, gerund: int) -> str:
    """A gerund with its mark: "using", "en utilisant"."""
    return f"{tree.mark(gerund)} {tree.tokens[gerund].text.lower()}".strip()


def _is_fronted(tree: Tree, verb: int, kid: int) -> bool:
    """Whether a phrase stands before the subject of its clause: "À Lyon, deux hommes …"."""
    return any(kid < subject < verb for subject in tree.dependents(verb, "nsubj", "nsubj:pass"))


def _scenes(found: Iterable[Argument], fronted: bool) -> Iterator[Argument]:
    """Obliques, marked as the scene of what the clause tells if they stand in front of it."""
    for argument in found:
        scene = fronted and argument.slot == "obl"
        yield replace(argument, rule=SCENE) if scene else argument


def _shared_scene(tree: Tree, verb: int) -> Iterator[Argument]:
    """ "À Lyon, un homme a tiré sur la foule et a pris la fuite": the scene in front belongs to both verbs."""
    first = tree.first_conjunct(verb)
    if first == verb or _has_own_subject(tree, verb) or tree.tokens[verb].pos != "VERB":
        return
    for kid in tree.dependents(first, *OBLIQUE_DEPS):
        found = _behind_time(tree, kid) if kid in tree.temporal else _oblique(tree, kid, False)
        if _is_fronted(tree, first, kid):
            yield from (a for a in _scenes(found, True) if a.preposition in tree.grammar.place_prepositions)


def _has_own_subject(tree: Tree, verb: int) -> bool:
    return tree.first(verb, "nsubj", "nsubj:pass") is not None


def _is_heading(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a word only says where or of whom a headline tells, before its colon: "France : un avion s'écrase"."""
    sentence = tree.parse.sentences[tree.tokens[verb].sentence]
    if noun > verb or tree.tokens[noun].pos not in {"NOUN", "PROPN"}:
        return False
    longest = min(noun + LONGEST_TITLE, verb)  # "Ivo Sand, procureur de Varna : « L'homme a été arrêté. »"
    colon = next((t.i for t in tree.tokens[noun + 1 : longest] if t.text == ":"), None)
    if colon is not None and colon - noun >= LONGEST_HEADING and tree.tokens[colon + 1].text not in OPENING:
        return False
    return colon is not None and noun - sentence.first < LONGEST_HEADING and tree.tokens[sentence.first].text not in OPENING


def _is_interposed(tree: Tree, verb: int) -> bool:
    """ "Les forces se retirent, a indiqué X": an insertion behind what it says, with its subject behind it."""
    token = tree.tokens[verb]
    subject = tree.first(verb, "nsubj")
    inverted = subject is not None and (subject > verb or tree.tokens[subject].text.startswith("-"))
    if token.dep != "parataxis" or not inverted or tree.mark(verb):
        return False
    begun = tree.first(token.head, "nsubj", "nsubj:pass")  # "Le directeur, a rapporté l'AFP, aurait versé …"
    return token.head < verb or (begun is not None and begun < verb)


def _is_inverted_subject(tree: Tree, verb: int, noun: int) -> bool:
    """ "…, a déclaré le ministre": behind a finite main verb without any subject stands its subject."""
    token = tree.tokens[verb]
    if noun < verb or token.dep not in {"root", "parataxis"} or tree.preposition(noun) or "Mood=Imp" in token.morph:
        return False
    finite = token.has("VerbForm=Fin") or any(a.has("VerbForm=Fin") for a in tree.auxiliaries(verb))
    alone = all(
        not tree.tokens[k].dep.startswith(("nsubj", "csubj", "expl:subj")) or _is_speech_subject(tree, verb, k)
        for k in tree.kids[verb]
    )
    first = min((verb, *(k for k in tree.kids[verb] if tree.tokens[k].dep.startswith("aux"))))
    before = tree.tokens[first - 1].text if first > tree.parse.sentences[token.sentence].first else ""
    return finite and alone and before in SPEECH_ENDS


def _is_speech_subject(tree: Tree, verb: int, noun: int) -> bool:
    """ "« Les secours sont en route », a dit X": a clause that the parser took for the subject."""
    if not tree.tokens[noun].dep.startswith("nsubj") or tree.first(noun, "cop") is None or tree.mark(noun):
        return False
    return noun < verb and any(tree.tokens[k].text in SPEECH_ENDS for k in range(noun + 1, verb))


def _is_fronted_speech(tree: Tree, clause: int) -> bool:
    """ "Les forces se retirent, a indiqué X": a finite clause without subordinator that the parser hung below."""
    finite = tree.tokens[clause].has("VerbForm=Fin") or any(a.has("VerbForm=Fin") for a in tree.auxiliaries(clause))
    return finite and tree.mark(clause) == ""


def _partitive_or_oblique(tree: Tree, kid: int) -> Iterator[Argument]:
    """An object with a preposition: a French partitive ("fournir de l'aide") or a mislabelled oblique."""
    preposition, noun = tree.oblique(kid)
    yield Argument("object" if preposition == "de" else "obl", noun, preposition, "obj")


def _oblique(tree: Tree, kid: int, passive: bool) -> Iterator[Argument]:
    preposition, noun = tree.oblique(kid)
    if passive and preposition in tree.grammar.agent_prepositions:
        yield Argument("subject", _stand_in(tree, noun), preposition, "by-agent")
    else:
        yield Argument("obl", _stand_in(tree, noun), preposition, "obl")


def _behind_time(tree: Tree, time: int, depth: int = 0) -> Iterator[Argument]:
    """ "Le 3 mai 2019 à Alep, …": the parser hangs the place on the date, but it belongs to the verb."""
    for kid in tree.dependents(time, "nmod", "obl"):
        if kid in tree.temporal and depth < MAX_DEPTH:
            yield from _behind_time(tree, kid, depth + 1)
        elif tree.preposition(kid) in tree.grammar.place_prepositions:
            preposition, noun = tree.oblique(kid)
            yield Argument("obl", noun, preposition, "behind time")


def _participle_head(tree: Tree, verb: int, passive: bool) -> Iterator[Argument]:
    """The noun that a participle or a bare relative clause modifies is its subject or object."""
    token = tree.tokens[verb]
    if token.dep in {"acl", "amod"} and token.head != verb and not _is_heading(tree, verb, token.head):
        if passive:
            before = token.dep == "amod" and verb < token.head
            noun = _agreeing(tree, verb, token.head)
            one = noun if before else _nearest_conjunct(tree, verb, noun)
            alone = before or one != noun
            yield Argument("object", one, rule="attribute" if alone else "participle")
        elif not tree.mark(verb):  # "the trial for killing two people" killed nobody
            yield Argument("subject", token.head, rule="participle")
    elif token.dep == "acl:relcl" and not passive and _is_reduced_relative(tree, verb):
        yield Argument("object", token.head, rule="reduced relative")


def _agreeing(tree: Tree, participle: int, noun: int) -> int:
    """The noun that a participle qualifies: the one above where gender tells, "l'épouse du maire, élue députée"."""
    gender = _gender(tree, participle)
    for _ in range(3):
        own, token = _gender(tree, noun), tree.tokens[noun]
        if not gender or not own or own == gender:
            return noun
        if token.dep != "nmod" or not _gender(tree, token.head):
            break
        noun = token.head
    return noun if _gender(tree, noun) == gender else tree.head(participle)


def _nearest_conjunct(tree: Tree, participle: int, noun: int) -> int:
    """The last of joined nouns, where a singular participle right behind means it alone: "X et le parti dirigé par Y"."""
    if not tree.tokens[participle].has("Number=Sing") or tree.tokens[participle - 1].text == ",":
        return noun
    gender = _gender(tree, participle)
    before = [c for c in tree.conjuncts(noun) if c < participle and _gender(tree, c) in {"", gender}]
    return before[-1] if before else noun


def _gender(tree: Tree, i: int) -> str:
    return next((f for f in tree.tokens[i].morph.split("|") if f.startswith("Gender=")), "")


def _is_reduced_relative(tree: Tree, verb: int) -> bool:
    """ "the weapons they delivered": a relative clause with a subject, no object and no relative pronoun."""
    if any(tree.is_relative(below) for kid in tree.kids[verb] for below in (kid, *tree.kids[kid])):
        return False  # "a gang whose leader lives in X"
    return tree.first(verb, "nsubj") is not None and tree.first(verb, "obj") is None


def _stand_in(tree: Tree, i: int) -> int:
    """A relative pronoun's antecedent; any other token is itself."""
    if tree.is_relative(i):
        antecedent = tree.antecedent(i)
        if antecedent is not None:
            return antecedent
    return i


def _where(tree: Tree, i: int) -> int:
    """The place that a relative "where" stands for: that of an event which the parser took for it, "attacks in X, where"."""
    noun, places = _stand_in(tree, i), tree.grammar.place_prepositions
    within = [kid for kid in tree.dependents(noun, "nmod") if kid < i and tree.preposition(kid) in places]
    return within[-1] if within and tree.preposition(noun) not in places else noun


def _subject_meant(tree: Tree, verb: int, subject: int) -> int:
    """The subject of a verb, for a relative pronoun its antecedent: what kills, not where it is."""
    stands_for = _stand_in(tree, subject)
    harms = stands_for != subject and tree.tokens[verb].lemma in tree.grammar.resultative
    return _above_places(tree, stands_for) if harms and not tree.is_passive(verb) else stands_for


def _above_places(tree: Tree, noun: int) -> int:
    """ "attacks in the town of X in Y, which killed ten": no place kills, but what happened there."""
    for _ in range(MAX_DEPTH):
        above, preposition = tree.head(noun), tree.preposition(noun)
        of_place = preposition in OF and f"in:{tree.tokens[above].lemma}" in tree.grammar.complex_prepositions
        if not (preposition in tree.grammar.inside_prepositions or of_place) or tree.tokens[above].pos not in NOUNS:
            return noun
        noun = above
    return noun


def _inherited(tree: Tree, verb: int, passive: bool) -> Iterator[Argument]:
    """The subject that a verb without one takes from the clause above it."""
    slot = "object" if passive else "subject"
    controller = _controller(tree, verb, 0)
    if controller is not None and not (passive and _disagrees(tree, verb, controller[0])):
        yield Argument(slot, controller[0], rule=controller[1])
        if controller[1] == "object control" and not passive:
            yield from _users(tree, verb)
    if tree.tokens[verb].lemma in tree.grammar.causative and is_gerund_behind(tree, verb):
        yield Argument(slot, tree.head(verb), rule="result")  # "deux trains se sont percutés, faisant dix morts"


def _users(tree: Tree, verb: int) -> Iterator[Argument]:
    """ "used tanks to destroy houses": who uses a thing does what is done with it."""
    head = tree.head(verb)
    if tree.tokens[head].lemma in tree.grammar.tool_verbs and not tree.is_passive(head):
        user = _surface_subject(tree, head, 0, "subject control")
        if user is not None:
            yield Argument("subject", user[0], rule=user[1])


def _disagrees(tree: Tree, participle: int, noun: int) -> bool:
    """ "l'œuvre est distinguée par un prix créé en 1994": by gender, the participle is not said of the subject."""
    own, other = _gender(tree, participle), _gender(tree, noun)
    bare = tree.is_past_participle(participle) and not tree.auxiliaries(participle)
    return bare and bool(own) and bool(other) and own != other and tree.first(noun, "conj") is None


def _controller(tree: Tree, verb: int, depth: int) -> tuple[int, str] | None:
    """The token that controls the missing subject of `verb`, and the name of the construction."""
    token = tree.tokens[verb]
    head = token.head
    if depth > MAX_DEPTH or head == verb:
        return None
    if token.dep == "conj":
        return _surface_subject(tree, head, depth, "coordination")
    if token.dep == "acl" and tree.mark(verb) and not token.has("VerbForm=Fin"):
        if _is_blamed(tree, head, tree.mark(verb)):
            return head, "object control"
        return _noun_controller(tree, head, depth)
    if token.dep in {"acl", "amod"}:
        return None
    if any(tree.tokens[k].has("VerbForm=Fin") for k in (verb, *tree.dependents(verb, "aux", "aux:pass"))):
        return None
    if token.dep in {"xcomp", "ccomp"}:
        return _asked(tree, head, verb, depth)
    if token.dep == "advcl" and not any(tree.tokens[k].dep == "nsubj" for k in tree.kids[verb]):
        told = tree.mark(verb) in tree.grammar.complement_marks | tree.grammar.capacity_prepositions
        if (
            told and tree.tokens[head].lemma in tree.grammar.object_control
        ):  # "accuse them of bombing", "quote him as saying"
            under = tree.first(head, "obj", "nsubj:pass")
            under = _qualified(tree, head) if under is None else under
            return (_stand_in(tree, under), "object control") if under is not None else None
        if _is_result(tree, verb):
            return head, "result"
        if tree.tokens[verb].lemma in tree.grammar.resultative and _is_behind_clause(tree, verb):
            return None
        found = _surface_subject(tree, head, depth, "adjunct control")
        doubtful = found is not None and found[1] in {"object control", "dative control"}
        return None if doubtful else found  # "lui demande de venir en saluant X": who salutes?
    return None


def _is_blamed(tree: Tree, noun: int, mark: str) -> bool:
    """ "jailed a man for throwing paint", which the parser hung on the man: he threw it."""
    told = mark in tree.grammar.complement_marks - tree.grammar.purpose_marks
    asked = tree.tokens[tree.head(noun)].lemma in tree.grammar.object_control
    return told and asked and tree.tokens[noun].dep in {"obj", "nsubj:pass"}


def _asked(tree: Tree, verb: int, clause: int, depth: int) -> tuple[int, str] | None:
    """Who does what the complement `clause` of `verb` tells: whom it asks or orders, else its own subject."""
    lemma = tree.tokens[verb].lemma
    obliged = lemma in tree.grammar.causative - tree.grammar.object_control and tree.mark(clause)
    if obliged and tree.first(verb, "obj") is None:
        return _surface_subject(tree, verb, depth, "subject control")  # "had to pay" makes nobody pay
    opposed = lemma in tree.grammar.opposing - tree.grammar.object_control and tree.first(verb, "obj") is not None
    if lemma in tree.grammar.causative or opposed:
        return None
    if lemma in tree.grammar.object_control:
        passive = tree.is_passive(verb)
        under = tree.first(verb, "nsubj:pass") if passive else tree.first(verb, "obj", "iobj")
        under = _qualified(tree, verb) if under is None and passive else under
        if under is None and not passive and lemma in tree.grammar.own_control:
            return _surface_subject(tree, verb, depth, "subject control")
        if under is None:  # "called on the minister to resign"
            obliques = tree.dependents(verb, *OBLIQUE_DEPS)
            under = next((k for k in obliques if tree.preposition(k) in tree.grammar.control_prepositions), None)
        return (_stand_in(tree, under), "object control") if under is not None else None
    if lemma in tree.grammar.dative_control:
        obliques, dative = tree.dependents(verb, *OBLIQUE_DEPS), tree.grammar.dative_preposition
        under = tree.first(verb, "iobj") or next((k for k in obliques if tree.preposition(k) == dative), None)
        return (_stand_in(tree, under), "dative control") if under is not None else None
    return _surface_subject(tree, verb, depth, "subject control")


def _qualified(tree: Tree, participle: int) -> int | None:
    """Of whom a past participle is said: "un homme accusé d'avoir tué X", "accusé d'avoir tué X, Paul Martin a fui"."""
    token = tree.tokens[participle]
    if not tree.is_past_participle(participle) or not tree.is_passive(participle):
        return None
    if token.dep in {"acl", "amod"} and tree.tokens[token.head].pos in NOUNS:
        return token.head
    return tree.first(token.head, "nsubj", "nsubj:pass") if token.dep == "advcl" else None


def _is_behind_clause(tree: Tree, verb: int) -> bool:
    """ "raised the alert after a lorry had hit a crowd, killing ten": who or what killed, the parser can't tell."""
    between = tree.tokens[tree.head(verb) + 1 : verb]
    return any(token.has("VerbForm=Fin") for token in between)


def _is_result(tree: Tree, verb: int) -> bool:
    """ "The convoy was attacked, killing twenty": a gerund behind a passive that tells what the event itself does."""
    passive = tree.is_passive(tree.head(verb))
    return passive and tree.tokens[verb].lemma in tree.grammar.resultative and is_gerund_behind(tree, verb)


def is_gerund_behind(tree: Tree, verb: int) -> bool:
    """Whether a clause is a participle without a mark behind the verb that governs it: "…, killing twenty"."""
    token = tree.tokens[verb]
    return token.dep == "advcl" and token.has("VerbForm=Part") and not tree.mark(verb) and tree.head(verb) < verb


def _noun_controller(tree: Tree, noun: int, depth: int) -> tuple[int, str] | None:
    """ "Coalition efforts to defeat X", "la capacité des forces à agir": whose effort it is, else the clause's subject."""
    for kid in tree.kids[noun]:
        token = tree.tokens[kid]
        possessor = token.dep in {"nmod:poss", "compound"} or (token.dep == "det" and "Poss=Yes" in token.morph)
        whose = OF | tree.grammar.agent_prepositions
        if possessor or (token.dep == "nmod" and tree.preposition(kid) in whose):
            return kid, "noun control"
    governor = tree.head(noun)
    if tree.tokens[governor].lemma in tree.grammar.opposing:  # "foiled a plot to bomb the station"
        return None
    if _is_of_held(tree, noun):
        return _asked(tree, governor, noun, depth) if tree.tokens[noun].dep == "obl" else (governor, "object control")
    if tree.tokens[noun].dep in {"obj", "obl"} and tree.tokens[governor].pos == "VERB":
        return _surface_subject(tree, governor, depth, "noun control")
    return None


def _is_of_held(tree: Tree, noun: int) -> bool:
    """ "arrested two men on suspicion of planning an attack": a noun behind whom somebody is held says what these did."""
    token = tree.tokens[noun]
    verb = token.head if token.dep == "obl" else tree.head(token.head)
    behind = token.dep == "obl" or (token.dep == "nmod" and tree.tokens[token.head].dep in {"obj", "nsubj:pass"})
    return behind and noun > token.head and tree.tokens[verb].lemma in tree.grammar.object_control


def _surface_subject(tree: Tree, verb: int, depth: int, rule: str) -> tuple[int, str] | None:
    """The grammatical subject of `verb`, its own or one it inherits."""
    subjects = tree.dependents(verb, "nsubj", "nsubj:pass")
    own = next((kid for kid in subjects if not _is_heading(tree, verb, kid)), None)
    if own is not None:
        return _subject_meant(tree, verb, own), rule
    token = tree.tokens[verb]
    if token.dep in {"acl", "amod"} and token.head != verb:
        return token.head, rule
    return _controller(tree, verb, depth + 1)


def _shared_object(tree: Tree, verb: int) -> Iterator[Argument]:
    """In "conseille et habilite les forces" the object stands on the last verb and belongs to both."""
    for conj in tree.dependents(verb, "conj"):
        if tree.tokens[conj].pos != "VERB" or tree.first(conj, "nsubj", "nsubj:pass", "mark") is not None:
            continue
        between = tree.tokens[verb + 1 : conj]
        kinds = {t.pos for t in between}
        own = "AUX" in kinds and "CCONJ" not in kinds  # "ont fui, ont attaqué le village"
        if kinds <= {"CCONJ", "PUNCT", "ADV", "AUX", "PRON"} and not own:
            shared = tree.first(conj, "obj")
            if shared is not None and tree.preposition(shared) == "":
                yield Argument("object", _stand_in(tree, shared), rule="shared object")
                return


def _shared_agent(tree: Tree, verb: int) -> Iterator[Argument]:
    """In "fabriqués et fournis par l'Iran" whoever stands behind the last participle did both."""
    for conj in tree.dependents(verb, "conj"):
        between = {token.pos for token in tree.tokens[verb + 1 : conj]}
        joined = between <= {"CCONJ", "PUNCT", "ADV"} and tree.tokens[conj].has("VerbForm=Part")
        if not joined or tree.first(conj, "nsubj", "nsubj:pass", "obj", "mark") is not None:
            continue
        for kid in tree.dependents(conj, "obl:agent", "obl"):
            preposition, noun = tree.oblique(kid)
            if preposition in tree.grammar.agent_prepositions and kid not in tree.temporal:
                yield Argument("subject", noun, preposition, "shared by-agent")


def _reattached(tree: Tree, found: list[Argument], passive: bool) -> Iterator[Argument]:
    """Prepositional phrases that the parser hung inside the object ("fournir des armes aux rebelles")."""
    for argument in found:
        clause = _complement_of(tree, argument.token) if argument.slot == "obl" else None
        if clause is not None:
            yield Argument("clause", clause, rule="reattached")  # "a dit dans un communiqué que …"
        if passive and argument.rule == "obj":  # "was fined 5 million euros by the court"
            by = (a for a in _inside(tree, argument.token) if a.preposition in tree.grammar.agent_prepositions)
            yield from (replace(a, slot="subject") for a in by)
        if argument.slot == "subject" and argument.rule in {"obl:agent", "by-agent"}:  # "arrêté par la police à Varna"
            yield from (a for a in _inside(tree, argument.token) if a.preposition in tree.grammar.inside_prepositions)
        elif argument.slot == "object" and argument.rule not in {"participle", "attribute", "reduced relative"}:
            yield from _inside(tree, argument.token)
            yield from _of_name(tree, argument.token)
        elif argument.slot == "obl" and _is_adverbial(tree, argument.token):  # "par téléphone avec X"
            yield from _inside(tree, argument.token)
        elif argument.slot == "obl" and _is_carried(tree, argument):  # "transportée sur une civière à la clinique"
            goals = tree.grammar.inside_prepositions - tree.grammar.beyond_prepositions
            yield from (a for a in _inside(tree, argument.token) if a.preposition in goals)
        elif argument.slot == "obl" and tree.first(argument.token, "nummod") is not None:  # "à dix ans de prison pour vol"
            yield from (a for a in _inside(tree, argument.token) if a.preposition in tree.grammar.purpose_marks)
        elif argument.slot == "obl" and argument.preposition in tree.grammar.place_prepositions:  # "at a market in Tunis"
            yield from (replace(a, rule=NESTED) for a in _inside(tree, argument.token) if _is_at(tree, a.preposition))


def _complement_of(tree: Tree, noun: int) -> int | None:
    """The clause that the parser hung on a noun beside the verb that it belongs to."""
    return next((k for k in tree.dependents(noun, "acl", "acl:relcl", "ccomp") if tree.is_content(k)), None)


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


def _inside(tree: Tree, noun: int) -> Iterator[Argument]:
    """Prepositional phrases inside the phrase of a noun, but for those that say whose it is."""
    for edge in _right_edge(tree, noun):
        for kid in tree.dependents(edge, "nmod", "obl"):
            preposition, real = tree.oblique(kid)
            between = (
                tree.tokens[edge].lemma in tree.grammar.shared_with and preposition in tree.grammar.instrument_prepositions
            )
            if preposition not in {*OF, ""} and not between:  # "discussed the border with Syria" with others
                yield Argument("obl", real, preposition, "reattached")


def _of_name(tree: Tree, name: int) -> Iterator[Argument]:
    """What the parser made the complement of a name, which takes none: "a menacé l'Italie de sanctions"."""
    for kid in tree.dependents(name, "nmod") if tree.tokens[name].pos == "PROPN" else ():
        if tree.preposition(kid) in OF and tree.tokens[kid].pos == "NOUN" and not tree.is_determined(kid):
            yield Argument("obl", kid, tree.preposition(kid), "reattached")


def _right_edge(tree: Tree, noun: int) -> Iterator[int]:
    """A noun, the last of those coordinated with it, and the complements that stand last inside them."""
    for _ in range(4):
        yield noun
        last = None
        for kid in tree.dependents(noun, "nmod", "conj", "obl", "appos"):
            described = tree.tokens[kid].dep == "appos" and tree.tokens[kid].pos != "PROPN"
            last = last if described else kid  # "the minister, X, in Paris", but "X, a member of the club in Paris"
        if last is None or last < noun:
            return
        noun = last


def noun_arguments(tree: Tree, noun: int) -> tuple[Argument, ...]:
    """The logical arguments of event noun `noun`: complements, possessors, adjectives, compounds."""
    return tuple(_noun_arguments(tree, noun))


def _noun_arguments(tree: Tree, noun: int) -> Iterator[Argument]:
    tokens = tree.tokens
    for kid in tree.kids[noun]:
        token = tokens[kid]
        dep = token.dep
        if dep == "nmod:poss" or (dep == "det" and "Poss=Yes" in token.morph):
            yield Argument("poss", kid, rule="possessive")
        elif dep in NOMINAL_DEPS:
            if tree.is_relative(kid):
                continue
            if kid in tree.temporal:
                yield from (replace(a, slot="nmod") for a in _behind_time(tree, kid))
            preposition, real = tree.oblique(kid)
            yield Argument("nmod", real, preposition, "nmod")
        elif dep == "amod":
            yield Argument("adj", kid, rule="adjective")
        elif dep == "compound":
            yield Argument("compound", kid, rule="compound")
        elif dep == "appos":
            yield Argument("appos", kid, rule="apposition")
        elif dep == "acl" and (tool := _tool(tree, kid)) is not None:
            yield Argument("nmod", tool, _wording(tree, kid), "tool")
        elif dep in {"acl", "ccomp", "xcomp"} and token.pos == "VERB" and tree.mark(kid):
            yield Argument("clause", kid, tree.mark(kid), dep)
    yield from _relative_genitive(tree, noun)
    yield from _deep_complements(tree, noun)
    yield from _borrowed(tree, noun)


def _own_edge(tree: Tree, noun: int) -> Iterator[int]:
    """The right edge of an event noun, up to a noun joined to it: "l'occupation des terres et la création d'écoles à X"."""
    for edge in list(_right_edge(tree, noun))[1:]:
        joined = tree.tokens[edge].dep == "conj" and tree.head(edge) == noun
        if joined and tree.first(edge, "det", "nmod:poss") is not None:
            return
        yield edge


def _relative_genitive(tree: Tree, noun: int) -> Iterator[Argument]:
    """ "dont l'assassinat" : the antecedent is the complement of the noun."""
    for kid in tree.kids[noun]:
        if tree.tokens[kid].lemma in tree.grammar.relative_genitive:
            antecedent = tree.antecedent(kid)
            antecedent = _noun_before(tree, kid) if antecedent is None else antecedent
            if antecedent is not None:
                yield Argument("poss", antecedent, rule="relative genitive")


def _noun_before(tree: Tree, relative: int) -> int | None:
    """The noun or name right before a relative pronoun, where the parser took its clause for another main one."""
    i = relative - 1
    while i > 0 and tree.tokens[i].pos == "PUNCT":
        i -= 1
    while i >= 0 and tree.tokens[i].dep in {"flat:name", "flat"} and tree.head(i) < i:
        i = tree.head(i)
    return (
        i if i >= 0 and tree.tokens[i].pos in NOUNS and tree.tokens[i].sentence == tree.tokens[relative].sentence else None
    )


def _deep_complements(tree: Tree, noun: int) -> Iterator[Argument]:
    """Complements that the parser hung on the noun's own complement ("la livraison d'armes aux rebelles")."""
    by = tree.grammar.agent_prepositions
    agents = [kid for kid in tree.dependents(noun, "nmod", "obl:agent") if tree.preposition(kid) in by]
    edges = [*_own_edge(tree, noun), *(edge for agent in agents for edge in _right_edge(tree, agent))]
    for edge in dict.fromkeys(edges):  # "the attacks by X and Y on Z in W"
        for kid in tree.dependents(edge, "nmod", "obl"):
            preposition, real = tree.oblique(kid)
            if preposition not in {*OF, ""} or (preposition in OF and _takes_none(tree, edge, noun, real)):
                yield Argument("nmod", real, preposition, "reattached")


def _takes_none(tree: Tree, name: int, noun: int, complement: int) -> bool:
    """Whether what hangs on a name of a place is the event noun's: "la visite à Rome de la ministre"."""
    placed = tree.tokens[name].pos == "PROPN" and tree.preposition(name) in tree.grammar.inside_prepositions
    person = tree.tokens[complement].pos in NOUNS and complement not in tree.temporal
    own = any(tree.preposition(k) in OF for k in tree.dependents(noun, "nmod"))
    return placed and person and tree.head(name) == noun and not own


def _borrowed(tree: Tree, noun: int) -> Iterator[Argument]:
    """Prepositional phrases behind an object noun that the parser hung on its verb."""
    token = tree.tokens[noun]
    if token.dep not in {"obj", "nsubj:pass", "nsubj", "nmod"} or token.head == noun:
        return
    by = frozenset() if token.dep != "nsubj" else tree.grammar.agent_prepositions  # "the grant will fund work by X"
    for kid in tree.kids[token.head]:
        dep = tree.tokens[kid].dep
        if dep == "xcomp" and kid > noun and tree.mark(kid) and token.dep == "obj":  # "son engagement à protéger"
            yield Argument("clause", kid, tree.mark(kid), "borrowed")
        elif kid > noun and dep in {"obl", "obl:arg", "obl:mod", "nmod"}:
            preposition, real = tree.oblique(kid)
            if preposition and preposition not in by and not (token.dep == "nmod" and preposition in OF):
                yield Argument("nmod", real, preposition, "borrowed")
                where = tree.grammar.inside_prepositions | tree.grammar.beyond_prepositions  # "strikes on bases near X"
                yield from (replace(a, slot="nmod") for a in _inside(tree, real) if a.preposition in where)
