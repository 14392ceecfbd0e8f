# Everything runs in a virtual environment of its own; Python >= 3.11 and make are all it takes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test check format bench clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/'

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(PIP) install --editable '.[dev]'
	@touch $@

demo: $(VENV)/installed ## set up, and code the sample reports
	$(BIN)/onrecord demo

test: $(VENV)/developing ## set up, and run the tests
	$(BIN)/python -m pytest

check: $(VENV)/developing ## format, lint, types, import layers, codebook, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/onrecord codebook check
	$(BIN)/python -m pytest

format: $(VENV)/developing ## write the code in the one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/installed ## words per second, memory, start-up
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/names.py
	$(BIN)/python -m bench.contrast

clean: ## remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
