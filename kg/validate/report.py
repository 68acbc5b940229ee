"""What a check found, in plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong."""

    article: str  # IRI of the article's graph; "" if it is in none
    node: str  # IRI of what is wrong
    name: str  # what a person calls it: its label or quote
    problem: str  # what it should be
    found: str = ""  # what it is instead

    def __str__(self) -> str:
        """One line: which thing, what should be so, what was found."""
        name = f'"{self.name}" ' if self.name else ""
        return f"{name}<{self.node}>: {self.problem}" + (f"; found {self.found}" if self.found else "")


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check: how much was looked at, and the faults, sorted."""

    checked: int
    what: str  # what was counted: "articles", "quotes"
    faults: tuple[Fault, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults
