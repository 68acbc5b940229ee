"""The last step of reading: a draft becomes an article with language, date, title and identifier."""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import InputError
from kg.model import Article
from kg.read import dates, language
from kg.read.encoding import one_line
from kg.read.naming import digest, headline, identifier, web_address
from kg.read.options import ReadOptions
from kg.read.parts import Draft


def finish(draft: Draft, options: ReadOptions, settle: Callable[[str, str], str]) -> Article:
    """The article that `draft` stands for. `settle` makes its name one that no other text of the run has.

    Raises InputError for a text that is empty or too long, LanguageError for a language that kg does not speak.
    """
    _check_size(draft, options.limits.article_chars)
    lang = _language(draft, options)
    published, evidence = _published(draft, options, lang)
    title = _line(draft.title) or _text_title(draft.text, lang)
    sha256 = digest(draft.text)
    url = web_address(draft.url)
    return Article(
        id=settle(identifier(draft.key or f"sha256:{sha256}", url, title), sha256),
        text=draft.text,
        lang=lang,
        title=title,
        url=url,
        published=published,
        published_evidence=evidence,
        publisher=_line(draft.publisher),
        author=_line(draft.author),
        file=draft.file,
        sha256=sha256,
    )


def _check_size(draft: Draft, limit: int) -> None:
    if not draft.text or draft.text.isspace() or draft.text == "\ufeff":
        raise InputError(f"{draft.name} is empty: there is no text to read")
    if len(draft.text) > limit:
        raise InputError(f"{draft.name} has {len(draft.text)} characters, more than {limit}: split it, raise the limit")


def _language(draft: Draft, options: ReadOptions) -> str:
    given = options.lang or language.declared(draft.lang)
    if given is None:
        return language.find_language(draft.text, draft.name)
    language.refuse_unspoken(given, draft.name)
    return given


def _published(draft: Draft, options: ReadOptions, lang: str) -> tuple[str | None, str | None]:
    if options.date:
        return options.date, "option"
    if declared := dates.from_metadata(draft.date, lang):
        return declared, "metadata"
    if found := dates.from_text(draft.text, lang):
        return found.iso, f"text:{found.start}-{found.end}"
    return None, None


def _text_title(text: str, lang: str) -> str | None:
    title = headline(text)
    return None if title is None or dates.is_dateline(title, lang) else one_line(title)


def _line(value: str | None) -> str | None:
    """`value` on one line, or None if nothing is left."""
    return one_line(value) or None if value else None
