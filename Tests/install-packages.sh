#!/bin/sh
# Installs the desktop programs that the tests of clients run, and what the picture of one is taken with.
# usage: install-packages.sh clients|picture
set -eu

clients="thunderbird evolution-data-server gir1.2-ecal-2.0 python3-gi dbus calcurse"
case $1 in
  clients) packages=$clients ;;
  picture) packages="thunderbird thunderbird-l10n-vi fonts-noto-core xvfb openbox xdotool imagemagick pngquant optipng gcc libc6-dev" ;;
  *) echo "usage: $0 clients|picture" >&2; exit 64 ;;
esac

if ! command -v apt-get >/dev/null 2>&1; then
  echo "This runs Thunderbird and Evolution Data Server as Debian packages them, and there is no apt-get here." >&2
  echo "Run it in a container or a machine of Debian 12 or later. \`make test\` runs the clients that need no packages." >&2
  exit 1
fi

missing=
for package in $packages; do
  dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else
    echo "Installing packages needs root. As root, run: apt-get install --no-install-recommends$missing" >&2
    exit 1
  fi
}

echo "Installing$missing..."
as_root apt-get update -qq
# shellcheck disable=SC2086 # The names are words.
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
