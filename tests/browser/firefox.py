"""A real Firefox, which Playwright does not drive as Debian ships it: Puppeteer does."""

import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import bundled_node, node
from macros.machine import system_firefox
from tests.browser.conftest import PATIENCE, ROOT
from tests.browser.waiting import STEP

SCRIPT = Path(__file__).with_name("firefox.mjs")
CLICK = "selector => document.querySelector(selector).click()"
VISIBLE = "selector => document.querySelector(selector)?.checkVisibility()"
SETTLED = "() => document.querySelector('.tool-status:not([data-kept=writing])')"
READY = "() => document.querySelector('.tool-status[data-kept]:not([data-kept=reading])')"
OVERHANG = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}"""
"""Pixels by which a page is wider than what its window shows beside the scrollbar."""


def firefox_or_skip() -> str:
    """Return the path of Firefox; where there is none, the tests are left out and say why.

    Never in CI: what is left out there, nobody would notice.
    """
    if path := system_firefox():
        return path
    missing = "Firefox is missing (Debian: apt-get install firefox-esr fonts-noto-cjk)"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    return pytest.skip(missing)


class Firefox:
    """One Firefox; a visit of it has no past, and is over when the next one begins."""

    def __init__(self, path: str, downloads: Path) -> None:
        """Start it; what it downloads comes into a folder."""
        self.downloads = downloads
        self.address = ""
        # Puppeteer asks for a newer Node than the builds do; the pinned packages bring one.
        command = [bundled_node() or node(), SCRIPT, ROOT / NODE_MODULES, path, downloads]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def close(self) -> None:
        """End it, and wait until it has."""
        self._process.communicate(timeout=PATIENCE / 1000)

    def do(self, deed: str, **given: object) -> Any:
        """Let it do one thing, and return what came of it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"deed": deed, **given}) + "\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        assert said, "Firefox or its driver has ended"
        answer = json.loads(said)
        assert "error" not in answer, f"{deed} {given}: {answer['error']}"
        return answer["value"]

    # What a reader does, and sees

    def visit(self, address: str) -> None:
        """Begin to visit a site, on a desk."""
        self.address = address.rstrip("/")
        self.do("visit")
        self.size(1280)

    def goto(self, path: str) -> None:
        self.do("goto", address=self.address + path)

    def size(self, width: int) -> None:
        self.do("size", width=width, height=800)

    def run(self, script: str, given: object = None) -> Any:
        return self.do("run", script=script, given=given)

    def wait(self, script: str, given: object = None) -> None:
        """Wait until a script returns something that is true."""
        self.do("wait", script=script, given=given, timeout=PATIENCE)

    def see(self, selector: str) -> None:
        """Wait until the first of these is there and can be seen."""
        self.wait(VISIBLE, selector)

    def click(self, selector: str) -> None:
        """Click the first of these by script: below the fold, the driver's mouse misses it."""
        self.see(selector)
        self.run(CLICK, selector)

    def downloaded(self, act: str) -> dict[str, Any]:
        """Click something that saves a file of JSON, and return what that says."""
        before = {*self.downloads.iterdir()}
        self.click(act)
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            new = {*self.downloads.iterdir()} - before
            if len(new) == 1 and (file := new.pop()).suffix == ".json" and file.stat().st_size:
                content = json.loads(file.read_text("utf-8"))
                assert isinstance(content, dict)
                return content
            time.sleep(STEP / 1000)
        return pytest.fail(f"nothing was saved by {act}")

    def fits(self) -> None:
        """Hold that nothing needs sideways scrolling, on a phone and on a desk."""
        for width in (360, 1280):
            self.size(width)
            assert self.run(OVERHANG) <= 0, f"{width} in {self.run('() => location.pathname')}"
