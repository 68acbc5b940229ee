"""Parquet, read by pyarrow (the optional extra `parquet`): one article a row, only the columns that are used."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from kg.errors import InputError
from kg.read.options import Limits, ReadOptions
from kg.read.parts import Blob, Draft, ReadFailure
from kg.read.records import NAMES, draft, names_of
from kg.read.streams import seekable, size

BATCH_ROWS = 64
ROW_GROUP_SHARE = 64  # a row group may weigh as much as so many articles of the greatest size


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft | ReadFailure]:
    """One article a row; raises InputError if pyarrow is missing or can't read the file."""
    try:
        import pyarrow
    except ImportError as error:
        raise InputError(f"{blob.name} is Parquet, which needs pyarrow: pip install 'newskg[parquet]'") from error
    number = 0
    try:
        with seekable(stream, blob.name, options.limits) as whole:
            for record in _records(whole, blob.name, options):
                number += 1
                yield _row(record, number, blob, options)
    except (pyarrow.ArrowException, OSError, ValueError, UnicodeError) as error:
        reason = " ".join(str(error).split())[:120]
        raise InputError(f"{blob.name} is not a Parquet file that can be read ({reason}): write it again") from error


def _records(source: Any, name: str, options: ReadOptions) -> Iterator[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(source) as table:
        wanted = {field.partition(".")[0] for role in NAMES for field in (*names_of(role, options),)}
        wanted |= {options.fields[role] for role in options.fields}
        have = [str(column) for column in table.schema_arrow.names]
        columns = [column for column in have if column in wanted] or have
        _check_groups(table.metadata, name, options.limits)
        for batch in table.iter_batches(BATCH_ROWS, columns=columns):
            yield from batch.to_pylist()


def _check_groups(metadata: Any, name: str, limits: Limits) -> None:
    limit = limits.record_bytes * ROW_GROUP_SHARE
    for group in range(metadata.num_row_groups):
        if metadata.row_group(group).total_byte_size > limit:
            raise InputError(f"{name} has row groups larger than {size(limit)}: write it with smaller ones")


def _row(record: dict[str, Any], number: int, blob: Blob, options: ReadOptions) -> Draft | ReadFailure:
    name = f"{blob.name} row {number}"
    try:
        return draft(record, name, f"row {number}", blob, options)
    except InputError as error:
        return ReadFailure(name, error)
