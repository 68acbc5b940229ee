"""The name that somebody also goes by, behind "dit": "Oumar Nanga, dit Petit Sam, a avoué"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.french.signs import SUBJECTS
from kg.annotate.tree import Tree
from kg.model import NameSpan

CALLED = ("dit", "dite")
ARTICLES = ("le", "la", "l'", "l’")


def see_nicknames(tree: Tree, names: Iterable[NameSpan]) -> None:
    """Make an apposition of the name behind "dit" and a person's name, and no speaker of it.

    Between commas only of a person who does something else: "la faute de X, dit Y" is what Y says.
    """
    people = {name.last: name.first for name in names if name.label == "PER"}
    for i, text in enumerate(tree.text):
        if text not in CALLED or i + 2 >= len(tree) or tree.first[i] or tree.pos[i] not in ("VERB", "ADJ", "NOUN"):
            continue
        comma = tree.text[i - 1] == ","
        first = people.get(i - comma)
        other = i + 1 + (tree.text[i + 1].lower() in ARTICLES)
        if first is None or not tree.text[other][:1].isupper() or tree.child(i, "aux") is not None:
            continue
        person = _top(tree, range(first, i - comma))
        acts = tree.dep[person] in SUBJECTS and tree.head[person] != i
        if acts or not comma:
            _join(tree, person, i, _top(tree, range(other, _name_end(tree, other))))


def _name_end(tree: Tree, first: int) -> int:
    """The word behind the capitalised words from `first` on."""
    end = first + 1
    while end < len(tree) and tree.text[end][:1].isupper() and not tree.first[end]:
        end += 1
    return end


def _top(tree: Tree, words: range) -> int:
    """The word of a name by which it hangs on what is no part of it."""
    return next((k for k in words if tree.head[k] not in words or tree.head[k] == k), words[0])


def _join(tree: Tree, person: int, called: int, nickname: int) -> None:
    """Hang the nickname on the person, "dit" on it, and what the false verb governed where the verb hung."""
    main = next((c for c in tree.children[called] if c > nickname and tree.pos[c] == "VERB"), None)
    if main is None and tree.head[nickname] > called and tree.pos[tree.head[nickname]] == "VERB":
        main = tree.head[nickname]
    subject = tree.dep[nickname] if tree.dep[nickname] in SUBJECTS else "nsubj"
    if main is not None and tree.is_above(called, main):
        tree.stand_for(main, called)
    left = main if main is not None else tree.head[called]
    if tree.head[person] == called and left != called:
        tree.move(person, left, subject if main is not None else "nsubj")
    tree.move(nickname, person, "appos")
    for child in [c for c in tree.children[called] if c not in (person, nickname) and left != called]:
        tree.move(child, left if child < person or main is not None else nickname, tree.dep[child])
    if tree.head[person] != called:
        tree.move(called, nickname, "advmod")
        tree.pos[called], tree.lemma[called] = "ADV", "alias"
        tree.set_features(called, VerbForm="", Tense="", Mood="", Person="")
