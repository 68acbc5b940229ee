"""Knowledge bases: what is known of things outside the articles, read from a file, and the entities that it names."""

from __future__ import annotations

from kg.kb.base import KnowledgeBase, Known
from kg.kb.files import digest, load, write_tsv
from kg.kb.link import linked

__all__ = ["KnowledgeBase", "Known", "digest", "linked", "load", "write_tsv"]
