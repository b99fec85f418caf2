# The commands of the project. `make` alone lists them.
SHELL := /bin/bash
PORT ?= 8080
MINUTES ?= 30
TOOLS := export PATH="$$(.ci/install path):$$PATH"

# The module is compiled together with the standard library, made small, and without the words of a panic, which nobody
# would read on a phone: 15 kB less to download. The pinned toolchain does this only when it is told that it may.
SMALL := export RUSTC_BOOTSTRAP=1 \
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg split -Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort"

# What the release build is made of; when none of it is newer than `dist`, nothing is built.
SOURCES := $(shell find src data public style Cargo.toml Cargo.lock Trunk.toml -type f 2>/dev/null)

.PHONY: help serve dev test toolchain test-components check check-js check-policy format build dist budget sizes bench bench-first bench-typing long-use shots data words golden readings clean
help:
	@echo 'make serve   build the app and serve it (PORT=$(PORT))'
	@echo 'make dev     the development loop: built and loaded anew after every change (PORT=$(PORT))'
	@echo 'make test    run every test, including those in a real browser'
	@echo 'make check   the fast gate: format, linters, types, spelling, dependencies, native tests, data'
	@echo 'make format  Rust and JavaScript as the gate wants them'
	@echo 'make build   the release in dist/'
	@echo 'make dist    the release as one zip with checksums, in dist-zip/'
	@echo 'make budget  what a first visit weighs'
	@echo 'make sizes   what the modules are made of, in tests/bench/results/size.md'
	@echo 'make bench   our search beside three others, in a real browser (SIZES=25,250), the first visit and sizes'
	@echo 'make bench-first  the first visit beside two other pages, on slow networks (ROUNDS=2)'
	@echo 'make bench-typing  a letter typed until its list is painted, on a slow processor (ROUNDS=3)'
	@echo 'make long-use  half an hour of use on a slow processor, and whether anything grows (MINUTES=$(MINUTES))'
	@echo 'make shots   pictures of every screen, in tests/e2e/shots/'
	@echo 'make data    the data as JSON and CSV, in dist-data/'
	@echo 'make words   how long each case is'
	@echo 'make golden  what the search finds, in tests/golden/report.md'
	@echo 'make readings  what readers found in the records, in data/review/readings/README.md'

serve: build
	@node tests/e2e/server.mjs dist $(PORT)

# The development loop: built in seconds after a change, in one module, and loaded anew in the browser.
dev:
	@.ci/install build
	@$(TOOLS) && trunk serve --port $(PORT) --dist target/dev

build: dist/index.html
dist/index.html: $(SOURCES)
	@.ci/install build
	@echo '· Building the release.'
	@$(SMALL) && cargo fetch --quiet --locked --target wasm32-unknown-unknown && $(TOOLS) && trunk build --release
	@touch dist/index.html

check: check-js check-policy
	cargo fmt --check
	cargo check --quiet --no-default-features --lib
	cargo clippy --quiet --no-default-features --features tools --all-targets -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown --lib --bin ashar -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features bench --bin bench -- -D warnings
	cargo test --quiet --no-default-features --features tools
	RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps --document-private-items --no-default-features --features tools --lib

# The JavaScript that people wrote: format and linter, types, and that what must tell old browsers something can be read by those that
# know only ES5.
check-js:
	@.ci/install build
	@$(TOOLS) && biome ci --error-on-warnings
	@$(TOOLS) && tsc --project tests
	@$(TOOLS) && tsc --project tests/types/page.tsconfig.json
	@$(TOOLS) && tsc --project tests/types/worker.tsconfig.json
	@$(TOOLS) && acorn --ecma5 --silent public/start.js && acorn --ecma5 --silent public/find-app.js

# Spelling, and what may be depended on.
check-policy:
	@.ci/install check
	@$(TOOLS) && typos
	@$(TOOLS) && cargo deny --all-features --config tests/policy/deny.toml check bans licenses sources

format:
	@.ci/install build
	cargo fmt
	@$(TOOLS) && biome format --write

# The release as one file, for any host; two builds of one commit give the same bytes.
dist: build
	@cargo xtask pack dist-zip

budget: build
	@cargo xtask budget

# What the modules are made of, by crate and function, in tests/bench/results/size.md.
sizes: build
	@cargo xtask sizes

# Our search beside public ones, measured in the same browser; the tables are in tests/bench/results/.
BENCH := target/bench/engine
bench:
	@.ci/install bench
	@$(SMALL) && cargo build --quiet --release --locked --target wasm32-unknown-unknown --no-default-features --features bench --bin bench
	@$(TOOLS) && wasm-bindgen --target web --no-typescript --out-dir $(BENCH) target/wasm32-unknown-unknown/release/bench.wasm \
	  && wasm-opt -Oz --output $(BENCH)/bench_bg.wasm $(BENCH)/bench_bg.wasm
	@cargo xtask data-files data $(BENCH)
	node --test --test-reporter=spec tests/bench/bench.test.mjs
	node tests/bench/run.mjs $(SIZES)
	@$(MAKE) --no-print-directory sizes bench-first bench-typing

# The first visit to the release beside the same screen in plain JavaScript and in React.
bench-first: build
	@.ci/install bench
	node --test --test-reporter=spec tests/bench/first-visit.test.mjs tests/bench/twins.test.mjs
	node tests/bench/first-visit.mjs $(ROUNDS)

# A letter typed until its list is painted, beside the same screen in plain JavaScript and in React.
bench-typing: build
	@.ci/install bench
	node --test --test-reporter=spec tests/bench/typing.test.mjs
	node tests/bench/typing.mjs $(ROUNDS)

# A long use as a script, and whether anything grows without end; the table is in tests/bench/results/.
long-use: build
	@.ci/install browser
	node --test --test-reporter=spec tests/bench/growth.test.mjs
	node tests/bench/long-use.mjs $(MINUTES)

# Pictures of every screen, for people to judge.
shots: build
	@.ci/install browser
	node tests/e2e/shots.mjs

data:
	@cargo xtask data dist-data

words:
	@cargo xtask words

# What the search finds, in tests/golden/report.md.
golden:
	WRITE_REPORT=1 cargo test --quiet --no-default-features --features tools --test golden

# The totals of what readers found in the records.
readings:
	WRITE_REPORT=1 cargo test --quiet --no-default-features --features tools --test readings

test: check toolchain test-components build budget
	@.ci/install browser
	@echo '· Browser tests on the release build.'
	node --test --test-reporter=spec tests/e2e/*.test.mjs

# Components mounted in a real browser, by themselves.
test-components:
	@.ci/install build
	@.ci/install browser
	@$(TOOLS) WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/components/webdriver.json && cargo test --target wasm32-unknown-unknown --lib

# What rust-toolchain.toml names is installed wherever it is missing.
toolchain:
	node --test --test-reporter=spec tests/build/*.test.mjs

clean:
	rm -rf dist dist-data dist-zip target tests/e2e/node_modules tests/bench/node_modules
