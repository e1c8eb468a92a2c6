# trichluc: `make demo` shows it, `make test` checks it; each sets up what it needs.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
PEERS := build/peers
BIN := $(VENV)/bin
PORT ?= 8001
DEMO_DB := demo/kho.db
# No path, home or locale of the caller is needed.
export PATH := $(or $(PATH),/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup setup-test demo test fuzz lint types score corpus bench bench-peers docs constraints clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: $(VENV)/.installed ## virtual environment, and system packages where allowed

setup-test: $(VENV)/.installed-dev ## the same with what tests and benchmarks need

$(VENV)/bin/python:
	@sh tools/system_packages.sh venv
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "trichluc needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@sh tools/system_packages.sh run
	$(BIN)/python -m pip install --quiet --quiet --constraint constraints.txt --editable '.[ocr,workdays,parquet]'
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@sh tools/system_packages.sh test
	@sh tools/web_packages.sh
	$(BIN)/python -m pip install --quiet --quiet --constraint constraints.txt --editable '.[dev,ocr,workdays,parquet,dask]'
	@touch $@

demo: setup ## ingest the sample corpus and serve it on http://127.0.0.1:8001
	@mkdir -p demo
	@$(BIN)/trichluc ingest corpus/plans --db $(DEMO_DB)
	@$(BIN)/trichluc status --db $(DEMO_DB)
	@echo "Open http://127.0.0.1:$(PORT)  (Ctrl-C ends it)"
	@$(BIN)/trichluc serve --db $(DEMO_DB) --port $(PORT)

test: lint types ## everything that CI runs
	$(BIN)/python -m pytest -q -p no:cacheprovider

fuzz: setup-test ## look for input that breaks a property, and for broken files that break a reader
	$(BIN)/python -m pytest -q -m hypothesis --hypothesis-profile fuzz
	$(BIN)/python tools/fuzz_readers.py --cases 2000

lint: setup-test ## style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup-test ## types, strictly
	$(BIN)/mypy

score: setup-test ## figures on the corpus in every format, with gains and losses line by line
	$(BIN)/python -m corpus.score

corpus: setup-test ## write every sample plan in every format into build/corpus
	$(BIN)/python -m corpus.build
	$(BIN)/python -m corpus.build --all build/corpus

bench: setup-test ## ours and the installed peers in one run, as JSON and SVG; one: make bench ONLY=pages
	$(BIN)/python bench/everything.py $(addprefix --only ,$(ONLY)) $(if $(FULL),--full)

$(PEERS)/.installed: bench/peers.txt pyproject.toml | setup-test
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --editable '.[dev,ocr,workdays,parquet,dask]' --requirement bench/peers.txt
	npm install --prefix $(PEERS) --no-audit --no-fund --silent chrono-node || echo "npm could not install chrono-node; it is left out." >&2
	@touch $@

bench-peers: $(PEERS)/.installed ## the same beside all peers, in an environment of 8 GB; sizes of the docs: FULL=1
	NODE_PATH=$(PEERS)/node_modules $(PEERS)/bin/python bench/everything.py $(addprefix --only ,$(ONLY)) $(if $(FULL),--full)

docs: setup ## write the generated files: metadata, schema, command line, map of the rooms
	$(BIN)/python -m extract.browse.metadata --write
	$(BIN)/python tools/cli_reference.py
	$(BIN)/python tools/draw_architecture.py

constraints: setup-test ## pin every dependency that the ranges in pyproject.toml allow
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --all-extras --no-emit-index-url --no-header --no-annotate --universal --python-version 3.11 pyproject.toml -o constraints.txt

clean: ## remove everything that was made
	rm -rf $(VENV) demo build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
