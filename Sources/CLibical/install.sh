#!/bin/sh
# Installs the headers and the library of libical 3 where the compiler does not find them.
set -eu

found() {
  echo '#include <libical/ical.h>' | clang -fsyntax-only $(pkg-config --cflags libical 2>/dev/null) -x c - 2>/dev/null
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else
    echo "libical is missing, and installing it needs root. As root, run: $*" >&2
    exit 1
  fi
}

found && exit 0
if command -v apt-get >/dev/null 2>&1; then
  echo "Installing libical-dev..."
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libical-dev tzdata >/dev/null
elif command -v brew >/dev/null 2>&1; then
  echo "Installing libical..."
  brew install --quiet libical pkg-config
else
  echo "libical 3 is missing and neither apt-get nor brew is here to install it." >&2
  echo "Install its development files (libical-devel, libical-dev) with your package manager." >&2
  exit 1
fi
found || { echo "libical was installed, but the compiler does not find <libical/ical.h>." >&2; exit 1; }
