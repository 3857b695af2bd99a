#!/bin/sh
set -eu
printf '{"characters": %s}\n' "$(wc -c < "$HERMES_INPUT")"
