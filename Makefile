# make demo   the graph of the sample article: built, asked, drawn
# make test   everything that is checked: style, types, who imports whom, behaviour
# make venv   only the environment
# make pages  the pages of docs/ that are written by programs
# make bench  what kg costs beside the bare language model: CORPUS=folder of articles
# make ontology-docs   docs/ontology.md, from ontologies/

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3 python,$(if $(shell $(p) -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1 && echo yes),$(p))))
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := samples/affaire-de-fort-orsel.fr.txt
GRAPH := outputs/affaire-de-fort-orsel.trig
PAGE := outputs/affaire-de-fort-orsel.html

CORPUS ?= samples

.PHONY: demo test lint bench venv ontology-docs clean

demo: $(GRAPH) $(PAGE)
	@echo
	@echo "Who did what to whom:  kg query $(GRAPH) --saved who-did-what"
	@$(BIN)/kg query $(GRAPH) --saved who-did-what --output outputs/who-did-what.csv
	@$(BIN)/kg query $(GRAPH) --saved who-did-what
	@echo
	@echo "The article:      $(SAMPLE)"
	@echo "Its graph:        $(CURDIR)/$(GRAPH)"
	@echo "The same answer:  $(CURDIR)/outputs/who-did-what.csv"
	@echo "To look at it:    $(CURDIR)/$(PAGE) (open it in a browser)"

$(GRAPH): $(SAMPLE) $(VENV)/.installed $(shell find kg ontologies -name '*.py' -o -name '*.toml' -o -name '*.tsv' -o -name '*.ttl')
	$(BIN)/kg build $(SAMPLE) -o $@

$(PAGE): $(GRAPH)
	$(BIN)/kg view $(GRAPH) -o $@

venv: $(VENV)/.installed

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "newskg needs Python 3.11, 3.12 or 3.13 with its venv module; none was found on PATH" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

lint: $(VENV)/.installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	@tools/install-test-programs
	$(BIN)/python -m pytest $(TESTS)

bench: $(VENV)/.installed
	$(BIN)/kg bench $(CORPUS)

ontology-docs: $(VENV)/.installed
	$(BIN)/python tools/document_ontology.py

pages: $(VENV)/.installed-for-tests
	$(BIN)/python tools/document_commands.py
	$(BIN)/python tools/document_ontology.py

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find outputs -mindepth 1 -maxdepth 1 ! -name README.md ! -name sample -exec rm -rf {} +
