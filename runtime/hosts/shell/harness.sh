# Runs one shell agent for one task: harness.sh ENTRYPOINT, started by the runtime in the agent's folder.
# It waits for descriptor 0: a line with the task's id, the attempt and the idempotency key, then the input.
# Descriptor 3 takes the result. Only POSIX sh and coreutils are needed.

umask 077
HERMES_INPUT="$TMPDIR/.hermes-input.json"
HERMES_OUTPUT="$TMPDIR/.hermes-output.json"
IFS=' ' read -r HERMES_TASK_ID HERMES_ATTEMPT HERMES_IDEMPOTENCY_KEY || exit 125
export HERMES_INPUT HERMES_OUTPUT HERMES_TASK_ID HERMES_ATTEMPT HERMES_IDEMPOTENCY_KEY
cat > "$HERMES_INPUT" || exit 125

# Without a process namespace nothing ends the agent when the runtime is killed: the closed channel does.
if [ -n "$HERMES_WORKER" ]; then
  (exec < /dev/null > /dev/null 2>&1; cat <&3 > /dev/null; kill -9 0) &
fi

# The agent is asked to stop by the same signal; it is waited for, so that what it cleans up is seen.
trap : TERM INT

# What may be run is run. A script that may not names its interpreter in its first line; without such a line it is for sh.
interpreter=
if [ ! -x "$1" ]; then
  first=
  IFS= read -r first < "$1"
  case "$first" in
    '#!'*) interpreter=${first#??} ;;
    *) interpreter=sh ;;
  esac
fi
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
