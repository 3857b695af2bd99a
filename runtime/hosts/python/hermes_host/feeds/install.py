"""Everything that is fed, for one task."""

from . import own_modules

# How much shorter waiting is in a replay. It still lets others go first, and in the same order.
FASTER = 1000


def install(feeds, in_a_hurry):
    """Each module is made once the agent has the real one: nothing is imported for those who do not use it."""
    makers = {
        "time": lambda: {**fed_time(feeds), **(short_sleep() if in_a_hurry else {})},
        "datetime": lambda: fed_datetime(feeds),
        "random": lambda: fed_random(feeds),
        "uuid": lambda: fed_uuid(feeds),
    }
    if in_a_hurry:
        makers["asyncio"] = short_asyncio_sleep
    own_modules.stand_in(makers)


def fed_time(feeds):
    from .fed_time import functions

    return functions(feeds)


def fed_datetime(feeds):
    from .fed_datetime import classes

    return classes(feeds)


def fed_random(feeds):
    from .fed_random import functions

    return functions(feeds)


def fed_uuid(feeds):
    from .fed_uuid import functions

    return functions(feeds)


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
