"""Compiles a file of the agent with the ledger's statements in it, or leaves it as it is and says why."""

import ast

from .transform import Transform

MAX_LINES = 8


class Transformer:
    """Remembers the files that it could not carry, and the loops in which nobody counts."""

    def __init__(self, table, places, recorder):
        self._table = table
        self._places = places
        self._recorder = recorder
        self._untouched = []
        self._is_told = False

    def tell_untouched(self):
        """What the trace must not seem to cover. What a later import brings is said in the task's log."""
        self._is_told = True
        return self._untouched

    def code(self, data, filename):
        """None for a file that is to be compiled untouched."""
        try:
            tree = ast.parse(data, filename)
        except (SyntaxError, ValueError):
            # Compiling it will report the error, with the line.
            return None
        file = self._places.place(filename, 1)["file"]
        try:
            transform = Transform(self._table, file)
            code = compile(transform.visit(tree), filename, "exec", dont_inherit=True)
            for entry in named_loops(file, transform.passed_over):
                self._note(entry)
            return code
        except Exception as error:
            # Too deeply nested, or syntax that is newer than this transform: the agent runs all the same.
            self._note({"file": file, "reason": f"{type(error).__name__}: {error}"[:200]})
            return None

    def _note(self, entry):
        if self._is_told:
            text = f"{entry['file']} is not instrumented: {entry['reason']}"
            self._recorder.emit("log", level="warning", stream="stderr", text=text)
        else:
            self._untouched.append(entry)


def named_loops(file, passed_over):
    """One entry for each reason: the first line with the file, the others behind."""
    for reason in dict.fromkeys(reason for _, reason in passed_over):
        first, *more = sorted(line for line, why in passed_over if why == reason)
        lines = ", ".join(map(str, more[:MAX_LINES])) + ("…" if len(more) > MAX_LINES else "")
        yield {"file": f"{file}:{first}", "reason": reason + (f" (also in line {lines})" if more else "")}
