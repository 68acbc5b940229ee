"""Pronouns and possessives that may take up an entity, and demonyms ("forces irakiennes", "three Iraqis")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.spans import Text
from kg.lang.entries import Demonym
from kg.lang.profile import Pronoun
from kg.model import Token

SHORTEST = 4  # letters of a word for a nationality
CLAUSES = frozenset({"ccomp", "csubj", "advcl", "acl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
ANAPHORIC = frozenset({"personal", "possessive", "relative", "demonstrative", "local"})


def find_pronouns(text: Text, taken: list[bool]) -> Iterator[tuple[int, int, Pronoun]]:
    """Pronouns of the third person, relative ones, "I" and "we", as (first, last, what the form tells)."""
    table = text.language.profile.pronouns
    begins_pair = {form.partition(" ")[0] for form in table if " " in form}
    behind = 0  # the word behind the last pair
    for sentence in text.sentences():
        words = range(sentence.first, sentence.last)
        for i in (i for i in words if text.forms[i] in table or text.forms[i] in begins_pair):
            if i < behind:
                continue
            form = text.forms[i]
            paired = form in begins_pair and i + 1 < sentence.last
            pair = table.get(f"{form} {text.forms[i + 1]}") if paired else None
            if pair is not None and not _qualifies_noun(text, i + 1):
                if pair.type in ANAPHORIC:  # "l'on" stands for nobody
                    yield i, i + 2, pair
                behind = i + 2
                continue
            pronoun = table.get(form)
            if pronoun is not None and not taken[i] and _refers(text, i, pronoun):
                yield i, i + 1, pronoun


def _qualifies_noun(text: Text, i: int) -> bool:
    """Whether a word is an adjective of a noun that follows: "the former minister" takes nothing up."""
    token = text.tokens[i]
    return token.dep in {"amod", "compound"} and token.head > i


def _refers(text: Text, i: int, pronoun: Pronoun) -> bool:
    token = text.tokens[i]
    if pronoun.type not in ANAPHORIC or pronoun.person == "2" or token.dep.startswith("expl"):
        return False
    if _is_put_in(text, i):
        return False
    if pronoun.person == "1" and pronoun.number != "s" and not _does(text, token):
        return False
    if _is_impersonal(text, i, pronoun):
        return False
    if pronoun.type == "possessive" or "Poss=Yes" in token.morph:
        return token.pos in {"DET", "PRON", "ADJ"} and not _has_determiner(text, i)
    if pronoun.type == "relative":
        return token.pos == "PRON" and _in_relative_clause(text, i)
    if pronoun.type == "demonstrative" and pronoun.animacy == "thing":
        return False
    if pronoun.type == "demonstrative" and "-" in pronoun.form:
        return True  # models take "Celui-ci" at the beginning of a sentence for anything
    between = token.dep == "det" and i > 0 and text.tokens[i - 1].pos == "ADP"  # "contre lui vendredi"
    return token.pos == "PRON" and (between or token.dep not in {"det", "case", "mark", "fixed"})


def _does(text: Text, token: Token) -> bool:
    """Whether "we" are the subject: "nous avons voté"; not "on nous a dit", "our country", which is no body's own."""
    verb = text.tokens[token.head]
    auxiliaries = (text.tokens[i] for i in text.parse.children[verb.i] if text.tokens[i].dep.startswith(("aux", "cop")))
    return token.dep in SUBJECTS and not any(word.has("Person=3") for word in (verb, *auxiliaries))


def _is_put_in(text: Text, i: int) -> bool:
    """Whether a word in brackets is the article of the noun behind: "« [le] ventilateur a explosé »"."""
    around = text.tokens[i - 1 : i + 3] if i and "[" in text.tokens[i - 1].text else ()
    return len(around) == 4 and around[2].text == "]" and around[3].pos in {"NOUN", "ADJ", "PROPN"}


def _has_determiner(text: Text, i: int) -> bool:
    """Whether a determiner stands right before word i, which then is a noun: "la musique et du son"."""
    before = text.tokens[i - 1] if i else None
    return before is not None and ("PronType=Art" in before.morph or "Definite=" in before.morph)


def _is_impersonal(text: Text, i: int, pronoun: Pronoun) -> bool:
    """Whether a subject stands for nothing: "it is raining", "it is clear that …"."""
    predicate = text.tokens[i].head
    if pronoun.type == "personal" and _is_there_is(text, predicate):
        return True
    if pronoun.type != "personal" or text.tokens[i].dep not in {"nsubj", "nsubj:pass"} or pronoun.gender == "f":
        return False
    kids = [text.tokens[kid].dep for kid in text.parse.children[predicate]]
    judged = next((k for k in text.parse.children[predicate] if text.tokens[k].dep == "xcomp"), predicate)
    clitics = (text.forms[k] for k in text.parse.children[judged] if text.tokens[k].dep.startswith("expl"))
    said = {text.lemmas[predicate], *(f"{clitic}{text.lemmas[judged]}" for clitic in clitics)}  # "il peut s'agir de"
    if not said.isdisjoint(text.language.profile.words("impersonal", "verbs")):
        return True
    if text.lemmas[judged] in text.language.profile.words("impersonal", "adjectives"):  # "il devient difficile de partir"
        below = (text.tokens[k] for k in (*text.parse.children[predicate], *text.parse.children[judged]))
        return any(token.dep in CLAUSES or token.has("VerbForm=Inf") for token in below)
    return "cop" in kids and text.tokens[predicate].pos == "ADJ" and bool({"ccomp", "csubj", "xcomp"} & set(kids))


def _is_there_is(text: Text, predicate: int) -> bool:
    """Whether a verb with its clitic says that there is something: "y a-t-il des blessés"."""
    clitics = {text.lemmas[kid] for kid in text.parse.children[predicate] if text.tokens[kid].dep.startswith("expl")}
    grammar = text.language.grammar
    return text.lemmas[predicate] in grammar.perfect_auxiliaries and bool(clitics & grammar.adverbial_clitics)


def _in_relative_clause(text: Text, i: int) -> bool:
    node = text.tokens[i]
    for _ in range(8):
        if node.dep == "acl:relcl":
            return True
        if node.head == node.i:
            return False
        node = text.tokens[node.head]
    return False


def find_demonyms(text: Text, taken: list[bool]) -> Iterator[tuple[Token, Demonym, bool]]:
    """Adjectives and nouns of nationality: the word, what it refers to, and whether it stands for people."""
    for sentence in text.sentences():
        for token in text.parse.tokens[sentence.first : sentence.last]:
            if taken[token.i] or token.pos not in {"ADJ", "NOUN", "PROPN"} or len(token.text) < SHORTEST:
                continue
            before = text.tokens[token.i - 1].text if token.i > sentence.first else ""
            demonym = text.language.gazetteer.demonym(token.text, before)
            if demonym is None or _is_tongue(text, token):
                continue
            qualifies = token.dep in {"amod", "compound"} or (token.pos == "ADJ" and token.dep in {"nmod", "conj"})
            qualifies = qualifies or (token.dep == "obl:agent" and not text.is_cased(token.i))  # "Turkish-backed rebels"
            if qualifies and demonym.adjective:
                yield token, demonym, False
            elif demonym.noun and not (qualifies or _is_hyphened(text, token.i)) and token.text[0].isupper():
                yield token, demonym, True


def _is_hyphened(text: Text, i: int) -> bool:
    """Whether a word makes another with the participle glued to it: "a |Cypriot|-flagged tanker"."""
    behind = text.tokens[i + 1 : i + 2]
    return bool(behind) and behind[0].text == "-" and text.glued[i + 1]


def _is_tongue(text: Text, token: Token) -> bool:
    """Whether a nationality tells of a language, and of no state: "its English-language magazine", "la langue russe"."""
    tongues = text.language.profile.words("names", "tongues")
    if text.lemmas[token.head] in tongues:
        return True
    behind = text.tokens[token.i + 1 : token.i + 3]
    return len(behind) > 1 and behind[0].text == "-" and text.forms[token.i + 2] in tongues


def demonyms_inside(text: Text, first: int, last: int) -> Iterator[tuple[Token, Demonym]]:
    """Adjectives of nationality within the name of a body: "forces de sécurité irakiennes"."""
    for token in text.tokens[first:last]:
        if token.pos in {"ADJ", "PROPN", "NOUN"} and len(token.text) >= SHORTEST:
            before = text.tokens[token.i - 1].text if token.i > first else ""  # "South Sudanese army"
            demonym = text.language.gazetteer.demonym(token.text, before)
            if demonym is not None and demonym.adjective:
                yield token, demonym


def compatriot_before(text: Text, first: int) -> bool:
    """Whether a noun for somebody of a country ends right before the word `first`: "l'Espagnole X"."""
    if first == 0 or not text.tokens[first - 1].text[0].isupper():
        return False
    demonym = text.language.gazetteer.demonym(text.tokens[first - 1].text)
    return demonym is not None and demonym.noun and demonym.number != "p"


def shows_woman_or_man(text: Text, i: int) -> bool:
    """Whether the capitalised nationality at word i is a noun for one person, as an article and a gender show."""
    if i == 0 or text.tokens[i - 1].pos not in {"DET", "ADP"} or "Definite=Def" not in text.tokens[i - 1].morph:
        return False
    demonym = text.language.gazetteer.demonym(text.tokens[i].text)
    gendered = demonym is not None and (bool(demonym.gender) or "Gender=" in text.tokens[i - 1].morph)
    return gendered and text.tokens[i + 1].text[0].isupper()
