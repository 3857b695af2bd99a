import os
import signal
import socket


def outcome(call):
    try:
        value = call()
    except BaseException as error:
        return {"denied": f"{type(error).__name__}: {error}"[:200]}
    return {"allowed": str(value)[:200]}


def read(path):
    with open(path, "rb") as file:
        return file.read(100)


def write(path):
    with open(path, "wb") as file:
        return file.write(b"owned")


def connect(host, port):
    with socket.create_connection((host, port), timeout=2) as connection:
        return connection.getpeername()


def abstract(name):
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect("\0" + name)


def call_number(number, *arguments):
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return "done"


ACTIONS = {
    "read": read,
    "list": os.listdir,
    "write": write,
    "kill": lambda pid: os.kill(pid, signal.SIGKILL),
    "connect": connect,
    "abstract": abstract,
    "unlink": os.unlink,
    "chmod": lambda path: os.chmod(path, 0o777),
    "syscall": call_number,
    "descriptors": lambda: sorted(int(name) for name in os.listdir("/proc/self/fd")),
    "processes": lambda: sorted(int(name) for name in os.listdir("/proc") if name.isdigit()),
    "cmdlines": lambda: b" ".join(read(f"/proc/{pid}/cmdline") for pid in os.listdir("/proc") if pid.isdigit()),
    "open": lambda count: len([open("/dev/null") for _ in range(count)]),
    "fill": lambda path, mebibytes: write_much(path, mebibytes),
    "resolve": lambda name: socket.getaddrinfo(name, 80),
    "whoami": lambda: [os.getuid(), __import__("pwd").getpwuid(os.getuid()).pw_name, os.path.expanduser("~")],
}


def write_much(path, mebibytes):
    with open(path, "wb") as file:
        for _ in range(mebibytes):
            file.write(b"\0" * 1024 * 1024)
    return os.path.getsize(path)


def execute(input_data):
    return {name: outcome(lambda: ACTIONS[action](*arguments)) for name, [action, *arguments] in input_data.items()}
