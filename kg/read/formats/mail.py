"""Mail (EML): the subject is the headline, the plain part the text, else the HTML part; attachments are left out."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from io import BufferedReader

from kg.errors import InputError
from kg.read.encoding import decode, one_line, printable, universal_newlines
from kg.read.markup import text_of_html
from kg.read.options import ReadOptions
from kg.read.parts import Blob, Draft
from kg.read.streams import whole

FOREIGN = (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError, AssertionError)
"""What the standard library's mail parser raises on malformed headers and parts."""


def read(blob: Blob, stream: BufferedReader, options: ReadOptions) -> Iterator[Draft]:
    """One article; raises InputError if the mail holds no text."""
    data = whole(stream, blob.name, options.limits.document_bytes)
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = _body(message, blob.name)
    except FOREIGN as error:
        raise InputError(f"{blob.name} is not a mail that can be read ({type(error).__name__})") from error
    if not body:
        raise InputError(f"{blob.name} is empty: the mail holds no text")
    title = _header(message, "Subject")
    yield Draft(
        name=blob.name,
        text=f"{title}\n\n{body}" if title and not body.startswith(title) else body,
        key=_header(message, "Message-ID") or blob.file,
        title=title,
        date=_header(message, "Date"),
        lang=_header(message, "Content-Language"),
        author=parseaddr(_header(message, "From") or "")[0] or None,
        file=blob.file,
    )


def _body(message: EmailMessage, name: str) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    text = printable(universal_newlines(decode(payload, name, part.get_content_charset())))
    return text_of_html(text) if part.get_content_type() == "text/html" else text.strip()


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except FOREIGN:
        return None
    return one_line(str(value)) or None if value is not None else None
