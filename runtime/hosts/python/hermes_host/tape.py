"""Recording and replay of one task, switched on by its frame. Until then nothing of either is in place."""


class Tape:
    """`watch` sees to it that calls are watched at all, and gives what watches them."""

    def __init__(self, recorder, hooks, watch):
        self._recorder = recorder
        self._hooks = hooks
        self._watch = watch
        self._divergences = None
        self._feeds = None

    def begin(self, task):
        replay = task.get("replay")
        if not replay and not task.get("record"):
            return
        try:
            self._begin(task, replay)
        except Exception as error:
            if replay:
                raise
            text = f"nothing is recorded: {type(error).__name__}: {error}"
            self._recorder.emit("log", level="warning", stream="stderr", text=text)

    def _begin(self, task, replay):
        # Read here: a task that is neither does not pay for it.
        from .clients import aiohttp_wire
        from .feeds.feeds import Feeds
        from .feeds.install import install as install_feeds
        from .recording.scrub import Scrubber

        watched = self._watch()
        self._hooks.add({"aiohttp.http_writer": aiohttp_wire.patch_writer, "aiohttp.client_proto": aiohttp_wire.patch_protocol})
        scrubber = Scrubber(task.get("secrets") or (), task.get("placeholders") or ())
        if task.get("record"):
            watched.exchanges.keeper = Keeping(self._recorder, scrubber)
        if replay:
            self._begin_replay(task, watched, scrubber)
        self._feeds = Feeds(self._recorder, replay.get("feeds") or () if replay else None)
        install_feeds(self._feeds, in_a_hurry=bool(replay))

    def _begin_replay(self, task, watched, scrubber):
        from . import replay
        from .replay.divergence import Divergences

        self._divergences = Divergences(self._recorder)
        self._recorder.tell_also("http.exchanged")
        watched.processes.refuse = self._divergences.of_program
        replay.begin(task, watched.exchanges, watched.pending, self._hooks, scrubber, self._divergences)

    def finish(self, frame):
        if self._feeds is not None:
            self._feeds.flush()

    def verdict(self, frame):
        """How the task ended, once it is known whether all of it was served."""
        failure = self._divergences.failure() if self._divergences else None
        if failure is None:
            return frame
        raised = frame.get("failure", {})
        told = {key: raised[key] for key in ("exception_type", "traceback") if raised.get("exception_type") == "Divergence"}
        return {"type": "failed", "failure": {**failure, **told}}


class Keeping:
    """A keeper from the first exchange on: an agent that asks for nothing does not pay for reading it."""

    def __init__(self, recorder, scrubber):
        self._parts = (recorder, scrubber)
        self._keeper = None

    def ended(self, *exchange):
        if self._keeper is None:
            from .recording.keeper import Keeper

            self._keeper = Keeper(*self._parts)
        self._keeper.ended(*exchange)


def preload():
    """What most recorded tasks read, for a process that is copied for each of them."""
    from .clients import aiohttp_wire  # noqa: F401
    from .feeds import fed_datetime, fed_random, fed_time, feeds, install  # noqa: F401
    from .recording import keeper, scrub  # noqa: F401
