"""The article itself, and what made its graph."""

from __future__ import annotations

import kg
from kg.graph import terms
from kg.graph.names import article_iri, slug
from kg.graph.sheet import Sheet

_ARTICLE, _HEADLINE, _PUBLISHED, _LANGUAGE, _URL, _PUBLISHER, _AUTHOR, _BODY, _NAME = (
    terms.named(f"schema:{name}")
    for name in (
        "NewsArticle",
        "headline",
        "datePublished",
        "inLanguage",
        "url",
        "publisher",
        "author",
        "Organization",
        "name",
    )
)
_ACTIVITY, _GENERATED_BY = terms.named("prov:Activity"), terms.named("prov:wasGeneratedBy")


def write_article(sheet: Sheet) -> None:
    """States what is known of the article: headline, date, language, address, publisher, author, file, hash."""
    article, node = sheet.document.article, sheet.article
    sheet.add(node, terms.TYPE, _ARTICLE)
    if article.title:
        sheet.add(node, _HEADLINE, terms.tagged(article.title, article.lang))
    published = terms.time_stamp(article.published)
    if published is not None:
        sheet.add(node, _PUBLISHED, published)
        if article.published_evidence:
            sheet.add(node, terms.nkg("dateEvidence"), terms.text(article.published_evidence))
    if article.lang:
        sheet.add(node, _LANGUAGE, terms.text(article.lang))
    if article.url:
        sheet.add(node, _URL, terms.address(article.url))
    if article.publisher:
        _write_publisher(sheet, article.publisher)
    if article.author:
        sheet.add(node, _AUTHOR, terms.text(article.author))
    if article.file:
        sheet.add(node, terms.nkg("file"), terms.text(article.file))
    if article.sha256:
        sheet.add(node, terms.nkg("sha256"), terms.text(article.sha256))
    if article.copy_of:
        sheet.add(node, terms.nkg("copyOf"), terms.node(article_iri(sheet.base, article.copy_of)))
    _write_activity(sheet)


def write_text(sheet: Sheet) -> None:
    """States every sentence, also those without a fact: the whole text can be read in the graph."""
    for index in range(len(sheet.document.parse.sentences)):
        sheet.sentence(index)


def _write_publisher(sheet: Sheet, name: str) -> None:
    """The publisher has one IRI in all articles, so that its reports can be counted as one source."""
    publisher = terms.node(f"{sheet.base}publisher/{slug(name) or 'unnamed'}")
    sheet.add(sheet.article, _PUBLISHER, publisher)
    sheet.add(publisher, terms.TYPE, _BODY)
    sheet.add(publisher, _NAME, terms.text(name))


def _write_activity(sheet: Sheet) -> None:
    """Versions and options only: with a time of day, two builds would differ."""
    activity = sheet.names.mint("activity", "build")
    sheet.add(sheet.article, _GENERATED_BY, activity)
    sheet.add(activity, terms.TYPE, _ACTIVITY)
    sheet.add(activity, terms.nkg("version"), terms.text(kg.__version__))
    if sheet.document.parse.model:
        sheet.add(activity, terms.nkg("model"), terms.text(sheet.document.parse.model))
    for name, value in sheet.document.options:
        sheet.add(activity, terms.nkg("option"), terms.text(f"{name}={value}"))
