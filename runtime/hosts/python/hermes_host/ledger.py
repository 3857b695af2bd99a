"""What the transformed code tells while it runs: loops by turn, exceptions that were caught, bytes that became text."""

import sys
import time

from .item_text import item_text
from .recorder import now

MAX_EXITS = 100
# Of each loop in the source: so many executions are told one by one, the rest in one sum.
MAX_CLEAN = 20
MAX_TOLD = 200
# Of each handler in the source.
MAX_CAUGHT = 100
# Control flow by exception, which says nothing about what went wrong.
SILENT = (StopIteration, StopAsyncIteration, GeneratorExit)


class Table:
    """What the numbers in the transformed code stand for."""

    def __init__(self):
        self.loops = []
        self.handlers = []

    def add_loop(self, file, node, header, names):
        self.loops.append(LoopSource(file, node, header, names))
        return len(self.loops) - 1

    def add_handler(self, file, line, used):
        self.handlers.append(HandlerSource({"file": file, "line": line}, used))
        return len(self.handlers) - 1


class LoopSource:
    """One `for` in the agent's source."""

    def __init__(self, file, node, header, names):
        self.file = file
        self.at = {"file": file, "line": node.lineno}
        self.is_one_line = node.body[0].lineno == node.lineno
        self.header = header
        self.names = names
        self.told = 0
        self.clean = 0
        self.rest = None


class HandlerSource:
    """One `except` in the agent's source."""

    def __init__(self, at, used):
        self.at = at
        self.used = used
        self.told = 0


class Ledger:
    """The object behind `_hr` in the agent's modules."""

    def __init__(self, recorder, sites, places, garbled):
        self.table = Table()
        self.recorder = recorder
        self.sites = sites
        self._places = places
        self._garbled = garbled
        self._count = 0

    def open(self, number):
        return LoopLedger(self, self.table.loops[number])

    def next_id(self):
        self._count += 1
        return f"l{self._count}"

    def caught(self, number):
        error = sys.exc_info()[1]
        source = self.table.handlers[number]
        frame = sys._getframe(1)
        if error is None or isinstance(error, SILENT) or source.told >= MAX_CAUGHT:
            return
        if isinstance(error, ImportError) and frame.f_code.co_name == "<module>":
            # An optional import: the way to ask what is installed.
            return
        source.told += 1
        self.recorder.emit(
            "exception.caught",
            exception_type=type(error).__qualname__,
            message=self.recorder.short(text_of(error), 500),
            at=source.at,
            raised_at=self._places.of_traceback(error.__traceback__),
            used=source.used,
            iteration=self.sites.iteration(frame),
        )

    def decode(self, value, *args, **kwargs):
        """`value.decode(…)`, whatever value is."""
        text = value.decode(*args, **kwargs)
        if isinstance(value, (bytes, bytearray)) and not value.isascii():
            self._garbled.decoded(value, text, kwargs.get("encoding") or (args[0] if args else "utf-8"))
        return text

    def finish(self):
        """The sums of loops that were executed too often to be told one by one."""
        for source in self.table.loops:
            if source.rest is not None:
                source.rest.tell()
                source.rest = None


class LoopLedger:
    """One execution of a loop. Counts turns; the turns that did not reach the end of the body are kept with their lines."""

    __slots__ = ("n", "over", "closed", "opened", "skipped", "dropped", "handled", "exits", "_how", "_id", "_began", "_ledger", "_source", "_iteration")

    def __init__(self, ledger, source):
        self.n = 0
        self.over = False
        self.closed = False
        self.opened = time.perf_counter()
        self.skipped = self.dropped = self.handled = 0
        self.exits = []
        self._how = None
        self._id = None
        self._began = now()
        self._ledger = ledger
        self._source = source
        self._iteration = None

    def turn(self):
        """The turn that is under way, as events name it."""
        if self._id is None:
            self._id = self._ledger.next_id()
        return {"loop": self._id, "index": self.n}

    def skip(self, line):
        self.skipped += 1
        if len(self.exits) < MAX_EXITS:
            self._exit("skipped", {"file": self._source.file, "line": line}, sys._getframe(1))

    def drop(self, number):
        handler = self._ledger.table.handlers[number]
        if handler.used:
            self.handled += 1
        else:
            self.dropped += 1
        if len(self.exits) < MAX_EXITS:
            error = sys.exc_info()[1]
            reason = type(error).__qualname__ if error is not None else None
            self._exit("handled" if handler.used else "dropped", handler.at, sys._getframe(1), reason)

    def leave(self, how, line):
        self._how = (how, line)

    def close(self):
        self.closed = True
        frame = sys._getframe(1)
        left = 0
        if not self.over:
            left = 1
            if self._how is None:
                error = sys.exc_info()[1]
                if error is None or isinstance(error, GeneratorExit):
                    # A generator that nobody asked to the end: the loop has no outcome.
                    return
                line = line_in(frame, error) or self._source.at["line"]
                if line == self._source.at["line"] and not self._source.is_one_line:
                    # What is iterated over raised, between two turns: the turns that began have all ended.
                    self._account(0, frame)
                    return
                self._exit("raise", {"file": self._source.file, "line": line}, frame, type(error).__qualname__)
            else:
                how, line = self._how
                self._exit(how, {"file": self._source.file, "line": line}, frame)
        self._account(left, frame)

    def _account(self, left, frame):
        source = self._source
        is_clean = not self.exits
        source.clean += is_clean
        source.told += 1
        if self._id is None and (source.told > MAX_TOLD or (is_clean and source.clean > MAX_CLEAN)):
            source.rest = source.rest or Sum(self._ledger, source, self._began)
            source.rest.add(self, left)
            return
        self._iteration = self._ledger.sites.iteration(frame)
        tell(self._ledger, source, self, self.turn()["loop"], left, self._began, self._iteration)

    def _exit(self, how, at, frame, reason=None):
        entry = {"index": max(self.n, 1), "how": how, "at": at}
        item = item_text(frame.f_locals, self._source.names)
        if item:
            entry["item"] = self._ledger.recorder.short(item)
        if reason:
            entry["reason"] = reason
        self.exits.append(entry)


class Sum:
    """Many executions of one loop as if they were one."""

    def __init__(self, ledger, source, began):
        self.n = self.skipped = self.dropped = self.handled = self.left = 0
        self.exits = []
        self._ledger = ledger
        self._source = source
        self._began = began

    def add(self, loop, left):
        room = MAX_EXITS - len(self.exits)
        self.exits.extend({**entry, "index": entry["index"] + self.n} for entry in loop.exits[: max(room, 0)])
        self.n += loop.n
        self.skipped += loop.skipped
        self.dropped += loop.dropped
        self.handled += loop.handled
        self.left += left

    def tell(self):
        tell(self._ledger, self._source, self, self._ledger.next_id(), self.left, self._began, None)


def tell(ledger, source, counts, loop_id, left, began, iteration):
    ledger.recorder.emit(
        "loop.ended",
        loop=loop_id,
        header=ledger.recorder.short(source.header),
        at=source.at,
        started=counts.n,
        done=counts.n - counts.skipped - counts.dropped - counts.handled - left,
        skipped=counts.skipped,
        dropped=counts.dropped,
        handled=counts.handled,
        left=left,
        began=began,
        exits=counts.exits[:MAX_EXITS],
        iteration=iteration,
    )


def line_in(frame, error):
    """The line of one frame on which an exception passed through it."""
    traceback, line = error.__traceback__, None
    while traceback is not None:
        if traceback.tb_frame is frame:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def text_of(error):
    try:
        return str(error)
    except Exception as broken:
        # An exception's own __str__ may raise; its type is told anyway.
        return f"(its text could not be read: {type(broken).__name__})"
