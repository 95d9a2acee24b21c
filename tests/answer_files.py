"""Files of answers as anybody might hand one over, and the reader that the page has for them."""

import json
import subprocess
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node

ROOT = Path(__file__).parent.parent
TOOL = "trust-stage-diagnostic"
RIGHT: dict[str, Any] = {
    "format": "playbook-answers/1",
    "tool": TOOL,
    "version": "1.0.0",
    "hash": "b186fecb9fa9dbc4",
    "structure": "437fb6b70f290083",
    "subject": "Yunhe",
    "saved": "2026-01-31T12:00:00.000Z",
    "input": {"answers": {"perception.1": 3, "perception.4": "na"}, "flags": []},
    "notes": {"perception.1": "visited on 3 May"},
    "scored": True,
    "report": None,
}
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True)
    | st.text()
    | st.sampled_from(["__proto__", "constructor", "not a date", "2026-13-45T99:99:99Z", "99"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("__proto__"), inner),
    max_leaves=20,
)
CHANGED = st.dictionaries(st.sampled_from([*RIGHT, "__proto__", "more"]), VALUES, max_size=4).map(
    lambda changes: json.dumps(RIGHT | changes)
)
LACKING = st.sets(st.sampled_from(list(RIGHT))).map(
    lambda gone: json.dumps({name: value for name, value in RIGHT.items() if name not in gone})
)
CUT = st.tuples(CHANGED, st.integers(0, 600), st.text(max_size=3)).map(
    lambda cut: cut[0][: cut[1]] + cut[2] + cut[0][cut[1] + 1 :]
)
DEEP = st.tuples(st.sampled_from(["[", '{"a":', '{"input":']), st.integers(1, 50_000)).map(
    lambda deep: json.dumps(RIGHT)[:-1] + ', "more": ' + deep[0] * deep[1]
)
TEXTS = CHANGED | LACKING | CUT | st.text() | VALUES.map(json.dumps) | DEEP


class Reader:
    """A reader of the page, in Node: of files, or of links."""

    def __init__(self, program: str = "answer_files.mjs") -> None:
        """Start it."""
        script, scripts = ROOT / "tests" / program, ROOT / "docs" / "assets" / "js"
        command = [node(), str(script), str(ROOT / NODE_MODULES), str(scripts), TOOL]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def read(self, text: str) -> dict[str, Any]:
        """Return what a file is: `is`, `places` and `ends`."""
        return self.ask(text)

    def ask(self, request: object) -> dict[str, Any]:
        """Return the answer to whatever the program takes."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        """End it."""
        self._process.communicate()
