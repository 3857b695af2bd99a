"""Text that was read with the wrong charset, and where it goes from there."""

import json
import re
import zlib
from urllib.parse import parse_qsl

from .charsets import LARGEST_BODY, fitting_charset, stretch_of, whole_characters

MAX_READINGS = 50
MAX_STRINGS = 20_000
REMEMBERED_BODIES = 64
NOT_ASCII_RUN = re.compile(r"[^\x00-\x7f]{2,}")
SHOWN = 160


class Garbled:
    """Looks at each body that becomes text, and for what was read wrongly in all that the agent sends or returns."""

    def __init__(self, recorder, sites):
        self._recorder = recorder
        self._sites = sites
        self._readings = []
        self._seen = set()
        self._bodies = {}
        self._written = set()

    def has_readings(self):
        return bool(self._readings)

    def came(self, mark, exchange):
        """A whole body, by its fingerprint: when the agent decodes the bytes itself, we know where they are from."""
        if len(self._bodies) >= REMEMBERED_BODIES:
            self._bodies.pop(next(iter(self._bodies)))
        self._bodies[mark] = exchange

    def decoded(self, data, text, read_as, exchange=None):
        """Bytes became text. Silent unless another charset fits them."""
        if not isinstance(data, (bytes, bytearray)) or not data or len(data) > LARGEST_BODY or data.isascii():
            return
        data = bytes(data)
        mark = fingerprint(data)
        if (mark, read_as) in self._seen or len(self._readings) >= MAX_READINGS:
            return
        self._seen.add((mark, read_as))
        fits = fitting_charset(data, read_as)
        if fits is None:
            return
        exchange = exchange or self._bodies.get(mark)
        stretch = stretch_of(data, fits)
        reading = {
            "garbled": f"g{len(self._readings) + 1}",
            "read_as": read_as,
            "fits": fits,
            "declared": exchange.declared if exchange else None,
            "sample": self._recorder.short(stretch.decode(read_as, "replace"), SHOWN),
            "should_be": self._recorder.short(stretch.decode(fits, "replace"), SHOWN),
        }
        self._readings.append({**reading, "text": text})
        self._recorder.emit("text.garbled", stage="read", exchange=exchange.number if exchange else None, **reading, **self._sites.here())

    def sent(self, body, exchange, site):
        """The body of a request that has gone out."""
        for text in list(strings_of_body(body)):
            # One line for each request: its other fields usually repeat the same text.
            if self._look(text, {"exchange": exchange, **site}, exchange):
                return

    def returned(self, output):
        if self._readings:
            for path, text in leaves(output):
                self._look(text, {"path": path}, path)

    def _look(self, text, where, target):
        if text.isascii():
            return False
        for reading in self._readings:
            found = self._match(text, reading)
            if found is None or (reading["garbled"], target, found[0]) in self._written:
                continue
            self._written.add((reading["garbled"], target, found[0]))
            fields = {key: reading[key] for key in ("garbled", "read_as", "fits", "declared")}
            sample, should_be = (self._recorder.short(part, SHOWN) for part in found)
            self._recorder.emit("text.garbled", stage="written", sample=sample, should_be=should_be, **fields, **where)
            return True
        return False

    def _match(self, text, reading):
        """What part of a text is this reading's, and how it should read."""
        if "\ufffd" in text:
            at = text.index("\ufffd")
            inside = text[max(0, at - 4) : at + 6]
            return (text, reading["should_be"]) if inside in reading["text"] else None
        for run in NOT_ASCII_RUN.findall(text):
            if run in reading["text"]:
                return mended(text, run, reading)
        return None


def mended(text, run, reading):
    """The whole text re-decoded if it can be, else the run that is known to be garbled."""
    for part in (text, run):
        try:
            data = part.encode(reading["read_as"])
        except UnicodeEncodeError:
            # Other text stands beside the garbled one.
            continue
        data = whole_characters(data, reading["fits"])
        try:
            better = data.decode(reading["fits"])
        except UnicodeDecodeError:
            # Cut at its start, as a slice in the middle is.
            continue
        if better != part:
            return part, better
    return None


def fingerprint(data):
    return len(data), zlib.crc32(data)


def strings_of_body(body):
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        # The agent passes bytes on, it did not decode them.
        return
    if text.lstrip()[:1] in ("{", "["):
        try:
            yield from (leaf for _, leaf in leaves(json.loads(text)))
            return
        except ValueError:
            # It only looks like JSON.
            pass
    if "=" in text and text.isascii():
        yield from (value for _, value in parse_qsl(text))
    else:
        yield from text.splitlines()


def leaves(value):
    """Every string in a value, in order, with its JSON Pointer."""
    todo, count = [("", value)], 0
    while todo and count < MAX_STRINGS:
        path, item = todo.pop()
        count += 1
        if isinstance(item, str):
            yield path, item
        elif isinstance(item, dict):
            steps = [(f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}", part) for key, part in item.items()]
            todo.extend(reversed(steps))
        elif isinstance(item, (list, tuple)):
            todo.extend(reversed([(f"{path}/{index}", part) for index, part in enumerate(item)]))
