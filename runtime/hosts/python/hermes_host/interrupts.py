"""SIGINT asks a running task to stop, and means nothing at any other time."""

import signal


def ignore():
    # A handler, not SIG_IGN: programs that the agent starts would inherit that.
    signal.signal(signal.SIGINT, do_nothing)


def cancel_once():
    """The first interrupt raises KeyboardInterrupt in the agent; a second one must not hit its clean-up."""
    signal.signal(signal.SIGINT, raise_once)


def raise_once(signum, frame):
    ignore()
    raise KeyboardInterrupt


def do_nothing(signum, frame):
    pass
