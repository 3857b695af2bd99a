"""A loaded agent, copied for each task: a child waits ahead for the task's frame and serves it alone."""

import gc
import os
import select
import signal

from . import interrupts
from .processes import adopt_orphans, kill_descendants

NO_MORE_TASKS = 77


class Zygote:
    """Forks single-use children until the host closes the channel."""

    def __init__(self, channel, run):
        self._channel = channel
        self._run = run
        self._child = None

    def serve(self):
        adopt_orphans()
        gc.collect()
        gc.freeze()
        signal.signal(signal.SIGINT, self._pass_on)
        while self._one_task():
            pass

    def _one_task(self):
        told, tell = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(told)
            self._be_the_child(tell)
        os.close(tell)
        _, status, usage = os.wait4(self._child, 0)
        self._child = None
        alone = kill_descendants()
        # The pipe says which task it was; it is read after the fact, so it costs the task no wait.
        task_id = os.read(told, 256).decode("utf-8") if select.select([told], [], [], 0)[0] else ""
        os.close(told)
        if not task_id:
            return False
        self._channel.send(end_frame(task_id, status, usage))
        return alone

    def _be_the_child(self, tell):
        code = 1
        try:
            # Interrupts are for a running task; an idle child has none.
            interrupts.ignore()
            task = self._channel.receive()
            if task is None:
                code = NO_MORE_TASKS
                return
            os.write(tell, task["id"].encode("utf-8")[:256])
            os.close(tell)
            self._run(task)
            code = 0
        finally:
            os._exit(code)

    def _pass_on(self, signum, frame):
        if self._child:
            os.kill(self._child, signum)


def end_frame(task_id, status, usage):
    frame = {"type": "end", "id": task_id, "max_rss_kb": usage.ru_maxrss}
    if os.WIFSIGNALED(status):
        frame["signal"] = os.WTERMSIG(status)
    else:
        frame["exit_code"] = os.WEXITSTATUS(status)
    return frame
