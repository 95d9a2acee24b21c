"""The built site in a real Chromium."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from macros.machine import system_chromium
from tests.browser.editions import other_edition
from tests.browser.server import SiteServer

ROOT = Path(__file__).parent.parent.parent
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)
COMPILE_ONCE = "--js-flags=--liftoff-only"
"""Spares each short visit the second, thorough compilation of the engine."""
PATIENCE = 30_000
"""Milliseconds that a test waits: a machine may be busy with other tests."""
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
"""Makes a page believe that its reader saves data."""
SLOW_DISK = """(milliseconds => {
  const listen = IDBTransaction.prototype.addEventListener;
  IDBTransaction.prototype.addEventListener = function (type, hear, ...rest) {
    const late = (event) => setTimeout(() => hear.call(this, event), milliseconds);
    return listen.call(this, type, type === "complete" ? late : hear, ...rest);
  };
})"""
"""Makes a browser say late that it has written or read, as on a disk that others use."""
CLOCKS_APART = 600
"""Seconds by which a browser's clock may differ from ours before somebody must have set it."""
KEPT_BY_PAGES = "cookies,indexeddb,local_storage"
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; built with the project's own command where it is missing."""
    folder = ROOT / "site"
    if not (folder / "index.html").exists():
        subprocess.run([sys.executable, "tasks.py", "site"], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="session")
def shared_server(site: Path) -> Iterator[SiteServer]:
    server = SiteServer(site)
    yield server
    server.close()


@pytest.fixture
def server(shared_server: SiteServer, site: Path) -> Iterator[SiteServer]:
    """The site on its own port, well-behaved again after each test."""
    shared_server.asked.clear()
    yield shared_server
    shared_server.headers.clear()
    shared_server.spoilt.clear()
    shared_server.folder = site


@pytest.fixture(scope="session")
def renewed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another edition of the site, as after a deploy."""
    return other_edition(site, tmp_path_factory.mktemp("renewed") / "site")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=[*QUIET, COMPILE_ONCE]
        )
        yield browser
        browser.close()


@pytest.fixture
def context(
    chromium: Browser, server: SiteServer, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A browser without a past; its engine starts when a result is asked for, or as marked."""
    context = new_context(chromium, server, saves_data=not starts_early(request))
    yield context
    context.close()


@pytest.fixture(scope="session")
def shared_context(chromium: Browser, shared_server: SiteServer) -> Iterator[BrowserContext]:
    """A browser that has its copy of the files and of the engine, with one page that stays open."""
    context = new_context(chromium, shared_server)
    context.new_page()
    yield context
    context.close()


@pytest.fixture
def page_without_scripts(chromium: Browser, server: SiteServer) -> Iterator[Page]:
    """An empty page of a browser that runs no script."""
    context = chromium.new_context(base_url=server.address, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(server: SiteServer, request: pytest.FixtureRequest) -> Iterator[Page]:
    """An empty page; the test fails when a script on it did.

    Its browser has no past where a test asks for the *context* or starts the engine early; all
    other tests share one, which forgets what it kept but for files and engine: that is faster.
    """
    has_own = "context" in request.fixturenames or starts_early(request)
    context = request.getfixturevalue("context" if has_own else "shared_context")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    if not has_own:
        forget(context, server)
    assert not faults, faults


def starts_early(request: pytest.FixtureRequest) -> bool:
    """Return whether a test wants the engine to start with the page."""
    return request.node.get_closest_marker("early_engine") is not None


def new_context(
    chromium: Browser, server: SiteServer, *, saves_data: bool = True
) -> BrowserContext:
    """Return a browser without a past."""
    context = chromium.new_context(base_url=server.address, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    if saves_data:
        context.add_init_script(SAVE_DATA)
    if delay := os.environ.get("PLAYBOOK_SLOW_DISK"):
        context.add_init_script(f"{SLOW_DISK}({int(delay)})")
    return context


def forget(context: BrowserContext, server: SiteServer) -> None:
    """Close all pages but the first, and remove what they kept."""
    first, *others = context.pages
    for page in others:
        page.close()
    browser = context.new_cdp_session(first)
    what = {"origin": server.address.rstrip("/"), "storageTypes": KEPT_BY_PAGES}
    browser.send("Storage.clearDataForOrigin", what)
    browser.detach()
    told = first.evaluate("Date.now()") / 1000
    assert abs(told - time.time()) < CLOCKS_APART, (
        "A test that sets the clock asks for the context."
    )


def chromium_path() -> str | None:
    """Return the path of a system Chromium; None for the one that Playwright brought."""
    return os.environ.get("PLAYBOOK_CHROMIUM") or system_chromium()
