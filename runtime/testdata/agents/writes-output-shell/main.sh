#!/usr/bin/env bash
# Not executable on purpose: the first line names the interpreter, and only bash knows arrays.
words=("$HERMES_TASK_ID" "$HERMES_ATTEMPT" "$HERMES_IDEMPOTENCY_KEY")
printf '{"task": "%s", "attempt": %s, "key": "%s", "input": %s}' "${words[@]}" "$(cat "$HERMES_INPUT")" > "$HERMES_OUTPUT"
echo "this line is not the result"
