"""Programs that the agent starts, and how they ended."""

import os
import re
import signal
import sys
import time

from .exchanges import SECRET_KEY
from .redact import PLACEHOLDER

LONGEST_ARGUMENT = 200
MAX_ARGUMENTS = 40
LOOKS_AROUND = frozenset(("platform", "uuid", "ctypes.util", "sysconfig"))
ASSIGNMENT = re.compile(r"^(-{0,2}[\w-]+)=(.*)$", re.DOTALL)


class Subprocesses:
    """The programs of a task, from their start until they are collected."""

    def __init__(self, recorder, sites):
        self._recorder = recorder
        self._sites = sites
        self._running = {}
        # Set in a replay: gives the exception for a program that the agent would start.
        self.refuse = None

    def install(self, waiting):
        """Patches os.system now, subprocess and asyncio's processes when the agent imports them."""
        waiting["subprocess"] = self._patch_popen
        waiting["asyncio.base_subprocess"] = self._patch_transport
        self._patch_system()

    def close(self):
        """Programs that are still running when the task ends are ended with it."""
        for command, began, site in list(self._running.values()):
            emit(self._recorder, command, None, began, site)
        self._running.clear()

    def _patch_popen(self, module):
        popen = module.Popen
        init, handle = popen.__init__, popen._handle_exitstatus

        def started(process, args, *rest, **options):
            site, began = self._sites.here(), time.perf_counter()
            if self.refuse is not None and not asked_by_library():
                raise self.refuse(shown(args, self._recorder), site)
            init(process, args, *rest, **options)
            self._running[id(process)] = (shown(process.args, self._recorder), began, site)

        def ended(process, *args, **options):
            handle(process, *args, **options)
            self._ended(process, process.returncode)

        popen.__init__, popen._handle_exitstatus = started, ended

    def _patch_transport(self, module):
        transport = module.BaseSubprocessTransport
        process_exited = transport._process_exited

        def process_exited_seen(this, returncode):
            self._ended(this._proc, returncode)
            return process_exited(this, returncode)

        transport._process_exited = process_exited_seen

    def _patch_system(self):
        system = os.system

        def system_seen(command):
            site, began = self._sites.here(), time.perf_counter()
            program = shown(["sh", "-c", command], self._recorder)
            if self.refuse is not None:
                raise self.refuse(program, site)
            status = system(command)
            code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
            emit(self._recorder, program, code, began, site)
            return status

        os.system = system_seen

    def _ended(self, process, code):
        command, began, site = self._running.pop(id(process), (None, 0, {}))
        if command is not None and code is not None:
            emit(self._recorder, command, code, began, site)


def asked_by_library():
    """Whether it is the standard library that looks around on this machine, as for the name of the system."""
    frame = sys._getframe(2)
    while frame is not None and frame.f_globals.get("__name__") == "subprocess":
        frame = frame.f_back
    return frame is not None and frame.f_globals.get("__name__") in LOOKS_AROUND


def emit(recorder, command, code, began, site):
    recorder.emit(
        "process.exited",
        command=command,
        exit_code=code if code is not None and code >= 0 else None,
        signal=signal_name(-code) if code is not None and code < 0 else None,
        ms=round((time.perf_counter() - began) * 1000, 3),
        **site,
    )


def signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        # A real-time signal has no name here.
        return str(number)


def shown(args, recorder):
    """The command without secrets: by value on sending, and here by the name of the option before it."""
    if isinstance(args, (str, bytes, os.PathLike)):
        args = [args]
    texts, hide_next = [], False
    for arg in list(args)[:MAX_ARGUMENTS]:
        text = os.fsdecode(arg) if isinstance(arg, (str, bytes, os.PathLike)) else str(arg)
        assigned = ASSIGNMENT.match(text)
        if hide_next:
            text = PLACEHOLDER
        elif assigned and SECRET_KEY.search(assigned.group(1)):
            text = f"{assigned.group(1)}={PLACEHOLDER}"
        hide_next = not hide_next and text.startswith("-") and bool(SECRET_KEY.search(text))
        texts.append(recorder.short(text, LONGEST_ARGUMENT))
    return texts
