"""Pages in a frame: with storage blocked, without downloads, without an origin."""

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, TRUST, TRUST_ANSWERS, address

pytestmark = pytest.mark.early_engine

BLOCKED = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
"""
"""What a browser does that blocks the storage of a frame from another site."""
FRAME = '<iframe src="{address}" {sandbox} width="1250" height="860"></iframe>'
NOT_FOR_DOWNLOADS = 'sandbox="allow-scripts allow-same-origin"'
TITLE = {"en": "Did the file arrive?", "zh": "文件下载了吗？"}
COPY = {"en": "Copy the text", "zh": "复制内容"}


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page that holds the frame."""
    return context.new_page()


def open_in_frame(page: Page, server: SiteServer, target: str, sandbox: str = "") -> FrameLocator:
    """Show an address in a frame of a page of the server."""
    holder = FRAME.format(address=target, sandbox=sandbox).encode()
    server.spoilt["/holder"] = lambda _: holder
    page.goto("/holder")
    return page.frame_locator("iframe")


def answer_in(frame: FrameLocator) -> None:
    """Answer the whole tool in a frame."""
    for question, answer in TRUST_ANSWERS.items():
        if answer is not None:
            frame.locator(f'input[name="{question}"][value="{answer}"]').check(force=True)


def test_a_tool_works_in_a_foreign_frame_with_storage_blocked(
    page: Page, context: BrowserContext, server: SiteServer
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    context.add_init_script(BLOCKED)
    elsewhere = server.address.replace("127.0.0.1", "localhost")
    frame = open_in_frame(page, server, elsewhere + address(TRUST)[1:])
    frame.locator("tool-form[data-started]").wait_for(state="attached")
    one_by_one = frame.locator('[data-action="one-by-one"]')
    one_by_one.click()
    expect(frame.locator(".question").filter(visible=True)).to_have_count(1)
    one_by_one.click()
    answer_in(frame)
    frame.locator('[data-action="score"]').click()
    frame.locator("tool-report[data-report] .summary").wait_for()
    body = frame.locator("body")
    for scheme in ("default", "slate"):
        frame.locator(".md-header [data-md-component=palette] label:not([hidden])").click()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_frame_blocks_downloads_the_text_is_offered(
    page: Page, server: SiteServer, language: str
) -> None:
    target = server.address + address(TRUST, language)[1:]
    frame = open_in_frame(page, server, target, NOT_FOR_DOWNLOADS)
    frame.locator("tool-form[data-started]").wait_for(state="attached")
    answer_in(frame)
    frame.locator('[data-action="score"]').click()
    frame.locator("tool-report[data-report] .summary").wait_for()
    frame.locator('[data-action="export-json"]').first.click()
    dialog = frame.locator("dialog.frame-download")
    expect(dialog.locator("h2")).to_have_text(TITLE[language])
    assert '"perception.1": 3' in dialog.locator("textarea").input_value()
    expect(dialog.locator(".frame-download__name")).to_contain_text(f"{TRUST}-")
    expect(dialog.locator("a")).to_have_attribute("href", target)
    copy = dialog.locator('[data-action="copy"]')
    expect(copy).to_have_text(COPY[language])
    copy.click()
    expect(dialog.locator("output")).not_to_be_empty()
    dialog.locator('[data-action="close"]').click()
    expect(dialog).to_be_hidden()


def test_a_frame_that_allows_downloads_gives_the_file_and_asks_nothing(
    page: Page, server: SiteServer
) -> None:
    frame = open_in_frame(page, server, server.address + address(TRUST)[1:])
    frame.locator("tool-form[data-started]").wait_for(state="attached")
    answer_in(frame)
    frame.locator('[data-action="score"]').click()
    frame.locator("tool-report[data-report] .summary").wait_for()
    with page.expect_download():
        frame.locator('[data-action="export-json"]').first.click()
    expect(frame.locator("dialog.frame-download")).to_be_hidden()


@pytest.mark.parametrize("open_to_all", [False, True], ids=["own", "open"])
def test_a_page_without_an_origin_works_or_says_how_to_go_on(
    page: Page, server: SiteServer, open_to_all: bool
) -> None:
    if open_to_all:
        server.headers[""] = {"Access-Control-Allow-Origin": "*"}
    target = server.address + address(TRUST)[1:]
    frame = open_in_frame(page, server, target, 'sandbox="allow-scripts"')
    if not open_to_all:
        expect(frame.locator(".script-missing")).to_be_visible()
        expect(frame.locator('[data-action="score"]')).to_be_hidden()
        return
    frame.locator("tool-form[data-started]").wait_for(state="attached")
    answer_in(frame)
    frame.locator('[data-action="score"]').click()
    # A worker needs an origin; all else works.
    expect(frame.locator(".engine-failed a")).to_be_visible()
    expect(frame.locator("tool-report[data-report]")).to_be_hidden()
