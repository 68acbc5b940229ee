"""From an article to its grammar: sentences, words in Universal Dependencies terms, and names.

The only room that imports spaCy. `load` picks a language model; `Annotator.parse` streams articles through it.
"""

from kg.annotate.annotator import Annotator, load

__all__ = ["Annotator", "load"]
