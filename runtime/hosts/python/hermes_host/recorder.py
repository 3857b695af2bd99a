"""Facts about the running task, sent as they happen."""

import os
import time

EARLY_LIMIT = 200

# What the agent says itself is told at every level, and why a replay failed.
SAID = frozenset(("log", "span.started", "span.ended", "progress", "item.skipped", "exchange.diverged"))
CALLS = SAID | {"http.exchanged", "process.exited", "text.garbled"}
LEVELS = {"off": SAID, "calls": CALLS, "full": CALLS | {"exception.caught", "loop.ended"}}

# Bound now: agents may replace time.time, as clocks in tests do.
wall_clock = time.time


def now():
    return wall_clock() * 1000


class Recorder:
    """Sends events for one task. Facts from the time of import are kept and open each task's trace."""

    def __init__(self, channel):
        self.channel = channel
        self.redactor = None
        self.task = None
        self._told = LEVELS["full"]
        self.pid = os.getpid()
        self._early = []

    def begin(self, task_id, redactor, level):
        self.pid = os.getpid()
        self.task = task_id
        self.redactor = redactor
        self._told = LEVELS.get(level, LEVELS["full"])
        started = now()
        for event in self._early:
            self._send({**event, "time": started})

    def tell_also(self, type):
        """Whatever the level."""
        self._told = self._told | {type}

    def forget(self):
        """What was seen until now is not the agent's."""
        self._early.clear()

    def end(self):
        self.task = None

    def emit(self, type, time=None, **fields):
        """One event; fields that are None are left out."""
        event = {"type": type, "time": now() if time is None else time}
        event.update((key, value) for key, value in fields.items() if value is not None)
        if self.task is not None:
            self._send(event)
        elif self.redactor is None and len(self._early) < EARLY_LIMIT:
            self._early.append(event)

    def send_recorded(self, frame):
        """A frame whose secrets are out already."""
        if self.task is not None:
            self.channel.send({**frame, "id": self.task})

    def redact(self, text):
        return self.redactor.text(text) if self.redactor else text

    def longest_secret(self):
        return self.redactor.longest if self.redactor else 0

    def short(self, text, limit=120):
        """Cut for display, after secrets are out: half a secret is one too many."""
        text = self.redact(text)
        return text if len(text) <= limit else text[: limit - 1] + "…"

    def in_task_process(self):
        return os.getpid() == self.pid

    def _send(self, event):
        if event["type"] not in self._told:
            return
        self.channel.send({"type": "event", "id": self.task, "event": self.redactor.value(event)})
