"""What a request is known by: its body without secrets, compression and other things that change by themselves."""

import hashlib
import re

from . import content
from .wire import header

BOUNDARY = re.compile(r"boundary=(\"?)([^\";,]+)\1", re.IGNORECASE)
SAME_BOUNDARY = b"hermes-boundary"


def digest_of(body, headers, scrubber):
    """sha-256 of a request's body; the key, with method and URL."""
    return hashlib.sha256(keyed(body, headers, scrubber)).hexdigest()


def keyed(body, headers, scrubber):
    encoding = header(headers, "content-encoding")
    if encoding and body:
        try:
            body = content.opened(body, encoding)
        except content.Unreadable:
            # Then its bytes are what is compared.
            pass
    boundary = BOUNDARY.search(header(headers, "content-type"))
    if boundary:
        body = body.replace(boundary.group(2).strip().encode("latin-1"), SAME_BOUNDARY)
    return scrubber.data(body)
