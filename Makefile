# Two commands do everything: `make grade` and `make test`. `make check` is what CI runs.

PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
SAMPLED := sigmoid relu_layer affine adam
CATALOGUES := $(wildcard grader/locale/*/LC_MESSAGES/*.po) # installing compiles them

.PHONY: grade test check lint types layers verify bench mutation words pictures clean
.DEFAULT_GOAL := grade

grade: .venv/runtime  ## grade the sample answers and write their reports
	@for sample in $(filter-out samples/class,$(wildcard samples/*)); do \
		name=$$(basename "$$sample" .ipynb); echo; echo "== $$sample"; \
		$(BIN)/grade $(SAMPLED) --course . --submission "$$sample" --report "build/reports/$$name.html" || [ $$? -eq 1 ] || exit 1; \
	done
	@echo; echo "The reports are in build/reports/: open build/reports/partly_wrong.html in a browser."

test: .venv/dev  ## run the tests
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: lint types layers verify test  ## everything that CI runs

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/dev
	$(BIN)/mypy

layers: .venv/dev  ## what may import what
	$(BIN)/lint-imports --no-cache --no-logo

verify: .venv/dev  ## certify the course
	$(BIN)/grade verify --course .

bench: .venv/dev  ## measure, and print what was measured
	$(BIN)/python benchmarks/cold.py
	$(BIN)/python benchmarks/watch.py
	$(BIN)/python benchmarks/diagnosis.py
	$(BIN)/python -m benchmarks.classroom
	$(BIN)/python -m benchmarks.class_report

mutation: .venv/mutation  ## break the verdict's code on purpose and count what the tests notice; 20 minutes or more
	$(BIN)/python -m tests.mutation

words: .venv/dev  ## bring the catalogues up to date with the code, and say what has no Japanese yet
	$(BIN)/python -m grader.locale.catalogue update

pictures: .venv/dev  ## make docs/images anew
	$(BIN)/python -m docs.make_images

.venv/python:
	@test -n "$(PYTHON)" || { echo "gradkata needs Python 3.11 or newer; none was found."; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: .venv/python pyproject.toml constraints.txt hatch_build.py $(CATALOGUES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/dev: .venv/python pyproject.toml constraints.txt hatch_build.py $(CATALOGUES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@ .venv/runtime

.venv/mutation: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[mutation]"
	@touch $@

clean:
	rm -rf .venv build dist
