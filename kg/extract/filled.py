"""What fills a role of an event before its roles that point at other events are settled."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filled:
    """One role of a draft event. `token` is that of the mention's head or of the other event's trigger."""

    role: str
    token: int
    mention: int | None
    rule: str
    confidence: float
    quantities: tuple[int, ...] = ()

    @property
    def slot(self) -> str:
        """The slot that held it: "object", "nmod"."""
        return self.rule.split(" ", 1)[0].split(":", 1)[0]
