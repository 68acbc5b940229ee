"""Graphs for the browser: hostile texts in every field, and a store of many articles, made by rule."""

from __future__ import annotations

import random
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.ontology import NKG, PREFIXES

BASE = "https://example.org/data/"
ENTITIES = ("Person", "Organization", "Force", "GeopoliticalEntity", "Place", "Group", "Artifact")
EVENTS = ("Attack", "Statement", "Meeting", "Delivery", "Arrest", "Election", "Explosion", "Withdrawal")
FACTUALITIES = ("Actual", "Actual", "Actual", "Planned", "Possible", "Negated")
SYLLABLES = ("ma", "ren", "dol", "ka", "vi", "tor", "sel", "ni", "bra", "lou", "chê", "gra", "mi", "zo", "fé", "tal")


def term(curie: str) -> NamedNode:
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def typed(value: object, datatype: str) -> Literal:
    return Literal(str(value), datatype=term(f"xsd:{datatype}"))


class Article:
    """One article's graph: words are added at its end, each thing with the sentence that names it."""

    def __init__(self, name: str, title: str, date: str, publisher: str = "") -> None:
        self.iri = NamedNode(BASE + name)
        self.quads: list[Quad] = []
        self.length = 0
        self.add(self.iri, "rdf:type", term("schema:NewsArticle"))
        self.add(self.iri, "schema:headline", Literal(title, language="fr"))
        self.add(self.iri, "schema:datePublished", typed(date, "date"))
        self.add(self.iri, "schema:inLanguage", Literal("fr"))
        if publisher:
            self.add(self.iri, "schema:publisher", NamedNode(BASE + "publisher/" + publisher))
            self.add(NamedNode(BASE + "publisher/" + publisher), "schema:name", Literal(publisher))

    def node(self, name: str) -> NamedNode:
        return NamedNode(f"{self.iri.value}/{name}")

    def add(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        self.quads.append(Quad(subject, term(predicate), value, self.iri))

    def thing(self, name: str, kind: str, label: str, proof: NamedNode, **more: str) -> NamedNode:
        node = self.node(name)
        self.add(node, "rdf:type", NKG[kind])
        self.add(node, "rdfs:label", Literal(label, language="fr"))
        self.add(node, "nkg:confidence", typed(0.8, "decimal"))
        self.add(node, "nkg:evidence", proof)
        if "factuality" in more:
            self.add(node, "nkg:factuality", NKG[more["factuality"]])
        if "date" in more:
            self.add(node, "sem:hasTimeStamp", typed(more["date"], "date"))
        if "alias" in more:
            self.add(node, "skos:altLabel", Literal(more["alias"], language="fr"))
        return node

    def sentence(self, words: str, quotes: list[str]) -> list[NamedNode]:
        """Adds a sentence; returns a mention for each of `quotes`, which are in it."""
        sentence = self._passage("Sentence", self.length, words)
        mentions = []
        for quote in quotes:
            mention = self._passage("Mention", self.length + words.index(quote), quote)
            self.add(mention, "nkg:sentence", sentence)
            mentions.append(mention)
        self.length += len(words) + 1
        return mentions

    def _passage(self, kind: str, begin: int, quote: str) -> NamedNode:
        node = self.node(f"{kind.lower()}/{begin}-{begin + len(quote)}-{len(self.quads)}")
        self.add(node, "rdf:type", NKG[kind])
        self.add(node, "nkg:begin", typed(begin, "integer"))
        self.add(node, "nkg:end", typed(begin + len(quote), "integer"))
        self.add(node, "nkg:quote", Literal(quote))
        return node


def store(nodes: int, seed: int = 7) -> Iterator[Quad]:
    """A store of so many nodes: articles about stories whose people and places come back from article to article."""
    chance = random.Random(seed)
    names = [" ".join("".join(chance.choices(SYLLABLES, k=3)).title() for _ in range(2)) for _ in range(nodes // 6)]
    made = 0
    number = 0
    while made < nodes:
        story = chance.randrange(max(nodes // 400, 1))
        date = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
        article = Article(f"article-{number}", f"Nouvelles de l'affaire {story}, {number}", date, f"journal-{number % 9}")
        made += _fill(article, chance, names, story, min(22, nodes - made), date)
        yield from article.quads
        number += 1


def _fill(article: Article, chance: random.Random, names: list[str], story: int, nodes: int, date: str) -> int:
    """Half entities, half events; an entity of a story is the same in all its articles."""
    known: list[tuple[NamedNode, str]] = []
    for index in range(nodes - nodes // 2):
        local = (story * 37 + chance.randrange(40)) if index < 6 else chance.randrange(len(names))
        name, kind = names[local % len(names)], ENTITIES[local % len(ENTITIES)]
        (proof,) = article.sentence(f"On a vu {name} ce jour-là dans la région, disent plusieurs témoins.", [name])
        node = article.thing(f"{kind.lower()}/{index}", kind, name, proof)
        if index < 3:
            article.add(node, "owl:sameAs", NamedNode(f"http://www.wikidata.org/entity/Q{9_000_000 + local}"))
        known.append((node, name))
    for index in range(nodes // 2):
        (who, name), (whom, other) = chance.choice(known), chance.choice(known)
        kind = chance.choice(EVENTS)
        words = f"Selon un communiqué, {name} a rencontré puis attaqué {other} près du fleuve."
        proof, *_ = article.sentence(words, ["rencontré"])
        label = f"affaire entre {name} et {other}"
        event = article.thing(f"event/{index}", kind, label, proof, factuality=chance.choice(FACTUALITIES), date=date)
        article.add(event, "nkg:agent", who)
        if whom != who:
            article.add(event, "nkg:patient", whom)
    return nodes


HOSTILE = (
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg onload=window.pwned=1>",
    "<!-- <script>",
    "]]><script>window.pwned=1</script>",
    '"><script>window.pwned=1</script>',
    "' onmouseover='window.pwned=1",
    "javascript:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "{{constructor.constructor('window.pwned=1')()}}",
    "${window.pwned=1}",
    "`${window.pwned=1}`",
    "\\u003cscript>window.pwned=1\\u003c/script>",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.pwned=1&#62;",
    "<iframe srcdoc='<script>parent.pwned=1</script>'>",
    "<a href='javascript:window.pwned=1'>x</a>",
    "<style>*{display:none}</style>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<form action=https://example.org/><input name=q></form>",
    "<object data=https://example.org/x></object>",
    "<math><mtext></mtext><script>window.pwned=1</script></math>",
    "\u202ethgir ot tfel\u202c",
    "\u2066\u2067\u202e\u200f\u200e mixed \u2069\u2069",
    "zero\u200bwidth\u200djoiner\ufeff",
    "👩‍👩‍👧‍👦 🇫🇷 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "Z̷̛̳a̵͝ļ̷g̶̈o̸ ṫ̵e̵x̴t̷",
    "control \u0007\u001b[31m\u0085\u009f",
    "line\u2028separator\u2029paragraph",
    "null \u0000 inside",
    "back\\slash \\n \\u0000 'single' \"double\"",
    "__proto__",
    "constructor",
    '=HYPERLINK("https://example.org")',
    "%00%3Cscript%3E",
    "null",
    "",
    " ",
    "x" * 100_000,
    "العربية עברית 中文 日本語 한국어 ไทย",
)


def hostile() -> Iterator[Quad]:
    """Each hostile text as a title, a name, another name, a quote, a sentence, a publisher, an address and a figure."""
    for number, text in enumerate(HOSTILE):
        article = Article(f"hostile-{number}", text, "2024-03-14")
        article.add(article.iri, "schema:url", typed(text, "anyURI"))
        article.add(article.iri, "schema:publisher", Literal(text))
        article.add(article.iri, "nkg:file", Literal(text))
        (proof,) = article.sentence(f"{text} — {number}", [text])
        who = article.thing("person/1", "Person", text, proof, alias=f"{text} too")
        what = article.thing("attack/1", "Attack", f"{text}!", proof, factuality="Actual")
        article.add(what, "nkg:agent", who)
        article.add(what, "nkg:timeText", Literal(text))
        article.add(what, "nkg:quantity", article.node("quantity"))
        article.add(article.node("quantity"), "nkg:value", Literal(text))
        article.add(article.node("quantity"), "nkg:unit", Literal(text))
        yield from article.quads
