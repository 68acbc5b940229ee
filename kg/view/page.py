"""The page: a template with its styles, scripts and data inside, and a policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from importlib.resources import files
from typing import Any

from kg.view.bundle import bundle

STYLES = ("base", "layout", "panel", "views", "print")
ENTRY = "main"

_SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S*")
_HOLE = re.compile(r"\{\{(\w+)\}\}")


def page(title: str, data: dict[str, Any], network: dict[str, Any], texts: list[Any]) -> str:
    """The whole file. Titles and data are shown as text whatever is in them."""
    style = "\n".join(static(f"{name}.css") for name in STYLES)
    library, program = vis_network(), bundle(ENTRY, static)
    fillings = {
        "policy": _policy([library, program], style),
        "title": html.escape(title),
        "style": style,
        "library": library,
        "program": program,
        "data": as_json(data),
        "network": as_json(network),
        "texts": as_json(texts),
    }
    return _HOLE.sub(lambda hole: fillings[hole[1]], static("page.html"))


def static(name: str) -> str:
    """One of the page's own files."""
    return files("kg.view").joinpath("static", name).read_text(encoding="utf-8")


def vis_network() -> str:
    """vis-network as the installed pyvis carries it, without the address of its source map."""
    code = files("pyvis").joinpath("templates/lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
    return _SOURCE_MAP.sub("", code.replace("\r\n", "\n").replace("\r", "\n")).strip()


def as_json(value: object) -> str:
    """JSON in which no markup can begin: `<` is escaped, so that neither `</script` nor `<!--` is ever there."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _policy(scripts: list[str], style: str) -> str:
    """Only these very scripts and styles; images only out of the page itself; no network, frames, forms or bases."""
    allowed = " ".join(map(_digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
