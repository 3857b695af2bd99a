"""Compressed bodies, opened and closed again."""

import sys
import zlib


class Unreadable(Exception):
    """Compressed in a way that cannot be opened here."""


def opened(data, encoding):
    """What the bytes stand for."""
    for name in reversed(encodings(encoding)):
        data = open_one(data, name)
    return data


def closed(data, encoding):
    """Compressed again, always to the same bytes."""
    for name in encodings(encoding):
        if name == "gzip":
            data = zipped(data)
        elif name == "deflate":
            data = zlib.compress(data)
        else:
            raise Unreadable(name)
    return data


def zipped(data):
    """As `gzip.compress` does, and with no time in it."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, 31)
    return deflater.compress(data) + deflater.flush()


def encodings(encoding):
    names = [name.strip().lower().replace("x-gzip", "gzip") for name in encoding.split(",")]
    return [name for name in names if name not in ("", "identity")]


def open_one(data, name):
    try:
        if name == "gzip":
            return inflated(data, 31)
        if name == "deflate":
            return inflated(data, 15 if data[:1] and data[0] & 0x0F == 8 else -15)
        if name == "br" and "brotli" in sys.modules:
            return sys.modules["brotli"].decompress(data)
        if name == "zstd" and "zstandard" in sys.modules:
            return sys.modules["zstandard"].ZstdDecompressor().decompressobj().decompress(data)
    except Exception as error:
        raise Unreadable(name) from error
    raise Unreadable(name)


def inflated(data, window):
    """As far as it goes: a body may be cut short, and a gzip file may have several members."""
    parts = []
    while data:
        inflater = zlib.decompressobj(window)
        parts.append(inflater.decompress(data))
        data = inflater.unused_data if inflater.eof else b""
    return b"".join(parts)
