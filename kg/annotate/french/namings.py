"""Participles of naming somebody to an office: "Nommé ministre en 2011, X …", "a été nommé ministre et promu général"."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, VERBAL, is_time, is_told
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import Tree
from kg.lang import Language

BESIDE = ("nmod", "amod", "obl", "appos", "obj", "dep", "xcomp")  # how an office hangs on what was no verb to the parser
TITLED = ("office", "rank")
ENDS = (",", ";", ":", "(", ".", "et", "ou", "après")  # behind which no office of the same naming stands
FARTHEST = 9  # words between who is named and the office
NAMED = ("NOUN", "PROPN", "PRON")
BEHIND = ("nmod", "amod", "obl", "obl:arg", "acl")  # how what belongs to an office was hung on whom it is given
FIRST = ("Premier", "Première", "premier", "première")  # ministers
ENDINGS = ("é", "ée", "u", "ue", "és", "ées", "us", "ues")


def see_named_openers(tree: Tree, lemmas: Lemmas, parsing: Parsing, words: Language) -> None:
    """Make a clause of the participle and the office that open a sentence: "Élu maire en 2014, Paul Morin a fui".

    So of one taken for a name and its agent: "Limogé par le président, Paul Morin a fui".
    """
    for i in (i for i in range(len(tree) - 3) if tree.first[i] and tree.text[i].endswith(ENDINGS)):
        office = i + 1 if tree.pos[i + 1] != "ADJ" else i + 2  # "Nommée Première ministre"
        form = tree.text[i].lower()
        if not lemmas.is_participle(form) and form.startswith("e"):
            form = f"é{form[1:]}"  # "Elu"
        if not lemmas.is_participle(form):
            continue
        lemma = lemmas.lemma(form, "VERB")
        named = lemma in parsing.naming_verbs and _is_office(tree, office, words)
        done = tree.pos[i] in ("NOUN", "PROPN") and tree.text[i + 1] == "par" and lemma in words.frames.verbs
        main = _main_behind(tree, i + 1) if named or done else None
        if main is not None:
            _hang(tree, i, main, office if named else None)
            tree.lemma[i] = lemma


def _hang(tree: Tree, i: int, main: int, office: int | None) -> None:
    """Hang the participle under the main verb, and the office, the agent and the time of naming under it."""
    if tree.is_above(i, main):
        tree.move(main, main, "root")
    tree.pos[i] = "VERB"
    tree.set_features(i, Tense="Past", VerbForm="Part", Voice="Pass")
    tree.move(i, main, "advcl")
    if office is not None:
        tree.pos[office] = "NOUN"
        tree.move(office, i, "xcomp")
    for late in [c for c in tree.children[i] if c != office and c > i and tree.dep[c] in BESIDE]:
        tree.dep[late] = "obl:agent" if tree.case(late) == "par" else "obl"


def _is_office(tree: Tree, i: int, words: Language) -> bool:
    """Whether a word without article or preposition names an office or a rank."""
    bare = not any(tree.dep[c] in ("det", "case") for c in tree.children[i])
    title = words.titles.get(tree.text[i].lower())
    return bare and title is not None and title.kind in TITLED


def _main_behind(tree: Tree, i: int) -> int | None:
    """The main verb whose subject begins behind the first comma after word `i`."""
    end = tree.end_of(i)
    comma = next((k for k in range(i, end) if tree.text[k] == ","), end)
    subjects = (k for k in range(comma + 1, end) if tree.dep[k] in SUBJECTS and is_told(tree, tree.head[k]))
    subject = next(subjects, None)
    if subject is None or any(is_told(tree, k) for k in range(i, comma)):
        return None
    main = tree.head[subject]
    return main if min([subject, *(c for c in tree.children[subject] if c > i)]) == comma + 1 else None


def give_offices(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Make a predicate of the bare office behind whom one names to it: "a nommé le colonel Sy gouverneur de Kidal"."""
    for verb in (i for i, lemma in enumerate(tree.lemma) if lemma in parsing.naming_verbs):
        office = None if tree.pos[verb] != "VERB" else _office_given(tree, verb, words)
        if office is None or tree.child(verb, "aux:pass") is not None:
            continue
        named = [verb, office] if tree.head[office] == verb and tree.dep[office] == "obj" else [verb]
        people = (c for above in named for c in tree.children[above] if verb < c < office and not tree.case(c))
        person = next((c for c in people if tree.pos[c] in NAMED), None)
        if person is None:
            continue
        for k in range(office + 1, tree.end_of(office)):
            if verb < tree.head[k] < office and tree.dep[k] in BEHIND:
                timed = is_time(tree, k, parsing)
                tree.move(k, verb if timed else office, "obl" if timed else tree.dep[k])
        tree.move(person, verb, "obj")
        tree.move(office, verb, "xcomp")
        if tree.pos[office] != "NOUN":  # "envoyée", "candidate"
            tree.pos[office], tree.lemma[office] = "NOUN", tree.text[office]
        if tree.text[office - 1] in FIRST:
            tree.move(office - 1, office, "amod")
            tree.pos[office - 1] = "ADJ"


def _office_given(tree: Tree, verb: int, words: Language) -> int | None:
    """The bare office in the singular right behind a name, or behind somebody's relative, that follows a verb of naming."""
    for i in range(verb + 2, min(verb + FARTHEST, tree.end_of(verb))):
        if tree.text[i] in ENDS or (tree.pos[i] == "ADP" and tree.lemma[i] != "de"):
            return None
        before = i - 2 if tree.text[i - 1] in FIRST else i - 1
        known = tree.pos[before] == "PROPN" or (tree.pos[before] == "NOUN" and tree.child(before, "det") is not None)
        single = "Number=Plur" not in tree.morph[i] and tree.text[i].islower()
        if verb < before and known and single and tree.is_above(verb, i) and _is_office(tree, i, words):
            return i
    return None


def join_promotions(tree: Tree, parsing: Parsing) -> None:
    """Join to the first a second participle of naming that was hung on its office: "nommé X chargé de Y et promu Z"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("conj", "acl") or tree.lemma[i] not in parsing.naming_verbs or not is_past_participle(tree, i):
            continue
        cc = tree.child(i, "cc")
        first = tree.head[i]
        while tree.head[first] < first and not (tree.lemma[first] in parsing.naming_verbs and tree.child(first, "aux:pass")):
            first = tree.head[first]
        if cc != i - 1 or first == tree.head[i] or tree.child(first, "aux:pass") is None or _has_own(tree, i):
            continue
        tree.move(i, first, "conj")
        office = tree.child(i, "obj")
        if office is not None:
            tree.dep[office] = "xcomp"


def _has_own(tree: Tree, verb: int) -> bool:
    """Whether a participle has an auxiliary or a subject of its own."""
    return any(tree.dep[c].startswith(("aux", "nsubj")) for c in tree.children[verb])


def free_offices_from_phrases(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Give a naming the office that was hung on the phrase between: "a été élue à l'unanimité présidente du parti".

    So with what was taken for an object: "Il avait été élu député".
    """
    for verb, lemma in enumerate(tree.lemma):
        if lemma not in parsing.naming_verbs or tree.child(verb, "aux:pass") is None:
            continue
        named = tree.child(verb, "xcomp")
        told = named is not None and _is_office(tree, named, words)
        office = None if told else _office_behind(tree, verb, words)
        if office is None:
            continue
        low = tree.head[office]
        tree.move(office, verb, "xcomp")
        tree.pos[office] = "NOUN"
        for agent in [c for c in tree.children[office] if tree.case(c) == "par"]:
            tree.move(agent, verb, "obl:agent")
        for child in [c for c in tree.children[low] if c > office and low != verb and tree.dep[c] in ("nmod", "amod")]:
            tree.move(child, office, tree.dep[child])


def _office_behind(tree: Tree, verb: int, words: Language) -> int | None:
    """The bare office that follows a verb of naming, or a day, a share of votes or the like behind it."""
    for i in range(verb + 1, min(verb + FARTHEST, tree.end_of(verb))):
        if tree.text[i] in ENDS or tree.pos[i] in VERBAL:
            return None
        before = min([i, *tree.children[i]]) - 1  # behind a name it is that one's: "nommé par X premier ministre"
        bare = tree.pos[before] not in ("ADP", "DET", "PROPN") and all(
            c > i or tree.dep[c] == "amod" for c in tree.children[i]
        )
        beside = tree.dep[i] in BESIDE or (i == verb + 1 and tree.dep[i] == "flat:name")
        single = "Number=Plur" not in tree.morph[i] or i == verb + 1
        if bare and beside and single and tree.text[i].islower() and tree.is_above(verb, i) and _is_office(tree, i, words):
            return i
    return None
