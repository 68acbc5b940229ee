"""What is said in a French tree, and by whom: clauses with "que", subjects behind verbs of saying."""

from __future__ import annotations

from kg.annotate.french.signs import (
    INFINITIVES,
    QUE,
    SUBJECTS,
    VERBAL,
    has_subject,
    is_gerund,
    is_infinitive,
    is_told,
    phrase_start,
)
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_past_participle, noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

MISHUNG = ("advcl", "ccomp", "xcomp", "conj", "parataxis", "acl", "acl:relcl")
RELATIVE = ("acl", "acl:relcl")
DATIVES = ("obl", "obl:arg", "obl:mod", "iobj", "nmod")
IMPERATIVES = ("ons", "ez")
BEING = ("Soyons", "Soyez")
OBLIQUE = ("obl", "obl:arg", "obl:mod")
QUALIFYING = {"avoir": ("de",), "montrer": ("de", "à")}  # behind whose objects an infinitive qualifies these
MANNERS = ("principe", "vain", "public", "privé", "secret", "personne")  # "ont convenu en principe de", "en personne"
DENYING = ("non",)  # "non coupable"
ARTICLES = ("le", "la", "l'", "les")
DEGREES = ("aussi", "plus", "moins")  # adverbs that compare another


def join_contents(tree: Tree, parsing: Parsing) -> None:
    """Hang under a verb the clause whose "que" stands right behind it: "pour éviter qu'il ne soit capturé"."""
    for mark, text in enumerate(tree.text):
        clause = tree.head[mark]
        if text not in QUE or tree.dep[mark] != "mark" or tree.pos[mark] != "SCONJ" or mark == 0 or clause < mark:
            continue
        verb = mark - 1
        if tree.text[verb] == ",":
            verb = _behind_aside(tree, tree.head[clause], verb)
        elif tree.dep[clause] in RELATIVE and _is_whole(tree, clause, mark):
            verb = _telling(tree, tree.head[clause], parsing)
        if tree.pos[verb] not in VERBAL or tree.dep[clause] not in MISHUNG or tree.first[mark]:
            continue
        if not any(tree.head[c] == verb and tree.dep[c] in ("ccomp", "obj") for c in tree.children[verb]):
            tree.move(clause, verb, "ccomp")


def mark_heard(tree: Tree, parsing: Parsing) -> None:
    """Make a mark of the "pronoun" behind whom something is told, where its clause lacks nothing: "a dit à X qu'il fuit"."""
    for mark, text in enumerate(tree.text):
        clause = tree.head[mark]
        if text not in QUE or tree.dep[mark] != "obj" or tree.dep[clause] != "acl:relcl" or clause < mark:
            continue
        heard = tree.head[clause]
        if _telling(tree, heard, parsing) != heard and _is_whole(tree, clause, mark):
            tree.dep[mark], tree.pos[mark] = "mark", "SCONJ"


def mark_second_contents(tree: Tree) -> None:
    """Make a mark of the "pronoun" that opens the second of two contents: "a dit que X partait et qu'elle livrait Y"."""
    for i, text in enumerate(tree.text):
        if text not in QUE or tree.pos[i] != "PRON" or tree.dep[i] != "obj" or tree.pos[i - 1] != "CCONJ":
            continue
        verb = tree.head[i]
        first = tree.head[verb]
        marked = tree.child(first, "mark") if tree.dep[verb] == "conj" and tree.dep[first] == "ccomp" else None
        if marked is not None and tree.text[marked] in QUE and has_subject(tree, verb):
            tree.dep[i], tree.pos[i] = "mark", "SCONJ"


def free_clauses_from_days(tree: Tree, parsing: Parsing) -> None:
    """Give a verb of saying the clause that was hung on its day: "a annoncé, dimanche 24 mai, que X signerait un accord"."""
    verbs = language("fr").frames.verbs
    for i, dep in enumerate(tree.dep):
        day = tree.head[i]
        if dep != "acl:relcl" or tree.lemma[day] not in parsing.temporal or tree.child(i, "obj") is None:
            continue
        that = next((c for c in tree.children[i] if tree.text[c] in QUE and day < c), None)
        saying = day
        while tree.head[saying] != saying and tree.pos[saying] != "VERB":
            saying = tree.head[saying]
        says = any(frame.complement for _, frame in verbs.get(tree.lemma[saying], ()))
        if that is None or tree.pos[saying] != "VERB" or not says or saying > day or tree.child(saying, "obj") is not None:
            continue
        if any(tree.dep[c] in SUBJECTS for c in tree.children[i]):
            tree.move(i, saying, "ccomp")
            tree.dep[that], tree.pos[that] = "mark", "SCONJ"


def join_pronoun_clauses(tree: Tree) -> None:
    """Hang under its verb the clause of "à ce que", whose three words mark it: "s'est engagé à ce que X soit libéré"."""
    for i, lemma in enumerate(tree.lemma[:-1]):
        if lemma != "ce" or tree.dep[i] not in ("obl", "obl:arg") or tree.text[i + 1].lower() not in QUE:
            continue
        case, verb = tree.child(i, "case"), tree.head[i]
        clause = next((c for c in tree.children[i] if tree.dep[c] == "acl" and tree.child(c, "mark") == i + 1), None)
        if clause is None or case != i - 1 or tree.lemma[case] != "à" or tree.pos[verb] != "VERB" or verb > i:
            continue
        tree.move(clause, verb, "ccomp")
        tree.move(case, clause, "mark")
        for word in (i, i + 1):
            tree.move(word, case, "fixed")


def raise_contents(tree: Tree, parsing: Parsing) -> None:
    """Give a noun its content, hung on whose it is: "la demande des rebelles que l'armée se retire"."""
    for mark, text in enumerate(tree.text):
        clause = tree.head[mark]
        if text not in QUE or tree.dep[mark] != "mark" or tree.dep[clause] != "acl:relcl" or clause < mark:
            continue
        owner = tree.head[clause]
        noun = tree.head[owner]
        if tree.dep[owner] == "nmod" and tree.case(owner) == "de" and tree.lemma[noun] in parsing.contents:
            tree.move(clause, noun, "acl")


def _is_whole(tree: Tree, clause: int, mark: int) -> bool:
    """Whether a clause lacks no participant that its "que" could stand for: it is passive, or has an object."""
    objects = [c for c in tree.children[clause] if tree.dep[c] == "obj" and c != mark]
    return has_subject(tree, clause) and (tree.child(clause, "aux:pass") is not None or bool(objects))


def _telling(tree: Tree, noun: int, parsing: Parsing) -> int:
    """The verb that tells a noun something: "a dit à ses employés que"; the noun itself if none does."""
    verb = tree.head[noun]
    telling = language("fr").grammar.dative_control | parsing.telling
    told = tree.dep[noun] in DATIVES and tree.case(noun) == "à" and tree.lemma[verb] in telling
    return verb if told and verb < noun else noun


def _behind_aside(tree: Tree, above: int, comma: int) -> int:
    """The verb that an aside interrupts: "L'agence affirme, citant une source, que …"; the comma itself if none."""
    for gerund in (above, *tree.children[above]):
        verb = tree.head[gerund]
        first = phrase_start(tree, gerund)
        aside = is_gerund(tree, gerund) and tree.dep[gerund] == "advcl" and tree.text[first - 1] == ","
        if aside and verb < first < comma and gerund < comma:
            return verb
    return comma


def see_speakers(tree: Tree, lemmas: Lemmas) -> None:
    """Make a noun of the "verb" behind a verb of saying and an article: "…, estime l'opposant"."""
    nouns = language("fr").nouns
    for i in range(2, len(tree) - 1):
        if tree.pos[i] != "VERB" or tree.text[i - 1].lower() not in ARTICLES or tree.pos[i - 2] != "VERB":
            continue
        lemma = lemmas.lemma(tree.text[i], "NOUN")
        noun = nouns.get(lemma)
        article = i - 1
        bare = not any(tree.dep[c].startswith(("aux", "nsubj")) for c in tree.children[i]) and not has_subject(tree, i - 2)
        if noun is None or noun.kind != "Person" or not bare or tree.head[i] != i - 2:
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "NOUN", lemma, ""
        tree.move(article, i, "det")
        tree.pos[article], tree.lemma[article] = "DET", "le"
        tree.set_features(article, Definite="Def", PronType="Art")
        tree.dep[i] = "obj"


def mend_as_said(tree: Tree) -> None:
    """Make the subject of the noun behind a verb that "comme" and "le" stand before: "comme l'a révélé Le Parisien",
    "ainsi que l'a annoncé la police"."""
    for i, lemma in enumerate(tree.lemma):
        verb = tree.head[i]
        joins = lemma == "ainsi" and tree.dep[i] == "cc" and tree.dep[verb] == "conj" and i + 2 < len(tree)
        if joins and tree.pos[i + 2] == "PRON":
            tree.dep[i], tree.dep[verb] = "mark", "advcl"
        if lemma not in ("comme", "ainsi") or tree.dep[i] != "mark" or tree.pos[verb] != "VERB" or has_subject(tree, verb):
            continue
        objects = [c for c in tree.children[verb] if tree.dep[c] == "obj"]
        clitic = any(tree.pos[c] == "PRON" and i < c < verb for c in objects)
        noun = next((c for c in objects if c > verb and tree.pos[c] in NOMINAL), None)
        if clitic and noun is not None:
            tree.dep[noun] = "nsubj"


def join_adjectives(tree: Tree) -> None:
    """Hang under an adjective the infinitive that was hung on its verb: "s'est dite prête, en cas d'échec, à envoyer"."""
    modals = language("fr").frames.modals
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep in ("xcomp", "ccomp", "advcl") and is_infinitive(tree, i) else None
        if mark is None or tree.lemma[mark] not in ("à", "de"):
            continue
        for adjective in list(tree.children[tree.head[i]]):
            ready = tree.dep[adjective] == "xcomp" and tree.pos[adjective] == "ADJ" and adjective < mark
            modal = modals.get((tree.lemma[adjective], "adj")) if ready else None
            if modal is not None and "xcomp" in modal.governs:
                tree.move(i, adjective, "xcomp")
                break


def join_states(tree: Tree) -> None:
    """Make a clause of a state with "être" that was taken for a phrase: "ont confirmé être en discussions"."""
    for i, dep in enumerate(tree.dep):
        copula = tree.child(i, "cop") if dep in ("obl", "obl:arg") else None
        if (
            copula is not None
            and is_infinitive(tree, copula)
            and tree.child(i, "mark") is None
            and tree.head[i] == copula - 1
        ):
            tree.dep[i] = "xcomp"


def join_reported(tree: Tree, parsing: Parsing) -> None:
    """Make what somebody is said to have undergone of a participle right behind: "a été rapporté tué"."""
    for i, dep in enumerate(tree.dep):
        said = i - 1
        if dep not in ("advcl", "acl") or tree.head[i] != said or tree.lemma[said] not in parsing.speech:
            continue
        if is_past_participle(tree, i) and tree.child(said, "aux:pass") is not None and tree.child(i, "mark") is None:
            tree.dep[i] = "xcomp"


def free_infinitives(tree: Tree, parsing: Parsing) -> None:
    """Hang under its verb an infinitive hung on a time: "soupçonnait depuis mars de", "a nié à trois reprises d'avoir".

    And on a manner: "ont convenu en principe de libérer X".
    """
    counted = parsing.temporal | parsing.measures
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        verb = tree.head[time]
        if dep not in ("acl", "nmod") or tree.pos[verb] != "VERB" or tree.dep[time] not in OBLIQUE:
            continue
        if not any(is_infinitive(tree, k) for k in (i, *tree.children[i]) if k == i or tree.dep[k].startswith("aux")):
            continue
        manner = tree.lemma[time] in MANNERS and tree.child(time, "det") is None and tree.case(time) in ("en", "sur")
        if (manner or tree.lemma[time] in counted) and tree.child(i, "mark") is not None and verb < time < i:
            tree.move(i, verb, "xcomp")


def lower_infinitives(tree: Tree) -> None:
    """Hang under the object of "avoir" the infinitive with "de" right behind it: "a eu le temps d'appeler la police"; of
    "montrer" too: "ne montre aucun empressement à agir"."""
    for i, dep in enumerate(tree.dep):
        marks = QUALIFYING.get(tree.lemma[tree.head[i]], ()) if dep == "xcomp" else ()
        mark = tree.child(i, "mark") if marks else None
        had = tree.child(tree.head[i], "obj") if mark is not None and tree.lemma[mark] in marks else None
        if had is not None and mark is not None and tree.pos[had] == "NOUN" and had == mark - 1:
            tree.move(i, had, "acl")


def lower_to_intents(tree: Tree) -> None:
    """Hang under a noun of intent the infinitive behind whose intent it is: "a salué la décision de l'Iran de libérer X".

    So one with "à" behind a phrase of the verb: "ont signé en échange d'un engagement de l'Iran à libérer X".
    """
    grammar = language("fr").grammar
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep not in ("xcomp", "acl") or above > i or not is_infinitive(tree, i):
            continue
        mark = tree.child(i, "mark")
        if (
            mark is not None
            and tree.lemma[mark] == "à"
            and dep == "xcomp"
            and tree.lemma[above] not in grammar.object_control
        ):
            noun = _intent_before(tree, mark, above)
            if noun is not None:
                tree.move(i, noun, "acl")
            continue
        if mark is None or tree.lemma[mark] != "de":
            continue
        if dep == "acl":
            owned = tree.dep[above] == "nmod" and tree.case(above) == "de" and not is_intent(tree, above)
            noun = tree.head[above] if owned else None
        else:
            asks = tree.lemma[above] in grammar.dative_control
            noun = None if asks else tree.child(above, "obj")
        if noun is not None and noun < mark and is_intent(tree, noun) and noun_end(tree, noun, mark) == mark:
            tree.move(i, noun, "acl")


def _intent_before(tree: Tree, mark: int, verb: int) -> int | None:
    """The noun of intent behind a verb whose phrase ends right before the mark of an infinitive, in a phrase of its own."""
    noun = mark - 1
    while verb < noun and not (is_intent(tree, noun) and tree.case(noun)) and verb < tree.head[noun] < noun:
        noun = tree.head[noun]
    return noun if noun > verb and is_intent(tree, noun) and tree.case(noun) else None


def is_intent(tree: Tree, noun: int) -> bool:
    """Whether a noun tells what somebody is to do, which an infinitive behind it says: "décision", "demande"."""
    frames = language("fr").frames
    modal = frames.modals.get((tree.lemma[noun], "noun"))
    asks = any(not trigger.words and frame.complement for trigger, frame in frames.nouns.get(tree.lemma[noun], ()))
    return tree.pos[noun] == "NOUN" and (asks or (modal is not None and "acl" in modal.governs))


def see_imperatives(tree: Tree, lemmas: Lemmas) -> None:
    """Make an imperative of the "name" that opens a sentence with its ending: "Imaginons que …", "Arrêtez de …", and of
    what names nobody: "« Soyons clairs, …"."""
    for i, pos in enumerate(tree.pos):
        if tree.text[i] in BEING:
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", "être", ""
            continue
        if pos not in ("PROPN", "NOUN") or not tree.first[i] or not tree.text[i].endswith(IMPERATIVES):
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        if tree.head[i] == i and tree.lemma[i + 1] in ("que", "de", "le") and lemma.endswith(INFINITIVES):
            tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
            tree.set_features(i, Mood="Imp", VerbForm="Fin")


def see_tellers(tree: Tree) -> None:
    """Make the main verb of one with a clause that was taken for an adjective: "L'avocat conteste que X ait menacé Y"."""
    for i, dep in enumerate(tree.dep):
        noun, clause = tree.head[i], tree.child(i, "ccomp") if dep == "amod" else None
        if (
            clause is None
            or tree.pos[i] != "VERB"
            or tree.head[noun] != noun
            or noun > i
            or tree.child(clause, "mark") is None
        ):
            continue
        tree.take_place(i, noun, "root")
        for child in [c for c in tree.children[i] if c < noun]:
            tree.move(child, noun, tree.dep[child])
        tree.move(noun, i, "nsubj")


def see_states(tree: Tree, lemmas: Lemmas) -> None:
    """Make a noun of the "participle" behind "être": "un accord est en vue", "la ville a été victime d'un raid"."""
    parts = language("fr").frames.parts
    for i, pos in enumerate(tree.pos):
        copula = tree.child(i, "aux:pass") if pos == "VERB" else None
        if copula is None:
            continue
        case = tree.child(i, "case")
        behind = case is not None and copula < case < i and case == i - 1
        if not behind and (lemmas.lemma(tree.text[i], "NOUN") not in parts or lemmas.is_participle(tree.text[i])):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "NOUN", lemmas.lemma(tree.text[i], "NOUN"), ""
        tree.dep[copula] = "cop"
        for child in tree.children[i]:
            if tree.dep[child] == "nsubj:pass":
                tree.dep[child] = "nsubj"


def see_ifs(tree: Tree) -> None:
    """Make a mark of the "pronoun" before "il", of the "adverb" that took a name: "dira s'il part", "si Oslo part"."""
    for i in range(len(tree) - 1):
        if tree.lemma[i] == "se" and tree.text[i].lower() == "s'" and tree.text[i + 1].lower() in ("il", "ils"):
            tree.pos[i], tree.lemma[i], tree.morph[i], tree.dep[i] = "SCONJ", "si", "", "mark"
        if tree.lemma[i] == "si" and tree.dep[i] == "advmod" and tree.dep[i + 1] == "fixed" and tree.pos[i + 1] == "PROPN":
            tree.pos[i], tree.dep[i] = "SCONJ", "mark"
            give_subject(tree, tree.head[i], i + 1)


def see_pleas(tree: Tree, parsing: Parsing) -> None:
    """Read what a plea of not guilty means: who "a plaidé non coupable de meurtre" denies it."""
    for verb, lemma in enumerate(tree.lemma):
        plea = parsing.pleas.get(lemma) if tree.pos[verb] == "VERB" else None
        guilty = None if plea is None else tree.child(verb, "xcomp")
        if plea is None or guilty is None or not any(tree.lemma[c] in DENYING for c in tree.children[guilty]):
            continue
        tree.lemma[verb], tree.dep[guilty] = plea, "fixed"
        for charge in [c for c in tree.children[guilty] if tree.case(c) == "de"]:
            tree.move(charge, verb, "obj")


def mend_presumed(tree: Tree, lemmas: Lemmas) -> None:
    """Hang on the noun what was hung on "présumé" behind it: "l'auteur présumé de l'attaque"."""
    modals = language("fr").frames.modals
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "amod") or tree.head[i] != i - 1 or "Tense=Past" not in tree.morph[i]:
            continue
        modal = modals.get((lemmas.lemma(tree.text[i], "ADJ"), "adj"))
        if modal is None or "amod" not in modal.governs:
            continue
        behind = [c for c in tree.children[i] if c > i and tree.dep[c] in (*OBLIQUE, "nmod")]
        for child in (c for c in behind if tree.case(c) == "de"):
            tree.move(child, tree.head[i], "nmod")


def join_added(tree: Tree, parsing: Parsing) -> None:
    """Hang what somebody says further on the insertion that tells who: "« C'est elle », affirme-t-il, ajoutant que …"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "advcl") or tree.lemma[i] not in parsing.speech or not is_gerund(tree, i):
            continue
        if tree.text[i - 1] != "," or tree.child(i, "mark") is not None:
            continue
        said = next((c for c in tree.children[tree.head[i]] if c < i and tree.dep[c] == "parataxis"), None)
        if said is not None and tree.lemma[said] in parsing.speech and tree.head[i] < said:
            tree.move(i, said, "advcl")


def raise_by_number(tree: Tree) -> None:
    """Join to a verb the one behind its clause that agrees with it alone: "estime que les rebelles fuient et annonce"."""
    for i, dep in enumerate(tree.dep):
        clause = tree.head[i]
        above = tree.head[clause]
        if dep != "conj" or tree.dep[clause] != "ccomp" or not above < clause < i or not is_told(tree, i):
            continue
        if has_subject(tree, i) or not has_subject(tree, clause) or tree.child(i, "mark") is not None:
            continue
        agrees = _is_plural(tree, i) == _is_plural(tree, above) != _is_plural(tree, clause)
        if agrees and is_told(tree, clause) and is_told(tree, above):
            tree.move(i, above, "conj")


def _is_plural(tree: Tree, verb: int) -> bool:
    """Whether a verb or its auxiliary, and no verb of a clause below it, stands in the plural."""
    words = (verb, *(c for c in tree.children[verb] if tree.dep[c].startswith("aux")))
    return any("Number=Plur" in tree.morph[k] for k in words if "VerbForm=Fin" in tree.morph[k])


def lower_comparisons(tree: Tree) -> None:
    """Make no content of a verb of what only compares an adverb before it: "soutiendra X aussi longtemps que nécessaire"."""
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep == "ccomp" else None
        if mark is None or tree.lemma[mark] != "que" or tree.pos[mark - 1] not in ("ADV", "ADJ"):
            continue
        compared = any(tree.lemma[k] in DEGREES for k in tree.children[mark - 1])
        if compared and tree.is_above(tree.head[i], mark - 1):
            tree.move(i, mark - 1, "advcl")
