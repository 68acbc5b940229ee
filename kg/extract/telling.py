"""Whether words that may tell an event tell one, or only describe, name, address or characterise."""

from __future__ import annotations

from collections.abc import Set

from kg import ontology
from kg.extract.charges import is_charge
from kg.extract.filled import Filled
from kg.extract.fillers import fillers_of
from kg.extract.phrases import OPENING, is_gerund_behind
from kg.extract.roles import RoleFiller
from kg.extract.slots import role_slots
from kg.extract.syntax import Argument, Tree
from kg.extract.triggers import Candidate, name_end
from kg.lang.frames import Frame
from kg.lang.nouns import FIGHTING

UNFORESEEN = ("Conflict", "LifeAndDisaster")  # what befalls people, also where the text says no more of it
TRIAL = "Trial"
PRESS = ("Organization:media",)  # who strikes with words
SPORTSPEOPLE = ("Person:sport", "Group:sport")
# what a mere attribute hardly ever tells
BARE_IN_ATTRIBUTES = ("Communication", "Diplomacy", "Phase", "Election", "Legislation")


def is_attribute(tree: Tree, i: int) -> bool:
    """Whether a participle only describes the noun right behind it: "declining sales", "the disputed election"."""
    token = tree.tokens[i]
    return token.dep == "amod" and token.pos != "NOUN" and i < token.head


def is_naming(tree: Tree, participle: int) -> bool:
    """Whether a participle only tells a name: "un homme nommé Ivo Sand", "un groupe nommé « Aube »"."""
    token, behind = tree.tokens[participle], tree.tokens[min(participle + 1, len(tree.tokens) - 1)]
    bare = tree.is_past_participle(participle) and not tree.auxiliaries(participle)
    return (
        bare
        and token.lemma in tree.grammar.naming
        and (behind.pos == "PROPN" or behind.text in OPENING)
        and behind.i != participle
    )


def names_its_object(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody calls its object: "called the general a traitor"."""
    return tree.tokens[verb].lemma in tree.grammar.naming and any(
        tree.tokens[k].pos in ("NOUN", "PROPN", "ADJ") for k in tree.dependents(verb, "xcomp")
    )


def has_predicate(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody takes its object for, by no name: "called the fine unjustified"."""
    return any(tree.tokens[k].pos in ("NOUN", "ADJ") for k in tree.dependents(verb, "xcomp"))


def is_metaphor(filler: RoleFiller, candidate: Candidate, frame: Frame, filled: tuple[Filled, ...]) -> bool:
    """Whether violence is a figure of speech: "assassiné politiquement", "industrial murder", "lynched by the press".

    So is what somebody of sport does to nobody: "le coureur a attaqué à 30 kilomètres de l'arrivée".
    """
    if not ontology.is_a(frame.kind, "Conflict"):
        return False
    tree = filler.tree
    if tree.is_metaphor(candidate.token) or (frame.kind == "Battle" and _strives(filler, candidate, filled)):
        return True
    agents = (f.token for f in filled if f.role == "agent" and tree.tokens[f.token].pos in {"NOUN", "PROPN"})
    kinds = PRESS if any(f.role == "patient" for f in filled) else (*PRESS, *SPORTSPEOPLE)
    return any(True for agent in agents for _ in fillers_of(filler, "agent", Argument("subject", agent), kinds))


def _strives(filler: RoleFiller, candidate: Candidate, filled: tuple[Filled, ...]) -> bool:
    """Whether somebody unarmed only does what he can to do something: "will fight to save jobs"."""
    tree, verb = filler.tree, candidate.token
    aims = () if candidate.nominal else tree.dependents(verb, "xcomp", "advcl")
    if not any(k > verb and not tree.is_finite(k) and tree.mark(k) in tree.grammar.purpose_marks for k in aims):
        return False
    sides = [f for f in filled if f.role in {"agent", "patient"}]
    return not any(f.role == "patient" or (f.mention is not None and _is_armed(filler, f.mention)) for f in sides)


def _is_armed(filler: RoleFiller, mention: int) -> bool:
    """Whether a mention is of a force, a state or fighters, who fight with arms."""
    kind, lemma = filler.mentions[mention].kind, filler.mentions[mention].lemma
    noun = filler.nouns.get(lemma)
    return kind in {"Force", "GeopoliticalEntity"} or (noun is not None and bool(noun.flags & FIGHTING))


def is_copula(tree: Tree, verb: int) -> bool:
    """Whether a verb only says what its subject is: "restent vulnérables dans le désert"."""
    said = tree.kids[verb] if tree.tokens[verb].lemma in tree.grammar.copula and tree.tokens[verb].pos == "VERB" else ()
    return any(tree.tokens[k].pos == "ADJ" and k > verb and not tree.preposition(k) for k in said)


def is_opinion(tree: Tree, verb: int, frame: Frame) -> bool:
    """Whether no court judges, but somebody thinks so of something: "une prime jugée insuffisante par les syndicats"."""
    said = tree.dependents(verb, "xcomp", "obl:arg") if frame.kind == TRIAL and tree.tokens[verb].pos == "VERB" else ()
    return any(tree.tokens[k].pos == "ADJ" and not tree.preposition(k) for k in said)


def is_bare(tree: Tree, participle: int, frame: Frame) -> bool:
    """Whether an attribute tells nothing: what goes on ("its financing arm"), what is said or begun."""
    present = "Tense=Pres" in tree.tokens[participle].morph
    return present or ontology.is_among(frame.kind, BARE_IN_ATTRIBUTES)


def clausal(filler: RoleFiller, candidate: Candidate, frame: Frame) -> set[str]:
    """Roles that a clause holds, whether or not it tells an event: "a reconnu avoir menti".

    What begins or ends must be an event that is found.
    """
    clauses = tuple(argument for argument in candidate.arguments if argument.slot == "clause")
    if not clauses or ontology.is_a(frame.kind, "Phase"):
        return set()
    return {role for role, slots in role_slots(frame, candidate.nominal) if filler.is_held(slots, clauses)}


def tells_nothing(filler: RoleFiller, candidate: Candidate, frame: Frame, roles: Set[str]) -> bool:
    """Whether a trigger without participants tells of no event: a noun that only characterises, a saying of nobody."""
    if candidate.nominal:
        named = name_end(filler.tree, candidate.first) if may_be_named(filler.tree, candidate.first) else None
        told = named is None and not roles
        generic = told and (_is_generic(filler, candidate.token) or _is_defined(filler.tree, candidate.token))
        return generic and not is_charge(filler, candidate.token)
    return _tells_words(frame)


def may_be_named(tree: Tree, word: int) -> bool:
    """Whether events of a noun bear names: "opération Inherent Resolve"."""
    return tree.lemmas[word] in tree.grammar.named_events


def _tells_words(frame: Frame) -> bool:
    """Whether a frame tells of words that somebody must say."""
    return ontology.is_a(frame.kind, "Communication") or ontology.is_a(frame.kind, "Rejection")


def characterizes(filler: RoleFiller, candidate: Candidate, frame: Frame, roles: Set[str]) -> bool:
    """Whether a verb of saying without speaker only describes: "les résultats annoncés", or addresses: "rappelons que"."""
    token = filler.tree.tokens[candidate.token]
    if _is_inferred(filler, token.i) and _tells_words(frame):
        return True
    if candidate.nominal or roles & {"agent", "recipient"} or not _tells_words(frame):
        return False
    passive = filler.tree.is_passive(token.i)
    attribute = token.dep in {"acl", "amod"} and passive and "patient" not in roles
    attribute = attribute or (passive and frame.kind == "Statement" and "topic" not in clausal(filler, candidate, frame))
    return attribute or _calls(filler.tree, token.i) or _is_of_nobody(filler.tree, token.i)


def _is_inferred(filler: RoleFiller, verb: int) -> bool:
    """ "The blast tore the roof off, suggesting a bomb had exploded": what one may conclude from a deed, and nobody says."""
    tree = filler.tree
    if tree.lemmas[verb] not in tree.grammar.suggesting or not is_gerund_behind(tree, verb):
        return False
    above = filler.candidates.get(tree.head(verb))
    return above is None or not any(_tells_words(frame) for _, frame in above.entries if frame.kind)


def _calls(tree: Tree, verb: int) -> bool:
    """Whether a verb addresses the reader: an imperative, as which models seldom see "Rappelons que …"."""
    token, first = tree.tokens[verb], tree.parse.sentences[tree.tokens[verb].sentence].first
    bare = token.has("VerbForm=Inf") and verb - first <= 1  # "À noter que …"
    opens = (verb == first or bare) and tree.first(verb, "nsubj", "nsubj:pass") is None
    return "Mood=Imp" in token.morph or (opens and token.dep == "root" and tree.first(verb, "ccomp") is not None)


def _is_of_nobody(tree: Tree, verb: int) -> bool:
    """Whether nobody says what "il faut dire" tells: an infinitive below an impersonal verb."""
    token = tree.tokens[verb]
    if tree.is_passive(verb) and tree.first(verb, "expl", "expl:subj") is not None:
        return tree.first(verb, "iobj") is None  # "il est conseillé de", but "il lui est reproché de"
    impersonal = tree.first(token.head, "expl", "expl:subj") is not None
    return token.has("VerbForm=Inf") and token.dep in {"xcomp", "ccomp", "csubj"} and impersonal


def _is_defined(tree: Tree, noun: int) -> bool:
    """Whether a clause says what any such event is: "a strike is a right"; or a figure is under it: "pound under attack"."""
    token, head = tree.tokens[noun], tree.tokens[tree.head(noun)]
    if tree.preposition(noun) in tree.grammar.undergone_prepositions:
        return token.dep == "nmod" and head.lemma.lower() in tree.grammar.figures
    copula = tree.first(head.i, "cop")
    present = copula is not None and tree.tokens[copula].has("Tense=Pres") and not tree.preposition(head.i)
    one = token.dep == "nsubj" and tree.is_indefinite(noun) and not token.has("Number=Plur")
    return present and one and head.pos in {"NOUN", "NUM", "PROPN"} and tree.first(noun, "acl", "acl:relcl", "nmod") is None


def _is_generic(filler: RoleFiller, noun: int) -> bool:
    """Whether a noun without participants only characterises another one: "points de vente", "trade talks"."""
    tree = filler.tree
    first = tree.first_conjunct(noun)
    if tree.tokens[first].dep not in {"nmod", "compound"} or tree.measures(tree.head(first)):
        return False  # "une série d'incendies" tells of fires
    told = any(f.kind and ontology.is_a(f.kind, family) for _, f in filler.entries(noun) for family in UNFORESEEN)
    if told and tree.preposition(first) in tree.grammar.inside_prepositions:
        return False  # "killed ten people in air strikes", but "an expert in sales"
    return not tree.is_determined(noun) and tree.first(noun, "amod") is None
