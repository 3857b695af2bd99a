"""Runs one version of one Python agent. Started by the runtime, talks over fd 3 only."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    # Descriptors that the launcher forgot to close must not reach the agent.
    os.closerange(4, 4096)
    # The agent's imports are resolved without this folder: only the package itself stays loaded.
    sys.path.insert(0, HERE)
    try:
        from hermes_host import session
    finally:
        sys.path.remove(HERE)
    session.serve()


if __name__ == "__main__":
    main()
