"""Of what a relative clause of an English tree is said: the thing, the body or the person before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import ontology
from kg.annotate.english.rows import plain_kinds
from kg.annotate.english.signs import BODIES
from kg.annotate.parsing import load_parsing
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language
from kg.lang.nouns import Noun
from kg.model import NameSpan
from kg.ontology import PLACES

HARM = ("Killing", "Injury", "Death", "Destruction", "Displacement")
TOLD = ("Announcement", "Agreement", "Phase")  # what is said or agreed of an event, or how far it has come


def mend_antecedents(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Hang clauses with "which" under no person, and those with "who" under no body or place."""
    label = {i: name.label for name in names for i in range(name.first, name.last)}
    for i, dep in enumerate(tree.dep):
        head = tree.head[i]
        if dep != "acl:relcl" or head == i:
            continue
        relative = next((c for c in tree.children[i] if tree.tag[c] in ("WDT", "WP", "WP$")), head)
        if tree.lemma[relative] == "which" and label.get(head) == "PER":
            before = next((k for k in range(relative - 1, head, -1) if tree.pos[k] != "PUNCT"), head)
            led = tree.head[tree.head[head]] if tree.dep[head] in ("obl:agent", "obl") else head
            if label.get(before) in BODIES:
                tree.move(i, before, "acl:relcl")
            elif tree.dep[tree.head[head]] == "acl" and tree.pos[led] == "NOUN" and led < tree.head[head] < head:
                tree.move(i, led, "acl:relcl")  # "the party led by X, which won the election"
            elif tree.case(head) == "of" and _is_thing(tree, tree.head[head], relative):
                tree.move(
                    i, tree.head[head], "acl:relcl"
                )  # "the government of X, which resigned", "the killing of X, which"
        elif tree.lemma[relative] == "which" and tree.case(head) == "between" and tree.dep[head] == "nmod":
            tree.move(i, tree.head[head], "acl:relcl")  # "the pact between the two firms, which defined X"
        elif tree.lemma[relative] == "who" and (label.get(head) in BODIES or _is_body(tree, head, relative)):
            while (label.get(head) in BODIES or _is_body(tree, head, relative)) and tree.head[head] < head:
                if tree.dep[head] not in ("nmod", "compound", "appos"):
                    break
                head = tree.head[head]
            if head != tree.head[i] and tree.pos[head] in NOMINAL and label.get(head) not in BODIES:
                tree.move(i, head, "acl:relcl")


def free_from_partners(tree: Tree) -> None:
    """Hang on what is told what is said of no town or state: "the sale of drones to Norvia, which was announced in May"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep != "acl:relcl" or tree.pos[name] != "PROPN" or tree.dep[name] not in ("nmod", "obl") or i < name:
            continue
        relative = next((c for c in tree.children[i] if tree.dep[c] in ("nsubj:pass", "nsubj")), None)
        if relative is None or tree.lemma[relative] != "which" or tree.child(i, "obj") is not None:
            continue
        told = tree.head[name]
        while tree.dep[told] == "nmod" and tree.head[told] < told and not _is_told(tree, told):
            told = tree.head[told]
        passive = tree.dep[relative] == "nsubj:pass"
        kinds = plain_kinds(tree, i)
        said = any(ontology.is_among(kind, TOLD if passive else TOLD[2:]) for kind in kinds)
        if said and told < name and _is_told(tree, told):
            tree.move(i, told, "acl:relcl")


def free_from_scenes(tree: Tree) -> None:
    """Hang on what is told what somebody answers of no place: "a strike near Varna, which Norvia has not confirmed"."""
    for i, dep in enumerate(tree.dep):
        place = tree.head[i]
        told = tree.head[place]
        if dep != "acl:relcl" or tree.pos[place] != "PROPN" or tree.dep[place] != "nmod":
            continue
        if i < place or not _is_told(tree, told):
            continue
        below = (i, *(c for c in tree.children[i] if tree.dep[c] == "conj"))
        which = (c for k in below for c in tree.children[k] if tree.dep[c] == "obj" and tree.lemma[c] == "which")
        answers = tree.lemma[i] in load_parsing("en").answering and "Criticism" not in plain_kinds(tree, i)
        if answers and next(which, None) is not None:
            tree.move(i, told, "acl:relcl")


def free_from_targets(tree: Tree) -> None:
    """Hang what kills on the attack, not on where it was: "a strike on a building in Varna that killed two generals"."""
    words = language("en")
    for i, dep in enumerate(tree.dep):
        place = tree.head[i]
        relative = tree.child(i, "nsubj") if dep == "acl:relcl" and place < i else None
        if relative is None or tree.lemma[relative] not in ("that", "which") or tree.dep[place] not in ("nmod", "obl"):
            continue
        noun = words.nouns.get(tree.lemma[place]) if tree.pos[place] == "NOUN" else None
        somewhere = tree.case(place) in words.grammar.place_prepositions if noun is None else _may_be_hit(noun)
        if not somewhere or not any(ontology.is_among(kind, HARM) for kind in plain_kinds(tree, i)):
            continue
        told = next((k for k in _nouns_above(tree, place) if _is_told(tree, k)), None)
        if told is not None:
            tree.move(i, told, "acl:relcl")


def _may_be_hit(noun: Noun) -> bool:
    """Whether a noun is that of a place, a body with a house of its own or what people ride in: none of these kills."""
    return noun.kind in PLACES or "Place" in noun.also or "vehicle" in noun.flags


def _is_told(tree: Tree, noun: int) -> bool:
    """Whether a noun tells an event by itself."""
    return tree.pos[noun] == "NOUN" and language("en").frames.is_told_by(tree.lemma[noun])


def free_from_dates(tree: Tree) -> None:
    """Hang on the noun before it what is said of no date: "the election held on 12 May, which was won by X"."""
    for i, dep in enumerate(tree.dep):
        date = tree.head[i]
        if dep != "acl:relcl" or not tree.temporal[date] or tree.pos[i] != "VERB":
            continue
        told = tree.head[date]
        while told > tree.head[told] and (tree.temporal[told] or tree.dep[told] in ("acl", "acl:relcl", "nmod", "compound")):
            if tree.pos[told] == "NOUN" and not tree.temporal[told]:
                break
            told = tree.head[told]
        acts = any(tree.tag[c] in ("WDT", "WP") and tree.dep[c].startswith("nsubj") for c in tree.children[i])
        if acts and tree.pos[told] == "NOUN" and not tree.temporal[told] and told < date:
            tree.move(i, told, "acl:relcl")


def free_from_homes(tree: Tree) -> None:
    """Hang on a person what is told behind where they live: "Ana Vidal, 40, of Mill Lane, Varna, who is a nurse"."""
    for i, dep in enumerate(tree.dep):
        home = tree.head[i]
        if dep != "acl:relcl" or tree.pos[home] != "PROPN" or not any(tree.lemma[c] == "who" for c in tree.children[i]):
            continue
        while tree.pos[home] == "PROPN" and tree.head[home] < home and tree.case(home) != "of":
            home = tree.head[home]
        person = tree.head[home]
        aged = any(tree.tag[c] == "CD" and person < c < home and tree.text[c + 1] == "," for c in tree.children[person])
        if aged and tree.case(home) == "of" and tree.pos[person] == "PROPN":
            tree.move(i, person, "acl:relcl")


def free_from_parts(tree: Tree) -> None:
    """Hang on all of them what follows the part that is picked out: "held six |people|, two of them soldiers, who fled"."""
    for i, dep in enumerate(tree.dep):
        part = tree.head[i]
        if dep != "acl:relcl" or i < part or tree.dep[part] != "appos" or tree.text[part + 1] != ",":
            continue
        counts = (c for c in tree.children[part] if tree.dep[c] in ("nummod", "nmod") and c < part)
        if any(tree.text[k] == "them" for count in counts for k in (count, *tree.children[count])):
            tree.move(i, tree.head[part], "acl:relcl")


def agree_relatives(tree: Tree) -> None:
    """Hang a clause on the noun whose number its verb shows: "officials close to |X who were| held".

    So in "a deal with |rebels that calls| for elections" it is the deal that calls for them.
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        relative = tree.child(i, "nsubj") or tree.child(i, "nsubj:pass") if dep == "acl:relcl" else None
        if relative is None or tree.lemma[relative] not in ("who", "that", "which") or not noun < relative:
            continue
        many = _shows_many(tree, i)
        if many is None or _is_many(tree, noun) in (None, many) or tree.text[relative - 1] == ",":
            continue
        agreeing = next((k for k in _nouns_above(tree, noun) if _is_many(tree, k) is many), None)
        if agreeing is not None:
            tree.move(i, agreeing, "acl:relcl")


def _shows_many(tree: Tree, verb: int) -> bool | None:
    """Whether a finite verb or its auxiliary is one of several, where its form tells."""
    for word in (*(c for c in tree.children[verb] if tree.dep[c].startswith(("aux", "cop"))), verb):
        if tree.tag[word] in ("VBZ", "VBP") or tree.text[word] in ("was", "were"):
            return tree.text[word] == "were" or tree.tag[word] == "VBP"
    return None


def _is_many(tree: Tree, noun: int) -> bool | None:
    """Whether a noun is a plural, or the name of one; of other nouns ("the police", rows) their form tells nothing."""
    if any(tree.dep[c] == "conj" for c in tree.children[noun]):
        return None
    if tree.lemma[noun] == "one":  # "one of the men who was held"
        return False
    return {"NNS": True, "NNP": False, "NN": False}.get(tree.tag[noun])


def _nouns_above(tree: Tree, noun: int) -> Iterator[int]:
    """The nouns before a noun that it hangs on, and the object or passive subject of the verb that it hangs on."""
    below, above = noun, tree.head[noun]
    while below != above < noun:
        if tree.pos[above] in ("NOUN", "PROPN", "NUM"):
            yield above
        yield from (c for c in tree.children[above] if tree.dep[c] in ("obj", "nsubj:pass") and above < c < noun)
        below, above = above, tree.head[above]


def _is_body(tree: Tree, noun: int, relative: int) -> bool:
    """Whether a noun is one of a body, a thing or a place; behind a comma also of a crowd: "head of the group, who fled".

    So is a name that a person's noun before it is of and a name stands in: "a member of the UN Commissioner for Refugees".
    """
    if tree.pos[noun] == "PROPN" and tree.dep[noun] == "nmod" and tree.case(noun) == "of":
        member = language("en").nouns.get(tree.lemma[tree.head[noun]])
        return (
            member is not None
            and member.kind == "Person"
            and any(tree.dep[c] == "nmod" and tree.pos[c] == "PROPN" and tree.case(c) == "for" for c in tree.children[noun])
        )
    if tree.pos[noun] != "NOUN" or "Number=Sing" not in tree.morph[noun]:
        return False
    nouns = language("en").nouns  # "the head of the intelligence service, who fled"
    known = nouns.get(tree.lemma[noun]) or (nouns.get(f"{tree.lemma[noun - 1]} {tree.lemma[noun]}") if noun else None)
    crowd = known is not None and known.kind == "Group" and tree.text[relative - 1] == ","
    return crowd or (known is not None and known.kind not in ("Group", "Person", "Position", ""))


def _is_thing(tree: Tree, noun: int, relative: int) -> bool:
    """Whether a noun is that of a body, a thing, a place or an event."""
    return _is_body(tree, noun, relative) or _is_told(tree, noun)


def mend_avowals(tree: Tree) -> None:
    """Hang what tells who did something on that, not on where: "the attack in X, for which Y claimed responsibility"."""
    frames = language("en").frames
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl:relcl", "advcl") or tree.pos[i] != "VERB" or (thing := tree.child(i, "obj")) is None:
            continue
        relative = next((c for c in tree.children[i] if tree.lemma[c] == "which" and c < i and tree.case(c)), None)
        if relative is None or not any(
            frame.avows and trigger.object_noun == tree.lemma[thing] and trigger.preposition == tree.case(relative)
            for trigger, frame in frames.verbs.get(tree.lemma[i], ())
        ):
            continue
        told = tree.head[i]
        while tree.lemma[told] not in frames.nouns and tree.dep[told] in ("nmod", "conj", "appos", "compound"):
            told = tree.head[told]
        if tree.dep[told] == "obl":
            told = tree.head[told]
        if tree.pos[told] == "VERB":
            told = next((c for c in tree.children[told] if tree.dep[c] in ("obj", "nsubj:pass") and c < relative), told)
        if tree.lemma[told] in frames.nouns and tree.pos[told] == "NOUN" and told < relative:
            for clause in [c for c in tree.children[i] if tree.dep[c] == "conj" and tree.head[i] != told]:
                if any(tree.lemma[k] == "where" for k in tree.children[clause]):  # "and where ten people died"
                    tree.move(clause, tree.head[i], "acl:relcl")
            tree.move(i, told, "acl:relcl")


def has_relative(tree: Tree, i: int) -> bool:
    """Whether clause `i` has a wh-word of its own."""
    below = [i, *tree.children[i], *(c for child in tree.children[i] for c in tree.children[child])]
    return any(tree.tag[word] in ("WDT", "WP", "WP$", "WRB") for word in below)
