echo working
printf '{"got": %s}\n' "$(cat)"
