"""The French models' trees in the Universal Dependencies that the rules speak, with their usual faults mended.

Each repair is one function over the whole tree; they run in this order because each relies on those before: labels and
forms, then participles (they decide what is passive), then what hangs from what.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.annotate.lemmas import Lemmas, load_lemmas
from kg.annotate.name_trees import settle_names
from kg.annotate.outfits import mend_outfits
from kg.annotate.parsing import Parsing, load_parsing
from kg.annotate.repairs import free_marks, mend_subjects
from kg.annotate.speech import mend_speech
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language
from kg.model import NameSpan

RENAMED = {"ROOT": "root", "obl:mod": "obl", "aux:tense": "aux", "flat:foreign": "flat:name"}
TENSES = {"F": ("Ind", "Fut"), "C": ("Cnd", "Pres"), "I": ("Ind", "Imp"), "J": ("Ind", "Past")}
VERBAL = ("VERB", "AUX")
RELATIVE = frozenset({"qui", "que", "dont", "où", "lequel", "auquel", "duquel"})
NAME_TIES = {"amod": "nmod", "flat:name": "appos"}
CLAUSES = ("ccomp", "advcl", "acl", "xcomp", "parataxis", "dep")
ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent", "nmod", "conj", "root", "appos")
LISTED = ("obl", "obl:arg", "obj", "nmod", "appos", "dep")
NEVER_TIMES = ("obj", "iobj", "dep", "ccomp", "xcomp", "appos")
DATIVES = ("obl:arg", "obl", "iobj")
INFINITIVES = ("er", "ir", "re")
PLURALS = ("s", "x")
OBLIQUE = ("obl", "obl:arg", "nmod")
AGENT_CASES = ("par", "de")


def to_ud(tree: Tree, names: Iterable[NameSpan], titles: Container[str]) -> None:
    """Turn the tree of a French model into Universal Dependencies, in place."""
    lemmas, parsing = load_lemmas("fr"), load_parsing("fr")
    assert lemmas is not None
    rename(tree)
    show_tense(tree, lemmas)
    show_number(tree)
    free_marks(tree)
    settle_names(tree, names, titles)
    see_verbs(tree, lemmas)
    see_participles(tree, lemmas)
    mend_adverbs(tree)
    mend_outfits(tree, lemmas, parsing)
    mend_voice(tree)
    mend_words(tree, lemmas)
    free_subjects(tree)
    mend_complex(tree)
    mend_clauses(tree)
    mend_coordination(tree)
    mend_fronted(tree)
    mend_causatives(tree)
    mend_reduced(tree)
    mend_objects(tree)
    mend_speech(tree, parsing, language("fr").nouns)
    mend_appositions(tree, language("fr"))
    mend_lists(tree)
    mend_partitives(tree, parsing)
    mend_relatives(tree, parsing)
    mend_agents(tree, parsing)
    mend_subjects(tree)
    mend_impersonal(tree, parsing)
    mend_times(tree, parsing)
    mend_behind_times(tree, parsing)
    mend_control(tree)


def rename(tree: Tree) -> None:
    """Give the labels their common names; "faire" before an infinitive is a causative auxiliary."""
    for i, dep in enumerate(tree.dep):
        tree.dep[i] = RENAMED.get(dep, dep)
        if dep in ("dep", "aux", "aux:tense") and tree.lemma[i] == "faire" and is_infinitive(tree, tree.head[i]):
            tree.dep[i] = "aux:caus"


def is_infinitive(tree: Tree, i: int) -> bool:
    """Whether word `i` is a verb in the infinitive."""
    return "VerbForm=Inf" in tree.morph[i]


def show_tense(tree: Tree, lemmas: Lemmas) -> None:
    """Set mood and tense of verbs whose form leaves no doubt: "mettront", "mettraient"."""
    for i, pos in enumerate(tree.pos):
        if pos in VERBAL:
            tense = lemmas.tense(tree.text[i])
            if tense and not is_infinitive(tree, i):
                mood, time = TENSES[tense]
                tree.set_features(i, Mood=mood, Tense=time, VerbForm="Fin", Voice="")


def show_number(tree: Tree) -> None:
    """Set the plural of nouns whose form leaves no doubt: the "-s" of "boucliers" that its lemma has not."""
    for i, pos in enumerate(tree.pos):
        plural = tree.text[i][-1:] in PLURALS and tree.lemma[i][-1:] not in PLURALS
        if pos == "NOUN" and plural and "Number=Sing" in tree.morph[i]:
            tree.set_features(i, Number="Plur")


def see_verbs(tree: Tree, lemmas: Lemmas) -> None:
    """Make a verb of a "noun" with a subject and without copula: "Une cyberattaque frappe des hôpitaux"."""
    for i, pos in enumerate(tree.pos):
        subject = tree.child(i, "nsubj") if pos == "NOUN" and tree.dep[i] == "root" else None
        nominal = any(tree.dep[c] in ("det", "case", "cop", "amod", "aux") for c in tree.children[i])
        if subject is None or subject > i or nominal:
            continue
        lemma = lemmas.lemma(tree.text[i], "VERB")
        if not lemma.endswith(INFINITIVES):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i] = "VERB", lemma, ""
        tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")
        for child in [c for c in tree.children[i] if tree.dep[c] == "nmod"]:
            tree.dep[child] = "obj" if tree.case(child) == "de" and make_partitive(tree, child) else "obl"


def see_participles(tree: Tree, lemmas: Lemmas) -> None:
    """Make verbs of participles taken for nouns or adjectives ("sont morts") or infinitives, undo what can be none."""
    for i, pos in enumerate(tree.pos):
        if pos == "NOUN" and opens_sentence(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.pos[i], tree.dep[i] = "VERB", "advcl"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
        elif pos in ("NOUN", "ADJ", "ADV") and is_verbal_use(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.pos[i] = "VERB"
            tree.lemma[i] = lemmas.lemma(tree.text[i], "VERB")
            tree.set_features(i, Tense="Past", VerbForm="Part")
            if tree.dep[i] == "amod":
                tree.dep[i] = "acl"
            if pos == "ADV":
                take_object(tree, i)
        elif pos == "VERB" and can_be_participle(tree, i) and lemmas.is_participle(tree.text[i]):
            tree.set_features(i, Mood="", Person="", Tense="Past", VerbForm="Part")
        elif pos == "VERB" and is_infinitive(tree, i) and tree.lemma[i] != tree.text[i].lower():
            unmake_infinitive(tree, i)
        elif pos == "VERB" and tree.child(i, "aux:pass") is not None and not lemmas.is_participle(tree.text[i]):
            unmake_participle(tree, i, lemmas)


def take_object(tree: Tree, verb: int) -> None:
    """Make an object of the bare noun that hangs loosely behind what was no verb to the parser."""
    for child in tree.children[verb]:
        if child > verb and tree.dep[child] == "dep" and tree.pos[child] == "NOUN" and not tree.case(child):
            tree.dep[child] = "obj"


def can_be_participle(tree: Tree, i: int) -> bool:
    """Whether a verb that was taken for something else stands where only a participle can: behind "avoir" or "être"."""
    if is_infinitive(tree, i):
        return not tree.text[i].endswith(INFINITIVES)
    return "VerbForm=Part" not in tree.morph[i] and any(
        tree.dep[c].startswith("aux") and tree.lemma[c] in ("avoir", "être") for c in tree.children[i]
    )


def opens_sentence(tree: Tree, i: int) -> bool:
    """Whether a bare noun opens a sentence as participles do: "Armés de bâtons, ils …"."""
    if not tree.first[i] or tree.dep[i] not in ("obl", "nmod", "advcl", "dep"):
        return False
    return not any(tree.dep[c] in ("det", "case", "amod", "nummod") for c in tree.children[i])


def unmake_infinitive(tree: Tree, i: int) -> None:
    """Make a finite verb of what has a subject and is no infinitive by its form: "un pont s'effondre"."""
    if tree.lemma[i].endswith(INFINITIVES) and tree.child(i, "nsubj") is not None:
        tree.set_features(i, Mood="Ind", Tense="Pres", VerbForm="Fin")


def is_verbal_use(tree: Tree, i: int) -> bool:
    """Whether a word stands where a participle would: after "être" without determiner, or before "par"."""
    if tree.pos[i] == "NOUN" and tree.child(i, "det") is not None:
        return False
    for child in tree.children[i]:
        if tree.lemma[child] == "être" and tree.dep[child] in ("cop", "aux", "aux:pass") and child < i:
            return tree.pos[i] == "NOUN" or tree.dep[child] != "cop"
        if tree.dep[child] in ("aux", "obl:agent"):
            return True
    return False


def unmake_participle(tree: Tree, i: int, lemmas: Lemmas) -> None:
    """Make an adjective of a word that is no participle: "sont présentes"."""
    tree.pos[i] = "ADJ"
    tree.lemma[i] = lemmas.lemma(tree.text[i], "ADJ")
    tree.set_features(i, Tense="", VerbForm="", Voice="")
    for child in tree.children[i]:
        if tree.dep[child] == "aux:pass":
            tree.dep[child] = "cop"
        elif tree.dep[child] == "nsubj:pass":
            tree.dep[child] = "nsubj"


def mend_adverbs(tree: Tree) -> None:
    """Make the predicate of a participle behind an adverb that was taken for it: "a été mal négocié"."""
    for i, pos in enumerate(tree.pos):
        verb = next((c for c in tree.children[i] if c == i + 1 and "VerbForm=Part" in tree.morph[c]), None)
        being = any(tree.dep[c] in ("cop", "aux", "aux:pass") for c in tree.children[i])
        if pos == "ADV" and being and verb is not None:
            tree.take_place(verb, i, tree.dep[i])
            tree.move(i, verb, "advmod")


def mend_voice(tree: Tree) -> None:
    """Tell the passive ("est produit") from the past of verbs that take "être" ("est arrivé") and of reflexives."""
    perfect = language("fr").grammar.be_perfect
    for i, pos in enumerate(tree.pos):
        if pos != "VERB" or "VerbForm=Part" not in tree.morph[i]:
            continue
        being = [c for c in tree.children[i] if tree.lemma[c] == "être" and tree.dep[c] in ("aux", "aux:pass", "cop")]
        if not being:
            subject = tree.child(i, "nsubj:pass")
            if subject is not None and tree.child(i, "aux") is not None:
                tree.dep[subject] = "nsubj"
            continue
        reflexive = any(tree.dep[c].startswith("expl:") and tree.lemma[c] == "se" for c in tree.children[i])
        passive = not reflexive and tree.lemma[i] not in perfect
        for child in being:
            tree.dep[child] = "aux:pass" if passive else "aux"
        for child in tree.children[i]:
            if tree.dep[child] in ("nsubj", "nsubj:pass"):
                tree.dep[child] = "nsubj:pass" if passive else "nsubj"
        tree.set_features(i, Voice="Pass" if passive else "")


# -------------------------------------------------------------------------------------- attachment


def mend_words(tree: Tree, lemmas: Lemmas) -> None:
    """Mend what stands on its own: "que" as an object is a pronoun, a "participle" of no verb an adjective."""
    for i, pos in enumerate(tree.pos):
        if pos == "SCONJ" and tree.lemma[i] == "que" and tree.dep[i] in ("obj", "nsubj"):
            tree.pos[i], tree.morph[i] = "PRON", "PronType=Rel"
        elif pos == "VERB" and tree.dep[i] == "acl" and "Tense=Past" in tree.morph[i]:
            if not lemmas.is_participle(tree.text[i]):
                unmake_participle(tree, i, lemmas)
                tree.dep[i] = "amod"
        elif pos == "PROPN" and tree.pos[tree.head[i]] == "NOUN" and tree.dep[i] in ("amod", "flat:name"):
            follows = tree.pos[i - 1] == "PROPN" and tree.head[i - 1] == tree.head[i] and tree.dep[i] == "flat:name"
            tree.move(i, i - 1 if follows else tree.head[i], "flat:name" if follows else NAME_TIES[tree.dep[i]])
        elif pos == "DET" and tree.dep[i] in ARGUMENTS:
            tree.pos[i] = "PRON"
        elif pos == "DET" and tree.dep[i] == "det" and tree.pos[tree.head[i]] == "VERB" and tree.head[i] == i + 1:
            mend_clitic(tree, i)
        elif tree.lemma[i] == "se" and tree.dep[i] in ("obj", "iobj", "dep"):
            tree.dep[i] = "expl:comp"


def mend_clitic(tree: Tree, i: int) -> None:
    """Make an object pronoun of an "article" right before a verb: "en leur adressant", "pour les aider"."""
    verb = tree.head[i]
    dative = tree.lemma[i] == "leur"
    if (tree.lemma[i] == "le" or dative) and ("VerbForm=Part" not in tree.morph[verb] or is_clause(tree, verb)):
        tree.pos[i] = "PRON"
        tree.dep[i] = "iobj" if dative else "obj"


def mend_partitives(tree: Tree, parsing: Parsing) -> None:
    """Make objects of complements with a partitive article: "livrer de la nourriture", "du matériel"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("obl:arg", "obl", "iobj") or tree.lemma[verb] not in parsing.partitive or tree.case(i) != "de":
            continue
        if tree.child(verb, "obj") is None and tree.child(verb, "aux:pass") is None and make_partitive(tree, i):
            tree.dep[i] = "obj"
            for child in tree.children[i]:
                if tree.dep[child] == "conj" and tree.case(child) == "de":
                    make_partitive(tree, child)


def make_partitive(tree: Tree, i: int) -> bool:
    """Make a determiner of the "de" before an article; False where there is none such."""
    case, article = tree.child(i, "case"), tree.child(i, "det")
    if case is None or not (tree.text[case].lower() in ("du", "des") or article == case + 1):
        return False
    tree.dep[case], tree.pos[case] = "det", "DET"
    return True


def free_subjects(tree: Tree) -> None:
    """Never take for a subject what has a preposition ("Selon Ana Vidal, deux hommes ont été tués"), nor address it."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep == "vocative" and i < verb and not has_subject(tree, verb) and tells_of_others(tree, verb):
            tree.dep[i] = "nsubj"  # "Madame Ana Vidal et deux amis, se sont rendus"
        if dep not in ("nsubj", "nsubj:pass") or tree.case(i) in ("", "de") or tree.pos[i] not in ("NOUN", "PROPN"):
            continue
        tree.dep[i] = "obl"
        below = [c for c in tree.children[i] if i < c < verb and tree.dep[c] in ("nmod", "appos", "conj", "dep")]
        subject = next((c for c in below if tree.pos[c] in NOMINAL and heads_own_phrase(tree, c)), None)
        if subject is not None and not has_subject(tree, verb):
            tree.move(subject, verb, dep)


def tells_of_others(tree: Tree, verb: int) -> bool:
    """Whether a verb, or its auxiliary, stands in the third person."""
    return any("Person=3" in tree.morph[k] for k in (verb, *tree.children[verb]) if tree.pos[k] in VERBAL)


def heads_own_phrase(tree: Tree, i: int) -> bool:
    """Whether a noun behind a comma has a determiner or a number, and neither preposition nor conjunction."""
    own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
    begins = tree.text[min([i, *own]) - 1] == "," and not any(tree.dep[c] in ("case", "cc") for c in own)
    return begins and any(tree.dep[c] in ("det", "nummod") for c in own)


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


def mend_clauses(tree: Tree) -> None:
    """Call a verb with its own mark a clause, not an oblique: "avant de se retirer"."""
    for i, dep in enumerate(tree.dep):
        if dep == "advcl" and is_interposed(tree, i):
            tree.dep[i] = "parataxis"
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


def is_clause(tree: Tree, i: int) -> bool:
    """Whether a verb has a mark, or is an infinitive or a gerund."""
    gerund = "VerbForm=Part" in tree.morph[i] and "Tense=Pres" in tree.morph[i]
    return gerund or is_infinitive(tree, i) or tree.child(i, "mark") is not None


def mend_coordination(tree: Tree) -> None:
    """Join what the parser hung beside its partner: "entre X et Y", "de X et de Y", "X et Y ont conclu"."""
    for i in range(len(tree)):
        cc = tree.child(i, "cc")
        if cc is None or cc == 0 or cc > i or tree.first[cc]:
            continue
        if tree.pos[i] == "VERB":
            join_subjects(tree, i, cc)
        elif tree.pos[i] in NOMINAL:
            partner = partner_before(tree, i, cc)
            if partner is not None:
                tree.move(i, partner, "conj")


def partner_before(tree: Tree, i: int, cc: int) -> int | None:
    """The noun before the conjunction at `cc` that stands with `i`: with the same preposition, or behind "entre"."""
    other, case = cc - 1, tree.case(i)
    while other not in (tree.head[i], i) and tree.head[other] != other:
        if tree.pos[other] in NOMINAL and tree.case(other) == (case or "entre"):
            return other if case == "" or tree.head[other] == tree.head[i] else None
        other = tree.head[other]
    return None


def join_subjects(tree: Tree, verb: int, cc: int) -> None:
    """Make one subject of a "sentence" of one name and the subject that a plural verb behind it has."""
    first, second = tree.head[verb], next((c for c in tree.children[verb] if tree.dep[c] in ("nsubj", "nsubj:pass")), None)
    if second is None or tree.dep[verb] != "conj" or tree.dep[first] != "root" or tree.pos[first] not in ("NOUN", "PROPN"):
        return
    plural = any("Number=Plur" in tree.morph[k] for k in (verb, *tree.children[verb]) if tree.pos[k] in VERBAL)
    if not plural or min([second, *tree.children[second]]) != cc + 1 or not tree.is_above(first, cc - 1):
        return
    dep = tree.dep[second]
    tree.move(verb, verb, "root")
    tree.move(first, verb, dep)
    tree.move(second, first, "conj")
    tree.move(cc, second, "cc")


def mend_fronted(tree: Tree) -> None:
    """Hang a participle that opens a sentence under its main verb: "Critiqué par la presse, Sorin Vale a démissionné"."""
    for i, pos in enumerate(tree.pos):
        start = min([i, *tree.children[i]])
        if pos != "VERB" or "Tense=Past" not in tree.morph[i] or not tree.first[start] or any(
            tree.dep[c].startswith(("aux", "nsubj", "obj", "expl", "cop")) for c in tree.children[i]
        ):
            continue
        if tree.dep[i] == "root":
            main = next((c for c in tree.children[i] if tree.dep[c] == "parataxis" and has_subject(tree, c)), None)
            if main is not None and main > i:
                tree.move(main, main, "root")
                tree.move(i, main, "advcl")
        elif tree.dep[i] in ("nmod", "obl", "dep") and has_subject(tree, tree.head[i]):
            tree.dep[i] = "advcl"


def has_subject(tree: Tree, i: int) -> bool:
    """Whether a predicate has a subject of its own."""
    return any(tree.dep[c] in ("nsubj", "nsubj:pass") for c in tree.children[i])


def mend_causatives(tree: Tree) -> None:
    """Make auxiliaries of "faire" and a reflexive "voir" before an infinitive: "a fait libérer", "s'est vu refuser"."""
    for i, lemma in enumerate(tree.lemma):
        if tree.pos[i] != "VERB" or not (lemma == "faire" or (lemma == "voir" and is_reflexive(tree, i))):
            continue
        verb = next((c for c in tree.children[i] if tree.dep[c] == "xcomp" and is_infinitive(tree, c)), None)
        if verb is not None and 0 < verb - i <= 2 and tree.child(verb, "mark") is None:
            tree.take_place(verb, i, tree.dep[i])
            tree.move(i, verb, "aux:caus")
            tree.pos[i] = "AUX"


def is_reflexive(tree: Tree, i: int) -> bool:
    """Whether verb `i` stands with a reflexive pronoun."""
    return any(tree.lemma[c] == "se" for c in tree.children[i])


def mend_reduced(tree: Tree) -> None:
    """Hang a bare participle right behind a noun under that noun: "le corps d'Ana Vidal assassinée en mai"."""
    for i, dep in enumerate(tree.dep):
        follows = not tree.first[i] and tree.pos[i - 1] in ("NOUN", "PROPN")
        if dep not in ("advcl", "xcomp") or tree.pos[i] != "VERB" or not follows:
            continue
        if "Tense=Past" in tree.morph[i] and tree.head[i] < i and is_bare(tree, i):
            tree.move(i, tree.head[i - 1] if tree.dep[i - 1] == "flat:name" else i - 1, "acl")


def is_bare(tree: Tree, i: int) -> bool:
    """Whether verb `i` has no subject, auxiliary or mark, and nothing before it."""
    return all(c > i and not tree.dep[c].startswith(("aux", "mark", "nsubj")) for c in tree.children[i])


def mend_objects(tree: Tree) -> None:
    """Make an object of a second "subject" or a bare name right behind an active verb: "a rencontré Karim Belhadj"."""
    for i, pos in enumerate(tree.pos):
        if pos != "VERB":
            continue
        subjects = [c for c in tree.children[i] if tree.dep[c] == "nsubj"]
        after = [c for c in subjects if c > i]
        active = len(after) == 1 and len(subjects) > 1 and tree.child(i, "obj") is None
        if active and tree.pos[after[0]] in ("NOUN", "PROPN"):
            tree.dep[after[0]] = "obj"
        name = next((c for c in tree.children[i] if c == i + 1 and tree.dep[c] in ("obl", "obl:arg", "nmod")), None)
        if name is not None and tree.pos[name] == "PROPN" and tree.child(name, "case") is None and takes_object(tree, i):
            tree.dep[name] = "obj"


def mend_appositions(tree: Tree, words: Language) -> None:
    """Make an apposition of a bare noun behind a comma: "Ana Vidal, présidente du club, …", "des hommes, membres de …"."""
    for i, dep in enumerate(tree.dep):
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        start, above = min([i, *own]), tree.head[i]
        if start < 2 or tree.text[start - 1] != "," or above >= start - 1 or in_list(tree, i):
            continue
        nominal = tree.pos[i] in ("NOUN", "PROPN", "ADJ")
        bare = nominal and not any(tree.dep[c] in ("det", "case", "cc", "cop", "nummod") for c in own)
        noun = tree.pos[i] == "NOUN" and tree.pos[above] in ("NOUN", "PROPN")
        loose = dep in ("nmod", "obl") or (dep == "conj" and tree.child(i, "nmod") is not None)
        if bare and noun and loose:
            tree.dep[i] = "appos"
        elif bare and dep in ("nmod", "acl", "amod", "dep") and is_person(tree, i, words):
            tree.pos[i], tree.dep[i] = "NOUN", "appos"


def is_person(tree: Tree, i: int, words: Language) -> bool:
    """Whether a word is a title or a noun for persons."""
    titled = tree.text[i] in words.titles or tree.lemma[i] in words.titles
    noun = words.nouns.get(tree.text[i]) or words.nouns.get(tree.lemma[i])
    return titled or (noun is not None and noun.kind == "Person")


def in_list(tree: Tree, i: int) -> bool:
    """Whether a noun stands among others of a list that ends with a conjunction: "des vivres, tentes et couvertures"."""
    listed = (i, *tree.children[i], *tree.children[tree.head[i]])
    return any(tree.dep[c] == "conj" and tree.child(c, "cc") is not None and c > tree.head[i] for c in listed)


def mend_lists(tree: Tree) -> None:
    """Make conjuncts of the members of a list that were hung beside its first: "les ports, les routes et la gare"."""
    for i in range(len(tree) - 1, -1, -1):
        if tree.dep[i] not in LISTED or tree.pos[i] not in ("NOUN", "PROPN") or not closes_list(tree, i):
            continue
        start = min([i, *tree.children[i]])
        before = listed_before(tree, i, start)
        if before is not None:
            for child in [c for c in tree.children[i] if tree.dep[c] == "conj"]:
                tree.move(child, before, "conj")
            tree.move(i, before, "conj")


def closes_list(tree: Tree, i: int) -> bool:
    """Whether a member of a list has a later one with its conjunction ("… et la gare")."""
    return any(tree.dep[c] == "conj" and tree.child(c, "cc") is not None for c in tree.children[i])


def listed_before(tree: Tree, i: int, start: int) -> int | None:
    """The member of the list that ends before the comma at `start - 1`, with the governor and preposition of `i`."""
    if start < 2 or tree.text[start - 1] != ",":
        return None
    for other in reversed(tree.children[tree.head[i]]):
        if other < start - 1 and tree.pos[other] in ("NOUN", "PROPN") and tree.case(other) == tree.case(i):
            subject = tree.dep[other].startswith("nsubj")
            return other if not subject and tree.is_above(other, start - 2) else None
    return None


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
            if clause is not None and noun is not None and tree.dep[clause] in CLAUSES and tree.head[clause] < i:
                attach_relative(tree, clause, noun)
            if lemma == "que":
                mend_inverted_relative(tree, i)


def mend_inverted_relative(tree: Tree, que: int) -> None:
    """Make a subject of the "object" behind the verb of a relative clause with "que": "la montre que portait son fils"."""
    verb = tree.head[que]
    if tree.dep[verb] != "acl:relcl" or tree.dep[que] != "obj" or verb != que + 1 or has_subject(tree, verb):
        return
    behind = next((c for c in tree.children[verb] if c > verb and tree.dep[c] == "obj"), None)
    if behind is not None and tree.case(behind) == "":
        tree.dep[behind] = "nsubj"


def mend_object_relative(tree: Tree, i: int, parsing: Parsing) -> None:
    """Read "que" after an object as a relative pronoun: "une panne que les pilotes n'ont pu réparer"."""
    clause = tree.head[i]
    verb = tree.head[clause]
    noun = antecedent(tree, i)
    if tree.dep[clause] != "ccomp" or noun is None or tree.text[i - 1] == ",":
        return
    if tree.head[noun] != verb or tree.dep[noun] != "obj" or tree.lemma[verb] in parsing.object_and_clause:
        return
    deepest = clause
    while (below := tree.child(deepest, "xcomp")) is not None:
        deepest = below
    if tree.child(deepest, "obj") is not None or tree.child(noun, "det") is None:
        return
    attach_relative(tree, clause, noun)
    tree.move(i, deepest, "obj")
    tree.pos[i] = "PRON"
    tree.morph[i] = "PronType=Rel"


def attach_relative(tree: Tree, clause: int, noun: int) -> None:
    """Make a clause a relative clause of `noun`, unless that would close a circle."""
    if not tree.is_above(clause, noun):
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


def mend_agents(tree: Tree, parsing: Parsing) -> None:
    """Keep `obl:agent` for those who act, and find agents that hang too low: "tué mardi à Tirna par des soldats"."""
    for i, dep in enumerate(tree.dep):
        case = tree.case(i)
        if dep == "obl:agent" and tree.lemma[tree.head[i]] not in parsing.temporal:
            if case not in AGENT_CASES or tree.lemma[i] in parsing.not_agents or tree.pos[i] not in NOMINAL:
                tree.dep[i] = "obl"
        elif case == "par" and dep in ("obl", "obl:arg", "obl:agent", "nmod") and tree.lemma[i] not in parsing.not_agents:
            verb = passive_above(tree, i, parsing)
            if verb is not None and tree.child(verb, "obl:agent") is None and tree.pos[i] in NOMINAL:
                tree.move(i, verb, "obl:agent")


def passive_above(tree: Tree, i: int, parsing: Parsing) -> int | None:
    """The passive verb or participle that a phrase with "par" belongs to, over a place or a time at most."""
    above = tree.head[i]
    told = tree.dep[i] == "nmod" and tree.case(above) == "de" and tree.dep[above].startswith("obl")
    if told and tree.child(tree.head[above], "aux:pass") is not None:  # "a été prévenu de la crue par le maire"
        return tree.head[above]
    if tree.dep[i] == "nmod" or tree.pos[above] in NOMINAL:
        if not (tree.pos[above] in ("PROPN", "NUM") or tree.lemma[above] in parsing.temporal) or above > i:
            return None
        while tree.pos[above] in NOMINAL and tree.head[above] != above:
            above = tree.head[above]
    if tree.pos[above] != "VERB" or above > i:
        return None
    passive = tree.child(above, "aux:pass") is not None or tree.child(above, "aux:caus") is not None
    bare = tree.dep[above] in ("acl", "amod") and "VerbForm=Part" in tree.morph[above] and "Tense=Past" in tree.morph[above]
    return above if passive or bare else None


def mend_impersonal(tree: Tree, parsing: Parsing) -> None:
    """Take "il" for a subject where the verb is none of those that have no real one."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "expl:subj" or tree.lemma[i] != "il" or tree.lemma[verb] in parsing.impersonal:
            continue
        below = {tree.dep[child] for child in tree.children[verb]}
        if tree.pos[verb] == "VERB" and not below & {"nsubj", "nsubj:pass", "ccomp", "csubj", "cop"}:
            tree.dep[i] = "nsubj:pass" if "aux:pass" in below else "nsubj"


def mend_times(tree: Tree, parsing: Parsing) -> None:
    """Never take a bare day for an object: "a annoncé lundi que"."""
    for i, dep in enumerate(tree.dep):
        if dep in NEVER_TIMES and tree.lemma[i] in parsing.temporal and tree.pos[tree.head[i]] in VERBAL:
            determiner = tree.child(i, "det")
            if tree.case(i) == "" and (determiner is None or tree.lemma[determiner] == "ce"):
                tree.dep[i] = "obl"


def mend_behind_times(tree: Tree, parsing: Parsing) -> None:
    """Give the verb back the object that stands behind its date: "a condamné jeudi 14 mars l'ancien maire"."""
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if dep not in ("nmod", "appos", "conj", "dep") or above > i or not is_time(tree, above, parsing):
            continue
        bare = tree.child(i, "det") is None and tree.child(i, "nummod") is None
        if bare or tree.case(i) or tree.child(i, "cc") is not None or tree.lemma[i] in parsing.temporal:
            continue
        while is_time(tree, above, parsing) and tree.head[above] != above:
            above = tree.head[above]
        if tree.pos[above] == "VERB" and above < i and takes_object(tree, above):
            tree.move(i, above, "obj")


def is_time(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether word `i` is a day, a month, or a number beside one."""
    if tree.pos[i] != "NUM":
        return tree.lemma[i] in parsing.temporal
    return any(tree.lemma[k] in parsing.temporal for k in (tree.head[i], *tree.children[i]))


def takes_object(tree: Tree, verb: int) -> bool:
    """Whether an active verb still lacks its object."""
    taken = {"obj", "ccomp", "xcomp", "aux:pass"}
    return "Voice=Pass" not in tree.morph[verb] and not any(tree.dep[child] in taken for child in tree.children[verb])


def mend_control(tree: Tree) -> None:
    """Hang the infinitive under the verb that asks it: "a appelé les deux parties à négocier", "demande à Ana de partir"."""
    grammar = language("fr").grammar
    for i, dep in enumerate(tree.dep):
        noun, mark = tree.head[i], tree.child(i, "mark")
        verb = tree.head[noun]
        asked = tree.dep[noun] == "obj" and tree.lemma[verb] in grammar.object_control
        told = tree.dep[noun] in DATIVES and tree.case(noun) == "à" and tree.lemma[verb] in grammar.dative_control
        if dep != "acl" or mark is None or not (asked or told):
            continue
        if is_infinitive(tree, i) and tree.lemma[mark] in ("à", "de") and mark == noun_end(tree, noun, i):
            tree.move(i, verb, "xcomp")


def noun_end(tree: Tree, noun: int, before: int) -> int:
    """The word right behind what hangs under `noun` and stands before word `before`."""
    return max((k for k in range(noun, before) if tree.is_above(noun, k) and not tree.is_above(before, k)), default=noun) + 1
