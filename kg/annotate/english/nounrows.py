"""Nouns in a row in an English tree: what a parser took for an apposition, an adverb or a clause of its own."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import pairwise

from kg.annotate.english.signs import NAMING, is_finite
from kg.annotate.repairs import SUBJECTS
from kg.annotate.tree import Tree
from kg.lang import language
from kg.model import NameSpan
from kg.ontology import BODIES, PLACES

IN_CLAUSES = ("nsubj", "csubj", "cop", "aux", "case", "mark")  # what a bare noun in a row has none of
NOMINAL = ("PROPN", "NOUN", "ADJ", "ADP")
TITLING = ("compound", "amod", "case", "nmod")  # how the words of a title hang before a name
ACTORS = BODIES | {"Person", "Group"}
COUNTED = ("det", "nummod", "nmod:poss")  # what opens each member of a row


def mend_subject_rows(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Join to a subject what was taken for its apposition or for a second one: "A man, his wife and a boy fled".

    A comma would close an apposition, and nobody's name is one of another's.
    """
    people = frozenset(i for name in names if name.label == "PER" for i in range(name.first, name.last))
    for i, dep in enumerate(tree.dep):
        if dep != "appos" and dep not in SUBJECTS:
            continue
        above = tree.head[i]
        subject = above if dep == "appos" else next((c for c in tree.children[above] if tree.dep[c] == dep), i)
        named = {i, subject} <= people
        if tree.dep[subject] not in SUBJECTS or subject >= i or not (named or _is_counted(tree, i)):
            continue
        if not _opens(tree, i, subject):
            continue
        last = _closing(tree, i, tree.head[subject])
        if last is not None:
            tree.move(i, subject, "conj")
            tree.move(last, subject, "conj")


def mend_titled_rows(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Part two people whose names were taken for one: "Prime Minister Ana Vidal and Defense Secretary Jan Kral met X"."""
    people = sorted((name.first, name.last - 1) for name in names if name.label == "PER")
    for (_, one), (first, other) in pairwise(people):
        if tree.dep[one] != "compound" or not one + 1 < tree.head[one] <= other or tree.dep[one + 1] != "cc":
            continue
        between = range(one + 2, first)
        joined = [k for k in between if tree.dep[k] == "conj" and tree.head[k] == one]
        if all(k in joined or (tree.dep[k] in TITLING and tree.pos[k] in NOMINAL) for k in between):
            tree.move(one, tree.head[other], tree.dep[other])
            tree.move(other, one, "conj")
            tree.move(one + 1, other, "cc")
            for k in joined:
                tree.move(k, k + 1 if k + 1 < first else other, "compound")


def mend_titled_appositions(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Join a name with a title of its own to the one before it, which is another: "met Minister X, President Y and Z"."""
    people = {name.last - 1: name.first for name in names if name.label == "PER"}
    for i, dep in enumerate(tree.dep):
        one = tree.head[i]
        if dep != "appos" or i not in people or one not in people or one > i or tree.text[one + 1] != ",":
            continue
        title = people[i] - 1
        if title <= one + 1 or tree.lemma[title].lower() not in titles or tree.head[title] != i:
            continue
        tree.move(i, one, "conj")
        for child in [c for c in tree.children[i] if tree.dep[c] == "conj"]:
            tree.move(child, one, "conj")


def mend_opened_rows(tree: Tree) -> None:
    """Join to the subject what was taken for an apposition of the place in front: "In Bari, a man and a girl fell ill"."""
    for i, dep in enumerate(tree.dep):
        place = tree.head[i]
        if dep != "appos" or tree.dep[place] != "obl" or not _is_counted(tree, i) or not _opens(tree, i, place):
            continue
        verb = tree.head[place]
        subject = next((c for c in tree.children[verb] if c < verb and tree.dep[c] in SUBJECTS), None)
        if subject is None:
            if tree.pos[verb] == "VERB" and is_finite(tree, verb) and _closing(tree, i, verb) is not None:
                tree.move(i, verb, "nsubj:pass" if tree.child(verb, "aux:pass") is not None else "nsubj")
            continue
        if subject < i or not (_is_joined(tree, i, subject) or _is_member(tree, i, subject, verb)):
            continue
        others = [c for c in tree.children[place] if i < c < subject and tree.dep[c] in ("dep", "conj", "appos")]
        tree.move(i, verb, tree.dep[subject])
        for member in (*others, subject, *(c for c in list(tree.children[subject]) if tree.dep[c] == "conj")):
            tree.move(member, i, "conj")


def _is_joined(tree: Tree, first: int, subject: int) -> bool:
    """Whether a conjunction stands between a subject and what it was parted from, and no comma."""
    cc = min([subject, *tree.children[subject]]) - 1
    row = (c for c in tree.children[tree.head[first]] if first <= c < cc and tree.pos[c] in NAMING)
    return tree.dep[cc] == "cc" and tree.text[cc - 1] != "," and max(row, default=first) == cc - 1


def _is_member(tree: Tree, first: int, subject: int, verb: int) -> bool:
    """Whether a bare counted noun stands before the comma behind which the rest of a row begins; no "close ally"."""
    bare = all(tree.dep[c] in ("det", "nummod", "punct") for c in tree.children[first])
    behind = min([subject, *tree.children[subject]]) == first + 2 and tree.text[first + 1] == ","
    return bare and behind and _closing(tree, subject, verb) is not None


def _is_counted(tree: Tree, i: int) -> bool:
    """Whether a word is a noun with an article, a possessive or a number."""
    return tree.pos[i] == "NOUN" and any(tree.dep[c] in COUNTED for c in tree.children[i])


def _opens(tree: Tree, i: int, before: int) -> bool:
    """Whether a phrase without preposition begins right behind the comma that ends another's."""
    begin = min([i, *tree.children[i]])
    return before < begin and tree.text[begin - 1] == "," and tree.child(i, "case") is None


def _closing(tree: Tree, first: int, verb: int) -> int | None:
    """The last of a row, behind a conjunction with no comma between it and a verb of many; None if none is."""
    last = next((c for c in reversed(tree.children[first]) if tree.dep[c] == "conj" and first < c < verb), None)
    if last is None or tree.child(last, "cc") is None or tree.pos[last] not in NAMING or "," in tree.text[last:verb]:
        return None
    of_one = any(tree.tag[i] == "VBZ" or tree.text[i] == "was" for i in (verb, *tree.children[verb]))
    own = tree.tag[last] in ("NNS", "NNP", "NNPS") or any(tree.dep[c] in COUNTED for c in tree.children[last])
    return last if own and not of_one else None  # "a doctor and mother of two was killed" is one


def mend_object_rows(tree: Tree) -> None:
    """Hang a bare noun that was joined to a verb under its object: "shelled a market in X and a checkpoint in Y"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "conj" or tree.pos[i] not in ("NOUN", "PROPN") or tree.pos[verb] != "VERB":
            continue
        if any(tree.dep[c].startswith(IN_CLAUSES) for c in tree.children[i]):
            continue
        objects = [c for c in tree.children[verb] if tree.dep[c] == "obj" and verb < c < i and tree.pos[c] != "PRON"]
        between = any(tree.dep[c] == "conj" and tree.pos[c] == "VERB" and c < i for c in tree.children[verb])
        if objects and not between:
            tree.move(i, objects[0], "conj")


def mend_determined_rows(tree: Tree) -> None:
    """Join to an object the second of a row that was taken for its apposition: "launched the X 4, the Y tablet and a Z"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "appos" or tree.dep[first] != "obj" or tree.pos[i] not in NAMING:
            continue
        own, article = tree.child(i, "det"), tree.child(first, "det")
        # "the chancellor, a conservative and a former minister" is one person
        alike = own is not None and article is not None and tree.lemma[own] in ("the", tree.lemma[article])
        last = next((c for c in tree.children[i] if tree.dep[c] == "conj" and tree.pos[c] in NAMING), None)
        if own is None or not alike or last is None or tree.text[own - 1] != "," or tree.child(last, "det") is None:
            continue
        joint = tree.child(last, "cc")
        if joint is not None and tree.text[joint - 1] != ",":
            tree.move(i, first, "conj")
            tree.move(last, first, "conj")


def raise_joined_deeds(tree: Tree) -> None:
    """Join an event to the event before, not to what befell there: "the fall of Norvex and the sale of Kardo"."""
    events = language("en").frames.nouns
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos[i] != "NOUN" or tree.lemma[i] not in events:
            continue
        thing, article = tree.head[i], tree.child(i, "det")
        deed = tree.head[thing]
        told = article is not None and any(tree.case(c) == "of" for c in tree.children[i])
        if not told or tree.dep[thing] != "nmod" or tree.case(thing) != "of" or tree.lemma[thing] in events:
            continue
        if tree.pos[deed] == "NOUN" and tree.lemma[deed] in events and tree.child(deed, "det") is not None:
            tree.move(i, deed, "conj")


def mend_phrase_rows(tree: Tree) -> None:
    """Join a phrase to the one before it with the same preposition: "attacked in Jabla today and in Tartus".

    Past the place of that too: "called for a truce in Gaza and for the release of X".
    """
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos[i] not in NAMING or tree.temporal[i]:
            continue
        case, above = tree.case(i), tree.head[i]
        if not case or case == tree.case(above):
            continue
        if tree.dep[above] == "nmod" and tree.pos[tree.head[above]] == "NOUN" and tree.case(tree.head[above]) == case:
            tree.move(i, tree.head[above], "conj")
            continue
        verb = above if tree.pos[above] == "VERB" else tree.head[above]
        if tree.pos[verb] != "VERB" or not (above == verb or tree.temporal[above]) or tree.child(i, "cop") is not None:
            continue
        alike = [c for c in tree.children[verb] if tree.dep[c] == "obl" and verb < c < i and tree.case(c) == case]
        alike = [c for c in alike if not tree.temporal[c]]
        if alike:
            tree.move(i, alike[-1], "conj")


def lower_joined_places(tree: Tree) -> None:
    """Join a place to where an event was, not to the event: "an attack at a clinic and a market killed six"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        event = tree.head[i]
        if dep != "conj" or tree.pos[event] != "NOUN" or tree.lemma[event] not in words.frames.nouns:
            continue
        if tree.case(i) or _is_place(tree, event) or not _is_place(tree, i):
            continue
        where = (c for above in (event, tree.head[event]) for c in tree.children[above] if event < c < i)
        first = next((c for c in where if tree.case(c) in words.grammar.place_prepositions and _is_place(tree, c)), None)
        if first is not None:
            tree.move(i, first, "conj")


def lower_joined_targets(tree: Tree) -> None:
    """Join people and bodies to whom an event befalls, not to the event: "sanctions on Norvex and two other firms"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        event, cc = tree.head[i], tree.child(i, "cc") if dep == "conj" and tree.pos[i] == "NOUN" else None
        if cc is None or tree.lemma[event] not in words.frames.nouns or words.nouns.get(tree.lemma[event]) is not None:
            continue
        if tree.case(i) or tree.child(i, "det") is not None or tree.child(i, "nmod:poss") is not None:
            continue
        target, noun = cc - 1, words.nouns.get(tree.lemma[i])
        named = tree.pos[target] == "PROPN" or words.nouns.get(tree.lemma[target]) is not None
        if noun is None or noun.kind not in ACTORS or tree.head[target] != event or tree.dep[target] != "nmod" or not named:
            continue
        tree.move(i, target, "conj")
        for child in [c for c in tree.children[i] if tree.dep[c] == "nmod" and tree.case(c) == "over"]:
            tree.move(child, event, "nmod")


def _is_place(tree: Tree, i: int) -> bool:
    """Whether a noun is that of a place, also of a body with a house of its own."""
    noun = language("en").nouns.get(tree.lemma[i]) if tree.pos[i] == "NOUN" else None
    return noun is not None and (noun.kind in PLACES or "Place" in noun.also)


def mend_joined_demonyms(tree: Tree) -> None:
    """Make adjectives of two sides of one body: "a combined Afghan and NATO force killed two men"."""
    demonym = language("en").gazetteer.demonym
    for noun, dep in enumerate(tree.dep):
        first = tree.head[noun]
        if dep != "conj" or tree.tag[noun] != "NN" or tree.pos[first] != "PROPN" or first > noun:
            continue
        article = tree.child(first, "det")
        if article is None or tree.lemma[article] != "a" or tree.child(noun, "det") is not None:
            continue
        meant = demonym(tree.text[first])
        if meant is None or not meant.adjective or tree.text[first + 1] != "and" or tree.head[noun - 1] != noun:
            continue
        tree.stand_for(noun, first)
        for child in [c for c in tree.children[first] if tree.dep[c] != "cc"]:
            tree.move(child, noun, tree.dep[child])
        tree.move(first, noun, "amod")


def mend_aircraft(tree: Tree) -> None:
    """Make sorts of aircraft of what was joined to them: "Fighter, attack and remotely piloted aircraft struck X"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "conj" or tree.lemma[i] != "aircraft" or tree.pos[first] != "NOUN":
            continue
        row = [first, *(c for c in tree.children[first] if tree.dep[c] == "conj" and c < i)]
        if any(tree.tag[k] != "NN" or tree.lemma[k] == "aircraft" or tree.child(k, "det") is not None for k in row):
            continue
        tree.stand_for(i, first)
        for child in [c for c in tree.children[first] if c > i and c not in row]:
            tree.move(child, i, tree.dep[child])
        for k in row:
            tree.move(k, i, "compound")


def join_named_nouns(tree: Tree) -> None:
    """Hang a name on the noun right before it, not on one farther off: "a group led by the private equity firm Norvex"."""
    for i, dep in enumerate(tree.dep):
        start = min([i, *(c for c in tree.children[i] if tree.dep[c] in ("compound", "flat:name"))])
        noun = start - 1
        if dep != "appos" or tree.pos[i] != "PROPN" or noun <= tree.head[i] or tree.pos[noun] != "NOUN":
            continue
        if tree.dep[noun] in ("obl", "obl:agent", "nmod") and tree.child(noun, "case") is not None:
            tree.move(i, noun, "appos")


def join_loose_nouns(tree: Tree) -> None:
    """Join a noun that was joined to a verb to what stands behind that: "provided for the end of X and the return of Y"."""
    for i, dep in enumerate(tree.dep):
        verb, cc = tree.head[i], tree.child(i, "cc") if dep == "conj" and tree.pos[i] == "NOUN" else None
        if cc is None or tree.pos[verb] != "VERB" or tree.temporal[i]:
            continue
        told = any(tree.dep[c].startswith(("nsubj", "aux", "cop", "case", "mark", "obj", "ccomp")) for c in tree.children[i])
        behind = [c for c in tree.children[verb] if verb < c < cc and tree.dep[c] != "punct"]
        if told or not behind or tree.dep[behind[-1]] not in ("obj", "obl") or tree.pos[behind[-1]] != "NOUN":
            continue
        if tree.child(i, "det") is not None and not tree.temporal[behind[-1]]:
            tree.move(i, behind[-1], "conj")


def mend_enumerations(tree: Tree) -> None:
    """Hang under the first name of a row the second that was taken for an apposition or an adverb: "near X, Y and Z"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("obl", "appos") or tree.pos[i] != "PROPN" or tree.child(i, "case") is not None:
            continue
        start = min([i, *(c for c in tree.children[i] if tree.dep[c] in ("compound", "amod", "det"))])
        first = last_of_phrase(tree, start - 2)
        others = [c for c in tree.children[i] if tree.dep[c] == "conj" and tree.pos[c] == "PROPN"]
        joined = any(tree.dep[c] == "cc" for other in others for c in tree.children[other])
        if start < 2 or tree.text[start - 1] != "," or first is None or not joined or tree.is_above(i, first):
            continue
        if first not in (tree.head[i], *tree.children[tree.head[i]]):
            continue
        for word in (i, *others):
            tree.move(word, first, "conj")


def last_of_phrase(tree: Tree, i: int) -> int | None:
    """The name that ends with word `i`; None if none does."""
    if i < 0 or tree.pos[i] != "PROPN":
        return None
    head = i
    while tree.dep[head] in ("compound", "flat:name") and tree.pos[tree.head[head]] == "PROPN":
        head = tree.head[head]
    return head if tree.dep[head] in ("obl", "nmod", "obj", "nsubj", "nsubj:pass", "obl:agent") else None


def mend_counted_rows(tree: Tree) -> None:
    """Join to an object what counts more of the same: "arrested 12 men after a raid on a club and 14 men in Varna"."""
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep != "conj" or tree.child(i, "nummod") is None or tree.lemma[low] == tree.lemma[i] or low > i:
            continue
        verb = low
        while tree.head[verb] < verb and tree.pos[verb] != "VERB":
            verb = tree.head[verb]
        alike = (c for c in tree.children[verb] if tree.dep[c] in ("obj", "nsubj:pass") and tree.lemma[c] == tree.lemma[i])
        first = next((c for c in alike if tree.child(c, "nummod") is not None), None)
        if first is None or first >= low or tree.pos[verb] != "VERB":
            continue
        for child in [c for c in tree.children[low] if c > i and tree.dep[c] == "nmod"]:
            tree.move(child, i, "nmod")
        tree.move(i, first, "conj")


def lower_complements(tree: Tree) -> None:
    """Hang on the last of a row what stands behind it and is not of those counted: "43 police and members of a militia"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "nmod" or tree.case(i) != "of" or tree.child(first, "nummod") is None or first > i:
            continue
        last = max((c for c in tree.children[first] if tree.dep[c] == "conj" and c < i), default=None)
        if last is not None and tree.child(i, "case") == last + 1 and tree.child(last, "nummod") is None:
            tree.move(i, last, "nmod")


def lower_origins(tree: Tree) -> None:
    """Hang on people whence they are, not on what is theirs: "under the guidance of experts from X"."""
    nouns, events = language("en").nouns, language("en").frames.nouns
    for i, dep in enumerate(tree.dep):
        whence = dep == "nmod" and tree.case(i) == "from" and tree.lemma[tree.head[i]] not in events
        case = tree.child(i, "case") if whence else None
        people = case - 1 if case is not None else -1
        if people < 0 or tree.dep[people] != "nmod" or tree.case(people) != "of" or tree.head[people] != tree.head[i]:
            continue
        known = nouns.get(tree.lemma[people])
        if known is not None and known.kind == "Person" and tree.tag[people] == "NNS":
            tree.move(i, people, "nmod")
