"""playbook serve: build the site, serve it, and build again after each change."""

import argparse
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from macros.building import SITE, BuildError, build_site
from macros.commands.misuse import MisuseError
from macros.files import languages_of
from macros.problems import PlaybookError, report
from macros.serving import serve_folder

HELP = "build the site, serve it on this machine, and build again after each change"
EXAMPLES = ("playbook serve", "playbook serve --port 8001")
WATCHED = ("playbook_data", "docs", "macros", "assessments", "mkdocs.yml")

HIGHEST_PORT = 65535


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the port."""
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")


def run(options: argparse.Namespace) -> int:
    """Serve until the author stops it."""
    _refuse_port(options.port)
    address = f"http://127.0.0.1:{options.port}/"
    try:
        build_site(options.root, address, offline=False)
    except BuildError as error:
        raise MisuseError(str(error)) from None
    serve_folder(options.root / SITE, options.port)
    _, *others = languages_of(options.root)
    addresses = " and ".join((address, *(f"{address}{code}/" for code in others)))
    print(f"Serving {addresses} (Ctrl+C stops). Changes are built as you save.")
    sys.stdout.flush()
    _build_on_change(options.root, address)
    return 0


def _refuse_port(port: int) -> None:
    """Refuse a port that cannot be served at, before a minute goes into building the site."""
    if not 0 < port <= HIGHEST_PORT:
        message = f"There is no port {port}: ports go from 1 to {HIGHEST_PORT}."
        raise MisuseError(message, "Choose another: --port 8001.")
    try:
        with socket.create_server(("127.0.0.1", port)):
            return
    except OSError as error:
        another = port + 1 if port < HIGHEST_PORT else 8001
        message = f"The port {port} cannot be used: {os.strerror(error.errno or 0)}."
        raise MisuseError(message, f"Choose another: --port {another}.") from None


def _build_on_change(root: Path, address: str) -> None:
    seen = _newest(root)
    while True:
        time.sleep(0.5)
        now = _newest(root)
        if now == seen:
            continue
        seen = now
        print(_build(root, address), flush=True)


def _build(root: Path, address: str) -> str:
    started = time.monotonic()
    try:
        # An author must never see what a browser kept of an earlier build.
        build_site(root, address, offline=False)
    except PlaybookError as error:
        return f"{report(error.problems)}\nNot built: the last good site is still served."
    except BuildError as error:
        return f"{error}\nThe last good site is still served."
    return f"Built in {time.monotonic() - started:.1f} s."


def _newest(root: Path) -> tuple[int, float]:
    """Return how many files are watched and when the newest was changed."""
    times = [file.stat().st_mtime for file in _watched(root)]
    return len(times), max(times)


def _watched(root: Path) -> Iterator[Path]:
    for name in WATCHED:
        if (root / name).is_file():
            yield root / name
        for file in (root / name).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file
