"""What the files that install things may not say."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_file_names_a_registry_host() -> None:
    names = ("pypi" + ".org", "registry.npmjs" + ".org", "deb.debian" + ".org", "files.pythonhosted" + ".org")
    files = [path for pattern in ("Makefile", "*.toml", "tools/*", ".ci/*") for path in ROOT.glob(pattern)]
    assert [path.name for path in files if any(name in path.read_text(encoding="utf-8") for name in names)] == []
