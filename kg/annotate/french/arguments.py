"""Who does what to whom in a French tree: subjects, objects, agents, and the times that stand among them."""

from __future__ import annotations

from kg.annotate.french.signs import (
    SUBJECTS,
    VERBAL,
    give_subject,
    has_subject,
    heads_own_phrase,
    is_denied,
    is_infinitive,
    is_plural,
    is_reflexive,
    is_time,
    noun_end,
    subject_label,
    takes_object,
    tells_of_others,
)
from kg.annotate.parsing import Parsing
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

NEVER_TIMES = ("obj", "iobj", "dep", "ccomp", "xcomp", "appos")
AGENT_CASES = ("par", "de")
ACCUSATIVE = ("l'", "l’", "le", "la", "les")
NAMED_IN = ("punct", "appos", "flat:name", "nmod")  # how a name hangs inside a phrase
PARTITIVES = ("des", "du", "de", "d'")
LOOSE = ("conj", "appos", "nmod", "obl", "dep")
OF_OBJECTS = ("de", "contre", "envers", "entre")  # what stands before a complement of a noun, and of no time


def free_subjects(tree: Tree) -> None:
    """Never take for a subject what has a preposition ("Selon Ana Vidal, deux hommes ont été tués"), nor address it."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep == "vocative" and i < verb and not has_subject(tree, verb) and tells_of_others(tree, verb):
            tree.dep[i] = "nsubj"  # "Madame Ana Vidal et deux amis, se sont rendus"
        if dep == "dep" and _opens_sentence(tree, i, verb):
            give_subject(tree, verb, i)  # "Un détenu s'est évadé"
        if dep not in SUBJECTS or tree.case(i) in ("", "de") or tree.pos[i] not in ("NOUN", "PROPN"):
            continue
        tree.dep[i] = "obl"
        below = [c for c in tree.children[i] if i < c < verb and tree.dep[c] in ("nmod", "appos", "conj", "dep")]
        subject = next((c for c in below if tree.pos[c] in NOMINAL and heads_own_phrase(tree, c)), None)
        if subject is not None and not has_subject(tree, verb):
            tree.move(subject, verb, dep)


def _opens_sentence(tree: Tree, i: int, verb: int) -> bool:
    """Whether a noun with its article begins a sentence right before a verb that lacks its subject."""
    article = tree.child(i, "det") if tree.pos[i] == "NOUN" and i < verb else None
    if article is None or not tree.first[article] or tree.pos[verb] != "VERB" or has_subject(tree, verb):
        return False
    return tells_of_others(tree, verb) and "," not in tree.text[i:verb] and not tree.case(i)


def free_from_auxiliaries(tree: Tree) -> None:
    """Hang on the participle what the parser hung on its auxiliary: "un avion s'est crashé"; a reflexive is no passive."""
    for i, dep in enumerate(tree.dep):
        if not dep.startswith("aux") or not tree.children[i]:
            continue
        verb = tree.head[i]
        for child in list(tree.children[i]):
            tree.move(child, verb, tree.dep[child])
        if is_reflexive(tree, verb) and dep == "aux:pass":
            for subject in [c for c in tree.children[verb] if tree.dep[c] == "nsubj:pass"]:
                tree.move(subject, verb, "nsubj")
            tree.dep[i] = "aux"
            tree.set_features(verb, Voice="")


def free_clitics(tree: Tree) -> None:
    """Make an object of a clitic taken for a subject, and a subject of what stands behind: "comme l'exigent des députés"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in SUBJECTS or tree.pos[i] not in ("PRON", "DET") or verb <= i or tree.text[i].lower() not in ACCUSATIVE:
            continue
        tree.dep[i] = "obj"
        if verb > i + 1:
            free_quantifier(tree, i)
            continue
        behind = next((c for c in tree.children[verb] if c > verb and tree.dep[c] == "obj" and not tree.case(c)), None)
        if behind is not None and not has_subject(tree, verb):
            tree.dep[behind] = "nsubj"


def free_quantifier(tree: Tree, clitic: int) -> None:
    """Make no auxiliary of what counts the object before a participle: "les a tous rejetés"."""
    verb = tree.head[clitic]
    for other in tree.children[verb]:
        if clitic < other < verb and tree.dep[other] == "aux:pass" and tree.lemma[other] != "être":
            tree.dep[other] = "advmod"
            tree.set_features(verb, Voice="")


def free_subjects_of_times(tree: Tree, parsing: Parsing) -> None:
    """Make the subject of the name behind a night or a day that was taken for it: "La nuit du 7 mai la Russie a lancé"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in SUBJECTS or tree.lemma[i] not in parsing.temporal or tree.pos[i] != "NOUN" or i > verb:
            continue
        if any(tree.dep[c] == dep and i < c < verb for c in tree.children[verb]):
            tree.dep[i] = "obl"
            continue
        name = next(
            (c for c in tree.children[i] if tree.dep[c] == "appos" and i < c < verb and tree.pos[c] == "PROPN"), None
        )
        if name is not None and tree.text[name - 1] != ",":
            tree.move(name, verb, dep)
            tree.dep[i] = "obl"


def mend_latter(tree: Tree) -> None:
    """Make the subject of "ce dernier" before a verb that the parser let it describe: "Ces derniers ont fui"."""
    pronouns = language("fr").profile.pronouns
    for i in range(1, len(tree)):
        verb = tree.head[i]
        if tree.dep[i] != "amod" or verb <= i or tree.pos[verb] not in VERBAL or has_subject(tree, verb):
            continue
        if f"{tree.text[i - 1]} {tree.text[i]}".lower() in pronouns:
            tree.dep[i] = subject_label(tree, verb)
            tree.pos[i - 1] = "DET"
            tree.move(i - 1, i, "det")


def find_subjects(tree: Tree, parsing: Parsing) -> None:
    """Give a verb without one the subject that follows an opening phrase: "Ce matin à Varna, Ana Vidal a …"."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB" or tree.dep[verb] == "acl:relcl" or has_subject(tree, verb) or not tells_of_others(tree, verb):
            continue
        others = {tree.dep[c] for c in tree.children[verb]}
        inverted = "obj" in others and is_reflexive(tree, verb)
        if is_infinitive(tree, verb) or inverted or others & {"expl:subj", "csubj"}:
            continue
        told = [c for c in range(tree.first_of(verb), verb) if _opens_clause(tree, c, verb, parsing)]
        if told:
            above = tree.head[told[0]]
            for other in [c for c in tree.children[above] if told[0] < c < verb and tree.dep[c] == "appos"]:
                tree.move(other, told[0], "appos")
            give_subject(tree, verb, told[0])


def free_indefinite_subjects(tree: Tree) -> None:
    """Make the subject of a plural "oblique" in front of a verb without one: "En mai, des soldats du X ont arrêté …"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        article = tree.child(i, "case") if dep in ("obl", "obl:arg") and i < verb else None
        if article is None or tree.text[article].lower() != "des":
            continue
        opens = tree.first[article] or tree.text[article - 1] == ","
        lacks = tree.pos[verb] == "VERB" and is_plural(tree, verb) and not has_subject(tree, verb)
        if lacks and opens and make_partitive(tree, i):
            give_subject(tree, verb, i)


def _opens_clause(tree: Tree, i: int, verb: int, parsing: Parsing) -> bool:
    """Whether a noun behind a comma, hung on what stands before it, may be the subject of a verb behind it."""
    if tree.pos[i] not in ("NOUN", "PROPN") or tree.dep[i] not in LOOSE:
        return False
    if tree.head[i] != verb and (tree.head[i] > i or not tree.is_above(verb, i)):
        return False
    own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
    start = min([i, *own])
    if tree.text[start - 1] != "," or tree.first[start] or is_time(tree, i, parsing):
        return False
    between = (k for k in range(i + 1, verb) if tree.pos[k] == "VERB")
    if not all(tree.is_above(i, k) or tree.is_above(verb, k) for k in between):  # a clause of its own
        return False
    named = tree.pos[i] == "PROPN" or (i + 1 < verb and tree.pos[i + 1] == "PROPN" and tree.head[i + 1] == i)
    marked = any(tree.dep[c] in ("det", "nummod") for c in own)
    return (named or marked) and not any(tree.dep[c] in ("case", "cc", "cop", "mark") for c in own)


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


def free_origins(tree: Tree, parsing: Parsing) -> None:
    """Give a verb of removing the place from which it removes what is somebody's: "a retiré ses soldats du Mali"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep != "nmod" or tree.pos[i] != "PROPN" or tree.dep[noun] != "obj" or tree.lemma[verb] not in parsing.removing:
            continue
        own = any(tree.dep[c] == "det" and "Poss=Yes" in tree.morph[c] for c in tree.children[noun])
        if own and tree.case(i) == "de":
            tree.move(i, verb, "obl")


def raise_last_times(tree: Tree, parsing: Parsing) -> None:
    """Give the main verb a day behind a comma that ends the sentence: "tué par un homme qui fuyait, lundi à Varna"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("obl", "appos") or tree.lemma[i] not in parsing.temporal or i == 0 or tree.text[i - 1] != ",":
            continue
        end, noun = noun_end(tree, i, tree.end_of(i)), _described_by_clause(tree, i)
        if noun is None or tree.case(i) or "," in tree.text[noun : i - 1] or end >= len(tree) or tree.text[end] != ".":
            continue
        while tree.pos[noun] in NOMINAL and tree.head[noun] != noun:
            noun = tree.head[noun]
        if tree.pos[noun] == "VERB":
            tree.move(i, noun, "obl")


def _described_by_clause(tree: Tree, i: int) -> int | None:
    """The noun on which word i hangs, or whose relative clause it hangs in."""
    clause = tree.head[i]
    if tree.child(clause, "acl:relcl") is not None:
        return clause
    while tree.dep[clause] in ("xcomp", "ccomp", "conj"):
        clause = tree.head[clause]
    return tree.head[clause] if tree.dep[clause] == "acl:relcl" else None


def free_from_times(tree: Tree, parsing: Parsing) -> None:
    """Hang under the object what the parser hung on the day before it: "a rejeté mardi la proposition de X d'une trêve"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        if (
            dep != "nmod"
            or tree.case(i) not in OF_OBJECTS
            or tree.lemma[time] not in parsing.temporal
            or tree.lemma[i] in parsing.temporal
        ):
            continue
        verb = tree.head[time]
        between = next((c for c in tree.children[verb] if time < c < i and tree.dep[c] == "obj"), None)
        if between is not None:
            tree.move(i, between, "nmod")


def join_past_times(tree: Tree, parsing: Parsing) -> None:
    """Join to the first what the parser joined to its date: "s'est emparé de Tirna en mai et de Varna, le port, en juin"."""
    for i, dep in enumerate(tree.dep):
        time, case = tree.head[i], tree.case(i)
        if dep != "conj" or not case or tree.pos[i] != "PROPN" or not is_time(tree, time, parsing):
            continue
        verb = tree.head[time]
        first = next((c for c in tree.children[verb] if c < time and tree.case(c) == case and tree.pos[c] == "PROPN"), None)
        if first is None or tree.pos[verb] != "VERB":
            continue
        tree.move(i, first, "conj")
        for noun in [c for c in tree.children[verb] if c > i and tree.dep[c] == "obj" and tree.text[i + 1] == ","]:
            if is_reflexive(tree, verb) and tree.first_of(noun) <= i < min([noun, *tree.children[noun]]) <= i + 2:
                tree.move(noun, i, "appos")


def _is_bare_object(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether an "oblique" noun behind another phrase has an article or a number, but no preposition, and is no time."""
    if tree.dep[i] not in ("obl", "obl:arg") or tree.pos[i] != "NOUN" or tree.case(i) or is_time(tree, i, parsing):
        return False
    if tree.lemma[i] in parsing.spans or tree.lemma[i] in parsing.measures or tree.lemma[tree.head[i]] in parsing.impersonal:
        return False
    before = [c for c in tree.children[tree.head[i]] if tree.head[i] < c < i and tree.dep[c].startswith("obl")]
    said = any(tree.dep[c] == "det" or (tree.dep[c] == "nummod" and c == i - 1) for c in tree.children[i])
    return said and bool(before) and all(tree.case(c) for c in before)


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
        if (second or (after and _disagrees(tree, after[0], i))) and tree.pos[after[0]] in ("NOUN", "PROPN"):
            tree.dep[after[0]] = "obj"
        bare = next((c for c in tree.children[i] if c > i and _is_bare_object(tree, c, parsing)), None)
        if bare is not None and takes_object(tree, i):
            tree.dep[bare] = "obj"  # "a exigé à maintes reprises leur retrait"
        behind = _object_behind_names(tree, i) if takes_object(tree, i) else None
        if behind is not None:
            tree.move(behind, i, "obj")
        for child in [c for c in tree.children[i] if c > i and _is_plain_object(tree, c)]:
            tree.dep[child] = "obj"
        bare_deps = ("advmod", "dep", "obl", "obl:arg", "nmod", "xcomp")
        name = next((c for c in tree.children[i] if c == i + 1 and tree.dep[c] in bare_deps), None)
        if name is not None and tree.dep[name] == "xcomp" and tree.pos[name] == "PROPN":
            told = _is_copula(tree, i) or is_reflexive(tree, i) or tree.child(i, "obj") is not None
            tree.dep[name] = "xcomp" if told else "dep"  # "a prévenu Ankara", but "est devenue Ankara"
        if name is not None and tree.pos[name] == "PROPN" and tree.child(name, "case") is None and takes_object(tree, i):
            tree.dep[name] = "obj"


def _disagrees(tree: Tree, noun: int, verb: int) -> bool:
    """Whether by number a noun behind an active verb can't be its subject: "et ont attaqué le village"."""
    single = "Number=Sing" in tree.morph[noun] and tree.child(noun, "conj") is None
    passive = any(tree.dep[c] in ("aux:pass", "expl:subj") or tree.lemma[c] == "être" for c in tree.children[verb])
    return single and is_plural(tree, verb) and not passive and not is_reflexive(tree, verb) and takes_object(tree, verb)


def free_partitives(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the object that hangs on the name before it: "a acheté à l'Inde des canons"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep != "nmod" or tree.pos[name] != "PROPN":
            continue
        case, verb = tree.child(i, "case"), tree.head[name]
        if case is None or tree.text[case].lower() != "des":
            continue
        oblique = tree.dep[name].startswith("obl") and verb < name and bool(tree.case(name))
        if oblique and tree.lemma[verb] in parsing.partitive and takes_object(tree, verb) and make_partitive(tree, i):
            tree.move(i, verb, "obj")


def free_from_day(tree: Tree, i: int) -> None:
    """Give the verb the object that hangs on its day; what was taken for it behind a comma stands beside that object."""
    verb = tree.head[tree.head[i]]
    later = next((c for c in tree.children[verb] if c > i and tree.dep[c] == "obj"), None)
    if later is not None and tree.text[min([later, *tree.children[later]]) - 1] == ",":
        tree.move(later, i, "appos")
    if tree.pos[verb] == "VERB" and takes_object(tree, verb):
        tree.move(i, verb, "obj")


def free_objects(tree: Tree, parsing: Parsing) -> None:
    """Give an object to the nearest verb: "a condamné l'attaque et renforcé sa garde", "juge par contumace X"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        number = dep == "nummod" or (dep == "nmod" and tree.pos[i] == "NUM" and not tree.case(i))
        if number and above < i - 1 and tree.pos[i - 1] == "VERB" and takes_object(tree, i - 1):
            tree.move(i, i - 1, "obj")  # "tuant neuf soldats et en blessant 87"
        if dep != "obj" or above > i:
            continue
        first = min([i, *tree.children[i]])
        if tree.pos[i] == "PROPN" and first - 1 > above and tree.head[first - 1] != above and tree.child(i, "det") is None:
            noun = tree.head[first - 1] if tree.pos[first - 1] == "ADJ" else first - 1
            if tree.pos[noun] == "NOUN" and tree.is_above(above, noun) and not tree.case(i):
                tree.move(i, noun, "appos")  # "signed a contract with the group X"
                continue
        if tree.pos[above] == "NOUN" and tree.case(above) and tree.pos[tree.head[above]] == "VERB":
            if tree.dep[above].startswith("obl") and tree.head[above] < above and takes_object(tree, tree.head[above]):
                tree.move(i, tree.head[above], "obj")
            continue
        if tree.pos[above] == "NOUN" and tree.lemma[above] in parsing.temporal:
            free_from_day(tree, i)  # "a limogé dimanche le gouverneur, une décision que …"
            continue
        before = [c for c in tree.children[above] if above < c < i]
        known = any(tree.dep[c] == "obj" for c in before)
        nearer = next((c for c in before if tree.dep[c] == "conj" and tree.pos[c] == "VERB" and takes_object(tree, c)), None)
        if known and nearer is not None and not has_subject(tree, nearer) and i > nearer:
            first = next(c for c in before if tree.dep[c] == "obj")
            if first < nearer:
                tree.move(i, nearer, "obj")


def give_objects(tree: Tree, parsing: Parsing) -> None:
    """Give a finite verb the noun right behind it that was hung on a higher one: "a dit que X livrerait dix avions"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("conj", "dep", "appos") or tree.pos[i] != "NOUN" or tree.lemma[i] in parsing.spans:
            continue
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        verb, above = min([i, *own]) - 1, tree.head[i]
        if verb <= above or tree.pos[verb] != "VERB" or "VerbForm=Fin" not in tree.morph[verb]:
            continue
        bare = any(tree.dep[c] in ("case", "cc", "mark", "cop") for c in own) or is_time(tree, i, parsing)
        if bare or not tree.is_above(above, verb) or not has_subject(tree, verb) or not takes_object(tree, verb):
            continue
        tree.move(i, verb, "obj")
        for time in [c for c in tree.children[above] if c > i and tree.dep[c] == "obl" and not tree.case(c)]:
            if tree.lemma[time] in parsing.spans or is_time(tree, time, parsing):
                tree.move(time, verb, "obl")


def _is_plain_object(tree: Tree, i: int) -> bool:
    """Whether a noun with an article or a bare number behind an active verb without an object is it: "blessant 18"."""
    verb = tree.head[i]
    active = tree.child(verb, "obj") is None and tree.child(verb, "aux:pass") is None and not is_reflexive(tree, verb)
    if tree.dep[i] == "nummod":
        return active and tree.pos[i] == "NUM"
    known = tree.pos[i] == "NOUN" and tree.child(i, "det") is not None and tree.child(i, "cop") is None
    return active and tree.dep[i] == "xcomp" and known and not tree.case(i) and not _is_copula(tree, verb)


def _is_copula(tree: Tree, verb: int) -> bool:
    return tree.lemma[verb] in language("fr").grammar.copula


def mend_partitives(tree: Tree, parsing: Parsing) -> None:
    """Make objects of complements with a partitive article: "livrer de la nourriture", "du matériel"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        article = tree.child(i, "det") if dep == "obj" else None
        if article is not None and tree.text[article].lower() in PARTITIVES:
            join_partitives(tree, i)
        denied = tree.child(i, "det") if dep in ("obl:arg", "obl") and not tree.case(i) else None
        if denied is not None and tree.text[denied].lower() in ("de", "d'") and takes_object(tree, verb):
            tree.dep[i] = "obj"  # "n'enverra pas de troupes"
        if dep not in ("obl:arg", "obl", "iobj") or tree.lemma[verb] not in parsing.partitive:
            continue
        passive = tree.child(verb, "aux:pass") is not None
        taken = has_subject(tree, verb) if passive else tree.child(verb, "obj") is not None
        if taken:
            continue
        if is_partitive(tree, i) or (tree.case(i) == "de" and make_partitive(tree, i, denied=is_denied(tree, verb))):
            tree.dep[i] = "nsubj:pass" if passive else "obj"  # "un hangar où étaient stockées des armes"
            join_partitives(tree, i)


def is_partitive(tree: Tree, i: int) -> bool:
    """Whether a noun without preposition has "de" for its article: "n'a pas imposé de sanctions"."""
    article = tree.child(i, "det")
    return article is not None and tree.text[article].lower() in ("de", "d'", "d’") and not tree.case(i)


def join_partitives(tree: Tree, i: int) -> None:
    """Make determiners of the "de" before what is joined to a partitive object: "des armes et des munitions"."""
    for child in tree.children[i]:
        if tree.dep[child] == "conj":
            if tree.case(child) == "de":
                make_partitive(tree, child)
            join_partitives(tree, child)


def make_partitive(tree: Tree, i: int, denied: bool = False) -> bool:
    """Make a determiner of the "de" before an article, an adjective ("de nouvelles sanctions"), or, under a denied verb, a
    bare noun ("n'a pas imposé de sanctions"); False where it is none."""
    case, article = tree.child(i, "case"), tree.child(i, "det")
    if case is None:
        return False
    described = any(case < c < i and tree.dep[c] == "amod" for c in tree.children[i]) and "Number=Plur" in tree.morph[i]
    bare = denied and article is None and tree.pos[i] == "NOUN"
    if not (tree.text[case].lower() in ("du", "des") or article == case + 1 or described or bare):
        return False
    tree.dep[case], tree.pos[case] = "det", "DET"
    if tree.text[case].lower() == "des":
        tree.set_features(case, Definite="Ind")
    return True


def mend_agents(tree: Tree, parsing: Parsing) -> None:
    """Keep `obl:agent` for those who act, and find agents that hang too low: "tué mardi à Tirna par des soldats"."""
    for i, dep in enumerate(tree.dep):
        case = tree.case(i)
        if dep == "obl:agent" and tree.lemma[tree.head[i]] not in parsing.temporal and tree.pos[tree.head[i]] != "NUM":
            worn = case == "de" and tree.lemma[tree.head[i]] in parsing.outfits  # "habillée d'un manteau"
            if worn or case not in AGENT_CASES or tree.lemma[i] in parsing.not_agents or tree.pos[i] not in NOMINAL:
                tree.dep[i] = "obl:mod" if not worn and _is_manner(tree, i) else "obl"
            elif (participle := participle_between(tree, i) or _passive_around(tree, i)) is not None:
                tree.move(i, participle, "obl:agent")
        elif case == "par" and dep in ("obl", "obl:arg", "obl:agent", "nmod") and tree.lemma[i] not in parsing.not_agents:
            verb = passive_above(tree, i, parsing)
            if verb is not None and tree.child(verb, "obl:agent") is None and tree.pos[i] in NOMINAL:
                tree.move(i, verb, "obl:agent")
        elif case == "par" and dep in ("obl", "obl:arg") and _is_manner(tree, i):
            tree.dep[i] = "obl:mod"


def mend_explained(tree: Tree) -> None:
    """Make an apposition of the "object" that a passive verb has behind its agent: "tué par son voisin, un chasseur"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "obj" or verb > i or tree.child(verb, "aux:pass") is None or tree.pos[i] not in NOMINAL:
            continue
        comma = min([i, *(c for c in tree.children[i] if tree.dep[c] != "punct")]) - 1
        if comma <= verb or tree.text[comma] != ",":
            continue
        noun = comma - 1
        while tree.head[noun] != verb and tree.head[noun] != noun and tree.head[noun] > verb:
            noun = tree.head[noun]
        if tree.pos[noun] in NOMINAL and tree.dep[noun].startswith(("obl", "conj")) and verb < noun < comma:
            tree.move(i, noun, "appos")


def _is_manner(tree: Tree, i: int) -> bool:
    """Whether a bare singular noun behind "par" says how, not by whom: "évacués par hélicoptère"."""
    single = tree.pos[i] == "NOUN" and "Number=Plur" not in tree.morph[i]
    return single and not any(tree.dep[c] in ("det", "nummod", "appos") for c in tree.children[i])


def free_targets(tree: Tree) -> None:
    """Hang under the participle what an agent is not on: "un raid mené par la coalition sur Hodeïda"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        bare = tree.dep[above] == "obl:agent" and tree.dep[tree.head[above]] == "acl"
        if dep == "nmod" and bare and above < i and tree.case(i) == "sur":
            tree.move(i, tree.head[above], "obl")


def _passive_around(tree: Tree, i: int) -> int | None:
    """The passive verb to which an agent belongs that hangs on its active infinitive: "interdits de sortir par X"."""
    infinitive = tree.head[i]
    above = tree.head[infinitive]
    active = is_infinitive(tree, infinitive) and not any(tree.dep[c].startswith("aux") for c in tree.children[infinitive])
    asked = active and tree.dep[infinitive] == "xcomp" and tree.child(above, "aux:pass") is not None
    return above if asked and above < infinitive < i and tree.child(above, "obl:agent") is None else None


def participle_between(tree: Tree, i: int) -> int | None:
    """The participle to which an agent belongs that hangs on an active verb: "a libéré les otages détenus par X"."""
    verb = tree.head[i]
    if tree.child(verb, "aux") is None or tree.child(verb, "aux:pass") is not None or is_reflexive(tree, verb):
        return None
    nouns = [c for c in tree.children[verb] if verb < c < i and tree.dep[c] in ("obj", "obl", "obl:arg")]
    bare = [c for noun in nouns for c in tree.children[noun] if noun < c < i and tree.dep[c] == "acl"]
    return next((c for c in bare if "Tense=Past" in tree.morph[c] and tree.child(c, "obl:agent") is None), None)


def passive_above(tree: Tree, i: int, parsing: Parsing) -> int | None:
    """The passive verb or participle that a phrase with "par" belongs to, over a place or a time at most."""
    above, before = tree.head[i], min([i, *tree.children[i]]) - 1
    if above <= before and _is_bare_passive(tree, before):
        return before  # "la ville tenue par les rebelles"
    told = tree.dep[i] == "nmod" and tree.case(above) == "de" and tree.dep[above].startswith("obl")
    if told and tree.child(tree.head[above], "aux:pass") is not None:  # "a été prévenu de la crue par le maire"
        return tree.head[above]
    if tree.dep[i] == "nmod" or tree.pos[above] in NOMINAL:
        known = tree.pos[above] in ("PROPN", "NUM") or tree.lemma[above] in parsing.temporal
        if not (known or _is_mere_place(tree, above)) or above > i:
            return None
        while tree.pos[above] in NOMINAL and tree.head[above] != above:
            above = tree.head[above]
    if tree.pos[above] != "VERB" or above > i:
        return None
    passive = tree.child(above, "aux:pass") is not None or tree.child(above, "aux:caus") is not None
    return above if passive or _is_bare_passive(tree, above) else None


def _is_bare_passive(tree: Tree, i: int) -> bool:
    """Whether a word is a past participle that qualifies a noun."""
    past = "VerbForm=Part" in tree.morph[i] and "Tense=Past" in tree.morph[i]
    opens = tree.dep[i] == "advcl" and tree.first[i] and tree.lemma[i] not in language("fr").grammar.be_perfect
    return past and tree.pos[i] == "VERB" and (tree.dep[i] in ("acl", "amod") or opens)  # "Vaincus en mai par X, ils …"


def _is_mere_place(tree: Tree, noun: int) -> bool:
    """Whether a noun under a passive with "être" says where, and tells no event: "abattus dans leur véhicule par X"."""
    oblique = tree.dep[noun].startswith("obl") and tree.case(noun) in ("dans", "sur", "devant", "chez")
    passive = tree.child(tree.head[noun], "aux:pass") is not None
    return oblique and passive and tree.lemma[noun] not in language("fr").frames.nouns


def mend_impersonal(tree: Tree, parsing: Parsing) -> None:
    """Take "il" for a subject where the verb is none of those that have no real one."""
    asking = language("fr").grammar.dative_control
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("nsubj:pass", "expl:subj"):
            continue
        advised = tree.lemma[verb] in asking and tree.child(verb, "xcomp") is not None
        blamed = tree.child(verb, "iobj") is not None
        if dep == "nsubj:pass" and tree.lemma[i] == "il" and (advised or blamed):
            tree.dep[i] = "expl:subj"  # "il est conseillé de partir", "il lui est reproché d'avoir fui"
            continue
        if dep == "expl:subj" and "NumType=Card" in tree.morph[i]:  # "150 000 ont péri"
            tree.pos[i], tree.dep[i] = "NUM", subject_label(tree, verb)
            continue
        if dep != "expl:subj" or tree.lemma[i] != "il" or tree.lemma[verb] in parsing.impersonal:
            continue
        below = {tree.dep[child] for child in tree.children[verb]}
        if "aux:pass" in below and (advised or blamed):
            continue
        told = "ccomp" in below and ("aux:pass" in below or is_reflexive(tree, verb))  # "il est dit que", "il se peut que"
        if tree.pos[verb] == "VERB" and not told and not below & {"nsubj", "nsubj:pass", "csubj", "cop"}:
            tree.dep[i] = "nsubj:pass" if "aux:pass" in below else "nsubj"
        elif {"cop", "det"} <= below and not below & {*SUBJECTS, "ccomp", "xcomp", "acl"} and _is_of_people(tree, verb):
            tree.dep[i] = "nsubj"  # "s'il en était le propriétaire"


def _is_of_people(tree: Tree, i: int) -> bool:
    """Whether word i is a noun for somebody."""
    noun = language("fr").nouns.get(tree.lemma[i])
    return tree.pos[i] == "NOUN" and noun is not None and noun.kind == "Person"


def see_pro_forms(tree: Tree) -> None:
    """Take "l'" before "être" for what it is, a predicate told before: "deux hommes l'ont été"; "leur" is no object."""
    for i, pos in enumerate(tree.pos):
        if pos == "PRON" and tree.text[i].lower() == "leur" and tree.dep[i] == "obj" and i < tree.head[i]:
            tree.dep[i] = "iobj"
        if pos != "PRON" or tree.text[i].lower() not in ("l'", "l’", "le") or i + 2 >= len(tree):
            continue
        been = tree.lemma[i + 1] == "avoir" and tree.text[i + 2] == "été"
        if tree.lemma[i + 1] == "être" or been:
            tree.dep[i] = "expl"


def mend_times(tree: Tree, parsing: Parsing) -> None:
    """Never take a time for an object: "a annoncé lundi que", "a pris fin le 6 mai", "a livré le mois dernier X"."""
    for i, dep in enumerate(tree.dep):
        if dep not in NEVER_TIMES or tree.pos[tree.head[i]] not in VERBAL or tree.case(i):
            continue
        determiner = tree.child(i, "det")
        bare = determiner is None or tree.lemma[determiner] == "ce"
        date = tree.pos[i] == "NUM" and any(tree.lemma[c] in parsing.temporal for c in tree.children[i])
        if (tree.lemma[i] in parsing.temporal and bare) or (date and i > tree.head[i]) or _is_deictic(tree, i, parsing):
            tree.dep[i] = "obl"


def see_stressed(tree: Tree, parsing: Parsing) -> None:
    """Part a pronoun behind a preposition from the time that it was taken into: "a porté plainte contre lui vendredi"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "det" or tree.pos[i] != "PRON" or "PronType=Prs" not in tree.morph[i] or noun <= i:
            continue
        case = next((c for c in tree.children[noun] if tree.dep[c] == "case" and c < i), None)
        if case is None or tree.lemma[noun] not in parsing.temporal or tree.head[noun] == noun:
            continue
        tree.move(i, tree.head[noun], "obl")
        tree.move(case, i, "case")
        tree.dep[noun] = "obl"


def _is_deictic(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a noun is a span of time told from today: "le mois dernier", "la semaine prochaine"."""
    if tree.lemma[i] not in parsing.spans or tree.child(i, "det") is None or i < tree.head[i]:
        return False
    return any(tree.lemma[c] in parsing.deictic for c in tree.children[i] if c == i + 1)


def mend_behind_times(tree: Tree, parsing: Parsing) -> None:
    """Give the verb back the object that stands behind its date: "a condamné jeudi 14 mars l'ancien maire"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("nmod", "appos", "conj", "dep"):
            continue
        above = tree.head[i]
        if _follows_place(tree, i) and takes_object(tree, tree.head[above]):
            tree.move(i, tree.head[above], "obj")  # "a reçu mardi à Berlin le ministre"
        if above > i:
            continue
        edge = tree.lemma[above] in parsing.edges and any(tree.lemma[c] in parsing.temporal for c in tree.children[above])
        deictic = _is_deictic(tree, above, parsing) or edge  # "a interdit jusqu'à la fin août l'exportation"
        if not deictic and not is_time(tree, above, parsing):
            continue
        verb = tree.head[above]
        if deictic and tree.case(i) == "de" and tree.lemma[verb] in parsing.partitive and takes_object(tree, verb):
            make_partitive(tree, i)  # "a livré le mois dernier des drones"
        article = tree.child(i, "case")
        some = dep == "nmod" and not deictic and article is not None and tree.text[article].lower() == "des"
        if some and tree.lemma[verb] in parsing.partitive and takes_object(tree, verb):
            make_partitive(tree, i)  # "a tenu en septembre des exercices"
        bare = tree.child(i, "det") is None and tree.child(i, "nummod") is None
        if bare or tree.case(i) or tree.child(i, "cc") is not None or tree.lemma[i] in parsing.temporal:
            continue
        while (deictic or is_time(tree, above, parsing)) and tree.pos[above] in NOMINAL and tree.head[above] != above:
            above = tree.head[above]
        if tree.pos[above] == "VERB" and above < i and takes_object(tree, above):
            tree.move(i, above, "obj")


def mend_behind_measures(tree: Tree, parsing: Parsing) -> None:
    """Give the verb back the object that stands behind a length of time: "a condamné à dix ans de prison l'ancien maire"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        article = tree.child(i, "det") if dep in ("appos", "nmod") and tree.pos[i] == "NOUN" and verb < i else None
        if article is None or tree.case(i):
            continue
        counted = False
        while tree.pos[verb] in NOMINAL and tree.head[verb] != verb:
            counted = counted or tree.lemma[verb] in parsing.spans
            verb = tree.head[verb]
        if counted and tree.text[article - 1] != "," and tree.pos[verb] == "VERB" and verb < i and takes_object(tree, verb):
            tree.move(i, verb, "obj")


def _follows_place(tree: Tree, i: int) -> bool:
    """Whether a noun with an article or a number hangs right behind a name with its preposition: "à l'Ukraine dix chars"."""
    above = tree.head[i]
    if (
        tree.dep[i] not in ("appos", "nmod")
        or tree.pos[i] not in ("NOUN", "ADJ")
        or tree.pos[above] != "PROPN"
        or tree.case(above) == ""
    ):
        return False
    oblique = tree.dep[above] in ("obl", "obl:arg") and tree.pos[tree.head[above]] == "VERB" and tree.head[above] < above
    return oblique and not tree.case(i) and above + 1 in (tree.child(i, "det"), tree.child(i, "nummod"))


def free_places(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the place that hangs on its complement: "a succombé à ses blessures à l'hôpital"."""
    places = language("fr").grammar.place_prepositions
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep == "nmod" and low < i and tree.case(i) in places and tree.dep[low] in ("obl", "obl:arg"):
            verb = tree.head[low]
            if tree.lemma[verb] in parsing.unplaced:
                tree.move(i, verb, "obl")


def free_capacities(tree: Tree) -> None:
    """Give a verb what it takes its object for: "a désigné X comme terroriste"; "des pays comme le Mali" stay so."""
    grammar = language("fr").grammar
    for i, dep in enumerate(tree.dep):
        taken = tree.head[i]
        if dep not in ("nmod", "xcomp") or tree.pos[i] != "NOUN" or tree.case(i) not in grammar.capacity_prepositions:
            continue
        if dep == "xcomp":
            tree.dep[i] = "obl"  # "désigné comme organisation terroriste"
        if dep == "xcomp" or tree.child(i, "det") is not None:
            continue
        article = tree.child(taken, "det")
        known = tree.pos[taken] == "PROPN" or (article is not None and "Definite=Def" in tree.morph[article])
        if tree.dep[taken] in ("obj", "nsubj:pass") and known and tree.pos[i] == "NOUN" and taken < i:
            tree.move(i, tree.head[taken], "obl")


def mend_obliques(tree: Tree) -> None:
    """Give the verb its places, and what hangs on a name inside its object: "14 chars Leopard à l'Ukraine"."""
    demonym, places = language("fr").gazetteer.demonym, language("fr").grammar.place_prepositions
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep == "xcomp" and tree.pos[i] == "NOUN" and tree.case(i) in places and tree.child(low, "obj") is None:
            tree.dep[i] = "obl:arg"  # "la ville reste aux mains des rebelles"
        contracted = (
            i > 0 and tree.dep[i - 1] == "mark" and tree.head[i - 1] == i and tree.text[i - 1] in ("au", "aux", "du")
        )
        if dep == "xcomp" and tree.pos[i] == "NOUN" and contracted:
            tree.dep[i], tree.dep[i - 1] = "obl:arg", "case"  # "a infligé au prévenu une amende"
            continue
        if dep not in ("obl", "obl:arg") or low > i or not tree.case(i) or tree.child(low, "cop") is not None:
            continue
        named = tree.pos[low] == "PROPN" and tree.dep[low] in NAMED_IN
        if not named and not (tree.dep[low] == "amod" and tree.pos[low] == "ADJ" and demonym(tree.text[low])):
            continue
        above = tree.head[low]
        while tree.pos[above] in NOMINAL and tree.head[above] != above:
            above = tree.head[above]
        if tree.pos[above] == "VERB":
            tree.move(i, above, dep)


def _is_of_self(tree: Tree, verb: int) -> bool:
    """Whether a reflexive pronoun stands with a verb or with the infinitive that it was hung on: "s'est vu reprocher"."""
    return is_reflexive(tree, verb) or (tree.dep[verb] == "dep" and is_reflexive(tree, tree.head[verb]))


def mend_causatives(tree: Tree) -> None:
    """Make auxiliaries of "faire" and a reflexive "voir" before an infinitive: "a fait libérer", "s'est vu refuser"."""
    for i, lemma in enumerate(tree.lemma):
        if tree.pos[i] not in VERBAL or not (lemma == "faire" or (lemma == "voir" and _is_of_self(tree, i))):
            continue
        above = tree.head[i]
        if (
            tree.dep[i] == "dep"
            and above in (i + 1, i + 2)
            and is_infinitive(tree, above)
            and tree.child(above, "mark") is None
        ):
            tree.pos[i], tree.dep[i] = "AUX", "aux:caus"
            continue
        verb = next((c for c in tree.children[i] if tree.dep[c] == "xcomp" and is_infinitive(tree, c)), None)
        if verb is not None and 0 < verb - i <= 2 and tree.child(verb, "mark") is None:
            tree.take_place(verb, i, tree.dep[i])
            tree.move(i, verb, "aux:caus")
            tree.pos[i] = "AUX"
