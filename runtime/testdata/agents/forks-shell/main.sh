#!/bin/sh
sleep 300 &
setsid sh -c "trap '' TERM INT HUP; while :; do sleep 1; done" &
sleep 0.1
echo started
while :; do sleep 1; done
