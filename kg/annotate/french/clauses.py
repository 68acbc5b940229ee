"""What clause hangs from what in a French tree: complements, conditions, infinitives, what was said."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.french.contents import is_intent
from kg.annotate.french.signs import (
    CLAUSES,
    DATIVES,
    QUE,
    SUBJECTS,
    has_subject,
    is_clause,
    is_gerund,
    is_infinitive,
    is_told,
    main_before,
    noun_start,
    phrase_start,
    put_below,
    takes_object,
)
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

WHERE = frozenset({"à", "en", "dans", "sur", "lors", "chez", "depuis", "devant"})
ADVERBIAL = ("avant", "après", "afin")  # marks of infinitives that qualify no noun
CONJUNCTIONS = frozenset({"si", "lorsque", "quand", "puisque"})
OPENERS = frozenset({"alors", "bien", "tandis", "même", "après"})  # with "que" or "si" they open a clause beside another
UNTIL = ("jusqu'", "jusqu’", "ici")
OBLIQUE = ("obl", "obl:arg", "nmod")
SHOWING = frozenset({"montrer"})  # "ne montre aucun empressement à agir": whom it shows acting stands before a bare verb


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
    """Hang a mark on the verb of its clause, not on its auxiliary or subject: "accusé d'avoir ouvert le feu"."""
    for i in range(len(tree)):
        verb = tree.head[i]
        if tree.dep[i] in ("mark", "case") and tree.dep[verb] == "aux" and is_infinitive(tree, verb) and i < verb:
            tree.move(i, tree.head[verb], "mark")
        elif tree.dep[i] == "mark" and tree.lemma[i] == "que" and tree.dep[verb] in SUBJECTS and i < verb < tree.head[verb]:
            tree.move(i, tree.head[verb], "mark")  # "que « plus de 50 » otages soient libérés"


def join_told(tree: Tree) -> None:
    """Give a clause its "que" and its subject that were hung on the verb above: "établit que Ana Vidal, 31 ans, a fui"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        above = tree.head[noun]
        if dep != "mark" or tree.lemma[i] != "que" or tree.pos[noun] not in ("NOUN", "PROPN") or not above < i < noun:
            continue
        if tree.child(noun, "cop") is not None or tree.case(noun):
            continue
        verb = next((k for k in tree.children[above] if k > noun and tree.dep[k] in CLAUSES and is_told(tree, k)), None)
        if verb is not None and not has_subject(tree, verb) and tree.child(verb, "mark") is None:
            give_subject(tree, verb, noun)
            tree.move(i, verb, "mark")
            tree.dep[verb] = "ccomp"


def see_conditions(tree: Tree) -> None:
    """Make a clause of what "si", "lorsque" opens where it was taken for a preposition: "si les pays cessent d'acheter".

    So where its verb was given the object of the clause before: "pourrait lancer une opération si X ne cesse pas".
    """
    for i, lemma in enumerate(tree.lemma):
        noun = tree.head[i]
        verb = tree.head[noun]
        if lemma not in CONJUNCTIONS or tree.pos[i] not in ("SCONJ", "ADP") or noun < i:
            continue
        if tree.dep[i] not in ("case", "mark"):
            continue
        if tree.pos[noun] not in ("NOUN", "PROPN") or tree.child(noun, "cop") is not None:
            continue
        if verb < noun and (below := _clause_below(tree, noun)) is not None:
            tree.move(below, verb, "advcl")
            verb = below
        elif verb < noun:
            verb = next((k for k in range(noun + 1, len(tree)) if tree.first[k] or is_verb_behind(tree, k, noun)), noun)
        if verb <= noun or tree.first[verb]:
            continue
        give_back_object(tree, verb, i)
        if tree.pos[verb] == "VERB" and is_told(tree, verb) and not has_subject(tree, verb):
            tree.move(i, verb, "mark")
            give_subject(tree, verb, noun)
            if tree.dep[verb] in ("conj", "dep", "parataxis"):
                tree.dep[verb] = "advcl"


def _clause_below(tree: Tree, noun: int) -> int | None:
    """The verb that was taken for a relative clause of its own subject: "lorsque des tireurs leur ont tendu un piège"."""
    below = (c for c in tree.children[noun] if tree.dep[c] == "acl:relcl" and c > noun and tree.pos[c] == "VERB")
    told = (c for c in below if is_told(tree, c) and not has_subject(tree, c))
    return next((c for c in told if not any("PronType=Rel" in tree.morph[k] for k in tree.children[c])), None)


def give_back_object(tree: Tree, verb: int, mark: int) -> None:
    """Give the verb before it the noun that a verb behind a conjunction at `mark` was given as its subject."""
    noun = next((c for c in tree.children[verb] if c < mark and tree.dep[c] == "nsubj" and not tree.case(c)), None)
    before = noun_start(tree, noun) - 1 if noun is not None else 0
    if noun is not None and tree.pos[before] == "VERB" and not tree.first[before + 1] and takes_object(tree, before):
        tree.move(noun, before, "obj")


def is_verb_behind(tree: Tree, k: int, noun: int) -> bool:
    """Whether word `k` is the first verb behind the phrase of a noun, not inside it."""
    return tree.pos[k] == "VERB" and not tree.is_above(noun, k)


def free_main_clauses(tree: Tree) -> None:
    """Make the main clause of one with a subject hung on a noun of the condition before it: "Si X attaque Y, Z enverra"."""
    for i, dep in enumerate(tree.dep):
        subject = tree.child(i, "nsubj") or tree.child(i, "nsubj:pass") if dep == "acl" and tree.pos[i] == "VERB" else None
        if subject is None or "PronType=Rel" in tree.morph[subject] or not is_told(tree, i) or subject > i:
            continue
        above = tree.above_nouns(tree.head[i])
        mark = tree.child(above, "mark")
        begin = min([subject, *tree.children[subject]])
        if tree.head[above] != above or mark is None or tree.lemma[mark] not in CONJUNCTIONS or tree.text[begin - 1] != ",":
            continue
        tree.move(i, i, "root")
        tree.move(above, i, "advcl")


def raise_main_clauses(tree: Tree) -> None:
    """Put the main clause above the one before it that has a conjunction: "mais si X réussit, Y pourra négocier"."""
    for mark, lemma in enumerate(tree.lemma):
        if lemma not in CONJUNCTIONS and not (lemma in OPENERS and {*tree.lemma[mark + 1 : mark + 2]} & {"que", "si"}):
            continue
        clause = tree.head[mark]
        opens = tree.first[mark] or tree.dep[mark - 1] == "cc"
        if not opens or tree.dep[mark] != "mark" or tree.dep[clause] not in ("root", "conj") or not is_told(tree, clause):
            continue
        main = next((k for k in range(clause + 1, tree.end_of(clause)) if _is_main(tree, k, clause)), None)
        if main is None:
            continue
        tree.stand_for(main, clause)
        tree.move(clause, main, "advcl")
        for child in [c for c in tree.children[clause] if c > main or (tree.dep[c] == "cc" and c < mark)]:
            tree.move(child, main, tree.dep[child])


def join_second_mains(tree: Tree) -> None:
    """Join to the first main clause the second one that was taken for it: "X a nié, et son avocat a dit que Y mentait"."""
    for first, dep in enumerate(tree.dep):
        second = tree.head[first]
        if dep != "advcl" or tree.dep[second] != "root" or second < first or not is_told(tree, first):
            continue
        subject = next((c for c in tree.children[second] if tree.dep[c] in SUBJECTS and first < c < second), None)
        conjunction = tree.child(subject, "cc") if subject is not None else None
        if conjunction is None or tree.text[conjunction - 1] != "," or not has_subject(tree, first):
            continue
        if tree.child(first, "mark") is not None or is_gerund(tree, first) or not is_told(tree, second):
            continue
        put_below(tree, second, first, "conj")
        tree.move(conjunction, second, "cc")


def raise_before_marks(tree: Tree) -> None:
    """Put the main clause above the one behind it that has a conjunction and was taken for it: "Les pourparlers ont repris,
    quelques heures après que X a fui"."""
    for mark, dep in enumerate(tree.dep):
        clause = tree.head[mark]
        if dep != "mark" or tree.text[mark + 1] not in QUE or tree.dep[clause] != "root" or not mark < clause:
            continue
        main = main_before(tree, clause, mark, ("advcl", "ccomp", "parataxis"))
        if main is not None and "," in tree.text[main:mark] and not tree.first[mark]:
            put_below(tree, clause, main, "advcl")


def _is_main(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a finite verb below a clause, without a conjunction, begins with its subject behind a comma."""
    if tree.dep[verb] not in CLAUSES or not is_told(tree, verb) or not tree.is_above(clause, verb):
        return False
    subject = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS), None)
    if subject is None or subject > verb or "PronType=Rel" in tree.morph[subject]:
        return False
    marked = any(tree.dep[c] in ("mark", "cc") for c in tree.children[verb])
    begin = min([subject, *tree.children[subject]])
    return not marked and (tree.text[begin - 1] == "," or tree.pos[subject] == "PRON")


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
    """Call a verb with its own mark a clause, not an oblique: "avant de se retirer".

    What "and" joins with a subject of its own is no complement: "a condamné l'attentat et le ministre a annoncé …".
    """
    for i, dep in enumerate(tree.dep):
        if dep == "ccomp" and tree.head[i] < i and tree.child(i, "mark") is None and _opens_with_and(tree, i):
            tree.dep[i] = "conj"
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
            mark = tree.child(i, "mark")
            told = dep == "obl:arg" and mark is not None and tree.lemma[mark] == "de" and is_infinitive(tree, i)
            within = "xcomp" if told else "advcl"  # "a promis de leur venir en aide"
            tree.dep[i] = "acl" if tree.pos[tree.head[i]] in NOMINAL else within
        elif tree.child(i, "cop") is not None and tree.child(i, "mark") is not None:
            verb = tree.head[i]
            while tree.pos[verb] != "VERB" and tree.head[verb] != verb:
                verb = tree.head[verb]
            if tree.pos[verb] == "VERB":
                tree.move(i, verb, "ccomp" if tree.lemma[tree.child(i, "mark") or i] == "que" else "advcl")


def _opens_with_and(tree: Tree, verb: int) -> bool:
    """Whether the subject of a clause stands behind a conjunction that was hung on it."""
    subject = next((c for c in tree.children[verb] if tree.dep[c] in ("nsubj", "nsubj:pass") and c < verb), None)
    cc = tree.child(subject, "cc") if subject is not None else None
    if subject is None or cc is None or cc > subject or cc != min(tree.children[subject]):
        return False
    tree.move(cc, verb, "cc")
    return True


def is_interposed(tree: Tree, i: int) -> bool:
    """Whether a clause after a comma has its subject behind: "…, a-t-on appris", "…, dit le maire"."""
    below = tree.children[i]
    first = min([i, *below])
    if first == 0 or tree.text[first - 1 if tree.text[first] != "," else first] != "," or i < tree.head[i]:
        return False
    subject = next((c for c in below if tree.dep[c] in ("nsubj", "expl:subj", "nsubj:pass")), None)
    inverted = subject is not None and (subject > i or tree.text[subject][0] == "-")
    return inverted and tree.child(i, "mark") is None


def free_from_speech(tree: Tree) -> None:
    """Give what is said its adverbials that were hung on the verb of saying behind it: "…, a annoncé le préfet".

    What the speaker goes on to say is no part of it: "« Elle est brave », affirme-t-il, ajoutant que …".
    """
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep in ("acl", "advcl") and verb < i - 3 and tree.text[i - 1] == "," and is_gerund(tree, i):
            saying = i - 2 if tree.pos[i - 2] == "VERB" else tree.head[i - 2]
            if verb < saying < i and tree.dep[saying] == "parataxis" and _is_inverted(tree, saying):
                tree.move(i, saying, "advcl")
            continue
        if dep not in ("ccomp", "parataxis") or verb <= i or tree.pos[i] != "VERB" or not is_interposed_behind(tree, verb):
            continue
        start = min(c for c in (verb, *tree.children[verb]) if tree.dep[c].startswith("aux") or c == verb)
        for word in [c for c in tree.children[verb] if i < c < start and tree.dep[c] in ("obl", "obl:arg", "obl:mod")]:
            if tree.case(word) and "," in tree.text[word:start]:
                tree.move(word, i, tree.dep[word])


def _is_inverted(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb, or its auxiliary, is a pronoun with a hyphen: "affirme-t-il", "a-t-elle dit"."""
    return any(tree.dep[c] == "nsubj" and tree.text[c].startswith("-") for c in tree.children[verb])


def is_interposed_behind(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb stands behind it."""
    return any(tree.dep[c] == "nsubj" and c > verb for c in tree.children[verb])


def free_conjuncts(tree: Tree) -> None:
    """Give the verb a phrase that was joined to another without conjunction: "a condamné X à un an, pour vol".

    Where something takes place stands so without a comma: "doit rencontrer X demain à Berlin".
    """
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos[i] not in NOMINAL or tree.child(i, "cc") is not None:
            continue
        case, above = tree.case(i), tree.head[i]
        parted = case != "pour" and (case not in WHERE or tree.text[min(i, *tree.children[i]) - 1] == ",")
        if parted or above > i or tree.case(above) == case:
            continue
        above = tree.above_nouns(above)
        if tree.pos[above] == "VERB" and above < i:
            tree.move(i, above, "obl")


def free_adverbials(tree: Tree, parsing: Parsing) -> None:
    """Hang on the verb an infinitive with "avant de", "afin de", which qualifies no noun: "voler la clé, avant de fuir".

    So does one that tells what for somebody gets years or months: "encourt vingt ans de prison pour avoir volé".
    """
    for i, dep in enumerate(tree.dep):
        noun, mark = tree.head[i], tree.child(i, "mark") if dep == "acl" else None
        if mark is None or tree.pos[noun] not in NOMINAL:
            continue
        if tree.lemma[mark] not in ADVERBIAL and not _is_reason(tree, i, mark, parsing):
            continue
        above = tree.above_nouns(noun)
        if tree.pos[above] == "VERB" and above < i:
            tree.move(i, above, "advcl")


def _is_reason(tree: Tree, i: int, mark: int, parsing: Parsing) -> bool:
    """Whether a perfect infinitive with "pour" hangs on a length of time, or on what that is spent in."""
    if tree.lemma[mark] != "pour" or tree.child(i, "aux") is None:
        return False
    noun = tree.head[i]
    return tree.lemma[noun] in parsing.spans or tree.lemma[tree.head[noun]] in parsing.spans


def free_clauses_from_infinitives(tree: Tree) -> None:
    """Join to the main verb a clause with its own subject behind an infinitive: "a refusé d'obéir et Ana l'a renvoyé"."""
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep not in ("conj", "ccomp") or not is_infinitive(tree, low) or not is_told(tree, i) or is_infinitive(tree, i):
            continue
        subject, cc = next((c for c in tree.children[i] if tree.dep[c] in SUBJECTS), None), tree.child(i, "cc")
        if dep == "ccomp" and subject is None and cc is None:
            beside = next((c for c in tree.children[low] if low < c < i and tree.dep[c] == "conj"), None)
            cc = tree.child(beside, "cc") if beside is not None and tree.pos[beside] == "PROPN" else None
            if beside is None or cc is None or cc != beside - 1 or tree.case(beside):
                continue
            tree.move(cc, i, "cc")
            give_subject(tree, i, beside)
            subject = beside
        above = low
        while tree.dep[above] == "xcomp":
            above = tree.head[above]
        own = subject is not None and cc is not None and cc < subject < i and "PronType=Rel" not in tree.morph[subject]
        if own and above != low and is_told(tree, above):
            tree.move(i, above, "conj")


def join_purposes(tree: Tree) -> None:
    """Hang under the noun before it an infinitive with "en vue de": "a déjoué un complot en vue de l'assassiner"."""
    for i, dep in enumerate(tree.dep):
        mark, verb = tree.child(i, "mark") if dep == "advcl" else None, tree.head[i]
        if mark is None or not is_infinitive(tree, i) or mark + 1 >= i or tree.first[mark]:
            continue
        noun = mark - 1
        if tree.text[mark + 1].lower() == "vue" and tree.pos[noun] == "NOUN" and tree.head[noun] == verb:
            tree.move(i, noun, "acl")


def mend_control(tree: Tree, parsing: Parsing) -> None:
    """Hang the infinitive under the verb that asks it: "a appelé les deux parties à négocier", "demande à Ana de partir"."""
    grammar = language("fr").grammar
    telling = grammar.dative_control | grammar.bidding | parsing.telling
    asking = (grammar.object_control | parsing.vowing) - SHOWING
    for i, dep in enumerate(tree.dep):
        noun, mark = tree.head[i], tree.child(i, "mark") if dep == "acl" else None
        if mark is None:
            continue
        while tree.dep[noun] in ("conj", "nmod") and tree.head[noun] < noun:  # "a convaincu X et Y de partir"
            noun = tree.head[noun]
        verb = tree.head[noun]
        intent = is_intent(tree, noun) and tree.text[noun].islower()
        intent = intent and tree.lemma[noun] not in language("fr").nouns  # but "accuse l'opposition de"
        asked = tree.dep[noun] == "obj" and tree.lemma[verb] in asking and not intent
        told = tree.dep[noun] in DATIVES and tree.case(noun) == "à" and tree.lemma[verb] in telling
        participle = _asked_participle(tree, mark, grammar.object_control)
        if participle is not None:
            tree.move(i, participle, "xcomp")
        if participle is not None or not (asked or told):
            continue
        bare = is_infinitive(tree, i) or any(is_infinitive(tree, c) for c in tree.children[i] if tree.dep[c] == "aux")
        if bare and tree.lemma[mark] in ("à", "de") and mark == noun_end(tree, tree.head[i], i):
            tree.move(i, verb, "xcomp")


def mend_control_behind_relatives(tree: Tree, parsing: Parsing) -> None:
    """Hang under its verb the infinitive behind a clause between commas: "a appelé X, qui contrôle Y, à lever le siège"."""
    grammar = language("fr").grammar
    for i, dep in enumerate(tree.dep):
        clause = tree.head[i]
        if dep not in ("advcl", "acl", "xcomp") or tree.dep[clause] != "acl:relcl" or not is_infinitive(tree, i):
            continue
        mark, noun = tree.child(i, "mark"), tree.head[clause]
        if mark is None or tree.text[mark - 1] != "," or tree.lemma[mark] not in ("à", "de") or not noun < clause < mark:
            continue
        verb = tree.head[noun]
        asked = tree.dep[noun] == "obj" and tree.lemma[verb] in grammar.object_control
        told = tree.dep[noun] in DATIVES and tree.case(noun) == "à"
        told = told and tree.lemma[verb] in grammar.dative_control | grammar.bidding | parsing.telling
        if (asked or told) and tree.text[phrase_start(tree, clause) - 1] == ",":
            tree.move(i, verb, "xcomp")


def _asked_participle(tree: Tree, mark: int, asking: Container[str]) -> int | None:
    """The participle to which an infinitive beside it belongs: "six personnes soupçonnées d'appartenir au réseau"."""
    before = mark - 1
    beside = tree.head[before] == tree.head[tree.head[mark]] and tree.dep[before] in ("acl", "amod")
    asks = tree.pos[before] == "VERB" and tree.lemma[before] in asking
    return before if beside and asks and tree.lemma[mark] in ("à", "de") else None


def see_until(tree: Tree) -> None:
    """Make no relative clause of what "jusqu'à ce que" opens: "bloqueront le port jusqu'à ce qu'ils obtiennent X"."""
    for i, text in enumerate(tree.text[:-1]):
        if text != "ce" or tree.text[i + 1] not in ("que", "qu'", "qu’") or i < 2 or tree.text[i - 1] != "à":
            continue
        clause = tree.head[i + 1]
        if tree.text[i - 2] in UNTIL and tree.head[clause] == i and tree.dep[clause] == "acl:relcl":
            tree.dep[clause], tree.dep[i + 1], tree.pos[i + 1] = "acl", "mark", "SCONJ"
            tree.set_features(i + 1, PronType="")
