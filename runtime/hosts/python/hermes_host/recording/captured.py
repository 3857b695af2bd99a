"""What one exchange said and heard, as bytes, while it is under way."""

from .wire import is_chunked, parse_head, split_head, undo_chunks

LARGEST_BODY = 2 << 20
# Chunk sizes and the like stand between the bytes of a body.
LARGEST_WIRE = LARGEST_BODY + (LARGEST_BODY >> 2)


class Piecewise:
    """Bytes as they come, up to a cap; beyond it only that there were more."""

    def __init__(self):
        self._parts = []
        self._size = 0
        self.is_over = False

    def add(self, data):
        self._size += len(data)
        if self._size > LARGEST_WIRE:
            self.is_over = True
            self._parts.clear()
        else:
            self._parts.append(bytes(data))

    def bytes(self):
        return b"".join(self._parts)


class Captured:
    """Filled by the HTTP clients, read once the exchange has ended."""

    def __init__(self):
        self.request_headers = []
        self.request_body = Piecewise()
        self.response_body = Piecewise()
        # Set with the response: status, reason, headers.
        self.response = None
        # Sizes of the pieces, where the client tells them apart; None where the wire does.
        self.sizes = None
        # The library's own error, where a replay must raise that one.
        self.client_error = None
        # Of a client that is watched at its connection: all that came, and the error with which that ended.
        self.response_wire = Piecewise()
        self.lost = None
        self._head = b""
        # Whether the body was known before anything was sent.
        self._is_planned = False

    def plan(self, headers, body, charset="utf-8"):
        """What will be sent, told before there is a connection."""
        data = body_bytes(body, charset)
        if data is not None:
            self.request_headers = [[text_of(name), text_of(value)] for name, value in headers]
            self.request_body = Piecewise()
            self.request_body.add(data)
            self._is_planned = True

    def begin(self, headers):
        """The head as it was sent."""
        self.request_headers = headers
        if not self._is_planned:
            self.request_body = Piecewise()

    def wrote(self, data):
        """The same as `begin` and `sent`, in pieces of any size."""
        if self._head is None:
            self.sent(data)
            return
        self._head += data
        if b"\r\n\r\n" in self._head:
            head, rest = split_head(self._head)
            self._head = None
            self.begin(parse_head(head)[1])
            self.sent(rest)

    def read_wire(self):
        """Fills the response's body from what came over its connection, once its head is known."""
        rest = self.response_wire.bytes()
        while rest:
            head, rest = split_head(rest)
            if head.split(b" ")[1:2] != [b"100"]:
                break
        self.response_body = Piecewise()
        self.response_body.add(rest)
        self.response_body.is_over = self.response_wire.is_over

    def sent(self, data):
        if not self._is_planned:
            self.request_body.add(data)

    def known_body(self):
        """The whole body, or None where only the end of the request will show it."""
        return self.request_body.bytes() if self._is_planned else None

    def body(self):
        """The body as far as it was sent, without chunk sizes."""
        data = self.request_body.bytes()
        return undo_chunks(data)[0] if data and not self._is_planned and is_chunked(self.request_headers) else data


def body_bytes(body, charset):
    """None for a body that is made while it is sent."""
    if body is None:
        return b""
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    return body.encode(charset, "replace") if isinstance(body, str) else None


def text_of(value):
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
