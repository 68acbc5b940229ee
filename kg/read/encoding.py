"""From bytes to text: declared encoding, UTF-8, then what the bytes look like; binary data is refused."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF: convert it to text first (pdftotext)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an Office document: save it as text or HTML first"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"SQLite format 3", "a database"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"BZh", "a bzip2 file: unpack it first"),
    (b"\xfd7zXZ", "an xz file: unpack it first"),
)
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SAMPLE = 1 << 16
WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖŒÙÚÛÜŸàáâãäåæçèéêëìíîïñòóôõöœùúûüÿßªº¿¡«»‹›“”„‘’‚–—…•·°²³½¼§©®™€£¥×\xa0\xad")
MAX_ACCENTED = 0.25  # French has 4% of them, Cyrillic read as Windows-1252 80%
MAX_CONTROLS = 0.01  # share of control characters: prose has none, 8-bit binary data about 10%


def refuse_binary(data: bytes, name: str) -> None:
    """Raises InputError if `data` begins like a format that holds no text."""
    for magic, kind in MAGIC:
        if data.startswith(magic):
            raise InputError(f"{name} is {kind}; kg reads text, HTML, JSON, CSV, feeds, mail and archives of these")


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """`data` as text with its line ends as they are.

    UTF-16 and UTF-32 are known by their mark, else the declared encoding counts if the bytes fit it, else UTF-8, else
    the encoding that the bytes look like. A UTF-8 mark stays as U+FEFF, as Python's own "utf-8" leaves it.
    Raises InputError for binary data.
    """
    refuse_binary(data, name)
    text = _decode(data, declared)
    sample = text[:SAMPLE] if text is not None else ""
    if text is None or "\0" in text or len(CONTROLS.findall(sample)) > MAX_CONTROLS * len(sample):
        raise InputError(f"{name} is binary data, not text: give the article as text, HTML or JSON")
    return text


def universal_newlines(text: str) -> str:
    """Line ends as Python's text files give them, so that offsets are those of `open(file).read()`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def printable(text: str) -> str:
    """`text` with the code points that no XML and no RDF literal may hold replaced by U+FFFD, its length kept."""
    return UNFIT.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` as a message or a title may show it: printable, blanks and line ends as single spaces."""
    return " ".join(printable(text).split())


def _decode(data: bytes, declared: str | None) -> str | None:
    for mark, marked in BOMS:
        if data.startswith(mark):
            return _strict(data, marked)
    for encoding in (declared, "utf-8"):
        text = _strict(data, encoding) if encoding else None
        if text is not None:
            return text
    if b"\0" in data[:SAMPLE]:
        return None
    return _strict(data, guess(data[:SAMPLE])) or data.decode("cp1252", "replace")


def guess(data: bytes) -> str:
    """Name of the encoding that undeclared 8-bit text most looks like.

    Windows-1252 wherever that gives a Western European text: charset-normalizer alone took 5 of 27 French texts in it
    for Central European ones.
    """
    if _looks_western(data.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return best.encoding if best is not None else "cp1252"


def _looks_western(text: str) -> bool:
    foreign = [char for char in text if char > "\x7f"]
    return set(foreign) <= WESTERN and len(foreign) <= MAX_ACCENTED * len(text)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(WHATWG.get(encoding.lower(), encoding))
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None
    return text if isinstance(text, str) else None


WHATWG = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
"""Pages that declare Latin-1 mean Windows-1252 (WHATWG Encoding Standard, section 4.2)."""
