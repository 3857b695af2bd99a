"""http.client, urllib, urllib3 and requests in a replay. Their tracing stays as it is, and sees a socket that answers at once."""

from .divergence import Divergence
from .fake_socket import FakeSocket, connected

REFUSED_TUNNEL = "Tunnel connection failed"


def patch(module, player):
    connection, secure = module.HTTPConnection, getattr(module, "HTTPSConnection", None)
    putrequest, getresponse = connection.putrequest, connection.getresponse

    def putrequest_replayed(self, method, url, *args, **kwargs):
        answer = putrequest(self, method, url, *args, **kwargs)
        if not self._hermes_is_pooled:
            ask_early(self, self._hermes, player)
        return answer

    def getresponse_replayed(self, *args, **kwargs):
        exchange = getattr(self, "_hermes", None)
        if exchange is None:
            return getresponse(self, *args, **kwargs)
        try:
            served = player.take(exchange)
        except Divergence:
            self._hermes = None
            self.close()
            raise
        if not isinstance(self.sock, FakeSocket):
            self.sock = FakeSocket()
        self.sock.answer(served)
        return getresponse(self, *args, **kwargs)

    def connect_replayed(self):
        exchange = getattr(self, "_hermes", None)
        self.sock = connected(exchange.served if exchange else None)
        if self.sock.tls_error is not None:
            error, self.sock = self.sock.tls_error, None
            raise error

    connection.putrequest, connection.getresponse, connection.connect = putrequest_replayed, getresponse_replayed, connect_replayed
    if secure is not None:
        secure.connect = connect_replayed


def ask_early(connection, exchange, player):
    """A connection that was refused is refused again, also where an older one would still be open."""
    if player.early(exchange) is not None:
        # Not close(): a request has begun on it.
        connection.sock = None


def patch_pool(module, player, pending):
    """Around the tracing, which begins the exchange: `pending` is told what to do with it."""
    pool = module.HTTPConnectionPool
    make_request = pool._make_request

    def make_request_replayed(self, conn, *args, **kwargs):
        pending.begun = lambda exchange: ask_early(conn, exchange, player)
        try:
            return make_request(self, conn, *args, **kwargs)
        finally:
            pending.begun = None

    pool._make_request = make_request_replayed


def patch_util(module, pending):
    """urllib3 makes its own exceptions of what this raises."""

    def create_connection(address, *args, **kwargs):
        served = pending.exchange.served if pending.exchange else None
        if served is not None and served.failed_in("connect") and served.error["message"].startswith(REFUSED_TUNNEL):
            raise proxy_error(served.exception())
        return connected(served)

    module.create_connection = create_connection
    patch_waiting(module)


def proxy_error(error):
    """The proxy of the sandbox refused then; there is none now."""
    import urllib3

    text = "Cannot connect to proxy." if urllib3.__version__.startswith("1.") else "Unable to connect to proxy"
    return urllib3.exceptions.ProxyError(text, error)


def patch_connection(module):
    secure = getattr(module, "HTTPSConnection", None)
    if secure is not None and hasattr(secure, "_new_conn"):

        def connect_replayed(self):
            sock = self._new_conn()
            if getattr(sock, "tls_error", None) is not None:
                raise sock.tls_error
            # Otherwise urllib3 warns, as it did.
            self.sock, self.is_verified = sock, getattr(self, "cert_reqs", None) not in ("CERT_NONE", 0)

        secure.connect = connect_replayed
    patch_waiting(module)


def patch_waiting(module):
    wait = getattr(module, "wait_for_read", None)
    if wait is not None:
        # Nothing ever comes unasked; so a kept connection still looks alive.
        module.wait_for_read = lambda sock, timeout=None: not isinstance(sock, FakeSocket) and wait(sock, timeout=timeout)


def patch_retry(module):
    """What urllib3 waits between two tries."""
    module.Retry.sleep = lambda self, response=None: None
