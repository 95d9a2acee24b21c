"""Time from opening a page to its first computed report: our runtime beside stock Pyodide.

stock: the npm package as it comes, on the page's own thread, the engine as Python source.
lean: the worker of build/runtime. Rounds are interleaved, and each ratio is of one round, so that a
busy machine spoils neither side. `python bench/cold_start.py [rounds]`
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
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from assessments.border.reading import write_json  # noqa: E402
from macros.browser import build_runtime  # noqa: E402
from tests.browser.conftest import QUIET, chromium_path  # noqa: E402
from tests.definitions import definition  # noqa: E402

TOOL = "trust-stage-diagnostic"
ROUNDS = 5
VISITS = ("cold", "second")
SETTLED = 4000
"""Milliseconds after which the lean worker has kept its snapshot."""
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
LEAN = """
const worker = new Worker("/runtime/{worker}", {{ type: "module" }});
worker.postMessage({{ id: 1, text: {request} }});
worker.onmessage = ({{ data }}) => {{
  if (data.failed) throw new Error(data.failed);
  if (data.id) Object.assign(globalThis, {{ answer: data.text, took: performance.now() }});
}};
"""


def main(rounds: int) -> None:
    """Print the medians of each variant and its ratio to stock."""
    files = served_files()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, files=files))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        measured = [
            {name: visits(browser, f"{address}{name}.html") for name in ("stock", "lean")}
            for _ in range(rounds)
        ]
        browser.close()
    show(measured, {name: sizes(files, name) for name in ("stock", "lean")})


def visits(browser: Browser, address: str) -> dict[str, float]:
    """Open a page with an empty cache, and once more after a while; milliseconds of each."""
    context = browser.new_context()
    took = {}
    for visit in VISITS:
        took[visit] = first_report(context, address)
    context.close()
    return took


def first_report(context: BrowserContext, address: str) -> float:
    """Open a page and return the milliseconds until its first report."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("globalThis.took !== undefined", timeout=120_000)
    assert "report" in json.loads(page.evaluate("answer"))
    took = page.evaluate("took")
    page.wait_for_timeout(SETTLED)
    page.close()
    return float(took)


def show(measured: list[dict[str, dict[str, float]]], kilobytes: Mapping[str, float]) -> None:
    """Print a table."""
    print("variant  cold ms  ratio  second ms  ratio   KB (gzip)")
    for name in ("stock", "lean"):
        cells = []
        for visit in VISITS:
            times = [each[name][visit] for each in measured]
            ratios = [each[name][visit] / each["stock"][visit] for each in measured]
            cells += [f"{statistics.median(times):7.0f}", f"{statistics.median(ratios):5.2f}"]
        print(
            f"{name:7}  {cells[0]}  {cells[1]}  {cells[2]:>9}  {cells[3]}  {kilobytes[name]:10.0f}"
        )


def served_files() -> dict[str, bytes]:
    """Return path -> compressed content of everything that both pages load."""
    runtime = build_runtime(ROOT)
    given: dict[str, object] = {"answers": {}, "flags": []}
    request = {"definition": write_json(definition(TOOL)), "input": given, "language": "en"}
    values = {"request": json.dumps(json.dumps(request)), "worker": runtime.worker}
    package = ROOT / "build" / "node" / "node_modules" / "pyodide"
    stock = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
    files = {
        "/stock.html": PAGE.format(name="stock", script=STOCK.format(**values)).encode(),
        "/lean.html": PAGE.format(name="lean", script=LEAN.format(**values)).encode(),
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


def sizes(files: Mapping[str, bytes], name: str) -> float:
    """Return the kilobytes on the wire of a variant."""
    folder = {"stock": ("/stock/", "/engine.zip"), "lean": ("/runtime/",)}[name]
    wanted = [content for path, content in files.items() if path.startswith(folder)]
    return sum(map(len, wanted)) / 1000


class Handler(http.server.BaseHTTPRequestHandler):
    """Answer from memory, compressed and to be kept for ever."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, files: Mapping[str, bytes]) -> None:
        """Answer one connection."""
        self.files = files
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send a file."""
        content = self.files.get(self.path)
        if content is None:
            self.send_error(404)
            return
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
