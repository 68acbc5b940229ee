"""Some of many: "l'un des chefs", "several of the hostages" are others than all the chiefs and all the hostages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.spans import Nominal, Text


def find_selections(text: Text, nominals: Sequence[Nominal], taken: Sequence[bool]) -> Iterator[Nominal]:
    """A description of its own for each pronoun that picks some out of a described set."""
    one, some = (text.language.profile.words("partitive", picking) for picking in ("one", "some"))
    for nominal in nominals:
        picked = text.tokens[text.tokens[nominal.head].head]
        single = picked.lemma.lower() in one
        if taken[picked.i] or not (single or picked.lemma.lower() in some) or not _joins(text, picked.i, nominal):
            continue
        yield Nominal(
            picked.i,
            nominal.last,
            nominal.label_last,
            picked.i,
            "Person" if single and nominal.kind == "Group" else nominal.kind,
            "indef",
            "s" if single else "p",
            "f" if "Gender=Fem" in picked.morph else nominal.gender,
            "selection",
        )


def _joins(text: Text, picked: int, nominal: Nominal) -> bool:
    """Whether nothing but words of the set stands between the pronoun and its noun."""
    linkers = text.language.profile.words("partitive", "linkers")
    between = range(picked + 1, nominal.first)
    own = all(nominal.head in _above(text, i) for i in between)
    return own and nominal.number == "p" and any(text.lemmas[i] in linkers for i in between)


def _above(text: Text, i: int) -> tuple[int, int]:
    """The two next words that govern word i: "the" of "one of the group's leaders" hangs on "group"."""
    above = text.tokens[i].head
    return above, text.tokens[above].head
