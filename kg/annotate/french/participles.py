"""Participles of a French tree: which noun or verb they qualify, and whose subject they took."""

from __future__ import annotations

from kg.annotate.french.mainverbs import clause_above
from kg.annotate.french.signs import (
    CLAUSES,
    SUBJECTS,
    VERBAL,
    has_subject,
    is_bare,
    is_gerund,
    is_infinitive,
    is_told,
    stands_in_infinitive,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_past_participle, is_person, noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

WOMAN, MANY = ("Masc", "Fem"), ("Sing", "Plur")
DEAD = frozenset({"mort", "morts", "morte", "mortes"})
FATAL = frozenset({"Assassination", "Death", "Execution", "Killing"})
CLOSING = (",", ".", ";", ")", "»")
SHORT_ASIDE = 3  # words between brackets that only name what stands before
LOOSE_OBJECTS = ("obj", "dep", "conj", "obl")
LOOSE = ("appos", "nmod", "conj", "dep")
PREPOSITIONAL = frozenset({"concerner", "durer", "suivre", "toucher", "tenir", "nonobstant", "moyenner"})  # "concernant"


def see_dead(tree: Tree) -> None:
    """Make a participle of a bare "mort" behind a comma or bracket, said of whom stands before it: "Ana Vidal, morte …"."""
    for i in range(2, len(tree)):
        if tree.text[i] not in DEAD or tree.text[i - 1] not in (",", "(") or tree.pos[i] not in ("NOUN", "ADJ"):
            continue
        if any(c < i and tree.dep[c] not in ("punct", "nsubj") for c in tree.children[i]):
            continue
        subject = tree.child(i, "nsubj")
        if subject is not None and subject < i:
            tree.move(subject, tree.head[i], "nsubj")  # "Ana Vidal, morte à Nice, était actrice"
        people = _people_before(tree, i)
        if len(people) != 1:  # "le fils du pilote, mort en course": either
            continue
        above = people.pop()
        tree.pos[i], tree.lemma[i] = "VERB", "mourir"
        gender = WOMAN["te" in tree.text[i]]
        tree.set_features(i, Gender=gender, Number=MANY[tree.text[i].endswith("s")], Tense="Past", VerbForm="Part")
        tree.move(i, above, "acl")
        end = next((k for k in range(i, tree.end_of(i)) if tree.text[k] in CLOSING), i)
        for k in range(i + 1, end):
            if tree.head[k] in (i, above) and tree.pos[k] in (*NOMINAL, "NUM") and tree.dep[k] != "flat:name":
                tree.move(k, i, "obl")


def _people_before(tree: Tree, i: int) -> set[int]:
    """The people, one word each, that a word behind a comma may be said of: they end there and agree with it."""
    words, people = language("fr"), set()
    many, woman, k = tree.text[i].endswith("s"), "te" in tree.text[i], i - 2  # its features are those of "la mort"
    while k < i:
        person = is_person(tree, k, words) or tree.text[k] in words.given_names
        person = person or (tree.pos[k] == "PROPN" and not tree.case(k))
        top = k
        while tree.dep[top] in ("flat:name", "appos") or (many and tree.dep[top] == "conj"):
            top = tree.head[top]
        agrees = many == ("Number=Plur" in tree.morph[top]) and f"Gender={WOMAN[not woman]}" not in tree.morph[top]
        if person and (agrees or tree.pos[top] == "PROPN"):
            people.add(top)
        if tree.head[k] == k or tree.pos[tree.head[k]] not in ("NOUN", "PROPN"):
            break
        k = tree.head[k]
    return people


def mend_fronted(tree: Tree) -> None:
    """Hang a participle that opens a sentence under its main verb: "Critiqué par la presse, Sorin Vale a démissionné"."""
    for i, pos in enumerate(tree.pos):
        if (
            pos != "VERB"
            or "Tense=Past" not in tree.morph[i]
            or not tree.first[min([i, *tree.children[i]])]
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
            complement = tree.dep[c] == "acl" and tree.child(c, "mark") is not None  # "reproche à X d'avoir fui"
            under = "obl" if tree.dep[c] == "nmod" else "xcomp" if complement else tree.dep[c]
            tree.move(c, i, "obj" if bare else under)


def mend_fronted_gerunds(tree: Tree) -> None:
    """Hang under its main verb a gerund that opens a sentence and was taken for it: "Tout en niant, Ana a démissionné"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or not is_gerund(tree, i) or not i or tree.text[i - 1].lower() != "en":
            continue
        behind = (k for k in range(i + 1, tree.end_of(i)) if is_told(tree, k) and has_subject(tree, k))
        main = next((k for k in behind if tree.child(k, "mark") is None and _opens_behind_comma(tree, k)), None)
        if main is not None:
            tree.move(main, main, "root")
            tree.move(i, main, "advcl")
            tree.pos[i - 1] = "ADP"
            tree.move(i - 1, i, "mark")


def _opens_behind_comma(tree: Tree, verb: int) -> bool:
    """Whether a verb's subject begins right behind a comma."""
    subject = next(c for c in tree.children[verb] if tree.dep[c] in SUBJECTS)
    return tree.text[min([subject, *tree.children[subject]]) - 1] == ","


def _goes_on(tree: Tree, clause: int) -> bool:
    """Whether a clause was taken for a second main one, with no conjunction before it."""
    return tree.dep[clause] == "parataxis" or (tree.dep[clause] == "conj" and tree.child(clause, "cc") is None)


def mend_gerunds(tree: Tree) -> None:
    """Make a clause of a present participle taken for a preposition: "est tombée sur une école, blessant deux enfants".

    And no complement of one with "en": "l'a remercié en lui écrivant".
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        participle = tree.pos[i] in VERBAL and is_gerund(tree, i)
        if dep == "xcomp" and participle and any(tree.lemma[c] == "en" and tree.dep[c] == "mark" for c in tree.children[i]):
            tree.dep[i] = "advcl"
            continue
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
        if dep != "acl":
            continue
        noun = tree.head[i]
        verb = tree.head[noun]
        having = any(tree.dep[c].startswith("aux") and is_gerund(tree, c) for c in tree.children[i])
        if not having or noun > i or tree.dep[noun] not in LOOSE_OBJECTS or tree.pos[verb] != "VERB":
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


def mend_near_gerunds(tree: Tree) -> None:
    """Hang a present participle under the noun right before it in an opening: "Selon des élus s'exprimant ainsi, il …"."""
    for i, dep in enumerate(tree.dep):
        main = tree.head[i]
        if dep != "advcl" or main < i or not is_gerund(tree, i):
            continue
        start = min([i, *tree.children[i]])
        noun = start - 1
        if start and tree.head[noun] == main and tree.pos[noun] == "NOUN" and tree.case(noun) and not tree.first[start]:
            tree.move(i, noun, "acl")


def free_from_gerunds(tree: Tree) -> None:
    """Give a verb back the object that a gerund with "en" took for a subject: "a rejoint le maire en condamnant X"."""
    for i, lemma in enumerate(tree.lemma):
        gerund = tree.head[i]
        if lemma != "en" or gerund != i + 1 or not is_gerund(tree, gerund):
            continue
        verb, subject = tree.head[gerund], tree.child(gerund, "nsubj")
        if subject is None or not verb < subject < i or tree.pos[verb] != "VERB" or not has_subject(tree, verb):
            continue
        tree.move(subject, verb, "obj" if takes_object(tree, verb) else "dep")


def mend_headlines(tree: Tree) -> None:
    """Make the participle that ends a headline tell of its subject: "L'homme qui a tué son voisin remis en liberté"."""
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or tree.kind[i] != "headline" or tree.pos[i] != "VERB" or "Tense=Past" not in tree.morph[i]:
            continue
        noun = tree.head[i]
        clause = tree.head[noun]
        subject = tree.head[clause]
        root = tree.head[subject]  # "Isère : le père qui …"
        told = tree.dep[noun] == "obj" and tree.dep[clause] == "acl:relcl" and tree.head[root] == root
        if not told or tree.pos[subject] != "NOUN" or not is_bare(tree, i) or not noun < i:
            continue
        goes_on = any(tree.dep[c].startswith("obl") for c in tree.children[i])
        if goes_on and tree.text[i - 1] != "," and _agrees(tree, i, subject):
            tree.move(i, subject, "acl")


def mend_joined(tree: Tree) -> None:
    """Hang a participle behind "and" under the verb that it goes on: "secourus par un cargo et emmenés à Brest"."""
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or "Tense=Past" not in tree.morph[i]:
            continue
        noun, cc = tree.head[i], tree.child(i, "cc")
        verb = tree.head[noun]
        if cc is None or cc > i or noun > cc:
            continue
        qualified = any(c < cc and tree.dep[c] in ("amod", "acl", "acl:relcl") for c in tree.children[noun])
        if not qualified and tree.pos[verb] == "VERB" and "Tense=Past" in tree.morph[verb] and verb < noun:
            tree.move(i, verb, "conj")


def raise_joined(tree: Tree) -> None:
    """Join to the perfect above it a participle joined to an infinitive or a noun: "a promis de partir et convoqué X"."""
    for i, dep in enumerate(tree.dep):
        low, cc = tree.head[i], tree.child(i, "cc") if dep == "conj" else None
        if cc is None or cc != i - 1 or low > cc or "Tense=Past" not in tree.morph[i] or tree.pos[i] != "VERB":
            continue
        if any(tree.dep[c].startswith("aux") or tree.dep[c] in SUBJECTS for c in tree.children[i]):
            continue
        noun = tree.pos[low] in NOMINAL and tree.dep[low] in ("obj", "obl:arg")
        infinitive = stands_in_infinitive(tree, low)
        verb = tree.head[low] if noun or infinitive else low
        if verb == low or "Tense=Past" not in tree.morph[verb] or not _is_active_perfect(tree, verb):
            continue
        says = tree.child(i, "ccomp")
        if says is not None and tree.child(says, "mark") is not None:
            tree.move(i, verb, "conj")  # "a démenti avoir visé l'école et affirmé que …"
            continue
        aims = (k for k in (*tree.children[i], *tree.children[low]) if is_infinitive(tree, k))
        aim = next((k for k in aims if tree.child(k, "mark") == i + 1), None)
        if aim is not None:  # "a revendiqué l'enlèvement et promis de les libérer"
            tree.move(i, verb, "conj")
            tree.move(aim, i, "xcomp")
            continue
        had = infinitive and not is_infinitive(tree, low)  # "avoir fui"
        behind = _object_behind(tree, i, (i, low, verb)) if not had else None
        if behind is not None:
            tree.move(i, verb, "conj")
            tree.move(behind, i, "obj")


def _is_active_perfect(tree: Tree, verb: int) -> bool:
    """Whether a participle has the auxiliary "avoir" and no passive."""
    auxiliary = tree.child(verb, "aux")
    return auxiliary is not None and tree.lemma[auxiliary] == "avoir" and tree.child(verb, "aux:pass") is None


def _object_behind(tree: Tree, participle: int, heads: tuple[int, ...]) -> int | None:
    """The noun right behind a participle, with its article, that hangs on one of `heads`."""
    article = participle + 1
    behind = tree.head[article] if article < len(tree) and tree.pos[article] == "DET" else article
    return behind if behind > article and tree.head[behind] in heads else None


def mend_agreement(tree: Tree) -> None:
    """Hang a feminine participle behind a comma under the noun that it agrees with: "la vente à X, annoncée hier"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        above = tree.head[noun]
        aside = dep == "acl" and tree.text[i - 1] == "," and "Tense=Past" in tree.morph[i] and tree.dep[noun] == "nmod"
        feminine = "Gender=Fem" in tree.morph[i] and "Gender=Fem" in tree.morph[above] and is_masculine(tree, noun)
        if aside and feminine and ("Number=Plur" in tree.morph[i]) == ("Number=Plur" in tree.morph[above]):
            tree.move(i, above, "acl")


def mend_of_people(tree: Tree, parsing: Parsing) -> None:
    """Hang under a name what is done to people alone: "le procès d'Ivo Sand, arrêté en 2019, s'est ouvert"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "acl" or tree.lemma[i] not in parsing.of_people or i < 3 or tree.text[i - 1] != ",":
            continue
        if tree.pos[noun] != "NOUN" or noun > i or not is_past_participle(tree, i):
            continue
        name = tree.head[i - 2] if tree.dep[i - 2] == "flat:name" else i - 2
        held = tree.pos[name] == "PROPN" and tree.dep[name] == "nmod" and tree.head[name] == noun
        trial = tree.lemma[noun] in language("fr").frames.nouns and "Gender=Fem" not in tree.morph[i]
        somebody = language("fr").gazetteer.match([tree.text[name]]) is None and not is_person(tree, noun, language("fr"))
        if held and trial and somebody and "Number=Plur" not in tree.morph[i]:
            tree.move(i, name, "acl")


def mend_behind_people(tree: Tree, parsing: Parsing) -> None:
    """Hang on somebody named what is told to have been done to them: "a succédé au général Bah, tué en mars".

    Behind "le frère d'Ivo Sand, tué en mars" nobody knows to whom.
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "advcl" or not verb < i - 2 or tree.text[i - 1] != "," or tree.lemma[i] not in parsing.of_people:
            continue
        if not is_past_participle(tree, i) or not is_bare(tree, i) or tree.child(verb, "aux:pass") is not None:
            continue
        name = noun = tree.head[i - 2] if tree.dep[i - 2] == "flat:name" else i - 2
        while tree.head[noun] > verb and tree.pos[tree.head[noun]] in NOMINAL:
            noun = tree.head[noun]
        if tree.pos[name] != "PROPN" or tree.head[noun] != verb or not is_person(tree, noun, language("fr")):
            continue
        single = "Number=Plur" not in tree.morph[i]
        if single and (name == noun or tree.dep[name] == "appos"):
            tree.move(i, noun, "acl")
        elif single and tree.dep[name] == "nmod":
            tree.dep[i] = "dep"


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
        if tree.text[i - 2] == ")" and (named := _before_brackets(tree, i - 2, verb)) is not None:
            tree.move(i, named, "acl")  # "l'a attribuée au Front du salut (FDS), affilié à X"
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


def _before_brackets(tree: Tree, closing: int, verb: int) -> int | None:
    """The noun behind a verb that the bracket at `closing` explains."""
    opening = next((k for k in range(closing, verb, -1) if tree.text[k] == "("), None)
    if opening is None or closing - opening > SHORT_ASIDE:
        return None
    noun = tree.head[opening + 1]
    return noun if verb < noun < opening and tree.pos[noun] in ("NOUN", "PROPN") else None


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


def raise_to_subjects(tree: Tree) -> None:
    """Hang a participle behind a comma under the subject, not whose it is: "le fils du maire, accusé de vol, a fui".

    Who died may be either: "le fils du pilote, tué en course".
    """
    words = language("fr")
    for i, dep in enumerate(tree.dep):
        owner = tree.head[i]
        subject = tree.head[owner]
        if dep != "acl" or tree.text[i - 1] != "," or tree.dep[owner] != "nmod" or tree.dep[subject] not in SUBJECTS:
            continue
        if not is_past_participle(tree, i) or tree.case(owner) != "de" or not subject < owner < i:
            continue
        fatal = any(frame.kind in FATAL for _, frame in words.frames.verbs.get(tree.lemma[i], ()))
        if not fatal and is_person(tree, subject, words) and is_person(tree, owner, words) and _agrees(tree, i, subject):
            tree.move(i, subject, "acl")


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


def mend_enclosed(tree: Tree) -> None:
    """Give a main verb back its subject that a participle's infinitive took: "X, accusé d'armer les rebelles, a promis"."""
    for i in range(len(tree)):
        if not tree.children[i] or not is_infinitive(tree, i) or tree.child(i, "mark") is None:
            continue
        inserted, subject = enclosing(tree, i)
        main = next((c for c in tree.children[i] if c > i and tree.dep[c] in CLAUSES and has_subject(tree, c)), None)
        noun = tree.child(main, "nsubj") if main is not None else None
        if subject == i or main is None or noun is None or not i < noun < main or tree.text[i + 1 : main].count(",") != 1:
            continue
        tree.move(main, main, "root")
        tree.move(subject, main, "nsubj")
        tree.move(i, inserted, "xcomp")
        tree.move(noun, i, "obj")


def mend_objects_of_relatives(tree: Tree) -> None:
    """Give a relative clause the object that became a second subject: "L'homme qui a pris en otage deux clients a fui"."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB":
            continue
        subjects = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < verb]
        if len(subjects) != 2:
            continue
        first, second = sorted(subjects)
        begin = min([second, *tree.children[second]])
        relative = tree.child(first, "acl:relcl")
        if relative is None or not first < relative < begin or tree.text[begin - 1] == "," or tree.case(second):
            continue
        inside = relative == begin - 1 or tree.head[begin - 1] == relative
        taken = any(tree.dep[c] in ("obj", "aux:pass") for c in tree.children[relative])
        if inside and not taken and tree.child(relative, "nsubj") is not None:
            tree.move(second, relative, "obj")


def mend_second_subjects(tree: Tree) -> None:
    """Give an inserted infinitive the object that became a second subject: "X, accusé d'armer Y, a démenti"."""
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB":
            continue
        subjects = [c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < verb]
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


def mend_qualified_subjects(tree: Tree) -> None:
    """Give a verb the noun for a subject that the participle behind it took: "la grève prévue lundi a été annulée"."""
    for i, dep in enumerate(tree.dep):
        if dep not in SUBJECTS or tree.pos[i] != "VERB" or not is_past_participle(tree, i):
            continue
        noun = tree.child(i, "nsubj")
        if noun is None or tree.pos[noun] != "NOUN" or noun_end(tree, noun, i) != i or tree.case(noun):
            continue
        if not any(tree.dep[c].startswith(("aux", "cop")) for c in tree.children[i]):
            tree.move(noun, tree.head[i], dep)
            tree.move(i, noun, "acl")


def _taken_subject(tree: Tree, i: int) -> int | None:
    """The subject that a participle right behind a comma took."""
    subject = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS and c < i), None)
    return subject if subject is not None and tree.text[i - 1] == "," and tree.case(subject) == "" else None


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
        subject = _taken_subject(tree, i)
        if subject is not None:
            give_subject(tree, verb, subject)
            tree.move(i, subject, "acl")


def mend_inserted(tree: Tree) -> None:
    """Make a participle between commas an attribute of the subject that it took: "Le car, parti de Lyon, s'est renversé"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos[i] != "VERB" or "Tense=Past" not in tree.morph[i] or tree.first[i]:
            continue
        subject = _taken_subject(tree, i)
        if subject is None or any(tree.dep[c].startswith(("aux", "mark", "cop")) for c in tree.children[i]):
            continue
        main = next((c for c in tree.children[i] if c > i and _goes_on(tree, c)), None)
        if main is None or has_subject(tree, main) or not is_told(tree, main):
            continue
        tree.move(main, main, "root")
        give_subject(tree, main, subject)
        tree.move(i, subject, "acl")
