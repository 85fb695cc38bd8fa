#!/bin/sh
# Builds the fuzzer with AddressSanitizer and lets it run.
# usage: fuzz.sh TARGET SECONDS [source]
#
# TARGET is an entry of Tests/FuzzEntries: plan, calendar, lint or recurrence. With `source`, libical is built
# from the source package of the system (Debian, Ubuntu), so that the sanitizer sees its memory too; it
# needs cmake. Inputs that break something are left in .build/fuzzing/found/TARGET.
set -eu
target=$1
seconds=$2
libical=${3:-}

cd "$(dirname "$0")/../.."
here=Tests/Fuzzing
build=$PWD/.build/fuzzing
runtime=$(clang -print-runtime-dir)
fuzzer=$runtime/libclang_rt.fuzzer_no_main.a
[ -e "$fuzzer" ] || fuzzer=$(dirname "$runtime")/linux/libclang_rt.fuzzer_no_main-$(uname -m).a
[ -e "$fuzzer" ] || { echo "clang has no libFuzzer: $fuzzer is not there." >&2; exit 1; }
coverage=edge,indirect-calls,inline-8bit-counters,pc-table,trace-cmp

set -- --package-path $here --scratch-path "$build" -c release --product fuzz --sanitize address \
  -Xswiftc "-sanitize-coverage=$coverage" -Xcc "-fsanitize-coverage=$coverage" \
  -Xlinker "$fuzzer" -Xlinker -lstdc++
if [ "$libical" = source ]; then
  sh $here/libical.sh "$build/libical"
  set -- "$@" -Xlinker "-L$build/libical/build/lib"
fi
echo "Building the fuzzer (about five minutes the first time)..."
swift build "$@"

# Whatever reads calendars knows the same words; the linter begins with a file for each of its rules.
words=$target
seeds=$here/Corpus/$target
if [ "$target" = lint ]; then
  words=calendar
  seeds="$seeds Tests/ICalendarTests/Fixtures/broken"
fi
mkdir -p "$build/corpus/$target" "$build/found/$target"
# The 200 MB are those of the program: the sanitizer's own memory, of what was freed and is watched,
# is kept small.
ASAN_OPTIONS=quarantine_size_mb=8 SWIFT_BACKTRACE=enable=no nice -n 10 \
  "$build/release/fuzz" "--entry=$target" -max_total_time="$seconds" -timeout=1 -rss_limit_mb=200 \
  -max_len=4096 -dict="$here/Dictionaries/$words.dict" -artifact_prefix="$build/found/$target/" \
  "$build/corpus/$target" $seeds
