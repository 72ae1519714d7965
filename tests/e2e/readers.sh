#!/usr/bin/env bash
# Lets three mail readers read the drafts of hand-off folders.
#
#     readers.sh CASE.toml FOLDER [CASE.toml FOLDER]...
set -euo pipefail

here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
while [ $# -gt 0 ]; do
    echo "-- $1"
    python3 "$here/expected.py" "$1" "$2" >"$work/expected.json"
    drafts=("$2"/*.eml)
    [ ${#drafts[@]} = 1 ] && [ -f "${drafts[0]}" ] || { echo "not one draft in $2"; exit 1; }
    python3 "$here/read_draft.py" "${drafts[0]}" "$work/expected.json" "$work/answers" || status=1
    shift 2
done
exit $status
