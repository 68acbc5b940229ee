"""Whatever was raised, as one line and an exit code."""

from __future__ import annotations

import typer

from kg.errors import KgError, UsageError


def explain(error: BaseException) -> tuple[str, int]:
    """A message of one line (empty if there is nothing to say) and the exit code."""
    if isinstance(error, KgError):
        return one_line(str(error)), error.exit_code
    if isinstance(error, (KeyboardInterrupt, typer.Abort)):
        return "stopped", 130
    format_message = getattr(error, "format_message", None)  # click's own complaints about arguments
    if format_message is not None:
        context = getattr(error, "ctx", None)
        where = context.command_path if context is not None else "kg"
        return f"{one_line(format_message())} (see {where} --help)", UsageError.exit_code
    if isinstance(error, MemoryError):
        return "out of memory: try a smaller input, or fewer --jobs", KgError.exit_code
    kind = type(error).__name__
    return f"unexpected {kind}: {one_line(str(error))} (set KG_DEBUG=1 to see where)", KgError.exit_code


def one_line(message: str) -> str:
    """`message` on one line, without characters that a terminal would obey."""
    return "".join(c if c.isprintable() else "�" for c in " ".join(message.split()))
