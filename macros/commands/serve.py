"""playbook serve: build the site, serve it, and let it follow each change."""

import argparse
import os
import socket
import sys
import time
from collections.abc import Callable, Collection
from functools import partial
from threading import Event, Thread

from macros.building import SITE, BuildError, build_site
from macros.commands.misuse import MisuseError
from macros.files import languages_of
from macros.live.loop import Loop, OvertakenError
from macros.live.serving import serve_loop
from macros.live.site_pages import Target
from macros.live.watching import Watch
from macros.problems import PlaybookError, report

HELP = "build the site, serve it on this machine, and show each change as it is saved"
EXAMPLES = ("playbook serve", "playbook serve --port 8001")
BUILT = "--built"
CODE = ("macros/", "assessments/", "mkdocs.yml")
"""What this process has read once and for all: after a change of it another one goes on."""

HIGHEST_PORT = 65535


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the port."""
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument(BUILT, action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Serve until the author stops it."""
    root = options.root.resolve()
    _refuse_port(options.port)
    address = f"http://127.0.0.1:{options.port}/"
    try:
        if not options.built:
            build_site(root, address, offline=False)
    except BuildError as error:
        raise MisuseError(str(error)) from None
    loop = Loop(target=Target(root=root, site=root / SITE, address=address))
    watch = Watch(root)
    serve_loop(loop, options.port)
    _, *others = languages_of(root)
    addresses = " and ".join((address, *(f"{address}{code}/" for code in others)))
    print(f"Serving {addresses} (Ctrl+C stops). Changes are shown as you save.")
    sys.stdout.flush()
    saved = Event()
    Thread(target=_settle, args=(loop, saved), daemon=True).start()
    changed: frozenset[str] = frozenset()
    while True:
        if _said(partial(_follow, loop, changed), loop) and changed:
            saved.set()
        changed = watch.wait()


def _settle(loop: Loop, saved: Event) -> None:
    """Build what was saved, again and again."""
    while True:
        saved.wait()
        saved.clear()
        started = time.monotonic()
        if _said(loop.settle, loop):
            print(f"Built in {time.monotonic() - started:.1f} s.", flush=True)


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


def _follow(loop: Loop, changed: Collection[str]) -> None:
    """Let the site follow what changed: texts in this process, anything else by a build."""
    if not all(map(_is_text, changed)):
        loop.forget()
        # An author must never see what a browser kept of an earlier build.
        build_site(loop.target.root, loop.target.address, offline=False)
        if any(path.startswith(CODE) for path in changed):
            again = [each for each in sys.argv[1:] if each != BUILT]
            os.execv(sys.executable, [sys.executable, "-m", "macros", *again, BUILT])  # noqa: S606
    if not loop.pages:
        loop.begin()
    if changed:
        loop.read()


def _is_text(path: str) -> bool:
    return path.startswith("playbook_data/") or path.endswith(".md")


def _said(work: Callable[[], None], loop: Loop) -> bool:
    """Do some work; tell the author what is wrong, and return whether nothing was."""
    try:
        work()
    except OvertakenError:
        return False
    except PlaybookError as error:
        wrong = report(error.problems)
    except BuildError as error:
        wrong = str(error)
    else:
        return True
    print(f"{wrong}\nNot built: what is wrong is not published.", flush=True)
    loop.news.tell(wrong)
    return False
