"""Pack the engine and the part of the standard library it needs into one zip of bytecode.

What only the composer needs becomes a second zip.

Runs inside Pyodide under Node, so that the bytecode is of the very Python that will read it.
"""

import importlib
import importlib.util
import marshal
import pkgutil
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import CodeType, ModuleType

PACKAGE = "assessments"
OURS = (PACKAGE, "macros")
COURSES = "macros.courses.browser"
"""What the page of the composer asks for, and no other page."""
NEEDED_LATER = (
    "csv",
    "datetime",
    "decimal",
    "fractions",
    "zipfile",
    "encodings.ascii",
    "encodings.cp437",
    "encodings.gbk",
    "encodings.gb18030",
    "encodings.idna",
    "encodings.latin_1",
    "encodings.utf_16",
    "encodings.utf_16_be",
    "encodings.utf_16_le",
    "encodings.utf_32",
    "encodings.utf_8_sig",
)
"""What Python or the engine imports only at the first use."""
LEFT_OUT = {"ssl", "_ssl"}
"""asyncio does without it, and nothing here speaks to a network."""
UNCHECKED_HASH = (0b01).to_bytes(4, "little")
"""A .pyc that is valid whatever the source says: there is no source in the zip."""
OLDEST_DATE = (1980, 1, 1, 0, 0, 0)


def pack(engine_folder: str, library: str, target: str) -> int:
    """Write the zip *target* and return how many modules it holds."""
    sys.path.insert(0, engine_folder)
    import_engine()
    for name in NEEDED_LATER:
        importlib.import_module(name)
    return write(engine_folder, library, target, sys.modules.copy())


def pack_courses(project: str, library: str, target: str) -> int:
    """Write the zip *target* with what the composer needs beside the engine; return how many."""
    there = {*sys.modules}
    importlib.import_module(COURSES)
    more = {name: module for name, module in sys.modules.items() if name not in there}
    return write(project, library, target, more)


def pack_some(names: str, library: str, target: str) -> int:
    """Write the zip *target* with some modules of a packed one, a line each; return how many."""
    wanted = {*names.splitlines()}
    with zipfile.ZipFile(library) as whole, zipfile.ZipFile(target, "w") as archive:
        for file in whole.infolist():
            name = file.filename.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
            if name in wanted:
                archive.writestr(file, whole.read(file))
        return len(archive.infolist())


def write(project: str, library: str, target: str, modules: Mapping[str, ModuleType]) -> int:
    """Write a zip of some modules and return how many it holds."""
    entries = dict(sorted(bytecode_entries(project, library, modules)))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name, OLDEST_DATE), content)
    return len(entries)


def import_engine() -> None:
    """Import every file of the engine but its command line."""
    package = importlib.import_module(PACKAGE)
    for info in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        if not info.name.endswith("__main__"):
            importlib.import_module(info.name)


def bytecode_entries(
    project: str, library: str, modules: Mapping[str, ModuleType]
) -> Iterator[tuple[str, bytes]]:
    """Name in the zip and content of each module."""
    for name, module in modules.items():
        root = project if name.partition(".")[0] in OURS else library
        file = source_file(module)
        if name in LEFT_OUT or not file.startswith(f"{root}/"):
            continue
        relative = file.removeprefix(f"{root}/")
        source = importlib.util.decode_source(read_source(root, relative))
        code = compile(source, relative, "exec", dont_inherit=True, optimize=2)
        if root == library:
            code = without_lines(code)
        yield f"{relative}c", pyc(code)


def source_file(module: ModuleType) -> str:
    """Path of the module's source; empty for what is built in."""
    return getattr(module, "__file__", None) or ""


def read_source(root: str, relative: str) -> bytes:
    """Bytes of a source file in a folder or in a zip."""
    if root.endswith(".zip"):
        with zipfile.ZipFile(root) as archive:
            return archive.read(relative)
    return Path(root, relative).read_bytes()


def without_lines(code: CodeType) -> CodeType:
    """Return the same code without its line numbers, which only a traceback would read."""
    constants = tuple(
        without_lines(constant) if isinstance(constant, CodeType) else constant
        for constant in code.co_consts
    )
    return code.replace(co_linetable=b"", co_consts=constants)


def pyc(code: CodeType) -> bytes:
    """Return the content of a .pyc file: magic number, flags, an empty hash, the code."""
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + bytes(8) + marshal.dumps(code)
