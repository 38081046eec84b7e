# Everything a developer or a reviewer does from a terminal. `make help` lists it.
#
# The first target that needs it makes .venv with the locked packages of requirements/; a stamp file
# for each lock says that this was done, so that the next time costs nothing.

PYTHON ?= python3
UV ?= uv
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
DEVELOPMENT := $(VENV)/.development-installed

export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP := $(BIN)/python -m pip --quiet --no-input

.DEFAULT_GOAL := help
.PHONY: run test check bench pictures lock wheel clean help

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: $(RUNTIME) ## open the window with the nine cases (make run ARGS="FILE …")
	@$(BIN)/timeline-app $(ARGS)

test: $(DEVELOPMENT) ## run the tests (make test ARGS="tests/case -x")
	@$(BIN)/python -c 'import sys; from timeline_app import display; sys.exit(display.picture_obstacle())'
	@$(BIN)/python -m pytest --numprocesses auto $(ARGS)

check: $(DEVELOPMENT) ## look for faults of style, types and structure
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(DEVELOPMENT) ## measure against floors taken in the same run
	@$(BIN)/python -m benchmarks $(ARGS)

EXPORT := $(BIN)/timeline-app export --no-date --force

pictures: $(RUNTIME) ## make the pictures of docs/ anew
	@$(EXPORT) data/01-express-delivery.case.json --axis order --size 1200x900 -o docs/order.png
	@$(EXPORT) data/01-express-delivery.case.json --axis calendar --size 1200x900 -o docs/calendar.png
	@$(EXPORT) --compare data/07-hou-gambling.case.json data/08-li-abroad.case.json \
		--size 1200x1000 --no-list -o docs/comparison.png

wheel: $(DEVELOPMENT) ## build a wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

LOCK = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --upgrade --no-config \
	--custom-compile-command "make lock"

lock: ## write requirements/ anew with the latest versions (needs uv)
	@$(LOCK) --group build --output-file requirements/runtime.txt
	@$(LOCK) --group dev --constraint requirements/runtime.txt --output-file requirements/development.txt

clean: ## remove what the targets above have made
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME): requirements/runtime.txt pyproject.toml | $(BIN)/python
	@echo "Installing the packages that the program needs …"
	@$(PIP) install --require-hashes --requirement $<
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOPMENT): requirements/development.txt $(RUNTIME)
	@echo "Installing the packages that tests and checks need …"
	@$(PIP) install --require-hashes --requirement $<
	@touch $@

# The Python that was asked for, else the newest that will do. It needs `venv` with `ensurepip`,
# which Debian and Ubuntu keep in a package of their own.
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
WHOLE := import ensurepip, venv

$(BIN)/python:
	@fitting=; \
	for python in "$(PYTHON)" python3.13 python3.12 python3.11; do \
		"$$python" -c '$(FITS)' 2>/dev/null || continue; \
		fitting=$${fitting:-$$python}; \
		"$$python" -c '$(WHOLE)' 2>/dev/null || continue; \
		echo "Making $(VENV) with $$("$$python" --version) …"; \
		exec "$$python" -m venv --clear $(VENV); \
	done; \
	if [ -n "$$fitting" ]; then \
		echo "$$fitting has no module to make a virtual environment with." >&2; \
		echo "On Debian and Ubuntu: sudo apt install python3-venv" >&2; \
	else \
		echo "No Python from 3.11 to 3.13 was found." >&2; \
		echo "On Debian and Ubuntu: sudo apt install python3 python3-venv" >&2; \
		echo "Elsewhere: https://www.python.org/downloads/ (or: make PYTHON=/path/to/python3.12 run)" >&2; \
	fi; \
	exit 1
