#!/bin/sh
trap '' TERM INT HUP
echo started
while :; do sleep 1; done
