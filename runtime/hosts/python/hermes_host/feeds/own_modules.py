"""Puts other modules in the place of standard ones, for the agent's own files only. Libraries keep the real ones."""

import builtins
import sys
import types

from ..loading import AgentLoader


class StandIn(types.ModuleType):
    """A module with some of its names replaced. Whatever is set on it is set on the real one too."""

    def __init__(self, real, replaced):
        super().__init__(real.__name__, real.__doc__)
        self.__dict__.update(real.__dict__)
        self.__dict__.update(replaced)
        self.__dict__["_hermes_real"] = real

    def __getattr__(self, name):
        return getattr(self.__dict__["_hermes_real"], name)

    def __setattr__(self, name, value):
        self.__dict__[name] = value
        setattr(self.__dict__["_hermes_real"], name, value)


def stand_in(makers):
    """`makers` gives the replaced names of each module that the agent imports, or has imported."""
    made = {}

    def of(name):
        if name not in made:
            made[name] = StandIn(sys.modules[name], makers[name]())
        return made[name]

    replace_known([name for name in makers if name in sys.modules], of)
    real_import = builtins.__import__

    def import_for_agent(name, globals=None, locals=None, fromlist=(), level=0):
        module = real_import(name, globals, locals, fromlist, level)
        if level or not is_of_agent(globals):
            return module
        bound = name if fromlist else name.partition(".")[0]
        return of(bound) if bound in makers else module

    builtins.__import__ = import_for_agent


def replace_known(names, of):
    """The modules, and what was imported from them, in the agent's files that are loaded already."""
    home = {id(sys.modules[name]): (name, None) for name in names}
    for name in names:
        home.update((id(value), (name, key)) for key, value in vars(sys.modules[name]).items() if callable(value))
    for own in [own for own in list(sys.modules.values()) if is_of_agent(getattr(own, "__dict__", None))]:
        for name, value in list(own.__dict__.items()):
            module, key = home.get(id(value), (None, None))
            if module is not None and not name.startswith("__"):
                own.__dict__[name] = of(module) if key is None else vars(of(module))[key]


def is_of_agent(names):
    return names is not None and isinstance(names.get("__loader__"), AgentLoader)
