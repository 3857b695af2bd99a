"""A function whose values are fed."""


def fed(feeds, name, function, encode=None, decode=None):
    def given(*args, **kwargs):
        return feeds.take(name, lambda: function(*args, **kwargs), encode, decode)

    given.__name__ = given.__qualname__ = function.__name__
    given.__doc__ = function.__doc__
    return given
