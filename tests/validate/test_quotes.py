"""Every quote is held against the text again."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.graph import quads
from kg.ontology import PREFIXES
from kg.validate import verify
from tests.documents import DOCUMENT, TEXT, article, renamed


def graph(named: bool = True) -> ox.Store:
    store = ox.Store()
    for quad in quads(DOCUMENT):
        store.add(quad if named else ox.Quad(*quad.triple))
    return store


@pytest.mark.parametrize("named", [True, False])
def test_true_quotes(named: bool) -> None:
    report = verify(graph(named), [article()])
    assert report.faults == ()
    assert (report.what, report.checked > 20) == ("quotes", True)


def test_changed_text_is_told_with_each_quote_that_it_moved() -> None:
    text = TEXT.replace("Erbil", "Mossoul")
    faults = verify(graph(), [replace(article(), text=text, sha256="0" * 64)]).faults
    assert any("SHA-256" in fault.found for fault in faults)
    (moved,) = (fault for fault in faults if fault.name == "Erbil")
    assert moved.problem == "a quote equals its slice of the text"
    assert moved.found == '"Mosso" at 47-52'
    assert not any(fault.name == "Marek Dolan" for fault in faults)


def test_altered_quote_and_sentence_far_away() -> None:
    store = graph()
    store.update(
        """DELETE { GRAPH ?g { ?m nkg:quote "Erbil" } } INSERT { GRAPH ?g { ?m nkg:quote "Erbyl" } }
           WHERE { GRAPH ?g { ?m nkg:quote "Erbil" } } ;
           DELETE { GRAPH ?g { ?m nkg:sentence ?s } } INSERT { GRAPH ?g { ?m nkg:sentence ?t } }
           WHERE { GRAPH ?g { ?m nkg:quote "Bagdad" ; nkg:sentence ?s . ?t a nkg:Sentence ; nkg:begin 0 } }""",
        prefixes=dict(PREFIXES),
    )
    assert {(fault.name, fault.problem) for fault in verify(store, [article()]).faults} == {
        ("Erbyl", "a quote equals its slice of the text"),
        ("Bagdad", "a quote lies in the sentence that it names"),
    }


def test_article_without_source_and_source_without_article() -> None:
    other = replace(article(), id="other-77", text="Rien.", sha256="f" * 64)
    (fault,) = verify(graph(), [other]).faults
    assert fault.problem == "the article's text is among the sources"


def test_moved_file_is_known_by_its_text() -> None:
    assert verify(graph(), [replace(article(), id="elsewhere-55")]).ok


def test_characters_that_rdf_cannot_carry_are_no_fault() -> None:
    text = TEXT.replace("Marek Dolan", "Mar\x01k D\ud800lan")
    document = renamed("Marek")
    odd = replace(document.article, text=text)
    store = ox.Store()
    store.extend(quads(replace(document, parse=replace(document.parse, article=odd))))
    assert verify(store, [odd]).ok
