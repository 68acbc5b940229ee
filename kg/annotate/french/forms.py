"""What each word of a French tree is: labels, tenses, verbs and participles, voice."""

from __future__ import annotations

from kg.annotate.french.partitives import make_partitive
from kg.annotate.french.signs import (
    SUBJECTS,
    VERBAL,
    has_subject,
    is_clause,
    is_infinitive,
    is_reflexive,
)
from kg.annotate.lemmas import Lemmas, load_lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject, subject_label
from kg.annotate.signs import is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

PREDICATES = ("root", "acl:relcl")
GERUND = "Tense=Pres|VerbForm=Part"
LOOSE = ("nmod", "obl", "dep", "appos")
RENAMED = {"ROOT": "root", "obl:mod": "obl", "aux:tense": "aux", "flat:foreign": "flat:name"}
TENSES = {"F": ("Ind", "Fut"), "C": ("Cnd", "Pres"), "I": ("Ind", "Imp"), "J": ("Ind", "Past")}
NAME_TIES = {"amod": "nmod", "flat:name": "appos"}
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent", "nmod", "conj", "root", "appos")
ELIDED = ("l'", "l’")
DATIVE_CLITICS = ("lui", "leur")
NOBODY = ("personne", "Personne")
PARTED = ("advcl", "xcomp", "ccomp", "acl", "dep")
ADVERBIAL = ("ADV", "DET", "NUM")
PARTING = frozenset({"fois", "reprise", "à"})  # "à plusieurs reprises"
PRESENT = ("e", "es", "ent")
INFINITIVES = ("er", "ir", "re")
INFINITIVE_MARKS = ("de", "à")
NOUNLIKE = ("det", "case", "nummod", "amod")
FUTURES = ("rai", "ras", "ra", "rons", "rez", "ront")
HAVE = ("ont", "Ont")  # the model knows no capitalised one
PLURALS = ("s", "x")
OF_THE = "des"  # "de les", or the plural article
THEY = "ent"  # the ending of a verb in the third person plural, and of no plural adjective


def rename(tree: Tree) -> None:
    """Give the labels their common names; "faire" before an infinitive is a causative auxiliary."""
    for i, dep in enumerate(tree.dep):
        if dep in RENAMED:
            tree.dep[i] = RENAMED[dep]
        if dep in ("dep", "aux", "aux:tense") and tree.lemma[i] == "faire" and is_infinitive(tree, tree.head[i]):
            tree.dep[i] = "aux:caus"


def show_tense(tree: Tree, lemmas: Lemmas) -> None:
    """Set mood and tense of verbs whose form leaves no doubt: "mettront", "mettraient", no future in "recommande"."""
    for i, pos in enumerate(tree.pos):
        if pos in VERBAL:
            tense = lemmas.tense(tree.text[i])
            if tense and not is_infinitive(tree, i):
                mood, time = TENSES[tense]
                tree.set_features(i, Mood=mood, Tense=time, VerbForm="Fin", Voice="")
            elif is_infinitive(tree, i) and tree.lemma[i].endswith("er") and tree.text[i].endswith(PRESENT):
                tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")  # "négocie" was taken for an infinitive
            elif _is_present(tree, i):
                tree.set_features(i, Gender="", Mood="Ind", Tense="Pres", VerbForm="Fin", Voice="")
            elif "Mood=Sub" in tree.morph[i] and _may_be_indicative(tree, i):
                tree.set_features(i, Mood="Ind")
            elif "Tense=Fut" in tree.morph[i] and not tree.text[i].lower().endswith(FUTURES):
                tree.set_features(i, Tense="Pres")


def _is_present(tree: Tree, i: int) -> bool:
    """Whether a verb in -er that was taken for a participle has no ending of one: "Le silence assassine le droit"."""
    if not is_past_participle(tree, i) or not tree.lemma[i].endswith("er") or not tree.text[i].endswith(PRESENT):
        return False
    labels = [tree.dep[c] for c in tree.children[i]]
    return "nsubj" in labels and not any(label.startswith("aux") for label in labels)


def _may_be_indicative(tree: Tree, i: int) -> bool:
    """Whether a verb whose present is the same in both moods stands behind no "que": "où l'armée affronte les rebelles".

    What a comma or "ce" stands before tells what is so: "…, ce que l'armée nie".
    """
    present = tree.lemma[i].endswith("er") and tree.text[i].endswith(PRESENT) and "Tense=Pres" in tree.morph[i]
    opening = (c for c in tree.children[i] if tree.lemma[c] == "que" or tree.text[c].lower().startswith("qu"))
    return present and all(tree.dep[c] == "obj" and tree.text[c - 1].lower() in (",", "ce") for c in opening)


def show_number(tree: Tree) -> None:
    """Set the plural of words whose form leaves no doubt: the "-s" of "boucliers" that its lemma has not, "Ont"."""
    for i, pos in enumerate(tree.pos):
        if pos == "AUX" and tree.text[i] in HAVE:
            tree.set_features(i, Number="Plur")
        plural = tree.text[i][-1:] in PLURALS and tree.lemma[i][-1:] not in PLURALS
        if pos == "NOUN" and plural and "Number=Sing" in tree.morph[i]:
            tree.set_features(i, Number="Plur")


def see_verbs(tree: Tree, lemmas: Lemmas) -> None:
    """Make a verb of a "noun" with a subject and without copula: "Une cyberattaque frappe des hôpitaux"."""
    for i, pos in enumerate(tree.pos):
        if pos != "NOUN" or tree.dep[i] not in PREDICATES:
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] in ("nsubj", "expl:subj")), None)
        nominal = any(tree.dep[c] in ("det", "case", "cop", "amod", "aux") for c in tree.children[i])
        if subject is None or subject > i or nominal:
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        if not lemma.endswith(INFINITIVES):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
        mood, time = TENSES.get(lemmas.tense(tree.text[i]), ("Ind", "Pres"))
        tree.set_features(i, Mood=mood, Tense=time, VerbForm="Fin")
        for child in [c for c in tree.children[i] if tree.dep[c] == "nmod"]:
            tree.dep[child] = "obj" if tree.case(child) == "de" and make_partitive(tree, child) else "obl"


def see_articled_names(tree: Tree, parsing: Parsing) -> None:
    """Make names of words with an Arabic article that the model takes for something else: "Al-Bourhan"."""
    for i, text in enumerate(tree.text):
        if tree.pos[i] not in ("PRON", "DET", "ADV") or "-" not in text:
            continue
        article, _, name = text.partition("-")
        if name[:1].isupper() and article[:1].isupper() and article.lower() in parsing.name_articles:
            tree.pos[i], tree.lemma[i], tree.morph[i] = "PROPN", text, ""


def see_plurals(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a sentence that has none of its noun's "adjective": "Les rebelles contrôlent", "La frappe tue"."""
    for i, noun in enumerate(tree.head):
        if noun > i or not tree.text[i].endswith(("e", THEY)) or not _qualifies_all(tree, i):
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        many = tree.text[i].endswith(THEY)
        if not lemma.endswith(INFINITIVES) or not (many or _may_be_told(tree, i, lemma)):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
        tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin", Number="Plur" if many else "Sing", Person="3")
        tree.stand_for(i, noun)
        tree.move(noun, i, "nsubj")
        for child in [c for c in tree.children[noun] if c > i]:
            loose = "obl" if tree.case(child) else "obj"
            tree.move(child, i, loose if tree.dep[child] == "nmod" else tree.dep[child])
        for child in [c for c in tree.children[i] if c > i and tree.dep[c] == "obl:arg" and not tree.case(c)]:
            tree.dep[child] = "obj"


def _qualifies_all(tree: Tree, i: int) -> bool:
    """Whether a word hangs as an adjective on a noun of its number with an article that is all of its sentence."""
    noun = tree.head[i]
    det = tree.child(noun, "det")
    if tree.dep[i] not in ("acl", "amod", "appos") or tree.dep[noun] != "root" or det is None:
        return False
    plural = any("Number=Plur" in tree.morph[k] for k in (det, noun))
    agrees = plural == tree.text[i].endswith(THEY) and tree.pos[noun] in ("NOUN", "PROPN")
    own = tree.child(i, "det") is not None or tree.child(noun, "cop") is not None
    return agrees and tree.pos[i] in ("ADJ", "NOUN") and not own


def _may_be_told(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a singular "adjective" is no adjective's plain form but that of a verb which tells something: "tue"."""
    verb = lemma == f"{tree.text[i].lower()}r" and lemma in language("fr").frames.verbs
    return verb and tree.pos[i] == "ADJ" and tree.lemma[i] != tree.text[i] and not tree.first[i]


def see_named_people(tree: Tree) -> None:
    """Make a noun for people of a "participle" between "l'" and a name: "Selon l'opposant Ana Vidal"."""
    nouns = language("fr").nouns
    for i in range(1, len(tree) - 1):
        if tree.pos[i] != "VERB" or tree.pos[i + 1] != "PROPN" or tree.text[i - 1].lower() not in ELIDED:
            continue
        noun = nouns.get(tree.text[i].lower())
        if noun is None or noun.kind != "Person":
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "NOUN", noun.lemma, "Number=Sing"
        tree.move(i - 1, i, "det")
        if tree.pos[i - 2] == "VERB" and tree.child(i - 2, "obj") in (None, i, i + 1):
            tree.move(i, i - 2, "obj")
        if tree.head[i] != i + 1:
            tree.move(i + 1, i, "appos")


def see_people(tree: Tree) -> None:
    """Make a noun for people of a "participle" right behind an article: "Un jeune manifestant de 17 ans a été blessé"."""
    nouns = language("fr").nouns
    for i, dep in enumerate(tree.dep):
        article = tree.head[i]
        if dep != "acl" or tree.pos[article] != "DET" or not 0 < i - article <= 2 or "VerbForm=Part" not in tree.morph[i]:
            continue
        noun = nouns.get(tree.text[i].lower()) or nouns.get(tree.text[i].lower().removesuffix("s"))
        if noun is None or noun.kind != "Person" or (i - article == 2 and tree.pos[i - 1] != "ADJ"):
            continue
        label, verb = tree.dep[article], tree.head[article]
        if label == "det" and article < verb and tree.pos[verb] == "VERB" and not has_subject(tree, verb):
            label = subject_label(tree, verb)
        if label == "det":
            continue
        tree.pos[i], tree.lemma[i] = "NOUN", noun.lemma
        tree.morph[i] = tree.morph[article]
        tree.take_place(i, article, label)
        tree.move(article, i, "det")


def see_speech(tree: Tree, lemmas: Lemmas, parsing: Parsing) -> None:
    """Make a verb of saying of a "noun" between a quotation and a name: "« Nous sommes prêts », analyse Ana Vidal"."""
    for i, pos in enumerate(tree.pos):
        if pos not in ("NOUN", "ADJ") or i < 2 or i + 1 >= len(tree) or tree.text[i - 1] != "," or tree.text[i - 2] != "»":
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        bare = not any(tree.dep[c] in ("det", "case") for c in tree.children[i])
        if bare and lemma in parsing.speech | parsing.quoted_speech and tree.pos[i + 1] in ("PROPN", "DET"):
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
            tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin", Person="3")


def see_nobody(tree: Tree) -> None:
    """Make a pronoun of the bare "personne" beside "ne": "n'avoir licencié personne", "mais personne n'a été blessé"."""
    for i, text in enumerate(tree.text):
        if text not in NOBODY or tree.pos[i] not in ("ADJ", "NOUN", "VERB"):
            continue
        if any(tree.dep[c] in ("det", "nummod", "amod", "case") for c in tree.children[i]):
            continue
        verb = tree.head[i + 1] if i + 1 < len(tree) and tree.lemma[i + 1] == "ne" else tree.head[i]
        if tree.pos[verb] != "VERB" or not any(tree.lemma[c] == "ne" for c in tree.children[verb]):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "PRON", "personne", ""
        if i > verb:
            tree.dep[i] = "obj"
        elif not has_subject(tree, verb) and not tree.is_above(i, verb):
            give_subject(tree, verb, i)


def see_denials(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a sentence that has none but an infinitive: "dément" of "L'Iran dément avoir fourni …"."""
    modals = language("fr").frames.modals
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "root", "xcomp"):
            continue
        helper = next((c for c in tree.children[i] if tree.dep[c].startswith("aux") and is_infinitive(tree, c)), None)
        bare = helper is None and is_infinitive(tree, i) and tree.text[i].endswith(INFINITIVES)
        if bare and not any(tree.dep[c].startswith(("aux", "mark")) for c in tree.children[i]):
            helper = i  # "Moscou dément vouloir …"
        mark = tree.child(i, "mark") if dep == "acl" and is_infinitive(tree, i) else None
        helper = mark if mark is not None and tree.lemma[mark] in INFINITIVE_MARKS else helper  # "Le syndicat menace de"
        below = dep != "root" and tree.dep[tree.head[i]] == "root" and tree.child(tree.head[i], "nsubj") is None
        subject = tree.head[i] if below else tree.child(i, "nsubj") if dep == "root" else None
        if helper is None or subject is None or not subject < helper - 1:
            continue
        verb = helper - 1
        lemma = lemmas.lemma(tree.text[verb], "VERB")
        if tree.head[verb] not in (i, subject) or tree.pos[verb] in VERBAL or not lemma.endswith(INFINITIVES):
            continue
        if helper == mark and ((lemma, "verb") not in modals or any(tree.dep[c] in NOUNLIKE for c in tree.children[verb])):
            continue
        tree.pos[verb], tree.lemma[verb], tree.morph[verb] = "VERB", lemma, ""
        tree.set_features(verb, Mood="Ind", Tense="Pres", VerbForm="Fin")
        tree.move(verb, verb, "root")
        tree.move(i, verb, "xcomp")
        tree.move(subject, verb, "nsubj")
        for child in [c for c in tree.children[i] if c < verb]:
            tree.move(child, verb, tree.dep[child])


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
                tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
                tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")
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
        if dep in ("amod", "acl") and tree.pos[i] == "NOUN" and _tells_of_subject(tree, i, lemmas):
            _take_headline(tree, i, lemmas)
        if dep not in ("flat:name", "flat:foreign", "appos"):
            continue
        if tree.pos[i] == "NOUN" and dep == "flat:name" and _is_verb_in_name(tree, i, lemmas):
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), ""
            tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")
        if tree.pos[i] != "VERB":
            continue
        noun = tree.head[i]
        if tree.text[i].islower() and "VerbForm=Fin" in tree.morph[i] and i + 1 < len(tree) and tree.pos[i + 1] == "DET":
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
    if behind >= len(tree) or not is_infinitive(tree, behind):
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
    if not tree.text[i].islower() or not tree.text[i].endswith("e") or i + 1 >= len(tree) or tree.pos[i + 1] != "DET":
        return False
    lemma = lemmas.lemma(tree.text[i], "VERB")
    return lemma.endswith("er") and lemma in language("fr").frames.verbs


def _tells_of_subject(tree: Tree, i: int, lemmas: Lemmas) -> bool:
    """Whether a "noun" that was taken for an adjective is the verb of a sentence without one: "Le parlement vote la loi"."""
    noun = tree.head[i]
    above = tree.head[noun]
    alone = above == noun or (tree.head[above] == above and not tree.case(noun) and tree.text[above + 1] == ":")
    definite = any("Definite=Def" in tree.morph[c] for c in tree.children[noun] if c < noun)
    return noun < i and alone and definite and not tree.first[i] and _is_verb_in_name(tree, i, lemmas)


def _take_headline(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make the main verb of what was taken for an adjective of its subject, and its object of what hung on it."""
    noun, object_ = tree.head[i], tree.head[i + 1]
    tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), ""
    tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")
    tree.stand_for(i, noun)
    give_subject(tree, i, noun)
    if object_ > i + 1:
        tree.move(object_, i, "obj")


def _take_sentence(tree: Tree, verb: int, name: int) -> None:
    """Make the main verb of a finite one in a name, and its object of what was taken for it: "X purge une peine"."""
    noun = tree.head[name]
    if tree.dep[name] != "nsubj" or tree.pos[noun] != "NOUN" or tree.head[verb + 1] != noun or noun < verb:
        return
    tree.move(verb, verb, "root")
    tree.stand_for(verb, noun)
    tree.move(name, verb, "nsubj")
    tree.move(noun, verb, "obj")


def see_participles(tree: Tree, lemmas: Lemmas) -> None:
    """Make verbs of participles taken for nouns, adjectives ("sont morts"), pronouns, infinitives; undo what can be none."""
    for i, pos in enumerate(tree.pos):
        if tree.first[i] and tree.text[i].endswith("ment") and i + 1 < len(tree) and tree.head[i + 1] == i:
            see_adverb(tree, i)
            continue
        opens = pos == "NOUN" or (pos == "PROPN" and i + 1 < len(tree) and tree.pos[i + 1] == "ADP" and _is_no_name(tree, i))
        if opens and opens_sentence(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.pos[i], tree.dep[i] = "VERB", "advcl"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
        elif pos == "ADP" and tree.dep[i] == "advcl" and tree.text[i].endswith("ant"):  # "…, faisant trois morts"
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), GERUND
        elif pos == "NOUN" and tree.text[i].endswith("ant") and tree.dep[i] in ("amod", "conj") and not tree.first[i]:
            see_gerund(tree, i, lemmas)
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
        elif pos in ("NOUN", "ADJ", "ADV", "DET", "PRON") and is_verbal_use(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.pos[i] = "VERB"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
            if tree.dep[i] == "amod":
                tree.dep[i] = "acl"
            if pos == "ADV":
                take_object(tree, i)
        elif pos == "VERB" and can_be_participle(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.set_features(i, Mood="", Person="", Tense="Past", VerbForm="Part")
        elif pos == "VERB" and is_present(tree, i):
            tree.set_features(i, Gender="", Mood="Ind", Tense="Pres", VerbForm="Fin", Voice="")
        elif pos == "VERB" and is_infinitive(tree, i) and tree.lemma[i] != tree.text[i].lower():
            unmake_infinitive(tree, i)
        elif pos == "VERB" and tree.child(i, "aux:pass") is not None and not lemmas.is_participle(tree.text[i]):
            unmake_participle(tree, i, lemmas)


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
    if agent is None or tree.text[i + 1] != "par" or tree.dep[i] not in ("appos", "conj", "nmod"):
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
    if tree.dep[i] == "amod" and i < noun and before == ",":
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, GERUND
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
        tree.dep[c].startswith("aux") and tree.lemma[c] in ("avoir", "être") for c in tree.children[i]
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
    if tree.pos[i] == "NOUN" and any(tree.dep[c] in ("det", "nummod") for c in tree.children[i]):
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


def mend_perfects(tree: Tree, lemmas: Lemmas) -> None:
    """Make an auxiliary of "avoir" before a participle that an adverbial parts from it: "a plusieurs fois menacé X"."""
    for i, pos in enumerate(tree.pos):
        helper = tree.head[i]
        if pos != "VERB" or tree.dep[i] not in PARTED or i <= helper or not lemmas.is_participle(tree.text[i]):
            continue
        having = tree.pos[helper] in VERBAL and tree.lemma[helper] == "avoir" and "VerbForm=Fin" in tree.morph[helper]
        between = range(helper + 1, i)
        parted = all(tree.pos[k] in ADVERBIAL or tree.lemma[k] in PARTING for k in between)
        if having and between and parted and tree.child(helper, "obj") is None:
            for time in [c for c in tree.children[i] if c in between and tree.dep[c].startswith("nsubj")]:
                tree.dep[time] = "obl"
            tree.take_place(i, helper, tree.dep[helper])
            tree.move(helper, i, "aux")
            tree.pos[helper] = "AUX"
            tree.set_features(i, Mood="", Person="", Tense="Past", VerbForm="Part")


def see_asides(tree: Tree) -> None:
    """Make an adverb of "cela dit", which nobody says: "La bataille devrait cela dit être longue"."""
    for i, text in enumerate(tree.text):
        if text != "dit" or tree.first[i] or tree.text[i - 1].lower() not in ("cela", "ceci") or i + 1 == len(tree):
            continue
        verb, before = tree.head[i], i - 2
        behind = not tree.first[i - 1] and tree.pos[before] in VERBAL and verb == before
        if verb == i or not (behind or tree.text[i + 1] == ","):
            continue
        tree.pos[i], tree.morph[i] = "ADV", ""
        for c in list(tree.children[i]):
            if c > i:
                tree.move(c, verb, "xcomp" if is_infinitive(tree, c) or tree.child(c, "cop") is not None else tree.dep[c])
        tree.move(i - 1, i, "fixed")
        tree.dep[i] = "advmod"


def mend_parted(tree: Tree, lemmas: Lemmas) -> None:
    """Make the verb of a participle that was hung on the time before it: "a depuis des mois renforcé les contrôles"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        if dep != "acl" or tree.pos[i] != "VERB" or tree.pos[time] not in ("NOUN", "NUM", "PROPN") or time > i:
            continue
        helper = tree.child(time, "aux")
        if helper is None or tree.lemma[helper] != "avoir" or helper > time or not lemmas.is_participle(tree.text[i]):
            continue
        own = [c for c in tree.children[time] if tree.dep[c] in ("case", "det", "amod", "nummod") and helper < c < i]
        tree.take_place(i, time, tree.dep[time])
        tree.move(time, i, "obl")
        for c in own:
            tree.move(c, time, tree.dep[c])
        for c in [c for c in tree.children[i] if c > i and tree.dep[c] in ("nmod", "amod", "appos")]:
            if tree.pos[c] in NOMINAL and not tree.case(c) and tree.child(i, "obj") is None:
                tree.move(c, i, "obj")


def is_perfect_of_be(tree: Tree, i: int) -> bool:
    """Whether an "adjective" is the participle of a verb with the perfect of "être": "40 sont mortes"."""
    subject, lemmas = tree.child(i, "nsubj"), load_lemmas("fr")
    told = subject is not None and tree.child(subject, "nummod") is not None
    told = told or any(tree.dep[c].startswith("obl") for c in tree.children[i])  # "serait mort dans une frappe"
    told = told or (subject is not None and is_person(tree, subject, language("fr")))  # "le chauffeur est mort"
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


def mend_adverbs(tree: Tree) -> None:
    """Make the predicate of a participle behind an adverb that was taken for it: "a été mal négocié"."""
    for i, pos in enumerate(tree.pos):
        if pos != "ADV":
            continue
        verb = next((c for c in tree.children[i] if c == i + 1 and "VerbForm=Part" in tree.morph[c]), None)
        being = any(tree.dep[c] in ("cop", "aux", "aux:pass") for c in tree.children[i])
        if being and verb is not None:
            tree.take_place(verb, i, tree.dep[i])
            tree.move(i, verb, "advmod")


def mend_voice(tree: Tree) -> None:
    """Tell the passive ("est produit") from the past of verbs that take "être" ("est arrivé") and of reflexives."""
    perfect = language("fr").grammar.be_perfect
    for i, pos in enumerate(tree.pos):
        if pos != "VERB" or "VerbForm=Part" not in tree.morph[i]:
            continue
        being = [c for c in tree.children[i] if tree.lemma[c] == "être" and tree.dep[c] in ("aux", "aux:pass", "cop")]
        if not being:
            subject = tree.child(i, "nsubj:pass")
            if subject is not None and tree.child(i, "aux") is not None:
                tree.dep[subject] = "nsubj"
            continue
        reflexive = any(tree.dep[c].startswith("expl:") and tree.lemma[c] == "se" for c in tree.children[i])
        had = any(tree.lemma[c] == "avoir" for c in tree.children[i])  # "il a été convenu", but "ils sont convenus"
        passive = not reflexive and (had or tree.lemma[i] not in perfect)
        for child in being:
            tree.dep[child] = "aux:pass" if passive else "aux"
        for child in tree.children[i]:
            if tree.dep[child] in SUBJECTS:
                tree.dep[child] = "nsubj:pass" if passive else "nsubj"
        tree.set_features(i, Voice="Pass" if passive else "")


def mend_words(tree: Tree, lemmas: Lemmas) -> None:
    """Mend what stands on its own: "que" as an object is a pronoun, a "participle" of no verb an adjective."""
    for i, pos in enumerate(tree.pos):
        if pos == "SCONJ" and tree.lemma[i] == "que" and tree.dep[i] in ("obj", "nsubj"):
            tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"
        elif pos == "VERB" and tree.dep[i] == "acl" and "Tense=Past" in tree.morph[i]:
            if not lemmas.is_participle(tree.text[i]):
                unmake_participle(tree, i, lemmas)
                tree.dep[i] = "amod"
        elif pos == "PROPN" and tree.pos[tree.head[i]] == "NOUN" and tree.dep[i] in ("amod", "flat:name"):
            follows = tree.pos[i - 1] == "PROPN" and tree.head[i - 1] == tree.head[i] and tree.dep[i] == "flat:name"
            tree.move(i, i - 1 if follows else tree.head[i], "flat:name" if follows else NAME_TIES[tree.dep[i]])
        elif (
            (pos, tree.dep[i]) == ("ADJ", "nmod")
            and tree.head[i] == i - 1
            and tree.pos[i - 1] == "NOUN"
            and not tree.case(i)
        ):
            tree.dep[i] = "amod"  # "la province afghane de X"
        elif (pos, tree.dep[i]) == ("ADJ", "flat:name") and tree.head[i] > i and tree.text[i].islower():
            if tree.pos[i - 1] == "NOUN":
                tree.move(i, i - 1, "amod")  # "le groupe germano-suisse Norvia"
        elif pos == "NOUN" and tree.dep[i] == "flat:name" and tree.text[i].islower() and tree.child(i, "cc") is not None:
            above = tree.head[i]
            joined = tree.head[above] if tree.dep[above] == "nmod" and tree.pos[tree.head[above]] == "NOUN" else above
            tree.move(i, joined, "conj")  # "ministre de la Justice et présidente du parti"
        elif tree.lemma[i] == "où" and tree.dep[i] in ("nsubj", "nsubj:pass", "obj", "iobj"):
            tree.dep[i] = "obl"
        elif pos == "DET" and tree.dep[i] in ARGUMENTS:
            tree.pos[i] = "PRON"
        elif pos == "DET" and tree.text[i] == OF_THE and _opens_complement(tree, i):
            tree.pos[i], tree.lemma[i], tree.dep[i], tree.morph[i] = "ADP", "de", "case", "Definite=Def|Number=Plur"
        elif pos == "DET" and tree.dep[i] == "det" and tree.pos[tree.head[i]] == "VERB" and tree.head[i] == i + 1:
            mend_clitic(tree, i)
        elif tree.lemma[i] == "se" and tree.dep[i] in ("obj", "iobj", "dep"):
            tree.dep[i] = "expl:comp"
        elif tree.dep[i].startswith("expl") and tree.text[i].lower() in DATIVE_CLITICS:
            tree.dep[i] = "iobj"  # "lui a répondu": nobody answers himself so


def _opens_complement(tree: Tree, i: int) -> bool:
    """Whether an article opens the complement of the noun before, which has no preposition: "aux mains des rebelles"."""
    noun = tree.head[i]
    bare = tree.dep[i] == "det" and tree.dep[noun] == "nmod" and not tree.case(noun)
    behind = tree.pos[i - 1] in ("NOUN", "ADJ") and tree.pos[tree.head[noun]] == "NOUN"
    return bare and behind and tree.head[noun] < i == min(tree.children[noun])


def mend_clitic(tree: Tree, i: int) -> None:
    """Make an object pronoun of an "article" right before a verb: "en leur adressant", "pour les aider"."""
    verb = tree.head[i]
    dative = tree.lemma[i] == "leur"
    if (tree.lemma[i] == "le" or dative) and ("VerbForm=Part" not in tree.morph[verb] or is_clause(tree, verb)):
        tree.pos[i] = "PRON"
        tree.dep[i] = "iobj" if dative else "obj"
