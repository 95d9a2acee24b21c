"""Bring the started engine to rest, for its memory to be taken: what scores is there, little else.

What a score does not need stays out, and so do modules that only Python's own start needed. All of
them come in a zip of their own, in the place of the library, when one of them is first asked for:
see docs/assets/js/engine/rest.js, which lends `fetchRest`.

Runs inside Pyodide under Node.
"""

import asyncio
import atexit
import gc
import hashlib
import importlib
import logging
import sys
import time
import weakref
import zipfile
import zipimport
from collections.abc import Iterable, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import FunctionType, ModuleType

FORGOTTEN = (
    *("_colorize", "_opcode_metadata", "asyncio", "bz2", "codeop", "concurrent", "contextvars"),
    *("dis", "fnmatch", "linecache", "locale", "logging", "lzma", "ntpath", "opcode", "selectors"),
    *("pyodide.webloop", "shutil", "signal", "socket", "string", "subprocess", "tempfile"),
    *("threading", "zipfile"),
)
"""Modules, with all that is in them, which Python's start imports and no score calls."""
REMEMBERED = ("asyncio.base_tasks", "asyncio.coroutines", "asyncio.events", "asyncio.exceptions")
"""What Python itself holds of those packages."""
FOR_A_FORK = ("logging", "threading")
"""Modules of which Python holds what it would call after a fork, which no browser has."""
KEPT = ("__file__", "__loader__", "__name__", "__package__", "__path__", "__spec__")
SCHEDULE = sys.modules["pyodide.webloop"].scheduleCallback
"""Pyodide counts on this function of JavaScript's being held."""
LIBRARY = next(path for path in sys.path if path.endswith(".zip"))


class Rest:
    """Knows what stands in the rest of the library alone, and has it fetched when asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of the modules that memory lacks."""
        self.names = frozenset(names)
        self.is_here = False

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module stands that memory lacks; None for one that nothing holds."""
        if self.is_here or name not in self.names:
            return None
        self.fetch()
        return PathFinder.find_spec(name, path, target)

    def fetch(self) -> None:
        """Lay the rest in the place of the library, once."""
        if self.is_here:
            return
        # Memory must hold nothing of the worker's.
        worker = importlib.import_module("js")
        content = worker.fetchRest().to_bytes()
        if hashlib.sha256(content).hexdigest() != worker.hashOfRest:
            raise RuntimeError("The rest of the library is not as it was built")
        Path(LIBRARY).write_bytes(content)
        look_again()
        self.is_here = True


class Forgotten(ModuleType):
    """A module with nothing in it, which is read again as soon as something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        """Read the module, and return what it has under this name."""
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)
        # A package comes before what is in it, which it may read by itself.
        above = sys.modules.get(self.__name__.rpartition(".")[0])
        if isinstance(above, Forgotten):
            getattr(above, "__all__", None)
        if isinstance(self, Forgotten):
            self.read(getattr(above, "__path__", None))
        return getattr(self, name)

    def read(self, path: Sequence[str] | None) -> None:
        """Fill the module with what it had, and let it be one as any other."""
        self.__class__ = ModuleType  # type: ignore[assignment]
        REST.fetch()
        spec = PathFinder.find_spec(self.__name__, path)
        if spec is None or spec.loader is None:
            raise RuntimeError(f"The rest of the library lacks {self.__name__}")
        spec.loader.exec_module(self)


def forget() -> None:
    """Empty the forgotten modules, of which nothing may be held that could be called."""
    let_go()
    modules = [module for name, module in sys.modules.items() if is_forgotten(name)]
    functions = [each for module in modules for each in functions_of(module)]
    for module in modules:
        kept = {key: value for key, value in vars(module).items() if is_kept(module, key)}
        vars(module).clear()
        vars(module).update(kept)
        module.__class__ = Forgotten
    gc.collect()
    held = sorted({name for name, function in functions if function()} - {*FOR_A_FORK})
    if held:
        raise RuntimeError(f"Something holds what is in {', '.join(held)}: remember them.")


def is_kept(module: ModuleType, key: str) -> bool:
    """Whether it belongs to a module that is not read: what it is called, and what is in it."""
    return key in KEPT or vars(module)[key] is sys.modules.get(f"{module.__name__}.{key}")


def let_go() -> None:
    """Undo what Python's start has made of what is forgotten: its loop of events, its packages."""
    time.sleep = time.sleep.__wrapped__  # type: ignore[attr-defined]
    asyncio.events._set_running_loop(None)  # noqa: SLF001
    asyncio.events._event_loop_policy = None  # type: ignore[attr-defined]  # noqa: SLF001
    logging._handlerList.clear()  # type: ignore[attr-defined]  # noqa: SLF001
    atexit.unregister(logging.shutdown)
    packages = vars(sys.modules["pyodide._package_loader"])
    del packages["NamedTemporaryFile"], packages["ZipFile"]


def is_forgotten(name: str) -> bool:
    """Whether a module, or a package that it is in, is to be forgotten."""
    parts = name.split(".")
    starts = {".".join(parts[:number]) for number in range(1, len(parts) + 1)}
    return name not in REMEMBERED and not starts.isdisjoint(FORGOTTEN)


def functions_of(module: ModuleType) -> Iterator[tuple[str, "weakref.ref[FunctionType]"]]:
    """Yield a module's name with each function of its own, or of its classes, held weakly."""
    for value in [*vars(module).values()]:
        for each in vars(value).values() if isinstance(value, type) else (value,):
            if isinstance(each, FunctionType) and each.__globals__ is vars(module):
                yield module.__name__, weakref.ref(each)


def names_of_rest() -> str:
    """Return the names of the modules that memory lacks, a line each."""
    forgotten = (name for name, module in sys.modules.items() if isinstance(module, Forgotten))
    return "\n".join([*REST.names, *forgotten])


def look_again() -> None:
    """Have Python forget which files stand in the library."""
    # What importlib has for this would import a module for packages first.
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]  # noqa: SLF001


def module_of(file: str) -> str:
    """Return the name of the module that a file of the library holds."""
    return file.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")


importlib.import_module("assessments.browser")
with zipfile.ZipFile(LIBRARY) as library:
    REST = Rest({module_of(file) for file in library.namelist()} - {*sys.modules})
del library
sys.meta_path.append(REST)
forget()
look_again()
gc.collect()
gc.collect()
