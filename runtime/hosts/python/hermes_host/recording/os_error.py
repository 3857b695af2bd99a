"""Errors of the operating system: taken down, and made again so that a library meets the same."""

import os
import sys

from ..exchanges import cause_of

# What a library says when the other side just stopped.
END_OF_STREAM = "EndOfStream"
SAME_AS_END = frozenset(("RemoteDisconnected", "IncompleteRead", "ServerDisconnectedError", "ClientPayloadError"))


def taken_down(error, phase, client_error=None):
    """A `RecordedError`. `client_error` is the library's own, where a replay must raise that one."""
    root, seen = error, error
    for _ in range(12):
        if isinstance(seen, OSError):
            root = seen
        seen = cause_of(seen)
        if seen is None:
            break
    kind = "TimeoutError" if is_timeout(root) else type(root).__name__
    text = root.strerror if isinstance(root, OSError) and root.strerror else str(root)
    recorded = {"phase": phase, "type": KINDS.get(kind, kind), "message": str(client_error if client_error is not None else text)}
    number = getattr(root, "errno", None)
    if isinstance(number, int):
        recorded["errno"] = number
    if client_error is not None:
        recorded["client_type"] = type(client_error).__name__
    return recorded


KINDS = dict.fromkeys(SAME_AS_END, END_OF_STREAM)


def is_timeout(error):
    """Before Python 3.11 there were three classes."""
    return isinstance(error, TimeoutError) or type(error).__name__ in ("timeout", "TimeoutError", "SocketTimeoutError", "ServerTimeoutError")


def is_end(recorded):
    return recorded["type"] == END_OF_STREAM


def made_again(recorded):
    """The exception that the operating system, or Python's own http.client, raised. None where there was none."""
    if is_end(recorded):
        return None
    kind, number = recorded["type"], recorded.get("errno")
    text = os.strerror(number) if "client_type" in recorded and number else recorded["message"]
    made = class_of(kind)
    if made is None and "client_type" in recorded:
        return None
    if made is None:
        return OSError(number, text) if number is not None else OSError(text)
    try:
        return made(number, text) if number is not None else made(text)
    except TypeError:
        # A class with a constructor of its own: the text says what it was.
        return OSError(text)


def class_of(kind):
    """Only from what is loaded: what was raised by a library of the agent is known there too."""
    socket = sys.modules.get("socket")
    if kind == "TimeoutError" and socket is not None:
        return socket.timeout
    for name in ("builtins", "socket", "ssl", "http.client"):
        found = getattr(sys.modules.get(name), kind, None)
        if isinstance(found, type) and issubclass(found, Exception):
            return found
    return None
