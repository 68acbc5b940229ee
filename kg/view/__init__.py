"""The HTML explorer: one file that opens from disk, needs no network, and runs nothing that an article says."""

from __future__ import annotations

from kg.view.explorer import Explorer

__all__ = ["Explorer"]
