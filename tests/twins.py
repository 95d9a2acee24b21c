"""Which files of a site have compressed twins that hold the same."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from macros.browser.node import node

UNPACK = Path(__file__).parent / "unpack.mjs"
TEXTS = {".css", ".csv", ".html", ".js", ".json", ".map", ".md", ".svg", ".txt", ".xml"}
LIMIT = 500
"""Bytes; a smaller file has no twins."""


def texts_in(site: Path) -> list[Path]:
    """Return every text of a site that is to have twins."""
    files = (file for file in site.rglob("*") if file.is_file() and file.suffix in TEXTS)
    return [file for file in files if file.stat().st_size >= LIMIT]


def wrong_twins(files: Iterable[Path]) -> list[str]:
    """Return the twins of files that are missing or hold something else."""
    done = subprocess.run(
        [node(), UNPACK], input=json.dumps(list(map(str, files))), capture_output=True, text=True,
        encoding="utf-8", check=True,
    )  # fmt: skip
    return list(json.loads(done.stdout))
