"""Which words of a French tree are participles: those taken for nouns or adjectives, and those that can be none."""

from __future__ import annotations

from kg.annotate.french.signs import (
    GERUND,
    INFINITIVES,
    SUBJECTS,
    is_infinitive,
    is_reflexive,
)
from kg.annotate.lemmas import Lemmas, load_lemmas
from kg.annotate.signs import disagrees, is_past_participle, is_person
from kg.annotate.tree import Tree
from kg.lang import language

DEPARTED = ("parti", "partie", "partis", "parties")  # which are nouns too
LOOSE = ("nmod", "obl", "dep", "appos")
COUNTING = ("det", "nummod")


def lower_to_objects(tree: Tree) -> None:
    """Hang on the object before a comma the participle taken for its verb's: "pour retrouver X, finalement arrêté"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        noun = tree.child(verb, "obj") if dep == "xcomp" and is_past_participle(tree, i) else None
        if noun is None or not verb < noun < i or any(tree.dep[c].startswith("aux") for c in tree.children[i]):
            continue
        start = min([i, *(c for c in tree.children[i] if tree.dep[c] == "advmod")])
        if tree.text[start - 1] == "," and tree.is_above(noun, start - 2) and not disagrees(tree, i, noun):
            tree.move(i, noun, "acl")


def see_departed(tree: Tree) -> None:
    """Make a participle of what stands behind who left: "les migrants partis de Libye", "une pirogue partie de Varna"."""
    for i, text in enumerate(tree.text):
        if text not in DEPARTED or tree.first[i] or tree.lemma[i + 1] != "de" or tree.pos[tree.head[i + 1]] != "PROPN":
            continue
        if any(tree.dep[c] in ("det", "case", "nummod", "aux", "cop") for c in tree.children[i]):
            continue
        noun = i - 1
        if tree.text[noun] == ",":
            noun -= 1
            if "ie" not in text:  # "X, parti de Y" is Y's party
                continue
        while noun > 0 and tree.head[noun] < noun and not _may_have_left(tree, i, noun):
            noun = tree.head[noun]
        if not _may_have_left(tree, i, noun):
            continue
        tree.pos[i], tree.lemma[i] = "VERB", "partir"
        tree.set_features(i, Tense="Past", VerbForm="Part")
        main = next((c for c in tree.children[i] if c > i and tree.dep[c] in ("parataxis", "advcl")), None)
        if main is not None:
            tree.stand_for(main, i)
            tree.move(noun, main, "nsubj")
        elif tree.is_above(i, noun):
            tree.take_place(noun, i, tree.dep[i])
        tree.move(i, noun, "acl")
        tree.move(tree.head[i + 1], i, "obl")


def _may_have_left(tree: Tree, participle: int, noun: int) -> bool:
    """Whether a noun is of the number of the participle behind it."""
    many = tree.text[participle].endswith("s")
    return tree.pos[noun] == "NOUN" and tree.text[noun].islower() and ("Number=Plur" in tree.morph[noun]) == many


def see_participles(tree: Tree, lemmas: Lemmas) -> None:
    """Make verbs of participles taken for nouns, adjectives ("sont morts"), pronouns, infinitives; undo what can be none."""
    for i, pos in enumerate(tree.pos):
        if tree.first[i] and tree.text[i].endswith("ment") and tree.head[i + 1] == i:
            see_adverb(tree, i)
            continue
        opens = pos == "NOUN" or (pos == "PROPN" and tree.pos[i + 1] == "ADP" and _is_no_name(tree, i))
        if opens and opens_sentence(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.pos[i], tree.dep[i] = "VERB", "advcl"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
        elif pos == "ADP" and tree.dep[i] == "advcl" and tree.text[i].endswith("ant"):  # "…, faisant trois morts"
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), GERUND
        elif pos == "NOUN" and tree.text[i].endswith("ant") and tree.dep[i] in ("amod", "conj") and not tree.first[i]:
            see_gerund(tree, i, lemmas)
        elif pos == "ADJ" and tree.text[i].endswith("ant") and tree.dep[i] == "advcl" and _governs_infinitive(tree, i):
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), GERUND
        elif (
            pos == "NOUN"
            and i > 1
            and tree.text[i - 1] == ","
            and lemmas.is_participle(tree.text[i])
            and all(c > i or tree.dep[c] == "punct" for c in tree.children[i])
            and (_take_infinitive(tree, i) or _take_agent(tree, i))
        ):
            tree.pos[i], tree.dep[i] = "VERB", "acl"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
        elif pos in ("ADJ", "NOUN") and _tells_deed(tree, i) and lemmas.is_participle(tree.text[i]):
            if _is_done_by(tree, i):
                tree.move(tree.head[i + 1], i, "obl:agent")
            elif _stands_behind_name(tree, i):
                tree.move(tree.head[i + 1], i, "obl:arg")
            tree.pos[i], tree.dep[i] = "VERB", "acl"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
        elif pos in ("NOUN", "ADJ", "ADV", "DET", "PRON") and is_verbal_use(tree, i) and lemmas.is_participle(tree.text[i]):
            for some in [c for c in tree.children[i] if is_some_of(tree, c)]:
                tree.dep[some] = "nsubj"
            tree.pos[i] = "VERB"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
            if tree.dep[i] == "amod":
                tree.dep[i] = "acl"
            if pos == "ADV":
                take_object(tree, i)
        elif pos == "VERB" and can_be_participle(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.set_features(i, Mood="", Person="", Tense="Past", VerbForm="Part")
            copula = tree.child(i, "cop")
            if copula is not None:  # "est arrivée", no present
                tree.dep[copula] = "aux:pass"
        elif pos == "VERB" and is_present(tree, i):
            tree.set_features(i, Gender="", Mood="Ind", Tense="Pres", VerbForm="Fin", Voice="")
        elif pos == "VERB" and is_infinitive(tree, i) and tree.lemma[i] != tree.text[i].lower():
            unmake_infinitive(tree, i)
        elif pos == "VERB" and tree.child(i, "aux:pass") is not None and not lemmas.is_participle(tree.text[i]):
            unmake_participle(tree, i, lemmas)


def see_first_legs(tree: Tree) -> None:
    """Take no verb for which of two matches is meant: "le match aller remporté par Metz"."""
    for i, text in enumerate(tree.text):
        match = i - 1
        if text != "aller" or tree.pos[i] != "VERB" or match < 0 or tree.lemma[match] != "match" or tree.head[i] != match:
            continue
        tree.pos[i], tree.dep[i], tree.morph[i] = "ADJ", "amod", ""
        for child in list(tree.children[i]):
            tree.move(child, match, "acl" if is_past_participle(tree, child) else "nmod")


def _take_infinitive(tree: Tree, i: int) -> bool:
    """Make a complement of the infinitive under a bare word, if it has one: "des firmes, soupçonnées d'armer X"."""
    for k in tree.children[i]:
        if tree.dep[k] == "acl" and is_infinitive(tree, k) and tree.child(k, "mark") == i + 1:
            tree.dep[k] = "xcomp"
            return True
    return False


def _take_agent(tree: Tree, i: int) -> bool:
    """Make an agent of what "par" introduces right behind a bare word, if it does: "la firme, épinglée par Washington"."""
    own = tree.children[i]
    agent = next((k for k in own if tree.dep[k] == "nmod" and tree.child(k, "case") == i + 1), None)
    scored = agent is None and tree.pos[i + 1] == "NUM"  # "battue 3-1 par Brest"
    if scored:
        agent = next((k for k in own if tree.dep[k] == "nmod" and tree.case(k) == "par"), None)
    if agent is None or not (scored or tree.text[i + 1] == "par") or tree.dep[i] not in ("appos", "conj", "nmod", "obl"):
        return False
    for k in own:
        if tree.dep[k] == "nmod":
            tree.dep[k] = "obl:agent" if k == agent else "obl"
    return True


def see_adverb(tree: Tree, i: int) -> None:
    """Make an adverb of a "name" that opens a sentence before its participle: "Mortellement blessé, un lycéen …"."""
    verb = i + 1
    if tree.pos[i] in ("NOUN", "PROPN") and tree.pos[verb] == "VERB" and "Tense=Past" in tree.morph[verb]:
        tree.stand_for(verb, i, "advcl")
        tree.move(i, verb, "advmod")
        tree.pos[i], tree.morph[i] = "ADV", ""


def _is_no_name(tree: Tree, i: int) -> bool:
    """Whether a word with a capital is a participle of some verb of the frames: "Battue dans son secteur, elle …"."""
    words = language("fr")
    known = load_lemmas("fr")
    bare = tree.dep[i] not in SUBJECTS and tree.text[i] not in words.given_names
    return bare and known is not None and known.lemma(tree.text[i], "VERB") in words.frames.verbs


def see_gerund(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make a participle of a "noun" that tells what came of something: "a frappé X, blessant dix passants"."""
    noun, before = tree.head[i], tree.text[i - 1]
    lemma = lemmas.lemma(tree.text[i], "VERB")
    if lemma not in language("fr").grammar.resultative:
        return
    if tree.dep[i] == "amod" and before == ",":
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, GERUND
        tree.dep[i] = "amod" if i < noun else "dep"  # "une embuscade près de Gao, blessant trois hommes"
    elif tree.dep[i] == "conj" and tree.pos[i - 1] == "CCONJ" and tree.morph[tree.head[noun]] == GERUND:
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, GERUND
        tree.move(i, tree.head[noun], "conj")  # "tuant dix soldats et blessant trois passants"
        harmed = next((c for c in tree.children[noun] if c > i and not tree.case(c) and tree.dep[c] in LOOSE), None)
        if harmed is not None:
            tree.move(harmed, i, "obj")


def is_present(tree: Tree, i: int) -> bool:
    """Whether a "participle" without auxiliary has a subject before and an object behind it: "X construit une usine"."""
    participle = tree.text[i].lower().endswith("it") and is_past_participle(tree, i)
    if not participle or any(tree.dep[c].startswith("aux") for c in tree.children[i]):
        return False
    subject = any(tree.dep[c] == "nsubj" and c < i for c in tree.children[i])
    return subject and any(tree.dep[c] in ("obj", "ccomp") and c > i for c in tree.children[i])


def take_object(tree: Tree, verb: int) -> None:
    """Make an object of the bare noun that hangs loosely behind what was no verb to the parser."""
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] == "dep" and tree.pos[child] == "NOUN" and not tree.case(child):
            tree.dep[child] = "obj"


def can_be_participle(tree: Tree, i: int) -> bool:
    """Whether a verb that was taken for something else stands where only a participle can: behind "avoir" or "être"."""
    if is_infinitive(tree, i):
        return not tree.text[i].endswith(INFINITIVES)
    return "VerbForm=Part" not in tree.morph[i] and any(
        tree.dep[c].startswith(("aux", "cop")) and tree.lemma[c] in ("avoir", "être") for c in tree.children[i]
    )


def opens_sentence(tree: Tree, i: int) -> bool:
    """Whether a bare noun opens a sentence as participles do: "Armés de bâtons, ils …"."""
    if not tree.first[i] or tree.dep[i] not in ("obl", "nmod", "advcl", "dep"):
        return False
    return not any(tree.dep[c] in ("det", "case", "amod", "nummod") for c in tree.children[i])


def unmake_infinitive(tree: Tree, i: int) -> None:
    """Make a finite verb of what has a subject and is no infinitive by its form: "un pont s'effondre"."""
    if tree.lemma[i].endswith(INFINITIVES) and tree.child(i, "nsubj") is not None:
        tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")


def is_verbal_use(tree: Tree, i: int) -> bool:
    """Whether a word stands where a participle would: after "être" without determiner, or before "par"."""
    if not tree.children[i]:
        return False
    if tree.pos[i] == "NOUN" and any(tree.dep[c] in COUNTING and not is_some_of(tree, c) for c in tree.children[i]):
        return False  # "le bilan est de 12 morts"
    for child in tree.children[i]:
        if tree.lemma[child] == "être" and tree.dep[child] in ("cop", "aux", "aux:pass") and child < i:
            if tree.dep[child] == "cop" and is_reflexive(tree, i):
                tree.dep[child] = "aux"  # "s'étaient noyés"
            return tree.pos[i] == "NOUN" or tree.dep[child] != "cop" or is_perfect_of_be(tree, i)
        if tree.dep[child] == "cop" and tree.lemma[child] == "avoir":  # nothing "has" an adjective: "avaient démissionné"
            tree.dep[child] = "aux"
        if tree.dep[child] in ("aux", "obl:agent"):
            return True
    return False


def is_some_of(tree: Tree, i: int) -> bool:
    """Whether a number before "être" is that of some of others, who are its subject: "20 d'entre eux sont morts"."""
    verb = tree.head[i]
    if tree.dep[i] != "nummod" or tree.child(i, "nmod") is None:
        return False
    return any(tree.lemma[c] == "être" and i < c < verb for c in tree.children[verb])


def _tells_deed(tree: Tree, i: int) -> bool:
    """Whether an "adjective" or "noun" tells what was done to the noun before it."""
    if tree.pos[i] == "NOUN":
        return _is_some_done(tree, i) or _stands_behind_name(tree, i)
    return _befalls(tree, i) or is_told_beside(tree, i) or _is_done_by(tree, i)


def _befalls(tree: Tree, i: int) -> bool:
    """Whether an "adjective" right behind people tells what befell them: "deux agents blessés", no "élu opposé à"."""
    people = language("fr").nouns.get(tree.lemma[i - 1]) if tree.dep[i] == "acl" and tree.head[i] == i - 1 else None
    told = people is not None and people.kind in ("Person", "Group")
    return told and tree.lemma[i + 1] != "à"


def _is_done_by(tree: Tree, i: int) -> bool:
    """Whether an "adjective" before "par" has the agent hung on a verb before: "né du remaniement orchestré par X"."""
    if tree.dep[i] != "amod" or tree.text[i + 1 : i + 2] != ["par"] or tree.dep[i + 1] != "case":
        return False
    agent = tree.head[i + 1]
    return tree.dep[agent] == "obl:agent" and tree.head[agent] < tree.head[i] < i


def _governs_infinitive(tree: Tree, i: int) -> bool:
    """Whether an "adjective" behind a comma has an infinitive right behind: "…, menaçant de frapper X"."""
    clause = tree.child(i, "xcomp")
    return (
        tree.text[i - 1] == ","
        and clause is not None
        and is_infinitive(tree, clause)
        and tree.child(clause, "mark") == i + 1
    )


def _stands_behind_name(tree: Tree, i: int) -> bool:
    """Whether a bare "noun" stands between a name and "à": "le groupe al-Nasr affilié à X"."""
    beside = tree.dep[i] == "nmod" and tree.pos[i - 1] == "PROPN" and tree.head[i] < i
    return beside and tree.lemma[i + 1] == "à" and tree.head[i + 1] > i and all(c > i for c in tree.children[i])


def _is_some_done(tree: Tree, i: int) -> bool:
    """Whether a feminine "noun" tells what was done to some of many: "dont 90 arrêtées près de la place"."""
    if tree.dep[i] not in ("acl", "acl:relcl") or not tree.text[i].endswith("ées"):
        return False
    return tree.child(i, "nummod") is not None and tree.child(i, "det") is None


def is_told_beside(tree: Tree, i: int) -> bool:
    """Whether an "adjective" of people joined to a passive tells what befell these: "X a été tué et deux civils blessés"."""
    noun = tree.head[i]
    above = tree.head[noun]
    if tree.dep[i] != "amod" or noun > i or tree.dep[noun] != "conj" or tree.child(noun, "nummod") is None:
        return False
    verbs = (above, tree.head[above]) if tree.dep[above] in SUBJECTS else (above,)
    passive = any(any(tree.text[c] == "été" for c in tree.children[verb]) and verb < noun for verb in verbs)
    people = language("fr").nouns.get(tree.text[noun]) or language("fr").nouns.get(tree.lemma[noun])
    return passive and people is not None and people.kind in ("Person", "Group")


def is_perfect_of_be(tree: Tree, i: int) -> bool:
    """Whether an "adjective" is the participle of a verb with the perfect of "être": "40 sont mortes"."""
    subject, lemmas = tree.child(i, "nsubj"), load_lemmas("fr")
    told = subject is not None and tree.child(subject, "nummod") is not None
    told = told or any(tree.dep[c].startswith("obl") for c in tree.children[i])  # "serait mort dans une frappe"
    told = told or (subject is not None and is_person(tree, subject, language("fr")))  # "le chauffeur est mort"
    told = told or (subject is not None and tree.lemma[subject] == "un" and tree.pos[subject] == "PRON")  # "l'un d'eux"
    return told and lemmas is not None and lemmas.lemma(tree.text[i], "VERB") in language("fr").grammar.be_perfect


def unmake_participle(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make an adjective of a word that is no participle: "sont présentes"."""
    tree.pos[i] = "ADJ"
    tree.lemma[i] = lemmas.lemma(tree.text[i], "ADJ")
    tree.set_features(i, Tense="", VerbForm="", Voice="")
    for child in tree.children[i]:
        if tree.dep[child] == "aux:pass":
            tree.dep[child] = "cop"
        elif tree.dep[child] == "nsubj:pass":
            tree.dep[child] = "nsubj"
