#!/bin/sh
# Installs the headers of the C libraries libical 3 and libqrencode 4 where the compiler does not find them.
set -eu

found() {
  printf '#include <libical/ical.h>\n#include <qrencode.h>\n' |
    clang -fsyntax-only $(pkg-config --cflags libical libqrencode 2>/dev/null) -x c - 2>/dev/null
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else
    echo "libical or libqrencode is missing, and installing it needs root. As root, run: $*" >&2
    exit 1
  fi
}

found && exit 0
if command -v apt-get >/dev/null 2>&1; then
  echo "Installing libical-dev and libqrencode-dev..."
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libical-dev libqrencode-dev tzdata >/dev/null
elif command -v brew >/dev/null 2>&1; then
  echo "Installing libical and qrencode..."
  brew install --quiet libical qrencode pkg-config
else
  echo "libical 3 or libqrencode 4 is missing and neither apt-get nor brew is here to install it." >&2
  echo "Install their development files (libical-devel, qrencode-devel) with your package manager." >&2
  exit 1
fi
found || { echo "They were installed, but the compiler does not find <libical/ical.h> and <qrencode.h>." >&2; exit 1; }
