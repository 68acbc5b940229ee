"""Future and conditional of French verbs, told by their form: the model takes many for the present or the imperfect.

Both are built on one stem, the infinitive less a final -e ("mettr-") but for the irregular ones below; the ending tells which
(Grevisse and Goosse, Le bon usage, § 797-804). An imperfect has another stem ("mett-ait"), so the form decides.
"""

from __future__ import annotations

FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
CONDITIONAL = ("ais", "ait", "ions", "iez", "aient")
IRREGULAR = {
    "avoir": "aur", "être": "ser", "aller": "ir", "faire": "fer", "pouvoir": "pourr", "vouloir": "voudr",
    "savoir": "saur", "falloir": "faudr", "valoir": "vaudr", "envoyer": "enverr", "renvoyer": "renverr",
    "mourir": "mourr", "courir": "courr", "pleuvoir": "pleuvr",
}  # fmt: skip
ENDINGS = {  # of infinitives whose stem changes, longest first
    "quérir": "querr", "courir": "courr", "cueillir": "cueiller", "cevoir": "cevr", "devoir": "devr", "enir": "iendr",
    "mouvoir": "mouvr", "asseoir": "assiér", "yer": "ier", "voir": "verr",
}  # fmt: skip
REGULAR_VOIR = {"prévoir": "prévoir", "pourvoir": "pourvoir"}


def stem(infinitive: str) -> str:
    """What the future and the conditional of a verb are built on: "mettre" gives "mettr", "venir" "viendr"."""
    known = IRREGULAR.get(infinitive) or REGULAR_VOIR.get(infinitive)
    if known:
        return known
    for ending, changed in ENDINGS.items():
        if infinitive.endswith(ending):
            return infinitive[: -len(ending)] + changed
    return infinitive.removesuffix("e")


def tense_features(form: str, infinitive: str) -> str | None:
    """ "Mood=Cnd" or "Tense=Fut" if the form is one, else None."""
    word = form.lower()
    for base in {stem(infinitive), _doubled(infinitive)}:
        if word.startswith(base) and len(base) > 1:
            ending = word[len(base) :]
            if ending in CONDITIONAL:
                return "Mood=Cnd"
            if ending in FUTURE:
                return "Tense=Fut"
    return None


def _doubled(infinitive: str) -> str:
    """The stem of verbs that change before a mute e: "appeler" gives "appeller", "mener" "mèner"."""
    if infinitive.endswith(("eler", "eter")):
        return infinitive[:-2] + infinitive[-3] + "er"
    if infinitive.endswith("er") and len(infinitive) > 4 and infinitive[-4] in "eé":
        return infinitive[:-4] + "è" + infinitive[-3:]
    return infinitive.removesuffix("e")


def with_tense(morph: str, feature: str) -> str:
    """The features of a finite verb with its tense or mood set right."""
    features = dict(pair.split("=", 1) for pair in morph.split("|") if pair)
    features["VerbForm"] = "Fin"
    features["Mood"], features["Tense"] = ("Cnd", "Pres") if feature == "Mood=Cnd" else ("Ind", "Fut")
    return "|".join(f"{name}={value}" for name, value in sorted(features.items()))
