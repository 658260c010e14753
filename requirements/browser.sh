#!/bin/sh
# Makes sure that a Chromium is there for the browser tests. Run by `make test`; CHROMIUM names one of your own.
set -eu

if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] && exit 0
    echo "CHROMIUM is set to $CHROMIUM, which is no program. Correct it, or unset it." >&2
    exit 1
fi
command -v chromium-headless-shell >/dev/null 2>&1 && exit 0

# The same engine without windows, tabs and their pages: it takes half the time for a page.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >"$log" 2>&1 || true
    for package in chromium-headless-shell chromium; do
        command -v "$package" >/dev/null 2>&1 && { rm -f "$log"; exit 0; }
        echo "Installing Debian's $package for the browser tests"
        apt-get install -y -qq --no-install-recommends "$package" >>"$log" 2>&1 && { rm -f "$log"; exit 0; }
    done
    tail -n 5 "$log" >&2
    rm -f "$log"
fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium-headless-shell" >&2
echo "Elsewhere install Chromium or Chrome and name it: make test CHROMIUM=/path/to/chrome" >&2
exit 1
