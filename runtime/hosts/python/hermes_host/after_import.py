"""Runs a function on a library's module right after the agent has imported it. Nothing is imported early."""

import importlib.machinery
import sys


class AfterImport:
    """First in sys.meta_path; finds only the modules that somebody waits for."""

    def __init__(self, waiting, unseen):
        self._waiting = dict(waiting)
        self._unseen = unseen

    def install(self):
        for name in [name for name in self._waiting if name in sys.modules]:
            self._patch(name, self._waiting.pop(name), sys.modules[name])
        sys.meta_path.insert(0, self)

    def add(self, waiting):
        """More to do: at once where the module is there already, else after what was waiting before."""
        for name, patch in waiting.items():
            if name in sys.modules and name not in self._waiting:
                self._patch(name, patch, sys.modules[name])
            else:
                self._waiting[name] = both(self._waiting.get(name), patch)

    def find_spec(self, fullname, path=None, target=None):
        patch = self._waiting.pop(fullname, None)
        if patch is None:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.loader is None:
            # Not installed after all: the import fails as it would without us, and may be tried again.
            self._waiting[fullname] = patch
            return spec
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            self._patch(fullname, patch, module)

        spec.loader.exec_module = exec_module
        return spec

    def _patch(self, name, patch, module):
        try:
            patch(module)
        except Exception as error:
            # A version of the library whose inside looks different: the agent can use it all the same.
            self._unseen(name, error)


def both(first, second):
    if first is None:
        return second

    def patch(module):
        first(module)
        second(module)

    return patch
