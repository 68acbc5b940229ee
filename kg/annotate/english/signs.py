"""Tags and labels that several repairs of English trees ask for."""

from __future__ import annotations

FINITE = ("VBD", "VBZ", "VBP")
NAMING = ("NOUN", "PROPN")
BODIES = ("ORG", "GPE", "LOC", "FAC")  # names that "who" is not said of
