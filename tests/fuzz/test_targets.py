"""Each target on inputs that hypothesis makes: a short run in every run of the tests. Findings stay as tests."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

EXAMPLES = {"build": 25, "write": 40}
TEXTS = st.text(max_size=120).map(lambda text: text.encode("utf-8", "surrogatepass"))
SYNTAX = (
    """SELECT ASK CONSTRUCT DESCRIBE WHERE { } ( ) ?x $y <http://a> "a" \'\'\' nkg:Event PREFIX : . ; VALUES UNION # \\"""
)
QUERIES = st.lists(st.sampled_from([*SYNTAX.split(), "\n"])).map(lambda words: " ".join(words).encode())
INPUTS = {"ask": QUERIES | TEXTS, "build": TEXTS, "clean": TEXTS, "dates": TEXTS, "write": TEXTS}
# Readers have their own property tests in tests/read, on files with bytes changed.
BY_HYPOTHESIS = [name for name in TARGETS if not name.startswith("read-")]


@pytest.mark.parametrize("name", BY_HYPOTHESIS)
def test_target(name: str) -> None:
    @settings(max_examples=EXAMPLES.get(name, 100), deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=INPUTS.get(name, st.binary(max_size=250)))
    def holds(data: bytes) -> None:
        TARGETS[name](data)

    holds()
