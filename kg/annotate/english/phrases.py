"""Fixed turns of an English tree and what each stands before: "thanks to", "on board", "worth"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.parsing import load_parsing
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language
from kg.model import NameSpan

DISCUSSING = frozenset({"discuss", "review", "raise", "explore", "examine", "coordinate", "negotiate"})
OATHS = ("swear", "inaugurate", "install")
HELD = ("Capture", "Detention", "HostageTaking")
NAMEABLE = ("Person", "Organization", "Force", "Group")

OFF = "off"  # a particle, or a preposition of places
REASONS = frozenset({"due", "owing", "thanks"})  # what makes a preposition with "to"


def mend_thanks(tree: Tree) -> None:
    """Make a preposition of "thanks" before "to", which was taken for a noun: "avoided bankruptcy thanks to a loan"."""
    for i, text in enumerate(tree.text[:-1]):
        if tree.lemma[i + 1] != "to" or tree.dep[i + 1] != "case" or text.lower() != "thanks":
            continue
        owner = next((c for c in reversed(tree.children[i]) if c == i - 1 and tree.dep[c] == "compound"), None)
        helped = tree.head[i + 1]
        if owner is None or tree.is_above(owner, helped):
            continue
        tree.take_place(owner, i, tree.dep[i])
        tree.move(helped, tree.head[owner], "obl")
        tree.move(i, helped, "case")
        tree.move(i + 1, i, "fixed")
        tree.pos[i], tree.lemma[i], tree.morph[i] = "ADP", "thanks", ""


def mend_reasons(tree: Tree) -> None:
    """Make one preposition of "due to", "owing to", "thanks to" beside a verb: "was cancelled due to flooding"."""
    for i in range(len(tree) - 1):
        if tree.lemma[i + 1] != "to" or tree.dep[i + 1] != "case" or tree.text[i].lower() not in REASONS:
            continue
        told = tree.head[i + 1]
        beside = tree.dep[i] == "advcl" if tree.pos[i] == "VERB" else tree.dep[i] == "obl" and tree.pos[i] in ("ADP", "NOUN")
        if not beside or told not in (*tree.children[i], *tree.children[tree.head[i]]) or tree.child(i, "cop") is not None:
            continue
        if tree.head[told] == i:
            tree.stand_for(told, i, "obl")
        tree.move(i, told, "case")
        tree.move(i + 1, i, "fixed")
        tree.pos[i], tree.lemma[i], tree.morph[i] = "ADP", tree.text[i].lower(), ""


def mend_places_off(tree: Tree) -> None:
    """Make a preposition of "off" before what is named: "capsized off Malta", but "broke off talks"."""
    for off, text in enumerate(tree.text):
        place = tree.child(off, "obl") if text == OFF and tree.dep[off] == "compound:prt" else None
        if place is not None and off < place and tree.pos[place] == "PROPN" and tree.child(place, "case") is None:
            tree.move(place, tree.head[off], "obl")
            tree.move(off, place, "case")


def raise_hedges(tree: Tree) -> None:
    """Hang an adverb of doubt on the verb, not on the adverb between: "a man who allegedly then shot the clerk"."""
    modals = language("en").frames.modals
    for i, dep in enumerate(tree.dep):
        adverb = tree.head[i]
        if dep != "advmod" or adverb != i + 1 or tree.dep[adverb] != "advmod" or tree.pos[adverb] != "ADV":
            continue
        modal = modals.get((tree.lemma[i], "adv"))
        if modal is not None and modal.effect == "possible" and tree.pos[tree.head[adverb]] == "VERB":
            tree.move(i, tree.head[adverb], "advmod")


def mend_head_on(tree: Tree) -> None:
    """Make one adverb of "head-on", whose "on" was taken for the verb's particle: "Two trains collided head-on"."""
    for head in range(len(tree) - 2):
        on = head + 2
        if tree.text[head].lower() != "head" or tree.text[head + 1] != "-" or tree.text[on] != "on":
            continue
        if tree.dep[on] == "compound:prt":
            tree.move(head, tree.head[on], "advmod")
            tree.move(head + 1, head, "punct")
            tree.move(on, head, "fixed")
            tree.pos[head] = "ADV"


def mend_boards(tree: Tree) -> None:
    """Hang on "on board" what it is before: "A fire broke out on board the tanker"."""
    for board in range(1, len(tree) - 1):
        if tree.lemma[board] != "board" or tree.lemma[board - 1] != "on":
            continue
        above = tree.head[board]
        if tree.dep[board] == "compound" and above > board and tree.child(above, "case") == board - 1:
            hang_on_board(tree, board, above)  # "on board HMS Kestrel"
            continue
        if tree.child(board, "nmod") is not None:
            continue
        below = (*tree.children[board], *tree.children[tree.head[board]])
        nouns = (c for c in below if c > board and tree.pos[c] in NOMINAL and tree.child(c, "case") is None)
        craft = next((c for c in nouns if min([c, *tree.children[c]]) == board + 1), None)
        if craft is not None:
            tree.move(craft, board, "nmod")


def hang_on_board(tree: Tree, board: int, craft: int) -> None:
    """Give "on board" the place of the craft before whose name it was taken for a part of it."""
    tree.take_place(board, craft, tree.dep[craft])
    tree.move(board - 1, board, "case")
    for child in [c for c in tree.children[board] if board < c < craft]:
        tree.move(child, craft, "compound")
    for child in [c for c in tree.children[craft] if c > craft and tree.dep[c] in ("nmod", "obl")]:
        tree.move(child, tree.head[board], tree.dep[child])  # "signed it on board HMS Kestrel in Bergen"
    tree.move(craft, board, "nmod")


def mend_designated(tree: Tree) -> None:
    """Give a verb of naming whom it names, who was taken for whom it gives something to: "designated X a terror group".

    What who "is designated a terror group" is named is no object either.
    """
    words, naming = language("en"), load_parsing("en").naming_verbs
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        named = tree.child(verb, "obj") if dep in ("iobj", "nsubj:pass") and tree.lemma[verb] in naming else None
        noun = None if named is None or named < i else words.nouns.get(tree.lemma[named])
        if named is not None and noun is not None and noun.kind in NAMEABLE:  # but "made him an offer"
            tree.dep[i], tree.dep[named] = "obj" if dep == "iobj" else dep, "xcomp"


def part_appointed(tree: Tree) -> None:
    """Free whom a verb of naming gives another office: "appointed X as mayor and Y as her deputy", where X is no deputy."""
    naming = load_parsing("en").naming_verbs
    for i, dep in enumerate(tree.dep):
        verb, given = tree.head[i], i - 1
        while given > verb and tree.dep[given] in ("case", "det", "amod", "compound") and tree.head[given] == i:
            given -= 1
        if dep != "obl" or tree.case(i) != "as" or tree.lemma[verb] not in naming or tree.dep[given] != "conj":
            continue
        first = tree.head[given]
        if verb < first < given and tree.head[first] == verb and tree.case(first) == "as" and tree.pos[given] == "PROPN":
            tree.move(given, verb, "dep")
            tree.move(i, given, "nmod")


def free_days(tree: Tree) -> None:
    """Give a preposition the day behind it, which was taken for a part of the subject: "On Friday defence chiefs said"."""
    for on, dep in enumerate(tree.dep[:-2]):
        day, verb = on + 1, tree.head[on]
        noun = tree.head[day]
        if dep != "obl" or tree.tag[on] != "IN" or tree.children[on] or not tree.temporal[day] or noun < day:
            continue
        if tree.dep[day] == "compound" and tree.head[noun] == verb and tree.dep[noun] in ("nsubj", "nsubj:pass"):
            tree.move(day, verb, "obl")
            tree.move(on, day, "case")


def free_ceremonies(tree: Tree) -> None:
    """Hang on the oath where it is taken, not on the office: "was sworn in as president in Varna"."""
    for i, dep in enumerate(tree.dep):
        office = tree.head[i]
        verb = tree.head[office]
        if dep != "nmod" or tree.lemma[verb] not in OATHS or tree.case(office) != "as" or tree.pos[i] != "PROPN":
            continue
        if tree.case(i) in ("in", "at") and office < i:
            tree.move(i, verb, "obl")


def raise_days(tree: Tree) -> None:
    """Hang on the main verb a day right before a participle: "went on trial |on Tuesday| accused of murder"."""
    for i, dep in enumerate(tree.dep):
        day, verb = tree.head[i] if dep == "case" else -1, tree.head[tree.head[i]]
        if day < 0 or not tree.temporal[day] or tree.dep[day] != "obl" or verb != day + 1 or tree.tag[verb] != "VBN":
            continue
        above = tree.head[verb]
        bare = not any(tree.dep[c].startswith(("aux", "mark", "nsubj", "cop")) for c in tree.children[verb])
        if bare and tree.dep[verb] == "advcl" and above < i and tree.pos[above] == "VERB":
            tree.move(day, above, "obl")


def mend_worth(tree: Tree) -> None:
    """Hang "worth" on the object that it values, not on the verb: "seized cocaine worth two million euros"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if tree.lemma[i] == "worth" and dep == "amod" and verb < i:
            for aim in [c for c in tree.children[i] if tree.dep[c] == "xcomp"]:
                tree.move(aim, verb, "acl")  # "a contract worth 3 billion to build trains"
        if tree.lemma[i] != "worth" or dep not in ("advcl", "xcomp", "ccomp", "acomp", "obl") or tree.pos[verb] != "VERB":
            continue
        goods = next((c for c in tree.children[i] if c == i - 1 > verb and tree.pos[c] in NOMINAL), None)
        if goods is not None and tree.child(goods, "case") is None and tree.child(verb, "obj") is None:
            tree.move(goods, verb, "obj")
            tree.move(i, goods, "amod")
        valued = tree.child(verb, "obj")
        if goods is None and valued is not None and tree.pos[i - 1] in NOMINAL and tree.is_above(valued, i - 1):
            tree.move(i, i - 1, "amod")  # "ordered 20 jets worth $3 billion", "a contract for 20 jets worth $3 billion"


def mend_taken(tree: Tree) -> None:
    """Give a verb whom it makes a captive of, whom the parser took for a part of that: "took 20 guests hostage"."""
    words = language("en")
    for i, tag in enumerate(tree.tag):
        whom, first = i - 1, tree.head[i]
        joined = tree.dep[i] == "conj" and tree.dep[first] == "obj"  # "took a driver and a guide hostage"
        verb = tree.head[first] if joined else first
        if tag != "NN" or not (joined or tree.dep[i] == "obj") or tree.head[whom] != i or whom <= verb:
            continue
        entries = words.frames.verbs.get(tree.lemma[verb], ())
        if not any(trigger.object_noun == tree.lemma[i] and frame.kind in HELD for trigger, frame in entries):
            continue
        many = tree.dep[whom] == "compound" and tree.tag[whom] in ("NNS", "NNP", "NNPS")
        if many or (tree.dep[whom] in ("compound", "amod") and is_person(tree, whom, words)):
            tree.pos[whom] = "PROPN" if tree.pos[whom] == "PROPN" else "NOUN"
            tree.move(whom, first, "conj") if joined else tree.move(whom, verb, "obj")
            for child in [c for c in tree.children[i] if c < whom]:
                tree.move(child, whom, tree.dep[child])
            tree.move(i, verb, "xcomp")


def mend_discussed(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Hang on the verb with whom one discusses something: "discussed the truce with officials", not "the war with Iran"."""
    people = {i for name in names if name.label == "PER" for i in range(name.first, name.last)}
    nouns = language("en").nouns
    for i, dep in enumerate(tree.dep):
        matter = tree.head[i]
        if dep != "nmod" or tree.case(i) != "with" or tree.dep[matter] != "obj" or i < matter:
            continue
        noun = nouns.get(tree.lemma[i])
        if tree.lemma[tree.head[matter]] in DISCUSSING and (i in people or (noun is not None and noun.kind == "Person")):
            tree.move(i, tree.head[matter], "obl")
