"""Of which noun a French participle behind a comma is said: the nearest, the subject, the one it agrees with."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.french.mainverbs import clause_above
from kg.annotate.french.signs import (
    SUBJECTS,
    VERBAL,
    is_bare,
)
from kg.annotate.parsing import Parsing
from kg.annotate.signs import article_gender, disagrees, is_past_participle, is_person, noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language

FATAL = frozenset({"Assassination", "Death", "Execution", "Killing"})
ALMOST = ("presque", "quasiment")
LOCATIVE = ("en", "dans", "près", "large", "loin", "autour")  # where somebody is of whom something is told
AT = "à"
TAKEN = ("obj", "nsubj:pass")
SHORT_ASIDE = 3  # words between brackets that only name what stands before


def mend_headlines(tree: Tree) -> None:
    """Make the participle that ends a headline tell of its subject: "L'homme qui a tué son voisin remis en liberté"."""
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.kind[i] != "headline" or tree.pos[i] != "VERB" or "Tense=Past" not in tree.morph[i]:
            continue
        noun = tree.head[i]
        clause = tree.head[noun]
        subject = tree.head[clause]
        root = tree.head[subject]  # "Isère : le père qui …"
        told = tree.dep[noun] == "obj" and tree.dep[clause] == "acl:relcl" and tree.head[root] == root
        if not told or tree.pos[subject] != "NOUN" or not is_bare(tree, i) or not noun < i:
            continue
        goes_on = any(tree.dep[c].startswith("obl") for c in tree.children[i])
        if goes_on and tree.text[i - 1] != "," and agrees(tree, i, subject):
            tree.move(i, subject, "acl")


def _asides(tree: Tree) -> Iterator[tuple[int, int]]:
    """The participles behind a comma, each with the noun before it that it hangs on."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep == "acl" and noun < i and tree.text[i - 1] == "," and is_past_participle(tree, i):
            yield i, noun


def mend_agreement(tree: Tree) -> None:
    """Hang a feminine participle behind a comma under the noun that it agrees with: "la vente à X, annoncée hier"."""
    for i, noun in _asides(tree):
        above = tree.head[noun]
        feminine = "Gender=Fem" in tree.morph[i] and "Gender=Fem" in tree.morph[above] and is_masculine(tree, noun)
        if (
            tree.dep[noun] == "nmod"
            and feminine
            and ("Number=Plur" in tree.morph[i]) == ("Number=Plur" in tree.morph[above])
        ):
            tree.move(i, above, "acl")


def lower_to_agreeing(tree: Tree, words: Language) -> None:
    """Hang a participle on the noun right before its comma that it agrees with, not on one above that it does not.

    On a person by gender or number: "les assassins du juge, tué à Lyon"; on a name, which shows neither, where a masculine
    form can't be said of a feminine noun: "l'économie du Bélarus, accusé d'avoir aidé Moscou".
    """
    for i, noun in _asides(tree):
        below = i - 2
        if tree.head[below] != noun or tree.dep[below] != "nmod" or agrees(tree, i, noun):
            continue
        if tree.pos[below] == "PROPN":
            masculine = "Gender=Masc" in tree.morph[i] and tree.text[i].endswith(("é", "és"))
            agreeing = masculine and "Gender=Fem" in tree.morph[noun] and "Gender=Fem" not in tree.morph[below]
        else:
            agreeing = is_person(tree, below, words) and agrees(tree, i, below)
        if agreeing:
            tree.move(i, below, "acl")


def raise_plurals(tree: Tree) -> None:
    """Hang a plural adjective, and what is behind it, under the plural noun over a singular one: "des propos du maire
    hostiles à X". So a participle: "les passagers du bus décédés".
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        above = tree.head[noun]
        if dep not in ("amod", "acl") or not above < noun < i or "Number=Plur" not in tree.morph[i]:
            continue
        if tree.pos[i] != "ADJ" and not (is_past_participle(tree, i) and noun == i - 1):
            continue
        single = "Number=Sing" in tree.morph[noun] and not any(tree.dep[c] == "conj" for c in tree.children[noun])
        if not single or tree.pos[noun] != "NOUN" or tree.dep[noun] != "nmod" or "Number=Plur" not in tree.morph[above]:
            continue
        if tree.pos[above] == "NOUN" and not disagrees(tree, i, above):
            tree.move(i, above, dep)
            sides = tree.lemma[i] in language("fr").grammar.siding
            for k in [c for c in tree.children[above] if sides and tree.dep[c] == "nmod" and tree.child(c, "case") == i + 1]:
                tree.move(k, i, "obl:arg")


def mend_of_people(tree: Tree, parsing: Parsing) -> None:
    """Hang under somebody what is done to people alone: "le procès d'Ivo Sand, arrêté en 2019, s'est ouvert"."""
    words = language("fr")
    for i, noun in _asides(tree):
        if tree.lemma[i] not in parsing.of_people or i < 3 or tree.pos[noun] != "NOUN":
            continue
        name = i - 2
        while noun < tree.head[name] < name or (tree.dep[name] == "amod" and tree.head[name] > noun):
            name = tree.head[name]
        held = tree.dep[name] == "nmod" and tree.head[name] == noun
        trial = tree.lemma[noun] in words.frames.nouns and "Gender=Fem" not in tree.morph[i]
        named = tree.pos[name] == "PROPN" and words.gazetteer.match([tree.text[name]]) is None
        somebody = (named or is_person(tree, name, words)) and not is_person(tree, noun, words)
        if held and trial and somebody and "Number=Plur" not in tree.morph[i]:
            tree.move(i, name, "acl")


def raise_from_towns(tree: Tree, parsing: Parsing) -> None:
    """Raise from a place what is done to people or of which they are accused: "a arrêté un homme à Lyon, accusé de vol"."""
    gazetteer = language("fr").gazetteer
    for i, town in _asides(tree):
        case = tree.child(town, "case") if tree.pos[town] == "PROPN" else None
        if case is None or tree.lemma[i] not in parsing.of_people | parsing.accusing:
            continue
        known = gazetteer.match([tree.text[town]])
        seat = known is not None and any(gazetteer.metonym(entry.key) is not None for entry in known.entries)
        at = tree.text[case].lower() == AT and known is not None and tree.child(town, "det") is None
        if (tree.text[case].lower() not in LOCATIVE and not at) or (seat and tree.lemma[i] in parsing.accusing):
            continue  # "a envoyé un émissaire à Kigali, accusé d'armer X"
        noun = tree.head[town]
        while tree.pos[noun] in NOMINAL and tree.head[noun] < noun and not agrees(tree, i, noun):
            noun = tree.head[noun]
        if tree.pos[noun] == "VERB":
            taken = [c for dep in TAKEN for c in tree.children[noun] if tree.dep[c] == dep and c < town]
            noun = next((c for c in taken if agrees(tree, i, c)), noun)
        if tree.pos[noun] in NOMINAL and noun < town and agrees(tree, i, noun):
            tree.move(i, noun, "acl")


def mend_behind_people(tree: Tree, parsing: Parsing) -> None:
    """Hang on somebody named what is told to have been done to them: "a succédé au général Bah, tué en mars".

    Behind "le frère d'Ivo Sand, tué en mars" nobody knows to whom.
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "advcl" or not verb < i - 2 or tree.text[i - 1] != "," or tree.lemma[i] not in parsing.of_people:
            continue
        if not is_past_participle(tree, i) or not is_bare(tree, i) or tree.child(verb, "aux:pass") is not None:
            continue
        name = noun = tree.head[i - 2] if tree.dep[i - 2] == "flat:name" else i - 2
        while tree.head[noun] > verb and tree.pos[tree.head[noun]] in NOMINAL:
            noun = tree.head[noun]
        if tree.pos[name] != "PROPN" or tree.head[noun] != verb or tree.case(noun) == "devant":
            continue  # "a comparu devant le juge Bah, accusé de vol"
        single, words = "Number=Plur" not in tree.morph[i], language("fr")
        if not is_person(tree, noun, words):
            owner = tree.head[name] if tree.dep[name] == "appos" else name
            bodies = not any(is_person(tree, c, words) for c in tree.children[verb] if tree.dep[c] in SUBJECTS)
            if single and bodies and tree.dep[owner] == "nmod" and is_person(tree, owner, words):
                tree.move(i, owner, "acl")  # "Le Conseil a pris des sanctions contre le général Bah, accusé de …"
        elif single and (name == noun or tree.dep[name] == "appos"):
            tree.move(i, noun, "acl")
        elif single and tree.dep[name] == "nmod":
            tree.dep[i] = "dep"


def mend_objects_told(tree: Tree, parsing: Parsing) -> None:
    """Hang a participle behind a comma under the object with which alone it agrees: "leurs relations, rompues en 2016"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if (
            dep != "advcl"
            or verb > i
            or tree.text[i - 1] != ","
            or "Tense=Past" not in tree.morph[i]
            or not is_bare(tree, i)
        ):
            continue
        if tree.text[i - 2] == ")" and (named := _before_brackets(tree, i - 2, verb)) is not None:
            tree.move(i, named, "acl")  # "l'a attribuée au Front du salut (FDS), affilié à X"
            continue
        noun = next((c for c in tree.children[verb] if verb < c < i and tree.dep[c] == "obj"), None)
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS), None)
        name = i - 2 if tree.pos[i - 2] == "PROPN" else None
        if name is not None and tree.dep[name] == "flat:name":
            name = tree.head[name]
        if name is not None and subject is not None and _is_woman(tree, subject) and "Gender=Fem" not in tree.morph[i]:
            tree.move(i, name, "acl")  # "Elle suit la visite du ministre, Paul Sorel, venu …"
            continue
        if noun is None or subject is None or noun_end(tree, noun, i) != i - 1:
            continue
        if agrees(tree, i, noun) and (not agrees(tree, i, subject) or _is_of_place(tree, i, noun, parsing)):
            tree.move(i, noun, "acl")


def _is_of_place(tree: Tree, participle: int, noun: int, parsing: Parsing) -> bool:
    """Whether a participle tells what is done to places, of which its noun is one: "la ville, tenue par X"."""
    if tree.lemma[participle] not in parsing.of_places:
        return False
    words = language("fr")
    known = words.nouns.get(tree.lemma[noun])
    if tree.pos[noun] == "PROPN":
        return words.gazetteer.match([tree.text[noun]]) is not None
    return known is not None and known.kind in ("Place", "GeopoliticalEntity")


def lower_to_people(tree: Tree) -> None:
    """Hang a participle on the people right before it, not on who they are to them: "les cousins des enfants tués"."""
    words = language("fr")
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "amod") or not is_past_participle(tree, i) or tree.dep[i - 1] != "nmod":
            continue
        owner, noun = i - 1, tree.head[i]
        if tree.head[owner] != noun or tree.pos[owner] != "NOUN" or tree.case(owner) != "de" or not agrees(tree, i, owner):
            continue
        kin = words.nouns.get(tree.lemma[noun])
        if kin is not None and "family" in kin.flags and is_person(tree, owner, words):
            tree.move(i, owner, dep)


def _before_brackets(tree: Tree, closing: int, verb: int) -> int | None:
    """The noun behind a verb that the bracket at `closing` explains."""
    opening = next((k for k in range(closing, verb, -1) if tree.text[k] == "("), None)
    if opening is None or closing - opening > SHORT_ASIDE:
        return None
    noun = tree.head[opening + 1]
    return noun if verb < noun < opening and tree.pos[noun] in ("NOUN", "PROPN") else None


def _is_woman(tree: Tree, subject: int) -> bool:
    """Whether a subject is a feminine pronoun."""
    return tree.pos[subject] == "PRON" and "Gender=Fem" in tree.morph[subject]


def agrees(tree: Tree, participle: int, noun: int) -> bool:
    """Whether a participle that shows gender or number may be said of a noun, of which both are known."""
    plural = "Number=Plur" in tree.morph[participle]
    feminine = "Gender=Fem" in tree.morph[participle]
    if plural != ("Number=Plur" in tree.morph[noun]):
        return False
    return "Gender=" not in tree.morph[noun] or feminine == ("Gender=Fem" in tree.morph[noun])


def raise_to_subjects(tree: Tree) -> None:
    """Hang a participle behind a comma under the subject, not whose it is: "le fils du maire, accusé de vol, a fui".

    Who died may be either: "le fils du pilote, tué en course".
    """
    words = language("fr")
    for i, owner in _asides(tree):
        subject = tree.head[owner]
        if tree.dep[owner] != "nmod" or tree.case(owner) != "de" or tree.dep[subject] not in SUBJECTS or subject > owner:
            continue
        fatal = any(frame.kind in FATAL for _, frame in words.frames.verbs.get(tree.lemma[i], ()))
        if not fatal and is_person(tree, subject, words) and is_person(tree, owner, words) and agrees(tree, i, subject):
            tree.move(i, subject, "acl")


def raise_by_gender(tree: Tree) -> None:
    """Give a participle behind a comma to the subject that it agrees with, not to who acts in the phrase before it.

    "Durand, convoqué par la justice, soupçonné de fraude, a fui": an ending shows the gender where the noun's differs.
    """
    for i, noun in _asides(tree):
        shown = "Gender=Masc" if tree.text[i].endswith(("é", "és")) else ""
        if not shown or article_gender(tree, noun) in ("", shown):
            continue
        subject = noun
        while tree.dep[subject] not in SUBJECTS and tree.head[subject] != subject:
            subject = tree.head[subject]
        if subject != noun and tree.pos[subject] in NOMINAL and article_gender(tree, subject) in ("", shown):
            tree.move(i, subject, "acl")


def mend_number(tree: Tree) -> None:
    """Hang a plural participle behind a comma under the plural subject, not a singular noun: "trois hommes ont été
    présentés à un juge, accusés de vol"."""
    for i, noun in _asides(tree):
        if "Number=Plur" not in tree.morph[i] or tree.child(noun, "conj") is not None:
            continue
        verb = clause_above(tree, noun) if "Number=Sing" in tree.morph[noun] else None
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS), None) if verb is not None else None
        if subject is not None and ("Number=Plur" in tree.morph[subject] or tree.pos[subject] == "NUM"):
            tree.move(i, subject, "acl")


def mend_schedules(tree: Tree, parsing: Parsing) -> None:
    """Hang a participle that says when something is due under it: "il reporte son départ, prévu en mai"."""
    for i, dep in enumerate(tree.dep):
        if dep != "advcl" or tree.lemma[i] not in parsing.scheduling or i < 3:
            continue
        comma = i - 1 if tree.dep[i - 1] != "advmod" else i - 2  # "…, finalement annulé"
        if tree.text[comma] != ",":
            continue
        noun = comma - 1 if tree.dep[comma - 1] not in ("amod", "nmod") else tree.head[comma - 1]
        if "Tense=Past" in tree.morph[i] and tree.pos[noun] == "NOUN" and tree.head[noun] == tree.head[i]:
            tree.move(i, noun, "acl")


def is_masculine(tree: Tree, noun: int) -> bool:
    """Whether a common noun can be no feminine: by its gender, or by its form."""
    if "Gender=" in tree.morph[noun]:
        return "Gender=Masc" in tree.morph[noun]
    return tree.pos[noun] == "NOUN" and not tree.text[noun].endswith("e")


def lower_almost(tree: Tree) -> None:
    """Hang on what it measures an "almost" that stands behind its verb: "revendique presque la totalité de la mer"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma in ALMOST and tree.dep[i] == "advmod" and tree.head[i] == i - 1 and tree.pos[i + 1] in ("DET", "NUM"):
            noun = tree.head[i + 1]
            if tree.pos[i - 1] == "VERB" and noun > i and tree.pos[noun] in ("NOUN", "PRON"):
                tree.move(i, noun, "advmod")


def lower_adverbs(tree: Tree) -> None:
    """Hang on a phrase the doubt that stands right before it: "des avions probablement de la coalition ont tué X".

    That they did is sure.
    """
    for i, dep in enumerate(tree.dep):
        case = i + 1
        if dep != "advmod" or not tree.text[i].endswith("ment") or tree.dep[case] != "case":
            continue
        noun = tree.head[case]
        if tree.pos[tree.head[i]] not in VERBAL or tree.lemma[case] != "de" or tree.first[i]:
            continue
        before = tree.head[i - 1] if tree.dep[i - 1] == "amod" else i - 1
        if tree.head[noun] == i and tree.pos[before] in NOMINAL and tree.head[before] == tree.head[i]:
            tree.move(noun, before, "nmod")  # the parser hung the phrase on the adverb
        if tree.dep[noun] == "nmod" and tree.head[noun] < i:
            tree.move(i, noun, "advmod")
