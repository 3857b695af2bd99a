"""SIGINT asks a running task to stop, and means nothing at any other time."""

import signal
import time

# An interrupt this soon was meant for the task before, which had just ended. Who means this one is not kept waiting
# for long: the host kills what does not stop.
TOO_SOON_SECONDS = 0.05


def ignore():
    # A handler, not SIG_IGN: programs that the agent starts would inherit that.
    signal.signal(signal.SIGINT, do_nothing)


def cancel_once(channel):
    """The first interrupt raises KeyboardInterrupt in the agent; a second one must not hit its clean-up."""
    started = time.monotonic()

    def raise_once(signum, frame):
        if time.monotonic() - started < TOO_SOON_SECONDS:
            return
        ignore()
        # Not in the middle of a frame: the host could not read on.
        channel.when_sent(interrupt)

    signal.signal(signal.SIGINT, raise_once)


def interrupt():
    raise KeyboardInterrupt


def do_nothing(signum, frame):
    pass
