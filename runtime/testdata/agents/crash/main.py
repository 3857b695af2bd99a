import os
import signal
import sys


def execute(input_data):
    how = input_data["how"]
    if how == "exit":
        sys.stdout.flush()
        os._exit(input_data["code"])
    if how == "signal":
        os.kill(os.getpid(), getattr(signal, input_data["name"]))
    if how == "segfault":
        import ctypes

        ctypes.string_at(0)
    raise KeyError("city")
