"""Serve a site that follows its author: pages as they were saved last, and news of each change."""

import http.server
import threading
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.live.loop import Loop
from macros.serving import Handler

SCRIPT = Path(__file__).with_name("page.js")
SCRIPT_ADDRESS = "/.live/page.js"
NEWS_ADDRESS = "/.live/news"
TAG = f'<script type="module" src="{SCRIPT_ADDRESS}"></script></body>'.encode()


class LiveHandler(Handler):
    """Brings each page up to date before it is sent, with a script that hears of the next one."""

    def __init__(self, *given: Any, loop: Loop, **named: Any) -> None:  # noqa: ANN401
        self._loop = loop
        super().__init__(*given, **named)

    def do_GET(self) -> None:  # noqa: N802 (its name in Python)
        """Send a page, a file, the script or the news."""
        address = unquote(urlsplit(self.path).path)
        if address == NEWS_ADDRESS:
            self._send_news()
        elif address == SCRIPT_ADDRESS:
            self._send(SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
        elif address.endswith(("/", ".html")):
            self._send_page(address)
        else:
            super().do_GET()

    def _send_page(self, address: str) -> None:
        self._loop.show(address)
        with self._loop.lock:
            found = Path(self.translate_path(self.path))
            file = found / "index.html" if found.is_dir() else found
            content = file.read_bytes() if file.is_file() else b""
        if content:
            self._send(content.replace(b"</body>", TAG), "text/html; charset=utf-8")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        # Who has gone on to another page takes nothing more.
        with suppress(ConnectionError):
            self.end_headers()
            self.wfile.write(content)

    def _send_news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for event in self._loop.news.listen():
            try:
                self.wfile.write(event.encode())
                self.wfile.flush()
            except OSError:
                return


def serve_loop(loop: Loop, port: int) -> http.server.ThreadingHTTPServer:
    """Serve a site in the background at 127.0.0.1; OSError when the port is taken."""
    handler = partial(LiveHandler, directory=str(loop.target.site), loop=loop)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
