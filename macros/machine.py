"""What this machine has: Pythons, a Node, browsers, a database server.

Only the standard library: `tasks.py` asks before anything is installed, and a Python that is too
old must get as far as being told so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM_NAMES = (
    # Chromium without its windows: the same pages for three quarters of the work.
    "chromium-headless-shell",
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
FIREFOX_NAMES = ("firefox-esr", "firefox")
OLDEST_NODE = 20


def system_chromium() -> str | None:
    """Path of the Chromium of this machine."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def system_firefox() -> str | None:
    """Path of the Firefox of this machine."""
    return next(filter(None, map(shutil.which, FIREFOX_NAMES)), None)


def system_postgres() -> bool:
    """Whether this machine has a PostgreSQL server, which the tests start for themselves."""
    return bool(shutil.which("initdb") or [*Path("/usr/lib/postgresql").glob("*/bin/initdb")])


def system_node() -> str | None:
    """Path of the Node of this machine, where it is new enough."""
    path = shutil.which("node")
    return path if path and major_version(path) >= OLDEST_NODE else None


def major_version(node: str) -> int:
    """The first number of what `node --version` prints; 0 when it prints none."""
    printed = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    major = printed.stdout.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdigit() else 0


def python_since(oldest: tuple[int, int]) -> Path | None:
    """Return a Python of this machine that is as new as that, the oldest that will do."""
    found = {python: version for python in pythons() if (version := version_of(python))}
    fitting = {python: each for python, each in found.items() if each >= oldest}
    return min(fitting, key=lambda python: fitting[python], default=None)


def pythons() -> list[Path]:
    """List the Pythons of this machine: this one, those on the path, those of version managers."""
    names = ("python3.13", "python3.14", "python3.15", "python3", "python")
    on_path = [Path(path) for path in map(shutil.which, names) if path]
    home = Path.home()
    versions = (
        Path(os.environ.get("PYENV_ROOT", home / ".pyenv")) / "versions",
        Path(os.environ.get("ASDF_DATA_DIR", home / ".asdf")) / "installs" / "python",
        home / ".local" / "share" / "uv" / "python",
    )
    kept = [python for folder in versions for python in sorted(folder.glob("*/bin/python3"))]
    return [Path(sys.executable), *on_path, *kept]


def version_of(python: Path) -> tuple[int, int] | None:
    """Return the version that a Python says it has; None where it is none that runs."""
    asked = (python, "-c", "import sys; print(*sys.version_info[:2])")
    try:
        said = subprocess.run(  # noqa: S603
            asked, capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    numbers = said.stdout.split()
    if said.returncode or len(numbers) != 2 or not all(map(str.isdigit, numbers)):
        return None
    return int(numbers[0]), int(numbers[1])
