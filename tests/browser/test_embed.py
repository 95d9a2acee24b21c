"""A page in the frame of a course on another site: what it shows, tells and keeps."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.axe import violations
from tests.browser.server import SiteServer

HOST = """<!doctype html><title>Course</title><body style="margin:0">
<script>window.told = []; addEventListener("message", ({ source, origin, data }) => {
  const isFrame = source === document.querySelector("iframe").contentWindow;
  if (isFrame && data.type === "playbook:height") told.push([origin, data]);
});</script>
<iframe title="Playbook" ATTRIBUTES src="ADDRESS" width="WIDTH" height="900"
  style="border:0"></iframe>"""
MODULE, TOOL = "m/trust-stages/embed/", "a/relationship-health/embed/"
NARROW = 360


class Course:
    """Another site than that of the pages."""

    def __init__(self, folder: Path, page: Page, server: SiteServer) -> None:
        """Serve pages of a course from a folder."""
        self.folder, self.page, self.pages = folder, page, server.address
        (folder / "404.html").write_text("<title>Nothing</title>", "utf-8")
        self.server = SiteServer(folder)

    def show(self, path: str, attributes: str = "") -> Frame:
        """Show a page in a frame, and return the frame."""
        html = HOST.replace("ADDRESS", self.pages + path).replace("WIDTH", str(NARROW))
        (self.folder / "index.html").write_text(html.replace("ATTRIBUTES", attributes), "utf-8")
        self.page.goto(self.server.address.replace("127.0.0.1", "localhost"))
        frame = self.page.frames[1]
        frame.wait_for_load_state()
        return frame


@pytest.fixture
def course(tmp_path: Path, page: Page, server: SiteServer) -> Iterator[Course]:
    course = Course(tmp_path, page, server)
    yield course
    course.server.close()


def heights(page: Page) -> list[int]:
    page.wait_for_function("told.length > 0")
    return [message["height"] for _, message in page.evaluate("told")]


def test_the_height_is_told_with_its_version_and_again_when_it_changes(
    page: Page, course: Course, server: SiteServer
) -> None:
    frame = course.show(MODULE)
    before = heights(page)[-1]
    origin, message = page.evaluate("told[0]")
    assert origin == server.address.rstrip("/")
    assert set(message) == {"type", "version", "page", "height"}
    assert (message["type"], message["version"]) == ("playbook:height", 1)
    assert message["page"] == server.address + MODULE
    frame.locator("details.facilitator > summary").click()
    page.wait_for_function("before => told.at(-1)[1].height > before", arg=before)


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("path", [MODULE, TOOL, "a/service-sla/embed/"])
def test_a_frame_of_360_pixels_has_all_and_nothing_beside(
    page: Page, course: Course, language: str, path: str
) -> None:
    frame = course.show(language + path)
    heights(page)
    assert frame.evaluate("document.documentElement.scrollWidth") == NARROW
    expect(frame.locator("h1")).to_be_visible()
    for other in (".md-header", ".md-footer", ".md-sidebar", ".where", ".in-course"):
        expect(frame.locator(other).locator("visible=true")).to_have_count(0)
    expect(frame.locator(".embed-line a")).to_have_attribute("href", "../")
    assert violations(frame) == []


def test_a_section_stands_alone_until_the_whole_page_is_asked_for(
    page: Page, course: Course
) -> None:
    frame = course.show(f"{MODULE}#trust-stages.mistakes")
    expect(frame.locator(".mistakes")).to_be_visible()
    expect(frame.locator("h1")).to_be_hidden()
    expect(frame.locator(".steps")).to_be_hidden()
    expect(frame.locator("h2:visible")).to_have_count(1)
    alone = heights(page)[-1]
    frame.locator(".embed-alone button").press("Enter")
    expect(frame.locator("h1")).to_be_visible()
    page.wait_for_function("alone => told.at(-1)[1].height > 2 * alone", arg=alone)


def test_a_folded_part_stands_alone_and_open(course: Course) -> None:
    frame = course.show(f"{MODULE}#trust-stages.perception")
    part = frame.locator("details", has=frame.locator("[id='trust-stages.perception']"))
    expect(part).to_have_attribute("open", "")
    expect(frame.locator(".steps")).to_be_hidden()


def test_a_link_to_what_is_not_shown_brings_the_whole_page(course: Course) -> None:
    frame = course.show(f"{TOOL}#relationship-health.scoring")
    expect(frame.locator(".tool")).to_be_hidden()
    frame.evaluate("location.hash = '#relationship-health.by-hand'")
    expect(frame.locator(".hand-table")).to_be_visible()
    expect(frame.locator(".tool")).to_be_hidden()


def test_without_script_the_whole_page_stands_there(
    page_without_scripts: Page, server: SiteServer
) -> None:
    page_without_scripts.goto(f"{server.address}{MODULE}#trust-stages.mistakes")
    expect(page_without_scripts.locator("h1")).to_be_attached()
    expect(page_without_scripts.locator(".mistakes")).to_be_in_viewport()
    expect(page_without_scripts.locator(".steps")).to_be_visible()
    expect(page_without_scripts.locator(".embed-alone")).to_be_hidden()


def test_a_frame_without_storage_scores_and_says_that_it_keeps_nothing(
    page: Page, course: Course
) -> None:
    # What browsers do that give the frames of other sites no storage; not every Chromium is set so.
    page.add_init_script("if (parent !== window) IDBFactory.prototype.open = () => { throw 0; };")
    closed = course.show(TOOL)
    for question in closed.locator("fieldset.question").all():
        question.locator('input[value="2"]').check()
    expect(closed.get_by_text("This browser keeps nothing here")).to_be_visible()
    closed.locator('[data-action="score"]').click()
    expect(closed.get_by_text("66.7").locator("visible=true").first).to_be_visible()


def test_what_is_answered_at_the_address_of_a_frame_is_kept_as_on_the_page(page: Page) -> None:
    page.goto(f"/{TOOL}")
    page.locator("[id='q.access.1'] input[value='3']").check()
    expect(page.locator("output.saved")).to_contain_text(":")
    page.goto(f"/{TOOL.removesuffix('embed/')}")
    expect(page.locator("[id='q.access.1'] input[value='3']")).to_be_checked()


def test_a_sandbox_with_the_permissions_of_our_code_has_everything(
    page: Page, course: Course
) -> None:
    permissions = 'sandbox="allow-scripts allow-same-origin allow-forms"'
    frame = course.show(TOOL, attributes=permissions)
    assert heights(page)
    expect(frame.locator('[data-action="score"]')).to_be_visible()


def test_a_closed_sandbox_has_a_page_that_says_how_to_go_on(course: Course) -> None:
    frame = course.show(TOOL, attributes='sandbox="allow-scripts"')
    expect(frame.locator(".script-missing")).to_be_visible()
    expect(frame.locator(".hand-table")).to_be_visible()


def test_a_link_to_another_module_stays_in_the_frame(page: Page, course: Course) -> None:
    frame = course.show(MODULE)
    heights(page)
    frame.locator(".assess-now a").first.click()
    expect(frame.locator(".page--tool.page--embed")).to_be_visible()


def test_machines_are_sent_to_the_page_itself(page: Page, server: SiteServer) -> None:
    page.goto(f"/zh/{MODULE}")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == f"{server.address}zh/m/trust-stages/"
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    for folder in ("", "zh/"):
        sitemap = (server.folder / folder / "sitemap.xml").read_text("utf-8")
        places = re.findall("<loc>(.*?)</loc>", sitemap)
        assert len(places) > 60
        assert not [place for place in places if "/embed/" in place]
