"""The twelve articles of three stories, built once."""

from pathlib import Path

import pytest

from kg.pipeline import BuildOptions, build

STORIES = Path(__file__).parent / "stories"


@pytest.fixture(scope="session")
def built_stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An N-Quads file of the twelve articles."""
    target = tmp_path_factory.mktemp("stories") / "stories.nq"
    build([str(STORIES / "articles.jsonl")], [target], BuildOptions())
    return target
