#!/bin/sh
# Publishes to a disk that is full, and to one that is read-only, and says what came of it. Run it where
# mounting is allowed and harms nobody: unshare -rm sh full-disk.sh PROGRAM FOLDER
# The folder holds plan.yaml and a later plan-2.yaml.
set -u
program=$1
cd "$2" || exit 1
mkdir exports && mount -t tmpfs -o size=256k tmpfs exports || exit 1

publish() {
  "$program" publish "$1" --yes --now 2024-04-01T00:00:00Z >output 2>&1
  echo "$2: $?"
  grep -h '^help' output
}

publish plan.yaml first
cp -a exports/mau-2024 before

# What is left of the disk holds some of the new files, and not all.
for blocks in 0 1 2 3; do
  cat /dev/zero >exports/ballast 2>/dev/null
  truncate -s -$((blocks * 4096)) exports/ballast
  publish plan-2.yaml "full but for $blocks blocks"
  diff -r before exports/mau-2024 && echo unchanged
  rm exports/ballast
  ls -A exports
done

mount -o remount,ro exports
publish plan-2.yaml read-only
diff -r before exports/mau-2024 && echo unchanged
mount -o remount,rw exports

publish plan-2.yaml "with room"
ls exports/mau-2024/releases
