"""What kind of thing a name stands for: votes of every sentence that it occurs in, one kind per name in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract.kindplaces import is_site
from kg.extract.kindvotes import stands_as_place, votes_of
from kg.extract.kindweights import CAPITALS, ENOUGH, FAIR, KINDS, LABELS, LABELS_COUNT, SOMEWHERE, STRONG
from kg.extract.spans import Span, Text
from kg.lang.fold import fold
from kg.ontology import PLACES

ACTING = frozenset({"nsubj", "nsubj:pass"})
BARE = ACTING | {"obj", "nmod:poss"}  # how hangs a surname that might be a place's name
SHARED = ("Person", "Organization")  # what a name may be because the name beside it is


class _Tally:
    """The votes of all occurrences of one name."""

    __slots__ = ("count", "evidence", "labels", "name", "site")

    def __init__(self) -> None:
        self.count = 0
        self.name = 0.0  # evidence that it is a name at all
        self.site = False  # whether its own words say that it is a valley, an island, a dam: nobody's territory
        self.labels: dict[str, float] = defaultdict(float)
        self.evidence: dict[str, float] = defaultdict(float)

    def votes(self) -> dict[str, float]:
        """Kind -> votes. The model's labels depend on each other: many count no more than two."""
        weight = min(self.count, LABELS_COUNT) / self.count
        kinds = sorted({*self.labels, *self.evidence}, key=KINDS.index)
        return {kind: self.evidence.get(kind, 0.0) + weight * self.labels.get(kind, 0.0) for kind in kinds}

    def is_name(self) -> bool:
        """Whether there is evidence enough, for each time that it occurs."""
        total = self.name + sum(self.evidence.values()) + sum(self.labels.values())
        return total >= ENOUGH * self.count


def decide_kinds(text: Text, names: Sequence[Span]) -> dict[int, tuple[str, float]]:
    """The kind of each name and its confidence in [0, 1], by position in `names`; what is no name is left out."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    keys = [fold(text.surface(span.first, span.last)) for span in names]
    for span, key in zip(names, keys, strict=True):
        tally = tallies[key]
        tally.count += 1
        tally.name += CAPITALS if span.source == "capitals" else 0.0
        tally.site |= is_site(text, span)
        for kind, weight in LABELS.get(span.label, ()):
            tally.labels[kind] += weight
        for kind, weight in votes_of(text, span):
            tally.evidence[kind] += weight
    for key, other in _coordinated(text, names, keys):
        sure = tallies[key].evidence.get("Place", 0.0) >= STRONG * tallies[key].count  # "Sorel Road" is no town
        lies = set(tallies[key].evidence) <= PLACES and not sure
        if lies and _is_place(tallies[other]):
            tallies[key].evidence["GeopoliticalEntity"] += SOMEWHERE * tallies[key].count
        _share(tallies[key], tallies[other])
        _share(tallies[other], tallies[key])
    standing = {key for span, key in zip(names, keys, strict=True) if stands_as_place(text, span)}
    placed = standing | {key for span, key in zip(names, keys, strict=True) if _is_known(span)}
    totals = {key: tally.votes() for key, tally in tallies.items()}
    full = {**_whole_bodies(text, tallies), **_full_names(text, keys, totals, placed)}
    full |= _namesakes(text, names, keys, totals, placed - standing)
    full |= _behind_nouns(text, names, keys, tallies)
    decided = {}
    for index, key in enumerate(keys):
        source = full.get(key, key)
        votes = totals[source]
        if votes and tallies[source].is_name():
            kind = max(votes, key=lambda k: votes[k])
            named = kind if tallies[source].site else _place_or_state(kind, votes)
            decided[index] = (named, min(1.0, 0.5 + votes[kind] / 10))
    return decided


def _coordinated(text: Text, names: Sequence[Span], keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that "and" or a comma joins, by the first of them: "near Mosul, Tal Afar and Qayyarah"."""
    first: dict[int, str] = {}
    for span, key in zip(names, keys, strict=True):
        head = text.head(span.first, span.last)
        if text.tokens[head].dep == "conj":
            other = first.get(text.tokens[head].head)
            if other is not None and other != key:
                yield key, other
        else:
            first[head] = key


def _share(unknown: _Tally, known: _Tally) -> None:
    """Give a name of which nothing is known the kind of the one that it is joined to: "Hart and Dolan were arrested"."""
    if unknown.labels or unknown.evidence:
        return
    votes = known.votes()
    kind = next((kind for kind in SHARED if _leads(votes, kind)), None)
    if kind is not None:
        unknown.evidence[kind] += FAIR * unknown.count


def _is_place(tally: _Tally) -> bool:
    votes = tally.votes()
    return any(tally.evidence.get(kind, 0) >= FAIR and _leads(votes, kind) for kind in sorted(PLACES))


def _place_or_state(kind: str, votes: dict[str, float]) -> str:
    return "GeopoliticalEntity" if kind == "Place" and votes.get("GeopoliticalEntity", 0) > 0 else kind


def _is_known(span: Span) -> bool:
    """Whether a name means one thing only, and no town after which people may be named: "France" in "Tour de France"."""
    return span.link is not None and not span.town


def _full_names(text: Text, keys: Sequence[str], totals: dict[str, dict[str, float]], placed: set[str]) -> dict[str, str]:
    """Surnames that stand alone -> the full name of a person in the article that ends with them."""
    people = sorted({key for key in keys if " " in key and _leads(totals[key], "Person")})
    last_words: dict[str, str] = {}
    for name in people:
        if name.partition(" ")[0].capitalize() in text.language.given_names:  # "Florence", of "Florence Aubry"
            last_words.setdefault(name.partition(" ")[0], name)
    for name in people:
        for surname in text.language.profile.surnames(name.rpartition(" ")[2]):
            last_words.setdefault(surname, name)
        if text.language.given_names.puts_last(name.title().split(" ")):
            last_words.setdefault(name.partition(" ")[0], name)
    return {key: last_words[key] for key in sorted(set(keys)) if key in last_words and key not in placed}


def _namesakes(
    text: Text, names: Sequence[Span], keys: Sequence[str], totals: dict[str, dict[str, float]], known: set[str]
) -> dict[str, str]:
    """Surnames spelled as a state or region -> the full name of whom the article told before: "Ana Holland … Holland said".

    Such a name does things in every place, and is never a place where something happens.
    """
    found: dict[str, str] = {}
    for key in sorted(known):
        spans = [span for span, other in zip(names, keys, strict=True) if other == key]
        first = keys.index(key)
        before = (other for other in keys[:first] if other.endswith(f" {key}"))
        whole = next((other for other in before if _leads(totals[other], "Person")), None)
        deps = {text.tokens[text.head(span.first, span.last)].dep for span in spans} if whole else set()
        if whole is not None and deps & ACTING and deps <= BARE:
            found[key] = whole
    return found


def _whole_bodies(text: Text, tallies: dict[str, _Tally]) -> dict[str, str]:
    """Names of which only the model says a kind -> the name of a body in the article that begins with them.

    So for what the name of a firm adds no more to than what all firms are: "Falcon Gate Trading" to "Falcon Gate".
    """
    bodies = [key for key in tallies if " " in key and tallies[key].evidence.get("Organization", 0) >= FAIR]
    first_words = {key.partition(" ")[0]: key for key in sorted(bodies, reverse=True)}
    suffixes = {fold(word) for word in text.language.profile.words("names", "company_suffixes")}
    firms = {short: key for key in sorted(bodies) for short, _, last in (key.rpartition(" "),) if last in suffixes}
    alone = {key: first_words[key] for key, tally in tallies.items() if key in first_words and _is_short_of_body(tally)}
    return alone | {key: firms[key] for key in tallies if key in firms and " " in key}


def _is_short_of_body(tally: _Tally) -> bool:
    """Whether nothing tells against a name's being the first word of a body's: no label, if it is known."""
    return not tally.evidence or ("Organization" in tally.labels and "Person" not in tally.labels)


def _behind_nouns(text: Text, names: Sequence[Span], keys: Sequence[str], tallies: dict[str, _Tally]) -> dict[str, str]:
    """Names of which only the model says a kind -> the same name with the noun that says it: "la sonde Juno … Juno"."""
    found: dict[str, str] = {}
    for span, key in zip(names, keys, strict=True):
        first = span.first
        while first < span.last - 1 and text.tokens[first].text.islower() and text.tokens[first].pos in {"NOUN", "ADJ"}:
            first += 1
        bare = fold(text.surface(first, span.last)) if first > span.first else ""
        if bare in tallies and not tallies[bare].evidence and tallies[key].evidence:
            found[bare] = key
    return found


def _leads(votes: dict[str, float], kind: str) -> bool:
    return votes.get(kind, 0) > 0 and votes[kind] >= max(votes.values())
