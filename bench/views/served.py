"""The built site as a server with Brotli sends it, with a note of every answer."""

import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from macros.browser.compression import compress_site
from tests.browser.server import Handler, SiteServer

ROOT = Path(__file__).parent.parent.parent
TWINS = ROOT / "build" / "views"
"""Files of the site whose texts name the address that they are served at, and their twins."""
CACHE = ROOT / "build" / "views-compressed"
OF_PAGES = ("assets/css", "assets/js")
"""Folders of what pages load; a site that was built without twins gets them here."""
DEFINITIONS = "a/*/definition-*.json"
ENDINGS = ("*.br", "*.gz")
NAMED_BY_CONTENT = ("/assets/css/", "/assets/js/", "/assets/runtime/")


class BrotliSite(SiteServer):
    """The site with a Brotli twin for each text, and with headers as docs/deployment.md wants them.

    *sent* is path -> bytes of the answers since it was emptied.
    """

    def __init__(self, folder: Path, pages: Iterable[str]) -> None:
        """Serve *folder*; *pages* are the addresses that somebody will look at."""
        self.sent: dict[str, int] = {}
        super().__init__(folder)
        self.lets_keep = True
        self._server.RequestHandlerClass = partial(BrotliHandler, site=self)
        shutil.rmtree(TWINS, ignore_errors=True)
        for page in pages:
            file = TWINS / page / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(self.read(page)[1])
        for part in OF_PAGES:
            shutil.copytree(folder / part, TWINS / part, ignore=shutil.ignore_patterns(*ENDINGS))
        for file in folder.glob(DEFINITIONS):
            copy = TWINS / file.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
        compress_site(ROOT, TWINS, CACHE)

    def as_sent(self, path: str) -> tuple[int, bytes, str, bool]:
        """Return status, content, extension and whether the content is Brotli."""
        status, content, suffix = self.read(path)
        for folder in (TWINS, self.folder):
            file = folder / path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            twin = file.with_name(f"{file.name}.br")
            if status == 200 and twin.is_file():
                return status, twin.read_bytes(), suffix, True
        return status, content, suffix, False

    def headers_for(self, path: str, suffix: str) -> dict[str, str]:
        """Return the headers of an answer; what is named by its content is kept for ever."""
        headers = super().headers_for(path, suffix)
        if path.startswith(NAMED_BY_CONTENT):
            headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return headers


class BrotliHandler(Handler):
    """Answer with twins, and count."""

    site: BrotliSite

    def do_GET(self) -> None:  # noqa: N802 (its name in Python)
        """Send the twin of the file."""
        path = self.path.partition("?")[0]
        status, content, suffix, is_brotli = self.site.as_sent(path)
        self.site.sent[path] = len(content)
        self.send_response(status)
        for name, value in self.site.headers_for(path, suffix).items():
            self.send_header(name, value)
        if is_brotli:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
