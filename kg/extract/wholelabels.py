"""Where the label of a description ends: with the whole of a name, and with no word that waits for another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.extract.nominals import Nominal
from kg.extract.spans import Text

TIED = frozenset({"flat:name", "flat", "appos", "nmod", "dep", "compound"})  # how a name hangs on the noun before it
WAITING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PUNCT"})  # what no label ends with


def whole_label(text: Text, nominal: Nominal, names: Mapping[int, tuple[int, int, str]]) -> Nominal:
    """The description with a label that cuts no name; `names` gives of each word of one where it begins and ends, and its kind.

    "Membres de l'Association pour une Enfance |Heureuse", "équipe dirigée par l'anthropologue |Claire Morel".
    """
    end = max(nominal.last, nominal.label_last)
    cut = names.get(end)
    if cut is not None and (cut[0] < end or _belongs_to_label(text, nominal, end, cut)):
        return replace(nominal, label_last=cut[1])
    while end > nominal.last and text.tokens[end - 1].pos in WAITING and not text.capitalised(end - 1):
        end -= 1
    return nominal if end == max(nominal.last, nominal.label_last) else replace(nominal, label_last=end)


def _belongs_to_label(text: Text, nominal: Nominal, end: int, name: tuple[int, int, str]) -> bool:
    """Whether the name right behind a label is of whom or what its last noun says: "la voiture de Madame X"."""
    first, last, kind = name
    head = text.head(first, last)
    above = text.tokens[head].head
    inner = nominal.head < above < end and text.tokens[above].pos in {"NOUN", "PROPN"}
    if not inner or text.tokens[head].dep not in TIED or text.is_cased(head):
        return False
    title = text.language.titles.get(text.forms[above]) or text.language.titles.get(text.lemmas[above])
    noun = text.language.nouns.get(text.lemmas[above])
    somebody = title is not None or (noun is not None and noun.kind == "Person")
    return kind != "Person" or somebody  # "le chef de la police Marc Duval" is himself no police
