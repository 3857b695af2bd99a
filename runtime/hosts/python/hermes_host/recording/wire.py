"""HTTP/1.1 as bytes: heads taken apart, chunks undone, answers put together again."""


def parse_head(data):
    """First line and headers, as they came."""
    first, *lines = data.decode("latin-1").split("\r\n")
    headers = []
    for line in lines:
        name, colon, value = line.partition(":")
        if line[:1] in (" ", "\t") and headers:
            headers[-1][1] += " " + line.strip()
        elif colon:
            headers.append([name, value.strip()])
    return first, headers


def split_head(data):
    head, _, rest = bytes(data).partition(b"\r\n\r\n")
    return head, rest


def header(headers, name):
    """The first value of that name, in any case; empty if there is none."""
    return next((value for key, value in headers if key.lower() == name), "")


def is_chunked(headers):
    return "chunked" in header(headers, "transfer-encoding").lower()


def undo_chunks(data):
    """The body, the sizes of its chunks, and whether the last one came."""
    parts, at = [], 0
    while True:
        line_end = data.find(b"\r\n", at)
        if line_end < 0:
            return b"".join(parts), [len(part) for part in parts], False
        try:
            size = int(data[at:line_end].split(b";")[0], 16)
        except ValueError:
            return b"".join(parts), [len(part) for part in parts], False
        if size == 0:
            return b"".join(parts), [len(part) for part in parts], True
        part = data[line_end + 2 : line_end + 2 + size]
        if part:
            parts.append(part)
        at = line_end + 4 + size


def answer_bytes(response, body, is_whole):
    """The response as a server would send it. Chunks that were cut short have no end."""
    head = [f"HTTP/1.1 {response['status']} {response.get('reason') or ''}"]
    head += [f"{name}: {value}" for name, value in response["headers"]]
    if is_chunked(response["headers"]):
        body = chunked(body, response.get("chunks"), is_whole)
    return ("\r\n".join(head) + "\r\n\r\n").encode("latin-1", "replace") + body


def chunked(body, sizes, is_whole):
    pieces, at = [], 0
    for size in sizes if sizes and sum(sizes) == len(body) else [len(body)]:
        if size:
            pieces.append(b"%x\r\n%b\r\n" % (size, body[at : at + size]))
        at += size
    return b"".join(pieces) + (b"0\r\n\r\n" if is_whole else b"")
