"""Present participles of a French tree: which verb or noun they hang on, and what they took from it."""

from __future__ import annotations

from kg.annotate.french.lastgerunds import is_parted
from kg.annotate.french.signs import (
    GERUND,
    SUBJECTS,
    VERBAL,
    has_subject,
    is_gerund,
    is_infinitive,
    is_plural,
    is_told,
    names_actor,
    takes_object,
)
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language

OF_INFINITIVES = ("de", "d'", "d’", "à")
LOOSE = ("appos", "nmod", "conj", "dep")
PROTESTING = ("dénoncer", "invoquer", "déplorer", "évoquer", "affirmer", "estimer", "réclamer", "exiger", "critiquer")
MAKING = "faire"
PREPOSITIONAL = frozenset({"concerner", "durer", "suivre", "toucher", "tenir", "nonobstant", "moyenner"})  # "concernant"
HEADING = frozenset({"diriger"})  # "se dirigeant vers"


def see_trying(tree: Tree, lemmas: Lemmas) -> None:
    """Give the participle right behind a noun its infinitive, hung on the noun: "un homme tentant de fuir"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "amod" or noun != i - 1 or not tree.text[i].endswith("ant") or tree.pos[i] not in ("ADJ", "NOUN", "VERB"):
            continue
        infinitive = tree.head[i + 1] if tree.text[i + 1] in OF_INFINITIVES else i
        if tree.head[infinitive] == noun < i < infinitive and is_infinitive(tree, infinitive):
            tree.pos[i], tree.lemma[i], tree.dep[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), "acl"
            tree.morph[i] = GERUND
            tree.move(infinitive, i, "xcomp")


def see_taken_for_adjectives(tree: Tree, lemmas: Lemmas) -> None:
    """See a participle behind a comma that has an object of its own, taken for an adjective: "…, brûlant des drapeaux"."""
    for i, pos in enumerate(tree.pos):
        if pos != "ADJ" or not tree.text[i].endswith("ant") or tree.dep[i] not in ("acl", "amod"):
            continue
        noun, closed = tree.head[i], tree.pos[i + 1] == "DET" or tree.text[i + 1] == "des"
        if noun < i and tree.text[i - 1] == "," and closed:
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), GERUND
            verb = tree.above_nouns(noun)
            done = verb < noun and tree.pos[verb] == "VERB"  # else it tells of the subject
            tree.move(i, verb if done else noun, "advcl" if done else "acl")


def see_second_gerunds(tree: Tree, lemmas: Lemmas) -> None:
    """See a second gerund in what was joined to the object of the first: "tuant un soldat et blessant quatre autres"."""
    for i, dep in enumerate(tree.dep):
        if (
            dep != "conj"
            or tree.pos[i] not in ("NOUN", "ADJ")
            or not tree.text[i].endswith("ant")
            or tree.lemma[i - 1] != "et"
        ):
            continue
        first = tree.above_nouns(tree.head[i])
        while tree.pos[first] == "ADJ" and tree.head[first] < first:
            first = tree.above_nouns(tree.head[first])
        if not is_gerund(tree, first) or tree.child(i, "det") is not None or tree.pos[i + 1] not in ("NUM", "DET"):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemmas.lemma(tree.text[i], "VERB"), GERUND
        tree.move(i, first, "conj")
        taken = tree.head[i + 1]
        above = tree.head[taken]
        if taken > i and (above in (i, first) or first < above < i):
            tree.move(taken, i, "obj")
            tree.pos[taken] = "PRON" if tree.pos[taken] == "ADJ" else tree.pos[taken]


def name_gerunds(tree: Tree) -> None:
    """Make clauses of gerunds taken for adverbs or left loose: "Le ministre a démenti, précisant que X était en vie"."""
    for i, dep in enumerate(tree.dep):
        if dep in ("advmod", "dep") and is_gerund(tree, i) and tree.pos[tree.head[i]] == "VERB":
            tree.dep[i] = "advcl"


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
        brings = (
            dep in ("amod", "dep") and tree.lemma[i] in language("fr").grammar.resultative
        )  # "…, blessant gravement un marin"
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


def mend_loose_gerunds(tree: Tree, parsing: Parsing) -> None:
    """Hang under its verb a present participle that became an apposition: "a pilonné Varna dans la nuit, blessant X"."""
    brings_about = language("fr").grammar.resultative | language("fr").grammar.causative
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        # "attaqué un convoi près de Gao, tuant X"; "rejeté l'idée d'envoyer une délégation, estimant que …"
        loose = dep in LOOSE or (dep in ("acl", "amod") and (tree.lemma[i] in brings_about or _says_that(tree, i)))
        aimed = dep == "advcl" and tree.lemma[i] in brings_about and _is_aim(tree, noun)
        waves = dep == "acl" and (_waves(tree, i, parsing) or _protests(tree, i))
        loose = loose or aimed or waves or (dep in ("acl", "acl:relcl") and _addresses(tree, i))
        if not loose or noun > i or not is_gerund(tree, i) or tree.first[i] or not is_parted(tree, i):
            continue
        says = waves or (dep == "acl" and _says_that(tree, i))
        above = noun
        while tree.pos[above] != "VERB" or (says and is_infinitive(tree, above)) or _is_aim(tree, above):
            if tree.head[above] == above:
                break
            above = tree.head[above]
        if tree.pos[above] != "VERB" or not (aimed or tree.pos[noun] in NOMINAL):
            continue
        behind = next((c for c in tree.children[noun] if c > i and tree.pos[c] in NOMINAL and not tree.case(c)), None)
        tree.move(i, above, "advcl")
        if behind is not None and tree.child(i, "obj") is None:
            tree.move(behind, i, "obj")


def _addresses(tree: Tree, i: int) -> bool:
    """Whether the pronoun right before a participle is another than its subject: "…, lui reprochant X"."""
    return tree.head[i - 1] == i and tree.dep[i - 1] in ("iobj", "obj") and tree.lemma[i - 1] != "se"


def _waves(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a crowd does what is told last, not the one whom it is out against: "défient le maire, brandissant X"."""
    noun, end = tree.head[i], tree.end_of(i)
    subject = next((k for k in range(noun) if tree.dep[k] in SUBJECTS and tree.is_above(tree.head[k], i)), None)
    if tree.lemma[i] not in parsing.waving or subject is None or any(tree.text[k] == "," for k in range(i, end)):
        return False
    several = "Number=Plur" in tree.morph[subject] and "Number=Plur" not in tree.morph[noun]
    article = tree.child(noun, "det")
    return several and (article is None or "Definite=Def" in tree.morph[article])


def _is_aim(tree: Tree, verb: int) -> bool:
    """Whether an infinitive tells what is aimed at, which brings about nothing yet: "une offensive visant à prendre X"."""
    aim = tree.dep[verb] == "advcl" or tree.dep[tree.head[verb]] in ("acl", "amod")
    return aim and is_infinitive(tree, verb)


def _protests(tree: Tree, i: int) -> bool:
    """Whether somebody who leaves, refuses or does something says why: "a quitté le parti, dénonçant des fraudes".

    A letter or a banner says so itself: "a reçu une lettre de X, dénonçant Y".
    """
    noun = tree.head[i]
    verb = tree.head[noun]
    subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < verb), None)
    words = language("fr")
    if subject is None or tree.lemma[i] not in PROTESTING or tree.dep[noun] not in ("obj", "obl", "obl:arg"):
        return False
    told = words.nouns.get(tree.lemma[noun])
    speaks = told is not None and bool({"Work", "Artifact", "Person", "Group"} & {told.kind, *told.also})
    tells = any(len(trigger.words) < 2 for trigger, _ in words.frames.nouns.get(tree.lemma[noun], ()))
    return _acts(tree, subject, words) and not speaks and not tells


def _says_that(tree: Tree, i: int) -> bool:
    """Whether a participle has a clause with "que", so that it says for the subject of the verb why."""
    clause = tree.child(i, "ccomp")
    return clause is not None and clause > i and tree.child(clause, "mark") is not None


def see_objects_of_gerunds(tree: Tree) -> None:
    """Make an object of the "subject" or "adjective" behind a gerund: "le camion s'est couché, tuant le conducteur"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("parataxis", "advcl") or not is_gerund(tree, i) or tree.pos[i] != "VERB":
            continue
        behind = (c for c in tree.children[i] if c > i and tree.dep[c] in ("nsubj", "amod") and tree.pos[c] in NOMINAL)
        taken = next((c for c in behind if tree.child(c, "det") is not None), None)
        if taken is not None and takes_object(tree, i):
            tree.dep[i], tree.dep[taken] = "advcl", "obj"


def raise_behind_gerunds(tree: Tree) -> None:
    """Make the root of the verb behind a gerund that was taken for it: "un car transportant des lycéens s'est renversé"."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or not is_gerund(tree, i):
            continue
        subject = tree.child(i, "nsubj")
        if subject is None or subject > i:
            continue
        told = [k for k in range(i + 1, tree.end_of(i)) if is_told(tree, k)]
        for taken in [c for k in told[:1] for c in tree.children[k] if _is_gerunds_object(tree, i, c, subject)]:
            tree.move(taken, i, "obj")
        main = next((k for k in told if not has_subject(tree, k)), None)
        if main is not None and not any(tree.dep[c] in ("mark", "cc") for c in tree.children[main]):
            tree.move(main, main, "root")
            give_subject(tree, main, subject)
            tree.move(i, subject, "acl")


def _is_gerunds_object(tree: Tree, gerund: int, i: int, subject: int) -> bool:
    """Whether a "subject" behind a gerund is its object by number: "un ferry transportant 90 passagers a pris feu"."""
    verb = tree.head[i]
    if tree.dep[i] not in SUBJECTS or not gerund < i < verb or "," in tree.text[gerund:verb] or tree.case(i):
        return False
    many = is_plural(tree, verb)
    return ("Number=Plur" in tree.morph[i]) != many and ("Number=Plur" in tree.morph[subject]) == many


def mend_reported_gerunds(tree: Tree) -> None:
    """Hang a gerund that opens what is said on its verb, and that under the verb of saying: "X note qu'en fuyant, Y a …"."""
    for i, dep in enumerate(tree.dep):
        said, que = tree.head[i], tree.child(i, "mark") if dep == "ccomp" else None
        if que is None or tree.lemma[que] != "que" or tree.text[que + 1 : que + 2] != ["en"]:
            continue
        told = tree.head[said]
        late = tree.dep[said] == "advcl" and said < i < told and is_gerund(tree, i) and has_subject(tree, told)
        if not late or not has_subject(tree, said) or not _opens_behind_comma(tree, told):
            continue
        tree.stand_for(said, told)
        tree.move(told, said, "ccomp")
        tree.move(que, told, "mark")
        tree.move(i, told, "advcl")


def mend_early_gerunds(tree: Tree) -> None:
    """Hang under the verb before it a gerund that was hung on a later clause: "a visé X, tuant Y, un jour après que …"."""
    for i, dep in enumerate(tree.dep):
        later = tree.head[i]
        if dep != "advcl" or later < i or not is_gerund(tree, i) or tree.first[i] or tree.text[i - 1] != ",":
            continue
        verb, mark = tree.head[later], tree.child(later, "mark")
        if mark is not None and i < mark and verb < i and tree.pos[verb] == "VERB":
            tree.move(i, verb, "advcl")
        opening = tree.head[i - 2] if tree.pos[i - 2] != "VERB" else i - 2  # "Alors que X bombarde Y, refusant Z, W …"
        if (
            tree.dep[opening] == "advcl"
            and tree.head[opening] == later
            and opening < i
            and tree.child(opening, "mark") is not None
        ):
            tree.move(i, opening, "advcl")


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


def lower_moving(tree: Tree, words: Language) -> None:
    """Hang on an object what moves without a comma behind it: "a menacé tout navire en mer Rouge se dirigeant vers Israël".

    It may have become the subject of that: "a attaqué un convoi se dirigeant vers Tripoli".
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        making = tree.child(i, "aux:caus") if dep == "advcl" and verb < i else None  # "un homme se faisant passer pour X"
        gerund = dep == "advcl" and verb < i and is_gerund(tree, i if making is None else making)
        taken = tree.child(i, "nsubj") if gerund else None
        if taken is not None and verb < taken < i and takes_object(tree, verb) and _is_own_phrase(tree, verb, taken):
            tree.move(taken, verb, "obj")
            tree.move(i, taken, "acl")
            continue
        if dep != "advcl" or not verb < i or not is_gerund(tree, i) or tree.lemma[i] not in words.grammar.motion | HEADING:
            continue
        moved = next((k for k in range(i - 1, verb, -1) if tree.dep[k] == "obj" and tree.is_above(verb, k)), None)
        if moved is None or tree.pos[moved] != "NOUN" or "," in tree.text[moved:i]:
            continue
        noun = words.nouns.get(tree.lemma[moved])
        if noun is None or noun.kind not in ("Artifact", "Person", "Group", "Force") or tree.child(i, "mark") is not None:
            continue
        tree.move(i, moved, "acl")
        for k in [c for c in tree.children[i] if moved < c < i and tree.case(c)]:
            tree.move(k, moved, "nmod")


def _is_own_phrase(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a noun has an article and no preposition, and no comma parts it from the verb before it."""
    plain = tree.pos[noun] == "NOUN" and tree.child(noun, "det") is not None and not tree.case(noun)
    return plain and "," not in tree.text[verb:noun]


def lower_brought(tree: Tree, words: Language) -> None:
    """Hang under what happened in a relative clause what that brought about: "a évoqué l'orage qui a frappé X, tuant Y".

    Where the main subject is something that happens, or no main verb stands before, it may be that which did.
    """
    brings_about = words.grammar.resultative | words.grammar.causative
    for i, dep in enumerate(tree.dep):
        main = tree.head[i]
        if dep != "advcl" or tree.lemma[i] not in brings_about or not main < i or not is_gerund(tree, i):
            continue
        subject = next((c for c in tree.children[main] if tree.dep[c] == "nsubj" and c < main), None)
        clause = next((k for k in range(i - 1, main, -1) if tree.dep[k] == "acl:relcl" and tree.head[k] > main), None)
        if subject is None or clause is None or tree.text[i - 1] != "," or not is_told(tree, clause):
            continue
        told = any(tree.lemma[c] == "qui" and tree.dep[c] in SUBJECTS for c in tree.children[clause])
        event = tree.lemma[tree.head[clause]] in words.frames.nouns
        if told and event and tree.lemma[main] not in words.grammar.motion and _acts(tree, subject, words):
            tree.move(i, clause, "advcl")


def _acts(tree: Tree, subject: int, words: Language) -> bool:
    """Whether a subject is somebody, or a body that acts: a name, a pronoun, "la police", "le ministère"."""
    return tree.pos[subject] in ("PROPN", "PRON") or is_person(tree, subject, words) or names_actor(tree, subject)


def raise_with_mark(tree: Tree) -> None:
    """Hang under its verb a gerund with "en" that was hung on a noun: "a blessé six personnes en tentant de fuir"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        modifies = dep in ("acl", "amod") and tree.pos[noun] == "NOUN" and noun < i
        if not modifies or tree.text[i - 1] != "en" or not is_gerund(tree, i):
            continue
        verb = tree.above_nouns(noun)
        if tree.pos[verb] == "VERB" and verb < noun:
            tree.move(i, verb, "advcl")
            tree.dep[i - 1] = "mark"


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


def raise_from_scenes(tree: Tree, words: Language) -> None:
    """Hang under its verb what brought somebody harm, not under where that was: "a éclaté dans un bar faisant un mort"."""
    for i, dep in enumerate(tree.dep):
        if dep != "acl" or not is_gerund(tree, i) or tree.lemma[i] not in (MAKING, *words.grammar.resultative):
            continue
        scene = tree.head[i]
        while tree.dep[scene] == "nmod":
            scene = tree.head[scene]
        verb, known = tree.head[scene], words.nouns.get(tree.lemma[scene])
        placed = tree.pos[scene] == "PROPN" or (known is not None and known.kind in ("Place", "GeopoliticalEntity"))
        inside = placed and scene < i and tree.case(scene) in words.grammar.inside_prepositions
        if inside and tree.pos[verb] == "VERB" and tree.dep[scene].startswith("obl") and tree.child(i, "obj") is not None:
            tree.move(i, verb, "advcl")
