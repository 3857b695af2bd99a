"""What http.client, urllib3 and ssl ask of a socket, where there is none."""

import io
import sys


class FakeSocket:
    """Swallows what is sent, and gives the bytes of one recorded answer at a time."""

    def __init__(self, served=None):
        self._data = b""
        self._error = None
        self._send_error = served.exception() if served is not None and served.failed_in("send") else None
        # A certificate that was refused is refused when TLS begins, not when the connection is made.
        self.tls_error = tls_error_of(served)

    def answer(self, served):
        self._data = served.wire()
        self._error = served.exception()

    def sendall(self, data, flags=0):
        if self._send_error is not None:
            error, self._send_error = self._send_error, None
            raise error

    def makefile(self, mode="rb", *args, **kwargs):
        return io.BufferedReader(Answer(self._data, self._error))

    def settimeout(self, seconds):
        pass

    def gettimeout(self):
        return None

    def setsockopt(self, *args):
        pass

    def shutdown(self, how=0):
        pass

    def close(self):
        pass

    def version(self):
        return "TLSv1.3"

    def selected_alpn_protocol(self):
        return None

    def getpeercert(self, binary_form=False):
        return b"" if binary_form else {}

    def getpeername(self):
        return ("192.0.2.1", 0)

    getsockname = getpeername

    def fileno(self):
        raise OSError("a replay has no sockets")


class Answer(io.RawIOBase):
    """The bytes, and then the error with which they ended, if they did."""

    def __init__(self, data, error):
        self._data = data
        self._at = 0
        self._error = error

    def readable(self):
        return True

    def readinto(self, buffer):
        count = min(len(buffer), len(self._data) - self._at)
        if count == 0 and len(buffer) and self._error is not None:
            error, self._error = self._error, None
            raise error
        buffer[:count] = self._data[self._at : self._at + count]
        self._at += count
        return count


def connected(served):
    """A socket for this answer, or the error with which connecting failed."""
    sock = FakeSocket(served)
    if served is not None and served.failed_in("connect") and sock.tls_error is None:
        raise served.exception() or ConnectionError(served.error["message"])
    return sock


def tls_error_of(served):
    error = served.exception() if served is not None and served.failed_in("connect") else None
    ssl = sys.modules.get("ssl")
    return error if ssl is not None and isinstance(error, ssl.SSLError) else None
