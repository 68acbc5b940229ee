"""What clause hangs from what in an English tree: contents, complements, clauses with "as"."""

from __future__ import annotations

from kg.annotate.english.signs import FINITE, is_finite
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import give_subject
from kg.annotate.tree import Tree
from kg.lang import language

TWOFOLD = frozenset({"after", "before", "since", "until"})  # before a noun or a clause
CALLING = frozenset({"describe", "dismiss", "reject", "denounce", "brand", "condemn"})  # what something is, "as"


def mend_contents(tree: Tree) -> None:
    """Make the content of a noun of a clause with "that" which lacks nothing: "a rumour that they had fled the town"."""
    contents = load_parsing("en").contents
    for i, dep in enumerate(tree.dep):
        if dep != "acl:relcl":
            continue
        that = next((c for c in tree.children[i] if c < i and tree.lemma[c] == "that"), None)
        subject = any(tree.dep[c] in ("nsubj", "nsubj:pass") and c != that for c in tree.children[i])
        if that is None or not subject:
            continue
        objects = [c for c in tree.children[i] if tree.dep[c] == "obj"]
        marked = tree.dep[that] == "mark" or (len(objects) == 2 and that in objects)
        if marked or tree.lemma[tree.head[i]] in contents:
            tree.move(that, i, "mark")
            tree.pos[that], tree.morph[that] = "SCONJ", ""
            tree.dep[i] = "acl"


def raise_contents(tree: Tree) -> None:
    """Hang on a verb of saying what it says, not on where it is said: "added in a statement that the port was open"."""
    frames = language("en").frames.verbs
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep not in ("acl", "acl:relcl") or tree.dep[noun] != "obl" or not verb < noun < i or tree.pos[verb] != "VERB":
            continue
        that = next((c for c in tree.children[i] if noun < c < i and tree.text[c] == "that"), None)
        subject = any(tree.dep[c] in ("nsubj", "nsubj:pass") and c != that for c in tree.children[i])
        if that is None or not subject or any(tree.dep[c] in ("ccomp", "xcomp") for c in tree.children[verb]):
            continue
        if any(frame.complement for _, frame in frames.get(tree.lemma[verb], ())):
            tree.move(that, i, "mark")
            tree.pos[that], tree.morph[that] = "SCONJ", ""
            tree.move(i, verb, "ccomp")


def mend_verb_objects(tree: Tree) -> None:
    """Make an object of a gerund right behind a verb or its particle, and of what somebody is made to do.

    "ruled out resigning", "gave up smoking"; "was made to confess".
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i] if dep == "advcl" else i
        if verb >= i or tree.pos[verb] != "VERB" or tree.child(verb, "obj") is not None:
            continue
        if tree.tag[i] == "VBG":
            begin = min([i, *tree.children[i]])
            if begin == i and (i == verb + 1 or (i == verb + 2 and tree.dep[i - 1] == "compound:prt")):
                tree.dep[i] = "xcomp"
        elif tree.lemma[verb] == "make" and tree.child(verb, "aux:pass") is not None and tree.tag[i] == "VB":
            tree.dep[i] = "xcomp"


def mend_as_clauses(tree: Tree) -> None:
    """Give a clause with "as" the subject that was taken for an office: "wins the vote as president concedes"."""
    for verb, dep in enumerate(tree.dep):
        noun = verb - 1
        if dep != "advcl" or tree.tag[verb] not in ("VBZ", "VBP") or tree.child(verb, "nsubj") is not None or noun < 0:
            continue
        case = tree.child(noun, "case")
        if tree.dep[noun] != "obl" or case is None or tree.lemma[case] != "as" or tree.head[noun] != tree.head[verb]:
            continue
        tree.move(noun, verb, "nsubj")
        tree.move(case, verb, "mark")
        tree.pos[case] = "SCONJ"


def mend_as_adjectives(tree: Tree) -> None:
    """Hang on the verb what somebody calls a thing: "described the claims as unfounded", "rejected them as false"."""
    for i, pos in enumerate(tree.pos):
        mark = i - 1
        if pos != "ADJ" or i < 3 or tree.text[mark] != "as" or tree.pos[i + 1] not in ("PUNCT", "CCONJ"):
            continue
        said = next((k for k in range(mark - 1, tree.first_of(i), -1) if tree.lemma[k] in CALLING), None)
        thing = None if said is None else tree.child(said, "obj")
        if said is None or thing is None or not said < thing < mark or not tree.is_above(said, i):
            continue
        tree.move(i, said, "obl")
        tree.move(mark, i, "case")
        tree.pos[mark] = "ADP"


def free_clauses(tree: Tree) -> None:
    """Give a finite clause the subject that was taken for an object: "said no help was needed".

    Behind a verb that says nothing and "and" it is no complement: "ordered an inquiry and four men were held".
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("xcomp", "ccomp") or i < verb:
            continue
        own = next((c for c in tree.children[i] if tree.dep[c].startswith("nsubj")), None)
        if own is not None:
            _join(tree, i, _joint_before(tree, verb, own) if dep == "ccomp" and own > verb else None)
            continue
        finite = next((c for c in tree.children[i] if tree.dep[c].startswith("aux") and tree.tag[c] in FINITE), None)
        noun = tree.child(verb, "obj")
        if finite is None or noun is None or not verb < noun < finite:
            continue
        subject = finite - 1
        taken = tree.dep[subject] == "conj" or (tree.dep[subject] == "obj" and tree.head[subject] == verb)
        joint = _joint_before(tree, verb, subject) if taken else None
        label = "nsubj:pass" if tree.child(i, "aux:pass") is not None else "nsubj"
        tree.move(noun if joint is None else subject, i, label)
        tree.dep[i] = "ccomp"
        _join(tree, i, joint)


def _join(tree: Tree, clause: int, joint: int | None) -> None:
    """Join a clause to the verb above by the conjunction before its subject, if there is one."""
    if joint is not None:
        tree.move(joint, clause, "cc")
        tree.dep[clause] = "conj"


def _joint_before(tree: Tree, verb: int, subject: int) -> int | None:
    """What joins another clause to that of a verb which says nothing: "ordered an inquiry |and| four men were held"."""
    frames = language("en").frames.verbs.get(tree.lemma[verb], ())
    if tree.lemma[verb] in load_parsing("en").speech or any(frame.complement in ("said", "actual") for _, frame in frames):
        return None
    first = min([subject, *(c for c in tree.children[subject] if tree.dep[c] != "cc")])
    return first - 1 if tree.tag[first - 1] == "CC" else None


def mend_demands(tree: Tree) -> None:
    """Make a complement of what somebody asks "for" another to do: "called for the army to leave"."""
    frames = language("en").frames.verbs
    for i, text in enumerate(tree.text):
        asks = tree.lemma[i - 1] if text == "for" and i and tree.pos[i - 1] == "VERB" else ""
        if not any(trigger.preposition == "for" and frame.kind == "Demand" for trigger, frame in frames.get(asks, ())):
            continue
        asked, done = tree.head[i], tree.child(i - 1, "xcomp")
        if tree.dep[i] == "case" and tree.head[asked] == i - 1 and done is not None and i < asked < done:
            tree.move(asked, done, "nsubj")
            tree.move(i, done, "mark")
            tree.dep[done] = "ccomp"
        elif tree.dep[i] == "mark" and tree.head[asked] == i - 1 and tree.child(asked, "nsubj") is not None:
            tree.dep[asked] = "ccomp"


def mend_made_easy(tree: Tree) -> None:
    """Give no subject to what a predicate under "make it" or "find it" tells: "makes it a crime to criticise the king"."""
    for i, dep in enumerate(tree.dep):
        predicate = tree.head[i]
        above = tree.head[predicate]
        if dep not in ("advcl", "xcomp") or tree.tag[i] != "VB" or tree.dep[predicate] not in ("ccomp", "xcomp"):
            continue
        it = above + 1
        if tree.pos[predicate] not in ("ADJ", "NOUN") or not above < predicate < i or tree.lemma[it] != "it":
            continue
        if tree.head[it] in (above, predicate):
            tree.move(it, predicate, "expl")
            tree.dep[i] = "xcomp"


def mend_shifted_objects(tree: Tree) -> None:
    """Give a verb the object that stands behind what it is called: "dismissed as absurd the claim that"."""
    contents, frames = load_parsing("en").contents, language("en").frames
    for mark in range(1, len(tree) - 2):
        verb = mark - 1
        if tree.lemma[mark] != "as" or tree.pos[verb] != "VERB" or tree.child(verb, "obj") is not None:
            continue
        noun = tree.head[mark]
        if noun <= mark or tree.head[noun] != verb:
            continue
        called, lemma = mark + 1, tree.lemma[noun]
        saying = (*frames.nouns.get(lemma, ()), *frames.verbs.get(lemma, ()))  # "dismissed as lies reports that"
        content = lemma in contents or any(frame.complement for _, frame in saying)
        if tree.dep[noun] == "obl" and tree.head[called] == noun and tree.pos[called] in ("ADJ", "ADV"):
            if tree.dep[called + 1] != "det" and not (content and noun == called + 1):
                continue
        elif (
            content
            and tree.child(noun, "ccomp")
            and tree.tag[noun] == "VBZ"
            and called == noun - 1 == tree.child(noun, "nsubj")
        ):
            tree.pos[noun], tree.tag[noun], tree.morph[noun] = "NOUN", "NNS", "Number=Plur"
            for clause in [c for c in tree.children[noun] if tree.dep[c] == "ccomp"]:
                tree.dep[clause] = "acl"
        else:
            continue
        tree.move(noun, verb, "obj")
        tree.move(called, verb, "obl")
        tree.move(mark, called, "case")
        tree.pos[mark] = "ADP"
        for clause in [c for c in tree.children[verb] if c > noun and tree.dep[c] == "ccomp"]:
            tree.move(clause, noun, "acl")


def part_not_only(tree: Tree) -> None:
    """Make no content of a clause in front that another goes beyond: "The union not only struck, it sued the firm"."""
    for i, word in enumerate(tree.lemma):
        clause = tree.head[i]
        if word != "not" or tree.dep[i] != "cc:preconj" or tree.dep[clause] != "ccomp" or tree.head[clause] < clause:
            continue
        other = tree.head[clause]
        if tree.lemma[i + 1] == "only" and tree.child(other, "nsubj") is not None:
            tree.stand_for(clause, other)
            tree.move(other, clause, "conj")


def raise_joined_futures(tree: Tree) -> None:
    """Join to the main verb one in the future behind a clause of time: "will go once it is done and |will be replaced|"."""
    for verb, dep in enumerate(tree.dep):
        clause = tree.head[verb]
        if dep != "conj" or tree.tag[verb] not in ("VB", "VBN") or tree.dep[clause] != "advcl" or clause > verb:
            continue
        main = tree.head[clause]
        if main > clause or tree.child(verb, "nsubj") is not None or tree.child(verb, "nsubj:pass") is not None:
            continue
        futures = (_future(tree, main), _future(tree, clause), _future(tree, verb))
        if futures[0] and futures[0] == futures[2] and not futures[1]:
            tree.move(verb, main, "conj")
            for child in tree.children[clause]:
                if tree.dep[child] == "cc" and clause < child < verb:
                    tree.move(child, verb, "cc")


def _future(tree: Tree, verb: int) -> str:
    """The modal auxiliary of a verb, if it has one."""
    return next((tree.lemma[c] for c in tree.children[verb] if tree.dep[c] == "aux" and tree.tag[c] == "MD"), "")


def mend_after_clauses(tree: Tree) -> None:
    """Make a clause of what "after" was taken to govern alone: "mourned after its chief, Ivo Sand, was killed"."""
    for noun, dep in enumerate(tree.dep):
        above, mark = tree.head[noun], tree.child(noun, "case") if dep == "obl" else None
        if mark is None or tree.lemma[mark] not in TWOFOLD or tree.temporal[noun]:
            continue
        name = tree.child(noun, "appos")
        verb = next((c for c in tree.children[above] if tree.dep[c] == "conj" and c > noun), None)
        if name is None or verb is None or tree.child(verb, "cc") is not None or tree.child(verb, "conj") is not None:
            continue
        begin = min([verb, *(c for c in tree.children[verb] if tree.dep[c].startswith(("aux", "nsubj")))])
        if begin != name + 2 or tree.text[begin - 1] != "," or not is_finite(tree, verb):
            continue
        tree.move(verb, above, "advcl")
        tree.move(mark, verb, "mark")
        give_subject(tree, verb, noun)
