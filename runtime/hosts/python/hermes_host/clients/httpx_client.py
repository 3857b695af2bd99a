"""httpx: seen at its transports, one call for each redirect hop."""


def patch(httpx, exchanges):
    streams, sent_stream = seen_streams(httpx), sent_streams(httpx)
    sync, asynchronous = httpx.HTTPTransport, httpx.AsyncHTTPTransport
    handle, handle_async = sync.handle_request, asynchronous.handle_async_request

    def handle_seen(self, request):
        exchange = begin(exchanges, request)
        body = watch_body(request, exchange, sent_stream)
        try:
            response = handle(self, request)
        except BaseException as error:
            fail(exchange, error, phase_of(error))
            raise
        finally:
            # A redirect may send it once more.
            request.stream = body
        return keep(response, exchange, streams)

    async def handle_async_seen(self, request):
        exchange = begin(exchanges, request)
        body = watch_body(request, exchange, sent_stream)
        try:
            response = await handle_async(self, request)
        except BaseException as error:
            fail(exchange, error, phase_of(error))
            raise
        finally:
            request.stream = body
        return keep(response, exchange, streams)

    sync.handle_request, asynchronous.handle_async_request = handle_seen, handle_async_seen
    patch_text(httpx.Response, exchanges.garbled)


def begin(exchanges, request):
    exchange = exchanges.begin("httpx", request.method, str(request.url))
    # A body that is streamed is not read ahead for our sake; its announced length is all we know.
    body = getattr(request, "_content", None)
    if exchange.captured is not None:
        exchange.captured.begin(raw_headers(request))
        if body is not None:
            exchange.captured.plan(raw_headers(request), body)
    if body:
        exchange.sent(body)
    else:
        exchange.request_bytes = int(request.headers.get("content-length") or 0)
    return exchange


def raw_headers(message):
    return [[name.decode("latin-1"), value.decode("latin-1")] for name, value in message.headers.raw]


def watch_body(request, exchange, sent_stream):
    """Gives the request's own stream; while a body that is not known yet is sent, another stands in for it."""
    stream = request.stream
    if exchange.captured is not None and not hasattr(request, "_content"):
        exchange.request_bytes = 0
        request.stream = sent_stream(stream, exchange)
    return stream


def fail(exchange, error, phase):
    if exchange.captured is not None:
        exchange.captured.client_error = error
    exchange.finish(error, phase)


def phase_of(error):
    name = type(error).__name__
    if name.startswith(("Connect", "Pool", "Proxy")):
        return "connect"
    return "send" if name.startswith("Write") else "headers"


def keep(response, exchange, streams):
    exchange.answered(response.status_code, response.headers)
    captured = exchange.captured
    if captured is not None:
        captured.response = (response.status_code, response.reason_phrase, raw_headers(response))
        captured.sizes = []
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
                    self._received(piece)
                    yield piece
            except Exception as error:
                fail(self._exchange, error, "body")
                raise
            self._exchange.finish()

        async def __aiter__(self):
            try:
                async for piece in self._inner:
                    self._received(piece)
                    yield piece
            except Exception as error:
                fail(self._exchange, error, "body")
                raise
            self._exchange.finish()

        def _received(self, piece):
            self._exchange.received(piece)
            captured = self._exchange.captured
            if captured is not None:
                captured.response_body.add(piece)
                captured.sizes.append(len(piece))

        def close(self):
            self._inner.close()
            self._exchange.finish()

        async def aclose(self):
            await self._inner.aclose()
            self._exchange.finish()

    return SeenStream


def sent_streams(httpx):
    """Bodies that are made while they are sent, as of a multipart form."""

    class SentStream(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __init__(self, inner, exchange):
            self._inner = inner
            self._exchange = exchange

        def __iter__(self):
            for piece in self._inner:
                self._exchange.sent(piece)
                yield piece

        async def __aiter__(self):
            async for piece in self._inner:
                self._exchange.sent(piece)
                yield piece

        def close(self):
            self._inner.close()

        async def aclose(self):
            await self._inner.aclose()

    return SentStream


def patch_text(response, garbled):
    read_text = response.text.fget

    def text(self):
        value = read_text(self)
        garbled.decoded(self.content, value, self.encoding or "utf-8", getattr(self, "_hermes", None))
        return value

    response.text = property(text)
