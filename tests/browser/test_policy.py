"""The strict policy, sent by a real nginx: every kind of page, every action, no violation."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.hosting.in_pages import bring_policy
from macros.hosting.policy import Policies, policies
from macros.hosting.served import Served
from macros.hosting.servers import SERVERS
from macros.hosting.servers.netlify import shapes
from tests.browser.conftest import PATIENCE
from tests.browser.kept_site import wait_for, with_worker
from tests.browser.nginx import Nginx, free_port, site_for
from tests.browser.server import SiteServer
from tests.browser.test_report_pictures import KINDS, try_example
from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    see_result,
)
from tests.browser.waiting import wait_until
from tests.nginx import nginx_or_skip

VIOLATION = "securitypolicyviolation"
WATCH = f"""addEventListener("{VIOLATION}", (event) =>
  tell(`${{event.effectiveDirective}} ${{event.blockedURI}} on ${{event.documentURI}}`));"""
SAID = ("Content Security Policy", "Content-Security-Policy", "Permissions-Policy", "Refused to")
"""What a browser writes into its console when a policy stops something or is not understood."""
UNFOLD = "document.querySelectorAll('main details').forEach(each => { each.open = true; })"
EMBED = f"a/{TRUST}/embed/"


@dataclass(frozen=True, kw_only=True)
class Host:
    """A site that nginx serves."""

    site: Path
    address: str
    course: SiteServer
    """Another site, at two names: `frame_origins` lists the one of them."""

    @property
    def listed(self) -> str:
        return self.course.address.replace("127.0.0.1", "localhost")


@dataclass(kw_only=True)
class Watched:
    """A browser that keeps what policies stopped."""

    context: BrowserContext
    stopped: list[str] = field(default_factory=list)

    def page(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda said: self._hear(said.text))
        return page

    def tell(self, text: str) -> None:
        self.stopped.append(text)

    def _hear(self, text: str) -> None:
        if any(part in text for part in SAID):
            self.stopped.append(text)


@pytest.fixture(scope="module")
def serve(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Serve"]:
    nginx_or_skip()
    made = Serve(site, tmp_path_factory.mktemp("hosts"))
    yield made
    made.close()


class Serve:
    """Serves the site as `playbook headers nginx` says, and as a test spoils that."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.built, self.folder = site, folder
        (folder / "course").mkdir()
        (folder / "course" / "404.html").write_text("<title>Nothing</title>", "utf-8")
        self.course = SiteServer(folder / "course")
        self.started: list[Nginx] = []

    def __call__(self, spoil: tuple[str, str] = ("", "")) -> Host:
        port = free_port()
        folder = self.folder / str(port)
        home = f"http://127.0.0.1:{port}/"
        # A policy that is wrong shows on a page of any address.
        site = self.built if any(spoil) else site_for(home, self.built, folder / "site")
        host = Host(site=site, address=home, course=self.course)
        allowed = policies(host.site, {"frame_origins": [host.listed.rstrip("/")]})
        told = SERVERS["nginx"](served(host, allowed))
        assert spoil[0] in told
        nginx = Nginx(folder / "nginx", port, told.replace(*spoil))
        self.started.append(nginx)
        return host

    def close(self) -> None:
        for each in (*self.started, self.course):
            each.close()


def served(host: Host, allowed: Policies) -> Served:
    return Served(
        site=host.site,
        address=host.address,
        folder=str(host.site),
        policies=allowed,
        others=LANGUAGES[1:],
        brotli=True,
    )


@pytest.fixture(scope="module")
def host(serve: Serve) -> Host:
    return serve()


def watch(chromium: Browser, host: Host, workers: Literal["allow", "block"] = "block") -> Watched:
    """Return a browser that tells; *workers*: whether it may keep the site, all of it."""
    context = chromium.new_context(
        base_url=host.address, viewport={"width": 1280, "height": 900}, service_workers=workers
    )
    context.set_default_timeout(PATIENCE)
    watched = Watched(context=context)
    context.expose_function("tell", watched.tell)
    context.add_init_script(WATCH)
    return watched


@pytest.fixture
def watched(chromium: Browser, host: Host) -> Iterator[Watched]:
    made = watch(chromium, host)
    yield made
    made.context.close()


def kinds(site: Path) -> list[str]:
    """Return the address of one page of every kind, in every language, and of none."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("index.html")):
        path = page.relative_to(site)
        [shape] = shapes([path], LANGUAGES[1:])
        found.setdefault(shape, "" if path.parent == Path() else f"{path.parent.as_posix()}/")
    return [*found.values(), "nothing/", "zh/nothing/"]


def started(page: Page) -> None:
    page.locator("html[data-playbook=ready]").wait_for()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_kind_of_page_does_what_the_policy_forbids(
    watched: Watched, host: Host, language: str
) -> None:
    page = watched.page()
    shown = [path for path in kinds(host.site) if path.startswith("zh/") == (language == "zh")]
    assert len(shown) > 25
    for path in shown:
        page.goto(path)
        started(page)
        page.evaluate(UNFOLD)
    assert watched.stopped == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tool_scores_exports_prints_and_shares_under_the_policy(
    watched: Watched, language: str, tmp_path: Path
) -> None:
    page = watched.page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    exports = page.locator('[data-action="export"], [data-action="export-json"]')
    assert exports.count() == 4
    for number in range(exports.count()):
        with page.expect_download() as download:
            exports.nth(number).evaluate("button => button.click()")
        download.value.save_as(tmp_path / str(number))
        assert (tmp_path / str(number)).stat().st_size > 0
    page.locator(".print-menu summary").click()
    page.locator('.print-menu [data-sheet="report"]').click()
    page.wait_for_function("window.printed")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="print")
    page.emulate_media(media="screen", color_scheme="dark")
    page.locator('[data-action="share"]').click()
    link = page.locator(".share-dialog").get_by_role("textbox").input_value()
    friend = watched.page()
    friend.goto(link)
    friend.locator("tool-form .notice--told[tabindex]").wait_for()
    assert watched.stopped == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_languages_colours_and_slides_work_under_the_policy(
    watched: Watched, language: str
) -> None:
    page = watched.page()
    page.goto(f"{'' if language == 'en' else '/zh'}/m/trust-stages/")
    started(page)
    page.locator("label[for=__palette_1]").click()
    page.locator("label[for=__palette_2]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("site-search input").fill("trust" if language == "en" else "信任")
    page.locator("site-search [role=option]").first.click()
    page.locator("site-search [role=option]").first.wait_for(state="hidden")
    page.goto("/m/trust-stages/")
    page.locator("language-switch a").click()
    page.wait_for_url("**/zh/m/trust-stages/")
    page.goto(f"{'' if language == 'en' else '/zh'}/m/trust-stages/slides/")
    expect(page.locator("slide-show[data-started]")).to_be_attached()
    page.locator(".slide-acts [data-act=present]").click()
    page.locator("section.slide[data-shown]").wait_for()
    page.keyboard.press("ArrowRight")
    assert watched.stopped == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_drawn_under_the_policy(watched: Watched, kind: str) -> None:
    try_example(watched.page(), kind)
    assert watched.stopped == []


def frame_at(host: Host, path: str) -> None:
    """Let the course show a page."""
    html = f'<!doctype html><title>Course</title><iframe src="{host.address}{path}"></iframe>'
    (host.course.folder / "index.html").write_text(html, "utf-8")


def test_a_listed_course_shows_a_tool_that_scores(watched: Watched, host: Host) -> None:
    page = watched.page()
    frame_at(host, EMBED)
    page.goto(host.listed)
    tool = page.frame_locator("iframe")
    tool.locator("html[data-playbook=ready]").wait_for()
    for number in (1, 2):
        tool.locator(f'input[name="perception.{number}"][value="2"]').check()
    tool.locator('[data-action="score"]').click()
    tool.locator("tool-report[data-report] .summary").wait_for()
    assert watched.stopped == []


@pytest.mark.parametrize(
    ("listed", "path"),
    [(False, EMBED), (True, f"a/{TRUST}/"), (False, "")],
    ids=["another course", "a page that is not for frames", "home"],
)
def test_what_may_not_be_framed_is_refused(
    watched: Watched, host: Host, listed: bool, path: str
) -> None:
    page = watched.page()
    frame_at(host, path)
    page.goto(host.listed if listed else host.course.address)
    wait_until(page, lambda: any("frame-ancestors" in text for text in watched.stopped))


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (("img-src 'self' data:", "img-src 'self'"), "img-src"),
        (("'sha256-", "'sha256-A"), "script-src-elem"),
        (("style-src 'self'", "style-src 'none'"), "style-src-elem"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_policy_that_is_too_strict_is_noticed(
    serve: Serve, chromium: Browser, spoil: tuple[str, str], expected: str
) -> None:
    host = serve(spoil)
    watched = watch(chromium, host)
    page = watched.page()
    page.goto("m/trust-stages/")
    page.wait_for_function("document.readyState === 'complete'")
    page.locator("h1").wait_for()
    watched.context.close()
    assert [text for text in watched.stopped if text.startswith(expected)]


def test_a_browser_keeps_the_site_and_scores_without_a_network_under_the_policy(
    chromium: Browser, host: Host
) -> None:
    with_worker(host.site)
    watched = watch(chromium, host, "allow")
    page = watched.page()
    page.goto("m/trust-stages/")
    wait_for(page, "en")
    told = watched.context.new_cdp_session(page)
    assert told.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    watched.context.set_offline(True)
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    watched.context.close()
    assert watched.stopped == []


def test_a_page_brings_its_policy_where_no_header_is_sent(
    chromium: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    plain = SiteServer(site_for(host.address, site, tmp_path / "site"))
    assert bring_policy(plain.folder, policies(plain.folder, {}).in_pages) > 100
    watched = watch(chromium, Host(site=plain.folder, address=plain.address, course=host.course))
    page = watched.page()
    page.goto(f"{plain.address}{address(TRUST, 'zh')[1:]}")
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    assert watched.stopped == []
    plain.spoilt["/about/"] = lambda html: html.replace(b"</h1>", b"</h1><script>x = 1</script>", 1)
    page.goto(f"{plain.address}about/")
    started(page)
    wait_until(page, lambda: any(text.startswith("script-src-elem") for text in watched.stopped))
    watched.context.close()
    plain.close()
