"""Clauses inside a sentence that the parser took for parts of it or for the whole: relative ones, conditions in commas."""

from __future__ import annotations

from kg.annotate.english.signs import FINITE, PAST, is_finite, make_past
from kg.annotate.parsing import load_parsing
from kg.annotate.repairs import SUBJECTS, give_subject
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

RELATIVES = ("whom", "which", "that")


def mend_successions(tree: Tree) -> None:
    """Join to a dismissal the naming behind a clause about who went: "sacked the man who had lost and appointed X"."""
    naming, frames = load_parsing("en").naming_verbs, language("en").frames
    for verb, dep in enumerate(tree.dep):
        clause = tree.head[verb]
        if dep != "conj" or tree.lemma[verb] not in naming or tree.dep[clause] != "acl:relcl" or tree.tag[verb] not in PAST:
            continue
        main = tree.head[tree.head[clause]]
        dismissed = any(frame.kind == "Dismissal" for _, frame in frames.verbs.get(tree.lemma[main], ()))
        bare = not any(tree.dep[c].startswith(("aux", "nsubj")) for c in tree.children[verb])
        if dismissed and bare and tree.tag[main] in PAST and tree.child(main, "nsubj") is not None:
            tree.move(verb, main, "conj")
            make_past(tree, verb)


def raise_relatives(tree: Tree) -> None:
    """Give the verb of a relative clause its object, hung on the verb below: "the drones that X has used to attack Y"."""
    for i, tag in enumerate(tree.tag):
        below = tree.head[i]
        verb = tree.head[below]
        if tag not in ("WDT", "WP") or tree.dep[i] != "obj" or not i < verb < below:
            continue
        own = any(tree.dep[c] == "obj" and c != i for c in tree.children[below])
        aim = tree.dep[below] in ("xcomp", "advcl") and tree.dep[verb] == "acl:relcl"
        if own and aim and tree.child(verb, "obj") is None:
            tree.move(i, verb, "obj")


def mend_object_relatives(tree: Tree) -> None:
    """Give a relative clause back its verb, and the sentence its own: "The man whom the gang kidnapped was freed"."""
    for verb, dep in enumerate(tree.dep):
        subject = tree.head[verb]
        if dep != "acl" or tree.tag[verb] not in PAST or subject != verb - 1 or not is_bare(tree, verb):
            continue
        owned = min([subject, *tree.children[subject]]) - 1
        relative = _relative_of(tree, owned)
        if relative is None or tree.case(owned):
            continue
        antecedent = relative - 1 - (tree.text[relative - 1] == ",")
        main = _main_behind(tree, antecedent, verb)
        if main is None:
            continue
        if tree.head[antecedent] != main:
            tree.stand_for(main, antecedent)
            give_subject(tree, main, antecedent)
            for child in [c for c in tree.children[antecedent] if c > main]:
                tree.move(child, main, tree.dep[child])
        tree.move(verb, antecedent, "acl:relcl")
        tree.move(subject, verb, "nsubj")
        tree.move(owned, verb, "obj")
        make_past(tree, verb)


def is_bare(tree: Tree, verb: int) -> bool:
    """Whether a verb has neither object nor auxiliary nor mark of its own."""
    return not any(tree.dep[c] in ("obj", "mark", "obl:agent") or tree.dep[c].startswith("aux") for c in tree.children[verb])


def _relative_of(tree: Tree, word: int) -> int | None:
    """The relative pronoun at a word before a subject, or the one whose noun the word is: "whom", "whose brother"."""
    if word < 1:
        return None
    if tree.lemma[word] in RELATIVES and tree.tag[word] in ("WP", "WDT"):
        return word
    return next((c for c in tree.children[word] if tree.tag[c] == "WP$" and c < word), None)


def _main_behind(tree: Tree, antecedent: int, verb: int) -> int | None:
    """The verb behind a relative clause that the antecedent is the subject of, or must be since nothing else is."""
    if antecedent < 0 or tree.pos[antecedent] not in NOMINAL:
        return None
    main, root = tree.head[antecedent], tree.head[antecedent] == antecedent
    if root:
        below = (c for c in tree.children[antecedent] if c > verb and tree.dep[c] == "acl:relcl")
        main = next(below, antecedent)
    elif tree.dep[antecedent] not in SUBJECTS:
        return None
    finite = main > verb and (
        tree.tag[main] in FINITE or any(tree.tag[c] in FINITE and verb < c < main for c in tree.children[main])
    )
    return main if finite else None


def mend_marked_relatives(tree: Tree) -> None:
    """Make an object of "that" where the verb, which needs one, has none: "The man that the court convicted died"."""
    parsing = load_parsing("en")
    for verb, dep in enumerate(tree.dep):
        if dep == "acl:relcl" and tree.tag[verb] == "NNS":
            _make_present(tree, verb)
        mark, noun = tree.child(verb, "mark") if dep == "acl" and tree.tag[verb] in PAST else None, tree.head[verb]
        if mark is None or tree.lemma[mark] != "that":
            continue
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS), None)
        bound = any(tree.dep[c] in ("obj", "ccomp", "xcomp") or tree.dep[c].startswith("aux") for c in tree.children[verb])
        known = tree.lemma[verb] in parsing.transitive and tree.lemma[noun] not in parsing.contents
        if subject is None or bound or not known or not noun < mark < subject < verb:
            continue
        tree.move(verb, noun, "acl:relcl")
        tree.move(mark, verb, "obj")
        tree.move(subject, verb, "nsubj")
        tree.pos[mark], tree.morph[mark] = "PRON", "PronType=Rel"
        make_past(tree, verb)


def _make_present(tree: Tree, noun: int) -> None:
    """Make a verb of a plural with a subject and a relative pronoun: "the man that Norvia accuses of murder"."""
    lemma, verbs = tree.text[noun].lower(), language("en").frames.verbs
    lemma = next((stem for stem in (lemma[:-1], lemma[:-2]) if stem in verbs), "")
    relative = any(tree.tag[c] == "WDT" and tree.dep[c] == "obj" for c in tree.children[noun])
    if lemma and relative and tree.child(noun, "nsubj") == noun - 1:
        tree.pos[noun], tree.tag[noun], tree.lemma[noun] = "VERB", "VBZ", lemma
        tree.morph[noun] = "Tense=Pres|VerbForm=Fin"


def mend_second_subjects(tree: Tree) -> None:
    """Give a relative clause the object that was taken for a second subject: "The man who X says shot the boy denied it"."""
    for noun, dep in enumerate(tree.dep):
        verb = tree.head[noun]
        if dep != "nsubj" or verb < noun or tree.pos[noun] not in NOMINAL:
            continue
        first = next((c for c in tree.children[verb] if c < noun and tree.dep[c] in SUBJECTS), None)
        before = min([noun, *tree.children[noun]]) - 1
        while first is not None and before > first and tree.dep[before] == "advmod":  # "killed at least 17 people"
            before -= 1
        if first is None or before <= first or not _may_take_object(tree, before):
            continue
        clause = tree.child(first, "acl:relcl")
        takes_one = tree.lemma[before] not in load_parsing("en").intransitive
        if clause is not None and tree.is_above(clause, before) and takes_one:
            tree.move(noun, before, "obj")


def _may_take_object(tree: Tree, i: int) -> bool:
    """Whether a word is a finite verb or a perfect without an object: "killed", "has killed"."""
    below = {tree.dep[c] for c in tree.children[i]}
    perfect = tree.tag[i] == "VBN" and "aux" in below and below.isdisjoint({"aux:pass", "obj", "mark"})
    return perfect or (tree.tag[i] in FINITE and is_bare(tree, i))


def mend_bare_relatives(tree: Tree) -> None:
    """Make a relative clause of what was taken for the sentence: "Villagers the army had displaced returned home"."""
    for subject, dep in enumerate(tree.dep):
        noun = tree.head[subject]
        verb = tree.head[noun]
        if dep != "appos" or tree.dep[noun] not in SUBJECTS:
            continue
        start = min([subject, *tree.children[subject]])
        if start != noun + 1 or tree.child(subject, "det") != start:
            continue
        main = next((c for c in tree.children[verb] if c > verb and _is_second_verb(tree, c)), None)
        between = any(tree.pos[k] in ("CCONJ", "PUNCT") for k in range(subject, verb if main is None else main))
        if verb < subject or main is None or between:
            continue
        for child in [c for c in tree.children[verb] if c > main]:
            tree.move(child, main, tree.dep[child])
        tree.stand_for(main, verb)
        give_subject(tree, main, noun)
        tree.move(verb, noun, "acl:relcl")
        tree.move(subject, verb, "nsubj")
        if not any(tree.dep[c].startswith("aux") for c in tree.children[main]):
            make_past(tree, main)


def _is_second_verb(tree: Tree, i: int) -> bool:
    """Whether a finite verb stands without mark or subject of its own."""
    bare = not any(tree.dep[c] in ("mark", "cc", *SUBJECTS) for c in tree.children[i])
    return tree.tag[i] in (*FINITE, "VBN") and bare and tree.dep[i] in ("advcl", "ccomp", "conj", "dep", "xcomp")


def mend_police_relatives(tree: Tree) -> None:
    """Part a person from the police who tell of them: "The man police arrested was freed", "a woman police say shot X"."""
    parsing, words = load_parsing("en"), language("en")
    for police in range(2, len(tree) - 1):
        who, verb = police - 1, police + 1
        if tree.lemma[police] not in parsing.plural_bodies or tree.head[who] != police or tree.dep[who] != "compound":
            continue
        if tree.dep[police] not in SUBJECTS or not is_person(tree, who, words):
            continue
        main: int | None = tree.head[police]
        if main == verb:
            main = _part_told(tree, verb)
        elif tree.head[verb] != police or tree.dep[verb] != "acl" or not is_bare(tree, verb):
            continue
        if main is None or main < verb:
            continue
        for child in [c for c in tree.children[police] if c < who]:
            tree.move(child, who, tree.dep[child])
        give_subject(tree, main, who)
        tree.move(verb, who, "acl:relcl")
        tree.move(police, verb, "nsubj")
        if tree.tag[verb] in PAST:
            make_past(tree, verb)


def _part_told(tree: Tree, saying: int) -> int | None:
    """Free the main verb from what the police say: "say killed her husband was arrested"; None if there is none."""
    told = next((c for c in tree.children[saying] if c == saying + 1 and tree.dep[c] in ("xcomp", "ccomp")), None)
    if told is None or tree.tag[told] not in (*FINITE, "VB") or tree.child(told, "mark") is not None:
        return None
    below = [c for c in (*tree.children[told], *tree.children[saying]) if c > told and tree.dep[c] in ("ccomp", "xcomp")]
    main = next((c for c in below if is_finite(tree, c)), None)
    things = (*tree.children[told], *tree.children[saying], *(() if main is None else tree.children[main]))
    thing = next((c for c in things if tree.dep[c] in ("obj", *SUBJECTS) and main is not None and told < c < main), None)
    if main is None or thing is None or min([thing, *tree.children[thing]]) != told + 1:
        return None
    tree.move(thing, told, "obj")
    tree.stand_for(main, saying)
    for child in [c for c in tree.children[saying] if c > main]:
        tree.move(child, main, tree.dep[child])
    tree.dep[told] = "ccomp"
    return main


def mend_credit(tree: Tree) -> None:
    """Give a fixed phrase back its noun: "The attack for which X claimed responsibility killed nine"."""
    frames = language("en").frames
    for noun, dep in enumerate(tree.dep):
        main, verb = tree.head[noun], noun - 1
        if dep != "nsubj" or tree.head[main] != verb or tree.dep[main] not in ("ccomp", "xcomp"):
            continue
        if tree.dep[verb] != "acl:relcl":
            continue
        told = tree.head[verb]
        fixed = any(trigger.object_noun == tree.lemma[noun] for trigger, _ in frames.verbs.get(tree.lemma[verb], ()))
        if not fixed or tree.head[told] != told or tree.tag[main] not in FINITE:
            continue
        tree.move(noun, verb, "obj")
        tree.stand_for(main, told)
        tree.move(told, main, "nsubj")
        for child in [c for c in tree.children[told] if c > main]:
            tree.move(child, main, tree.dep[child])


def mend_inserted_conditions(tree: Tree) -> None:
    """Hang a condition in commas on the verb behind it: "The rebels, had they taken the town, would have killed him"."""
    for verb, dep in enumerate(tree.dep):
        had = tree.child(verb, "aux") if dep == "root" else None
        if had is None or tree.lemma[had] != "have":
            continue
        own = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS]
        if len(own) != 2 or own[1] != had + 1:
            continue
        main = next((c for c in tree.children[verb] if c > verb and tree.dep[c] in ("conj", "ccomp", "parataxis")), None)
        if main is None or tree.text[had - 1] != "," or not any(tree.tag[c] == "MD" for c in tree.children[main]):
            continue
        tree.stand_for(main, verb)
        tree.move(own[0], main, "nsubj")
        tree.move(verb, main, "advcl")


def mend_said_relatives(tree: Tree) -> None:
    """Free the main verb from a relative clause of saying: "The men that witnesses said beat the boy were suspended"."""
    for saying, dep in enumerate(tree.dep):
        noun = tree.head[saying]
        if dep != "acl:relcl" or tree.head[noun] != noun or tree.pos[noun] not in NOMINAL or noun > saying:
            continue
        relative = next((i for i in range(noun + 1, saying) if tree.tag[i] in ("WDT", "WP")), None)
        main = None if relative is None else _part_told(tree, saying)
        if main is None or relative is None:
            continue
        tree.stand_for(main, noun)
        give_subject(tree, main, noun)
        tree.move(relative, saying + 1, "nsubj")
        for child in [c for c in tree.children[noun] if c > main]:
            tree.move(child, main, tree.dep[child])


def mend_who_clauses(tree: Tree) -> None:
    """Hang on the person before "who" what is no question: "The court that tried the general who ordered the killing"."""
    words = language("en")
    for clause, dep in enumerate(tree.dep):
        verb = tree.head[clause]
        if dep != "ccomp" or verb > clause:
            continue
        who = next((c for c in tree.children[clause] if tree.tag[c] == "WP" and tree.dep[c] in SUBJECTS), None)
        if who is None or not verb < who - 1 or tree.lemma[who] != "who":
            continue
        asking = words.grammar.knowing | load_parsing("en").speech | {"ask", "tell", "wonder", "decide", "see"}
        if tree.lemma[verb] in asking or tree.head[who - 1] != verb:
            continue
        if tree.dep[who - 1] == "obj" and is_person(tree, who - 1, words):
            tree.move(clause, who - 1, "acl:relcl")
            tree.set_features(who, PronType="Rel")


def free_comments(tree: Tree) -> None:
    """Free from an inserted saying what comments on all before it: "Iran armed X, Norvia says, which Tehran denies"."""
    pronouns = language("en").grammar.clause_pronouns
    for i, dep in enumerate(tree.dep):
        saying = tree.head[i]
        if dep != "ccomp" or tree.dep[saying] != "parataxis" or tree.head[saying] > saying:
            continue
        which = saying + 2
        if which < i and tree.head[which] == i and tree.lemma[which] in pronouns and tree.text[which - 1] == ",":
            tree.move(i, tree.head[saying], "parataxis")
