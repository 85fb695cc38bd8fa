# The two commands a newcomer needs: `make demo` runs the main job, `make test` all checks.

# A C locale would make tools refuse Vietnamese text.
export LC_ALL ?= C.UTF-8

TOOLS := .build/test-tools
LICHSONG := .build/release/lichsong
# On Linux the program holds Swift's libraries: it starts faster, and runs where Swift is not installed.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
SERVE := .build/release/lichsong-serve
PLAN := calendars/kien-giang-2024
BENCHMARKS := $(foreach name,calendars solver,Benchmarks/$(name)/Package.swift Benchmarks/$(name)/Sources)

.PHONY: demo serve test test-page test-server test-load test-faults test-clients client-packages client-picture page-pictures fuzz \
	build lint format test-tools libraries clean help

help: ## Lists these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort

demo: build ## Schedules the real plan for 2024 and publishes it to exports/
	@$(LICHSONG) schedule $(PLAN)
	@$(LICHSONG) publish $(PLAN) --yes

build: libraries ## Builds the program, optimised
	@echo "Building lichsong (about two minutes the first time)..."
	@swift build -c release --product lichsong $(STATIC)

serve: build ## Serves what the demo published, on http://127.0.0.1:8080/
	@echo "Building lichsong-serve (about four minutes the first time)..."
	@swift build -c release --product lichsong-serve $(STATIC)
	@$(SERVE) exports

test: libraries lint test-tools ## Runs every check
	@echo "Building the tests and running them..."
	@swift build --build-tests
	@swift test --skip-build
	@$(MAKE) --no-print-directory test-server
	@$(MAKE) --no-print-directory test-page

# Pages are looked at with Chromium where it is there or can be installed.
test-page: libraries test-tools ## Reads the pages in Chromium: by keyboard, on paper, without JavaScript (2 minutes)
	@swift build --product lichsong
	@if command -v chromium >/dev/null || sh Tests/install-packages.sh page; then \
	  $(TOOLS)/bin/python -m pytest Tests/Page --quiet; \
	else echo "Chromium is not here: the pages are not looked at." >&2; fi

# nginx is held to the same tests where it is there or can be installed.
test-server: libraries test-tools ## Asks lichsong-serve and nginx for every rule of HTTP, and attacks them (1 minute)
	@sh Tests/install-packages.sh server || echo "nginx is not here: lichsong-serve is tested alone." >&2
	@swift build --product lichsong
	@swift build --product lichsong-serve
	@LICHSONG=.build/debug/lichsong LICHSONG_SERVE=.build/debug/lichsong-serve \
	  $(TOOLS)/bin/python -m pytest Tests/Server --quiet

test-load: build test-tools ## Has READERS poll while plans are published, SECONDS long (SERVER=nginx for nginx)
	@swift build -c release --product lichsong-serve $(STATIC)
	@$(TOOLS)/bin/python Tests/Server/load --readers $(or $(READERS),10000) --seconds $(or $(SECONDS),60) \
	  --server $(or $(SERVER),lichsong-serve)

test-faults: libraries ## Fails every system call of a publish, and kills a thousand publishes (10 minutes)
	@swift build --build-tests
	@FAULTS=all KILLS=1000 swift test --skip-build --filter 'FaultTests|KillTests'

test-clients: build test-tools client-packages ## Subscribes Thunderbird, Evolution and others to lichsong-serve (5 minutes)
	@swift build -c release --product lichsong-serve $(STATIC)
	@$(TOOLS)/bin/pytest Tests/Clients

client-picture: test-tools ## Takes the picture of Thunderbird that stands in docs/
	@swift build -c release --product lichsong-serve $(STATIC)
	@sh Tests/install-packages.sh picture
	@$(TOOLS)/bin/python Tests/Clients/picture docs/thunderbird.png

page-pictures: libraries test-tools ## Takes the pictures of the page that stand in docs/
	@sh Tests/install-packages.sh page-pictures
	@swift build --product lichsong
	@$(TOOLS)/bin/python Tests/Page/pictures.py docs

fuzz: libraries ## Fuzzes one TARGET, SECONDS long, under AddressSanitizer; LIBICAL=source for libical too
	@sh Tests/Fuzzing/fuzz.sh $(or $(TARGET),calendar) $(or $(SECONDS),60) $(LIBICAL)

lint: ## Checks the format of the code
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests $(BENCHMARKS)

format: ## Formats the code in place
	@swift format --in-place --recursive --parallel Package.swift Sources Tests $(BENCHMARKS)

test-tools: $(TOOLS)/.done ## Installs what the tests hold our feeds against

$(TOOLS)/.done: Tests/requirements.txt
	@sh Tests/install-tools.sh $(TOOLS) Tests/requirements.txt
	@touch $@

client-packages: ## Installs the desktop programs that the feeds are tested with
	@sh Tests/install-packages.sh clients

libraries: ## Installs the C libraries libical and libqrencode where they are missing
	@sh Sources/install-libraries.sh

clean: ## Removes what was built
	@rm -rf .build
