"""debugpy inside the agent's own process: it speaks DAP over the descriptor that the runtime opened for it."""

import os
import socket
import threading

from .places import HARNESS, HARNESS_ENTRY

# Read by pydevd while it starts.
SETTINGS = {
    # The snapshot is mounted under the author's path: what pydevd would compare is not what the editor has open.
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}


class Unusable(Exception):
    """There is no debugpy, or one that works in another way."""


class Connection(socket.socket):
    """pydevd lets a thread stand where it is stopped when its client breaks off: this one tells when that happens."""

    on_gone = None
    _is_over = False

    def recv(self, size):
        try:
            data = super().recv(size)
        except OSError:
            data = b""
        if not data and not self._is_over:
            self.on_gone()
        return data

    def sendall(self, data, *flags):
        super().sendall(data, *flags)
        if b'"event": "terminated"' in data[:200]:
            # Otherwise pydevd waits half a second for a client that has nothing left to say.
            self._is_over = True
            self.shutdown(socket.SHUT_RDWR)


class OneConnection:
    """Stands where pydevd would listen on a port: gives the descriptor away once, and nobody can come after it."""

    def __init__(self, fd, on_gone):
        self._fd = fd
        self._on_gone = on_gone
        self._given = False
        self._closed = threading.Event()

    def getsockname(self):
        return ("descriptor", self._fd)

    def listen(self, backlog=1):
        pass

    def accept(self):
        if self._given:
            self._closed.wait()
            raise OSError("closed")
        self._given = True
        connection = Connection(fileno=self._fd)
        connection.on_gone = self._on_gone
        connection.setblocking(True)
        return connection, ("runtime", 0)

    def shutdown(self, how):
        pass

    def close(self):
        self._closed.set()


class Debugger:
    """A debugger that listens. Everything that is known about pydevd's inside is in this file."""

    def __init__(self, fd, folder, on_ended):
        before = dict(os.environ)
        os.environ.update(SETTINGS, IDE_PROJECT_ROOTS=os.path.abspath(folder))
        try:
            self._debugpy, self._pydevd = start(fd, on_ended)
        except Exception as error:
            raise Unusable(f"{type(error).__name__}: {error}") from error
        finally:
            # Also what debugpy has set: it is none of the agent's.
            for name in set(os.environ) - set(before):
                del os.environ[name]

    def wait(self):
        """Until a client is there and has said where to stop."""
        self._debugpy.wait_for_client()

    def close(self):
        """What was said is sent, the client hears that the session is over, and nothing is traced any more."""
        self._pydevd.stoptrace()


def start(fd, on_ended):
    import debugpy
    import debugpy.server.api  # Makes pydevd importable.
    import pydevd
    from _pydevd_bundle.pydevd_api import PyDevdAPI

    def go_on():
        PyDevdAPI().request_disconnect(pydevd.get_global_debugger(), resume_threads=True)

    pydevd.create_server_socket = lambda host=None, port=None: OneConnection(fd, go_on)
    tell_when_ended(PyDevdAPI, on_ended)
    stop_where_agents_fail()
    debugpy.configure(subProcess=False)
    debugpy.listen(("127.0.0.1", 0), in_process_debug_adapter=True)
    hidden = (os.path.dirname(os.path.abspath(debugpy.__file__)), HARNESS, HARNESS_ENTRY)
    PyDevdAPI().set_dont_trace_start_end_patterns(pydevd.get_global_debugger(), hidden, ())
    return debugpy, pydevd


def tell_when_ended(api, on_ended):
    """A client that ends the process does so before anything here could say why there is no result."""
    request = api.request_terminate_process

    def request_terminate_process(self, py_db):
        on_ended()
        return request(self, py_db)

    api.request_terminate_process = request_terminate_process


def stop_where_agents_fail():
    """The harness catches all, so that nothing is ever uncaught: what the agent does not catch is what a person means."""
    from _pydevd_bundle.pydevd_comm_constants import CMD_RETURN
    from _pydevd_bundle.pydevd_net_command import NetCommand
    from _pydevd_bundle.pydevd_process_net_command_json import PyDevJsonCommandProcessor

    initialize = PyDevJsonCommandProcessor.on_initialize_request

    def on_initialize_request(self, py_db, request):
        answer = initialize(self, py_db, request)
        filters = answer.as_dict["body"]["exceptionBreakpointFilters"]
        for entry in filters:
            entry["default"] = entry["filter"] == "userUnhandled"
        filters[:] = [entry for entry in filters if entry["filter"] != "uncaught"]
        return NetCommand(CMD_RETURN, 0, answer.as_dict, is_json=True)

    PyDevJsonCommandProcessor.on_initialize_request = on_initialize_request
