"""The life of a harness: load, answer, serve tasks, leave when the host does."""

import os
import resource
import sys
import threading
import time

from . import failures, instrument, interrupts, loading, prints
from .channel import Channel
from .places import Places
from .processes import adopt_orphans, kill_descendants
from .recorder import Recorder
from .running import Running
from .sites import Sites
from .tape import preload
from .tasks import receive_task
from .zygote import Zygote


def serve(debugger_fd=None):
    channel = Channel()
    load = channel.receive()
    if load is None:
        return
    interrupts.ignore()
    started = time.perf_counter()
    os.environ["TZ"] = "UTC"
    time.tzset()
    places = Places(load["folder"])
    sites = Sites(places)
    recorder = Recorder(channel)
    flush, is_our_stream = prints.capture(recorder, sites)
    watching = instrument.install(load.get("trace", "full"), recorder, sites, places, is_our_stream)
    source = loading.AgentSource(load["folder"], load["snapshot"], watching)

    def running_of(execute):
        return Running(execute, channel, recorder, places, watching, flush)

    if debugger_fd is not None:
        serve_debugger(debugger_fd, channel, load, source, places, running_of, recorder.forget)
        return
    try:
        loading.add_packages(load.get("site_packages"))
        execute = loading.load_execute(source, load["entrypoint"])
    except loading.NoExecute as missing:
        channel.send({"type": "rejected", "failure": {"code": "no_execute", "message": str(missing)}})
        return
    except BaseException as error:
        channel.send({"type": "rejected", "failure": failures.of_load(error, places)})
        return
    load_ms = round((time.perf_counter() - started) * 1000, 3)
    running = running_of(execute)
    ready = {"type": "ready", "pid": os.getpid(), "language_version": sys.version.split()[0], "load_ms": load_ms}
    channel.send({**ready, **watching.coverage()})
    if can_fork():
        Zygote(channel, running.run, preload).serve()
    else:
        serve_once(channel, running)


def can_fork():
    """Threads do not survive a fork, and their locks would: such an agent gets a process for each task instead."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def serve_once(channel, running):
    adopt_orphans()
    task = receive_task(channel)
    if task is None:
        return
    running.run(task)
    end(channel, task)


def serve_debugger(debugger_fd, channel, *parts):
    # Only here: nobody else pays for reading it.
    from . import debugged

    task = debugged.serve(debugger_fd, channel, *parts)
    if task is not None:
        end(channel, task)


def end(channel, task):
    kill_descendants()
    usage = resource.getrusage(resource.RUSAGE_SELF)
    channel.send({"type": "end", "id": task["id"], "exit_code": 0, "max_rss_kb": usage.ru_maxrss})
    os._exit(0)
