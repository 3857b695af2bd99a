"""What clock and randomness gave, in order for each name."""

import threading
from collections import deque

# An agent that draws more is not told from one that draws for ever.
MOST = 50_000
BATCH = 1000


class Feeds:
    """With `recorded` it gives those values back while there are any; without, it takes down what is given."""

    def __init__(self, recorder, recorded=None):
        self._recorder = recorder
        self._recorded = None if recorded is None else by_name(recorded)
        self._lock = threading.RLock()
        self._noted = []
        self._count = 0

    def take(self, name, make, encode=None, decode=None):
        """The value for `name`: `make` makes a real one, `encode` and `decode` carry it through JSON."""
        if self._recorded is not None:
            return self._given(name, make, decode)
        value = make()
        self._note(name, encode(value) if encode else value)
        return value

    def _given(self, name, make, decode):
        with self._lock:
            queue = self._recorded.get(name)
            value = queue.popleft() if queue else None
        if value is None:
            return make()
        try:
            return decode(value) if decode else value
        except (TypeError, ValueError, IndexError):
            # Drawn for another purpose, before an edit.
            return make()

    def _note(self, name, value):
        with self._lock:
            self._count += 1
            if self._count > MOST:
                return
            self._noted.append({"name": name, "value": value})
            if len(self._noted) >= BATCH:
                self.flush()

    def flush(self):
        with self._lock:
            noted, self._noted = self._noted, []
            if noted:
                self._recorder.send_recorded({"type": "feeds", "feeds": noted})


def by_name(recorded):
    queues = {}
    for feed in recorded:
        queues.setdefault(feed["name"], deque()).append(feed["value"])
    return queues
