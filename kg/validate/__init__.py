"""Checks of finished graphs: by the ontology's shapes, and of every quote against its text."""

from kg.validate.quotes import verify
from kg.validate.report import Fault, Report
from kg.validate.shapes import validate

__all__ = ["Fault", "Report", "validate", "verify"]
