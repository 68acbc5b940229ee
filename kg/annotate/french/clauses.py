"""What clause hangs from what in a French tree: complements, fronted participles, relative clauses, infinitives."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.french.signs import (
    SUBJECTS,
    VERBAL,
    give_subject,
    has_subject,
    is_bare,
    is_clause,
    is_gerund,
    is_infinitive,
    is_plural,
    is_reflexive,
    noun_end,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

RELATIVE = frozenset({"qui", "que", "dont", "où", "lequel", "auquel", "duquel"})
CLAUSES = ("ccomp", "advcl", "acl", "xcomp", "parataxis", "dep")
ADVERBIAL = ("avant", "après", "afin")  # marks of infinitives that qualify no noun
CONJUNCTIONS = frozenset({"si", "lorsque", "quand", "puisque"})
DATIVES = ("obl:arg", "obl", "iobj")
OBLIQUE = ("obl", "obl:arg", "nmod")
LOOSE_OBJECTS = ("obj", "dep", "conj", "obl")
LOOSE = ("appos", "nmod", "conj", "dep")
PREPOSITIONAL = frozenset({"concerner", "durer", "suivre", "toucher", "tenir", "nonobstant", "moyenner"})  # "concernant"


def mend_complex(tree: Tree) -> None:
    """Hang under the noun of a complex preposition what follows it with "de": "à bord d'un camion"."""
    complex_prepositions = language("fr").grammar.complex_prepositions
    for i in range(len(tree) - 1):
        if tree.pos[i] != "NOUN" or tree.lemma[i + 1] != "de" or tree.dep[i + 1] != "case":
            continue
        noun = tree.head[i + 1]
        beside = noun > i and tree.head[noun] == tree.head[i] and tree.dep[noun] in OBLIQUE
        if beside and f"{tree.case(i)}:{tree.lemma[i]}" in complex_prepositions:
            tree.move(noun, i, "nmod")


def raise_marks(tree: Tree) -> None:
    """Hang the mark of a perfect infinitive under its participle, where all others hang: "accusé d'avoir ouvert le feu"."""
    for i in range(len(tree)):
        verb = tree.head[i]
        if tree.dep[i] in ("mark", "case") and tree.dep[verb] == "aux" and is_infinitive(tree, verb) and i < verb:
            tree.move(i, tree.head[verb], "mark")


def see_conditions(tree: Tree) -> None:
    """Make a clause of what "si", "lorsque" opens where it was taken for a preposition: "si les pays cessent d'acheter"."""
    for i, lemma in enumerate(tree.lemma):
        noun = tree.head[i]
        verb = tree.head[noun]
        if lemma not in CONJUNCTIONS or tree.pos[i] != "SCONJ" or tree.dep[i] != "case" or noun < i:
            continue
        if verb < noun:
            verb = next((k for k in range(noun + 1, len(tree)) if tree.first[k] or is_verb_behind(tree, k, noun)), noun)
        if verb <= noun or tree.first[verb]:
            continue
        finite = any("VerbForm=Fin" in tree.morph[k] for k in (verb, *tree.children[verb]) if tree.pos[k] in VERBAL)
        if tree.pos[verb] == "VERB" and finite and not has_subject(tree, verb):
            tree.move(i, verb, "mark")
            give_subject(tree, verb, noun)
            if tree.dep[verb] in ("conj", "dep", "parataxis"):
                tree.dep[verb] = "advcl"


def is_verb_behind(tree: Tree, k: int, noun: int) -> bool:
    """Whether word `k` is the first verb behind the phrase of a noun, not inside it."""
    return tree.pos[k] == "VERB" and not tree.is_above(noun, k)


def join_complements(tree: Tree) -> None:
    """Hang the second of two complements under the verb of both: "s'engagent à un cessez-le-feu et à libérer X"."""
    for i, dep in enumerate(tree.dep):
        verb, mark = tree.head[i], tree.child(i, "mark") if dep == "conj" else None
        if mark is None or not is_infinitive(tree, i) or "VerbForm=Fin" not in tree.morph[verb]:
            continue
        before = [c for c in tree.children[verb] if verb < c < i and tree.dep[c] in OBLIQUE]
        if any(tree.case(c) == tree.lemma[mark] for c in before):
            tree.dep[i] = "xcomp"


def mend_clauses(tree: Tree) -> None:
    """Call a verb with its own mark a clause, not an oblique: "avant de se retirer"."""
    for i, dep in enumerate(tree.dep):
        if dep == "advcl" and is_interposed(tree, i):
            tree.dep[i] = "parataxis"
        told = dep in ("ccomp", "xcomp") or (dep == "obj" and not tree.first[i] and tree.text[i - 1] == ",")
        if told and is_gerund(tree, i) and tree.child(i, "mark") is None:
            tree.dep[i] = "advcl"  # "a confirmé le blocage, reconnaissant que …", "a tué cinq policiers, blessant 18"
        if dep == "dep" and is_infinitive(tree, i) and tree.child(tree.head[i], "cop") is not None and tree.head[i] < i:
            tree.dep[i] = "xcomp"  # "il est difficile de libérer les otages"
        if dep not in ("obl", "obl:arg", "nmod"):
            continue
        if tree.pos[i] == "VERB" and is_clause(tree, i):
            tree.dep[i] = "acl" if tree.pos[tree.head[i]] in NOMINAL else "advcl"
        elif tree.child(i, "cop") is not None and tree.child(i, "mark") is not None:
            verb = tree.head[i]
            while tree.pos[verb] != "VERB" and tree.head[verb] != verb:
                verb = tree.head[verb]
            if tree.pos[verb] == "VERB":
                tree.move(i, verb, "ccomp" if tree.lemma[tree.child(i, "mark") or i] == "que" else "advcl")


def is_interposed(tree: Tree, i: int) -> bool:
    """Whether a clause after a comma has its subject behind: "…, a-t-on appris", "…, dit le maire"."""
    below = tree.children[i]
    first = min([i, *below])
    if first == 0 or tree.text[first - 1 if tree.text[first] != "," else first] != "," or i < tree.head[i]:
        return False
    subject = next((c for c in below if tree.dep[c] in ("nsubj", "expl:subj", "nsubj:pass")), None)
    inverted = subject is not None and (subject > i or tree.text[subject][0] == "-")
    return inverted and tree.child(i, "mark") is None


def mend_fronted(tree: Tree) -> None:
    """Hang a participle that opens a sentence under its main verb: "Critiqué par la presse, Sorin Vale a démissionné"."""
    for i, pos in enumerate(tree.pos):
        start = min([i, *tree.children[i]])
        if (
            pos != "VERB"
            or "Tense=Past" not in tree.morph[i]
            or not tree.first[start]
            or any(tree.dep[c].startswith(("aux", "nsubj", "obj", "expl", "cop")) for c in tree.children[i])
        ):
            continue
        if tree.dep[i] == "root":
            main = next((c for c in tree.children[i] if _goes_on(tree, c) and has_subject(tree, c)), None)
            if main is not None and main > i:
                tree.move(main, main, "root")
                tree.move(i, main, "advcl")
        elif tree.dep[i] in ("nmod", "obl", "dep") and has_subject(tree, tree.head[i]):
            tree.dep[i] = "advcl"


def mend_modifying_verbs(tree: Tree) -> None:
    """Make the verb of its clause of a finite "adjective" of its subject, as in headlines: "la coalition tue un chef"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "amod" or tree.pos[i] != "VERB" or noun > i or "VerbForm=Fin" not in tree.morph[i] or tree.case(noun):
            continue
        above, label = tree.head[noun], tree.dep[noun]
        if tree.pos[above] in VERBAL or tree.pos[noun] not in ("NOUN", "PROPN"):
            continue
        behind = [c for k in dict.fromkeys((noun, above)) for c in tree.children[k] if c > i and tree.pos[c] != "PUNCT"]
        main = tree.head[above] == above  # in headlines the state before the colon is the root
        tree.move(i, i if main else above, "root" if main else label)
        give_subject(tree, i, noun)
        for c in behind:
            bare = tree.dep[c] in ("nmod", "appos", "obj") and not tree.case(c) and takes_object(tree, i)
            tree.move(c, i, "obj" if bare else "obl" if tree.dep[c] == "nmod" else tree.dep[c])


def _goes_on(tree: Tree, clause: int) -> bool:
    """Whether a clause was taken for a second main one, with no conjunction before it."""
    return tree.dep[clause] == "parataxis" or (tree.dep[clause] == "conj" and tree.child(clause, "cc") is None)


def mend_gerunds(tree: Tree) -> None:
    """Make a clause of a present participle taken for a preposition: "est tombée sur une école, blessant deux enfants"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        participle = tree.pos[i] in VERBAL and is_gerund(tree, i)
        brings = dep == "amod" and tree.lemma[i] in language("fr").grammar.resultative  # "…, blessant gravement un marin"
        if (
            not (dep == "case" or brings)
            or not participle
            or noun < i
            or tree.lemma[i] in PREPOSITIONAL
            or tree.text[i - 1] != ","
        ):
            continue
        above = tree.head[noun]
        while tree.pos[above] not in VERBAL and tree.head[above] != above:
            above = tree.head[above]
        if above != noun and not tree.is_above(noun, above):
            tree.pos[i] = "VERB"
            tree.move(i, above, "advcl")
            tree.move(noun, i, "obj")


def mend_absolutes(tree: Tree) -> None:
    """Give a perfect participle its own subject that became a second object: "…, la Russie ayant opposé son veto"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        having = any(tree.dep[c].startswith("aux") and is_gerund(tree, c) for c in tree.children[i])
        if dep != "acl" or not having or noun > i or tree.dep[noun] not in LOOSE_OBJECTS or tree.pos[verb] != "VERB":
            continue
        start = min([noun, *(c for c in tree.children[noun] if tree.dep[c] != "punct")])
        second = tree.pos[noun] == "PROPN" or any(c < noun and tree.dep[c] == "obj" for c in tree.children[verb])
        if verb < start and tree.text[start - 1] == "," and second and not tree.case(noun):
            tree.move(i, verb, "advcl")
            give_subject(tree, i, noun)


def mend_loose_gerunds(tree: Tree) -> None:
    """Hang under its verb a present participle that became an apposition: "a pilonné Varna dans la nuit, blessant X"."""
    brings_about = language("fr").grammar.resultative | language("fr").grammar.causative
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        # "attaqué un convoi près de Gao, tuant X"; "rejeté l'idée d'envoyer une délégation, estimant que …"
        loose = dep in LOOSE or (dep == "acl" and (tree.lemma[i] in brings_about or _says_that(tree, i)))
        if not loose or noun > i or not is_gerund(tree, i) or tree.first[i] or tree.text[i - 1] != ",":
            continue
        says = dep == "acl" and _says_that(tree, i)
        above = noun
        while (tree.pos[above] != "VERB" or (says and is_infinitive(tree, above))) and tree.head[above] != above:
            above = tree.head[above]
        if tree.pos[above] != "VERB" or tree.pos[noun] not in NOMINAL:
            continue
        behind = next((c for c in tree.children[noun] if c > i and tree.pos[c] in NOMINAL and not tree.case(c)), None)
        tree.move(i, above, "advcl")
        if behind is not None and tree.child(i, "obj") is None:
            tree.move(behind, i, "obj")


def _says_that(tree: Tree, i: int) -> bool:
    """Whether a participle has a clause with "que", so that it says for the subject of the verb why."""
    clause = tree.child(i, "ccomp")
    return clause is not None and clause > i and tree.child(clause, "mark") is not None


def mend_early_gerunds(tree: Tree) -> None:
    """Hang under the verb before it a gerund that was hung on a later clause: "a visé X, tuant Y, un jour après que …"."""
    for i, dep in enumerate(tree.dep):
        later = tree.head[i]
        if dep != "advcl" or later < i or not is_gerund(tree, i) or tree.first[i] or tree.text[i - 1] != ",":
            continue
        verb, mark = tree.head[later], tree.child(later, "mark")
        if mark is not None and i < mark and verb < i and tree.pos[verb] == "VERB":
            tree.move(i, verb, "advcl")


def mend_joined(tree: Tree) -> None:
    """Hang a participle behind "and" under the verb that it goes on: "secourus par un cargo et emmenés à Brest"."""
    for i, dep in enumerate(tree.dep):
        noun, cc = tree.head[i], tree.child(i, "cc")
        verb = tree.head[noun]
        if dep != "acl" or cc is None or cc > i or noun > cc or "Tense=Past" not in tree.morph[i]:
            continue
        qualified = any(c < cc and tree.dep[c] in ("amod", "acl", "acl:relcl") for c in tree.children[noun])
        if not qualified and tree.pos[verb] == "VERB" and "Tense=Past" in tree.morph[verb] and verb < noun:
            tree.move(i, verb, "conj")


def mend_agreement(tree: Tree) -> None:
    """Hang a feminine participle behind a comma under the noun that it agrees with: "la vente à X, annoncée hier"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        above = tree.head[noun]
        aside = dep == "acl" and tree.text[i - 1] == "," and "Tense=Past" in tree.morph[i] and tree.dep[noun] == "nmod"
        feminine = "Gender=Fem" in tree.morph[i] and "Gender=Fem" in tree.morph[above] and is_masculine(tree, noun)
        if aside and feminine and ("Number=Plur" in tree.morph[i]) == ("Number=Plur" in tree.morph[above]):
            tree.move(i, above, "acl")


def mend_objects_told(tree: Tree) -> None:
    """Hang a participle behind a comma under the object with which alone it agrees: "leurs relations, rompues en 2016"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if (
            dep != "advcl"
            or verb > i
            or tree.text[i - 1] != ","
            or "Tense=Past" not in tree.morph[i]
            or not is_bare(tree, i)
        ):
            continue
        noun = next((c for c in tree.children[verb] if verb < c < i and tree.dep[c] == "obj"), None)
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS), None)
        name = i - 2 if tree.pos[i - 2] == "PROPN" else None
        if name is not None and tree.dep[name] == "flat:name":
            name = tree.head[name]
        if name is not None and subject is not None and _is_woman(tree, subject) and "Gender=Fem" not in tree.morph[i]:
            tree.move(i, name, "acl")  # "Elle suit la visite du ministre, Paul Sorel, venu …"
            continue
        if noun is None or subject is None or noun_end(tree, noun, i) != i - 1:
            continue
        if _agrees(tree, i, noun) and not _agrees(tree, i, subject):
            tree.move(i, noun, "acl")


def _is_woman(tree: Tree, subject: int) -> bool:
    """Whether a subject is a feminine pronoun."""
    return tree.pos[subject] == "PRON" and "Gender=Fem" in tree.morph[subject]


def _agrees(tree: Tree, participle: int, noun: int) -> bool:
    """Whether a participle that shows gender or number may be said of a noun, of which both are known."""
    plural = "Number=Plur" in tree.morph[participle]
    feminine = "Gender=Fem" in tree.morph[participle]
    if plural != ("Number=Plur" in tree.morph[noun]):
        return False
    return "Gender=" not in tree.morph[noun] or feminine == ("Gender=Fem" in tree.morph[noun])


def mend_number(tree: Tree) -> None:
    """Hang a plural participle behind a comma under the plural subject, not a singular noun: "trois hommes ont été
    présentés à un juge, accusés de vol"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        aside = dep == "acl" and tree.text[i - 1] == "," and noun < i and "Tense=Past" in tree.morph[i]
        if not aside or "Number=Plur" not in tree.morph[i] or tree.child(noun, "conj") is not None:
            continue
        verb = clause_above(tree, noun) if "Number=Sing" in tree.morph[noun] else None
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS), None) if verb is not None else None
        if subject is not None and ("Number=Plur" in tree.morph[subject] or tree.pos[subject] == "NUM"):
            tree.move(i, subject, "acl")


def mend_schedules(tree: Tree, parsing: Parsing) -> None:
    """Hang a participle that says when something is due under it: "il reporte son départ, prévu en mai"."""
    for i, dep in enumerate(tree.dep):
        if dep != "advcl" or tree.lemma[i] not in parsing.scheduling or i < 3:
            continue
        comma = i - 1 if tree.dep[i - 1] != "advmod" else i - 2  # "…, finalement annulé"
        if tree.text[comma] != ",":
            continue
        noun = comma - 1 if tree.dep[comma - 1] not in ("amod", "nmod") else tree.head[comma - 1]
        if "Tense=Past" in tree.morph[i] and tree.pos[noun] == "NOUN" and tree.head[noun] == tree.head[i]:
            tree.move(i, noun, "acl")


def is_masculine(tree: Tree, noun: int) -> bool:
    """Whether a common noun can be no feminine: by its gender, or by its form."""
    if "Gender=" in tree.morph[noun]:
        return "Gender=Masc" in tree.morph[noun]
    return tree.pos[noun] == "NOUN" and not tree.text[noun].endswith("e")


def mend_new_subjects(tree: Tree) -> None:
    """Free the subject of a second clause from the object of the first: "a versé 4 millions et la Turquie a livré …"."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB" or has_subject(tree, verb) or tree.child(verb, "mark") is not None:
            continue
        group = [c for c in tree.children[verb] if c < verb and tree.dep[c].startswith(("aux", "expl"))]
        first = min([verb, *group])
        finite = any("VerbForm=Fin" in tree.morph[k] for k in (verb, *group))
        subject = conjunct_before(tree, first) if finite and not tree.first[first] else None
        above = clause_above(tree, subject) if subject is not None else None
        if subject is None or above is None or tree.is_above(subject, verb) or not has_subject(tree, above):
            continue
        tree.move(verb, above, "conj")
        tree.move(tree.child(subject, "cc") or subject, verb, "cc")
        give_subject(tree, verb, subject)


def conjunct_before(tree: Tree, first: int) -> int | None:
    """The conjunct that ends right before word `first` and begins with its conjunction: "et la Turquie"."""
    noun = first - 1
    while tree.pos[first - 1] != "CCONJ" and tree.head[noun] != noun:
        cc = tree.child(noun, "cc")
        if tree.dep[noun] == "conj" and tree.pos[noun] in ("NOUN", "PROPN") and cc is not None:
            opens = cc == min(c for c in tree.children[noun] if tree.dep[c] != "punct")
            told = tree.pos[noun] == "PROPN" or any(tree.dep[c] in ("det", "nummod") for c in tree.children[noun])
            return noun if opens and told and not tree.case(noun) else None
        noun = tree.head[noun]
    return None


def clause_above(tree: Tree, noun: int) -> int | None:
    """The verb with a subject that governs a conjunct through another noun."""
    for _ in range(6):
        above = tree.head[noun]
        if above == noun or tree.dep[noun].startswith("nsubj"):
            return None
        noun = above
        if tree.pos[noun] == "VERB" and has_subject(tree, noun):
            return noun
    return None


def mend_titled_predicates(tree: Tree) -> None:
    """Make one clause of a title, a name and what is said of it: "L'ancien président de X, Ana Vidal est à Tirna pour …"."""
    for i, dep in enumerate(tree.dep):
        title, name = tree.head[i], tree.child(i, "nsubj") if dep == "conj" else None
        if name is None or tree.child(i, "cop") is None or tree.child(i, "cc") is not None or tree.dep[title] != "root":
            continue
        if tree.pos[title] != "NOUN" or not title < name < i or tree.pos[name] != "PROPN" or tree.text[name - 1] != ",":
            continue
        tree.move(i, i, "root")
        tree.move(title, i, "nsubj")
        tree.move(name, title, "appos")
        for c in [c for c in tree.children[title] if c > i]:
            tree.move(c, i, "advcl" if tree.dep[c].startswith("acl") else tree.dep[c])


def free_from_clitics(tree: Tree) -> None:
    """Take from a verb a subject that stands before its pronoun: "il verra X ainsi que des élus, il ne verra pas Y"."""
    for verb, pos in enumerate(tree.pos):
        subjects = [c for c in tree.children[verb] if c < verb and tree.dep[c] in SUBJECTS] if pos == "VERB" else []
        if len(subjects) < 2 or tree.pos[subjects[-1]] != "PRON" or "Person=" not in tree.morph[subjects[-1]]:
            continue
        for subject in (c for c in subjects[:-1] if tree.pos[c] in ("NOUN", "PROPN")):
            joiner = min([subject, *(c for c in tree.children[subject] if tree.dep[c] == "det")]) - 1
            while tree.dep[joiner] == "fixed":
                joiner = tree.head[joiner]
            first = next((k for k in range(joiner - 1, -1, -1) if tree.pos[k] in NOMINAL), None)
            if tree.dep[joiner] == "cc" and tree.head[joiner] == verb and first is not None and not tree.first[joiner]:
                tree.move(joiner, subject, "cc")
                tree.move(subject, first, "conj")
            else:
                tree.dep[subject] = "dislocated"


def mend_enclosed(tree: Tree) -> None:
    """Give a main verb back its subject that a participle's infinitive took: "X, accusé d'armer les rebelles, a promis"."""
    for i in range(len(tree)):
        inserted, subject = enclosing(tree, i) if is_infinitive(tree, i) and tree.child(i, "mark") is not None else (i, i)
        main = next((c for c in tree.children[i] if c > i and tree.dep[c] in CLAUSES and has_subject(tree, c)), None)
        noun = tree.child(main, "nsubj") if main is not None else None
        if subject == i or main is None or noun is None or not i < noun < main or tree.text[i + 1 : main].count(",") != 1:
            continue
        tree.move(main, main, "root")
        tree.move(subject, main, "nsubj")
        tree.move(i, inserted, "xcomp")
        tree.move(noun, i, "obj")


def mend_second_subjects(tree: Tree) -> None:
    """Give an inserted infinitive the object that became a second subject: "X, accusé d'armer Y, a démenti"."""
    for verb, pos in enumerate(tree.pos):
        subjects = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < verb] if pos == "VERB" else []
        if len(subjects) != 2:
            continue
        first, second = sorted(subjects)
        i = min([second, *tree.children[second]]) - 1
        inserted = next((c for c in tree.children[first] if tree.dep[c] == "acl" and first < c < i), None)
        if (
            inserted is None
            or not is_infinitive(tree, i)
            or tree.child(i, "mark") is None
            or tree.head[i] not in (verb, inserted)
        ):
            continue
        tree.move(i, inserted, "xcomp")
        tree.move(second, i, "obj")


def enclosing(tree: Tree, i: int) -> tuple[int, int]:
    """The participle that an infinitive belongs to and the noun that it qualifies, one of both being the root."""
    above = tree.head[i]
    if tree.dep[i] == "xcomp" and tree.dep[above] == "acl" and tree.dep[tree.head[above]] == "root":
        return (above, tree.head[above]) if tree.pos[tree.head[above]] in NOMINAL else (i, i)
    subject = tree.child(i, "nsubj") if tree.dep[i] == "root" else None
    inserted = (
        next((c for c in tree.children[subject] if tree.dep[c] == "acl" and c < i), None) if subject is not None else None
    )
    return (i, i) if subject is None or inserted is None or subject > i else (inserted, subject)


def mend_series(tree: Tree) -> None:
    """Make a coordinate of a participle with an object behind a comma: "a fermé les écoles, interdit les marches et …"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i] if dep == "acl" else None
        verb = tree.head[i] if noun is None else tree.head[noun]
        if dep not in ("advcl", "acl") or tree.pos[i] != "VERB" or "Tense=Past" not in tree.morph[i] or verb > i:
            continue
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        active = any(tree.dep[c] == "obj" and c > i and not tree.case(c) for c in own) and min([i, *own]) == i
        auxiliary = tree.child(verb, "aux")
        if active and tree.text[i - 1] == "," and auxiliary is not None and tree.lemma[auxiliary] == "avoir":
            tree.move(i, verb, "conj")


def mend_reduced(tree: Tree) -> None:
    """Hang a bare participle right behind a noun under that noun: "le corps d'Ana Vidal assassinée en mai"."""
    for i, dep in enumerate(tree.dep):
        named = tree.pos[i - 1] in ("NOUN", "PROPN") or (tree.pos[i - 1] == "ADJ" and tree.child(i - 1, "det") is not None)
        follows = not tree.first[i] and named  # "un djihadiste présumé"
        if dep not in ("advcl", "xcomp") or tree.pos[i] != "VERB" or not follows:
            continue
        if "Tense=Past" in tree.morph[i] and tree.head[i] < i and is_bare(tree, i):
            tree.move(i, tree.head[i - 1] if tree.dep[i - 1] == "flat:name" else i - 1, "acl")


def mend_interposed(tree: Tree) -> None:
    """Give a verb the subject that the participle behind it took: "Ana Vidal, née à Lyon, est morte"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if (
            dep != "advcl"
            or verb <= i
            or tree.pos[i] != "VERB"
            or "Tense=Past" not in tree.morph[i]
            or has_subject(tree, verb)
        ):
            continue
        if any(tree.dep[c].startswith("aux") or tree.dep[c] == "mark" for c in tree.children[i]):
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c < i), None)
        if subject is not None and tree.text[i - 1] == "," and tree.case(subject) == "":
            give_subject(tree, verb, subject)
            tree.move(i, subject, "acl")


def mend_inserted(tree: Tree) -> None:
    """Make a participle between commas an attribute of the subject that it took: "Le car, parti de Lyon, s'est renversé"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos[i] != "VERB" or "Tense=Past" not in tree.morph[i] or tree.first[i]:
            continue
        subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c < i), None)
        opened = subject is not None and tree.text[i - 1] == "," and tree.case(subject) == ""
        if not opened or any(tree.dep[c].startswith(("aux", "mark", "cop")) for c in tree.children[i]):
            continue
        main = next((c for c in tree.children[i] if c > i and _goes_on(tree, c)), None)
        if main is None or has_subject(tree, main) or not _is_told(tree, main) or subject is None:
            continue
        tree.move(main, main, "root")
        give_subject(tree, main, subject)
        tree.move(i, subject, "acl")


def mend_joined_subjects(tree: Tree) -> None:
    """Join two subjects of which the first was left alone: "Les pilotes et les hôtesses sont en grève"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos[i] not in ("NOUN", "PROPN") or tree.child(i, "cop") is not None or has_subject(tree, i):
            continue
        told = tree.child(i, "conj")
        cc = tree.child(told, "cc") if told is not None else None
        subject = next((c for c in tree.children[told] if tree.dep[c] in SUBJECTS), None) if told is not None else None
        if told is None or cc is None or subject is None or min([subject, *tree.children[subject]]) != cc + 1:
            continue
        if not (
            is_plural(tree, told) or any("Number=Plur" in tree.morph[c] for c in tree.children[told] if tree.dep[c] == "cop")
        ):
            continue
        tree.move(told, told, "root")
        tree.move(i, told, tree.dep[subject])
        tree.move(subject, i, "conj")
        tree.move(cc, subject, "cc")


def mend_fronted_relatives(tree: Tree) -> None:
    """Make a relative clause of what was taken for the main one: "Le suspect, que la police recherchait, s'est rendu"."""
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != "que" or tree.dep[i] != "mark" or tree.first[i] or tree.dep[clause] != "root":
            continue
        subjects = [c for c in tree.children[clause] if tree.dep[c] in SUBJECTS and c < clause]
        if tree.text[i - 1] != "," or len(subjects) != 2 or not subjects[0] < i < subjects[1] or tree.case(subjects[0]):
            continue
        main = next((c for c in tree.children[clause] if c > clause and tree.dep[c] in CLAUSES and _is_told(tree, c)), None)
        if main is None or has_subject(tree, main) or tree.child(main, "mark") is not None:
            continue
        tree.move(main, main, "root")
        give_subject(tree, main, subjects[0])
        tree.move(clause, subjects[0], "acl:relcl")
        tree.move(i, clause, "obj")
        tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary is finite."""
    return tree.pos[verb] == "VERB" and any(
        "VerbForm=Fin" in tree.morph[k] for k in (verb, *tree.children[verb]) if tree.pos[k] in VERBAL
    )


def mend_relatives(tree: Tree, parsing: Parsing) -> None:
    """Hang relative clauses under the noun before them, whatever the parser took them for."""
    for i, lemma in enumerate(tree.lemma):
        if lemma not in RELATIVE or i == 0 or tree.first[i]:
            continue
        if lemma == "que" and tree.dep[i] == "mark":
            mend_object_relative(tree, i, parsing)
        elif "PronType=Rel" in tree.morph[i]:
            clause = clause_of(tree, i)
            noun = antecedent(tree, i)
            told = clause if clause is not None and (tree.dep[clause] in CLAUSES or is_joined(tree, clause)) else None
            if told is not None and noun is not None and (tree.head[told] < i or is_of_subject(tree, noun, tree.head[told])):
                attach_relative(tree, told, noun)
            elif told is not None and noun is not None and tree.head[noun] == told:
                free_antecedent(tree, told, noun)
            mend_inverted_relative(tree, i)


def is_joined(tree: Tree, clause: int) -> bool:
    """Whether a clause was taken for a second main clause, with no conjunction before it."""
    return tree.dep[clause] == "conj" and tree.child(clause, "cc") is None and tree.head[clause] < clause


def raise_from_adjectives(tree: Tree) -> None:
    """Hang on its noun a relative clause that was hung on an adjective: "l'envoyé sénégalais qui a démissionné"."""
    for i, dep in enumerate(tree.dep):
        adjective = tree.head[i]
        if dep == "acl:relcl" and tree.pos[adjective] == "ADJ" and tree.dep[adjective] == "amod" and adjective < i:
            attach_relative(tree, i, tree.head[adjective])


def raise_happenings(tree: Tree) -> None:
    """Hang what says when or where something is held on what is held: "une réunion du Conseil, qui se tiendra à Lyon"."""
    happening = language("fr").grammar.happening
    for i, dep in enumerate(tree.dep):
        if dep != "acl:relcl" or not (tree.lemma[i] in happening or tree.lemma[i] == "tenir") or not is_reflexive(tree, i):
            continue
        chain = [tree.head[i]]
        while tree.dep[chain[-1]] == "nmod" and tree.case(chain[-1]) == "de":
            chain.append(tree.head[chain[-1]])
        many, told = "Number=Plur" in tree.morph[i], language("fr").frames.nouns
        fits = [n for n in chain if tree.lemma[n] in told and ("Number=Plur" in tree.morph[n]) == many]
        if fits and tree.pos[fits[-1]] == "NOUN":
            attach_relative(tree, i, fits[-1])


def is_of_subject(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun is the subject of `verb` or the name of it: "l'amiral Petros Lykos, qui commande la flotte, a …"."""
    while tree.dep[noun] in ("appos", "flat:name") and tree.head[noun] < noun:
        noun = tree.head[noun]
    return tree.head[noun] == verb and tree.dep[noun] in SUBJECTS


def mend_inverted_relative(tree: Tree, pronoun: int) -> None:
    """Make a subject of the "object" behind the verb of a relative clause: "la montre que portait son fils"."""
    verb = tree.head[pronoun]
    bare = all(tree.pos[k] == "AUX" for k in range(pronoun + 1, verb))
    told = tree.dep[pronoun] == "obj" or tree.case(pronoun)  # "la loi pour laquelle ont voté dix députés"
    before = any(c < verb and tree.dep[c] in SUBJECTS for c in tree.children[verb])
    if tree.dep[verb] != "acl:relcl" or not told or not bare or before:
        return
    behind = next((c for c in tree.children[verb] if c > verb and tree.dep[c] == "obj"), None)
    if behind is not None and tree.case(behind) == "" and not has_subject(tree, verb):
        tree.dep[behind] = "nsubj"
    subject, noun = tree.child(verb, "nsubj"), tree.head[verb]
    if subject is None or subject < verb:
        return
    for other in [c for c in tree.children[noun] if c > subject]:
        if tree.dep[other] == "conj" and tree.pos[other] == "PROPN" and tree.pos[noun] == "NOUN":
            tree.move(other, subject, "conj")  # "l'offensive que soutiennent X, Y et Z"


def mend_object_relative(tree: Tree, i: int, parsing: Parsing) -> None:
    """Read "que" after an object as a relative pronoun: "une panne que les pilotes n'ont pu réparer"."""
    clause = tree.head[i]
    verb = tree.head[clause]
    noun = antecedent(tree, i)
    agrees = tree.text[clause].endswith(("ée", "és", "ées")) and tree.child(clause, "aux") is not None
    clausal = tree.lemma[tree.head[verb]] in parsing.object_and_clause or tree.dep[verb] in DATIVES  # "a dit à X que"
    told = agrees or (noun is not None and tree.lemma[noun] not in parsing.contents)  # but "le fait que X a attaqué"
    deepest = _lowest_infinitive(tree, clause)
    lacks = tree.child(deepest, "obj") is None and tree.child(deepest, "aux:pass") is None
    beside = tree.dep[clause] in ("acl", "acl:relcl") and verb == noun
    if beside and told and lacks and (agrees or not clausal):
        attach_relative(tree, clause, verb)  # "une décision que le Parlement a qualifiée d'illégale"
        tree.move(i, deepest, "obj")
        tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"
        return
    subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < i), None)
    apart = tree.text[i - 1] == ","  # "La réforme, que le Sénat a adoptée, est contestée"
    if apart and tree.dep[clause] == "acl" and verb < i and tree.pos[verb] == "NOUN":
        noun = verb
    elif apart and tree.dep[clause] == "advcl" and clause < verb and subject is not None:
        noun = subject
    elif tree.dep[clause] != "ccomp" or noun is None or tree.text[i - 1] == ",":
        return
    elif tree.head[noun] != verb or tree.dep[noun] != "obj" or tree.lemma[verb] in parsing.object_and_clause:
        return
    if tree.child(deepest, "obj") is not None or (tree.child(noun, "det") is None and tree.pos[noun] != "PROPN"):
        return
    attach_relative(tree, clause, noun)
    tree.move(i, deepest, "obj")
    tree.pos[i] = "PRON"
    tree.morph[i] = "PronType=Rel"


def _lowest_infinitive(tree: Tree, verb: int) -> int:
    """The last infinitive that a verb governs, but none of what it asks somebody to do: "n'ont pu réparer"."""
    while (below := tree.child(verb, "xcomp")) is not None and tree.pos[below] in VERBAL:
        if tree.lemma[verb] in language("fr").grammar.object_control:
            break
        verb = below
    return verb


def mend_headless(tree: Tree) -> None:
    """Make the main verb of one that hangs somewhere behind a clause about its subject: "Le procès, qui …, s'est ouvert"."""
    for i, head in enumerate(tree.head):
        told = tree.child(i, "acl:relcl") if head == i and tree.pos[i] in ("NOUN", "PROPN") else None
        if told is None or told < i or tree.child(i, "cop") is not None:
            continue
        verb = next((v for v in range(told + 1, _sentence_end(tree, i)) if _stands_alone(tree, v)), None)
        if verb is None:
            continue
        tree.move(verb, verb, "root")
        for k in range(verb + 1, _sentence_end(tree, i)):
            if tree.head[k] < verb and tree.pos[k] != "PUNCT":
                tree.move(k, verb, tree.dep[k])
        give_subject(tree, verb, i)


def _stands_alone(tree: Tree, verb: int) -> bool:
    """Whether a finite verb has no subject of its own, and is joined to nothing."""
    if tree.pos[verb] != "VERB":
        return False
    finite = "VerbForm=Fin" in tree.morph[verb] or any(
        tree.dep[c].startswith("aux") and "VerbForm=Fin" in tree.morph[c] for c in tree.children[verb]
    )
    own = any(tree.dep[c] in ("mark", "cc") or tree.dep[c].startswith("nsubj") for c in tree.children[verb])
    return finite and not own


def _sentence_end(tree: Tree, i: int) -> int:
    """The word behind the sentence of word i."""
    return next((k for k in range(i + 1, len(tree)) if tree.first[k]), len(tree))


def attach_relative(tree: Tree, clause: int, noun: int) -> None:
    """Make a clause a relative clause of `noun`, unless that would close a circle."""
    if not tree.is_above(clause, noun):
        tree.move(clause, noun, "acl:relcl")


def free_antecedent(tree: Tree, clause: int, noun: int) -> None:
    """Give the main verb its subject back from the relative clause behind it: "L'accord, dont rien n'est su, est signé"."""
    verb = tree.head[clause]
    if noun < clause < verb and tree.pos[verb] == "VERB" and not has_subject(tree, verb) and not tree.case(noun):
        give_subject(tree, verb, noun)
        tree.move(clause, noun, "acl:relcl")


def clause_of(tree: Tree, i: int) -> int | None:
    """The predicate of the clause that a relative pronoun opens."""
    for _ in range(4):
        if tree.head[i] == i:
            return None
        i = tree.head[i]
        if tree.pos[i] in VERBAL or tree.child(i, "cop") is not None:
            return i
    return None


def antecedent(tree: Tree, i: int) -> int | None:
    """The noun that the pronoun at `i` takes up: the head of the phrase that ends right before it."""
    i -= 1
    while i > 0 and (tree.pos[i] == "PUNCT" or tree.dep[i] == "case") and not tree.first[i]:
        i -= 1
    if tree.dep[i] in ("amod", "flat:name") and tree.head[i] < i:
        i = tree.head[i]
    return i if tree.pos[i] in ("NOUN", "PROPN", "PRON") else None


def free_from_speech(tree: Tree) -> None:
    """Give what is said its adverbials that were hung on the verb of saying behind it: "…, a annoncé le préfet"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("ccomp", "parataxis") or verb <= i or tree.pos[i] != "VERB" or not is_interposed_behind(tree, verb):
            continue
        start = min(c for c in (verb, *tree.children[verb]) if tree.dep[c].startswith("aux") or c == verb)
        for word in [c for c in tree.children[verb] if i < c < start and tree.dep[c] in ("obl", "obl:arg", "obl:mod")]:
            if tree.case(word) and "," in tree.text[word:start]:
                tree.move(word, i, tree.dep[word])


def is_interposed_behind(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb stands behind it."""
    return any(tree.dep[c] == "nsubj" and c > verb for c in tree.children[verb])


def free_conjuncts(tree: Tree) -> None:
    """Give the verb a phrase that was joined to another without conjunction: "a condamné X à un an, pour vol"."""
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos[i] not in NOMINAL or tree.child(i, "cc") is not None:
            continue
        case, above = tree.case(i), tree.head[i]
        if case != "pour" or above > i or tree.case(above) == case:
            continue
        while tree.pos[above] in NOMINAL and tree.head[above] != above:
            above = tree.head[above]
        if tree.pos[above] == "VERB" and above < i:
            tree.move(i, above, "obl")


def free_adverbials(tree: Tree) -> None:
    """Hang on the verb an infinitive with "avant de", "afin de", which qualifies no noun: "voler la clé, avant de fuir"."""
    for i, dep in enumerate(tree.dep):
        noun, mark = tree.head[i], tree.child(i, "mark") if dep == "acl" else None
        if mark is None or tree.lemma[mark] not in ADVERBIAL or tree.pos[noun] not in NOMINAL:
            continue
        above = noun
        while tree.pos[above] in NOMINAL and tree.head[above] != above:
            above = tree.head[above]
        if tree.pos[above] == "VERB" and above < i:
            tree.move(i, above, "advcl")


def join_purposes(tree: Tree) -> None:
    """Hang under the noun before it an infinitive with "en vue de": "a déjoué un complot en vue de l'assassiner"."""
    for i, dep in enumerate(tree.dep):
        mark, verb = tree.child(i, "mark") if dep == "advcl" else None, tree.head[i]
        if mark is None or not is_infinitive(tree, i) or mark + 1 >= i or tree.first[mark]:
            continue
        noun = mark - 1
        if tree.text[mark + 1].lower() == "vue" and tree.pos[noun] == "NOUN" and tree.head[noun] == verb:
            tree.move(i, noun, "acl")


def mend_control(tree: Tree) -> None:
    """Hang the infinitive under the verb that asks it: "a appelé les deux parties à négocier", "demande à Ana de partir"."""
    grammar = language("fr").grammar
    for i, dep in enumerate(tree.dep):
        noun, mark = tree.head[i], tree.child(i, "mark")
        while tree.dep[noun] in ("conj", "nmod") and tree.head[noun] < noun:  # "a convaincu X et Y de partir"
            noun = tree.head[noun]
        verb = tree.head[noun]
        asked = tree.dep[noun] == "obj" and tree.lemma[verb] in grammar.object_control
        told = tree.dep[noun] in DATIVES and tree.case(noun) == "à" and tree.lemma[verb] in grammar.dative_control
        participle = _asked_participle(tree, mark, grammar.object_control) if dep == "acl" and mark is not None else None
        if participle is not None:
            tree.move(i, participle, "xcomp")
        if dep != "acl" or mark is None or participle is not None or not (asked or told):
            continue
        bare = is_infinitive(tree, i) or any(is_infinitive(tree, c) for c in tree.children[i] if tree.dep[c] == "aux")
        if bare and tree.lemma[mark] in ("à", "de") and mark == noun_end(tree, tree.head[i], i):
            tree.move(i, verb, "xcomp")


def _asked_participle(tree: Tree, mark: int, asking: Container[str]) -> int | None:
    """The participle to which an infinitive beside it belongs: "six personnes soupçonnées d'appartenir au réseau"."""
    before = mark - 1
    beside = tree.head[before] == tree.head[tree.head[mark]] and tree.dep[before] in ("acl", "amod")
    asks = tree.pos[before] == "VERB" and tree.lemma[before] in asking
    return before if beside and asks and tree.lemma[mark] in ("à", "de") else None
