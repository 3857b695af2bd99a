"""A short text for what a turn of a loop was about. Runs no code of the agent: no properties, no __str__ of its classes."""

import os

# What names a thing, the best first.
NAMING_KEYS = ("link", "url", "href", "path", "file", "filename", "name", "title", "id", "key", "sku", "email")
LONGEST = 400
# Beyond this many letters one variable fills the line alone.
ENOUGH = 60


def item_text(variables, names):
    """The loop's variables, joined when they are short."""
    texts = []
    for name in names:
        text = text_of(variables.get(name))
        if text:
            texts.append(text)
            if sum(map(len, texts)) > ENOUGH:
                break
    return " ".join(" ".join(texts).split()) or None


def text_of(value):
    kind = type(value)
    if kind is str:
        return value[:LONGEST]
    if kind in (int, float, bool):
        return str(value)
    if kind is bytes:
        return value[:ENOUGH].decode("utf-8", "replace")
    if isinstance(value, dict):
        return named(dict.get, value) or keys_of(value)
    if kind in (tuple, list):
        return " ".join(filter(None, (text_of(part) for part in value[:3] if not isinstance(part, (list, tuple)))))
    if isinstance(value, os.PathLike) and kind.__module__.startswith("pathlib"):
        return os.fspath(value)
    fields = getattr(value, "__dict__", None) if kind.__getattribute__ is object.__getattribute__ else None
    return named(dict.get, fields) if type(fields) is dict else None


def named(get, fields):
    for key in NAMING_KEYS:
        text = get(fields, key)
        if type(text) in (str, int) and text != "":
            return str(text)[:LONGEST]
    return None


def keys_of(fields):
    """An object without a name: its first entry."""
    for key, value in list(dict.items(fields))[:1]:
        if type(key) is str and type(value) in (str, int, float):
            return f"{key}={value}"[:ENOUGH]
    return None
