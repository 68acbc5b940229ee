"""Many articles: the same graphs as in one process, made by several."""

from kg.scale.journal import Journal, journal_for
from kg.scale.processes import built_by

__all__ = ["Journal", "built_by", "journal_for"]
