"""Who does what to whom in an English tree: subjects, objects, names and figures that stand side by side."""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.annotate.english.signs import BODIES, FINITE
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS, give_subject, is_apposition
from kg.annotate.tree import Tree
from kg.lang import language
from kg.model import NameSpan

JUDGES = ("Organization", "Person", "Group")
CONCERNING = ("into", "about", "over")
SPANS = frozenset({"hour", "day", "week", "month", "year"})
STRAYS = ("advmod", "obl", "dep", "punct")  # what a name before its verb is taken for


def join_second_agents(tree: Tree) -> None:
    """Hang on an event who is behind it, hung on the passive beside it: "was hit by an airstrike by the air force"."""
    events = language("en").frames.nouns
    for i, dep in enumerate(tree.dep):
        if dep != "obl:agent":
            continue
        before = [c for c in tree.children[tree.head[i]] if tree.head[i] < c < i]
        if len(before) == 1 and tree.dep[before[0]] == "obl:agent" and tree.lemma[before[0]] in events:
            tree.move(i, before[0], "nmod")


def join_culprits(tree: Tree) -> None:
    """Hang on what is looked into who did it: "The police opened an inquiry into fraud by Norvex"."""
    events = language("en").frames.nouns
    for i, dep in enumerate(tree.dep):
        by = tree.child(i, "case") if dep in ("nmod", "obl") else None
        deed = (by or 0) - 1
        if by is None or tree.text[by] != "by" or tree.lemma[deed] not in events or tree.case(deed) not in CONCERNING:
            continue
        above = tree.head[i]
        verb = tree.head[above] if dep == "nmod" and tree.dep[above] == "obj" else above
        if above != deed and tree.pos[verb] == "VERB" and tree.child(verb, "nsubj") is not None:
            tree.move(i, deed, "nmod")


def free_judges(tree: Tree) -> None:
    """Give a passive the agent hung on what somebody is found to have done: "found guilty of corruption by a court"."""
    for i, dep in enumerate(tree.dep):
        deed = tree.head[i]
        state, verb = tree.head[deed], tree.head[tree.head[deed]]
        if dep not in ("nmod", "obl") or tree.case(i) != "by" or tree.dep[state] != "xcomp" or tree.pos[state] != "ADJ":
            continue
        noun = language("en").nouns.get(tree.lemma[i])
        if dep == "obl" and (tree.tag[deed] != "VBG" or noun is None or noun.kind not in JUDGES):
            continue  # "guilty of killing a man by neglect"
        if tree.child(deed, "det") is None and tree.child(verb, "aux:pass") and tree.child(verb, "obl:agent") is None:
            tree.move(i, verb, "obl:agent")


def mend_magnitudes(tree: Tree) -> None:
    """Make one subject of a noun, its figure and the noun that they measure: "A magnitude 6.2 earthquake struck"."""
    for i, dep in enumerate(tree.dep):
        figure, noun = i + 1, i + 2
        if dep != "nsubj" or noun >= len(tree) or tree.pos[i] != "NOUN" or tree.pos[figure] != "NUM":
            continue
        if tree.dep[noun] == "nsubj" and tree.head[noun] == tree.head[i] and tree.head[figure] == noun:
            for child in list(tree.children[i]):
                tree.move(child, noun, tree.dep[child])
            tree.move(i, noun, "compound")


def free_counted_names(tree: Tree) -> None:
    """Let a number count the people, not the name before them: "killed 100 Boko Haram fighters"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        noun = tree.head[name]
        named = tree.dep[name] == "compound" and tree.pos[name] == "PROPN" and i < name < noun
        if dep == "nummod" and named and tree.tag[noun] == "NNS":
            tree.move(i, noun, "nummod")


def free_from_figures(tree: Tree) -> None:
    """Hang on a noun the participle that the parser hung on its figure: "a planned £2 billion takeover"."""
    for i, dep in enumerate(tree.dep):
        figure = tree.head[i]
        if dep == "amod" and i < figure and tree.pos[figure] == "NUM" and tree.dep[figure] == "nummod":
            tree.move(i, tree.head[figure], "amod")


def mend_bare_objects(tree: Tree) -> None:
    """Make an object of a name right behind a verb without one that was taken for an adverb: "Norvex releases Kardo 2"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        bare = dep in ("obl", "advmod") and tree.pos[i] == "PROPN"
        if not bare or tree.temporal[i] or tree.pos[verb] != "VERB" or verb > i:
            continue
        begin = min([i, *(c for c in tree.children[i] if tree.dep[c] in ("compound", "det", "amod", "flat:name"))])
        alone = tree.child(verb, "obj") is None and tree.child(verb, "nsubj") is not None
        if (
            begin == verb + 1
            and alone
            and tree.child(i, "case") is None
            and tree.lemma[verb] not in load_parsing("en").intransitive
        ):
            tree.dep[i] = "obj"


def mend_gerunds(tree: Tree) -> None:
    """Make an object of a noun in -ing that was taken for a clause: "will begin training in March"."""
    for i, dep in enumerate(tree.dep):
        if dep == "xcomp" and tree.tag[i] == "NN" and tree.head[i] == i - 1 and tree.lemma[i].endswith("ing"):
            tree.dep[i] = "obj"
        elif tree.tag[i] == "VBG" and dep in ("nmod", "obl", "obl:agent", "advcl") and _is_bare_noun(tree, i):
            tree.pos[i], tree.lemma[i] = "NOUN", tree.text[i].lower()
            if dep == "advcl":
                tree.dep[i], tree.dep[i - 1] = "obl:agent", "case"
        elif tree.tag[i] == "VBG" and dep in ("nsubj", "nsubj:pass", "obj") and _is_described(tree, i):
            _make_noun(tree, i)
        elif tree.tag[i] == "VBG" and dep == "advcl" and _is_of_people(tree, i):
            _make_noun(tree, i)
            tree.dep[i] = "obl:agent" if tree.text[i - 2] == "by" else "obl"
            tree.move(i - 2, i, "case")
            tree.move(i - 1, i, "amod")


def _make_noun(tree: Tree, gerund: int) -> None:
    tree.pos[gerund], tree.tag[gerund], tree.lemma[gerund] = "NOUN", "NN", tree.text[gerund].lower()
    tree.morph[gerund] = "Number=Sing"


def _is_of_people(tree: Tree, gerund: int) -> bool:
    """Whether a word in -ing is an event's noun behind a nationality: "were killed in Indian shelling"."""
    people, words = gerund - 1, language("en")
    if tree.text[gerund] not in words.frames.nouns or tree.child(gerund, "obj") is not None:
        return False
    case = tree.child(people, "case") if tree.head[people] == tree.head[gerund] else tree.child(gerund, "mark")
    return case is not None and case == people - 1 and words.gazetteer.demonym(tree.text[people]) is not None


def _is_described(tree: Tree, gerund: int) -> bool:
    """Whether an adjective shows that a word in -ing is an event's noun: "Russian shelling hit the town"."""
    described = tree.child(gerund, "amod") == gerund - 1 and tree.child(gerund, "obj") is None
    return described and tree.text[gerund].lower() in language("en").frames.nouns


def _is_bare_noun(tree: Tree, gerund: int) -> bool:
    """Whether a word in -ing that is an event's noun too has an object neither of its own nor of its verb.

    So it has in "the scene of shelling", "was hit by shelling", but not in "was hit by shelling it".
    """
    verb = tree.head[gerund]
    before = tree.child(gerund, "case") or tree.child(gerund, "mark")
    if before != gerund - 1 or tree.text[gerund].lower() not in language("en").frames.nouns:
        return False
    if tree.dep[gerund] == "advcl" and (tree.lemma[before] != "by" or tree.child(verb, "aux:pass") is None):
        return False
    return all(tree.dep[c] in ("case", "mark", "punct", "nmod", "obl", "amod") for c in tree.children[gerund])


def raise_named_subjects(tree: Tree) -> None:
    """Make the subject of a name behind an opening clause: "While meeting with his aide, X was killed"."""
    for i, dep in enumerate(tree.dep):
        if dep != "appos" or tree.pos[i] != "PROPN":
            continue
        noun, begin = tree.head[i], min([i, *tree.children[i]])
        if begin < 2 or tree.text[begin - 1] != ",":
            continue
        clause = noun
        while tree.dep[clause] in ("obl", "obj", "nmod") and tree.head[clause] < clause:
            clause = tree.head[clause]
        verb = tree.head[clause]
        if tree.dep[clause] != "advcl" or not clause < i < verb or not _is_right_before(tree, i, verb):
            continue
        if all(not tree.dep[c].startswith("nsubj") for c in tree.children[verb]):
            give_subject(tree, verb, i)


def _is_right_before(tree: Tree, name: int, verb: int) -> bool:
    """Whether nothing but auxiliaries and adverbs of a verb stands between it and a name."""
    return all(tree.head[k] == verb and tree.pos[k] in ("AUX", "ADV", "PART") for k in range(name + 1, verb))


def mend_pairs(tree: Tree) -> None:
    """Read the hyphen of a pair as "between": "US-China talks", "the Iran-Iraq War"."""
    paired = load_parsing("en").paired
    for hyphen, text in enumerate(tree.text):
        first, second = hyphen - 1, hyphen + 1
        if text != "-" or not 0 <= first < second < len(tree):
            continue
        if not {tree.text[first], tree.text[second]} <= paired or tree.end[first] != tree.start[hyphen]:
            continue
        if tree.head[first] not in (second, hyphen):
            tree.take_place(second, first, tree.dep[first])
        tree.move(first, second, "conj")
        if tree.dep[second] == "compound":
            tree.dep[second] = "nmod"
            tree.move(hyphen, second, "case")
            tree.pos[hyphen], tree.morph[hyphen] = "ADP", ""
        else:
            tree.move(hyphen, second, "punct")


def mend_sides(tree: Tree) -> None:
    """Make two sides of what "between" joins to one: "talks between Iran and world powers"."""
    for between, dep in enumerate(tree.dep):
        noun = tree.head[between]
        if dep != "case" or tree.lemma[between] != "between" or tree.child(noun, "case") != between:
            continue
        first = tree.child(noun, "compound") if tree.child(noun, "conj") is None else None
        if first is None or tree.pos[first] != "PROPN":
            continue
        second = next((c for c in tree.children[first] if tree.dep[c] == "conj" and first < c < noun), None)
        if second is None or tree.child(second, "cc") is None or _are_demonyms(tree, first, second):
            continue
        joint = tree.child(second, "cc")
        tree.take_place(first, noun, tree.dep[noun])
        tree.move(noun, first, "conj")
        tree.move(second, noun, "compound")
        if joint is not None:
            tree.move(joint, noun, "cc")


def _are_demonyms(tree: Tree, *words: int) -> bool:
    """Whether words are all adjectives of nationality: "between Thai and Khmer troops"."""
    demonym = language("en").gazetteer.demonym
    return all((meant := demonym(tree.text[word])) is not None and meant.adjective for word in words)


def mend_journeys(tree: Tree) -> None:
    """Hang both ends of a way on the verb: "shipped arms from Odessa to Lviv", "rose from 12 to 15"."""
    for i, dep in enumerate(tree.dep):
        start = tree.head[i]
        verb = tree.head[start]
        if dep not in ("obl", "nmod") or not start < i or tree.dep[start] != "obl" or tree.pos[verb] != "VERB":
            continue
        figures = all(tree.pos[end] == "NUM" or tree.child(end, "nummod") is not None for end in (start, i))
        named = tree.pos[i] == tree.pos[start] == "PROPN" and not tree.temporal[i]
        if (figures or named) and tree.case(start) == "from" and tree.case(i) == "to":
            tree.move(i, verb, "obl")


def mend_shared_titles(tree: Tree, titles: Container[str]) -> None:
    """Part what was taken for one adjective: of "foreign and defence ministers" some are defence ministers."""
    for i, dep in enumerate(tree.dep):
        field = tree.head[i]
        noun = tree.head[field]
        if dep != "conj" or tree.pos[i] != "NOUN" or tree.dep[field] not in ("amod", "compound") or noun != i + 1:
            continue
        if f"{tree.text[i]} {tree.lemma[noun]}".lower() in titles:
            tree.move(i, noun, "compound")


def part_spans(tree: Tree) -> None:
    """Free a length of time from the noun behind it, which is the subject: "In the past 24 hours troops struck X"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        case, verb = tree.child(noun, "case"), tree.head[noun]
        if dep != "compound" or tree.lemma[i] not in SPANS or tree.tag[i] != "NNS" or tree.dep[noun] != "obl":
            continue
        if case is None or not case < i < noun < verb or any(tree.dep[c] in SUBJECTS for c in tree.children[verb]):
            continue
        for child in [c for c in tree.children[noun] if c < i]:
            tree.move(child, i, tree.dep[child])
        tree.move(i, verb, "obl")
        tree.move(noun, verb, "nsubj")


def mend_doubled_titles(tree: Tree, titles: Container[str]) -> None:
    """Let the first of two titles carry the name that both hang on: "with Norvian Prime Minister and Defence Minister X"."""
    for second, dep in enumerate(tree.dep):
        first = tree.head[second]
        name = tree.head[first]
        if dep != "conj" or tree.dep[first] != "compound" or tree.pos[name] != "PROPN" or not first < second < name:
            continue
        if any(tree.lemma[i].lower() not in titles or tree.tag[i] in ("NNS", "NNPS") for i in (first, second)):
            continue
        tree.stand_for(first, name)
        for child in [c for c in tree.children[name] if c < first or c > name]:
            tree.move(child, first, tree.dep[child])
        tree.move(name, first, "appos")


def mend_joined_titles(tree: Tree, titles: Container[str]) -> None:
    """Let a name carry both bare titles before it, which are one person's: "party leader and former minister Ana Vidal"."""
    for second, dep in enumerate(tree.dep):
        name = tree.head[second]
        if dep != "compound" or tree.pos[name] != "PROPN":
            continue
        joint = min((second, *tree.children[second])) - 1
        first = joint - 1
        if first < 0 or tree.dep[joint] != "cc" or tree.lemma[joint] != "and":
            continue
        rows = tree.head[name] == first or (tree.head[name] == tree.head[first] and tree.dep[name] == tree.dep[first])
        bare = not any(tree.dep[c] in ("det", "nmod:poss", "nummod", "appos") for c in tree.children[first])
        known = all(tree.lemma[i].lower() in titles and tree.tag[i] not in ("NNS", "NNPS") for i in (first, second))
        if rows and bare and known and not _is_of_many(tree, tree.head[first]):
            tree.move(name, first, "appos")
            tree.move(second, first, "conj")
            tree.move(joint, second, "cc")


def _is_of_many(tree: Tree, verb: int) -> bool:
    """Whether a verb's form shows that its subject is more than one: "meet", "were"."""
    words = (verb, *(c for c in tree.children[verb] if tree.dep[c].startswith(("aux", "cop"))))
    return any(tree.tag[i] == "VBP" or tree.text[i] == "were" for i in words)


def raise_closing_names(tree: Tree) -> None:
    """Put somebody's name over the body and the title before it: "issued by ECOWAS Chairman Ana Vidal"."""
    for i, dep in enumerate(tree.dep):
        body = tree.head[i]
        if dep != "obj" or body > i or tree.pos[i] != "PROPN" or tree.pos[body] != "PROPN":
            continue
        if all(tree.head[k] == i for k in range(body + 1, i)):
            tree.take_place(i, body, tree.dep[body])
            tree.move(body, i, "compound")


def mend_bare_names(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Make an apposition of a name right behind a noun that was taken for something else: "thanked our ally Turkey"."""
    for name in names:
        before = name.first - 1
        if before < 0 or tree.pos[before] != "NOUN":
            continue
        head = next((i for i in range(name.first, name.last) if not name.first <= tree.head[i] < name.last), name.last - 1)
        top = before  # "kidnapped the father of footballer Luis Díaz"
        while tree.dep[top] == "nmod" and tree.head[top] < top:
            top = tree.head[top]
        stray = tree.dep[head] == "obl" or (tree.dep[head] == "obj" and tree.dep[top] == "obj")
        if name.label not in ("PER", *BODIES) or not stray or tree.child(head, "case") is not None:
            continue
        if tree.head[top] == tree.head[head] and (top == before or tree.dep[top] == "obj"):
            tree.move(head, before, "appos")


def mend_named_subjects(tree: Tree) -> None:
    """Make the subject of a name that an apposition took its place from: "Mosul, Iraq's second-largest city, fell"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if tree.pos[i] != "PROPN" or dep not in STRAYS or not i < verb or tree.text[i + 1] != ",":
            continue
        noun = next((c for c in tree.children[verb] if i < c < verb and tree.dep[c] in SUBJECTS), None)
        if noun is None or tree.pos[noun] != "NOUN" or min([noun, *tree.children[noun]]) != i + 2:
            continue
        if tree.child(i, "case") is None and "," in tree.text[noun + 1 : verb]:
            tree.move(i, verb, tree.dep[noun])
            tree.move(noun, i, "appos")


def see_hyphened_names(tree: Tree) -> None:
    """Make a proper noun of capitalised words with a hyphen, taken for another: "Hewlett-Packard will cut jobs"."""
    for i, text in enumerate(tree.text):
        if "-" not in text[1:-1] or not all(p[:1].isupper() and p[1:].islower() for p in text.split("-")):
            continue
        noun = tree.pos[i] == "NOUN" and tree.tag[i] == "NN" and tree.kind[i] == "body" and not tree.first[i]
        if noun or (tree.pos[i] == "ADV" and tree.dep[i] == "advmod"):
            tree.pos[i], tree.lemma[i], tree.morph[i] = "PROPN", text, "Number=Sing"
            behind = i + 1
            if behind < len(tree) and tree.pos[behind] == "PROPN" and tree.dep[behind] in SUBJECTS:
                tree.move(i, behind, "compound")


def find_subjects(tree: Tree) -> None:
    """Make the subject of a verb without one of the name before it that was taken for an adverb."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if tree.pos[i] not in ("PROPN", "NOUN") or dep not in STRAYS or not i < verb or tree.pos[verb] != "VERB":
            continue
        headline = tree.dep[verb] == "root" and tree.tag[verb] == "VB" and tree.child(verb, "mark") == i + 1
        if not headline and (tree.tag[verb] not in FINITE or tree.pos[i] == "NOUN"):
            continue
        if tree.child(i, "case") is not None:
            continue
        subject = tree.child(verb, "nsubj")
        if subject is not None and subject < i and tree.tag[subject] in ("WDT", "WP"):
            tree.dep[subject] = "obj"
        elif subject is not None or tree.child(verb, "nsubj:pass") is not None:
            continue
        tree.dep[i] = "nsubj"


def part_months(tree: Tree) -> None:
    """Make a subject of a name behind a month that was taken for one with it: "in April Noriega visited Lima"."""
    for i, verb in enumerate(tree.head):
        month = i - 1
        if not i < verb or tree.pos[i] != "PROPN" or tree.temporal[i] or not month or not tree.temporal[month]:
            continue
        case = tree.child(i, "case")
        joined = tree.head[month] == i and tree.dep[month] == "compound" and case == month - 1
        if not joined or tree.pos[verb] != "VERB" or case is None or tree.child(verb, "nsubj") is not None:
            continue
        tree.move(month, verb, "obl")
        tree.move(case, month, "case")
        tree.move(i, verb, "nsubj")


def mend_lost_subjects(tree: Tree) -> None:
    """Make the subject of a name that was taken for a whole clause: "X, a rebel group led by Y, controls the town"."""
    for i in range(len(tree)):
        if tree.head[i] != i or tree.pos[i] != "PROPN":
            continue
        verb = next((c for c in tree.children[i] if c > i and tree.dep[c] == "conj" and tree.tag[c] in FINITE), None)
        if verb is None or tree.child(verb, "cc") is not None or (subject := tree.child(verb, "nsubj")) is None:
            continue
        if is_apposition(tree, i, subject) and min([subject, *tree.children[subject]]) == i + 2:
            tree.move(verb, verb, "root")
            tree.move(i, verb, "nsubj")
            tree.move(subject, i, "appos")


def mend_dated_nouns(tree: Tree) -> None:
    """Hang a whole date on the noun that it stands before: "the March 12, 2017(,) collapse of the bridge"."""
    for month in range(1, len(tree) - 5):
        day, comma, year, noun = range(month + 1, month + 5)
        noun += tree.text[noun] == ","
        if (
            tree.pos[month] != "PROPN"
            or tree.text[comma] != ","
            or tree.pos[noun] != "NOUN"
            or tree.lemma[month - 1] != "the"
        ):
            continue
        dated = tree.head[day] == month and tree.text[day].isdecimal() and tree.text[year].isdecimal()
        joined = tree.head[noun] == month and tree.dep[noun] == "conj" and tree.child(noun, "cc") is None
        if not dated or tree.is_above(noun, month) or (tree.is_above(month, noun) and not joined):
            continue
        tree.stand_for(noun, month)
        for child in [c for c in tree.children[month] if c < month]:
            tree.move(child, noun, tree.dep[child])
        tree.move(month, noun, "compound")
        tree.move(year, month, "nummod")
