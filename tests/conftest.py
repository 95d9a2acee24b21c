"""What all tests share: golden files, which change only by --update-golden, and what is counted."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from tests.effort import tries
from tests.site_playbook import make_project

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"

BEYOND_THE_ENGINE = re.compile("^from macros", re.MULTILINE)
SCRIPTS = re.compile("^from macros.browser", re.MULTILINE)
SHARED = re.compile(r"^from tests\.([\w.]+) import", re.MULTILINE)

SLOW = "\npytestmark = pytest.mark.slow\n"

ORDINARY = 100
"""How many examples a law is tried on that names no number."""

# The same examples on every machine: hypothesis draws others where it finds that it runs in CI.
settings.register_profile("ordinary", tries(ORDINARY))
settings.load_profile("ordinary")

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew; read the difference before you commit it",
    )
    parser.addoption(
        "--sql-rows",
        type=int,
        default=20_000,
        help="how many rows databases and engine are compared on (default 20,000)",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even read the files that hold none of the tests that a task asks for."""
    has_none = HOLDS_NONE.get(config.getoption("markexpr"))
    if has_none is None or collection_path.suffix != ".py":
        return None
    return has_none(collection_path) or None


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Mark the tests of the engine alone, but for the long ones: counting halves the speed.

    A file that is slow as a whole may be one of many short tests, which count.
    """
    for item in items:
        is_long = any(marker.name == "slow" for marker in item.own_markers)
        if not (is_long or is_beyond_the_engine(item.path)):
            item.add_marker("counted")


def is_slow(path: Path) -> bool:
    """Return whether a file of tests is slow as a whole."""
    return SLOW in text_of(path)


def is_counted(path: Path) -> bool:
    """Return whether all tests of a file show what of the engine is covered."""
    has_long_tests = "mark.slow" in text_of(path).replace(SLOW, "")
    return not (has_long_tests or is_beyond_the_engine(path))


@cache
def is_beyond_the_engine(path: Path) -> bool:
    """Return whether a file of tests needs the generator, or runs scripts of the page."""
    return bool(BEYOND_THE_ENGINE.search(text_of(path))) or runs_scripts(path)


@cache
def runs_scripts(path: Path) -> bool:
    """Return whether a file, or one of tests/ that it takes from, runs scripts under Node."""
    text = text_of(path)
    shared = (HERE / f"{name.replace('.', '/')}.py" for name in SHARED.findall(text))
    return bool(SCRIPTS.search(text)) or any(map(runs_scripts, filter(Path.is_file, shared)))


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


HOLDS_NONE: Mapping[str, Callable[[Path], bool]] = {
    "not slow": is_slow,
    "counted": is_beyond_the_engine,
    "not counted": is_counted,
}
"""What the tasks of `python tasks.py test` ask for -> which files hold nothing of it."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small right playbook of one's own."""
    return make_project(tmp_path)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return golden(name, text): the text must be that of tests/golden/<name>."""

    def check(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode(), f"{file} (--update-golden writes it anew)"

    return check
