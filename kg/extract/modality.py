"""What words of modality do to the event that they govern: "refuser", "plan", "imminent", "pour" (modality.toml).

A governor is a verb, noun or adjective above the event; `told` is the event's token throughout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kg import ontology
from kg.extract.negation import is_negated
from kg.extract.past import is_done, is_told_as_past
from kg.extract.phrases import stand_in
from kg.extract.syntax import DIRECT, Tree
from kg.lang.frames import OWN, Frame, Frames, Modal
from kg.model import Factuality

Effect = Literal["", "said", "actual", "planned", "possible", "negated"]
PRESUPPOSING = {"Ending", "Continuation", "Change"}  # phases of what is under way already
SLOTS = {  # the words for what a modal governs (`governs` of modality.toml) that reach an argument of such a kind
    "ccomp": frozenset({"ccomp", "xcomp", "clause", "csubj"}),
    "obj": frozenset({"obj", "object", "obl", "nsubj", "nsubj:pass"}),
    "nmod": frozenset({"nmod", "obj"}),
    "nsubj": frozenset({"nsubj"}),
    "acl": frozenset({"acl", "xcomp", "clause", "nmod", "ccomp"}),
}
VALUES: dict[str, Factuality] = {"planned": "Planned", "possible": "Possible", "negated": "Negated"}


@dataclass(frozen=True, slots=True)
class Governors:
    """Looks governors of one parse up in the tables of modality and among the frames of events."""

    tree: Tree
    lexicon: Frames
    frames: Mapping[int, Frame]  # frame of each event trigger, by token

    def effect(self, head: int, slot: str, preposition: str = "", told: int | None = None) -> Effect:
        """What the verb, noun or adjective at `head` does to what it governs there, `told` being that."""
        strict = None if told is None else self.strict(head, slot, preposition, told)
        if strict is not None:
            return as_effect(strict.effect)
        frame, words = self.frames.get(head), tuple(self._governing_words(head, preposition))
        if frame is not None and frame.complement:
            return as_effect(frame.complement)
        modals = self.lexicon.modals
        modal = next((modals[word] for word in words if word in modals), None)
        carrying = head if self.tree.tokens[head].pos != "NOUN" else self.tree.head(head)
        if modal is not None and "unless past" in modal.governs and is_done(self.tree, carrying):
            return ""  # "a permis de libérer les otages", "a eu le temps de fuir"
        if modal is not None and "unless object" in modal.governs and self.tree.first(head, "obj") is not None:
            return ""  # "a entendu l'armée tirer", but "entend tirer parti de X"
        lemma, pos = words[-1]
        if modal is None and frame is None and pos == "verb" and not preposition:
            # a verb of refusing refuses, whatever its frame lacks
            parts = {self.tree.lemmas[k] for k in self.tree.dependents(head, "compound:prt")}  # "turned out", not "down"
            bare = (
                entry
                for trigger, entry in self.lexicon.verbs.get(lemma, ())
                if entry.kind and not trigger.bound and (not trigger.particle or trigger.particle in parts)
            )
            effects = {entry.complement for entry in bare}
            effects = effects - {""} if "actual" not in effects else effects  # "a renoncé à diriger", but "célèbre"
            return as_effect(effects.pop()) if len(effects) == 1 else ""
        if modal is None or (modal.governs and not modal.governs & SLOTS[slot]):
            return ""
        if "definite" in modal.governs and not self.tree.is_definite(head):
            return ""
        if "indefinite" in modal.governs and (told is None or not self._is_any(told)):
            return ""  # "comparable to the war in X": there was one
        if "infinitive" in modal.governs and told is not None and self.tree.is_finite(told):
            return ""  # "convinced them to go", but "convinced them that he had gone"
        return as_effect(modal.effect)

    def strict(self, head: int, slot: str, preposition: str, told: int) -> Modal | None:
        """The modal word at `head` that is particular about events or subjects, if it acts on the event at `told`."""
        narrow, slots = self.lexicon.narrow_modals, SLOTS[slot]
        for word in self._governing_words(head, preposition, idioms=slot == "nsubj"):
            for modal in narrow.get(word, ()):
                if modal.governs & slots and self._acts(modal, head, told):
                    return modal
            wide = self.lexicon.modals.get(word) if " " in word[0] else None
            if wide is not None and wide.governs & slots:
                return None  # "a voté contre l'envoi de troupes" is no "a voté l'envoi"
        return None

    def _governing_words(self, head: int, preposition: str, idioms: bool = False) -> Iterator[tuple[str, str]]:
        """The keys of a governor in the tables of modality, the longer ones first: "push back", "call for", "call"."""
        tree, token = self.tree, self.tree.tokens[head]
        pos = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}.get(token.pos, "")
        lemma = token.lemma.lower()
        if pos == "verb":
            yield from ((f"{lemma} {tree.tokens[k].lemma}", pos) for k in tree.dependents(head, "compound:prt", "advmod"))
        if pos == "noun":  # "au point mort"
            yield from ((f"{lemma} {tree.tokens[k].lemma}", pos) for k in tree.dependents(head, "amod"))
        if idioms:
            yield from self._idioms(head, lemma, pos)
        if preposition:
            yield f"{lemma} {preposition}", pos
            held = tree.first(head, "obj", "nsubj:pass") if pos == "verb" else None
            if held is not None:  # "donne son feu vert à l'envoi", "une plainte a été déposée pour vol"
                yield f"{tree.lemmas[held]} {preposition}", "noun"
        yield lemma, pos

    def _idioms(self, head: int, lemma: str, pos: str) -> Iterator[tuple[str, str]]:
        """What a verb makes with its reflexive pronoun or a noun: "se faire", "tomber à:eau", "voir =jour".

        So does an adjective with what it is to: "subject to".
        """
        tree = self.tree
        if pos == "adj":
            yield from ((f"{lemma} {tree.preposition(kid)}", pos) for kid in tree.dependents(head, "obl", "obl:arg"))
        if pos != "verb":
            return
        if tree.is_reflexive(head):
            yield f"se {lemma}", pos
        for kid in tree.dependents(head, "obl", "obl:arg", "obl:mod", "obj"):
            before = f"{tree.preposition(kid)}:" if tree.tokens[kid].dep != "obj" else "="
            yield f"{lemma} {before}{tree.lemmas[kid]}", pos

    def _is_caused(self, head: int) -> bool:
        """Whether an adjective tells what something comes from, not when: "was due to negligence"."""
        tree = self.tree
        if tree.tokens[head].pos != "ADJ" or tree.lemmas[head] not in tree.grammar.due:
            return False
        return any(tree.preposition(k) == tree.grammar.dative_preposition for k in tree.dependents(head, "obl", "obl:arg"))

    def _acts(self, modal: Modal, head: int, told: int) -> bool:
        tree, frame = self.tree, self.frames.get(told)
        if "unless past" in modal.governs and is_done(tree, head):
            return False
        if "errand" in modal.governs and not self._is_errand(head):
            return False  # "are ready to put out a fire", but "were sent to put out a fire"
        if "indefinite" in modal.governs and not self._is_any(told):
            return False  # "discussed a meeting", but "discussed a meeting held in May"
        subject = tree.first(head, "nsubj", "nsubj:pass") if modal.by else None
        if modal.by and (subject is None or tree.lemmas[stand_in(tree, subject)] not in modal.by):
            return False
        if not modal.of or tree.lemmas[told] in modal.of:
            return True
        if frame is None:  # "renoncer au projet de fusion"
            saying = head in self.frames and self.frames[head].complement == "said"  # "dénonce un projet de fusion"
            held = not saying and (tree.tokens[told].dep in DIRECT or " " in modal.word)
            return held and (tree.lemmas[told], "noun") in self.lexicon.modals
        owned = _has_owner(tree, told)
        kinds = (kind.removeprefix(OWN) for kind in modal.of if not kind.islower() and (owned or not kind.startswith(OWN)))
        return ontology.is_among(frame.kind, tuple(kinds))

    def of_mark(self, i: int) -> Effect:
        """What the word says that opens clause i: "sans", "si", "pour", "until"."""
        tree, grammar = self.tree, self.tree.grammar
        mark = tree.mark(i)
        if mark in grammar.without_marks:
            return "negated"
        above = tree.clause_verb(tree.head(i))
        pending = mark in grammar.pending_marks and (not is_told_as_past(tree, above) or _is_present(tree, i))
        if pending or (mark in grammar.condition_marks and not self._concedes(i)):
            return "possible"
        if mark in grammar.supposing_marks and self.looks_ahead(above) and not is_done(tree, i):
            return "possible"  # "même si le président démissionne, la crise durera"
        opening = mark or next((tree.lemmas[k] for k in tree.dependents(i, "advmod") if k < i), "")
        if opening in grammar.timing_marks and self.looks_ahead(above) and _is_yet_to_come(tree, i):
            return "planned"  # "when troops leave the town, refugees will return"
        perfect = any(aux.dep == "aux" for aux in tree.auxiliaries(i))  # "condamné pour avoir tué"
        if mark in grammar.finite_purpose_marks:
            return "planned"
        purpose = mark in grammar.purpose_marks or mark.rpartition(" ")[2] in grammar.purpose_marks  # "for X to go"
        if purpose and not tree.tokens[i].has("VerbForm=Fin") and not perfect:
            return "possible" if tree.tokens[i].has("Aspect=Prog") and mark in grammar.complement_marks else "planned"
        return ""

    def _is_errand(self, i: int) -> bool:
        """Whether an infinitive tells what for something was done: "were sent to quell a riot", "mobilisés pour"."""
        tree, main = self.tree, self.tree.head(i)
        told = tree.tokens[i].dep in {"advcl", "xcomp"} and not tree.is_finite(i) and bool(tree.mark(i))
        return told and main != i and is_told_as_past(tree, main)

    def _concedes(self, i: int) -> bool:
        """ "Si aucun soldat n'est mort, deux ont été blessés", "si Oslo est partie, Rome est restée": no condition."""
        tree, head = self.tree, self.tree.head(i)
        if tree.mark(i) not in tree.grammar.conceding_marks:
            return False
        if i < head and self._stands_against(i, tree.clause_verb(head)):
            return True
        if not (is_negated(tree, i) or self._is_perfect(i)):
            return False
        if head == i:  # the parser hangs the main clause on the condition
            unmarked = (k for k in tree.dependents(i, "advcl", "ccomp", "parataxis") if k > i and not tree.mark(k))
            return any(tree.is_finite(k) and is_told_as_past(tree, k) for k in unmarked)
        frame = self.frames.get(head)
        # "« … si cela est dû à une panne », a déclaré le ministre", "S'il est élu, il a promis de partir"
        says = frame is not None and frame.complement in {"said", "planned"}
        main = tree.clause_verb(head)
        return i < head and not says and (is_told_as_past(tree, main) or self._is_perfect(main))

    def _is_perfect(self, i: int) -> bool:
        """Whether a verb, denied or not, tells what was done or not: "n'a pas libéré"; but "s'il est élu"."""
        tree = self.tree
        having = any(a.dep == "aux" and a.has("Mood=Ind") and not a.has("Tense=Fut") for a in tree.auxiliaries(i))
        own = tree.tokens[i].has("Tense=Past") and tree.tokens[i].has("VerbForm=Fin")
        return (tree.is_past_participle(i) and having) or own

    def _stands_against(self, i: int, main: int) -> bool:
        """ "Si la police a arrêté X, le parquet cherche Y", "Si l'armée se dit prête, les rebelles l'accusent".

        Two subjects, and a main clause in the present that neither says what may be nor must be.
        """
        tree, frames = self.tree, (self.frames.get(i), self.frames.get(main))
        subjects = [tree.first(k, "nsubj", "nsubj:pass") for k in (i, main)]
        lemmas = {tree.lemmas[s] for s in subjects if s is not None and tree.tokens[s].pos in {"NOUN", "PROPN"}}
        if len(lemmas) < len(subjects) or not _is_present(tree, main):
            return False
        helped = any((aux.lemma, "aux") in self.lexicon.modals for aux in tree.auxiliaries(main))
        governs = tree.first(main, "xcomp", "ccomp") is not None and (tree.lemmas[main], "verb") in self.lexicon.modals
        if helped or governs:
            return False
        said = all(frame is not None and ontology.is_a(frame.kind, "Communication") for frame in frames)
        return self._is_perfect(i) or (said and _is_present(tree, i))

    def looks_ahead(self, verb: int) -> bool:
        """Whether a main clause tells what will or would be, or what is to be done."""
        tree = self.tree
        if not tree.is_finite(verb) and tree.mark(verb) in tree.grammar.purpose_marks:
            return True  # "a plan to be implemented after it completes the merger"
        words = (tree.tokens[verb], *tree.auxiliaries(verb), *(tree.tokens[k] for k in tree.dependents(verb, "cop")))
        modals = (self.lexicon.modals.get((word.lemma, "aux")) for word in words)
        told = any(modal is not None and modal.effect in {"planned", "conditional"} for modal in modals)
        return told or any(word.has("Tense=Fut") or "Mood=Cnd" in word.morph for word in words)

    def foretelling(self, word: int) -> Modal | None:
        """The modal adjective at a word that would stand beside a noun: "imminent", "probable"."""
        token = self.tree.tokens[word]
        modal = self.lexicon.modals.get((token.lemma.lower(), "adj")) if token.pos == "ADJ" else None
        said = modal is not None and bool(modal.governs & {"amod", "cop"}) and modal.effect in {"possible", "planned"}
        return modal if said and not self._is_caused(word) else None

    def spelling_out(self, noun: int) -> Effect:
        """What a noun does to what a colon or copula spells it out as: "deux exigences : …", "la condition est …"."""
        modal = self.lexicon.modals.get((self.tree.lemmas[noun], "noun"))
        said = modal is not None and "cop" in modal.governs
        return as_effect(modal.effect) if said and modal is not None else self.effect(noun, "acl")

    def is_failure_denied(self, word: int, pos: str = "verb") -> bool:
        """ "n'a pas manqué de le dire", "did not fail to": it was done; "has no qualms about": it may be."""
        modal = self.lexicon.modals.get((self.tree.lemmas[word], pos))
        return modal is not None and "implicative" in modal.governs and is_negated(self.tree, word)

    def likens(self, head: int, preposition: str, told: int) -> bool:
        """Whether a verb or adjective with its preposition only likens something to an event: "look like", "strong as"."""
        modal = self.lexicon.modals.get((f"{self.tree.lemmas[head]} {preposition}", "verb"))
        likening = (modal is not None and "indefinite" in modal.governs) or self.tree.tokens[head].pos == "ADJ"
        return likening and self._is_any(told)

    def _is_any(self, noun: int) -> bool:
        """Whether a noun tells of no event in particular: "a concert", but not "an election held in May"."""
        tree = self.tree
        return tree.is_indefinite(noun) and tree.first(noun, "acl", "acl:relcl", "nummod") is None

    def presupposes(self, head: int) -> bool:
        """Whether the word tells how what was under way goes on or ends, or who did what was done."""
        frame = self.frames.get(head)
        attributes = frame is not None and frame.kind == "Accusation" and frame.complement == "actual"
        return frame is not None and (frame.kind in PRESUPPOSING or attributes)

    def is_refuted(self, noun: int) -> bool:
        """ "A rumour that he had fled is false": the predicate denies what the noun tells."""
        tree = self.tree
        if self._is_denied_content(noun) or self._is_called_false(noun):
            return True
        if tree.tokens[noun].dep not in {"nsubj", "nsubj:pass"}:
            return False
        found = tree.first(tree.head(noun), "xcomp") if tree.tokens[tree.head(noun)].pos == "VERB" else None
        predicate = tree.tokens[tree.head(noun) if found is None else found]  # "reports … proved false"
        said_of = predicate.pos == "ADJ" and (found is not None or tree.first(predicate.i, "cop") is not None)
        modal = self.lexicon.modals.get((predicate.lemma.lower(), "adj")) if said_of else None
        return modal is not None and modal.effect == "negated" and not is_negated(tree, predicate.i)

    def _is_denied_content(self, noun: int) -> bool:
        """ "Dismissed rumours of a coup", "the news of his death was denied": what somebody denies that was told."""
        tree, verb = self.tree, self.tree.head(noun)
        denial = self.frames.get(verb)
        if denial is None or denial.kind != "Denial" or tree.tokens[noun].dep not in {"obj", "nsubj:pass"}:
            return False
        lemma, entries = tree.lemmas[noun], self.lexicon.verbs.get(tree.lemmas[verb], ())
        modal = self.lexicon.modals.get((lemma, "noun"))
        told = modal is not None and bool(modal.governs & {"source", "certainty"})
        news = self.frames.get(noun)
        told = told or (news is not None and news.kind == "Announcement")
        return (told or any(trigger.object_noun == lemma for trigger, _ in entries)) and not is_negated(tree, verb)

    def _is_called_false(self, noun: int) -> bool:
        """ "False reports of a coup", "called the news of his death false": an adjective denies what the noun tells."""
        tree, modals = self.tree, self.lexicon.modals
        said = [*tree.dependents(noun, "amod")]
        said += tree.dependents(tree.head(noun), "xcomp", "obl", "obl:arg") if tree.tokens[noun].dep == "obj" else ()
        called = (k for k in said if tree.tokens[k].pos == "ADJ" and not is_negated(tree, k))
        found = (modals.get((tree.lemmas[k], "adj")) for k in called)
        false = any(modal is not None and modal.effect == "negated" and "ccomp" in modal.governs for modal in found)
        frame = self.frames.get(noun)
        told = frame is not None and ontology.is_a(frame.kind, "Communication")
        return false and (told or (tree.lemmas[noun], "noun") in modals)

    def is_mere_place(self, head: int, preposition: str, pos: str = "verb") -> bool:
        """Whether a phrase says where somebody wants, plans or refuses something, and not what."""
        lemma, modals = self.tree.lemmas[head], self.lexicon.modals
        modal = modals.get((lemma, pos))
        where = self.tree.grammar.place_prepositions - {self.tree.grammar.dative_preposition}
        own = (f"{lemma} {preposition}", pos) in modals
        return preposition in where and not own and modal is not None and "place" not in modal.governs

    def is_of_certainty(self, head: int) -> bool:
        """Whether a denial of the word denies no event: "il n'est pas certain que", "there is no evidence that"."""
        token = self.tree.tokens[head]
        modal = self.lexicon.modals.get((token.lemma.lower(), {"NOUN": "noun", "VERB": "verb"}.get(token.pos, "adj")))
        return modal is not None and "certainty" in modal.governs

    def is_untrue(self, saying: int) -> bool:
        """ "falsely claimed that": the text denies what somebody says."""
        tree = self.tree
        adverbs = [tree.lemmas[k] for k in tree.dependents(saying, "advmod")]
        adverbs += [f"{tree.preposition(k)} {tree.lemmas[k]}" for k in tree.dependents(saying, "obl", "obl:mod", "obl:arg")]
        modals = (self.lexicon.modals.get((adverb, "adv")) for adverb in adverbs)
        return any(modal is not None and "said" in modal.governs for modal in modals)

    def is_hearsay(self, predicate: int, content: bool = True) -> bool:
        """Whether only a rumour, or news that nobody confirms, tells a predicate ("selon des rumeurs, …") or its content."""
        tree = self.tree
        for kid in tree.kids[predicate]:
            dep = tree.tokens[kid].dep
            source = dep.startswith("obl") and tree.preposition(kid) in tree.grammar.attribution_prepositions
            if (source or (content and dep == "nsubj")) and (self.is_rumour(kid) or self.is_charge(kid)):
                return True
        return False

    def is_charge(self, noun: int) -> bool:
        """Whether a noun accuses, so that what it tells is open, whatever becomes of it: "the lawsuit says that"."""
        modal = self.lexicon.modals.get((self.tree.lemmas[noun], "noun"))
        return modal is not None and "charge" in modal.governs

    def is_rumour(self, noun: int) -> bool:
        """Whether a noun, or what qualifies it, says that nobody vouches for it: "rumeur", "unconfirmed reports"."""
        tree, modals = self.tree, self.lexicon.modals
        own = modals.get((tree.lemmas[noun], "noun"))
        if own is not None and "source" in own.governs:
            return True
        for kid in tree.dependents(noun, "amod", "acl"):
            lemma = tree.lemmas[kid]
            word = modals.get((lemma, "adj"))
            vouched = modals.get((lemma, "verb"))
            if word is not None and "source" in word.governs:
                return True
            if vouched is not None and "certainty" in vouched.governs and is_negated(tree, kid):
                return True  # "des informations non confirmées"
        return False

    def supposes(self, head: int, told: int) -> bool:
        """Whether the conditional of a verb reaches its subject, an event of such a class: "la fusion créerait un géant"."""
        moods = self.lexicon.narrow_modals.get(("conditional", "mood"), ())
        return any(self._acts(mood, head, told) for mood in moods)


def _has_owner(tree: Tree, noun: int) -> bool:
    determiners = (tree.tokens[k].morph for k in tree.dependents(noun, "det"))
    return tree.first(noun, "nmod:poss") is not None or any("Poss=Yes" in morph for morph in determiners)


def _is_yet_to_come(tree: Tree, i: int) -> bool:
    """Whether a clause beside a future stands in the present, its perfect or the future perfect: "once he has left"."""
    finite = (verb for verb in (tree.tokens[i], *tree.auxiliaries(i)) if verb.has("VerbForm=Fin"))
    return any(verb.has("Tense=Pres") or verb.has("Tense=Fut") for verb in finite)


def _is_present(tree: Tree, i: int) -> bool:
    """Whether a clause stands in the present: "was closed until roads are cleared"."""
    finite = (verb for verb in (tree.tokens[i], *tree.auxiliaries(i)) if verb.has("VerbForm=Fin"))
    return any(verb.has("Tense=Pres") for verb in finite) and not any(
        aux.lemma in tree.grammar.perfect_auxiliaries for aux in tree.auxiliaries(i)
    )


def tells(frame: Frame, preposition: str) -> bool:
    """Whether what stands behind the preposition is what the frame's word says, denies, plans …"""
    roles = (*frame.verb_roles, *frame.noun_roles)
    told = (slots for role, slots in roles if role in {"topic", "theme"})
    return any(preposition in slot.prepositions for slots in told for slot in slots)


def as_effect(text: str) -> Effect:
    """An effect as the data write it; none for what is no effect on factuality ("conditional")."""
    return text if text in {"said", "actual", "planned", "possible", "negated"} else ""  # type: ignore[return-value]


def combine(outer: Factuality, effect: Effect) -> Factuality:
    """The value of what stands with `effect` under a predicate of value `outer`.

    A denied denial and anything under a mere possibility are possible; what is denied of a plan is denied.
    """
    if effect in {"", "said", "actual"}:
        return outer
    if outer == "Negated":
        return "Possible" if effect == "negated" else "Negated"
    if outer == "Possible":
        return "Possible"
    return VALUES[effect]
