"""What an author saves stands on its page at once, and soon the site is what a build makes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.live.loop import Loop, OvertakenError
from macros.live.serving import serve_loop
from macros.live.site_pages import SitePages, Target
from macros.live.watching import Watch
from macros.problems import PlaybookError, report
from tests.browser.conftest import PATIENCE
from tests.other_languages import make_project, run

STRICT = ("-m", "mkdocs", "build", "--strict", "--quiet")
ADDRESS = "http://127.0.0.1:8000/"
DATA = "playbook_data"
TRUST = f"{DATA}/modules/basics/trust.yml"
SAVED = {
    "a module": (TRUST, "Why they believe us.", "Why they rely on us.", "m/trust"),
    "its title": (TRUST, "en: Trust,", "en: Reliance,", "m/visits"),
    "an assessment": (
        f"{DATA}/assessments/readiness.yml",
        "en: Readiness,",
        "en: Ready,",
        "a/readiness",
    ),
    "a calculator": (f"{DATA}/calculators/survey.yml", "survey block", "survey sheet", "a/survey"),
    "a course": (f"{DATA}/courses/first-steps.yml", "First steps", "First days", "c/first-steps"),
    "a term": (f"{DATA}/glossary.yml", "Not a client.", "Never a client.", "glossary"),
    "a source": (f"{DATA}/sources.yml", "A book", "An old book", "m/trust"),
    "the company": (f"{DATA}/company.yml", "Lin calls.", "Lin writes.", "company"),
    "what changed": (f"{DATA}/changes.yml", "A first course.", "One course.", "changes"),
    "an element of a source": (f"{DATA}/elements.yml", "First visit", "A visit", ""),
    "a word of the site": (f"{DATA}/interface.yml", "en: Glossary,", "en: Terms,", "glossary"),
    "what search passes over": (f"{DATA}/search.yml", "[the, how]", "[the, why]", ""),
    "the title of the site": (f"{DATA}/playbook.yml", "Small playbook", "Little one", "m/trust"),
    "an area": (f"{DATA}/playbook.yml", "en: Basics,", "en: Foundations,", "m/visits"),
    "a language": (f"{DATA}/languages/en.yml", "name: English", "name: Anglais", "zh/m/trust"),
    "a written page": ("docs/en/about.md", "Made for", "Written for", "about"),
}
"""What is saved -> the file, what stood there, what stands there now, and a page that shows it."""
SETTLED = 3
"""After so many changes the whole site is built, as when an author rests."""


@pytest.fixture(scope="module")
def loop(tmp_path_factory: pytest.TempPathFactory) -> Loop:
    """A small site that was built, and that follows its playbook."""
    project = make_project(tmp_path_factory.mktemp("live"), ("en", "zh"), small=True)
    run(project, *STRICT)
    made = Loop(target=Target(root=project, site=project / "site", address=ADDRESS))
    made.begin()
    return made


def write(loop: Loop, name: str, old: str, new: str) -> None:
    file = loop.target.root / name
    text = file.read_text("utf-8")
    assert old in text, f"{name} does not say {old!r}"
    file.write_text(text.replace(old, new), "utf-8")


def page(loop: Loop, address: str) -> str:
    loop.show(f"/{address}/")
    return (loop.target.site / address / "index.html").read_text("utf-8")


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_all_that_an_author_saves_is_shown_and_built_as_a_strict_build_does(loop: Loop) -> None:
    unseen = []
    for number, (name, (file, old, new, address)) in enumerate(SAVED.items()):
        write(loop, file, old, new)
        loop.read()
        said = new.removeprefix("en: ").removeprefix("name: ").rstrip(",")
        if address and said not in page(loop, address):
            unseen.append(name)
        if number % SETTLED == 0:
            loop.settle()
    assert unseen == []
    add_a_module(loop.target.root)
    loop.read()
    loop.settle()
    assert contents(loop.target.site) == built(loop)


def add_a_module(project: Path) -> None:
    """Add a page to every place that lists pages, and take a written one away."""
    file = project / TRUST
    text = file.read_text("utf-8").replace("id: trust\n", "id: calls\n", 1)
    text = text.replace("id: notes\n", "id: calls-notes\n", 1)
    file.with_stem("calls").write_text(text, "utf-8")
    settings = project / DATA / "playbook.yml"
    text = settings.read_text("utf-8")
    listed = "modules: [trust, visits]"
    assert listed in text
    settings.write_text(text.replace(listed, "modules: [trust, visits, calls]"), "utf-8")


def built(loop: Loop) -> dict[str, bytes]:
    """Return what a strict build of its own makes of the same project."""
    strict = loop.target.root / "strict"
    run(loop.target.root, *STRICT, "--site-dir", str(strict))
    return contents(strict)


def test_what_is_wrong_is_told_and_a_mended_text_is_built(loop: Loop) -> None:
    write(loop, TRUST, "level: foundation", "levle: foundation")
    with pytest.raises(PlaybookError) as wrong_alone:
        loop.read()
    assert "levle" in report(wrong_alone.value.problems)
    write(loop, TRUST, "levle: foundation", "level: foundation")
    write(loop, TRUST, "related: [visits]", "related: [nowhere]")
    loop.read()
    page(loop, "m/trust")
    with pytest.raises(PlaybookError) as wrong_between:
        loop.settle()
    assert "'nowhere'" in report(wrong_between.value.problems)
    write(loop, TRUST, "related: [nowhere]", "related: [visits]")
    loop.read()
    loop.settle()
    assert "nowhere" not in page(loop, "m/trust")


def test_what_is_saved_meanwhile_breaks_long_work_off(
    loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(loop, TRUST, "How is it seen?", "How is it felt?")
    loop.read()
    show = SitePages.show

    def saved_meanwhile(*given: object) -> bool:
        monkeypatch.setattr(SitePages, "show", show)
        write(loop, TRUST, "How is it felt?", "How is it heard?")
        loop.read()
        return show(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(SitePages, "show", saved_meanwhile)
    with pytest.raises(OvertakenError):
        loop.settle()
    assert "How is it heard?" in page(loop, "m/trust")
    loop.settle()
    assert "How is it heard?" in (loop.target.site / "m/trust/index.html").read_text("utf-8")
    assert loop.edition is None


def test_an_open_page_follows_what_is_saved(loop: Loop, chromium: Browser) -> None:
    watch, server = Watch(loop.target.root), serve_loop(loop, 0)
    page = chromium.new_page(base_url=f"http://127.0.0.1:{server.server_port}")
    page.set_default_timeout(PATIENCE)
    loads: list[int] = []
    page.on("load", lambda _: loads.append(1))
    with page.expect_request("**/.live/news"):
        page.goto("/zh/m/trust/")
    article = page.locator("article")
    expect(article).to_contain_text("怎样增长？")
    write(loop, TRUST, "怎样增长？", "怎样变深？")
    assert watch.wait() == {TRUST}
    loop.read()
    expect(article).to_contain_text("怎样变深？")
    loop.news.tell("playbook.yml:1: wrong")
    expect(page.get_by_role("alert")).to_have_text("playbook.yml:1: wrong")
    write(loop, TRUST, "怎样变深？", "怎样加深？")
    watch.wait()
    loop.read()
    expect(article).to_contain_text("怎样加深？")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert len(loads) == 1, "the page changes in place"
    assert "/.live/" not in (loop.target.site / "zh/m/trust/index.html").read_text("utf-8")
    # A form is filled by its own script, which begins with its page.
    page.goto("/zh/a/readiness/")
    with page.expect_event("load"):
        write(loop, f"{DATA}/assessments/readiness.yml", "就绪度", "准备程度")
        watch.wait()
        loop.read()
    expect(article).to_contain_text("准备程度")
    page.close()
    server.shutdown()
