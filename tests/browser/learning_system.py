"""A learning system to try packages in: scorm-again behind a recorder, and packages unpacked."""

import io
import json
import shutil
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import FrameLocator, Page

from macros.exporters.packages.contents import named
from macros.exporters.packages.format import Order
from macros.exporters.packages.table import FORMATS
from macros.playbook import Playbook
from macros.views import Book
from tests.browser.server import SiteServer
from tests.site_playbook import real_playbook

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = ROOT / "build" / "node" / "node_modules" / "scorm-again" / "dist"
TOOL = "relationship-health"


class LearningSystem:
    """Serves packages at an origin of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for script in ("scorm12.min.js", "scorm2004.min.js"):
            if not (SCRIPTS / script).is_file():
                pytest.fail("scorm-again is not installed: python tasks.py test installs it")
            shutil.copy(SCRIPTS / script, folder)
        shutil.copy(ROOT / "tests" / "browser" / "lms" / "lms.html", folder / "lms.html")
        (folder / "404.html").write_text("There is no such file.", encoding="utf-8")
        self.server = SiteServer(folder)

    def take(self, form: str, address: str, tool: str = TOOL, language: str = "en") -> str:
        """Unpack a package made for a site at an address; return the name of its folder."""
        made = package(form, address, tool, language)
        return self.unpack(f"{form}-{tool}-{language}", made)

    def unpack(self, name: str, made: bytes) -> str:
        """Unpack a package into a folder of that name, and return it."""
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            archive.extractall(self.folder / name)
        return name

    def address(self, api: str, taken: str, **more: str) -> str:
        """Return the address of a visit."""
        asked = urlencode({"api": api, "package": taken, **more})
        return f"{self.server.address}lms.html?{asked}"


@cache
def playbook() -> Playbook:
    return real_playbook()


def package(form: str, address: str, tool: str = TOOL, language: str = "en") -> bytes:
    """Return a package of a tool."""
    book = Book(playbook(), language)
    [contents] = named(book, address, f"a:{tool}")
    order = Order(contents=contents, book=book, root=ROOT, address=address)
    return FORMATS[form].make(order)


def tool_in(page: Page, *, deep: bool = False) -> FrameLocator:
    """Return the tool inside the launcher inside the learning system."""
    outer = page.frame_locator("iframe")
    launcher = outer.frame_locator("iframe") if deep else outer
    return launcher.frame_locator("iframe")


def calls(page: Page) -> list[list[str]]:
    """Return what the learning system was asked, in order, each with its answer."""
    found: list[list[str]] = page.evaluate("window.calls")
    return found


def values(page: Page) -> Mapping[str, str]:
    """Return what the learning system was told to keep."""
    return {name: value for verb, name, value, *_ in filter(is_set, calls(page))}


def is_set(call: list[str]) -> bool:
    return call[0] in {"LMSSetValue", "SetValue"}


def model(page: Page) -> Any:
    """Return all that the learning system knows."""
    return page.evaluate("window.model()")


def kept(page: Page) -> str:
    """Return what a learning system gives to the next visit."""
    return json.dumps(model(page))
