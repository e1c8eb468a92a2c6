#!/bin/sh
# What the browser tests take from npm (accessibility rules, an HTML validator); say if left out.
set -u
folder="$(dirname "$0")/../tests/web"
[ -x "$folder/node_modules/.bin/html-validate" ] && exit 0
if ! command -v npm >/dev/null 2>&1; then
  echo "npm is not installed; left out: axe-core, html-validate (two browser tests are skipped)." >&2
  exit 0
fi
npm ci --prefix "$folder" --no-audit --no-fund --silent >/dev/null 2>&1 ||
  echo "npm could not install axe-core and html-validate; two browser tests are skipped." >&2
exit 0
