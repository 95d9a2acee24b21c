"""The rooms of the page's scripts: which may ask for which, held over the imports of every file."""

import re
from collections.abc import Iterator
from pathlib import Path

SCRIPTS = Path(__file__).parent.parent / "docs" / "assets" / "js"
FLOORS = (
    ("files",),
    ("store", "engine", "search", "offline"),
    ("elements", "chrome"),
    ("form", "pictures", "actions", "lms"),
    ("sheets",),
    ("tool", "course", "slides", "compose"),
    ("team", "me", "portfolio"),
    ("playbook.js", "launcher"),
)
"""From the ground up: a file imports from its own room and from those on lower floors."""
IMPORT = re.compile(r"""(?:\bfrom |^import |import\()"(\.[^"]+)\"""", re.MULTILINE)
LONGEST_FILE = 300


def test_a_script_imports_from_its_own_room_and_from_lower_floors() -> None:
    height = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    wrong = [arrow for arrow in arrows() if height[arrow[2]] >= height[arrow[1]]]
    assert wrong == []


def test_every_script_is_in_a_room() -> None:
    rooms = {name for floor in FLOORS for name in floor}
    assert {path.relative_to(SCRIPTS).parts[0] for path in SCRIPTS.rglob("*.js")} == rooms


def test_a_script_is_short_enough_to_read() -> None:
    long = [path for path in SCRIPTS.rglob("*.js") if len(lines_of(path)) > LONGEST_FILE]
    assert long == []


def arrows() -> Iterator[tuple[str, str, str]]:
    """Yield each file that asks for something of another room, its room and that room."""
    for path in SCRIPTS.rglob("*.js"):
        name = path.relative_to(SCRIPTS)
        for asked in IMPORT.findall(path.read_text("utf-8")):
            room = (path.parent / asked).resolve().relative_to(SCRIPTS.resolve()).parts[0]
            if room != name.parts[0]:
                yield name.as_posix(), name.parts[0], room


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()
