"""Serve the built site at a port of its own, and misbehave where a test asks for it."""

import contextlib
import http.server
import socket
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.offline.writing import WORKER

if TYPE_CHECKING:
    from collections.abc import Callable

BUILT_FOR = b"http://127.0.0.1:8000/"
"""The address that `python tasks.py site` writes into canonical links and the sitemap."""
NAMES_ADDRESS = {".html", ".xml", ".txt"}
TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


class SiteServer:
    """A site in a folder, served from a thread; each page believes that it was built for here."""

    def __init__(self, folder: Path) -> None:
        """Begin to serve *folder* on a free port."""
        self.folder = folder
        self.headers: dict[str, dict[str, str]] = {}
        """End of a path -> headers that replace or join the usual ones."""
        self.spoilt: dict[str, Callable[[bytes], bytes | None]] = {}
        """End of a path -> what becomes of its content; None: it is not there."""
        self.asked: list[str] = []
        """The path of each request, in order."""
        self.lets_keep = False
        """Whether browsers get the worker that keeps the site: it fetches all of it."""
        self._server = Server(("127.0.0.1", 0), partial(Handler, site=self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """The address of the home page."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def close(self) -> None:
        """Stop serving, also those who are connected."""
        self._server.shutdown()
        self._server.server_close()
        self._server.hang_up()

    def read(self, path: str) -> tuple[int, bytes, str]:
        """Return status, content and extension of what stands at a path."""
        file = self.folder / path.lstrip("/")
        if file.is_dir():
            file = file / "index.html"
        status = 200
        is_held_back = path.endswith(f"/{WORKER}") and not self.lets_keep
        if is_held_back or not file.is_file():
            status = 404
            pages = [self.folder / path.split("/")[1] / "404.html", self.folder / "404.html"]
            file = next(page for page in pages if page.is_file())
        content = file.read_bytes()
        if file.suffix in NAMES_ADDRESS:
            content = content.replace(BUILT_FOR, self.address.encode())
        return status, content, file.suffix

    def spoil(self, path: str, status: int, content: bytes) -> tuple[int, bytes]:
        """Return what a test makes of an answer."""
        for ending, change in self.spoilt.items():
            if path.endswith(ending):
                changed = change(content)
                return (404, b"") if changed is None else (status, changed)
        return status, content

    def file(self, pattern: str) -> str:
        """Return the one path of the site that a pattern names, hash and all."""
        [found] = self.files(pattern)
        return found

    def files(self, pattern: str) -> list[str]:
        """Return the paths of the site that a pattern names, at least one."""
        found = [
            f"/{file.relative_to(self.folder).as_posix()}" for file in self.folder.glob(pattern)
        ]
        assert found, f"nothing is at {pattern}"
        return found

    def headers_for(self, path: str, suffix: str) -> dict[str, str]:
        """Return the headers of an answer."""
        headers = {"Content-Type": TYPES.get(suffix, "application/octet-stream")}
        if "/runtime/" in path:
            headers["Cache-Control"] = "public, max-age=31536000, immutable"
        for ending, special in self.headers.items():
            if path.endswith(ending):
                headers |= special
        return headers


class Server(http.server.ThreadingHTTPServer):
    """A server that a browser may leave at any moment, and that may leave its browsers."""

    def __init__(self, *arguments: Any) -> None:
        """Begin to listen."""
        self._open: set[socket.socket] = set()
        super().__init__(*arguments)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember who is connected."""
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget who has gone."""
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Leave everybody who is connected."""
        for connection in [*self._open]:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of a mistake, but not of a browser that closed its page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answer GET requests from the folder of a SiteServer."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, site: SiteServer) -> None:
        """Answer one connection."""
        self.site = site
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send the file, or the site's own page for what is missing."""
        path = self.path.partition("?")[0]
        self.site.asked.append(path)
        status, content, suffix = self.site.read(path)
        status, content = self.site.spoil(path, status, content)
        self.send_response(status)
        for name, value in self.site.headers_for(path, suffix).items():
            if value:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""
