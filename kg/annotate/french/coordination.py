"""Nouns of a French tree that "et" or a comma joins: conjuncts, rows of things, lists."""

from __future__ import annotations

from kg.annotate.french.appositions import OPENERS, is_bare_noun
from kg.annotate.french.signs import SOMEWHERE, SUBJECTS, has_subject, is_bare_complement, is_gerund, is_plural
from kg.annotate.parsing import Parsing
from kg.annotate.signs import disagrees, is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language

INDEFINITE = ("un", "une", "des")
BETWEEN = "entre"
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


def raise_to_plural_subjects(tree: Tree) -> None:
    """Join to the subject of a plural verb the noun right before that, past commas: "X, fondé par Y, et Z ont signé"."""
    for i, dep in enumerate(tree.dep):
        cc = tree.child(i, "cc") if dep == "conj" and tree.pos[i] in NOMINAL else None
        if cc is None or cc > i or tree.text[cc - 1] != "," or tree.case(i):
            continue
        subject = tree.head[i]
        while tree.head[subject] < subject and tree.dep[subject] not in SUBJECTS:
            subject = tree.head[subject]
        verb = tree.head[subject]
        if subject == tree.head[i] or tree.dep[subject] not in SUBJECTS:
            continue
        if not subject < i < verb or not is_plural(tree, verb):
            continue
        single = "Number=Plur" not in tree.morph[subject] and not any(tree.dep[c] == "conj" for c in tree.children[subject])
        apart = "," in tree.text[subject : cc - 1]
        if single and apart and all(tree.head[k] == verb for k in range(max([i, *_below(tree, i)]) + 1, verb)):
            tree.move(i, subject, "conj")


def _below(tree: Tree, i: int) -> list[int]:
    """All words that hang on word i, directly or not."""
    return [k for k in range(i, tree.end_of(i)) if tree.is_above(i, k)]


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


def raise_conjuncts(tree: Tree) -> None:
    """Join to the noun above what has an article but no "de" as that before it: "la fin du siège et le retour de X".

    So an indefinite one where the other has none: "des paquets de cigarettes et des machines". And the bare second of two
    sides: "entre forces de l'ordre et manifestants".
    """
    for i, dep in enumerate(tree.dep):
        low, article = tree.head[i], tree.child(i, "det") if dep == "conj" else None
        if dep == "conj" and article is None and _lacks_partner(tree, i, low):
            tree.move(i, tree.head[low], "conj")
            for behind in [c for c in tree.children[low] if c > i]:
                tree.move(behind, i, tree.dep[behind])
        if article is None or article > i or tree.case(i):
            continue
        indefinite = tree.text[article].lower() in INDEFINITE and is_bare_complement(tree, low)
        if "Definite=Def" not in tree.morph[article] and not indefinite:
            continue
        above = low
        while tree.pos[above] == "NOUN" and tree.dep[above] == "nmod" and tree.case(above) == "de" and above < i:
            above = tree.head[above]
        if above != low and tree.pos[above] == tree.pos[i] == "NOUN":
            tree.move(i, above, "conj")


def raise_from_scenes(tree: Tree, parsing: Parsing) -> None:
    """Join to what is told the next of its row, joined to the place or the day of the first.

    "a appelé à une trêve à Gaza et à la libération de X", "a annoncé mardi la fermeture de X et la vente de Y".
    """
    told = language("fr").frames.nouns
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep != "conj" or tree.pos[i] != "NOUN" or tree.lemma[i] not in told or low > i:
            continue
        if tree.pos[low] == "PROPN" and tree.case(low) in SOMEWHERE:
            first = _told_there(tree, low)
        elif tree.lemma[low] in parsing.temporal and not tree.case(low):
            first = next((c for c in tree.children[tree.head[low]] if tree.dep[c] == "obj" and low < c < i), low)
        else:
            continue
        while tree.dep[first] == "nmod" and tree.lemma[first] not in told:
            first = tree.head[first]
        if first != low and tree.lemma[first] in told and tree.case(first) == tree.case(i):
            tree.move(i, first, "conj")


def _told_there(tree: Tree, place: int) -> int:
    """What a name says the place of: the noun above it, or that right before it below the same verb; the name if none."""
    if tree.dep[place] == "nmod":
        return tree.head[place]
    case = tree.child(place, "case")
    noun = place if case is None else case - 1
    if tree.dep[noun] == "amod" and tree.head[noun] < noun:
        noun = tree.head[noun]
    return noun if tree.head[noun] == tree.head[place] else place


def lower_to_people(tree: Tree, words: Language) -> None:
    """Join people to those whom a thing is for or against, not to the thing: "des mandats contre le roi et trois chefs"."""
    for i, dep in enumerate(tree.dep):
        thing, cc = tree.head[i], tree.child(i, "cc") if dep == "conj" and tree.pos[i] == "NOUN" else None
        if cc is None or tree.case(i) or tree.pos[thing] != "NOUN" or thing > cc or not is_person(tree, i, words):
            continue
        beside = (c for c in tree.children[thing] if tree.dep[c] == "nmod" and c < cc and tree.is_above(c, cc - 1))
        whom = next((c for c in beside if tree.case(c) in ("contre", "avec", "pour") and is_person(tree, c, words)), None)
        if whom is not None and not is_person(tree, thing, words):
            tree.move(i, whom, "conj")


def _lacks_partner(tree: Tree, i: int, low: int) -> bool:
    """Whether a bare noun joined to a complement with an article is the other of two sides: "entre X de l'ordre et Y"."""
    side = tree.head[low]
    bare = tree.pos[i] == "NOUN" and not tree.case(i) and tree.dep[low] == "nmod" and tree.child(low, "det") is not None
    between = bare and tree.pos[side] == "NOUN" and tree.case(side) == BETWEEN and tree.child(side, "det") is None
    return between and tree.child(side, "conj") is None


def object_before(tree: Tree, i: int, cc: int) -> int | None:
    """The object before the conjunction at `cc` with which a noun stands that became a "conjunct" of the verb."""
    verb = tree.head[i]
    first = tree.child(verb, "obj") if tree.dep[i] == "conj" and tree.pos[verb] == "VERB" else None
    if first is None or not verb < first < cc or tree.case(i) or tree.pos[i] != "NOUN" or not tree.is_above(first, cc - 1):
        return None
    known = (first, i) if tree.pos[first] == "NOUN" else (i,)  # "accuse X et ses alliés de complot"
    alike = all(any(tree.child(noun, dep) is not None for dep in ("det", "nummod")) for noun in known)
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


def join_second_partners(tree: Tree) -> None:
    """Join to the name before "et" one taken for a second object: "a signé un contrat avec Norvex et Dalmar"."""
    for i, dep in enumerate(tree.dep):
        cc = tree.child(i, "cc") if dep == "obj" and tree.pos[i] == "PROPN" and not tree.case(i) else None
        if cc is None or cc != i - 1 or tree.pos[cc - 1] != "PROPN":
            continue
        verb, name = tree.head[i], cc - 1
        while tree.dep[name] in ("flat:name", "appos") and tree.text[tree.head[name]][:1].isupper():
            name = tree.head[name]
        first = any(tree.dep[c] == "obj" and verb < c < name for c in tree.children[verb])
        if first and tree.case(name) and tree.is_above(verb, name):
            tree.move(i, name, "conj")


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
    if tree.dep[first] == "appos":
        first = tree.head[first]  # "Le pilote, un homme de 54 ans, et un passager ont été blessés"
    if second is None or tree.dep[verb] != "conj" or tree.dep[first] != "root" or tree.pos[first] not in ("NOUN", "PROPN"):
        return
    if not is_plural(tree, verb) or min([second, *tree.children[second]]) != cc + 1 or not tree.is_above(first, cc - 1):
        return
    dep = tree.dep[second]
    tree.move(verb, verb, "root")
    tree.move(first, verb, dep)
    tree.move(second, first, "conj")
    tree.move(cc, second, "cc")


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


def lower_counted(tree: Tree) -> None:
    """Join to what a relative clause counts the next of its row: "La force, qui compte 900 soldats, 80 policiers, …"."""
    for i, dep in enumerate(tree.dep):
        number = tree.child(i, "nummod") if dep == "conj" else None
        if number is None or number > i or tree.text[number - 1] not in (",", "et"):
            continue
        noun = tree.head[i]
        clause = next((c for c in tree.children[noun] if tree.dep[c] == "acl:relcl" and noun < c < i), None)
        counted = tree.child(clause, "obj") if clause is not None else None
        if counted is not None and clause is not None and clause < counted < i and tree.child(counted, "nummod") is not None:
            tree.move(i, counted, "conj")


def free_from_descriptions(tree: Tree) -> None:
    """Join to the first of a row the name hung on what that is: "Ana Vidal, adjointe au maire, Paul Morin et Lia Roux"."""
    for i, dep in enumerate(tree.dep):
        office = tree.head[i]
        name = tree.head[office]
        if dep != "appos" or tree.pos[i] != "PROPN" or tree.text[i - 1] != "," or not name < office < i - 1:
            continue
        described = tree.dep[office] == "appos" and tree.pos[name] == "PROPN" and tree.pos[office] == "NOUN"
        if described and tree.text[office - 1] == "," and closes_list(tree, i):
            for later in [c for c in tree.children[i] if tree.dep[c] == "conj"]:
                tree.move(later, name, "conj")
            tree.move(i, name, "conj")


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


def closes_list(tree: Tree, i: int) -> bool:
    """Whether a member of a list has a later one with its conjunction ("… et la gare")."""
    last = [c for c in tree.children[i] if tree.dep[c] == "conj"]
    return any(tree.child(c, "cc") is not None for c in last)


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


def raise_from_qualities(tree: Tree) -> None:
    """Join to a noun what was joined to its adjective: "L'Arabie saoudite et l'Iran", "de gaz lacrymogène et de balles"."""
    for i, dep in enumerate(tree.dep):
        quality = tree.head[i]
        if dep != "conj" or tree.dep[quality] != "amod" or tree.pos[quality] != "ADJ" or quality > i:
            continue
        noun = quality - 1
        if tree.head[quality] != noun or tree.pos[i] not in ("NOUN", "PROPN"):
            continue
        own, case = tree.child(i, "det") is not None, tree.case(i)
        some = tree.child(noun, "det")
        same = case == tree.case(noun) or (some is not None and case == tree.lemma[some])  # "du gaz … et des balles"
        if own if not case or tree.pos[i] == "PROPN" else same:
            tree.move(i, noun, "conj")


def raise_from_materials(tree: Tree) -> None:
    """Join to a noun what was joined to its bare complement: "des armes à feu et des couteaux", "un bidon d'essence et un
    briquet".

    So one event to another, not to what that befell: "l'effondrement d'un immeuble et un incendie".
    """
    events = language("fr").frames.nouns
    for i, dep in enumerate(tree.dep):
        bare = tree.head[i]
        if dep != "conj" or tree.dep[bare] != "nmod" or tree.pos[i] != "NOUN" or tree.child(i, "det") is None:
            continue
        noun, case = tree.head[bare], tree.child(bare, "case")
        if case is None or noun != case - 1 or tree.case(i) or tree.case(noun):
            continue
        told = tree.lemma[case] == "de" and [tree.lemma[k] in events for k in (noun, bare, i)] == [True, False, True]
        if not told and (case != bare - 1 or tree.child(bare, "det") is not None):
            continue
        if tree.pos[bare] == "NOUN" and tree.pos[noun] == "NOUN" and tree.child(noun, "det") is not None:
            tree.move(i, noun, "conj")


def join_rows_of_names(tree: Tree) -> None:
    """Join to the first the second of a row of names, taken for its complement: "L'Égypte, le Qatar et la Turquie ont"."""
    for i, dep in enumerate(tree.dep):
        first, article = tree.head[i], tree.child(i, "det") if dep == "nmod" and tree.pos[i] == "PROPN" else None
        if article is None or tree.case(i) or tree.pos[first] != "PROPN" or first > article or tree.text[article - 1] != ",":
            continue
        last = tree.child(i, "conj")
        if last is not None and tree.child(last, "cc") is not None and tree.pos[last] == "PROPN":
            tree.move(i, first, "conj")


def raise_from_asides(tree: Tree) -> None:
    """Join to a noun what was joined to the participle between commas behind it: "entre X, soutenu par Y, et l'armée"."""
    for i, dep in enumerate(tree.dep):
        participle = tree.head[i]
        if dep != "conj" or tree.pos[i] not in ("NOUN", "PROPN") or tree.dep[participle] not in ("acl", "advcl"):
            continue
        cc = tree.child(i, "cc")
        if cc is None or not 0 < participle < cc or tree.text[cc - 1] != "," or tree.text[participle - 1] != ",":
            continue
        noun = tree.head[participle] if tree.dep[participle] == "acl" else _side_before(tree, participle)
        own = tree.pos[i] == "PROPN" or tree.child(i, "det") is not None
        if noun is None or tree.pos[noun] not in NOMINAL or not own or has_subject(tree, i):
            continue
        if is_past_participle(tree, participle) and tree.case(i) in ("", tree.case(noun)):
            tree.move(i, noun, "conj")
            tree.move(participle, noun, "acl")


def _side_before(tree: Tree, participle: int) -> int | None:
    """The noun behind "entre" that a participle behind a comma qualifies, though it was hung on the verb."""
    beside = (c for c in tree.children[tree.head[participle]] if c < participle and tree.case(c) == "entre")
    return next((c for c in beside if tree.is_above(c, participle - 2)), None)


def join_sides(tree: Tree) -> None:
    """Join to one side the other, joined to the noun before: "les négociations entre la direction et les pilotes".

    So the one joined to what only tells whose the first is: "ont repris entre la rébellion du M23 et l'armée".
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "conj" or noun > i or tree.case(i) or tree.child(i, "cc") is None or tree.pos[i] not in NOMINAL:
            continue
        side = tree.head[noun]
        if tree.dep[noun] == "nmod" and tree.case(noun) == "de" and side < noun and tree.case(side) == "entre":
            alone = "Number=Plur" not in tree.morph[side] or tree.child(i, "det") is not None
            if tree.child(side, "conj") is None and alone:
                tree.move(i, side, "conj")
            continue
        sides = [c for c in tree.children[noun] if noun < c < i and tree.dep[c] == "nmod" and tree.case(c) == "entre"]
        if len(sides) == 1 and tree.child(sides[0], "conj") is None and "Number=Plur" not in tree.morph[sides[0]]:
            tree.move(i, sides[0], "conj")
