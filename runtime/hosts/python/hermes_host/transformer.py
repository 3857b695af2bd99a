"""Compiles a file of the agent with the ledger's statements in it, or leaves it as it is and says why."""

import ast

from .transform import Transform


class Transformer:
    """Remembers the files that it could not carry."""

    def __init__(self, table, places):
        self._table = table
        self._places = places
        self.untouched = []

    def code(self, data, filename):
        """None for a file that is to be compiled untouched."""
        try:
            tree = ast.parse(data, filename)
        except (SyntaxError, ValueError):
            # Compiling it will report the error, with the line.
            return None
        file = self._places.place(filename, 1)["file"]
        try:
            return compile(Transform(self._table, file).visit(tree), filename, "exec", dont_inherit=True)
        except Exception as error:
            # Too deeply nested, or syntax that is newer than this transform: the agent runs all the same.
            self.untouched.append({"file": file, "reason": f"{type(error).__name__}: {error}"[:200]})
            return None
