"""What each word of a French tree is: labels, tenses and numbers, names and people, pronouns and articles."""

from __future__ import annotations

from kg.annotate.french.seenparticiples import unmake_participle
from kg.annotate.french.signs import (
    GERUND,
    VERBAL,
    has_subject,
    is_clause,
    is_infinitive,
)
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing, load_parsing
from kg.annotate.repairs import give_subject, subject_label
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

RENAMED = {"ROOT": "root", "obl:mod": "obl", "aux:tense": "aux", "flat:foreign": "flat:name"}
TENSES = {"F": ("Ind", "Fut"), "C": ("Cnd", "Pres"), "I": ("Ind", "Imp"), "J": ("Ind", "Past")}
NAME_TIES = {"amod": "nmod", "flat:name": "appos"}
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent", "nmod", "conj", "root", "appos")
ELIDED = ("l'", "l’")
DATIVE_CLITICS = ("lui", "leur")
TREATIES = ("traité", "traités")
NOBODY = ("personne", "Personne")
FEMININE = ("ée", "ées")  # of participles alone, but for "crée"
PRESENT = ("e", "es", "ent")
FUTURES = ("rai", "ras", "ra", "rons", "rez", "ront")
HAVE = ("ont", "Ont")  # the model knows no capitalised one
ARTICLES = ("un", "le", "ce")
PLURALS = ("s", "x")
DASHES = ("–", "—")
OF_THE = "des"  # "de les", or the plural article


def rename(tree: Tree) -> None:
    """Give the labels their common names; "faire" before an infinitive is a causative auxiliary.

    What stands before the noun of an oblique marks no clause: "est mort à Quimper, écrasé par un arbre".
    """
    for i, dep in enumerate(tree.dep):
        if dep in RENAMED:
            tree.dep[i] = RENAMED[dep]
        if dep == "punct" and tree.pos[i] in NOMINAL:
            tree.dep[i] = "dep"
        if dep != "punct" and tree.text[i] in DASHES and not tree.children[i]:
            tree.pos[i], tree.dep[i] = "PUNCT", "punct"  # "– dont deux enfants –"
        if dep == "case" and tree.pos[i] == "DET" and tree.text[i].lower() == "des":
            tree.dep[i] = "det"  # "Mais des gens l'ont vu"
        if dep == "mark" and tree.pos[i] == "ADP":
            noun = tree.head[i]
            oblique = tree.pos[noun] in NOMINAL and tree.dep[noun].startswith("obl") and tree.child(noun, "cop") is None
            tree.dep[i] = "case" if oblique else dep
        if dep in ("dep", "aux", "aux:tense") and tree.lemma[i] == "faire" and is_infinitive(tree, tree.head[i]):
            tree.dep[i] = "aux:caus"


def spell_ligatures(tree: Tree) -> None:
    """Spell a common word's lemma as the tables do: "soeur", "oeuvre", "manoeuvre" have a ligature."""
    for i, lemma in enumerate(tree.lemma):
        if "oeu" in lemma and tree.pos[i] != "PROPN":
            tree.lemma[i] = lemma.replace("oeu", "œu")


def show_tense(tree: Tree, lemmas: Lemmas) -> None:
    """Set mood and tense of verbs whose form leaves no doubt: "mettront", "mettraient", no future in "recommande"."""
    for i, pos in enumerate(tree.pos):
        if pos in VERBAL:
            tense = lemmas.tense(tree.text[i])
            if "Mood=" in tree.morph[i] and tree.dep[i] == "acl" and _ends_as_feminine(tree, i):
                number = "Plur" if tree.text[i].endswith("s") else "Sing"
                tree.morph[i] = f"Gender=Fem|Number={number}|Tense=Past|VerbForm=Part"  # "une trêve négociée par l'Oman"
            elif tense and not is_infinitive(tree, i):
                mood, time = TENSES[tense]
                tree.set_features(i, Mood=mood, Tense=time, VerbForm="Fin", Voice="")
            elif "Mood=Cnd" in tree.morph[i]:
                tree.set_features(i, Mood="Sub")  # "après que X aient attaqué": no ending of a conditional
            elif is_infinitive(tree, i) and tree.text[i].endswith("ant"):
                tree.morph[i] = GERUND
            elif is_infinitive(tree, i) and _has_present_ending(tree, i):
                tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")  # "négocie" was taken for an infinitive
            elif _is_present(tree, i):
                tree.set_features(i, Gender="", Mood="Ind", Tense="Pres", VerbForm="Fin", Voice="")
            elif "Mood=Sub" in tree.morph[i] and _may_be_indicative(tree, i):
                tree.set_features(i, Mood="Ind")
            elif "Tense=Fut" in tree.morph[i] and not tree.text[i].lower().endswith(FUTURES):
                tree.set_features(i, Tense="Pres")


def see_treaties(tree: Tree) -> None:
    """Make a noun of the object with an article that was taken for a participle: "ont conclu un traité que …"."""
    for i, text in enumerate(tree.text):
        if text not in TREATIES or tree.pos[i] != "VERB" or has_subject(tree, i):
            continue
        new = tree.head[i]  # "un nouveau traité"
        if new == i - 1 and tree.pos[new] == "ADJ" and tree.child(new, "det") is not None:
            tree.take_place(i, new, tree.dep[new])
            tree.move(new, i, "amod")
        if tree.child(i, "det") is not None:
            tree.pos[i], tree.lemma[i] = "NOUN", "traité"
            tree.set_features(i, Tense="", VerbForm="", Voice="", Mood="", Person="")


def _ends_as_feminine(tree: Tree, i: int) -> bool:
    """Whether a verb ends as participles alone do, unlike "crée"."""
    return tree.text[i].endswith(FEMININE) and not tree.lemma[i].endswith("éer")


def _has_present_ending(tree: Tree, i: int) -> bool:
    """Whether a verb in -er or -ir ends as in the present: "négocie", "alourdit"."""
    lemma, form = tree.lemma[i], tree.text[i]
    return (lemma.endswith("er") and form.endswith(PRESENT)) or (lemma.endswith("ir") and form.endswith(("it", "issent")))


def _is_present(tree: Tree, i: int) -> bool:
    """Whether a verb in -er that was taken for a participle has no ending of one: "Le silence assassine le droit".

    So one in -re whose present is the same, before what it governs: "Le groupe dit avoir libéré des otages".
    """
    if not is_past_participle(tree, i):
        return False
    labels = [tree.dep[c] for c in tree.children[i]]
    alike = tree.lemma[i].endswith("re") and tree.text[i].endswith("t")
    governs = alike and any(label in ("obj", "xcomp", "ccomp") for label in labels)
    ends = tree.lemma[i].endswith("er") and tree.text[i].endswith(PRESENT)
    return (ends or governs) and "nsubj" in labels and not any(label.startswith("aux") for label in labels)


def _may_be_indicative(tree: Tree, i: int) -> bool:
    """Whether a verb whose present is the same in both moods stands behind no "que": "où l'armée affronte les rebelles".

    What a comma or "ce" stands before tells what is so: "…, ce que l'armée nie".
    """
    present = tree.lemma[i].endswith("er") and tree.text[i].endswith(PRESENT) and "Tense=Pres" in tree.morph[i]
    opening = (c for c in tree.children[i] if tree.lemma[c] == "que" or tree.text[c].lower().startswith("qu"))
    return present and all(tree.dep[c] == "obj" and tree.text[c - 1].lower() in (",", "ce") for c in opening)


def show_number(tree: Tree) -> None:
    """Set the plural of words whose form leaves no doubt: the "-s" of "boucliers" that its lemma has not, "Ont".

    And the feminine of participles: "tuée".
    """
    for i, pos in enumerate(tree.pos):
        if pos == "AUX" and tree.text[i] in HAVE:
            tree.set_features(i, Number="Plur")
        masculine = pos == "VERB" and tree.text[i].endswith(FEMININE) and "Gender=Masc" in tree.morph[i]
        if masculine and all(tree.lemma[c] != "avoir" for c in tree.children[i]):  # with it noisy texts agree wrongly
            tree.set_features(i, Gender="Fem")
        plural = tree.text[i][-1:] in PLURALS and tree.lemma[i][-1:] not in PLURALS
        if pos == "NOUN" and plural and "Number=Sing" in tree.morph[i]:
            tree.set_features(i, Number="Plur")


def see_elided_articles(tree: Tree, lemmas: Lemmas) -> None:
    """Make an article of "l'" before a subject's acronym, taken for an object: "l'EI dit avoir tué dix soldats".

    So before a noun taken for a verb: "a rejeté l'offre de rachat".
    """
    for i, text in enumerate(tree.text[:-1]):
        beside = text in ELIDED and tree.pos[i] == "PRON" and tree.text[i + 1].isupper()
        if beside and tree.pos[i + 1] == "PROPN" and tree.head[i] == tree.head[i + 1]:
            tree.pos[i], tree.morph[i] = "DET", "Definite=Def|PronType=Art"
            tree.move(i, i + 1, "det")
        elif text in ELIDED and tree.pos[i + 1] == "VERB" and tree.head[i + 1] == i - 1 and _takes_no_verb(tree, i + 1):
            _make_object(tree, i + 1, lemmas)


def _takes_no_verb(tree: Tree, i: int) -> bool:
    """Whether a finite "verb" behind "l'" is the object of the verb right before that: "a rejeté l'offre de X"."""
    finite = "VerbForm=Fin" in tree.morph[i] and tree.pos[i - 2] == "VERB" and not tree.first[i - 1]
    return finite and tree.dep[i] in ("obj", "xcomp", "ccomp", "conj", "dep") and not has_subject(tree, i)


def _make_object(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make a noun, the object of the verb before, of a word behind "l'"; what was hung on it is its complement."""
    tree.pos[i], tree.dep[i], tree.lemma[i], tree.morph[i] = "NOUN", "obj", lemmas.lemma(tree.text[i], "NOUN"), "Number=Sing"
    tree.pos[i - 1], tree.morph[i - 1] = "DET", "Definite=Def|PronType=Art"
    tree.move(i - 1, i, "det")
    for child in [c for c in tree.children[i] if c > i and tree.dep[c].startswith("obl")]:
        tree.move(child, i, "nmod")


def see_articled_names(tree: Tree, parsing: Parsing) -> None:
    """Make names of words with an Arabic article that the model takes for something else: "Al-Bourhan"."""
    for i, text in enumerate(tree.text):
        if tree.pos[i] not in ("PRON", "DET", "ADV") or "-" not in text:
            continue
        article, _, name = text.partition("-")
        if name[:1].isupper() and article[:1].isupper() and article.lower() in parsing.name_articles:
            tree.pos[i], tree.lemma[i], tree.morph[i] = "PROPN", text, ""


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
        if dep == "xcomp" and tree.dep[i - 1] == "det":
            _see_person(tree, i)
            continue
        if dep in ARGUMENTS and tree.pos[i] == "VERB" and tree.child(i, "det") is not None:
            _see_noun(tree, i)
            continue
        if dep in ("xcomp", "dep") and article == i - 1 and tree.pos[i] == "VERB":
            _see_office(tree, i)
        if dep != "acl" or tree.pos[article] != "DET" or not 0 < i - article <= 2:
            continue
        if "VerbForm=Part" not in tree.morph[i] and tree.pos[i] != "NOUN":
            continue
        noun = nouns.get(tree.text[i].lower()) or nouns.get(tree.text[i].lower().removesuffix("s"))
        if noun is None or noun.kind != "Person" or (i - article == 2 and tree.pos[i - 1] != "ADJ"):
            continue
        label, verb = tree.dep[article], tree.head[article]
        if label == "det" and article < verb and tree.pos[verb] == "VERB" and not has_subject(tree, verb):
            label = subject_label(tree, verb)
        elif label == "advmod" and verb < article and tree.pos[verb] == "VERB" and tree.child(verb, "obj") is None:
            label = "obj"
        elif label == "det" and tree.case(verb) and tree.dep[verb] == "obj":  # "a tué un passant à Varna"
            tree.dep[verb], label, verb = "obl", "obj", tree.head[verb]
            tree.move(article, verb, label)
        if label == "det":
            continue
        tree.pos[i], tree.lemma[i] = "NOUN", noun.lemma
        tree.morph[i] = tree.morph[article]
        tree.take_place(i, article, label)
        tree.move(article, i, "det")


def _see_person(tree: Tree, i: int) -> None:
    """Make a noun for somebody of a "participle" that has an article: "a poignardé le passant"."""
    noun, verb = language("fr").nouns.get(tree.text[i]), tree.head[i]
    bare = noun is not None and noun.kind == "Person" and tree.children[i] == [i - 1]
    if bare and verb < i - 1 and tree.pos[verb] == "VERB" and tree.child(verb, "obj") is None:
        tree.pos[i], tree.lemma[i], tree.dep[i], tree.morph[i] = "NOUN", tree.text[i], "obj", tree.morph[i - 1]


def _see_noun(tree: Tree, i: int) -> None:
    """Make a noun of a "participle" that has an article and a place of its own: "a acquitté les deux accusés"."""
    nouns = language("fr").nouns
    noun = nouns.get(tree.text[i]) or nouns.get(tree.text[i].removesuffix("s"))
    if noun is not None and "VerbForm=Part" in tree.morph[i]:
        tree.pos[i], tree.lemma[i], tree.morph[i] = "NOUN", noun.lemma, tree.morph[tree.child(i, "det") or i]


def _see_office(tree: Tree, i: int) -> None:
    """Make a noun of the "participle" right behind a verb that gives somebody an office: "a été élue députée"."""
    verb, title = tree.head[i], language("fr").titles.get(tree.text[i])
    given = load_parsing("fr").naming_verbs
    if title is not None and title.kind == "office" and tree.lemma[verb] in given and is_past_participle(tree, verb):
        tree.pos[i], tree.lemma[i], tree.dep[i] = "NOUN", tree.text[i], "xcomp"
        tree.set_features(i, Tense="", VerbForm="", Voice="")


def see_nobody(tree: Tree) -> None:
    """Make a pronoun of the bare "personne" beside "ne": "n'avoir licencié personne", "mais personne n'a été blessé"."""
    for i, text in enumerate(tree.text):
        if text not in NOBODY or tree.pos[i] not in ("ADJ", "NOUN", "VERB"):
            continue
        if any(tree.dep[c] in ("det", "nummod", "amod", "case") for c in tree.children[i]):
            continue
        verb = tree.head[i + 1] if tree.lemma[i + 1] == "ne" else tree.head[i]
        if tree.pos[verb] != "VERB" or not any(tree.lemma[c] == "ne" for c in tree.children[verb]):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "PRON", "personne", ""
        if i > verb:
            tree.dep[i] = "obj"
        elif not has_subject(tree, verb) and not tree.is_above(i, verb):
            give_subject(tree, verb, i)


def see_coaches(tree: Tree) -> None:
    """Make a noun of "car" behind its article, which joins no clauses: "Un car scolaire s'est renversé"."""
    for i, text in enumerate(tree.text):
        before = i - 1
        if text != "car" or tree.pos[i] != "CCONJ" or tree.first[i] or tree.text[before].lower() not in ARTICLES:
            continue
        verb = tree.head[before] if tree.head[before] != i else tree.head[i]
        held = tree.dep[before] in ARGUMENTS and tree.head[before] != i
        if verb in (i, before):
            continue
        tree.move(i, verb, tree.dep[before] if held else "nsubj" if i < verb else "obj")
        for kid in [k for k in tree.children[before] if k > i]:
            tree.move(kid, i, tree.dep[kid])
        tree.move(before, i, "det")
        tree.pos[i], tree.lemma[i], tree.morph[i] = "NOUN", "car", "Gender=Masc|Number=Sing"
        tree.pos[before] = "DET"


def see_asides(tree: Tree) -> None:
    """Make an adverb of "cela dit", which nobody says: "La bataille devrait cela dit être longue"."""
    for i, text in enumerate(tree.text):
        if text != "dit" or tree.first[i] or tree.text[i - 1].lower() not in ("cela", "ceci"):
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


def mend_words(tree: Tree, lemmas: Lemmas) -> None:
    """Mend what stands on its own: "que" as an object is a pronoun, a "participle" of no verb an adjective."""
    for i, pos in enumerate(tree.pos):
        if pos == "SCONJ" and tree.lemma[i] == "que" and tree.dep[i] in ("obj", "nsubj"):
            tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"
        elif pos == "ADP" and tree.dep[i] == "det" and tree.pos[tree.head[i]] == "PROPN":
            tree.dep[i] = "case"  # "expulsé des États-Unis"
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
        elif tree.dep[i][:4] == "expl" and tree.text[i].lower() in DATIVE_CLITICS:
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
