"""What tells that a name is a place: its own head noun, a preposition, its people, brackets behind it."""

from __future__ import annotations

from kg import ontology
from kg.extract.kindnouns import noun_kind
from kg.extract.kindweights import CERTAIN, OWNERS, SOMEWHERE, STRONG, SURE, TITLED, WEAK
from kg.extract.spans import CAMEL, SITES, Span, Text, is_acronym
from kg.ontology import PLACES

BESIDE = 2  # words from a noun to the name that it is told with
SCENIC = ("Conflict", "LifeAndDisaster", "Crime")  # events that go by the name of a town


def has_place_head(text: Text, span: Span) -> bool:
    """Whether a name begins or ends with a word that names places only with a capital: "the Ramadi Barrage"."""
    ends = (span.first, span.last - 1) if span.last - span.first > 1 and span.link is None else ()
    heads = text.language.profile.words("names", "place heads")
    return any(text.forms[i] in heads and text.tokens[i].text.istitle() for i in ends)


def is_site(text: Text, span: Span) -> bool:
    """Whether the head of a name is a noun of land or water, which acts for nobody, or of a street: "the Hals Hills"."""
    called = text.forms[span.first] in text.language.profile.words("names", "christened")
    if has_place_head(text, span) or (called and span.last - span.first > 1):
        return True
    noun = text.noun_of(span.first, text.head(span.first, span.last)) if span.last - span.first > 1 else None
    return noun is not None and noun.kind == "Place" and not noun.also and bool(noun.flags & SITES)


def _is_region(text: Text, i: int) -> bool:
    """Whether a noun names places by a name before it: "the Odesa and Mykolaiv regions"."""
    noun = text.language.nouns.get(text.lemmas[i])
    return noun is not None and noun.kind in PLACES and bool(noun.flags & {"region", "city", "district"})


def by_region(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """The noun of a land right behind the name that it qualifies: "the Musa Qalat district", "the Sambisat forest"."""
    token = text.tokens[head]
    noun = text.language.nouns.get(text.lemmas[token.head]) if token.dep == "compound" and span.link is None else None
    if noun is None or token.head not in range(span.last, span.last + BESIDE + 1) or noun.kind not in PLACES:
        return []
    if noun.flags & {"region", "city", "district"}:
        return [("GeopoliticalEntity", SURE)]
    somebody = span.label == "PER" and text.tokens[span.first].text in text.language.given_names
    return [("Place", SURE)] if "land" in noun.flags and "building" not in noun.flags and not somebody else []


def by_preposition(text: Text, head: int) -> list[tuple[str, float]]:
    """Prepositions that stand before places: "en X", "à X"."""
    places = text.language.profile.words("places", "at")
    for kid in text.parse.children[head]:
        if text.tokens[kid].dep == "case" and text.lemmas[kid] in places:
            return [] if CAMEL.match(text.tokens[head].text) else [("Place", WEAK)]  # no town is called "eToro"
    return []


def by_people(text: Text, span: Span, head: int) -> list[tuple[str, float]]:
    """Nouns for those of a place ("les habitants de X"), a family or term ("le quinquennat X"), events ("the X attack")."""
    token, profile = text.tokens[head], text.language.profile
    above = text.lemmas[token.head]
    cased = any(text.tokens[kid].dep == "case" for kid in text.parse.children[head])
    of_place = (cased and token.dep in {"nmod", "nmod:poss"}) or (token.dep == "compound" and token.head == span.last)
    if of_place and span.label in OWNERS and above in profile.words("places", "people"):
        somebody = noun_kind(text, token.head) == "Person"  # "its mayor", but not "its outskirts"
        return [("GeopoliticalEntity", CERTAIN if somebody else SOMEWHERE)] if cased or somebody else []
    beside = token.dep in {"nmod", "appos", "flat:name", "compound"} and not cased and abs(token.head - head) <= BESIDE
    if beside and above in profile.words("names", "families"):
        return [("Person", TITLED)]
    scene = token.dep == "compound" and span.town and text.tokens[span.first].text not in text.language.given_names
    frames = text.language.frames.nouns.get(above, ()) if scene else ()
    return [("Place", STRONG)] if any(ontology.is_among(frame.kind, SCENIC) for _, frame in frames if frame.kind) else []


def lies_somewhere(text: Text, span: Span, head: int) -> bool:
    """Whether a name that the model takes for a person's stands where only places do: "near Karabila", "fled Karabila"."""
    if span.last - span.first > 1 and (span.label == "ORG" or text.tokens[span.first].text in text.language.given_names):
        return False
    if span.label == "ORG" and (span.link is not None or is_acronym(text.tokens[span.first].text)):
        return False
    profile, token = text.language.profile, text.tokens[head]
    within, taken = profile.words("places", "within"), profile.words("places", "taken")
    if span.label == "ORG":  # "near Karabila", but "a fall in Norvia", "dans Libération"
        within -= text.language.grammar.inside_prepositions
    governor = text.parse.tokens[token.head]
    if token.dep == "obj" and text.lemmas[governor.i] in taken:
        return True
    if token.dep == "compound" and span.last <= governor.i and _is_region(text, governor.i):
        return True
    cases = text.cases(head)
    if cases & within or (text.language.grammar.dative_preposition in cases and _is_of_incident(text, governor.i)):
        return True
    return span.label == "PER" and bool(cases & profile.words("places", "to")) and _takes_place(text, governor.i)


def _takes_place(text: Text, word: int) -> bool:
    """Whether what a verb or a noun tells happens somewhere or leads there: "arrêtés à Karabila", "s'est tenue à"."""
    reflexive = any(text.tokens[kid].dep.startswith("expl") for kid in text.parse.children[word])
    told = text.language.profile.words("places", "taking place")
    return text.lemmas[word] in told or (reflexive and f"se {text.lemmas[word]}" in told)


def lies_in_brackets(text: Text, span: Span, head: int) -> bool:
    """Whether a name behind a preposition of place tells in brackets what it lies in: "à Villard d'Orne (Jura)"."""
    tokens, places = text.tokens, text.language.profile.words("places", "at")
    if span.link is not None or span.last + 2 >= len(tokens) or tokens[span.last].text != "(":
        return False
    hit = text.language.gazetteer.match([token.text for token in tokens[span.last + 1 : span.last + 5]], 0)
    closed = (
        hit is not None and hit.entry.kind in PLACES and tokens[min(span.last + 1 + hit.last, len(tokens) - 1)].text == ")"
    )
    return closed and bool(text.cases(head) & places) and tokens[span.first].text not in text.language.given_names


def _is_of_incident(text: Text, noun: int) -> bool:
    """Whether a noun tells what befalls a place: "une fusillade à Karabila"."""
    frames = text.language.frames.nouns.get(text.lemmas[noun], ()) if text.tokens[noun].pos == "NOUN" else ()
    return any(ontology.is_among(frame.kind, SCENIC) for _, frame in frames if frame.kind)
