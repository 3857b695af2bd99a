"""What one task said to the network and heard from it, whole enough to be served again."""
