"""The life of a harness under a debugger: one task, and the agent is imported only after a client has said where to stop."""

import os
import sys

from . import failures, loading
from .debugger import Debugger, Unusable
from .processes import adopt_orphans
from .tasks import receive_task


def serve(fd, channel, load, source, places, running_of, forget):
    """Answers the task once it is over. `running_of` makes the agent's `Running` from its `execute`; `forget` drops what the debugger did."""
    task = {}

    def tell(state):
        channel.send({"type": "debug", "id": task["id"], "state": state})

    try:
        loading.add_packages(load.get("site_packages"))
        debugger = Debugger(fd, load["folder"], lambda: tell("ended"))
    except Unusable as reason:
        text = f"The debugger does not start ({reason}). Install the newest debugpy for this agent."
        channel.send({"type": "rejected", "failure": {"code": "debugger_missing", "message": text}})
        return None
    channel.send({"type": "ready", "pid": os.getpid(), "language_version": sys.version.split()[0]})
    adopt_orphans()
    task.update(receive_task(channel) or {})
    if not task:
        return None
    tell("ready")
    debugger.wait()
    tell("attached")
    forget()
    try:
        execute = loading.load_execute(source, load["entrypoint"])
    except BaseException as error:
        channel.send({"type": "failed", "id": task["id"], "failure": load_failure(error, places)})
    else:
        running_of(execute).run(task)
    debugger.close()
    return task


def load_failure(error, places):
    if isinstance(error, loading.NoExecute):
        return {"code": "no_execute", "message": str(error)}
    return failures.of_load(error, places)
