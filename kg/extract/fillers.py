"""What stands at an argument: its mention, its event, those coordinated with it, what a noun of measure measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import ontology
from kg.extract.filled import Filled
from kg.extract.flags import flags_of
from kg.extract.instead import told_of
from kg.extract.phrases import OBLIQUE_DEPS
from kg.extract.rolecontext import CERTAINTY, RoleContext
from kg.extract.rolefit import event_fits, mention_fits
from kg.extract.roleplaces import as_place
from kg.extract.syntax import Argument
from kg.lang.frames import Slot
from kg.model import Mention

ACTING = frozenset({"agent", "subject"})
COUNTED_ROLES = {"agent", "patient", "theme", "topic", "quantity"}
UNDERGOING = frozenset({"obj", "nsubj:pass"})  # how what something is done to hangs on the verb
LONGEST_PHRASE = 5  # words of a fixed phrase for a thing
UNDERGONE = frozenset({"patient", "theme"})  # roles of what something is done to
PARTLY = "in part"  # ends the rule of a place that something was done to a part of
WHOLE = ("Definite=Def", "Poss=Yes")  # determiners of a whole of which only a part is told
WHAT = ("nmod", "obl", "obl:arg", "appos")  # where stands what a figure counts
WHOSE = ("compound", "nmod:poss", "amod")  # and what a noun stands for: "Daesh's positions", "militant targets"
NAMED = ("nmod", "appos")  # how a name hangs on the noun that introduces it
ALONE = ("attribute", "antecedent")  # rules of a noun by which nothing is told of those joined with it
CLAUSE_STEPS = ("xcomp", "ccomp", "obj", "nsubj:pass", "csubj", "nsubj")


def fillers_at(
    context: RoleContext, role: str, argument: Argument, slot: Slot, kinds: tuple[str, ...], giving: bool = False
) -> Iterator[Filled]:
    """What stands at one argument and in its row, as fillers of a role; a clause gives the events that it tells."""
    confidence = CERTAINTY.get(argument.rule, 1.0)
    rule = f"{argument.slot}:{argument.preposition}" if argument.preposition else argument.slot
    if argument.rule in CERTAINTY:
        rule = f"{rule} ({argument.rule})"
    if slot.kind == "clause":
        office = _office_at(context, argument.token) if argument.rule == "xcomp" else None  # "was appointed minister"
        if office is not None and mention_fits(context, role, office, kinds, argument.token):
            yield Filled(role, argument.token, office.index, rule, confidence)
        for token in events_of_clause(context, argument.token):
            if not kinds or event_fits(context, token, kinds):
                yield Filled(role, token, None, rule, confidence)
        return
    alone = argument.rule in ALONE  # "the wounded soldiers and a doctor": the doctor need not be wounded
    fits = False
    for token in (argument.token,) if alone else _row(context, argument.token):
        fillers = list(_noun_fillers(context, role, token, kinds, rule, confidence, 0))
        if not fillers and fits and role == "agent":
            follower = _follower(context, token)
            fillers = [] if follower is None else [Filled(role, token, follower.index, rule, confidence * 0.9)]
        fits = fits or bool(fillers)
        for found in fillers:
            yield as_place(context, found, argument, giving)


def _follower(context: RoleContext, token: int) -> Mention | None:
    """Who is joined to people that do something, and does it too, fitting or not: "l'armée et ses alliés"."""
    follower = context.mention_at(token)
    return follower if follower is not None and ontology.is_a(follower.kind, "Actor") else None


def _office_at(context: RoleContext, token: int) -> Mention | None:
    """The office that the token heads, whoever holds it."""
    index = context.at.get(token)
    mention = context.mentions[index] if index is not None else None
    return mention if mention is not None and mention.kind == "Position" else None


def _row(context: RoleContext, token: int) -> Iterator[int]:
    """A token and those coordinated with it, or with the name that it only introduces: "the towns of X and Y".

    So with the noun that only introduces it: "in the town of X and the village of Y".
    """
    if _is_either(context, token):
        return
    tree, word = context.tree, context.tree.tokens[token]
    row = _of_one_time(context, list(tree.conjuncts(token)))
    if word.dep in NAMED and tree.oblique(word.head)[1] == token:
        row += list(tree.conjuncts(word.head))[1:]
    for one in row if context.contrasted.isdisjoint(row) else told_of(context.tree, token):
        yield one
        mention = context.mention_at(one)
        if mention is not None and mention.form == "name" and not mention.first <= one < mention.last:
            hung = (mention.head, *tree.dependents(one, "appos"))  # "the envoy, Ana Vidal and Paul Roux met"
            own = next((k for k in hung if tree.head(k) == one and mention.first <= k < mention.last), one)
            others = list(tree.conjuncts(own))[1:] if own != one else ()
            yield from others if any(tree.first(k, "cc") is not None for k in others) else ()
        elif mention is not None and mention.form == "nominal":
            yield from _named_ones(context, one, mention) if mention.kind == "Group" or mention.number == "p" else ()
            yield from _examples(context, one) if mention.number == "p" else ()


def _of_one_time(context: RoleContext, row: list[int]) -> list[int]:
    """A row up to what has a time of its own: "launched the phone in 2007 and the tablet in 2010" tells of two launches."""
    tree, verb = context.tree, context.tree.head(row[0])
    if len(row) < 2 or tree.tokens[row[0]].dep not in UNDERGOING or not tree.temporal:
        return row
    if any(one in context.candidates for one in row):
        return row  # "condemned the attack this morning and the bombing on Monday"
    times = sorted(t for t in tree.temporal if tree.tokens[t].dep in OBLIQUE_DEPS and tree.head(t) in (verb, *row))
    for n, one in enumerate(row[1:], 1):
        if any(row[n - 1] < t < one for t in times) and any(t > one for t in times):
            return row[:n]
    return row


def _named_ones(context: RoleContext, group: int, several: Mention) -> Iterator[int]:
    """Those, two or more, whose names say who several are: "deux chefs du parti, X et Y", "three states: X, Y and Z"."""
    kinds = {"Person", "GeopoliticalEntity"} if several.kind == "Group" else {several.kind}
    for name in context.tree.dependents(group, "appos"):
        row = list(context.tree.conjuncts(name))
        named = [m for one in row if (m := context.mention_at(one)) is not None and m.form == "name"]
        if len(named) == len(row) > 1 and len(own := {m.kind for m in named}) == 1 and own <= kinds:
            yield from row


def _examples(context: RoleContext, several: int) -> Iterator[int]:
    """The names that say who is among several: "condamné par des élus comme X et Y", "groups such as X"."""
    for name in context.tree.dependents(several, "nmod", "obl"):
        if context.tree.preposition(name) not in context.tree.grammar.inclusion:
            continue
        row = list(context.tree.conjuncts(name))
        if all((m := context.mention_at(one)) is not None and m.form == "name" for one in row):
            yield from row


def _is_either(context: RoleContext, token: int) -> bool:
    """ "Either the army or the militia fired": nobody knows which."""
    tree = context.tree
    pairing = tree.of_dep("cc:preconj")
    if not pairing or not any(word.head in {token, tree.head(token)} and word.i < token for word in pairing):
        return False
    joining = {tree.tokens[k].lemma for c in tree.dependents(token, "conj") for k in tree.dependents(c, "cc")}
    return bool(joining & (tree.grammar.alternatives - tree.grammar.negative_conjunctions))


def _noun_fillers(
    context: RoleContext, role: str, token: int, kinds: tuple[str, ...], rule: str, confidence: float, depth: int
) -> Iterator[Filled]:
    """The mention or event at a noun; a noun that only measures gives way to what it measures, a post to its office."""
    token = _office_of(context, token)
    mention = context.mention_at(token)
    counted = tuple(context.figures.at(token)) if role in COUNTED_ROLES else ()
    if mention is not None and not (depth == 0 and context.tree.measures(token) and _is_measured(context, token)):
        subject = role in ACTING and rule.startswith("subject")  # "subject:by" too, and "subject (coordination)"
        flown = subject and "Artifact" not in kinds  # what moves is the craft itself
        flown = flown and (mention.form != "name" or mention.kind == "Artifact")  # "le Jet Propulsion Laboratory"
        flags = list(flags_of(context, role, mention, kinds)) if flown else []
        if not flags and mention_fits(context, role, mention, kinds, token):
            yield Filled(role, token, mention.index, rule, confidence, counted)
        elif not flags and kinds and token in context.candidates and event_fits(context, token, kinds):
            yield Filled(role, token, None, rule, confidence, counted)  # "la campagne de frappes a pris fin"
        yield from flags
        return
    if token in context.candidates:
        if event_fits(context, token, kinds):
            yield Filled(role, token, None, rule, confidence, counted)
        return
    named = _named_by_apposition(context, token) or _named_by_line(context, token)
    if named is not None and mention_fits(context, role, named, kinds, named.head):
        yield Filled(role, named.head, named.index, rule, confidence * 0.9, counted)
        return
    measures, whose = context.tree.measures(token), context.tree.lemmas[token] in context.tree.grammar.stand_for_owner
    if depth > 3 or not (measures or whose or counted):
        return
    one = bool(counted) and context.tree.tokens[token].pos == "PRON" and context.tree.forms[token].isalpha()
    if one and (role not in UNDERGONE or context.tree.first(token, "appos") is not None):
        return  # "l'un d'eux, Ivo Sand, a avoué": he did, not all of them
    sum_of_money = bool(context.figures.money.intersection(counted or context.figures.at(token)))
    for kid in context.tree.dependents(token, *(WHAT if measures or counted else ()), *(WHOSE if whose else ())):
        if context.tree.preposition(kid) not in context.measuring or kid in context.figures.distant:
            continue
        articles = (context.tree.tokens[k].morph for k in context.tree.dependents(kid, "det", "case", "nmod:poss"))
        whole = any(known in morph for morph in articles for known in WHOLE)  # "half of the 300 inmates": not 300
        if sum_of_money and (whole or _acts(context, kid)):
            continue  # "a dérobé des millions des caisses de l'État"
        for inner in _noun_fillers(context, role, kid, kinds, rule, confidence * 0.95, depth + 1):
            # "two of the three hostages were freed": two
            figures = counted or (() if whole else inner.quantities)
            if role in UNDERGONE and _is_part_of_land(context, token, inner.mention):
                inner = replace(inner, role="place", rule=f"{rule} {PARTLY}")
            yield replace(inner, quantities=figures)


def _is_part_of_land(context: RoleContext, measure: int, whole: int | None) -> bool:
    """ "Captured parts of the province": it happened there, though not to all of it."""
    land = whole is not None and context.mentions[whole].kind == "GeopoliticalEntity"
    return land and context.tree.lemmas[measure] in context.tree.grammar.parts


def _named_by_apposition(context: RoleContext, noun: int) -> Mention | None:
    """What a noun that names nothing itself is called: "rejected the king's first choice, Ana Vidal", "news channel TV8"."""
    if context.tree.tokens[noun].pos != "NOUN" or context.tree.tokens[noun].has("Number=Plur"):
        return None
    name = context.mention_at(context.tree.first(noun, "appos") or noun)
    if name is None or name.form != "name" or name.first <= noun:
        return None
    comma = context.tree.tokens[noun + 1].text == ","
    if name.first != noun + 1 + comma:
        return None
    return name if comma or context.tree.first(noun, "det") is None else None  # not "le comité Nobel"


def _named_by_line(context: RoleContext, noun: int) -> Mention | None:
    """What a noun for all that has one name stands behind: "announced the Kardo service"."""
    if context.tree.lemmas[noun] not in context.tree.grammar.lines:
        return None
    name = context.mention_at(noun - 1)
    return name if name is not None and name.form == "name" and name.kind in ("Artifact", "Work") else None


def _office_of(context: RoleContext, token: int) -> int:
    """The office that a noun for any post holds: "resigned from his post as treasurer", "son poste de trésorier"."""
    if context.tree.lemmas[token] not in context.tree.grammar.posts:
        return token
    held = context.tree.grammar.of | context.tree.grammar.capacity_prepositions
    offices = (k for k in context.tree.dependents(token, "nmod") if context.tree.preposition(k) in held)
    return next((k for k in offices if (m := context.mention_at(k)) is not None and m.kind == "Position"), token)


def _is_measured(context: RoleContext, token: int) -> bool:
    """Whether what a noun of measure measures hangs on it, and the two are no one phrase."""
    below = context.tree.dependents(token, "nmod")
    return any(context.tree.preposition(kid) in context.measuring for kid in below) and not _begins_phrase(context, token)


def _begins_phrase(context: RoleContext, token: int) -> bool:
    """Whether a noun and what follows it name one sort of thing: "position de combat"."""
    words = slice(token, token + LONGEST_PHRASE)
    hit = context.nouns.match(context.tree.forms[words], context.tree.lemmas[words], 0)
    return hit is not None and hit[0] > 1


def _acts(context: RoleContext, token: int) -> bool:
    """Whether somebody who can act stands at a token: "a million euros of X" comes from X."""
    mention = context.mention_at(token)
    return mention is not None and ontology.is_a(mention.kind, "Actor")


def events_of_clause(context: RoleContext, token: int, depth: int = 0) -> Iterator[int]:
    """The event tokens that a complement clause tells, through modal and support verbs."""
    if depth > 4:
        return
    if token in context.carried_by:  # "to hold an election", whatever else one holds
        yield context.carried_by[token]
    elif token in context.candidates:
        yield token
    else:
        for kid in context.tree.dependents(token, *CLAUSE_STEPS):
            inner = list(events_of_clause(context, kid, depth + 1))
            yield from inner
            if inner:
                break
    if depth == 0:
        for conj in context.tree.dependents(token, "conj"):
            subjects = tuple(context.tree.dependents(conj, "nsubj"))
            relative = any(context.tree.is_relative(kid) for kid in subjects)  # "…, et qui doit recevoir X"
            verb = context.tree.tokens[conj]
            gapped = bool(subjects) and verb.has("VerbForm=Inf")  # "a promis de livrer X et Londres d'envoyer Y"
            if verb.pos in {"VERB", "AUX"} and not relative and not gapped:
                yield from events_of_clause(context, conj, depth + 1)


def fillers_of(context: RoleContext, role: str, argument: Argument, kinds: tuple[str, ...]) -> Iterator[Filled]:
    """What stands at one argument, as fillers of `role`."""
    return fillers_at(context, role, argument, Slot(argument.slot), kinds)
