"""HTTP exchanges, whatever client makes them: begun, answered, finished once."""

import re
import threading
import time
import zlib
from urllib.parse import urlsplit, urlunsplit

from .recorder import now
from .recording.captured import Captured
from .redact import PLACEHOLDER

SECRET_KEY = re.compile(r"(^|[_-])(token|password|passwd|secret|api[_-]?key|apikey|access[_-]?key)$", re.IGNORECASE)
# Bodies are looked through for garbled text up to this size.
LARGEST_BODY = 1 << 20


class Exchanges:
    """Numbers the exchanges of a task in the order in which they began."""

    def __init__(self, recorder, sites, garbled):
        self.recorder = recorder
        self.sites = sites
        self.garbled = garbled
        # Set for a task that is recorded, and for one that is a replay.
        self.keeper = None
        self.player = None
        self._count = 0
        # A response may be collected, and so end its exchange, while this very thread holds the lock.
        self._lock = threading.RLock()
        self._open = {}

    def begin(self, client, method, url, site=None):
        with self._lock:
            self._count += 1
            exchange = Exchange(self, self._count, client, method, url, self.sites.here() if site is None else site)
            self._open[exchange.number] = exchange
        return exchange

    def finish_all(self):
        """Responses that the agent never read to their end."""
        for exchange in list(self._open.values()):
            exchange.finish()

    def close(self, exchange):
        with self._lock:
            return self._open.pop(exchange.number, None) is not None


class Exchange:
    """One request and what came of it."""

    def __init__(self, owner, number, client, method, url, site):
        self._owner = owner
        self.number = number
        self.site = site
        self.client = client
        self.method = method.decode("latin-1") if isinstance(method, bytes) else str(method)
        self.url = url
        self.started = now()
        # The bytes, where somebody wants to have them.
        self.captured = Captured() if owner.keeper or owner.player else None
        # The recorded exchange that answers this one, in a replay.
        self.served = None
        self._clock = time.perf_counter()
        self._answer = {}
        self.request_bytes = 0
        self.response_bytes = 0
        self.declared = None
        self._checksum = 0
        self._body = []

    def sent(self, data):
        """A piece of the request's body. Kept only while there is garbled text to look for in it."""
        self.request_bytes += len(data)
        if self.captured is not None:
            self.captured.sent(data)
        if self._owner.garbled.has_readings() and self.request_bytes <= LARGEST_BODY:
            self._body.append(bytes(data))

    def received(self, data):
        """A piece of the response's body, as it came over the wire."""
        self.response_bytes += len(data)
        self._checksum = zlib.crc32(data, self._checksum)

    def answered(self, status, headers):
        """`headers` is any mapping whose get() ignores case."""
        content_type = headers.get("content-type") or ""
        self.declared = charset_of(content_type)
        self._answer = {
            "status": int(status),
            "content_type": content_type.split(";")[0].strip().lower() or None,
            "charset": self.declared,
            "retry_after_seconds": seconds_of(headers.get("retry-after")),
        }

    def abandon(self):
        """It never took place."""
        self._owner.close(self)

    def finish(self, error=None, phase=None):
        """Sends the event, the first time that it is called."""
        if not self._owner.close(self):
            return
        recorder = self._owner.recorder
        ms = round((time.perf_counter() - self._clock) * 1000, 3)
        recorder.emit(
            "http.exchanged",
            exchange=self.number,
            client=self.client,
            method=self.method,
            url=without_secrets(self.url),
            started=self.started,
            ms=ms,
            request_bytes=self.request_bytes,
            response_bytes=self.response_bytes if self._answer else None,
            error=described(error, phase, recorder) if error is not None else None,
            **self._answer,
            **self.site,
            **(self.served.as_fields() if self.served else {}),
        )
        if self._owner.keeper is not None and self.captured is not None:
            self._owner.keeper.ended(self, self.captured, ms, error, phase)
            # The agent may keep the response for long.
            self.captured = None
        if self._checksum:
            self._owner.garbled.came((self.response_bytes, self._checksum), self)
        if self._body:
            self._owner.garbled.sent(b"".join(self._body), self.number, self.site)


def described(error, phase, recorder):
    """The error of the operating system under a library's own, which says more and is the same for all clients."""
    root, seen = error, error
    for _ in range(12):
        if isinstance(seen, OSError):
            root = seen
        seen = cause_of(seen)
        if seen is None:
            break
    kind = type(root).__name__
    text = root.strerror if isinstance(root, OSError) and root.strerror else str(root)
    # Before Python 3.10 a timeout of a socket had a class of its own.
    return {"type": "TimeoutError" if kind == "timeout" else kind, "message": recorder.short(str(text) or kind, 300), "phase": phase}


def cause_of(error):
    reason = getattr(error, "reason", None)
    below = reason if isinstance(reason, BaseException) else getattr(error, "os_error", None)
    return error.__cause__ or below or error.__context__


def charset_of(content_type):
    found = re.search(r"charset\s*=\s*[\"']?([^\s;\"']+)", content_type, re.IGNORECASE)
    return found.group(1) if found else None


def seconds_of(retry_after):
    if not retry_after:
        return None
    try:
        return max(0.0, float(retry_after))
    except ValueError:
        try:
            from email.utils import parsedate_to_datetime

            return max(0.0, round(parsedate_to_datetime(retry_after).timestamp() - now() / 1000, 3))
        except (TypeError, ValueError):
            # Neither seconds nor a date: not something to wait for.
            return None


def without_secrets(url):
    """Hides values whose key says that they are secret; those that the task knows by value are hidden on sending."""
    if "?" not in url and "@" not in url:
        return url
    parts = urlsplit(url)
    host = parts.netloc
    if "@" in host:
        user, _, place = host.rpartition("@")
        host = f"{user.split(':')[0]}:{PLACEHOLDER}@{place}" if ":" in user else host
    pairs = [pair.partition("=") for pair in parts.query.split("&")]
    query = "&".join(key + equals + (PLACEHOLDER if equals and SECRET_KEY.search(key) else value) for key, equals, value in pairs)
    return urlunsplit((parts.scheme, host, parts.path, query, parts.fragment))
