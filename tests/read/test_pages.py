"""Web pages and Markdown: the article without what surrounds it."""

from __future__ import annotations

import re

import pytest

from kg.read import ReadOptions

from .helpers import FRENCH, read_one, reason

PARAGRAPHS = FRENCH.strip().split("\n\n")
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>{PARAGRAPHS[0]} | Tirna Matin</title>
<meta charset="CHARSET"><meta property="og:title" content="{PARAGRAPHS[0]}">
<meta property="og:site_name" content="Tirna Matin">
<meta property="article:published_time" content="2020-03-03T10:00:00+01:00">
<meta property="article:modified_time" content="2020-03-09T10:00:00+01:00">
<meta name="author" content="Ana Melk"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav><article><h1>{PARAGRAPHS[0]}</h1>
<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[1]} {PARAGRAPHS[2]}</p><script>alert("x")</script></article>
<footer>© 2019 Tirna Matin, tous droits réservés. Mentions légales</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", ""])
def test_a_page_gives_its_article(write, charset):
    page = PAGE.replace("CHARSET", charset) if charset else PAGE.replace('<meta charset="CHARSET">', "")
    article = read_one(write("a.html", page.encode(charset or "latin-1")))
    assert article.text.startswith(PARAGRAPHS[0])
    assert PARAGRAPHS[1] in article.text
    for noise in ("Accueil", "alert", "Mentions"):
        assert noise not in article.text
    assert article.title == PARAGRAPHS[0]
    assert article.published == "2020-03-03"
    assert article.published_evidence == "metadata"
    assert (article.publisher, article.author, article.lang) == ("Tirna Matin", "Ana Melk", "fr")


def test_no_date_is_made_of_a_footer(write):
    page = re.sub('<meta property="article:.*?>', "", PAGE).replace("© 2019", "© 3 mars 2019")
    assert read_one(write("a.html", page)).published is None


def test_a_page_without_an_article_is_refused(write):
    assert "no article" in reason(write("a.html", "<html><head><title></title></head><body></body></html>"))
    assert "empty" in reason(write("b.html", "  "))


def test_a_page_without_an_ending_is_known_by_its_look(write):
    assert read_one(write("page", PAGE)).publisher == "Tirna Matin"
    assert read_one(write("page.php", PAGE)).publisher == "Tirna Matin"
    assert read_one(write("page.txt", PAGE), ReadOptions(format="html")).publisher == "Tirna Matin"


MARKDOWN = """---
title: "Le port *rouvre*"
date: 2020-03-03
author: Ana Melk
---
# Le port de Tirna rouvre

Le **port** de [Tirna](https://tirna.example/a_(b)) a rouvert\nmardi matin, a annoncé la _préfecture_.

> « Nous sommes soulagés », dit l'un d'eux.

* Le port rouvre &amp; la ville respire.
* La grève est finie.

![image](x.png) <script>alert(1)</script>
"""


def test_markdown_is_read_as_a_reader_sees_it(write):
    article = read_one(write("a.md", MARKDOWN))
    assert article.text == (
        "Le port de Tirna rouvre\n\nLe port de Tirna a rouvert mardi matin, a annoncé la préfecture.\n\n"
        "« Nous sommes soulagés », dit l'un d'eux.\n\nLe port rouvre & la ville respire.\n\nLa grève est finie."
    )
    assert (article.title, article.published, article.author) == ("Le port *rouvre*", "2020-03-03", "Ana Melk")
    assert read_one(write("b.md", MARKDOWN.partition("---\n# ")[2])).title == "Le port de Tirna rouvre"
    assert "no text" in reason(write("c.md", "![](x.png)"))
