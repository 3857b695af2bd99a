"""httpx in a replay: its transports answer from the recording. The errors are the library's own, with the system's below."""

import asyncio

from ..clients.httpx_client import begin, fail, keep, seen_streams
from ..recording.wire import is_chunked


def patch(httpx, exchanges, player):
    answers, streams = recorded_streams(httpx), seen_streams(httpx)

    def handle_replayed(self, request):
        exchange = begin(exchanges, request)
        if not hasattr(request, "_content"):
            exchange.sent(b"".join(request.stream))
        return answered(request, exchange, player.take(exchange))

    async def handle_async_replayed(self, request):
        exchange = begin(exchanges, request)
        if not hasattr(request, "_content"):
            async for piece in request.stream:
                exchange.sent(piece)
        # Others get their turn, as while the network was waited for.
        await give_way()
        served = player.take(exchange)
        if served.was_canceled():
            try:
                await asyncio.Event().wait()
            except BaseException as error:
                fail(exchange, error, served.error["phase"])
                raise
        return answered(request, exchange, served)

    def answered(request, exchange, served):
        if served.response is None:
            error = library_error(httpx, request, served)
            fail(exchange, error, served.error["phase"])
            raise error
        failing = library_error(httpx, request, served) if served.error else None
        headers = [(name.encode("latin-1", "replace"), value.encode("latin-1", "replace")) for name, value in served.response["headers"]]
        extensions = {"http_version": b"HTTP/1.1", "reason_phrase": (served.response.get("reason") or "").encode("latin-1", "replace")}
        stream = answers(pieces_of(served), failing)
        return keep(httpx.Response(served.response["status"], headers=headers, stream=stream, extensions=extensions), exchange, streams)

    httpx.HTTPTransport.handle_request = handle_replayed
    httpx.AsyncHTTPTransport.handle_async_request = handle_async_replayed


async def give_way():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        # Another kind of event loop, as trio's.
        return
    await asyncio.sleep(0)


def library_error(httpx, request, served):
    """As httpx made it; what another client recorded becomes the nearest that httpx has."""
    below = served.exception()
    kind = getattr(httpx, served.error.get("client_type", ""), None)
    if not (isinstance(kind, type) and issubclass(kind, httpx.RequestError)):
        late = served.error["phase"] not in ("connect", "send")
        timeout, other = (httpx.ReadTimeout, httpx.ReadError) if late else (httpx.ConnectTimeout, httpx.ConnectError)
        kind = timeout if served.error["type"] == "TimeoutError" else other
    error = kind(served.error["message"], request=request)
    error.__cause__ = below
    return error


def pieces_of(served):
    sizes = served.response.get("chunks") if is_chunked(served.response["headers"]) else None
    pieces, at = [], 0
    for size in sizes if sizes and sum(sizes) == len(served.body) else [len(served.body)]:
        if size:
            pieces.append(served.body[at : at + size])
        at += size
    return pieces


def recorded_streams(httpx):
    class RecordedStream(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __init__(self, pieces, error):
            self._pieces = pieces
            self._error = error

        def __iter__(self):
            yield from self._pieces
            if self._error is not None:
                raise self._error

        async def __aiter__(self):
            for piece in self._pieces:
                await give_way()
                yield piece
            if self._error is not None:
                raise self._error

    return RecordedStream
