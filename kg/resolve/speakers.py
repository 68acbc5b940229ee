"""Whom "I" and "we" stand for: who is quoted, the body that speaks through somebody, the writer of a statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg import ontology
from kg.lang import Language
from kg.model import Claim, Event, Mention
from kg.ontology import BODIES
from kg.resolve.chains import Chains
from kg.resolve.words import Syntax, quotations

FARTHEST_SOURCE = 2  # sentences back in which "the same source" spoke
SPEAKING = BODIES | {"GeopoliticalEntity"}  # what publishes statements


def speakers(chains: Chains, claims: Sequence[Claim], spoken_for: Mapping[int, int], led: Mapping[int, int]) -> None:
    """First persons within a quotation: "I" is who is quoted, "we" the body or group that speaks.

    So is the body whose spokesperson or head does. "We" of anybody else may be many bodies, a people or mankind: no link.
    """
    quoted = [claim for claim in claims if claim.direct and claim.speaker is not None and claim.speaker.to == "mention"]
    for mention in _first_persons(chains):
        around = [claim for claim in quoted if claim.start <= mention.start and mention.end <= claim.end]
        speaker = min(around, key=lambda claim: claim.end - claim.start).speaker if around else None
        if speaker is None:
            continue
        if mention.number != "p":
            if chains.kind(speaker.index) in {"Person", "Entity"}:
                chains.link(speaker.index, mention.index, "speaker", 0.85)
        elif chains.kind(speaker.index) in SPEAKING | {"Group"}:
            chains.link(speaker.index, mention.index, "speaking body", 0.8)
        elif speaker.index in spoken_for:
            chains.link(spoken_for[speaker.index], mention.index, "spokesperson", 0.75)
        elif speaker.index in led and chains.kind(led[speaker.index]) in BODIES:  # a president may mean the people
            chains.link(led[speaker.index], mention.index, "head of the body", 0.7)


def writers(chains: Chains, syntax: Syntax, language: Language, events: Sequence[Event]) -> None:
    """ "We" of a statement stands for the one body that declares things in it: "Norland condemns the raid. We call on …"

    Only where both declare in the present tense and outside quotation marks: reporters tell what others said.
    """
    several = [m for m in _first_persons(chains) if m.number == "p"]
    if not several:
        return
    spoken = {i for span in quotations(syntax, language.profile) for i in range(*span)}
    told = [m for m in several if m.head not in spoken]
    agents = [chains.mentions[i] for e in events if _declares(e, syntax, spoken) for i in _agents(e)]
    declaring = {m.index for m in agents if m.is_speaker}
    bodies = {chains.of(m.index): m for m in agents if not m.is_speaker and chains.kind(m.index) in SPEAKING}
    if len(bodies) != 1 or not any(m.index in declaring for m in told):
        return
    (body,) = bodies.values()
    for mention in told:
        chains.link(body.index, mention.index, "writer of the statement", 0.75)


def same_sources(
    chains: Chains, syntax: Syntax, language: Language, descriptions: Sequence[Mention], claims: Sequence[Claim]
) -> None:
    """ "The same source" is whose word the text gave last: "…, a annoncé le parquet. …, selon la même source"."""
    sources, same = (language.profile.words("anaphora", name) for name in ("sources", "same"))
    for mention in descriptions:
        if mention.lemma not in sources or same.isdisjoint(syntax.forms[mention.first : mention.head]):
            continue
        before = [c for c in claims if c.speaker is not None and 0 < mention.sentence - c.sentence <= FARTHEST_SOURCE]
        last = max((claim.sentence for claim in before), default=0)
        told = [c.speaker.index for c in before if c.sentence == last and c.speaker and c.speaker.to == "mention"]
        if len({chains.of(m) for m in told}) == 1:
            chains.link(told[0], mention.index, "same source", 0.85, told=True)


def unknown_speakers(chains: Chains) -> frozenset[int]:
    """The mentions of "we" of which nobody knows who that is."""
    told = (m for m in _first_persons(chains) if m.number == "p")
    return frozenset(m.index for m in told if chains.of(m.index) == m.index and len(chains.members(m.index)) == 1)


def _first_persons(chains: Chains) -> list[Mention]:
    return [mention for mention in chains.mentions if mention.form == "pronoun" and mention.is_speaker]


def _declares(event: Event, syntax: Syntax, spoken: set[int]) -> bool:
    """Whether words outside quotation marks do by saying it what they tell: "We condemn", "remains committed to"."""
    token = syntax.tokens[event.trigger]
    verb = syntax.tokens[token.head] if token.dep == "obj" else token  # "We express our condolences"
    own = event.trigger not in spoken and verb.has("Tense=Pres")
    return own and ontology.is_a(event.kind, "Communication")


def _agents(event: Event) -> list[int]:
    return [role.filler.index for role in event.roles if role.name == "agent" and role.filler.to == "mention"]
