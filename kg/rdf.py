"""Text as RDF can carry it: shared by what writes graphs and what checks them."""

from __future__ import annotations

_UNFIT = {code: 0xFFFD for code in (*range(0x20), *range(0xD800, 0xE000), 0x7F, 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}


def printable(text: str) -> str:
    """`text` with each character that some RDF syntax can't carry replaced by U+FFFD, one for one.

    These are the control characters that XML 1.0 forbids, lone surrogates and non-characters. Offsets stay true.
    """
    return text if text.isprintable() else text.translate(_UNFIT)
