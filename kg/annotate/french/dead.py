"""Who is dead by a form of "mourir" or "décéder": "sont morts", which parsers take for a noun or hang on a day."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

WOMAN, MANY = ("Masc", "Fem"), ("Sing", "Plur")
DEAD = frozenset({"mort", "morts", "morte", "mortes"})
FINDING = ("retrouver", "trouver", "découvrir")
CLOSING = (",", ".", ";", ")", "»")


def see_dead(tree: Tree) -> None:
    """Make a participle of a bare "mort" behind a comma or bracket, said of whom stands before it: "Ana Vidal, morte …"."""
    for i in range(2, len(tree)):
        if tree.text[i] not in DEAD or tree.text[i - 1] not in (",", "(") or tree.pos[i] not in ("NOUN", "ADJ"):
            continue
        if any(c < i and tree.dep[c] not in ("punct", "nsubj") for c in tree.children[i]):
            continue
        subject = tree.child(i, "nsubj")
        if subject is not None and subject < i:
            tree.move(subject, tree.head[i], "nsubj")  # "Ana Vidal, morte à Nice, était actrice"
        people = _people_before(tree, i)
        if len(people) != 1:  # "le fils du pilote, mort en course": either
            continue
        above = people.pop()
        make_dead(tree, i)
        tree.move(i, above, "acl")
        end = next((k for k in range(i, tree.end_of(i)) if tree.text[k] in CLOSING), i)
        for k in range(i + 1, end):
            if tree.head[k] in (i, above) and tree.pos[k] in (*NOMINAL, "NUM") and tree.dep[k] != "flat:name":
                tree.move(k, i, "obl")


def see_dead_there(tree: Tree) -> None:
    """Make a participle of "morts" between people in the plural and where that was: "vingt soldats morts à Varna"."""
    for i in range(1, len(tree)):
        people = i - 1
        if tree.text[i] not in DEAD or tree.pos[i] == "VERB" or tree.first[i] or tree.head[i] != people:
            continue
        many = tree.text[i].endswith("s") and "Number=Plur" in tree.morph[people] and tree.pos[people] == "NOUN"
        if many and tree.pos[i + 1] == "ADP" and not any(c < i for c in tree.children[i]):
            make_dead(tree, i)
            tree.dep[i] = "acl"
            there = tree.head[i + 1]
            if there > i + 1 and tree.dep[there] in ("nmod", "obl") and tree.case(there) != "de":
                tree.move(there, i, "obl")


def make_dead(tree: Tree, i: int) -> None:
    """Make a participle of "mort" or "mortes", with the gender and number that its form shows."""
    tree.pos[i], tree.lemma[i] = "VERB", "mourir"
    gender = WOMAN["te" in tree.text[i]]
    tree.set_features(i, Gender=gender, Number=MANY[tree.text[i].endswith("s")], Tense="Past", VerbForm="Part")


def raise_dead_before_days(tree: Tree, parsing: Parsing) -> None:
    """Make "mort" the predicate of those of whom a day behind it was made one: "Dix personnes sont mortes lundi"."""
    for i in range(1, len(tree) - 1):
        day = i + 1
        if tree.text[i] not in DEAD or tree.text[day] not in parsing.days or tree.first[i] or tree.first[day]:
            continue
        being = i - 1 - (tree.pos[i - 1] == "ADV")
        if tree.lemma[being] != "être" or "VerbForm=Fin" not in tree.morph[being] or tree.head[being] not in (i, day):
            continue
        top = day if tree.head[i] == day else i
        subject = next((c for c in tree.children[top] if tree.dep[c] in SUBJECTS and c < being), None)
        if subject is None and tree.head[top] < being and tree.pos[tree.head[top]] in NOMINAL:
            subject = tree.head[top]
        if subject is None or (top == i and tree.pos[i] == "VERB" and tree.dep[i] != "obl"):
            continue
        make_dead(tree, i)
        if subject == tree.head[top]:
            tree.stand_for(i, subject)
            for c in [c for c in tree.children[subject] if c > being and c != i]:
                tree.move(c, i, tree.dep[c])
        for c in [c for c in (*tree.children[i], *tree.children[day]) if c > day and tree.dep[c] == "nmod"]:
            tree.move(c, i, "obl")
        if top == day:
            if subject in tree.children[day]:
                tree.stand_for(i, day)
            for c in [c for c in tree.children[day] if c != i]:
                tree.move(c, i, tree.dep[c])
        tree.move(day, i, "obl")
        tree.move(being, i, "aux")
        tree.pos[being] = "AUX"
        tree.move(subject, i, "nsubj")


def raise_dead(tree: Tree) -> None:
    """Make "mort" the predicate, and of the participle behind it how: "sont mortes noyées", "est morte renversée par"."""
    for i, text in enumerate(tree.text):
        how = i + 1
        if text not in DEAD or tree.head[i] != how or not is_past_participle(tree, how):
            continue
        being = next((c for c in tree.children[how] if tree.dep[c].startswith("aux") and c < i), None)
        if being is None or tree.pos[how] != "VERB":
            continue
        agents = [c for c in tree.children[how] if tree.dep[c] == "obl:agent"]
        make_dead(tree, i)
        tree.take_place(i, how, tree.dep[how])
        for c in tree.children[i]:
            tree.dep[c] = tree.dep[c].removesuffix(":pass")
        tree.set_features(how, Voice="")
        tree.move(how, i, "advcl" if agents else "xcomp")
        if not agents:
            tree.pos[how] = "ADJ"
        for agent in agents:
            tree.move(agent, how, "obl:agent")


def lower_found_dead(tree: Tree) -> None:
    """Hang "mort" on the finding right before it, and where it hung the deed: "accusé d'avoir tué X retrouvée morte"."""
    for i in range(2, len(tree)):
        found = i - 1
        if tree.text[i] not in DEAD or tree.lemma[found] not in FINDING or tree.first[i] or tree.dep[found] != "acl":
            continue
        deed = next((c for c in tree.children[i] if c < found and tree.pos[c] == "VERB" and tree.is_above(c, found)), None)
        if deed is not None and tree.head[i] < deed:
            tree.stand_for(deed, i)
            tree.move(i, found, "xcomp")


def _people_before(tree: Tree, i: int) -> set[int]:
    """The people, one word each, that a word behind a comma may be said of: they end there and agree with it."""
    words, people = language("fr"), set()
    many, woman, k = tree.text[i].endswith("s"), "te" in tree.text[i], i - 2  # its features are those of "la mort"
    while k < i:
        person = is_person(tree, k, words) or tree.text[k] in words.given_names
        person = person or (tree.pos[k] == "PROPN" and not tree.case(k))
        top = k
        while tree.dep[top] in ("flat:name", "appos") or (many and tree.dep[top] == "conj"):
            top = tree.head[top]
        agrees = many == ("Number=Plur" in tree.morph[top]) and f"Gender={WOMAN[not woman]}" not in tree.morph[top]
        if person and (agrees or tree.pos[top] == "PROPN"):
            people.add(top)
        if tree.head[k] == k or tree.pos[tree.head[k]] not in ("NOUN", "PROPN"):
            break
        k = tree.head[k]
    return people
