"""General words that take up a thing named before: kg/lang/<code>/general.tsv.

Columns: lemma, kinds, families of the gazetteer, and "of" where "the city of X" is X itself, or "sort" where the word may
take up whatever is of its sort, named or not: "un camion … le véhicule"; "state" where a nationality must stand before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.lang import tables


@dataclass(frozen=True, slots=True)
class General:
    """What a general word may stand for: things of these kinds, and, of linked ones, of these gazetteer families."""

    kinds: frozenset[str]
    families: frozenset[str]  # or single entries of these; empty for any
    of_its_name: bool = False  # "the city of X" is X, "the company of X" is not
    of_states: bool = False  # "the Somali capital of X" is X, "the capital of X" is not
    of_its_sort: bool = False  # "the vehicle" is any vehicle, "the car" is not

    def fits(self, kind: str, link: str | None) -> bool:
        """Whether a thing of this kind, with this key of the gazetteer, may be called so."""
        family = link.partition(":")[0] if link else ""
        return kind in self.kinds and (not self.families or not family or family in self.families or link in self.families)


@cache
def load_general(code: str) -> Mapping[str, General]:
    """The general words of the language `code` by lemma."""
    return {
        lemma: General(
            frozenset(tables.variants(kinds)),
            frozenset(tables.variants(families)),
            flag == "of",
            flag == "state",
            flag == "sort",
        )
        for lemma, kinds, families, flag in tables.rows(f"{code}/general.tsv", 4)
    }
