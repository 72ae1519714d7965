#!/usr/bin/env bash
# Renders a review page in Chromium, in a throwaway profile, and looks whether there is something to see and nothing to run.
#
#     review_page.sh REVIEW.html SCREENSHOT.png
set -euo pipefail

page=$(realpath "$1")
picture=$(realpath -m "$2")
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

if grep -niE '<script|<iframe|<link|javascript:|[[:space:]]on[a-z]+=|(src|href|action)="?(https?:)?//' "$page"; then
    echo "review page: something active or remote in $page"
    exit 1
fi
rm -f "$picture"
HOME=$profile timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars \
    --disable-background-networking --disable-component-update --disable-sync --disable-dev-shm-usage \
    --user-data-dir="$profile/chromium" --window-size=1000,6000 --screenshot="$picture" "file://$page" 2>"$profile/log" ||
    { tail -n 5 "$profile/log"; exit 1; }
# An error page or an empty one has a handful of colours; letters and three photographs have thousands.
colours=$(identify -format %k "$picture")
[ "$colours" -gt 2000 ] || { echo "review page: only $colours colours in $picture"; exit 1; }
echo "review page: $colours colours"
