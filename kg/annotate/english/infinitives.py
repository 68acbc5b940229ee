"""Infinitives of an English tree: under the noun or verb that they belong to, without those who only hear them asked."""

from __future__ import annotations

from kg.annotate.english.signs import PAST, make_past
from kg.annotate.tree import Tree
from kg.lang import language

BESIDE = ("obl", "obj")
ASKED = ("to",)  # before whom one appeals to
PROMOTING = frozenset({"promote", "elevate"})


def mend_named_goals(tree: Tree) -> None:
    """Make a preposition of "to" before a name that was taken for a verb: "pledged allegiance to al-Nur last year"."""
    for mark, lemma in enumerate(tree.lemma):
        name = tree.head[mark]
        if lemma != "to" or tree.dep[mark] not in ("mark", "aux") or tree.pos[name] != "PROPN" or name <= mark:
            continue
        above = tree.head[name]
        kids = [c for c in tree.children[name] if c != mark and not tree.temporal[c]]
        told = any(tree.dep[c].startswith(("nsubj", "obj", "dobj", "cop", "aux")) for c in kids)
        if told or above >= mark or tree.dep[name] not in ("xcomp", "acl", "advcl", "ccomp"):
            continue
        tree.tag[mark], tree.pos[mark], tree.dep[mark] = "IN", "ADP", "case"
        for child in [c for c in tree.children[name] if c > name and tree.temporal[c]]:
            tree.move(child, above, "obl:tmod")
        tree.dep[name] = "obl" if tree.pos[above] in ("VERB", "AUX") else "nmod"


def lower_habits(tree: Tree) -> None:
    """Make an auxiliary of "used" where something was done for long: "The army used to patrol the road"."""
    for i, lemma in enumerate(tree.lemma[:-1]):
        verb = tree.child(i, "xcomp") if lemma == "use" and tree.text[i + 1] == "to" and tree.tag[i] in PAST else None
        if verb is None or tree.tag[verb] != "VB" or tree.child(verb, "mark") != i + 1 or tree.child(i, "nsubj") is None:
            continue
        if any(tree.dep[c] == "obj" or tree.dep[c].startswith("aux") for c in tree.children[i]):
            continue
        tree.take_place(verb, i, tree.dep[i])
        tree.move(i, verb, "aux")
        tree.move(i + 1, i, "fixed")
        tree.pos[i] = "AUX"
        make_past(tree, verb)


def hang_ranked(tree: Tree) -> None:
    """Hang on a noun the infinitive of what it is the greatest to do: "It's the biggest storm to hit the island"."""
    for i, dep in enumerate(tree.dep):
        noun, mark = tree.head[i], tree.child(i, "mark")
        if dep != "xcomp" or tree.tag[i] != "VB" or mark is None or tree.pos[noun] != "NOUN" or mark != noun + 1:
            continue
        if tree.child(noun, "cop") is not None and any(tree.tag[c] == "JJS" for c in tree.children[noun]):
            tree.dep[i] = "acl"


def free_aims(tree: Tree) -> None:
    """Hang beside a verb of change the aim that was taken for its content: "The search was stepped up to find them"."""
    verbs = language("en").frames.verbs
    for i, dep in enumerate(tree.dep):
        changed = tree.head[i]
        if (
            dep != "xcomp"
            or tree.tag[i] != "VB"
            or not any(f.kind == "Change" for _, f in verbs.get(tree.lemma[changed], ()))
        ):
            continue
        if any(tree.dep[c].startswith("nsubj") for c in tree.children[changed]) and tree.child(i, "mark") is not None:
            tree.dep[i] = "advcl"


def raise_pleas(tree: Tree) -> None:
    """Make a content of what somebody is begged to do: "pleaded with the kidnappers to free her son"."""
    pleading = language("en").grammar.pleading
    for verb, dep in enumerate(tree.dep):
        above, mark = tree.head[verb], tree.child(verb, "mark")
        if dep != "advcl" or tree.tag[verb] != "VB" or tree.lemma[above] not in pleading or mark is None:
            continue
        whom = mark - 1
        if tree.lemma[mark] == "to" and tree.head[whom] == above and tree.dep[whom] == "obl" and tree.case(whom) == "with":
            tree.dep[verb] = "xcomp"


def join_aims(tree: Tree) -> None:
    """Hang an infinitive right behind a noun that it tells the aim of on it: "the role X has in the bid to free Y"."""
    words = language("en")
    aims = words.grammar.undertakings | words.grammar.appeals
    for verb, dep in enumerate(tree.dep):
        mark = tree.child(verb, "mark") if dep in ("advcl", "xcomp") else None
        if mark is None or mark == 0 or tree.text[mark] != "to":
            continue
        noun = _before_agent(tree, mark - 1)
        if tree.head[noun] != tree.head[verb] or tree.dep[noun] not in BESIDE or tree.pos[noun] != "NOUN":
            continue
        modal = words.frames.modals.get((tree.lemma[noun], "noun"))
        if tree.lemma[noun] in aims or (modal is not None and "acl" in modal.governs):
            tree.move(verb, noun, "acl")


def _before_agent(tree: Tree, noun: int) -> int:
    """The noun whose doer a name behind "by" is: "foiled a plot by Norvia to kill an officer"."""
    by = tree.dep[noun] == "nmod" and tree.case(noun) == "by" and tree.child(noun, "case") == noun - 1
    return tree.head[noun] if by and tree.head[noun] == noun - 2 else noun


def free_from_relatives(tree: Tree) -> None:
    """Join a bare infinitive to the one above a clause about somebody: "want to honour those who died and thank X"."""
    for verb, dep in enumerate(tree.dep):
        first = tree.head[verb]
        if dep != "conj" or tree.dep[first] != "acl:relcl" or tree.pos[verb] != "VERB" or not _is_bare(tree, verb):
            continue
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in tree.children[verb]):
            continue
        first_word = min((c for c in tree.children[first] if tree.dep[c].startswith("aux")), default=first)
        outer = tree.head[tree.head[first]]
        if tree.tag[first_word] in ("VBD", "VBZ", "VBN") and tree.tag[outer] == "VB" and outer < first:
            tree.move(verb, outer, "conj")
            tree.tag[verb], tree.morph[verb] = "VB", "VerbForm=Inf"


def _is_bare(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] in ("VB", "VBP") and tree.text[verb].lower() == tree.lemma[verb]


def free_audiences(tree: Tree) -> None:
    """Hang before whom somebody asks on the verb, not as subject of what is asked: "pleaded before X to be freed"."""
    for before, dep in enumerate(tree.dep):
        verb = tree.head[before]
        if dep != "mark" or tree.lemma[before] != "before":
            continue
        to = next((c for c in tree.children[verb] if tree.dep[c] == "mark" and tree.text[c] == "to"), None)
        heard = next((c for c in tree.children[verb] if tree.dep[c].startswith("nsubj")), None)
        if to is None or heard is None or not before < heard < to:
            continue
        tree.move(heard, tree.head[verb], "obl")
        tree.move(before, heard, "case")
        tree.pos[before] = "ADP"


def raise_wishes(tree: Tree) -> None:
    """Hang what somebody asks for on the verb, not on those who are asked: "appealed to the rebels for a ceasefire"."""
    appeals = language("en").grammar.appeals
    for wish, dep in enumerate(tree.dep):
        asked = tree.head[wish]
        if dep != "nmod" or tree.dep[asked] != "obl" or tree.case(wish) != "for" or tree.case(asked) not in ASKED:
            continue
        if tree.lemma[tree.head[asked]] in appeals and tree.head[asked] < asked < wish:
            tree.move(wish, tree.head[asked], "obl")


def free_helped(tree: Tree) -> None:
    """Give a bare infinitive the subject that was taken for its compound: "help the fund fulfil its mission"."""
    helping = language("en").grammar.object_control
    for verb, dep in enumerate(tree.dep):
        above, noun = tree.head[verb], verb - 1
        if dep != "obj" or tree.tag[verb] != "VB" or tree.lemma[above] not in helping or tree.child(verb, "obj") is None:
            continue
        if above < noun and tree.head[noun] == verb and tree.dep[noun] == "compound":
            tree.move(noun, above, "obj")
            tree.move(verb, above, "xcomp")
            for child in [c for c in tree.children[verb] if c < noun]:
                tree.move(child, noun, tree.dep[child])


def mend_terms(tree: Tree) -> None:
    """Make a verb of "have" that was taken for an auxiliary before a term: "has until the end of May to repay X"."""
    for having, dep in enumerate(tree.dep):
        verb = tree.head[having]
        if dep != "aux" or tree.lemma[having] != "have" or verb < having + 3:
            continue
        to = next((c for c in tree.children[verb] if tree.text[c] == "to" and having + 1 < c < verb), None)
        term = having + 1
        end = next((c for c in tree.children[term] if tree.dep[c] == "obl"), None)
        if to is None or end is None or tree.head[term] != verb or tree.pos[term] not in ("ADP", "SCONJ"):
            continue
        tree.stand_for(having, verb)
        tree.pos[having] = "VERB"
        for child in [c for c in tree.children[verb] if c < to and c != having]:
            tree.move(child, having, tree.dep[child])
        tree.move(end, having, "obl")
        tree.move(term, end, "case")
        tree.pos[term] = "ADP"
        tree.move(verb, having, "xcomp")


def free_calls(tree: Tree) -> None:
    """Hang on a call or a visit, as what it was for, what the caller said in it: "called the king to thank him"."""
    grammar = language("en").grammar
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        called = dep == "xcomp" and tree.lemma[verb] in grammar.calling and tree.lemma[i] in grammar.messages
        if not called or tree.child(i, "mark") is None:
            continue
        if tree.child(verb, "obj") is not None:
            tree.dep[i] = "advcl"


def mend_promotions(tree: Tree) -> None:
    """Make an office of the "infinitive" to which somebody is promoted: "was promoted to finance chief", "to head of X"."""
    for i, dep in enumerate(tree.dep):
        if dep != "xcomp" or tree.lemma[tree.head[i]] not in PROMOTING or tree.first[i] or tree.text[i - 1] != "to":
            continue
        bare = tree.child(i, "obj") == i + 1 and tree.tag[i + 1] == "NN" and not tree.children[i + 1]
        post = i + 1 if bare else i
        if not bare and not any(tree.case(c) == "of" for c in tree.children[i]):
            continue
        if bare:
            tree.take_place(post, i, "obl")
            tree.move(i, post, "compound")
        tree.dep[post], tree.pos[i], tree.tag[i], tree.morph[i] = "obl", "NOUN", "NN", "Number=Sing"
        tree.lemma[i] = tree.text[i].lower()
        tree.dep[i - 1], tree.pos[i - 1] = "case", "ADP"
        for child in [c for c in tree.children[post] if c > post]:
            of = tree.case(child) == "of"
            tree.move(child, post if of else tree.head[post], "nmod" if of else tree.dep[child])


def raise_compelled(tree: Tree) -> None:
    """Hang on a verb of making what it makes its object do: "caused the roof of a church |to collapse|"."""
    compelling = language("en").grammar.compelling
    for i, dep in enumerate(tree.dep):
        near, mark = tree.head[i], tree.child(i, "mark") if dep == "acl" and tree.tag[i] == "VB" else None
        if mark is None or tree.text[mark] != "to" or tree.dep[near] != "nmod":
            continue
        thing = tree.head[near]
        verb = tree.head[thing]
        if tree.dep[thing] == "obj" and tree.lemma[verb] in compelling and tree.child(verb, "xcomp") is None:
            tree.move(i, verb, "xcomp")
