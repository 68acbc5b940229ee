"""Who tells it, at the head of a sentence, and the subject behind: "Selon Ana Vidal, la directrice, la frappe a tué"."""

from __future__ import annotations

from collections.abc import Container

from kg.annotate.french.appositions import OPENERS
from kg.annotate.french.signs import SUBJECTS, is_plural, opens_phrase, phrase_start
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_person
from kg.annotate.tree import Tree
from kg.lang import Language

RAISED_FROM = ("advcl", "conj", "acl:relcl")


def mend_sources(tree: Tree, words: Language) -> None:
    """Hang on a source who it is, and give the verb its subject: "Selon Ana Vidal, la directrice de X, la frappe a tué"."""
    for name, pos in enumerate(tree.pos):
        teller = pos == "PROPN" and tree.dep[name] in ("obl", "nmod") and opens_phrase(tree, name)
        title = _title_behind(tree, name, words) if teller else None
        if title is None:
            continue
        verb = tree.head[title] if tree.head[title] != name else tree.head[name]
        later = [
            c for c in (*tree.children[title], *tree.children[verb]) if c > title and tree.dep[c] in ("appos", *SUBJECTS)
        ]
        if tree.pos[verb] != "VERB" or (tree.dep[title] in SUBJECTS and not later):
            continue
        if later and not any(tree.dep[c] in SUBJECTS for c in later):
            give_subject(tree, verb, later[0])
        tree.move(name, verb, "obl")
        tree.move(title, name, "appos")


def name_sources(tree: Tree, words: Language) -> None:
    """Hang on who tells it his name, and give the verb its subject: "Selon la préfète, Ana Vidal, les juges ont cédé"."""
    for name, pos in enumerate(tree.pos):
        verb, dep = tree.head[name], tree.dep[name]
        if dep not in (*SUBJECTS, *OPENERS) or name < 3 or tree.text[name - 1] != "," or tree.case(name):
            continue
        titled = pos == "NOUN" and tree.pos[name + 1 : name + 2] == ["PROPN"] and tree.child(name, "det") is None
        if pos != "PROPN" and not titled:  # "Me Ana Vidal"
            continue
        title = next((c for c in tree.children[verb] if c < name and tree.is_above(c, name - 2)), None)
        if title is None or tree.pos[title] != "NOUN" or not is_person(tree, title, words) or not opens_phrase(tree, title):
            continue
        if dep in SUBJECTS:
            beside = (c for c in tree.children[name] if tree.dep[c] in ("appos", "conj") and tree.pos[c] == "NOUN")
            actor = next((c for c in beside if tree.child(c, "cc") is None), None)
            if actor is None or tree.text[phrase_start(tree, actor) - 1] != "," or not _is_right_before(tree, actor, verb):
                continue
            tree.move(actor, verb, dep)
        tree.move(name, title, "appos")


def part_hearers(tree: Tree) -> None:
    """Part from who speaks the name of the body that hears: "a dit à l'agence X le colonel Paul Roy".

    So where several speak: "ont déclaré à l'agence X deux responsables".
    """
    for i, dep in enumerate(tree.dep):
        verb, body = tree.head[i], i - 1
        heard = dep == "nsubj" and tree.pos[i] == "PROPN" and verb < body and tree.head[body] == verb and tree.case(body)
        if not heard or tree.pos[body] != "NOUN" or not tree.dep[body].startswith("obl"):
            continue
        speaker = next((c for c in tree.children[i] if c > i and tree.dep[c] == "appos" and tree.pos[c] == "NOUN"), None)
        if speaker is not None and tree.child(speaker, "det") is not None and "," not in tree.text[i:speaker]:
            tree.move(i, body, "appos")
            tree.move(speaker, verb, "nsubj")
            continue
        several = next((c for c in tree.children[body] if c > i and _counts_from(tree, c, i + 1)), None)
        if several is not None and is_plural(tree, verb):
            tree.move(i, body, "appos")
            tree.move(several, verb, "nsubj")
            for behind in [c for c in tree.children[body] if c > several and tree.case(c)]:
                tree.move(behind, several, "nmod")


def _counts_from(tree: Tree, noun: int, start: int) -> bool:
    """Whether a plural noun without preposition is counted from word `start` on: "deux responsables", "plusieurs élus"."""
    counted = any(c == start and tree.dep[c] in ("nummod", "det") for c in tree.children[noun])
    return counted and tree.pos[noun] == "NOUN" and "Number=Plur" in tree.morph[noun] and not tree.case(noun)


def raise_sources(tree: Tree, sources: Container[str]) -> None:
    """Hang on the main verb a source behind a comma and a clause: "X a été tué lorsque Y a attaqué Z, selon l'armée".

    So behind what the same subject did next: "X a livré des armes et formé des soldats, selon l'armée"; and behind a
    relative between commas that ends its sentence: "a tué dix civils à Kidal, où vit X, selon l'armée".
    """
    for i, dep in enumerate(tree.dep):
        clause = tree.head[i]
        if dep != "obl" or tree.dep[clause] not in RAISED_FROM or not clause < i or not _is_source(tree, i, sources):
            continue
        main, relative = tree.head[clause], tree.dep[clause] == "acl:relcl"
        if relative:
            apart = tree.text[phrase_start(tree, clause) - 1] == "," and tree.text[tree.end_of(i) - 1] == "."
            main = tree.above_nouns(main) if apart and tree.is_above(i, tree.end_of(i) - 2) else clause
        joined = tree.dep[clause] == "conj" and any(tree.dep[c] in SUBJECTS for c in tree.children[clause])
        if tree.pos[main] == "VERB" and main < clause and not joined and tree.text[phrase_start(tree, i) - 1] == ",":
            tree.move(i, main, "obl")


def _is_source(tree: Tree, i: int, sources: Container[str]) -> bool:
    """Whether the preposition of a phrase, of one word or of two, says on whose word something is told."""
    case = tree.child(i, "case")
    fixed = tree.child(case, "fixed") if case is not None else None
    if case is None or fixed is None:
        return case is not None and tree.lemma[case] in sources
    return f"{tree.text[case]}{tree.text[fixed]}".lower() in sources


def _is_right_before(tree: Tree, noun: int, verb: int) -> bool:
    """Whether no comma stands between a noun with its complements and a verb that comes later."""
    return noun < verb and all(tree.text[k] != "," for k in range(noun + 1, verb))


def _title_behind(tree: Tree, name: int, words: Language) -> int | None:
    """The noun with an article that says between commas who a name is."""
    commas = [k for k in range(name + 1, tree.end_of(name)) if tree.text[k] == ","][:2]
    if len(commas) < 2 or tree.pos[commas[0] + 1] != "DET":
        return None
    title = tree.head[commas[0] + 1]
    inside = commas[0] + 1 < title < commas[1] and all(tree.is_above(title, k) for k in range(title + 1, commas[1]))
    return title if inside and is_person(tree, title, words) and not tree.case(title) else None
