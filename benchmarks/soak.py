"""Build articles in a loop and watch the memory (`make soak`): it may not grow once everything is loaded.

python benchmarks/soak.py SOURCE ... --minutes N [--lang CODE]
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kg.export import write
from kg.pipeline import BuildOptions, Models, graphs
from kg.read import ReadOptions, read

WARM_UP = 0.2  # of the time: caches fill
GROWTH = 1.05  # of the memory from the first third of what remains to the last
EACH = 64  # articles between two looks


def main() -> int:
    """Run, print the memory as it goes, and say whether it stayed flat: the exit code is 1 where it didn't."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--lang")
    options = parser.parse_args()
    held = soak(options.sources, options.minutes * 60, ReadOptions(lang=options.lang))
    settled = held[int(len(held) * WARM_UP) :]
    third = max(len(settled) // 3, 1)
    before, after = median(settled[:third]), median(settled[-third:])
    flat = after <= GROWTH * before
    print(f"{before / 1e6:.0f} MB, then {after / 1e6:.0f} MB: {'flat' if flat else 'it grows'}")
    return 0 if flat else 1


def soak(sources: list[str], seconds: float, reading: ReadOptions) -> list[int]:
    """The bytes held after every EACH articles until the time is up."""
    models, options = Models(), BuildOptions(reading)
    started, articles, rounds, held = time.monotonic(), 0, 0, list[int]()
    with TemporaryDirectory() as folder:
        while time.monotonic() - started < seconds:
            stream = read(sources, reading, lambda failure: None)
            while batch := list(islice(stream, EACH)):
                built = graphs(batch, models, options, lambda failure: None)
                write((quad for graph in built for quad in graph.quads), Path(folder) / "graph.nq")
                articles += len(batch)
                gc.collect()
                held.append(memory())
                if time.monotonic() - started >= seconds:
                    break
            rounds += 1
            minutes = (time.monotonic() - started) / 60
            print(f"{minutes:6.1f} minutes, {articles} articles, round {rounds}: {held[-1] / 1e6:.0f} MB", flush=True)
    return held


def memory() -> int:
    """The bytes that this process holds now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1]) * 1024


if __name__ == "__main__":
    sys.exit(main())
