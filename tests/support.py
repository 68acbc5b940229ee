"""Saved parses: extraction is tested on these, without a language model.

`python -m tests.support NAME < TEXT` saves the parse of a text of our own as tests/parses/NAME.json; the name starts
with the language ("fr-passive"). `load_parse` reads it back.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from kg.model import Article, NameSpan, Parse, Sentence, Token

PARSES = Path(__file__).parent / "parses"


def dump_parse(parse: Parse) -> str:
    """Write a parse as JSON: one word a line, so that changes read well."""
    columns = {
        "model": parse.model,
        "article": {key: value for key, value in asdict(parse.article).items() if value},
        "sentences": [[s.start, s.end, s.first, s.last, s.kind] for s in parse.sentences],
        "names": [[n.first, n.last, n.label] for n in parse.names],
        "tokens": [[t.start, t.end, t.text, t.lemma, t.pos, t.morph, t.dep, t.head, t.sentence] for t in parse.tokens],
    }
    lines = []
    for key, value in columns.items():
        if isinstance(value, list):
            rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in value)
            lines.append(f' "{key}": [\n{rows}\n ]')
        else:
            lines.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read_parse(text: str) -> Parse:
    """Read what `dump_parse` wrote."""
    data = json.loads(text)
    tokens = tuple(Token(i, *row) for i, row in enumerate(data["tokens"]))
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return Parse(
        article=Article(**{"id": "", "text": "", **data["article"]}),
        tokens=tokens,
        sentences=tuple(Sentence(n, *row) for n, row in enumerate(data["sentences"])),
        names=tuple(NameSpan(*row) for row in data["names"]),
        children=tuple(tuple(below) for below in children),
        model=data["model"],
    )


def load_parse(name: str) -> Parse:
    """Load the parse saved as tests/parses/`name`.json."""
    return read_parse((PARSES / f"{name}.json").read_text(encoding="utf-8"))


def save_parse(name: str, text: str, published: str | None = None) -> None:
    """Parse `text` with the installed model and save it as tests/parses/`name`.json."""
    from kg.annotate import load

    article = Article(name, text, name[:2], published=published)
    (parse,) = load(article.lang).parse([article])
    PARSES.mkdir(exist_ok=True)
    (PARSES / f"{name}.json").write_text(dump_parse(parse), encoding="utf-8")


if __name__ == "__main__":
    save_parse(sys.argv[1], sys.stdin.read().strip(), *sys.argv[2:])
