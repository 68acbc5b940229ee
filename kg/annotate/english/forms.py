"""What each verb of an English tree is: its lemma, tense and voice."""

from __future__ import annotations

from kg.annotate.english.antecedents import has_relative
from kg.annotate.english.signs import FINITE, PAST, make_participle, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.tree import Tree
from kg.lang import language

SINGULARS = frozenset({"d'affaires", "d’affaires"})
SMALL = ("VB", "VBG", "JJ", "VBN")  # what heads a clause without finite verb
DEMANDING = ("demand", "insist", "recommend", "propose", "request")  # what governs a clause without "that" and "-s"
MANDATIVE = ("insist", "suggest", "propose", "advise", "stipulate")  # before what is wanted, or what is so
AUXILIARIES = ("be", "have", "do", "get")
BIDDING = frozenset({"order", "tell", "force", "require", "compel", "instruct", "direct", "oblige", "allow", "permit"})
NO_PAST = frozenset({  # participles that no past tense looks like
    "beaten", "broken", "chosen", "driven", "flown", "forbidden", "forgotten", "frozen", "given", "hidden", "known",
    "overthrown", "overtaken", "ridden", "seen", "shaken", "spoken", "stolen", "sworn", "taken", "thrown", "torn",
    "undertaken", "withdrawn", "written",
})  # fmt: skip

RESOLVING = frozenset(
    {"agree", "attempt", "decide", "forbid", "hope", "intend", "plan", "prefer", "propose", "recommend", "resolve"}
)
LAST_NOUNS = ("compound", "obl", "nsubj")  # how a noun hangs on the verb behind it that was taken for a participle
GOVERNED = ("obj", "ccomp", "cop", "compound:prt", "expl")  # what an active verb may have in place of an object
GOVERNED_WITH_PARTICLE = ("obj", "ccomp", "cop", "expl")


def mend_lemmas(tree: Tree) -> None:
    """Give forms that the model reads wrong their lemma: "raped" is not of "rap", "bases" not of "basis"."""
    parsing = load_parsing("en")
    for i, pos in enumerate(tree.pos):
        if tree.text[i] == "No" and tree.text[i + 1] == "." and tree.text[i + 2][:1].isdecimal():
            tree.lemma[i] = "number"  # "No. 2 Court"
        elif pos in ("VERB", "NOUN"):
            lemmas = parsing.lemmas if pos == "VERB" else parsing.noun_lemmas
            tree.lemma[i] = lemmas.get(tree.text[i].lower(), tree.lemma[i])


def see_particled_names(tree: Tree) -> None:
    """Make a name of a word with a capital behind the Arabic article: "al-Zarqawi", "el-Sisi"."""
    articles = load_parsing("en").name_articles
    for i, text in enumerate(tree.text):
        article, hyphen, name = text.partition("-")
        if hyphen and name[:1].isupper() and article.lower() in articles and tree.pos[i] in ("NOUN", "PRON", "ADJ", "X"):
            tree.pos[i], tree.tag[i], tree.morph[i], tree.lemma[i] = "PROPN", "NNP", "Number=Sing", text


def mend_singulars(tree: Tree) -> None:
    """Make singulars of what only looks like a plural: a charge d'affaires is one."""
    for i, text in enumerate(tree.text):
        if text.lower() in SINGULARS:
            tree.lemma[i], tree.tag[i], tree.pos[i], tree.morph[i] = text.lower(), "NN", "NOUN", "Number=Sing"


def mend_finite(tree: Tree) -> None:
    """Make a past tense of a participle with an active subject and no auxiliary, "Thousands protested in Varna", a present
    of an infinitive with a subject, "The UN and Norvia accuse X", and a participle of no past: "a man taken by X"."""
    for i, tag in enumerate(tree.tag):
        if tag == "VBD" and tree.text[i].lower() in NO_PAST:
            make_participle(tree, i)
        if tag == "VB" and tree.dep[i] == "ROOT" and _is_present(tree, i):
            tree.tag[i], tree.morph[i] = "VBP", "Mood=Ind|Tense=Pres|VerbForm=Fin"
        if tag != "VBN" or tree.pos[i] != "VERB" or tree.dep[i] in ("amod", "acl", "csubjpass"):
            continue
        deps = {tree.dep[c] for c in tree.children[i]}
        if "nsubj" in deps and not deps & {"aux", "auxpass", "nsubjpass", "agent"}:
            make_past(tree, i)


def see_unchanged_pasts(tree: Tree) -> None:
    """Make a past of a noun that has a subject and an object, as it is spelled: "The firm forecast sales of $2bn"."""
    for i, tag in enumerate(tree.tag):
        if tag == "NN" and tree.pos[i] == "NOUN" and tree.dep[i] in ("ROOT", "ccomp", "conj", "advcl"):
            deps = [tree.dep[c] for c in tree.children[i]]
            if "nsubj" in deps and ("dobj" in deps or "ccomp" in deps) and "det" not in deps:
                tree.pos[i] = "VERB"
                tree.lemma[i] = tree.text[i].lower()
                make_past(tree, i)


def _is_present(tree: Tree, i: int) -> bool:
    """Whether an "infinitive" has a subject of several before it and no auxiliary."""
    subject = next((c for c in tree.children[i] if tree.dep[c] == "nsubj" and c < i), None)
    several = subject is not None and (
        "Number=Plur" in tree.morph[subject] or any(tree.dep[c] == "conj" for c in tree.children[subject])
    )
    return several and not any(tree.dep[c] in ("aux", "mark", "neg") for c in tree.children[i])


def free_from_auxiliaries(tree: Tree) -> None:
    """Hang an adverb or auxiliary before an auxiliary under its verb: "Never has the party opposed X", "would have fled"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep in ("advmod", "neg", "aux") and tree.dep[above] in ("aux", "auxpass") and i < above:
            tree.move(i, tree.head[above], dep)


def see_noun_subjects(tree: Tree) -> None:
    """Make a subject of the noun in -ing that was taken for an auxiliary: "(Heavy) shelling continued"."""
    for i, tag in enumerate(tree.tag):
        verb = tree.head[i]
        if tree.dep[i] not in ("aux", "advmod") or tag not in ("VBG", "NN") or tree.lemma[i] in AUXILIARIES:
            continue
        if verb != i + 1 or tree.tag[verb] not in FINITE or not tree.text[i].endswith("ing"):
            continue
        subjects = [c for c in tree.children[verb] if tree.dep[c].startswith("nsubj")]
        if subjects and (subjects != [i - 1] or tree.children[i - 1] or not _describes(tree, i - 1)):
            continue
        if tree.dep[i] == "advmod" and not language("en").frames.is_told_by(tree.text[i].lower()):
            continue
        tree.pos[i], tree.tag[i], tree.dep[i], tree.morph[i] = "NOUN", "NN", "nsubj", "Number=Sing"
        tree.lemma[i] = tree.text[i].lower()
        for adjective in subjects:
            tree.move(adjective, i, "amod")


def _describes(tree: Tree, i: int) -> bool:
    """Whether a word is an adjective, also one of a people's or one with a capital at the head of a sentence."""
    if tree.pos[i] == "ADJ" or (tree.first[i] and tree.tag[i] == "NNP"):
        return True
    demonym = language("en").gazetteer.demonym(tree.text[i])
    return demonym is not None and demonym.adjective


def see_gerund_subjects(tree: Tree) -> None:
    """Make a noun of a gerund that is a subject and has no object: "Fighting between militias killed ten"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("csubj", "nsubj") or tree.tag[i] != "VBG" or tree.pos[i] != "VERB" or i > tree.head[i]:
            continue
        below = tree.children[i]
        known = tree.text[i].lower() in language("en").frames.nouns  # "Fighting continued"
        alone = known and not below
        if not alone and (
            not any(tree.dep[c] == "obl" for c in below) or any(tree.dep[c] not in ("obl", "det", "amod") for c in below)
        ):
            continue
        tree.pos[i], tree.tag[i], tree.dep[i], tree.morph[i] = "NOUN", "NN", "nsubj", "Number=Sing"
        tree.lemma[i] = tree.text[i].lower()
        for child in below:
            tree.dep[child] = "nmod" if tree.dep[child] == "obl" else tree.dep[child]


def see_wanted_deeds(tree: Tree) -> None:
    """Make a verb of the noun that heads a clause telling what is wanted: "demanded that the president resign"."""
    for i, dep in enumerate(tree.dep):
        if dep != "ccomp" or tree.tag[i] != "NN" or tree.lemma[tree.head[i]] not in (*MANDATIVE, *DEMANDING):
            continue
        subject = tree.child(i, "nsubj")
        if subject is None or not tree.head[i] < subject < i or tree.lemma[i] not in language("en").frames.verbs:
            continue
        if not any(tree.dep[c] in ("cop", "det", "aux") for c in tree.children[i]):
            tree.pos[i], tree.tag[i], tree.morph[i] = "VERB", "VB", "VerbForm=Inf"


def show_subjunctives(tree: Tree) -> None:
    """Show that a verb without "-s" behind "that" and one subject tells what is wanted: "insists that he testify"."""
    for verb, dep in enumerate(tree.dep):
        if dep != "ccomp" or tree.tag[verb] not in ("VBP", "VB") or tree.lemma[tree.head[verb]] not in MANDATIVE:
            continue
        mark, subject = tree.child(verb, "mark"), tree.child(verb, "nsubj")
        if mark is None and tree.lemma[tree.head[verb]] in DEMANDING:  # "insists the company reinstate them"
            mark = tree.head[verb]
        elif mark is None or tree.lemma[mark] != "that":
            continue
        if subject is None or not mark < subject < verb:
            continue
        joined = tree.child(subject, "conj") is not None or any(tree.dep[c].startswith("aux") for c in tree.children[verb])
        one = "Number=Sing" in tree.morph[subject] and "Person=1" not in tree.morph[subject]
        if one and not joined and tree.text[verb] == tree.lemma[verb]:
            tree.morph[verb] = "Mood=Sub|VerbForm=Fin"


def raise_subjects(tree: Tree) -> None:
    """Make the subject of a clause without finite verb the object above: "made them leave", "found them guilty"."""
    for i in range(len(tree)):
        if tree.dep[i] != "ccomp" or tree.child(i, "cop") is not None:
            continue
        if tree.tag[i] == "VBD" and is_seen(tree, i):
            make_participle(tree, i)
        if tree.tag[i] not in SMALL:
            continue
        children = tree.children[i]
        subject = next((child for child in children if tree.dep[child] in ("nsubj", "nsubjpass")), None)
        bound = any(tree.dep[c] == "mark" or (tree.dep[c] == "aux" and tree.tag[c] != "TO") for c in children)
        bound = bound or any(tree.dep[c] == "auxpass" and tree.tag[c] in FINITE for c in children)
        if subject is None or bound or subject < tree.head[i] or _is_demanded(tree, i):
            continue
        tree.move(subject, tree.head[i], "dobj")
        if tree.lemma[tree.head[i]] == "have" and tree.tag[i] == "VBN":
            tree.move(i, subject, "acl")  # "had their leader killed": by whom, it does not say
        else:
            tree.dep[i] = "xcomp"


def _is_demanded(tree: Tree, i: int) -> bool:
    """Whether a bare infinitive with a subject tells what somebody wants: "demanded the president fire his minister"."""
    bare = tree.tag[i] == "VB" and tree.lemma[tree.head[i]] in DEMANDING
    return bare and not any(tree.dep[c] == "aux" for c in tree.children[i])


def is_seen(tree: Tree, i: int) -> bool:
    """Whether a participle under a verb of seeing was taken for a past: "the fighting saw 120 soldiers killed"."""
    above = tree.head[i]
    if tree.lemma[above] == "have":  # "the rebels had their leader killed in a raid"
        return not any(tree.dep[c] in ("dobj", "mark", "aux") for c in tree.children[i])
    if tree.lemma[above] not in load_parsing("en").object_and_clause:
        return False
    return not any(tree.dep[c] in ("dobj", "mark", "aux", "prep") for c in tree.children[i])


def mend_infinitives(tree: Tree) -> None:
    """Make verbs of words after "to" that were taken for others, and no relative clauses of bare infinitives."""
    for i, dep in enumerate(tree.dep):
        head = tree.head[i]
        if dep == "aux" and tree.lemma[i] == "to" and head > i:
            tree.tag[i], tree.pos[i] = "TO", "PART"
            if tree.pos[head] in ("ADJ", "NOUN") and tree.child(head, "cop") is None and head <= i + 2:
                tree.pos[head], tree.morph[head] = "VERB", "VerbForm=Inf"
            if tree.dep[head] == "relcl" and not has_relative(tree, head):
                tree.dep[head] = "acl"


def mend_impersonals(tree: Tree) -> None:
    """Make an expletive of "it" where a clause behind a passive or an adjective says what is meant: "it is said that"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if tree.lemma[i] != "it" or dep not in ("nsubj", "nsubjpass") or above < i:
            continue
        if takes_time(tree, above) or (dep == "nsubjpass" and is_said_aside(tree, above, i)):
            tree.dep[i] = "expl"
            continue
        adjective = above if tree.child(above, "cop") is not None else tree.child(above, "acomp")  # "it feels good to"
        if dep == "nsubjpass" or (adjective is not None and tree.pos[adjective] == "ADJ"):
            clauses = [c for c in tree.children[above] if c > above and tree.dep[c] in ("ccomp", "xcomp", "csubj", "advcl")]
            if dep == "nsubjpass" and tree.lemma[above] not in RESOLVING:  # "the firm was ordered to pay; it is expected to"
                clauses = [c for c in clauses if tree.dep[c] != "xcomp" or tree.child(c, "mark") is not None]
            below = tree.children[above] if adjective is None else [*tree.children[above], *tree.children[adjective]]
            clauses += [c for p in below if tree.lemma[p] == "for" for c in told_of(tree, p)]
            if any(is_meant(tree, c) for c in clauses):
                tree.dep[i] = "expl"


def takes_time(tree: Tree, verb: int) -> bool:
    """Whether a verb only says how long something takes: "it took three days to find them"."""
    measure = (c for c in tree.children[verb] if c > verb and tree.dep[c] in ("dobj", "obj", "npadvmod"))
    return tree.lemma[verb] == "take" and any(tree.temporal[c] for c in measure)


def is_said_aside(tree: Tree, verb: int, it: int) -> bool:
    """Whether a passive says behind a sentence that it was told: "The plane will be late, it was announced"."""
    told = any(tree.dep[c] == "ccomp" and c < it for c in tree.children[verb]) or tree.dep[verb] == "parataxis"
    entries = language("en").frames.verbs.get(tree.lemma[verb], ())
    says = any(f.kind in ("Statement", "Announcement") and not t.bound for t, f in entries)
    return told and says and not any(tree.dep[c] in ("ccomp", "dobj", "obj") and c > verb for c in tree.children[verb])


def told_of(tree: Tree, preposition: int) -> list[int]:
    """The infinitives that parsers hang on whom "for" stands before: "it was right for someone else to lead the bank"."""
    nouns = (c for c in tree.children[preposition] if tree.dep[c] == "pobj")
    return [c for noun in nouns for c in tree.children[noun] if tree.dep[c] in ("acl", "relcl") and tree.tag[c] == "VB"]


def is_meant(tree: Tree, clause: int) -> bool:
    """Whether clause `clause` tells what an expletive stands for; one with "for" does: "it is vital for them to leave"."""
    mark = tree.child(clause, "mark")
    if tree.dep[clause] == "advcl":
        return mark is not None and tree.lemma[mark] == "for" and tree.tag[clause] == "VB"
    return mark is not None or tree.tag[clause] == "VB"


def mend_lost_passives(tree: Tree) -> None:
    """Make a passive of a past whose subject can only be its object, as in headlines: "Maran appointed as mayor"."""
    for i, tag in enumerate(tree.tag):
        subject = tree.child(i, "nsubj") if tag in ("VBD", "VBN") else None
        if subject is None or subject > i:
            continue
        if tree.pos[subject] not in ("NOUN", "PROPN") and not is_part_of_them(tree, subject):
            continue
        governed = GOVERNED_WITH_PARTICLE if is_phrasal_passive(tree, i) else GOVERNED
        if any(tree.dep[c] in governed or tree.dep[c].startswith("aux") for c in tree.children[i]):
            continue
        if tree.dep[i] == "acl:relcl" and not has_relative(tree, i):
            continue  # "the man police arrested"
        shared = any(tree.dep[c] == "conj" and tree.child(c, "obj") is not None for c in tree.children[i])
        done_by = tree.child(i, "obl:agent") is not None  # "three of them wounded by shrapnel"
        if (has_passive_sense(tree, i) or done_by) and not shared:  # "arrested and questioned X": two did it to X
            tree.dep[subject] = "nsubj:pass"
            make_participle(tree, i)


def join_passives(tree: Tree) -> None:
    """Make a passive of a past that shares the auxiliary of one before it: "was fined and ordered to pay the costs"."""
    for i, dep in enumerate(tree.dep):
        to = tree.child(i, "xcomp") if dep == "conj" and tree.tag[i] == "VBD" and tree.lemma[i] in BIDDING else None
        if to is None or tree.tag[to] != "VB" or any(tree.dep[c] in ("obj", "nsubj", "ccomp") for c in tree.children[i]):
            continue
        row = [tree.head[i], *(c for c in tree.children[tree.head[i]] if tree.dep[c] == "conj" and c < i)]
        before = max(row)
        if tree.child(before, "aux:pass") is not None and all(tree.text[k] != ";" for k in range(before, i)):
            make_participle(tree, i)
            tree.move(i, before, "conj")


def is_part_of_them(tree: Tree, i: int) -> bool:
    """Whether a number tells how many of those told before: "executed 15 prisoners, ten of them convicted of murder"."""
    whole = tree.child(i, "nmod") if tree.pos[i] == "NUM" else None
    return whole is not None and tree.pos[whole] == "PRON" and tree.case(whole) == "of"


def is_phrasal_passive(tree: Tree, i: int) -> bool:
    """Whether a verb and its particle make a passive in headlines where they have no object: "Governor gunned down"."""
    particle = tree.child(i, "compound:prt")
    phrase = "" if particle is None else f"{tree.lemma[i]} {tree.lemma[particle]}"
    return phrase in load_parsing("en").headline_passives and tree.kind[i] == "headline"


def has_passive_sense(tree: Tree, i: int) -> bool:
    """Whether a past without an object is a participle: by its verb, by what follows it, or in a headline."""
    parsing, lemma = load_parsing("en"), tree.lemma[i]
    before = parsing.passive_before.get(lemma)
    if before is not None and any(tree.dep[c] == "obl" and tree.case(c) == before for c in tree.children[i]):
        return True
    if is_phrasal_passive(tree, i):
        return True
    return lemma in parsing.transitive or (lemma in parsing.headline_passives and tree.kind[i] == "headline")


def see_swallowed_pasts(tree: Tree) -> None:
    """Make a past of a "participle" before its object, where the sentence has no verb: "The killing by X shocked Varna",
    "The men on the far side of the border fired rockets"."""
    for i, dep in enumerate(tree.dep):
        if dep != "amod" or tree.tag[i] not in PAST or tree.head[i] < i:
            continue
        goods, root = tree.head[i], tree.head[tree.head[i]]
        while tree.head[root] != root:
            root = tree.head[root]
        words = range(tree.first_of(i), tree.end_of(i))
        verbs = (k for k in words if k != i and (tree.tag[k] in FINITE or tree.pos[k] == "AUX"))
        if tree.pos[root] != "NOUN" or root > i or next(verbs, None) is not None:
            continue
        last = i - 1
        if tree.head[last] == i and tree.dep[last] in LAST_NOUNS and tree.dep[goods] in ("nmod", "obl"):
            tree.stand_for(last, goods)
            for child in [c for c in tree.children[goods] if c < last]:
                tree.move(child, last, tree.dep[child])
        elif goods != i + 1 or tree.pos[goods] != "PROPN" or tree.dep[goods] != "appos":
            continue
        tree.move(i, i, "root")
        make_past(tree, i)
        tree.move(root, i, "nsubj")
        tree.move(goods, i, "obj")
        for child in [c for c in tree.children[root] if c > goods]:
            tree.move(child, i, "obl" if tree.dep[child] == "nmod" else tree.dep[child])


def mend_pasts(tree: Tree) -> None:
    """Make a past of a participle with a subject where nobody can do it to another: "a woman drowned"."""
    intransitive = load_parsing("en").intransitive
    for i, tag in enumerate(tree.tag):
        if tag != "VBN" or tree.lemma[i] not in intransitive or tree.child(i, "nsubj") is None:
            continue
        if not any(tree.dep[c].startswith("aux") for c in tree.children[i]):
            make_past(tree, i)


def mend_perfects(tree: Tree) -> None:
    """Make a perfect of "'s" before a participle with an object of its own: "said it's (already) launched a plant"."""
    twofold = load_parsing("en").twofold
    for i, text in enumerate(tree.text):
        verb = tree.head[i]
        if text not in ("'s", "’s") or tree.lemma[i] != "be" or tree.tag[verb] not in ("VBN", "VBD"):
            continue
        done_to, subject = tree.child(verb, "dobj"), tree.child(verb, "nsubjpass") or tree.child(verb, "nsubj")
        if done_to is None or done_to < verb or subject is None or tree.lemma[verb] in twofold:
            continue
        if tree.child(verb, "agent") is None and not any(tree.text[c] == "been" for c in tree.children[verb]):
            tree.lemma[i], tree.dep[i], tree.tag[i], tree.dep[subject] = "have", "aux", "VBZ", "nsubj"


def mend_perfect_gerunds(tree: Tree) -> None:
    """Make a verb of the participle behind "having" that was taken for an adjective: "denied having supplied weapons"."""
    frames = language("en").frames
    for having, text in enumerate(tree.text[:-1]):
        participle = having + 1
        thing = tree.head[participle]
        if tree.dep[participle] != "amod" or tree.tag[participle] not in ("VBD", "VBN") or text.lower() != "having":
            continue
        above = tree.head[having]
        telling = any(frame.complement for _, frame in frames.verbs.get(tree.lemma[above], ()))
        if tree.head[thing] != having or tree.dep[thing] != "obj" or not telling or tree.pos[having] == "AUX":
            continue
        tree.move(participle, above, tree.dep[having])
        for child in list(tree.children[having]):
            tree.move(child, participle, tree.dep[child])
        tree.move(having, participle, "aux")
        tree.pos[having] = "AUX"
        tree.pos[participle] = "VERB"
        make_participle(tree, participle)
