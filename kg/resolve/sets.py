"""Plural descriptions that stand for things named one by one: "les deux dirigeants", "both companies"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kg.lang import Language
from kg.model import Mention, Quantity
from kg.ontology import BODIES
from kg.resolve.chains import PEOPLE, Chains, kinds_agree
from kg.resolve.rows import Rows
from kg.resolve.words import ADJECTIVE, Syntax

FARTHEST = 2  # sentences back in which the members must stand
FARTHEST_ROW = 15  # sentences back in which a row of them may stand, for who is told together remains so
PAIR = 2
COMPANY = "company"  # flag of nouns
ACTORS = BODIES | {"GeopoliticalEntity"}
SINGULAR = {"Group": "Person"}


def find_sets(
    chains: Chains,
    syntax: Syntax,
    language: Language,
    quantities: tuple[Quantity, ...],
    rows: Rows,
    kin: Sequence[tuple[int, int]],
) -> dict[int, tuple[int, ...]]:
    """Mention of a definite plural with a number -> one mention of each of that many members; left out where unsure.

    Some words tell the number by themselves: "both men", "le couple", "the brothers". `kin` are who is told to be related.
    """
    found = {}
    counts: dict[int, int] = {}  # by the head of what is counted
    for quantity in quantities:
        if quantity.counted is not None and quantity.value == int(quantity.value) and quantity.comparator == "=":
            counts.setdefault(quantity.counted, int(quantity.value))
    implied, men = language.profile.table("anaphora", "sets"), language.profile.words("anaphora", "men")
    known: dict[tuple[str, int], tuple[int, ...]] = {}  # whom such a plural stood for last: "both planemakers", twice
    related = [tuple(map(chains.of, pair)) for pair in kin]
    for mention in chains.mentions:
        if mention.form != "nominal":
            continue
        dual = any(syntax.tokens[kid].lemma.lower() in implied for kid in syntax.kids[mention.head] if kid < mention.head)
        told = mention.number == "p" and (dual or mention.determiner in {"def", "dem"})
        count = counts.get(mention.head) or (2 if dual else None)
        if count is None and mention.determiner in {"def", "dem"} and not syntax.modifiers(mention):
            told, count = True, int(implied.get(_form(mention), 0))
        if not told or count is None or not 2 <= count <= 4:
            continue
        kinds = _kinds(language, mention)
        counted = mention.head in counts or dual
        members = _kin(chains, mention, kin) if language.nouns.is_flagged(mention.lemma, "family") else ()
        members = members or _row(chains, mention, count, kinds, rows)
        members = members or (known.get((mention.lemma, count), ()) if dual else ())
        others = any(syntax.tokens[kid].lemma in language.grammar.setting_apart for kid in syntax.kids[mention.head])
        near = counted and not others  # "X and the four other lawmakers": whoever they are
        members = members or (_members(chains, syntax, language, mention, count, kinds) if near else ())
        if not members or _acts_on_itself(chains, syntax, mention, members) or _is_capital_of(chains, language, members):
            continue
        if language.nouns.is_flagged(mention.lemma, "office") and any(set(members) == set(pair) for pair in related):
            continue  # "le président et son épouse … Les deux chefs d'État"
        if _genders_fit(chains, mention, members, men):
            found[mention.index] = known[mention.lemma, count] = members
    return found


def _kin(chains: Chains, mention: Mention, kin: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The chains of the two who were told last, before the mention, to be related."""
    told = [pair for pair in kin if max(pair) < mention.index and all(chains.named(one) for one in pair)]
    pair = max(told, key=max, default=())
    return tuple(sorted({chains.of(one) for one in pair})) if len({chains.of(one) for one in pair}) == PAIR else ()


def _acts_on_itself(chains: Chains, syntax: Syntax, mention: Mention, members: tuple[int, ...]) -> bool:
    """Whether one of the members is the subject beside the plural: "Kerry praised both allies" praises two others."""
    token = syntax.tokens[mention.head]
    subject = syntax.subject(token.head) if token.dep in {"obj", "obl", "obl:arg", "iobj"} else None
    return any(m.head == subject for one in members for m in map(chains.mentions.__getitem__, chains.members(one)))


def _is_capital_of(chains: Chains, language: Language, members: Sequence[int]) -> bool:
    """Whether one of two is but the capital of the other, which governs there: "le Pakistan accuse Islamabad"."""
    links = {chains.linked(one) for one in members} - {None}
    ruled = {state.key for link in links if link and (state := language.gazetteer.metonym(link)) is not None}
    return not ruled.isdisjoint(links)


def _genders_fit(chains: Chains, mention: Mention, members: Sequence[int], men: Set[str]) -> bool:
    """Whether people may be called so: women are no men, and no woman is among "les deux frères"."""
    if mention.kind not in PEOPLE or not any(chains.kind(member) in PEOPLE for member in members):
        return True
    genders = {chains.gender(member) for member in members}
    if mention.gender == "f":
        return "m" not in genders
    return "f" not in genders if mention.lemma.lower() in men else mention.gender != "m" or genders != {"f"}


def _form(mention: Mention) -> str:
    """The word of a description, in the plural where it stands there."""
    return mention.text.lower() if mention.number == "p" else mention.lemma.lower()


def _kinds(language: Language, mention: Mention) -> frozenset[str]:
    """The kinds of what a plural may take up: its own, and those of a general word: "les deux constructeurs"."""
    general = language.general.get(mention.lemma)
    noun = language.nouns.get(mention.lemma)
    crowds = noun is not None and noun.kind == "Group" and mention.number == "p"  # "les deux groupes" are no two people
    own = BODIES | {"Group"} if crowds else {SINGULAR.get(mention.kind, mention.kind)}
    if language.nouns.is_flagged(mention.lemma, "relation"):  # "the two neighbours" may be states, "les deux rivaux" firms
        own |= ACTORS
    return frozenset(own | (general.kinds if general is not None else frozenset()))


def _may_belong(one: str, kinds: frozenset[str]) -> bool:
    """Whether a thing of one kind may be among those that a plural of others names: a state is no company."""
    if one in kinds:
        return True
    alike = (kind for kind in kinds if {one, kind} != {"GeopoliticalEntity", "Organization"})
    return any(kind != "Person" and kinds_agree(one, kind) for kind in alike)


def _is_one(chains: Chains, one: int) -> bool:
    """Whether something is no crowd: "les États-Unis" are one state."""
    return chains.number(one) != "p" or (chains.kind(one) == "GeopoliticalEntity" and chains.named(one))


def _row(chains: Chains, mention: Mention, count: int, kinds: frozenset[str], rows: Rows) -> tuple[int, ...]:
    """The chains of the last row before the mention that is of so many things of its kind."""
    farthest = FARTHEST if mention.kind == "GeopoliticalEntity" or "Group" in kinds else FARTHEST_ROW
    for first in (m for m in reversed(chains.before(mention, farthest)) if m.index in rows):
        row = dict.fromkeys(chains.of(other) for other in rows[first.index])
        if len(row) == count and all(_is_one(chains, one) and _may_belong(chains.kind(one), kinds) for one in row):
            return tuple(sorted(row))
    return ()


def _is_otherwise_named(language: Language, mention: Mention, other: Mention) -> bool:
    """Whether the noun in a name says that it is no company, where companies are meant: "Federal Court"."""
    plural, own = language.nouns.get(mention.lemma), language.nouns.get(other.lemma.lower())
    body = own is not None and own.kind == "Organization" and COMPANY not in own.flags
    return body and plural is not None and COMPANY in plural.flags


def _is_workplace(syntax: Syntax, language: Language, other: Mention) -> bool:
    """Whether a name only tells where those work who are told of: "analysts at Berg Bank"."""
    token = syntax.tokens[other.head]
    people = syntax.tokens[token.head]
    noun = language.nouns.get(people.lemma)
    at = syntax.preposition(other.head) in language.grammar.inside_prepositions
    return token.dep == "nmod" and at and noun is not None and noun.kind in PEOPLE and people.has("Number=Plur")


def _members(
    chains: Chains, syntax: Syntax, language: Language, mention: Mention, count: int, kinds: frozenset[str]
) -> tuple[int, ...]:
    """The chains of the wanted kind named last before the mention, if there are exactly as many as wanted."""
    if mention.kind == "GeopoliticalEntity" and count > PAIR:
        return ()  # states are named everywhere, as places and as foes
    general = language.general.get(mention.lemma)
    for back in range(FARTHEST + 1):
        near = [
            other
            for other in chains.before(mention, back)
            if other.last <= mention.first
            and other.form == "name"
            and (other.number != "p" or other.kind == "GeopoliticalEntity")
            and other.rule != ADJECTIVE
            and _may_belong(other.kind, kinds)
            and (general is None or not general.families or general.fits(other.kind, chains.linked(other.index)))
            and not _is_otherwise_named(language, mention, other)
            and not _is_workplace(syntax, language, other)
        ]
        chained = list(dict.fromkeys(chains.of(other.index) for other in reversed(near)))
        if len(chained) == count:
            return tuple(sorted(chained))
        if len(chained) > count:
            return ()
    return ()
