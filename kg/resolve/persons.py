"""A sieve over words for who somebody is or how old: "the priest", "the former lawyer", "the 34-year-old"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.lang import Language
from kg.model import Mention
from kg.resolve.ages import Ages
from kg.resolve.chains import Chains
from kg.resolve.offices import COMPATRIOT
from kg.resolve.words import SUBJECTS, TAKES_UP, Syntax

FARTHEST = 3  # sentences back in which nobody else is told of
TELLING_MORE = frozenset({"nmod", "nmod:poss", "acl", "acl:relcl", "appos", "conj"})  # what would tell of somebody else


def persons(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    ages: Ages,
    descriptions: Sequence[Mention],
    at: Mapping[int, int],
) -> None:
    """Such a description takes up the one person of that age, or the one whom the sentences before it name.

    Words for somebody's part in what happens are none of these: "the judge" is not the one who was arrested.
    """
    words, former = language.profile.words("anaphora", "epithets"), language.titles.former
    for mention in descriptions:
        definite = mention.determiner in TAKES_UP or (mention.rule == COMPATRIOT and _is_definite(syntax, mention))
        if mention.kind != "Person" or not definite or mention.number == "p":
            continue
        if len(chains.members(mention.index)) > 1:
            continue
        told = ages.of(mention)
        of_age = list(ages.before(mention, told)) if told else []
        if len(of_age) == 1:
            chains.link(of_age[0], mention.index, "age", 0.85)
            continue
        personal = mention.rule == COMPATRIOT or bool({mention.lemma, mention.text.lower()} & words)
        personal = personal or bool(syntax.wording(mention) & former) or language.titles.is_former((mention.lemma,))
        if of_age or not (told or (personal and not _tells_more(syntax, mention))):
            continue
        person = _only_one(chains, syntax, mention, at)
        if person is None and personal:
            person = _topic(chains, syntax, mention, at)
        if person is not None and not (told and ages.knows(person)):
            chains.link(person, mention.index, "who the one person is", 0.7)


def _is_definite(syntax: Syntax, mention: Mention) -> bool:
    return any("Definite=Def" in syntax.tokens[kid].morph for kid in syntax.kids[mention.head])


def _only_one(
    chains: Chains, syntax: Syntax, mention: Mention, at: Mapping[int, int], farthest: int = FARTHEST
) -> int | None:
    """The one person told of just before a description, where the text names them, and who doesn't act on it."""
    token = syntax.tokens[mention.head]
    subject = syntax.subject(syntax.clause(mention.head)) if token.dep not in SUBJECTS else None
    actor = None if subject is None else at.get(subject)
    near = [m for m in chains.before(mention, farthest) if chains.kind(m.index) == "Person" and m.form != "pronoun"]
    others = [m for m in near if actor is None or not chains.same(m.index, actor)]
    people = {chains.of(m.index) for m in others}
    if len(people) != 1 or others[-1].sentence == mention.sentence or not chains.named(others[-1].index):
        return None
    person = others[-1].index
    unclear = actor is not None and chains.mentions[actor].form == "pronoun"
    return None if unclear or len({mention.gender, chains.gender(person)} - {""}) > 1 else person


def _topic(chains: Chains, syntax: Syntax, mention: Mention, at: Mapping[int, int]) -> int | None:
    """The one person in the sentence before, if named and its subject, where the description is a subject, too."""
    person = _only_one(chains, syntax, mention, at, 1)
    subject = syntax.tokens[mention.head].dep in SUBJECTS and person is not None
    return person if subject and person is not None and syntax.is_subject(chains.mentions[person].head) else None


def _tells_more(syntax: Syntax, mention: Mention) -> bool:
    """Whether a description goes on to tell whom it means: "the former lawyer of X", "l'ancien maire, Paul Vidal"."""
    return any(syntax.tokens[kid].dep in TELLING_MORE for kid in syntax.kids[mention.head])
