"""Everything that is fed, for one task."""

from . import own_modules
from .fed_clock import datetime_classes, time_functions
from .fed_random import random_functions, uuid_functions

# How much shorter waiting is in a replay. It still lets others go first, and in the same order.
FASTER = 1000


def install(feeds, in_a_hurry):
    makers = {
        "time": lambda: {**time_functions(feeds), **(short_sleep() if in_a_hurry else {})},
        "datetime": lambda: datetime_classes(feeds),
        "random": lambda: random_functions(feeds),
        "uuid": lambda: uuid_functions(feeds),
    }
    if in_a_hurry:
        makers["asyncio"] = short_asyncio_sleep
    own_modules.stand_in(makers)


def short_sleep():
    import time

    def sleep(secs):
        time.sleep(secs / FASTER)

    return {"sleep": sleep}


def short_asyncio_sleep():
    import asyncio

    async def sleep(delay, result=None):
        return await asyncio.sleep(delay / FASTER, result)

    return {"sleep": sleep}
