"""What the relation rules share: a parse with its mentions and events, and how a relation is written down."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.extract.actions import ACTION
from kg.extract.factuality import FactualityReader
from kg.extract.syntax import Tree
from kg.lang import Language
from kg.lang.gazetteer import LANDS, REGIONS
from kg.model import Event, Factuality, Mention, Quantity, Ref, Relation
from kg.ontology import PLACES


class Scene:
    """One parse with all that was found in it so far. Read-only."""

    __slots__ = ("at", "ending", "event_at", "goals", "language", "mentions", "quantities", "reader", "tree")

    def __init__(
        self,
        tree: Tree,
        language: Language,
        mentions: tuple[Mention, ...],
        at: dict[int, int],
        events: tuple[Event, ...],
        quantities: tuple[Quantity, ...],
    ) -> None:
        self.tree = tree
        self.language = language
        self.mentions = mentions
        self.quantities = quantities
        self.reader = FactualityReader(tree, language.frames, {}, {})  # of words that tell no event
        self.at = at  # the mention of each token
        self.ending: dict[int, list[Mention]] = {}  # the mentions before each token that end there
        for mention in mentions:
            self.ending.setdefault(mention.last, []).append(mention)
        self.goals = frozenset(_goals(events))  # mentions of those that something is given, sent or said to
        self.event_at = {e.trigger: e for e in events if e.kind != ACTION}  # what any verb tells bars no relation

    def mention_at(self, token: int) -> Mention | None:
        """The mention that the token heads or belongs to by name."""
        index = self.at.get(token)
        return self.mentions[index] if index is not None else None

    def factuality(self, word: int) -> Factuality:
        """How sure the text is of what a word states: as of the event that it tells too, else by what governs it."""
        event = self.event_at.get(word)
        return self.reader.value(word) if event is None else event.factuality

    def is_state(self, mention: Mention) -> bool:
        """Whether a mention names a state that the gazetteer knows."""
        return mention.link is not None and self.language.gazetteer.entry(mention.link).iso is not None

    def is_within_before(self, noun: int) -> bool:
        """Whether the name of a state or town right before a noun says where that is: "the Damascus suburb of Douma"."""
        places = (self.mention_at(kid) for kid in self.tree.dependents(noun, "compound"))
        return any(m is not None and m.form == "name" and m.kind == "GeopoliticalEntity" for m in places)

    def is_named_by(self, thing: Mention, place: Mention) -> bool:
        """Whether "of" says the name of what is meant, no wider place: "le quartier de Bab Touma", "la province du Sind"."""
        noun = self.language.nouns.get(thing.lemma)
        settled = noun is not None and bool(noun.flags & {"district", "city"}) and "around" not in noun.flags
        region = noun is not None and "region" in noun.flags
        if place.form == "name" and place.link is None and place.kind in PLACES:
            return region or (settled and thing.determiner != "indef")
        quarter = noun is not None and "district" in noun.flags and thing.determiner == "def"
        if quarter and (place.link or "").startswith(REGIONS):
            return True  # "le quartier de Salaheddine": no quarter lies in a province
        one = REGIONS if thing.determiner != "def" or thing.number == "p" else (REGIONS, LANDS)
        return region and (place.link or "").startswith(one)

    def relation(
        self,
        subject: Ref,
        predicate: str,
        obj: Ref,
        tokens: tuple[int, ...],
        rule: str,
        *,
        body: Ref | None = None,
        factuality: Factuality = "Actual",
        confidence: float = 0.9,
    ) -> Relation:
        """A relation whose evidence is the stretch of text from the first to the last of `tokens`."""
        words = self.tree.tokens
        first, last = words[min(tokens)], words[max(tokens)]
        return Relation(
            subject,
            predicate,
            obj,
            first.start,
            last.end,
            first.sentence,
            body=body,
            factuality=factuality,
            rule=rule,
            confidence=round(confidence, 2),
        )

    def between(self, left: Mention, predicate: str, right: Mention, rule: str, confidence: float = 0.9) -> Relation:
        """A relation between two mentions, whose evidence covers both."""
        span = (left.first, left.last - 1, right.first, right.last - 1)
        return self.relation(
            Ref("mention", left.index), predicate, Ref("mention", right.index), span, rule, confidence=confidence
        )


def fits(mention: Mention, kinds: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether a mention is of one of the kinds; an unresolved pronoun may be anything, and no kinds admit all."""
    return not kinds or mention.kind == "Entity" or ontology.is_among(mention.kind, kinds)


def is_of_each(tree: Tree, noun: int, adjective: int) -> bool:
    """Whether each of several is of another: "les présidents malien et tchadien", of whom no one rules both states."""
    if not tree.tokens[noun].has("Number=Plur"):
        return False
    first = tree.first_conjunct(adjective)
    beside = (k for k in tree.dependents(first, "conj") if tree.tokens[k].pos == tree.tokens[first].pos)
    return tree.tokens[adjective].has("Number=Sing") or next(beside, None) is not None


def is_former(scene: Scene, noun: int) -> bool:
    """Whether a noun tells what somebody no longer is: "l'ancien président de X", "a former member of X"."""
    return scene.language.titles.is_former(form for _, form in _forms_beside(scene, noun))


def is_over(scene: Scene, office: Mention) -> bool:
    """Whether words beside an office, which its label leaves out, say that it is over: "le président déchu"."""
    if scene.tree.first(office.head, "cop") is not None:
        return False  # "was then minister": the verb tells when
    beside = ((k, form) for k, form in _forms_beside(scene, office.head) if not office.first <= k < office.last)
    return scene.language.titles.is_former(form for _, form in beside)


def _forms_beside(scene: Scene, noun: int) -> Iterator[tuple[int, str]]:
    """A noun, what hangs on it from before and what stands right behind it; fixed phrases as one: "jusqu'ici"."""
    tree = scene.tree
    for k in (*(k for k in tree.kids[noun] if k <= noun + 1), noun):
        fixed = [i for i in tree.kids[k] if tree.tokens[i].dep == "fixed"]
        yield k, "".join([tree.forms[i] for i in (k, *fixed)])


def _goals(events: tuple[Event, ...]) -> Iterator[int]:
    for role in (role for event in events for role in event.roles):
        if role.name in {"recipient", "destination"} and role.filler.to == "mention":
            yield role.filler.index
