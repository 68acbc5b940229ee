"""Many articles: the same graphs as in one process, made by several."""

from kg.scale.processes import built_by

__all__ = ["built_by"]
