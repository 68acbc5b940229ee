"""Which mentions and events are of a kind that a role takes."""

from __future__ import annotations

from functools import cache

from kg import ontology
from kg.extract.rolecontext import RoleContext
from kg.model import Mention

PARTICIPANTS = {"agent", "patient", "recipient", "theme", "instrument", "topic", "subject", "object"}
PRONOUN_KINDS = ("Person", "Organization", "Artifact")  # what one of unknown kind may stand for: no event, no place
NAMED_SORTS = frozenset({"aircraft", "ship", "weapon"})  # sorts of things that bear names


def mention_fits(
    context: RoleContext, role: str, mention: Mention, kinds: tuple[str, ...], token: int | None = None
) -> bool:
    """Whether somebody or something is of the kinds asked for; a pronoun of unknown kind may stand for most."""
    whole = plain(kinds)
    if mention.form == "pronoun" and mention.kind == "Entity":
        if whole and "Gender=Neut" in context.tree.tokens[mention.head].morph:
            whole = tuple(kind for kind in whole if kind != "Person")  # "it represents a third of the firms"
            if not whole:
                return False
        may_fit = not kinds or any(ontology.is_among(likely, whole) for likely in PRONOUN_KINDS)
        if role == "instrument":
            return False  # "a inauguré avec lui": with somebody
        may_act = role == "agent" and (not whole or any(ontology.is_a(kind, "Actor") for kind in whole))
        return may_act or (role in PARTICIPANTS and may_fit)
    if (barred := barred_sorts(kinds)) and _is_of_sort(context, mention, barred, token):
        return False
    return not kinds or ontology.is_among(mention.kind, whole) or _is_of_sort(context, mention, kinds, token)


def _is_of_sort(context: RoleContext, mention: Mention, kinds: tuple[str, ...], token: int | None) -> bool:
    """Whether a thing is of a sort asked for ("Artifact:weapon"); a name will do where such things bear names.

    Of somebody with a name the word before it tells: "l'ambassadeur Karl Vogt".
    """
    said = context.tree.lemmas[token] if token is not None and mention.form == "name" else ""
    noun = context.nouns.get(said) or context.noun_of(mention)
    sorts = (kind.partition(":")[::2] for kind in kinds if ":" in kind and kind[0] != "-")
    return any(
        ontology.is_a(mention.kind, kind)
        and ((mention.form == "name" and sort in NAMED_SORTS) or (noun is not None and sort in noun.flags))
        for kind, sort in sorts
    )


def event_fits(context: RoleContext, token: int, kinds: tuple[str, ...]) -> bool:
    """Whether all that a word may evoke is barred by no kind and some of it is of the kinds asked for."""
    classes = {frame.kind for _, frame in context.candidates[token].entries if frame.kind}
    barred = tuple(kind[1:] for kind in kinds if kind.startswith("-") and ":" not in kind)  # an event is of no sort of thing
    if barred and any(ontology.is_among(c, barred) for c in classes):  # "une attaque" may be criticism
        return False
    return not kinds or any(ontology.is_among(c, plain(kinds)) for c in classes)


@cache
def plain(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that ask for no sort of thing."""
    return tuple(kind for kind in kinds if ":" not in kind)


@cache
def barred_sorts(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The sorts of things that may not be meant: "Group:police" of "-Group:police"."""
    return tuple(kind[1:] for kind in kinds if kind[0] == "-" and ":" in kind)
