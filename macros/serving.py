"""Serve the built site on this machine, with the types that browsers insist on."""

import http.server
import threading
from functools import partial
from pathlib import Path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serve a folder, with the site's own page for an address that does not exist."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the 404 page of the language that the address begins with."""
        language = self.path.split("/")[1]
        pages = [Path(self.directory, language, "404.html"), Path(self.directory, "404.html")]
        page = next((page for page in pages if page.exists()), None)
        if code != http.HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Let the browser ask again after each change."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name in Python)
        """Stay silent: the terminal is for what the author should read."""


def serve_folder(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """Serve a folder in the background at 127.0.0.1; OSError when the port is taken."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", port), partial(Handler, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
