"""Who takes part though no role names them: the subject of the verb above a meeting or a visit, who suffers with another."""

from __future__ import annotations

from dataclasses import replace

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.filled import Filled
from kg.extract.fillers import fillers_of
from kg.extract.phrases import OBLIQUE_DEPS, measure
from kg.extract.rolecontext import RoleContext
from kg.extract.syntax import Argument
from kg.extract.triggers import Candidate
from kg.lang.frames import Frame
from kg.model import Mention

REFUSALS = frozenset({"Rejection", "Criticism"})
SUFFERED = ("HostageTaking", "Killing", "Death", "Injury", "Arrest", "Detention", "Displacement")  # what befalls several
PEOPLE = frozenset({"Person", "Group"})
TALKS, PHASES = frozenset({"Negotiation", "Meeting"}), frozenset({"Beginning", "Continuation"})
PARTNERS = frozenset({"Group", "Organization", "GeopoliticalEntity"})  # with whom one person may meet


def arguments_at(context: RoleContext, verb: int, slot: str) -> tuple[Argument, ...]:
    """The logical arguments of a verb in one slot."""
    return tuple(a for a in verb_arguments(context.tree, verb) if a.slot == slot)


def implied_partner(
    context: RoleContext, frame: Frame, candidate: Candidate, filled: tuple[Filled, ...]
) -> tuple[Filled, ...]:
    """ "X a fait cela avant une réunion avec Y": X took part, if of Y's kind, though the noun names Y alone."""
    partners = [f for f in filled if f.role == "agent" and f.mention is not None]
    symmetric = any(slot.additional for role, slots in frame.noun_roles if role == "agent" for slot in slots)
    if not candidate.nominal or not symmetric:
        return ()
    if inside := _inside(context, candidate.token) or (() if partners else _taken_up(context, frame, candidate.token)):
        return tuple(found for found in inside if all(found.mention != f.mention for f in partners))
    if len(partners) != 1 or not partners[0].rule.startswith("nmod:"):
        return ()
    partner = context.mentions[partners[0].mention] if partners[0].mention is not None else None
    verb = candidate.token
    if _is_refused(context, verb):
        return ()
    for _ in range(4):
        verb = context.tree.clause_verb(context.tree.head(verb))
        for argument in arguments_at(context, verb, "subject"):
            subject = context.mention_at(argument.token) if argument.token != candidate.token else None
            alike = (
                partner
                and subject
                and (subject.kind == partner.kind or _receives(context, candidate.token, subject, partner))
            )
            if partner and subject and alike and subject.index != partner.index:
                return (Filled("agent", argument.token, subject.index, "implied partner", 0.6),)
    return ()


def _receives(context: RoleContext, noun: int, person: Mention, partner: Mention) -> bool:
    """Whether somebody did something at a meeting with several or with a body: "a promis lors d'une réunion avec X".

    Or went somewhere for one: "arrived in Rome for (two days of) talks with officials".
    """
    if person.kind != "Person" or partner.kind not in PARTNERS:
        return False
    tree, spell = context.tree, measure(context.tree, noun)
    preposition, moves = tree.preposition(spell), tree.lemmas[tree.head(spell)] in tree.grammar.motion
    return preposition in tree.grammar.beside_prepositions or (moves and preposition in tree.grammar.errand_prepositions)


def _is_refused(context: RoleContext, noun: int) -> bool:
    """ "A rejeté l'accord avec X": whoever says no to it need be no side of it."""
    above = context.candidates.get(context.tree.head(noun))
    refused = above is not None and any(frame.kind in REFUSALS for _, frame in above.entries)
    return refused and context.tree.tokens[noun].dep in {"obj", "nsubj:pass", "obl", "obl:arg"}


def _inside(context: RoleContext, noun: int) -> tuple[Filled, ...]:
    """ "The two firms are in talks", "les deux pays sont en pourparlers": the subject takes part."""
    tree = context.tree
    if not tree.dependents(noun, "cop") or tree.preposition(noun) not in tree.grammar.inside_prepositions:
        return ()
    subjects = arguments_at(context, noun, "subject")
    actors = (found for a in subjects for found in fillers_of(context, "agent", a, ("Actor",)))
    return tuple(replace(found, rule="in an event") for found in actors)


def _taken_up(context: RoleContext, frame: Frame, noun: int) -> tuple[Filled, ...]:
    """ "Iran and six powers resumed talks": several who go on with talks take part; one alone may only have called them."""
    above = context.candidates.get(context.tree.head(noun)) if context.tree.tokens[noun].dep == "obj" else None
    if frame.kind not in TALKS or above is None or not any(told.kind in PHASES for _, told in above.entries):
        return ()
    subjects = arguments_at(context, above.token, "subject")
    actors = [found for a in subjects for found in fillers_of(context, "agent", a, ("Actor",))]
    several = len(actors) > 1 or any(context.mentions[f.mention].number == "p" for f in actors if f.mention is not None)
    return tuple(replace(found, rule="goes on with talks") for found in actors) if several else ()


def implied_visitor(
    context: RoleContext, frame: Frame, candidate: Candidate, filled: tuple[Filled, ...]
) -> tuple[Filled, ...]:
    """ "X, en visite à Y, a dit", "a annoncé cela lors d'une visite à Y": who visits is X."""
    tree, noun = context.tree, candidate.token
    if frame.kind != "Visit" or not candidate.nominal or any(f.role == "agent" for f in filled):
        return ()
    above, preposition = tree.head(noun), tree.preposition(noun)
    person = context.mention_at(above) if tree.tokens[noun].dep in {"nmod", "appos"} else None
    if person is not None and person.kind == "Person" and preposition in tree.grammar.inside_prepositions:
        return (Filled("agent", above, person.index, "visitor", 0.8),)
    moves = tree.tokens[above].lemma in tree.grammar.motion  # "est arrivé à Rome pour une visite"
    if preposition not in tree.grammar.beside_prepositions and not (
        moves and preposition in tree.grammar.purpose_prepositions | tree.grammar.purpose_marks
    ):
        return ()
    for argument in arguments_at(context, tree.clause_verb(above), "subject"):
        subject = context.mention_at(argument.token)
        if subject is not None and (subject.kind == "Person" or subject.form == "pronoun"):
            return (Filled("agent", argument.token, subject.index, "visitor", 0.7),)
    return ()


def implied_companion(
    context: RoleContext, frame: Frame, candidate: Candidate, filled: tuple[Filled, ...]
) -> tuple[Filled, ...]:
    """ "Elle a été enlevée avec son mari", "was killed along with two aides": those with whom somebody suffers do too."""
    tree, verb = context.tree, candidate.token
    if candidate.nominal or not ontology.is_among(frame.kind, SUFFERED) or not any(f.role == "patient" for f in filled):
        return ()
    if not tree.is_passive(verb) and frame.kind != "Death":
        return ()
    taken = {f.mention for f in filled}
    beside = (k for k in tree.dependents(verb, *OBLIQUE_DEPS) if tree.preposition(k) in tree.grammar.company_prepositions)
    found = ((k, context.mention_at(k)) for k in beside)
    return tuple(
        Filled("patient", k, mention.index, "companion", 0.9)
        for k, mention in found
        if mention is not None and mention.kind in PEOPLE and mention.index not in taken
    )
