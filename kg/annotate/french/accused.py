"""Who is accused, and of what, in a French tree: "les mis en cause", "visé par deux plaintes pour viol et vol"."""

from __future__ import annotations

from collections.abc import Iterator

from kg import ontology
from kg.annotate.french.signs import SOMEWHERE, SUBJECTS
from kg.annotate.parsing import Parsing
from kg.annotate.signs import disagrees, is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language
from kg.lang.frames import Slot

ACCUSED = ("cause", "examen")  # behind "mis en"
BEFORE = frozenset({"le", "les", "un", "des", "du", "au", "aux", "ce", "ces"})
CASES = ("Justice", "Accusation")  # classes of what somebody is charged in
CHARGES = ("Crime", "Conflict")
FRAUDS = ("Fraud",)
COMMITTED, DONE = ("commettre", "perpétrer"), ("Crime", "Attack", "Killing")
HOLDING = ("Arrest", "Charge", "Conviction", "Detention", "Trial")  # what is done to who is charged with a fraud
ABOUT = ("viser", "concerner")
SENTENCES = ("Conviction", "Sanction")
TERM = frozenset({"an", "mois", "année", "peine", "prison", "réclusion", "détention", "emprisonnement"})
TERMS = ("obl", "obl:arg", "obj")  # where it stands to what somebody is sentenced
GUILTY, OF_CRIMES = ("coupable", "coupables"), ("de", "d'")
FINDING = ("déclarer", "reconnaître", "juger", "trouver", "estimer")  # what a court does that says of whom what he is
CRIME, ACCUSING = "crime", ("accuser", "soupçonner", "inculper", "incriminer")
FARTHEST = 9  # words between such a verb and what it says
FOR, AGAINST, ABOUT_WHAT = "pour", "contre", ("pour", "sur")
COUNT, OF = "chef", "de"  # what charges are counted by: "poursuivi du chef de corruption"
DEED_IN = (FOR, "dans")  # "pour le meurtre de X", "pour complicité dans le meurtre de X"
SUSPECTING = ("accuser", "soupçonner", "suspecter")
COUNTED = ("Charge", "Conviction", "Trial")
FEMININE = ("mise", "mises")


def see_accused(tree: Tree) -> None:
    """Make a noun for people of a "participle" behind an article: "le principal mis en cause", "un des mis en examen"."""
    for i, text in enumerate(tree.text[:-2]):
        if text != "mis" or tree.first[i] or tree.text[i + 1] != "en" or tree.text[i + 2] not in ACCUSED:
            continue
        before = i - 1
        article = before - 1 if tree.pos[before] in ("ADJ", "NUM") and not tree.first[before] else before
        counted = tree.pos[before] == "NUM"
        if not counted and tree.text[article].lower() not in BEFORE:
            continue
        _make_person(tree, i, several=counted or tree.text[article].lower() in ("les", "des", "aux", "ces"))
        if tree.head[i] == before and tree.pos[before] == "ADJ":  # "le principal mis en cause"
            tree.take_place(i, before, tree.dep[before])
            tree.move(before, i, "amod")
        for k in range(article, i):
            if tree.head[k] == i and tree.text[k].lower() in BEFORE:
                contracted = tree.pos[k] == "ADP" or tree.text[k].lower() in ("du", "au", "aux")
                tree.pos[k], tree.dep[k] = ("ADP", "case") if contracted else ("DET", "det")


def _make_person(tree: Tree, i: int, several: bool) -> None:
    """Make a masculine noun of word i, which keeps its place as one has it."""
    tree.pos[i], tree.lemma[i] = "NOUN", "mis"
    tree.morph[i] = "Gender=Masc|Number=Plur" if several else "Gender=Masc|Number=Sing"
    if tree.dep[i] == "acl":
        tree.dep[i] = "nmod"
    elif tree.dep[i] == "xcomp":
        tree.dep[i] = "obj"
    tree.move(i + 2, i, "nmod")


def join_crimes(tree: Tree) -> None:
    """Hang on the verb the crimes of which it accuses somebody, not on him: "ont accusé l'armée de crimes de guerre"."""
    for i, lemma in enumerate(tree.lemma):
        whom = tree.head[i]
        verb = tree.head[whom]
        if lemma != CRIME or tree.dep[i] != "nmod" or tree.dep[whom] != "obj" or tree.lemma[verb] not in ACCUSING:
            continue
        if tree.case(i) == OF and tree.child(i, "det") is None and whom < i:
            tree.move(i, verb, "obl:arg")
            behind = tree.head[i + 1] if tree.dep[i + 1] == "case" else i
            if tree.head[behind] == verb and behind > i:
                tree.move(behind, i, "nmod")


def lower_to_undergoing(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Hang on whom the verb befalls what befell him before: "le président a limogé son ministre, accusé de vol"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if (
            dep not in ("advcl", "dep")
            or tree.lemma[i] not in parsing.of_people
            or tree.lemma[verb] not in parsing.of_people
        ):
            continue
        whom = tree.child(verb, "obj")
        behind = whom is not None and verb < whom < i - 1 and tree.text[i - 1] == ","
        own = any(tree.dep[c].startswith(("aux", "nsubj", "mark")) for c in tree.children[i])
        if whom is None or not behind or own or not is_past_participle(tree, i):
            continue
        if (tree.pos[whom] == "PROPN" or is_person(tree, whom, words)) and not disagrees(tree, i, whom):
            tree.move(i, whom, "acl")


def hang_guilty(tree: Tree) -> None:
    """Say of whom a court finds guilty that he is, and of what: "a déclaré Paul Morel coupable de fraude"."""
    for i, text in enumerate(tree.text):
        if text not in GUILTY or tree.first[i]:
            continue
        verb = next((k for k in range(i - 1, max(tree.first_of(i), i - FARTHEST) - 1, -1) if tree.pos[k] == "VERB"), None)
        if verb is None or tree.lemma[verb] not in FINDING or tree.child(verb, "aux:pass") is not None:
            continue
        taken = tree.dep[i] == "obj" and tree.pos[i - 1] == "ADJ" and tree.head[i - 1] == i
        if taken:  # "reconnaît le septuagénaire coupable"
            tree.take_place(i - 1, i, "obj")
            tree.pos[i - 1] = "NOUN"
        whom = next((c for c in tree.children[verb] if verb < c < i and tree.dep[c] == "obj"), None)
        if whom is None and tree.pos[i - 1] == "PROPN":
            whom = tree.head[i - 1] if tree.dep[i - 1] == "flat:name" else i - 1
            tree.move(whom, verb, "obj")
        found = whom is None and verb == i - 1 and is_past_participle(tree, verb)  # "Paul Roy, reconnu coupable de vol"
        if whom is None and not found:
            continue
        tree.pos[i] = "ADJ"
        tree.move(i, verb, "xcomp")
        if found and tree.dep[verb] == "parataxis" and verb < tree.head[verb]:
            subject = next((c for c in tree.children[tree.head[verb]] if tree.dep[c] in SUBJECTS and c < verb), None)
            if subject is not None:
                tree.move(verb, subject, "acl")
        crime = tree.head[i + 1] if tree.text[i + 1] in OF_CRIMES else i
        if crime > i and tree.pos[crime] == "NOUN" and verb <= tree.head[crime] <= i:
            tree.move(crime, i, "nmod")


def see_charged(tree: Tree) -> None:
    """Make a participle of "mise" behind a name or noun and its comma: "Anne Colin, mise en examen, a démissionné"."""
    for i, text in enumerate(tree.text[:-2]):
        if text not in FEMININE or tree.first[i] or tree.text[i + 1] != "en" or tree.text[i + 2] not in ACCUSED:
            continue
        if tree.text[i - 1] == "," and tree.pos[i] == "NOUN" and tree.head[i] < i:
            tree.pos[i], tree.lemma[i], tree.dep[i] = "VERB", "mettre", "acl"
            tree.morph[i] = "Gender=Fem|Tense=Past|VerbForm=Part"
            for child in list(tree.children[i]):
                if tree.dep[child] == "nmod":
                    tree.move(child, i, "obl")


def read_counts(tree: Tree) -> None:
    """Make one preposition of "du chef de" before a bare charge: "mis en examen des chefs de corruption et de vol"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != COUNT or tree.first[i] or tree.text[i - 1] not in ("du", "des") or tree.head[i - 1] != i:
            continue
        charge = next((c for c in tree.children[i] if tree.dep[c] == "nmod" and tree.head[i] < i < c), None)
        case = tree.child(charge, "case") if charge is not None else None
        if charge is None or case != i + 1 or tree.lemma[case] != OF or not _tells(tree.lemma[charge], CHARGES):
            continue
        verb = tree.head[i] if tree.pos[tree.head[i]] == "VERB" else tree.head[tree.head[i]]  # "mis en examen"
        undergone = tree.dep[verb] == "acl" or tree.child(verb, "aux:pass") is not None
        triggers = language("fr").frames.verbs.get(tree.lemma[verb], ()) if undergone else ()
        if any(frame.kind in COUNTED for _, frame in triggers) or tells_case(tree, tree.child(verb, "nsubj:pass")):
            tree.take_place(charge, i, "obl")
            tree.move(charge, verb, "obl")
            tree.pos[i - 1], tree.dep[i - 1], tree.morph[i - 1] = "ADP", "case", ""
            tree.move(i, i - 1, "fixed")
            tree.move(case, i - 1, "fixed")


def lower_settings(tree: Tree) -> None:
    """Hang on a known deed where and in which year it was, not on a verdict: "pour le meurtre de X à Lyon en 2015"."""
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if dep in (*TERMS, "nmod") else None
        if case is None or tree.text[case] not in SOMEWHERE or case < 2:
            continue
        if tree.pos[i] == "PROPN" or _is_dated(tree, i):
            deed = _deed_before(tree, case - (tree.text[case - 1] == ","))
            if deed is not None and tree.head[i] != deed and tree.head[i] < deed:
                tree.move(i, deed, "nmod")


def _is_dated(tree: Tree, i: int) -> bool:
    """Whether a word is a year, or a month with one right behind it."""
    year = i + 1 if tree.pos[i] == "NOUN" and tree.head[i + 1] == i else i
    return tree.text[year].isdecimal() and len(tree.text[year]) == len("2015")


def _deed_before(tree: Tree, end: int) -> int | None:
    """The known deed whose phrase ends before a word and that a verb judges: "pour (complicité dans) le meurtre de X".

    Behind a comma, of what somebody is accused: "était accusée du meurtre de X, en août 2012 à Varna".
    """
    word, parted = end - 1, tree.text[end] == ","
    while (tree.pos[word] in NOMINAL or tree.text[word].isdecimal()) and tree.head[word] < word:
        article = tree.child(word, "case" if tree.text[word - 1] == "du" else "det")
        known = tree.case(word) in (*DEED_IN, "de") and article is not None and "Definite=Def" in tree.morph[article]
        if known and _tells(tree.lemma[word], CHARGES):
            verb = tree.above_nouns(word)
            if tree.case(word) == "de" or parted:
                return word if tree.lemma[verb] in SUSPECTING and tree.head[word] == verb else None
            return word if tree.pos[verb] == "VERB" and _judges(tree.lemma[verb]) else None
        word = tree.head[word]
    return None


def _judges(verb: str) -> bool:
    """Whether a verb may tell what courts do to somebody."""
    return any(frame.kind and ontology.is_among(frame.kind, CASES) for _, frame in language("fr").frames.verbs.get(verb, ()))


def join_charges(tree: Tree) -> None:
    """Join to the first charge of a case the bare ones joined to the case itself: "deux plaintes pour viol, abus et vol"."""
    for i, dep in enumerate(tree.dep):
        case = tree.head[i]
        if dep != "conj" or tree.pos[i] != "NOUN" or tree.child(i, "det") is not None or not tells_case(tree, case):
            continue
        charge = _charge_before(tree, case, i)
        if charge is not None and _tells(tree.lemma[i], CHARGES):
            tree.move(i, charge, "conj")


def raise_aims(tree: Tree) -> None:
    """Hang on the case whom it is about, not on its charge: "une enquête pour corruption visant le maire"."""
    for i, dep in enumerate(tree.dep):
        charge = tree.head[i]
        case = tree.head[charge]
        if dep != "acl" or tree.lemma[i] not in ABOUT or i < charge or tree.case(charge) != FOR or tree.child(charge, "det"):
            continue
        if case < charge and tells_case(tree, case):
            tree.move(i, case, "acl")


def raise_reasons(tree: Tree) -> None:
    """Hang on the case the charge that was hung on whom it is against: "un mandat d'arrêt contre X pour meurtre"."""
    for i, dep in enumerate(tree.dep):
        somebody = tree.head[i]
        if dep != "nmod" or tree.case(i) != FOR or not somebody < i or tree.case(somebody) != AGAINST:
            continue
        case = tree.head[somebody]
        if tree.dep[somebody] == "nmod" and case < somebody and _tells(tree.lemma[case], (*CASES, "Pursuit")):
            tree.move(i, case, "nmod")


def lower_committed(tree: Tree) -> None:
    """Hang on the crimes right before it where they were "commis", not on the case: "un procès pour viols commis à X"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma not in COMMITTED or tree.dep[i] != "acl" or tree.pos[i - 1] not in NOMINAL:
            continue
        deed = i - 1
        while tree.head[deed] < deed and tree.pos[tree.head[deed]] == "NOUN" and not _tells(tree.lemma[deed], DONE):
            deed = tree.head[deed]
        if tree.head[i] < deed and _tells(tree.lemma[deed], DONE):
            tree.move(i, deed, "acl")


def lower_targets(tree: Tree) -> None:
    """Hang on the deed whom it was aimed at, not on the case: "un procès pour complot contre le président".

    So on an attack that is looked into what it hit: "l'enquête sur l'attentat contre un magasin".

    Whom a complaint is "against" has been accused.
    """
    for i, dep in enumerate(tree.dep):
        case = tree.head[i]
        if (
            dep != "nmod"
            or tree.case(i) != AGAINST
            or not tells_case(tree, case)
            or _tells(tree.lemma[case], ("Accusation",))
        ):
            continue
        charge = _charge_before(tree, case, i)
        if charge is None or any(tree.text[k] == "," for k in range(charge, i)):
            continue
        aimed = any(AGAINST in slot.prepositions for slot in _suffering(tree.lemma[charge]))
        if aimed or tree.lemma[charge] in language("fr").grammar.plots:
            tree.move(i, charge, "nmod")


def free_reasons(tree: Tree, parsing: Parsing) -> None:
    """Give a verb of sentencing what for, hung on how long or how much: "l'a condamné à un an de prison pour vol"."""
    for i, dep in enumerate(tree.dep):
        term = tree.head[i]
        if dep != "nmod" or tree.pos[i] != "NOUN" or term > i or tree.case(i) != FOR or tree.lemma[i] in parsing.spans:
            continue
        while tree.dep[term] == "nmod" and tree.head[term] < term:
            term = tree.head[term]
        verb = tree.head[term]
        if tree.dep[term] not in TERMS or verb > term or tree.pos[verb] != "VERB":
            continue
        triggers = language("fr").frames.verbs.get(tree.lemma[verb], ())
        sentenced = [trigger for trigger, frame in triggers if frame.kind in SENTENCES]
        of_term = tree.lemma[term] in parsing.spans or _tells(tree.lemma[term], SENTENCES)
        if sentenced and (of_term or any(trigger.oblique == (tree.case(term), tree.lemma[term]) for trigger in sentenced)):
            tree.move(i, verb, "obl")


def _charge_before(tree: Tree, case: int, i: int) -> int | None:
    """What a case is for or about, told before word i: "une plainte pour vol …", "l'enquête sur l'attentat …"."""
    return next((c for c in tree.children[case] if case < c < i and tree.case(c) in ABOUT_WHAT), None)


def raise_convicts(tree: Tree, words: Language) -> None:
    """Hang on the case whose it is, not on the fraud or the term: "la condamnation pour corruption de l'ancien président".

    Whose murder somebody is tried for may be anybody's: "le procès pour meurtre d'un policier".
    """
    for i, dep in enumerate(tree.dep):
        deed = tree.head[i]
        if dep != "nmod" or tree.dep[deed] != "nmod" or tree.case(i) != "de" or not deed < i:
            continue
        case = tree.head[deed]
        while tree.dep[case] == "nmod" and tree.lemma[case] in TERM:  # "condamnation à dix ans de prison pour …"
            case = tree.head[case]
        charged = tree.case(deed) == FOR and _tells(tree.lemma[deed], FRAUDS)
        charged = charged or tree.lemma[deed] in TERM  # "condamnation à dix ans de prison de l'ancien président"
        somebody = tree.pos[i] == "PROPN" or is_person(tree, i, words)
        if charged and somebody and tree.child(deed, "det") is None and _tells(tree.lemma[case], HOLDING):
            tree.move(i, case, "nmod")


def _suffering(noun: str) -> Iterator[Slot]:
    """Where those stand whom the deed harms that a noun tells."""
    for _, frame in language("fr").frames.nouns.get(noun, ()):
        if frame.kind and ontology.is_among(frame.kind, CHARGES):
            yield from (slot for role, slots in frame.noun_roles if role == "patient" for slot in slots)


def tells_case(tree: Tree, noun: int | None) -> bool:
    """Whether a noun tells what somebody is charged in: "plainte", "enquête"."""
    return noun is not None and tree.pos[noun] == "NOUN" and _tells(tree.lemma[noun], CASES)


def _tells(lemma: str, kinds: tuple[str, ...]) -> bool:
    """Whether a noun may tell an event of these kinds."""
    frames = language("fr").frames.nouns.get(lemma, ())
    return any(frame.kind and ontology.is_among(frame.kind, kinds) for _, frame in frames)
