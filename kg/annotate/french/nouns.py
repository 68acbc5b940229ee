"""What nouns of a French tree stand side by side: conjuncts, lists, appositions."""

from __future__ import annotations

from kg.annotate.french.signs import SUBJECTS, has_subject, is_gerund, is_plural, takes_object
from kg.annotate.repairs import subject_label
from kg.annotate.signs import disagrees, is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language

OPENERS = ("advcl", "advmod", "dep", "dislocated", "obl", "parataxis")
HUNDRED, NEAR = "cent", "près"
MODIFYING = ("nmod", "obl", "conj", "acl", "amod", "dep", "appos")  # what a noun in apposition was taken for
LISTED = ("obl", "obl:arg", "obj", "nmod", "appos", "dep")


def mend_coordination(tree: Tree) -> None:
    """Join what the parser hung beside its partner: "entre X et Y", "de X et de Y", "X et Y ont conclu"."""
    for i in range(len(tree)):
        cc = tree.child(i, "cc") if tree.children[i] else None
        if cc is None or cc == 0 or cc > i or tree.first[cc]:
            continue
        if tree.pos[i] == "VERB":
            join_verbs(tree, i)
            join_subjects(tree, i, cc)
        elif tree.pos[i] in NOMINAL and not join_to_opener(tree, i, cc):
            partner = object_before(tree, i, cc) or partner_before(tree, i, cc)
            if partner is None:
                partner = agent_before(tree, i)
            if partner is not None:
                tree.move(i, partner, "conj")


def join_added_people(tree: Tree) -> None:
    """Join to the subject of a verb without object who is added behind it: "a été tué, ainsi que sa femme"."""
    for i, lemma in enumerate(tree.lemma):
        noun = tree.head[i]
        verb = tree.head[noun]
        adds = lemma == "ainsi" and tree.dep[i] == "cc" and any(tree.dep[c] == "fixed" for c in tree.children[i])
        if not adds or noun < i or tree.pos[noun] not in NOMINAL or tree.pos[verb] != "VERB" or verb > i or tree.case(noun):
            continue
        told = any(tree.dep[c] in ("det", "nummod") for c in tree.children[noun])
        subject = next((c for c in tree.children[verb] if c < i and tree.dep[c] in SUBJECTS), None)
        if not told or "VERB" in tree.pos[verb + 1 : i] or subject is None or tree.pos[subject] not in NOMINAL:
            continue
        person = tree.pos[subject] == "PROPN" or is_person(tree, subject, language("fr"))
        if tree.child(verb, "obj") in (None, noun) and person == is_person(tree, noun, language("fr")):
            tree.move(noun, subject, "conj")


def see_nine(tree: Tree) -> None:
    """Take for a number the "Neuf" that opens a sentence before a plural: "Neuf suspects ont été arrêtés"."""
    for i, text in enumerate(tree.text[:-1]):
        plural = tree.pos[i + 1] in ("NOUN", "ADJ") and "Number=Plur" in tree.morph[i + 1]
        if tree.first[i] and text == "Neuf" and plural and tree.pos[i] != "NUM":
            if tree.head[i + 1] == i:
                tree.take_place(i + 1, i, tree.dep[i])
            tree.move(i, i + 1, "nummod")
            tree.pos[i], tree.pos[i + 1], tree.morph[i], tree.lemma[i] = "NUM", "NOUN", "NumType=Card", "neuf"


def free_counted(tree: Tree) -> None:
    """Make the head of what is counted, not of its number: "près de trois cents agriculteurs ont bloqué la route"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != HUNDRED or tree.pos[i] != "NOUN" or tree.child(i, "nummod") is None:
            continue
        behind = [c for c in tree.children[i] if c > i and tree.dep[c] in ("amod", "nmod") and not tree.case(c)]
        nouns = [c for c in behind if tree.pos[c] == "NOUN"]
        counted = next(iter(nouns or behind), None)
        if counted is None or any(tree.head[k] not in (i, counted) for k in range(i + 1, counted)):
            continue
        tree.take_place(counted, i, tree.dep[i])
        tree.move(i, counted, "nummod")
        tree.pos[i], tree.pos[counted] = "NUM", "NOUN"
        free_from_measure(tree, counted)


def free_from_measure(tree: Tree, noun: int) -> None:
    """Take "près de" before a counted noun for the adverb that it is, and the noun for a subject or object."""
    near, verb = tree.child(noun, "case"), tree.head[noun]
    if near is None or tree.lemma[near] != NEAR or tree.dep[noun] not in ("obl", "obl:arg"):
        return
    tree.dep[near], tree.pos[near] = "advmod", "ADV"
    if noun < verb and not has_subject(tree, verb):
        tree.dep[noun] = subject_label(tree, verb)
    elif noun > verb and takes_object(tree, verb):
        tree.dep[noun] = "obj"


def mend_members(tree: Tree) -> None:
    """Join a conjunct to the noun with its preposition: "la coalition, composée de l'Iran, de l'Irak et du Liban".

    So in what describes a name: "Ana Vidal, membre de l'ONG et du parti".
    """
    for i, dep in enumerate(tree.dep):
        first, case = tree.head[i], tree.case(i) if dep == "conj" else ""
        if not case or first > i or tree.pos[i] not in NOMINAL or tree.case(first) == case:
            continue
        below = (k for k in range(i - 1, first, -1) if tree.pos[k] in NOMINAL and tree.case(k) == case)
        partner = next((k for k in below if tree.is_above(first, k)), None)
        start = min(c for c in (i, *tree.children[i]) if tree.dep[c] != "punct")
        named = tree.pos[first] == "PROPN" and not tree.case(first) and case == "de"
        if partner is not None and tree.pos[first] in NOMINAL and (named or tree.text[start - 1] == ","):
            tree.move(i, partner, "conj")


def join_descriptions(tree: Tree, words: Language) -> None:
    """Join to the description of a name the second one that was joined to the name: "X, ministre et conseiller de Y"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        beside = dep == "nmod" and tree.pos[name] == "PROPN" and name < i and tree.text[i - 1] == ","
        if beside and is_bare_noun(tree, i) and is_person(tree, i, words):
            tree.dep[i] = "appos"  # "Sorin Vale, ex-préfet"
        if dep != "conj" or tree.pos[i] != "NOUN" or tree.pos[name] != "PROPN" or name > i or not is_bare_noun(tree, i):
            continue
        first = next((c for c in tree.children[name] if tree.dep[c] == "appos" and name < c < i), None)
        if first is not None and tree.pos[first] == "NOUN" and is_bare_noun(tree, first) and tree.text[first - 1] == ",":
            tree.move(i, first, "conj")


def raise_conjuncts(tree: Tree) -> None:
    """Join to the noun above what has an article but no "de" as that before it: "la fin du siège et le retour de X"."""
    for i, dep in enumerate(tree.dep):
        low, article = tree.head[i], tree.child(i, "det") if dep == "conj" else None
        if article is None or article > i or tree.case(i) or "Definite=Def" not in tree.morph[article]:
            continue
        above = low
        while tree.pos[above] == "NOUN" and tree.dep[above] == "nmod" and tree.case(above) == "de" and above < i:
            above = tree.head[above]
        if above != low and tree.pos[above] == tree.pos[i] == "NOUN":
            tree.move(i, above, "conj")


def lower_adjectives(tree: Tree) -> None:
    """Hang under the noun right before it an adjective that was hung on one farther off: "des sanctions contre X russes"."""
    for i, dep in enumerate(tree.dep):
        noun, far = i - 1, tree.head[i]
        if dep != "amod" or tree.pos[i] != "ADJ" or not far < noun or tree.pos[noun] != "NOUN" or tree.head[noun] != far:
            continue
        if tree.case(noun) not in ("", "de") and not disagrees(tree, i, noun):  # "les forces de sécurité irakiennes"
            tree.move(i, noun, "amod")


def pair_adjectives(tree: Tree) -> None:
    """Join to the adjective before it another one that was joined to their noun: "les présidents malien et tchadien"."""
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos[i] != "ADJ" or i < 2 or (tree.pos[i - 1] != "CCONJ" and tree.text[i - 1] != ","):
            continue
        noun, before = tree.head[i], i - 2
        if any(tree.dep[c] not in ("cc", "punct") for c in tree.children[i]):
            continue  # "la force russe, forte de 2 000 hommes"
        first = tree.head[before] if tree.dep[before] == "conj" else before
        if tree.pos[before] == tree.pos[first] == "ADJ" and tree.dep[first] == "amod" and tree.head[first] == noun < first:
            tree.move(i, first, "conj")


def mend_inclusions(tree: Tree, words: Language) -> None:
    """Join to the people or things before it who "dont" says to be among them: "six blessés, dont deux enfants"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != "dont" or i == 0 or tree.text[i - 1] not in (",", "("):
            continue
        noun = subject_behind(tree, i)
        if not is_named_part(tree, noun, i):
            continue
        whole = whole_before(tree, noun, i, words)
        if whole is None or (tree.is_above(noun, whole) and tree.dep[noun] not in SUBJECTS):
            continue
        if tree.dep[noun] in SUBJECTS:
            free_whole(tree, whole, noun)
        tree.move(noun, whole, "conj")
        tree.move(i, noun, "cc")
        tree.pos[i], tree.morph[i] = "CCONJ", ""


def subject_behind(tree: Tree, dont: int) -> int:
    """What "dont" hangs on; where that is a verb, its subject right behind: "trois membres, dont Ana Vidal, ont été"."""
    head = tree.head[dont]
    if tree.pos[head] != "VERB":
        return head
    subjects = (c for c in tree.children[head] if c > dont and tree.dep[c] in SUBJECTS)
    return next((c for c in subjects if min([c, *tree.children[c]]) == dont + 1), head)


def is_named_part(tree: Tree, noun: int, dont: int) -> bool:
    """Whether a noun right behind "dont" is counted, named or known, and heads no relative clause."""
    own = [c for c in tree.children[noun] if c != dont and tree.dep[c] != "punct"]
    if tree.pos[noun] not in ("NOUN", "PROPN") or min([noun, *own]) != dont + 1 or tree.child(noun, "cop") is not None:
        return False
    if tree.dep[noun] in SUBJECTS:  # "dix pays, dont la France, ont signé"
        sentence = range(noun, tree.end_of(noun))
        end = max(k for k in sentence if tree.is_above(noun, k))
        single = "Number=Sing" in tree.morph[noun] and tree.child(noun, "conj") is None  # no subject of a plural verb
        told = single or tree.pos[noun] == "PROPN" or tree.child(noun, "nummod") is not None
        return told and end + 1 < len(tree) and tree.text[end + 1] == "," and is_plural(tree, tree.head[noun])
    return any(tree.dep[c] in ("det", "nummod") for c in own) or tree.pos[noun] == "PROPN"


def whole_before(tree: Tree, part: int, dont: int, words: Language) -> int | None:
    """The counted noun, or the plural subject or object, before "dont" that may hold a part: people hold people."""
    first = tree.first_of(dont)
    for k in range(dont - 1, first - 1, -1):
        counted = tree.child(k, "nummod") is not None or tree.dep[k] in ("nsubj", "nsubj:pass", "obj", "obl:agent")
        if tree.pos[k] in ("NOUN", "ADJ") and "Number=Plur" in tree.morph[k] and counted and may_hold(tree, k, part, words):
            return k
    return None


def may_hold(tree: Tree, whole: int, part: int, words: Language) -> bool:
    """Whether nothing is known against a part being one of the whole: both are people, or neither."""
    kinds = [words.nouns.get(tree.lemma[k]) for k in (whole, part)]
    people = [noun.kind in ("Person", "Group", "Force") for noun in kinds if noun is not None]
    return len(people) < 2 or people[0] == people[1]


def free_whole(tree: Tree, whole: int, part: int) -> None:
    """Make the subject of the noun whose "relative clause" is the sentence: "Dix pays, dont la France, ont signé"."""
    verb = tree.head[part]
    if tree.dep[verb] == "acl:relcl" and tree.head[verb] == whole:
        tree.stand_for(verb, whole)
        tree.move(whole, verb, tree.dep[part])
    elif tree.head[whole] == verb and not tree.case(whole):
        tree.move(whole, verb, tree.dep[part])
        tree.pos[whole] = "NOUN"


def object_before(tree: Tree, i: int, cc: int) -> int | None:
    """The object before the conjunction at `cc` with which a noun stands that became a "conjunct" of the verb."""
    verb = tree.head[i]
    first = tree.child(verb, "obj") if tree.dep[i] == "conj" and tree.pos[verb] == "VERB" else None
    if first is None or not verb < first < cc or tree.case(i) or tree.pos[i] != "NOUN" or not tree.is_above(first, cc - 1):
        return None
    alike = all(any(tree.child(noun, dep) is not None for dep in ("det", "nummod")) for noun in (first, i))
    own = not any(tree.dep[c] in ("nsubj", "nsubj:pass", "obj", "cop") for c in tree.children[i])
    return first if alike and own else None


def partner_before(tree: Tree, i: int, cc: int) -> int | None:
    """The noun before the conjunction at `cc` that stands with `i`: with the same preposition, or behind "entre"."""
    other, case = cc - 1, tree.case(i)
    while other not in (tree.head[i], i) and tree.head[other] != other:
        if tree.pos[other] in NOMINAL and tree.case(other) == (case or "entre"):
            parted = tree.dep[i] == "conj" and case not in ("de", tree.case(tree.head[i]))  # "les forces en X et en Y"
            return other if case == "" or tree.head[other] == tree.head[i] or parted else None
        other = tree.head[other]
    return None


def agent_before(tree: Tree, i: int) -> int | None:
    """The agent of the passive verb that a bare noun was coordinated with: "signé par X, en mai, et le maire"."""
    verb = tree.head[i]
    bare = tree.dep[i] == "conj" and tree.pos[verb] == "VERB" and not tree.case(i) and tree.child(i, "cop") is None
    if not bare or has_subject(tree, i):
        return None
    return next((c for c in tree.children[verb] if verb < c < i and is_agent(tree, c)), None)


def is_agent(tree: Tree, i: int) -> bool:
    """Whether a noun behind "par" is the agent of a verb in the passive."""
    oblique = tree.dep[i].startswith("obl") and tree.case(i) == "par"
    return oblique and tree.child(tree.head[i], "aux:pass") is not None


def join_verbs(tree: Tree, verb: int) -> None:
    """Join a participle to the verb before it, not to that one's object: "ont quitté la voiture et blessé un garde"."""
    first = tree.above_nouns(tree.head[verb])
    participle = is_past_participle(tree, verb)
    if tree.dep[verb] == "acl" and participle and first < verb and tree.child(first, "aux") is not None:
        tree.move(verb, first, "conj")
    elif tree.dep[verb] == "conj" and participle and first > verb and tree.pos[tree.head[verb]] in ("NOUN", "PROPN"):
        if not any(tree.dep[c].startswith(("aux", "nsubj")) for c in tree.children[verb]):
            tree.dep[verb] = "acl"  # "la force, forte de mille hommes et déployée en 2020, est partie"
    elif tree.dep[verb] == "conj" and is_gerund(tree, verb) and is_gerund(tree, first) and tree.head[verb] != first:
        tree.move(verb, first, "conj")  # "tuant dix soldats et en blessant trente"
        for child in [c for c in tree.children[first] if c > verb and tree.dep[c] == "obj"]:
            tree.move(child, verb, "obj")
    elif (
        tree.dep[verb] == "conj"
        and participle
        and tree.dep[tree.head[verb]] == "obj"
        and disagrees(tree, verb, tree.head[verb])
    ):
        join_to_first(tree, verb, first)
    elif tree.dep[verb] == "conj" and participle and has_object_behind(tree, verb) and tree.pos[tree.head[verb]] in NOMINAL:
        tree.move(verb, first if first < verb and tree.child(first, "aux") is not None else tree.head[verb], "conj")


def join_to_first(tree: Tree, verb: int, first: int) -> None:
    """Join a participle to the verb whose auxiliary it shares, with the object that stood beside the other's."""
    noun = tree.head[verb]
    if first > verb or tree.child(first, "aux") is None or tree.child(first, "aux:pass") is not None:
        return
    tree.move(verb, first, "conj")
    behind = next((c for c in tree.children[noun] if c > verb and tree.dep[c] == "appos" and not tree.case(c)), None)
    if behind is not None and tree.child(verb, "obj") is None:
        tree.move(behind, verb, "obj")


def has_object_behind(tree: Tree, verb: int) -> bool:
    """Whether a participle right behind a conjunction has an object: "a frappé un immeuble à Varna et tué un homme"."""
    return tree.child(verb, "obj") is not None and min([verb, *tree.children[verb]]) == verb - 1


def join_to_opener(tree: Tree, second: int, cc: int) -> bool:
    """Make one subject of a name that opens a sentence and what is joined to it: "Ana Vidal et deux amis ont visité"."""
    verb, first = tree.head[second], cc - 1
    if tree.dep[second] not in SUBJECTS or not is_plural(tree, verb):
        return False
    while tree.head[first] not in (verb, first):
        first = tree.head[first]
    loose = tree.dep[first] in (*OPENERS, "nmod") and tree.pos[first] in ("NOUN", "PROPN")
    if tree.head[first] != verb or not loose or tree.case(first) or not tree.first[min([first, *tree.children[first]])]:
        return False
    tree.move(first, verb, tree.dep[second])
    tree.move(second, first, "conj")
    return True


def join_subjects(tree: Tree, verb: int, cc: int) -> None:
    """Make one subject of a "sentence" of one name and the subject that a plural verb behind it has.

    So of two subjects of one verb: "Une fille et un garde ont été blessés".
    """
    subjects = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS]
    if len(subjects) == 2 and subjects[0] < cc < subjects[1] < verb and tree.head[cc] == verb and is_plural(tree, verb):
        tree.move(subjects[1], subjects[0], "conj")
        tree.move(cc, subjects[1], "cc")
        return
    first, second = tree.head[verb], next(iter(subjects), None)
    if second is None or tree.dep[verb] != "conj" or tree.dep[first] != "root" or tree.pos[first] not in ("NOUN", "PROPN"):
        return
    if not is_plural(tree, verb) or min([second, *tree.children[second]]) != cc + 1 or not tree.is_above(first, cc - 1):
        return
    dep = tree.dep[second]
    tree.move(verb, verb, "root")
    tree.move(first, verb, dep)
    tree.move(second, first, "conj")
    tree.move(cc, second, "cc")


def mend_appositions(tree: Tree, words: Language) -> None:
    """Make an apposition of a bare noun behind a comma: "Ana Vidal, présidente du club, …", "des hommes, membres de …"."""
    for i, dep in enumerate(tree.dep):
        if dep not in MODIFYING or tree.head[i] > i:
            continue
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        start, above = min([i, *own]), tree.head[i]
        if start < 2 or tree.text[start - 1] != "," or above >= start - 1 or in_list(tree, i):
            continue
        nominal = tree.pos[i] in ("NOUN", "PROPN", "ADJ")
        bare = nominal and not any(tree.dep[c] in ("det", "case", "cc", "cop", "nummod") for c in own)
        noun = tree.pos[i] == "NOUN" and tree.pos[above] in ("NOUN", "PROPN")
        loose = dep in ("nmod", "obl") or (dep == "conj" and tree.child(i, "nmod") is not None)
        if bare and noun and loose:
            tree.dep[i] = "appos"
        elif bare and dep in ("nmod", "acl", "amod", "dep") and is_person(tree, i, words):
            tree.pos[i], tree.dep[i] = "NOUN", "appos"
        elif dep == "appos" and tree.pos[i] == "VERB" and is_person(tree, i, words):
            see_noun(tree, i)


def mend_affiliations(tree: Tree) -> None:
    """Hang on the name before a comma what says whence somebody is: "a déclaré Ana Vidal, du Centre de recherche"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("nmod", "obl", "obl:arg") or tree.pos[i] != "PROPN" or tree.pos[tree.head[i]] != "VERB":
            continue
        case = tree.child(i, "case")
        if case is None or case < 2 or tree.lemma[case] != "de" or tree.text[case - 1] != ",":
            continue
        name = tree.head[case - 2] if tree.dep[case - 2] == "flat:name" else case - 2
        if tree.dep[name] == "nsubj" and tree.head[name] == tree.head[i] < name and tree.pos[name] == "PROPN":
            tree.move(i, name, "nmod")


def free_from_network(tree: Tree) -> None:
    """Give a verb the name that was joined to the network on which somebody writes: "a écrit sur X Emmanuel Macron"."""
    for i, dep in enumerate(tree.dep):
        network = tree.head[i]
        if dep == "flat:name" and network == i - 1 and tree.text[network] == "X" and tree.case(network) == "sur":
            verb = tree.head[network]
            for rest in [c for c in tree.children[network] if c > i and tree.dep[c] == "flat:name"]:
                tree.move(rest, i, "flat:name")
            tree.dep[network] = "obl"
            tree.move(i, verb, "appos" if has_subject(tree, verb) else "nsubj")


def mend_named_speakers(tree: Tree) -> None:
    """Hang on the subject behind its verb the name that ends the sentence: "a promis le gouverneur, Ana Vidal."."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("parataxis", "dep", "obj", "conj") or tree.pos[i] != "PROPN" or i < 3 or tree.text[i - 1] != ",":
            continue
        if any(tree.dep[c] not in ("flat:name", "punct") for c in tree.children[i]):
            continue
        subject = i - 2
        while tree.dep[subject] in ("amod", "nmod", "flat:name") and tree.head[subject] < subject:
            subject = tree.head[subject]
        named = tree.pos[subject] == "NOUN" and tree.dep[subject] == "nsubj" and tree.head[subject] < subject
        behind = max([i, *tree.children[i]]) + 1
        if (
            named
            and behind < len(tree)
            and tree.text[behind] in (".", ",", "»")
            and is_person(tree, subject, language("fr"))
        ):
            tree.move(i, subject, "appos")


def see_noun(tree: Tree, i: int) -> None:
    """Make a noun of a "participle" in apposition that says what somebody is: "Ana Vidal, déléguée CGT"."""
    tree.pos[i], tree.lemma[i] = "NOUN", tree.text[i].lower()
    tree.set_features(i, Tense="", VerbForm="", Voice="")
    for child in tree.children[i]:
        if tree.dep[child] in ("obj", "obl", "obl:arg"):
            tree.dep[child] = "nmod"


def in_list(tree: Tree, i: int) -> bool:
    """Whether a noun stands among others of a list that ends with a conjunction: "des vivres, tentes et couvertures"."""
    listed = (i, *tree.children[i], *tree.children[tree.head[i]])
    return any(tree.dep[c] == "conj" and tree.child(c, "cc") is not None and c > tree.head[i] for c in listed)


def see_bare_subjects(tree: Tree) -> None:
    """Make the subject of a name that alone stands before its verb: "Vidal s'est excusée auprès de X"."""
    for i, pos in enumerate(tree.pos):
        verb = tree.head[i]
        alone = pos == "PROPN" and tree.dep[i] in ("dep", "dislocated") and tree.first[min([i, *tree.children[i]])]
        if not alone or tree.case(i) or tree.pos[verb] != "VERB" or has_subject(tree, verb):
            continue
        if i < verb and all(tree.head[k] in (i, verb) and tree.text[k] != "," for k in range(i + 1, verb)):
            tree.dep[i] = subject_label(tree, verb)


def free_names_from_adjectives(tree: Tree) -> None:
    """Hang on the noun the name that was hung on its adjective: "le groupe automobile Renault"."""
    for i, dep in enumerate(tree.dep):
        adjective = tree.head[i]
        if dep != "flat:name" or adjective != i - 1 or tree.pos[i] != "PROPN" or not tree.text[adjective].islower():
            continue
        if tree.pos[adjective] == "ADJ" and tree.dep[adjective] == "amod" and tree.head[adjective] < adjective:
            tree.move(i, tree.head[adjective], "appos")


def raise_names_to_titles(tree: Tree, words: Language) -> None:
    """Hang on the title or company the name that was hung on its field: "la ministre de la Culture Ana Vidal"."""
    fields = words.profile.words("names", "portfolios")
    for i, dep in enumerate(tree.dep):
        field = tree.head[i]
        if dep not in ("appos", "flat:name", "nmod") or tree.pos[i] != "PROPN" or field >= i or tree.case(i):
            continue
        if not tree.text[i][0].isupper():
            continue  # "le chef de l'État afghan"
        title = tree.head[field]
        if tree.dep[field] != "nmod" or title > field or tree.pos[title] != "NOUN":
            continue
        if tree.text[field].lower() in fields and tree.text[i - 1].lower() in fields:
            raised = is_person(tree, title, words)
        else:
            raised = tree.head[i - 1] in (field, title) and _is_line_of(tree, field, title, words)
        if raised:
            tree.move(i, title, "appos")


def _is_line_of(tree: Tree, field: int, company: int, words: Language) -> bool:
    """Whether a noun says what a company deals in: "le fabricant de jouets Ludor", "le géant de l'électronique Samsung"."""
    known, goods = words.nouns.get(tree.lemma[company]), words.nouns.get(tree.lemma[field])
    if known is None or "company" not in known.flags or tree.case(field) != "de" or tree.pos[field] != "NOUN":
        return False
    if tree.text[tree.child(field, "case") or 0] == "de" and tree.child(field, "det") is None:
        return goods is None or goods.kind not in ("Person", "Group", "Organization")  # "un réseau d'agences Orpi"
    return goods is None  # "le fabricant du vaccin Spikevax"


def free_adjectives_from_names(tree: Tree) -> None:
    """Hang on the noun the adjective that was hung on its name: "le groupe pétrolier italien Norvex"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep != "amod" or name != i + 1 or tree.pos[i] != "ADJ" or tree.pos[name] != "PROPN" or not tree.text[i].islower():
            continue
        noun = tree.head[name]
        beside = noun < i and tree.pos[noun] == "NOUN" and tree.dep[name] in ("nmod", "appos", "flat:name")
        if beside and not tree.case(name) and tree.child(name, "det") is None and tree.text[i - 1] != ",":
            tree.move(i, noun, "amod")


def join_names_to_nouns(tree: Tree) -> None:
    """Make the subject of the noun that introduces a name, and no longer of the name: "la frégate Psara a abattu"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("dep", "dislocated", "obl", *SUBJECTS) or tree.pos[i] != "NOUN" or tree.case(i):
            continue
        verb, both = tree.head[i], dep in SUBJECTS
        if tree.child(i, "det") is None:
            continue
        name = next((c for c in tree.children[verb] if c != i and tree.dep[c] in SUBJECTS and _is_capital(tree, c)), None)
        if name is None or not i < name < verb or tree.child(name, "det") is not None or tree.case(name):
            continue
        between = range(i + 1, min([name, *tree.children[name]]))
        if all(_goes_with(tree, k, i) if both else tree.head[k] == i and tree.dep[k] == "amod" for k in between):
            subject = tree.dep[name]
            tree.move(name, i, "appos")
            tree.dep[i] = subject


def _is_capital(tree: Tree, i: int) -> bool:
    """Whether a word is a name, or a noun with a capital: "L'Oréal"."""
    return tree.pos[i] == "PROPN" or (tree.pos[i] == "NOUN" and tree.text[i][0].isupper() and not tree.first[i])


def _goes_with(tree: Tree, i: int, noun: int) -> bool:
    """Whether a word belongs to a noun's phrase, and is neither a verb nor a comma: "le géant du luxe"."""
    return tree.is_above(noun, i) and tree.pos[i] not in ("VERB", "AUX", "PUNCT")


def mend_openers(tree: Tree) -> None:
    """Make the subject of a name that opens a sentence: "Lia Roux, la présidente du Chili, a démissionné"."""
    for i, pos in enumerate(tree.pos):
        if pos != "PROPN" or tree.dep[i] not in OPENERS or tree.case(i) or not tree.first[min([i, *tree.children[i]])]:
            continue
        verb = tree.head[i]
        noun = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and i < c < verb), None)
        article = tree.child(noun, "det") if noun is not None else None
        if noun is None or article is None or "Definite=Def" not in tree.morph[article]:
            continue
        if tree.text[article - 1] == "," and tree.is_above(i, article - 2):
            tree.move(i, verb, tree.dep[noun])
            tree.move(noun, i, "appos")


def mend_lists(tree: Tree) -> None:
    """Make conjuncts of the members of a list that were hung beside its first: "les ports, les routes et la gare"."""
    for i in range(len(tree) - 1, -1, -1):
        if tree.dep[i] not in LISTED or tree.pos[i] not in ("NOUN", "PROPN") or not closes_list(tree, i):
            continue
        start = min([i, *tree.children[i]])
        before = listed_before(tree, i, start)
        if before is not None and not (tree.pos[before] == "PROPN" and describes(tree, i)):
            for child in [c for c in tree.children[i] if tree.dep[c] == "conj"]:
                tree.move(child, before, "conj")
            tree.move(i, before, "conj")


def mend_named_rows(tree: Tree, lang: Language) -> None:
    """Join to the name of its first the names that a plural for places counts up: "les départements de A, B et C"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "conj" or tree.pos[i] != "PROPN" or tree.pos[noun] != "NOUN" or "Number=Plur" not in tree.morph[noun]:
            continue
        land = lang.nouns.get(tree.lemma[noun])
        first = next((c for c in tree.children[noun] if tree.dep[c] == "nmod" and noun < c < i), None)
        if land is None or land.kind != "GeopoliticalEntity" or first is None or tree.pos[first] != "PROPN":
            continue
        bare = tree.case(first) == "de" and tree.child(i, "det") is None and tree.case(i) in ("", "de")
        if bare and all(tree.pos[k] in ("PROPN", "PUNCT", "CCONJ", "ADP") for k in range(first + 1, i)):
            tree.move(i, first, "conj")


def describes(tree: Tree, i: int) -> bool:
    """Whether nouns joined behind a name all say what somebody is."""
    return all(is_bare_noun(tree, noun) for noun in (i, *(c for c in tree.children[i] if tree.dep[c] == "conj")))


def is_bare_noun(tree: Tree, i: int) -> bool:
    """Whether a noun has no determiner, figure or preposition, as in "Ivo Sand, chimiste et membre du club"."""
    alone = all(tree.dep[child] not in ("det", "nummod", "case", "nmod:poss") for child in tree.children[i])
    return alone and tree.pos[i] == "NOUN" and "Number=Plur" not in tree.morph[i]


def closes_list(tree: Tree, i: int) -> bool:
    """Whether a member of a list has a later one with its conjunction ("… et la gare")."""
    return any(tree.dep[c] == "conj" and tree.child(c, "cc") is not None for c in tree.children[i])


def listed_before(tree: Tree, i: int, start: int) -> int | None:
    """The member of the list that ends before the comma at `start - 1`, with the governor and preposition of `i`."""
    if start < 2 or tree.text[start - 1] != ",":
        return None
    for other in reversed(tree.children[tree.head[i]]):
        agents = is_agent(tree, other) and not tree.case(i)  # what a passive verb has besides is no object
        if other < start - 1 and tree.pos[other] in ("NOUN", "PROPN") and (agents or tree.case(other) == tree.case(i)):
            subject = tree.dep[other].startswith("nsubj")
            return other if not subject and tree.is_above(other, start - 2) else None
    return None
