#!/bin/sh
# Which descriptors lead to a file of the host's.
for path in /proc/self/fd/*; do
  target=$(readlink "$path")
  case "$target" in *canary*) echo "{\"leaked\": \"$target\"}"; exit ;; esac
done
echo '{"leaked": null}'
