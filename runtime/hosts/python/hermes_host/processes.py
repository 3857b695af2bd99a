"""The task's process and everything that it leaves behind (Linux)."""

import ctypes
import os
import signal
import sys
import time

PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans():
    """From now on, processes whose parent has gone become ours, so that none of them can outlive its task."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        return ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    except (OSError, AttributeError):
        # A C library without prctl: the host kills the tree itself.
        return False


def kill_descendants():
    """Ends every process below this one; true once none is left. Loops, for they may fork while they are hunted."""
    while True:
        for pid in descendants(os.getpid()):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                # Gone already, which is what we want.
                pass
        if not reap():
            return True
        if not os.path.isdir("/proc/self/task"):
            # Nobody to find them with: the host, told by our exit, kills the tree from outside.
            return False
        time.sleep(0.0005)


def reap():
    """Collects what has ended; true while a child lives."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
        return True
    except ChildProcessError:
        return False


def descendants(root):
    found, todo = [], [root]
    while todo:
        children = children_of(todo.pop())
        found.extend(children)
        todo.extend(children)
    return found


def children_of(pid):
    children = []
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                children.extend(int(child) for child in file.read().split())
    except OSError:
        # The process went away while we looked.
        pass
    return children
