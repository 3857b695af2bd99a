#!/bin/sh
token=$(sed 's/.*"token": *"\([^"]*\)".*/\1/')
sh -c 'sleep 300 & sleep 300' "$token" &
setsid sh -c "trap '' TERM INT HUP; while :; do sleep 1; done" "$token" &
sleep 0.1
echo started
while :; do sleep 1; done
