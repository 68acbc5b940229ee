"""The graph of one article: what it says, what proves it, and that nothing in a text can break it."""

from __future__ import annotations

import time
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.graph import checked_base, quads
from kg.graph.names import slug
from kg.model import Article, Document, Entity, Extraction, Parse, Resolved
from kg.ontology import PREFIXES, UnknownTerm
from tests.documents import DOCUMENT, RESOLVED, TEXT, renamed

Row = tuple[str, ...]


@pytest.fixture(scope="module")
def store() -> ox.Store:
    found = ox.Store()
    found.extend(quads(DOCUMENT))
    return found


def ask(store: ox.Store, pattern: str) -> list[Row]:
    """What the variables of a query stand for, as plain text, sorted."""
    answer = store.query(pattern, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    return sorted(tuple("" if term is None else term.value for term in row) for row in answer)  # type: ignore


def says(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=dict(PREFIXES), use_default_graph_as_union=True))


def test_article_is_the_named_graph(store: ox.Store) -> None:
    ((graph, headline, day, address, publisher),) = ask(
        store,
        """SELECT ?g ?h ?d ?u ?p { GRAPH ?g { ?g a schema:NewsArticle ; schema:headline ?h ; schema:datePublished ?d ;
           schema:inLanguage "fr" ; schema:url ?u ; schema:publisher/schema:name ?p ; nkg:file "general.txt" } }""",
    )
    assert graph == "https://w3id.org/newskg/data/general-assassine-1a2b3c"
    assert (headline, day, publisher) == ("Un général assassiné à Erbil", "2024-03-14", "Le Journal d'Essai")
    assert address == "https://journal.example/monde?id=1&x=<2>"
    assert {quad.graph_name.value for quad in quads(DOCUMENT)} == {graph}


def test_what_made_the_graph_has_no_time_of_day(store: ox.Store) -> None:
    assert ask(store, "SELECT ?m ?o { ?a prov:wasGeneratedBy ?x . ?x a prov:Activity ; nkg:model ?m ; nkg:option ?o }") == [
        ("fr_test 1.0", "lang=fr")
    ]
    assert not says(store, "?a prov:endedAtTime|prov:startedAtTime|prov:generatedAtTime ?t")


def test_entities_have_one_label_and_their_other_names(store: ox.Store) -> None:
    assert ask(store, "SELECT ?l ?o { ?p a nkg:Person ; rdfs:label ?l OPTIONAL { ?p skos:altLabel ?o } }") == [
        ("Ilse Varga", "Varga"),
        ("Marek Dolan", ""),
    ]


def test_linked_places_have_identifiers_and_coordinates(store: ox.Store) -> None:
    assert ask(store, 'SELECT ?x { ?e rdfs:label "Irak"@fr ; owl:sameAs ?x }') == [
        ("http://www.wikidata.org/entity/Q796",),
        ("https://sws.geonames.org/99237/",),
    ]
    ((same, latitude, longitude),) = ask(
        store, 'SELECT ?x ?lat ?long { ?e rdfs:label "Bagdad"@fr ; owl:sameAs ?x ; geo:lat ?lat ; geo:long ?long }'
    )
    assert same == "https://sws.geonames.org/98182/"
    assert (round(float(latitude)), round(float(longitude))) == (33, 44)
    assert not says(store, 'VALUES ?n { "Erbil"@fr } ?e rdfs:label ?n ; owl:sameAs ?x')


def test_event_with_roles_and_date(store: ox.Store) -> None:
    assert ask(
        store,
        """SELECT ?label ?who ?by ?where ?when { ?e a nkg:Assassination ; rdfs:label ?label ;
           nkg:patient/rdfs:label ?who ;
           nkg:agent/rdfs:label ?by ; nkg:place/rdfs:label ?where ;
           sem:hasTimeStamp ?when ; nkg:factuality nkg:Actual }""",
    ) == [("assassinat de Marek Dolan", "Marek Dolan", "groupe armé", "Erbil", "2024-03-12")]


def test_times_by_what_the_text_gives(store: ox.Store) -> None:
    assert says(store, '?e a nkg:Delivery ; sem:hasLatestEndTimeStamp "2024-12-31"^^xsd:date')
    assert says(store, '?e a nkg:Statement ; nkg:timeText "naguère"')
    assert not says(store, "?e nkg:timeText ?t ; sem:hasTimeStamp ?d")


def test_figures(store: ox.Store) -> None:
    assert ask(
        store,
        "SELECT ?v ?u ?c ?q { ?e a nkg:Injury ; nkg:quantity ?n . ?n nkg:value ?v ; nkg:unit ?u ; "
        "nkg:comparator ?c ; nkg:quote ?q }",
    ) == [("12", "soldat", ">", "au moins 12")]
    assert says(store, "?g a nkg:Group ; nkg:quantity ?n . ?e a nkg:Injury ; nkg:quantity ?n")


def test_relation_is_a_triple_and_a_statement(store: ox.Store) -> None:
    assert ask(
        store,
        """SELECT ?who ?office ?in ?quote { ?p nkg:holdsPosition ?o . ?o rdfs:label ?office ;
           nkg:positionIn/rdfs:label ?in .
           ?p rdfs:label ?who . ?s a rdf:Statement ; rdf:subject ?p ; rdf:predicate nkg:holdsPosition ; rdf:object ?o ;
           nkg:evidence/nkg:quote ?quote ; nkg:confidence ?c }""",
    ) == [("Ilse Varga", "ministre", "Irak", "ministre Ilse Varga")]


def test_denied_relation_is_a_statement_alone(store: ox.Store) -> None:
    denied = "?s rdf:subject ?p ; rdf:predicate nkg:memberOf ; rdf:object ?o ; nkg:factuality nkg:Negated"
    assert says(store, f"{denied} . ?p rdfs:label 'Ilse Varga'@fr . ?o rdfs:label 'coalition'@fr")
    assert not says(store, f"{denied} . ?p nkg:memberOf ?o")


def test_claims_name_their_speaker(store: ox.Store) -> None:
    assert ask(
        store,
        """SELECT ?who ?cue ?direct ?what ?saying { ?c a nkg:Claim ; nkg:speaker/rdfs:label ?who ; nkg:cue ?cue ;
           nkg:directSpeech ?direct ; nkg:content/rdfs:label ?what ; nkg:evidence/nkg:sentence ?s
           OPTIONAL { ?c nkg:saying/rdfs:label ?saying } }""",
    ) == [
        ("Ilse Varga", "annoncer", "true", "livraison de drones à l'Irak", "annonce d'Ilse Varga"),
        ("Ilse Varga", "selon", "false", "blessure de soldats", ""),
    ]


def test_judgements_say_why(store: ox.Store) -> None:
    assert ask(
        store,
        "SELECT ?l ?r ?same ?why ?score { ?j a nkg:Judgement ; nkg:left/nkg:quote ?l ; nkg:right/nkg:quote ?r ; "
        "nkg:same ?same ; nkg:reason ?why ; nkg:score ?score }",
    ) == [
        ("Ilse Varga", "Elle", "true", "pronoun", "0.8"),
        ("Ilse Varga", "Ilse Varga", "true", "exact name", "1"),
        ("Marek Dolan", "Elle", "false", "gender", "1"),
    ]


def test_every_quote_is_its_slice_and_every_fact_has_evidence(store: ox.Store) -> None:
    passages = ask(store, "SELECT ?b ?e ?q { ?p nkg:begin ?b ; nkg:end ?e ; nkg:quote ?q }")
    assert len(passages) > 20
    assert [quote for begin, end, quote in passages if TEXT[int(begin) : int(end)] != quote] == []
    assert ask(store, "SELECT ?x { ?x rdfs:label ?l FILTER NOT EXISTS { ?x nkg:evidence/nkg:sentence ?s } }") == []


def test_one_sentence_is_one_node(store: ox.Store) -> None:
    quotes = [quote for (quote,) in ask(store, "SELECT ?q { ?s a nkg:Sentence ; nkg:quote ?q }")]
    assert len(quotes) == len(set(quotes)) == 4


def test_same_bytes_and_no_quad_twice() -> None:
    first, second = list(quads(DOCUMENT)), list(quads(DOCUMENT))
    assert first == second
    assert len(set(first)) == len(first)


def test_round_trip_through_a_store_changes_no_literal(store: ox.Store) -> None:
    assert set(store) == set(quads(DOCUMENT))


def test_two_things_of_one_name_are_two_nodes() -> None:
    twins = tuple(
        replace(RESOLVED.entities[0], index=n, label=label) for n, label in enumerate(("Al-Kadhimi", "al kadhimi"))
    )
    document = replace(DOCUMENT, resolved=Resolved(entities=twins))
    labelled = {quad.subject.value for quad in quads(document) if quad.predicate.value.endswith("#label")}
    assert {iri.rpartition("/")[2] for iri in labelled} == {"al-kadhimi", "al-kadhimi-2"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qasem Soleimani", "qasem-soleimani"),
        ("L'État islamique", "l-etat-islamique"),
        ("الأزهر", "%D8%A7%D9%84%D8%A7%D8%B2%D9%87%D8%B1"),
        ("<script>/../x", "script-x"),
        ("\ud800", ""),
        ("…", ""),
        ("mot " * 40, "-".join(["mot"] * 15)),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    "hostile",
    ["\x00\x01\x1b", "\ud83d", "\ufffe", '<>"{}|\\^`', "a\nb\rc\td", "", "‮abc", "😀" * 200, 'a" . <x:y> <x:y> <x:y> .'],
)
@pytest.mark.parametrize("form", [ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD])
def test_no_text_makes_invalid_rdf(hostile: str, form: ox.RdfFormat) -> None:
    document = renamed(hostile)
    text = hostile + TEXT
    article = replace(
        document.article,
        id=hostile,
        text=text,
        title=hostile,
        url=hostile,
        publisher=hostile,
        file=hostile,
        lang=hostile,
    )
    document = replace(document, parse=replace(document.parse, article=article))
    stated = [quad if form.supports_datasets else quad.triple for quad in quads(document)]
    back = list(ox.parse(ox.serialize(stated, format=form), format=form))
    assert len(set(back)) == len(set(stated))


def test_misspelt_class_is_refused() -> None:
    entity = Entity(0, "Persn", "Marek", "fr")
    document = Document(Parse(Article("x", ""), (), (), (), ()), Extraction(), Resolved(entities=(entity,)))
    with pytest.raises(UnknownTerm, match="did you mean nkg:Person"):
        quads(document)


@pytest.mark.parametrize("base", ["data/", "https://x.example/data", "https://x.example/a b/", "", "<x>"])
def test_base_that_cannot_serve(base: str) -> None:
    with pytest.raises(UsageError):
        checked_base(base)


def test_own_base() -> None:
    base = checked_base("https://news.example/kg#")
    assert {quad.graph_name.value for quad in quads(DOCUMENT, base)} == {"https://news.example/kg#general-assassine-1a2b3c"}


def test_a_graph_is_written_in_milliseconds() -> None:
    """At most 10 µs a quad, four times what it takes, so that a busy machine doesn't fail it."""
    size = len(list(quads(DOCUMENT)))
    spent = []
    for _ in range(20):
        start = time.perf_counter()
        list(quads(DOCUMENT))
        spent.append(time.perf_counter() - start)
    assert min(spent) / size < 10e-6
