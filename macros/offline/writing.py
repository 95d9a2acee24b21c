"""Write into a built site what lets a browser keep it, or what lets it forget what it kept."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from macros.browser import OfflineWorkers
from macros.hosting.policy import HASHED
from macros.offline.parts import folders, parts_of

WORKER = "offline-worker.js"
"""At the root of the site, always: a browser that knows it asks for it there for ever."""
FOLDER = "assets/offline"


def write_worker(site: Path, languages: Sequence[str], workers: OfflineWorkers) -> None:
    """Write the list of the files to keep, under a name with its hash, and the worker beside it.

    To be called when all other files stand: what changes after this is not kept.
    """
    parts = json.dumps(parts_of(site, languages), ensure_ascii=False, separators=(",", ":"))
    content = parts.encode()
    name = f"edition-{hashlib.sha256(content).hexdigest()[:16]}.json"
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    (site / FOLDER / name).write_bytes(content)
    edition = {
        "list": f"{FOLDER}/{name}",
        "forever": HASHED,
        "offline": dict(folders(languages)),
    }
    head = f"const EDITION = {json.dumps(edition)};\n"
    (site / WORKER).write_bytes(head.encode() + workers.serving)


def write_removal(site: Path, workers: OfflineWorkers) -> None:
    """Write the worker that removes what an earlier site of this address kept, and itself."""
    (site / WORKER).write_bytes(workers.removing)
