"""Time from opening a page to its first result: our start beside others, in one interleaved run.

The first, the second and the third visit of a browser without a past, the first one over 10 Mbit/s
with 40 ms of delay, what all processes of the browser worked in the first, the longest task of the
page's own thread, and the bytes that came. Each ratio is of one round, so that a busy machine
spoils no side. `python bench/start.py [ROUNDS]` prints a Markdown table; bench/starts/pages.py says
what is compared.
"""

import http.server
import json
import platform
import shutil
import statistics
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.starts.pages import PEERS, served_files  # noqa: E402
from macros.browser.compression import compress_site  # noqa: E402
from tests.browser.conftest import QUIET, chromium_path  # noqa: E402

ROUNDS = 5
VARIANTS = ("stock", "pyscript", "ours", "beginning", "micropython", "form-library")
COLUMNS = ("cold", "second", "third", "slow", "work", "longest")
UNITS = {"work": "s"}
"""Of what is not measured in milliseconds."""
STAGE = 2
SETTLED = 2000
"""Milliseconds after which a browser has kept what it compiled."""
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
BYTES_A_SECOND = 10_000_000 / 8
DELAY = 0.04
PIECE = 16_384
"""Bytes that a slow line sends at once."""
HEAD = "| variant | first visit | second | third | 10 Mbit/s, 40 ms | work | longest task | MB |"


def main(rounds: int) -> None:
    """Print the medians of stock, and each other's ratio to it."""
    plain = served_files()
    served = Served(plain, compressed(plain))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, served=served))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        start = partial(
            playwright.chromium.launch, executable_path=chromium_path(), args=list(QUIET)
        )
        measured = [
            {name: visits(start, address, name, served) for name in VARIANTS} for _ in range(rounds)
        ]
        version = start().version
    print(
        f"{datetime.now(UTC):%d %B %Y}, Chromium {version}, {platform.machine()}, {rounds} rounds"
    )
    show(measured)


def compressed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return path -> content as Brotli; what is too small for that goes as it is."""
    folder = PEERS / "served"
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        file = folder / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    compress_site(PEERS, folder)
    twins = {path: Path(f"{folder}{path}.br") for path in files}
    return {
        path: twin.read_bytes() if twin.exists() else files[path] for path, twin in twins.items()
    }


def visits(start: Any, address: str, name: str, served: "Served") -> dict[str, float]:
    """Open a page in a browser without a past, twice more, and once over a slow line."""
    found: dict[str, float] = {}
    browser: Browser = start()
    context = browser.new_context()
    system = browser.new_browser_cdp_session()
    served.sent.clear()
    before = work(system)
    for visit in ("cold", "second", "third"):
        found[visit], longest = first_result(context, f"{address}{name}.html")
        found.setdefault("longest", longest)
        found.setdefault("work", work(system) - before)
        found.setdefault("bytes", sum(served.sent.values()))
        context.pages[0].wait_for_timeout(SETTLED)
        context.pages[0].close()
    browser.close()
    browser = start()
    served.line = threading.Lock()
    found["slow"], _ = first_result(browser.new_context(), f"{address}{name}.html")
    served.line = None
    browser.close()
    return found


def first_result(context: BrowserContext, address: str) -> tuple[float, float]:
    """Open a page; return the milliseconds until its result, and those of its longest task."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("globalThis.took !== undefined", timeout=120_000)
    assert json.loads(page.evaluate("answer"))["report"]["stage"] == STAGE
    return float(page.evaluate("took")), float(page.evaluate("longest"))


def work(system: CDPSession) -> float:
    """Return the seconds that all processes of a browser have worked."""
    processes = system.send("SystemInfo.getProcessInfo")["processInfo"]
    return float(sum(process["cpuTime"] for process in processes))


def show(measured: list[dict[str, dict[str, float]]]) -> None:
    """Print a table: stock as it was measured, all others as parts of it."""
    print(HEAD, "| --- " * (HEAD.count("|") - 1) + "|", sep="\n")
    for name in VARIANTS:
        cells = [cell(measured, name, column) for column in COLUMNS]
        print(f"| {name} | {' | '.join(cells)} | {measured[0][name]['bytes'] / 1e6:.1f} |")


def cell(measured: list[dict[str, dict[str, float]]], name: str, column: str) -> str:
    """Return the median of one column: of stock itself, of another its ratio."""
    if name == "stock":
        median = statistics.median(each[name][column] for each in measured)
        return f"{median:.1f} s" if column in UNITS else f"{median:.0f} ms"
    ratios = [each[name][column] / each["stock"][column] for each in measured]
    return f"{statistics.median(ratios):.2f}"


@dataclass(slots=True)
class Served:
    """What the server has."""

    plain: Mapping[str, bytes]
    files: Mapping[str, bytes]
    """As they travel."""
    sent: dict[str, int] = field(default_factory=dict)
    """Path -> bytes of what somebody asked for."""
    line: AbstractContextManager[object] | None = None
    """What all answers share while the line is slow."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answer from memory, compressed and to be kept for ever."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, served: Served) -> None:
        """Answer one connection."""
        self.served = served
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send a file."""
        content = self.served.files.get(self.path)
        if content is None:
            self.send_error(404)
            return
        self.served.sent[self.path] = len(content)
        if self.served.line:
            time.sleep(DELAY)
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(Path(self.path).suffix, "text/html"))
        if content is not self.served.plain.get(self.path):
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.end_headers()
        for at in range(0, len(content), PIECE):
            piece = content[at : at + PIECE]
            if self.served.line:
                with self.served.line:
                    time.sleep(len(piece) / BYTES_A_SECOND)
            self.wfile.write(piece)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
