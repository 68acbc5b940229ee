"""What clause hangs from what in an English tree: complements, charges, speech, results, relative clauses."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.english.signs import BODIES, FINITE, is_finite, make_participle, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language
from kg.model import NameSpan

RESULTS = frozenset({"ADJ", "VERB"})  # "51 dead and 700 injured"
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
QUALIFYING = frozenset({"acl", "acl:relcl", "amod"})
WITHIN = frozenset({"nmod", "compound", "flat", "amod", "conj"})  # what stands inside a noun phrase


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
            if label.get(before) in BODIES:
                tree.move(i, before, "acl:relcl")
        elif tree.lemma[relative] == "which" and tree.case(head) == "between" and tree.dep[head] == "nmod":
            tree.move(i, tree.head[head], "acl:relcl")  # "the pact between the two firms, which defined X"
        elif tree.lemma[relative] == "who" and (label.get(head) in BODIES or _is_body(tree, head, relative)):
            while (label.get(head) in BODIES or _is_body(tree, head, relative)) and tree.head[head] < head:
                if tree.dep[head] not in ("nmod", "compound", "appos"):
                    break
                head = tree.head[head]
            if head != tree.head[i] and tree.pos[head] in NOMINAL and label.get(head) not in BODIES:
                tree.move(i, head, "acl:relcl")


def _is_body(tree: Tree, noun: int, relative: int) -> bool:
    """Whether a noun is one of a body, a thing or a place; behind a comma also of a crowd: "head of the group, who fled"."""
    if tree.pos[noun] != "NOUN" or "Number=Sing" not in tree.morph[noun]:
        return False
    known = language("en").nouns.get(tree.lemma[noun])
    crowd = known is not None and known.kind == "Group" and tree.text[relative - 1] == ","
    return crowd or (known is not None and known.kind not in ("Group", "Person", "Position", ""))


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


def mend_accusations(tree: Tree) -> None:
    """Hang gerunds behind "of" under the verb that asks for them: "acquitted the captain of the ship of killing them"."""
    accusing = load_parsing("en").accusing
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.tag[i] != "VBG" or (mark := tree.child(i, "mark")) is None or tree.lemma[mark] != "of":
            continue
        above = tree.head[i]
        while tree.dep[above] in ("nmod", "compound", "appos", "flat:name", "conj") and tree.head[above] != above:
            above = tree.head[above]
        if tree.dep[above] in ("obj", "nsubj:pass", "obl:agent") and tree.lemma[tree.head[above]] in accusing:
            tree.move(i, tree.head[above], "advcl")


def mend_charges(tree: Tree) -> None:
    """Hang a bare noun behind "of" under the verb that asks for it: "accused the minister of the interior of fraud"."""
    accusing = load_parsing("en").accusing
    for verb, lemma in enumerate(tree.lemma):
        if tree.pos[verb] != "VERB" or lemma not in accusing:
            continue
        _free_accuser(tree, verb)
        if any(_raise_gerund(tree, verb, c) for c in tree.children[verb] if tree.dep[c] == "obl"):
            continue  # "was accused of burning villages"
        accuser = tree.child(verb, "obl:agent")
        if accuser is not None:  # "were accused by villagers of burning houses"
            for held in list(tree.children[accuser]):
                _raise_gerund(tree, verb, held)
            continue
        charged = tree.child(verb, "obj")
        if charged is None or charged < verb or any(tree.case(c) == "of" for c in tree.children[verb]):
            continue
        last = charged
        while (inner := max((c for c in tree.children[last] if is_complement(tree, c)), default=None)) is not None:
            last = inner
            if _gerund_behind_of(tree, last) is not None:
                break
        if last == charged or tree.pos[last] != "NOUN" or tree.case(last) != "of" or tree.child(last, "det") is not None:
            continue
        if not _raise_gerund(tree, verb, last):
            tree.move(last, verb, "obl")


def _free_accuser(tree: Tree, verb: int) -> None:
    """Give a passive verb of accusing its agent, hung on the charge: "accused of fraud by the opposition"."""
    if tree.tag[verb] != "VBN" or tree.child(verb, "obj") is not None or tree.child(verb, "obl:agent") is not None:
        return
    charges = [c for c in tree.children[verb] if tree.dep[c] == "obl" and tree.case(c) == "of"]
    by = (c for charge in charges for c in tree.children[charge] if tree.dep[c] == "nmod" and tree.case(c) == "by")
    accuser = next(by, None)
    if accuser is not None:
        tree.move(accuser, verb, "obl:agent")


def _gerund_behind_of(tree: Tree, noun: int) -> int | None:
    """The gerund right behind a noun's "of" that was taken for its adjective: "of neglecting security"."""
    of = tree.child(noun, "case")
    if of is None or tree.lemma[of] != "of":
        return None
    return next((c for c in tree.children[noun] if c == of + 1 and tree.tag[c] == "VBG" and tree.dep[c] == "amod"), None)


def _raise_gerund(tree: Tree, verb: int, noun: int) -> bool:
    """Hang that gerund, if there is one, under the verb of accusing, with the noun as its object."""
    gerund, of = _gerund_behind_of(tree, noun), tree.child(noun, "case")
    if gerund is None or of is None:
        return False
    tree.move(gerund, verb, "advcl")
    tree.move(of, gerund, "mark")
    tree.move(noun, gerund, "obj")
    return True


def is_complement(tree: Tree, i: int) -> bool:
    """Whether word `i` hangs on the noun before it by a preposition."""
    return tree.dep[i] == "nmod" and i > tree.head[i] and tree.child(i, "case") is not None


def mend_contents(tree: Tree) -> None:
    """Make the content of a noun of a clause with "that" which lacks nothing: "a rumour that they had fled the town"."""
    contents = load_parsing("en").contents
    for i, dep in enumerate(tree.dep):
        that = next((c for c in tree.children[i] if c < i and tree.lemma[c] == "that"), None)
        subject = any(tree.dep[c] in ("nsubj", "nsubj:pass") and c != that for c in tree.children[i])
        if dep != "acl:relcl" or that is None or not subject:
            continue
        objects = [c for c in tree.children[i] if tree.dep[c] == "obj"]
        marked = tree.dep[that] == "mark" or (len(objects) == 2 and that in objects)
        if marked or tree.lemma[tree.head[i]] in contents:
            tree.move(that, i, "mark")
            tree.pos[that], tree.morph[that] = "SCONJ", ""
            tree.dep[i] = "acl"


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


def mend_thanks(tree: Tree) -> None:
    """Make a preposition of "thanks" before "to", which was taken for a noun: "avoided bankruptcy thanks to a loan"."""
    for i, text in enumerate(tree.text):
        if text.lower() != "thanks" or i + 1 >= len(tree) or tree.lemma[i + 1] != "to" or tree.dep[i + 1] != "case":
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


def mend_speech_rows(tree: Tree) -> None:
    """Hang a past behind "and" under who speaks, not under what is said: "denied that it had fled and accused X"."""
    answers = load_parsing("en").answering | load_parsing("en").accusing
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        above = tree.head[first]
        if dep != "conj" or tree.dep[first] != "ccomp" or above > first or tree.tag[above] not in FINITE:
            continue
        children = tree.children[i]
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in children):
            continue
        joint = tree.child(i, "cc")
        parted = joint is not None and tree.text[joint - 1] == "," and tree.lemma[i] in answers
        passive = parted or (tree.child(first, "aux:pass") is not None and tree.child(i, "obj") is not None)
        modal = any(tree.tag[c] == "MD" for c in tree.children[first])  # asks for a bare infinitive
        if tree.tag[i] in ("VBD", "VBN") and (passive or modal) and tree.child(above, "nsubj") is not None:
            tree.move(i, above, "conj")
            make_past(tree, i)


def mend_gerund_rows(tree: Tree) -> None:
    """Hang a gerund behind "and" under the one before it: "accused soldiers of burning houses and robbing people"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep != "conj" or tree.tag[i] != "VBG" or tree.tag[above] == "VBG" or tree.pos[above] != "VERB":
            continue
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in tree.children[i]):
            continue
        between = (k for k in range(i - 1, above, -1) if tree.tag[k] == "VBG" and tree.is_above(above, k))
        first = next((k for k in between if tree.dep[k] in ("advcl", "xcomp", "acl")), None)
        if first is not None and tree.child(first, "mark") is not None:
            tree.move(i, first, "conj")


def mend_infinitive_rows(tree: Tree) -> None:
    """Hang a bare infinitive behind "and" under the one before it: "called on X to cut its costs and sell the port"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep != "conj" or tree.pos[i] != "VERB" or tree.text[i].lower() != tree.lemma[i]:
            continue
        if any(tree.dep[c].startswith(("nsubj", "aux", "mark", "cop")) for c in tree.children[i]):
            continue
        if tree.tag[above] == "VB":  # "plans to close the plant and cut jobs": no past
            tree.tag[i], tree.morph[i] = "VB", "VerbForm=Inf"
            continue
        outer = tree.head[above]
        if tree.tag[above] == "VBG" and tree.tag[outer] == "VB" and tree.dep[above] == "advcl" and outer < above:
            tree.move(i, outer, "conj")  # "should build cars while managing the firm and distribute them"
            tree.tag[i], tree.morph[i] = "VB", "VerbForm=Inf"
            continue
        clauses = (c for c in tree.children[above] if above < c < i and tree.dep[c] in ("xcomp", "advcl"))
        bare = (c for c in clauses if tree.tag[c] == "VB")
        marked = [c for c in bare if (mark := tree.child(c, "mark")) is not None and tree.lemma[mark] == "to"]
        if marked and tree.pos[above] == "VERB" and tree.text[above].lower() != tree.lemma[above]:
            tree.move(i, marked[-1], "conj")
            tree.tag[i], tree.morph[i] = "VB", "VerbForm=Inf"


def mend_left_nouns(tree: Tree) -> None:
    """Make a sentence of a noun and a participle that is a past: "Protests against X left 12 people dead"."""
    parsing = load_parsing("en")
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.tag[i] not in ("VBN", "VBD") or tree.child(i, "mark") is not None:
            continue
        goods, top = tree.child(i, "obj"), i
        active = goods is not None and goods > i and tree.lemma[i] not in parsing.twofold
        active = active or (
            tree.child(i, "ccomp") is not None and tree.text[i - 1] == ","
        )  # "X (Y), a maker of Z, said that"
        active = active or is_naming(tree, i)
        if not active and tree.lemma[i] not in parsing.intransitive:
            continue
        while tree.dep[top] in ("acl", "nmod", "compound", "obl", "acl:relcl") and tree.head[top] < top:
            top = tree.head[top]
        told = any(tree.pos[c] in ("VERB", "AUX") and tree.dep[c] not in QUALIFYING for c in tree.children[top])
        if told or tree.head[top] != top or tree.pos[top] not in ("NOUN", "PROPN"):
            continue
        tree.move(i, i, "root")
        tree.move(top, i, "nsubj")
        make_past(tree, i)


def mend_joined_pasts(tree: Tree) -> None:
    """Make a past of a participle with an object that a past is joined to: "Gunmen on bikes killed 23 and wounded 40"."""
    twofold = load_parsing("en").twofold
    for i, dep in enumerate(tree.dep):
        goods, top = tree.child(i, "obj"), tree.head[i]
        if dep != "acl" or tree.tag[i] not in ("VBN", "VBD") or goods is None or goods < i or tree.lemma[i] in twofold:
            continue
        while tree.dep[top] in ("nmod", "compound") and tree.head[top] < top:
            top = tree.head[top]
        past = joined_past(tree, top, goods)
        if past is None:
            continue
        above = tree.head[top]
        if tree.head[past] != top:
            tree.stand_for(i, past)
        elif above > past and tree.pos[above] == "VERB":
            tree.move(i, above, "ccomp")  # "…, officials said"
        else:
            tree.move(i, i, "root")
        tree.move(top, i, "nsubj")
        for child in [c for c in tree.children[past] if tree.dep[c] == "parataxis"]:
            tree.move(child, i, "parataxis")
        tree.move(past, i, "conj")
        tree.move(past - 1, past, "cc")
        for verb in (i, past):
            make_past(tree, verb)


def joined_past(tree: Tree, subject: int, after: int) -> int | None:
    """The past behind "and" that shares a subject, which may hang on that: "killed ten and wounded 40"."""
    below = sorted(c for c in tree.children[subject] if c > after)
    joined = next((c for c in below if tree.dep[c] == "cc" or (tree.dep[c] == "conj" and tree.tag[c] == "VBD")), None)
    past = None if joined is None else joined + (tree.dep[joined] == "cc")
    if past is None or past >= len(tree) or tree.tag[past] not in ("VBD", "VBN") or tree.pos[past - 1] != "CCONJ":
        return None
    return past if tree.child(past, "nsubj") in (None, subject) and tree.child(past, "obj") is not None else None


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


def is_naming(tree: Tree, i: int) -> bool:
    """Whether verb `i` gives somebody right behind it an office: "The board named Ana Vidal as its new chairwoman"."""
    person = tree.child(i, "xcomp")
    if person is None or tree.lemma[i] not in load_parsing("en").naming_verbs or tree.pos[person] != "PROPN":
        return False
    below = (*tree.children[i], *tree.children[tree.head[i]])
    office = next((c for c in below if c > person and tree.dep[c] in ("obl", "nmod") and tree.case(c) == "as"), None)
    if office is None:
        return False
    tree.move(office, i, "obl")
    tree.dep[person] = "obj"
    return True


def mend_titled_objects(tree: Tree) -> None:
    """Make a sentence of a name and a past before somebody's title and name: "Norvex sacked manager Ana Vidal"."""
    for i, dep in enumerate(tree.dep):
        title = tree.head[i]
        somebody = tree.head[title]
        if dep != "amod" or tree.tag[i] not in ("VBN", "VBD") or i == 0 or title != i + 1 or tree.dep[title] != "compound":
            continue
        subject = next((c for c in tree.children[i] if c == i - 1 and tree.pos[c] == "PROPN"), None)
        told = any(tree.pos[c] in ("VERB", "AUX") for c in tree.children[somebody])
        if subject is None or tree.head[somebody] != somebody or tree.pos[somebody] != "PROPN" or told:
            continue
        tree.move(i, i, "root")
        tree.move(somebody, i, "obj")
        tree.move(subject, i, "nsubj")
        for child in [
            c for c in tree.children[somebody] if c > somebody and tree.dep[c] in ("nmod", "punct", "obl", "advcl")
        ]:
            tree.move(child, i, "obl" if tree.dep[child] == "nmod" else tree.dep[child])
        make_past(tree, i)


def mend_reduced(tree: Tree) -> None:
    """Give a sentence back the verb whose place a participle behind the subject took: "Shells fired from X hit Y"."""
    for i, tag in enumerate(tree.tag):
        subject = tree.child(i, "nsubj")
        if tag not in ("VBN", "VBD") or tree.dep[i] not in ("root", "ccomp") or subject is None or subject > i:
            continue
        bare = not any(tree.dep[c] == "obj" or tree.dep[c].startswith(("aux", "cop")) for c in tree.children[i])
        if not bare or tree.pos[i - 1] == "PUNCT" or tree.lemma[i] in load_parsing("en").intransitive:
            continue
        main = next((c for c in tree.children[i] if c > i and is_main(tree, c)), None)
        if main is None or any(tree.dep[c] in ("cc", "punct") and i < c < main for c in tree.children[i]):
            continue
        tree.stand_for(main, i)
        for child in [c for c in tree.children[i] if c > main or c == subject or tree.dep[c] == "mark"]:
            tree.move(child, main, tree.dep[child])
        tree.move(i, subject, "acl")
        make_participle(tree, i)


def mend_headless(tree: Tree) -> None:
    """Make the main verb of a participle behind a clause about its subject: "The firm, which had 90 shops, filed for"."""
    for i, head in enumerate(tree.head):
        if head != i or tree.pos[i] not in ("NOUN", "PROPN") or tree.child(i, "cop") is not None:
            continue
        told = tree.child(i, "acl:relcl")
        verb = next((c for c in tree.children[i] if tree.dep[c] == "acl" and tree.tag[c] in ("VBN", "VBD")), None)
        if told is None or verb is None or not i < told < verb or tree.text[i + 1] != "," or tree.text[verb - 1] != ",":
            continue
        tree.move(verb, verb, "root")
        for child in [c for c in tree.children[i] if c > verb]:
            tree.move(child, verb, tree.dep[child])
        tree.move(i, verb, "nsubj")
        make_past(tree, verb)


def mend_reported(tree: Tree) -> None:
    """Make the main verb of one that was taken for a participle: "Police said (that) the man shot in the leg died"."""
    for said, dep in enumerate(tree.dep):
        speaker = tree.head[said]
        main, clause = tree.head[speaker], tree.child(said, "ccomp")
        if dep != "acl" or tree.tag[said] not in ("VBD", "VBN") or tree.dep[speaker] != "nsubj" or clause is None:
            continue
        subject = tree.child(clause, "nsubj")
        finite = any(tree.dep[c].startswith("aux") or tree.dep[c] in ("obj", "cop") for c in tree.children[clause])
        if (
            subject is None
            or finite
            or not speaker < said < subject < clause < main
            or tree.tag[clause] not in ("VBD", "VBN")
        ):
            continue
        tree.stand_for(said, main)
        tree.move(main, said, "ccomp")
        tree.move(speaker, said, "nsubj")
        tree.move(subject, main, "nsubj")
        tree.move(clause, subject, "acl")
        make_past(tree, said)
        make_participle(tree, clause)


def is_main(tree: Tree, i: int) -> bool:
    """Whether a finite verb without subject was hung below another with nothing to join the two."""
    bare = not any(tree.dep[c] in ("mark", "cc", *SUBJECTS) for c in tree.children[i])
    return is_finite(tree, i) and tree.dep[i] in ("advcl", "ccomp", "xcomp", "dep", "conj", "parataxis") and bare


def mend_passive_rows(tree: Tree) -> None:
    """Make a participle of a past that shares a passive: "was arrested and found guilty"."""
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.tag[i] != "VBD" or tree.child(tree.head[i], "aux:pass") is None:
            continue
        predicate = tree.child(i, "xcomp")
        own = any(tree.dep[c] in ("obj", "ccomp", *SUBJECTS) or tree.dep[c].startswith("aux") for c in tree.children[i])
        found = tree.lemma[i] in load_parsing("en").object_and_clause
        judged = found and predicate is not None and tree.pos[predicate] == "ADJ"
        row = (c for c in tree.children[tree.head[i]] if c > i and tree.dep[c] == "conj")
        if not own and (judged or any(tree.child(c, "obl:agent") is not None for c in row)):
            make_participle(tree, i)


def mend_reduced_rows(tree: Tree) -> None:
    """Make a participle of a past joined to one: "A man accused of fraud and jailed for two years escaped"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "conj" or tree.tag[i] != "VBD" or tree.dep[first] != "acl" or tree.tag[first] != "VBN":
            continue
        own = any(tree.dep[c] in ("obj", "ccomp", *SUBJECTS) or tree.dep[c].startswith("aux") for c in tree.children[i])
        noun = tree.head[first]
        if not own and tree.dep[noun] in SUBJECTS and tree.head[noun] > i and tree.lemma[i] in load_parsing("en").transitive:
            make_participle(tree, i)


def mend_results(tree: Tree) -> None:
    """Make a predicate of an adjective behind the object that it is the result for: "left 39 people dead in the port"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        result = dep == "amod" and i > noun > verb and tree.dep[noun] == "obj" and tree.pos[i] == "ADJ"
        if result and tree.lemma[verb] in load_parsing("en").object_and_clause:
            tree.move(i, verb, "xcomp")


def mend_tolls(tree: Tree) -> None:
    """Let each figure count the result behind it: "a collision, leaving 51 dead and 700 injured"."""
    leaving = load_parsing("en").object_and_clause
    for verb, lemma in enumerate(tree.lemma):
        if lemma not in leaving or tree.pos[verb] != "VERB":
            continue
        results = [c for c in tree.children[verb] if c > verb + 1 and tree.pos[c - 1] == "NUM" and tree.pos[c] in RESULTS]
        if len(results) < 2 or any(tree.dep[c] not in ("xcomp", "obj") for c in results):
            continue
        for result in results:
            tree.move(result - 1, result, "nummod")
        for result in results[1:]:
            tree.move(result, results[0], "conj")


def mend_spoken_days(tree: Tree) -> None:
    """Hang the day right behind a verb of saying on it, not on what is said: "said on Monday it had killed ten"."""
    for clause, dep in enumerate(tree.dep):
        said, subject = tree.head[clause], tree.child(clause, "nsubj") or tree.child(clause, "nsubj:pass")
        if dep != "ccomp" or subject is None or not said < subject < clause:
            continue
        for day in list(tree.children[clause]):
            if said < day < subject and tree.temporal[day] and min([day, *tree.children[day]]) == said + 1:
                tree.move(day, said, tree.dep[day])


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


def mend_counted_participles(tree: Tree) -> None:
    """Make a noun of a participle that a figure counts: "treated 34 wounded", "with a thousand injured", "40 dead"."""
    people = load_parsing("en").counted
    for i in range(1, len(tree)):
        figure, verb = i - 1, tree.head[i]
        if tree.text[i] in people and tree.pos[figure] == "NUM" and tree.tag[i] == "JJ":
            count_people(tree, figure, i)
        if tree.tag[i] == "JJ" and tree.dep[i] == "obl" and tree.head[figure] == i and tree.pos[figure] == "NUM":
            tree.dep[figure], tree.pos[i], tree.tag[i], tree.morph[i] = "nummod", "NOUN", "NNS", "Number=Plur"
        counted = tree.tag[i] == "VBN" and tree.dep[i] == "advcl" and tree.pos[figure] == "NUM" and not tree.children[i]
        if counted and tree.head[figure] == verb and tree.dep[figure] == "obj":
            tree.move(i, verb, "obj")
            tree.move(figure, i, "nummod")
            tree.pos[i], tree.tag[i], tree.morph[i], tree.lemma[i] = "NOUN", "NNS", "Number=Plur", tree.text[i].lower()


def count_people(tree: Tree, figure: int, i: int) -> None:
    """Make a noun of an adjective behind a figure which no verb, noun or copula claims: "Quake hits Norvia, 40 dead"."""
    if tree.dep[i] == "amod" and tree.head[i] == figure:
        tree.take_place(i, figure, tree.dep[figure])
    alone = tree.head[figure] == i and tree.dep[i] in ("conj", "appos", "dep", "parataxis", "root", "advmod")
    if not alone or tree.child(i, "cop") is not None or any(tree.dep[c] in SUBJECTS for c in tree.children[i]):
        return
    tree.move(figure, i, "nummod")
    tree.pos[i], tree.tag[i], tree.morph[i], tree.lemma[i] = "NOUN", "NNS", "Number=Plur", tree.text[i].lower()


def mend_worth(tree: Tree) -> None:
    """Hang "worth" on the object that it values, not on the verb: "seized cocaine worth two million euros"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if tree.lemma[i] != "worth" or dep not in ("advcl", "xcomp", "ccomp", "acomp", "obl") or tree.pos[verb] != "VERB":
            continue
        goods = next((c for c in tree.children[i] if c == i - 1 > verb and tree.pos[c] in NOMINAL), None)
        if goods is not None and tree.child(goods, "case") is None and tree.child(verb, "obj") is None:
            tree.move(goods, verb, "obj")
            tree.move(i, goods, "amod")


def mend_fronted_speech(tree: Tree) -> None:
    """Make two clauses of "12 people drowned when a boat sank, the agency said": no comma closes an apposition."""
    for verb, tag in enumerate(tree.tag):
        subjects = [c for c in tree.children[verb] if tree.dep[c] == "nsubj" and c < verb]
        if tag not in FINITE or not subjects or tree.dep[verb] != "root":
            continue
        subject = subjects[0]
        clause = next((c for c in tree.children[subject] if tree.dep[c] == "acl" and tree.tag[c] in ("VBD", "VBN")), None)
        speaker = subjects[1] if len(subjects) > 1 else tree.child(subject, "appos")
        if clause is None or speaker != verb - 1 or speaker < clause or tree.child(clause, "mark") is not None:
            continue
        if tree.text[clause - 1] == ",":  # "Her son, accused of fraud, and his wife fled"
            continue
        tree.move(clause, verb, "ccomp")
        tree.move(speaker, verb, "nsubj")
        tree.move(subject, clause, "nsubj")
        make_past(tree, clause)


def mend_late_speakers(tree: Tree) -> None:
    """Give a verb behind what it says the subject that an apposition took: "landed in Accra, the Bureau of Ports said"."""
    for clause, dep in enumerate(tree.dep):
        verb = tree.head[clause]
        if dep != "ccomp" or verb < clause or tree.tag[verb] not in FINITE or tree.child(verb, "nsubj") is not None:
            continue
        speaker = verb - 1
        while tree.dep[speaker] in WITHIN and clause < tree.head[speaker] < verb:
            speaker = tree.head[speaker]
        start = speaker
        while (before := [c for c in tree.children[start] if c < start]) and tree.text[start] != ",":
            start = min(before)
        if tree.dep[speaker] == "appos" and tree.head[speaker] > clause and tree.text[start - 1] == ",":
            tree.move(speaker, verb, "nsubj")


def mend_inserted_speakers(tree: Tree) -> None:
    """Make a clause between commas of a noun and what was taken for its participle: "won, the board announced, ending"."""
    speech = load_parsing("en").speech
    for verb, dep in enumerate(tree.dep):
        speaker = tree.head[verb]
        main = tree.head[speaker]
        if dep != "acl" or tree.lemma[verb] not in speech or tree.tag[verb] not in ("VBD", "VBN") or speaker != verb - 1:
            continue
        if any(tree.dep[c] in ("obj", "obl:agent", "xcomp", "ccomp", "mark") for c in tree.children[verb]):
            continue
        start = min([speaker, *tree.children[speaker]])
        alone = start > 0 and tree.text[start - 1] == "," and tree.child(speaker, "case") is None
        if alone and main < start and tree.tag[main] in FINITE and tree.dep[speaker] in ("obj", "appos", "dep", "conj"):
            tree.stand_for(verb, main)
            tree.move(speaker, verb, "nsubj")
            tree.move(main, verb, "ccomp")
            make_past(tree, verb)


def mend_joined_subjects(tree: Tree) -> None:
    """Give a joined past the subject that was joined to the object before: "blamed the attack and police arrested two"."""
    for verb, tag in enumerate(tree.tag):
        noun = verb - 1
        if tag not in FINITE or tree.dep[verb] != "conj" or tree.dep[noun] != "conj" or tree.tag[noun] not in NOUNS:
            continue
        cc = tree.child(noun, "cc")
        above = tree.head[verb]
        inside = above < tree.head[noun] < noun and tree.head[tree.head[noun]] == above
        if cc is None or not inside or tree.child(verb, "nsubj") is not None or tree.child(verb, "nsubj:pass") is not None:
            continue
        tree.move(noun, verb, "nsubj")
        tree.move(cc, verb, "cc")
        for later in [c for c in tree.children[above] if c > verb and tree.dep[c] == "conj"]:
            if not any(tree.dep[c].startswith("nsubj") for c in tree.children[later]):
                tree.move(later, verb, "conj")


def raise_told(tree: Tree) -> None:
    """Join a finite verb that was joined to a clause without one to the verb above: "was to end but shelling went on",
    "denied having fled and blamed the army"."""
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep != "conj" or low > i or tree.tag[i] not in ("VBD", "VBZ") or tree.dep[low] != "xcomp":
            continue
        verb, mark = tree.head[low], tree.child(low, "mark")
        infinitive = tree.tag[low] == "VB" and mark is not None and tree.lemma[mark] == "to"
        gerund = tree.tag[low] == "VBG"
        having = any(tree.tag[c] == "VBG" and tree.dep[c].startswith("aux") for c in tree.children[low])
        if (infinitive or having or gerund) and tree.pos[verb] == "VERB" and verb < low:
            tree.move(i, verb, "conj")


def free_clauses(tree: Tree) -> None:
    """Give a finite clause the subject that was taken for an object: "said no help was needed"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("xcomp", "ccomp") or i < verb or any(tree.dep[c].startswith("nsubj") for c in tree.children[i]):
            continue
        finite = next((c for c in tree.children[i] if tree.dep[c].startswith("aux") and tree.tag[c] in FINITE), None)
        noun = tree.child(verb, "obj")
        if finite is not None and noun is not None and verb < noun < finite:
            passive = tree.child(i, "aux:pass") is not None
            tree.move(noun, i, "nsubj:pass" if passive else "nsubj")
            tree.dep[i] = "ccomp"
