"""What stands right beside a name and was hung on it, or it on that: titles, nationalities, fields, winners."""

from __future__ import annotations

from collections.abc import Set

from kg.annotate.signs import is_past_participle, is_person
from kg.annotate.tree import Tree
from kg.lang import Language
from kg.ontology import BODIES

OBLIQUE = ("obl", "obl:arg")
DEMONYMS = ("ADJ", "NOUN", "PROPN")
NAMING = ("PROPN", "NOUN", "X")  # what the parser makes of the names of firms
WINNERS = ("vainqueur", "vainqueure", "gagnant", "gagnante", "élu", "élue")
DECLARING = ("déclarer", "proclamer", "désigner", "donner")
BEFORE_NAMES = ("amod", "compound", "nmod")
BESIDE = (*BEFORE_NAMES, "appos", "conj")
NO_NAMES = ("punct", "dep", "case", "mark", "cc", "advmod", "amod")  # as what no name hangs
OBJECTS = ("obj", "obl:arg")
LOOSE = ("obl", "xcomp")
TAKEN_FOR = ("aux", "aux:pass", "advmod", "cop", "mark", "punct", *LOOSE, *OBJECTS)
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
ARTICLED = ("al-", "el-")
AROUND = ("obl", "obj", "obl:arg", "appos")  # how a name was hung on a participle
ELECT = ("élu", "élue")  # who is to hold an office


def raise_articled_titles(tree: Tree) -> None:
    """Make the head of a title with an article that was hung on the name behind it: "a promis le chancelier Ana Vidal"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep not in BEFORE_NAMES or name != i + 1 or tree.pos[i] != "NOUN" or tree.pos[name] != "PROPN":
            continue
        article = tree.child(i, "det")
        if article is not None and article < i and not tree.case(i) and not tree.case(name):
            tree.take_place(i, name, tree.dep[name])
            tree.move(name, i, "appos")


def see_names(tree: Tree) -> None:
    """See a name in the capitalised "verb" before the rest of it, and in a "clause" on a noun: "le groupe Bayer".

    And a complement in what stands right behind a noun and "de": "un chef de Boko Haram".
    """
    for i, pos in enumerate(tree.pos):
        if pos == "PROPN" and tree.dep[i] == "appos" and tree.case(i) == "de":
            noun = (tree.child(i, "case") or 0) - 1
            tree.dep[i] = "nmod" if tree.head[i] == noun and tree.pos[noun] == "NOUN" else "appos"
        if pos == "PROPN" and tree.dep[i] in ("acl", "dep") and tree.head[i] < i and not tree.case(i):
            beside = all(tree.pos[k] == "ADJ" for k in range(tree.head[i] + 1, i))
            tree.dep[i] = "appos" if beside and (tree.dep[i] == "acl" or tree.pos[tree.head[i]] == "NOUN") else tree.dep[i]
        if pos != "VERB" or tree.head[i + 1] != i or tree.dep[i + 1] != "flat:name":
            continue
        title = tree.child(i, "nsubj")
        if tree.first[i] or not tree.text[i].istitle() or title is None or not title < i or tree.head[i] == i:
            continue
        tree.move(title, tree.head[i], "nsubj")
        tree.move(i, title, "appos")
        tree.pos[i], tree.lemma[i] = "PROPN", tree.text[i]


def see_names_of_nouns(tree: Tree) -> None:
    """Hang a name on the noun right before it, taken for an auxiliary, adverb or second object: "la capitale Sanaa"."""
    for i, dep in enumerate(tree.dep):
        if dep not in TAKEN_FOR or tree.pos[i] not in NAMING or not tree.text[i][0].isupper() or tree.first[i]:
            continue
        if tree.pos[i] == "NOUN" and (dep not in OBJECTS or tree.child(i, "det") is not None):
            continue  # "dirige le parti Rassemblement pour l'Avenir"
        noun, verb = i - 1, tree.head[i]
        while tree.pos[noun] == "ADJ" or (tree.dep[noun] == "nmod" and tree.child(noun, "det") is None):
            noun = noun - 1 if tree.pos[noun] == "ADJ" else min(tree.head[noun], noun - 1)  # "le fabricant d'armes Norval"
        article = tree.child(noun, "det")
        if tree.pos[noun] != "NOUN" or article is None or not article < noun < i or tree.is_above(i, noun):
            continue
        if dep in (*OBJECTS, *LOOSE) and (tree.dep[noun] != "obj" or tree.head[noun] != verb or tree.case(i)):
            continue
        tree.move(i, noun, "appos")
        for child in [c for c in tree.children[i] if tree.dep[c] == "obj" and tree.child(verb, "obj") is None]:
            tree.move(child, verb, "obj")
        for k in range(noun + 1, i):
            if tree.pos[k] == "ADJ" and tree.head[k] == verb:
                tree.move(k, noun, "amod")
        alike = tree.text[verb].endswith("it") and is_past_participle(tree, verb)  # as both forms of "construire" do
        if alike and tree.child(verb, "aux") is None and tree.child(verb, "obj") is not None:
            tree.morph[verb] = PRESENT  # "le fabricant Norval construit une usine"


def see_articled(tree: Tree) -> None:
    """Make a name of the word with "al-" before a capital that was taken for another: "le groupe militant al-Nasr"."""
    for i, text in enumerate(tree.text):
        if text[2:3] == "-" and text[:3].lower() in ARTICLED and text[3:4].isupper() and tree.pos[i] not in NAMING:
            tree.pos[i], tree.lemma[i], tree.morph[i] = "PROPN", text, ""
            noun = tree.head[i - 1] if tree.first[i] < i and tree.pos[i - 1] == "ADJ" else i - 1
            if tree.dep[i] in NO_NAMES and tree.first[i] < i and tree.pos[noun] == "NOUN":
                tree.move(i, noun, "appos")


def free_names_from_lower(tree: Tree) -> None:
    """Part a name from the adjective in small letters that was taken for its first word: "rebelles houthis Ana Vidal"."""
    for i, pos in enumerate(tree.pos):
        if pos != "PROPN" or not tree.text[i].islower() or tree.head[i + 1] != i:
            continue
        if tree.dep[i + 1] != "flat:name" or not tree.text[i + 1][0].isupper() or tree.pos[i - 1] not in ("NOUN", "ADJ"):
            continue
        tree.take_place(i + 1, i, tree.dep[i])
        tree.move(i, i - 1, "amod")
        tree.pos[i], tree.lemma[i] = "ADJ", tree.text[i]


def see_demonyms(tree: Tree, words: Language) -> None:
    """Make an adjective of a nationality in small letters that was taken for a name or noun: "le chef de l'État afghan"."""
    for i, pos in enumerate(tree.pos):
        if (
            pos not in ("PROPN", "NOUN")
            or i == 0
            or tree.pos[i - 1] != "NOUN"
            or not tree.text[i].islower()
            or tree.children[i]
        ):
            continue
        demonym = words.gazetteer.demonym(tree.text[i])
        if demonym is not None and demonym.adjective and tree.head[i] == i - 1:
            tree.lemma[i] = tree.text[i] if pos == "PROPN" else tree.lemma[i]
            tree.pos[i], tree.dep[i] = "ADJ", "amod"


def raise_from_demonyms(tree: Tree, words: Language) -> None:
    """Make the head of the name behind a nationality in small letters: "l'allemand Siemens rachète l'américain Altair"."""
    for i, text in enumerate(tree.text[:-1]):
        name = i + 1
        if tree.pos[i] not in DEMONYMS or tree.pos[name] not in NAMING:
            continue
        beside = tree.head[name] == tree.head[i] and tree.dep[name] == "nmod" and tree.dep[i] == "nmod"
        if tree.head[name] != i and tree.head[i] != name and not beside:
            continue
        if not text.islower() or not tree.text[name][0].isupper():
            continue
        article, case = tree.child(i, "det"), tree.child(i, "case")
        told = article is not None or (case is not None and tree.text[case] != "des")  # "le pape des coptes X"
        demonym = words.gazetteer.demonym(text) if told else None
        if demonym is None or not demonym.adjective or tree.case(name):
            continue
        if tree.head[i] == name:
            if case is not None:  # "un contrat avec le suédois Saab"
                tree.move(case, name, "case")
                tree.dep[name] = "obl" if tree.dep[name] == "obj" else tree.dep[name]
        else:
            tree.move(name, i, "flat:name")
            tree.take_place(name, i, tree.dep[i])
        tree.move(i, name, "amod")
        tree.pos[i], tree.pos[name] = "ADJ", "PROPN"
        if article is not None:  # it is the nationality's, no name's
            tree.move(article, i, "det")


def lower_to_titles(tree: Tree, words: Language) -> None:
    """Hang on its title a name hung on what another is: "X était le conseiller du ministre Ivo Sand"."""
    for i, dep in enumerate(tree.dep):
        role = tree.head[i]
        if dep not in ("nmod", "appos") or tree.pos[i] != "PROPN" or role > i - 2 or tree.case(i) or tree.text[i - 1] == ",":
            continue
        another = tree.dep[role] == "appos" and tree.pos[tree.head[role]] == "PROPN" and tree.head[role] < role
        if tree.pos[role] != "NOUN" or not (another or tree.child(role, "cop") is not None):
            continue
        title = i - 1
        while tree.dep[title] == "nmod" and tree.head[title] != role and not is_person(tree, title, words):
            title = tree.head[title]
        below = tree.pos[title] == "NOUN" and tree.is_above(role, title) and tree.case(title) == "de"
        if title != role and below and is_person(tree, title, words) and "Number=Plur" not in tree.morph[title]:
            tree.move(i, title, "appos")


def lower_to_owners(tree: Tree, words: Language) -> None:
    """Hang on whom it stands beside a name hung on what is theirs: "l'avocat de l'opposant russe Ivo Sand".

    Not beside an office, whose holder need not be named: "le conseiller du président Ivo Sand".
    """
    for i, dep in enumerate(tree.dep):
        owned = tree.head[i]
        if dep not in ("nmod", "appos") or tree.pos[i] != "PROPN" or owned > i - 3 or tree.case(i):
            continue
        owner, quality = i - 1, -1
        if tree.pos[owner] == "ADJ" or (tree.pos[owner] == "NOUN" and words.gazetteer.demonym(tree.text[owner])):
            owner, quality = owner - 1, owner
        if tree.pos[owner] != "NOUN" or tree.head[owner] != owned or tree.case(owner) != "de":
            continue
        single = "Number=Plur" not in tree.morph[owner] and is_person(tree, owned, words)
        noun = words.nouns.get(tree.lemma[owner]) if single else None
        if noun is not None and noun.kind == "Person" and _bears_name(noun.flags):
            tree.move(i, owner, "appos")
            if quality > owner and tree.head[quality] == owned:
                tree.move(quality, owner, "amod")


def _bears_name(flags: Set[str]) -> bool:
    """Whether a noun tells what somebody does for a living or stands for, and no office."""
    return "role" in flags and ("office" not in flags or "protest" in flags)


def part_holders(tree: Tree, words: Language) -> None:
    """Part the name of somebody from that of the body before it: "l'attaquant du Paris SG |Ivo Sand"."""
    for i, dep in enumerate(tree.dep):
        title = tree.head[i]
        if dep != "nmod" or tree.pos[i] != "PROPN" or tree.case(i) != "de" or not title < i - 1 or tree.pos[title] != "NOUN":
            continue
        title = _holder_above(tree, title, words)
        end = i + 1
        while end < len(tree) and tree.head[end] == i and tree.dep[end] == "flat:name":
            end += 1
        if end < i + 2 or not is_person(tree, title, words) or "Number=Plur" in tree.morph[title]:
            continue
        hit = words.gazetteer.match(tree.text[i:end])
        known = hit is not None and hit.certain and hit.entry.kind in BODIES
        armed = known and hit is not None and hit.entry.kind == "Force"
        name = i + hit.last if known and hit is not None else end
        if name >= end or not all(tree.text[k].istitle() for k in range(name, end)):
            continue
        if name > i + 1 or tree.text[i].isupper() or armed or tree.text[name] in words.given_names:
            tree.move(name, title, "appos")
            for k in range(name + 1, end):
                tree.move(k, name, "flat:name")


def part_from_units(tree: Tree, words: Language) -> None:
    """Part the name of somebody from that of the force before it: "un officier du bataillon Azov |Ivo Sand", "le chef de la
    brigade |Ivo Sand"; schools and streets bear the names of people."""
    for i, pos in enumerate(tree.pos):
        if pos != "PROPN" or tree.text[i] not in words.given_names or tree.pos[i + 1] != "PROPN":
            continue
        first = tree.head[i] if tree.dep[i] == "flat:name" else i
        unit = tree.head[first]
        known = (
            words.nouns.get(tree.lemma[unit]) if tree.pos[unit] == "NOUN" and unit < first and not tree.case(first) else None
        )
        if (
            known is None
            or known.kind != "Force"
            or tree.case(unit) != "de"
            or any("," in tree.text[k] for k in range(unit, i))
        ):
            continue
        title = _holder_above(tree, unit, words)
        if title == unit or not is_person(tree, title, words) or "Number=Plur" in tree.morph[title]:
            continue
        rest = [c for c in tree.children[first] if c > i and tree.dep[c] == "flat:name"]
        tree.move(i, title, "appos")
        for word in rest:
            tree.move(word, i, "flat:name")


def raise_holders(tree: Tree, words: Language) -> None:
    """Hang on a title the name that was hung on a part of a body: "le chef de la diplomatie de l'UE Ivo Sand"."""
    for i, dep in enumerate(tree.dep):
        part = tree.head[i]
        if dep not in ("appos", "nmod") or tree.pos[i] != "PROPN" or part > i - 1 or tree.pos[part] != "NOUN":
            continue
        if tree.dep[i + 1] != "flat:name" or tree.head[i + 1] != i or tree.text[i - 1] == ",":
            continue
        if tree.case(i) or tree.case(part) != "de":
            continue
        of_state = words.nouns.is_flagged(tree.lemma[part], "regular")  # "armée" and "police" have no name of their own
        if not (tree.text[i] in words.given_names or _ends_body(tree, i, words) or of_state):
            continue
        title = _holder_above(tree, part, words)
        if title != part and is_person(tree, title, words) and "Number=Plur" not in tree.morph[title]:
            tree.move(i, title, "appos")


def _ends_body(tree: Tree, end: int, words: Language) -> bool:
    """Whether the word before another is the known name of a body: "l'UE", "du Hamas"."""
    hit = words.gazetteer.match(tree.text[end - 1 : end]) if tree.pos[end - 1] == "PROPN" and tree.case(end - 1) else None
    return hit is not None and hit.certain and hit.entry.kind in BODIES


def _holder_above(tree: Tree, noun: int, words: Language) -> int:
    """The title over the parts of a body: "chef" of "le chef du bureau politique", or the noun itself if none is there."""
    above = noun
    while not is_person(tree, above, words) and tree.dep[above] == "nmod" and tree.case(above) == "de":
        if tree.head[above] > above or tree.pos[tree.head[above]] != "NOUN":
            return noun
        above = tree.head[above]
    return above if is_person(tree, above, words) else noun


def free_from_elect(tree: Tree, words: Language) -> None:
    """Hang on the title what was hung on the participle behind it: "la présidente élue du Mexique Ana Vidal"."""
    for i, text in enumerate(tree.text):
        title = tree.head[i]
        beside = text in ELECT and title == i - 1 and tree.dep[i] in ("acl", "amod") and tree.pos[title] == "NOUN"
        if not beside or not is_person(tree, title, words):
            continue
        for child in [c for c in tree.children[i] if c > i and tree.pos[c] == "PROPN"]:
            if tree.dep[child] == "obj" and child == i + 1:
                tree.move(child, title, "appos")
            elif tree.case(child) == "de" and tree.child(child, "case") == i + 1:
                tree.move(child, title, "nmod")
                for name in [c for c in tree.children[child] if c > child and tree.dep[c] == "appos"]:
                    if tree.text[name - 1] != "," and tree.pos[name] == "PROPN" and not tree.case(name):
                        tree.move(name, title, "appos")


def raise_from_participles(tree: Tree, words: Language) -> None:
    """Hang on a title the name behind a comma that was hung on what is told of him: "le président élu, Ivo Sand"."""
    for i, dep in enumerate(tree.dep):
        beside = told = tree.head[i]
        if dep not in AROUND or tree.pos[i] != "PROPN" or told != i - 2 or tree.text[i - 1] != "," or tree.case(i):
            continue
        title = tree.head[told]
        if tree.dep[told] == "xcomp" and title < told:  # "le président déchu démocratiquement élu, Ivo Sand"
            told, title = title, tree.head[title]
        own = tree.dep[told] == "acl" and title < told and tree.pos[title] == "NOUN"
        if own and is_past_participle(tree, told) and is_person(tree, title, words):
            tree.move(i, title, "appos")
            for joined in [c for c in tree.children[beside] if c > i and tree.dep[c] == "conj"]:
                tree.move(joined, title, "conj")


def lower_to_speakers(tree: Tree) -> None:
    """Hang on who speaks the body behind his comma, not on who hears: "a expliqué à l'AFP Ivo Sand, de la CFDT"."""
    for i, dep in enumerate(tree.dep):
        hearer = tree.head[i]
        if dep not in ("conj", "nmod") or tree.case(i) != "de" or tree.case(hearer) != "à" or not hearer < i:
            continue
        comma = min([i, *(c for c in tree.children[i] if tree.dep[c] != "punct")]) - 1
        name = tree.head[comma - 1] if tree.dep[comma - 1] == "flat:name" else comma - 1
        beside = tree.head[name] == tree.head[hearer] and tree.dep[name] == "nsubj" and hearer < name
        if tree.text[comma] == "," and beside and tree.pos[name] == "PROPN":
            tree.move(i, name, "nmod")


def raise_rivals(tree: Tree, words: Language) -> None:
    """Hang on its noun the name of a rival that was hung on the verb: "a racheté sa rivale allemande Norvex AG".

    So behind a nationality: "a annoncé le rachat de la start-up américaine Norvex".
    """
    for i, dep in enumerate(tree.dep):
        if dep != "obl" or tree.pos[i] != "PROPN" or tree.case(i) or tree.child(i, "det") is not None:
            continue
        noun = tree.head[i - 1] if tree.dep[i - 1] == "amod" else i - 1
        owned = any("Poss=Yes" in tree.morph[c] for c in tree.children[noun]) and tree.pos[noun] == "NOUN"
        if owned and tree.dep[noun] == "obj" and tree.head[noun] == tree.head[i] < noun:
            tree.move(i, noun, "appos")
            continue
        behind = noun < i - 1 and tree.pos[noun] == "NOUN" and tree.head[i] < noun and tree.is_above(tree.head[i], noun)
        if behind and tree.child(noun, "det") is not None and words.gazetteer.demonym(tree.text[i - 1]) is not None:
            tree.move(i, noun, "appos")


def part_winners(tree: Tree) -> None:
    """Make a predicate of who somebody is declared to be: "a déclaré le président sortant vainqueur"."""
    for i, text in enumerate(tree.text):
        somebody = tree.head[i]
        verb = tree.head[somebody]
        if text not in WINNERS or tree.dep[i] not in BESIDE or not verb < somebody < i:
            continue
        bare = not tree.case(i) and tree.child(i, "det") is None and tree.text[i - 1] != ","
        if bare and tree.dep[somebody] == "obj" and tree.lemma[verb] in DECLARING:
            tree.move(i, verb, "xcomp")
            tree.pos[i] = "NOUN"


def lower_portfolios(tree: Tree, words: Language) -> None:
    """Hang on a title the field that was hung on the verb: "a tranché le commissaire européen au Commerce"."""
    fields = words.profile.words("names", "portfolios")
    for i, dep in enumerate(tree.dep):
        if dep not in OBLIQUE or tree.case(i) != "à" or tree.text[i].lower() not in fields:
            continue
        verb, case = tree.head[i], tree.child(i, "case") or 0
        title = next((c for c in tree.children[verb] if c > verb and tree.dep[c] == "nsubj" and c < case), None)
        beside = title is not None and tree.is_above(title, case - 1) and tree.text[i][0].isupper()
        if beside and title is not None and is_person(tree, title, words):
            tree.move(i, title, "nmod")
