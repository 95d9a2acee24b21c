"""Pyodide's module split otherwise than for pages: every function stands in the secondary one."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.browser import Runtime
from macros.browser.bundles import NODE_MODULES, SCRIPTS
from macros.browser.node import node

ROOT = Path(__file__).parent.parent
SPLIT = """
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
const [script, whole, shipped, primaryFile, secondaryFile] = process.argv.slice(1);
const { splitModule } = await import(script);
const content = readFileSync(shipped);
const module = createHash("sha256").update(content).digest("hex");
const { primary, secondary } = splitModule(readFileSync(whole), content, { module, functions: [] });
writeFileSync(primaryFile, primary);
writeFileSync(secondaryFile, secondary);
"""


def split_leaving_nothing(runtime: Runtime) -> Mapping[str, bytes]:
    """Return name in the runtime's folder -> what to put there."""
    primary, secondary = (
        next(name for name in runtime.going_on if name.endswith(ending) and part in name)
        for part, ending in (("pyodide-", "/pyodide.asm.wasm"), ("secondary-", ".wasm"))
    )
    [whole] = [
        name for name in runtime.files if name.endswith("/pyodide.asm.wasm") and name != primary
    ]
    shipped = ROOT / NODE_MODULES / "pyodide" / "pyodide.asm.wasm"
    with TemporaryDirectory() as folder:
        made = [Path(folder) / "primary", Path(folder) / "secondary"]
        given = [(SCRIPTS / "split_module.mjs").as_uri(), runtime.folder / whole, shipped, *made]
        command = [node(), "--input-type=module", "--eval", SPLIT, "--", *map(str, given)]
        subprocess.run(command, check=True)
        return {
            name: file.read_bytes() for name, file in zip((primary, secondary), made, strict=True)
        }
