"""Clock and randomness as the agent's own modules know them: taken down in a recording, given back in a replay."""
