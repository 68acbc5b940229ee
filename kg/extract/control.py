"""The subject that a verb without one takes from the clause above it: control, raising, coordination."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauseforms import is_command
from kg.extract.phrases import (
    NOUNS,
    OBLIQUE_DEPS,
    gender_of,
    is_gerund_behind,
    is_heading,
    is_reason,
    stand_in,
    subject_meant,
)
from kg.extract.syntax import MAX_DEPTH, Argument, Tree

BLAME = "blame"  # rule of the subject that the clause above punishes or thanks


def inherited(tree: Tree, verb: int, passive: bool) -> Iterator[Argument]:
    """The subject that a verb without one takes from the clause above it."""
    slot = "object" if passive else "subject"
    if is_exchanged(tree, verb):
        return
    blamed = _blamed(tree, verb) if tree.mark(verb) in tree.grammar.offence_marks else None
    if blamed is not None:
        yield Argument(slot, blamed, rule=BLAME)
    controller = _controller(tree, verb, 0)
    if blamed is not None and controller is not None and controller[1] == "coordination":
        return  # "a rejeté le plan et critiqué X pour avoir tiré"
    if controller is not None and not (passive and _disagrees(tree, verb, controller[0])):
        yield Argument(slot, controller[0], rule=controller[1])
        if controller[1] == "object control" and not passive:
            yield from _users(tree, verb)
    if tree.tokens[verb].lemma in tree.grammar.causative and is_gerund_behind(tree, verb):
        yield Argument(slot, tree.head(verb), rule="result")  # "deux trains se sont percutés, faisant dix morts"


def is_exchanged(tree: Tree, verb: int) -> bool:
    """ "Will free the hostages in exchange for lifting the siege": by whom, it does not say, and only if both are done."""
    noun = tree.head(verb)
    phrase = f"{tree.preposition(noun)}:{tree.lemmas[noun]}" if tree.tokens[verb].dep == "acl" else ""
    return tree.grammar.complex_prepositions.get(phrase) in tree.grammar.pending_prepositions


def is_bidden(tree: Tree, verb: int) -> bool:
    """ "Il a dit à ses hommes de tirer": a verb of saying bids somebody do what its infinitive tells."""
    saying = tree.tokens[tree.head(verb)].lemma in tree.grammar.bidding
    done = any(aux.dep == "aux" for aux in tree.auxiliaries(verb))  # "dit avoir tiré"
    return saying and tree.tokens[verb].dep == "xcomp" and bool(tree.mark(verb)) and not done


def _blamed(tree: Tree, verb: int) -> int | None:
    """Whom an active verb punishes or thanks for what `verb` tells: "sanctionné X pour avoir", "sanctions on X for"."""
    if tree.tokens[verb].dep not in {"advcl", "acl"} or not is_reason(tree, verb):
        return None
    above = tree.clause_verb(tree.head(verb))
    if tree.is_passive(above):
        return None
    thing = tree.first(above, "obj")
    if any(tree.tokens[k].lemma in tree.grammar.repenting for k in (above, thing) if k is not None):
        return _repentant(tree, above, thing)
    near: list[int] = []
    if tree.tokens[above].lemma not in tree.grammar.object_control:  # "sentenced X to years": X, not the years
        near = [*tree.dependents(above, *OBLIQUE_DEPS, "iobj")]
        near += tree.dependents(thing, "nmod") if thing is not None else ()
        near = [k for k in near if k != tree.head(verb)]  # "threatened X with sanctions for"
    aimed = (whom for how, whom in map(tree.oblique, sorted(near)) if how in tree.grammar.blame_prepositions)
    under = next(aimed, thing)
    return stand_in(tree, under) if under is not None and under < verb else None


def _repentant(tree: Tree, verb: int, regret: int | None) -> int | None:
    """From whom somebody has or wants an apology for what they did: "received an apology from X for shooting Y"."""
    near = (*tree.dependents(verb, *OBLIQUE_DEPS), *tree.dependents(regret, "nmod")) if regret is not None else ()
    givers = tree.grammar.origin_prepositions | tree.grammar.agent_prepositions
    givers |= tree.grammar.of if tree.lemmas[verb] in tree.grammar.appeals else frozenset()  # "exige des excuses de X"
    return next((whom for how, whom in map(tree.oblique, near) if how in givers), None)


def _users(tree: Tree, verb: int) -> Iterator[Argument]:
    """ "used tanks to destroy houses": who uses a thing does what is done with it."""
    head = tree.head(verb)
    if tree.tokens[head].lemma in tree.grammar.tool_verbs and not tree.is_passive(head):
        user = _surface_subject(tree, head, 0, "subject control")
        if user is not None:
            yield Argument("subject", user[0], rule=user[1])


def _disagrees(tree: Tree, participle: int, noun: int) -> bool:
    """ "l'œuvre est distinguée par un prix créé en 1994": by gender, the participle is not said of the subject.

    The parser takes most names for masculine ones: "Ana Vidal, accusée de fraude".
    """
    own, other = gender_of(tree, participle), gender_of(tree, noun)
    if tree.tokens[noun].pos == "PROPN" and other == "Gender=Masc":
        return False
    bare = tree.is_past_participle(participle) and not tree.auxiliaries(participle)
    return bare and bool(own) and bool(other) and own != other and tree.first(noun, "conj") is None


def _controller(tree: Tree, verb: int, depth: int) -> tuple[int, str] | None:
    """The token that controls the missing subject of `verb`, and the name of the construction."""
    token = tree.tokens[verb]
    head = token.head
    if depth > MAX_DEPTH or head == verb:
        return None
    if token.dep == "conj":  # "douze ont été tués et trente blessés": thirty others
        own = tree.first(verb, "nummod", "expl:subj") is not None  # "il a été arrêté et il n'y a pas eu de victime"
        return None if own else _surface_subject(tree, head, depth, "coordination")
    if token.dep == "acl" and tree.mark(verb) and not token.has("VerbForm=Fin"):
        if _is_blamed(tree, head, tree.mark(verb)):
            return head, "object control"
        if tree.tokens[verb].lemma in tree.grammar.warring and tree.tokens[tree.head(head)].lemma in tree.grammar.supplying:
            return _supplied(tree, tree.head(head), head)
        if tree.lemmas[head] in tree.grammar.appeals and not tree.is_passive(verb):
            return None  # "a demand by the rebels to release X": others are to do it
        if _wants_regret(tree, tree.head(head), verb):
            return None
        return _noun_controller(tree, head, depth, _tells_aim(tree, verb))
    if token.dep in {"acl", "amod"}:
        return None
    if any(tree.tokens[k].has("VerbForm=Fin") for k in (verb, *tree.dependents(verb, "aux", "aux:pass"))):
        return None
    given = _given_time(tree, head, verb) if token.dep in {"xcomp", "advcl"} else None
    if given is not None:
        return stand_in(tree, given), "object control"
    if token.dep in {"xcomp", "ccomp"}:
        return _asked(tree, head, verb, depth)
    if token.dep == "advcl" and not any(tree.tokens[k].dep == "nsubj" for k in tree.kids[verb]):
        told = tree.mark(verb) in tree.grammar.complement_marks | tree.grammar.capacity_prepositions
        governing = {tree.tokens[head].lemma, f"{tree.tokens[head].lemma} {tree.mark(verb)}"}
        own = _is_own(tree, tree.tokens[head].lemma, verb)  # "called X to congratulate him"
        if told and not own and governing & tree.grammar.object_control:
            # "accuse them of bombing", "save him from being killed"
            under = tree.first(head, "obj", "nsubj:pass")
            under = _qualified(tree, head) if under is None else under
            if under is None or tree.lemmas[under] not in tree.grammar.undertakings:  # "took action to protect X"
                return (stand_in(tree, under), "object control") if under is not None else None
        if _takes_over(tree, head, verb):
            return stand_in(tree, tree.first(head, "obj") or head), "object control"
        if _is_result(tree, verb):
            return head, "result"
        if tree.tokens[verb].lemma in tree.grammar.resultative and _is_behind_clause(tree, verb):
            return None
        if is_gerund_behind(tree, verb) and _tells_where(tree, head):
            return None
        if _wants_regret(tree, head, verb):
            return None  # "demanded an apology for shooting down the jet": another did
        if tree.tokens[verb].lemma in tree.grammar.warring and tree.tokens[head].lemma in tree.grammar.supplying:
            return _supplied(tree, head, tree.first(head, "obj"))
        if tree.lemmas[head] in tree.grammar.granting and (given := _granted(tree, head)) is not None:
            return stand_in(tree, given), "dative control"
        found = _surface_subject(tree, head, depth, "adjunct control")
        doubtful = found is not None and (
            found[1] in {"object control", "dative control"} or _is_of_other_gender(tree, verb, found[0])
        )
        return None if doubtful else found  # "lui demande de venir en saluant X": who salutes?
    return None


def _takes_over(tree: Tree, verb: int, clause: int) -> bool:
    """ "Named X to head the agency, replacing Y": whom a verb gives an office takes it over from somebody."""
    if tree.lemmas[clause] not in tree.grammar.succeeding or tree.lemmas[verb] not in tree.grammar.appointing:
        return False
    return not tree.is_passive(verb) and is_gerund_behind(tree, clause) and tree.first(verb, "obj") is not None


def _is_of_other_gender(tree: Tree, participle: int, subject: int) -> bool:
    """Whether a bare participle shows another gender than its subject: "Recherché en mai, la cour demande sa remise"."""
    bare = tree.is_past_participle(participle) and not tree.auxiliaries(participle)
    if not bare or tree.first(subject, "conj") is not None:
        return False
    article = tree.first(subject, "det")
    told = article is not None and tree.tokens[subject].pos == "NOUN"
    pairs = (("Gender=Masc", "Gender=Fem"), ("Gender=Fem", "Gender=Masc")) if told else ()
    return any(tree.tokens[participle].has(one) and tree.tokens[article or 0].has(other) for one, other in pairs)


def _supplied(tree: Tree, verb: int, arms: int | None) -> tuple[int, str] | None:
    """ "livre des armes à X pour combattre Y": who is given the arms fights with them; of nobody told, nobody knows.

    Troops that are sent somewhere fight themselves.
    """
    if tree.is_passive(verb) or arms is None:
        return None
    counted = tree.tokens[arms].lemma in tree.grammar.transparent_nouns or tree.measures(arms)
    people = (tree.first(arms, "nmod") if counted else None) or arms  # "un millier de soldats"
    if tree.tokens[people].lemma in tree.grammar.manpower:
        return people, "object control"
    obliques = (*tree.dependents(verb, *OBLIQUE_DEPS), *tree.dependents(arms, "nmod"))
    dative = tree.grammar.dative_preposition
    given = tree.first(verb, "iobj") or next((k for k in obliques if tree.preposition(k) == dative), None)
    return (stand_in(tree, given), "dative control") if given is not None else None


def _granted(tree: Tree, verb: int) -> int | None:
    """Whom an active verb grants what one needs to do something: "awarded a contract to X to build trains"."""
    thing = tree.first(verb, "obj")
    if thing is None or tree.lemmas[thing] not in tree.grammar.grants or tree.is_passive(verb):
        return None
    obliques, dative = tree.dependents(verb, *OBLIQUE_DEPS), tree.grammar.dative_preposition
    return tree.first(verb, "iobj") or next((k for k in obliques if tree.preposition(k) == dative), None)


def _wants_regret(tree: Tree, head: int, verb: int) -> bool:
    """Whether somebody asks another for the regret whose reason a gerund tells."""
    asked = tree.first(head, "obj") if tree.lemmas[head] in tree.grammar.appeals else None
    return asked is not None and tree.lemmas[asked] in tree.grammar.repenting and is_reason(tree, verb)


def _is_blamed(tree: Tree, noun: int, mark: str) -> bool:
    """ "jailed a man for throwing paint", which the parser hung on the man: he threw it."""
    told = mark in tree.grammar.complement_marks - tree.grammar.purpose_marks
    asked = tree.tokens[tree.head(noun)].lemma in tree.grammar.object_control
    return told and asked and tree.tokens[noun].dep in {"obj", "nsubj:pass"}


def _asked(tree: Tree, verb: int, clause: int, depth: int) -> tuple[int, str] | None:
    """Who does what the complement `clause` of `verb` tells: whom it asks or orders, else its own subject."""
    if is_command(tree, clause):
        return None  # '"Stop the war," the pope told reporters'
    lemma = tree.tokens[verb].lemma
    obliged = lemma in tree.grammar.causative - tree.grammar.object_control and tree.mark(clause)
    if obliged and tree.first(verb, "obj") is None:
        return _surface_subject(tree, verb, depth, "subject control")  # "had to pay" makes nobody pay
    opposed = lemma in tree.grammar.opposing - tree.grammar.object_control and tree.first(verb, "obj") is not None
    if (lemma in tree.grammar.causative and lemma not in tree.grammar.object_control) or opposed:
        return None
    if not tree.is_passive(verb) and _is_own(tree, lemma, clause):
        return _surface_subject(tree, verb, depth, "subject control")
    found = tree.first(verb, "obj") if lemma in tree.grammar.catching and not tree.is_passive(verb) else None
    if found is not None and not tree.tokens[clause].has("VerbForm=Inf"):
        return stand_in(tree, found), "object control"  # "les secours l'ont retrouvé mort"
    if lemma in tree.grammar.pleading:  # "pleaded with residents to leave"
        with_whom = (k for k in tree.dependents(verb, *OBLIQUE_DEPS) if k < clause)
        under = next((k for k in with_whom if tree.preposition(k) in tree.grammar.instrument_prepositions), None)
        if under is not None:
            return stand_in(tree, under), "object control"
    if lemma in tree.grammar.object_control:
        passive = tree.is_passive(verb)
        under = tree.first(verb, "nsubj:pass") if passive else tree.first(verb, "obj", "iobj")
        under = _qualified(tree, verb) if under is None and passive else under
        if under is None and not passive and lemma in tree.grammar.own_control:
            return _surface_subject(tree, verb, depth, "subject control")
        if under is None:  # "called on the minister to resign"
            obliques = tree.dependents(verb, *OBLIQUE_DEPS)
            under = next((k for k in obliques if tree.preposition(k) in tree.grammar.control_prepositions), None)
        return (stand_in(tree, under), "object control") if under is not None else None
    if lemma in tree.grammar.dative_control or is_bidden(tree, clause):
        obliques, dative = tree.dependents(verb, *OBLIQUE_DEPS), tree.grammar.dative_preposition
        under = tree.first(verb, "iobj") or next((k for k in obliques if tree.preposition(k) == dative), None)
        if under is None and lemma in tree.grammar.own_control:
            return _surface_subject(tree, verb, depth, "subject control")
        return (stand_in(tree, under), "dative control") if under is not None else None
    return _surface_subject(tree, verb, depth, "subject control")


def _given_time(tree: Tree, verb: int, clause: int) -> int | None:
    """Whom a verb gives until when to do what a clause tells: "gave the government until March to hold elections"."""
    whom = tree.first(verb, "obj", "iobj") if tree.lemmas[verb] in tree.grammar.granting else None
    if whom is None or tree.is_passive(verb):
        return None
    length = tree.lemmas[whom] in tree.grammar.lengths and not tree.is_known(whom, "det")  # "a donné deux jours à X pour"
    if length or tree.lemmas[whom] in tree.grammar.terms:  # "a donné à X un délai de deux jours pour"
        near = (*tree.dependents(verb, *OBLIQUE_DEPS), *tree.dependents(whom, "nmod"))
        return next((k for k in near if k < clause and tree.preposition(k) == tree.grammar.dative_preposition), None)
    terms = (k for k in tree.dependents(verb, *OBLIQUE_DEPS) if whom < k < clause)
    return whom if any(tree.preposition(k) in tree.grammar.only_after_marks for k in terms) else None


def _is_own(tree: Tree, verb: str, clause: int) -> bool:
    """Whether a verb that asks others asks for what its own subject does or undergoes: "called X to complain"."""
    if verb in tree.grammar.calling:
        return tree.first(tree.head(clause), "obj") is not None and tree.lemmas[clause] in tree.grammar.messages
    return verb in tree.grammar.pleading and tree.mark(clause) != "" and tree.is_passive(clause)


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


def _tells_where(tree: Tree, clause: int) -> bool:
    """ "Stormed a house where gunmen were hiding, arresting eight": behind such a clause, the parser can't tell who did."""
    return tree.tokens[clause].dep == "acl:relcl" and any(
        tree.lemmas[k] in tree.grammar.relative_place for k in tree.dependents(clause, "advmod")
    )


def _is_result(tree: Tree, verb: int) -> bool:
    """ "The convoy was attacked, killing twenty", "came under fire, …": a gerund that tells what the event itself does."""
    above = tree.head(verb)
    if tree.tokens[verb].lemma not in tree.grammar.resultative or not is_gerund_behind(tree, verb):
        return False
    return tree.is_passive(above) or _befalls(tree, above)


def _befalls(tree: Tree, verb: int) -> bool:
    """Whether a verb, alone or with a preposition, says what its subject undergoes: "suffer", "come under"."""
    obliques = (f"{tree.lemmas[verb]} {tree.preposition(k)}" for k in tree.dependents(verb, *OBLIQUE_DEPS))
    return tree.lemmas[verb] in tree.grammar.undergoing or any(phrase in tree.grammar.undergoing for phrase in obliques)


def _tells_aim(tree: Tree, verb: int) -> bool:
    """Whether an infinitive right in its noun's phrase tells what that is for: "the decision to sell", not "sans vendre"."""
    parted = any(token.pos == "PUNCT" for token in tree.tokens[tree.head(verb) + 1 : verb])
    return tree.tokens[verb].has("VerbForm=Inf") and not parted and tree.mark(verb) not in tree.grammar.without_marks


def _noun_controller(tree: Tree, noun: int, depth: int, aimed: bool) -> tuple[int, str] | None:
    """ "Coalition efforts to defeat X", "la capacité des forces à agir": whose effort it is, else the clause's subject."""
    governor = tree.head(noun)
    granted = tree.tokens[noun].dep == "obj" and tree.tokens[governor].lemma in tree.grammar.granting
    if granted and tree.is_passive(governor) and (holder := tree.first(governor, "nsubj:pass")) is not None:
        return holder, "noun control"  # "was granted permission by the league to sign X"
    for kid in tree.kids[noun]:
        token = tree.tokens[kid]
        whose = token.dep == "compound" or (token.dep == "amod" and token.text.istitle())  # "the Iraqi operation to free X"
        joined = whose and tree.lemmas[noun] in tree.grammar.undertakings  # no "union contract to reduce"
        possessor = joined or token.dep == "nmod:poss" or (token.dep == "det" and "Poss=Yes" in token.morph)
        behind = tree.grammar.of | tree.grammar.agent_prepositions
        if possessor or (token.dep == "nmod" and tree.preposition(kid) in behind):
            return kid, "owner control" if aimed else "noun control"
    subject = tree.first(noun, "nsubj") if aimed and tree.preposition(noun) and tree.first(noun, "cop") is not None else None
    if subject is not None:
        return subject, "noun control"  # "is in talks to buy X"
    if tree.lemmas[noun] in tree.grammar.weighed and tree.tokens[governor].lemma not in tree.grammar.having:
        return None  # "underscored the importance of protecting civilians": whoever is to do so
    if tree.tokens[governor].lemma in tree.grammar.opposing:  # "foiled a plot to bomb the station"
        return None
    if granted and not tree.is_passive(governor):
        obliques, dative = tree.dependents(governor, *OBLIQUE_DEPS), tree.grammar.dative_preposition
        given = tree.first(governor, "iobj")  # "gave the rebels a chance to withdraw"
        given = next((k for k in obliques if tree.preposition(k) == dative), None) if given is None else given
        return (stand_in(tree, given), "dative control") if given is not None else None
    if _is_of_held(tree, noun) and tree.lemmas[noun] not in tree.grammar.undertakings:  # "sued X in an attempt to stop Y"
        return _asked(tree, governor, noun, depth) if tree.tokens[noun].dep == "obl" else (governor, "object control")
    if tree.tokens[noun].dep in {"obj", "obl"} and tree.tokens[governor].pos == "VERB":
        owned = aimed and tree.tokens[noun].dep == "obj" and tree.tokens[governor].lemma in tree.grammar.having
        return _surface_subject(tree, governor, depth, "owner control" if owned else "noun control")  # "has plans to sell X"
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
    own = next((kid for kid in subjects if not is_heading(tree, verb, kid)), None)
    if own is not None:
        return subject_meant(tree, verb, own), rule
    token = tree.tokens[verb]
    if token.dep in {"acl", "amod"} and token.head != verb:
        aim = token.dep == "acl" and token.has("VerbForm=Inf") and tree.mark(verb)
        whose = _controller(tree, verb, depth + 1) if aim else None  # "had the time to call X to ask for Y"
        return whose if whose is not None and whose[1] == "owner control" else (token.head, rule)
    return _controller(tree, verb, depth + 1)
