"""Which mentions of an article tell one event: what contradicts keeps two apart, what a noun takes up joins them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence, Set

from kg import ontology
from kg.lang.grammar import Grammar
from kg.model import CLAIMANT, HEADING, Event, Parse, Role, Timex
from kg.resolve.days import Dates, Days
from kg.resolve.entities import StandsFor
from kg.resolve.words import common_start, is_pluperfect

TELLING = ("patient", "agent", "recipient", "theme")  # roles whose fillers tell two events of one class apart
FARTHEST = 8  # sentences back that a bare "the attack" may reach
LEAD = 4  # sentences behind the headline that still tell what it told
MOST_COMPARED = 50  # events of one class before another that it may take up: more than any news article tells
SUPPORTED = "support verb"  # how the rule begins of a role that stands beside such a verb
PLACES = ("place", "destination", "origin")
MAIN_CLAUSE = ("root", "nsubj", "nsubj:pass", "obj", "conj")  # words of a main clause that tell what it is about
STEM = 4  # letters that two words begin with which tell one thing
MADE_OF = 5  # and a noun and the verb that it is made of
COURTLY = ("nmod", "obl", "obl:arg", "obl:mod", "compound")  # how hangs on a trial the court before which it is held
FIGURED = ("Earnings", "Increase", "Decrease")  # a firm's shares and its sales rise: only "the rise" is one told before
JOURNEYS = ("Movement", "Visit")  # made of legs, each told as one
ONCE = ("Birth", "Death", "Resignation")  # what befalls nobody twice in an article
MAIN = ("Attack", "Explosion", "Fire", "Accident", "Earthquake", "Flood", "Storm", "Landslide", "Epidemic")  # told once
OF_SORTS = ("Agreement", "Competition", "Election", "Launch", "Legislation", "Negotiation", "Reform")  # as adjectives tell
MADE_OF_LIKE = ("Competition", "Election", "Gathering", "Protest")  # a match is part of a cup, a march of a movement
TALKS = ("Meeting", "Negotiation")
DOING = "Action"  # whatever somebody does, which only the verb tells
PLAN_AND_DEED = {"Planned", "Actual"}  # who plans to buy more has bought before
OPEN = ("Planned", "Possible")  # what has not taken place
Fillers = dict[str, frozenset[tuple[str, int]]]


class Merger:
    """Groups the event mentions of one article, of which only `told` are told."""

    def __init__(
        self,
        parse: Parse,
        events: Sequence[Event],
        told: Sequence[Event],
        times: Sequence[Timex],
        stands_for: StandsFor,
        grammar: Grammar,
        unnamed: Set[int] = frozenset(),
    ) -> None:
        self._parse = parse
        self._events = events
        self._told = told
        self._stands_for = stands_for
        self._unnamed = unnamed  # the entities that are places without a name of their own
        self.group = list(range(len(events)))
        self._held = [self._fillers(event) for event in events]
        talks = (role for event in events if event.kind in TALKS for role in event.roles if role.filler.to == "event")
        self._spoken_of = {role.filler.index for role in talks if events[role.filler.index].kind in TALKS}
        self._days = Days(parse, events, times)
        self._temporal = {i for time in times for i in range(time.first, time.last)}  # "l'attaque mercredi" is of no sort
        self._plural = [self._is_plural(event) for event in events]
        self._lemma = [parse.lemmas[event.trigger] for event in events]
        self._words = [{lemma} for lemma in self._lemma]  # of a group, by its first mention: the words that tell it
        self._sort = [self._sort_of(event) for event in events]
        self._counted: dict[int, set[str]] = {}  # of the trigger: the words that tell its event from others, "second"
        for token in parse.tokens:
            if token.dep == "amod" and (token.lemma in grammar.setting_apart or token.lemma[:1].isdigit()):  # "18th"
                self._counted.setdefault(token.head, set()).add(token.lemma)
        #: triggers that say before which court: "le procès en appel", "condamné en première instance"
        self._court = {t.head: t.lemma for t in parse.tokens if t.lemma in grammar.instances and t.dep in COURTLY}
        #: triggers that tell of another time than the one that the article is about: "has twice before sued"
        self._once_more = {t.head for t in parse.tokens if t.dep == "advmod" and t.lemma in grammar.once_more}
        self._likewise = {t.head for t in parse.tokens if t.dep == "advmod" and t.lemma in grammar.likewise}
        self._perfect = grammar.perfect_auxiliaries

    def merge(self) -> list[list[int]]:
        """The groups of mentions of one event, each in text order."""
        by_kind: dict[str, list[Event]] = {}
        for later in self._told:
            related = self._related(later, by_kind)
            for earlier in related:
                if self._same(earlier, later, related):
                    self._join(self.group[earlier.index], later.index)
                    break
            by_kind.setdefault(later.kind, []).append(later)
        self._join_causes()
        groups: dict[int, list[int]] = {}
        for event in self._told:
            groups.setdefault(self.group[event.index], []).append(event.index)
        return list(groups.values())

    def _join_causes(self) -> None:
        """Join the causes of one event that are told by one word: "killed in an attack in Mali", "in an attack near Gao"."""
        for event in self._told:
            first = self.group[event.index]
            if first == event.index:
                continue
            causes = sorted(index for to, index in self._held[first].get("cause", ()) if to == "event")
            for one, other in itertools.pairwise(self._events[index] for index in causes):
                apart = self._numbers_differ(one, other) or self._days.differ(one.index, other.index)
                if one.kind == other.kind and self._alike(one, other) and not apart:
                    self._join_groups(self.group[one.index], self.group[other.index])

    def _join_groups(self, first: int, later: int) -> None:
        members = [index for index, group in enumerate(self.group) if group == later and first != later]
        for index in members:
            self.group[index] = first

    def _related(self, later: Event, by_kind: Mapping[str, list[Event]]) -> list[Event]:
        """The events before `later` of its class or one above or below it, and what it repeats; the last first."""
        kinds = [kind for kind in by_kind if ontology.is_a(kind, later.kind) or ontology.is_a(later.kind, kind)]
        found = [event for kind in kinds for event in by_kind[kind][-MOST_COMPARED:]]
        if later.repeats is not None and later.repeats < later.index:
            found.append(self._events[later.repeats])
        return sorted(found, key=lambda event: -event.index)

    def _join(self, first: int, later: int) -> None:
        self.group[later] = first
        self._days.join(first, later)
        self._words[first] |= self._words[later]
        for role, fillers in self._held[later].items():
            self._held[first][role] = self._held[first].get(role, frozenset()) | fillers

    def _same(self, earlier: Event, later: Event, related: Sequence[Event]) -> bool:
        """Whether the later mention takes up the earlier of its `related` events: nothing contradicts, something tells."""
        if later.repeats == earlier.index:
            return not (later.definite and self._is_of_other_story(earlier, later, related))
        if self._is_done_by(earlier, later):
            return True
        if self._is_in_predicate_of(earlier, later) or self._is_of_agenda(earlier, later):
            return False
        own = self._held[later.index]
        acts = "agent" in own and (later.kind in ONCE or self._is_lead_of(earlier, later))
        main = self._is_main_of(earlier, later, related)
        if not (later.definite or "patient" in own or acts or main):
            return False
        if (earlier.trigger in self._once_more) != (later.trigger in self._once_more) or self._comes_on_top(later):
            return False
        if self._is_of_other_sort(earlier, later):
            return False
        if self._is_before_other_court(earlier, later):
            return False
        if self._is_counted_apart(earlier, later) or self._points_nearer(earlier, later, related):
            return False
        first = self.group[earlier.index]
        if self._contradict(self._events[first], later, self._held[first]):
            return False
        if self._days.lasting[first] and later.definite and self._plural[later.index] is False:
            return False  # "they have attacked ships since May … the strike": another one
        if main:
            return True
        if later.kind == DOING and not self._alike(earlier, later):
            return False
        shared = self._shared(self._held[first], own)
        if later.definite and later.kind in FIGURED:
            return bool(shared) and self._alike(earlier, later)
        if later.definite and shared == {"agent"} and self._is_leg(earlier, later, related):
            return False
        if self._is_owned(later) and not self._is_that_of_owner(earlier, later, shared):
            return False
        if later.definite:
            takes_up = bool(shared) or self._takes_up(earlier, later, related)
            return takes_up and not self._is_of_other_story(earlier, later, related)
        if later.kind in FIGURED:
            return False
        if {earlier.factuality, later.factuality} == PLAN_AND_DEED:
            return False
        if later.kind in ONCE or self._is_headline_of(earlier, later):
            return not shared.isdisjoint(TELLING)
        goes_back = earlier.definite and self._is_pluperfect(later) and self._likeness(earlier.index, later) >= MADE_OF
        alike = len(shared) > 1 or self._alike(earlier, later) or self._is_told_of_victim(earlier, later) or goes_back
        return "patient" in shared and alike

    def _is_told_of_victim(self, earlier: Event, later: Event) -> bool:
        """Whether a clause on whom a definite noun names says how it befell them: "the killing of X, who was shot dead"."""
        tokens, clause = self._parse.tokens, self._parse.tokens[later.trigger]
        if clause.dep != "acl:relcl" or not earlier.definite or earlier.sentence != later.sentence:
            return False
        noun = clause.head
        while noun > earlier.trigger and tokens[noun].dep in {"nmod", "appos", "flat:name", "compound"}:
            noun = tokens[noun].head
        return noun == earlier.trigger

    def _is_done_by(self, earlier: Event, later: Event) -> bool:
        """Whether a bare noun only says by what a verb's event came about: "was overthrown in a coup"."""
        noun = self._parse.tokens[later.trigger]
        below = noun.head == earlier.trigger and noun.dep in {"obl", "obl:agent", "obl:mod"} and noun.pos == "NOUN"
        return below and earlier.kind == later.kind and not later.definite and not self._held[later.index]

    def _is_in_predicate_of(self, earlier: Event, later: Event) -> bool:
        """Whether a noun stands in what is said of the earlier as its subject: "The strike was a response to the attack"."""
        tokens, node = self._parse.tokens, later.trigger
        subject = tokens[earlier.trigger]
        if earlier.sentence != later.sentence or not subject.dep.startswith("nsubj") or subject.i > node:
            return False
        while tokens[node].dep in {"nmod", "obl", "obl:agent", "obl:arg", "obl:mod", "obj"} and tokens[node].head != node:
            node = tokens[node].head
        said = node == subject.head and node != later.trigger and tokens[node].pos == "NOUN"
        return said and any(tokens[k].dep == "cop" for k in self._parse.children[node])

    def _is_of_agenda(self, earlier: Event, later: Event) -> bool:
        """Whether the earlier is only spoken of in the talks that the later may mean: "discussed a summit … The meeting"."""
        return earlier.index in self._spoken_of and earlier.factuality in OPEN and later.factuality == "Actual"

    def _is_leg(self, earlier: Event, later: Event, related: Sequence[Event]) -> bool:
        """Whether a journey is but one of those that a word of its own takes up: "will go to X, visit Y … his trip"."""
        if not ontology.is_among(later.kind, JOURNEYS) or self._alike(earlier, later):
            return False
        own = self._held[later.index]
        shared = [self.group[event.index] for event in related if self._shared(self._held[self.group[event.index]], own)]
        return self.group[earlier.index] != min(shared)

    def _alike(self, one: Event, other: Event) -> bool:
        """Whether two events are told by the same word."""
        return self._lemma[one.index] == self._lemma[other.index]

    def _is_headline_of(self, earlier: Event, later: Event) -> bool:
        """Whether the body tells what a headline told, which then is all that the headline can mean."""
        told = self._parse.sentences[earlier.sentence].kind, self._parse.sentences[later.sentence].kind
        return told == ("headline", "body") and not ontology.is_a(later.kind, "Communication")

    def _is_lead_of(self, earlier: Event, later: Event) -> bool:
        """Whether the first sentences of the body say in the headline's word what that told."""
        near = later.sentence - earlier.sentence <= LEAD
        return near and self._is_headline_of(earlier, later) and self._alike(earlier, later)

    def _is_main_of(self, earlier: Event, later: Event, related: Sequence[Event]) -> bool:
        """Whether the lead tells by whatever word the one mishap or attack of the headline, or the one rise of a figure."""
        if later.sentence - earlier.sentence > LEAD or not self._is_headline_of(earlier, later):
            return False
        if earlier.factuality != later.factuality or self._plural[earlier.index] or self._plural[later.index]:
            return False
        if list(related) != [earlier]:
            return False
        figure = later.kind in FIGURED and bool(later.words) and later.words == earlier.words
        return figure or ontology.is_among(later.kind, MAIN)

    def _sort_of(self, event: Event) -> frozenset[str]:
        """What says of what sort an event of many sorts is: "la réforme fiscale", "the tax reform", not "a fine reform"."""
        noun = event.trigger
        if self._parse.tokens[noun].pos != "NOUN" or not ontology.is_among(event.kind, OF_SORTS):
            return frozenset()
        below = (self._parse.tokens[k] for k in self._parse.children[noun])
        sorts = (t for t in below if t.dep == "compound" or (t.dep == "amod" and t.i > noun))
        return frozenset(t.lemma.lower() for t in sorts if t.pos != "PROPN")

    def _is_of_other_sort(self, earlier: Event, later: Event) -> bool:
        """Whether both say of what sort they are, and not of the same: "a tax reform … the health reform"."""
        one, other = self._sort[earlier.index], self._sort[later.index]
        called = set(earlier.words.split()) & set(later.words.split()) if later.kind == "Election" else ()
        return bool(one and other) and one.isdisjoint(other) and not called

    def _is_counted_apart(self, earlier: Event, later: Event) -> bool:
        """Whether both are counted, and not alike: "the first round … the second round"."""
        one, other = (self._counted.get(event.trigger) for event in (earlier, later))
        return one is not None and other is not None and one.isdisjoint(other)

    def _is_before_other_court(self, earlier: Event, later: Event) -> bool:
        """Whether an event is told to be of another court than the one told before: "the trial … the appeal trial"."""
        court = self._court.get(later.trigger)
        return court is not None and court != self._court.get(earlier.trigger)

    def _points(self, event: Event) -> bool:
        """Whether a demonstrative stands before a noun: "that lawsuit"."""
        below = (self._parse.tokens[k] for k in self._parse.children[event.trigger])
        return any(token.dep == "det" and "PronType=Dem" in token.morph for token in below)

    def _points_nearer(self, earlier: Event, later: Event, related: Sequence[Event]) -> bool:
        """Whether a demonstrative means another event, which the sentence before told: "a strike on Gao … That attack"."""
        if not self._points(later):
            return False
        near = [event for event in related if self._is_told_just_before(event, later) and self._may_be(event, later)]
        if not near and earlier.sentence < later.sentence - 1:
            return self._is_named_for_verb(later)
        return bool(near) and self.group[near[0].index] != self.group[earlier.index]

    def _is_named_for_verb(self, later: Event) -> bool:
        """Whether a verb of the sentence before begins as a noun does, which then tells that: "will vote … That vote"."""
        sentence, word = self._parse.sentences[later.sentence - 1], self._lemma[later.index]
        verbs = (t.lemma for t in self._parse.tokens[sentence.first : sentence.last] if t.pos == "VERB")
        return any(common_start(verb, word) >= STEM for verb in verbs)

    def _is_told_just_before(self, earlier: Event, later: Event) -> bool:
        """Whether the sentence before tells, by its main clause or the end of the noun, what that may take up."""
        if later.sentence - earlier.sentence != 1:
            return False
        if self._lemma[later.index].endswith(self._lemma[earlier.index]):
            return True  # "a suit … That lawsuit"
        token = self._parse.tokens[earlier.trigger]
        main = self._parse.tokens[token.head].dep == "root" and token.dep in MAIN_CLAUSE
        return main and not self._plural[later.index] and not ontology.is_among(later.kind, MADE_OF_LIKE)

    def _is_that_of_owner(self, earlier: Event, later: Event, shared: Set[str]) -> bool:
        """Whether what somebody's own event is called takes up the earlier one: "was arrested … his arrest"."""
        wanted = later.factuality == "Planned" or (later.factuality == "Possible" and bool(later.attributed_to))
        if wanted and earlier.factuality not in OPEN:
            return False  # "since his election … hopes for his re-election", "was released … demanded his release"
        if self._alike(earlier, later) and not self._says_more(later):
            return True
        like = self._likeness(earlier.index, later) >= STEM
        if (ontology.is_among(later.kind, MADE_OF_LIKE) and not like) or self._plural[later.index]:
            return False
        vague = self._says_more(later) and not self._is_headline_of(earlier, later)
        return bool(shared - {"agent"} if vague else shared)

    def _says_more(self, event: Event) -> bool:
        """Whether a noun has a complement: "its offensive on Gao"."""
        below = (self._parse.tokens[k] for k in self._parse.children[event.trigger])
        return any(token.dep in {"nmod", "acl", "acl:relcl"} and token.start >= event.end for token in below)

    def _may_be(self, earlier: Event, later: Event) -> bool:
        """Whether nothing says that the later mention tells of another event."""
        first = self.group[earlier.index]
        return not self._contradict(self._events[first], later, self._held[first])

    def _comes_on_top(self, event: Event) -> bool:
        """Whether a noun's verb says that its event is one more: "the curfew was also imposed in Gao"."""
        return "," in event.rule and self._parse.tokens[event.trigger].head in self._likewise

    def _is_of_other_story(self, earlier: Event, later: Event, related: Sequence[Event]) -> bool:
        """Whether the earlier is of another day than the later, or of long ago where the article's own may be meant.

        "A quake hit Talmar on Friday. In 1999 one killed thousands there. After the disaster …" leaves open which.
        """
        groups = {self.group[event.index] for event in related if self._may_be(event, later)}
        own = self._held[later.index]
        groups = {group for group in groups if self._shared(self._held[group], own)} or groups
        others = groups - {self.group[earlier.index]}
        if not others or self._points(later) or self._is_pluperfect(later):
            return False
        if self._days.is_dated_itself(later):
            dated = [group for group in groups if self._days.of[group]]
            return bool(dated) and self.group[earlier.index] not in dated
        if self._days.of[later.index]:
            return False
        likeness = {group: self._likest(group, later) for group in groups}
        likest = max(likeness.values())
        if list(likeness.values()).count(likest) == 1 and likest >= STEM:
            return likeness.get(self.group[earlier.index]) != likest
        old = {group for group in groups if self._is_of_before(group)}
        told_last = next(self.group[event.index] for event in related if self.group[event.index] in groups)
        return self.group[earlier.index] in old if others - old else told_last in old and bool(groups - old)

    def _likeness(self, earlier: int, later: Event) -> int:
        """How many letters the word of an event begins with as a later one does: "réélire", "réélection"."""
        return common_start(self._lemma[earlier], self._lemma[later.index])

    def _likest(self, group: int, later: Event) -> int:
        """The likeness of that word of an event which is likest to a later one."""
        return max(common_start(word, self._lemma[later.index]) for word in self._words[group])

    def _is_of_before(self, group: int) -> bool:
        """Whether an event is told as long past: by dates of years before, or by a pluperfect."""
        return self._days.are_of_old(self._days.of[group]) or self._is_pluperfect(self._events[group])

    def _is_pluperfect(self, event: Event) -> bool:
        """Whether an event, or what its noun is the subject or object of, is told in the pluperfect."""
        verb = event.trigger if self._plural[event.index] is None else self._parse.tokens[event.trigger].head
        return is_pluperfect(self._parse, verb, self._perfect)

    def _takes_up(self, earlier: Event, later: Event, related: Sequence[Event]) -> bool:
        """Whether a definite noun that says nothing of who or what means the event told before: by the word or alone."""
        held = self._held[later.index]
        if self._points(later) and self._is_told_just_before(earlier, later) and self._alike(earlier, later):
            return True
        says_who = any(role.name in TELLING and role.name in held and not _is_news(role) for role in later.roles)
        if says_who or ontology.is_a(later.kind, "Communication"):
            return False
        if self._points(later) and self._is_told_just_before(earlier, later) and not self._is_qualified(later):
            return True  # of which another one is nearer `_points_nearer` has told
        if self._is_qualified(later) and not self._alike(earlier, later):
            return False
        if later.kind == "Competition" and self._is_qualified(later) and not self._is_qualified(earlier):
            return False  # "before her final … the final of the juniors"
        if not self._alike(earlier, later) and any(self._alike(e, later) for e in related):
            return False  # one that the article called so is nearer in words, if not in place
        near = {self.group[event.index] for event in related if later.sentence - event.sentence <= FARTHEST}
        alone = len(near) == 1 and not ontology.is_among(later.kind, MADE_OF_LIKE)
        shorter = later.kind == "Election" and set(earlier.words.split()) & set(later.words.split())  # "la présidentielle"
        alike = self._alike(earlier, later) or bool(shorter) or self._is_named_alone(earlier, later, near)
        return self.group[earlier.index] in near and (alone or alike)

    def _is_named_alone(self, earlier: Event, later: Event, near: Set[int]) -> bool:
        """Whether a noun is made of the verb that told the earlier event, and of no other's: "a exécuté … l'exécution"."""
        if ontology.is_among(later.kind, MADE_OF_LIKE) or self._plural[later.index]:
            return False
        likeness = {group: self._likest(group, later) for group in near}
        own = likeness.get(self.group[earlier.index], 0)
        return own >= MADE_OF and sum(value == own for value in likeness.values()) == 1 and own == max(likeness.values())

    def _is_qualified(self, event: Event) -> bool:
        """Whether a noun says by a complement of its own what sort of event it tells: "the distribution of seed"."""
        tokens = self._parse.tokens
        kids = self._parse.children
        below = (tokens[k] for k in kids[event.trigger] if tokens[k].start >= event.end and tokens[k].dep == "nmod")
        return any(t.pos == "NOUN" and "NumType" not in t.morph and t.i not in self._temporal for t in below)

    def _is_owned(self, event: Event) -> bool:
        """Whether a noun has a possessive of its own: "has no intention of bringing forward its own departure"."""
        below = (self._parse.tokens[k] for k in self._parse.children[event.trigger])
        return any(token.dep == "nmod:poss" or "Poss=Yes" in token.morph for token in below)

    def _is_plural(self, event: Event) -> bool | None:
        """Whether a noun tells several events; None for a verb."""
        token = self._parse.tokens[event.trigger]
        return "Number=Plur" in token.morph if token.pos == "NOUN" else None

    def _numbers_differ(self, first: Event, later: Event) -> bool:
        """Whether one is told as a single event and the other as several, both by nouns."""
        return {self._plural[first.index], self._plural[later.index]} == {True, False}

    def _contradict(self, first: Event, later: Event, held: Fillers) -> bool:
        """Whether a telling role, the place, the time or the polarity of the two can't be one event's."""
        own = self._held[later.index]
        retold = self._is_headline_of(first, later) and not self._shared(held, own).isdisjoint(TELLING)
        places = () if retold else PLACES  # the state in the headline, the town in the body
        for role in (*TELLING, *places):
            if role in held and role in own and not held[role] & own[role]:
                if role == "place" and later.definite and self._is_inside_other(held[role], own[role]):
                    continue  # "un incendie à Lyon … le feu a pris dans la cuisine"
                return True
        denied = (first.factuality == "Negated") != (later.factuality == "Negated")
        called_off = is_called_off(first, later) and not self._is_owned(later)  # "the visit was cancelled", no "its own"
        if (denied and not called_off) or self._numbers_differ(first, later):
            return True
        if later.name is not None and first.name != later.name:  # "the earlier Operation Matador" is another one
            return True
        days = self._days
        one, two = days.of[first.index], days.of[later.index]
        if later.definite and two and not one and (days.is_of_old_itself(later) or days.is_of_other_day(later)):
            return True  # "replaces the 1991 agreement"
        if self._is_past_beside_plan(first, one, later, two) or (two and not one and first.trigger in self._counted):
            return True  # "second accident in two days … the one of yesterday"
        undated = two and not one and not self._parse.article.published and not self._is_headline_of(first, later)
        if later.kind == "Election" and later.definite and undated:
            return True  # "stands for president … in the election of 2012"
        if self._parse.tokens[later.trigger].dep == "conj" and self._parse.tokens[later.trigger].head == first.trigger:
            return True  # "the war with Iran and the war over Kuwait"
        return days.differ(first.index, later.index)

    def _is_inside_other(self, held: Set[tuple[str, int]], own: Set[tuple[str, int]]) -> bool:
        """Whether a place without a name may lie in the named one of the earlier event."""
        return all(place in self._unnamed for _, place in own) and all(place not in self._unnamed for _, place in held)

    def _is_past_beside_plan(self, first: Event, one: Dates, later: Event, two: Dates) -> bool:
        """Whether one is yet to come and the other of years ago: "wants to buy the bank … in 2009 it bought 20 percent"."""
        to_come = first if two and not one else later if one and not two else None
        return to_come is not None and to_come.factuality in OPEN and self._days.are_of_old(two or one)

    def _shared(self, held: Fillers, own: Fillers) -> set[str]:
        return {role for role, fillers in own.items() if fillers & held.get(role, frozenset())}

    def _fillers(self, event: Event) -> Fillers:
        """Role -> what fills it: entities by number; an event that fills it.

        Who claims an event may not have done it, and the place before a headline's colon is wider than where it happened.
        """
        found: Fillers = {}
        for role in (role for role in event.roles if role.rule not in {CLAIMANT, HEADING}):
            if role.filler.to == "event":
                filler = {("event", role.filler.index)}
            elif role.filler.index in self._stands_for:
                filler = {("entity", entity) for entity in self._stands_for[role.filler.index]}
            else:
                continue
            found[role.name] = found.get(role.name, frozenset()) | filler
        return found


def _is_news(role: Role) -> bool:
    """Whether a definite noun's role stands outside its phrase: "the attack was carried out by two men" is the one known."""
    return role.rule.startswith(SUPPORTED)


def is_called_off(planned: Event, later: Event) -> bool:
    """Whether a definite noun tells that what was planned before does not come about: "the visit was cancelled"."""
    return planned.factuality == "Planned" and later.factuality == "Negated" and only_takes_up(later)


def only_takes_up(event: Event) -> bool:
    """Whether a definite noun tells an event, which takes up what was told before."""
    return event.definite and event.rule.startswith("noun")
