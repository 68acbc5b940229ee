"""Lasting relations between entities: offices, membership, command, support, affiliation, place, family."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.extract.arguments import verb_arguments
from kg.extract.factuality import FactualityReader
from kg.extract.holders import office_holders
from kg.extract.roles import Filled, RoleFiller, mentions_by_token
from kg.extract.syntax import Tree
from kg.extract.triggers import described, find_candidates
from kg.lang import Language
from kg.model import Event, Mention, Parse, Quantity, Ref, Relation, Timex

BODIES = ("Organization", "GeopoliticalEntity", "MilitaryOperation")
NAMED_PLACE = ("Place", "GeopoliticalEntity")


def find_relations(
    parse: Parse,
    language: Language,
    mentions: tuple[Mention, ...],
    events: tuple[Event, ...],
    times: tuple[Timex, ...],
    quantities: tuple[Quantity, ...] = (),
) -> tuple[Relation, ...]:
    """All relations that the text states, in text order, each with the rule that found it."""
    tree = Tree(parse, language.grammar)
    finder = _Finder(tree, language, mentions, events, quantities)
    found = {
        (r.subject, r.predicate, r.object): r
        for r in (
            *finder.framed(),
            *finder.offices(),
            *finder.affiliations(),
            *finder.places(),
            *finder.inclusions(),
        )
    }
    return tuple(sorted(found.values(), key=lambda r: (r.start, r.end, r.predicate, r.subject.index, r.object.index)))


class _Finder:
    """The relation rules over one parse."""

    __slots__ = ("_at", "_event_at", "_events", "_language", "_mentions", "_quantities", "_tree")

    def __init__(
        self,
        tree: Tree,
        language: Language,
        mentions: tuple[Mention, ...],
        events: tuple[Event, ...],
        quantities: tuple[Quantity, ...],
    ) -> None:
        self._tree = tree
        self._language = language
        self._mentions = mentions
        self._events = events
        self._quantities = quantities
        self._at = mentions_by_token(mentions)
        self._event_at = {e.trigger: e for e in events}

    def framed(self) -> Iterator[Relation]:
        """Relations that a verb or a noun of relations.toml states."""
        frames = self._language.frames
        blocked = frozenset(t for m in self._mentions if m.form == "name" for t in range(m.first, m.last))
        candidates = find_candidates(self._tree, frames.relation_verbs, frames.relation_nouns, blocked)
        filler = RoleFiller(self._tree, self._mentions, self._quantities, candidates, {})
        reader = FactualityReader(self._tree, frames, {}, {})
        for token, candidate in candidates.items():
            for _, frame in candidate.entries:
                filled = filler.fill(frame, candidate.nominal, candidate.arguments, token)
                if candidate.nominal:
                    filled = (*filled, *self._bearer(token, filled))
                ends = [(s, o) for s in filled if s.role == "subject" for o in filled if o.role == "object"]
                for s, o in ends:
                    if s.mention is None or o.mention is None:
                        continue
                    if self._admits(frame.kind, s.mention, o.mention):
                        yield self._relation(
                            Ref("mention", s.mention),
                            frame.kind,
                            Ref("mention", o.mention),
                            (token, s.token, o.token),
                            f"{'noun' if candidate.nominal else 'verb'} {self._tree.tokens[token].lemma}",
                            factuality=reader.value(token),
                            confidence=min(s.confidence, o.confidence) * 0.9,
                        )
                if ends:
                    break

    def _admits(self, predicate: str, subject: int, obj: int) -> bool:
        domain, range_ = ontology.domain(predicate), ontology.range_of(predicate)
        return subject != obj and _fits(self._mentions[subject], domain) and _fits(self._mentions[obj], range_)

    def _bearer(self, noun: int, filled: tuple[Filled, ...]) -> Iterator[Filled]:
        """Who a relational noun describes: its apposition, the noun that it is apposed to, or its copular subject."""
        if any(f.role == "subject" for f in filled):
            return
        for token in described(self._tree, noun):
            index = self._at.get(token)
            if index is not None and token != noun:
                yield Filled("subject", token, index, "apposition", 0.9)
                return
        word = self._tree.tokens[noun]
        if word.dep in {"obl", "obl:arg"} and self._tree.preposition(noun) in self._tree.grammar.place_prepositions:
            for argument in verb_arguments(self._tree, word.head):  # "X est en tête dans la lutte contre Y"
                index = self._at.get(argument.token)
                if argument.slot == "subject" and index is not None:
                    yield Filled("subject", argument.token, index, "clause subject", 0.6)
                    return
        own = self._at.get(noun)
        if own is not None and self._mentions[own].kind != "Position":
            yield Filled("subject", noun, own, "description", 0.9)

    def offices(self) -> Iterator[Relation]:
        """ "le président des États-Unis, Joe Biden": holdsPosition, with what the office is in."""
        for index, person in office_holders(self._tree, self._mentions, self._at).items():
            position, holder = self._mentions[index], self._mentions[person]
            body = self._body(position)
            yield self._relation(
                Ref("mention", holder.index),
                "holdsPosition",
                Ref("mention", position.index),
                (position.first, position.last - 1, holder.first, holder.last - 1),
                "office",
                body=body,
            )
            yield from self._office_of(holder, position, body)

    def _office_of(self, holder: Mention, position: Mention, body: Ref | None) -> Iterator[Relation]:
        """An office that speaks for or commands what it is in."""
        if body is None:
            return
        words = self._tree.tokens[position.first : position.last]
        title = self._language.titles.match([t.text.lower() for t in words], [t.lemma.lower() for t in words], 0)
        predicate = title[1].relation if title else ""
        if not predicate:
            return
        if body.to == "mention" and not _fits(self._mentions[body.index], ("Organization", "Group")):
            return  # a president holds an office in a state, but is not said to command it
        yield self._relation(
            Ref("mention", holder.index),
            predicate,
            body,
            (position.first, position.last - 1, holder.first, holder.last - 1),
            f"office {position.lemma}",
        )

    def _body(self, position: Mention) -> Ref | None:
        """What an office is in: a body that it names, or else the state that an adjective names."""
        tree = self._tree
        below = list(tree.dependents(position.head, "nmod", "nmod:poss", "amod", "compound", "obl"))
        deeper = [k for b in below for k in tree.dependents(b, "nmod", "amod", "nmod:poss", "compound")]
        state: Ref | None = None
        for token in (*below, *deeper, *range(position.first, position.last)):
            event = self._event_at.get(token)
            if event is not None and ontology.is_a(event.kind, "MilitaryOperation"):
                return Ref("event", event.index)
            index = self._at.get(token)
            if index is None or index == position.index or not _fits(self._mentions[index], BODIES):
                continue
            if tree.tokens[self._mentions[index].head].pos != "ADJ":
                return Ref("mention", index)
            state = state or Ref("mention", index)
        return state

    def affiliations(self) -> Iterator[Relation]:
        """ "forces irakiennes": a force or body with a demonym belongs to the state; a person has its nationality."""
        for whole in self._mentions:
            if whole.form != "nominal":
                continue
            predicate = _belonging(whole)
            if not predicate:
                continue
            for state in self._modifiers(whole):
                yield self._relation(
                    Ref("mention", whole.index),
                    predicate,
                    Ref("mention", state.index),
                    (whole.first, whole.last - 1, state.first),
                    "demonym" if self._tree.tokens[state.head].pos == "ADJ" else "complement",
                )

    def _modifiers(self, whole: Mention) -> Iterator[Mention]:
        tree = self._tree
        for token in range(whole.first, whole.last):
            index = self._at.get(token)
            if index is None or token == whole.head:
                continue
            inner = self._mentions[index]
            if inner.kind != "GeopoliticalEntity" or inner.head != token:
                continue
            head = tree.tokens[token].head
            direct = head == whole.head or tree.tokens[head].head == whole.head
            if direct and (tree.tokens[token].dep in {"amod", "compound"} or tree.preposition(token) in {"de", "of"}):
                yield inner

    def places(self) -> Iterator[Relation]:
        """ "à Valence, dans la Drôme", "l'hôpital de Denver": a place in a larger one."""
        tree = self._tree
        for place in self._mentions:
            if place.kind not in NAMED_PLACE:
                continue
            for kid in tree.dependents(place.head, "nmod", "appos"):
                index = self._at.get(kid)
                if index is None:
                    continue
                outer = self._mentions[index]
                if outer.form != "name" or not _fits(outer, NAMED_PLACE) or outer.head != kid:
                    continue
                preposition = tree.preposition(kid)
                inside = preposition in tree.grammar.place_prepositions or (
                    preposition in {"de", "of"} and place.form == "nominal" and place.kind == "Place"
                )
                if inside and place.link != outer.link:
                    yield self._relation(
                        Ref("mention", place.index),
                        "locatedIn",
                        Ref("mention", outer.index),
                        (place.first, place.last - 1, outer.first, outer.last - 1),
                        f"place {preposition}",
                        confidence=0.8,
                    )

    def inclusions(self) -> Iterator[Relation]:
        """ "les forces irakiennes, y compris les peshmergas": the part that is named belongs to the whole."""
        tree = self._tree
        for part in self._mentions:
            if not _fits(part, ("Force", "Organization")) or tree.preposition(part.head) not in tree.grammar.inclusion:
                continue
            index = self._at.get(tree.head(part.head))
            if index is not None and index != part.index and _fits(self._mentions[index], ("Force", "Organization")):
                whole = self._mentions[index]
                yield self._relation(
                    Ref("mention", part.index),
                    "partOf",
                    Ref("mention", whole.index),
                    (whole.first, part.last - 1),
                    f"inclusion {tree.preposition(part.head)}",
                    confidence=0.8,
                )

    def _relation(
        self,
        subject: Ref,
        predicate: str,
        obj: Ref,
        tokens: tuple[int, ...],
        rule: str,
        *,
        body: Ref | None = None,
        factuality: str = "Actual",
        confidence: float = 0.9,
    ) -> Relation:
        """A relation whose evidence is the stretch of text from the first to the last of `tokens`."""
        first, last = min(tokens), max(tokens)
        words = self._tree.tokens
        return Relation(
            subject,
            predicate,
            obj,
            words[first].start,
            words[last].end,
            words[first].sentence,
            body=body,
            factuality=factuality,  # type: ignore[arg-type]
            rule=rule,
            confidence=round(confidence, 2),
        )


def _fits(mention: Mention, kinds: tuple[str, ...]) -> bool:
    return not kinds or mention.kind == "Entity" or any(ontology.is_a(mention.kind, kind) for kind in kinds)


def _belonging(whole: Mention) -> str:
    """The relation that a demonym gives to what it modifies; "" for none."""
    if ontology.is_a(whole.kind, "Organization"):
        return "affiliatedWith"
    return "nationality" if whole.kind == "Person" and "office" not in whole.rule else ""
