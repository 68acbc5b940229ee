"""What a tree shows of a word, in any language."""

from __future__ import annotations

from kg import ontology
from kg.annotate.tree import Tree
from kg.lang import Language

CLOSING_QUOTES = ("»", "”", '"')


def is_person(tree: Tree, i: int, words: Language) -> bool:
    """Whether a word is a title or a noun for persons."""
    titled = tree.text[i] in words.titles or tree.lemma[i] in words.titles
    noun = words.nouns.get(tree.text[i]) or words.nouns.get(tree.lemma[i])
    return titled or (noun is not None and noun.kind == "Person")


def says(tree: Tree, verb: int, words: Language) -> bool:
    """Whether a verb may tell that somebody says something."""
    frames = words.frames.verbs.get(tree.lemma[verb], ())
    return any(frame.kind and ontology.is_a(frame.kind, "Communication") for _, frame in frames)


def disagrees(tree: Tree, participle: int, noun: int) -> bool:
    """Whether by gender or number a participle is not said of a noun: "a ouvert quatre bases et signé un pacte"."""
    return any(
        f"{feature}={one}" in tree.morph[participle] and f"{feature}={other}" in tree.morph[noun]
        for feature, one, other in (("Gender", "Masc", "Fem"), ("Gender", "Fem", "Masc"), ("Number", "Sing", "Plur"))
    )


def is_past_participle(tree: Tree, i: int) -> bool:
    """Whether word `i` is a verb in the past participle."""
    return "VerbForm=Part" in tree.morph[i] and "Tense=Past" in tree.morph[i]


def noun_end(tree: Tree, noun: int, before: int) -> int:
    """The word right behind what hangs under `noun` and stands before word `before`."""
    return max((k for k in range(noun, before) if tree.is_above(noun, k) and not tree.is_above(before, k)), default=noun) + 1


def article_gender(tree: Tree, i: int) -> str:
    """The gender that the article of a noun shows, or the noun itself, but no name; "" if neither does."""
    itself = () if tree.pos[i] == "PROPN" else (i,)
    for word in (*(c for c in tree.children[i] if tree.dep[c] == "det"), *itself):
        found = next((feature for feature in tree.morph[word].split("|") if feature.startswith("Gender=")), "")
        if found:
            return found
    return ""
