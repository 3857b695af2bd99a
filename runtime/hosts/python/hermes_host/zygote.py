"""A loaded agent, copied for each task: a child waits ahead for the task's frame and serves it alone."""

import gc
import os
import select
import signal

from .processes import adopt_orphans, kill_descendants
from .tasks import receive_task

NO_MORE_TASKS = 77


# Blocked and waited for: a handler could run just before the wait begins, and the interrupt would be lost.
AWAITED = (signal.SIGINT, signal.SIGCHLD)


class Zygote:
    """Forks single-use children until the host closes the channel."""

    def __init__(self, channel, run, preload):
        self._channel = channel
        self._run = run
        self._preload = preload

    def serve(self):
        adopt_orphans()
        signal.pthread_sigmask(signal.SIG_BLOCK, AWAITED)
        gc.collect()
        gc.freeze()
        if self._one_task():
            # The first task should not wait for this, and none after it.
            self._preload()
            gc.freeze()
            while self._one_task():
                pass

    def _one_task(self):
        told, tell = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(told)
            self._be_the_child(tell)
        os.close(tell)
        status, usage = wait_for(child)
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
            signal.pthread_sigmask(signal.SIG_UNBLOCK, AWAITED)
            task = receive_task(self._channel)
            if task is None:
                code = NO_MORE_TASKS
                return
            os.write(tell, task["id"].encode("utf-8")[:256])
            os.close(tell)
            self._run(task)
            code = 0
        finally:
            os._exit(code)


def wait_for(child):
    """The end of a child; until then every interrupt is passed on to it."""
    while True:
        if signal.sigwait(AWAITED) == signal.SIGINT:
            os.kill(child, signal.SIGINT)
        else:
            pid, status, usage = os.wait4(child, os.WNOHANG)
            if pid:
                return status, usage


def end_frame(task_id, status, usage):
    frame = {"type": "end", "id": task_id, "max_rss_kb": usage.ru_maxrss}
    if os.WIFSIGNALED(status):
        frame["signal"] = os.WTERMSIG(status)
    else:
        frame["exit_code"] = os.WEXITSTATUS(status)
    return frame
