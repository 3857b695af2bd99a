"""The stream under an http.client response: counts what comes, and notices when it stops too early."""

class ResponseBody:
    """Stands in for `HTTPResponse.fp`. Everything that it does not count it passes through."""

    def __init__(self, stream, exchange, length, chunked):
        self._stream = stream
        self._exchange = exchange
        self._length = length
        self._chunked = chunked
        self._cut = False
        self._saw_last_chunk = False
        captured = exchange.captured
        self._keep = captured.response_body.add if captured is not None else None

    def read(self, *args):
        data = self._guard(self._stream.read, *args)
        if self._keep is not None:
            self._keep(data)
        wanted = args[0] if args else None
        self._count(data, wanted)
        return data

    def read1(self, *args):
        data = self._guard(self._stream.read1, *args)
        if self._keep is not None:
            self._keep(data)
        self._count(data, 1 if args and args[0] else None)
        return data

    def readinto(self, buffer):
        count = self._guard(self._stream.readinto, buffer)
        self._exchange.received(memoryview(buffer)[: count or 0])
        if self._keep is not None:
            self._keep(memoryview(buffer)[: count or 0])
        if not count and len(buffer):
            self._cut = True
        return count

    def readline(self, *args):
        line = self._guard(self._stream.readline, *args)
        if self._keep is not None:
            self._keep(line)
        if not self._chunked:
            self._count(line, 1)
        elif not line:
            self._cut = True
        elif line.split(b";")[0].strip().strip(b"0") == b"" and line[:1] == b"0":
            self._saw_last_chunk = True
        return line

    def verdict(self):
        """The error with which a body ended early, as arguments of Exchange.finish."""
        got = self._exchange.response_bytes
        if self._chunked:
            broken = self._cut and not self._saw_last_chunk
            missing = None
        else:
            broken = self._cut and self._length is not None and got < self._length
            missing = self._length - got if broken else None
        return (IncompleteRead(got, missing), "body") if broken else ()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def _guard(self, call, *args):
        try:
            return call(*args)
        except Exception as error:
            self._exchange.finish(error, "body")
            raise

    def _count(self, data, wanted):
        if self._chunked and data == b"\r\n":
            return
        self._exchange.received(data)
        if wanted is None or wanted < 0 or len(data) < wanted:
            self._cut = True


class IncompleteRead(Exception):
    """Only described, never raised: the client makes its own exception."""

    def __init__(self, got, missing):
        more = f", {missing} more expected" if missing is not None else ""
        super().__init__(f"the body ended after {got} bytes{more}")
