# `make` alone prints this help. Building and the demo need Go alone; `make test` says what else it needs, or installs it.

GO      ?= go
VECTORS ?= ../shared/vectors
TESTS   ?= ./...

# The tests that need the third-party vectors carry the build tag conformance, and run wherever the vectors are.
TAGS    := $(if $(wildcard $(VECTORS)),conformance)

# One build configuration for everything but dist (cgo as Go finds it, no -trimpath): switching either rebuilds the world.
# The stripped, reproducible, cgo-free binaries are dist's affair.

.PHONY: help build demo test check generate conformance soak bench bench-peers dist clean
.PHONY: test-go test-node test-contracts test-browser test-fuzz lint
.NOTPARALLEL:

help: ## print this help
	@echo 'Peritus: governance of one AI model family, from a badge to a byte on a node.'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

build: ## build bin/peritus and bin/peritus-node
	@mkdir -p bin
	$(GO) build -o bin/ ./cmd/...

demo: ## build, then run the whole system on this machine: http://127.0.0.1:8080
	@echo 'Building. The first build takes about two minutes, later ones a few seconds.'
	@mkdir -p bin
	@$(GO) build -o bin/ ./cmd/...
	@bin/peritus demo $(ARGS)

test: ## everything that CI runs: what is generated, the checks, the tests of every kind
	@.ci/deps
	@rm -rf build && mkdir -p build
	@$(MAKE) --no-print-directory check test-go test-node test-contracts test-browser test-fuzz
	@.ci/counts build/counts

check: ## compare what is generated; gofmt, vet, staticcheck, solhint
	@.ci/step 'what is generated is current' .ci/generated
	@$(MAKE) --no-print-directory lint

lint:
	@.ci/step gofmt .ci/gofmt
	@.ci/step vet $(GO) vet -tags conformance ./... ./.ci/gotest
	@.ci/step staticcheck $(GO) tool staticcheck -tags conformance ./... ./.ci/gotest
	@.ci/step solhint $(MAKE) --no-print-directory -C contracts lint

generate: ## write again what tools write: pages, contracts' bindings, schemas
	$(MAKE) --no-print-directory -C contracts generate
	$(GO) tool templ generate -path web/view -log-level error
	$(GO) test ./migrations -run '^TestSchema$$' -update

test-go: # on SQLite and PostgreSQL, the stories against the real binaries, and the vectors if they are at hand
	@.ci/step 'go test' env VECTORS='$(abspath $(VECTORS))' .ci/postgres $(GO) run ./.ci/gotest -tags '$(TAGS)' -counts build/counts $(TESTS)

test-node:
	@.ci/step 'the node agent as it is shipped' .ci/node

test-contracts:
	@.ci/step 'forge test' .ci/contracts build/counts

test-browser: build
	@.ci/step 'stories in Chromium' .ci/browser build/counts

test-fuzz:
	@.ci/step 'fuzz each decoder' env COUNTS=build/counts .ci/fuzz 5s

conformance: ## run the third-party test vectors: VECTORS=../shared/vectors
	@[ -d '$(VECTORS)' ] || { echo 'conformance: there is no folder $(VECTORS); name it: make conformance VECTORS=PATH' >&2; exit 2; }
	@.ci/conformance '$(VECTORS)'

soak: ## the long runs: many kills and restarts, a minute of fuzzing for each decoder
	PERITUS_SOAK=1 .ci/postgres $(GO) run ./.ci/gotest -timeout 4h $(TESTS)
	.ci/fuzz 1m

bench: build ## measure: durable ballots, recounted ballots and raw signature recovery per second
	bin/peritus bench $(ARGS)

bench-peers: ## measure beside the peers' own counting, on the same ballots in one run
	@.ci/bench-peers

dist: ## the binaries to ship, in dist/: no cgo, stripped, the same bytes from the same source
	@.ci/dist

clean: ## remove what was built (bin, dist, build); data folders stay
	rm -rf bin dist build
