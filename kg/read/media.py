"""Content types as HTTP and mail write them."""

from __future__ import annotations


def kind(media: str | None) -> str:
    """The type without its parameters, in lower case: "text/html; charset=utf-8" -> "text/html"."""
    return (media or "").partition(";")[0].strip().lower()


def charset(media: str | None) -> str | None:
    """The encoding that a content type declares."""
    if not media or "charset" not in media.lower():
        return None
    from email.message import Message

    message = Message()
    message["Content-Type"] = media.replace("\r", " ").replace("\n", " ")
    value = message.get_param("charset")
    return value if isinstance(value, str) else None
