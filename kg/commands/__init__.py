"""The command line: it parses arguments, lets the library work, and turns errors into one line and an exit code."""

from __future__ import annotations

import os
import sys

#: Commands that only read: an interrupt ends them at once, also inside an engine that doesn't listen to Python.
_READING = ("query", "info", "diff")


def main() -> None:
    """Run `kg` with this process's arguments and exit; the codes are those of `kg.errors`, 130 for an interrupt."""
    if sys.argv[1:2] and sys.argv[1] in _READING:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run `kg` with `arguments` and return its exit code. Never raises, unless KG_DEBUG is set."""
    from kg.commands.app import command
    from kg.commands.problems import explain

    try:
        result = command()(arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("KG_DEBUG"):
            raise
        message, code = explain(error)
        if message:
            print(f"kg: {message}", file=sys.stderr)
        return code
