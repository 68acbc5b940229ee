"""Main verbs of a French tree and their subjects, behind other clauses and beside other subjects."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, has_subject, is_plural, is_told, stands_in_infinitive
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import CLOSING_QUOTES, says
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

SELVES = ("-même", "-mêmes")
PARTS = ("PRON", "NUM", "DET")  # "aucun des passagers", "deux des otages"
OPENING_QUOTES = ("«", "“", '"')
MARKS = (*OPENING_QUOTES, *CLOSING_QUOTES)


def mend_new_subjects(tree: Tree) -> None:
    """Free the subject of a second clause from the object of the first: "a versé 4 millions et la Turquie a livré …"."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB" or has_subject(tree, verb) or tree.child(verb, "mark") is not None:
            continue
        group = [c for c in tree.children[verb] if c < verb and tree.dep[c].startswith(("aux", "expl"))]
        first = min([verb, *group])
        finite = any("VerbForm=Fin" in tree.morph[k] for k in (verb, *group))
        subject = conjunct_before(tree, first) if finite and not tree.first[first] else None
        above = clause_above(tree, subject) if subject is not None else None
        if subject is None or above is None or tree.is_above(subject, verb) or not has_subject(tree, above):
            continue
        tree.move(verb, above, "conj")
        tree.move(tree.child(subject, "cc") or subject, verb, "cc")
        give_subject(tree, verb, subject)


def conjunct_before(tree: Tree, first: int) -> int | None:
    """The conjunct that ends right before word `first` and begins with its conjunction: "et la Turquie"."""
    noun = first - 1
    while tree.pos[first - 1] != "CCONJ" and tree.head[noun] != noun:
        cc = tree.child(noun, "cc")
        if tree.dep[noun] == "conj" and tree.pos[noun] in ("NOUN", "PROPN") and cc is not None:
            opens = cc == min(c for c in tree.children[noun] if tree.dep[c] != "punct")
            told = tree.pos[noun] == "PROPN" or any(tree.dep[c] in ("det", "nummod") for c in tree.children[noun])
            return noun if opens and told and not tree.case(noun) else None
        noun = tree.head[noun]
    return None


def clause_above(tree: Tree, noun: int) -> int | None:
    """The verb with a subject that governs a conjunct through another noun."""
    for _ in range(6):
        above = tree.head[noun]
        if above == noun or tree.dep[noun].startswith("nsubj"):
            return None
        noun = above
        if tree.pos[noun] == "VERB" and has_subject(tree, noun):
            return noun
    return None


def mend_partitive_subjects(tree: Tree) -> None:
    """Make the main verb of one that was hung on what a pronoun is part of: "Aucun des passagers n'a été blessé"."""
    for i, dep in enumerate(tree.dep):
        whole = tree.head[i]
        part = tree.head[whole]
        if (
            dep != "acl"
            or tree.dep[whole] != "nmod"
            or tree.head[part] != part
            or tree.pos[part] not in ("PRON", "NUM", "DET")
        ):
            continue
        if part < whole < i and tree.pos[i] == "VERB" and is_told(tree, i) and not has_subject(tree, i):
            tree.take_place(i, part, "root")
            for child in [c for c in tree.children[i] if part < c < whole]:
                tree.move(child, part, tree.dep[child])
            tree.move(whole, part, "nmod")
            give_subject(tree, i, part)


def mend_day_roots(tree: Tree) -> None:
    """Make the main verb of a participle that was hung on the day behind it: "Douze personnes ont été tuées lundi"."""
    for day, head in enumerate(tree.head):
        verb = day - 1
        if head != day or tree.pos[day] != "NOUN" or verb < 0 or tree.head[verb] != day or tree.pos[verb] != "VERB":
            continue
        if is_told(tree, verb) and has_subject(tree, verb):
            tree.take_place(verb, day, "root")
            tree.move(day, verb, "obl")


def mend_titled_predicates(tree: Tree) -> None:
    """Make one clause of a title, a name and what is said of it: "L'ancien président de X, Ana Vidal est à Tirna pour …"."""
    for i, dep in enumerate(tree.dep):
        title, name = tree.head[i], tree.child(i, "nsubj") if dep == "conj" else None
        if name is None or tree.child(i, "cop") is None or tree.child(i, "cc") is not None or tree.dep[title] != "root":
            continue
        if tree.pos[title] != "NOUN" or not title < name < i or tree.pos[name] != "PROPN" or tree.text[name - 1] != ",":
            continue
        tree.move(i, i, "root")
        tree.move(title, i, "nsubj")
        tree.move(name, title, "appos")
        for c in [c for c in tree.children[title] if c > i]:
            tree.move(c, i, "advcl" if tree.dep[c].startswith("acl") else tree.dep[c])


def mend_modal_verbs(tree: Tree) -> None:
    """Put a finite verb that was hung on its subject over the infinitive behind it: "Norvex compte investir, a dit X"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep not in ("amod", "acl", "dep", "flat:name") or tree.pos[i] != "VERB" or "VerbForm=Fin" not in tree.morph[i]:
            continue
        if noun > i or verb != i + 1 or tree.dep[noun] not in SUBJECTS or "VerbForm=Inf" not in tree.morph[verb]:
            continue
        above, label = tree.head[verb], tree.dep[verb]
        tree.move(i, i if above == verb else above, "root" if above == verb else label)
        tree.move(verb, i, "xcomp")
        tree.move(noun, i, "nsubj")


def free_from_clitics(tree: Tree) -> None:
    """Take from a verb a subject that stands before its pronoun: "il verra X ainsi que des élus, il ne verra pas Y"."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB":
            continue
        subjects = [c for c in tree.children[verb] if c < verb and tree.dep[c] in SUBJECTS]
        if len(subjects) < 2 or tree.pos[subjects[-1]] != "PRON" or "Person=" not in tree.morph[subjects[-1]]:
            continue
        if tree.text[subjects[-1]].endswith(SELVES):
            tree.dep[subjects[-1]] = "advmod"  # "Le préfet a lui-même annoncé"
            continue
        for subject in (c for c in subjects[:-1] if tree.pos[c] in ("NOUN", "PROPN")):
            joiner = min([subject, *(c for c in tree.children[subject] if tree.dep[c] == "det")]) - 1
            while tree.dep[joiner] == "fixed":
                joiner = tree.head[joiner]
            first = next((k for k in range(joiner - 1, -1, -1) if tree.pos[k] in NOMINAL), None)
            if tree.dep[joiner] == "cc" and tree.head[joiner] == verb and first is not None and not tree.first[joiner]:
                tree.move(joiner, subject, "cc")
                tree.move(subject, first, "conj")
            else:
                tree.dep[subject] = "dislocated"


def mend_joined_subjects(tree: Tree) -> None:
    """Join two subjects of which the first was left alone: "Les pilotes et les hôtesses sont en grève"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos[i] not in ("NOUN", "PROPN") or tree.child(i, "cop") is not None or has_subject(tree, i):
            continue
        told = tree.child(i, "conj")
        cc = tree.child(told, "cc") if told is not None else None
        subject = next((c for c in tree.children[told] if tree.dep[c] in SUBJECTS), None) if told is not None else None
        if told is None or cc is None or subject is None or min([subject, *tree.children[subject]]) != cc + 1:
            continue
        if not (
            is_plural(tree, told) or any("Number=Plur" in tree.morph[c] for c in tree.children[told] if tree.dep[c] == "cop")
        ):
            continue
        tree.move(told, told, "root")
        tree.move(i, told, tree.dep[subject])
        tree.move(subject, i, "conj")
        tree.move(cc, subject, "cc")


def part_reserved_clauses(tree: Tree) -> None:
    """Part two clauses of which the first was taken for the subject of the second: "X a été arrêté mais Y n'a pas fui"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("nsubj", "nsubj:pass") or tree.pos[i] != "VERB" or verb < i or not is_told(tree, i):
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] == "conj" and i < c < verb), None)
        if subject is None or tree.child(subject, "cc") is None or tree.pos[subject] not in NOMINAL:
            continue
        tree.stand_for(i, verb)
        tree.move(verb, i, "conj")
        give_subject(tree, verb, subject)
        for joint in [c for c in tree.children[subject] if tree.dep[c] == "cc"]:
            tree.move(joint, verb, "cc")


def raise_told(tree: Tree) -> None:
    """Join a finite verb that was joined to an infinitive to the verb above: "dément avoir fui et accuse l'armée"."""
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep != "conj" or low > i or not is_told(tree, i) or has_subject(tree, i) or tree.child(i, "mark") is not None:
            continue
        verb = tree.head[low]
        if stands_in_infinitive(tree, low) and tree.dep[low] == "xcomp" and is_told(tree, verb):
            tree.move(i, verb, "conj")


def raise_second_sayings(tree: Tree, parsing: Parsing) -> None:
    """Join a verb of saying to the one before it, not to what that says: "confirme que l'armée a fui, mais affirme que"."""
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.lemma[i] not in parsing.speech or not _says_on(tree, i):
            continue
        told, tense = tree.head[i], _tense(tree, i)
        while tree.dep[told] == "ccomp" and tree.child(told, "mark") is not None and tree.head[told] < told < i:
            verb = tree.head[told]
            if tree.lemma[told] in parsing.speech and _tense(tree, told) == tense:
                break
            if tree.lemma[verb] in parsing.speech and _tense(tree, verb) == tense:
                tree.move(i, verb, "conj")
                break
            told = verb


def raise_from_quotations(tree: Tree) -> None:
    """Join a verb behind a quotation to the one that tells it: "a dit « que la ville est prise » et a annoncé une aide"."""
    for close, text in enumerate(tree.text):
        if text not in CLOSING_QUOTES or close + 2 >= len(tree):
            continue
        link = close + 1 + (tree.text[close + 1] == ",")
        verb = tree.head[link]
        inside = tree.head[verb]
        if tree.dep[link] != "cc" or tree.dep[verb] != "conj" or not is_told(tree, verb) or not inside < close:
            continue
        if tree.child(verb, "mark") is not None:  # "… » et que la route est coupée"
            continue
        teller = inside
        while tree.head[teller] < teller and not _is_opened(tree, tree.head[teller], close):
            teller = tree.head[teller]
        above = tree.head[teller]
        told = above < teller and tree.pos[above] == "VERB" and _is_opened(tree, above, close) and has_subject(tree, above)
        if told and (says(tree, verb, language("fr")) or not _is_quoted_in_part(tree, teller, close)):
            tree.move(verb, above, "conj")


def _is_quoted_in_part(tree: Tree, verb: int, close: int) -> bool:
    """Whether the subject of a quoted verb stands before the quotation: "dit que X « a tué sa femme » et s'est enfui"."""
    return any(tree.dep[c] in SUBJECTS and _is_opened(tree, c, close) for c in tree.children[verb])


def _is_opened(tree: Tree, i: int, close: int) -> bool:
    """Whether a quotation that ends at `close` opens behind word `i` of the same sentence."""
    between = range(close - 1, i, -1)
    mark = next((k for k in between if tree.text[k] in MARKS or tree.first[k + 1]), None)
    return mark is not None and tree.text[mark] in OPENING_QUOTES


def _says_on(tree: Tree, verb: int) -> bool:
    """Whether a verb has no subject of its own, and tells something in a clause: "mais affirme que la ville est prise"."""
    clause = tree.child(verb, "ccomp")
    says = clause is not None and tree.child(clause, "mark") is not None and tree.child(verb, "cc") is not None
    return says and not has_subject(tree, verb) and tree.child(verb, "mark") is None


def _tense(tree: Tree, verb: int) -> tuple[bool, str]:
    """Of which words a finite verb is made, and its features: the auxiliary's in a perfect; a shared one is the first's."""
    helper = tree.child(verb, "aux")
    finite = verb if helper is None else helper
    times = [part for part in tree.morph[finite].split("|") if part.startswith(("Tense=", "Mood="))]
    return (helper is not None, "|".join(times))


def mend_headless(tree: Tree) -> None:
    """Make the main verb of one that hangs somewhere behind a clause about its subject: "Le procès, qui …, s'est ouvert".

    So too of one that was taken for a participle of the subject's phrase, "Une crise lors d'un vote a coûté …", or was
    joined to the subject: "L'opposant Ivo Sand est mort en prison".
    """
    for i, head in enumerate(tree.head):
        if head != i or tree.pos[i] not in ("NOUN", "PROPN") or tree.child(i, "cop") is not None:
            continue
        told = tree.child(i, "acl:relcl")
        behind = range(told + 1 if told is not None and told > i else i + 1, _sentence_end(tree, i))
        alone = (v for v in behind if _stands_alone(tree, v))
        verb = next((v for v in alone if behind.start > i + 1 or _is_of_phrase(tree, v) or _is_joined(tree, v, i)), None)
        if verb is None:
            continue
        tree.move(verb, verb, "root")
        for k in range(verb + 1, _sentence_end(tree, i)):
            if tree.head[k] < verb and tree.pos[k] != "PUNCT":
                tree.move(k, verb, tree.dep[k])
        give_subject(tree, verb, i)


def _is_of_phrase(tree: Tree, verb: int) -> bool:
    """Whether a perfect hangs like a participle on a noun."""
    had = tree.child(verb, "aux")
    return tree.dep[verb] == "acl" and had is not None and tree.pos[tree.head[verb]] in ("NOUN", "PROPN", "ADJ")


def _is_joined(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a verb hangs on the noun before it as in a row, with nothing between them that joins or parts the two."""
    opens = tree.pos[noun] == "NOUN" and not tree.case(noun) and tree.dep[verb] == "conj" and tree.head[verb] == noun
    return opens and tree.text[min([verb, *tree.children[verb]]) - 1] not in (",", ";", ":")


def _stands_alone(tree: Tree, verb: int) -> bool:
    """Whether a finite verb has no subject of its own, and is joined to nothing."""
    if tree.pos[verb] != "VERB":
        return False
    finite = "VerbForm=Fin" in tree.morph[verb] or any(
        tree.dep[c].startswith("aux") and "VerbForm=Fin" in tree.morph[c] for c in tree.children[verb]
    )
    own = any(tree.dep[c] in ("mark", "cc") or tree.dep[c].startswith("nsubj") for c in tree.children[verb])
    return finite and not own


def _sentence_end(tree: Tree, i: int) -> int:
    """The word behind the sentence of word i."""
    return next((k for k in range(i + 1, len(tree)) if tree.first[k]), len(tree))


def mend_stressed(tree: Tree) -> None:
    """Make the verb of a participle that a stressed pronoun parts from its auxiliary: "Ana Vidal a, elle, affirmé"."""
    for i in range(4, len(tree)):
        helper, name = i - 4, tree.head[i]
        if tree.pos[i] != "VERB" or tree.pos[helper] != "AUX" or tree.dep[helper].startswith("aux"):
            continue
        if tree.text[i - 1] != "," or tree.text[i - 3] != "," or tree.pos[i - 2] != "PRON":
            continue
        if tree.dep[i] in ("acl", "amod") and name < helper:
            tree.stand_for(i, name)
            give_subject(tree, i, name)
        if tree.head[i] != helper:
            tree.move(helper, i, "aux")
            tree.move(i - 2, i, "advmod")
