#!/bin/sh
# Makes a Python environment with the calendar tools that the tests hold our feeds against.
# usage: install-tools.sh FOLDER REQUIREMENTS
set -eu
folder=$1
requirements=$2

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else
    echo "Python 3 with venv is missing, and installing it needs root. As root, run: $*" >&2
    exit 1
  fi
}

if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
  if command -v apt-get >/dev/null 2>&1; then
    echo "Installing python3-venv..."
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv >/dev/null
  elif command -v brew >/dev/null 2>&1; then
    echo "Installing python..."
    brew install --quiet python
  else
    echo "The tests need Python 3 with its module venv: install it with your package manager." >&2
    exit 1
  fi
fi
echo "Installing the calendar tools that the feeds are tested with..."
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
