"""`time`, fed."""

import time


def functions(feeds):
    real_time, real_ns = time.time, time.time_ns

    def seconds():
        return feeds.take("time.time", real_time)

    def at_seconds(function):
        return lambda secs=None: function(seconds() if secs is None else secs)

    def strftime(format, t=None):
        return time.strftime(format, time.localtime(seconds()) if t is None else t)

    return {
        "time": seconds,
        "time_ns": lambda: feeds.take("time.time_ns", real_ns, str, int),
        "gmtime": at_seconds(time.gmtime),
        "localtime": at_seconds(time.localtime),
        "ctime": at_seconds(time.ctime),
        "strftime": strftime,
    }
