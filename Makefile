# Kawan Musrenbang. `make` alone lists what there is; `make demo` and `make test` are all a newcomer needs.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo test quick ear mutants reworded sets lint soak bench announcing beside lock migration clean

# Where nothing may be kept, each worker and each child of a test compiles the program anew: six seconds instead of two.
unexport PYTHONDONTWRITEBYTECODE

# Any Python from 3.11 on; `make PYTHON=/usr/bin/python3.12 demo` chooses another.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
RUN := $(VENV)/bin/python
# uv installs faster where it is there; pip does the same, with the same locked versions and hashes.
UV ?= uv
INSTALL := $(if $(shell command -v $(UV)),VIRTUAL_ENV=$(CURDIR)/$(VENV) $(UV) pip install --quiet,$(RUN) -m pip install --quiet --disable-pip-version-check) --require-hashes

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

demo: $(VENV)/.demo ## try it: bot and a stand-in for Telegram on this machine, no token and no internet needed
	@$(RUN) -m bot demo $(if $(PORT),--port $(PORT))

test: $(VENV)/.dev lint ## everything that must hold before a change goes in: lint, content, all tests (an hour to an hour and a quarter on two cores)
	@$(RUN) -m tests.support.surroundings
	@$(RUN) -m bot check
	@rm -f .pytest_cache/v/cache/lastfailed
	@failed=0; $(MEMORY) $(RUN) -m pytest -n $(WORKERS) --dist worksteal -q --durations 20 -m "not soak and not alone" || failed=1; \
	$(MEMORY) $(RUN) -m pytest -q --durations 5 -m "alone and not soak" || failed=1; \
	[ $$failed = 0 ] || $(RUN) -m tests.support.again

# Half of the time a test waits for something: two workers more than processors keep them busy (an eighth of the time less than with one).
WORKERS ?= $(shell echo $$(($$(nproc 2>/dev/null || echo 1) + 2)))

# What tests write lies in memory where that has twelve gigabytes to spare: a database waits for no disk there.
MEMORY ?= $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 12000000 { print "PYTEST_DEBUG_TEMPROOT=/dev/shm" }')

quick: $(VENV)/.dev ## what most changes break: style, types, rules, content, one journey; two minutes
	@$(VENV)/bin/ruff check --quiet
	@$(VENV)/bin/ruff format --check --quiet
	@$(VENV)/bin/mypy --no-error-summary
	@$(MEMORY) $(RUN) -m pytest -n 2 --dist worksteal -q -m "not slow and not soak" -k "not postgres" \
		tests/test_shape.py tests/core tests/catalog tests/store tests/journeys/test_whole_usulan.py

ear: $(VENV)/.dev ## how well acts are recognised that were not taught: cross-validation, and the lines of a hand never learnt from; two minutes
	@$(RUN) -m tests.listening.crossed
	@$(RUN) -m tests.listening.hands

lint: $(VENV)/.dev ## style, types, layers, dependencies; a minute
	@$(VENV)/bin/ruff check --quiet
	@$(VENV)/bin/ruff format --check --quiet
	@$(VENV)/bin/mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-logo --no-cache > $(VENV)/.lint-imports 2>&1 || { cat $(VENV)/.lint-imports; exit 1; }
	@$(VENV)/bin/deptry --no-ansi . 2> $(VENV)/.deptry || { cat $(VENV)/.deptry; exit 1; }

soak: $(VENV)/.dev ## the long versions of the tests; an hour
	@$(RUN) -m pytest -m soak --timeout 3600

# `make mutants MUTANTS=200 SEED=7`; after a larger change: rm -r .footprints
mutants: $(VENV)/.dev .footprints ## make small faults at random and see whether a test notices; an hour for 100
	@$(RUN) -m tests.mutants $(MUTANTS) $(SEED)

MUTANTS ?= 20
SEED ?= 2026

.footprints:
	@echo "Finding out which test runs which function; it takes as long as make test does …"
	@$(RUN) -m pytest -n 2 --dist worksteal -q -p tests.support.footprints --timeout 900 || true

reworded: $(VENV)/.dev ## change ten sentences in a copy, and see that no test minds
	@$(RUN) -m tests.changed_sentences

sets: $(VENV)/.dev ## what is understood of messages that other hands wrote and labelled
	@$(RUN) -m tests.listening.scoring -q tests/listening/sets/*.toml

bench: $(VENV)/.dev ## measure against a stock echo bot and print the figures
	@$(RUN) -m tests.bench

announcing: $(VENV)/.dev ## measure how announcements leave, beside stock python-telegram-bot; ten minutes
	@$(RUN) -m tests.bench.announcing

beside: $(VENV)/.dev ## measure whether villagers wait longer while a date of the whole kabupaten moves; five minutes
	@$(RUN) -m tests.bench.beside

# `make lock UPGRADE=1` takes the newest versions; without it only what pyproject.toml asks for changes.
lock: $(VENV)/.dev ## write requirements/*.txt from pyproject.toml: exact versions and hashes, for every platform
	@command -v $(UV) >/dev/null || { echo "make lock needs uv (make UV=path/to/uv lock)"; exit 1; }
	@for kind in run demo dev; do \
		group=$$([ $$kind = run ] || echo "--group $$kind"); \
		$(UV) pip compile -q $(if $(UPGRADE),--upgrade) --universal --python-version 3.11 --generate-hashes --no-header \
			--no-emit-index-url pyproject.toml $$group -o requirements/$$kind.txt || exit 1; \
	done

# `make migration NUMBER=0002 MESSAGE="what changes"`, then read what it wrote and set HEAD in bot/store/database/schema.py.
migration: $(VENV)/.dev ## write a migration from what bot/store/tables says that the migrations do not yet
	@$(RUN) -m bot.store.database.migrate "$(NUMBER)" "$(MESSAGE)"

clean: ## remove what can be made again; never the data
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .footprints
	@find bot handlers tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN):
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer is needed, and was not found."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Could not make $(VENV); on Debian: apt install python3-venv"; exit 1; }

# A stamp is newer than its list when what the list names is installed: the second run costs nothing.
$(VENV)/.demo: requirements/demo.txt | $(RUN)
	@echo "Installing what the bot needs; the first time takes a minute …"
	@$(INSTALL) -r $<
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(RUN)
	@echo "Installing what the tests need; the first time takes a minute or two …"
	@$(INSTALL) -r $<
	@touch $@ $(VENV)/.demo
