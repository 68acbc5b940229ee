"""Relative clauses of a French tree: under which noun they hang, and what their pronoun stands for."""

from __future__ import annotations

from kg.annotate.french.signs import (
    CLAUSES,
    DATIVES,
    SUBJECTS,
    VERBAL,
    has_subject,
    is_infinitive,
    is_plural,
    is_reflexive,
    is_told,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import article_gender, is_person
from kg.annotate.tree import Tree
from kg.lang import Language, language

GATHERINGS = frozenset({"Meeting", "Negotiation", "Gathering"})  # classes of events that bring people together
SHOWN = {  # endings of participles and what they show
    "ées": ("Gender=Fem", "Number=Plur"),
    "ée": ("Gender=Fem", "Number=Sing"),
    "és": ("Gender=Masc", "Number=Plur"),
}
RELATIVE = frozenset({"qui", "que", "dont", "où", "lequel", "auquel", "duquel"})


def mend_fronted_relatives(tree: Tree) -> None:
    """Make a relative clause of what was taken for the main one: "Le suspect, que la police recherchait, s'est rendu"."""
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != "que" or tree.dep[i] != "mark" or tree.first[i] or tree.dep[clause] != "root":
            continue
        subjects = [c for c in tree.children[clause] if tree.dep[c] in SUBJECTS and c < clause]
        if tree.text[i - 1] != "," or len(subjects) != 2 or not subjects[0] < i < subjects[1] or tree.case(subjects[0]):
            continue
        main = next((c for c in tree.children[clause] if c > clause and tree.dep[c] in CLAUSES and is_told(tree, c)), None)
        if main is None or has_subject(tree, main) or tree.child(main, "mark") is not None:
            continue
        tree.move(main, main, "root")
        give_subject(tree, main, subjects[0])
        tree.move(clause, subjects[0], "acl:relcl")
        tree.move(i, clause, "obj")
        tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"


def mend_relatives(tree: Tree, parsing: Parsing) -> None:
    """Hang relative clauses under the noun before them, whatever the parser took them for."""
    sources = language("fr").grammar.attribution_prepositions
    for i, lemma in enumerate(tree.lemma):
        if lemma not in RELATIVE or i == 0 or tree.first[i]:
            continue
        if lemma == "que" and tree.dep[i] == "mark":
            mend_object_relative(tree, i, parsing)
            if tree.dep[i] == "obj":
                mend_inverted_relative(tree, i)  # "l'erreur que lui a reprochée le juge"
        elif "PronType=Rel" in tree.morph[i]:
            clause = clause_of(tree, i)
            noun = antecedent(tree, i)
            if clause is not None and tree.dep[i] == "nmod" and tree.case(i) in sources:
                tree.move(i, clause, "obl")  # "le ministre, selon qui X a menti": not of X
            if clause is not None and tree.dep[clause] == "acl:relcl" and tree.text[i - 1] == ",":
                raise_from_participle(tree, clause)
            if clause is not None and tree.dep[clause] == "amod" and tree.head[clause] == noun and has_subject(tree, clause):
                tree.dep[clause] = "acl:relcl"  # "l'entreprise, dont le directeur a démissionné"
            told = clause if clause is not None and (tree.dep[clause] in CLAUSES or is_joined(tree, clause)) else None
            if told is not None and noun is not None and (tree.head[told] < i or is_of_subject(tree, noun, tree.head[told])):
                attach_relative(tree, told, noun)
            elif told is not None and noun is not None and tree.head[noun] == told:
                free_antecedent(tree, told, noun)
            mend_inverted_relative(tree, i)


def lower_into_relatives(tree: Tree) -> None:
    """Hang within a relative clause what goes on right behind its words: "l'avocate, dont le mari est en exil à Londres"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "nmod" or noun > i or not tree.case(i) or tree.case(i) == "de":
            continue
        clause = next((c for c in tree.children[noun] if tree.dep[c] == "acl:relcl" and noun < c < i), None)
        first = min([i, *tree.children[i]])
        if clause is not None and tree.text[first - 1] != "," and tree.is_above(clause, first - 1):
            tree.move(i, clause, "obl")


def mend_possessed(tree: Tree) -> None:
    """Make a relative clause of what "dont" opens where it took the main subject: "Ana, dont le fils règne, est morte"."""
    for i, lemma in enumerate(tree.lemma):
        noun = tree.head[i]
        if lemma != "dont" or noun <= i or tree.pos[noun] not in ("NOUN", "PROPN"):
            continue
        verb = next((k for k in range(noun + 1, tree.end_of(i)) if is_told(tree, k)), None)
        owner = _owner(tree, i, noun, verb) if verb is not None else None
        main = _main_behind(tree, verb, tree.text[i - 1] == ",") if verb is not None else None
        if verb is None or owner is None or main is None:
            continue
        if tree.head[main] == verb:
            tree.stand_for(main, verb)
        give_subject(tree, verb, noun)
        give_subject(tree, main, owner)
        tree.move(verb, owner, "acl:relcl")


def free_possessors(tree: Tree) -> None:
    """Hang "dont" under the subject behind it whose own label it took: "le maire, dont le frère a été arrêté"."""
    for i, lemma in enumerate(tree.lemma):
        verb = tree.head[i]
        if lemma != "dont" or tree.dep[i] not in SUBJECTS or tree.dep[verb] != "acl:relcl":
            continue
        subject = next((c for c in tree.children[verb] if i < c < verb and tree.dep[c] in SUBJECTS), None)
        if subject is not None and all(tree.text[k] != "," for k in range(i, verb)):
            tree.move(i, subject, "nmod")


def lower_parts(tree: Tree) -> None:
    """Hang on the thing right before "dont" what it says of it: "a frappé X avec un couteau dont la lame mesure Y"."""
    for i, lemma in enumerate(tree.lemma):
        noun = tree.head[i]
        clause, near = tree.head[noun], i - 1
        if lemma != "dont" or tree.dep[i] != "nmod" or tree.dep[clause] != "acl:relcl" or tree.pos[near] != "NOUN":
            continue
        article = tree.child(near, "det")
        beside = tree.head[near] == tree.head[clause] and tree.case(near) not in ("", "de") and tree.dep[near] == "nmod"
        if beside and article is not None and "Definite=Ind" in tree.morph[article]:
            attach_relative(tree, clause, near)


def _owner(tree: Tree, pronoun: int, noun: int, verb: int) -> int | None:
    """The noun before "dont" that was taken for the subject of its clause or of the main one, whose `noun` is told of."""
    beside = tree.dep[noun] == "appos" and tree.head[noun] < pronoun
    subjects = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < pronoun]
    owner = tree.head[noun] if beside else subjects[0] if subjects else None
    own = beside or tree.head[noun] == verb
    return owner if owner is not None and own and not tree.case(owner) else None


def _main_behind(tree: Tree, verb: int, aside: bool) -> int | None:
    """The main verb without a subject on which a clause hangs or which was hung on it; behind a comma if the clause is."""
    above = tree.head[verb]
    if tree.dep[verb] in CLAUSES and above > verb:
        return above if is_told(tree, above) else None
    free = ("conj", "advcl", "ccomp", "parataxis", "dep")
    behind = [c for c in tree.children[verb] if c > verb and tree.dep[c] in free and is_told(tree, c)]
    bare = (c for c in behind if not has_subject(tree, c) and tree.child(c, "cc") is None and tree.child(c, "mark") is None)
    return next((c for c in bare if any(tree.text[k] == "," for k in range(verb, c)) == aside), None)


def is_joined(tree: Tree, clause: int) -> bool:
    """Whether a clause was taken for a second main clause, with no conjunction before it."""
    return tree.dep[clause] == "conj" and tree.child(clause, "cc") is None and tree.head[clause] < clause


def raise_from_adjectives(tree: Tree) -> None:
    """Hang on its noun a relative clause that was hung on an adjective: "l'envoyé sénégalais qui a démissionné"."""
    for i, dep in enumerate(tree.dep):
        adjective = tree.head[i]
        if dep == "acl:relcl" and tree.pos[adjective] == "ADJ" and tree.dep[adjective] == "amod" and adjective < i:
            attach_relative(tree, i, tree.head[adjective])


def raise_from_names(tree: Tree, words: Language) -> None:
    """Hang on a person a relative clause that no comma parts from the place behind: "le chef pour la Libye qui dit"."""
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != "qui" or i == 0 or tree.dep[clause] != "acl:relcl" or tree.pos[i - 1] != "PROPN":
            continue
        name = tree.head[clause]
        above = tree.head[name]
        based = tree.dep[name] in ("obl", "obl:arg") and tree.dep[above] == "acl" and tree.pos[name] == "PROPN"
        if based and above < name and "Tense=Past" in tree.morph[above]:  # "un groupe basé en Somalie qui combat"
            noun = tree.head[above]
            if is_plural(tree, clause) == ("Number=Plur" in tree.morph[noun]) and tree.pos[noun] == "NOUN":
                attach_relative(tree, clause, noun)
            continue
        under = tree.pos[name] == "PROPN" and tree.dep[name] == "nmod" and tree.case(name) in ("de", "pour")
        alike = is_plural(tree, clause) == ("Number=Plur" in tree.morph[above])
        if under and alike and tree.pos[above] == "NOUN" and above < name and is_person(tree, above, words):
            attach_relative(tree, clause, above)


def raise_to_named(tree: Tree, words: Language) -> None:
    """Hang on somebody named what a relative clause says that they are: "Paul Roy, maire de Nancy, qui est le frère de X".

    Neither the town nor the party is anybody's brother.
    """
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        said = lemma == "qui" and tree.dep[i] in SUBJECTS and tree.dep[clause] in ("acl:relcl", "appos") and i < clause
        if not said or tree.text[i - 1] != "," or tree.child(clause, "cop") is None or not is_person(tree, clause, words):
            continue
        noun = tree.head[clause]
        if tree.dep[noun] != "appos" and (tree.pos[noun] == "NOUN" and is_person(tree, noun, words)):
            continue
        top = noun
        while tree.dep[top] in ("nmod", "appos", "conj") and tree.child(top, "cc") is None:
            top = tree.head[top]
        several = any(tree.dep[c] == "conj" and tree.child(c, "cc") is not None for c in tree.children[top])
        if top < noun and tree.pos[top] == "PROPN" and not several and not is_plural(tree, clause):
            attach_relative(tree, clause, top)


def raise_by_agreement(tree: Tree) -> None:
    """Hang a relative clause on the noun that its participle agrees with: "un mur à la frontière qui serait payé par X".

    In a cleft it is said of what is put in front: "C'est le parti fondé par Ana qui a gagné".
    """
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != "qui" or tree.dep[clause] != "acl:relcl" or tree.dep[i] not in SUBJECTS or tree.text[i - 1] == ",":
            continue
        noun = tree.head[clause]
        front = _put_in_front(tree, noun)
        if front is not None and is_plural(tree, clause) == ("Number=Plur" in tree.morph[front]):
            attach_relative(tree, clause, front)
        elif _disagrees(tree, clause, noun):
            above = tree.head[noun]
            others = (
                *((above, i - 1) if tree.pos[above] == "PRON" else (i - 1, above)),
                *(c for c in tree.children[above] if c < noun and tree.dep[c] == "obj"),
                *(
                    (tree.head[above],) if tree.dep[noun] == "obl:agent" else ()
                ),  # "un drone tiré par des rebelles qui volait"
            )
            fits = [k for k in others if k < i and tree.pos[k] in ("NOUN", "PRON") and not _disagrees(tree, clause, k)]
            if fits:
                attach_relative(tree, clause, fits[0])


def lower_by_agreement(tree: Tree) -> None:
    """Hang a relative clause on the noun right before "que" with which alone its participle agrees.

    "Répandue sur les réseaux par des photos que les gens ont postées": these are posted, not the networks.
    """
    for i, lemma in enumerate(tree.lemma):
        clause = tree.head[i]
        if lemma != "que" or tree.dep[i] != "obj" or tree.dep[clause] != "acl:relcl" or tree.pos[i - 1] != "NOUN":
            continue
        noun, near = tree.head[clause], i - 1
        having = tree.child(clause, "aux")
        if having is None or tree.lemma[having] != "avoir" or not noun < near:
            continue
        shown = next((features for ending, features in SHOWN.items() if tree.text[clause].endswith(ending)), ())
        if shown and not _shows(tree, noun, shown) and _shows(tree, near, shown):
            attach_relative(tree, clause, near)


def _shows(tree: Tree, noun: int, features: tuple[str, str]) -> bool:
    """Whether a noun is of a gender and a number, or does not show another."""
    gender, number = features
    return article_gender(tree, noun) in ("", gender) and (number in tree.morph[noun] or "Number=" not in tree.morph[noun])


def _put_in_front(tree: Tree, noun: int) -> int | None:
    """The noun that "c'est" puts in front, in whose phrase another stands."""
    top = noun
    while tree.head[top] != top and (tree.pos[top] in ("NOUN", "PROPN") or tree.dep[top] == "acl"):
        top = tree.head[top]
    if top == noun or tree.pos[top] != "NOUN" or tree.child(top, "cop") is None:
        return None
    return top if any(tree.dep[c] in SUBJECTS and tree.lemma[c] == "ce" for c in tree.children[top]) else None


def _disagrees(tree: Tree, participle: int, noun: int) -> bool:
    """Whether what a verb shows of number, or a passive of gender, can't be said of a noun that shows them."""
    if "Number=" not in tree.morph[noun]:
        return False
    several = "Number=Plur" in tree.morph[noun] or tree.child(noun, "conj") is not None
    if is_plural(tree, participle) != several:
        return True
    shown = "Gender=Fem" if tree.text[participle].endswith(("e", "es")) else "Gender=Masc"
    return tree.child(participle, "aux:pass") is not None and article_gender(tree, noun) not in ("", shown)


def raise_from_participle(tree: Tree, clause: int) -> None:
    """Hang a relative clause on what a participle between commas describes: "la milice, alliée à la Perse, qui …"."""
    low = tree.head[clause]
    while tree.dep[low] in ("nmod", "appos") and tree.head[low] < low:
        low = tree.head[low]
    participle = tree.head[low]
    enclosed = tree.dep[low] in ("obl", "obl:arg", "obl:agent") and tree.dep[participle] == "acl" and participle < low
    if not enclosed or "Tense=Past" not in tree.morph[participle] or tree.text[participle - 1] != ",":
        return
    noun = tree.head[participle]
    if is_plural(tree, clause) == ("Number=Plur" in tree.morph[noun]):
        attach_relative(tree, clause, noun)


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


def raise_venues(tree: Tree) -> None:
    """Hang the place on what is held there, not on who meets: "une réunion de la coalition à Paris"."""
    grammar, told = language("fr").grammar, language("fr").frames.nouns
    where = {*grammar.inside_prepositions, grammar.dative_preposition}
    for i, dep in enumerate(tree.dep):
        who = tree.head[i]
        held = tree.head[who]
        if dep != "nmod" or tree.pos[i] != "PROPN" or tree.dep[who] != "nmod" or not held < who < i:
            continue
        if tree.case(i) not in where or tree.case(who) != "de" or not tree.text[who].islower():
            continue
        if any(frame.kind in GATHERINGS for _, frame in told.get(tree.lemma[held], ())):
            tree.move(i, held, "nmod")


def is_of_subject(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun is the subject of `verb` or the name of it: "l'amiral Petros Lykos, qui commande la flotte, a …"."""
    while tree.dep[noun] in ("appos", "flat:name") and tree.head[noun] < noun:
        noun = tree.head[noun]
    return tree.head[noun] == verb and tree.dep[noun] in SUBJECTS


def mend_inverted_relative(tree: Tree, pronoun: int) -> None:
    """Make a subject of the "object" behind the verb of a relative clause: "la montre que portait son fils"."""
    verb = tree.head[pronoun]
    bare = all(tree.pos[k] == "AUX" or tree.dep[k] == "iobj" for k in range(pronoun + 1, verb))
    passive = tree.lemma[pronoun] == "que" and tree.child(verb, "aux:pass") is not None  # "c'est ici que seront jugés X"
    told = tree.dep[pronoun] == "obj" or tree.case(pronoun) or passive  # "la loi pour laquelle ont voté dix députés"
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
    noun = _parted(tree, i, parsing) if tree.text[i - 1] == "," else _taken(tree, clause, noun, parsing)
    if noun is None or tree.child(deepest, "obj") is not None:
        return
    if all(tree.child(noun, dep) is None for dep in ("det", "nummod")) and tree.pos[noun] != "PROPN":
        return
    attach_relative(tree, clause, noun)
    tree.move(i, deepest, "obj")
    tree.pos[i] = "PRON"
    tree.morph[i] = "PronType=Rel"


def _taken(tree: Tree, clause: int, noun: int | None, parsing: Parsing) -> int | None:
    """The object right before "que" whose relative clause was taken for what its verb says."""
    verb = tree.head[clause]
    if noun is None or tree.dep[clause] != "ccomp" or tree.lemma[verb] in parsing.object_and_clause:
        return None
    return noun if tree.head[noun] == verb and tree.dep[noun] == "obj" else None


def _parted(tree: Tree, i: int, parsing: Parsing) -> int | None:
    """The noun that a clause behind a comma and "que" tells of: "La réforme, que le Sénat a adoptée, est contestée"."""
    clause, noun = tree.head[i], antecedent(tree, i)
    verb, dep = tree.head[clause], tree.dep[clause]
    if dep == "acl" and verb < i and tree.pos[verb] == "NOUN":
        return verb
    if dep == "advcl" and clause < verb:
        return next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < i), None)
    if noun is None:
        return None
    fits = _is_whole(tree, verb, noun, parsing) if dep in ("ccomp", "advcl") else _is_far(tree, clause, noun)
    return noun if fits else None


def _is_whole(tree: Tree, verb: int, noun: int, parsing: Parsing) -> bool:
    """Whether a verb with an object before a noun governs no clause behind: "livre des vivres à la ville, que X assiège".

    Nor does one whose object is that noun: "réclame une rançon, que la ville a refusé de payer".
    """
    thing = tree.child(verb, "obj")
    has_object = thing is not None and thing <= noun and tree.lemma[verb] not in parsing.object_and_clause
    return has_object and tree.head[noun] == verb and (thing == noun or tree.dep[noun].startswith("obl"))


def _is_far(tree: Tree, clause: int, noun: int) -> bool:
    """Whether a relative clause was hung on what the noun right before it is no part of."""
    return tree.dep[clause] == "acl:relcl" and tree.head[clause] < noun and not tree.is_above(tree.head[clause], noun)


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


def _lowest_infinitive(tree: Tree, verb: int) -> int:
    """The last infinitive that a verb governs, but none of what it asks somebody to do: "n'ont pu réparer"."""
    while (below := tree.child(verb, "xcomp")) is not None and tree.pos[below] in VERBAL:
        if tree.lemma[verb] in language("fr").grammar.object_control:
            break
        verb = below
    return verb


def lower_pronouns(tree: Tree) -> None:
    """Give an infinitive the relative pronoun of the passive above it: "le groupe, que Varna est accusée de soutenir"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("obj", "mark") or tree.lemma[i] != "que" or tree.dep[verb] != "acl:relcl" or i > verb:
            continue
        done = next((c for c in tree.children[verb] if tree.dep[c] == "xcomp" and is_infinitive(tree, c)), None)
        if done is not None and tree.child(verb, "aux:pass") is not None and takes_object(tree, done):
            tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"
            tree.move(i, done, "obj")
