"""One task in this process: the call of `execute` and what becomes of it."""

import os
import signal
import types

from . import failures
from .redact import Redactor
from .result import DEFAULT_MAX_BYTES, NotJson, checked


class Running:
    """Runs the loaded agent once, for a task frame."""

    def __init__(self, execute, channel, recorder, places, at_start, at_end, max_bytes=DEFAULT_MAX_BYTES):
        self._execute = execute
        self._channel = channel
        self._recorder = recorder
        self._places = places
        self._at_start = at_start
        self._at_end = at_end
        self._max_bytes = max_bytes

    def run(self, task):
        """Sends every event and then exactly one `result` or `failed` frame."""
        self._recorder.begin(task["id"], Redactor(task.get("secrets") or ()), task.get("trace"))
        for prepare in self._at_start:
            prepare(task)
        frame = self._outcome(task)
        if not self._recorder.in_task_process():
            # A child that the agent forked came back out of execute(): the task is not its to end.
            os._exit(0)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for finish in self._at_end:
            finish(frame)
        if frame["type"] == "failed":
            frame["failure"] = self._recorder.redactor.value(frame["failure"])
        self._channel.send({**frame, "id": task["id"]})
        self._recorder.end()

    def _outcome(self, task):
        signal.signal(signal.SIGINT, cancel)
        try:
            value = self._call(task["input"])
            checked(value, self._max_bytes)
            return {"type": "result", "output": self._recorder.redactor.value(value)}
        except NotJson as problem:
            return {"type": "failed", "failure": problem.failure}
        except BaseException as error:
            return {"type": "failed", "failure": failures.of_exception(error, self._places)}

    def _call(self, value):
        answer = self._execute(value)
        if hasattr(answer, "__await__"):
            import asyncio

            return asyncio.run(awaited(answer))
        if isinstance(answer, (types.GeneratorType, types.AsyncGeneratorType)):
            raise NotJson("not_json", "execute() is a generator: return the result instead of yielding it.", "")
        return answer


async def awaited(answer):
    return await answer


def cancel(signum, frame):
    """The first interrupt asks the agent to stop; a second one must not hit its clean-up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


