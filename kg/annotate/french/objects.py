"""The objects of French verbs: clitics, what stands behind a date or a name, and what was taken for a subject."""

from __future__ import annotations

from kg.annotate.french.signs import (
    SUBJECTS,
    VERBAL,
    has_subject,
    heads_own_phrase,
    is_plural,
    is_reflexive,
    is_time,
    noun_start,
    stands_in_infinitive,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.signs import CLOSING_QUOTES, is_past_participle
from kg.annotate.tree import Tree
from kg.lang import language

STATES = ("en", "sous")  # prepositions before what somebody is in or under
ACCUSATIVE = ("l'", "l’", "le", "la", "les")
DATIVE = ("lui", "leur")


def lower_copulas(tree: Tree) -> None:
    """Make a copula of "être" with an object, which it never has: "n'est plus la présidente"; so before "en guerre"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != "être" or tree.pos[i] not in VERBAL or tree.child(i, "nsubj") is None:
            continue
        noun = tree.child(i, "obj")
        if noun is None:
            noun = _state_under(tree, i)
        if noun is not None and noun > i and tree.pos[noun] == "NOUN":
            tree.take_place(noun, i, tree.dep[i])
            tree.move(i, noun, "cop")
            tree.pos[i] = "AUX"


def _state_under(tree: Tree, being: int) -> int | None:
    """What somebody is said to be in or under, whose preposition begins it: "n'est plus en guerre", "sous le feu"."""
    for above in (being, *(c for c in tree.children[being] if tree.dep[c] == "advmod")):
        state = tree.child(above, "obl:arg")
        if state is None or tree.case(state) not in STATES:
            continue
        first = tree.child(state, "case")
        article = tree.child(state, "det")
        if first is not None and first + 1 in (state, article):
            if above != being:
                tree.move(state, being, "obl:arg")
            return state
    return None


def free_from_auxiliaries(tree: Tree) -> None:
    """Hang on the predicate what the parser hung on its auxiliary: "un avion s'est crashé"; a reflexive is no passive."""
    for i, dep in enumerate(tree.dep):
        if not tree.children[i] or not dep.startswith(("aux", "cop")):
            continue
        verb = tree.head[i]
        for child in list(tree.children[i]):
            tree.move(child, verb, tree.dep[child])
        if is_reflexive(tree, verb) and dep == "aux:pass":
            for subject in [c for c in tree.children[verb] if tree.dep[c] == "nsubj:pass"]:
                tree.move(subject, verb, "nsubj")
            tree.dep[i] = "aux"
            tree.set_features(verb, Voice="")


def see_auxiliaries(tree: Tree) -> None:
    """Make an auxiliary of the one taken for the subject of the participle behind: "que seront proclamés les résultats"."""
    for i, dep in enumerate(tree.dep):
        if dep in SUBJECTS and tree.pos[i] == "AUX" and tree.head[i] == i + 1 and is_past_participle(tree, i + 1):
            tree.dep[i] = "aux:pass" if "Voice=Pass" in tree.morph[i + 1] else "aux"


def show_clitics(tree: Tree) -> None:
    """Show the third person of an object pronoun that looks like an article: "l'accusant d'avoir menti"."""
    for i, dep in enumerate(tree.dep):
        bare = dep == "obj" and tree.pos[i] == "PRON" and "Person=" not in tree.morph[i]
        if bare and tree.head[i] == i + 1 and tree.text[i].lower() in ACCUSATIVE:
            tree.set_features(i, Person="3", Definite="", PronType="")


def free_clitics(tree: Tree) -> None:
    """Make an object of a clitic taken for a subject, and a subject of what stands behind: "comme l'exigent des députés".

    "Lui" in front or behind a comma is stressed: "lui a nié".
    """
    for i, dep in enumerate(tree.dep):
        if tree.pos[i] not in ("PRON", "DET"):
            continue
        verb = tree.head[i]
        word = tree.text[i].lower()
        there = word == "y" and dep == "amod"
        if (there or (word in DATIVE and dep in ("flat:name", "nmod"))) and verb == i - 1 and tree.dep[verb] in SUBJECTS:
            above = tree.head[verb]
            if tree.pos[i] == "PRON" and (above == i + 1 or (tree.head[i + 1] == above and tree.pos[i + 1] == "AUX")):
                tree.move(i, above, "obl" if there else "iobj")  # "Le juge lui a demandé de fuir", "Dix civils y ont péri"
            continue
        if dep not in SUBJECTS or verb <= i:
            continue
        if word in DATIVE:
            beside = i + 1 == verb or (tree.head[i + 1] == verb and tree.pos[i + 1] in VERBAL)
            if beside and not tree.first[i] and tree.text[i - 1] != ",":
                tree.dep[i] = "iobj"  # "et leur a promis une prime"
            elif beside and word == "leur" and (front := _in_front(tree, verb)) is not None:
                tree.dep[i], tree.dep[front] = "iobj", "nsubj"  # "Ana, juge à Lyon, leur a promis une prime"
        if word not in ACCUSATIVE:
            continue
        tree.dep[i] = "obj"
        if verb > i + 1:
            free_quantifier(tree, i)
            continue
        behind = next((c for c in tree.children[verb] if c > verb and tree.dep[c] == "obj" and not tree.case(c)), None)
        if behind is not None and not has_subject(tree, verb):
            tree.dep[behind] = "nsubj"


def _in_front(tree: Tree, verb: int) -> int | None:
    """The bare noun that opens a sentence and was taken for no subject of its verb."""
    loose = ("dislocated", "obl", "vocative")
    found = (c for c in tree.children[verb] if c < verb and tree.dep[c] in loose and tree.pos[c] in ("NOUN", "PROPN"))
    opening = (c for c in found if not tree.case(c) and tree.first[min([c, *tree.children[c]])])
    return next(opening, None)


def free_quantifier(tree: Tree, clitic: int) -> None:
    """Make no auxiliary of what counts the object before a participle: "les a tous rejetés"."""
    verb = tree.head[clitic]
    for other in tree.children[verb]:
        if clitic < other < verb and tree.dep[other] == "aux:pass" and tree.lemma[other] != "être":
            tree.dep[other] = "advmod"
            tree.set_features(verb, Voice="")


def _object_behind_names(tree: Tree, verb: int) -> int | None:
    """The object that hangs on a name between commas before it: "a signé avec son homologue, Ana Vidal, un accord"."""
    for partner in (c for c in tree.children[verb] if c > verb and tree.dep[c].startswith("obl") and tree.case(c)):
        rest = [c for c in tree.children[partner] if tree.dep[c] == "appos"]
        named = any(tree.pos[c] == "PROPN" for c in rest)
        for noun in (c for c in rest if tree.pos[c] == "NOUN" and named and tree.text[c - 2] == ","):
            determiner = tree.child(noun, "det")
            if determiner == noun - 1 and "Definite=Ind" in tree.morph[determiner]:
                return noun
    return None


def _object_behind_manner(tree: Tree, verb: int) -> int | None:
    """The object that hangs on how it is done, told between commas: "a adopté, par dix voix contre deux, le projet"."""
    known = language("fr").nouns
    for manner in (c for c in tree.children[verb] if c > verb and tree.dep[c] == "obl" and tree.lemma[c] not in known):
        case = tree.child(manner, "case")
        if case is None or tree.text[case - 1] != "," or not has_subject(tree, verb):
            continue
        for noun in (c for c in tree.children[manner] if tree.dep[c] in ("appos", "conj") and tree.pos[c] == "NOUN"):
            if heads_own_phrase(tree, noun):
                return noun
    return None


def _is_bare_object(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether an "oblique" noun behind another phrase has an article or a number, but no preposition, and is no time."""
    if tree.dep[i] not in ("obl", "obl:arg", "dep") or tree.pos[i] != "NOUN" or tree.case(i) or is_time(tree, i, parsing):
        return False
    if tree.lemma[i] in parsing.spans or tree.lemma[i] in parsing.measures or tree.lemma[tree.head[i]] in parsing.impersonal:
        return False
    before = [c for c in tree.children[tree.head[i]] if tree.head[i] < c < i and tree.dep[c].startswith("obl")]
    said = any(tree.dep[c] == "det" or (tree.dep[c] == "nummod" and c == i - 1) for c in tree.children[i])
    article = next((c for c in (tree.child(i, "det"), tree.child(i, "nummod")) if c is not None), i)
    right_behind = article == tree.head[i] + 1  # "livre trois systèmes à l'Ukraine", "ont projeté un attentat"
    if not right_behind and all(tree.text[k] in CLOSING_QUOTES for k in range(tree.head[i] + 1, article)):
        return said  # "a « neutralisé » dix rebelles"
    if right_behind and (tree.dep[i] == "dep" or tree.lemma[tree.head[i]] in parsing.partitive):
        return said
    apart = tree.text[article - 1] == ","
    told = all(tree.case(c) or (is_time(tree, c, parsing) and not apart) for c in before)  # "a entamé jeudi une grève"
    return tree.dep[i] != "dep" and said and bool(before) and told


def mend_objects(tree: Tree, parsing: Parsing) -> None:
    """Make an object of a second "subject" or a bare name right behind an active verb: "a rencontré Karim Belhadj"."""
    for i, pos in enumerate(tree.pos):
        if tree.dep[i] == "obj" and tree.child(i, "cop") is not None and tree.child(i, "nsubj") is not None:
            tree.dep[i] = "parataxis"  # "…, ce sont les soldats qui entreront"
        if pos != "VERB":
            continue
        subjects = [c for c in tree.children[i] if tree.dep[c] == "nsubj"]
        after = [c for c in subjects if c > i]
        second = len(after) == 1 and len(subjects) > 1 and tree.child(i, "obj") is None
        second = second or (len(after) == 1 and stands_in_infinitive(tree, i))  # "avoir repris le contrôle total"
        if (second or (after and _disagrees(tree, after[0], i))) and tree.pos[after[0]] in ("NOUN", "PROPN"):
            tree.dep[after[0]] = "obj"
        bare = next((c for c in tree.children[i] if c > i and _is_bare_object(tree, c, parsing)), None)
        if bare is not None and takes_object(tree, i):
            tree.dep[bare] = "obj"  # "a exigé à maintes reprises leur retrait"
        if takes_object(tree, i):
            behind = _object_behind_names(tree, i)
            behind = _object_behind_manner(tree, i) if behind is None and not is_reflexive(tree, i) else behind
            if behind is not None:
                tree.move(behind, i, "obj")
        for child in [c for c in tree.children[i] if c > i and _is_plain_object(tree, c)]:
            tree.dep[child] = "obj"
        if tree.dep[i + 1] == "nmod" and tree.head[i + 1] == i and tree.child(i, "aux:pass") is not None:
            tree.dep[i + 1] = "xcomp"  # "sont présumés morts"
        bare_deps = ("advmod", "dep", "obl", "obl:arg", "nmod", "xcomp")
        name = next((c for c in tree.children[i] if tree.dep[c] in bare_deps and _is_next(tree, i, c)), None)
        if name is not None and tree.dep[name] == "xcomp" and tree.pos[name] == "PROPN":
            told = _is_copula(tree, i) or is_reflexive(tree, i) or tree.child(i, "obj") is not None
            tree.dep[name] = "xcomp" if told else "dep"  # "a prévenu Ankara", but "est devenue Ankara"
        if name is not None and tree.pos[name] == "PROPN" and tree.dep[name] in ("obl", "dep"):
            _join_behind_name(tree, i, name)
        fixed = name is not None and _is_fixed(tree, i, name)
        for day in [c for c in tree.children[i] if fixed and tree.dep[c] == "obj" and tree.lemma[c] in parsing.temporal]:
            tree.dep[day] = "obl"  # "a pris part lundi aux obsèques"
        named = name is not None and (tree.pos[name] == "PROPN" or fixed)
        if name is not None and named and tree.child(name, "case") is None and takes_object(tree, i):
            tree.dep[name] = "obj"
            for other in [c for c in tree.children[i] if c > name and tree.dep[c] in ("conj", "obl")]:
                if tree.pos[other] == "PROPN" and tree.child(other, "cc") == other - 1 and not tree.case(other):
                    tree.move(other, name, "conj")  # "assiègent Varna et Tirna"


def _is_fixed(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a bare noun right behind a verb is what it has for its object in a fixed turn: "a prêté allégeance"."""
    frames = language("fr").frames
    lemma = tree.lemma[verb]
    told = (trigger for trigger, _ in (*frames.verbs.get(lemma, ()), *frames.relation_verbs.get(lemma, ())))
    carried = (support.trigger for support in frames.support.get(lemma, ()))  # "a pris part lundi aux funérailles"
    bare = noun == verb + 1 and tree.pos[noun] == "NOUN" and tree.child(noun, "det") is None
    return bare and any(trigger.object_noun == tree.lemma[noun] for trigger in (*told, *carried))


def _join_behind_name(tree: Tree, verb: int, name: int) -> None:
    """Make an apposition of the "object" behind a bare name and a comma: "a capturé Varna, le dernier bastion de X"."""
    described = next((c for c in tree.children[verb] if tree.dep[c] == "obj" and c > name), None)
    if described is None or tree.case(name) or tree.pos[described] != "NOUN" or is_reflexive(tree, verb):
        return
    start = noun_start(tree, described)
    if (
        tree.text[start - 1] == ","
        and tree.dep[start] == "det"
        and all(tree.head[k] == name for k in range(name + 1, start - 1))
    ):
        tree.move(described, name, "appos")


def _is_next(tree: Tree, verb: int, i: int) -> bool:
    """Whether word `i` follows a verb with no more than its adverbs between: "contrôlent désormais Goma"."""
    between = range(verb + 1, i)
    return i > verb and tree.pos[i] != "ADV" and all(tree.pos[k] == "ADV" and tree.head[k] in (verb, i) for k in between)


def _disagrees(tree: Tree, noun: int, verb: int) -> bool:
    """Whether by number a noun behind an active verb can't be its subject: "et ont attaqué le village"."""
    single = "Number=Sing" in tree.morph[noun] and tree.child(noun, "conj") is None
    passive = any(tree.dep[c] in ("aux:pass", "expl:subj") or tree.lemma[c] == "être" for c in tree.children[verb])
    return single and is_plural(tree, verb) and not passive and not is_reflexive(tree, verb) and takes_object(tree, verb)


def _is_plain_object(tree: Tree, i: int) -> bool:
    """Whether a noun with an article or a bare number behind an active verb without an object is it: "blessant 18"."""
    verb = tree.head[i]
    if tree.dep[i] == "nmod":  # "conditionne son soutien"
        if tree.pos[i] != "NOUN" or i < verb + 2 or tree.head[verb + 1] != i or tree.dep[verb + 1] not in ("det", "nummod"):
            return False
        told = "VerbForm=Fin" in tree.morph[verb] or tree.child(verb, "aux") is not None  # "ont massacré vingt civils"
        return told and takes_object(tree, verb) and not tree.case(i) and not is_reflexive(tree, verb)
    if tree.dep[i] not in ("nummod", "conj", "xcomp"):
        return False
    active = tree.child(verb, "obj") is None and tree.child(verb, "aux:pass") is None and not is_reflexive(tree, verb)
    if tree.dep[i] == "nummod":
        return active and tree.pos[i] == "NUM"
    known = tree.pos[i] == "NOUN" and tree.child(i, "det") is not None and tree.child(i, "cop") is None
    joined = tree.dep[i] == "conj" and tree.child(i, "cc") is None and "," not in tree.text[verb:i]  # joined by nothing
    return active and (joined or tree.dep[i] == "xcomp") and known and not tree.case(i) and not _is_copula(tree, verb)


def _is_copula(tree: Tree, verb: int) -> bool:
    return tree.lemma[verb] in language("fr").grammar.copula


def see_pro_forms(tree: Tree) -> None:
    """Take "l'" before "être" for what it is, a predicate told before: "deux hommes l'ont été"; "leur" is no object,
    "dessus" right behind its verb is: "lui ont tiré dessus"."""
    for i, pos in enumerate(tree.pos):
        if tree.text[i] == "dessus" and tree.dep[i] == "advmod" and tree.head[i] == i - 1:
            tree.dep[i] = "obj"
        if pos == "PRON" and tree.text[i].lower() == "leur" and tree.dep[i] == "obj" and i < tree.head[i]:
            tree.dep[i] = "iobj"
        if pos != "PRON" or tree.text[i].lower() not in ("l'", "l’", "le") or i + 2 >= len(tree):
            continue
        been = tree.lemma[i + 1] == "avoir" and tree.text[i + 2] == "été"
        if tree.lemma[i + 1] == "être" or been:
            tree.dep[i] = "expl"
