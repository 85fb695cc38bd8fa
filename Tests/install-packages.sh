#!/bin/sh
# Installs programs of Debian that tests and benchmarks run beside ours.
# usage: install-packages.sh clients|picture|page|page-pictures|server|load
set -eu

clients="thunderbird evolution-data-server gir1.2-ecal-2.0 python3-gi dbus calcurse"
case $1 in
  clients) packages=$clients ;;
  picture) packages="thunderbird thunderbird-l10n-vi fonts-noto-core xvfb openbox xdotool imagemagick pngquant optipng gcc libc6-dev" ;;
  page) packages="chromium fonts-noto-core" ;;
  page-pictures) packages="chromium fonts-noto-core pngquant" ;;
  server)
    # Any nginx will do, whoever has installed it.
    PATH=$PATH:/usr/sbin:/usr/local/sbin
    if command -v nginx >/dev/null 2>&1; then exit 0; fi
    packages=nginx-light ;;
  load) packages="nginx-light wrk" ;;
  *) echo "usage: $0 clients|picture|page|page-pictures|server|load" >&2; exit 64 ;;
esac

if ! command -v apt-get >/dev/null 2>&1; then
  echo "This needs $packages as Debian packages them, and there is no apt-get here." >&2
  echo "Run it in a container or a machine of Debian 12 or later. \`make test\` runs what needs no packages." >&2
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

# Debian starts what it installs; the tests start one of their own.
case $missing in
  *nginx*) [ ! -d /run/systemd/system ] || as_root systemctl disable --quiet --now nginx ;;
esac
