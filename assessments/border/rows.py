"""Find the rows of a folder in which each file is one variant: a model, a formula, an export."""

import pkgutil
from collections.abc import Iterable
from importlib import import_module


def rows_in(package: str, path: Iterable[str], name: str) -> list[object]:
    """Import every file of a package in the order of file names; return its constant *name*.

    A file without the constant raises an AttributeError that names the file.
    """
    files = sorted(found.name for found in pkgutil.iter_modules(path))
    return [getattr(import_module(f"{package}.{file}"), name) for file in files]
