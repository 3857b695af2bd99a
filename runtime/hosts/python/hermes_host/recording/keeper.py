"""Takes exchanges that have ended, and sends each whole, with the bodies that were not sent before."""

import base64
import hashlib
import json
import threading

from . import content, wire
from .captured import LARGEST_BODY
from .os_error import taken_down
from .request_key import digest_of

# Of one attempt together.
LARGEST_SUM = 32 << 20


class Keeper:
    """One attempt's recording. Called from whichever thread an exchange ends in."""

    def __init__(self, recorder, scrubber):
        self._recorder = recorder
        self._scrubber = scrubber
        # A response may be collected, and so end its exchange, while this very thread holds the lock.
        self._lock = threading.RLock()
        self._sent = set()
        self._sum = 0
        self._tries = {}

    def ended(self, exchange, captured, ms, error, phase):
        """Sends the exchange. `exchange` says who asked for what, `captured` holds the bytes."""
        try:
            self._keep(exchange, captured, ms, error, phase)
        except Exception as problem:
            # The agent's request went well, whatever we could not keep of it.
            text = f"{exchange.method} is not recorded: {type(problem).__name__}: {problem}"
            self._recorder.emit("log", level="warning", stream="stderr", text=text)

    def _keep(self, exchange, captured, ms, error, phase):
        with self._lock:
            bodies = {}
            url = self._scrubber.url(exchange.url)
            # All headers first: what they give away is a secret in both bodies.
            sent = self._scrubber.headers(captured.request_headers)
            came = self._scrubber.headers(captured.response[2]) if captured.response else []
            response = self._response(captured, came, bodies)
            request = self._request(captured, sent, bodies)
            if error is not None and response is None and captured.known_body() is None:
                # Perhaps there was more that was never sent.
                request["truncated"] = True
            at = exchange.site.get("at")
            key = (exchange.method, url, request["digest"], at and (at["file"], at["line"]))
            self._tries[key] = self._tries.get(key, 0) + 1
            recorded = {
                "n": exchange.number,
                "client": exchange.client,
                "method": exchange.method,
                "url": url,
                "at": at,
                "try": self._tries[key],
                "started": exchange.started,
                "ms": ms,
                "request": request,
                "response": response,
                "error": self._error(error, phase, captured),
            }
            whole = {name: value for name, value in recorded.items() if value is not None}
            self._recorder.send_recorded({"type": "exchange", "exchange": whole, "bodies": bodies})

    def _request(self, captured, shown, bodies):
        headers, body = captured.request_headers, captured.body()
        request = {"headers": shown, "digest": digest_of(body, headers, self._scrubber)}
        clean, _ = self._clean(body, headers)
        return {**request, **self._kept(clean, captured.request_body.is_over, bodies)}

    def _response(self, captured, shown, bodies):
        if captured.response is None:
            return None
        status, reason, headers = captured.response
        body, sizes = captured.response_body.bytes(), captured.sizes
        if sizes is None and wire.is_chunked(headers):
            body, sizes, _ = wire.undo_chunks(body)
        clean, is_scrubbed = self._clean(body, headers)
        if is_scrubbed and clean is not None:
            sizes = None
            shown = [[name, str(len(clean)) if name.lower() == "content-length" else value] for name, value in shown]
        response = {"status": status, "reason": reason, "headers": shown, "encoding": "wire"}
        if sizes and len(sizes) > 1:
            response["chunks"] = sizes
        if is_scrubbed:
            response["scrubbed"] = True
        return {**response, **self._kept(clean, captured.response_body.is_over, bodies)}

    def _clean(self, body, headers):
        """The body without secrets, and whether there was one. None where that cannot be known."""
        encoding = wire.header(headers, "content-encoding")
        if not body or not self._scrubber.knows_any():
            return body, False
        try:
            plain = content.opened(body, encoding)
            clean = self._scrubber.data(plain)
            return (body, False) if clean == plain else (content.closed(clean, encoding), True)
        except content.Unreadable:
            return None, True

    def _kept(self, body, is_over, bodies):
        """The body's place in `bodies`; nothing for an empty one."""
        if body == b"" and not is_over:
            return {}
        if body is None or is_over or len(body) > LARGEST_BODY:
            return {"truncated": True}
        digest = hashlib.sha256(body).hexdigest()
        if digest not in self._sent:
            if self._sum + len(body) > LARGEST_SUM:
                return {"truncated": True}
            self._sum += len(body)
            self._sent.add(digest)
            bodies[digest] = as_text(body)
        return {"body": digest}

    def _error(self, error, phase, captured):
        if error is None:
            return None
        recorded = taken_down(captured.lost or error, phase, captured.client_error)
        return {**recorded, "message": self._scrubber.text(recorded["message"])[:300]}


def as_text(body):
    """Text where it is UTF-8 and stays small as JSON, else base64."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        # Bytes are bytes.
        text = None
    if text is not None and (len(body) < 1 << 16 or len(json.dumps(text, ensure_ascii=False)) < 1.3 * len(body)):
        return {"text": text}
    return {"base64": base64.b64encode(body).decode("ascii")}
