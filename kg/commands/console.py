"""Tables for people and for programs: drawn and coloured on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

# C0 and C1 controls, bidirectional marks and line separators: article text must not steer the terminal.
_UNSAFE = {
    **dict.fromkeys((*range(0x00, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys((0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029), " "),
}


def looked_at() -> bool:
    """Whether a person sees standard output."""
    return sys.stdout.isatty()


def shown(text: str) -> str:
    """`text` without characters that would move the cursor, change colours or turn the line round."""
    return text.translate(_UNSAFE)


def plural(number: int, noun: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], numeric: frozenset[int] = frozenset()) -> None:
    """Print rows under headings; `numeric` columns are set to the right."""
    cells = [[shown(cell) for cell in row] for row in rows]
    if looked_at():
        _print_drawn(headings, cells, numeric)
    else:
        _print_plain(headings, cells, numeric)


def _print_drawn(headings: Sequence[str], rows: list[list[str]], numeric: frozenset[int]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for index, heading in enumerate(headings):
        table.add_column(Text(heading), justify="right" if index in numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _print_plain(headings: Sequence[str], rows: list[list[str]], numeric: frozenset[int]) -> None:
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for row in [list(headings), ["-" * width for width in widths], *rows]:
        line = "  ".join(
            cell.rjust(width) if index in numeric else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print(line.rstrip())
