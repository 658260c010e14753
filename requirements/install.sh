#!/bin/sh
# Makes .venv and installs exactly what requirements/dev.txt locks. Run by `make setup`; PYTHON names the interpreter.
set -eu

fail() {
    echo "$1" >&2
    exit 1
}

: "${PYTHON:=python3}"
command -v "$PYTHON" >/dev/null 2>&1 ||
    fail "Python is missing. Install Python 3.11 or newer, or name it: make setup PYTHON=/path/to/python3"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed; $PYTHON is $("$PYTHON" -V 2>&1). Name another: make setup PYTHON=python3.12"

rm -f .venv/ready
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    echo "Making .venv"
    rm -rf .venv
    if ! said=$("$PYTHON" -m venv .venv 2>&1); then
        rm -rf .venv
        "$PYTHON" -c 'import ensurepip' 2>/dev/null || fail \
            "$PYTHON cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv, then again."
        fail "The folder .venv could not be made: $(echo "$said" | tail -n 1)"
    fi
fi

echo "Installing the locked requirements (a minute or two the first time)"
log=.venv/install.log
pip_install() {
    .venv/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes --only-binary :all: -r "$1"
}

# uv, which is locked too, installs the rest several times as fast. It knows no settings that are made for pip alone, so
# pip goes on where it fails.
uv_install() {
    sed -n '/^uv==/,/[^\\]$/p' requirements/dev.txt >.venv/uv.txt && pip_install .venv/uv.txt || return 1
    index=${UV_DEFAULT_INDEX:-${PIP_INDEX_URL:-$(.venv/bin/python -m pip config get global.index-url 2>/dev/null || true)}}
    [ -z "$index" ] || export UV_DEFAULT_INDEX="$index"
    .venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes --only-binary :all: \
        --compile-bytecode -r requirements/dev.txt
}

if ! { uv_install || pip_install requirements/dev.txt; } >"$log" 2>&1; then
    cat "$log" >&2
    fail "The requirements could not be installed (see above). Is there a network? Run the same command again to go on."
fi
if ! .venv/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --no-index \
    --editable . >>"$log" 2>&1; then
    cat "$log" >&2
    fail "The citewell command could not be installed (see above)."
fi
