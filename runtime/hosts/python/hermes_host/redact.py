"""Secret values out of everything that leaves the worker."""

import base64
import json
import re
from urllib.parse import quote, quote_plus

PLACEHOLDER = "‹secret›"
# Shorter values stand in too many places by chance: the host hides those by their key.
SHORTEST = 6
# What is left as it is: by Python's `quote` of a value and of a path, by `encodeURIComponent`, by `encodeURI`.
SAFE_IN_URLS = ("", "/", "!'()*", ";,/?:@&=+$!'()*#")


class Redactor:
    """Replaces the task's secrets, also in base64 and URL encoding, in every string of a value."""

    def __init__(self, secrets=()):
        forms = {form for secret in secrets if isinstance(secret, str) for form in forms_of(secret)}
        ordered = sorted(forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None
        self.longest = len(ordered[0]) if ordered else 0

    def text(self, text):
        return self._pattern.sub(PLACEHOLDER, text) if self._pattern else text

    def value(self, value):
        """A copy without secrets; the value itself when there are none to hide."""
        return self._walk(value) if self._pattern else value

    def _walk(self, value):
        if isinstance(value, str):
            return self._pattern.sub(PLACEHOLDER, value)
        if isinstance(value, dict):
            return {self._pattern.sub(PLACEHOLDER, key): self._walk(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._walk(item) for item in value]
        if isinstance(value, int) and not isinstance(value, bool) and self._pattern.fullmatch(str(value)):
            return PLACEHOLDER
        return value


def forms_of(secret):
    """Every spelling under which a secret may show up."""
    if len(secret.encode("utf-8", "surrogatepass")) < SHORTEST:
        return
    raw = secret.encode("utf-8", "surrogatepass")
    yield secret
    escaped = json.dumps(secret)[1:-1]
    yield escaped
    yield json.dumps(escaped)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield repr(secret)[1:-1]
    for safe in SAFE_IN_URLS:
        encoded = quote(raw, safe=safe)
        yield encoded
        yield re.sub(r"%[0-9A-F]{2}", lambda found: found.group().lower(), encoded)
    yield quote_plus(raw)
    yield quote_plus(raw, safe="*").replace("~", "%7E")
    yield raw.hex()
    for whole in (base64.b64encode(raw).decode("ascii"), base64.urlsafe_b64encode(raw).decode("ascii")):
        yield whole
        yield whole.rstrip("=")
    yield from base64_forms(raw)
    for line in secret.splitlines():
        # A key of several lines is printed line by line.
        if len(line) >= 16:
            yield line


def base64_forms(raw):
    """The stretch of base64 text that depends on the secret alone, at each of the three offsets (`user:secret`)."""
    for offset in range(3):
        text = base64.b64encode(b"\0" * offset + raw)
        start = (0, 2, 3)[offset]
        tail = (offset + len(raw)) % 3
        end = len(text) - (0, 3, 2)[tail]
        stretch = text[start:end].decode("ascii")
        if len(stretch) >= SHORTEST:
            yield stretch
            yield stretch.replace("+", "-").replace("/", "_")
