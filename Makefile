# The commands that people and CI use. `make` alone lists them.
# Everything installed is named by exact version: Go tools in go.mod, npm packages in
# web/package-lock.json. Debian's archive keeps one version of a package, so Debian's are named
# without.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
BIN := bin/policygraph
DEBIAN := chromium fonts-noto-cjk

.PHONY: help
help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: run
run: ## serve, loading seeds/ when the store is empty
	go run .

.PHONY: build
build: ## build the program into bin/
	go build -o $(BIN) .

.PHONY: generate
generate: ## make schema/generated, schema/model and the resolvers' frames from schema/*.graphqls
	go tool gqlgen generate

.PHONY: bundle
bundle: web/node_modules ## build the web page and GraphiQL into web/dist
	cd web && npm run build

web/node_modules: web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	touch $@

.PHONY: check
check: fmt lint generate-drift ## the quick part of test: format, vet, lint, generated code, Go tests
	go test ./...

.PHONY: fmt
fmt: ## fail where gofmt would change a file
	@out=$$(git ls-files '*.go' | xargs gofmt -l); \
	if [ -n "$$out" ]; then echo "gofmt would change:"; echo "$$out"; exit 1; fi

.PHONY: lint
lint: ## vet, staticcheck and revive
	go vet ./...
	go tool staticcheck ./...
	go tool revive -config revive.toml -set_exit_status ./...

.PHONY: generate-drift
generate-drift: generate ## fail when generated code is not what the schema makes
	@git diff --exit-code -- schema resolvers
	@out=$$(git ls-files --others --exclude-standard -- schema resolvers); \
	if [ -n "$$out" ]; then echo "generated but not committed:"; echo "$$out"; exit 1; fi

.PHONY: bundle-drift
bundle-drift: bundle ## fail when web/dist or the client's types are not what schema and web/src make
	@git diff --exit-code --stat -- web/dist web/src/generated
	@out=$$(git ls-files --others --exclude-standard -- web/dist web/src/generated); \
	if [ -n "$$out" ]; then echo "built but not committed:"; echo "$$out"; exit 1; fi

.PHONY: debian
debian: ## install Chromium and a Chinese font from Debian's packages, if missing
	@if ! dpkg -s $(DEBIAN) >/dev/null 2>&1; then \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $(DEBIAN); \
	fi

.PHONY: test
test: debian fmt lint generate-drift bundle-drift ## all tests, installing what they need
	cd web && npm run check
	go test -race ./...
	$(MAKE) browser-test

.PHONY: browser-test
browser-test: build web/node_modules ## the page and GraphiQL in a real browser, against a real server
	cd web && npm test

.PHONY: bench
bench: ## the benchmarks, for benchstat
	go test -run '^$$' -bench . -benchmem ./...
