"""`random`, fed. What is chosen from is the agent's own, so only positions are kept."""

import base64
import random

from .fed_function import fed

NUMBERS = ("random", "uniform", "triangular", "betavariate", "expovariate", "gauss", "normalvariate", "lognormvariate")
INTEGERS = ("randint", "randrange", "getrandbits")
# JSON numbers beyond this lose their last digits on the way.
LARGEST_NUMBER = 1 << 53


def functions(feeds):
    made = {name: fed(feeds, f"random.{name}", getattr(random, name)) for name in NUMBERS}
    made.update((name, fed(feeds, f"random.{name}", getattr(random, name), as_number, int)) for name in INTEGERS)
    if hasattr(random, "randbytes"):
        made["randbytes"] = fed(feeds, "random.randbytes", random.randbytes, as_base64, base64.b64decode)
    made.update(choices_of(feeds))
    return made


def choices_of(feeds):
    def choice(seq):
        if len(seq) == 0:
            return random.choice(seq)
        places = range(len(seq))
        return seq[feeds.take("random.choice", lambda: random.choice(places), None, places.__getitem__)]

    def choices(population, *args, **kwargs):
        places = range(len(population))
        drawn = feeds.take("random.choices", lambda: random.choices(places, *args, **kwargs), None, all_in(places))
        return [population[place] for place in drawn]

    def sample(population, k, **kwargs):
        if not hasattr(population, "__getitem__"):
            return random.sample(population, k, **kwargs)
        places = range(len(population))
        drawn = feeds.take("random.sample", lambda: random.sample(places, k, **kwargs), None, all_in(places, k))
        return [population[place] for place in drawn]

    def shuffle(x):
        places = range(len(x))
        order = feeds.take("random.shuffle", lambda: shuffled(places), None, all_in(places, len(x)))
        x[:] = [x[place] for place in order]

    return {"choice": choice, "choices": choices, "sample": sample, "shuffle": shuffle}


def all_in(places, count=None):
    """Positions in a list that may have become shorter since."""

    def decode(drawn):
        if count is not None and len(drawn) != count:
            raise ValueError("drawn from another list")
        return [places[place] for place in drawn]

    return decode


def shuffled(places):
    order = list(places)
    random.shuffle(order)
    return order


def as_number(value):
    return value if abs(value) < LARGEST_NUMBER else str(value)


def as_base64(data):
    return base64.b64encode(data).decode("ascii")
