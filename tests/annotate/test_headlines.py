"""Headlines have a grammar of their own: commas for "and", infinitives for futures, nouns without article."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator, load
from kg.model import Article

BODY = {
    "en": "The mayor was at home yesterday with a friend, and it was a calm and sunny day.",
    "fr": "Le maire était chez lui hier avec un ami, et c'était une journée calme et ensoleillée.",
}


@pytest.fixture(scope="module")
def english() -> Annotator:
    return load("en")


@pytest.fixture(scope="module")
def french() -> Annotator:
    return load("fr")


def arcs(annotator: Annotator, headline: str) -> set[tuple[str, str, str]]:
    """Every word of a headline as (word, relation, governor)."""
    parsed = next(annotator.parse([Article("t", f"{headline}\n\n{BODY[annotator.lang]}", annotator.lang)]))
    assert parsed.sentences[0].kind == "headline"
    tokens = [token for token in parsed.tokens if token.sentence == 0]
    return {(token.text, token.dep, parsed.tokens[token.head].text) for token in tokens}


CASES = [
    ("Honda, Toyota recall 40,000 cars", {("Honda", "nsubj", "recall"), ("Toyota", "conj", "Honda")}),
    ("Microsoft, Yahoo agree to merge", {("Microsoft", "nsubj", "agree"), ("Yahoo", "conj", "Microsoft")}),
    ("Volvo, Renault to close plants", {("Volvo", "nsubj", "close"), ("Renault", "conj", "Volvo")}),
    ("Workers to strike at Boeing plant", {("Workers", "nsubj", "strike"), ("plant", "obl", "strike")}),
    ("EU to impose sanctions on Belarus", {("EU", "nsubj", "impose"), ("sanctions", "obj", "impose")}),
    ("Apple unveils new laptop, software suite", {("laptop", "obj", "unveils"), ("suite", "conj", "laptop")}),
    ("Velora unveils new laptops, software suite", {("laptops", "obj", "unveils"), ("suite", "conj", "laptops")}),
    ("Mayor of Lyon charged with fraud", {("Mayor", "nsubj:pass", "charged")}),
    ("Opposition leader shot in Caracas", {("leader", "nsubj:pass", "shot")}),
    ("Toyota halts production at three plants", {("Toyota", "nsubj", "halts"), ("production", "obj", "halts")}),
    ("Apple introduces Apple TV", {("Apple", "nsubj", "introduces"), ("TV", "obj", "introduces")}),
    ("Sony, Nokia resolve trademark dispute", {("Sony", "nsubj", "resolve"), ("Nokia", "conj", "Sony")}),
    ("North Korea fires missile over Japan", {("Korea", "nsubj", "fires"), ("missile", "obj", "fires")}),
    ("Turkey shells Kurdish positions", {("Turkey", "nsubj", "shells"), ("positions", "obj", "shells")}),
    ("Police fire tear gas at protesters", {("Police", "nsubj", "fire"), ("gas", "obj", "fire")}),
    ("Norvian police free hostages at prison", {("police", "nsubj", "free"), ("hostages", "obj", "free")}),
    ("Soldiers clear camp in Nigeria", {("Soldiers", "nsubj", "clear"), ("camp", "obj", "clear")}),
    ("Ten injured as train hits bus", {("train", "nsubj", "hits"), ("bus", "obj", "hits"), ("hits", "advcl", "injured")}),
    ("Earthquake hits central Chile, at least 40 dead", {("40", "nummod", "dead"), ("Chile", "obj", "hits")}),
    ("Samsung cuts prices, announces new tablet", {("announces", "conj", "cuts"), ("tablet", "obj", "announces")}),
    ("Google fined 2 billion euros by EU", {("Google", "nsubj:pass", "fined"), ("EU", "obl:agent", "fined")}),
    (
        "Airline ordered to pay $5 million by court",
        {("court", "obl:agent", "ordered"), ("Airline", "nsubj:pass", "ordered")},
    ),
    ("Army bombing Aleppo", {("Army", "nsubj", "bombing"), ("Aleppo", "obj", "bombing")}),
    ("Governor gunned down in Mexico", {("Governor", "nsubj:pass", "gunned")}),
    ("Anna Smith appointed head of Boeing", {("Smith", "nsubj:pass", "appointed"), ("head", "xcomp", "appointed")}),
    # What only looks like it.
    ("Rebels shot down jet", {("Rebels", "nsubj", "shot")}),
    ("Police paid $2 million by mistake", {("Police", "nsubj", "paid")}),
    ("Plan to cut jobs at Opel fails", {("Plan", "nsubj", "fails")}),
    ("Merkel, Germany's chancellor, visits Poland", {("Merkel", "nsubj", "visits"), ("chancellor", "appos", "Merkel")}),
]


@pytest.mark.parametrize(("headline", "expected"), CASES, ids=[case[0] for case in CASES])
def test_headline(english: Annotator, headline: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= arcs(english, headline)


def test_a_plan_to_do_something_does_nothing(english: Annotator) -> None:
    assert ("Bid", "nsubj", "save") not in arcs(english, "Bid to save Norvex from bankruptcy")


def test_the_body_has_no_such_grammar(english: Annotator) -> None:
    parsed = next(english.parse([Article("t", "In Oslo, Honda shot a film.", "en")]))
    assert ("Honda", "nsubj", "shot") in {(t.text, t.dep, parsed.tokens[t.head].text) for t in parsed.tokens}


@pytest.mark.parametrize(
    "headline",
    [
        "Attentat à Kaboul : au moins 30 morts",
        "Assassinat d'un opposant à Moscou",
        "Nouveau bombardement sur Alep",
        "Guerre en Syrie : 12 morts",
        "Négociations entre Renault et Nissan",
    ],
)
def test_an_event_noun_opens_a_french_headline(french: Annotator, headline: str) -> None:
    parsed = next(french.parse([Article("t", f"{headline}\n\n{BODY['fr']}", "fr")]))
    noun = parsed.tokens[headline.startswith("Nouveau")]
    assert (noun.pos, noun.dep, [name for name in parsed.names if name.first == noun.i]) == ("NOUN", "root", [])
    assert noun.lemma in ("attentat", "assassinat", "bombardement", "guerre", "négociation")


def test_a_name_may_open_a_headline_too(french: Annotator) -> None:
    parsed = next(french.parse([Article("t", f"Marine Vidal en visite à Lyon\n\n{BODY['fr']}", "fr")]))
    assert parsed.tokens[0].pos == "PROPN"


def test_nothing_behind_a_french_colon_qualifies_a_noun_before_it(french: Annotator) -> None:
    found = arcs(french, "Meurtre du juge Roux : Paul Kamara mis en examen")
    assert ("mis", "acl", "Paul") in found
    assert ("Paul", "parataxis", "Meurtre") in found
