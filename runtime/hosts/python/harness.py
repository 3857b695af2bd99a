"""Runs one version of one Python agent. Started by the runtime, talks over fd 3 only."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    debugger_fd = descriptor_of_debugger()
    # Descriptors that the launcher forgot to close must not reach the agent.
    os.closerange(4, debugger_fd or 4)
    os.closerange((debugger_fd or 3) + 1, 4096)
    # The agent's imports are resolved without this folder: only the package itself stays loaded.
    sys.path.insert(0, HERE)
    try:
        from hermes_host import session
    finally:
        sys.path.remove(HERE)
    session.serve(debugger_fd)


def descriptor_of_debugger():
    """Set where the runtime opened one; neither the agent nor what it starts sees either."""
    number = os.environ.pop("HERMES_DEBUGGER_FD", "")
    if not number:
        return None
    os.set_inheritable(int(number), False)
    return int(number)


if __name__ == "__main__":
    main()
