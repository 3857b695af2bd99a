"""Secrets out of what is recorded. Each gives way to an ASCII placeholder, for that may stand in a header."""

import base64
import re
import threading
from urllib.parse import urlsplit, urlunsplit

from ..exchanges import SECRET_KEY
from ..redact import SHORTEST, base64_forms, forms_of

NAMELESS = "hermes-secret"
REDACTED = "hermes-redacted"
# Their values are secret whether or not the task knows them.
SECRET_HEADERS = frozenset(("authorization", "proxy-authorization", "cookie", "x-api-key"))
LOOKS_SECRET = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[^\s]{16,}$")
BASE64_AROUND = re.compile(rb"[A-Za-z0-9+/_=-]")


class Scrubber:
    """Replaces every form of each secret. What a cookie or `Authorization` holds is learned, and is secret from then on."""

    def __init__(self, secrets=(), placeholders=()):
        names = list(placeholders) + [NAMELESS] * len(secrets)
        self._forms = {}
        self._inside_base64 = set()
        self._lock = threading.RLock()
        for secret, name in zip(secrets, names):
            if isinstance(secret, str):
                self._add(secret, name)
        self._compile()

    def knows_any(self):
        return self._pattern is not None

    def learn(self, value):
        """A credential of which the task knows nothing. Words are left alone: they stand in too many places."""
        with self._lock:
            if not LOOKS_SECRET.match(value) or is_placeholder(value) or value.encode("utf-8") in self._forms:
                return
            self._add(value, REDACTED)
            self._compile()

    def data(self, data):
        pattern = self._pattern
        if pattern is None:
            return data
        out, at = [], 0
        for found in pattern.finditer(data):
            start, end = found.span()
            if start < at:
                continue
            if found.group() in self._inside_base64:
                # The characters beside it hold bits of the secret too, and how they fall depends on its length.
                while start > at and BASE64_AROUND.match(data, start - 1):
                    start -= 1
                while end < len(data) and BASE64_AROUND.match(data, end):
                    end += 1
            out += [data[at:start], self._forms[found.group()]]
            at = end
        return b"".join([*out, data[at:]]) if out else data

    def text(self, text):
        return self.data(text.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")

    def url(self, url):
        """Also values whose key says that they are secret."""
        url = self.text(url)
        if "?" not in url and "@" not in url:
            return url
        parts = urlsplit(url)
        user, at, place = parts.netloc.rpartition("@")
        name, colon, password = user.partition(":")
        host = f"{name}:{hidden(password)}{at}{place}" if colon else parts.netloc
        pairs = [pair.partition("=") for pair in parts.query.split("&")]
        query = "&".join(key + equals + (hidden(value) if SECRET_KEY.search(key) else value) for key, equals, value in pairs)
        return urlunsplit((parts.scheme, host, parts.path, query, parts.fragment))

    def headers(self, headers):
        return [[name, self._header(name.lower(), value)] for name, value in headers]

    def _header(self, name, value):
        if name == "set-cookie":
            # The agent may ask for a cookie by its name, so that stays.
            pair, semicolon, attributes = value.partition(";")
            key, equals, cookie = pair.partition("=")
            self.learn(cookie.strip().strip('"'))
            return f"{key}={REDACTED}{semicolon}{attributes}" if equals else REDACTED
        clean = self.text(value)
        if name not in SECRET_HEADERS or clean != value or is_placeholder(value):
            return clean
        self.learn(value.rpartition(" ")[2])
        return REDACTED

    def _add(self, secret, name):
        raw = secret.encode("utf-8", "surrogatepass")
        shown = name.encode("ascii", "replace")
        for form in forms_of(secret):
            self._forms.setdefault(form.encode("utf-8", "surrogatepass"), shown)
        if len(raw) >= SHORTEST:
            whole = (base64.b64encode(raw), base64.urlsafe_b64encode(raw))
            self._inside_base64.update(form for text in whole for form in (text, text.rstrip(b"=")))
            self._inside_base64.update(form.encode("ascii") for form in base64_forms(raw))

    def _compile(self):
        ordered = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile(b"|".join(map(re.escape, ordered))) if ordered else None


def hidden(value):
    return value if not value or is_placeholder(value) else REDACTED


def is_placeholder(value):
    return value.startswith(NAMELESS) or value == REDACTED
