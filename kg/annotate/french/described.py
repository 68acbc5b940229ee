"""Who somebody named is, told behind a comma by a phrase that the parser took for something else."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.french.signs import SUBJECTS, is_plural, opens_phrase
from kg.annotate.lemmas import Lemmas
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import Language
from kg.model import OBLIQUES, NameSpan

NAMED = ("Organization", "Force", "Place")
OF = frozenset({"de", "d'", "d’", "du", "des"})
UNARTICLED = ("de", "d'", "d’")  # of these, what holds no article
HOLDERS = ("Organization", "Person", "Group", "Force", "GeopoliticalEntity", "Place")  # what bears names of its own
NO_PRONOUNS = ("un", "ce", "son", "leur")  # determiners that no verb has right before it
ELIDED = ("l'", "l’")
LONGEST_NAME = 12  # words between quotation marks
MISTAKEN = ("amod", "nmod", "conj", "dep", "obl", "obj", "acl", "parataxis", "appos")
TAKEN = ("nsubj", "nsubj:pass", "obl:agent", "obj", "iobj")  # what a name is in a clause of its own
ARGUMENTS = ("obj", "nsubj", "nsubj:pass")
LOOSE = ("advmod", "obl")  # what a name is on the verb that belongs to the noun right before it


def mend_described(tree: Tree, names: Iterable[NameSpan], words: Language) -> None:
    """Make an apposition of "une lycéenne" in "Elda Martin, une lycéenne de Varna, …", and a subject of the name.

    So of a bare noun that the parser may take for a verb, "Elda Martin, employée de la société, …", or without a comma for
    the subject: "Elda Martin auteure d'un livre a …".
    """
    for name in names:
        behind = name.last + 1
        if name.label != "PER":
            continue
        top = _top(tree, name)
        if tree.text[name.last] != ",":
            if tree.dep[name.last] in SUBJECTS and tree.head[top] == name.last and _is_bare_role(tree, name.last, words):
                _give_subject(tree, top, name.last)
            continue
        if tree.pos[behind] != "DET":
            if _is_bare_role(tree, behind, words):
                _make_noun(tree, behind)
                _hang_beside(tree, behind, top)
            continue
        noun = tree.head[behind]
        if noun > behind and _is_described(tree, noun, words):
            _hang_beside(tree, noun, top)


def see_capitals(tree: Tree) -> None:
    """Make names of words in capitals that were taken for participles: "le télescope NARVAL de l'Observatoire de X".

    So of "nouns" that were taken for adjectives: "la compagnie aérienne OVA".
    """
    for i, dep in enumerate(tree.dep):
        taken = dep in ("acl", "amod") and tree.pos[i] in ("VERB", "ADJ", "NOUN")
        if not taken or not tree.text[i].isupper() or len(tree.text[i]) < 3 or not tree.text[i].isalpha():
            continue
        noun = tree.head[i]
        if noun > i or tree.pos[noun] != "NOUN" or tree.text[noun].isupper():
            continue
        if any(tree.pos[k] != "ADJ" for k in range(noun + 1, i)):
            continue
        tree.pos[i], tree.lemma[i], tree.morph[i], tree.dep[i] = "PROPN", tree.text[i], "", "nmod"
        for child in list(tree.children[i]):
            tree.move(child, noun, "nmod" if tree.dep[child].startswith("obl") else tree.dep[child])


def see_fixed_adjectives(tree: Tree, words: Language) -> None:
    """Make an adjective of the "noun" that ends the known name of a body: "la brigade des forces armées ukrainiennes"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep not in ("nmod", "appos") or noun != i - 1 or tree.pos[i] != "NOUN" or tree.pos[noun] != "NOUN":
            continue
        known = words.nouns.get(f"{tree.text[noun]} {tree.text[i]}".lower())
        if known is not None and known.kind in NAMED and not tree.children[i]:
            tree.pos[i], tree.dep[i] = "ADJ", "amod"


def mend_named(tree: Tree, names: Iterable[NameSpan], words: Language) -> None:
    """Hang a name between commas on the person told before: "Le chef de la cellule, Ivo Sand, …", not on "cellule"."""
    for name in names:
        if name.label != "PER" or name.first < 3 or tree.text[name.last] != ",":
            continue
        top = _top(tree, name)
        low = tree.head[top]
        if tree.dep[top] != "appos" or low > top or tree.text[min([top, *tree.children[top]]) - 1] != ",":
            continue
        noun = low
        while tree.dep[noun] in ("nmod", "conj") and tree.case(noun) == "de":  # "… de l'Économie et des Finances, X"
            noun = tree.head[noun]
        single = noun != low and tree.pos[noun] == "NOUN" and "Number=Plur" not in tree.morph[noun]
        article = tree.child(noun, "det")
        definite = single and article is not None and "Definite=Def" in tree.morph[article]
        if definite and is_person(tree, noun, words) and not is_person(tree, low, words):
            tree.move(top, noun, "appos")


def join_company_names(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Hang on the noun before it a name that was hung on the verb beside it: "a racheté la société Provention Bio".

    So the name that was taken for an adjective: "le groupe pharmaceutique Sanofi".
    """
    for name in names:
        top, noun = _top(tree, name), name.first - 1
        if name.label == "ORG" and tree.dep[top] == "amod" and tree.pos[top] == "PRON" and tree.head[top] < top:
            tree.pos[top], tree.dep[top], tree.morph[top] = "PROPN", "appos", ""
        second = tree.dep[top] in SUBJECTS and any(
            tree.dep[c] in SUBJECTS and c < top for c in tree.children[tree.head[top]]
        )
        loose = second or tree.dep[top] in ("dep", "obl", "obl:arg")  # "a dit X à l'agence officielle Irna"
        if name.label != "ORG" or not loose or tree.case(top) or noun < 1:
            continue
        if tree.dep[noun] == "amod" and tree.head[noun] < noun:
            noun = tree.head[noun]
        if tree.pos[noun] != "NOUN" or tree.head[noun] != tree.head[top] or tree.child(noun, "det") is None:
            continue
        for phrase in [c for c in tree.children[top] if c >= name.last and tree.case(c)]:
            tree.move(phrase, tree.head[noun], "obl")
        for word in range(name.first, name.last):
            tree.pos[word] = "PROPN"
            tree.move(word, noun if word == top else top, "appos" if word == top else "flat:name")


def _hang_beside(tree: Tree, noun: int, top: int) -> None:
    """Hang a noun under the name that it describes, and the name where the noun stood as a subject."""
    if tree.is_above(noun, top):
        return
    if tree.dep[noun] in SUBJECTS:
        if _may_be_subject(tree, top, noun):
            _give_subject(tree, top, noun)
    elif tree.dep[noun] in MISTAKEN and (tree.is_above(top, noun) or tree.head[noun] == tree.head[top]):
        tree.pos[noun] = "NOUN"
        tree.move(noun, top, "appos")


def _is_bare_role(tree: Tree, i: int, words: Language) -> bool:
    """Whether a word behind a name says, with what follows "de", what somebody does: "employée de la société"."""
    noun = words.nouns.get(tree.text[i].lower())
    role = noun is not None and noun.kind == "Person" and "role" in noun.flags
    before = ("punct", *SUBJECTS, "appos")
    finite = any(tree.dep[k].startswith("aux") or (k < i and tree.dep[k] not in before) for k in tree.children[i])
    alone = tree.pos[i] == "NOUN" and "Number=Plur" not in tree.morph[i]
    return role and not finite and (alone or tree.text[i + 1].lower() in OF) and tree.child(i, "cop") is None


def _make_noun(tree: Tree, i: int) -> None:
    """Make a noun of what was taken for a verb or an adjective, and its complement of what was taken for an object."""
    if tree.pos[i] == "NOUN":
        return
    tree.pos[i], tree.lemma[i] = "NOUN", tree.text[i]
    tree.set_features(i, VerbForm="", Tense="", Voice="", Mood="", Person="")
    for kid in [k for k in tree.children[i] if k > i and tree.dep[k] in ("obj", "obl", "obl:arg", "nsubj")]:
        tree.move(kid, i, "nmod")
        if tree.head[i + 1] == kid and tree.dep[i + 1] == "det":
            tree.move(i + 1, kid, "case")
            tree.pos[i + 1], tree.lemma[i + 1], tree.morph[i + 1] = "ADP", "de", ""


def _top(tree: Tree, name: NameSpan) -> int:
    """The word of a name by which it hangs on its clause, its title included: "Monsieur" of "Monsieur Paul Vidal"."""
    words = range(name.first, name.last)
    top = next((i for i in words if tree.head[i] not in words or tree.head[i] == i), name.first)
    above = tree.head[top]
    titled = above == name.first - 1 and tree.dep[top] in ("appos", "nmod", "flat:name") and not tree.case(top)
    return above if titled else top


def _is_described(tree: Tree, noun: int, words: Language) -> bool:
    """Whether a noun says in the singular who one person is, and begins no list: "un policier et deux passants"."""
    if tree.child(noun, "case") is not None or "Number=Plur" in tree.morph[noun]:
        return False
    if any(tree.dep[k] == "conj" and tree.child(k, "cc") is not None for k in tree.children[noun]):
        return False
    end = noun + 1
    while end < len(tree) and tree.is_above(noun, end):
        end += 1
    if end < len(tree) and tree.pos[end] == "CCONJ":
        return False
    return is_person(tree, noun, words) or words.gazetteer.demonym(tree.text[noun]) is not None


def _may_be_subject(tree: Tree, top: int, noun: int) -> bool:
    """Whether a name may be the subject in the place of the noun behind it: it is nothing else, and one person acts.

    In "Reçue par le président turc X, la ministre a signé" it is the name of an agent, and it may end a row: "Au procès
    des frères Ivo et Karl Sand, le juge a parlé".
    """
    verb, title = tree.head[noun], tree.head[top]
    while tree.dep[top] == "conj" and tree.pos[title] == "PROPN":
        top, title = title, tree.head[title]
    titled = tree.dep[top] in ("appos", "nmod") and title < top and tree.pos[title] == "NOUN" and tree.text[top - 1] != ","
    if titled and tree.case(title) and verb > noun:
        return False
    if tree.dep[top] == "appos" and title < top and opens_phrase(tree, title) and "," not in tree.text[noun:verb]:
        return False  # "Selon le porte-parole, Ivo Sand, un homme a tiré"
    free = tree.dep[top] not in TAKEN or tree.head[top] == verb
    return free and not is_plural(tree, verb) and not tree.case(top) and noun < verb


def _give_subject(tree: Tree, top: int, noun: int) -> None:
    verb, dep = tree.head[noun], tree.dep[noun]
    if tree.is_above(top, verb):
        tree.stand_for(verb, top)
    tree.move(top, verb, dep)
    tree.move(noun, top, "appos")


def mend_quoted(tree: Tree, words: Language) -> None:
    """Hang a name in quotation marks on the noun for a body or place before it: "deux membres du club « Cap Sud »"."""
    opening, closing, neutral = (words.profile.words("quotes", name) for name in ("opening", "closing", "neutral"))
    begins, closes = opening | neutral, closing | neutral
    i, size = 0, len(tree)
    while i < size:
        noun = _named_by(tree, i, words) if tree.text[i] in begins else None
        i += 1
        if noun is None:
            continue
        ends = range(i + 1, min(i + 1 + LONGEST_NAME, size))
        end = next((k for k in ends if tree.text[k] in closes or tree.first[k]), None)
        if end is None or tree.first[end]:
            continue
        tops = [k for k in range(i, end) if not i <= tree.head[k] < end or tree.head[k] == k]
        first = next((k for k in tops if tree.pos[k] != "PUNCT" and not tree.is_above(k, noun)), None)
        if first is not None and tree.head[first] != noun:
            tree.move(first, noun, "appos")
            for other in (k for k in tops if k != first and tree.pos[k] != "PUNCT"):
                tree.move(other, first, "flat:name")
        i = end + 1


def join_to_honorifics(tree: Tree, words: Language) -> None:
    """Hang on "Madame" the name behind it that was hung elsewhere: "la sœur de Madame Ana Vidal" is another."""
    for i in range(2, len(tree)):
        courtesy = i - 1
        if tree.pos[i] != "PROPN" or tree.head[i] == courtesy or tree.dep[courtesy] != "nmod" or tree.case(i):
            continue
        title = words.titles.get(tree.text[courtesy].lower()) if tree.case(courtesy) else None
        noun = tree.head[courtesy]
        beside = tree.head[i] == noun or (tree.dep[noun] in SUBJECTS and tree.head[noun] == tree.head[i])
        if title is not None and title.kind == "honorific" and tree.pos[noun] == "NOUN" and noun < courtesy and beside:
            tree.move(i, courtesy, "appos")


def lower_names(tree: Tree, words: Language) -> None:
    """Hang on the body before it the name that was hung on whom a name before is: "Ana Vidal, membre de l'ONG Solis".

    So where it was hung on the place of that body, or on the verb: "a frappé le fief du mouvement Al-Nour"; and the lone
    name of a family or a government: "un ancien ministre du gouvernement Vidal a été arrêté".
    """
    families = words.profile.words("names", "families")
    for i, dep in enumerate(tree.dep):
        body = i - 1
        if dep not in ("nmod", "appos", "flat:name", *LOOSE) or tree.pos[i] != "PROPN" or tree.case(body) != "de":
            continue
        role, above = tree.head[body], tree.head[i]
        if role >= body or above != (tree.head[role] if dep in LOOSE else role):
            continue
        noun = words.nouns.get(tree.lemma[body])
        told = tree.dep[role] == "appos" and tree.head[role] < role and tree.pos[tree.head[role]] == "PROPN"
        lone = tree.lemma[body] in families and not tree.children[i] and dep not in LOOSE
        held = words.nouns.get(tree.lemma[role]) if tree.pos[role] == "NOUN" and not tree.case(i) else None
        site = held is not None and held.kind == "Place" and noun is not None and noun.kind in ("Organization", "Force")
        if lone or site or (told and noun is not None and noun.kind == "Organization" and dep not in LOOSE):
            tree.move(i, body, "appos")


def raise_names(tree: Tree, words: Language) -> None:
    """Hang on a firm its name, hung on what it deals in: "la chaîne d'ameublement Cosy", "le groupe de luxe Ravel".

    So on the last of two: "le constructeur de camions et de bus Varnay".
    """
    for i, dep in enumerate(tree.dep):
        trade = tree.head[i]
        first = tree.head[trade] if tree.dep[trade] == "conj" else trade
        firm = tree.head[first]
        if dep not in ("nmod", "appos", "flat:name", "dep") or tree.pos[i] != "PROPN" or trade != i - 1 or tree.case(i):
            continue
        case = tree.child(trade, "case")
        bare = case == trade - 1 and tree.text[case].lower() in UNARTICLED and tree.pos[trade] == "NOUN"
        if not bare or tree.dep[first] != "nmod" or not firm < first or tree.pos[firm] != "NOUN":
            continue
        known, other = words.nouns.get(tree.lemma[firm]), words.nouns.get(tree.lemma[trade])
        body = known is not None and (known.kind == "Organization" or "company" in known.flags)
        if body and (other is None or other.kind not in HOLDERS):
            tree.move(i, firm, "appos")


def _named_by(tree: Tree, quote: int, words: Language) -> int | None:
    """The noun for a body or a place right before a quotation mark, or before the adjective that stands there."""
    last = quote - 1
    bare = last > 0 and tree.head[last] == last - 1 and not tree.children[last] and tree.text[last].islower()
    for i in (last, last - 1) if bare else (last,):
        short = tree.pos[i] == "PROPN" and tree.text[i].isupper()  # "ONG"
        noun = words.nouns.get(tree.lemma[i].lower() if short else tree.lemma[i]) if tree.pos[i] == "NOUN" or short else None
        named = noun is not None and (noun.kind in NAMED or "collective" in noun.flags)
        if named and not tree.first[quote]:
            return i
    return None


def see_common_nouns(tree: Tree, lemmas: Lemmas, words: Language) -> None:
    """Make a noun of a "name" in small letters that the language knows: "Deux chasseurs russes ont intercepté X"."""
    for i, pos in enumerate(tree.pos):
        joining = pos == "CCONJ" and i > 0 and tree.pos[i - 1] == "ADP"  # "un accident de car"
        if not (joining or pos == "PROPN") or not tree.text[i].islower() or tree.dep[i] == "flat:name":
            continue
        lemma = lemmas.lemma(tree.text[i], "NOUN")
        # "le narco trafiquant": the noun is the other
        other = any(tree.dep[c] == "amod" and words.nouns.get(tree.lemma[c]) for c in tree.children[i])
        many = tree.dep[i] == "nmod" and tree.lemma[tree.head[i]] in words.grammar.transparent_nouns
        event = many and pos == "PROPN" and lemma in words.frames.nouns  # "une vague de frappes"
        if (event or words.nouns.get(lemma) is not None) and not other:
            tree.pos[i], tree.lemma[i] = "NOUN", lemma
            if joining and tree.dep[i] == "cc":
                tree.dep[i] = "nmod"
            tree.set_features(i, Number="Plur" if tree.text[i] != lemma else "Sing")


def lower_first_adjectives(tree: Tree) -> None:
    """Hang on its noun the adjective before it that was taken for a first object: "prépare une nouvelle offensive"."""
    for i, dep in enumerate(tree.dep):
        noun = i + 1
        if tree.pos[i] != "ADJ" or dep not in ARGUMENTS or tree.pos[noun] != "NOUN" or tree.child(i, "det") is None:
            continue
        verb, taken = tree.head[i], tree.dep[noun] in (*ARGUMENTS, *OBLIQUES)
        if not taken or tree.head[noun] != verb or tree.child(noun, "det") is not None or tree.case(noun):
            continue
        tree.dep[noun] = dep
        tree.move(i, noun, "amod")
        for child in list(tree.children[i]):
            tree.move(child, noun, tree.dep[child])


def see_determined(tree: Tree, lemmas: Lemmas, words: Language) -> None:
    """Make a noun of the "verb" right behind the article that hangs on it: "une montre de valeur", "son offre d'achat"."""
    for i in range(1, len(tree)):
        article = i - 1
        if tree.pos[i] != "VERB" or tree.dep[article] != "det" or tree.head[article] != i or "Fin" not in tree.morph[i]:
            continue
        lemma = lemmas.lemma(tree.text[i], "NOUN")
        known = words.nouns.get(lemma) is not None or lemma in words.frames.nouns
        pronoun = article > 0 and tree.text[article - 1].lower() in ELIDED and not tree.first[article]  # "l'une montre"
        if known and tree.lemma[article] in NO_PRONOUNS and not pronoun:
            _make_noun(tree, i)
            tree.lemma[i] = lemma
            _join_to_thing(tree, i)


def _join_to_thing(tree: Tree, i: int) -> None:
    """Join to the noun before "et" what was joined to the verb as another verb: "a dérobé de l'argent et une montre"."""
    verb, cc = tree.head[i], tree.child(i, "cc")
    if tree.dep[i] != "conj" or cc is None or not verb < cc - 1 < i:
        return
    thing = cc - 1
    while tree.head[thing] not in (verb, thing):
        thing = tree.head[thing]
    if verb < thing and tree.pos[thing] == "NOUN":
        tree.move(i, thing, "conj")


def see_nouns_described(tree: Tree, lemmas: Lemmas, words: Language) -> None:
    """Make the noun of an "adjective" right before one that was taken for it: "de certains hôpitaux français".

    So of one that stands as a noun behind an article and an adjective of its own: "a mené de nouvelles frappes".
    """
    for i in range(1, len(tree)):
        adjective = tree.head[i]
        if tree.pos[i] == "ADJ" and tree.dep[i] in TAKEN and tree.dep[i - 1] == "amod" and adjective != i + 1:
            lemma = lemmas.lemma(tree.text[i], "NOUN")
            if tree.head[i - 1] == i and tree.child(i, "det") is not None and lemma in words.frames.nouns:
                _make_noun(tree, i)
                tree.lemma[i] = lemma
        if tree.dep[i] != "amod" or tree.pos[i] != "ADJ" or adjective != i + 1 or tree.pos[adjective] != "ADJ":
            continue
        known = words.nouns.get(tree.lemma[i])
        own = tree.dep[adjective] != "amod" and tree.child(adjective, "det") == i - 1
        if own and known is not None and words.nouns.get(tree.lemma[adjective]) is None:
            tree.pos[i] = "NOUN"
            tree.take_place(i, adjective, tree.dep[adjective])
            tree.move(adjective, i, "amod")
