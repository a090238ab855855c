# All that a newcomer types. Works with GNU make 3.81 and later; without make see README.md.
PYTHON ?= python3
PORT ?= 8000
FULL ?=
ARGS ?=
JOBS ?= 2

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/.ready
STORE := sqlite:var/phahe.sqlite

.PHONY: help install run test lint check score bench

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile

install: $(READY) ## make .venv with phahe and what its tests need

# Made again when what is needed changes. Only this folder and pip's cache are written to.
$(READY): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "phahe needs Python 3.11 or later; there is no '$(PYTHON)' here." >&2; \
	  echo "Name another one: make install PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "phahe needs Python 3.11 or later; '$(PYTHON)' is `$(PYTHON) --version 2>&1`." >&2; \
	  echo "Name another one: make install PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments (Debian, Ubuntu: apt install python3-venv)." >&2; \
	  exit 1; }
	@echo "Installing phahe and what its tests need into .venv (a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --constraint constraints.txt --editable '.[dev]'
	@touch $(READY)

run: $(READY) ## load examples/ and serve them [PORT=8000]
	@mkdir -p var
	@$(BIN)/python -m api load examples --store $(STORE)
	@exec $(BIN)/python -m api serve --store $(STORE) --port $(PORT)

test: $(READY) ## every test that this machine can run; says which it could not and why [JOBS=2]
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup --no-loadscope-reorder $(ARGS)

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mypy --package benchmarks

check: lint test ## lint, format, types, tests

score: $(READY) ## how well documents are read; fails below benchmarks/baseline.json
	@$(BIN)/python -m benchmarks.score $(ARGS)

bench: $(READY) ## how fast it is: short form, or at 1 M documents [FULL=1]
	@$(BIN)/python -m benchmarks.run $(if $(FULL),--full) $(ARGS)
	@$(BIN)/python -m benchmarks.pages
	@$(BIN)/python -m benchmarks.bolt $(if $(FULL),--documents 100000,--no-write)
