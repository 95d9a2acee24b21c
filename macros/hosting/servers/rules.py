"""For any other host: the same rules as data, to be put into its own form."""

import json
from collections.abc import Mapping

from macros.hosting.policy import FOR_EVERYBODY, FRAMED, HASHED, WORKER, headers_of
from macros.hosting.served import Served
from macros.hosting.types import TEXTS, TYPES

EXAMPLES: Mapping[str, str] = {
    WORKER: "/assets/runtime/worker-0123456789abcdef.js",
    FOR_EVERYBODY: "/assets/engine/pyodide-lock.json",
    HASHED: "/assets/js/playbook-0123456789abcdef.js",
    FRAMED: "/m/trust/embed/",
    "": "/m/trust/",
}
"""Pattern -> a path of its kind. The first pattern that fits a path holds."""


def rules(served: Served) -> str:
    """Return JSON: the headers of each kind of path, the first that fits; the type of each file."""
    made = {
        "rules": [
            {"path": pattern, "headers": dict(headers_of(example, served.policies))}
            for pattern, example in EXAMPLES.items()
        ],
        "types": {
            name: f"{kind}{'; charset=utf-8' if name in TEXTS else ''}"
            for name, kind in TYPES.items()
        },
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
