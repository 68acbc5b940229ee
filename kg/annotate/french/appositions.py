"""Nouns of a French tree that describe the one beside them: titles, names, what stands between commas."""

from __future__ import annotations

from kg.annotate.french.signs import ONE, SUBJECTS, has_subject, phrase_start
from kg.annotate.repairs import subject_label
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import Language, language
from kg.ontology import BODIES, PLACES

OPENERS = ("advcl", "advmod", "dep", "dislocated", "obl", "parataxis")
PLACED = ("obl", "obl:arg", "obj", "nmod")  # how a place behind a body hangs on the verb before
SEATED = ("à", "en")  # before the town or state where a body has its seat
MODIFYING = ("nmod", "obl", "conj", "acl", "amod", "dep", "appos")  # what a noun in apposition was taken for

FAMILIES = (frozenset({"Person"}), BODIES | {"Group"}, PLACES)  # of kinds of nouns that may describe each other
GIANTS = ("géant", "leader", "spécialiste", "roi", "pionnier", "champion")  # of a whole trade


def join_descriptions(tree: Tree, words: Language) -> None:
    """Join to the description of a name the second one that was joined to the name: "X, ministre et conseiller de Y"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        beside = dep == "nmod" and tree.pos[name] == "PROPN" and name < i and tree.text[i - 1] == ","
        if beside and is_bare_noun(tree, i) and is_person(tree, i, words):
            tree.dep[i] = "appos"  # "Sorin Vale, ex-préfet"
        if dep != "conj" or tree.pos[i] != "NOUN" or tree.pos[name] != "PROPN" or name > i or not is_bare_noun(tree, i):
            continue
        first = next((c for c in tree.children[name] if tree.dep[c] == "appos" and name < c < i), None)
        if first is not None and tree.pos[first] == "NOUN" and is_bare_noun(tree, first) and tree.text[first - 1] == ",":
            tree.move(i, first, "conj")


def mend_appositions(tree: Tree, words: Language) -> None:
    """Make an apposition of a bare noun behind a comma: "Ana Vidal, présidente du club, …", "des hommes, membres de …"."""
    for i, dep in enumerate(tree.dep):
        if dep not in MODIFYING or tree.head[i] > i:
            continue
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
        elif dep == "appos" and tree.pos[i] == "VERB" and is_person(tree, i, words):
            see_noun(tree, i)


def lower_appositions(tree: Tree, words: Language) -> None:
    """Hang on the name before its comma what can't say what the noun above is: "le contrôle de Goma, la ville voisine"."""
    for i, dep in enumerate(tree.dep):
        article = tree.child(i, "det") if dep == "appos" and tree.pos[i] == "NOUN" else None
        noun = tree.head[i]
        if article is None or article < 2 or tree.text[article - 1] != "," or not noun < article - 2:
            continue
        name = article - 2
        while tree.dep[name] == "flat:name":
            name = tree.head[name]
        owned = tree.pos[name] == "PROPN" and tree.dep[name] == "nmod" and tree.head[name] == noun
        known = owned and tree.pos[noun] == "NOUN" and tree.case(name) == "de"
        if known and not _are_alike(words, tree.lemma[i], tree.lemma[noun]):
            tree.move(i, name, "appos")


def _are_alike(words: Language, one: str, other: str) -> bool:
    """Whether one noun may say what another is: a person a person, a body a body, a place a place."""
    first, second = words.nouns.get(one), words.nouns.get(other)
    family = next((kinds for kinds in FAMILIES if first is not None and first.kind in kinds), None)
    return family is None or (second is not None and second.kind in family)


def join_described_places(tree: Tree) -> None:
    """Make an apposition of what "un" begins right behind a name and a comma: "à Kuje, un faubourg de la capitale"."""
    for i, dep in enumerate(tree.dep):
        if dep != "obl" or tree.pos[i] != "NOUN" or tree.head[i] > i or tree.case(i):
            continue
        own = [c for c in tree.children[i] if tree.dep[c] != "punct"]
        start = min([i, *own])
        name = start - 2
        if name <= tree.head[i] or tree.text[start] not in ONE or tree.text[start - 1] != "," or tree.pos[name] != "PROPN":
            continue
        while tree.dep[name] == "flat:name":
            name = tree.head[name]
        owned = tree.dep[name] in ("nmod", "appos") and tree.pos[tree.head[name]] == "NOUN"  # "le groupe Norvex, une milice"
        if tree.case(name) or owned:
            tree.move(i, name, "appos")


def see_descriptions_in_rows(tree: Tree, words: Language) -> None:
    """Make an apposition of what the comma before "et" parts from a row: "Le pilote, un homme de 54 ans, et sa fille"."""
    for i, lemma in enumerate(tree.lemma):
        if lemma != "et" or tree.pos[i] != "CCONJ" or i < 4 or tree.text[i - 1] != ",":
            continue
        described = _before_commas(tree, i - 1)
        if described is None:
            continue
        noun, description = described
        last = next((k for k in range(i + 1, tree.end_of(i)) if tree.pos[k] in ("NOUN", "PROPN")), None)
        people = is_person(tree, description, words) and (tree.pos[noun] == "PROPN" or is_person(tree, noun, words))
        if last is None or not people or not _stands_beside(tree, description, noun):
            continue
        tree.move(description, noun, "appos")
        beside = tree.head[last] == tree.head[noun] != noun and tree.dep[last] in (tree.dep[noun], "conj")
        if beside or tree.head[last] == description:
            tree.move(last, noun, "conj")
            tree.move(i, last, "cc")


def lower_second_objects(tree: Tree) -> None:
    """Make an apposition of a second object behind the comma of a recipient: "a donné X au propriétaire, la société Y"."""
    for i, dep in enumerate(tree.dep):
        verb, article = tree.head[i], tree.child(i, "det") if dep == "obj" and tree.pos[i] == "NOUN" else None
        if article is None or not verb < i or tree.text[article - 1] != ",":
            continue
        given = [c for c in tree.children[verb] if c < i and tree.dep[c] == "obj"]
        who = article - 2
        while tree.head[who] != verb and verb < tree.head[who] < who:
            who = tree.head[who]
        if given and tree.head[who] == verb and tree.dep[who] == "obl:arg" and given[0] < who and tree.pos[who] == "NOUN":
            tree.move(i, who, "appos")


def see_last_descriptions(tree: Tree) -> None:
    """Make an apposition of what a comma joins to a name and nothing else follows: "par le Front noir, un groupe allié"."""
    for i, dep in enumerate(tree.dep):
        name, article = tree.head[i], tree.child(i, "det") if dep == "conj" and tree.pos[i] == "NOUN" else None
        if article is None or not name < i:
            continue
        if tree.pos[name] != "PROPN" and not any(
            tree.pos[c] == "PROPN" and tree.dep[c] == "appos" for c in tree.children[name]
        ):
            continue  # "par le ministre Paul Roy, un ancien avocat"
        single = "Definite=Ind" in tree.morph[article] and "Number=Plur" not in tree.morph[i]
        row = [c for c in (*tree.children[name], *tree.children[i]) if tree.dep[c] == "conj" and c != i]
        if single and tree.text[article - 1] == "," and not row and tree.child(i, "cc") is None and not tree.case(i):
            tree.dep[i] = "appos"


def _before_commas(tree: Tree, comma: int) -> tuple[int, int] | None:
    """Somebody known and who that is by an indefinite noun that ends before a comma: "le pilote, un homme de 54 ans"."""
    description = comma - 1
    while tree.dep[description] in ("nmod", "amod", "nummod", "case", "flat:name") and tree.head[description] != description:
        description = tree.head[description]
    article = tree.child(description, "det")
    if article is None or article > description or tree.lemma[article] != "un" or tree.text[article - 1] != ",":
        return None
    noun = article - 2
    while tree.dep[noun] in ("nmod", "amod", "nummod", "case", "flat:name") and tree.head[noun] < noun:
        noun = tree.head[noun]
    single = "Number=Plur" not in tree.morph[noun] and tree.pos[noun] in ("NOUN", "PROPN")
    known = tree.child(noun, "det")
    named = tree.pos[noun] == "PROPN" or (known is not None and "Definite=Def" in tree.morph[known])
    return (noun, description) if single and named else None


def _stands_beside(tree: Tree, second: int, first: int) -> bool:
    """Whether a noun was joined to the one before it, or stands under the same verb as the same part of its clause."""
    if tree.head[second] == first:
        return tree.dep[second] == "conj"
    return tree.head[second] == tree.head[first] and tree.dep[second] == tree.dep[first] in (*SUBJECTS, "obj")


def mend_affiliations(tree: Tree) -> None:
    """Hang on the name before a comma what says whence somebody is: "a déclaré Ana Vidal, du Centre de recherche à Metz"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("nmod", "obl", "obl:arg", "dep") or tree.pos[tree.head[i]] != "VERB":
            continue
        named = tree.pos[i] == "PROPN" or (tree.pos[i] == "NOUN" and tree.text[i][0].isupper())
        case = tree.child(i, "case")
        if not named or case is None or case < 2 or tree.lemma[case] != "de" or tree.text[case - 1] != ",":
            continue
        verb, name = tree.head[i], tree.head[case - 2] if tree.dep[case - 2] == "flat:name" else case - 2
        if tree.dep[name] == "nsubj" and tree.head[name] == verb < name and tree.pos[name] == "PROPN":
            place = next(
                (c for c in tree.children[verb] if c > i and tree.dep[c] in PLACED and tree.case(c) in SEATED), None
            )
            tree.move(i, name, "nmod")
            if place is not None and tree.is_above(i, (tree.child(place, "case") or 1) - 1):
                tree.move(place, i, "nmod")


def mend_named_speakers(tree: Tree) -> None:
    """Hang on the subject behind its verb the name that ends the sentence: "a promis le gouverneur, Ana Vidal."."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("parataxis", "dep", "obj", "conj") or tree.pos[i] != "PROPN" or i < 3 or tree.text[i - 1] != ",":
            continue
        if any(tree.dep[c] not in ("flat:name", "punct") for c in tree.children[i]):
            continue
        subject = i - 2
        while tree.dep[subject] in ("amod", "nmod", "flat:name") and tree.head[subject] < subject:
            subject = tree.head[subject]
        named = tree.pos[subject] == "NOUN" and tree.dep[subject] == "nsubj" and tree.head[subject] < subject
        behind = max([i, *tree.children[i]]) + 1
        if (
            named
            and behind < len(tree)
            and tree.text[behind] in (".", ",", "»")
            and is_person(tree, subject, language("fr"))
        ):
            tree.move(i, subject, "appos")


def see_noun(tree: Tree, i: int) -> None:
    """Make a noun of a "participle" in apposition that says what somebody is: "Ana Vidal, déléguée CGT"."""
    tree.pos[i], tree.lemma[i] = "NOUN", tree.text[i].lower()
    tree.set_features(i, Tense="", VerbForm="", Voice="")
    for child in tree.children[i]:
        if tree.dep[child] in ("obj", "obl", "obl:arg"):
            tree.dep[child] = "nmod"


def in_list(tree: Tree, i: int) -> bool:
    """Whether a noun stands among others of a list that ends with a conjunction: "des vivres, tentes et couvertures"."""
    listed = (i, *tree.children[i], *tree.children[tree.head[i]])
    return any(tree.dep[c] == "conj" and tree.child(c, "cc") is not None and c > tree.head[i] for c in listed)


def see_bare_subjects(tree: Tree) -> None:
    """Make the subject of a name that alone stands before its verb: "Vidal s'est excusée auprès de X"."""
    for i, pos in enumerate(tree.pos):
        verb = tree.head[i]
        alone = pos == "PROPN" and tree.dep[i] in ("dep", "dislocated") and tree.first[min([i, *tree.children[i]])]
        if not alone or tree.case(i) or tree.pos[verb] != "VERB" or has_subject(tree, verb):
            continue
        if i < verb and all(tree.head[k] in (i, verb) and tree.text[k] != "," for k in range(i + 1, verb)):
            tree.dep[i] = subject_label(tree, verb)


def free_names_from_adjectives(tree: Tree) -> None:
    """Hang on the noun the name that was hung on its adjective: "le groupe automobile Renault".

    So on the second of two ("le groupe chimique et pharmaceutique allemand Bayer"), and on the verb as if it told how:
    "a acheté son concurrent belge Novimex pour deux millions".
    """
    for i, dep in enumerate(tree.dep):
        adjective = i - 1
        if dep not in ("flat:name", "appos", "advmod") or tree.pos[i] != "PROPN" or not tree.text[adjective].islower():
            continue
        first, verb = tree.head[adjective], tree.head[i]
        noun = tree.head[first] if tree.pos[first] == "ADJ" and tree.dep[first] == "conj" else first
        if tree.dep[adjective] not in ("amod", "appos") or not noun < adjective or tree.pos[noun] != "NOUN":
            continue
        if verb == adjective and (dep == "flat:name" or tree.dep[adjective] == "amod") and tree.text[i][0].isupper():
            tree.move(adjective, noun, "amod")
            tree.move(i, noun, "appos")
        elif dep == "advmod" and verb < noun and tree.pos[adjective] == "ADJ" and not tree.case(i):
            tree.move(i, noun, "appos")
            for child in [c for c in tree.children[i] if c > i and tree.dep[c] == "nmod" and tree.case(c)]:
                tree.move(child, verb, "obl")


def raise_names_to_titles(tree: Tree, words: Language) -> None:
    """Hang on the title or company the name that was hung on its field: "la ministre de la Culture Ana Vidal"."""
    fields = words.profile.words("names", "portfolios")
    for i, dep in enumerate(tree.dep):
        field = tree.head[i]
        if dep not in ("appos", "flat:name", "nmod") or tree.pos[i] != "PROPN" or field >= i or tree.case(i):
            continue
        if not tree.text[i][0].isupper():
            continue  # "le chef de l'État afghan"
        if (
            dep == "nmod"
            and tree.head[i - 1] == field
            and tree.dep[i - 1] == "nmod"
            and _is_kind_of(tree, i - 1, field, words)
        ):
            tree.dep[i] = "appos"
            continue
        title = tree.head[field]
        if tree.dep[field] != "nmod" or title > field or tree.pos[title] != "NOUN":
            continue
        whole = " ".join(tree.text[k].lower() for k in range(title, field + 1))
        if tree.text[field].lower() in fields and tree.text[i - 1].lower() in fields:
            raised = is_person(tree, title, words)
        elif field == i - 1 and field - title == 2 and whole in words.titles:
            raised = True  # "le garde des Sceaux Paul Morin"
        else:
            raised = tree.head[i - 1] in (field, title) and _is_line_of(tree, field, title, words)
            raised = raised or (tree.dep[i] == "flat:name" and _ends_in_adjective(tree, field, i, title, words))
        if raised:
            tree.move(i, title, "appos")


def _ends_in_adjective(tree: Tree, body: int, name: int, title: int, words: Language) -> bool:
    """Whether a small adjective ends the name of a body before who leads it: "le président de l'Union africaine X"."""
    before = name - 1
    closed = tree.pos[before] == "ADJ" and tree.head[before] == body and tree.text[before].islower()
    return closed and tree.pos[body] == "PROPN" and is_person(tree, title, words)


def _is_kind_of(tree: Tree, complement: int, noun: int, words: Language) -> bool:
    """Whether a complement says what a thing or a firm is for, whose name stands behind it: "missiles de croisière Orka"."""
    known = words.nouns.get(tree.lemma[noun])
    thing = known is not None and known.kind == "Artifact" and tree.child(complement, "det") is None
    return tree.case(complement) == "de" and tree.pos[complement] == "NOUN" and (thing or tree.lemma[noun] in GIANTS)


def _is_line_of(tree: Tree, field: int, company: int, words: Language) -> bool:
    """Whether a noun says what a company deals in: "le fabricant de jouets Ludor", "le géant de l'électronique Samsung"."""
    known, goods = words.nouns.get(tree.lemma[company]), words.nouns.get(tree.lemma[field])
    giant = tree.lemma[company] in GIANTS
    deals = giant or (known is not None and "company" in known.flags)
    if not deals or tree.case(field) != "de" or tree.pos[field] != "NOUN":
        return False
    if giant:  # "le géant suédois du meuble Ikea"
        return goods is None or goods.kind == "Artifact"
    if tree.text[tree.child(field, "case") or 0] == "de" and tree.child(field, "det") is None:
        return goods is None or goods.kind not in ("Person", "Group", "Organization")  # "un réseau d'agences Orpi"
    return goods is None  # "le fabricant du vaccin Spikevax"


def free_adjectives_from_names(tree: Tree) -> None:
    """Hang on the noun the adjective that was hung on its name: "le groupe pétrolier italien Norvex"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep not in ("amod", "det") or name != i + 1 or tree.pos[i] != "ADJ" or tree.pos[name] != "PROPN":
            continue
        if not tree.text[i].islower():
            continue
        noun = tree.head[name]
        beside = noun < i and tree.pos[noun] == "NOUN" and tree.dep[name] in ("nmod", "appos", "flat:name")
        if beside and not tree.case(name) and tree.child(name, "det") in (None, i) and tree.text[i - 1] != ",":
            tree.move(i, noun, "amod")


def join_names_to_nouns(tree: Tree) -> None:
    """Make the subject of the noun that introduces a name, and no longer of the name: "la frégate Psara a abattu"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("dep", "dislocated", "obl", *SUBJECTS) or tree.pos[i] != "NOUN" or tree.case(i):
            continue
        verb, both = tree.head[i], dep in SUBJECTS
        if tree.child(i, "det") is None:
            continue
        name = next((c for c in tree.children[verb] if c != i and tree.dep[c] in SUBJECTS and _is_capital(tree, c)), None)
        if name is None or not i < name < verb or tree.child(name, "det") is not None or tree.case(name):
            continue
        between = range(i + 1, min([name, *(c for c in tree.children[name] if tree.dep[c] != "punct")]))
        if all(_goes_with(tree, k, i) if both else tree.head[k] == i and tree.dep[k] == "amod" for k in between):
            subject = tree.dep[name]
            tree.move(name, i, "appos")
            tree.dep[i] = subject


def _is_capital(tree: Tree, i: int) -> bool:
    """Whether a word is a name, or a noun with a capital: "L'Oréal"."""
    return tree.pos[i] == "PROPN" or (tree.pos[i] == "NOUN" and tree.text[i][0].isupper() and not tree.first[i])


def _goes_with(tree: Tree, i: int, noun: int) -> bool:
    """Whether a word belongs to a noun's phrase, and is neither a verb nor a comma: "le géant du luxe"."""
    return tree.is_above(noun, i) and tree.pos[i] not in ("VERB", "AUX", "PUNCT")


def mend_openers(tree: Tree) -> None:
    """Make the subject of a name that opens a sentence: "Lia Roux, la présidente du Chili, a démissionné", "La brigade
    Psara, une milice, a fui".

    So where the model hung who that is on the name, but gave the verb no subject. And of a noun before what it is most of
    all: "L'attentat, le plus meurtrier depuis 2017, a été revendiqué".
    """
    for i, pos in enumerate(tree.pos):
        if tree.dep[i] not in OPENERS or tree.case(i) or not tree.first[min([i, *tree.children[i]])]:
            continue
        named = pos == "NOUN" and tree.child(i, "det") is not None
        named = named and tree.pos[i + 1] == "PROPN" and tree.head[i + 1] == i
        verb = tree.head[i]
        noun = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS and i < c < verb), None)
        superlative = (
            pos == "NOUN" and noun is not None and tree.pos[noun] == "ADJ" and tree.child(noun, "advmod") is not None
        )
        if pos != "PROPN" and not (named or superlative):
            continue
        if noun is None and pos == "PROPN" and _is_described_subject(tree, i, verb):
            tree.move(i, verb, subject_label(tree, verb))
        article = tree.child(noun, "det") if noun is not None else None
        if noun is None or article is None or not ("Definite=Def" in tree.morph[article] or tree.text[article] in ONE):
            continue
        before = article - 2 if superlative else tree.head[article - 2]
        if tree.text[article - 1] == "," and tree.is_above(i, before):
            tree.move(i, verb, tree.dep[noun])
            tree.move(noun, i, "appos")


def mend_second_openers(tree: Tree) -> None:
    """Make the subject of a name behind an opening phrase, where what it is was taken for it: "Selon X, le M23, un
    mouvement armé, a pris la ville"."""
    for noun, dep in enumerate(tree.dep):
        verb, article = tree.head[noun], tree.child(noun, "det") if dep in SUBJECTS and tree.pos[noun] == "NOUN" else None
        if article is None or article < 3 or tree.text[article - 1] != "," or verb < noun or tree.first[article - 1]:
            continue
        name = article - 2
        while tree.dep[name] == "flat:name" and tree.head[name] < name:
            name = tree.head[name]
        start = phrase_start(tree, name)
        parted = tree.pos[name] == "PROPN" and not tree.case(name) and tree.text[start - 1] == "," and tree.head[name] < name
        closed = any(
            tree.text[k] == "," for k in range(noun + 1, verb) if not tree.is_above(verb, k) or tree.head[k] in (noun, verb)
        )
        known = "Definite=Def" in tree.morph[article] or tree.text[article] in ONE
        if parted and closed and known and tree.dep[name] in (*MODIFYING, *OPENERS):
            tree.move(name, verb, dep)
            tree.move(noun, name, "appos")


def _is_described_subject(tree: Tree, name: int, verb: int) -> bool:
    """Whether a name with who that is between commas stands before a finite verb that has no subject."""
    who = next((c for c in tree.children[name] if tree.dep[c] in ("appos", "dep") and tree.pos[c] == "NOUN"), None)
    if who is None or who > verb or tree.pos[verb] != "VERB" or has_subject(tree, verb) or tree.text[who - 1] != ",":
        return False
    group = [verb, *(c for c in tree.children[verb] if tree.dep[c].startswith("aux") and c < verb)]
    finite = any("VerbForm=Fin" in tree.morph[k] for k in group)
    return finite and tree.text[min(group) - 1] == "," and tree.is_above(name, min(group) - 2)


def is_bare_noun(tree: Tree, i: int) -> bool:
    """Whether a noun has no determiner, figure or preposition, as in "Ivo Sand, chimiste et membre du club"."""
    alone = all(tree.dep[child] not in ("det", "nummod", "case", "nmod:poss") for child in tree.children[i])
    return alone and tree.pos[i] == "NOUN" and "Number=Plur" not in tree.morph[i]
