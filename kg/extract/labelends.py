"""Where the label of a description ends: with what says whose or of what it is, with the whole of a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.extract.spans import Nominal, Text
from kg.model import VERBAL

LONGEST_MODIFIER = 6  # words of a participle phrase that still belongs to a description
TIED = frozenset({"flat:name", "flat", "appos", "nmod", "dep", "compound"})  # how a name hangs on the noun before it
SOMEBODY = frozenset({"Person", "Group", "Force", "GeopoliticalEntity"})  # who is no field of which one is in charge
WAITING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PUNCT"})  # what no label ends with


def whole_label(text: Text, nominal: Nominal, names: Mapping[int, tuple[int, int, str]]) -> Nominal:
    """The description with a label that cuts no name; `names` gives for each word of one its begin, its end and its kind.

    "Membres de l'Association pour une Enfance |Heureuse", "équipe dirigée par l'anthropologue |Claire Morel".
    """
    end = _behind_number(text, nominal, max(nominal.last, nominal.label_last))
    cut = names.get(end)
    if cut is not None and (cut[0] < end or _belongs_to_label(text, nominal, end, cut)):
        return replace(nominal, label_last=cut[1])
    while end > nominal.last and text.tokens[end - 1].pos in WAITING and not text.capitalised(end - 1):
        end -= 1
    return nominal if end == max(nominal.last, nominal.label_last) else replace(nominal, label_last=end)


def _behind_number(text: Text, nominal: Nominal, end: int) -> int:
    """Where a label ends with the number of its last noun: "un bus de la ligne |512"."""
    if end >= len(text.tokens) or not text.tokens[end].text.isdecimal() or text.tokens[end - 1].pos != "NOUN":
        return end
    told = nominal.head < end - 1 and nominal.head <= text.tokens[end].head < end
    return end + 1 if told and not text.tokens[end - 1].has("Number=Plur") else end


def _belongs_to_label(text: Text, nominal: Nominal, end: int, name: tuple[int, int, str]) -> bool:
    """Whether the name right behind a label is of whom or what its last noun says: "la voiture de Madame X"."""
    first, last, kind = name
    head = text.head(first, last)
    above = text.tokens[head].head
    inner = nominal.head < above < end and text.tokens[above].pos in {"NOUN", "PROPN"}
    if not inner or text.tokens[head].dep not in TIED or text.is_cased(head):
        return False
    title = text.language.titles.get(text.forms[above]) or text.language.titles.get(text.lemmas[above])
    noun = text.language.nouns.get(text.lemmas[above]) if nominal.kind not in {"Person", "Position"} else None
    somebody = title is not None or (noun is not None and noun.kind == "Person")
    one = somebody and not text.tokens[above].has("Number=Plur")
    return kind != "Person" or one  # "le chef de la police Marc Duval" is himself no police


def with_complement(text: Text, first: int, last: int) -> int:
    """Where the phrase ends with the complement that says whose or of what it is, if that is short."""
    if last >= len(text.tokens):
        return last
    if _names_leader(text, first, last):
        return subtree_end(text, last, last)
    if text.tokens[last].dep != "case":
        return last
    noun = text.tokens[last].head
    head = text.head(first, last)
    linked = text.lemmas[last] in text.language.profile.words("partitive", "linkers")
    linked |= text.lemmas[last] == text.language.grammar.dative_preposition and _completes(text, last, noun, head)
    shared = text.lemmas[head] in text.language.grammar.shared_with  # "la frontière avec l'Inde"
    linked |= shared and text.tokens[noun].pos == "PROPN"
    if not linked or text.tokens[noun].dep != "nmod" or not first <= text.tokens[noun].head < last:
        return last
    end = subtree_end(text, noun, last)
    if not noun < end <= last + LONGEST_MODIFIER:
        return last
    if shared:
        whole = _row_end(text, noun, end)
        cut = whole == end < len(text.tokens) and text.tokens[end].dep == "cc"  # "entre le Mali | et le Niger"
        return last if cut else whole
    return _row_end(text, noun, end) if text.tokens[text.tokens[noun].head].has("Number=Plur") else end


def _completes(text: Text, case: int, noun: int, head: int) -> bool:
    """Whether a common noun tells more of what a thing is: "agence de crédits à l'exportation", "site de saut à ski"."""
    token, before = text.tokens[noun], text.tokens[case - 1]
    plain = token.pos == "NOUN" and token.text.islower() and text.lemmas[noun] not in text.language.nouns
    tied = plain and head < before.i and before.pos == "NOUN"
    bare = noun == case + 1 and text.forms[case] == text.lemmas[case]
    return tied and (bare or (token.head == before.i and before.has("Number=Plur")))


def _names_leader(text: Text, first: int, last: int) -> bool:
    """Whether word `last` is the name of whom a government or a family is: "le gouvernement X"."""
    token = text.tokens[last]
    beside = first <= token.head < last and token.pos == "PROPN" and token.dep in {"nmod", "appos", "flat:name"}
    return beside and text.lemmas[token.head] in text.language.profile.words("names", "families")


def _row_end(text: Text, noun: int, end: int) -> int:
    """Where the names end that are joined to the one that many belong to: "the ministers of France, Italy and Spain"."""
    row = [kid for kid in text.parse.children[noun] if text.tokens[kid].dep == "conj" and kid >= end]
    row += [kid for name in row for kid in text.parse.children[name] if text.tokens[kid].dep == "conj"]
    joined = any(text.tokens[kid].dep == "cc" for name in row for kid in text.parse.children[name])
    names = all(text.tokens[name].pos == "PROPN" or text.capitalised(name) for name in (noun, *row))
    whole = row and joined and names and not any(text.tokens[i].pos in VERBAL for i in range(noun, row[-1]))
    return subtree_end(text, row[-1], row[-1] + 1) if whole and row[-1] < end + 2 * LONGEST_MODIFIER else end


def fields_end(text: Text, noun: int, end: int) -> int:
    """Where the fields end that are all somebody's: "minister of trade |and industry|", "… de la Pêche |et des Forêts|"."""
    row = [kid for kid in text.parse.children[noun] if text.tokens[kid].dep == "conj" and kid >= end]
    row += [kid for field in row for kid in text.parse.children[field] if text.tokens[kid].dep == "conj"]
    joined = any(text.tokens[kid].dep == "cc" for field in row for kid in text.parse.children[field])
    if not joined or not all(_is_field(text, field) for field in (noun, *row)):
        return end
    whole = subtree_end(text, row[-1], row[-1] + 1)
    return whole if whole <= end + 2 * LONGEST_MODIFIER else end


def _is_field(text: Text, i: int) -> bool:
    """Whether a noun tells of what somebody is in charge: "industry" of "trade and industry", "des Forêts"."""
    below = {text.tokens[kid].dep for kid in text.parse.children[i]}
    known = text.language.nouns.get(text.lemmas[i])
    if ("det" in below and "case" not in below) or (known is not None and known.kind in SOMEBODY):
        return False
    common = text.tokens[i].pos == "NOUN" and text.tokens[i].text.islower() and text.lemmas[i] not in text.language.titles
    return common or text.forms[i] in text.language.profile.words("names", "portfolios")


def subtree_end(text: Text, i: int, last: int) -> int:
    """The end of the unbroken stretch of words from `last` that hang on word i."""
    end = last
    todo = [i]
    inside = {i}
    while todo:
        for kid in text.parse.children[todo.pop()]:
            excluded = text.tokens[kid].dep in {"punct", "acl:relcl", "conj", "cc", "advcl", "appos", "parataxis"}
            if excluded and text.tokens[kid].dep == "punct" and text.tokens[kid].text == "-":
                excluded = not (text.glued[kid] and text.glued[kid + 1])  # "used by an Iran-backed militia"
            excluded = excluded or (text.tokens[kid].pos, text.tokens[kid].dep) == ("ADV", "dep")  # "… aujourd'hui"
            if not excluded and kid not in inside:
                inside.add(kid)
                todo.append(kid)
    while end in inside:
        end += 1
    return end
