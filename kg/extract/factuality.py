"""How sure the text is of an event: actual, planned, possible or negated.

The values and the way in which an outer predicate's value limits what stands under it follow FactBank (Saurí and
Pustejovsky 2009), cut down to the contract's four. Each word's effect is data (modality.toml, `complement` of a frame).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from kg import ontology
from kg.extract.arguments import OF
from kg.extract.syntax import DEFINITE, MAX_DEPTH, Tree
from kg.extract.triggers import Supported
from kg.lang.frames import OWN, Frame, Frames, Modal
from kg.model import Factuality

Effect = Literal["", "said", "actual", "planned", "possible", "negated"]
CLAUSAL = {"ccomp", "xcomp", "csubj", "csubj:pass"}
NOMINAL = {"obj", "nsubj:pass", "nsubj", "obl", "obl:arg", "obl:mod", "nmod"}
STANDING = {"Sanction", "Siege", "MilitaryPresence"}  # what lasts until it is lifted
PRESUPPOSING = {"Ending", "Continuation", "Change"}  # phases of what is under way already
KNOWN = (*DEFINITE, "Poss=Yes")  # determiners of what was told before
CONTEST = "Competition"
NEGOTIATED = ("Transfer", "Deployment", "Withdrawal", "Training", "MilitarySupport", "Release", "Acquisition", "Merger")
DIRECT = {"obj", "nsubj", "nsubj:pass"}
QUOTES = frozenset('«»“”"')
LONGEST_TERM = 4  # words in quotation marks that only name something
VALUES: dict[str, Factuality] = {"planned": "Planned", "possible": "Possible", "negated": "Negated"}


class FactualityReader:
    """Answers `value(token)` for any token of one parse."""

    __slots__ = ("_frames", "_known", "_lexicon", "_supported", "_told_by", "_tree")

    def __init__(
        self,
        tree: Tree,
        lexicon: Frames,
        frames: Mapping[int, Frame],
        supported: Mapping[int, Supported],
        told_by: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        self._tree = tree
        self._lexicon = lexicon
        self._frames = frames  # frame of each event trigger, by token
        self._supported = supported
        self._told_by = told_by  # event noun -> the trigger whose complement it is, though the parser hung it elsewhere
        self._known: dict[int, Factuality] = {}

    def of_state(self, i: int) -> Factuality:
        """The factuality of what a noun states in passing, whatever becomes of it: "will meet the leader of X"."""
        return self.value(i) if self._tree.first(i, "cop") is not None else combine("Actual", self._own(i))

    def value(self, i: int) -> Factuality:
        """The factuality of the event or predicate at token i."""
        known = self._known.get(i)
        if known is None:
            self._known[i] = "Actual"  # a cycle in a broken parse ends here
            if self._is_known_place_of(i):
                return "Actual"
            if self._tree.tokens[i].dep == "cop":  # "denied that troops were in X"
                known = self._known[i] = combine(self.value(self._tree.head(i)), self._own(i))
                return known
            outer, own = self._outer(i), self._own(i)
            if outer == "Negated" and own == "negated" and self._is_negative(i):
                own = ""  # "aucun accord n'a été trouvé": one and the same denial
            known = self._known[i] = combine(outer, own)
        return known

    def _is_known_place_of(self, i: int) -> bool:
        """ "denied that it was behind the explosion": there was one, whoever was behind it."""
        tree = self._tree
        placed = tree.tokens[i].pos == "NOUN" and tree.first(i, "cop") is not None and tree.first(i, "case") is not None
        return placed and self._is_known(i, "det")

    def _own(self, i: int) -> Effect:
        """What the word's own negation, mood, tense, adverbs and adjectives say."""
        tree, token = self._tree, self._tree.tokens[i]
        negated = self.is_negated(i)
        mood = self._mood(i) if token.pos in {"VERB", "AUX"} or tree.first(i, "cop", "aux") is not None else ""
        modal = mood or self._modifier(i)
        if negated:
            return "possible" if mood == "possible" and not self._rules_out(i) else "negated"
        if not modal and self._asks(i):
            return "possible"
        frame = self._frames.get(i)
        said = "possible" if self._is_so_called(i) else ""
        return modal or (_effect(frame.effect) if frame is not None and frame.effect else said)  # type: ignore[return-value]

    def _is_so_called(self, i: int) -> bool:
        """Whether a new event is named in others' words alone: "a dénoncé une « prise d'otages »", 'called it a "coup"'."""
        tree, token = self._tree, self._tree.tokens[i]
        if token.pos != "NOUN" or not self._is_indefinite(i):
            return False
        sentence = tree.parse.sentences[token.sentence]
        before = range(max(sentence.first, i - LONGEST_TERM), i)
        after = range(i + 1, min(sentence.last, i + 1 + LONGEST_TERM))
        opening = next((k for k in reversed(before) if tree.tokens[k].text in QUOTES), None)
        closing = next((k for k in after if tree.tokens[k].text in QUOTES), None)
        if opening is None or closing is None:
            return False
        return not any(t.pos in {"VERB", "AUX", "DET", "PRON"} for t in tree.tokens[opening + 1 : closing])

    def is_negated(self, i: int) -> bool:
        """Whether token i itself stands under a negation word."""
        tree, grammar = self._tree, self._tree.grammar
        kids = (*tree.kids[i], *(k for adverb in tree.dependents(i, "advmod") for k in tree.dependents(adverb, "advmod")))
        lemmas = {tree.tokens[k].lemma.lower() for k in kids}
        particle = bool(lemmas & grammar.negation_particles)
        for kid in kids:
            token = tree.tokens[kid]
            lemma = " ".join([token.lemma.lower(), *(tree.tokens[k].lemma for k in tree.dependents(kid, "fixed"))])
            if token.dep in {"advmod", "neg"} and lemma in grammar.negators and not self._is_of_measure(kid):
                if particle or lemma not in grammar.negators_with_particle:
                    return True
            elif token.dep == "det" and lemma in grammar.negative_determiners:
                return True
            elif self._is_held(kid) and self._is_negative(kid):
                return particle or not grammar.negation_particles  # "sans tuer personne" denies once
        if any(tree.tokens[k].pos == "ADJ" and self._has_negator(k) for k in tree.dependents(i, "xcomp")):
            return True  # "found her not guilty"
        if tree.first(i, "cop") is not None and tree.preposition(i) in grammar.without_marks:
            return True  # "il est hors de question de négocier"
        return (particle and tree.tokens[i].lemma in grammar.negated_by_particle) or self._is_neither(i)

    def _is_of_measure(self, negator: int) -> bool:
        """ "pas moins de quatre accidents", "not only": what such a negation stands before is not denied."""
        tokens, grammar = self._tree.tokens, self._tree.grammar
        before, after = tokens[max(negator - 1, 0)], tokens[min(negator + 1, len(tokens) - 1)]
        return after.lemma.lower() in grammar.undenied or before.lemma.lower() in grammar.alternatives  # "whether or not"

    def _has_negator(self, i: int) -> bool:
        tree = self._tree
        return any(tree.tokens[k].lemma.lower() in tree.grammar.negators for k in tree.dependents(i, "advmod", "neg"))

    def _is_neither(self, i: int) -> bool:
        """ "neither confirmed nor denied", "did not kill or wound": what a conjunction denies, or shares the denial of."""
        tree, grammar = self._tree, self._tree.grammar
        token = tree.tokens[i]
        joining = [k for k in tree.kids[i] if k < i and tree.tokens[k].dep.startswith("cc")]
        if token.dep == "conj":
            joining += [k for k in tree.kids[token.head] if token.head < k < i and tree.tokens[k].dep.startswith("cc")]
        words = {tree.tokens[k].lemma.lower() for k in joining}
        if words & grammar.negative_conjunctions:
            return True
        own = any(tree.tokens[k].dep.startswith(("aux", "nsubj")) for k in tree.kids[i])
        return token.dep == "conj" and bool(words & grammar.alternatives) and not own and self.is_negated(token.head)

    def _is_held(self, i: int) -> bool:
        """Whether token i is an argument of its verb, whatever the parser makes of "n'a attaqué aucun des camps"."""
        token, bare = self._tree.tokens[i], not self._tree.preposition(i)
        loose = token.dep == "obl" or (token.dep == "advmod" and token.pos == "PRON")
        return token.dep in DIRECT or (bare and loose)

    def _is_negative(self, i: int) -> bool:
        tree, grammar = self._tree, self._tree.grammar
        token = tree.tokens[i]
        if token.lemma.lower() in grammar.negative_pronouns and not tree.preposition(i):
            return tree.first(i, "det") is None  # "personne", but not "la personne"
        return any(
            tree.tokens[k].lemma.lower() in grammar.negative_determiners
            or (tree.tokens[k].lemma.lower() in grammar.negative_pronouns and tree.tokens[k].dep in {"cc", "advmod"})
            or (
                k < i
                and tree.tokens[k].lemma.lower() in grammar.negators
                and tree.tokens[k].dep == "advmod"
                and token.pos == "NOUN"
                and not self._is_of_measure(k)
            )
            for k in tree.kids[i]
        )  # "aucune arme", "ni armes ni soldats"

    def _rules_out(self, i: int) -> bool:
        """ "could not", "ne peut": ability denied is the event denied, unlike "may not"."""
        return any(
            (modal := self._lexicon.modals.get((aux.lemma, "aux"))) is not None and "ability" in modal.governs
            for aux in self._tree.auxiliaries(i)
        )

    def _mood(self, i: int) -> Effect:
        """Tense and mood, on the verb or its auxiliaries."""
        tree, token = self._tree, self._tree.tokens[i]
        auxiliaries = tree.auxiliaries(i) + tuple(tree.tokens[k] for k in tree.dependents(i, "cop"))
        for aux in auxiliaries:
            modal = self._lexicon.modals.get((aux.lemma, "aux"))
            if modal is not None:
                return self._future_in_past(i, auxiliaries) if modal.effect == "conditional" else _effect(modal.effect)
        start = tree.first_conjunct(i)  # a headline: "Norvik to buy rival, cut 900 jobs"
        having = all(aux.lemma in tree.grammar.perfect_auxiliaries for aux in auxiliaries)  # "has until May to sell it"
        bare = token.has("VerbForm=Inf") or not auxiliaries
        if tree.tokens[start].dep == "root" and tree.mark(start) in tree.grammar.purpose_marks and having and bare:
            return "planned" if not token.has("VerbForm=Fin") or token.text.lower() == token.lemma else ""
        finite = (token, *auxiliaries)
        if any("Mood=Cnd" in t.morph for t in finite):
            return self._future_in_past(i, auxiliaries)
        if any("Tense=Fut" in t.morph for t in finite):
            return "" if self._is_future_perfect(i) else "planned"
        if "Mood=Imp" in token.morph and token.dep == "root":
            return "possible"
        bare = token.has("VerbForm=Inf") and not any(aux.has("VerbForm=Fin") for aux in auxiliaries)  # "s'est fait voler"
        if token.dep == "root" and bare:  # headlines: "Company to buy its rival"; but "Et former les jeunes."
            return "planned" if tree.first(i, "nsubj", "nsubj:pass") is not None else "possible"
        return ""

    def _is_future_perfect(self, i: int) -> bool:
        """ "aura fait onze victimes" looks back."""
        having = self._tree.grammar.perfect_auxiliaries
        return self._tree.is_past_participle(i) and any(
            aux.lemma in having and "Tense=Fut" in aux.morph for aux in self._tree.auxiliaries(i)
        )

    def _future_in_past(self, i: int, auxiliaries: tuple[object, ...]) -> Effect:
        """A conditional under a verb of saying in the past is a future ("a annoncé que … mettraient fin")."""
        tree, token = self._tree, self._tree.tokens[i]
        perfect = any(
            getattr(aux, "lemma", "") in {"avoir", "être", "have"} and getattr(aux, "dep", "") != "aux:pass"
            for aux in auxiliaries
        ) and tree.is_past_participle(i)
        start = tree.first_conjunct(i)
        head = tree.tokens[start].head
        if not perfect and tree.tokens[start].dep in {"ccomp", "xcomp", "acl"} and head != start:
            governor = self._frames.get(head)
            if governor is not None and governor.complement in {"said", "planned"} and self._is_past(head):
                return "planned"
        return "possible" if token else ""

    def _is_done(self, i: int) -> bool:
        """Whether verb i tells what was done: a participle with an auxiliary of the present or the past, or "avoir dû"."""
        having = tuple(aux for aux in self._tree.auxiliaries(i) if aux.has("Mood=Ind") or aux.has("VerbForm=Inf"))
        perfect = any(aux.has("Tense=Pres") or aux.has("Tense=Imp") or aux.has("VerbForm=Inf") for aux in having)
        return self._tree.is_past_participle(i) and perfect and not self.is_negated(i)

    def _is_past(self, i: int) -> bool:
        tree = self._tree
        return "Tense=Past" in tree.tokens[i].morph or "Tense=Imp" in tree.tokens[i].morph or tree.is_past_participle(i)

    def _modifier(self, i: int) -> Effect:
        """Adverbs of a verb, adjectives of a noun: "probablement", "présumé", "planned"."""
        tree, modals = self._tree, self._lexicon.modals
        for kid in tree.kids[i]:
            token = tree.tokens[kid]
            if token.dep in {"advmod", "det"}:
                modal = modals.get((token.lemma.lower(), "adv" if token.dep == "advmod" else "det"))
            elif token.dep in {"amod", "acl"}:  # "planned", "à venir"; a participle by its form: "a failed coup"
                form = token.text.lower() if token.dep == "amod" else f"{tree.mark(kid)} {token.lemma}"
                words = (token.lemma.lower(), form)
                modal = next((modals[word, "adj"] for word in words if (word, "adj") in modals), None)
                told = modal is not None and "amod" in modal.governs  # "une attaque possible", but "un important trafic"
                modal = modal if told else self._participle(kid)
            else:
                continue
            if modal is None or (modal.effect == "negated" and self._is_of_words(i)):
                continue
            if not (modal.effect == "planned" and self._is_told_as_past(i)):
                return _effect(modal.effect)
        return ""

    def _is_of_words(self, i: int) -> bool:
        """ "false statements" were made."""
        frame = self._frames.get(i)
        return frame is not None and ontology.is_a(frame.kind, "Communication")

    def _is_told_as_past(self, i: int) -> bool:
        """ "Sales soon fell", "a bientôt augmenté": what soon happened is no plan."""
        finite = (self._tree.tokens[i], *self._tree.auxiliaries(i))
        return any(t.has("VerbForm=Fin") and t.has("Tense=Past") for t in finite) or self._is_done(i)

    def _participle(self, i: int) -> Modal | None:
        """ "une réunion prévue": a modal verb's participle acts on the noun as the verb on its object; not "visant"."""
        if not self._tree.is_past_participle(i) or not self._tree.is_passive(i):
            return None  # "attentats ayant visé la ville"
        modal = self._lexicon.modals.get((self._tree.tokens[i].lemma, "verb"))
        return modal if modal is not None and (not modal.governs or "obj" in modal.governs) else None

    def _asks(self, i: int) -> bool:
        """Whether the event is the main predicate of a question, or stands under it."""
        tree, token = self._tree, self._tree.tokens[i]
        top = i
        while tree.tokens[top].dep in {"xcomp", "ccomp", "conj", "parataxis"} and tree.tokens[top].pos in {"VERB", "AUX"}:
            top = tree.head(top)
        if token.pos not in {"VERB", "AUX"} or tree.head(top) != top or self._presumes(top):
            return False
        sentence = tree.parse.sentences[token.sentence]
        return sentence.last > sentence.first and tree.tokens[sentence.last - 1].text == "?"

    def _presumes(self, top: int) -> bool:
        """ "Who killed X?", "Pourquoi l'armée a-t-elle tiré ?": such a question asks about what took place."""
        tree = self._tree
        asked = any(k < top and tree.tokens[k].lemma.lower() in tree.grammar.interrogatives for k in tree.kids[top])
        return asked and self._is_told_as_past(top)

    def _outer(self, i: int) -> Factuality:
        """What the words that govern token i say of it."""
        tree, token = self._tree, self._tree.tokens[i]
        supported = self._supported.get(i)
        if supported is not None and tree.preposition(i) in tree.grammar.without_marks:
            return "Negated"  # "sans accord signé"
        if supported is not None and not self._is_beside(supported.verb, i):
            return self._carried(i, supported)
        head, dep = token.head, token.dep
        if head == i and (aimed := self._aimed_at(i)) is not None:
            return aimed
        if head == i:  # "si X signe l'accord, …": the parser hangs the main clause on the condition
            return "Possible" if tree.mark(i) in tree.grammar.condition_marks and tree.tokens[i].pos == "VERB" else "Actual"
        if dep == "conj" and self._is_instead(i) and self.value(head) == "Negated":
            return "Actual"
        if dep == "conj" and head not in self._supported and token.pos == "NOUN" and not self._is_indefinite(i):
            above = tree.tokens[head]  # "discuss trade and the war": the war is no plan
            governed = above.dep in NOMINAL
            return self._under_nominal(i, above.head, above.dep, tree.preposition(i)) if governed else self._outer(head)
        if dep == "conj":
            beside = self._clause_beside(i)
            return self._outer(beside) if beside not in self._supported else self.value(beside)
        if dep in CLAUSAL and not self._is_of_noun(i, head):
            return self._under_clause(i, head)
        governed = head in self._frames or (tree.tokens[head].lemma, "verb") in self._lexicon.modals
        if dep == "advcl" and tree.mark(i) in tree.grammar.complement_marks and governed:
            return self._under_clause(i, head)  # "accused them of bombing"
        if dep == "advcl" and self._goes_along(i, head):
            return self.value(head)
        if dep == "advcl" and self._is_inverted(i):
            return "Possible"
        if dep == "advcl" and tree.mark(i) in tree.grammar.before_marks:
            ahead = self.value(self._finite_above(head)) == "Planned"
            return "Planned" if ahead else "Actual"  # "sera jugé avant d'être expulsé"
        if dep == "advcl":
            marked = self._marked(i, head)
            if marked is None and self._is_said_by(i, head):
                return self.value(head)
            return marked if marked is not None else combine("Actual", self._under_mark(i))
        if dep in {"acl", "acl:relcl"} and i in self._told_by:  # "a nié dans un communiqué que …"
            return self._under_clause(i, self._told_by[i])
        if dep == "acl" and tree.mark(i) in tree.grammar.complement_marks and tree.tokens[head].pos == "PRON":
            return self._under_clause(i, tree.head(head))  # "s'oppose à ce que"
        misread = self._misread(i, head, "ccomp", tree.mark(i)) if dep in {"acl", "ccomp", "xcomp"} else None
        if misread is None and dep == "nmod":
            misread = self._misread(i, head, "nmod", tree.preposition(i))
        if misread is not None:
            return misread
        told = dep == "acl:relcl" and tree.is_content(i)
        if told or (dep == "acl" and token.pos == "VERB" and tree.mark(i)) or self._is_of_noun(i, head):
            return self._under_noun(i, head)
        modal = self._lexicon.modals.get((tree.tokens[head].lemma, "noun")) if dep == "acl" else None
        if modal is not None and "participle" in modal.governs:  # "information leading to the arrest of X"
            return combine(self.value(head), _effect(modal.effect))
        if dep == "acl" and token.has("VerbForm=Inf") and not tree.mark(i) and tree.tokens[head].pos == "NOUN":
            return self._under_clause(i, tree.clause_verb(head))  # "préfère en priorité négocier": no noun takes it
        if dep == "acl:relcl" and (self._is_sought(i, head) or self._is_supposed(head)):
            return combine(self.value(head), "possible")
        if dep == "acl:relcl" and self._modifier(head) in {"planned", "possible"}:
            return combine("Actual", "possible")  # "a future state that respects them"
        if dep == "acl:relcl":
            return self._told_in(i, head)
        if dep == "compound" and head in self._frames and ontology.is_a(self._frames[head].kind, "Negotiation"):
            return self._of_nominal(i, head, "nmod")
        if dep == "compound" and (tree.tokens[head].lemma, "noun") in self._lexicon.modals:  # "a takeover bid"
            return combine(self.value(head), self._governing_effect(head, "nmod", told=i))
        if dep in NOMINAL:
            return self._of_nominal(i, head, dep)
        set_out = token.pos == "VERB" and tree.mark(i) in tree.grammar.condition_marks
        return "Possible" if set_out else "Actual"  # "Si les pourparlers échouent, préviennent des diplomates, …"

    def _finite_above(self, i: int) -> int:
        """Predicate i, or the finite one that an infinitive stands under: "est venu espionner"."""
        tree = self._tree
        for _ in range(MAX_DEPTH):
            if tree.is_finite(i) or tree.head(i) == i:
                break
            i = tree.head(i)
        return i

    def _is_of_noun(self, i: int, head: int) -> bool:
        """ "Reports that X fled": a clause of a noun that is no predicate."""
        tree = self._tree
        return tree.tokens[i].dep == "ccomp" and tree.tokens[head].pos == "NOUN" and tree.first(head, "cop") is None

    def _of_nominal(self, i: int, head: int, dep: str) -> Factuality:
        """A noun under whatever governs it in truth."""
        tree, preposition = self._tree, self._tree.preposition(i)
        told_by = self._told_by.get(i)  # "a appelé les deux États à un cessez-le-feu"
        if told_by is not None and not self._governing_effect(head, "nmod", preposition):
            return self._under_nominal(i, told_by, "obl", preposition)
        if dep == "nmod":
            whole = tree.grammar.complex_prepositions.get(f"{tree.preposition(head)}:{tree.tokens[head].lemma}")
            if whole is not None and not self._governing_effect(head, "nmod", preposition):
                # "plaide en faveur d'un retrait"
                return self._under_nominal(i, tree.head(head), "obl", whole)
            if tree.tokens[head].lemma in tree.grammar.holding and tree.tokens[head].dep in NOMINAL and preposition in OF:
                return self._under_nominal(i, tree.head(head), tree.tokens[head].dep, tree.preposition(head))
            of = tree.first_conjunct(head)  # "encourt un an de prison et 5.000 euros d'amende"
            counted = tree.first(head, "nummod") is not None and tree.tokens[head].lemma in tree.grammar.transparent_nouns
            if counted and preposition in OF and tree.tokens[of].dep in NOMINAL:
                return self._under_nominal(i, tree.head(of), tree.tokens[of].dep, tree.preposition(of))
            driven = self._driven_to(i, head)
            if driven is not None:
                return driven
        return self._under_nominal(i, head, dep, preposition)

    def _misread(self, i: int, noun: int, slot: str, preposition: str) -> Factuality | None:
        """ "L'homme projetait de tuer": a verb that the parser took for a word of its subject's phrase."""
        for k in self._tree.dependents(noun, "amod"):
            if noun < k < i and self._tree.tokens[k].pos in {"VERB", "NOUN"}:
                effect = self._governing_effect(k, slot, preposition, i)
                if effect in VALUES:
                    return combine("Actual", effect)
        return None

    def _is_beside(self, verb: int, noun: int) -> bool:
        """ "a empêché une attaque menée par X": a participle on the noun says nothing of whether it took place."""
        tree = self._tree
        participle = tree.tokens[verb].dep in {"acl", "amod"} and tree.head(verb) == noun
        return participle and not tree.is_finite(verb) and self._own(verb) in {"", "actual"}

    def _carried(self, noun: int, supported: Supported) -> Factuality:
        """The factuality that a support verb gives its noun."""
        outer = self.value(supported.verb)
        strikes = supported.support.object and supported.support.noun.kind == "subject"
        if outer == "Negated" and strikes and not self._is_indefinite(noun):
            return "Actual"  # "n'a pas été touché par l'attaque"
        return combine(outer, _effect(supported.support.effect))

    def _aimed_at(self, i: int) -> Factuality | None:
        """ "The goal is the release of the hostages": what an aim or a hope is has not come about."""
        subject = self._tree.first(i, "nsubj") if self._tree.first(i, "cop") is not None else None
        modal = None if subject is None else self._lexicon.modals.get((self._tree.tokens[subject].lemma.lower(), "noun"))
        aim = modal is not None and modal.effect in {"planned", "possible"}
        return combine("Actual", _effect(modal.effect)) if aim and modal is not None else None

    def _is_inverted(self, i: int) -> bool:
        """ "Had the bomb exploded", "Should talks fail": an auxiliary before its subject makes a condition."""
        tree = self._tree
        subject = tree.first(i, "nsubj", "nsubj:pass")
        words = (i, *tree.dependents(i, "aux", "aux:pass", "cop"))
        first = min(words)
        inverted = tree.tokens[first].lemma in tree.grammar.inverted and not tree.mark(i)
        return inverted and subject is not None and first < subject

    def _driven_to(self, i: int, noun: int) -> Factuality | None:
        """ "pousser le pays vers la guerre": what a verb drives its object to, where the parser hung it on the object."""
        verb = self._tree.head(noun)
        modal = self._lexicon.modals.get((f"{self._tree.tokens[verb].lemma} {self._tree.preposition(i)}", "verb"))
        held = self._tree.tokens[noun].dep == "obj" and modal is not None and "obj" in modal.governs
        return combine(self.value(verb), _effect(modal.effect)) if held and modal is not None else None

    def _is_sought(self, i: int, noun: int) -> bool:
        """ "une solution qui mette fin au conflit": in the subjunctive a relative clause tells what is wanted."""
        finite = [t for t in (self._tree.tokens[i], *self._tree.auxiliaries(i)) if t.has("Mood=Sub")]
        done = self._tree.is_past_participle(i)  # "la seule ville qui ait été prise"
        return bool(finite) and not done and not self._is_unique(noun)

    def _is_supposed(self, noun: int) -> bool:
        """ "A collision in which somebody died would …": what is told of an event that is only thought of."""
        event = noun in self._frames and self._tree.tokens[noun].pos == "NOUN"
        return event and self._is_indefinite(noun) and self.value(noun) in {"Possible", "Planned"}

    def _is_instead(self, i: int) -> bool:
        """ "no accident but an attack": what stands in the place of what was denied."""
        tree = self._tree
        words = (tree.tokens[k].lemma.lower() for k in tree.dependents(i, "cc", "advmod") if k < i)
        return any(word in tree.grammar.adversative for word in words)

    def _clause_beside(self, i: int) -> int:
        """What conjunct i is coordinated with; a finite verb with no infinitive, but with the clause above that one."""
        tree, head = self._tree, self._tree.head(i)
        if tree.is_finite(i) and tree.tokens[head].has("VerbForm=Inf") and not tree.is_finite(head):
            return tree.clause_verb(tree.head(tree.first_conjunct(head)))
        return head

    def _goes_along(self, i: int, head: int) -> bool:
        """ "reportedly retaliated by striking it", "could burst, killing thousands": as sure as what it goes along with."""
        tree, frame, mark = self._tree, self._frames.get(i), self._tree.mark(i)
        going = tree.tokens[i].has("VerbForm=Part") and tree.tokens[i].has("Tense=Pres") and i > head
        said = frame is not None and ontology.is_a(frame.kind, "Communication")
        how = mark in tree.grammar.manner_marks or (not mark and self.value(head) in {"Possible", "Planned"})
        return (going and how and not said) or self._wins(i, head)

    def _is_said_by(self, i: int, head: int) -> bool:
        """ "a fait appel pour demander l'annulation": who does so in order to say something says it."""
        frame, mark = self._frames.get(i), self._tree.mark(i)
        said = frame is not None and ontology.is_a(frame.kind, "Communication") and frame.kind != "Commitment"
        return said and mark in self._tree.grammar.purpose_marks and self._tree.is_finite(head)

    def _wins(self, i: int, head: int) -> bool:
        """ "beat X to win the cup": what a contest is for tells how it ended."""
        frames = self._frames.get(i), self._frames.get(head)
        return all(frame is not None and frame.kind == CONTEST for frame in frames)

    def _marked(self, i: int, head: int) -> Factuality | None:
        """What verbs say that go with a mark: "ont profité de la nuit pour fuir", "il a fallu un an pour conclure"."""
        pos = "adv" if self._tree.tokens[head].pos == "ADV" else "verb"  # "stopped short of impeaching him"
        modal = self._lexicon.modals.get((f"{self._tree.tokens[head].lemma} {self._tree.mark(i)}", pos))
        if modal is None or not modal.governs & _slot_names("ccomp"):
            return None
        done = "unless past" in modal.governs and self._is_done(head)
        return combine(self.value(head), "" if done else _effect(modal.effect))

    def _under_clause(self, i: int, head: int) -> Factuality:
        tree = self._tree
        if tree.mark(i) in tree.grammar.aside_marks:
            return "Actual"
        before, _, infinitive = tree.mark(i).rpartition(" ")  # "whether to go"
        open_end = {tree.mark(i), before if infinitive in tree.grammar.purpose_marks else ""} & tree.grammar.condition_marks
        if self._is_uncertain(head) or open_end:  # "nobody knows whether"
            return "Possible"
        marked = self._marked(i, head)
        if marked is not None:
            return marked
        decided = self._decided(i, head)
        if decided is not None:
            return decided
        effect = self._governing_effect(head, "ccomp", told=i)
        outer = self.value(head)
        if effect == "planned" and tree.tokens[head].pos == "AUX" and tree.mark(i) not in tree.grammar.purpose_marks:
            effect = ""  # "is to leave", but "is committed"
        asked = any("PronType=Int" in tree.tokens[k].morph for k in tree.kids[i])
        if asked and tree.mark(i) in tree.grammar.purpose_marks and not tree.tokens[i].has("VerbForm=Fin"):
            return combine(outer, "possible")  # "described how to build it"
        if effect in {"actual", ""} and tree.is_finite(i) and self._is_remark(head) and not self._is_wished(i):
            return "Actual"  # "il faut savoir que peu de victimes portent plainte"
        if effect == "said":
            if outer in {"Possible", "Negated"} and not self._is_remark(head):
                return "Possible"
            perfect = any(aux.dep == "aux" for aux in tree.auxiliaries(i))  # "admitted to have committed"
            if perfect and tree.tokens[i].dep == "xcomp" and tree.is_passive(head):
                return "Possible"  # "were reported to have taken the town"
            intended = tree.tokens[i].dep == "xcomp" and tree.mark(i) in tree.grammar.purpose_marks and not perfect
            return "Planned" if intended else "Actual"  # "announced plans to close", "announced to close"
        if effect in {"", "actual"} and not all(tree.tokens[k].pos == "PART" for k in tree.dependents(i, "mark", "case")):
            effect = self._under_mark(i) or effect  # "venu pour tuer", but not the "to" of every English infinitive
        if not effect and head not in self._frames:
            return outer
        if effect == "actual" and outer == "Negated" and self._presupposes(head):
            return "Actual"  # "n'a pas cessé de bombarder la ville"
        if effect == "negated" and self._is_failure_denied(head):
            return self._outer(head)
        return combine(outer, effect)

    def _is_wished(self, i: int) -> bool:
        """ "il faut que les otages soient libérés": the subjunctive tells no fact."""
        return any(verb.has("Mood=Sub") for verb in (self._tree.tokens[i], *self._tree.auxiliaries(i)))

    def _decided(self, i: int, verb: int) -> Factuality | None:
        """ "condamne la décision de continuer": the infinitive of the verb's object, which the parser hung on the verb."""
        tree, noun = self._tree, self._tree.first(verb, "obj")
        if noun is None or not verb < noun < i or tree.mark(i) not in OF or tree.is_finite(i):
            return None
        modal = self._lexicon.modals.get((tree.tokens[noun].lemma.lower(), "noun"))
        return combine(self.value(noun), _effect(modal.effect)) if modal is not None and "acl" in modal.governs else None

    def _is_remark(self, saying: int) -> bool:
        """ "note that", "il faut dire que", "it should be noted that": the text says so itself."""
        tree = self._tree
        words = (tree.tokens[tree.head(saying)], *tree.auxiliaries(saying))
        called = any(word.lemma in tree.grammar.noting for word in words) and tree.first(saying, "nsubj") is None
        return called or "Mood=Imp" in tree.tokens[saying].morph

    def _is_uncertain(self, head: int) -> bool:
        """ "il n'est pas certain que", "there is no evidence that": what is not sure is not denied."""
        token = self._tree.tokens[head]
        modal = self._lexicon.modals.get((token.lemma.lower(), {"NOUN": "noun", "VERB": "verb"}.get(token.pos, "adj")))
        return modal is not None and "certainty" in modal.governs and self.value(head) == "Negated"

    def _presupposes(self, head: int) -> bool:
        """Whether the word tells how what was under way goes on or ends."""
        frame = self._frames.get(head)
        return frame is not None and frame.kind in PRESUPPOSING

    def _is_failure_denied(self, verb: int) -> bool:
        """ "n'a pas manqué de le dire", "did not fail to": it was done."""
        modal = self._lexicon.modals.get((self._tree.tokens[verb].lemma.lower(), "verb"))
        return modal is not None and "implicative" in modal.governs and self.is_negated(verb)

    def _governing_effect(self, head: int, slot: str, preposition: str = "", told: int | None = None) -> Effect:
        """What the verb, noun or adjective at `head` does to what it governs there, `told` being that."""
        strict = None if told is None else self._strict(head, slot, preposition, told)
        if strict is not None:
            return _effect(strict.effect)
        frame, words = self._frames.get(head), tuple(self._governing_words(head, preposition))
        if frame is not None and frame.complement:
            return _effect(frame.complement)
        modals = self._lexicon.modals
        modal = next((modals[word] for word in words if word in modals), None)
        if modal is not None and "unless past" in modal.governs and self._is_done(head):
            return ""  # "a permis de libérer les otages"
        lemma, pos = words[-1]
        if modal is None and frame is None and pos == "verb" and not preposition:
            # a verb of refusing refuses, whatever its frame lacks
            bare = (entry for trigger, entry in self._lexicon.verbs.get(lemma, ()) if entry.kind and not trigger.bound)
            effects = {entry.complement for entry in bare}
            return _effect(effects.pop()) if len(effects) == 1 else ""
        if modal is None or (modal.governs and not modal.governs & _slot_names(slot)):
            return ""
        return _effect(modal.effect)

    def _strict(self, head: int, slot: str, preposition: str, told: int) -> Modal | None:
        """The modal word at `head` that is particular about events or subjects, if it acts on the event at `told`."""
        narrow, slots = self._lexicon.narrow_modals, _slot_names(slot)
        entries = (modal for word in self._governing_words(head, preposition) for modal in narrow.get(word, ()))
        return next((modal for modal in entries if modal.governs & slots and self._acts(modal, head, told)), None)

    def _governing_words(self, head: int, preposition: str) -> Iterator[tuple[str, str]]:
        """The keys of a governor in the tables of modality, the longer ones first: "push back", "call for", "call"."""
        tree, token = self._tree, self._tree.tokens[head]
        pos = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}.get(token.pos, "")
        lemma = token.lemma.lower()
        if pos == "verb":
            yield from ((f"{lemma} {tree.tokens[k].lemma}", pos) for k in tree.dependents(head, "compound:prt", "advmod"))
        if preposition:
            yield f"{lemma} {preposition}", pos
            held = tree.first(head, "obj", "nsubj:pass") if pos == "verb" else None
            if held is not None:  # "donne son feu vert à l'envoi", "une plainte a été déposée pour vol"
                yield f"{tree.tokens[held].lemma.lower()} {preposition}", "noun"
        yield lemma, pos

    def _acts(self, modal: Modal, head: int, told: int) -> bool:
        tree, frame = self._tree, self._frames.get(told)
        if "unless past" in modal.governs and self._is_done(head):
            return False
        subject = tree.first(head, "nsubj", "nsubj:pass") if modal.by else None
        if modal.by and (subject is None or tree.tokens[subject].lemma.lower() not in modal.by):
            return False
        if not modal.of or tree.tokens[told].lemma.lower() in modal.of:
            return True
        if frame is None:  # "renoncer au projet de fusion"
            held = tree.tokens[told].dep in DIRECT or " " in modal.word
            return held and (tree.tokens[told].lemma.lower(), "noun") in self._lexicon.modals
        owned = self._has_owner(told)
        kinds = (kind.removeprefix(OWN) for kind in modal.of if not kind.islower() and (owned or not kind.startswith(OWN)))
        return ontology.is_among(frame.kind, tuple(kinds))

    def _has_owner(self, noun: int) -> bool:
        determiners = (self._tree.tokens[k].morph for k in self._tree.dependents(noun, "det"))
        return self._tree.first(noun, "nmod:poss") is not None or any("Poss=Yes" in morph for morph in determiners)

    def _under_mark(self, i: int) -> Effect:
        tree, grammar = self._tree, self._tree.grammar
        mark = tree.mark(i)
        if mark in grammar.without_marks:
            return "negated"
        above = tree.clause_verb(tree.head(i))
        if mark in grammar.condition_marks or (mark in grammar.pending_marks and not self._is_told_as_past(above)):
            return "possible"
        perfect = any(aux.dep == "aux" for aux in tree.auxiliaries(i))  # "condamné pour avoir tué"
        if mark in grammar.finite_purpose_marks:
            return "planned"
        purpose = mark in grammar.purpose_marks or mark.rpartition(" ")[2] in grammar.purpose_marks  # "for X to go"
        if purpose and not tree.tokens[i].has("VerbForm=Fin") and not perfect:
            return "planned"
        return ""

    def _under_noun(self, i: int, head: int) -> Factuality:
        """A clause under a noun: "le projet d'attaquer", "son engagement à protéger"."""
        if self._is_uncertain(head):
            return "Possible"
        marked = self._under_mark(i)
        if marked in {"possible", "negated"}:  # "jusqu'à ce que", "loin de"
            return combine("Actual", marked)
        effect = self._governing_effect(head, "acl", told=i)
        if not effect and self._tree.tokens[head].dep == "nmod" and self._tree.preposition(head) in OF:
            whose, head = head, self._tree.head(head)  # "le refus du président de négocier"
            effect = self._governing_effect(head, "acl")
            head = head if effect else whose
        if self._is_refuted(head):
            return "Negated"
        if effect == "said":
            return "Actual"
        if not effect and marked == "planned" and not self._is_unique(head):
            effect = "planned"  # "a coalition to defeat X", but "the first woman to lead it"
        if not effect and self._is_rejected(head) and self._tree.is_finite(i):  # "dismissed reports that he had fled"
            return "Negated"
        if self._is_denied(head):  # "has no interest in running the firm"
            return "Negated"
        return combine(self.value(head), effect) if effect else "Actual"

    def _is_denied(self, noun: int) -> bool:
        """ "n'a pas l'intention de", "has no right to": what nobody has is not, whatever it would be for."""
        tree, verb = self._tree, self._tree.head(noun)
        return tree.tokens[noun].dep == "obj" and verb not in self._frames and self.is_negated(verb)

    def _is_rejected(self, noun: int) -> bool:
        """Whether a noun is the object of a verb that denies or refuses it."""
        return self._tree.tokens[noun].dep in DIRECT and self._governing_effect(self._tree.head(noun), "obj") == "negated"

    def _is_refuted(self, noun: int) -> bool:
        """ "A rumour that he had fled is false": the predicate denies what the noun tells."""
        tree = self._tree
        predicate = tree.tokens[tree.head(noun)]
        said_of = tree.tokens[noun].dep == "nsubj" and predicate.pos == "ADJ" and tree.first(predicate.i, "cop") is not None
        modal = self._lexicon.modals.get((predicate.lemma.lower(), "adj")) if said_of else None
        return modal is not None and modal.effect == "negated" and not self.is_negated(predicate.i)

    def _told_in(self, clause: int, noun: int) -> Factuality:
        """What a noun of saying contains: "a rejeté les accusations selon lesquelles …" denies it, "a confirmé" does not."""
        tree = self._tree
        sources = tree.grammar.attribution_prepositions
        told = any(tree.is_relative(k) and tree.preposition(k) in sources for k in tree.kids[clause])
        held = tree.tokens[noun].dep in DIRECT
        effect = self._governing_effect(tree.head(noun), "obj") if held else ""
        content = told or (effect == "negated" and tree.first(clause, "mark") is not None)
        if not content or effect in {"said", "actual"}:
            return "Actual"
        return combine(self.value(tree.head(noun)) if held else "Actual", effect or "possible")

    def _is_unique(self, noun: int) -> bool:
        """Whether a noun is one of a kind, so that its infinitive tells what it did."""
        tree = self._tree
        words = [tree.tokens[k] for k in (noun, *tree.dependents(noun, "amod", "nummod", "det")) if k <= noun]
        return any(word.lemma.lower() in tree.grammar.unique or "NumType=Ord" in word.morph for word in words)

    def _under_nominal(self, i: int, head: int, dep: str, preposition: str) -> Factuality:
        """A noun under a verb, noun or predicate adjective: "éviter une attaque", "tentative d'assassinat"."""
        tree = self._tree
        if preposition in tree.grammar.without_marks:
            return "Negated"
        if preposition in tree.grammar.condition_marks:
            return "Possible"
        if dep == "nmod" and self._is_refuted(head):
            return "Negated"  # "Reports of an attack are false"
        if dep == "nmod" and preposition in OF and self._is_uncertain(head):
            return "Possible"  # "There is no evidence of an attack"
        if preposition in tree.grammar.purpose_prepositions:
            return "Planned"  # "discussions en vue d'un accord"
        if preposition in tree.grammar.inclusion:  # "considéré comme un accord"
            return "Actual"
        if preposition in tree.grammar.attribution_prepositions:
            return "Actual"  # "selon la déclaration, ils visent …": it was made
        if preposition in tree.grammar.beside_prepositions or preposition in tree.grammar.cause_prepositions:
            return "Actual"  # "annulé à la suite de l'accident"
        if any("PronType=Dem" in tree.tokens[k].morph for k in tree.dependents(i, "det")):
            return "Actual"  # "dissuader ces attaques": they took place before
        strict = self._strict(head, "nmod" if dep == "nmod" else "obj", preposition, i) if dep != "nsubj" else None
        if strict is not None:
            return "Actual" if strict.effect == "actual" else combine(self.value(head), _effect(strict.effect))
        if dep == "nsubj" and head in tree.temporal and tree.first(head, "cop") is not None:
            return self.value(head)  # "the election will be in May"
        frame = self._frames.get(head)
        if frame is not None and frame.kind == "Beginning" and dep in DIRECT and self.value(head) != "Actual":
            return self.value(head)  # "son procès s'ouvrira lundi"
        verbal = tree.tokens[head].pos in {"VERB", "AUX"} or not tree.first(head, "cop")
        if dep in {"nsubj", "nsubj:pass"} and self._is_announced(head):
            return self._of_announced(i, head)
        if dep == "nsubj" and (verbal or (self._is_indefinite(i) and self.value(head) == "Possible")):
            return self._of_new_subject(i, head)  # "an assassination would be enough to …"
        own = self._frames.get(i)
        moved = own is not None and ontology.is_a(own.kind, "Movement")  # "arrested on his return from X"
        if frame is not None and frame.complement and dep not in DIRECT and (moved or not _tells(frame, preposition)):
            return "Actual"  # "denied it after the attack"
        if dep.startswith("obl") and self._is_mere_place(head, preposition):
            return "Actual"  # "decided at the summit to send arms"
        effect = self._governing_effect(head, "nmod" if dep == "nmod" else "obj", preposition, i)
        if effect == "actual" and self._presupposes(head) and not self._is_indefinite(i):
            return "Actual"  # "refused to stop the siege": there is one
        if frame is not None and frame.kind == "Beginning" and _tells(frame, preposition):
            return self.value(head)  # "the start of talks is planned for May": there are none yet
        if effect == "negated" and self.value(head) == "Negated" and not self._is_indefinite(i):
            return "Actual"  # "failed to prevent the attack"
        if effect == "negated" and own is not None and ontology.is_a(own.kind, "Communication"):
            return "Actual"  # "rejected the proposals": they were made
        if effect == "negated" and self._is_failure_denied(head):
            return self._outer(head)  # "n'a pas empêché l'attaque"
        if frame is not None and frame.kind == "Negotiation" and own is not None and self._is_negotiated(own, frame, i):
            return combine(self.value(head), "possible")
        if effect == "negated" and self.value(head) == "Planned" and not tree.is_finite(head):
            return "Possible"  # "mobilisés pour empêcher une attaque"
        if effect == "negated" and own is not None and own.kind in STANDING and not self._is_indefinite(i):
            return "Actual"  # "a annulé les sanctions": they were in force
        if effect in {"", "said"}:  # "appelle à signer un accord": there is none yet; "… l'accord": there is
            unknown = self._is_indefinite(i) or (frame is not None and frame.kind == "Announcement")
            told = dep == "obj" or (dep.startswith("obl") and frame is not None and _tells(frame, preposition))
            if dep == "nsubj:pass" and unknown:  # "craint qu'un blocus ne soit répété"
                return value if (value := self.value(head)) in {"Planned", "Possible"} else "Actual"
            return self.value(head) if told and unknown else "Actual"  # "should announce her resignation"
        return combine(self.value(head), effect)

    def _is_negotiated(self, own: Frame, talks: Frame, i: int) -> bool:
        """Whether a noun tells what the talks it hangs on are to bring about: "talks on the sale of frigates"."""
        told = self._tree.tokens[i].dep in DIRECT or _tells(talks, self._tree.preposition(i))
        return told and ontology.is_among(own.kind, NEGOTIATED)

    def _is_mere_place(self, verb: int, preposition: str) -> bool:
        """Whether a phrase says where somebody wants, plans or refuses something, and not what."""
        lemma, modals = self._tree.tokens[verb].lemma.lower(), self._lexicon.modals
        modal = modals.get((lemma, "verb"))
        where = self._tree.grammar.place_prepositions - {self._tree.grammar.dative_preposition}
        own = (f"{lemma} {preposition}", "verb") in modals
        return preposition in where and not own and modal is not None and "place" not in modal.governs

    def _of_new_subject(self, i: int, head: int) -> Factuality:
        """ "A trial would last for months": what is not known yet is no surer than a verb that tells no event itself."""
        if self._tree.first(head, "expl") is not None:  # "there were no arrests"
            return self.value(head)
        strict = self._strict(head, "nsubj", "", i)
        if strict is not None:  # "la fusion a capoté"
            return combine(self.value(head), _effect(strict.effect))
        moods = self._lexicon.narrow_modals.get(("conditional", "mood"), ())
        if self._own(head) == "possible" and not self._is_done(head) and any(self._acts(mood, head, i) for mood in moods):
            return "Possible"  # "la fusion créerait un géant"
        supposed = head not in self._frames or self._own(head) == "possible"  # "an attack would kill thousands"
        outer = self.value(head) if supposed and self._is_indefinite(i) else "Actual"
        return outer if outer in {"Planned", "Possible"} else "Actual"

    def _is_announced(self, head: int) -> bool:
        """Whether a predicate says of its subject that it may or will come: "an attack is imminent", "semble possible"."""
        words = (head, *self._tree.dependents(head, "xcomp"))
        return any(self._foretelling(word) is not None for word in words)

    def _foretelling(self, word: int) -> Modal | None:
        """The modal adjective at a word that would stand beside a noun: "imminent", "probable"."""
        token = self._tree.tokens[word]
        modal = self._lexicon.modals.get((token.lemma.lower(), "adj")) if token.pos == "ADJ" else None
        said = modal is not None and bool(modal.governs & {"amod", "cop"}) and modal.effect in {"possible", "planned"}
        return modal if said else None

    def _of_announced(self, i: int, head: int) -> Factuality:
        """The factuality of such a subject: there is none yet, whatever the predicate says of it."""
        known = self._is_known(i, "det") and self._tree.first(i, "nmod") is None and head not in self._tree.temporal
        words = (head, *self._tree.dependents(head, "xcomp"))
        modal = next(modal for word in words if (modal := self._foretelling(word)) is not None)
        return "Actual" if known and modal.effect == "possible" else combine("Actual", _effect(modal.effect))

    def _is_indefinite(self, i: int) -> bool:
        """Whether a noun speaks of something not known yet: "un accord", "fresh talks", "de nouvelles frappes"."""
        return self._tree.first(i, "nmod:poss") is None and not self._is_known(i, "det", "case")

    def _is_known(self, i: int, *deps: str) -> bool:
        """Whether the words of these kinds on noun i say that it was told before."""
        words = (self._tree.tokens[k].morph for k in self._tree.dependents(i, *deps))
        return any(known in morph for morph in words for known in KNOWN)


def _tells(frame: Frame, preposition: str) -> bool:
    """Whether what stands behind the preposition is what the frame's word says, denies, plans …"""
    roles = (*frame.verb_roles, *frame.noun_roles)
    told = (slots for role, slots in roles if role in {"topic", "theme"})
    return any(preposition in slot.prepositions for slots in told for slot in slots)


def _slot_names(slot: str) -> frozenset[str]:
    return {
        "ccomp": frozenset({"ccomp", "xcomp", "clause", "csubj"}),
        "obj": frozenset({"obj", "object", "obl", "nsubj", "nsubj:pass"}),
        "nmod": frozenset({"nmod", "obj"}),
        "nsubj": frozenset({"nsubj"}),
        "acl": frozenset({"acl", "xcomp", "clause", "nmod", "ccomp"}),
    }[slot]


def _effect(text: str) -> Effect:
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
