"""Runs a function on a library's module right after the agent has imported it. Nothing is imported early."""

import importlib.machinery
import sys


class AfterImport:
    """First in sys.meta_path; finds only the modules that somebody waits for."""

    def __init__(self, waiting):
        self._waiting = dict(waiting)

    def install(self):
        for name in [name for name in self._waiting if name in sys.modules]:
            self._waiting.pop(name)(sys.modules[name])
        sys.meta_path.insert(0, self)

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
            try:
                patch(module)
            except AttributeError:
                # A version of the library whose inside looks different: it works, unseen.
                pass

        spec.loader.exec_module = exec_module
        return spec
