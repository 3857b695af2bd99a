"""http.client, and so urllib, urllib3 and requests: seen below their pools, each redirect hop and retry by itself."""

import re
import sys
import threading

from ..recording.wire import parse_head, split_head
from .response_body import ResponseBody

DEFAULT_PORT = re.compile(r"^(http://[^/?#]+):80(?=[/?#]|$)", re.IGNORECASE)
# Who is said to have made a request, the outermost library first.
LIBRARIES = ("requests", "urllib3", "urllib")


class Pending(threading.local):
    """The exchange that urllib3 has begun in this thread, before http.client hears of it."""

    exchange = None
    # Called with it, in a replay.
    begun = None
    # Method, target, headers and body of what urllib3 was asked for.
    asked = None


def patch(module, exchanges, pending):
    patch_connection(module.HTTPConnection, exchanges, pending)
    patch_response(module.HTTPResponse)


def patch_connection(connection, exchanges, pending):
    putrequest, send, getresponse = connection.putrequest, connection.send, connection.getresponse
    send_request = connection._send_request

    def send_request_seen(self, method, url, body, headers, encode_chunked):
        self._hermes_plan = (headers, body)
        return send_request(self, method, url, body, headers, encode_chunked)

    def putrequest_seen(self, method, url, *args, **kwargs):
        exchange = pending.exchange
        self._hermes_is_pooled = exchange is not None
        self._hermes = exchange or exchanges.begin(client_name(exchanges), method, url_of(self, url))
        self._hermes_sent_head = False
        headers, body = self.__dict__.pop("_hermes_plan", (None, None))
        if self._hermes.captured is not None and headers is not None:
            self._hermes.captured.plan(headers.items(), body, "latin-1")
        return putrequest(self, method, url, *args, **kwargs)

    def send_seen(self, data):
        exchange = getattr(self, "_hermes", None)
        if exchange is None or getattr(self, "_hermes_sending", False):
            return send(self, data)
        self._hermes_sending = True
        try:
            # A connection that fails must not look as if something had been sent.
            result = send(self, data)
            take_sent(self, exchange, data)
            return result
        except Exception as error:
            # urllib3 goes on after a broken pipe, for the answer may be there already.
            if not self._hermes_is_pooled:
                exchange.finish(error, "connect" if self.sock is None else "send")
            raise
        finally:
            self._hermes_sending = False

    def getresponse_seen(self, *args, **kwargs):
        exchange = getattr(self, "_hermes", None)
        if exchange is None:
            return getresponse(self, *args, **kwargs)
        self._hermes = None
        try:
            response = getresponse(self, *args, **kwargs)
        except Exception as error:
            exchange.finish(error, "headers")
            raise
        low = getattr(response, "_original_response", response)
        exchange.answered(low.status, low.headers)
        if exchange.captured is not None:
            exchange.captured.response = (low.status, low.reason, [list(pair) for pair in low.headers.items()])
        low._hermes = exchange
        if low.fp is None or low.isclosed():
            exchange.finish()
        else:
            low.fp = ResponseBody(low.fp, exchange, low.length, bool(low.chunked))
        return response

    connection.putrequest, connection.send, connection.getresponse = putrequest_seen, send_seen, getresponse_seen
    connection._send_request = send_request_seen


def take_sent(connection, exchange, data):
    """The head comes first, in one piece; what follows is the body."""
    if connection._hermes_sent_head:
        if isinstance(data, (bytes, bytearray, memoryview)):
            exchange.sent(data)
        return
    connection._hermes_sent_head = True
    if exchange.captured is not None:
        head, rest = split_head(data)
        exchange.captured.begin(parse_head(head)[1])
        if rest:
            exchange.sent(rest)


def patch_response(response):
    close = response._close_conn

    def close_seen(self):
        exchange = getattr(self, "_hermes", None)
        body = self.fp
        close(self)
        if exchange is not None:
            exchange.finish(*(body.verdict() if isinstance(body, ResponseBody) else ()))

    response._close_conn = close_seen


def patch_urllib3_pool(module, exchanges, pending):
    """Errors of name, connect and TLS come before http.client is asked to send anything."""
    pool = module.HTTPConnectionPool
    make_request = pool._make_request

    def begin(conn, method, url, headers, body):
        exchange = exchanges.begin(client_name(exchanges), method, url_of(conn, url))
        if exchange.captured is not None:
            exchange.captured.plan((headers or {}).items(), body)
        return exchange

    def make_request_seen(self, conn, method, url, *args, **kwargs):
        exchange = begin(conn, method, url, kwargs.get("headers"), kwargs.get("body"))
        pending.exchange = exchange
        if pending.begun is not None:
            pending.begun(exchange)
        try:
            return make_request(self, conn, method, url, *args, **kwargs)
        except Exception as error:
            began = getattr(conn, "_hermes", None) is exchange and getattr(conn, "sock", None) is not None
            exchange.finish(error, "send" if began else "connect")
            raise
        finally:
            pending.exchange = None

    pool._make_request = make_request_seen
    patch_tunnel(module, pending, begin)


def patch_tunnel(module, pending, begin):
    """A proxy that refuses a tunnel does so before there is a request."""
    urlopen, prepare = module.HTTPConnectionPool.urlopen, module.HTTPSConnectionPool._prepare_proxy

    def urlopen_seen(self, method, url, body=None, headers=None, *args, **kwargs):
        pending.asked = (method, url, headers, body)
        return urlopen(self, method, url, body, headers, *args, **kwargs)

    def prepare_seen(self, conn, *args, **kwargs):
        try:
            return prepare(self, conn, *args, **kwargs)
        except Exception as error:
            if pending.asked is not None:
                method, target, headers, body = pending.asked
                # The connection has forgotten by now where it was to lead.
                place = f"{self.host}:{self.port}" if self.port not in (None, 443) else self.host
                begin(conn, method, f"https://{place}{target}", headers, body).finish(error, "connect")
            raise

    module.HTTPConnectionPool.urlopen, module.HTTPSConnectionPool._prepare_proxy = urlopen_seen, prepare_seen


def client_name(exchanges):
    """The outermost of the known libraries between here and the agent."""
    seen = set()
    frame = sys._getframe(2)
    while frame is not None and not exchanges.sites.owns(frame.f_code.co_filename):
        seen.add(str(frame.f_globals.get("__name__", "")).partition(".")[0])
        frame = frame.f_back
    return next((library for library in LIBRARIES if library in seen), "http.client")


def url_of(connection, target):
    if "://" in target:
        # For a proxy; the same request without one has no port either.
        return DEFAULT_PORT.sub(r"\1", target, 1)
    tls = getattr(connection, "default_port", 80) == 443
    tunnel = getattr(connection, "_tunnel_host", None)
    host, port = (tunnel, connection._tunnel_port) if tunnel else (connection.host, connection.port)
    host = f"[{host}]" if ":" in host and not host.startswith("[") else host
    shown = "" if port in (None, 443 if tls else 80) else f":{port}"
    return f"{'https' if tls else 'http'}://{host}{shown}{target}"
