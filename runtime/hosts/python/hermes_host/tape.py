"""Recording and replay of one task, switched on by its frame. Until then nothing of either is in place."""

from .clients import aiohttp_wire
from .recording.keeper import Keeper
from .recording.scrub import Scrubber


class Tape:
    """`watch` sees to it that HTTP is watched at all, and gives the exchanges and urllib3's pending one."""

    def __init__(self, recorder, sites, hooks, watch):
        self._recorder = recorder
        self._sites = sites
        self._hooks = hooks
        self._watch = watch
        self._divergences = None

    def begin(self, task):
        replay = task.get("replay")
        if not replay and not task.get("record"):
            return
        exchanges, pending = self._watch()
        self._hooks.add({"aiohttp.http_writer": aiohttp_wire.patch_writer, "aiohttp.client_proto": aiohttp_wire.patch_protocol})
        scrubber = Scrubber(task.get("secrets") or (), task.get("placeholders") or ())
        if task.get("record"):
            exchanges.keeper = Keeper(self._recorder, scrubber)
        if replay:
            from . import replay as replaying
            from .replay.divergence import Divergences

            self._divergences = Divergences(self._recorder)
            replaying.begin(task, exchanges, pending, self._hooks, scrubber, self._divergences)

    def verdict(self, frame):
        """How the task ended, once it is known whether all of it was served."""
        failure = self._divergences.failure() if self._divergences else None
        if failure is None:
            return frame
        raised = frame.get("failure", {})
        told = {key: raised[key] for key in ("exception_type", "traceback") if raised.get("exception_type") == "Divergence"}
        return {"type": "failed", "failure": {**failure, **told}}
