"""aiohttp: seen at its connector, its request and its response; so its silent second try after a reset is a second exchange."""

import contextvars

from ..garbled import fingerprint
from ..recording.os_error import is_timeout

# The exchange for which a connection is sought; also known in the task that resolves the name.
SOUGHT = contextvars.ContextVar("hermes_sought", default=None)


def patch_connector(module, exchanges):
    connector = module.BaseConnector
    connect = connector.connect

    async def connect_seen(self, req, *args, **kwargs):
        exchange = exchanges.begin("aiohttp", req.method, str(req.url))
        if exchange.captured is not None:
            exchange.captured.plan(req.headers.items(), known_body(req))
            SOUGHT.set(exchange)
        try:
            connection = await connect(self, req, *args, **kwargs)
        except BaseException as error:
            fail(exchange, timeout_of(error, req), "connect")
            raise
        # The connection is this request's until it is released, and lives longer than either side's other objects.
        connection._hermes = exchange
        return connection

    connector.connect = connect_seen


def known_body(req):
    """None for one that is made while it is sent."""
    body = getattr(req, "body", None)
    data = getattr(body, "_value", body)
    return data if data is None or isinstance(data, (bytes, bytearray)) else NotKnown


class NotKnown:
    """No bytes."""


def fail(exchange, error, phase):
    if exchange.captured is not None and is_timeout(error):
        exchange.captured.client_error = error
    exchange.finish(error, phase)


def timeout_of(error, req):
    """The client's total timeout cancels what waits; outside it becomes a TimeoutError, and so it is called here."""
    timer = getattr(req, "_timer", None)
    if type(error).__name__ == "CancelledError" and getattr(timer, "_cancelled", False):
        return TimeoutError("total timeout")
    return error


def patch_request(module, exchanges):
    patch_sending(module.ClientRequest)
    patch_start(module.ClientResponse)
    patch_body(module.ClientResponse, exchanges.garbled)


def patch_sending(request):
    send = request.send

    async def send_seen(self, conn):
        exchange = getattr(conn, "_hermes", None)
        if exchange is None:
            return await send(self, conn)
        conn.protocol._hermes = exchange
        body = getattr(self, "body", None)
        exchange.request_bytes = int(self.headers.get("Content-Length") or 0)
        data = getattr(body, "_value", body)
        if isinstance(data, (bytes, bytearray)) and data:
            exchange.request_bytes = 0
            exchange.sent(data)
        try:
            return await send(self, conn)
        except BaseException as error:
            fail(exchange, timeout_of(error, self), "send")
            raise

    request.send = send_seen


def patch_start(response):
    start = response.start

    async def start_seen(self, connection):
        exchange = getattr(connection, "_hermes", None)
        try:
            answer = await start(self, connection)
        except BaseException as error:
            if exchange is not None:
                fail(exchange, error, "headers")
            raise
        if exchange is not None:
            self._hermes = exchange
            exchange.answered(self.status, self.headers)
            if exchange.captured is not None:
                pairs = [[name.decode("latin-1"), value.decode("latin-1")] for name, value in self.raw_headers]
                exchange.captured.response = (self.status, self.reason or "", pairs)
            self.content.on_eof(lambda: finish(self))
        return answer

    response.start = start_seen


def patch_body(response, garbled):
    close, release, read, text = response.close, response.release, response.read, response.text

    def close_seen(self):
        finish(self)
        return close(self)

    def release_seen(self):
        finish(self)
        return release(self)

    async def read_seen(self):
        body = await read(self)
        if hasattr(self, "_hermes"):
            garbled.came(fingerprint(body), self._hermes)
        return body

    async def text_seen(self, encoding=None, errors="strict"):
        value = await text(self, encoding, errors)
        garbled.decoded(self._body, value, encoding or self.get_encoding(), getattr(self, "_hermes", None))
        return value

    response.close, response.release, response.read, response.text = close_seen, release_seen, read_seen, text_seen


def finish(response):
    exchange = getattr(response, "_hermes", None)
    if exchange is None:
        return
    content = response.content
    exchange.response_bytes = getattr(content, "total_bytes", 0)
    error = content.exception() if content is not None else None
    if error is None and not content.is_eof() and getattr(response._timer, "_cancelled", False):
        error = TimeoutError("total timeout")
    if exchange.captured is not None:
        exchange.captured.read_wire()
    if error is None:
        exchange.finish()
    else:
        fail(exchange, error, "body")
