"""Links to answers as anybody could make one, and what hypothesis makes of them."""

import json
import zlib
from base64 import urlsafe_b64encode
from binascii import crc32
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from tests.answer_files import VALUES, Reader

PROGRAM = "share_links.mjs"
SHARED: Mapping[str, Any] = {
    "tool": "trust-stage-diagnostic",
    "version": "1.0.0",
    "hash": "b186fecb9fa9dbc4",
    "structure": "437fb6b70f290083",
    "input": {"answers": {"perception.1": 3, "perception.4": "na"}, "flags": []},
    "saved": "2026-01-31T12:00:00.000Z",
}


def link_of(content: bytes, *, version: str = "1", checksum: int | None = None) -> str:
    """Return a link as anybody could make one."""
    compressor = zlib.compressobj(wbits=-15)
    packed = compressor.compress(content) + compressor.flush()
    return link_around(packed, version=version, checksum=checksum)


def link_around(packed: bytes, *, version: str = "1", checksum: int | None = None) -> str:
    """Return a link that holds these bytes as they are."""
    text = urlsafe_b64encode(packed).decode().rstrip("=")
    found = crc32(packed) if checksum is None else checksum
    return f"https://x.example/a/#r={version}.{found:08x}.{text}"


def link_to(value: object) -> str:
    """Return a link that holds a value as JSON."""
    return link_of(json.dumps(value).encode())


RIGHT = link_to(SHARED)
CUT = st.tuples(st.integers(0, len(RIGHT) - 1), st.text(max_size=3)).map(
    lambda cut: RIGHT[: cut[0]] + cut[1] + RIGHT[cut[0] + 1 :]
)
CHANGED = st.dictionaries(st.sampled_from([*SHARED, "__proto__", "more"]), VALUES, max_size=3).map(
    lambda changes: link_to({**SHARED, **changes})
)
LINKS = CUT | CHANGED | st.text() | st.binary().map(link_of) | st.binary().map(link_around)


def read_a_link(reader: Reader, text: str) -> None:
    """Fail unless a text is answers, or refused with a reason."""
    found = reader.ask({"read": text})
    assert ("shared" in found) != ("code" in found), found
