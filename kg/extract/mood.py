"""What a word's own mood, tense, negation, adverbs and adjectives say of how sure it is: "aurait", "will", "présumé"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg import ontology
from kg.extract.clauseforms import is_command, saying_verb
from kg.extract.modality import Effect, as_effect
from kg.extract.negation import is_negated, is_of_degree, is_one_of_more
from kg.extract.past import is_future_perfect, is_past, is_told_as_past
from kg.extract.phrases import OBLIQUE_DEPS, is_gerund
from kg.extract.syntax import Tree
from kg.lang.frames import OWN, Frame, Frames, Modal
from kg.model import Token

QUOTES = frozenset('«»“”"')
SINGLE_QUOTES = frozenset("'‘’")
BESIDE = {"advmod": "adv", "det": "det", "compound": "compound"}  # what stands beside a word -> its class in modality.toml
CONTENT = {"said"}  # what an adverb governs that tells of what is said alone: "falsely claimed"
ARRANGED = ("Acquisition", "Sale", "Merger", "Layoff")
HARMFUL = ("Conflict", "LifeAndDisaster", "Crime")  # what befalls people
REPORTING = ("Statement", "Announcement")
MARKING = ("mark", "case")  # what an adverb may qualify: "shortly |after| taking off", "shortly |after| his fall"
LONGEST_TERM = 4  # words in quotation marks that only name something


@dataclass(frozen=True, slots=True)
class Moods:
    """Answers `own(token)` for any token of one parse; what governs the token is not its matter."""

    tree: Tree
    lexicon: Frames
    frames: Mapping[int, Frame]  # frame of each event trigger, by token

    def own(self, i: int) -> Effect:
        """What the word's own negation, mood, tense, adverbs and adjectives say."""
        tree, token = self.tree, self.tree.tokens[i]
        frame = self.frames.get(i)
        negated = is_negated(tree, i) and not (frame and (is_one_of_more(tree, i) or self._is_known_beside(i)))
        if negated and frame and "denied" in frame.needs:
            negated = False  # "n'a pas survécu"
        mood = self._mood(i) if token.pos in {"VERB", "AUX"} or tree.first(i, "cop", "aux") is not None else ""
        modal = mood or self.modifier(i)
        if negated and is_of_degree(tree, i):
            having = any(aux.lemma in tree.grammar.perfect_auxiliaries for aux in tree.auxiliaries(i))
            return "" if having and mood == "possible" else "possible"  # "could not have resolved it any faster"
        if negated and not mood and self._is_only_later(i):
            return ""
        if negated:
            return "possible" if mood == "possible" and not self._rules_out(i) and not self._is_hearsay(i) else "negated"
        if modal in {"", "planned"} and self._asks(i, modal == "planned"):
            return "possible"
        if mood == "planned" and self._is_on_condition(i):
            return "possible"
        if modal == "" and frame is not None and self._is_rehearsed(i, frame):
            return "possible"
        said = "possible" if self._is_so_called(i) else ""
        return modal or (as_effect(frame.effect) if frame is not None and frame.effect else said)  # type: ignore[return-value]

    def _is_on_condition(self, i: int) -> bool:
        """ "Il y aura des sanctions si Moscou attaque", "will resign if": what is to come if something else does.

        What has its day is planned all the same: "entrera en vigueur le 1er janvier, s'il est ratifié".
        """
        tree = self.tree
        scheduled = any(k in tree.temporal for k in tree.dependents(i, *OBLIQUE_DEPS))
        return not scheduled and any(tree.mark(k) in tree.grammar.hypothesis_marks for k in tree.dependents(i, "advcl"))

    def _is_rehearsed(self, i: int, frame: Frame) -> bool:
        """ "Soldiers stormed a building during an exercise": an attack that is only played; what befalls somebody is not."""
        tree = self.tree
        if tree.tokens[i].pos != "VERB" or not ontology.is_a(frame.kind, "Attack") or tree.is_passive(i):
            return False
        inside, drills = tree.grammar.inside_prepositions | tree.grammar.beside_prepositions, tree.grammar.rehearsals
        return any(tree.lemmas[k] in drills and tree.preposition(k) in inside for k in tree.dependents(i, *OBLIQUE_DEPS))

    def _is_only_later(self, i: int) -> bool:
        """ "Did not resign until soldiers surrounded the palace": he did so then."""
        tree = self.tree
        words = (tree.tokens[i], *tree.auxiliaries(i))
        past = any(w.has("Tense=Past") for w in words) and not any(
            w.lemma in tree.grammar.perfect_auxiliaries for w in words
        )
        return past and any(tree.mark(k) in tree.grammar.only_after_marks for k in tree.dependents(i, "advcl") if k > i)

    def supposes(self, i: int) -> bool:
        """Whether an auxiliary only supposes what it tells, and its subject: "the invasion would lead to war"."""
        modals = (self.lexicon.modals.get((aux.lemma, "aux")) for aux in self.tree.auxiliaries(i))
        return any(modal is not None and modal.effect == "conditional" for modal in modals)

    def _rules_out(self, i: int) -> bool:
        """ "could not", "ne peut": ability denied is the event denied, unlike "may not"."""
        return any(
            (modal := self.lexicon.modals.get((aux.lemma, "aux"))) is not None and "ability" in modal.governs
            for aux in self.tree.auxiliaries(i)
        )

    def _is_known_beside(self, i: int) -> bool:
        """ "n'a pas gagné aux Jeux ni aux championnats": what is denied did not happen there, but there they were."""
        tree, token = self.tree, self.tree.tokens[i]
        beside = token.pos == "NOUN" and token.dep == "conj" and tree.first(i, "case") is not None
        return beside and bool(tree.preposition(i)) and not tree.is_indefinite(i)

    def would_have(self, i: int) -> bool:
        """ "serait mort", "would have died": what, under a condition, did not happen."""
        tree, words = self.tree, self.tree.auxiliaries(i)
        conditional = any("Mood=Cnd" in aux.morph for aux in words) or self.supposes(i)
        moved = tree.tokens[i].lemma in tree.grammar.be_perfect  # "serait tombée"
        having = any(aux.lemma in tree.grammar.perfect_auxiliaries or (moved and aux.dep == "aux") for aux in words)
        return conditional and having and tree.is_past_participle(i)

    def _is_hearsay(self, i: int) -> bool:
        """ "il ne s'agirait pas d'un attentat": what is said not to be so; but "sans lui, elle ne serait pas morte"."""
        tree = self.tree
        finite = (tree.tokens[i], *tree.auxiliaries(i), *(tree.tokens[k] for k in tree.dependents(i, "cop")))
        marks = tree.grammar.condition_marks | tree.grammar.without_marks
        conditions = (tree.mark(k) in marks or tree.preposition(k) in marks for k in tree.kids[i])
        return any("Mood=Cnd" in t.morph for t in finite) and not any(conditions)

    def _is_so_called(self, i: int) -> bool:
        """Whether a new event is named in others' words alone: "a dénoncé une « prise d'otages »", 'called it a "coup"'.

        What is counted there is told, and who told it quoted: "a fait « 24 morts »".
        """
        tree, token = self.tree, self.tree.tokens[i]
        sentence = tree.parse.sentences[token.sentence]
        if token.pos == "VERB" and sentence.kind == "headline":  # "Army 'killed civilians'"
            quoted = i > sentence.first and tree.tokens[i - 1].text in QUOTES | SINGLE_QUOTES
            return quoted and any(t.text in QUOTES | SINGLE_QUOTES for t in tree.tokens[i + 1 : sentence.last])
        if token.pos != "NOUN" or not tree.is_indefinite(i) or tree.preposition(i) in tree.grammar.setting_prepositions:
            return False  # "tués dans une « attaque complexe »"
        before = range(max(sentence.first, i - LONGEST_TERM), i)
        after = range(i + 1, min(sentence.last, i + 1 + LONGEST_TERM))
        opening = next((k for k in reversed(before) if tree.tokens[k].text in QUOTES), None)
        closing = next((k for k in after if tree.tokens[k].text in QUOTES), None)
        if opening is None or closing is None or self._is_met_with(i):
            return False
        return not any(t.pos in {"VERB", "AUX", "DET", "PRON", "NUM"} for t in tree.tokens[opening + 1 : closing])

    def _is_met_with(self, i: int) -> bool:
        """ "A subi une « attaque terroriste »", "tués lors d'une « attaque complexe »": others only gave it its name.

        So what somebody reports in his own words: "a fait état de « violents combats »".
        """
        tree, above = self.tree, self.tree.head(i)
        frame = self.frames.get(above)
        if (
            frame is not None
            and frame.kind in REPORTING
            and frame.complement == "said"
            and tree.tokens[i].dep in {"obj", *OBLIQUE_DEPS}
        ):
            return True
        if tree.tokens[i].dep in {*OBLIQUE_DEPS, "advcl"} and tree.preposition(i) in tree.grammar.beside_prepositions:
            return frame is not None and bool(frame.kind) and ontology.is_among(frame.kind, HARMFUL)
        return tree.tokens[i].dep == "obj" and tree.lemmas[above] in self.lexicon.support

    def _mood(self, i: int) -> Effect:
        """Tense and mood, on the verb or its auxiliaries."""
        tree, token = self.tree, self.tree.tokens[i]
        auxiliaries = tree.auxiliaries(i) + tuple(tree.tokens[k] for k in tree.dependents(i, "cop"))
        for aux in auxiliaries:
            modal = self.lexicon.modals.get((aux.lemma, "aux"))
            if modal is not None and not self._is_vouched(i, aux):
                return self._future_in_past(i, auxiliaries) if modal.effect == "conditional" else as_effect(modal.effect)
        start = tree.first_conjunct(i)  # a headline: "Norvik to buy rival, cut 900 jobs"
        having = all(aux.lemma in tree.grammar.perfect_auxiliaries for aux in auxiliaries)  # "has until May to sell it"
        bare = token.has("VerbForm=Inf") or not auxiliaries
        forms = "".join(aux.morph for aux in auxiliaries)
        due = (having and bare) or ("VerbForm=Inf" in forms and "VerbForm=Fin" not in forms)  # "Norvex to be sold"
        if tree.tokens[start].dep == "root" and tree.mark(start) in tree.grammar.purpose_marks and due:
            return "planned" if not token.has("VerbForm=Fin") or token.text.lower() == token.lemma else ""
        finite = (token, *auxiliaries)
        if any("Mood=Cnd" in t.morph for t in finite):
            return self._future_in_past(i, auxiliaries)
        if any("Tense=Fut" in t.morph for t in finite):
            return "" if is_future_perfect(tree, i) else "planned"
        if self._is_arranged(i):
            return "planned"
        if is_command(tree, i):
            return "possible"
        bare = token.has("VerbForm=Inf") and not any(aux.has("VerbForm=Fin") for aux in auxiliaries)  # "s'est fait voler"
        if token.dep == "root" and bare and tree.mark(i) in tree.grammar.of and tree.first(i, "cc") is not None:
            return ""  # "Et d'ajouter que …": a story goes on so
        if token.dep == "root" and bare:  # headlines: "Company to buy its rival"; but "Et former les jeunes."
            return "planned" if tree.first(i, "nsubj", "nsubj:pass") is not None else "possible"
        return ""

    def _is_arranged(self, i: int) -> bool:
        """ "Norvex buying rival", "Norvex cutting jobs": of a deal, a headline's bare participle tells what is to come."""
        token, frame = self.tree.tokens[i], self.frames.get(i)
        if frame is None or frame.kind not in ARRANGED or token.dep != "root" or self.tree.auxiliaries(i):
            return False
        return is_gerund(self.tree, i) and self.tree.parse.sentences[token.sentence].kind == "headline"

    def _is_vouched(self, i: int, aux: Token) -> bool:
        """ "the army can confirm that": who says so confirms it; but "the president can announce an election"."""
        tree = self.tree
        subject = tree.first(i, "nsubj")
        told = tree.first(i, "ccomp") is not None or (subject is not None and tree.tokens[subject].has("Person=1"))
        return told and aux.lemma in tree.grammar.enabling and tree.lemmas[i] in tree.grammar.vouching

    def _future_in_past(self, i: int, auxiliaries: tuple[object, ...]) -> Effect:
        """A conditional under a verb of saying in the past is a future ("a annoncé que … mettraient fin").

        In what is told with hindsight it came true: "a captain who would later become president", "would often cross".
        """
        tree = self.tree
        perfect = any(
            getattr(aux, "lemma", "") in {"avoir", "être", "have"} and getattr(aux, "dep", "") != "aux:pass"
            for aux in auxiliaries
        ) and tree.is_past_participle(i)
        start = tree.first_conjunct(i)
        head = tree.tokens[start].head
        if perfect:
            return "possible"
        if tree.tokens[start].dep in {"ccomp", "xcomp", "acl"} and head != start:
            governor, decides = self.frames.get(head), self.lexicon.modals.get((tree.tokens[head].lemma, "verb"))
            told = governor is not None and governor.complement in {"said", "planned"}
            told = told or (decides is not None and decides.effect == "planned" and "ccomp" in decides.governs)
            if told and is_past(tree, saying_verb(tree, head)):
                guessed = self._is_of_new_deed(i)  # "« Un tel retrait signifierait la guerre », a-t-il dit"
                return "possible" if guessed else "planned"
        elif self._is_hindsight(i):
            return ""
        return "possible"

    def _is_of_new_deed(self, i: int) -> bool:
        """ "Arresting the mayor would trigger protests", "an attack would mean war": what nobody has done or planned yet.

        What "there would be" is itself to come.
        """
        tree = self.tree
        if tree.first(i, "expl") is not None:
            return False
        deed = tree.first(i, "csubj", "csubj:pass")
        if deed is not None:
            return not tree.is_finite(deed)
        event = tree.first(i, "nsubj")
        return event is not None and event in self.frames and tree.is_indefinite(event)

    def _is_hindsight(self, i: int) -> bool:
        """Whether a clause looks back on what came true, once or time and again: "would later", "would every night"."""
        tree = self.tree
        whens = (k for k in tree.dependents(i, *OBLIQUE_DEPS) if not tree.preposition(k))
        words = (*tree.dependents(i, "advmod"), *(det for k in whens for det in tree.dependents(k, "det")))
        return any(tree.lemmas[k] in tree.grammar.hindsight for k in words)

    def modifier(self, i: int) -> Effect:
        """Adverbs of a verb, adjectives of a noun: "probablement", "présumé", "planned"."""
        tree, modals = self.tree, self.lexicon.modals
        for kid in tree.kids[i]:
            token = tree.tokens[kid]
            if token.dep == "nmod:poss" and kid in tree.temporal:  # "tomorrow's meeting", "next week's meeting"
                modal = modals.get((token.lemma.lower(), "poss"))
                effect = as_effect(modal.effect) if modal is not None else self.modifier(kid)
                if effect == "planned":
                    return effect
                continue
            if token.dep in BESIDE:
                modal = modals.get((token.lemma.lower(), BESIDE[token.dep]))
            elif token.dep in {"amod", "acl"}:  # "planned", "à venir"; a participle by its form: "a failed coup"
                form = token.text.lower() if token.dep == "amod" else f"{tree.mark(kid)} {token.lemma}"
                words = (token.lemma.lower(), form)
                modal = next((modals[word, "adj"] for word in words if (word, "adj") in modals), None)
                told = modal is not None and "amod" in modal.governs  # "une attaque possible", but "un important trafic"
                modal = modal if told else self._participle(kid)
            elif token.dep == "acl:relcl":
                modal = self._undone(kid)
            else:
                continue
            if modal is None or (modal.effect == "negated" and (self._is_of_words(i) or self._is_held(i, modal))):
                continue
            if modal.governs == CONTENT:
                continue  # "wrongly arrested" was arrested
            beside_mark = tree.tokens[min(kid + 1, i)].dep in MARKING
            if not (modal.effect == "planned" and (beside_mark or is_told_as_past(tree, i))):
                return as_effect(modal.effect)
        return ""

    def _participle(self, i: int) -> Modal | None:
        """ "une réunion prévue": a modal verb's participle acts on the noun as the verb on its object; not "visant"."""
        tree, modals = self.tree, self.lexicon.modals
        if not tree.is_past_participle(i) or not tree.is_passive(i) or is_negated(tree, i):
            return None  # "attentats ayant visé la ville", "des marches non autorisées"
        lemma = tree.tokens[i].lemma
        how = (f"{lemma} {tree.lemmas[k]}" for k in tree.dependents(i, "advmod"))  # "une attaque bien préparée"
        modal = next((modals[word, "verb"] for word in (*how, lemma) if (word, "verb") in modals), None)
        return modal if modal is not None and (not modal.governs or "obj" in modal.governs) else None

    def _undone(self, clause: int) -> Modal | None:
        """ "Les attentats qui ont été déjoués": a relative clause says that what its noun tells never took place."""
        modal = self._participle(clause) if self.tree.first(clause, "nsubj:pass") is not None else None
        sure = modal is not None and modal.effect == "negated" and not is_negated(self.tree, clause)
        return modal if sure else None

    def _is_held(self, i: int, modal: Modal) -> bool:
        """ "A failed vote" was held, unlike "a failed coup": a word does nothing to these events."""
        frame, narrow = self.frames.get(i), self.lexicon.narrow_modals.get((modal.word, modal.pos), ())
        held = [kind for other in narrow if other.effect == "actual" for kind in other.of]
        if self.tree.lemmas[i] in held:
            return True  # "le décret annulé" was issued
        classes = tuple(kind for kind in held if not kind.islower() and not kind.startswith(OWN))
        return frame is not None and ontology.is_among(frame.kind, classes)

    def _is_of_words(self, i: int) -> bool:
        """ "false statements" were made."""
        frame = self.frames.get(i)
        return frame is not None and ontology.is_a(frame.kind, "Communication")

    def _asks(self, i: int, planned: bool) -> bool:
        """Whether the event is the main predicate of a question, or stands under it."""
        tree, token = self.tree, self.tree.tokens[i]
        sentence = tree.parse.sentences[token.sentence]
        asking = (k for k in range(i + 1, sentence.last) if tree.tokens[k].text == "?")
        end = next((k for k in asking if k + 1 == sentence.last or self._closes(k + 1)), None)
        if end is None:
            return False
        top = i
        while tree.tokens[top].dep in {"xcomp", "ccomp", "conj", "parataxis"} and tree.tokens[top].pos in {"VERB", "AUX"}:
            if tree.head(top) > end:
                break  # "« Avez-vous tué cet homme ? », a demandé le juge"
            top = tree.head(top)
        asked = token.pos in {"VERB", "AUX"} or (token.dep == "root" and tree.is_indefinite(i))  # "Un accord en vue ?"
        return asked and (tree.head(top) == top or tree.head(top) > end) and not self._presumes(top, planned)

    def _closes(self, i: int) -> bool:
        """Whether a quotation mark stands there that may close."""
        return self.tree.tokens[i].text in QUOTES and self.tree.tokens[i].text not in "«“"

    def _presumes(self, top: int, planned: bool) -> bool:
        """ "Who killed X?", "Quand sera-t-il jugé ?": such a question asks about what took place, or will."""
        tree = self.tree
        asked = any(k < top and tree.lemmas[k] in tree.grammar.interrogatives for k in tree.kids[top])
        return asked and (planned or is_told_as_past(tree, top))
