"""Time from opening a page to its first computed report: our runtime beside stock Pyodide.

stock: the npm package as it comes, on the page's own thread, the engine as Python source.
ours: the worker of build/runtime, which goes on from the memory that the build took.
beginning: the same worker where that memory fails, or in a package, which has none.
Rounds are interleaved, and each ratio is of one round, so that a busy machine spoils no side; work
is what all processes of a browser of its own did until the report, in seconds of one core.
`python bench/cold_start.py [rounds]`
"""

import gzip
import http.server
import io
import json
import statistics
import sys
import threading
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from assessments.border.reading import write_json  # noqa: E402
from macros.browser import FROM_THE_BEGINNING, build_runtime  # noqa: E402
from tests.browser.conftest import QUIET, chromium_path  # noqa: E402
from tests.definitions import definition  # noqa: E402

TOOL = "trust-stage-diagnostic"
ROUNDS = 7
VARIANTS = ("stock", "ours", "beginning")
MEASURED = {"cold": "7.0f", "second": "9.0f", "work": "7.2f"}
"""What is measured -> how it is printed."""
SETTLED = 2000
"""Milliseconds after which a browser has kept what it compiled."""
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
PAGE = '<!doctype html><title>{name}</title><script type="module">{script}</script>'
STOCK = """
import {{ loadPyodide }} from "/stock/pyodide.mjs";
const python = await loadPyodide({{ indexURL: "/stock/" }});
python.unpackArchive(await (await fetch("/engine.zip")).arrayBuffer(), "zip");
const score = python.runPython("from assessments.browser import score; score");
globalThis.answer = score({request});
globalThis.took = performance.now();
"""
OURS = """
const worker = new Worker("/runtime/{worker}", {{ type: "module" }});
worker.postMessage({{ id: 1, text: {request} }});
worker.onmessage = ({{ data }}) => {{
  if (data.failed) throw new Error(data.failed);
  if (data.id) Object.assign(globalThis, {{ answer: data.text, took: performance.now() }});
}};
"""


def main(rounds: int) -> None:
    """Print the medians of each variant and its ratio to stock."""
    served = Served(served_files())
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, served=served))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        start = partial(
            playwright.chromium.launch, executable_path=chromium_path(), args=list(QUIET)
        )
        show(
            [
                {name: visits(start(), address, name, served) for name in VARIANTS}
                for _ in range(rounds)
            ]
        )


def visits(browser: Browser, address: str, name: str, served: "Served") -> dict[str, float]:
    """Open a page in a browser without a past, and once more after a while; what each took."""
    context = browser.new_context()
    system = browser.new_browser_cdp_session()
    served.sent.clear()
    before = work(system)
    cold = first_report(context, f"{address}{name}.html")
    after = work(system)
    kilobytes = sum(served.sent.values()) / 1000
    context.pages[0].wait_for_timeout(SETTLED)
    context.pages[0].close()
    second = first_report(context, f"{address}{name}.html")
    browser.close()
    return {"cold": cold, "second": second, "work": after - before, "kilobytes": kilobytes}


def first_report(context: BrowserContext, address: str) -> float:
    """Open a page and return the milliseconds until its first report."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("globalThis.took !== undefined", timeout=120_000)
    assert "report" in json.loads(page.evaluate("answer"))
    return float(page.evaluate("took"))


def work(system: CDPSession) -> float:
    """Return the seconds that all processes of a browser have worked."""
    processes = system.send("SystemInfo.getProcessInfo")["processInfo"]
    return float(sum(process["cpuTime"] for process in processes))


def show(measured: list[dict[str, dict[str, float]]]) -> None:
    """Print a table."""
    print("variant    cold ms  ratio  second ms  ratio   work s  ratio  KB (gzip)")
    for name in VARIANTS:
        cells = []
        for what, form in MEASURED.items():
            median = statistics.median(each[name][what] for each in measured)
            ratios = [each[name][what] / each["stock"][what] for each in measured]
            cells += [f"{median:{form}}", f"{statistics.median(ratios):5.2f}"]
        print(f"{name:9}  {'  '.join(cells)}  {measured[0][name]['kilobytes']:9.0f}")


def served_files() -> dict[str, bytes]:
    """Return path -> compressed content of everything that both pages load."""
    runtime = build_runtime(ROOT)
    given: dict[str, object] = {"answers": {}, "flags": []}
    request = {"definition": write_json(definition(TOOL)), "input": given, "language": "en"}
    values = {"request": json.dumps(json.dumps(request)), "worker": runtime.worker}
    beginning = f"{runtime.worker}{FROM_THE_BEGINNING}"
    package = ROOT / "build" / "node" / "node_modules" / "pyodide"
    stock = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
    files = {
        "/stock.html": PAGE.format(name="stock", script=STOCK.format(**values)).encode(),
        "/ours.html": PAGE.format(name="ours", script=OURS.format(**values)).encode(),
        "/beginning.html": PAGE.format(
            name="beginning", script=OURS.format(**values | {"worker": beginning})
        ).encode(),
        "/engine.zip": engine_source(),
        **{f"/stock/{name}": (package / name).read_bytes() for name in stock},
        "/stock/pyodide-lock.json": (package / "pyodide-lock.json").read_bytes(),
        **{f"/runtime/{name}": (runtime.folder / name).read_bytes() for name in runtime.files},
    }
    return {path: gzip.compress(content, 6) for path, content in files.items()}


def engine_source() -> bytes:
    """Return the engine as a zip of its source files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((ROOT / "assessments").rglob("*.py")):
            archive.write(file, file.relative_to(ROOT).as_posix())
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class Served:
    """What the server has."""

    files: Mapping[str, bytes]
    sent: dict[str, int] = field(default_factory=dict)
    """Path -> bytes of what somebody asked for."""


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
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(Path(self.path).suffix, "text/html"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
