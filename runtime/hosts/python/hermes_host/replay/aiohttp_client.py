"""aiohttp in a replay: its connections lead nowhere, and its protocol is fed what the recorded server sent."""

import asyncio
import socket
import ssl

from ..clients.aiohttp_client import SOUGHT

# How often a body's reader gets its turn before the connection breaks, as it did some time after the last byte.
TURNS = 200


def patch_connector(module, player):
    connector = module.TCPConnector

    async def resolve_host_replayed(self, host, port, traces=None):
        served = player.early(SOUGHT.get())
        error = served.exception() if served else None
        if isinstance(error, socket.gaierror):
            raise error
        return [{"hostname": host, "host": "192.0.2.1", "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0}]

    async def connect_replayed(self, factory, *args, req, timeout, client_error=module.ClientConnectorError, **kwargs):
        served = SOUGHT.get().served
        if served is not None and served.failed_in("connect"):
            if served.was_canceled():
                await asyncio.Event().wait()
            if is_total(served):
                await asyncio.ensure_future(out_of_time(req._timer))
            raise connect_error(module, served, req.connection_key, client_error)
        protocol = factory()
        transport = NoTransport(protocol)
        protocol.connection_made(transport)
        # Not kept for the next request, which may have been refused.
        protocol.force_close()
        return transport, protocol

    connector._resolve_host, connector._wrap_create_connection = resolve_host_replayed, connect_replayed


def connect_error(module, served, key, client_error):
    """As the connector makes them of the system's errors."""
    error = served.exception() or ConnectionError(served.error["message"])
    if served.error["type"] == "TimeoutError":
        return asyncio.TimeoutError()
    if isinstance(error, ssl.SSLCertVerificationError):
        made = module.ClientConnectorCertificateError(key, error)
    elif isinstance(error, ssl.SSLError):
        made = module.ClientConnectorSSLError(key, error)
    else:
        made = client_error(key, error)
    made.__cause__ = error
    return made


def patch_request(module, player):
    request = module.ClientRequest
    send = request.send

    async def send_replayed(self, conn):
        response = await send(self, conn)
        exchange = getattr(conn, "_hermes", None)
        if exchange is not None:
            # Kept here, for the event loop forgets tasks that nobody holds.
            response._hermes_feeding = asyncio.ensure_future(feed(player, exchange, self, conn.protocol, response))
        return response

    request.send = send_replayed


async def feed(player, exchange, request, protocol, response):
    try:
        await request_written(request, response)
        served = player.take(exchange)
    except BaseException as error:
        protocol.set_exception(error)
        return
    if served.response is not None:
        protocol.data_received(served.wire())
    if served.error is not None:
        await read_so_far(protocol)
        fail(protocol, response, served)
    elif served.response is not None and ends_with_connection(served.response["headers"]):
        protocol.connection_lost(None)


async def request_written(request, response):
    for holder in (request, response):
        writer = getattr(holder, "_writer", None)
        if writer is not None:
            await asyncio.wait([writer])
    # The one who sent it waits for the answer by then.
    await asyncio.sleep(0)


async def read_so_far(protocol):
    for _ in range(TURNS):
        await asyncio.sleep(0)
        payload = protocol._payload
        if payload is None or not getattr(payload, "_buffer", None):
            return


def fail(protocol, response, served):
    if is_total(served):
        response._timer.timeout()
    elif served.error["type"] == "TimeoutError":
        protocol._on_read_timeout()
    elif not served.was_canceled():
        protocol.connection_lost(served.exception())


async def out_of_time(timer):
    timer.timeout()
    await asyncio.Event().wait()


def is_total(served):
    """The timeout of the whole request cancels whoever waits; others are errors of the connection."""
    return served.error is not None and served.error.get("client_type") == "TimeoutError"


def ends_with_connection(headers):
    names = {name.lower() for name, _ in headers}
    return not names & {"content-length", "transfer-encoding"}


class NoTransport(asyncio.Transport):
    """Takes what is written, and has no socket."""

    def __init__(self, protocol):
        super().__init__()
        self._protocol = protocol
        self._closing = False

    def write(self, data):
        pass

    def writelines(self, pieces):
        pass

    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._closing = True
            asyncio.get_running_loop().call_soon(self._protocol.connection_lost, None)

    abort = close

    def get_write_buffer_size(self):
        return 0

    def pause_reading(self):
        pass

    def resume_reading(self):
        pass

    def set_protocol(self, protocol):
        self._protocol = protocol
