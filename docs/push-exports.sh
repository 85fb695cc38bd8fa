#!/bin/sh
# Copies a folder of exports to an object store, or to whatever else rclone knows: docs/hosting.md.
# usage: push-exports.sh EXPORTS REMOTE     such as: push-exports.sh exports store:lich-example-vn
set -eu

[ $# -eq 2 ] || { echo "usage: $0 EXPORTS REMOTE" >&2; exit 64; }
exports=$1
remote=$2
# A folder that is not mounted, or not published to yet, must not empty the store.
set -- "$exports"/*/all.ics
[ -e "$1" ] || { echo "$exports holds no plan: nothing was changed at $remote" >&2; exit 66; }

# What both commands below take: by content, as a feed can change within a second and keep its size; neither the
# ledger, the deadlines, hidden files nor links, which are not for readers.
rclone_for_readers() {
  rclone "$@" --checksum --skip-links \
    --filter "- releases/**" --filter "- production/**" --filter "- .*" --filter "- .*/**" \
    --filter "+ *.{$types}" --filter "- *"
}

# usage: push EXTENSION CONTENT-TYPE [RCLONE OPTION...]
push() {
  types=$1 content_type=$2
  shift 2
  rclone_for_readers copy "$exports" "$remote" \
    --header-upload "Content-Type: $content_type" --header-upload "Cache-Control: no-cache" "$@"
}

# What is referred to comes before what refers to it: feeds, then lists of them, then pages.
push ics "text/calendar; charset=utf-8" --header-upload "Content-Disposition: inline"
push json "application/json; charset=utf-8"
push csv "text/csv; charset=utf-8"
push md "text/markdown; charset=utf-8"
push txt "text/plain; charset=utf-8"
push atom "application/atom+xml; charset=utf-8"
push html "text/html; charset=utf-8"

# Only then what is no longer there. Everything else is as it shall be already, so nothing is sent without a type.
types=ics,json,csv,md,txt,atom,html
rclone_for_readers sync "$exports" "$remote" --delete-after --max-delete 100
