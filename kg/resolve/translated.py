"""Names that a text gives in another language in parentheses: "Jaysh al-Nur (Arabic: …, "Army of Light")"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lang import Language
from kg.model import Mention, Parse
from kg.resolve.chains import Chains

_LONGEST = 30  # words of such a parenthesis


def translations(chains: Chains, parse: Parse, language: Language, names: Sequence[Mention]) -> None:
    """Make one thing of a name and of those in the parenthesis behind it that says in which language they are."""
    languages = language.profile.words("names", "languages")
    for opening, closing in _parentheses(parse.forms, languages):
        before = next((name for name in names if name.last == opening), None)
        inside = (name for name in names if opening < name.first and name.last <= closing)
        for name in inside if before is not None else ():
            if before is not None and chains.link(before.index, name.index, "name in another language", 0.9, told=True):
                chains.others.add(name.index)


def _parentheses(forms: Sequence[str], languages: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where parentheses open and close that begin with a language and a colon: "(Arabic: …)", "(en arabe : …)"."""
    for i, form in enumerate(forms):
        if form == "(" and ":" in forms[i + 2 : i + 4] and not languages.isdisjoint(forms[i + 1 : i + 3]):
            closing = next((k for k in range(i, min(i + _LONGEST, len(forms))) if forms[k] == ")"), None)
            if closing is not None:
                yield i, closing
