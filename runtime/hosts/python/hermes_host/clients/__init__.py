"""One file for each HTTP client: how its exchanges are seen."""
