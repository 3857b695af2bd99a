"""Lines of the agent's own code: from a stack, from a traceback."""

import os
import sys

HARNESS = os.path.dirname(os.path.abspath(__file__)) + os.sep
HARNESS_ENTRY = os.path.join(os.path.dirname(HARNESS.rstrip(os.sep)), "harness.py")


class Places:
    """Knows the author's folder, under whose paths the agent's code is compiled."""

    def __init__(self, folder):
        self.prefix = os.path.abspath(folder) + os.sep

    def owns(self, filename):
        return filename.startswith(self.prefix)

    def place(self, filename, line):
        return {"file": filename[len(self.prefix) :].replace(os.sep, "/"), "line": max(line or 1, 1)}

    def of_traceback(self, traceback):
        """The innermost line of the agent's own code in a traceback."""
        found = None
        while traceback is not None:
            filename = traceback.tb_frame.f_code.co_filename
            if self.owns(filename):
                found = self.place(filename, traceback.tb_lineno)
            traceback = traceback.tb_next
        return found

    def library_line(self, traceback):
        """`feedparser/encodings.py:29` when an exception came out of a library, deeper than the agent's own line."""
        found = None
        while traceback is not None:
            filename = traceback.tb_frame.f_code.co_filename
            if self.owns(filename):
                found = None
            elif not is_machinery(filename):
                found = f"{relative_to_path(filename)}:{traceback.tb_lineno}"
            traceback = traceback.tb_next
        return found


def is_machinery(filename):
    """Frames of this harness and of Python's own import system, which say nothing about the agent."""
    return filename.startswith((HARNESS, "<frozen")) or filename == HARNESS_ENTRY


def relative_to_path(filename):
    roots = [os.path.abspath(root) + os.sep for root in sys.path if root]
    within = [root for root in roots if filename.startswith(root)]
    return filename[len(max(within, key=len)) :] if within else filename
