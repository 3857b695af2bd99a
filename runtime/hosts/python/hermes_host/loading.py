"""Imports the agent: read from the snapshot, compiled under the author's paths."""

import importlib
import importlib.machinery
import importlib.util
import linecache
import os
import site
import sys

# The name under which transformed code reaches its ledger.
LEDGER = "_hr"


class NoExecute(Exception):
    """The entrypoint was loaded, but there is nothing to call."""


class AgentLoader(importlib.machinery.SourceFileLoader):
    """A source file of the agent. Never reads or writes bytecode: the same path holds many versions."""

    source = None  # Set on the subclass that `loader_for` makes.

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source.compile(self.get_data(path), path)

    def exec_module(self, module):
        if self.source.ledger is not None:
            module.__dict__[LEDGER] = self.source.ledger
        super().exec_module(module)

    def get_source(self, fullname):
        # Tracebacks ask for it, and the file itself may not exist under the author's path in here.
        return importlib.util.decode_source(self.get_data(self.get_filename(fullname)))


class AgentSource:
    """Maps files of the snapshot to the author's paths and compiles them."""

    def __init__(self, folder, snapshot, instruments):
        self.folder = os.path.abspath(folder)
        self.snapshot = os.path.realpath(snapshot)
        self._transformer = instruments.transformer
        self.ledger = instruments.ledger

    def author_path(self, path):
        return os.path.join(self.folder, os.path.relpath(path, self.snapshot))

    def compile(self, data, path):
        shown = self.author_path(path)
        remember_lines(shown, data)
        code = self._transformer.code(data, shown) if self._transformer else None
        return code or compile(data, shown, "exec", dont_inherit=True)

    def path_hook(self, path):
        real = os.path.realpath(path or ".")
        if real != self.snapshot and not real.startswith(self.snapshot + os.sep):
            raise ImportError("not a folder of the agent", path=path)
        return importlib.machinery.FileFinder(
            path,
            (loader_for(self), importlib.machinery.SOURCE_SUFFIXES),
            (importlib.machinery.ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES),
        )


def loader_for(source):
    return type("AgentLoader", (AgentLoader,), {"source": source})


def remember_lines(filename, data):
    """The version that runs is the one a traceback shows, whatever the author has saved since."""
    try:
        text = importlib.util.decode_source(data)
    except (SyntaxError, UnicodeDecodeError):
        # Compiling will report it, with the line.
        return
    lines = [line + "\n" for line in text.splitlines()]
    linecache.cache[filename] = (len(text), None, lines, filename)


def add_packages(folders):
    """Makes an environment's packages importable, before those of the interpreter and after the standard library."""
    known = list(sys.path)
    for folder in folders or ():
        site.addsitedir(folder)
    added = [path for path in sys.path if path not in known]
    at = next((n for n, path in enumerate(known) if os.path.basename(path) in ("site-packages", "dist-packages")), len(known))
    sys.path[:] = known[:at] + added + known[at:]


def load_execute(source, entrypoint):
    """The agent's `execute`. Whatever the import raises goes to the caller."""
    path = os.path.normpath(os.path.join(source.snapshot, entrypoint))
    sys.path_hooks.insert(0, source.path_hook)
    sys.path[:0] = list(dict.fromkeys([os.path.dirname(path), source.snapshot]))
    sys.dont_write_bytecode = True
    name = os.path.splitext(os.path.basename(path))[0]
    loader = loader_for(source)(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    execute = getattr(module, "execute", None)
    if not callable(execute):
        raise NoExecute(f"{entrypoint} has no execute(input_data). Add it or change runtime.entrypoint.")
    return execute
