#!/bin/sh
url=$(sed 's/.*"\(http[^"]*\)".*/\1/')
printf '{"%s": {"status": %s}}\n' "$url" "$(curl -s -o /dev/null -w '%{http_code}' "$url")"
