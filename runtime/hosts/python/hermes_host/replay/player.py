"""Finds the recorded exchange that answers a request. Each answers once."""

import base64
import threading
from urllib.parse import urlsplit

from ..recording.request_key import digest_of, keyed
from .served import Served

# Errors that come before the other side could have read a body.
BEFORE_THE_ANSWER = ("connect", "send")


class Player:
    """One replay's recording, and what of it is left. Called from any thread."""

    def __init__(self, scrubber, divergences, rule, exchanges, bodies):
        self._scrubber = scrubber
        self._divergences = divergences
        self._by_place = rule == "place"
        ordered = sorted(exchanges, key=lambda recorded: recorded["n"])
        self._all = [one for one in ordered if not one.get("given")]
        # What a person gave stands in for what was not recorded, and so comes after all that was.
        self._given = [one for one in ordered if one.get("given")]
        self._left = list(self._all)
        self._bodies = bodies
        self._lock = threading.RLock()

    def early(self, exchange):
        """The answer, if it is that no request can be sent; else None, and the request is to be written first."""
        body = exchange.captured.known_body()
        with self._lock:
            found, changed = self._find(exchange, None if body is None else self._digest(exchange))
            if found is None or "response" in found or found.get("error", {}).get("phase") not in BEFORE_THE_ANSWER:
                return None
            return self._serve(exchange, found, changed)

    def take(self, exchange):
        """The answer to a request whose body is complete."""
        if exchange.served is not None:
            return exchange.served
        with self._lock:
            found, changed = self._find(exchange, self._digest(exchange))
            if found is not None and not found.get("response", {}).get("truncated"):
                return self._serve(exchange, found, changed)
            given = self._by_hand(exchange)
            if given is not None:
                if found is not None:
                    self._left.remove(found)
                return self._serve(exchange, given, False)
        raise self._diverged(exchange, found)

    def _digest(self, exchange):
        captured = exchange.captured
        # Credentials that the headers give away are left out of the digest, as when it was recorded.
        self._scrubber.headers(captured.request_headers)
        return digest_of(captured.body(), captured.request_headers, self._scrubber)

    def _find(self, exchange, digest):
        """The exchange that answers, and whether it was another request that it answered. Without a digest any body will do."""
        url, at = self._scrubber.url(exchange.url), exchange.site.get("at")
        same = [recorded for recorded in self._left if recorded["method"] == exchange.method and recorded["url"] == url]
        exact = [recorded for recorded in same if digest in (None, recorded["request"]["digest"])]
        exact = exact or [recorded for recorded in same if recorded["request"].get("truncated")]
        if exact:
            return nearest(exact, at), False
        if self._by_place:
            target = path_of(url)
            alike = [one for one in self._left if one["method"] == exchange.method and path_of(one["url"]) == target]
            if alike:
                return nearest(alike, at), True
        return None, False

    def _by_hand(self, exchange):
        url = self._scrubber.url(exchange.url)
        return next((one for one in self._given if one["method"] == exchange.method and one["url"] == url), None)

    def _serve(self, exchange, recorded, changed):
        (self._given if recorded.get("given") else self._left).remove(recorded)
        response = recorded.get("response")
        body = self.body(response) if response else b""
        exchange.served = Served(recorded, body, changed)
        return exchange.served

    def body(self, part):
        kept = self._bodies.get(part.get("body"), {})
        return kept["text"].encode("utf-8") if "text" in kept else base64.b64decode(kept.get("base64", ""))

    def _diverged(self, exchange, found):
        url, at = self._scrubber.url(exchange.url), exchange.site.get("at")
        captured = exchange.captured
        body = keyed(captured.body(), captured.request_headers, self._scrubber)
        same = [recorded for recorded in self._all if recorded["method"] == exchange.method and recorded["url"] == url]
        unused = [recorded for recorded in same if any(recorded is left for left in self._left)]
        digest = self._digest(exchange)
        closest = nearest(unused or same, at) if same else None
        if found is not None:
            reason, closest = "truncated", found
        elif any(recorded["request"]["digest"] == digest for recorded in same):
            reason = "used_up"
        else:
            reason = "body_differs" if same else "not_recorded"
        exchange.abandon()
        recorded_body = self.body(closest["request"]) if closest and reason == "body_differs" else b""
        return self._divergences.tell(reason, exchange.client, exchange.method, url, exchange.site, body, recorded_body)


def nearest(candidates, at):
    """Those of the same line first, the oldest first. The line only ranks, for an edit moves lines."""
    return next((recorded for recorded in candidates if recorded.get("at") == at), candidates[0])


def path_of(url):
    parts = urlsplit(url)
    return parts.scheme, parts.netloc, parts.path
