"""Past participles of a French tree: what is one, which noun or verb it qualifies, which other it goes on."""

from __future__ import annotations

from kg.annotate.french.signs import (
    SUBJECTS,
    VERBAL,
    has_subject,
    is_bare,
    is_infinitive,
    is_time,
    is_told,
    names_actor,
    stands_in_infinitive,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import disagrees, is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language

DYING = frozenset({"mourir", "décéder", "périr"})
THERE = ("à", "en", "dans", "près de")
PARTICIPLES = ("é", "ée", "és", "ées")
THEN = "puis"  # joins what happened next, and no qualities


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
        if tree.text[i].endswith("é"):
            tree.set_features(i, Gender="Masc")  # "Recherché en vain, la cour le juge": the court is not
        if tree.dep[i] == "root":
            main = next((c for c in tree.children[i] if goes_on(tree, c) and has_subject(tree, c)), None)
            if main is not None and main > i:
                tree.move(main, main, "root")
                tree.move(i, main, "advcl")
        elif tree.dep[i] in ("nmod", "obl", "dep") and has_subject(tree, tree.head[i]):
            tree.dep[i] = "advcl"


def mend_modifying_verbs(tree: Tree) -> None:
    """Make the verb of its clause of a finite "adjective" of its subject, as in headlines: "la coalition tue un chef".

    So of a complement of the subject: "Le prix du gaz augmentera de 3 %".
    """
    for i, dep in enumerate(tree.dep):
        noun = low = tree.head[i]
        if dep != "amod" or tree.pos[i] != "VERB" or noun > i or "VerbForm=Fin" not in tree.morph[i]:
            continue
        while tree.case(noun) and tree.dep[noun] == "nmod" and tree.head[noun] < noun:
            noun = tree.head[noun]
        if tree.case(noun) or (noun != low and tree.head[noun] != noun):
            continue
        above, label = tree.head[noun], tree.dep[noun]
        if tree.pos[above] in VERBAL or tree.pos[noun] not in ("NOUN", "PROPN"):
            continue
        behind = [c for k in dict.fromkeys((low, noun, above)) for c in tree.children[k] if c > i and tree.pos[c] != "PUNCT"]
        main = tree.head[above] == above  # in headlines the state before the colon is the root
        tree.move(i, i if main else above, "root" if main else label)
        give_subject(tree, i, noun)
        for c in behind:
            bare = tree.dep[c] in ("nmod", "appos", "obj") and not tree.case(c) and takes_object(tree, i)
            complement = tree.dep[c] == "acl" and tree.child(c, "mark") is not None  # "reproche à X d'avoir fui"
            under = "obl" if tree.dep[c] == "nmod" else "xcomp" if complement else tree.dep[c]
            tree.move(c, i, "obj" if bare else under)


def goes_on(tree: Tree, clause: int) -> bool:
    """Whether a clause was taken for a second main one, with no conjunction before it."""
    return tree.dep[clause] == "parataxis" or (tree.dep[clause] == "conj" and tree.child(clause, "cc") is None)


def mend_joined(tree: Tree) -> None:
    """Hang a participle behind "and" under the verb that it goes on: "secourus par un cargo et emmenés à Brest".

    So one joined to what somebody was said to be: "l'a reconnu coupable de fraude et condamné à dix ans de prison",
    and what came after, joined to a quality: "ont été enlevés par des hommes armés puis relâchés".
    """
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep == "conj" and tree.dep[above] in ("xcomp", "amod") and is_past_participle(tree, i):
            cc = tree.child(i, "cc")
            if tree.dep[above] == "xcomp":
                _join_to_predicated(tree, i, above)
            elif cc is not None and tree.lemma[cc] == THEN:
                _join_to_predicated(tree, i, tree.head[above])
        if dep != "acl" or "Tense=Past" not in tree.morph[i]:
            continue
        noun, cc = tree.head[i], tree.child(i, "cc")
        verb = tree.head[noun]
        if cc is None or cc > i or noun > cc:
            continue
        qualified = any(c < cc and tree.dep[c] in ("amod", "acl", "acl:relcl") for c in tree.children[noun])
        if not qualified and tree.pos[verb] == "VERB" and "Tense=Past" in tree.morph[verb] and verb < noun:
            tree.move(i, verb, "conj")


def _join_to_predicated(tree: Tree, i: int, noun: int) -> None:
    """Join a participle to the perfect or passive on which a noun or an adjective before it hangs."""
    verb = tree.head[noun]
    said = tree.pos[noun] in ("NOUN", "ADJ") and tree.pos[verb] == "VERB" and "Tense=Past" in tree.morph[verb]
    if said and verb < noun < i and tree.child(i, "cc") is not None and _is_only_joined(tree, i):
        tree.move(i, verb, "conj")


def join_undergone(tree: Tree, parsing: Parsing) -> None:
    """Join to a passive what else was done to its subject, hung on its place: "a été entraîné dans une ruelle, tué …".

    So the middle of a row: "a été enlevée, séquestrée dans une cave et tuée". And what somebody died of:
    "est morte à Lyon, tuée par son mari".
    """
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "advcl") or tree.first[i] or tree.text[i - 1] != "," or not is_past_participle(tree, i):
            continue
        noun = tree.head[i] if dep == "acl" else None
        verb = tree.head[i] if noun is None else tree.head[noun]
        subject = _who_undergoes(tree, verb) if verb < i else None
        if subject is None or disagrees(tree, i, subject) or not is_bare(tree, i):
            continue
        last = next((c for c in tree.children[i] if tree.dep[c] == "conj" and is_past_participle(tree, c)), None)
        if noun is None and last is not None and tree.child(last, "cc") is not None and _is_only_joined(tree, last):
            tree.move(last, verb, "conj")
            tree.move(i, verb, "conj")
        elif noun is not None and verb < noun and _is_done_to(tree, i, noun, subject, parsing):
            tree.move(i, verb, "conj" if tree.dep[subject] == "nsubj:pass" else "advcl")


def _who_undergoes(tree: Tree, verb: int) -> int | None:
    """The subject of a passive, or of whoever has died."""
    if tree.child(verb, "aux:pass") is not None:
        return tree.child(verb, "nsubj:pass")
    died = tree.lemma[verb] in DYING and tree.child(verb, "aux") is not None
    return tree.child(verb, "nsubj") if died else None


def _is_only_joined(tree: Tree, participle: int) -> bool:
    """Whether nothing but a conjunction stands before a participle that belongs to it."""
    return all(c > participle or tree.dep[c] == "cc" for c in tree.children[participle])


def _is_done_to(tree: Tree, participle: int, noun: int, subject: int, parsing: Parsing) -> bool:
    """Whether a participle behind a noun tells of the subject: it agrees with that alone, or is done to people alone."""
    words = language("fr")
    if not tree.dep[noun].startswith("obl") or disagrees(tree, participle, noun):
        return tree.dep[noun].startswith("obl")
    harmed = tree.lemma[participle] in parsing.of_people and is_person(tree, subject, words)
    somewhere = tree.pos[noun] == "NOUN" or tree.case(noun) in THERE
    return harmed and somewhere and not is_person(tree, noun, words)


def raise_behind_participles(tree: Tree) -> None:
    """Make the root of the verb behind a participle that was taken for it: "La grève lancée par X a pris fin".

    So behind a perfect gerund: "Un témoin ayant requis l'anonymat a affirmé …".
    """
    for i, dep in enumerate(tree.dep):
        subject = tree.child(i, "nsubj") if dep == "root" and tree.pos[i] == "VERB" else None
        if subject is None or subject > i or tree.pos[subject] != "NOUN":
            continue
        if not (is_past_participle(tree, i) or tree.text[i].endswith(PARTICIPLES)):
            continue
        having = _has_gerund(tree, i)
        if not having and any(tree.dep[c].startswith(("aux", "cop", "expl", "mark")) and c < i for c in tree.children[i]):
            continue
        by = i if having else tree.child(i, "obl:agent")
        behind = (k for k in tree.children[i] if k > i and tree.dep[k] in ("advcl", "conj", "parataxis", "ccomp", "acl"))
        main = next((k for k in behind if is_told(tree, k) and not has_subject(tree, k)), None)
        if by is None or main is None or any(tree.dep[c] in ("mark", "cc") for c in tree.children[main]):
            continue
        tree.move(main, main, "root")
        give_subject(tree, main, subject)
        tree.move(i, subject, "acl")
        tree.set_features(i, Tense="Past", VerbForm="Part", Mood="", Person="")
        for late in [c for c in tree.children[i] if c > main]:
            tree.move(late, main, tree.dep[late])


def _has_gerund(tree: Tree, i: int) -> bool:
    """Whether the auxiliary of a participle is a gerund, said of the first noun: "Un homme ayant requis l'anonymat"."""
    subject = tree.child(i, "nsubj")
    if subject is None or tree.text[i - 1].lower() != "ayant" or tree.head[i - 1] != i:
        return False
    begin = min([subject, *tree.children[subject]])
    return begin == 0 or tree.text[begin - 1] != ","


def raise_joined(tree: Tree) -> None:
    """Join to the perfect above it a participle joined to an infinitive or a noun: "a promis de partir et convoqué X".

    The noun may be a day: "ont pris le pouvoir mercredi et arrêté le président".
    """
    for i, dep in enumerate(tree.dep):
        low, cc = tree.head[i], tree.child(i, "cc") if dep == "conj" else None
        if cc is None or cc != i - 1 or low > cc or "Tense=Past" not in tree.morph[i] or tree.pos[i] != "VERB":
            continue
        if any(tree.dep[c].startswith("aux") or tree.dep[c] in SUBJECTS for c in tree.children[i]):
            continue
        if _is_also_undergone(tree, i, low):
            tree.move(i, tree.head[low], "conj")
            continue
        noun = tree.pos[low] in NOMINAL and tree.dep[low] in ("obj", "obl:arg")
        infinitive = stands_in_infinitive(tree, low)
        day = tree.pos[low] == "NOUN" and tree.dep[low] in ("nmod", "obl") and tree.children[low] == [i]
        verb = tree.above_nouns(low) if day else tree.head[low] if noun or infinitive else low
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


def _is_also_undergone(tree: Tree, participle: int, low: int) -> bool:
    """Whether a participle goes on a passive, and not the noun of it: "a été condamné pour vol et placé en détention"."""
    verb = tree.head[low]
    subject = tree.child(verb, "nsubj:pass")
    if tree.pos[low] != "NOUN" or not tree.dep[low].startswith("obl") or subject is None or verb > low:
        return False
    return not disagrees(tree, participle, subject) and tree.child(verb, "aux:pass") is not None


def _is_active_perfect(tree: Tree, verb: int) -> bool:
    """Whether a participle has the auxiliary "avoir" and no passive."""
    auxiliary = tree.child(verb, "aux")
    return auxiliary is not None and tree.lemma[auxiliary] == "avoir" and tree.child(verb, "aux:pass") is None


def _object_behind(tree: Tree, participle: int, heads: tuple[int, ...]) -> int | None:
    """The noun right behind a participle, with its article, that hangs on one of `heads`."""
    article = participle + 1
    behind = tree.head[article] if article < len(tree) and tree.pos[article] == "DET" else article
    return behind if behind > article and tree.head[behind] in heads else None


def mend_series(tree: Tree) -> None:
    """Make a coordinate of a participle with an object behind a comma: "a fermé les écoles, interdit les marches et …".

    So the second of a row that shares the object before the first: "l'a reconnu coupable, condamné à un an et acquitté".
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i] if dep == "acl" else None
        verb = tree.head[i] if noun is None else tree.head[noun]
        if dep not in ("advcl", "acl") or tree.pos[i] != "VERB" or "Tense=Past" not in tree.morph[i] or verb > i:
            continue
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        active = any(tree.dep[c] == "obj" and c > i and not tree.case(c) for c in own) and min([i, *own]) == i
        auxiliary = tree.child(verb, "aux")
        last = tree.child(i, "conj") if noun is None and tree.child(verb, "obj") == _clitic_before(tree, auxiliary) else None
        active = active or (last is not None and is_past_participle(tree, last) and _is_only_joined(tree, last))
        if active and tree.text[i - 1] == "," and auxiliary is not None and tree.lemma[auxiliary] == "avoir":
            tree.move(i, verb, "conj")


def _clitic_before(tree: Tree, auxiliary: int | None) -> int:
    """The pronoun right before an auxiliary: "l'a condamné"; -1 for none."""
    return auxiliary - 1 if auxiliary and tree.pos[auxiliary - 1] == "PRON" and tree.dep[auxiliary - 1] == "obj" else -1


def mend_nominal_participles(tree: Tree) -> None:
    """Hang under its noun a participle taken for a noun of that phrase: "Mort de X : trois policiers relaxés"."""
    for i, dep in enumerate(tree.dep):
        noun = i - 1
        if dep != "nmod" or tree.pos[i] != "VERB" or not is_past_participle(tree, i) or tree.pos[noun] != "NOUN":
            continue
        if tree.case(i) or tree.child(i, "det") is not None or tree.case(noun):
            continue
        if tree.head[noun] == i and tree.dep[noun] == "nmod":
            tree.stand_for(noun, i)
            tree.move(i, noun, "acl")
        elif tree.head[i] == noun:
            tree.dep[i] = "acl"


def free_from_participles(tree: Tree) -> None:
    """Give the verb the noun as subject, not the state it is reported in: "Un marin porté disparu a été retrouvé"."""
    for i, dep in enumerate(tree.dep):
        told, verb = i - 1, tree.head[i]
        if dep not in SUBJECTS or i < 2 or tree.pos[i] != "VERB" or tree.dep[told] != "acl" or verb < i:
            continue
        noun = tree.head[told]
        own = [c for c in tree.children[i] if c != noun]
        if is_past_participle(tree, i) and tree.head[noun] in (verb, i) and not own and noun < told:
            tree.move(noun, verb, dep)
            tree.move(i, told, "xcomp")


def mend_reduced(tree: Tree) -> None:
    """Hang a bare participle right behind a noun under that noun: "le corps d'Ana Vidal assassinée en mai"."""
    for i, dep in enumerate(tree.dep):
        named = tree.pos[i - 1] in ("NOUN", "PROPN") or (tree.pos[i - 1] == "ADJ" and tree.child(i - 1, "det") is not None)
        follows = not tree.first[i] and named  # "un djihadiste présumé"
        if dep not in ("advcl", "xcomp") or tree.pos[i] != "VERB" or not follows:
            continue
        if "Tense=Past" in tree.morph[i] and tree.head[i] < i and is_bare(tree, i):
            tree.move(i, tree.head[i - 1] if tree.dep[i - 1] == "flat:name" else i - 1, "acl")


def mend_apposed(tree: Tree, parsing: Parsing) -> None:
    """Make a clause of a participle joined to the noun before its comma, with its day: "le cargo, parti d'Oslo lundi, …"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "conj" or tree.text[i - 1] != "," or tree.pos[noun] not in NOMINAL or noun > i:
            continue
        bare = all(tree.dep[c] == "punct" if c < i else not tree.dep[c].startswith("nsubj") for c in tree.children[i])
        if not bare or not is_past_participle(tree, i):
            continue
        tree.move(i, noun, "acl")
        comma = next((k for k in range(i + 1, tree.end_of(i)) if tree.text[k] == ","), i)
        for day in [c for c in tree.children[noun] if i < c < comma and is_time(tree, c, parsing)]:
            tree.move(day, i, "obl")


def lower_to_nearest(tree: Tree) -> None:
    """Hang on the noun right before its comma a participle that agrees with that one and not with the subject.

    "Les insurgés ont été repoussés par l'armée, appuyée par X": the army is.
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("advcl", "dep") or verb > i or tree.text[i - 1] != ",":
            continue
        if not is_past_participle(tree, i) or not is_bare(tree, i):
            continue
        noun = _nearest_agreeing(tree, i, verb)
        subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and c < verb), None)
        if subject is None or tree.pos[noun] not in NOMINAL or not verb < noun:
            continue
        if _shows_other(tree, i, subject) and not _shows_other(tree, i, noun):
            tree.move(i, noun, "acl")


def lower_to_named(tree: Tree) -> None:
    """Hang on a noun with its name the participle behind that was hung on a deed: "un raid contre le groupe X lié à Y"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i - 1] if tree.dep[i - 1] == "flat:name" else i - 1
        if dep != "acl" or tree.pos[name] != "PROPN" or tree.dep[name] not in ("appos", "nmod") or tree.case(name):
            continue
        noun, deed = tree.head[name], tree.head[i]
        inside = (
            deed < noun < name and tree.pos[deed] == "NOUN" and tree.is_above(deed, noun) and not names_actor(tree, deed)
        )
        if inside and is_past_participle(tree, i) and not disagrees(tree, i, noun):
            tree.move(i, noun, "acl")


def lower_to_agreeing(tree: Tree) -> None:
    """Hang a participle behind a comma on the noun below its own that it agrees with: "l'assaut du pont, pris par X"."""
    for i, dep in enumerate(tree.dep):
        far = tree.head[i]
        if dep != "acl" or far >= i or tree.text[i - 1] != "," or not is_past_participle(tree, i):
            continue
        noun = _nearest_agreeing(tree, i, far)
        below = noun != far and tree.pos[noun] in NOMINAL and tree.case(noun) == "de" and tree.is_above(far, noun)
        several = tree.text[i].endswith("s") and "Number=Plur" not in tree.morph[noun]
        if below and not several and _shows_other(tree, i, far) and not _shows_other(tree, i, noun):
            tree.move(i, noun, "acl")


def _nearest_agreeing(tree: Tree, i: int, above: int) -> int:
    """The word before the comma of participle `i`, or the first noun over it, below `above`, that this may be said of."""
    noun = i - 2
    if tree.dep[noun] == "amod" and above < tree.head[noun] < noun:  # "l'armée malienne, appuyée par X"
        noun = tree.head[noun]
    while tree.pos[tree.head[noun]] in NOMINAL and above < tree.head[noun] < i and _shows_other(tree, i, noun):
        noun = tree.head[noun]
    return noun


def raise_to_people(tree: Tree, words: Language) -> None:
    """Hang on people what only people do, hung on the body whose they are: "des agents du ministère travaillant à Oran"."""
    for i, dep in enumerate(tree.dep):
        body = tree.head[i]
        personal = dep == "acl" and tree.lemma[i] in words.grammar.personal and "Tense=Pres" in tree.morph[i]
        if not personal or not body < i or is_person(tree, body, words):
            continue
        noun = body
        while tree.dep[noun] == "nmod" and tree.head[noun] < noun and not is_person(tree, noun, words):
            noun = tree.head[noun]
        if noun != body and is_person(tree, noun, words):
            tree.move(i, noun, "acl")


def free_from_conjunctions(tree: Tree) -> None:
    """Join to the passive before it a participle hung on its conjunction: "a été arrêté en mai, puis extradé vers X"."""
    for i, dep in enumerate(tree.dep):
        cc = tree.head[i]
        if dep not in ("acl", "amod") or cc != i - 1 or tree.pos[cc] != "CCONJ" or not is_past_participle(tree, i):
            continue
        noun = tree.head[cc]
        verb = tree.head[noun]
        if tree.pos[verb] != "VERB" or not verb < cc < noun or tree.child(verb, "aux") is None:
            continue
        tree.move(i, verb, "conj")
        tree.move(cc, i, "cc")
        tree.move(noun, i, "obl" if tree.case(noun) else "obj")
        for late in [c for c in tree.children[noun] if c > noun and tree.dep[c] == "dep"]:
            tree.move(late, i, "obl")


def _shows_other(tree: Tree, participle: int, noun: int) -> bool:
    """Whether the ending of a participle shows another gender or number than a noun: "appuyée" beside "insurgés"."""
    text = tree.text[participle]
    gender = "Fem" if text.endswith(("e", "es")) else "Masc"
    number = "Plur" if text.endswith("s") and not tree.lemma[participle].endswith("re") else "Sing"
    if tree.child(noun, "conj") is not None:
        return number == "Sing"
    shown, morph = (("Gender", gender), ("Number", number)), tree.morph[noun]
    return any(f"{name}=" in morph and f"{name}={value}" not in morph for name, value in shown)


def mend_missing(tree: Tree) -> None:
    """Join "disparu" to "porté" and free the main verb behind: "Un pêcheur porté disparu lundi a été retrouvé"."""
    for i, lemma in enumerate(tree.lemma):
        reported = i - 1
        if lemma != "disparaître" or i == 0 or tree.lemma[reported] != "porter" or tree.dep[i] != "root":
            continue
        told = (c for c in tree.children[i] if c > i and tree.dep[c] in ("advcl", "conj", "ccomp", "parataxis", "dep"))
        main = next((c for c in told if is_told(tree, c) and not has_subject(tree, c)), None)
        noun = tree.head[reported] if tree.dep[reported] == "acl" else None
        if main is None or noun is None or tree.head[noun] != i:
            continue
        tree.move(main, main, "root")
        give_subject(tree, main, noun)
        tree.move(i, reported, "xcomp")
        for child in [c for c in tree.children[i] if tree.dep[c].startswith("obl")]:
            tree.move(child, reported, "obl")
