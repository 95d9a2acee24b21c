"""Bring the started engine to rest, for its memory to be taken: all imported, nothing left over.

Runs inside Pyodide under Node.
"""

import gc
import importlib
import sys
import zipfile

LIBRARY = next(path for path in sys.path if path.endswith(".zip"))

# What is imported only at the first use would be sought in a zip that is not there any more.
with zipfile.ZipFile(LIBRARY) as library:
    for file in library.namelist():
        name = file.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
        importlib.import_module(name)
gc.collect()
gc.collect()
