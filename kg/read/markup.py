"""Plain text of HTML that holds nothing but an article's own content (a feed's entry, a mail, rendered Markdown)."""

from __future__ import annotations

import re

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "title", "tr", "ul",
    )
)  # fmt: skip
HIDDEN = frozenset(
    (
        "head", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea",
        "audio", "video", "canvas",
    )
)  # fmt: skip
SPACE = re.compile(r"[ \t\r\n\f]+")


def text_of_html(html: str) -> str:
    """The text a reader sees: one paragraph a block, an empty line between blocks, no scripts and styles."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    try:
        parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
        root = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return ""
    return _paragraphs(root)


def _paragraphs(root: object) -> str:
    from lxml.etree import iterwalk

    blocks: list[str] = []
    words: list[str] = []
    hidden = 0

    def close() -> None:
        if paragraph := "\n".join(SPACE.sub(" ", line).strip() for line in "".join(words).split("\v")).strip():
            blocks.append(paragraph)
        words.clear()

    for event, element in iterwalk(root, events=("start", "end")):
        starts, tag = event == "start", element.tag
        if tag in HIDDEN:
            hidden += 1 if starts else -1
        if tag in BLOCKS:
            close()
        elif tag == "br" and starts:
            words.append("\v")
        text = element.text if starts else element.tail
        if text and not hidden:
            words.append(text.replace("\v", " "))
    close()
    return "\n\n".join(blocks)
