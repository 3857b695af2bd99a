"""`uuid`, fed."""

import uuid

from .fed_function import fed

NAMES = ("uuid1", "uuid4", "uuid6", "uuid7")


def functions(feeds):
    known = [name for name in NAMES if hasattr(uuid, name)]
    return {name: fed(feeds, f"uuid.{name}", getattr(uuid, name), str, uuid.UUID) for name in known}
