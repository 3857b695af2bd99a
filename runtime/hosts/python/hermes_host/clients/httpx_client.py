"""httpx: seen at its transports, one call for each redirect hop."""


def patch(httpx, exchanges):
    streams = seen_streams(httpx)
    sync, asynchronous = httpx.HTTPTransport, httpx.AsyncHTTPTransport
    handle, handle_async = sync.handle_request, asynchronous.handle_async_request

    def handle_seen(self, request):
        exchange = begin(exchanges, request)
        try:
            response = handle(self, request)
        except BaseException as error:
            exchange.finish(error, phase_of(error))
            raise
        return keep(response, exchange, streams)

    async def handle_async_seen(self, request):
        exchange = begin(exchanges, request)
        try:
            response = await handle_async(self, request)
        except BaseException as error:
            exchange.finish(error, phase_of(error))
            raise
        return keep(response, exchange, streams)

    sync.handle_request, asynchronous.handle_async_request = handle_seen, handle_async_seen
    patch_text(httpx.Response, exchanges.garbled)


def begin(exchanges, request):
    exchange = exchanges.begin("httpx", request.method, str(request.url))
    # A body that is streamed is not read ahead for our sake; its announced length is all we know.
    body = getattr(request, "_content", None)
    if body:
        exchange.sent(body)
    else:
        exchange.request_bytes = int(request.headers.get("content-length") or 0)
    return exchange


def phase_of(error):
    name = type(error).__name__
    if name.startswith(("Connect", "Pool")):
        return "connect"
    return "send" if name.startswith("Write") else "headers"


def keep(response, exchange, streams):
    exchange.answered(response.status_code, response.headers)
    response._hermes = exchange
    response.stream = streams(response.stream, exchange)
    return response


def seen_streams(httpx):
    """The class is made here because its bases exist only once httpx has been imported."""

    class SeenStream(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __init__(self, inner, exchange):
            self._inner = inner
            self._exchange = exchange

        def __iter__(self):
            try:
                for piece in self._inner:
                    self._exchange.received(piece)
                    yield piece
            except Exception as error:
                self._exchange.finish(error, "body")
                raise
            self._exchange.finish()

        async def __aiter__(self):
            try:
                async for piece in self._inner:
                    self._exchange.received(piece)
                    yield piece
            except Exception as error:
                self._exchange.finish(error, "body")
                raise
            self._exchange.finish()

        def close(self):
            self._inner.close()
            self._exchange.finish()

        async def aclose(self):
            await self._inner.aclose()
            self._exchange.finish()

    return SeenStream


def patch_text(response, garbled):
    read_text = response.text.fget

    def text(self):
        value = read_text(self)
        garbled.decoded(self.content, value, self.encoding or "utf-8", getattr(self, "_hermes", None))
        return value

    response.text = property(text)
