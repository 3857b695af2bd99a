#!/bin/sh
key=$(sed 's/.*"api_key": *"\([^"]*\)".*/\1/')
echo "printed $key"
echo "failed $key" >&2
echo started
sleep 0.2
exit 4
