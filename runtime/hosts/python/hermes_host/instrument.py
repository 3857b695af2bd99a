"""Everything that watches the agent, by trace level: `off`, `calls`, `full`."""

from . import helper_module, loggers
from .after_import import AfterImport
from .clients import aiohttp_client, feedparser_client, http_client, httpx_client, requests_client
from .exchanges import Exchanges
from .garbled import Garbled
from .sites import follow_coroutines, follow_pools, follow_threads
from .subprocesses import Subprocesses
from .tape import Tape


class Instruments:
    """What was installed, and what the life of a task has to call."""

    def __init__(self):
        self.begin = []
        self.finish = []
        self.garbled = None
        self.ledger = None
        self.transformer = None
        # Has the last word on how the task ended.
        self.verdict = None

    def coverage(self):
        """Which of the agent's files are looked into, as the `ready` frame says it."""
        untouched = self.transformer.tell_untouched() if self.transformer else []
        return {"instrumented": self.transformer is not None, **({"not_instrumented": untouched} if untouched else {})}


class Watched:
    """What sees the agent's calls."""

    def __init__(self, exchanges, pending, processes):
        self.exchanges = exchanges
        self.pending = pending
        self.processes = processes


def install(level, recorder, sites, places, is_our_stream):
    """Puts hooks in place for libraries that the agent may import later. Imports none of them."""
    made = Instruments()
    waiting = {"logging": lambda module: loggers.install(module, recorder, sites, is_our_stream)}
    made.begin.append(helper_module.install(recorder, sites))
    watched = watch_calls(made, recorder, sites, waiting) if level != "off" else None
    if level == "full":
        watch_code(made, recorder, sites, places)

    def unseen(name, error):
        text = f"{name} is not instrumented: its inside looks different from what is known ({error})"
        recorder.emit("log", level="warning", stream="stderr", text=text)

    hooks = AfterImport(waiting, unseen)
    hooks.install()

    def watch_after_all():
        nonlocal watched
        if watched is None:
            more = {}
            watched = watch_calls(made, recorder, sites, more)
            hooks.add(more)
        return watched

    tape = Tape(recorder, hooks, watch_after_all)
    made.begin.append(tape.begin)
    made.finish.append(tape.finish)
    made.verdict = tape.verdict
    return made


def watch_calls(made, recorder, sites, waiting):
    garbled = Garbled(recorder, sites)
    exchanges = Exchanges(recorder, sites, garbled)
    pending = http_client.Pending()
    follow_threads(sites)
    waiting.update(
        {
            "asyncio": lambda module: follow_coroutines(),
            "concurrent.futures.thread": lambda module: follow_pools(module, sites),
            "http.client": lambda module: http_client.patch(module, exchanges, pending),
            "urllib3.connectionpool": lambda module: http_client.patch_urllib3_pool(module, exchanges, pending),
            "requests.models": lambda module: requests_client.patch_models(module, exchanges),
            "httpx": lambda module: httpx_client.patch(module, exchanges),
            "aiohttp.connector": lambda module: aiohttp_client.patch_connector(module, exchanges),
            "aiohttp.client_reqrep": lambda module: aiohttp_client.patch_request(module, exchanges),
            "feedparser.encodings": lambda module: feedparser_client.patch_encodings(module, exchanges),
        }
    )
    processes = Subprocesses(recorder, sites)
    processes.install(waiting)
    made.garbled = garbled
    made.finish += [lambda frame: exchanges.finish_all(), lambda frame: processes.close()]
    made.finish.append(lambda frame: garbled.returned(frame.get("output")))
    return Watched(exchanges, pending, processes)


def watch_code(made, recorder, sites, places):
    # The transform brings Python's own parser along: loaded only for those who want it.
    from .ledger import Ledger
    from .transformer import Transformer

    made.ledger = Ledger(recorder, sites, places, made.garbled)
    made.transformer = Transformer(made.ledger.table, places, recorder)
    made.finish.append(lambda frame: made.ledger.finish())
