"""Words of saying behind what is said: "…, a annoncé le parquet", "… » a-t-elle déclaré"."""

from __future__ import annotations

from kg.annotate.parsing import Parsing
from kg.annotate.repairs import subject_label
from kg.annotate.signs import CLOSING_QUOTES
from kg.annotate.tree import Tree
from kg.lang import Language

SPEAKERS = ("Person", "Organization", "Force", "GeopoliticalEntity", "Group")
OPENING = (":", "«", "“")  # what is said stands behind it: "L'armée, jeudi, a déclaré : « Le port est pris »"
MISREAD = ("obj", "dep", "nmod", "obl", "obl:arg", "conj", "appos", "nsubj", "nsubj:pass", "xcomp")
DESCRIBING = ("obj", "appos")  # how the parser hangs on the verb what tells who the speaker is
ASIDES = ("appos", "acl", "acl:relcl")
VERBAL = ("VERB", "AUX")
NEAR = 5  # words of a verb with its auxiliaries and adverbs
FAR = 10  # words from a verb to its speaker, behind those who are told
CLAUSAL = ("advcl", "ccomp", "parataxis", "dep", "acl")


def mend_speech(tree: Tree, parsing: Parsing, words: Language) -> None:
    """Make an inserted clause of a verb of saying after a comma or a quotation with its subject behind it."""
    for i, pos in enumerate(tree.pos):
        if pos != "VERB" or tree.first[i]:
            continue
        first = group_start(tree, i)
        if tree.first[first] or not may_follow(tree, i, first, parsing) or has_described_subject(tree, i, first):
            continue
        subject = speaker(tree, i, parsing, words)
        if subject is None or says_more(tree, i):
            continue
        free_clause(tree, i, subject)
        for other in [c for c in tree.children[i] if tree.dep[c] in ("nsubj", "nsubj:pass")]:
            name = name_told(tree, i, other)
            if name is not None:
                tree.move(other, name, "appos")
        tree.move(subject, i, "nsubj")
        said = tree.lemma[i] in parsing.unaddressed or is_after_quote(tree, first)  # but "Ana Vidal, dite Nana"
        if said and first == i and "VerbForm=Part" in tree.morph[i]:  # "…, écrit la députée Z."
            tree.set_features(i, VerbForm="Fin", Tense="Pres", Mood="Ind")
        article = tree.child(subject, "case")
        if article is not None:
            tree.dep[article], tree.pos[article] = "det", "DET"
            tree.set_features(article, Definite="Ind")
        for child in [c for c in tree.children[i] if c > subject and tree.dep[c] in DESCRIBING and tree.case(c) == ""]:
            tree.move(child, subject, "appos")
        raise_description(tree, i, subject)
        insert(tree, i, first)
        raise_scene(tree, i, subject, words)


def free_clause(tree: Tree, verb: int, subject: int) -> None:
    """Put what was said where its speaker hung, which the parser took for the head of both: "« … », a dit au siège, X."."""
    above = verb
    while tree.head[above] != above and tree.head[above] != subject:
        above = tree.head[above]
    if tree.head[above] == subject:
        tree.stand_for(above, subject)


def raise_description(tree: Tree, verb: int, subject: int) -> None:
    """Hang on the speaker who that is, where it was hung on whom it is told: "a dit à l'AFP Ana Vidal, chef de X"."""
    for told in [c for c in tree.children[verb] if verb < c < subject and tree.case(c)]:
        for child in [c for c in tree.children[told] if c > subject and tree.dep[c] == "appos" and not tree.case(c)]:
            tree.move(child, subject, "appos")


def raise_scene(tree: Tree, verb: int, subject: int, words: Language) -> None:
    """Hang on what is told the place behind the comma that ends an insertion: "X est mort, a dit l'ONU, dans l'est de Y"."""
    if tree.dep[verb] != "parataxis":
        return
    for place in [c for c in tree.children[verb] if c > subject and tree.dep[c].startswith("obl")]:
        case = tree.child(place, "case")
        noun = words.nouns.get(tree.lemma[place])
        if case is None or noun is None or tree.text[case - 1] != "," or tree.text[case] != "dans":
            continue
        if "Place" in (noun.kind, *noun.also):
            tree.move(place, tree.head[verb], "obl")


def may_follow(tree: Tree, i: int, first: int, parsing: Parsing) -> bool:
    """Whether verb `i`, whose group begins at `first`, may stand behind what is said."""
    if tree.text[first - 1] not in (",", *CLOSING_QUOTES):
        return _runs_on(tree, i, first) and tree.lemma[i] in parsing.speech | parsing.quoted_speech
    if tree.lemma[i] in parsing.speech:
        addresses = tree.lemma[i] in parsing.quoted_speech  # "X, chef de la mission, a averti Y": nothing is said before
        said = is_after_quote(tree, first) or follows_clause(tree, first) or told_behind(tree, i, first) is not None
        return said or not addresses
    if tree.lemma[i] in parsing.caused_speech:
        return tree.child(i, "aux:caus") is not None
    if tree.lemma[i] in parsing.reflexive_speech:
        return any(tree.lemma[k] == "se" for k in range(first, i))
    said = tree.lemma[i] in parsing.quoted_speech
    return said and (is_after_quote(tree, first) or told_behind(tree, i, first) is not None or closes(tree, i, parsing))


def _runs_on(tree: Tree, i: int, first: int) -> bool:
    """Whether a verb in the perfect without subject stands behind a clause with no comma: "X est mort a annoncé l'armée"."""
    perfect = first < i and tree.pos[first] == "AUX" and tree.dep[i] in ("parataxis", "advcl") and tree.head[i] < first
    bare = perfect and not any(tree.dep[c] in ("nsubj", "nsubj:pass", "cc", "mark") for c in tree.children[i])
    return bare and follows_clause(tree, first)


def told_behind(tree: Tree, i: int, first: int) -> int | None:
    """The verb behind an insertion that parts it from its subject: "Le maire, accuse X, a fui"."""
    begin, last = tree.first_of(i), tree.end_of(i)
    end = next((k for k in range(i + 1, last) if tree.text[k] == "," or tree.pos[k] in VERBAL), i)
    if tree.text[first - 1] != "," or tree.text[end] != "," or "," in tree.text[begin : first - 1]:
        return None
    finite = next((k for k in range(end + 1, last) if tree.pos[k] not in ("PRON", "ADV")), end)
    if any(tree.pos[k] in VERBAL for k in range(begin, first)) or "VerbForm=Fin" not in tree.morph[finite]:
        return None
    words = range(finite, min(finite + NEAR, last)) if tree.pos[finite] in VERBAL else ()
    return next((k for k in words if tree.pos[k] == "VERB"), None)


def closes(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a verb in the present and a noun close what the past or future tells: "X a tué Y, accuse Z.".

    So does one in the perfect, which goes on nothing without a conjunction: "X ont violé la trêve, a dénoncé Z.", and one
    of which nobody is the object: "L'armée recule, écrit la députée Z.".
    """
    first = group_start(tree, i)
    perfect = first < i and tree.child(i, "aux") is not None and tree.child(i, "aux:pass") is None
    unaddressed = tree.lemma[i] in parsing.unaddressed and tree.child(i, "aux:pass") is None
    told = perfect or "Tense=Pres" in tree.morph[i] or unaddressed
    if not told or tree.text[first - 1] != "," or tree.dep[i] in ("root", "acl:relcl"):
        return False
    last = tree.end_of(i) - 1
    if any(tree.text[k] == "," or tree.pos[k] in (*VERBAL, "SCONJ", "CCONJ") for k in range(i + 1, last)):
        return False
    above = tree.head[i]
    finite = [
        k for k in (above, *tree.children[above]) if k < i and "VerbForm=Fin" in tree.morph[k] and tree.pos[k] in VERBAL
    ]
    own = any(tree.dep[c] in ("nsubj", "nsubj:pass", "mark", "cc") and c < i for c in tree.children[i])
    other = any(k != above or unaddressed or "Tense=Pres" not in tree.morph[k] for k in finite)
    return tree.text[last] == "." and not own and other


def resume(tree: Tree, i: int, verb: int, before: list[int]) -> None:
    """Make the main verb of the one behind an insertion: it takes what stands before, and the insertion itself."""
    if not tree.is_above(verb, i):
        tree.stand_for(verb, i)
    for helper in range(i, verb):
        if tree.pos[helper] == "AUX" and tree.head[helper] == i:
            tree.move(helper, verb, "aux")
    tree.move(i, verb, "parataxis")
    for child in before:
        tree.move(child, verb, subject_label(tree, verb) if tree.dep[child] in MISREAD else tree.dep[child])


def has_described_subject(tree: Tree, i: int, first: int) -> bool:
    """Whether the comma before a verb ends what is told of its own subject: "X, cheffe de la mission, a averti Y"."""
    if is_after_quote(tree, first):
        return False
    subjects = [c for c in tree.children[i] if tree.dep[c] in ("nsubj", "nsubj:pass") and c < first]
    if len(subjects) > 1:  # the second is what the first is
        return True
    if any(name_told(tree, i, subject) is not None for subject in subjects):
        return False
    return any(
        tree.dep[c] in ASIDES and subject < c < first and tree.text[min([c, *tree.children[c]]) - 1] == ","
        for subject in subjects
        for c in tree.children[subject]
    )


def name_told(tree: Tree, i: int, subject: int) -> int | None:
    """The last name in a clause that is told already, where what seems to be the subject of verb `i` says what it is.

    "Dix soldats ont été tués à Varna, la deuxième ville du pays, située près de la frontière, a dit le maire".
    """
    start = min([subject, *tree.children[subject]])
    if start < 2 or tree.first[start] or tree.text[start - 1] != "," or tree.pos[start - 2] != "PROPN":
        return None
    for k in (tree.head[i], *tree.children[i]):
        own = k < start and any(tree.dep[c] in ("nsubj", "nsubj:pass") and c < k for c in tree.children[k])
        if own and tree.pos[k] == "VERB" and tree.dep[k] != "acl:relcl" and tree.child(k, "mark") is None:
            return start - 2
    return None


def follows_clause(tree: Tree, first: int) -> bool:
    """Whether a finite verb stands in the sentence before word `first`."""
    for i in range(first - 1, -1, -1):
        if "VerbForm=Fin" in tree.morph[i]:
            return True
        if tree.first[i]:
            break
    return False


def group_start(tree: Tree, i: int) -> int:
    """Where the verb with its auxiliaries and clitics begins: "s'est félicité", "a-t-il dit"."""
    while i > 0 and not tree.first[i] and _is_helper(tree, i - 1) and tree.text[i - 1] not in CLOSING_QUOTES:
        i -= 1
    return i


def _is_helper(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("AUX", "PRON", "ADV") or tree.dep[i] == "aux:caus"


def is_after_quote(tree: Tree, first: int) -> bool:
    """Whether a quotation ends right before word `first`, with or without a comma."""
    return any(tree.text[k] in CLOSING_QUOTES for k in range(max(0, first - 2), first))


def speaker(tree: Tree, i: int, parsing: Parsing, words: Language) -> int | None:
    """The subject behind the verb: a clitic, or the noun that names somebody right behind it."""
    for child in tree.children[i]:
        if tree.dep[child] in ("nsubj", "nsubj:pass") and tree.text[child].startswith("-"):
            return child
    told = "VerbForm=Fin" in tree.morph[i] or group_start(tree, i) < i
    near = i + (FAR if told else NEAR + 1)
    for k in range(i + 1, min(near + (FAR if told else 0), len(tree))):
        if k == i + 1 and tree.pos[k] == "VERB" and tree.dep[k] == "xcomp" and tree.head[k] == i:  # "croit savoir Séoul"
            continue
        verbal = tree.pos[k] == "VERB" and tree.dep[k] != "acl"  # "a dit dans un communiqué publié jeudi Ana Vidal"
        if tree.first[k] or tree.text[k] == "que" or verbal or tree.pos[k] in ("SCONJ", "CCONJ"):
            return None
        if tree.text[k] in CLOSING_QUOTES or tree.text[k] in OPENING:
            return None
        if k >= near and tree.text[k - 1 - (tree.pos[k - 1] == "DET")] != ",":
            continue  # "a déclaré lors d'un point de presse à Genève, Ana Vidal, cheffe de X"
        if _names_noun(tree, i, k):
            continue
        if _is_one_of(tree, k, words) and tree.dep[k] in MISREAD:
            return k
        timely = tree.temporal[k] or tree.lemma[k] in parsing.temporal
        if tree.pos[k] in ("NOUN", "PROPN") and not timely and (tree.case(k) == "" or _is_indefinite(tree, i, k, parsing)):
            known = names_somebody(tree, k, words) or (tree.lemma[i] in parsing.speech and _is_text(tree, k, parsing, words))
            return k if (tree.dep[k] in MISREAD or tree.is_above(k, i)) and known else None
    return None


def _names_noun(tree: Tree, verb: int, name: int) -> bool:
    """Whether a name is that of what stands in the phrase of a participle: "un entretien accordé au journal X"."""
    noun = tree.head[tree.head[name]] if tree.dep[name] == "flat:name" else tree.head[name]
    if tree.pos[name] != "PROPN" or tree.pos[noun] != "NOUN" or not verb < noun < name or not tree.case(noun):
        return False
    return tree.dep[tree.head[noun]] == "acl" and all(tree.text[k] != "," for k in range(noun, name))


def _is_indefinite(tree: Tree, verb: int, noun: int, parsing: Parsing) -> bool:
    """Whether "des" right behind a verb and its day is the article of those who say it: "…, ont dit jeudi des élus"."""
    case = tree.child(noun, "case")
    if case is None or tree.text[case] != "des" or "Number=Plur" not in tree.morph[noun]:
        return False
    return all(tree.lemma[k] in parsing.temporal for k in range(verb + 1, case))


def _is_one_of(tree: Tree, k: int, words: Language) -> bool:
    """Whether a word picks one of some people: "…, a annoncé à l'AFP l'un de ses avocats"."""
    if tree.pos[k] not in ("PRON", "NUM") or tree.case(k):
        return False
    several = tree.child(k, "nmod")
    return (
        several is not None and several > k and "Number=Plur" in tree.morph[several] and names_somebody(tree, several, words)
    )


def _is_text(tree: Tree, k: int, parsing: Parsing, words: Language) -> bool:
    """Whether a noun is something written or heard that says so: "…, indique un communiqué de l'armée", "la radio"."""
    noun = words.nouns.get(tree.lemma[k].lower())
    written = noun is not None and "Work" in (noun.kind, *noun.also) and "document" in noun.flags
    return written or (noun is not None and "media" in noun.flags) or tree.lemma[k] in parsing.tallies


def names_somebody(tree: Tree, k: int, words: Language) -> bool:
    """Whether a word is a name, a noun with a capital ("le Quai d'Orsay"), a title or a noun for people or bodies."""
    if tree.pos[k] == "PROPN" or tree.text[k][0].isupper():
        return True
    lemma = tree.lemma[k].lower()
    noun = words.nouns.get(lemma)
    return lemma in words.titles or (noun is not None and noun.kind in SPEAKERS)


def says_more(tree: Tree, i: int) -> bool:
    """Whether the verb has a clause of its own behind it: "…, a dit X que" says that, not what stands before."""
    return any(tree.dep[c] == "ccomp" and c > i and tree.child(c, "mark") is not None for c in tree.children[i])


def insert(tree: Tree, i: int, first: int) -> None:
    """Hang the verb under the main verb before it as an insertion; a main verb takes what stands before as its clause."""
    before = [c for c in tree.children[i] if c < first and tree.dep[c] != "punct"]
    behind = told_behind(tree, i, first)
    if behind is not None:
        resume(tree, i, behind, before)
        return
    above = tree.head[i]
    while tree.head[above] != above:
        above = tree.head[above]
    resumed = resuming(tree, i, before) if above == i else None
    if resumed is not None:
        tree.move(resumed, resumed, "root")
        for child in before:
            tree.move(child, resumed, tree.dep[child])
        tree.move(i, resumed, "parataxis")
    elif above >= first:
        for child in before:
            told = tree.pos[child] == "VERB" or tree.child(child, "cop") is not None
            clausal = tree.dep[child] in CLAUSAL or is_after_quote(tree, first) or tree.child(child, "nsubj") is not None
            clause = told and clausal and tree.child(child, "mark") is None
            tree.dep[child] = "ccomp" if clause else "obl" if tree.case(child) else "dep"
    elif tree.dep[i] != "parataxis":
        for child in before:
            tree.move(child, tree.head[i], label_told(tree, tree.head[i], child))
        tree.move(i, above, "parataxis")


def label_told(tree: Tree, verb: int, child: int) -> str:
    """What a word is to a verb, that was hung on a verb of saying behind it: "ont arrêté deux hommes, a annoncé X"."""
    mark = tree.child(child, "mark")
    if mark is None and "VerbForm=Part" in tree.morph[child] and "Tense=Pres" in tree.morph[child]:
        return "advcl"  # "l'armée mène des raids affirmant viser X, a annoncé Y"
    if mark is not None:
        return "ccomp" if tree.lemma[mark] == "que" else "dep"
    beside = {tree.dep[c] for c in tree.children[verb]}
    active = "nsubj" in beside and beside.isdisjoint(("obj", "ccomp", "xcomp", "aux:pass", "cop", "expl:comp"))
    next_to = tree.pos[child] in ("NOUN", "PROPN") and min([child, *tree.children[child]]) == verb + 1
    return "obj" if active and next_to and tree.pos[verb] == "VERB" else "dep"


def resuming(tree: Tree, i: int, before: list[int]) -> int | None:
    """The verb of the subject before an inserted clause, which goes on behind it: "Le maire, rapporte X, aurait versé"."""
    if not any(tree.dep[c] in ("nsubj", "nsubj:pass") for c in before) or any(tree.pos[c] == "VERB" for c in before):
        return None
    for child in tree.children[i]:
        own = [c for c in tree.children[child] if tree.dep[c] != "punct"]
        lacks = not any(tree.dep[c].startswith(("nsubj", "mark", "cc", "case")) for c in own)
        finite = any("VerbForm=Fin" in tree.morph[k] for k in (child, *own))
        if child > i and tree.pos[child] == "VERB" and lacks and finite and tree.text[min([child, *own]) - 1] == ",":
            return child
    return None
