#!/bin/sh
# Makes sure that a Chromium is there for the browser tests. Run by `make test`; CHROMIUM names one of your own.
set -eu

if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] && exit 0
    echo "CHROMIUM is set to $CHROMIUM, which is no program. Correct it, or unset it." >&2
    exit 1
fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
    echo "Installing Debian's chromium for the browser tests"
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq >"$log" 2>&1 && apt-get install -y -qq --no-install-recommends chromium >>"$log" 2>&1; then
        rm -f "$log"
        exit 0
    fi
    tail -n 5 "$log" >&2
    rm -f "$log"
fi
echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium" >&2
echo "Elsewhere install Chromium or Chrome and name it: make test CHROMIUM=/path/to/chrome" >&2
exit 1
