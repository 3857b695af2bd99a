"""Whether what `execute` returned is JSON, and where not."""

import math

from .channel import encode

MAX_DEPTH = 200
MAX_SAFE_INTEGER = 2**53 - 1
DEFAULT_MAX_BYTES = 8 * 1024 * 1024


class NotJson(Exception):
    """Carries a `Failure` for a value that cannot leave the worker."""

    def __init__(self, code, message, path):
        super().__init__(message)
        self.failure = {"code": code, "message": message, "path": path}


def checked(value, max_bytes=DEFAULT_MAX_BYTES):
    """The value as JSON bytes. Raises NotJson naming the key."""
    check(value)
    data = encode(value)
    if len(data) > max_bytes:
        path, size = largest_part(value)
        where = f" The largest part is {path} ({size} bytes)." if path else ""
        raise NotJson(
            "result_too_large",
            f"The result has {len(data)} bytes; {max_bytes} are allowed.{where} Write a file, or raise limits.output_mb.",
            path,
        )
    return data


def check(root):
    # A stack of its own instead of recursion: the depth is the agent's to choose, and so would be the crash.
    todo = [(root, None)]
    while todo:
        value, trail = todo.pop()
        if not isinstance(value, (dict, list, tuple)):
            check_scalar(value, trail)
            continue
        if is_inside_itself(value, trail):
            raise NotJson("not_json", f"The value at {name(trail)} contains itself.", pointer(trail))
        if depth_of(trail) >= MAX_DEPTH:
            raise NotJson("result_too_deep", f"The result is nested more than {MAX_DEPTH} levels deep.", cut(pointer(trail)))
        for key, item in parts(value, trail):
            if item is not None and item is not True and item is not False:
                todo.append((item, (trail, key, value)))


def parts(value, trail):
    if not isinstance(value, dict):
        return enumerate(value)
    for key in value:
        if not isinstance(key, str):
            kind = f"The object at {name(trail)} has the key {short(key)} of type {type(key).__name__}"
            raise NotJson("not_json", f"{kind}; JSON keys are strings.", pointer(trail))
        check_text(key, trail)
    return value.items()


def check_scalar(value, trail):
    if isinstance(value, str):
        check_text(value, trail)
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise NotJson("not_json", f"The value at {name(trail)} is {value}, which JSON does not have.", pointer(trail))
    elif isinstance(value, int):
        if abs(value) > MAX_SAFE_INTEGER:
            problem = f"The integer at {name(trail)} has more digits than JSON keeps; return it as a string."
            raise NotJson("not_json", problem, pointer(trail))
    elif value is not None:
        problem = f"The value at {name(trail)} is of type {type(value).__name__}, which is not JSON."
        raise NotJson("not_json", problem, pointer(trail))


def check_text(text, trail):
    if text.isascii():
        return
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        half = ord(text[error.start])
        problem = f"The text at {name(trail)} holds half a character (\\u{half:04x})."
        raise NotJson("not_json", problem, pointer(trail)) from None


def is_inside_itself(value, trail):
    while trail is not None:
        if trail[2] is value:
            return True
        trail = trail[0]
    return False


def depth_of(trail):
    depth = 0
    while trail is not None:
        depth += 1
        trail = trail[0]
    return depth


def pointer(trail):
    """A trail of (parent trail, key, container) as a JSON Pointer."""
    steps = []
    while trail is not None:
        steps.append(str(trail[1]).replace("~", "~0").replace("/", "~1"))
        trail = trail[0]
    return "".join("/" + step for step in reversed(steps))


def largest_part(value):
    if not isinstance(value, (dict, list, tuple)) or not value:
        return "", 0
    sizes = [(pointer((None, key, value)), len(encode(item))) for key, item in parts(value, None)]
    return max(sizes, key=lambda entry: entry[1])


def name(trail):
    return cut(pointer(trail)) or "the top"


def cut(path):
    return path if len(path) <= 200 else path[:200] + "…"


def short(value):
    try:
        text = repr(value)
    except Exception:
        # A key's own __repr__ may raise; its type is named beside it.
        return "?"
    return text if len(text) <= 60 else text[:60] + "…"
