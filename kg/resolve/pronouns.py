"""Sieves over pronouns: relative ones by syntax, the others by agreement, nearness and prominence of the antecedent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter

from kg import ontology
from kg.lang import Language
from kg.model import Claim, Mention, Token
from kg.resolve.chains import Chains
from kg.resolve.words import Syntax, plain_subjects

FARTHEST = 3  # sentences back that a personal pronoun may reach
BODIES = frozenset({"Organization", "Force"})
UNKNOWN_GENDER = 0.5  # cost of an antecedent whose gender the text doesn't show
DOUBTFUL = 1.5  # how much nearer than a person a thing must be for a pronoun that may mean either
OWN_CLAUSE = 2.0  # gain of the subject of a possessive's own clause: "la France suspend sa mission"
SPEECHLESS = 1.5  # cost of an antecedent that is no person, for the subject of a verb of saying
# How readily a thing of a kind is taken up by a pronoun, as a cost; set on development texts.
LIKELIHOOD = {"Person": -0.5, "Place": 1.5, "GeopoliticalEntity": 1.0, "Artifact": 0.5, "Work": 0.5}
DESCRIBED = frozenset({"acl:relcl", "acl", "nmod"})
PEOPLE = frozenset({"Person", "Group"})


def kind_of_pronoun(mention: Mention) -> str:
    """ "personal", "possessive", "relative" or "demonstrative"."""
    return mention.rule.removeprefix("pronoun: ").removesuffix(" determiner")


def relatives(chains: Chains, syntax: Syntax, heads: dict[int, int]) -> None:
    """A relative pronoun stands for the noun that its clause modifies."""
    for mention in chains.mentions:
        if mention.form == "pronoun" and kind_of_pronoun(mention) == "relative":
            node = mention.head
            while syntax.tokens[node].dep != "acl:relcl" and syntax.tokens[node].head != node:
                node = syntax.tokens[node].head
            antecedent = syntax.tokens[node].head
            if antecedent in heads and heads[antecedent] != mention.index:
                chains.link(heads[antecedent], mention.index, "relative pronoun", 0.95)


def speakers(chains: Chains, claims: Sequence[Claim]) -> None:
    """ "I" within a quotation stands for the one who is quoted."""
    quotations = [
        claim for claim in claims if claim.direct and claim.speaker is not None and claim.speaker.to == "mention"
    ]
    for mention in chains.mentions:
        if not is_speaker(mention):
            continue
        around = [claim for claim in quotations if claim.start <= mention.start and mention.end <= claim.end]
        speaker = min(around, key=lambda claim: claim.end - claim.start).speaker if around else None
        if speaker is not None and chains.kind(speaker.index) in {"Person", "Entity"}:
            chains.link(speaker.index, mention.index, "speaker", 0.85)


def is_speaker(mention: Mention) -> bool:
    """Whether a pronoun is of the first person."""
    return mention.rule.startswith("pronoun: speaker")


def pronouns(chains: Chains, syntax: Syntax, language: Language, heads: Mapping[int, int]) -> None:
    """Personal, possessive and demonstrative pronouns, left to right, each with the best antecedent that agrees."""
    speaking = _communication_verbs(language)
    plain = plain_subjects(syntax, heads)
    for mention in chains.mentions:
        if mention.form != "pronoun" or kind_of_pronoun(mention) == "relative" or is_speaker(mention):
            continue
        if any(syntax.tokens[kid].dep in DESCRIBED for kid in syntax.kids[mention.head]):
            continue  # "ceux qui tirent", "those in need": described, not taken up
        form = language.profile.pronouns.get(mention.lemma)
        best = _antecedent(chains, syntax, mention, form.animacy if form else "", speaking)
        if best is not None and not _rivalled(chains, syntax, mention, best, plain):
            chains.link(best.index, mention.index, f"{kind_of_pronoun(mention)} pronoun", 0.7)


def _antecedent(
    chains: Chains, syntax: Syntax, pronoun: Mention, animacy: str, speaking: frozenset[str]
) -> Mention | None:
    """The most prominent agreeing mention: in the pronoun's own sentence before it, else in the ones before."""
    candidates = [
        other
        for other in chains.before(pronoun, FARTHEST)
        if other.last <= pronoun.first
        and _stands_for_something(chains, other)
        and agrees(chains, pronoun, animacy, other)
        and not _bars(syntax, pronoun, other)
    ]
    if not candidates:
        return None
    if kind_of_pronoun(pronoun) == "demonstrative":
        return max(candidates, key=lambda m: m.first)
    speaks = syntax.is_subject(pronoun.head) and syntax.tokens[syntax.tokens[pronoun.head].head].lemma in speaking
    ranked = sorted(((_distance(chains, syntax, pronoun, m, speaks), m) for m in candidates), key=itemgetter(0))
    (least, _), best = ranked[0]
    if animacy or chains.kind(best.index) in PEOPLE:
        return best
    person = next((cost for (cost, _), m in ranked if chains.kind(m.index) in PEOPLE), None)
    return best if person is None or person - least >= DOUBTFUL else None  # "il": the court, or the one it tried?


def _rivalled(chains: Chains, syntax: Syntax, pronoun: Mention, best: Mention, plain: Mapping[int, list[int]]) -> bool:
    """Whether a subject that is no entity is nearer and agrees: "La date est fixée. Elle était attendue"."""
    if chains.kind(best.index) in PEOPLE:
        return False
    for sentence in range(best.sentence, pronoun.sentence + 1):
        for subject in plain.get(sentence, ()):
            nearer = sentence > best.sentence or not syntax.is_subject(best.head) or subject > best.head
            if subject < pronoun.first and nearer and _noun_agrees(syntax.tokens[subject], pronoun):
                return True
    return False


def _noun_agrees(noun: Token, pronoun: Mention) -> bool:
    gender = "m" if "Gender=Masc" in noun.morph else "f" if "Gender=Fem" in noun.morph else ""
    number = "p" if "Number=Plur" in noun.morph else "s"
    return pronoun.gender in ("", gender) and pronoun.number in ("", number)


@cache
def _communication_verbs(language: Language) -> frozenset[str]:
    """Verbs of saying: their subject is most often a person."""
    verbs = language.frames.verbs
    return frozenset(
        lemma
        for lemma, entries in verbs.items()
        if any(frame.kind and ontology.is_a(frame.kind, "Communication") for _, frame in entries)
    )


def _stands_for_something(chains: Chains, other: Mention) -> bool:
    return other.kind != "Position" and (other.form != "pronoun" or len(chains.members(other.index)) > 1)


def _distance(chains: Chains, syntax: Syntax, pronoun: Mention, other: Mention, speaks: bool) -> tuple[float, int]:
    """How far an antecedent is: sentences count most, then its role in the clause, then words."""
    cost = 3.0 * (pronoun.sentence - other.sentence) + syntax.role_rank(other.head)
    if pronoun.sentence == other.sentence and syntax.is_subject(other.head):
        cost -= 0.5
    if syntax.is_subject(pronoun.head) and syntax.is_subject(other.head):
        cost -= 0.5
    if kind_of_pronoun(pronoun) == "possessive" and syntax.subject(syntax.clause(pronoun.head)) == other.head:
        cost -= OWN_CLAUSE
    if chains.named(other.index):
        cost -= 0.5
    if pronoun.gender and not chains.gender(other.index):
        cost += UNKNOWN_GENDER
    kind = chains.kind(other.index)
    cost += LIKELIHOOD.get(kind, 0.0)
    if speaks and kind not in PEOPLE:
        cost += SPEECHLESS
    cost -= min(len(chains.members(other.index)), 4) * 0.1
    return cost, pronoun.first - other.first


def agrees(chains: Chains, pronoun: Mention, animacy: str, other: Mention) -> bool:
    """Whether gender, number and kind of the pronoun fit what is known of the other mention's chain."""
    kind = chains.kind(other.index)
    gender, number = chains.gender(other.index), chains.number(other.index)
    if pronoun.gender and gender and pronoun.gender != gender:
        return False
    if (animacy == "person" and kind not in PEOPLE) or (animacy == "thing" and kind in PEOPLE):
        return False
    if pronoun.number == "s" and (number == "p" or (kind == "Group" and number != "s")):
        return False
    # "they" may be a company
    return not (pronoun.number == "p" and number == "s" and (pronoun.gender or kind not in BODIES))


def _bars(syntax: Syntax, pronoun: Mention, other: Mention) -> bool:
    """Whether grammar keeps the two apart: arguments of one verb, or the pronoun inside the other's own phrase."""
    if syntax.within(pronoun.head, other.head) and kind_of_pronoun(pronoun) != "relative":
        return True
    if kind_of_pronoun(pronoun) == "possessive":
        return other.head == syntax.tokens[pronoun.head].head
    one, two = syntax.tokens[pronoun.head], syntax.tokens[other.head]
    return one.head == two.head and one.dep != "conj" and two.dep != "conj"
