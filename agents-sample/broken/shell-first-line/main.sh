!#/bin/bash
set -eu
printf '{"characters": %s}\n' "$(wc -c < "$HERMES_INPUT")"
