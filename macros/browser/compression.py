"""Compressed twins of the files of a built site, for servers that send what is ready made."""

import json
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import SCRIPTS, RuntimeBuildError
from macros.browser.node import NodeError, run_node

CACHE = Path("build/compressed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compressed:
    """What was made."""

    files: int
    """That have twins."""
    made: int
    """Compressed that were not there from an earlier build."""
    plain: int
    """Bytes of the files."""
    br: int
    """Bytes of their Brotli twins."""
    gz: int
    """Bytes of their gzip twins."""


def compress_site(root: Path, site: Path, cache: Path = CACHE) -> Compressed:
    """Put a Brotli and a gzip twin beside each file of *site* that becomes smaller by it.

    *cache* keeps the twins of this site for the next time, and forgets all others.
    """
    try:
        printed = run_node(SCRIPTS / "compress.mjs", site, root / cache)
    except NodeError as error:
        raise RuntimeBuildError(str(error)) from None
    return Compressed(**json.loads(printed))
