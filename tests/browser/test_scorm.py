"""Packages inside a learning system: what it is told, what it never learns, how it stumbles."""

import json
from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect

from macros.courses.plans.plan import Item, Plan
from macros.exporters.packages.planned import plan_order
from macros.exporters.packages.table import FORMATS
from tests.browser.learning_system import (
    ROOT,
    TOOL,
    LearningSystem,
    calls,
    is_set,
    kept,
    model,
    playbook,
    tool_in,
    values,
)
from tests.browser.server import SiteServer
from tests.browser.tool_page import ANSWER
from tests.definitions import definition

Begin = Callable[..., FrameLocator]
STANDARDS = ("scorm12", "scorm2004")
QUESTIONS = [
    question["id"] for part in definition(TOOL)["dimensions"] for question in part["questions"]
]
ANSWERS = {name: 1 + number % 3 for number, name in enumerate(QUESTIONS)}
# Each dimension has four questions answered 1 2 3 1, 2 3 1 2, 3 1 2 3, 1 2 3 1 (and no gate holds):
# 7/12 = 58.3, 8/12 = 66.7, 9/12 = 75, 58.3; (58.3*20 + 66.7*30 + 75*20 + 58.3*30) / 100 = 64.2
OVERALL = "64.2"
DIMENSIONS = {"access": "58.3", "trust": "66.7", "information": "75", "support": "58.3"}
FIELDS: Mapping[str, Mapping[str, str]] = {
    "scorm12": {
        "status": "cmi.core.lesson_status",
        "exit": "cmi.core.exit",
        "score": "cmi.core.score",
    },
    "scorm2004": {"status": "cmi.completion_status", "exit": "cmi.exit", "score": "cmi.score"},
}


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LearningSystem]:
    system = LearningSystem(tmp_path_factory.mktemp("lms"))
    yield system
    system.server.close()


@pytest.fixture
def page(chromium) -> Iterator[Page]:  # type: ignore[no-untyped-def]
    """A page of a browser without a past."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def begin(page: Page, server: SiteServer, system: LearningSystem) -> Begin:
    """Opens a package that leaves the pages on their server, and returns the tool in it."""

    def opened(standard: str = "scorm12", place: str = "", **how: str) -> FrameLocator:
        taken = system.take(f"{standard}-thin", server.address)
        page.goto(system.address(place or standard, taken, **how))
        return tool_in(page, deep="deep" in how)

    return opened


def answer(tool: FrameLocator) -> None:
    """Answer every question and see the result."""
    tool.locator(".tool-status[data-kept]:not([data-kept=reading])").wait_for(state="attached")
    tool.locator("form.tool-sheet").evaluate(
        f"(_, answers) => ({ANSWER})(answers)", list(ANSWERS.items())
    )
    tool.locator('[data-action="score"]').click()
    tool.locator("tool-report[data-report] .summary").wait_for()


def send(tool: FrameLocator, level: int) -> None:
    """Choose a level, press the button and wait for what the page says then."""
    place = tool.locator("[data-lms-send]")
    place.locator(f'input[value="{level}"]').check()
    place.locator("button").click()
    expect(place).to_have_attribute("data-sent", "true")


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_learning_system_is_told_what_the_learner_chose_and_not_before(
    page: Page, begin: Begin, standard: str, level: int
) -> None:
    tool = begin(standard)
    expect(tool.locator("lms-panel")).to_be_visible()
    expect(tool.locator("[data-lms-send]")).to_be_hidden()
    answer(tool)
    assert calls(page) == []
    assert tool.locator("[data-lms-send] input:checked").get_attribute("value") == "1"
    send(tool, level)
    assert values(page) == expected(standard, level)
    assert calls(page)[-1] == ["LMSCommit" if standard == "scorm12" else "Commit", "", "true"]
    nothing_more_is_known(page, standard)


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_tool_of_a_plan_reports_like_one_alone_and_a_module_reports_nothing(
    page: Page, server: SiteServer, system: LearningSystem, standard: str
) -> None:
    items = (
        Item(kind="module", id="trust-stages", minutes=45),
        Item(kind="tool", id=TOOL, minutes=15),
    )
    plan = json.dumps(Plan(language="en", items=items).as_data())
    order, _ = plan_order(playbook(), plan, ROOT, server.address)
    taken = system.unpack(f"plan-{standard}", FORMATS[f"{standard}-thin"].make(order))
    page.goto(system.address(standard, taken, start="page.m.trust-stages.html"))
    expect(tool_in(page).locator("h1")).to_contain_text("The stages of trust")
    assert calls(page) == []
    page.goto(system.address(standard, taken, start=f"page.a.{TOOL}.html"))
    tool = tool_in(page)
    answer(tool)
    send(tool, 2)
    assert values(page) == expected(standard, 2)
    nothing_more_is_known(page, standard)


def expected(standard: str, level: int) -> Mapping[str, str]:
    """Return every value that may be set at a level."""
    fields = FIELDS[standard]
    wanted = {fields["status"]: "completed", fields["exit"]: "suspend"}
    if level >= 2:
        wanted |= score(fields["score"], OVERALL, standard)
    if level == 3:
        for place, (name, points) in enumerate(DIMENSIONS.items()):
            objective = f"cmi.objectives.{place}"
            status = "status" if standard == "scorm12" else "completion_status"
            wanted |= {f"{objective}.id": name, f"{objective}.{status}": "completed"}
            wanted |= score(f"{objective}.score", points, standard)
    return wanted


def score(field: str, points: str, standard: str) -> Mapping[str, str]:
    scaled = {f"{field}.scaled": str(round(float(points) / 100, 4))}
    plain = {f"{field}.min": "0", f"{field}.max": "100", f"{field}.raw": points}
    return plain | (scaled if standard == "scorm2004" else {})


def nothing_more_is_known(page: Page, standard: str) -> None:
    """See that no answer and no judgement stands anywhere in what the system knows."""
    known = json.dumps([model(page), calls(page)])
    assert [name for name in QUESTIONS if name in known] == []
    assert "passed" not in known
    assert "failed" not in known
    everything = model(page)
    assert everything["interactions"] in ({}, [])
    if standard == "scorm2004":
        assert everything["success_status"] == "unknown"
        assert everything["scaled_passing_score"] == ""
    else:
        assert everything["student_data"]["mastery_score"] == ""


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_package_that_stands_alone_needs_no_other_server_and_no_right_types(
    page: Page, system: LearningSystem, standard: str
) -> None:
    taken = system.take(standard, "https://playbook.invalid/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    system.server.headers[".wasm"] = {"Content-Type": "application/octet-stream"}
    system.server.headers[".zip"] = {"Content-Type": "text/plain"}
    system.server.headers[".json"] = {"Content-Type": "application/octet-stream"}
    page.goto(system.address(standard, taken))
    answer(tool_in(page))
    assert calls(page) == []
    send(tool_in(page), 3)
    assert values(page) == expected(standard, 3)
    nothing_more_is_known(page, standard)
    assert [url for url in asked if not url.startswith((system.server.address, "blob:"))] == []
    system.server.headers.clear()


@pytest.mark.parametrize("standard", STANDARDS)
def test_what_was_sent_is_found_again_and_answers_are_still_there(
    page: Page, server: SiteServer, system: LearningSystem, standard: str
) -> None:
    taken = system.take(f"{standard}-thin", server.address)
    page.goto(system.address(standard, taken))
    answer(tool_in(page))
    send(tool_in(page), 3)
    before = kept(page)
    page.goto(system.address(standard, taken, kept=before))
    tool = tool_in(page)
    tool.locator(".tool-status[data-kept]:not([data-kept=reading])").wait_for(state="attached")
    assert tool.locator("fieldset input:checked[data-path^=answers]").count() == len(ANSWERS)
    tool.locator('[data-action="score"]').click()
    send(tool, 3)
    places = [call[1] for call in filter(is_set, calls(page)) if call[1].endswith(".id")]
    assert places == [f"cmi.objectives.{place}.id" for place in range(len(DIMENSIONS))]
    assert model(page)["objectives"].keys() >= {"0", "3"}
    assert "4" not in model(page)["objectives"]


def test_who_leaves_before_sending_has_told_nothing(page: Page, begin: Begin) -> None:
    answer(begin())
    leave(page)
    assert calls(page) == []
    assert model(page)["core"]["lesson_status"] == "not attempted"


def test_who_leaves_after_sending_ends_the_session(page: Page, begin: Begin) -> None:
    tool = begin()
    answer(tool)
    send(tool, 1)
    leave(page)
    assert calls(page)[-1] == ["LMSFinish", "", "true"]
    assert model(page)["core"]["lesson_status"] == "completed"
    assert model(page)["core"]["score"]["raw"] == ""


def leave(page: Page) -> None:
    """Close the package as a learning system does, and wait until it is gone."""
    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.frame_locator("iframe").locator("body:not([data-standard])").wait_for(state="attached")


def test_the_declared_standard_decides_where_a_system_offers_both(page: Page, begin: Begin) -> None:
    tool = begin(place="both")
    answer(tool)
    send(tool, 1)
    assert {call[0][:3] for call in calls(page)} == {"LMS"}


def test_a_system_is_found_in_the_parent_of_the_parent(page: Page, begin: Begin) -> None:
    tool = begin(deep="1")
    answer(tool)
    send(tool, 1)
    assert values(page) == expected("scorm12", 1)


def test_a_system_is_found_in_the_window_that_opened_the_package(
    page: Page, server: SiteServer, system: LearningSystem
) -> None:
    taken = system.take("scorm12-thin", server.address)
    page.goto(system.address("scorm12", taken, window="1"))
    with page.expect_popup() as opened:
        page.evaluate("name => void window.open(`/${name}/index.html`)", taken)
    tool = opened.value.frame_locator("iframe")
    answer(tool)
    send(tool, 1)
    assert values(page) == expected("scorm12", 1)


def test_a_system_that_begins_after_the_package_is_found(page: Page, begin: Begin) -> None:
    tool = begin(place="late")
    answer(tool)
    send(tool, 2)
    assert values(page) == expected("scorm12", 2)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "This learning system offers no way to send a result from here."),
        ("zh", "这个学习系统没有提供接收结果的途径。"),
    ],
)
def test_without_a_system_the_page_says_so_and_works(
    page: Page, server: SiteServer, system: LearningSystem, language: str, said: str
) -> None:
    taken = system.take("scorm12-thin", server.address, language=language)
    page.goto(system.address("none", taken))
    tool = tool_in(page)
    expect(tool.locator("lms-panel [data-trouble]")).to_contain_text(said)
    answer(tool)
    expect(tool.locator("[data-lms-send]")).to_be_hidden()


def test_a_system_that_stumbles_is_told_of_and_nothing_is_lost(begin: Begin) -> None:
    tool = begin(place="throwing")
    answer(tool)
    place = tool.locator("[data-lms-send]")
    place.locator("button").click()
    expect(place.locator("output")).to_contain_text("The learning system did not take it.")
    assert tool.locator("fieldset input:checked[data-path^=answers]").count() == len(ANSWERS)
    expect(place.locator("button")).to_be_enabled()


def test_a_system_that_speaks_in_words_and_keeps_no_objectives_takes_the_rest(
    page: Page, begin: Begin
) -> None:
    tool = begin(place="words")
    answer(tool)
    send(tool, 3)
    output = tool.locator("[data-lms-send] output")
    expect(output).to_contain_text("does not take scores of dimensions")
    assert values(page)["cmi.core.score.raw"] == OVERALL


def test_a_page_that_only_looks_like_a_launcher_gets_nothing_unasked(
    page: Page, server: SiteServer, system: LearningSystem
) -> None:
    (system.folder / "frame.html").write_text(
        f"<script>heard = []; onmessage = ({{data}}) => heard.push(data)</script>"
        f"<iframe src='{server.address}a/{TOOL}/' width=1200 height=800></iframe>",
        encoding="utf-8",
    )
    page.goto(f"{system.server.address}frame.html")
    tool = page.frame_locator("iframe")
    answer(tool)
    expect(tool.locator("lms-panel")).to_be_hidden()
    expect(tool.locator("[data-lms-send]")).to_be_hidden()
    heard = page.evaluate("heard")
    hello = {"protocol": "playbook-lms", "version": 1, "kind": "hello"}
    assert heard
    assert [each for each in heard if each != hello] == []


@pytest.mark.parametrize("is_listed", [True, False], ids=["listed", "not listed"])
def test_a_list_of_origins_decides_whom_a_tool_answers(
    page: Page, server: SiteServer, system: LearningSystem, *, is_listed: bool
) -> None:
    origin = system.server.address.rstrip("/") if is_listed else "https://*.example.edu"

    def list_origin(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("<lms-panel ", f'<lms-panel data-origins="{origin}" ', 1)
        route.fulfill(response=response, body=body)

    page.route(f"{server.address}a/{TOOL}/**/", list_origin)
    taken = system.take("scorm12-thin", server.address)
    page.goto(system.address("scorm12", taken))
    tool = tool_in(page)
    expect(tool.locator(f'lms-panel[data-origins="{origin}"]')).to_have_count(1)
    answer(tool)
    # What the launcher says once more has been heard by the page as well.
    tool.locator("body").evaluate(
        """() => new Promise((resolve) => {
          addEventListener("message", ({ data }) => data.kind === "lms" && resolve());
          parent.postMessage({ protocol: "playbook-lms", version: 1, kind: "hello" }, "*");
        })"""
    )
    expect(tool.locator("lms-panel")).to_be_visible(visible=is_listed)
    expect(tool.locator("[data-lms-send]")).to_be_visible(visible=is_listed)


def test_nobody_but_the_tool_can_send(page: Page, begin: Begin) -> None:
    tool = begin()
    expect(tool.locator("lms-panel")).to_be_visible()
    forged = {"protocol": "playbook-lms", "version": 1, "kind": "result", "id": 1, "level": 3}
    page.evaluate(
        "forged => document.querySelector('iframe').contentWindow.postMessage(forged, '*')",
        {**forged, "score": 100, "dimensions": []},
    )
    # What the tool sends after it is heard after it.
    answer(tool)
    send(tool, 1)
    assert values(page) == expected("scorm12", 1)


def test_the_launcher_takes_no_more_than_the_level_allows(page: Page, begin: Begin) -> None:
    tool = begin()
    expect(tool.locator("lms-panel")).to_be_visible()
    more = {"level": 1, "score": 90, "dimensions": [{"id": "access", "score": 1}], "answers": [1]}
    result = {"protocol": "playbook-lms", "version": 1, "kind": "result", "id": 7, **more}
    acknowledged = tool.locator("body").evaluate(
        """(_, result) => new Promise((resolve) => {
          addEventListener("message", ({ data }) => data.kind === "ack" && resolve(data));
          parent.postMessage(result, "*");
        })""",
        result,
    )
    assert acknowledged["taken"] is True
    assert values(page) == expected("scorm12", 1)


def test_a_package_of_another_edition_says_so(
    page: Page, server: SiteServer, system: LearningSystem
) -> None:
    (system.folder / "future.html").write_text(
        f"<iframe src='{server.address}a/{TOOL}/' width=1200 height=800></iframe><script>"
        "onmessage = ({ source, data }) => data.kind === 'hello' && source.postMessage("
        "{ protocol: 'playbook-lms', version: 2, kind: 'lms', reachable: true }, '*')</script>",
        encoding="utf-8",
    )
    page.goto(f"{system.server.address}future.html")
    tool = page.frame_locator("iframe")
    trouble = tool.locator("lms-panel [data-trouble]")
    expect(trouble).to_contain_text("editions that do not understand each other")
    answer(tool)
    expect(tool.locator("[data-lms-send]")).to_be_hidden()
