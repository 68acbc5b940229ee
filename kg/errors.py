"""What can go wrong, one class an exit code.

    KgError                 1   anything else that kg itself noticed
    ├── UsageError          2   options or arguments that make no sense together
    ├── InputError          3   a source that can't be read: missing, empty, binary, malformed, too large
    ├── LanguageError       4   a language that kg doesn't speak, or that can't be told
    ├── ModelError          5   a language model that is missing or unfit
    ├── OutputError         6   a place that can't be written, a format that isn't known
    ├── FetchError          7   an address that doesn't answer or may not be asked
    ├── QueryError          8   SPARQL that is malformed, or a query stopped at its limit
    ├── StoreError          9   a store that is held, damaged or doesn't answer
    └── CheckFailed        10   kg validate, verify or lang check found faults

Every message is one line that says what is wrong with which input and what to do next.
"""

from __future__ import annotations


class KgError(Exception):
    """The root: `kg` prints its message on standard error and exits with `exit_code`."""

    exit_code = 1


class UsageError(KgError):
    exit_code = 2


class InputError(KgError):
    exit_code = 3


class LanguageError(KgError):
    exit_code = 4


class ModelError(KgError):
    exit_code = 5


class OutputError(KgError):
    exit_code = 6


class FetchError(KgError):
    exit_code = 7


class QueryError(KgError):
    exit_code = 8


class StoreError(KgError):
    exit_code = 9


class CheckFailed(KgError):
    exit_code = 10
