"""Sieves over phrases that tell of one thing side by side: "X, a former soldier", "X is the …", "le chauffeur X"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lang import Language
from kg.lang.fold import fold
from kg.model import Mention, Token
from kg.ontology import PLACES
from kg.resolve.chains import Chains, kinds_agree
from kg.resolve.offices import COMPATRIOT
from kg.resolve.words import ADJECTIVE, Syntax

PARTS = frozenset({"district", "direction"})  # flags of nouns for a part of what stands before them
HUNG_ELSEWHERE = frozenset({"obj", "obl", "obl:arg", "obl:mod", "conj", "nmod"})  # how a parser hangs an apposition at times
GOVERNED = frozenset({"xcomp", "ccomp", "acl", "advcl"})  # predicates that a verb may deny, plan or suppose
DASHES = frozenset("-–—")
UNSURE = frozenset({"possible", "planned", "negated"})


def appositions(chains: Chains, syntax: Syntax, language: Language, heads: dict[int, int]) -> None:
    """ "X, a former soldier": two phrases side by side for one thing; and "X is the …"."""
    titled = {m.first: m.index for m in chains.mentions if m.form == "name"}  # "leur dirigeant, X, un homme d'affaires"
    named = {m.last: m.index for m in chains.mentions if m.form == "name" and m.rule != ADJECTIVE}
    for mention in chains.mentions:
        token = syntax.tokens[mention.head]
        if mention.form == "pronoun" or mention.kind == "Position" or _is_figurative(language, mention):
            continue
        above = heads.get(token.head, titled.get(token.head)) if token.dep == "appos" else None
        if above is not None:
            governor = _last_of_row(chains, syntax, heads, chains.mentions[above], mention)
            between = syntax.tokens[governor.last : mention.first]
            heading = any(token.text == ":" for token in between) or _is_denied(between, language)
            some = _is_some_of(syntax, mention) or _is_listed(syntax, governor, mention)
            some = some or _is_around(chains, syntax, mention) or _is_clause(syntax, mention)
            some = some or _is_of_nearer(chains, syntax, named, governor, mention)
            if not heading and not some and _may_abbreviate(chains, syntax, governor, mention):
                _equate(chains, governor.index, mention, "apposition")
        elif (town := _town_before(chains, syntax, named, mention)) is not None:
            _equate(chains, town, mention, "apposition")
        elif mention.form == "nominal" and any(syntax.tokens[kid].dep == "cop" for kid in syntax.kids[mention.head]):
            apart = syntax.preposition(mention.head) or _is_aside(syntax, mention.head)  # "est sur une orbite"
            subject = None if apart else syntax.subject(mention.head)
            if subject is not None and subject in heads and not _is_unsure(syntax, language, mention.head):
                _equate(chains, heads[subject], mention, "predicate")
        elif mention.form == "name" and mention.kind == "Person" and token.dep not in {"obl", "appos"}:
            described = _described_by(chains, syntax, language, mention, heads)
            if described is not None:
                _equate(chains, mention.index, described, "predicate")
        elif mention.form in {"nominal", "name"} and token.dep == "obl":
            known_as = _taken_for(syntax, language, mention)
            if known_as is not None and known_as in heads:
                _equate(chains, heads[known_as], mention, "predicate")


def _last_of_row(chains: Chains, syntax: Syntax, heads: dict[int, int], governor: Mention, mention: Mention) -> Mention:
    """The last of a row, where one thing is described right behind it: "in Lyon and Nice, another city"."""
    if mention.number == "p":
        return governor
    row = [kid for kid in syntax.kids[governor.head] if syntax.tokens[kid].dep == "conj" and kid < mention.first]
    last = chains.mentions[heads[row[-1]]] if row and row[-1] in heads else governor
    if syntax.preposition(last.head) not in {"", syntax.preposition(governor.head)}:
        return governor
    return last if all(token.pos in {"PUNCT", "DET"} for token in syntax.tokens[last.last : mention.first]) else governor


def _is_aside(syntax: Syntax, predicate: int) -> bool:
    """Whether a clause without a subject of its own only goes with another, and may be of another: "avant d'être juge".

    What stands right behind its verb is its subject's: "accused of being a spy".
    """
    token = syntax.tokens[predicate]
    kids = syntax.kids[predicate]
    if token.dep != "advcl" or any(syntax.tokens[kid].dep.startswith("nsubj") for kid in kids):
        return False
    return token.head != min(predicate, *kids) - 1


def _is_unsure(syntax: Syntax, language: Language, predicate: int) -> bool:
    """Whether a predicate is denied of its subject or held against it: "nie être l'auteur", "accused of being a spy"."""
    if any(syntax.tokens[kid].lemma.lower() in language.grammar.negators for kid in syntax.kids[predicate]):
        return True
    frames, lemma = language.frames, syntax.lemmas[predicate]
    said, verb = syntax.tokens[predicate], syntax.tokens[syntax.tokens[predicate].head]
    if said.dep not in GOVERNED or verb.pos != "VERB":
        return False
    passive = any(syntax.tokens[kid].dep == "aux:pass" for kid in syntax.kids[verb.i])
    if said.dep == "xcomp" and verb.lemma in language.grammar.hearsay and not passive:
        return True  # "claims to be an agent"
    modal = frames.modals.get((verb.lemma, "verb"))
    effects = {frame.complement for trigger, frame in frames.verbs.get(verb.lemma, ()) if not trigger.bound}
    effects |= {modal.effect} if modal is not None else set()
    if "negated" not in effects and lemma not in frames.parts and lemma not in language.participants:
        return False  # "accused of being his assistant": what he may be, and not who did something
    return bool(effects & UNSURE) and "said" not in effects


def _is_denied(between: Sequence[Token], language: Language) -> bool:
    """Whether a phrase behind a comma is said not to be what stands before it: "the army, not the police"."""
    commas = [k for k, token in enumerate(between) if token.text == ","]
    behind = between[commas[-1] :] if commas else between  # "le groupe le plus fort, le M23"
    return any(token.lemma.lower() in language.grammar.negators for token in behind)


def _town_before(chains: Chains, syntax: Syntax, named: dict[int, int], mention: Mention) -> int | None:
    """The town or state right before a comma that a phrase without preposition describes: "à Rabat, une ville du Maroc"."""
    token, tokens = syntax.tokens[mention.head], syntax.tokens
    if mention.form != "nominal" or mention.kind != "GeopoliticalEntity" or token.dep not in HUNG_ELSEWHERE:
        return None
    first = mention.first - (mention.first > 0 and tokens[mention.first - 1].pos == "DET")
    town = named.get(first - 1) if first > 1 and tokens[first - 1].text == "," and first < mention.first else None
    if town is None or chains.mentions[town].kind != mention.kind:
        return None
    own = {tokens[kid].dep for kid in syntax.kids[mention.head]}
    beside = own | {tokens[kid].dep for kid in syntax.kids[token.head]}
    listed = "cc" in beside or "appos" in own or bool(syntax.preposition(mention.head))
    return None if listed else town


def _described_by(
    chains: Chains, syntax: Syntax, language: Language, name: Mention, heads: dict[int, int]
) -> Mention | None:
    """The description of which a sentence says who it is: "their leader is X"."""
    kids = [syntax.tokens[kid] for kid in syntax.kids[name.head]]
    if not any(kid.dep == "cop" for kid in kids) or any(kid.lemma.lower() in language.grammar.negators for kid in kids):
        return None
    subject = syntax.subject(name.head)
    described = chains.mentions[heads[subject]] if subject is not None and subject in heads else None
    known = described is not None and described.form == "nominal" and described.determiner in {"def", "poss"}
    return described if known else None


def _taken_for(syntax: Syntax, language: Language, mention: Mention) -> int | None:
    """Who is described or named behind "as": "Abu Karim, known as the leader of X", "the victim was named as X"."""
    noun, grammar = mention.head, language.grammar
    verb = syntax.tokens[noun].head
    cases = {syntax.tokens[kid].lemma for kid in syntax.kids[noun] if syntax.tokens[kid].dep == "case"}
    verbs = grammar.made_known if mention.form == "name" and mention.kind == "Person" else grammar.taken_for
    if not cases & grammar.capacity_prepositions or syntax.tokens[verb].lemma not in verbs | grammar.taken_for:
        return None
    objects = [kid for kid in syntax.kids[verb] if syntax.tokens[kid].dep in {"obj", "nsubj:pass"}]
    return objects[0] if objects else syntax.subject(verb)


def _is_figurative(language: Language, mention: Mention) -> bool:
    """Whether a noun says what part a thing plays or where it lies, not what it is: "théâtre", "source", "nord"."""
    noun = language.nouns.get(mention.lemma)
    return mention.lemma in language.grammar.figurative or (noun is not None and bool(PARTS & noun.flags))


def _is_some_of(syntax: Syntax, mention: Mention) -> bool:
    """Whether an apposition tells of a part of those before it: "15 people, most of them nurses"."""
    counting = (kid for kid in syntax.kids[mention.head] if kid < mention.head)
    return any(syntax.tokens[k].pos == "PRON" and k > kid for kid in counting for k in syntax.kids[kid])


def _is_listed(syntax: Syntax, governor: Mention, mention: Mention) -> bool:
    """Whether what looks like an apposition is the next of a list: "Paul, son fils et un ami", "9 Serbes, deux Grecs"."""
    counted = {governor.quantity, mention.quantity} - {None}
    if _is_counted(syntax, governor) and _is_counted(syntax, mention):
        return True  # "two AK47s, three machetes"
    if governor.form == mention.form == "nominal" and (len(counted) == 2 or governor.rule != mention.rule == COMPATRIOT):
        return bool(counted)
    own = mention.determiner == "poss"
    return own and any(syntax.tokens[kid].dep == "conj" for kid in syntax.kids[mention.head])


def _is_counted(syntax: Syntax, mention: Mention) -> bool:
    """Whether a number says how many a mention stands for."""
    return any(syntax.tokens[kid].dep == "nummod" for kid in syntax.kids[mention.head])


def _is_around(chains: Chains, syntax: Syntax, mention: Mention) -> bool:
    """Whether a place in parentheses is that of the place before them: "le commissariat de Lagny (Seine-et-Marne)"."""
    if mention.kind not in PLACES or not mention.first or syntax.tokens[mention.first - 1].text != "(":
        return False
    before = (m for m in chains.mentions if m.last == mention.first - 1)
    return any(m.form == "name" and m.kind in PLACES and m.rule != ADJECTIVE for m in before)


def _is_clause(syntax: Syntax, mention: Mention) -> bool:
    """Whether a noun does what a participle behind it tells: "a dit la présidence, le ministère précisant que …"."""
    kids = [syntax.tokens[kid] for kid in syntax.kids[mention.head] if kid == mention.last]
    doing = any(kid.dep in {"acl", "amod"} and kid.has("Tense=Pres") and kid.has("VerbForm=Part") for kid in kids)
    told = (syntax.tokens[k].dep for kid in kids for k in syntax.kids[kid.i])
    return doing and mention.determiner == "def" and not {"ccomp", "obj"}.isdisjoint(told)


def _is_of_nearer(chains: Chains, syntax: Syntax, named: dict[int, int], governor: Mention, mention: Mention) -> bool:
    """Whether a place, or what stands behind a dash, says more of another name right before it.

    "En Espagne et à Paris, ville où …", "Ana Vidal, directrice de Norvia - principal actionnaire de Belcor -".
    """
    first = mention.first
    while first > 1 and syntax.tokens[first - 1].pos in {"DET", "ADJ"}:  # "le principal actionnaire"
        first -= 1
    mark = syntax.tokens[first - 1].text if first > 1 else ""
    nearer = named.get(first - 1)
    if nearer is None or chains.same(nearer, governor.index) or nearer <= governor.index:
        return False
    return mark in DASHES or (mark == "," and mention.kind in PLACES and chains.mentions[nearer].kind == mention.kind)


def _may_abbreviate(chains: Chains, syntax: Syntax, governor: Mention, mention: Mention) -> bool:
    """Whether a word in capitals may stand for the description before it, not for a longer name that this ends.

    They begin alike, or there are about as many words as letters: "institut géologique américain (USGS)".
    """
    short = mention.form == "name" and mention.text.isupper() and " " not in mention.text and len(mention.text) > 1
    article = mention.first > governor.last + 1 and syntax.tokens[mention.first - 1].pos == "DET"  # "…, la CGT, …"
    if not short or governor.form == "name" or article:
        return True
    same = (chains.mentions[m] for m in chains.members(mention.index))
    names = [m for m in same if m.form == "name" and m.sentence == mention.sentence and m.last < mention.first]
    beside = [name.first > governor.first for name in names]
    if beside:
        return beside[-1]
    alike = fold(governor.text)[:1] == fold(mention.text)[:1]
    return alike or len(mention.text) <= len(governor.text.split()) + 1


def _equate(chains: Chains, other: int, mention: Mention, reason: str) -> None:
    governor = chains.mentions[other]
    if governor.kind == "GeopoliticalEntity" != mention.kind and mention.form == "nominal":
        return  # a state is no place, body or thing
    if governor.kind == "Position" or (governor.form == "name" and mention.form == "name"):
        return
    if kinds_agree(governor.kind, mention.kind) and (
        not governor.number or not mention.number or governor.number == mention.number
    ):
        chains.link(other, mention.index, reason, 0.9)


def titles(chains: Chains, syntax: Syntax) -> None:
    """ "le chauffeur Marc Petit", "le colonel de l'armée X": a description and the name that it carries."""
    people = [m for m in chains.mentions if m.form == "nominal" and m.kind == "Person" and m.number != "p"]
    described = {m.head: m.index for m in people}
    for name in chains.mentions:
        if name.form == "name" and name.kind == "Person":
            carrier = syntax.carrier(name)
            if carrier >= 0 and syntax.tokens[carrier].dep == "nmod" and syntax.tokens[carrier].head == name.head:
                carrier = -1  # "an adviser to the president, X"
            if carrier >= 0 and _may_describe_another(chains, syntax, described, carrier, name):
                continue
            for word in (name.head, carrier, _one_with(syntax, carrier)):
                if word in described and chains.mentions[described[word]].first < name.first:
                    chains.link(name.index, described[word], "description before the name", 0.95)


def _may_describe_another(chains: Chains, syntax: Syntax, described: dict[int, int], carrier: int, name: Mention) -> bool:
    """Whether a name behind somebody just brought up may be that one's: "the son of a militant, X"."""
    between = (chains.mentions[described[k]] for k in syntax.kids[carrier] if carrier < k < name.first and k in described)
    return any(m.determiner == "indef" and syntax.tokens[m.head].dep == "nmod" for m in between)


def _one_with(syntax: Syntax, word: int) -> int | None:
    """The noun that tells the same person beside `word`: "le journaliste et animateur X", "the holder, the Swiss X"."""
    if word < 0:
        return None
    token, above = syntax.tokens[word], syntax.tokens[word].head
    row = [kid for kid in syntax.kids[above] if syntax.tokens[kid].dep == "conj"]
    if token.dep != "conj" or len(row) > 1:
        return None
    named = any(above < kid < word and syntax.tokens[kid].dep in {"appos", "flat:name"} for kid in syntax.kids[above])
    if named and syntax.tokens[above].pos == "NOUN":
        return None  # "his wife, Ana, and daughter, Eva"
    deps = {syntax.tokens[kid].dep for kid in syntax.kids[word] if kid < word}
    return None if "cc" in deps and deps & {"det", "nmod:poss"} else above  # "the mayor and his wife X"
