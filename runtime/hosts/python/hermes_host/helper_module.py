"""`import hermes_runtime`: what an agent may say about its work. Nothing to install; agents run without it too."""

import contextlib
import contextvars
import itertools
import sys
import time
import types

LEVELS = ("debug", "info", "warning", "error")


def install(recorder, sites):
    """Puts the module where an import finds it. Returns what fills in the task's own values."""
    module = types.ModuleType("hermes_runtime", __doc__)
    module.task_id = None
    module.idempotency_key = None
    current = contextvars.ContextVar("hermes_span", default=None)
    numbers = itertools.count(1)

    class Span(contextlib.ContextDecorator):
        """A named stretch of time; also as a decorator, also in `async with`."""

        def __init__(self, name):
            self.name = str(name)

        def _recreate_cm(self):
            return Span(self.name)

        def __enter__(self):
            self._id = f"s{next(numbers)}"
            self._started = time.perf_counter()
            fields = {"span_id": self._id, "parent_id": current.get(), "name": recorder.short(self.name, 200)}
            at = sites.here().get("at")
            recorder.emit("span.started", at=at, **fields)
            self._token = current.set(self._id)
            return self

        def __exit__(self, kind, error, traceback):
            current.reset(self._token)
            ms = round((time.perf_counter() - self._started) * 1000, 3)
            said = None if error is None else recorder.short(f"{kind.__name__}: {error}", 500)
            recorder.emit("span.ended", span_id=self._id, ms=ms, error=said)

        async def __aenter__(self):
            return self.__enter__()

        async def __aexit__(self, *exception):
            self.__exit__(*exception)

    def log(text, level="info"):
        """One line in the task's log."""
        if level not in LEVELS:
            raise ValueError(f"level must be one of {', '.join(LEVELS)}, not {level!r}")
        recorder.emit("log", level=level, stream="agent", text=str(text), **sites.here())

    def progress(done=None, total=None, message=None):
        """How far the work is."""
        recorder.emit("progress", done=done, total=total, message=None if message is None else str(message))

    def skip(item, reason):
        """Says that an item was left out on purpose, and why."""
        recorder.emit("item.skipped", item=recorder.short(str(item), 200), reason=recorder.short(str(reason), 500), **sites.here())

    module.span, module.log, module.progress, module.skip = Span, log, progress, skip
    module.__all__ = ["span", "log", "progress", "skip", "task_id", "idempotency_key"]
    sys.modules["hermes_runtime"] = module

    def begin(task):
        module.task_id = task.get("task_id")
        module.idempotency_key = task.get("idempotency_key")

    return begin
