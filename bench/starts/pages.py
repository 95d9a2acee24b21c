"""The pages that are compared: each asks for the trust stage of one account as soon as it can.

stock: Pyodide as its package comes, on the page's own thread, the engine as Python source.
PyScript: the same by its element, with the same Pyodide.
ours: the worker of build/runtime, which goes on from the memory that the build took.
beginning: the same worker where that memory fails, or in a package, which has none.
MicroPython: a smaller Python, which cannot run the engine; the stage alone, ported by hand.
form library: survey-core with the same questions; the stage alone, in JavaScript.
"""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from assessments.border.reading import write_json
from macros.browser import FROM_THE_BEGINNING, build_runtime
from tasks import npm_command
from tests.browser.tool_page import TRUST, TRUST_ANSWERS
from tests.definitions import definition

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
NODE_MODULES = ROOT / "build" / "node" / "node_modules"
PEERS = ROOT / "build" / "peers"
PINNED = ("package.json", "package-lock.json")
WORKER = "WORKER"
"""Stands in ours.html for the address of a worker."""
PAGE = """<!doctype html><title>{name}</title><script>
globalThis.longest = 0;
new PerformanceObserver((list) => {{
  for (const {{ duration }} of list.getEntries()) longest = Math.max(longest, duration);
}}).observe({{ type: "longtask", buffered: true }});
globalThis.request = {request};
globalThis.few = {few};
globalThis.settle = (answer) => Object.assign(globalThis, {{ answer, took: performance.now() }});
</script>{body}"""


def served_files() -> Mapping[str, bytes]:
    """Return path -> content of everything that the pages load."""
    runtime = build_runtime(ROOT)
    install_peers()
    beginning = f"{runtime.worker}{FROM_THE_BEGINNING}"
    bodies = {file.stem: file.read_text("utf-8") for file in HERE.glob("*.html")}
    bodies["beginning"] = bodies["ours"].replace(WORKER, beginning)
    bodies["ours"] = bodies["ours"].replace(WORKER, runtime.worker)
    asked = {"request": json.dumps(engine_request()), "few": json.dumps(few())}
    pages = {
        f"/{name}.html": PAGE.format(name=name, body=body, **asked).encode()
        for name, body in bodies.items()
    }
    stock = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
    pyodide, peers = NODE_MODULES / "pyodide", PEERS / "node_modules"
    pyscript = peers / "@pyscript" / "core" / "dist"
    micropython = peers / "@micropython" / "micropython-webassembly-pyscript"
    files = {
        "/engine.zip": engine_source(),
        "/hand_port.py": (HERE / "hand_port.py").read_bytes(),
        "/survey.js": (peers / "survey-core" / "survey.core.min.js").read_bytes(),
        "/stock/pyodide-lock.json": (pyodide / "pyodide-lock.json").read_bytes(),
        **{f"/stock/{name}": (pyodide / name).read_bytes() for name in stock},
        **{f"/runtime/{name}": (runtime.folder / name).read_bytes() for name in runtime.files},
        **{f"/pyscript/{file.name}": file.read_bytes() for file in pyscript.glob("*.js")},
        **{f"/micropython/{file.name}": file.read_bytes() for file in micropython.glob("*.*m*")},
    }
    return pages | files


def install_peers() -> None:
    """Install what the engine is compared with, as pinned; nothing is done twice."""
    if all((PEERS / name).exists() for name in PINNED) and all(
        (PEERS / name).read_bytes() == (HERE / name).read_bytes() for name in PINNED
    ):
        return
    PEERS.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "requirements" / ".npmrc", PEERS)
    for name in reversed(PINNED):
        shutil.copy(HERE / name, PEERS)
    subprocess.run([*npm_command(), "ci", "--prefix", PEERS], check=True, capture_output=True)


def engine_request() -> str:
    """Return what the engine is asked."""
    given = {"answers": TRUST_ANSWERS, "flags": []}
    return json.dumps(
        {"definition": write_json(definition(TRUST)), "input": given, "language": "en"}
    )


def few() -> str:
    """Return what those are asked that know the stage alone."""
    known = {name: definition(TRUST)[name] for name in ("dimensions", "parameters")}
    return write_json({"definition": known, "answers": TRUST_ANSWERS})


def engine_source() -> bytes:
    """Return the engine as a zip of its source files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((ROOT / "assessments").rglob("*.py")):
            archive.write(file, file.relative_to(ROOT).as_posix())
    return target.getvalue()
