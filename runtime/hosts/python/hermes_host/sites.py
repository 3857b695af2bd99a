"""Where in the agent's own code something happens, asked at the moment at which it happens."""

import os
import sys
import threading

# How far out the search for the enclosing loop goes, in frames of any kind.
LOOP_SEARCH = 80
# aiohttp's own coroutine stands between the agent's line and the task: one step of origin is not enough.
COROUTINE_ORIGIN = 4
EVENT_LOOP = os.path.join("asyncio", "events.py")
LOOP_NAME = "_hr_loop"


class Sites:
    """Finds the innermost frame of the agent, and the turn of the loop around it."""

    def __init__(self, places):
        self._places = places
        self._loop_names = {}
        self.owns = places.owns

    def here(self):
        """`{'at', 'iteration'}` as event fields, without what is not known."""
        owns = self._places.owns
        frame = sys._getframe(1)
        while frame is not None:
            code = frame.f_code
            if owns(code.co_filename):
                return self.of_frame(frame)
            if code.co_name == "_run" and code.co_filename.endswith(EVENT_LOOP):
                # Below is whoever runs the event loop, not who asked for this.
                break
            frame = frame.f_back
        return self._of_coroutine() or getattr(threading.current_thread(), "_hermes_site", None) or {}

    def of_frame(self, frame):
        site = {"at": self._places.place(frame.f_code.co_filename, frame.f_lineno)}
        iteration = self.iteration(frame)
        if iteration:
            site["iteration"] = iteration
        return site

    def iteration(self, frame):
        """The innermost turn that is under way in a frame or in those that called it."""
        for _ in range(LOOP_SEARCH):
            if frame is None:
                return None
            if self._places.owns(frame.f_code.co_filename):
                ledger = self._open_ledger(frame)
                if ledger is not None:
                    return ledger.turn()
            frame = frame.f_back
        return None

    def _open_ledger(self, frame):
        code = frame.f_code
        names = self._loop_names.get(code)
        if names is None:
            candidates = code.co_names if code.co_name == "<module>" else code.co_varnames
            names = self._loop_names[code] = tuple(name for name in candidates if name.startswith(LOOP_NAME))
        if not names:
            return None
        variables = frame.f_locals
        open_ones = [ledger for ledger in map(variables.get, names) if ledger is not None and not ledger.closed and ledger.n]
        return max(open_ones, key=lambda ledger: ledger.opened, default=None)

    def _of_coroutine(self):
        asyncio = sys.modules.get("asyncio")
        try:
            task = asyncio.current_task() if asyncio else None
        except RuntimeError:
            # No loop runs in this thread.
            return None
        coroutine = task.get_coro() if task else None
        coroutine = getattr(coroutine, "_coro", coroutine)
        awaiting = self._innermost_awaiting(coroutine)
        if awaiting is not None:
            return self.of_frame(awaiting)
        for filename, line, _ in getattr(coroutine, "cr_origin", None) or ():
            if self._places.owns(filename):
                return {"at": self._places.place(filename, line)}
        return None

    def _innermost_awaiting(self, coroutine):
        """Before Python 3.12 an exception that is thrown into a coroutine hides the frames of those that await it."""
        found = None
        while coroutine is not None:
            frame = getattr(coroutine, "cr_frame", None)
            if frame is not None and self.owns(frame.f_code.co_filename):
                found = frame
            coroutine = getattr(coroutine, "cr_await", None)
        return found


def follow_threads(sites):
    """Work that is handed to another thread keeps the line that handed it over."""
    start = threading.Thread.start

    def start_from_here(thread):
        if getattr(thread, "_hermes_site", None) is None:
            thread._hermes_site = sites.here()
        return start(thread)

    threading.Thread.start = start_from_here


def follow_pools(module, sites):
    """The same for `concurrent.futures.thread`, whose threads serve many lines one after the other."""
    submit = module.ThreadPoolExecutor.submit

    def submit_from_here(self, fn, /, *args, **kwargs):
        site = sites.here()

        def run(*args, **kwargs):
            thread = threading.current_thread()
            before = getattr(thread, "_hermes_site", None)
            thread._hermes_site = site
            try:
                return fn(*args, **kwargs)
            finally:
                thread._hermes_site = before

        return submit(self, run, *args, **kwargs)

    module.ThreadPoolExecutor.submit = submit_from_here


def follow_coroutines():
    """Coroutines that run by themselves, as in `asyncio.gather`, remember where they were made."""
    sys.set_coroutine_origin_tracking_depth(COROUTINE_ORIGIN)
