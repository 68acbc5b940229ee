"""Infinitives of a French tree: under the noun or verb that they belong to, without those who are only asked."""

from __future__ import annotations

from kg.annotate.french.signs import is_gerund, is_infinitive, make_present, stands_in_infinitive
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_person, says
from kg.annotate.tree import Tree
from kg.lang import Language, language

MARKS, WITHOUT, AND = ("de", "à"), "sans", ("et", "mais")
BETTER = frozenset({"mieux", "bien"})
NOUNLIKE = ("det", "case", "nummod")
JUDGING = ("obj", "conj", "nsubj", "xcomp", "obl", "obl:arg", "dep", "advcl")  # labels of what a deed is said to be


def see_being(tree: Tree) -> None:
    """Make a copula of an infinitive taken for a conjunction: "a nié être derrière l'attaque", no object of the verb."""
    for copula, dep in enumerate(tree.dep):
        if dep == "cc" and tree.lemma[copula] == "être" and "VerbForm=Inf" in tree.morph[copula]:
            predicate = tree.head[copula]
            tree.move(copula, predicate, "cop")
            if tree.dep[predicate] == "obj":
                tree.move(predicate, tree.head[predicate], "xcomp")


def see_able(tree: Tree) -> None:
    """Make an adjective of "en mesure" before what somebody can do: "pour être en mesure de livrer", "capable de"."""
    for i, text in enumerate(tree.text[:-2]):
        if text != "mesure" or not i or tree.text[i - 1] != "en" or tree.first[i]:
            continue
        deed = tree.head[i + 1]
        if tree.text[i + 1] not in ("de", "d'", "d’") or tree.dep[i + 1] != "mark" or not is_infinitive(tree, deed):
            continue
        tree.pos[i], tree.lemma[i] = "ADJ", "capable"
        tree.dep[i - 1], tree.pos[i - 1] = "advmod", "ADV"
        tree.move(deed, i, "xcomp")
        copula = tree.child(i, "cop")
        if tree.dep[i].startswith("obl") and copula is not None:
            tree.dep[i] = "xcomp" if tree.child(copula, "mark") is None else tree.dep[i]


def raise_copulas(tree: Tree) -> None:
    """Hang under "être" the deed that an aim is, as where nothing stands above: "a dit que le but était d'instaurer X"."""
    for copula, dep in enumerate(tree.dep[:-1]):
        deed = tree.head[copula]
        if dep != "cop" or not is_infinitive(tree, deed) or tree.lemma[copula] != "être":
            continue
        mark, aim = copula + 1, tree.child(deed, "nsubj")
        if aim is None or tree.pos[aim] != "NOUN" or not aim < copula:
            continue
        if tree.text[mark] not in ("de", "d'", "d’") or tree.head[mark] != deed:
            continue
        tree.stand_for(copula, deed)
        for child in [c for c in tree.children[deed] if c < copula]:
            tree.move(child, copula, tree.dep[child])
        tree.move(deed, copula, "xcomp")


def raise_from_hearers(tree: Tree) -> None:
    """Give the verb what was done, hung on whom it is told to: "a reconnu auprès de l'AFP avoir reçu de l'argent"."""
    for i, dep in enumerate(tree.dep):
        hearer = tree.head[i]
        verb = tree.head[hearer]
        told = (
            dep == "acl"
            and tree.child(i, "mark") is None
            and tree.child(i, "case") is None
            and stands_in_infinitive(tree, i)
        )
        if told and tree.dep[hearer] in ("obl", "obl:arg") and tree.pos[verb] == "VERB" and verb < hearer < i:
            tree.move(i, verb, "xcomp")


def see_asking(tree: Tree, lemmas: Lemmas, parsing: Parsing) -> None:
    """Give a verb of asking the name between it and the infinitive: "exhorte Israël à retirer"; a "noun" between two names
    is such a verb: "Paris presse Kiev de négocier"."""
    asking = language("fr").grammar.object_control | parsing.vowing
    for mark, lemma in enumerate(tree.lemma):
        infinitive = tree.head[mark]
        if lemma not in MARKS or tree.dep[mark] != "mark" or not stands_in_infinitive(tree, infinitive) or mark < 2:
            continue
        asked = _top(tree, mark - 1)
        verb = asked - 1
        if tree.pos[asked] != "PROPN" or verb < 0 or lemmas.lemma(tree.text[verb], "VERB") not in asking:
            continue
        told = tree.pos[verb] == "VERB" or _take_verb(tree, verb, lemmas)
        near = tree.head[asked] in (verb, tree.head[verb])
        if told and near and tree.child(verb, "obj") in (None, asked):
            tree.move(asked, verb, "obj")
            tree.move(infinitive, verb, "xcomp")


def _take_verb(tree: Tree, i: int, lemmas: Lemmas) -> bool:
    """Make the verb of its sentence of a bare "noun" right behind a name."""
    subject = _top(tree, i - 1)
    tied = tree.head[i] == subject or tree.head[subject] == i
    bare = tree.pos[i] == "NOUN" and not any(tree.dep[c] in NOUNLIKE for c in tree.children[i])
    if not tied or not bare or tree.pos[subject] != "PROPN" or tree.case(subject):
        return False
    make_present(tree, i, lemmas.lemma(tree.text[i], "VERB"))
    if tree.head[i] == subject:
        tree.take_place(i, subject, tree.dep[subject])
    tree.move(subject, i, "nsubj")
    return True


def _top(tree: Tree, i: int) -> int:
    """The first word of the name that word i ends."""
    return tree.head[i] if tree.dep[i] == "flat:name" and tree.head[i] < i else i


def join_advised(tree: Tree) -> None:
    """Hang under its verb all that somebody had better do: "ferait mieux de payer et de partir"."""
    for better, lemma in enumerate(tree.lemma):
        verb = better - 1
        if lemma not in BETTER or tree.head[better] != verb or tree.lemma[verb] != "faire":
            continue
        first = next((c for c in (*tree.children[better], *tree.children[verb]) if _is_marked(tree, c) and c > better), None)
        if first is None:
            continue
        tree.dep[better] = "advmod"
        tree.move(first, verb, "xcomp")
        for other in [c for c in tree.children[verb] if tree.dep[c] == "conj" and _is_marked(tree, c)]:
            tree.move(other, first, "conj")


def _is_marked(tree: Tree, i: int) -> bool:
    """Whether word `i` is an infinitive with "de"."""
    mark = tree.child(i, "mark")
    return is_infinitive(tree, i) and mark is not None and tree.lemma[mark] == "de"


def free_from_inserted(tree: Tree) -> None:
    """Hang on its verb an infinitive behind what is inserted: "avait tenté, avec d'autres, de le prévenir"."""
    modals = language("fr").frames.modals
    for mark, lemma in enumerate(tree.lemma):
        i = tree.head[mark]
        if lemma not in MARKS or tree.dep[mark] != "mark" or tree.dep[i] != "acl" or tree.text[mark - 1] != ",":
            continue
        verb = tree.head[tree.head[i]]
        asks = (tree.lemma[verb], "verb") in modals and tree.pos[verb] == "VERB" and tree.dep[tree.head[i]].startswith("obl")
        if asks and tree.text[verb + 1] == "," and tree.child(verb, "xcomp") is None and is_infinitive(tree, i):
            tree.move(i, verb, "xcomp")


def join_decided(tree: Tree) -> None:
    """Hang an infinitive right behind whose decision it is on that: "a pris acte de la décision de X de fermer l'usine"."""
    modals = language("fr").frames.modals
    for mark, lemma in enumerate(tree.lemma):
        i = tree.head[mark]
        if lemma not in MARKS or tree.dep[mark] != "mark" or not mark or not is_infinitive(tree, i):
            continue
        owner = mark - 1
        while tree.dep[owner] in ("amod", "flat:name") and tree.head[owner] < owner:
            owner = tree.head[owner]
        noun = tree.head[owner]
        owned = tree.dep[owner] == "nmod" and tree.case(owner) == "de" and noun < owner and tree.pos[noun] == "NOUN"
        if not owned or noun == tree.head[i] or not tree.is_above(tree.head[i], noun):
            continue
        modal = modals.get((tree.lemma[noun], "noun"))
        if modal is not None and "acl" in modal.governs:
            tree.move(i, noun, "acl")


def join_aims(tree: Tree) -> None:
    """Hang an infinitive with "pour" right behind somebody's effort on that: "soutient X dans sa lutte pour vaincre Y"."""
    undertakings = language("fr").grammar.undertakings
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep == "advcl" and is_infinitive(tree, i) else None
        if not mark or tree.lemma[mark] != "pour" or tree.lemma[noun := mark - 1] not in undertakings:
            continue
        owned = any("Poss=Yes" in tree.morph[c] for c in tree.children[noun])
        if owned and tree.head[noun] == tree.head[i] and tree.dep[noun].startswith("obl"):
            tree.move(i, noun, "acl")


def join_urged(tree: Tree) -> None:
    """Make what somebody is urged to do the complement of the urging: "a exhorté vendredi la France à renoncer"."""
    urging = language("fr").grammar.object_control
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "advcl" or not verb < i or tree.lemma[verb] not in urging or not is_infinitive(tree, i):
            continue
        mark, urged = tree.child(i, "mark"), tree.child(verb, "obj")
        said = mark is not None and tree.lemma[mark] == "à" and urged is not None and verb < urged < mark
        if said and tree.child(verb, "xcomp") is None:
            tree.dep[i] = "xcomp"


def free_purposes(tree: Tree, words: Language) -> None:
    """Hang an infinitive with "pour" on the verb, not on somebody: "a convoqué l'envoyé de Kiev pour protester".

    Nor on weapons: "a utilisé des matraques pour disperser la foule".
    """
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep == "acl" and is_infinitive(tree, i) else None
        if mark is None or tree.lemma[mark] != "pour":
            continue
        somebody = tree.head[i]
        above = tree.head[somebody]
        noun = words.nouns.get(tree.lemma[somebody])
        apart = is_person(tree, somebody, words) or (noun is not None and "weapon" in noun.flags)
        if tree.dep[somebody] == "obj" and tree.pos[above] == "VERB" and apart:
            tree.move(i, above, "advcl")


def free_from_relatives(tree: Tree) -> None:
    """Join an infinitive to the one above a clause about somebody: "féliciter ceux qui ont libéré X et remercier Y"."""
    for i, dep in enumerate(tree.dep):
        first = tree.head[i]
        if dep != "conj" or tree.dep[first] != "acl:relcl" or not is_infinitive(tree, i):
            continue
        inside = (first, *tree.children[first], *(k for c in tree.children[first] for k in tree.children[c]))
        outer = tree.head[tree.head[first]]
        alone = tree.child(i, "mark") is None and not any(is_infinitive(tree, k) for k in inside if k < i)
        if alone and is_infinitive(tree, outer) and outer < first:
            tree.move(i, outer, "conj")


def free_asked(tree: Tree) -> None:
    """Hang whom somebody asks on the verb, not as subject of the infinitive: "a supplié le juge d'être libéré"."""
    for mark, lemma in enumerate(tree.lemma):
        if lemma != "de" or tree.dep[mark] != "mark":
            continue
        i = tree.head[mark]
        verb = tree.head[i]
        asked = next((c for c in tree.children[i] if tree.dep[c].startswith("nsubj")), None)
        if asked is None or tree.child(i, "mark") != mark or not verb < asked < mark:
            continue
        words = (i, *(c for c in tree.children[i] if tree.dep[c].startswith("aux")))
        free = tree.pos[verb] == "VERB" and tree.child(verb, "obj") is None and tree.pos[asked] != "PRON"
        if free and any(is_infinitive(tree, k) for k in words):
            tree.move(asked, verb, "obj")
            tree.move(i, verb, "xcomp")


def raise_seen(tree: Tree) -> None:
    """Give what somebody is seen to do to them, not to what they wear: "a vu deux hommes portant des cagoules fuir"."""
    seeing = language("fr").grammar.showing
    for i, dep in enumerate(tree.dep):
        thing = tree.head[i]
        gerund = tree.head[thing]
        seen = tree.head[gerund]
        verb = tree.head[seen]
        if dep != "acl" or not is_infinitive(tree, i) or tree.child(i, "mark") is not None or tree.dep[thing] != "obj":
            continue
        if tree.dep[gerund] == "acl" and tree.dep[seen] == "obj" and tree.lemma[verb] in seeing and verb < seen < gerund < i:
            tree.move(i, verb, "xcomp")


def raise_judged(tree: Tree) -> None:
    """Make the subject of an infinitive of which a predicate behind it is said: "Tuer des civils est un crime"."""
    for i, dep in enumerate(tree.dep):
        deed = tree.head[i]
        cop = tree.child(i, "cop") if dep in JUDGING and deed < i else None
        if cop is None or not deed < cop or "VerbForm=Fin" not in tree.morph[cop] or not is_infinitive(tree, deed):
            continue
        alone = not any(tree.dep[c] in ("mark", "case", "nsubj", "aux", "cc") for c in tree.children[deed] if c != i)
        if alone and tree.child(i, "nsubj") is None and (tree.first[deed] or tree.dep[deed] in ("root", "ccomp")):
            behind = [c for c in tree.children[deed] if c > i]
            tree.stand_for(i, deed)
            tree.move(deed, i, "csubj")
            for child in behind:
                tree.move(child, i, tree.dep[child])


def join_in_rows(tree: Tree) -> None:
    """Join to an infinitive of purpose the next of its row, hung on the verb above: "pour tuer X, détruire Y"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        bare = dep == "advcl" and is_infinitive(tree, i) and tree.child(i, "mark") is None
        if not bare or verb > i or tree.text[i - 1] != ",":
            continue
        before = [c for c in tree.children[verb] if verb < c < i and tree.dep[c] == "advcl" and is_infinitive(tree, c)]
        if before and tree.child(before[-1], "mark") is not None:
            tree.move(i, before[-1], "conj")


def lower_results(tree: Tree, words: Language) -> None:
    """Hang on what somebody is said to have done what came of it: "accuse X d'avoir ouvert le feu, tuant deux soldats"."""
    for i, dep in enumerate(tree.dep):
        if dep != "advcl" or tree.lemma[i] not in words.grammar.resultative or not is_gerund(tree, i):
            continue
        done = next((c for c in tree.children[tree.head[i]] if c < i and tree.dep[c] == "xcomp"), None)
        if done is not None and any(tree.dep[c] == "aux" and "VerbForm=Inf" in tree.morph[c] for c in tree.children[done]):
            tree.move(i, done, "advcl")


def raise_unsaid(tree: Tree) -> None:
    """Hang on the verb of saying what is left unsaid: "a déclaré que l'armée avait abattu X, sans mentionner de dégâts"."""
    for i, dep in enumerate(tree.dep):
        told = tree.head[i]
        saying = tree.head[told]
        if dep != "advcl" or tree.dep[told] != "ccomp" or not saying < told < i or not is_infinitive(tree, i):
            continue
        mark = tree.child(i, "mark")
        if mark is None or tree.lemma[mark] != WITHOUT or tree.text[mark - 1] != ",":
            continue
        if says(tree, i, language("fr")) and says(tree, saying, language("fr")):
            tree.move(i, saying, "advcl")


def give_gapped_subjects(tree: Tree) -> None:
    """Give an infinitive its own subject where the verb is left out: "X a continué à bombarder Y et Z à tirer sur W"."""
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep in ("xcomp", "acl") and is_infinitive(tree, i) else None
        if mark is None or mark < 3 or tree.lemma[mark] not in MARKS:
            continue
        who = _top(tree, mark - 1)
        cc = tree.child(who, "cc") if tree.dep[who] == "conj" and tree.pos[who] in ("NOUN", "PROPN") else None
        if cc is None or tree.case(who) or tree.lemma[cc] not in AND:
            continue
        first = _infinitive_above(tree, who, tree.lemma[mark])
        if first is None or (dep == "acl" and tree.lemma[tree.head[first]] not in language("fr").grammar.object_control):
            continue
        tree.move(i, first, "conj")
        tree.move(who, i, "nsubj")
        tree.move(cc, i, "cc")


def _infinitive_above(tree: Tree, i: int, mark: str) -> int | None:
    """The infinitive with a mark that word i hangs below, which is what another verb has: "continué à bombarder Y et Z"."""
    while tree.head[i] != i:
        i = tree.head[i]
        opener = tree.child(i, "mark") if tree.dep[i] == "xcomp" and is_infinitive(tree, i) else None
        if opener is not None:
            return i if tree.lemma[opener] == mark else None
    return None
