"""What the agent prints, line by line, as `log` events."""

import io
import sys
import threading

# A line without an end is sent in pieces of this many characters.
LONGEST_LINE = 32 * 1024


class LineStream(io.RawIOBase):
    """The bytes under sys.stdout or sys.stderr. Text that a library writes to `.buffer` passes here too."""

    def __init__(self, recorder, sites, stream, fd):
        self._recorder = recorder
        self._sites = sites
        self._stream = stream
        self._fd = fd
        self._level = "info" if stream == "stdout" else "warning"
        self._pending = b""
        self._where = {}
        self._lock = threading.RLock()

    def writable(self):
        return True

    def fileno(self):
        # Subprocesses write to the real descriptor, which the host reads as it is.
        return self._fd

    def write(self, data):
        data = bytes(data)
        with self._lock:
            if not self._pending:
                self._where = self._sites.here()
            self._pending += data
            if b"\n" in data or len(self._pending) > LONGEST_LINE:
                *lines, self._pending = self._pending.split(b"\n")
                for line in lines:
                    self._line(line)
                if len(self._pending) > LONGEST_LINE:
                    self._cut()
        return len(data)

    def close_line(self):
        with self._lock:
            if self._pending:
                self._line(self._pending)
                self._pending = b""

    def _cut(self):
        # What may be the start of a secret stays behind until the rest of it has come.
        text = self._recorder.redact(self._pending.decode("utf-8", "replace"))
        keep = self._recorder.longest_secret()
        head, tail = (text[:-keep], text[-keep:]) if keep else (text, "")
        self._line(head.encode("utf-8"))
        self._pending = tail.encode("utf-8")

    def _line(self, line):
        text = line.decode("utf-8", "replace")
        if text.endswith("\r"):
            text = text[:-1]
        self._recorder.emit("log", level=self._level, stream=self._stream, text=text, **self._where)


def capture(recorder, sites):
    """Puts the agent's prints on the channel. Returns what to call at the end of the task."""
    streams = [LineStream(recorder, sites, name, fd) for name, fd in (("stdout", 1), ("stderr", 2))]
    out, err = (io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", write_through=True) for raw in streams)
    sys.stdout = sys.__stdout__ = out
    sys.stderr = sys.__stderr__ = err

    def flush():
        for text, raw in zip((out, err), streams):
            text.flush()
            raw.close_line()

    return flush, lambda stream: stream is out or stream is err
