#!/bin/sh
# Builds libical from the source package of the system, for the fuzzer: with AddressSanitizer, and with
# the edges counted that an input takes.
# usage: libical.sh FOLDER
set -eu
folder=$1
[ -e "$folder/build/lib/libical.a" ] && exit 0
command -v cmake >/dev/null || { echo "cmake is missing: install it first." >&2; exit 1; }

echo "Building libical..."
rm -rf "$folder"
mkdir -p "$folder/source" "$folder/lists/partial" "$folder/build"
# The system's own lists, as lists of sources, which they need not be.
mkdir -p "$folder/sources.list.d"
sed -n 's/^deb /deb-src /p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list \
  >"$folder/sources.list" 2>/dev/null || true
for list in /etc/apt/sources.list.d/*.sources; do
  [ -e "$list" ] || continue
  sed 's/^Types:.*/Types: deb-src/' "$list" >"$folder/sources.list.d/$(basename "$list")"
done
(
  cd "$folder"
  set -- -qq -o "Dir::Etc::sourcelist=$folder/sources.list" \
    -o "Dir::Etc::sourceparts=$folder/sources.list.d" -o "Dir::State::lists=$folder/lists"
  apt-get "$@" update
  apt-get "$@" --tar-only source libical3
  tar -xf libical3_*.orig.tar.* -C source --strip-components 1
)
cmake -S "$folder/source" -B "$folder/build" -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DSTATIC_ONLY=ON -DWITH_CXX_BINDINGS=OFF -DICAL_GLIB=OFF -DGOBJECT_INTROSPECTION=OFF \
  -DICAL_BUILD_DOCS=OFF -DLIBICAL_BUILD_TESTING=OFF \
  -DCMAKE_DISABLE_FIND_PACKAGE_ICU=ON \
  "-DCMAKE_C_FLAGS=-fsanitize=address,fuzzer-no-link -fno-omit-frame-pointer -w" >/dev/null
cmake --build "$folder/build" --target ical >/dev/null
