"""Puts articles into a store for ever, saying on standard output what is done. Run as a program, to be killed."""

from __future__ import annotations

import itertools
import sys

from kg.store.stores import opened
from tests.store.articles import article

SIZES = (0, 300)  # facts beside the seven that every article has, before and after its correction


def main(folder: str, begin: int) -> None:
    with opened(folder, write=True) as store:
        numbers = itertools.count(begin)
        graphs = (
            article(f"a{number}", "Ana Ruiz", extra=SIZES[version]) for number in numbers for version in range(len(SIZES))
        )
        for name, change in store.put(graphs):
            print(name, change.value, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
