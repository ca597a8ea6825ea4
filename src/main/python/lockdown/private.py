"""Keeps the worker's own modules apart from what a snippet may patch.

A snippet shares the interpreter with the code that reports about it. Replacing `builtins.len`, `json.dumps` or
`traceback.format_exception` must not change a report, so the worker's modules and its copies of library modules see a
private copy of the built-ins and private globals.
"""

import builtins
import importlib
import importlib.machinery
import sys
import types

_builtins = dict(vars(builtins))
_FOLDER = __file__.rsplit("/", 2)[0] + "/"


class PrivateLoader(importlib.machinery.SourceFileLoader):
    """Loads a module that looks built-ins up in a private copy."""

    def create_module(self, spec):
        module = types.ModuleType(spec.name)
        module.__dict__["__builtins__"] = _builtins
        return module


class WorkerImporter:
    """Finds the worker's own modules, in the rooms of its folder."""

    def __init__(self, folder):
        self._folder = folder

    def find_spec(self, name, path=None, target=None):
        folder = self._folder if path is None else "".join(path)
        if not (folder + "/").startswith(_FOLDER):
            return None  # of a package of the library
        return importlib.machinery.FileFinder(folder, (PrivateLoader, [".py"])).find_spec(name)


def hide():
    """Takes the worker's own modules from what can be imported. They live on in each other."""
    sys.meta_path[:] = [importer for importer in sys.meta_path if not isinstance(importer, WorkerImporter)]
    return [sys.modules.pop(name) for name in [name for name, module in sys.modules.items() if _is_worker(module)]]


def _is_worker(module):
    return (getattr(module, "__file__", None) or "").startswith(_FOLDER)


def copy_of(name):
    """A library module loaded once more, known to nobody else."""
    spec = importlib.import_module(name).__spec__
    module = types.ModuleType(name)
    module.__dict__["__builtins__"] = _builtins
    module.__spec__ = spec
    module.__package__ = spec.parent
    exec(spec.loader.get_code(name), module.__dict__)
    return module
