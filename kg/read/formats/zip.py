"""Zip archives: each member is read as its own name says. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BufferedReader

from kg.errors import InputError
from kg.read.encoding import one_line
from kg.read.options import Limits, ReadOptions
from kg.read.parts import Blob, ReadFailure
from kg.read.streams import Unpacked, seekable

DAMAGE = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)
ENCRYPTED = 0x1


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Blob | ReadFailure]:
    """One blob a member, in the archive's order; raises InputError for a damaged archive."""
    with seekable(stream, blob.name, options.limits) as whole:
        try:
            archive = zipfile.ZipFile(whole)
        except DAMAGE as error:
            raise InputError(f"{blob.name} is not a zip archive that can be read ({error}): fetch it again") from error
        members = [member for member in archive.infolist() if _is_content(member.filename)]
        if len(members) > options.limits.members:
            raise InputError(f"{blob.name} holds {len(members)} files, more than {options.limits.members}: unpack it")
        if not members:
            raise InputError(f"{blob.name} is empty: it holds no file")
        for member in members:
            yield _member(archive, member, blob, options.limits)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, blob: Blob, limits: Limits) -> Blob | ReadFailure:
    inner = one_line(member.filename)
    name = f"{blob.name}/{inner}"
    if member.flag_bits & ENCRYPTED:
        return ReadFailure(name, InputError(f"{name} is encrypted: unpack it first"))
    file = f"{blob.file}/{inner}" if blob.file else inner
    return Blob(name, partial(_open, archive, member, name, limits), file=file, depth=blob.depth + 1)


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits) -> io.BufferedReader:
    try:
        packed = archive.open(member)
    except DAMAGE as error:
        raise InputError(f"{name} can't be unpacked ({error}): pack it again") from error
    return io.BufferedReader(Unpacked(packed, name, lambda: member.compress_size, limits))


def _is_content(name: str) -> bool:
    """Whether a member is a file that somebody wrote, not a folder or what macOS adds."""
    return not name.endswith("/") and not any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
