"""The Python half of the worker channel: loads an agent, runs its tasks, reports what it did."""
