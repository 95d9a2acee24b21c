"""What each file of the site is, for hosts that do not know; browsers insist on some of them."""

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "css": "text/css",
    "csv": "text/csv",
    "html": "text/html",
    "ics": "text/calendar",
    "imscc": "application/zip",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "whl": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""Extension -> media type."""
TEXTS = ("css", "csv", "html", "ics", "js", "json", "map", "md", "mjs", "svg", "txt", "xml")
"""Extensions of texts, which are UTF-8."""
UNKNOWN = "application/octet-stream"
