"""Verbs of French sentences that the parser took for nouns, adjectives or parts of a name."""

from __future__ import annotations

from kg.annotate.french.forms import TENSES
from kg.annotate.french.partitives import make_partitive
from kg.annotate.french.signs import (
    INFINITIVES,
    SUBJECTS,
    VERBAL,
    is_infinitive,
    make_present,
)
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.tree import Tree
from kg.lang import language

SPOKEN_OF = frozenset({"il", "elle", "on", "ils", "elles"})
OWN = ("son", "leur")
PREDICATES = ("root", "acl:relcl")
INFINITIVE_MARKS = ("de", "à")
NOUNLIKE = ("det", "case", "nummod", "amod")
OF_THE = "des"  # "à partir des années 2000"
PAST = ("ée", "ées")  # the endings of a participle, and of no finite verb
THEY = "ent"  # the ending of a verb in the third person plural, and of no plural adjective


def see_verbs(tree: Tree, lemmas: Lemmas) -> None:
    """Make a verb of a "noun" with a subject and without copula: "Une cyberattaque frappe des hôpitaux"."""
    for i, pos in enumerate(tree.pos):
        if pos != "NOUN" or tree.dep[i] not in PREDICATES:
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] in ("nsubj", "expl:subj")), None)
        nominal = any(tree.dep[c] in ("det", "case", "cop", "amod", "aux") for c in tree.children[i])
        taken = subject == i - 2 and tree.lemma[i - 1] == "le" and tree.text[subject].lower() in SPOKEN_OF
        if subject is None or subject > i or (nominal and not taken):
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        if not lemma.endswith(INFINITIVES):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
        mood, time = TENSES.get(lemmas.tense(tree.text[i]), ("Ind", "Pres"))
        if tree.text[i].endswith(PAST) and not taken:  # "La ministre, arrivée lundi, a démenti"
            tree.set_features(i, Tense="Past", VerbForm="Part")
        else:
            tree.set_features(i, Mood=mood, Tense=time, VerbForm="Fin")
        _free_complements(tree, i)
        if taken:
            _take_clitic(tree, i)


def see_reflexives(tree: Tree, lemmas: Lemmas) -> None:
    """Make a verb of the "adjective" behind a reflexive pronoun: "« … », s'indigne le maire"."""
    for i, dep in enumerate(tree.dep[:-1]):
        verb = i + 1
        if dep != "expl:comp" or tree.head[i] != verb or tree.pos[verb] != "ADJ" or tree.child(verb, "cop") is not None:
            continue
        lemma = lemmas.lemma(tree.text[verb], "VERB")
        if lemma.endswith("er") and tree.text[verb].endswith("e"):
            make_present(tree, verb, lemma, Number="Sing", Person="3")


def see_closing(tree: Tree) -> None:
    """Make a verb of the "adjective" between a name and what is its own: "Michelin ferme son usine de Tours"."""
    for i, text in enumerate(tree.text[:-1]):
        name = tree.head[i]
        noun = tree.head[i + 1]
        if text != "ferme" or tree.pos[i] != "ADJ" or not name < i < noun or not tree.text[name][0].isupper():
            continue
        if tree.lemma[i + 1] not in OWN or tree.child(name, "det") is not None or tree.head[noun] != name:
            continue
        make_present(tree, i, "fermer", Number="Sing", Person="3")
        tree.take_place(i, name, tree.dep[name])
        for word in [c for c in tree.children[i] if c < name or tree.dep[c] == "flat:name"]:
            tree.move(word, name, tree.dep[word])
        tree.move(name, i, "nsubj")
        tree.move(noun, i, "obj")


def _take_clitic(tree: Tree, verb: int) -> None:
    """ "s'il le juge nécessaire": the "article" of what was a noun is the object, its adjective is said of that."""
    tree.pos[verb - 1] = "PRON"
    tree.move(verb - 1, verb, "obj")
    for child in [c for c in tree.children[verb] if tree.dep[c] == "amod" and c > verb]:
        tree.dep[child] = "xcomp"
    mark, above = tree.child(verb, "mark"), tree.above_nouns(tree.head[verb])
    if mark is not None and tree.dep[verb] in ("acl", "acl:relcl") and tree.pos[above] == "VERB":
        tree.move(verb, above, "advcl")


def _free_complements(tree: Tree, verb: int) -> None:
    """Make objects and obliques of what a word had as a noun."""
    for child in [c for c in tree.children[verb] if tree.dep[c] in ("nmod", "obl:arg")]:
        bare = tree.dep[child] == "nmod" and child > verb and not tree.case(child)
        tree.dep[child] = "obj" if bare or (tree.case(child) == "de" and make_partitive(tree, child)) else "obl"


def see_infinitives(tree: Tree, lemmas: Lemmas) -> None:
    """Make an infinitive of the "noun" behind a word that governs one: "va licencier 300 salariés", "prévoit d'annexer"."""
    words = language("fr")
    for i, pos in enumerate(tree.pos):
        text = tree.text[i]
        if pos != "NOUN" or not text.endswith(INFINITIVES) or text not in words.frames.verbs or text in words.nouns:
            continue
        mark = i - 1 if tree.lemma[i - 1] in INFINITIVE_MARKS and tree.child(i, "case") == i - 1 else None
        alone = not any(tree.dep[c] in NOUNLIKE for c in tree.children[i] if c != mark)
        if not alone or not _governs(tree, i, mark) or lemmas.lemma(text, "VERB") != text:
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", text, "VerbForm=Inf"
        _free_complements(tree, i)
        if mark is not None:
            tree.move(mark, i, "mark")
            tree.dep[i] = "xcomp" if tree.pos[tree.head[i]] == "VERB" else "acl"
            _take_object(tree, i)


def _governs(tree: Tree, infinitive: int, mark: int | None) -> bool:
    """Whether the word above governs an infinitive: a modal one right behind it, a verb any with "de", a noun its own."""
    above = tree.head[infinitive]
    modal = language("fr").frames.modals.get((tree.lemma[above], tree.pos[above].lower()))
    if mark is None:
        governed = above == infinitive - 1 and tree.dep[infinitive] == "xcomp" and tree.pos[above] == "VERB"
        return governed and modal is not None and "xcomp" in modal.governs
    return above < mark and (tree.pos[above] == "VERB" or (modal is not None and "acl" in modal.governs))


def _take_object(tree: Tree, infinitive: int) -> None:
    """Give an infinitive the second object of the verb above it: "a pris la décision d'annexer la région"."""
    above = tree.head[infinitive]
    verb = tree.head[above] if tree.pos[above] == "NOUN" else above
    objects = [c for c in tree.children[verb] if tree.dep[c] == "obj" and c != above]
    behind = next((c for c in objects if c > infinitive), None)
    if behind is not None and (above != verb or objects[0] != behind):
        tree.move(behind, infinitive, "obj")


def free_from_days(tree: Tree, parsing: Parsing) -> None:
    """Put in its place the noun that was taken for the adjective of a day: "a arrêté un étudiant mardi"."""
    for day, text in enumerate(tree.text):
        noun = day - 1
        if tree.pos[noun] != "ADJ" or tree.head[noun] != day or tree.dep[noun] != "amod" or text.lower() not in parsing.days:
            continue
        article = tree.child(day, "det")
        if article is None or tree.dep[day] not in ("obj", *SUBJECTS) or tree.children[noun]:
            continue
        above = tree.head[day]
        tree.pos[noun] = "NOUN"
        tree.take_place(noun, day, tree.dep[day])
        tree.move(day, above, "obl")


def see_days(tree: Tree, parsing: Parsing) -> None:
    """Make a day of the "verb" right behind another: "a repris dimanche la ville de Bara aux rebelles"."""
    for i, pos in enumerate(tree.pos):
        verb = tree.head[i]
        if pos != "VERB" or tree.text[i] not in parsing.days or verb >= i or tree.pos[verb] != "VERB":
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i], tree.dep[i] = "NOUN", tree.text[i], "Gender=Masc|Number=Sing", "obl"
        for child in list(tree.children[i]):
            tree.move(child, verb, tree.dep[child])


def see_departures(tree: Tree) -> None:
    """Make a verb of "partir" behind "à" where no "de" follows: "ont commencé à partir en décembre"."""
    for i, text in enumerate(tree.text):
        to = i - 1
        verb = tree.head[to]
        if text != "partir" or tree.dep[i] != "fixed" or tree.head[i] != to or tree.pos[verb] != "VERB" or verb > to:
            continue
        if tree.lemma[i + 1] == "de" or tree.text[i + 1] == OF_THE:
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", text, "VerbForm=Inf"
        tree.move(i, verb, "xcomp")
        for child in [c for c in tree.children[to] if c > i]:
            tree.move(child, i, "obl" if tree.dep[child] == "dep" else tree.dep[child])
        tree.move(to, i, "mark")


def see_plurals(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a sentence that has none of its noun's "adjective": "Les rebelles contrôlent", "La frappe tue"."""
    for i, noun in enumerate(tree.head):
        if noun > i or tree.dep[i] not in ("acl", "amod", "appos") or not tree.text[i].endswith(("e", THEY)):
            continue
        if not _qualifies_all(tree, i):
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        many = tree.text[i].endswith(THEY)
        if not lemma.endswith(INFINITIVES) or not (many or _may_be_told(tree, i, lemma)):
            continue
        make_present(tree, i, lemma, Number="Plur" if many else "Sing", Person="3")
        tree.stand_for(i, noun)
        tree.move(noun, i, "nsubj")
        for child in [c for c in tree.children[noun] if c > i]:
            loose = "obl" if tree.case(child) else "obj"
            tree.move(child, i, loose if tree.dep[child] == "nmod" else tree.dep[child])
        for child in [c for c in tree.children[i] if c > i and tree.dep[c] == "obl:arg" and not tree.case(c)]:
            tree.dep[child] = "obj"


def see_counting(tree: Tree) -> None:
    """Make a verb of the "noun" between a noun and how many it has: "Le groupe compte environ 6 000 combattants"."""
    for i, text in enumerate(tree.text):
        noun = tree.head[i]
        if text != "compte" or tree.pos[i] != "NOUN" or noun >= i or tree.pos[noun] not in ("NOUN", "PROPN"):
            continue
        counted = next((k for k in range(i + 1, min(i + 5, len(tree))) if tree.pos[k] == "NUM"), None)
        if counted is None or any(tree.dep[c] in ("det", "case", "amod") for c in tree.children[i]) or tree.case(noun):
            continue
        if any(tree.pos[k] not in ("ADV", "ADP", "DET", "ADJ") for k in range(i + 1, counted)) or "," in tree.text[noun:i]:
            continue
        make_present(tree, i, "compter", Number="Sing", Person="3")
        tree.stand_for(i, noun, "root" if tree.head[noun] == noun else "parataxis")
        tree.move(noun, i, "nsubj")
        for child in [c for c in tree.children[noun] if c > i]:
            tree.move(
                child, i, "obj" if tree.dep[child] in ("nmod", "obl:arg") and not tree.case(child) else tree.dep[child]
            )


def _qualifies_all(tree: Tree, i: int) -> bool:
    """Whether a word hangs as an adjective on a noun of its number with an article that is all of its sentence."""
    noun = tree.head[i]
    det = tree.child(noun, "det")
    if tree.dep[noun] != "root" or det is None:
        return False
    plural = any("Number=Plur" in tree.morph[k] for k in (det, noun))
    agrees = plural == tree.text[i].endswith(THEY) and tree.pos[noun] in ("NOUN", "PROPN")
    own = tree.child(i, "det") is not None or tree.child(noun, "cop") is not None
    return agrees and tree.pos[i] in ("ADJ", "NOUN") and not own


def _may_be_told(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a singular "adjective" is no adjective's plain form but that of a verb which tells something: "tue"."""
    verb = lemma == f"{tree.text[i].lower()}r" and lemma in language("fr").frames.verbs
    return verb and tree.pos[i] == "ADJ" and tree.lemma[i] != tree.text[i] and not tree.first[i]


def see_speech(tree: Tree, lemmas: Lemmas, parsing: Parsing) -> None:
    """Make a verb of saying of a "noun" between a quotation and a name: "« Nous sommes prêts », analyse Ana Vidal"."""
    for i, pos in enumerate(tree.pos[:-1]):
        if pos not in ("NOUN", "ADJ") or i < 2 or tree.text[i - 1] != "," or tree.text[i - 2] != "»":
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        bare = not any(tree.dep[c] in ("det", "case") for c in tree.children[i])
        if bare and lemma in parsing.speech | parsing.quoted_speech and tree.pos[i + 1] in ("PROPN", "DET"):
            make_present(tree, i, lemma, Person="3")


def see_denials(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a sentence that has none but an infinitive: "dément" of "L'Iran dément avoir fourni …"."""
    modals = language("fr").frames.modals
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "root", "xcomp") and not (dep == "nmod" and is_infinitive(tree, i)):
            continue
        helper = next((c for c in tree.children[i] if tree.dep[c].startswith("aux") and is_infinitive(tree, c)), None)
        mark = _infinitive_mark(tree, i) if dep != "xcomp" and (helper is not None or is_infinitive(tree, i)) else None
        bare = helper is None and is_infinitive(tree, i) and tree.text[i].endswith(INFINITIVES) and dep != "nmod"
        if bare and not any(tree.dep[c].startswith(("aux", "mark")) for c in tree.children[i]):
            helper = i  # "Moscou dément vouloir …"
        helper = mark if mark is not None else helper  # "Le syndicat menace de", "Le maire risque d'être condamné"
        below = dep != "root" and tree.dep[tree.head[i]] == "root" and tree.child(tree.head[i], "nsubj") is None
        own = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS), None) if dep == "root" else None
        subject = tree.head[i] if below else own
        if helper is None or subject is None or not subject < helper - 1:
            continue
        verb = helper - 1
        lemma = lemmas.lemma(tree.text[verb], "VERB")
        if tree.head[verb] not in (i, subject) or not lemma.endswith(INFINITIVES):
            continue
        if tree.pos[verb] in (*VERBAL, "ADP"):  # "abattu après avoir tiré"
            continue
        if helper == mark and ((lemma, "verb") not in modals or any(tree.dep[c] in NOUNLIKE for c in tree.children[verb])):
            continue
        make_present(tree, verb, lemma)
        tree.move(verb, verb, "root")
        tree.move(i, verb, "xcomp")
        if mark is not None:
            tree.dep[mark] = "mark"
        tree.move(subject, verb, "nsubj")
        for child in [c for c in tree.children[i] if c < verb]:
            tree.move(child, verb, tree.dep[child])


def _infinitive_mark(tree: Tree, i: int) -> int | None:
    """The "de" or "à" of an infinitive."""
    marks = (c for c in tree.children[i] if c < i and tree.dep[c] in ("mark", "case"))
    return next((c for c in marks if tree.lemma[c] in INFINITIVE_MARKS), None)


def see_main_verbs(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a sentence of a "noun" behind the relative clause of its subject: "X, qui a reçu Y, finance Z"."""
    known = language("fr").frames.verbs
    for subject, dep in enumerate(tree.dep):
        relative = tree.child(subject, "acl:relcl") if dep == "root" and tree.pos[subject] in ("NOUN", "PROPN") else None
        for i in range(relative + 1, len(tree) - 1) if relative is not None else ():
            if tree.first[i]:
                break
            object_ = i + 1 + (tree.pos[i + 1] == "ADV" and i + 2 < len(tree))  # "compte désormais encercler la ville"
            taking = tree.pos[object_] == "DET" or is_infinitive(tree, object_)
            bare = tree.pos[i] == "NOUN" and tree.text[i - 1] == "," and taking and tree.text[i].islower()
            if not bare or any(tree.dep[c] in ("det", "case", "nummod") for c in tree.children[i]):
                continue
            lemma = lemmas.lemma(tree.text[i], "VERB")
            if lemma in known and lemma.endswith("er") and tree.text[i].endswith("e"):
                noun = tree.head[object_]
                make_present(tree, i, lemma)
                tree.move(i, i, "root")
                tree.move(subject, i, "nsubj")
                if tree.pos[object_] == "DET":
                    tree.move(noun, i, "obj")
                else:
                    tree.move(object_, i, "xcomp")
                break


def mend_named_verbs(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a sentence of what became part of its subject's name: "Le Premier ministre a promis de …"."""
    for i, dep in enumerate(tree.dep):
        if dep in ("amod", "acl", "nmod") and tree.pos[i] in ("NOUN", "ADJ") and _tells_of_subject(tree, i, lemmas):
            _take_headline(tree, i, lemmas)
        if dep not in ("flat:name", "flat:foreign", "appos"):
            continue
        if tree.pos[i] == "NOUN" and dep == "flat:name" and _is_verb_in_name(tree, i, lemmas):
            make_present(tree, i, lemmas.lemma(tree.text[i], "VERB"))
        if tree.pos[i] != "VERB":
            continue
        noun = tree.head[i]
        if tree.text[i].islower() and "VerbForm=Fin" in tree.morph[i] and tree.pos[i + 1] == "DET":
            _take_sentence(tree, i, noun)
            continue
        if tree.text[i].islower() and "VerbForm=Fin" in tree.morph[i] and _take_saying(tree, i):
            continue
        if not any(tree.dep[c].startswith("aux") and noun < c < i for c in tree.children[i]):
            continue
        if tree.dep[noun] != "root" or noun > i or tree.pos[noun] not in ("NOUN", "PROPN"):
            continue
        tree.move(i, i, "root")
        tree.move(noun, i, "nsubj")
        for child in [c for c in tree.children[noun] if c > i]:
            tree.move(child, i, tree.dep[child])


def _take_saying(tree: Tree, i: int) -> bool:
    """Put verb i in the place of the infinitive behind it whose subject's name it ended: "le chef de X dément être mort"."""
    behind = i + 1
    if not is_infinitive(tree, behind):
        return False
    said = tree.head[behind] if tree.pos[behind] == "AUX" else behind
    subjects = [c for c in sorted(tree.children[said]) if tree.dep[c] in SUBJECTS and c < i]
    if said <= i or not any(tree.is_above(c, i) for c in subjects):
        return False
    tree.move(i, i, "root")
    tree.stand_for(i, said)
    for child in [c for c in tree.children[said] if c < i]:
        tree.move(child, i, tree.dep[child])
    tree.dep[subjects[0]] = "nsubj"
    for name in subjects[1:]:  # "le chef de X": X was one of two subjects
        tree.move(name, subjects[0], "nmod")
    tree.move(said, i, "xcomp")
    return True


def _is_verb_in_name(tree: Tree, i: int, lemmas: Lemmas) -> bool:
    """Whether a "noun" in lower case that ends a name is a known verb before its object: "Sorin Vale purge une peine"."""
    if not tree.text[i].islower() or not tree.text[i].endswith("e") or not _begins_object(tree, i + 1):
        return False
    lemma = lemmas.lemma(tree.text[i], "VERB")
    return lemma.endswith("er") and lemma in language("fr").frames.verbs


def _begins_object(tree: Tree, i: int) -> bool:
    """Whether a word is an article, "des" also where it was taken for a preposition: "livre des armes"."""
    return tree.pos[i] == "DET" or (tree.text[i] == "des" and tree.dep[i] == "case")


def _tells_of_subject(tree: Tree, i: int, lemmas: Lemmas) -> bool:
    """Whether a "noun" that was hung on the one before is the verb of a sentence without one: "Le parlement vote la loi"."""
    noun = tree.head[i]
    above = tree.head[noun]
    alone = above == noun or (
        tree.head[above] == above and not tree.case(noun) and tree.text[above + 1 : above + 2] == [":"]
    )
    definite = any("Definite=Def" in tree.morph[c] for c in tree.children[noun] if c < noun)
    bare = all(tree.dep[c] not in ("det", "case", "nummod") for c in tree.children[i] if c < i)
    return noun < i and alone and definite and bare and not tree.first[i] and _is_verb_in_name(tree, i, lemmas)


def _take_headline(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make the main verb of what was hung on its subject, and its object of what hung on it."""
    noun, object_ = tree.head[i], tree.head[i + 1]
    make_present(tree, i, lemmas.lemma(tree.text[i], "VERB"))
    tree.stand_for(i, noun)
    give_subject(tree, i, noun)
    if object_ > i + 1:
        tree.move(object_, i, "obj")
    if tree.dep[i + 1] == "case":
        tree.dep[i + 1], tree.pos[i + 1] = "det", "DET"
        tree.set_features(i + 1, Definite="Ind")
    for behind in [c for c in tree.children[noun] if c > i and tree.dep[c] == "nmod" and tree.case(c)]:
        tree.move(behind, i, "obl")


def _take_sentence(tree: Tree, verb: int, name: int) -> None:
    """Make the main verb of a finite one in a name, and its object of what was taken for it: "X purge une peine"."""
    noun = tree.head[name]
    if tree.dep[name] != "nsubj" or tree.pos[noun] != "NOUN" or tree.head[verb + 1] != noun or noun < verb:
        return
    tree.move(verb, verb, "root")
    tree.stand_for(verb, noun)
    tree.move(name, verb, "nsubj")
    tree.move(noun, verb, "obj")


def see_powers(tree: Tree) -> None:
    """Make a noun of "pouvoir" where no infinitive follows: "la prise de pouvoir des militaires" is theirs."""
    for i, text in enumerate(tree.text):
        noun = tree.head[i]
        if text != "pouvoir" or tree.pos[i] not in ("VERB", "AUX") or tree.dep[i] not in ("acl", "xcomp") or noun != i - 2:
            continue
        if tree.lemma[i - 1] != "de" or any(tree.pos[c] in ("VERB", "AUX") for c in tree.children[i] if c > i):
            continue
        tree.pos[i], tree.morph[i], tree.dep[i] = "NOUN", "Gender=Masc|Number=Sing", "nmod"
        tree.move(i - 1, i, "case")
        for whose in [c for c in tree.children[i] if c > i and tree.pos[c] in ("NOUN", "PROPN")]:
            article = tree.child(whose, "det")
            if article is not None and tree.text[article] == "des":
                tree.pos[article], tree.lemma[article], tree.dep[article] = "ADP", "de", "case"
                tree.morph[article] = "Definite=Def|Number=Plur|PronType=Art"
            tree.move(whose, noun, "nmod" if tree.case(whose) else "appos")
