# Citewell. `make demo` runs the site on this machine, `make test` runs every test. Both need python3 (3.11 or newer)
# and a network on their first run only.

.POSIX:
.PHONY: help demo run test format prove bench bench-engine pictures fuzz train setup browser lock clean
.PHONY: lint lint-style lint-types lint-layers lint-migrations lint-deployment lint-templates

PYTHON = python3
PORT = 8000
ARTICLE =
TESTS = tests
BIN = .venv/bin
READY = .venv/ready

help:
	@echo "make demo               the site, its newsroom and worker on http://localhost:8000 (Ctrl-C stops it)"
	@echo "make demo ARTICLE=FILE  imports a text or Markdown post of yours as well; PORT=8001 takes another port"
	@echo "make run                the same for development: reloads on changes, detailed errors"
	@echo "make test               every test; TESTS=tests/evidence for some"
	@echo "make lint               style, types, layers, migrations, templates, deployment settings"
	@echo "make format             rewrites code in the project's style"
	@echo "make prove              proofs that take minutes: every disguise of a word, and what else make test samples"
	@echo "make bench              speed of the engine and of the pages"
	@echo "make bench-engine       how right the engine is on labelled data, DATA=FOLDER; writes docs/accuracy.md"
	@echo "make pictures           pictures of every page at two widths, light and dark; PAGES='newsroom/desk public' for some"
	@echo "make train              learns all weights of the engine anew from labelled data, DATA=FOLDER; under ten minutes"
	@echo "make fuzz               texts made up to break the engine, for SECONDS=600"
	@echo "make setup              only installs the locked requirements into .venv"
	@echo "make lock               renews requirements/*.txt from pyproject.toml"
	@echo "make clean              removes .venv and caches; the data in var/ stays"

setup: $(READY)

$(READY): requirements/dev.txt requirements/install.sh
	@PYTHON="$(PYTHON)" sh requirements/install.sh
	@touch $(READY)

demo: $(READY)
	@PORT="$(PORT)" exec $(BIN)/python -m config.demo --article "$(ARTICLE)"

run: $(READY)
	@PORT="$(PORT)" exec $(BIN)/python -m config.demo --reload --article "$(ARTICLE)"

# Where bytecode may not be written, each of a hundred processes that tests start compiles everything anew.
COMPILED = env PYTHONDONTWRITEBYTECODE=
OURS = accounts apart articles citations config editing evidence products

test: $(READY) browser
	@$(COMPILED) $(BIN)/python -m compileall -q -j 0 $(OURS)
	@exec $(COMPILED) $(BIN)/python -m pytest -n 3 --dist worksteal $(TESTS)

browser:
	@sh requirements/browser.sh

# Settings as on a real site, so that the deployment check means something. Nothing connects to the database.
AS_DEPLOYED = env SECRET_KEY=only-for-checks-$$(printf '%064d' 7)-abcdefghij ALLOWED_HOSTS=news.example \
	SITE_URL=https://news.example DATABASE_URL=postgresql://nobody@localhost:1/none

lint: lint-style lint-types lint-layers lint-migrations lint-deployment lint-templates

lint-style: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

lint-types: $(READY)
	@DEBUG=true $(BIN)/mypy

lint-layers: $(READY)
	@DEBUG=true $(BIN)/lint-imports --no-cache

lint-migrations: $(READY)
	@$(AS_DEPLOYED) $(BIN)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run

lint-deployment: $(READY)
	@$(AS_DEPLOYED) $(BIN)/python manage.py check --deploy --fail-level WARNING

lint-templates: $(READY)
	@find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	@$(BIN)/djlint templates --lint --quiet

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} + || true

# Each has a short version among the tests; and the tables of which the tests draw rows, whole.
prove: $(READY)
	@$(BIN)/python -m pytest -q -s --no-header -o python_files='prove_*.py' tests/prove
	@DRAWN=all exec $(BIN)/python -m pytest -q --no-header -n 3 --dist worksteal -m drawn tests

bench: $(READY)
	@exec $(BIN)/python -m pytest -q -s --no-header -o python_files='bench_*.py' tests/bench

PAGES =
OUT = var/pictures

pictures: $(READY) browser
	@exec $(BIN)/python -m scripts.pictures "$(OUT)" $(PAGES)

DATA = ../shared/data
TODAY =

bench-engine: $(READY)
	@exec $(BIN)/python scripts/bench_engine.py "$(DATA)" --today "$(TODAY)"

# What only training and fuzzing need is installed when first asked for.
LAB = .venv/lab

$(LAB): $(READY) requirements/lab.txt
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes --only-binary :all: -r requirements/lab.txt
	@touch $(LAB)

# In the order of their names: claims are learned with the weights for citations. One thread gives the same bytes each time.
train: $(LAB)
	@set -e; for script in scripts/train_*.py; do \
		echo "$$script"; OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0 $(BIN)/python "$$script" "$(DATA)"; \
	done

SECONDS = 600

fuzz: $(LAB)
	@exec $(BIN)/python scripts/fuzz_engine.py --seconds "$(SECONDS)"

lock:
	@test -x $(BIN)/uv || { echo "Run make setup first." >&2; exit 1; }
	@$(BIN)/uv pip compile -q pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --upgrade -o requirements/dev.txt
	@$(BIN)/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url -c requirements/dev.txt -o requirements/base.txt
	@$(BIN)/uv pip compile -q pyproject.toml --extra lab --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url -c requirements/dev.txt -o requirements/lab.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build *.egg-info
	find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +
