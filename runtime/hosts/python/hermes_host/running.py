"""One task in this process: the call of `execute` and what becomes of it."""

import os
import types

from . import failures, interrupts
from .redact import Redactor
from .result import DEFAULT_MAX_BYTES, NotJson, checked


class Running:
    """Runs the loaded agent once, for a task frame."""

    def __init__(self, execute, channel, recorder, places, watching, flush):
        self._execute = execute
        self._channel = channel
        self._recorder = recorder
        self._places = places
        self._watching = watching
        self._flush = flush

    def run(self, task):
        """Sends every event and then exactly one `result` or `failed` frame."""
        self._channel.share_with_children()
        self._recorder.begin(task["id"], Redactor(task.get("secrets") or ()), task.get("trace"))
        for prepare in self._watching.begin:
            prepare(task)
        frame = self._watching.verdict(self._outcome(task))
        if not self._recorder.in_task_process():
            # A child that the agent forked came back out of execute(): the task is not its to end.
            os._exit(0)
        interrupts.ignore()
        for finish in (lambda frame: self._flush(), *self._watching.finish):
            self._closing(finish, frame)
        if frame["type"] == "failed":
            frame["failure"] = self._recorder.redactor.value(frame["failure"])
        self._channel.send({**frame, "id": task["id"]})
        self._recorder.end()

    def _closing(self, finish, frame):
        try:
            finish(frame)
        except Exception as error:
            # Whatever the trace could not say: the task's own outcome must reach the host.
            text = f"the trace is not complete: {type(error).__name__}: {error}"
            self._recorder.emit("log", level="warning", stream="stderr", text=text)

    def _outcome(self, task):
        interrupts.cancel_once(self._channel)
        try:
            value = self._call(task["input"])
            checked(value, task.get("max_result_bytes") or DEFAULT_MAX_BYTES)
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
