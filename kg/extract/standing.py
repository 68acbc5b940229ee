"""Which mention stands at which word of a parse."""

from __future__ import annotations

from kg.extract.mentions import COMPANY
from kg.extract.mentions import PEOPLE as CITIZEN
from kg.extract.syntax import Tree
from kg.lang import Language
from kg.model import Mention, Token
from kg.ontology import BODIES

PEOPLE = ("Person", "Group")
THING = "Artifact"
TELLING = frozenset({"ADJ", "ADV", "ADP", "NOUN"})  # what stands between the noun of a body and its name
NAMING = frozenset({"appos", "flat:name", "nmod"})  # how a name hangs on the noun that says what it names


def mentions_by_token(mentions: tuple[Mention, ...], tree: Tree, language: Language) -> dict[int, int]:
    """The mention of each token: that of its head, or else the name that covers it or that it introduces."""
    at: dict[int, int] = {}
    for mention in mentions:
        if mention.form == "name":
            for token in range(mention.first, mention.last):
                at.setdefault(token, mention.index)
    for mention in sorted(mentions, key=lambda m: ({"pronoun": 0, "nominal": 1, "name": 2}[m.form], m.last - m.first)):
        at[mention.head] = mention.index
    at.update((mention.head, mention.index) for mention in mentions if mention.rule == CITIZEN)  # not their state
    for mention in mentions:
        if mention.form == "name" and (_introduces(tree, mention, language) or _is_one(tree, mention)):
            at.setdefault(tree.head(mention.head), mention.index)
        if (
            mention.form == "name"
            and (line := at.get(tree.head(mention.head))) is not None
            and _is_model(tree, mention, mentions[line])
        ):
            at[tree.head(mention.head)] = mention.index
        if mention.form == "name" and mention.kind == "Person" and _is_compatriot(tree, mention.first - 1, language):
            at[mention.first - 1] = mention.index
    return at


def _is_compatriot(tree: Tree, i: int, language: Language) -> bool:
    """Whether a word right before a person's name says of which people they are: "la Française Lia Roux"."""
    if i < 1 or not tree.tokens[i].text[:1].isupper() or tree.tokens[i].sentence != tree.tokens[i + 1].sentence:
        return False
    demonym = language.gazetteer.demonym(tree.tokens[i].text)
    return demonym is not None and demonym.noun and tree.first(i, "det", "case") is not None


def _is_model(tree: Tree, name: Mention, line: Mention) -> bool:
    """Whether a name says which one is meant of those that the name before it is for: "the newest iPhone, iPhone 4"."""
    beside = tree.tokens[name.head].dep == "appos" and line.form == "name" and line.kind == name.kind == "Artifact"
    return beside and name.text.startswith(f"{line.text} ")


def _is_one(tree: Tree, name: Mention) -> bool:
    """Whether a name only says who one of several is: "one of them, Ana Vidal"."""
    head = tree.tokens[tree.head(name.head)]
    return tree.tokens[name.head].dep == "appos" and head.pos in {"NUM", "PRON", "DET"} and head.i < name.first


def _introduces(tree: Tree, name: Mention, language: Language) -> bool:
    """Whether the noun that governs a name only says what it names: "the city of X", "the airline X", "l'ONG « X »"."""
    noun, dep, preposition = tree.tokens[tree.head(name.head)], tree.tokens[name.head].dep, tree.preposition(name.head)
    if noun.pos not in {"NOUN", "PROPN"} or noun.i >= name.first:
        return False
    word = language.general.get(noun.lemma)
    one = not noun.has("Number=Plur") or tree.first(name.head, "conj") is not None  # "les villages du Darfour": in it
    national = word is not None and word.of_states and _is_national(tree, noun.i, language)
    named = word is not None and (word.of_its_name or national) and preposition in tree.grammar.of and one
    between = tree.tokens[noun.i + 1 : name.first]
    quoted = between[:-1] if between and between[-1].pos == "PUNCT" else between
    said = language.nouns.get(noun.lemma.lower())
    if said is None and _is_set_off(tree, name, noun):
        return noun.lemma not in language.general
    body = said is not None and (said.kind in BODIES or (COMPANY in said.flags and name.kind in BODIES))
    body = body or (said is not None and dep == "appos" and said.kind == name.kind == THING)  # "missiles de croisière Orka"
    beside = all((word.dep == "amod" and word.head == noun.i) or (body and _tells(tree, word, name)) for word in quoted)
    fits = said is not None and (name.kind != "Person" or said.kind in PEOPLE)  # "le secrétaire du parti Ana Vidal"
    return (dep in NAMING and beside and not preposition and fits) or (dep in {"nmod", "obl"} and named)


def _is_national(tree: Tree, noun: int, language: Language) -> bool:
    """Whether an adjective tells of what state a noun is: "the Somali capital of Mogadishu"."""
    adjectives = (tree.tokens[k].text for k in tree.dependents(noun, "amod"))
    return any(language.gazetteer.demonym(word) is not None for word in adjectives)


def _tells(tree: Tree, word: Token, name: Mention) -> bool:
    """Whether a word between the noun of a body and its name says more of that: "l'agence de presse X"."""
    noun = tree.head(name.head)
    while word.pos in TELLING and word.text.islower() and word.head not in {noun, name.head}:
        if not noun < word.head < name.first:
            return False
        word = tree.tokens[word.head]
    return word.pos in TELLING and word.text.islower()


def _is_set_off(tree: Tree, name: Mention, noun: Token) -> bool:
    """Whether a person's name between commas says who a known one is: "Le co-pilote, Paul Vidal, a …"."""
    if name.kind != "Person" or tree.tokens[name.head].dep != "appos" or name.last >= len(tree.tokens):
        return False
    article = tree.first(noun.i, "det")
    known = article is not None and tree.tokens[article].has("Definite=Def") and not noun.has("Number=Plur")
    return known and tree.tokens[name.first - 1].text == "," == tree.tokens[name.last].text
