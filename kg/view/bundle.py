"""ES modules as one script: each is a function that gives its exports, after those that it imports from.

Only what the page's own modules use is understood: `import { a, b } from './c.js'` and exported declarations that keep
their value.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_IMPORT = re.compile(r"^import\s+\{([^}]*)\}\s+from\s+[\"']\./([\w-]+)\.js[\"'];?\n", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+((?:async\s+)?(?:function\*?|const|class)\s+(\w+))", re.MULTILINE)


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """The script of module `entry` and all that it imports; `read` gives a file's text by its name.

    Raises ValueError for modules that import each other in a circle.
    """
    parts: dict[str, str] = {}
    _collect(entry, read, parts, ())
    return "\n".join(parts.values())


def _collect(name: str, read: Callable[[str], str], parts: dict[str, str], path: tuple[str, ...]) -> None:
    if name in path:
        raise ValueError(f"modules import each other in a circle: {' -> '.join((*path, name))}")
    if name in parts:
        return
    code = read(f"{name}.js")
    for _, imported in _IMPORT.findall(code):
        _collect(imported, read, parts, (*path, name))
    exports = ", ".join(match[2] for match in _EXPORT.finditer(code))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const {\1} = $\2;\n", code)).strip()
    parts[name] = f"const ${name} = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();\n"
