# Runs one shell agent for one task: harness.sh ENTRYPOINT, started by the runtime in the agent's folder.
# Descriptor 0 holds the input, descriptor 3 takes the result. Only POSIX sh and coreutils are needed.

umask 077
HERMES_INPUT="$TMPDIR/.hermes-input.json"
HERMES_OUTPUT="$TMPDIR/.hermes-output.json"
export HERMES_INPUT HERMES_OUTPUT
cat > "$HERMES_INPUT" || exit 125

# Without a process namespace nothing ends the agent when the runtime is killed: the closed channel does.
if [ -n "$HERMES_WORKER" ]; then
  (exec < /dev/null > /dev/null 2>&1; cat <&3 > /dev/null; kill -9 0) &
  watcher=$!
fi

# The agent is asked to stop by the same signal; it is waited for, so that what it cleans up is seen.
trap : TERM INT

# A script names its interpreter in its first line, with or without the right to run; without such a line it is for sh.
first=
IFS= read -r first < "$1"
case "$first" in
  '#!'*) [ -x "$1" ] && interpreter= || interpreter=${first#??} ;;
  *) [ -x "$1" ] && [ -z "${first##*[! -~]*}" ] && interpreter= || interpreter=sh ;;
esac
# Split into words on purpose, as in "/usr/bin/env bash".
# shellcheck disable=SC2086
$interpreter "./$1" < "$HERMES_INPUT" 3>&- &
agent=$!
wait "$agent"
code=$?
while kill -0 "$agent" 2> /dev/null; do
  wait "$agent"
  code=$?
done

[ "$code" -eq 0 ] && [ -s "$HERMES_OUTPUT" ] && cat "$HERMES_OUTPUT" >&3
exit "$code"
