"""Firms whose names the language model parts: at the comma or "and" between partners, before the state of a branch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.spans import Span, Text, is_acronym

PARTNERED = frozenset({"&", "and"})  # what joins the last of the partners in an English firm's name, in all languages
COMPANY = "company"  # flag of nouns for firms
TOLD = frozenset({"ORG", "PER"})  # what the model takes a partner's name for


def partner_spans(text: Text) -> Iterator[tuple[int, Span]]:
    """The names of such firms, with the sentence of each."""
    yield from _with_suffix(text)
    yield from _branches(text)
    pairs = [name.first for name in text.parse.names if name.label in TOLD and _is_pair(text, name.first)]
    pairs += [name.first - 2 for name in text.parse.names if name.label in TOLD and _is_pair(text, name.first - 2)]
    firms = {_words(text, i) for i in pairs if _is_one_firm(text, i)}
    for i in sorted(set(pairs)):
        if _words(text, i) in firms:
            yield text.tokens[i].sentence, Span(i, i + 3, "institution", kind="Organization")


def _with_suffix(text: Text) -> Iterator[tuple[int, Span]]:
    """Firms of several partners with what firms are: "Hart, Stone and Company"."""
    suffixes = text.language.profile.words("names", "company_suffixes")
    for name, after in pairwise(text.parse.names):
        beside = name.last - name.first == 1 and after.first == name.last + 1 and text.tokens[name.last].text == ","
        joined = after.last - after.first == 3 and text.tokens[after.first + 1].text in PARTNERED
        if beside and joined and text.tokens[after.last - 1].text in suffixes:
            yield text.tokens[name.first].sentence, Span(name.first, after.last, "model", "ORG")


def _branches(text: Text) -> Iterator[tuple[int, Span]]:
    """Firms with the acronym of the state of which they are a branch: "Airbus UK"."""
    for name, state in pairwise(text.parse.names):
        beside = name.label == "ORG" and state.label == "GPE" and name.last == state.first == state.last - 1
        if beside and text.tokens[name.last - 1].head == state.first and is_acronym(text.tokens[state.first].text):
            yield text.tokens[name.first].sentence, Span(name.first, state.last, "institution", kind="Organization")


def _words(text: Text, i: int) -> tuple[str, str]:
    return text.tokens[i].text, text.tokens[i + 2].text


def _is_pair(text: Text, i: int) -> bool:
    """Whether two names of one word are joined at word i, neither of them known: "Hart and Stone"."""
    sentence = text.parse.sentences[text.tokens[max(i, 0)].sentence]
    if i < sentence.first or i + 2 >= sentence.last or text.tokens[i + 1].text not in PARTNERED:
        return False
    ends = (text.tokens[i], text.tokens[i + 2])
    if not all(token.pos == "PROPN" and token.text[0].isupper() and not token.text.isupper() for token in ends):
        return False
    longer = i + 3 < sentence.last and text.tokens[i + 3].pos == "PROPN" and text.tokens[i + 3].text[0].isupper()
    begun = i > sentence.first and (text.tokens[i - 1].pos == "PROPN" and text.tokens[i - 1].text[0].isupper())
    return not longer and not begun and all(text.language.gazetteer.match([token.text], 0) is None for token in ends)


def _is_one_firm(text: Text, i: int) -> bool:
    """Whether the text says of two names that they are one firm: "the law firm Hart and Stone", "Hart and Stone has"."""
    tokens, end = text.tokens, i + 3
    before = text.noun_of(i - 1, i - 1) if i and tokens[i - 1].has("Number=Sing") else None
    if before is not None and COMPANY in before.flags:
        return True
    if end + 1 >= len(tokens):
        return False
    if tokens[end].text == ",":  # "Hart and Stone, a law firm in Varna"
        behind = next((k for k in text.parse.children[i] + text.parse.children[i + 2] if tokens[k].dep == "appos"), None)
        noun = text.noun_of(behind, behind) if behind is not None and tokens[behind].has("Number=Sing") else None
        return noun is not None and COMPANY in noun.flags
    finite = tokens[end]
    subject = tokens[i].dep.startswith("nsubj") and tokens[i].head in (end, finite.head)
    return subject and finite.has("Number=Sing") and finite.has("VerbForm=Fin") and finite.pos in {"VERB", "AUX"}
