# Comity. `make demo` plays the story, `make test` passes every check; each sets up what it needs.
.PHONY: demo serve test check format bench soak clean pages gallery set-up set-up-dev help
.DEFAULT_GOAL := help

DIR ?= comity-demo/dz
BENCH_PYTHON := .venv-opendrift/bin/python
LEDGER_PEERS_PYTHON := .venv-ledger-peers/bin/python
STANDARDS_PYTHON := .venv-standards/bin/python

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

set-up: ## the environment, once
	@tools/set-up run && tools/build-pages

set-up-dev:
	@tools/set-up dev && tools/build-pages

demo: set-up ## two nodes play the story; on a terminal they keep serving until Ctrl-C
	@if [ -t 0 ] && [ -t 1 ]; then .venv/bin/comity demo $(if $(PORT),--port $(PORT)); else .venv/bin/comity demo --once; fi

serve: set-up ## serve one node folder: make serve DIR=…
	@.venv/bin/comity serve "$(DIR)"

check: set-up-dev ## the quick loop: format, lint, types, layers, house tests
	@tools/check quick

test: set-up-dev ## every check
	@tools/check all

pages: ## the console's pages, when their sources have changed
	@tools/build-pages

gallery: set-up-dev ## the pictures of docs/gallery.md anew; FORCING=DIR names currents and wind
	@.venv/bin/python tools/draw_gallery.py $(if $(FORCING),--forcing "$(FORCING)")

format: set-up-dev ## rewrite the sources in the house's format
	@.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix .

bench: set-up-dev $(BENCH_PYTHON) $(LEDGER_PEERS_PYTHON) ## benchmarks beside their peers, in one run
	@COMITY_LEDGER_PEERS_PYTHON=$(LEDGER_PEERS_PYTHON) .venv/bin/python benchmarks/ledger.py
	@COMITY_OPENDRIFT_PYTHON=$(BENCH_PYTHON) .venv/bin/python benchmarks/drift.py
	@.venv/bin/python benchmarks/detection.py
	@.venv/bin/python benchmarks/cooperation.py
	@.venv/bin/python benchmarks/paper.py
	@.venv/bin/python benchmarks/console.py
	@.venv/bin/python benchmarks/maritime_decode.py
	@.venv/bin/python -m benchmarks.maritime_out

$(BENCH_PYTHON):
	@echo "Making an environment of its own for the peer (OpenDrift, GPL-2.0: measured against, never part of Comity) …"
	@.venv/bin/python -m venv .venv-opendrift && .venv-opendrift/bin/pip install -q --disable-pip-version-check opendrift==1.14.12

$(LEDGER_PEERS_PYTHON):
	@echo "Making an environment of its own for the peers (pymerkle, GPL-3.0, and PyNaCl: measured against, never part of Comity) …"
	@.venv/bin/python -m venv .venv-ledger-peers && .venv-ledger-peers/bin/pip install -q --disable-pip-version-check pymerkle==7.0.0 PyNaCl==1.6.2

$(STANDARDS_PYTHON):
	@echo "Making an environment of its own for the official check of OCDS (libcoveocds, AGPL-3.0: a test tool, never part of Comity) …"
	@.venv/bin/python -m venv .venv-standards && .venv-standards/bin/pip install -q --disable-pip-version-check libcoveocds==0.17.0 ocdsmerge==0.8.0

soak: set-up-dev $(STANDARDS_PYTHON) ## the long form of the checks: more examples, every Python at hand
	@tools/set-up-spark || true
	@COMITY_STANDARDS_PYTHON=$(STANDARDS_PYTHON) COMITY_SPARK_PYTHON=$$(ls .venv-spark/bin/python 2>/dev/null) tools/check soak

clean: ## remove what the other targets made
	@rm -rf .venv .venv-* comity-demo out build dist console/node_modules console/public/basemap.pmtiles src/comity/console/dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
