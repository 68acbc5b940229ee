"""What the filling of roles knows of one parse: its mentions, candidates, figures, towns and offices."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.control import BLAME
from kg.extract.eventfigures import EventFigures
from kg.extract.holders import office_holders
from kg.extract.instead import contrasted
from kg.extract.sharing import NESTED, PARTNER
from kg.extract.syntax import Tree
from kg.extract.triggers import Candidate
from kg.lang import Language
from kg.lang.frames import Entry
from kg.lang.nouns import Noun
from kg.model import Mention, Quantity
from kg.ontology import BODIES

CERTAINTY = {  # how sure an argument is that the grammar only implies
    "reattached": 0.7,
    NESTED: 0.7,
    PARTNER: 0.7,
    "borrowed": 0.6,
    "coordination": 0.8,
    "adjunct control": 0.7,
    BLAME: 0.7,
    "subject control": 0.85,
    "noun control": 0.7,
    "owner control": 0.7,
    "result": 0.8,
    "flag": 0.75,
}


class RoleContext:
    """What is known of one parse when its events' roles are filled."""

    __slots__ = (
        "about", "at", "candidates", "carried_by", "contrasted", "figures", "holders", "measuring", "mentions", "nouns",
        "seats", "towns", "tree",
    )  # fmt: skip

    def __init__(
        self,
        tree: Tree,
        mentions: tuple[Mention, ...],
        at: Mapping[int, int],
        quantities: tuple[Quantity, ...],
        candidates: Mapping[int, Candidate],
        carried_by: Mapping[int, int],
        language: Language,
        towns: frozenset[int] = frozenset(),
        seats: frozenset[int] = frozenset(),
        about: frozenset[str] = frozenset(),
    ) -> None:
        self.tree = tree
        self.about = about  # needs of frames that the article as a whole meets
        self.towns = towns  # mentions of towns that are no seat of power
        self.seats = seats  # and of those that are
        self.mentions = mentions
        self.measuring = frozenset({""}) | tree.grammar.of | tree.grammar.out_of  # how a measure takes what it measures
        self.nouns = language.nouns
        self.at = at  # the mention of each token
        self.holders = office_holders(tree, mentions, at)
        self.candidates = candidates
        self.carried_by = carried_by  # support verb -> event noun
        self.contrasted = contrasted(tree)
        self.figures = EventFigures(tree, quantities, candidates, self.at)

    def mention_at(self, token: int) -> Mention | None:
        """The mention that the token heads or belongs to by name; for an office the person who holds it."""
        index = self.at.get(token)
        return self.mentions[self.holders.get(index, index)] if index is not None else None

    def entries(self, token: int) -> tuple[Entry, ...]:
        """What the word at a token may evoke."""
        candidate = self.candidates.get(token)
        return candidate.entries if candidate is not None else ()

    def noun_of(self, mention: Mention) -> Noun | None:
        """What is known of the noun, or the fixed phrase, that heads a mention: "asylum seekers", "attachés militaires"."""
        words = slice(mention.first, max(mention.last, mention.head + 1))
        forms, lemmas = self.tree.forms[words], self.tree.lemmas[words]
        head = mention.head - mention.first
        phrase = self.nouns.match(forms, lemmas, head) if 0 <= head < len(forms) else None
        if phrase is not None and phrase[0] > 1:
            return phrase[1]
        return self.nouns.ending(forms[: head + 1], lemmas[: head + 1]) or self.nouns.get(mention.lemma.lower())

    def is_court(self, mention: Mention) -> bool:
        """Whether a body is a court: "a federal court", "the High Court"."""
        noun = self.noun_of(mention)
        return noun is not None and noun.kind in BODIES and "justice" in noun.flags

    def lemma(self, token: int) -> str:
        """The lemma of a token."""
        return self.tree.tokens[token].lemma
