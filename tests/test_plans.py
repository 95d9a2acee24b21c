"""Plans of trainers: read from files and addresses, looked at by the rules, made into packages."""

import base64
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from assessments.border.reading import read_json
from macros.courses.browser import compose
from macros.courses.packages.table import PAGE_FORMATS
from macros.courses.plans.faults import PlanError
from macros.courses.plans.look import agenda_of, faults_of, totals_of
from macros.courses.plans.plan import MOST_ITEMS, Item, Plan
from macros.courses.plans.reading import plan_of, read_plan, write_address
from macros.courses.plans.shelf import Shelf, read_shelf
from macros.courses.plans.taken import parts_of
from macros.exporters.shelf import plan_of_course, shelf_file, shelf_text
from macros.playbook import Playbook
from macros.views import Book
from tests.schemas import mistakes
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

SITE = "https://playbook.example.org/below/"
NOW = datetime(2026, 11, 30, tzinfo=UTC)
HARD = 'A & B <"C">, 100 % done. #1 客户=信任'


def module(name: str, minutes: int = 30) -> Item:
    return Item(kind="module", id=name, minutes=minutes)


def pause(minutes: int = 10) -> Item:
    return Item(kind="break", minutes=minutes)


PLAN = Plan(
    id="k3f9",
    title=HARD,
    language="zh",
    level="practitioner",
    least=4,
    most=12,
    date="2027-01-11",
    begin=8 * 60 + 45,
    end=10 * 60,
    rhythm="weekly",
    known=("decision-chain",),
    items=(
        Item(kind="activity", text=HARD, minutes=15),
        module("relationship-architecture", 40),
        pause(),
        Item(kind="tool", id="relationship-health", minutes=10),
        Item(kind="day"),
        Item(kind="exercise", id="relationship-architecture", minutes=75),
    ),
)


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


@pytest.fixture(scope="module")
def text(playbook: Playbook) -> str:
    return shelf_text(playbook, b"// the launcher")


@pytest.fixture(scope="module")
def shelf(text: str) -> Shelf:
    return read_shelf(text)


def codes(plan: Plan, shelf: Shelf) -> list[tuple[str, int | None]]:
    return [(fault.code, fault.at) for fault in faults_of(plan, shelf, "en")]


def test_a_plan_comes_back_whole_from_its_file_and_from_its_address() -> None:
    for written in (
        json.dumps(PLAN.as_data()),
        write_address(PLAN),
        f"{SITE}#{write_address(PLAN)}",
    ):
        assert read_plan(written) == (PLAN, [])


def test_an_address_is_one_word_of_ascii() -> None:
    written = write_address(PLAN)
    assert written.isascii()
    assert not set(written) & set(' "<>#')
    assert written.endswith(
        ",module.relationship-architecture.40,break.10,tool.relationship-health.10,day,"
        "exercise.relationship-architecture.75"
    )


def test_a_file_that_a_system_marked_and_wrapped_is_read() -> None:
    assert read_plan("\ufeff\r\n" + json.dumps(PLAN.as_data(), indent=2)) == (PLAN, [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "foreign"),
        ("hello", "foreign"),
        ("{}", "foreign"),
        ('{"format": "playbook-answers", "version": 1}', "foreign"),
        ('{"format": "playbook-plan", "version": 2}', "version"),
        ("plan=2&items=break.10", "version"),
        ("plan=", "version"),
        ('{"format": "playbook-plan", "version": 1', "damaged"),
        ("{" * 5000, "damaged"),
        ("plan=1&title=" + "x" * 200_000, "large"),
    ],
)
def test_what_holds_no_plan_is_refused_with_the_reason(text: str, code: str) -> None:
    with pytest.raises(PlanError) as refused:
        read_plan(text)
    assert refused.value.code == code


def test_what_is_damaged_is_told_and_the_rest_is_kept() -> None:
    plan, faults = read_plan(
        "plan=1&title=Two%20days&group=8-&begin=25:00&date=soon&level=easy&rhythm=%FF"
        "&items=module.trust-stages.30,module.trust-stages.x,party.5,break.10,%3Cb%3E,activity.Hello.0"
    )
    assert plan.title == "Two days"
    assert plan.items == (module("trust-stages"), pause())
    assert (plan.begin, plan.date, plan.level) == (540, "", "foundation")
    assert [(fault.code, dict(fault.values)) for fault in faults] == [
        ("part", {"part": "level", "found": "easy"}),
        ("part", {"part": "date", "found": "soon"}),
        ("part", {"part": "begin", "found": "25:00"}),
        ("part", {"part": "rhythm", "found": "\ufffd"}),
        ("item", {"place": 2, "found": "module.trust-stages.x"}),
        ("item", {"place": 3, "found": "party.5"}),
        ("item", {"place": 5, "found": "<b>"}),
        ("item", {"place": 6, "found": "activity.Hello.0"}),
    ]


@pytest.mark.parametrize(
    "item",
    [
        None, 5, [], {}, {"kind": "module"}, {"kind": "module", "id": 7, "minutes": 5},
        {"kind": "module", "id": "Trust", "minutes": 5}, {"kind": "break", "minutes": True},
        {"kind": "break", "minutes": 1.5}, {"kind": "break", "minutes": 601}, {"kind": ["day"]},
        {"kind": "activity", "text": {}, "minutes": 5},
        {"kind": "activity", "text": "x" * 201, "minutes": 5},
    ],
    ids=str,
)  # fmt: skip
def test_an_item_that_is_none_is_left_out_and_told(item: object) -> None:
    data = {**PLAN.as_data(), "items": [item, {"kind": "break", "minutes": 5}]}
    plan, faults = plan_of(data)
    assert plan.items == (pause(5),)
    assert [fault.code for fault in faults] == ["item"]


def test_a_plan_has_an_end() -> None:
    items = [{"kind": "break", "minutes": 5}] * (MOST_ITEMS + 3)
    plan, faults = plan_of({**PLAN.as_data(), "items": items})
    assert len(plan.items) == MOST_ITEMS
    assert [fault.values for fault in faults] == [{"number": 203, "most": 200}]


def test_marks_that_steer_a_text_are_gone() -> None:
    data = {**PLAN.as_data(), "title": "a\u202eb\x00c\ud800d\n e"}
    assert plan_of(data)[0].title == "a b c d e"


def test_a_right_plan_has_no_fault(shelf: Shelf) -> None:
    assert codes(PLAN, shelf) == []
    assert totals_of(PLAN) == {"work": 140, "breaks": 10}


def test_a_pause_a_prerequisite_and_the_times_are_asked_for(shelf: Shelf) -> None:
    before = shelf.pages["m:decision-chain"].before
    assert before
    plan = Plan(begin=540, end=660, items=(module("decision-chain", 70), module("crm-method", 10)))
    assert codes(plan, shelf) == [
        ("stretch", 1),
        *(("early", 0) for _ in before),
        *(("early", 1) for _ in shelf.pages["m:crm-method"].before),
        ("under", None),
    ]
    [under] = [each for each in faults_of(plan, shelf, "en") if each.code == "under"]
    # 120 there are, 70 + 10 are planned.
    assert under.values == {"day": 1, "minutes": 80, "planned": 120, "number": 40}
    parts = Plan(begin=540, end=600, items=(module("decision-chain", 30),) * 2)
    assert codes(parts, shelf) == [("early", 0) for _ in before]
    known = Plan(begin=540, end=600, known=tuple(before), items=(module("decision-chain", 70),))
    assert codes(known, shelf) == [("over", None)]


def test_days_without_time_and_groups_without_size_are_told(shelf: Shelf) -> None:
    assert codes(Plan(begin=600, end=600), shelf) == [("hours", None)]
    assert codes(Plan(least=9, most=8, items=(pause(450),)), shelf) == [("group", None)]
    empty = Plan(end=550, items=(pause(10), Item(kind="day")))
    assert codes(empty, shelf) == [("empty", None)]


def test_an_unknown_id_and_a_retired_one_stay_and_packages_leave_them_out(text: str) -> None:
    data: Any = read_json(text)
    data["retired"] = {"m:old-module": "m:trust-stages"}
    shelf = read_shelf(json.dumps(data))
    items = (module("trust-stage"), module("old-module"), module("xyz"), module("trust-stages"))
    plan = Plan(begin=540, end=660, known=("relationship-depth",), items=items)
    found = [fault for fault in faults_of(plan, shelf, "en") if fault.at in (0, 1, 2)]
    assert [(each.code, dict(each.values)) for each in found if each.code != "stretch"] == [
        ("near", {"name": "trust-stage", "link": "m:trust-stages"}),
        ("retired", {"name": "old-module", "link": "m:trust-stages"}),
        ("unknown", {"name": "xyz"}),
    ]
    parts = parts_of(plan, shelf, SITE, {})
    assert [entry.id for entry in parts.contents.entries] == ["trust-stages"]
    [day] = agenda_of(plan, shelf, SITE)
    assert [line.title for line in day.lines][:3] == ["trust-stage", "old-module", "xyz"]


def test_every_course_is_a_plan_that_obeys_the_same_rules(playbook: Playbook, shelf: Shelf) -> None:
    for language in playbook.languages:
        book = Book(playbook, language)
        for name, course in book.courses.items():
            plan = plan_of_course(book, name)
            assert totals_of(plan) == course["minutes"], name
            assert read_plan(write_address(plan)) == (plan, [])
            # A shorter second day has time left: a plan has one length for all its days.
            assert {code for code, _ in codes(plan, shelf)} <= {"under"}, name


def test_the_markdown_of_a_plan_is_its_agenda_by_the_clock(shelf: Shelf) -> None:
    made = PAGE_FORMATS["markdown"].make(parts_of(PLAN, shelf, SITE, {})).decode()
    title = shelf.title("m:relationship-architecture", "zh")
    address = f"{SITE}zh/m/relationship-architecture/"
    assert made.startswith(
        '# A \\& B \\<"C"\\>, 100 % done. \\#1 客户=信任\n\n实务 · 4至12人 · 2027-01-11\n\n'
        "## 第1天 · 1小时15分钟\n\n"
        '- 08:45–09:00 · 活动 · A \\& B \\<"C"\\>, 100 % done. \\#1 客户=信任 · 15分钟\n'
        f"- 09:00–09:40 · 模块 · [{title}]({address}) · 40分钟\n"
    )
    assert "\n- 09:40–09:50 · 休息 · 10分钟\n" in made
    assert "\n## 第2天 · 1小时15分钟\n" in made


def test_a_calendar_knows_an_item_again_whatever_its_time(shelf: Shelf) -> None:
    def events(plan: Plan) -> list[tuple[str, str]]:
        made = PAGE_FORMATS["ics"].make(parts_of(plan, shelf, SITE, {}, NOW))
        lines = made.decode().replace("\r\n ", "").split("\r\n")
        names = [line.removeprefix("UID:") for line in lines if line.startswith("UID:")]
        starts = [line.removeprefix("DTSTART:") for line in lines if line.startswith("DTSTART:")]
        return list(zip(names, starts, strict=True))

    assert events(PLAN) == [
        ("plan.k3f9.activity.1@trust-playbook", "20270111T084500"),
        ("plan.k3f9.module.relationship-architecture.1@trust-playbook", "20270111T090000"),
        ("plan.k3f9.tool.relationship-health.1@trust-playbook", "20270111T095000"),
        # The days of this plan are a week apart.
        ("plan.k3f9.exercise.relationship-architecture.1@trust-playbook", "20270118T084500"),
    ]


@pytest.mark.parametrize("form", ["cc11", "cc13"])
def test_a_cartridge_of_a_plan_is_right_by_its_schema(shelf: Shelf, form: str) -> None:
    made = PAGE_FORMATS[form].make(parts_of(PLAN, shelf, SITE, {}))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        manifest = archive.read("imsmanifest.xml")
    mark = {"cc11": "v1p1", "cc13": "v1p3"}[form]
    names = (f"cc{mark}_imscp_v1p2_v1p0.xsd", f"cc{mark}_lommanifest_v1p0.xsd")
    assert mistakes(manifest, *(f"cc-1.{mark[-1]}/{name}" for name in names)) == []
    root = etree.fromstring(manifest)
    titles = [each.findtext("{*}title") for each in root.iter("{*}item")]
    assert [each for each in titles if each and each.startswith("第")] == ["第1天", "第2天"]
    assert HARD in root.itertext()


@pytest.mark.parametrize("form", ["scorm12-thin", "scorm2004-thin"])
def test_a_scorm_package_of_a_plan_frames_its_pages(shelf: Shelf, form: str) -> None:
    made = PAGE_FORMATS[form].make(parts_of(PLAN, shelf, SITE, {}))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert list(files) == [
        "imsmanifest.xml",
        "launcher.js",
        "page.a.relationship-health.html",
        "page.m.relationship-architecture.html",
    ]
    assert (
        f'src="{SITE}zh/a/relationship-health/embed/"' in files["page.a.relationship-health.html"]
    )


def request(shelf: str, **more: object) -> Any:
    asked = {"shelf": shelf, "language": "en", "address": SITE, "now": "2026-11-30T08:00:00Z"}
    return json.loads(compose(json.dumps({**asked, **more})))


def test_the_page_is_answered_in_json_whatever_it_sends(text: str, playbook: Playbook) -> None:
    answer = request(text, text=write_address(PLAN))
    assert answer["plan"] == PLAN.as_data()
    assert answer["address"] == write_address(PLAN)
    assert read_plan(answer["file"]) == (PLAN, [])
    assert [day["starts"] for day in answer["days"]] == [[0, 15, 55, 65], [0]]
    assert request(text, text="plan=1&language=fr")["plan"]["language"] == "en"
    assert request(text, text="nonsense") == {"refused": "foreign"}
    assert "error" in json.loads(compose("{"))
    definition = json.dumps(playbook.tools["relationship-health"], default=str)
    for form in PAGE_FORMATS:
        given = {"definitions": {"relationship-health": definition}, "format": form}
        made = request(text, plan=answer["plan"], **given)["made"]
        assert made["name"].startswith("plan-k3f9.zh."), form
        assert base64.b64decode(made["content"]), form


@pytest.mark.parametrize(
    ("form", "lack"),
    [("ics", "date"), ("gift", "questions"), ("cc11", "pages"), ("scorm12-thin", "pages")],
)
def test_what_a_plan_lacks_for_a_file_is_told(text: str, form: str, lack: str) -> None:
    answer = request(text, plan=Plan(items=(pause(),)).as_data(), format=form)
    assert answer["made"] == {"lack": lack}


def test_a_file_of_the_shelf_is_named_by_its_content(text: str) -> None:
    name = shelf_file(text)
    assert Path(name).parent == Path("teach")
    assert shelf_file(text + " ") != name
