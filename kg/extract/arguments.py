"""The logical arguments of a verb, whatever construction it stands in.

A passive subject is an object, a by-agent a subject; a relative pronoun is its antecedent; an infinitive takes its
subject from the verb that controls it, a coordinated verb from the first one. Slots are those of kg.lang.frames.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauseforms import is_absolute
from kg.extract.control import inherited
from kg.extract.phrases import (
    NOUNS,
    OBLIQUE_DEPS,
    SCENE,
    behind_time,
    gender_of,
    is_heading,
    is_way,
    is_when_clause,
    oblique,
    stand_in,
    subject_meant,
    tool_of,
    where,
    wording,
)
from kg.extract.sharing import (
    agent_of_owner,
    is_fronted,
    reattached,
    scenes,
    shared_agent,
    shared_clitic,
    shared_object,
    shared_scene,
)
from kg.extract.syntax import Argument, Tree

SPEECH_ENDS = {",", '"', "»", "”", "’"}  # what stands before a verb of saying with its subject behind it
STREET_DEPS = ("obj", "obl", "obl:mod", "obl:arg", "xcomp")  # how a street without preposition hangs
CLAUSE_DEPS = ("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis")


def verb_arguments(tree: Tree, verb: int) -> tuple[Argument, ...]:
    """The logical arguments of verb `verb`; of a causative those of what is brought about."""
    found = tree.arguments.get(verb)
    if found is None:
        found = surface_arguments(tree, verb)
        if verb in tree.causatives:
            found = tuple(_caused(tree, verb, found))
        tree.arguments[verb] = found
    return found


def _caused(tree: Tree, verb: int, found: tuple[Argument, ...]) -> Iterator[Argument]:
    """ "s'est fait arrêter", "s'est vu refuser une place" happen to the subject; "a fait libérer X" is done by others."""
    ordered = tree.tokens[verb].lemma in tree.grammar.dative_control and any(a.slot == "clause" for a in found)
    to_subject = "dative" if ordered or any(a.slot == "object" for a in found) else "object"  # "s'est vu ordonner de fuir"
    alone = tree.tokens[verb].lemma in tree.grammar.without_object and not tree.is_reflexive(verb)
    for argument in found:
        if alone and argument.slot == "object":  # "a fait fuir les habitants": they flee
            argument = replace(argument, slot="subject", rule="causative")
        if argument.slot != "subject" or argument.rule in {"obl:agent", "by-agent", "causative"}:
            yield argument
        elif tree.is_reflexive(verb):
            yield replace(argument, slot=to_subject)


def surface_arguments(tree: Tree, verb: int) -> tuple[Argument, ...]:
    """The logical arguments of verb `verb`, the subject of a causative being who brings about."""
    passive = tree.is_passive(verb)
    found = list(_direct(tree, verb, passive))
    if ("object" if passive else "subject") not in {a.slot for a in found}:
        found += inherited(tree, verb, passive)
    if "object" not in {a.slot for a in found}:
        found += shared_object(tree, verb)
    if not passive and tree.tokens[verb].dep == "conj" and "object" not in {a.slot for a in found}:
        found += shared_clitic(tree, verb)
    found += shared_scene(tree, verb)
    found += reattached(tree, found, passive)
    if passive and "subject" not in {a.slot for a in found}:
        found += agent_of_owner(tree, found)
        found += shared_agent(tree, verb)
    return tuple(found)


def _direct(tree: Tree, verb: int, passive: bool) -> Iterator[Argument]:
    """Arguments that hang on the verb itself."""
    tokens = tree.tokens
    for kid in tree.kids[verb]:
        dep = tokens[kid].dep
        if is_heading(tree, verb, kid):
            continue
        if _is_speech_subject(tree, verb, kid):
            yield Argument("clause", kid, rule="fronted speech")
        elif tokens[kid].lemma in tree.grammar.relative_place and tree.is_relative(kid):  # "in Varna, where two men died"
            yield Argument("obl", where(tree, kid), tokens[kid].lemma, SCENE)
        elif dep in {"nsubj", "nsubj:pass", "nsubj:caus"}:
            slot = "subject" if not passive else "dative" if _is_receiver(tree, verb) else "object"
            meant = subject_meant(tree, verb, kid)
            alone = meant == tree.head(verb) != kid and _is_joined_behind(tree, verb, meant)  # "X, who did it, and Y"
            alone = alone and tree.first(meant, "cop") is None  # "ce n'est pas X qui l'a fait mais Y"
            yield Argument(slot, meant, rule="antecedent" if alone else dep)
        elif dep in STREET_DEPS and tokens[kid].lemma in tree.grammar.streets and _is_street(tree, kid):
            yield Argument("obl", kid, tree.grammar.dative_preposition, "street")
        elif dep == "obj" and _is_cleft(tree, verb, kid):
            continue  # "c'est à l'arrivée de X qu'il a évoqué Y"
        elif dep == "obj":
            if _is_inverted_subject(tree, verb, kid):
                yield Argument("subject", kid, rule="inversion")
            elif tree.preposition(kid) == "":
                yield Argument("object", stand_in(tree, kid), rule=dep)
            else:
                yield from _partitive_or_oblique(tree, kid)
        elif tokens[kid].lemma in tree.grammar.place_clitics and (place := _place_before(tree, kid)) is not None:
            yield Argument("obl", place, tree.preposition(place), "pro-form")
        elif dep in {"iobj", "obl:dat"}:
            yield Argument("dative", stand_in(tree, kid), rule=dep)
        elif dep == "obl:agent":
            preposition, noun = tree.oblique(kid)
            by = preposition in tree.grammar.agent_prepositions and not _acts_itself(tree, verb)
            acts = (passive or by) and not is_way(tree, noun)
            yield Argument("subject" if acts else "obl", noun, preposition, dep)
        elif kid in tree.temporal:
            yield from scenes(behind_time(tree, kid), is_fronted(tree, verb, kid))
        elif dep in (*OBLIQUE_DEPS, "iobj") and (tree.preposition(kid) or tree.is_relative(kid)):
            yield from scenes(oblique(tree, kid, passive and dep != "obl:mod"), is_fronted(tree, verb, kid))
        elif dep == "advmod" and (fixed := tree.first(kid, "fixed")) is not None:  # "se rend sur place"
            yield Argument("obl", fixed, tokens[kid].lemma.lower(), "adverb")
        elif dep == "advmod" and kid > verb:  # "went back to the capital": the parser hangs the place on the adverb
            for below in tree.dependents(kid, "obl", "nmod"):
                yield from oblique(tree, below, passive)
        elif dep == "advcl" or dep in CLAUSE_DEPS:
            yield from _clause(tree, verb, kid)
    if _is_interposed(tree, verb):
        yield Argument("clause", tree.head(verb), rule="interposed speech")
    yield from _participle_head(tree, verb, passive)


def _clause(tree: Tree, verb: int, kid: int) -> Iterator[Argument]:
    """A clause below a verb as its argument; of an adverbial one only a tool, fronted speech or what is asked for."""
    token, dep = tree.tokens[kid], tree.tokens[kid].dep
    if dep == "csubj" and kid < verb and token.has("VerbForm=Part"):
        yield Argument("subject", kid, rule="gerund")  # "Closing the border would hurt farmers"
    elif dep in CLAUSE_DEPS and not _is_interposed(tree, kid):
        yield Argument("clause", kid, tree.mark(kid), dep)
    elif dep == "advcl" and (tool := tool_of(tree, kid)) is not None:
        yield Argument("obl", tool, wording(tree, kid), "tool")
    elif dep == "advcl" and kid < verb and is_fronted_speech(tree, kid):
        yield Argument("clause", kid, rule="fronted speech")
    elif dep == "advcl" and tree.mark(kid) in tree.grammar.complement_marks and not is_absolute(tree, kid):
        if kid < verb and tree.mark(kid) in tree.grammar.purpose_marks:
            return  # "To avoid a massacre, the army cancelled the raid"
        yield Argument("clause", kid, tree.mark(kid), "gerund")


def _is_receiver(tree: Tree, verb: int) -> bool:
    """Whether a passive keeps an object, so that its subject is who gets it: "Norvia was sold drones"."""
    return tree.tokens[verb].lemma in tree.grammar.ditransitive and tree.first(verb, "obj") is not None


def _is_cleft(tree: Tree, verb: int, pronoun: int) -> bool:
    """Whether a relative pronoun before a verb with an object only takes up what is put in front."""
    own = (k for k in tree.dependents(verb, "obj") if k > verb and not tree.preposition(k))
    return pronoun < verb and tree.is_relative(pronoun) and next(own, None) is not None


def _is_street(tree: Tree, noun: int) -> bool:
    """Whether a bare noun with a name behind it says in which street: "poignardé rue de Rivoli", but "prend place"."""
    if tree.preposition(noun) or tree.is_determined(noun):
        return False
    end = tree.parse.sentences[tree.tokens[noun].sentence].last
    behind = next((t for t in tree.tokens[noun + 1 : end] if t.pos not in {"ADP", "DET"}), None)
    return behind is not None and behind.text[0].isupper()


def _place_before(tree: Tree, clitic: int) -> int | None:
    """What an adverbial pronoun takes up: the phrase of place before it, "Transporté à l'hôpital, il y est mort"."""
    first = tree.parse.sentences[tree.tokens[clitic].sentence].first
    inside = tree.grammar.inside_prepositions
    placed = (k for k in range(clitic - 1, first, -1) if tree.tokens[k].pos in NOUNS and tree.preposition(k) in inside)
    return next((k for k in placed if k not in tree.temporal), None)


def _acts_itself(tree: Tree, verb: int) -> bool:
    """Whether an active verb has its own subject, so that a by-agent is another's: "freed them after mediation by Oman"."""
    own = tree.first(verb, "nsubj") is not None and tree.first(verb, "obj") is not None
    return own and not tree.is_reflexive(verb) and verb not in tree.causatives


def _is_interposed(tree: Tree, verb: int) -> bool:
    """ "Les forces se retirent, a indiqué X": an insertion behind what it says, its subject behind it or a comma before."""
    token = tree.tokens[verb]
    subject = tree.first(verb, "nsubj") if token.dep == "parataxis" else None
    if subject is None or tree.mark(verb):
        return False
    inverted = subject > verb or tree.tokens[subject].text.startswith("-")
    if not inverted and not _is_set_off(tree, verb, subject):
        return False
    begun = tree.first(token.head, "nsubj", "nsubj:pass")  # "Le directeur, a rapporté l'AFP, aurait versé …"
    return token.head < verb or (begun is not None and begun < verb)


def _is_set_off(tree: Tree, verb: int, subject: int) -> bool:
    """Whether a clause of two words or so stands between commas: "Gunmen freed the nurses, police said, when …"."""
    first, behind = min(subject, *tree.kids[subject], verb), verb + 1
    inside = first > 0 and behind < len(tree.tokens)  # the verb may be the last word of a cut text
    commas = inside and tree.tokens[first - 1].text == tree.tokens[behind].text == ","
    return commas and subject < verb and tree.first(verb, "obj", *CLAUSE_DEPS) is None


def _is_inverted_subject(tree: Tree, verb: int, noun: int) -> bool:
    """ "…, a déclaré le ministre": behind a finite main verb without any subject stands its subject."""
    token = tree.tokens[verb]
    if noun < verb or token.dep not in {"root", "parataxis"} or tree.preposition(noun) or "Mood=Imp" in token.morph:
        return False
    finite = token.has("VerbForm=Fin") or any(a.has("VerbForm=Fin") for a in tree.auxiliaries(verb))
    alone = all(
        not tree.tokens[k].dep.startswith(("nsubj", "csubj", "expl:subj")) or _is_speech_subject(tree, verb, k)
        for k in tree.kids[verb]
    )
    first = min((verb, *(k for k in tree.kids[verb] if tree.tokens[k].dep.startswith("aux"))))
    before = tree.tokens[first - 1].text if first > tree.parse.sentences[token.sentence].first else ""
    return finite and alone and before in SPEECH_ENDS


def _is_speech_subject(tree: Tree, verb: int, noun: int) -> bool:
    """ "« Les secours sont en route », a dit X": a clause that the parser took for the subject."""
    if noun > verb or not tree.tokens[noun].dep.startswith("nsubj"):
        return False
    if tree.first(noun, "cop") is None or tree.mark(noun):
        return False
    return any(tree.tokens[k].text in SPEECH_ENDS for k in range(noun + 1, verb))


def is_fronted_speech(tree: Tree, clause: int) -> bool:
    """ "Les forces se retirent, a indiqué X": a finite clause without subordinator that the parser hung below.

    Not before who answers it by deeds: "L'armée a attaqué, les rebelles ont répondu".
    """
    verb = tree.head(clause)
    answers = tree.tokens[verb].lemma in tree.grammar.answering and any(
        clause < k < verb for k in tree.dependents(verb, "nsubj")
    )
    return not answers and tree.mark(clause) == "" and tree.is_finite(clause) and not is_when_clause(tree, clause)


def _partitive_or_oblique(tree: Tree, kid: int) -> Iterator[Argument]:
    """An object with a preposition: a French partitive ("fournir de l'aide") or a mislabelled oblique."""
    preposition, noun = tree.oblique(kid)
    yield Argument("object" if preposition in tree.grammar.of else "obl", noun, preposition, "obj")


def _participle_head(tree: Tree, verb: int, passive: bool) -> Iterator[Argument]:
    """The noun that a participle or a bare relative clause modifies is its subject or object."""
    token = tree.tokens[verb]
    if token.dep in {"acl", "amod"} and token.head != verb and not is_heading(tree, verb, token.head):
        if passive:
            before = token.dep == "amod" and verb < token.head
            noun = _agreeing(tree, verb, token.head)
            one = noun if before else _nearest_conjunct(tree, verb, noun)
            alone = before or one != noun or _is_joined_behind(tree, verb, noun)
            yield Argument("object", one, rule="attribute" if alone else "participle")
        elif not tree.mark(verb):  # "the trial for killing two people" killed nobody
            alone = _is_joined_behind(tree, verb, token.head)
            yield Argument("subject", token.head, rule="attribute" if alone else "participle")
    elif token.dep == "acl:relcl" and not passive and _is_reduced_relative(tree, verb):
        yield Argument("object", token.head, rule="reduced relative")


def _is_joined_behind(tree: Tree, participle: int, noun: int) -> bool:
    """ "l'armée, dirigée par X, et la milice": what follows the participle is not what it qualifies."""
    joined = (c for c in tree.dependents(noun, "conj") if tree.first(c, "cc") is not None)
    return noun < participle and any(c > participle for c in joined)


def _agreeing(tree: Tree, participle: int, noun: int) -> int:
    """The noun that a participle qualifies, where gender tells: the one above in "l'épouse du maire, élue députée", the one
    below in "le chef de la milice, accusée de vol"."""
    gender = gender_of(tree, participle)
    for _ in range(3):
        own, token = gender_of(tree, noun), tree.tokens[noun]
        if not gender or not own or own == gender:
            return noun
        if token.dep != "nmod" or not gender_of(tree, token.head) or not _is_as_many(tree, participle, token.head):
            break
        noun = token.head
    if gender_of(tree, noun) == gender:
        return noun
    head = tree.head(participle)
    owners = [k for k in tree.dependents(head, "nmod") if head < k < participle and gender_of(tree, k) == gender]
    fits = [k for k in owners if _is_as_many(tree, participle, k) and tree.tokens[k].pos == "NOUN"]
    return fits[0] if len(fits) == 1 and tree.first(head, "conj") is None else head


def _is_as_many(tree: Tree, participle: int, noun: int) -> bool:
    """Whether a participle and a noun are both singular or both plural: "le chef des rebelles tués" was not killed."""
    return tree.tokens[participle].has("Number=Plur") == tree.tokens[noun].has("Number=Plur")


def _nearest_conjunct(tree: Tree, participle: int, noun: int) -> int:
    """The last of joined nouns, where a singular participle right behind means it alone: "X et le parti dirigé par Y"."""
    if not tree.tokens[participle].has("Number=Sing"):
        return noun
    gender = gender_of(tree, participle)
    joined = (c for c in tree.conjuncts(noun) if c < participle and tree.tokens[c].pos in NOUNS)
    before = [c for c in joined if tree.tokens[c].pos == "PROPN" or gender_of(tree, c) in {"", gender}]
    return before[-1] if before else noun


def _is_reduced_relative(tree: Tree, verb: int) -> bool:
    """ "the weapons they delivered": a relative clause with a subject, no object and no relative pronoun."""
    if any(tree.is_relative(below) for kid in tree.kids[verb] for below in (kid, *tree.kids[kid])):
        return False  # "a gang whose leader lives in X"
    return tree.first(verb, "nsubj") is not None and tree.first(verb, "obj") is None
