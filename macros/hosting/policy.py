"""What a browser may do with the site: the content policy of each kind of path, and its companions.

The worker alone compiles WebAssembly, and its own response says so; a page never needs to.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.frame_origins import OWN, frame_ancestors
from macros.hosting.inline import script_hash, shipped_scripts
from macros.values import Data

FRAMED = r"/embed/(index\.html)?$"
"""Path of a page that a course may show in a frame."""
WORKER = r"/assets/runtime/worker-[0-9a-f]{16}\.js$"
HASHED = r"/(assets/.*[-.][0-9a-f]{8}([0-9a-f]{8})?[./].*|a/[^/]+/definition-[0-9a-f]{16}\.json)$"
"""Path of a file whose name changes with its content."""
FOR_EVERYBODY = r"/assets/engine/"
"""Path of what scripts of other sites may load: the engine as a package."""
FOREVER = "public, max-age=31536000, immutable"
"""How long a browser keeps a file that never changes: a year, without asking."""
ASK_AGAIN = "no-cache"
"""Keep it, but ask each time whether it changed."""
ANYBODY = "*"

NOT_USED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi",
    "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
"""Abilities of browsers that no page of the site asks for."""
USED = ("clipboard-write", "fullscreen")
"""Copying a link; slides on the whole screen."""

COMPANIONS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(
        (*(f"{name}=()" for name in NOT_USED), *(f"{name}=(self)" for name in USED))
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers that are the same on every path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """The value of Content-Security-Policy for each kind of path."""

    page: str
    """Of a page, and of all that is neither of the others."""
    framed: str
    """Of a page at embed/, which the sites of `frame_origins` may show."""
    worker: str
    """Of the script that runs the engine."""
    in_pages: str
    """Of a page that brings its policy with it; who may frame it, no page can say."""


def policies(site: Path, settings: Data) -> Policies:
    """Return the policies of a built site; *settings* is playbook.yml."""
    return policies_for(shipped_scripts(site), settings, installs=any(site.rglob("*.webmanifest")))


def policies_for(scripts: Iterable[str], settings: Data, *, installs: bool = False) -> Policies:
    """Return the policies that let these inline scripts run and no other.

    *installs* is whether a browser may install the site, for which it reads a manifest.
    """
    directives = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", *sorted(map(script_hash, scripts)))),
        "style-src": "'self'",
        # The icons of the theme stand in its style sheet.
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self'",
        **({"manifest-src": "'self'"} if installs else {}),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    common = written(directives)
    return Policies(
        page=f"{common}; frame-ancestors {OWN}",
        framed=f"{common}; {frame_ancestors(settings)}",
        worker=written(
            {
                "default-src": "'none'",
                "script-src": "'self' 'wasm-unsafe-eval'",
                "connect-src": "'self'",
            }
        ),
        in_pages=common,
    )


def written(directives: Mapping[str, str]) -> str:
    """Return directives as a browser reads them."""
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def headers_of(path: str, policies: Policies) -> Mapping[str, str]:
    """Return every header of a path but its type: the rule that each server is told in its words.

    *path* begins with a slash; what stands before the site's own folder does not matter.
    """
    headers = {"Content-Security-Policy": _policy_of(path, policies), **COMPANIONS}
    headers["Cache-Control"] = FOREVER if re.search(HASHED, path) else ASK_AGAIN
    if re.search(FOR_EVERYBODY, path):
        headers["Access-Control-Allow-Origin"] = ANYBODY
    return headers


def _policy_of(path: str, policies: Policies) -> str:
    if re.search(WORKER, path):
        return policies.worker
    return policies.framed if re.search(FRAMED, path) else policies.page
