"""Packages in the SCORM player of Open edX, which nobody here wrote: uploaded, played, kept."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.learning_system import package, tool_in
from tests.browser.server import SiteServer
from tests.browser.test_scorm import OVERALL, QUESTIONS, answer, expected, send

PLAYER = Path(__file__).parent / "lms" / "open_edx.py"
VERSIONS = {"scorm12": "SCORM_12", "scorm2004": "SCORM_2004"}
GRADE = float(OVERALL) / 100
Spoil = Callable[[bytes], bytes]


class OpenEdx:
    """One course unit with the player in it, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(PLAYER), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        self.address = self._process.stdout.readline().strip()

    def upload(self, content: bytes) -> list[str]:
        """Give it a package as an author does; return what it says against the package."""
        return list(self._asked("POST", "package", content)["errors"])

    def kept(self) -> Mapping[str, Any]:
        """Return all that it knows of the learner, and what it told the rest of Open edX."""
        return self._asked("GET", "kept")

    def close(self) -> None:
        """End it."""
        self._process.communicate()

    def _asked(self, verb: str, path: str, content: bytes | None = None) -> Mapping[str, Any]:
        connection = HTTPConnection(urlsplit(self.address).netloc)
        connection.request(verb, f"/{path}", content)
        read: Mapping[str, Any] = json.load(connection.getresponse())
        connection.close()
        return read


@pytest.fixture
def open_edx(tmp_path: Path) -> Iterator[OpenEdx]:
    started = OpenEdx(tmp_path)
    yield started
    started.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a browser without a past."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def spoilt(content: bytes, name: str, wrong: Spoil) -> bytes:
    """Return a package in which one file is another; without it where nothing is left."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w") as taken:
        for each in given.namelist():
            inside = given.read(each)
            changed = wrong(inside) if each == name else inside
            assert (changed != inside) == (each == name)
            if changed:
                taken.writestr(each, changed)
    return made.getvalue()


def opened(page: Page, open_edx: OpenEdx, content: bytes) -> FrameLocator:
    """Upload a package, open the unit, and return the tool in it."""
    assert open_edx.upload(content) == []
    page.goto(open_edx.address)
    return tool_in(page)


def kept_at_last(page: Page, open_edx: OpenEdx) -> Mapping[str, Any]:
    """Wait until the player has sent on all that it was told, and return what is kept."""
    page.wait_for_function("jQuery.active === 0")
    return open_edx.kept()


@pytest.mark.parametrize("standard", VERSIONS)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_open_edx_keeps_what_the_learner_chose_and_not_before(
    page: Page, server: SiteServer, open_edx: OpenEdx, standard: str, level: int
) -> None:
    tool = opened(page, open_edx, package(f"{standard}-thin", server.address))
    answer(tool)
    before = open_edx.kept()
    assert (before["version"], before["warnings"]) == (VERSIONS[standard], [])
    assert before["status"] == "not attempted"
    assert [name for name in before["data"] if not name.endswith(("_id", "_name"))] == []
    send(tool, level)
    after = kept_at_last(page, open_edx)
    told = {name: said for name, said in after["data"].items() if name not in before["data"]}
    assert told == expected(standard, level)
    assert (after["status"], after["success"]) == ("completed", "unknown")
    assert after["score"] == pytest.approx(GRADE if level >= 2 else 0)
    grades = [said["value"] for kind, said in after["published"] if kind == "grade"]
    # Without a score it is 0: the page for trainers says which setting prevents that.
    assert grades[-1] == pytest.approx(GRADE if level >= 2 else 0)
    known = json.dumps(after)
    assert [name for name in QUESTIONS if name in known] == []


def test_a_package_that_stands_alone_plays_in_open_edx(page: Page, open_edx: OpenEdx) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    tool = opened(page, open_edx, package("scorm12", "https://playbook.invalid/"))
    answer(tool)
    send(tool, 3)
    after = kept_at_last(page, open_edx)
    assert expected("scorm12", 3).items() <= after["data"].items()
    assert [url for url in asked if not url.startswith((open_edx.address, "blob:"))] == []


def test_open_edx_refuses_a_package_without_a_manifest(
    server: SiteServer, open_edx: OpenEdx
) -> None:
    right = package("scorm12-thin", server.address)
    assert open_edx.upload(spoilt(right, "imsmanifest.xml", lambda _: b"")) == [
        "Could not find 'imsmanifest.xml' file in the scorm package"
    ]


def test_open_edx_warns_of_a_package_that_never_says_that_it_is_completed(
    server: SiteServer, open_edx: OpenEdx
) -> None:
    right = package("scorm12-thin", server.address)
    mute = spoilt(
        right,
        "launcher.js",
        lambda script: script.replace(b"lesson_status", b"x").replace(b"completion_status", b"x"),
    )
    assert open_edx.upload(mute) == []
    assert open_edx.kept()["warnings"] == ["no_completion_status"]


def test_a_package_that_names_the_other_standard_is_not_reached(
    page: Page, server: SiteServer, open_edx: OpenEdx
) -> None:
    right = package("scorm12-thin", server.address)
    other = spoilt(
        right,
        "imsmanifest.xml",
        lambda manifest: manifest.replace(b"version>1.2<", b"version>2004 4th Edition<"),
    )
    tool = opened(page, open_edx, other)
    assert open_edx.kept()["version"] == "SCORM_2004"
    expect(tool.locator("lms-panel [data-trouble]")).to_contain_text("offers no way to send")


def test_a_package_that_sends_under_another_name_completes_nothing(
    page: Page, server: SiteServer, open_edx: OpenEdx
) -> None:
    right = package("scorm12-thin", server.address)
    wrong = spoilt(
        right, "launcher.js", lambda script: script.replace(b"lesson_status", b"lesson_state")
    )
    tool = opened(page, open_edx, wrong)
    answer(tool)
    # The player takes every name; only what it keeps tells that this one means nothing to it.
    send(tool, 2)
    after = kept_at_last(page, open_edx)
    assert after["data"]["cmi.core.lesson_state"] == "completed"
    assert after["status"] == "not attempted"
    assert {"grade", "completion"}.isdisjoint(kind for kind, _ in after["published"])
