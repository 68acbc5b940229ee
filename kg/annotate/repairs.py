"""Repairs of a tree that no language stands in the way of."""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.annotate.parsing import Parsing
from kg.annotate.signs import disagrees, is_past_participle, is_person, noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language
from kg.model import OBLIQUES, NameSpan
from kg.ontology import BODIES

CLAUSES = ("ccomp", "parataxis", "dep")
VERBAL = ("VERB", "AUX", "ADJ", "NOUN")
SUBJECTS = ("nsubj", "nsubj:pass")


def give_subject(tree: Tree, verb: int, subject: int) -> None:
    """Hang a word under a verb as its subject, of the passive where the verb has its auxiliary."""
    tree.move(subject, verb, subject_label(tree, verb))


def subject_label(tree: Tree, verb: int) -> str:
    """How the subject of a verb is labelled, by whether that has the auxiliary of the passive."""
    return "nsubj" if tree.child(verb, "aux:pass") is None else "nsubj:pass"


def mend_subjects(tree: Tree) -> None:
    """Make a second subject an apposition of the first: "Le président, Jean Dolan, a annoncé"."""
    for i in range(len(tree)):
        below = tree.children[i]
        subjects = [c for c in below if tree.dep[c] in SUBJECTS and c < i] if below[1:] else ()
        if subjects and len(subjects) == 2:
            first, second = sorted(subjects)
            if is_apposition(tree, first, second):
                tree.move(second, first, "appos" if tree.child(second, "cc") is None else "conj")


def give_objects_participles(tree: Tree, words: Language) -> None:
    """Hang a bare participle behind a comma under the object before it: "a relaxé le maire, poursuivi pour vol"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("conj", "advcl") or tree.pos[i] != "VERB" or verb >= i - 1 or tree.text[i - 1] != ",":
            continue
        helped = any(tree.dep[c].startswith(("aux", "cc", "mark", "cop", "nsubj")) for c in tree.children[i])
        if helped or not is_past_participle(tree, i):
            continue
        person = next((c for c in tree.children[verb] if verb < c < i and tree.dep[c] == "obj"), None)
        if person is None or not is_person(tree, person, words) or disagrees(tree, i, person):
            continue
        if noun_end(tree, person, i - 1) == i - 1:
            tree.move(i, person, "acl")


def join_counts(tree: Tree, of: str) -> None:
    """Join a count that was joined to the verb to the object before it: "arrested the banker and three of her aides"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "conj" or tree.pos[i] != "NUM" or tree.pos[verb] != "VERB" or tree.child(i, "cc") != i - 1:
            continue
        counted = tree.child(i, "nmod")
        partner = next((c for c in tree.children[verb] if verb < c < i and tree.dep[c] == "obj"), None)
        if counted is not None and tree.case(counted) == of and partner is not None and noun_end(tree, partner, i) == i - 1:
            tree.move(i, partner, "conj")


def mend_openings(tree: Tree) -> None:
    """Hang a bare noun that opens a sentence on the subject behind its comma: "Membre du parti, Ana Vidal a été élue"."""
    for i, opens in enumerate(tree.first):
        if not opens or tree.pos[i] != "NOUN" or tree.dep[i] == "appos" or tree.child(i, "nmod") is None:
            continue
        if any(tree.dep[c] in ("det", "case", "cop", "nummod", *SUBJECTS) for c in tree.children[i]):
            continue
        end = tree.end_of(i)
        comma = next((k for k in range(i + 2, end) if tree.text[k] == ","), end)
        subject = next((k for k in range(comma + 1, end) if tree.dep[k] in SUBJECTS), None)
        if subject is None or _leftmost(tree, subject) != comma + 1 or tree.pos[subject] not in ("NOUN", "PROPN"):
            continue
        verb = tree.head[subject]
        if tree.dep[i] in SUBJECTS and i < tree.head[i] < comma:  # "Gunmen on bikes killed ten, officials said"
            continue
        if any(tree.head[k] not in range(i, comma) or tree.text[k] == ":" for k in range(i + 1, comma)):
            continue
        if tree.is_above(i, verb):
            tree.stand_for(verb, i)
            for c in [c for c in tree.children[i] if c > comma]:
                tree.move(c, verb, tree.dep[c])
        tree.move(i, subject, "appos")


def raise_summaries(tree: Tree, parsing: Parsing) -> None:
    """Hang on the main verb the noun that sums up its sentence: "accused them of theft, a charge that they denied".

    What its relative clause tells is then no part of what was planned, sought or supposed.
    """
    for i, lemma in enumerate(tree.lemma):
        if lemma not in parsing.summaries or tree.pos[i] != "NOUN" or tree.child(i, "case") is not None:
            continue
        article = tree.child(i, "det")
        behind = next((c for c in tree.children[i] if c > i and tree.dep[c] in ("acl:relcl", "acl")), None)
        if not article or behind is None or tree.text[article - 1] != ",":
            continue
        if "Definite=Ind" not in tree.morph[article] or "VerbForm=Fin" not in _finite(tree, behind):
            continue
        main = i
        while tree.head[main] != main:
            main = tree.head[main]
        if tree.pos[main] == "VERB" and main < article:
            tree.move(i, main, "appos")
            _mend_relative(tree, behind, parsing)


def _mend_relative(tree: Tree, verb: int, parsing: Parsing) -> None:
    """Make the object of an answer of the mark before it: "an idea that they rejected" is no idea that they did so."""
    mark = tree.child(verb, "mark")
    if mark is None or tree.lemma[verb] not in parsing.answering:
        return
    if tree.child(verb, "nsubj") is not None and tree.child(verb, "obj") is None and tree.child(verb, "ccomp") is None:
        tree.dep[verb], tree.dep[mark], tree.pos[mark] = "acl:relcl", "obj", "PRON"
        tree.set_features(mark, PronType="Rel")


def free_protests(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Give a protest the town that the parser hung on what it is about: "protested against the reform in Paris".

    So the streets or the part of a town: "a protesté contre la réforme des retraites dans les rues de Varna".
    """
    for i, lemma in enumerate(tree.lemma):
        if lemma not in parsing.protesting or tree.pos[i] != "VERB":
            continue
        topics = [c for c in tree.children[i] if c > i and tree.dep[c] in OBLIQUES and tree.pos[c] == "NOUN"]
        for topic in (c for c in topics if tree.lemma[c] not in parsing.placed):
            last = max(tree.children[topic], default=topic)
            if tree.dep[last] == "nmod" and tree.pos[last] == "PROPN" and tree.case(last) in parsing.where:
                tree.move(last, i, "obl")
                continue
            venue = next((k for k in range(topic + 2, tree.end_of(topic)) if tree.lemma[k] in parsing.venues), None)
            if venue is not None and tree.dep[venue] == "nmod" and tree.case(venue) in words.grammar.inside_prepositions:
                tree.move(venue, i, "obl")


def free_accused(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Give an accusation whom it is made against, hung on the deed: "a complaint of fraud against the minister".

    Several people may be whom the deed was done to, if it does harm: "accusations of torture against prisoners".
    Where the deed hangs on the verb, so do they: "a porté plainte pour vol contre le maire".
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "nmod" or (tree.case(i) not in parsing.against and tree.lemma[i] not in parsing.against):
            continue
        accusing = noun if tree.lemma[noun] in words.grammar.accusations else tree.head[noun]
        held = tree.child(accusing, "obj") if tree.pos[accusing] == "VERB" and tree.dep[noun].startswith("obl") else None
        if held is not None and tree.lemma[held] in words.grammar.accusations and held < noun < i:
            tree.move(i, accusing, "obl")
            continue
        deeds = [c for c in tree.children[accusing] if c < i and tree.dep[c] in ("nmod", "compound")]
        if tree.lemma[accusing] not in words.grammar.accusations or not deeds or noun not in (accusing, deeds[-1]):
            continue
        whom = max(tree.children[i], default=i) if tree.lemma[i] in parsing.against else i  # "à l'encontre de X"
        thing = words.nouns.get(tree.lemma[whom])  # "l'enquête sur l'attaque contre un magasin": it is accused of nothing
        harmed = "Number=Plur" in tree.morph[whom] or (thing is not None and thing.kind in ("Place", "Artifact"))
        harmed = harmed and tree.lemma[deeds[-1]] in parsing.harms
        tree.move(i, deeds[-1] if harmed else accusing, "nmod")


def free_added_words(tree: Tree, parsing: Parsing) -> None:
    """Give a participle of saying behind a comma to who speaks: "a dit que l'armée recule, ajoutant que X tient"."""
    for i, dep in enumerate(tree.dep):
        said = tree.head[i]
        if dep != "advcl" or said > i or tree.dep[said] != "ccomp" or tree.lemma[i] not in parsing.speech:
            continue
        told = tree.child(i, "ccomp") is not None or tree.text[i + 1] == ":"
        if "VerbForm=Part" not in tree.morph[i] or "Tense=Pres" not in tree.morph[i] or not told:
            continue
        above = tree.lemma[tree.head[said]]
        if above in parsing.speech | parsing.answering and tree.text[_leftmost(tree, i) - 1] == ",":
            tree.move(i, tree.head[said], "advcl")


def free_reserves(tree: Tree, parsing: Parsing) -> None:
    """Give to who speaks what they keep to themselves: "confirmed that X had left, but did not say why"."""
    for i, dep in enumerate(tree.dep):
        said = tree.head[i]
        if dep != "conj" or said > i or tree.dep[said] != "ccomp" or tree.lemma[said] in parsing.speech:
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS), None)
        if (subject is not None and tree.pos[subject] != "PRON") or tree.child(i, "cc") is None:
            continue
        above = tree.head[said]
        if tree.lemma[above] in parsing.speech | parsing.answering and above < said and _withholds(tree, i, parsing):
            tree.move(i, above, "conj")


def _withholds(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a verb says that somebody does not tell something: "did not say", "declined to comment"."""
    asked = tree.child(i, "xcomp")
    if tree.lemma[i] in parsing.declining and asked is not None:
        return tree.lemma[asked] in parsing.withheld
    return tree.lemma[i] in parsing.withheld and any("Polarity=Neg" in tree.morph[c] for c in tree.children[i])


def _finite(tree: Tree, verb: int) -> str:
    """The features of a verb and of its auxiliaries."""
    return "|".join(tree.morph[k] for k in (verb, *(c for c in tree.children[verb] if tree.dep[c].startswith("aux"))))


def settle_descriptions(tree: Tree, names: Iterable[NameSpan], words: Language) -> None:
    """Hang a definite description behind the name of a person on that name: "l'avocat de X, le chef du parti".

    One without an article may be of either, so that it is of neither. What is a body is nobody: "a lawyer at X, a charity".
    """
    ends = {name.last: name for name in names if name.label in ("PER", "ORG")}
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "appos" or tree.pos[i] != "NOUN" or tree.pos[noun] != "NOUN":
            continue
        comma = _leftmost(tree, i) - 1
        if comma not in ends:
            continue
        inside = range(ends[comma].first, ends[comma].last)
        name = next(k for k in inside if tree.head[k] not in inside or tree.head[k] == k)
        beside = not tree.case(name)  # "M. Ivo Sand, membre du club": the noun is but his title
        if tree.text[comma] != "," or tree.dep[name] != "nmod" or tree.head[name] != noun or beside:
            continue
        article = tree.child(i, "det")
        if ends[comma].label == "ORG":
            if _is_body(tree, i, words) and not _is_body(tree, noun, words):
                tree.move(i, name, "appos")
        elif article is None:
            tree.dep[i] = "dep"
        elif "Definite=Def" in tree.morph[article]:
            tree.move(i, name, "appos")


def _is_body(tree: Tree, i: int, words: Language) -> bool:
    """Whether a noun, alone or with the one before it, means a body: "a think tank"."""
    noun = words.nouns.get(f"{tree.lemma[i - 1]} {tree.lemma[i]}".lower()) or words.nouns.get(tree.lemma[i].lower())
    return noun is not None and noun.kind in BODIES


def settle_holders(tree: Tree, titles: Container[str]) -> None:
    """Hang a name behind a comma on the office right before it: "the director, X, and the minister, Y", "X and Y, director".

    The parser gives all of them to the first of the row.
    """
    for i, dep in enumerate(tree.dep):
        if dep != "appos" or "Number=Plur" in tree.morph[i] or tree.case(i):
            continue
        first, begin = tree.head[i], _leftmost(tree, i)
        if begin < 2 or tree.text[begin - 1] != ",":
            continue
        row = [c for name in (first, *_appositions(tree, first, i)) for c in tree.children[name] if tree.dep[c] == "conj"]
        beside = next((c for c in row if first < c < begin and _rightmost(tree, c) == begin - 2), None)
        if beside is None or tree.child(beside, "cc") is None or tree.pos[first] != tree.pos[beside]:
            continue
        titled = tree.pos[beside] == "PROPN" and tree.lemma[i].lower() in titles  # "X and Y, director"
        if not (titled or (tree.pos[beside] == "NOUN" and _is_other_holder(tree, beside, i))):
            continue
        tree.move(i, beside, "appos")
        if tree.head[beside] != first:
            tree.move(beside, first, "conj")


def _is_other_holder(tree: Tree, office: int, name: int) -> bool:
    """Whether a noun is that of another person than the one before it: "the founder and leader, X" is one."""
    own = tree.child(office, "det") is not None or tree.child(office, "nmod:poss") is not None
    return own and tree.pos[name] == "PROPN"


def join_holders(tree: Tree) -> None:
    """Join an office to the one before it, not to who holds that: "the director, X, and her deputy, Y, resigned"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep != "conj" or tree.dep[name] != "appos":
            continue
        joint, office = tree.child(i, "cc"), tree.head[name]
        if joint is None or joint < 2 or tree.text[joint - 1] != ",":
            continue
        held = tree.child(i, "appos")
        alike = tree.pos[i] == tree.pos[office] == "NOUN" and tree.pos[name] == "PROPN"
        if alike and office < name and held is not None and held > i and tree.pos[held] == "PROPN":
            tree.move(i, office, "conj")


def _appositions(tree: Tree, noun: int, before: int) -> list[int]:
    return [c for c in tree.children[noun] if tree.dep[c] == "appos" and c < before]


def part_clauses(tree: Tree) -> None:
    """Make a clause that a semicolon parts from the next one its equal: "Two were freed; Rome denied paying for them"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in CLAUSES or verb <= i or tree.pos[i] not in VERBAL or not _is_parted(tree, i, verb):
            continue
        tree.stand_for(i, verb)
        tree.move(verb, i, "conj")


def join_clauses(tree: Tree) -> None:
    """Make a coordinate of a clause that a conjunction joins: "30 people are missing and 20 were hurt"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep == "ccomp" and above < i and any(tree.dep[k] == "cc" and above < k < i for k in tree.children[above]):
            begin = _leftmost(tree, i)
            subject = any(tree.dep[c] in SUBJECTS for c in tree.children[i])
            if subject and tree.dep[begin - 1] == "cc" and tree.head[begin - 1] == above:
                tree.dep[i] = "conj"


def mend_makers(tree: Tree, by: str, capacity: str) -> None:
    """Give a passive verb the agent that hangs on what somebody is made: "hired as an adviser by the firm"."""
    for i, dep in enumerate(tree.dep):
        if dep != "nmod":
            continue
        office = tree.head[i]
        verb = tree.head[office]
        if tree.case(i) != by or tree.dep[office] not in ("obl", "xcomp"):
            continue
        words = {tree.lemma[c] for c in tree.children[office] if tree.dep[c] in ("case", "mark")}
        predicate = tree.dep[office] == "xcomp" and tree.pos[office] == "NOUN"  # "appointed commander by the king"
        bare = "Tense=Past" in tree.morph[verb] and tree.child(verb, "aux") is None
        passive = tree.child(verb, "aux:pass") is not None or bare  # "désigné comme organisation terroriste par X"
        if (predicate or capacity in words) and passive and tree.child(verb, "obl:agent") is None:
            tree.move(i, verb, "obl:agent")


def share_objects(tree: Tree) -> None:
    """Give a verb's second object to the verb joined to it that stands nearer: "searched a villa and arrested its owner"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        counted = dep == "obl" and tree.child(i, "nummod") is not None and tree.child(i, "case") is None
        if (dep != "obj" and not (counted and not tree.temporal[i])) or i < verb:
            continue
        before = [k for k in tree.children[verb] if verb < k < i]
        first = next((k for k in before if tree.dep[k] == "obj"), None)
        joined = next((k for k in reversed(before) if tree.dep[k] == "conj" and tree.pos[k] == "VERB"), None)
        if first is not None and joined is not None and first < joined and tree.child(joined, "obj") is None:
            tree.move(i, joined, "obj")


def _leftmost(tree: Tree, i: int) -> int:
    while (begin := min([i, *tree.children[i]])) != i:
        i = begin
    return i


def _rightmost(tree: Tree, i: int) -> int:
    """The last word of the phrase of word `i`, commas left out."""
    while (end := max([i, *(c for c in tree.children[i] if tree.pos[c] != "PUNCT")])) != i:
        i = end
    return i


def _is_parted(tree: Tree, i: int, verb: int) -> bool:
    marks = {tree.text[k] for k in tree.children[verb] if i < k < verb}
    if ":" in marks and tree.dep[i] == "ccomp":  # "Banks fared badly: Norvex reported a loss" does not report the first
        return tree.dep[verb] == "root" and any(k > verb and tree.dep[k] in ("obj", "ccomp") for k in tree.children[verb])
    return ";" in marks and tree.child(i, "mark") is None


def free_marks(tree: Tree) -> None:
    """Let nothing hang from a punctuation mark."""
    for i, head in enumerate(tree.head):
        if head != i and tree.pos[head] == "PUNCT":
            above = tree.head[head]
            if above != head:
                nominal = tree.pos[i] in NOMINAL and tree.pos[above] in NOMINAL
                dep = tree.dep[i] if tree.dep[i] != "fixed" else "appos" if nominal else "dep"
                tree.move(i, above, dep)


def is_apposition(tree: Tree, first: int, second: int) -> bool:
    """Whether the noun phrase `second` follows `first` after a comma, or is a name right after it."""
    if tree.pos[first] not in ("NOUN", "PROPN") or tree.pos[second] not in ("NOUN", "PROPN"):
        return False
    start = min([second, *tree.children[second]])
    if tree.text[start - 1] == ",":
        return True
    return tree.pos[second] == "PROPN" and tree.pos[start - 1] in NOMINAL and tree.is_above(first, start - 1)


def mend_post_places(tree: Tree, words: Language) -> None:
    """Hang on a town where it lies, not on who is from there: "Ana Vidal, mayor of Lunel, in Norvia, was …"."""
    inside = words.grammar.inside_prepositions
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if dep in ("nmod", "obl") and tree.pos[i] == "PROPN" else None
        if case is None or case < 2 or tree.text[case - 1] != "," or tree.case(i) not in inside:
            continue
        town = case - 2
        while tree.dep[town] == "flat:name" and tree.head[town] < town:
            town = tree.head[town]
        post = tree.head[town]
        above = tree.head[i] == post or tree.is_above(tree.head[i], post)
        if not above or tree.pos[town] != "PROPN" or tree.dep[town] != "nmod" or tree.case(town) not in ("de", "of", "from"):
            continue
        noun = words.nouns.get(tree.lemma[post])
        if tree.lemma[post] in words.titles or (noun is not None and noun.kind in ("Person", "Position")):
            tree.move(i, town, "nmod")
