"""Which event a time expression hangs on, and which times are of no event: of a description, a figure, an edition."""

from __future__ import annotations

from collections.abc import Mapping, Set

from kg import ontology
from kg.extract.dated import article_day, begins_after, is_told_as_done
from kg.extract.syntax import MAX_DEPTH, Tree
from kg.lang.frames import Frames
from kg.model import Event, Timex

ENDING, SINCE = "Ending", "since"  # a class of events, and the rule of a time from which on something lasts
YEAR, MONTH = 4, 7  # characters of a date that is only a year, or a month
MIN_SINCE = 3  # words before a day: "depuis l'attaque le 7 octobre"
NOUNS = frozenset({"NOUN", "PROPN"})
CLAUSAL = frozenset({"CCONJ", "SCONJ", "PRON", "NUM"})  # words by which a phrase tells more than what somebody is
LOOSE = frozenset({"obl", "appos", "dislocated", "dep", "advcl", "nmod"})  # how a title before a clause hangs on it
MODIFYING = frozenset({"acl", "amod", "acl:relcl"})
CHARGING = frozenset({"Accusation", "Charge"})
DONE_AT_ONCE = (
    "Capture", "Interception", "Resignation", "Dismissal", "Appointment", "Arrest", "Detention", "Death", "Killing",
)  # fmt: skip
NAMING = frozenset({"nummod", "compound", "nmod:poss"})  # how a time hangs that tells which one a noun means
JUDGING = frozenset({"Criticism", "Accusation"})
MOVED = frozenset({"Increase", "Decrease", "Earnings"})


class TimeOwners:
    """Finds the event that each time expression of a parse hangs on."""

    __slots__ = ("_carrying", "_events", "_frames", "_index", "_parts", "_tree")

    def __init__(
        self,
        tree: Tree,
        frames: Frames,
        events: tuple[Event, ...],
        index: Mapping[int, int],
        carrying: Mapping[int, int],
        parts: Set[str],
    ) -> None:
        """`index` gives the event of each trigger, `carrying` also of each verb that carries its noun; `parts`: of a day."""
        self._tree, self._frames, self._events = tree, frames, events
        self._index, self._carrying, self._parts = index, carrying, parts

    def of(self, time: Timex) -> int | None:
        """The nearest event above the time expression; a verb that is none passes it to the event noun beside it.

        A deadline is the verb's, even where the parser hung it on the verb's object; so is the day behind one that is known.
        """
        tree, index, words = self._tree, self._index, range(time.first, time.last)
        head = next((i for i in words if tree.head(i) == i or tree.head(i) not in words), None)
        if head is None:
            return None
        if tree.first(head, "cop") is not None and (subject := tree.first(head, "nsubj")) is not None:
            return index.get(subject)  # "the election will be in May"
        if tree.head(head) == head:
            return None
        before = _subject_before(tree, time, index)
        before = _since_before(tree, time, index) if before is None else before
        if before is not None:
            return before if before >= 0 else None
        if self._is_of_no_event(time, head):
            return None
        if _is_bracketed(tree, time):
            return _before_bracket(tree, time, index)  # "le secrétaire général (depuis 2016)"
        node = tree.head(head)
        if time.kind == "span" and node not in index and _is_loose_title(tree, node):
            return None  # "Président de l'assemblée depuis 2014, X a annoncé …"
        return self._above(time, head)

    def _is_of_no_event(self, time: Timex, head: int) -> bool:
        """Whether a time tells of when a figure is, of what it is compared with, or when somebody became what he is."""
        tree, node = self._tree, self._tree.head(head)
        if node not in self._index:
            if tree.tokens[node].pos == "NUM" and node not in tree.temporal:
                return True  # "sa série de victoires, 12 depuis 2014, …"
            if tree.tokens[head].dep == "nmod:poss" and tree.tokens[node].lemma in tree.grammar.figures:
                return True  # "will beat last year's profit", but "won Sunday's race"
            if tree.tokens[head].dep in NAMING and tree.preposition(node) in tree.grammar.later_prepositions:
                return True  # "has sold assets since the 2010 oil spill"
        told_of = node in self._index and tree.tokens[node].pos == "NOUN"
        compared = _is_compared(tree, time, head, self._events, self._carrying)
        return compared or _ends_aside(tree, time, node, self._parts, told_of=told_of)

    def _above(self, time: Timex, head: int) -> int | None:
        """The first event on the way up from a time, or the one beside the verb at which the way ends."""
        tree, index, node = self._tree, self._index, self._tree.head(head)
        edition = node not in index and _is_edition(tree, time, head)  # "le calendrier 2017", "its 2008 report"
        for _ in range(MAX_DEPTH):
            token = tree.tokens[node]
            told_of = node in index and not ontology.is_a(self._events[index[node]].kind, "Communication")
            if edition and not (token.pos == "NOUN" and told_of) and (node in index or token.pos == "VERB"):
                return None
            if node in index:
                meant = token.pos == "VERB" and self._is_meant_for(time, head)
                return None if meant or self._is_of_charge(node, time) else self._dated_at(node, time, head)
            if node in self._carrying:
                return self._carrying[node]
            if token.pos in {"VERB", "AUX"}:
                own = tree.tokens[head].dep == "nmod:poss"  # "Today's step follows the arrest of X": that was before
                return None if own else self._beside(node, time)
            due = token.pos == "ADJ" and (token.lemma, "adj") in self._frames.modals and node == tree.head(head)
            if due and (subject := tree.first(node, "nsubj")) is not None:
                return index.get(subject)  # "elections are due in April"
            if token.lemma in self._frames.parts and tree.first(node, "cop") is not None:
                told = tree.dependents(node, "nmod", "obl:arg")  # "had been the victim of an attack in 2022"
                return next((index[k] for k in told if k in index), None)
            held = time.rule == SINCE and token.lemma in tree.grammar.stand_for_owner  # "aux mains des rebelles depuis mai"
            apart = tree.tokens[time.first - 1].text == ","  # "…, selon la police, lundi", but "selon la police lundi"
            sourced = not apart and tree.preposition(node) in tree.grammar.attribution_prepositions
            if held or sourced or self._keeps_its_times(node, head, time):
                return None
            node = token.head
        return None

    def _is_meant_for(self, time: Timex, head: int) -> bool:
        """Whether a year only says for when it is what somebody votes or cuts: "approved the budget for 2025"."""
        year = time.value is not None and len(time.value) == YEAR
        return year and self._tree.preposition(head) in self._tree.grammar.errand_prepositions

    def _is_of_charge(self, verb: int, time: Timex) -> bool:
        """Whether a day past is that of what somebody stands accused of: "is accused of involvement in killings in 2016"."""
        tree, token = self._tree, self._tree.tokens[verb]
        if self._events[self._index[verb]].kind not in CHARGING or token.pos != "VERB" or not tree.is_passive(verb):
            return False
        now = any(aux.has("Tense=Pres") and aux.has("VerbForm=Fin") for aux in tree.auxiliaries(verb))
        behind = (k for k in tree.dependents(verb, "obl") if verb < k < time.first)
        told = any(k in self._index or tree.preposition(k) in tree.grammar.of for k in behind)
        return now and told and time.kind == "point" and tree.preposition(time.last - 1) != ""

    def _dated_at(self, node: int, time: Timex, head: int) -> int:
        """The event that a time dates which hangs on that of word `node`: its verb's, or what is announced for then."""
        tree, index, event = self._tree, self._index, self._index[node]
        ahead = time.kind == "deadline" or begins_after(time, article_day(tree))
        told = _announced(tree, self._events[event], index) if ahead else None
        if told is None and (time.kind == "deadline" or (time.finish is not None and time.begin is None)):
            told = _intended(tree, node, time, index)
        if told is None and self._events[event].kind in JUDGING:
            told = _judged(tree, node, time, index)
        if told is None and self._is_of_offence(node, time, head):
            told = index.get(tree.head(node))
        if time.rule == SINCE and self._events[event].kind == ENDING:
            told = _ended(tree, node, time, index)
        if tree.tokens[node].dep in {"xcomp", "ccomp"} and self._kind_at(tree.head(node)) == ENDING:
            told = index[tree.head(node)]  # "will stop making cars after May"
        if told is not None:
            return told
        of_verb = time.kind == "deadline" or (node == tree.head(head) and _is_of_verb(tree, node, head))
        return index.get(tree.head(node), event) if of_verb and tree.tokens[node].pos == "NOUN" else event

    def _kind_at(self, word: int) -> str:
        """The class of the event that a word tells, if any."""
        return self._events[self._index[word]].kind if word in self._index else ""

    def _is_of_offence(self, node: int, time: Timex, head: int) -> bool:
        """Whether a bare day stands behind what somebody was arrested or tried for: "arrêté pour vol lundi"."""
        tree, above = self._tree, self._tree.head(node)
        bare = node == tree.head(head) and time.kind == "point" and tree.tokens[node].pos == "NOUN"
        if not bare or tree.preposition(head) in tree.grammar.of or tree.preposition(node) not in tree.grammar.offence_marks:
            return False
        words = [tree.tokens[k].text for k in range(time.first, time.last)]
        dated = any(word.isdecimal() and len(word) == YEAR for word in words)
        return not dated and above in self._index and ontology.is_a(self._events[self._index[above]].kind, "Justice")

    def _beside(self, verb: int, time: Timex) -> int | None:
        """The only event noun beside a verb that tells none, or the one that it says is due: "les élections prévues"."""
        tree, token = self._tree, self._tree.tokens[verb]
        below = [k for k in tree.dependents(verb, "xcomp", "obj", "nsubj", "nsubj:pass") if k in self._index]
        if len(below) == 1 and verb < time.first and self._only_moves_others(below[0], verb):
            return None
        if len(below) == 1 and time.kind == "deadline" and self._sets_terms(below[0], verb):
            return None
        if len(below) == 1:
            return self._index[below[0]]
        due = token.dep in MODIFYING and (token.lemma, "verb") in self._frames.modals
        due = due and tree.first(verb, "obj") is None  # but "un accord qui prévoit un scrutin en mai"
        return self._index.get(token.head) if due else None

    def _only_moves_others(self, noun: int, verb: int) -> bool:
        """ "The general's resignation shocked the army on Monday": what was done before is felt on that day."""
        tree = self._tree
        subject = tree.tokens[noun].dep == "nsubj" and tree.tokens[noun].pos == "NOUN"
        felt = subject and tree.first(verb, "obj") is not None and tree.tokens[verb].pos == "VERB"
        return felt and ontology.is_among(self._kind_at(noun), DONE_AT_ONCE)

    def _sets_terms(self, noun: int, verb: int) -> bool:
        """Whether a noun is the subject of a verb with an object: "the deal provides for a pullout by May", which is due."""
        return self._tree.tokens[noun].dep == "nsubj" and self._tree.first(verb, "obj") is not None

    def _keeps_its_times(self, node: int, head: int, time: Timex) -> bool:
        """Whether a word that tells no event hangs so that a time below it is of nothing above it."""
        tree, token = self._tree, self._tree.tokens[node]
        if tree.first(node, "cop") is not None:  # "said that it would be ready by May"
            return True
        if node == tree.head(head) and token.pos == "PRON" and token.has("PronType=Dem"):
            return True  # "craint une guerre après celle de 2006"
        if token.head == node or token.dep in {"acl:relcl", "acl", "appos", "parataxis"}:
            return True
        if token.dep == "advcl" and token.pos == "NOUN" and node > token.head and not tree.preposition(node):
            return True  # "a battu X, championne en 2004"
        if node != tree.head(head) and tree.preposition(node) in tree.grammar.cause_prepositions:
            return True  # "en raison de l'aide à X depuis 2015"
        day = token.lemma in self._parts or node in tree.temporal  # "dans la soirée du 3 mai"
        long = time.kind == "span" or len(time.value or "") <= MONTH
        if long and not day and tree.preposition(node) in tree.grammar.later_prepositions:
            return True  # "closed the plant after the 2010 spill"
        if day or node != tree.head(head) or tree.preposition(head) not in tree.grammar.of:
            return False
        years = time.kind == "span" or len(time.value or "") == YEAR
        if years and token.dep == "nmod" and token.pos == "NOUN" and tree.preposition(node) not in {*tree.grammar.of, ""}:
            return True  # "compared the arrests to the repression of the 1930s"
        if token.lemma not in self._frames.nouns:
            return False
        # "l'auteur des tirs de 1982 est mort": which shots; but "le tremblement de terre de 2023"
        return not any(e.start <= token.start < e.end for e in self._events)


def _announced(tree: Tree, event: Event, index: Mapping[int, int]) -> int | None:
    """What somebody said that was to be done until some day: "a annoncé la suppression de 9 postes d'ici à 2030"."""
    if not ontology.is_a(event.kind, "Communication") or not is_told_as_done(tree, event.trigger):
        return None
    said = tree.dependents(event.trigger, "obj", "obl:arg", "xcomp", "ccomp")
    planned = (k for noun in said if noun not in index for k in tree.dependents(noun, "nmod"))  # "un plan de formation"
    return next((index[k] for k in (*said, *planned) if k in index), None)


def _intended(tree: Tree, verb: int, time: Timex, index: Mapping[int, int]) -> int | None:
    """What is to last until then by what was done: "adopted a resolution to extend the mission, until March"."""
    if not is_told_as_done(tree, verb):
        return None
    aims = (k for noun in tree.dependents(verb, "obj") for k in tree.dependents(noun, "acl") if k < time.first)
    return next((index[k] for k in aims if k in index and not tree.is_finite(k)), None)


def _judged(tree: Tree, verb: int, time: Timex, index: Mapping[int, int]) -> int | None:
    """What somebody condemns or is blamed for, told at length before a day: "condemned the attack on X on Tuesday"."""
    if time.first < verb or tree.preposition(time.last - 1) == "":
        return None
    told = (k for k in tree.dependents(verb, "obj", "obl", "obl:arg") if k in index and verb < k < time.first)
    event = next(told, None)
    if event is None or not any(event < k < time.first and tree.preposition(k) for k in tree.kids[event]):
        return None
    between = range(event + 1, time.first)
    return index[event] if all(tree.tokens[k].text != "," and tree.tokens[k].pos != "VERB" for k in between) else None


def _ended(tree: Tree, verb: int, time: Timex, index: Mapping[int, int]) -> int | None:
    """What was put an end to, where a phrase of its own says that it had lasted: "lifted a curfew in place since May"."""
    ended = next((k for k in tree.dependents(verb, "obj") if k in index), None)
    lasting = ended is not None and verb < ended < time.first - 1 and tree.head(time.first - 1) in (ended, verb)
    return index[ended] if ended is not None and lasting else None


def _is_loose_title(tree: Tree, noun: int) -> bool:
    """Whether a noun stands before a clause without article or preposition, as what its subject is."""
    token = tree.tokens[noun]
    bare = token.pos == "NOUN" and tree.first(noun, "det", "case", "cop") is None
    return bare and token.dep in LOOSE and noun < token.head


def _ends_aside(tree: Tree, time: Timex, node: int, parts: Set[str], *, told_of: bool) -> bool:
    """Whether a time ends a phrase behind a comma that says what somebody is, and is of that alone.

    "X, au pouvoir depuis 1989, a annoncé …", "arrested X, elected mayor in 2012": what ends the sentence is so only behind
    a name, and a year where the phrase tells nothing else.
    """
    tokens = tree.tokens
    closes = time.last < len(tokens) and tokens[time.last].text == ","
    comma = next((k for k in range(time.first - 1, node, -1) if tokens[k].text == ","), None)
    told = tokens[comma + 1 : time.first] if comma is not None else ()
    words = {token.pos for token in told if token.lemma not in parts}  # ", dans la nuit de mardi à mercredi, …"
    if time.kind == "span":
        if time.begin and not time.finish and not told_of and _is_since_when(tree, time, node, comma, closes=closes):
            return True
        opens = min((node, *tree.kids[node])) - 1
        within = tokens[node].pos == "NOUN" and node < time.first and opens > 0 and tokens[opens].text == ","
        return closes and (within or ("NOUN" in words and "VERB" not in words))
    if len(time.value or "") != YEAR or tokens[node].pos != "VERB" or comma is None or tokens[comma - 1].pos != "PROPN":
        return False
    if len(told) < 2 or told[-1].pos != "ADP" or told[-2].pos not in NOUNS or "NOUN" not in words:
        return False
    first = told[0]
    opens_phrase = first.pos in {"NOUN", "ADJ", "DET"} or tree.is_past_participle(first.i)
    return opens_phrase and not words & CLAUSAL and not any(t.has("VerbForm=Fin") for t in told)


def _is_since_when(tree: Tree, time: Timex, node: int, comma: int | None, *, closes: bool) -> bool:
    """Whether a time tells only since when somebody is what a phrase says: "a rencontré X, maire de Y depuis 2014."."""
    tokens = tree.tokens
    if closes:  # "Au pouvoir depuis 1982, X a annoncé …", "le maire depuis 2014, X, …"
        return _is_before_name(tree, time, node) or _opens(tree, node) or _is_of_aside(tree, node)
    behind = min((node, *tree.kids[node])) - 1 if comma is None else comma
    apart = any(token.text == "," for token in tokens[time.first - 2 : time.first])
    aside = tokens[behind].text == "," and tokens[behind - 1].pos == "PROPN" and not apart and not _goes_on(tree, time)
    told = tokens[behind + 1 : time.first]
    return aside and all(token.pos != "VERB" for token in told) and any(token.pos == "NOUN" for token in told)


def _opens(tree: Tree, node: int) -> bool:
    """Whether a noun is in a phrase that opens its sentence before the verb: "à la tête du pays"."""
    for _ in range(MAX_DEPTH):
        above = tree.head(node)
        if tree.tokens[node].pos not in NOUNS or above == node:
            return False
        if above > node:
            first = min((node, *tree.kids[node]))
            return first == 0 or tree.tokens[first - 1].sentence != tree.tokens[node].sentence
        node = above
    return False


def _is_of_aside(tree: Tree, node: int) -> bool:
    """Whether a noun belongs to what somebody is behind a comma: "X, numéro deux du groupe"."""
    while tree.tokens[node].dep == "nmod" and tree.tokens[node].pos in NOUNS and tree.head(node) < node:
        node = tree.head(node)
    first = min((node, *tree.kids[node]))
    told = tree.tokens[node].pos == "NOUN" and not tree.preposition(node)
    return told and first > 0 and tree.tokens[min(first + 1, node) - 1].text == ","


def _is_before_name(tree: Tree, time: Timex, node: int) -> bool:
    """Whether a time ends what somebody is whose name a comma parts from it: "le maire depuis 2014, Ana Vidal, …"."""
    behind = time.last + 1
    return behind < len(tree.tokens) and tree.tokens[node].pos == "NOUN" and tree.tokens[behind].pos == "PROPN"


def _goes_on(tree: Tree, time: Timex) -> bool:
    """Whether more of its sentence stands behind a time than what closes it."""
    tokens, end = tree.tokens, time.last
    return end < len(tokens) and tokens[end].sentence == tokens[time.first].sentence and tokens[end].pos != "PUNCT"


def _is_of_verb(tree: Tree, noun: int, time: int) -> bool:
    """Whether a bare day behind an object that the reader knows dates the verb: "a signé l'accord mardi"."""
    alone = all(kid < noun or kid == time or tree.tokens[kid].pos == "PUNCT" for kid in tree.kids[noun])
    known = tree.is_definite(noun) and tree.tokens[noun].dep == "obj" and noun < time
    return known and alone and not tree.preposition(time)


def _is_compared(tree: Tree, time: Timex, head: int, events: tuple[Event, ...], index: Mapping[int, int]) -> bool:
    """Whether a figure that rises or falls is only compared with that of the time: "fell 5% from a year earlier"."""
    node = head
    for _ in range(MAX_DEPTH):
        if node in index:
            return False
        if tree.preposition(node) in tree.grammar.than:
            return True  # "arrested more than last year"
        if time.kind == "point" and tree.preposition(node) in tree.grammar.comparison_prepositions:
            told = tree.head(node)
            verb = tree.clause_verb(told)  # "a 4% drop in sales from a year earlier", "posted a rise from 2010"
            above = (
                told,
                verb,
                *tree.dependents(verb, "obj"),
                *((tree.head(told),) if tree.tokens[told].dep == "nmod" else ()),
            )
            return any(word in index and events[index[word]].kind in MOVED for word in above)
        if tree.head(node) == node or tree.tokens[node].pos in {"VERB", "AUX"}:
            return False
        node = tree.head(node)
    return False


def _is_edition(tree: Tree, time: Timex, head: int) -> bool:
    """Whether a bare year beside a noun says which one of its kind that is."""
    bare = time.last - time.first == 1 and tree.tokens[head].text.isdecimal() and not tree.preposition(head)
    noun = tree.head(head)
    beside = abs(noun - head) == 1 or tree.tokens[head].dep in {"nummod", "compound"}
    return bare and beside and tree.tokens[noun].pos == "NOUN" and noun not in tree.temporal


def _subject_before(tree: Tree, time: Timex, index: Mapping[int, int]) -> int | None:
    """The event that a day between commas dates as its subject: "L'assassinat du roi, le 6 avril, a mené à la guerre"."""
    tokens = tree.tokens
    start = time.first - (time.first > 0 and tokens[time.first - 1].pos in {"ADP", "DET"})
    if start < 2 or tokens[start - 1].text != "," or time.last >= len(tokens) or tokens[time.last].text != ",":
        return None
    told, noun = _of_phrase(tree, start - 2, index)
    return told if told is not None and tokens[noun].dep in {"nsubj", "nsubj:pass"} and tree.head(noun) > time.last else None


def _since_before(tree: Tree, time: Timex, index: Mapping[int, int]) -> int | None:
    """The event right before its day since which something lasts: "9 morts depuis le début de la guerre le 7 octobre".

    It is -1 where that tells no event: "9 morts depuis son début en mai".
    """
    if time.kind != "point" or time.first < MIN_SINCE:
        return None
    noun = time.first - 1
    noun -= bool(tree.tokens[noun].pos == "ADP")
    told, noun = _of_phrase(tree, noun, index)
    if tree.tokens[noun].pos != "NOUN" or tree.tokens[noun].sentence != tree.tokens[time.first].sentence:
        return None
    since = tree.grammar.since_prepositions
    while tree.tokens[noun].dep == "nmod" and tree.head(noun) < noun and tree.preposition(noun) not in since:
        begun = tree.preposition(noun) in tree.grammar.of  # "la création du tournoi", but "sa défaite à l'élection"
        noun = tree.head(noun)
        told = index.get(noun) if begun else index.get(noun, told)
    if tree.preposition(noun) not in since or noun in tree.temporal:
        return None
    return -1 if told is None else told


def _is_bracketed(tree: Tree, time: Timex) -> bool:
    """Whether a time stands right behind an opening parenthesis."""
    return time.first > 0 and tree.tokens[time.first - 1].text == "("


def _before_bracket(tree: Tree, time: Timex, index: Mapping[int, int]) -> int | None:
    """The event that the phrase before a parenthesis tells: "les attentats de Paris (novembre 2015)"."""
    return _of_phrase(tree, time.first - 2, index)[0]


def _of_phrase(tree: Tree, node: int, index: Mapping[int, int]) -> tuple[int | None, int]:
    """The event at the head of the phrase that word `node` ends, and where that head stands."""
    for _ in range(MAX_DEPTH):
        if node in index or node < 0:
            return index.get(node), node
        placed = tree.tokens[node].pos == "PROPN" and tree.preposition(node) in tree.grammar.inside_prepositions
        if tree.tokens[node].dep not in {"nmod", "flat:name", "amod", "nmod:poss"} and not placed:
            break
        node = tree.head(node)
    return None, node
