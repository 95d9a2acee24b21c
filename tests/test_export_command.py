"""playbook export: what it writes, and what it says where it cannot."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.courses.packages.calendar import escaped as calendar_text
from macros.courses.packages.markdown import escaped as markdown_text
from tests.site_playbook import ROOT, make_project, real_playbook

pytestmark = pytest.mark.slow

SITE = "https://playbook.example.org/"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("export"))


def export(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), "export", *arguments, "--address", SITE])


def test_a_package_has_its_usual_name_where_none_is_given(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert export(project, "readiness", "--format", "cc11", "--language", "zh") == 0
    with zipfile.ZipFile(tmp_path / "a-readiness.zh.cc11.imscc") as archive:
        assert archive.namelist() == ["imsmanifest.xml", "links/link.a.readiness.xml"]
        assert f"{SITE}zh/a/readiness/".encode() in archive.read("links/link.a.readiness.xml")


def test_a_list_of_links_is_printed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", printed)
    assert export(project, "readiness", "--format", "markdown", "--out", "-") == 0
    printed.flush()
    assert printed.buffer.getvalue().decode() == (
        f"# Readiness\n\n- [Readiness]({SITE}a/readiness/) · Assessment · 5 min\n  Are we ready?\n"
    )


def test_a_calendar_has_a_meeting_for_each_page_with_the_same_names_each_time(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")
    file = tmp_path / "meetings.ics"
    command = ("small", "--format", "ics", "--start", "2027-01-11T09:00", "--out", str(file))
    assert export(project, *command) == 0
    first = file.read_bytes()
    assert export(project, *command) == 0
    assert file.read_bytes() == first
    lines = first.decode().split("\r\n")
    starts = [line for line in lines if line.startswith("DTSTART:")]
    names = [line for line in lines if line.startswith("UID:")]
    assert starts[:2] == ["DTSTART:20270111T090000", "DTSTART:20270118T090000"]
    assert len(names) == len(starts) == len({*names}) > 2
    assert all(len(line.encode()) <= 75 for line in lines)


def test_a_calendar_of_a_course_has_its_sessions_at_their_times_under_the_names_of_its_page(
    tmp_path: Path,
) -> None:
    file = tmp_path / "course.ics"
    command = ("two-days", "--format", "ics", "--start", "2027-01-11T09:00", "--out", str(file))
    assert export(ROOT, *command) == 0
    lines = file.read_bytes().decode().replace("\r\n ", "").split("\r\n")
    starts = [line.partition(":")[2] for line in lines if line.startswith("DTSTART:")]
    course = real_playbook().courses["two-days"]
    names = [f"UID:two-days.session.{each['id']}@trust-playbook" for each in course["sessions"]]
    assert [line for line in lines if line.startswith("UID:")][: len(names)] == names
    assert starts[0] == "20270111T090000"
    assert starts == sorted(starts)
    assert {start[:8] for start in starts} == {"20270111", "20270112"}


def test_a_module_has_no_result_to_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert export(ROOT, "m:trust-stages", "--format", "scorm12") == 2
    assert capsys.readouterr().err == (
        "playbook: 'm:trust-stages' is of the kind module and cannot be had as scorm12.\n"
        "    It can be had as pptx, cc11, cc13, markdown, ics.\n"
    )


def test_the_agenda_of_a_course_is_told_by_the_clock_or_from_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "course.md"
    command = ("one-day", "--format", "markdown", "--out", str(file))
    assert export(ROOT, *command) == 0
    plain = file.read_text("utf-8").splitlines()
    assert export(ROOT, *command, "--start", "2027-01-11T08:45") == 0
    timed = file.read_text("utf-8").splitlines()
    # Ten minutes of questions come first.
    assert [line for line in plain if line.startswith("- 0:10–0:30 ·") and "Activity" in line]
    assert [line for line in timed if line.startswith("- 08:55–09:15 ·") and "Activity" in line]
    assert len(plain) == len(timed)


def plan_file(folder: Path, **parts: object) -> str:
    """Write the file of a plan, and return its name."""
    items = [
        {"kind": "module", "id": "trust-stages", "minutes": 45},
        {"kind": "tool", "id": "relationship-health", "minutes": 15},
    ]
    plan = {"format": "playbook-plan", "version": 1, "id": "k3f9", "title": "A & <B>"}
    usual = {"begin": "09:00", "end": "10:00", "date": "2027-01-11", "items": items}
    file = folder / "plan.json"
    file.write_text(json.dumps({**plan, **usual, **parts}), encoding="utf-8")
    return str(file)


def test_a_saved_plan_is_exported_under_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = plan_file(tmp_path)
    monkeypatch.chdir(tmp_path)
    for form, ending in (("cc11", "cc11.imscc"), ("ics", "ics"), ("gift", "gift.txt")):
        assert export(ROOT, file, "--format", form, "--language", "zh") == 0
        assert (tmp_path / f"plan-k3f9.zh.{ending}").stat().st_size > 0
    assert "Not" not in capsys.readouterr().err
    with zipfile.ZipFile(tmp_path / "plan-k3f9.zh.cc11.imscc") as archive:
        assert "A &amp; &lt;B&gt;" in archive.read("imsmanifest.xml").decode()
        assert f"{SITE}zh/a/relationship-health/".encode() in archive.read(
            "links/link.a.relationship-health.xml"
        )


def test_what_is_wrong_in_a_plan_is_told_in_its_language_and_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = [{"kind": "party"}, {"kind": "module", "id": "trust-stage", "minutes": 90}]
    file = plan_file(tmp_path, items=items, language="zh")
    out = str(tmp_path / "plan.md")
    remedy = "请在这一行之前加一次休息，或把它缩短。"
    assert export(ROOT, file, "--format", "markdown", "--out", out) == 0
    assert capsys.readouterr().err.splitlines()[:-1] == [
        'playbook: 第1行无法读取，已略过：{"kind": "party"}',
        "playbook: 第2行：本站没有 id 为“trust-stage”的内容。是不是“信任三阶段”？",
        f"playbook: 第2行：到这里已连续90分钟没有休息，最多75分钟。{remedy}",
        "playbook: 第1天：各行合计90分钟，超出30分钟。",
    ]


@pytest.mark.parametrize(
    ("content", "form", "said"),
    [
        (b"{", "cc11", "cannot be read as a plan (damaged)."),
        (b'{"format": "playbook-plan"}', "cc11", "cannot be read as a plan (version)."),
        (b"\xff", "cc11", "is no text in UTF-8."),
    ],
    ids=["damaged", "version", "bytes"],
)
def test_a_file_that_is_no_plan_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, form: str, said: str
) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(content)
    assert export(ROOT, str(file), "--format", form) == 2
    assert capsys.readouterr().err == (
        f"playbook: The file {file} {said}\n"
        "    Save it again on the page of the composer, teach/compose/.\n"
    )


def test_a_plan_has_no_slides_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = plan_file(tmp_path)
    assert export(ROOT, file, "--format", "pptx") == 2
    assert capsys.readouterr().err == (
        f"playbook: '{file}' is of the kind plan and cannot be had as pptx.\n"
        "    It can be had as cc11, cc13, scorm12, scorm12-thin, scorm2004, scorm2004-thin, gift,"
        " moodle-xml, markdown, ics.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("redines", "--format", "gift"),
            (
                "playbook: There is nothing to export with the id 'redines'.\n"
                "    Did you mean 'readiness'?\n"
            ),
        ),
        (
            ("survey", "--format", "gift"),
            (
                "playbook: 'survey' is of the kind calculator and cannot be had as gift.\n"
                "    It can be had as cc11, cc13, scorm12, scorm12-thin, scorm2004, scorm2004-thin,"
                " markdown, ics.\n"
            ),
        ),
        (
            ("readiness", "--format", "ics"),
            "playbook: A calendar needs a beginning: --start 2027-01-11T09:00.\n",
        ),
        (
            ("readiness", "--format", "scorm12"),
            (
                "playbook: A package that stands alone is made from the built site: run"
                " `playbook site` first.\n"
            ),
        ),
    ],
    ids=["unknown", "unfit", "no-start", "unbuilt"],
)
def test_what_cannot_be_had_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert export(project, *arguments) == 2
    assert capsys.readouterr().err == said


def test_texts_mean_nothing_in_markdown_and_in_calendars() -> None:
    assert markdown_text("a [b](c) *d* <e> & f_g") == "a \\[b\\](c) \\*d\\* \\<e\\> \\& f\\_g"
    assert calendar_text("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "ftp://x.example/",
        "https://u:p@x.example/",
        "https://x.example/?q",
        "x",
    ],
)
def test_no_link_leads_to_what_is_no_address_of_a_site(
    project: Path, capsys: pytest.CaptureFixture, address: str
) -> None:
    command = ["export", "readiness", "--format", "markdown", "--out", "-", "--address", address]
    assert main(["--root", str(project), *command]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"playbook: A site cannot be served at '{address}'.\n"
        "    Write it like this: https://playbook.example.org/\n"
    )


def test_a_day_that_does_not_exist_begins_nothing(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    with pytest.raises(SystemExit):
        export(project, "readiness", "--format", "ics", "--start", "2027-02-30T09:00")
    assert "no moment '2027-02-30T09:00'; write it like" in capsys.readouterr().err
