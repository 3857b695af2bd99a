#!/bin/sh
set -eu
lines=$(grep -c "" "$HERMES_INPUT")
printf '{"lines": %s}\n' "$lines"
