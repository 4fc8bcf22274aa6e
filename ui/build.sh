#!/usr/bin/env bash
# Builds the screens into dist/ when a source is newer than the last build; with "check" lints and tests them
# instead, with "e2e" drives them in a browser against the built platform and plant.
set -euo pipefail
cd "$(dirname "$0")"
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund
fi
if [ "${1:-}" = check ]; then
  npm run --silent lint
  exec npm run --silent test
fi
if [ "${1:-}" = e2e ]; then
  exec npm run --silent e2e
fi
if [ ! -f dist/index.html ] || [ -n "$(find src public index.html package.json package-lock.json vite.config.ts tsconfig.json -newer dist/index.html -print -quit)" ]; then
  npm run build
fi
