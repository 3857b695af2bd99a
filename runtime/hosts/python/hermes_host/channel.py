"""Frames on fd 3: a u32 big-endian length, then JSON."""

import fcntl
import json
import os
import struct
import threading

FD = 3
MAX_FRAME_FROM_HOST = 64 * 1024 * 1024


class Channel:
    """The worker's one way out. Safe to use from any thread, and from children that the agent forked."""

    def __init__(self, fd=FD):
        self.fd = fd
        self._lock = threading.RLock()
        self._between_processes = None
        self._main_thread = threading.get_ident()
        self._main_is_sending = False
        self._then = None
        # Programs that the agent starts must not hold the channel open.
        os.set_inheritable(fd, False)

    def receive(self):
        """The next frame, or None once the host has closed its end."""
        head = self._read(4)
        if head is None:
            return None
        (length,) = struct.unpack(">I", head)
        if length > MAX_FRAME_FROM_HOST:
            return None
        body = self._read(length)
        return None if body is None else json.loads(body.decode("utf-8"))

    def send(self, frame):
        self.send_text(encode(frame))

    def when_sent(self, action):
        """Runs `action` in the main thread, which calls this from a signal handler: now, or after the frame it is writing."""
        if self._main_is_sending:
            self._then = action
        else:
            action()

    def send_text(self, data):
        data = memoryview(struct.pack(">I", len(data)) + data)
        if threading.get_ident() != self._main_thread:
            self._write(data)
            return
        self._main_is_sending = True
        try:
            self._write(data)
        finally:
            self._main_is_sending = False
        action, self._then = self._then, None
        if action is not None:
            action()

    def _write(self, data):
        with self._lock:
            shared = self._between_processes
            if shared is not None:
                fcntl.lockf(shared, fcntl.LOCK_EX)
            try:
                while data:
                    data = data[os.write(self.fd, data) :]
            finally:
                if shared is not None:
                    fcntl.lockf(shared, fcntl.LOCK_UN)

    def share_with_children(self):
        """From the agent's first fork on, frames of several processes must not mix."""
        os.register_at_fork(before=self._before_fork, after_in_parent=self._after_fork, after_in_child=self._after_fork_in_child)

    def _before_fork(self):
        self._lock.acquire()
        if self._between_processes is None and hasattr(os, "memfd_create"):
            self._between_processes = os.memfd_create("hermes-channel")

    def _after_fork(self):
        self._lock.release()

    def _after_fork_in_child(self):
        # The lock may be half way through a release in the copied state: begin with a fresh one.
        self._lock = threading.RLock()

    def _read(self, count):
        parts = []
        while count > 0:
            part = os.read(self.fd, min(count, 1 << 20))
            if not part:
                return None
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


def encode(frame):
    try:
        return json.dumps(frame, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:
        # Half a surrogate pair, as in a file name that is not UTF-8: escapes can carry it.
        return json.dumps(frame, allow_nan=False, separators=(",", ":")).encode("ascii")
