"""`datetime`, fed."""

import datetime


def classes(feeds):
    real_datetime, real_date = datetime.datetime, datetime.date
    utc = datetime.timezone.utc

    def moment():
        return feeds.take("datetime.now", lambda: real_datetime.now(utc), real_datetime.isoformat, real_datetime.fromisoformat)

    def local(tz=None):
        return moment().astimezone(tz) if tz is not None else moment().astimezone().replace(tzinfo=None)

    class Fed(type):
        """What is made is of the real class, so nobody else ever meets this one."""

        def __instancecheck__(cls, instance):
            return isinstance(instance, cls.__mro__[1]) if cls.__dict__.get("_hermes_fed") else type.__instancecheck__(cls, instance)

        def __eq__(cls, other):
            return cls is other or (cls.__dict__.get("_hermes_fed", False) and other is cls.__mro__[1])

        def __hash__(cls):
            return hash(cls.__mro__[1]) if cls.__dict__.get("_hermes_fed") else type.__hash__(cls)

        def __subclasscheck__(cls, other):
            return issubclass(other, cls.__mro__[1]) if cls.__dict__.get("_hermes_fed") else type.__subclasscheck__(cls, other)

    class FedDatetime(real_datetime, metaclass=Fed):
        _hermes_fed = True

        def __new__(cls, *args, **kwargs):
            return (real_datetime if cls is FedDatetime else super()).__new__(real_datetime if cls is FedDatetime else cls, *args, **kwargs)

        @classmethod
        def now(cls, tz=None):
            return of_class(cls, FedDatetime, local(tz))

        @classmethod
        def today(cls):
            return of_class(cls, FedDatetime, local())

        @classmethod
        def utcnow(cls):
            return of_class(cls, FedDatetime, moment().replace(tzinfo=None))

    class FedDate(real_date, metaclass=Fed):
        _hermes_fed = True

        def __new__(cls, *args, **kwargs):
            return (real_date if cls is FedDate else super()).__new__(real_date if cls is FedDate else cls, *args, **kwargs)

        @classmethod
        def today(cls):
            day = feeds.take("date.today", real_date.today, real_date.isoformat, real_date.fromisoformat)
            return day if cls is FedDate else cls(day.year, day.month, day.day)

    for made, real in ((FedDatetime, real_datetime), (FedDate, real_date)):
        made.__name__, made.__qualname__, made.__module__ = real.__name__, real.__qualname__, real.__module__
    return {"datetime": FedDatetime, "date": FedDate}


def of_class(cls, fed, value):
    """The agent may have a subclass of its own."""
    if cls is fed:
        return value
    return cls(value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond, value.tzinfo, fold=value.fold)
