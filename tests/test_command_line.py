"""The command line: what each task prints, where, and with which exit status."""

import io
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assessments.calculators.formulas import FORMULAS
from macros.__main__ import TASKS, main
from macros.loading import load_playbook
from tests.other_languages import make_project as copy_with_languages
from tests.other_languages import run as copy_run
from tests.site_playbook import make_project

ROOT = Path(__file__).parent.parent
RIGHT = Path(__file__).parent / "mistakes" / "right"
ANSWERS = {"answers": {"skill.1": 3, "skill.2": 2, "will.1": 3}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small right playbook of one's own."""
    return make_project(tmp_path)


def run(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), *arguments])


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def change(path: Path, find: str, write: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(find) == 1
    path.write_text(text.replace(find, write), encoding="utf-8")


# check


def test_check_is_silent_where_all_is_right(project: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(project, "check") == 0
    assert capsys.readouterr() == ("", "")


def test_check_tells_each_problem_and_counts_them(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    change(project / "playbook_data/modules/basics/trust.yml", "owner: seller", "owner: buyer")
    assert run(project, "check") == 1
    assert capsys.readouterr().out == (
        "playbook_data/modules/basics/trust.yml:7:1: owner: There is no role 'buyer'.\n"
        "    Known: seller.\n"
        "1 problem in 1 file.\n"
    )


def test_other_tasks_tell_the_problems_too(project: Path, capsys: pytest.CaptureFixture) -> None:
    (project / "playbook_data/glossary.yml").unlink()
    assert run(project, "readability") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "playbook_data/glossary.yml:1:1: The file is missing.\n"
        "    Every playbook has one: bring it back.\n"
        "1 problem in 1 file.\n"
    )


def test_a_review_of_tomorrow_has_not_taken_place_and_keeps_no_page_from_being_made(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    trust = project / "playbook_data/modules/basics/trust.yml"
    change(trust, "2026-11-22", "9999-11-22")
    assert run(project, "check") == 1
    assert "The review of 9999-11-22 has not taken place yet" in capsys.readouterr().out
    assert load_playbook(project).modules["trust"]


def test_a_folder_without_a_playbook_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(tmp_path, "check") == 2
    assert capsys.readouterr().err == (
        f"playbook: The folder {tmp_path} holds no folder playbook_data.\n"
        "    Name another: playbook --root FOLDER.\n"
    )


def test_a_task_that_misses_a_file_of_the_project_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    project = make_project(tmp_path)
    shutil.rmtree(project / "docs/assets/css")
    assert run(project, "stage") == 2
    file = project / "docs/assets/css/site.css"
    assert capsys.readouterr() == (
        "",
        f"playbook: The file {file} cannot be used: No such file or directory.\n",
    )


def test_an_output_that_takes_nothing_is_said_to_take_nothing(project: Path) -> None:
    command = [sys.executable, "-m", "macros", "--root", str(project), "tools"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert (done.returncode, done.stderr) == (
        2,
        "playbook: The result cannot be written: No space left on device.\n",
    )


@pytest.mark.parametrize(
    ("closed", "said"),
    [
        ("tools >&-", "The result cannot be written: standard output is closed."),
        ("score readiness <&-", "There is nothing to read: the text is empty."),
        ("tools 2>&- >/dev/full", ""),
    ],
)
def test_a_stream_that_is_closed_is_said_to_be(project: Path, closed: str, said: str) -> None:
    command = f'"{sys.executable}" -m macros --root "{project}" {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", command], stderr=subprocess.PIPE, check=False, text=True, cwd=ROOT
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_full_disk_is_told_and_the_last_site_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    project = copy_with_languages(tmp_path, ("en", "zh"), small=True)
    (project / "site").mkdir()
    (project / "site/index.html").write_text("good")
    page = project / "build/docs/en/m/trust.md"
    page.parent.mkdir(parents=True)
    page.symlink_to("/dev/full")
    for task, said in {
        "stage": "The result cannot be written: No space left on device.",
        "site": "There is no space left on the disk; site/ is as it was.",
    }.items():
        told = copy_run(project, "-m", "macros", task, status=2)
        assert told.splitlines()[-1] == f"playbook: {said}"
        assert "Traceback" not in told
    assert (project / "site/index.html").read_text() == "good"
    assert not (project / "build/site").exists()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("port", ["99999", "0", "-1"])
def test_a_port_that_is_none_is_refused_before_the_site_is_built(
    project: Path, capsys: pytest.CaptureFixture, port: str
) -> None:
    assert run(project, "serve", "--port", port) == 2
    assert capsys.readouterr().err == (
        f"playbook: There is no port {port}: ports go from 1 to 65535.\n"
        "    Choose another: --port 8001.\n"
    )


def test_a_port_that_is_taken_is_refused_before_the_site_is_built(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert run(project, "serve", "--port", str(port)) == 2
    assert capsys.readouterr().err == (
        f"playbook: The port {port} cannot be used: Address already in use.\n"
        f"    Choose another: --port {port + 1}.\n"
    )


# tools, coverage


def test_tools_lists_id_time_title_and_purpose(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(project, "tools", "--language", "zh") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["readiness  (assessment, 5 min)", "    就绪度", "    我们准备好了吗？"]
    assert lines[3] == "survey  (calculator, 3 min)"


def test_tools_lists_the_whole_ones_while_something_else_is_half_written(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    trust = project / "playbook_data/modules/basics/trust.yml"
    change(trust, "level: foundation\n", "")
    assert run(project, "tools") == 0
    assert capsys.readouterr().out.splitlines()[::3] == [
        "readiness  (assessment, 5 min)",
        "survey  (calculator, 3 min)",
    ]
    tool = project / "playbook_data/assessments/readiness.yml"
    change(tool, "minutes: 5\n", "")
    assert run(project, "tools") == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[::3] == ["survey  (calculator, 3 min)"]
    assert err == (
        "playbook_data/assessments/readiness.yml:1:1: The key 'minutes' is missing.\n"
        "    Add 'minutes: 1'.\n"
        "1 problem in 1 file.\n"
    )


def test_coverage_fails_while_an_element_stands_nowhere(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(project, "coverage") == 0
    for name in ("trust", "visits"):
        path = project / f"playbook_data/modules/basics/{name}.yml"
        change(path, "covers: [first-visit]", "covers: []")
    assert run(project, "coverage") == 1
    assert capsys.readouterr().out == (
        "1 of 1 elements are covered.\n"
        "1 of 2 modules have a facilitator guide; without: trust.\n"
        "1 of 2 modules have a case to judge; without: trust.\n"
        "first-visit: First visit (book L3)\n"
        "0 of 1 elements are covered.\n"
        "1 of 2 modules have a facilitator guide; without: trust.\n"
        "1 of 2 modules have a case to judge; without: trust.\n"
    )


# score


def test_score_reads_standard_input(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    give(monkeypatch, json.dumps(ANSWERS))
    assert run(project, "score", "readiness") == 0
    report = json.loads(capsys.readouterr().out)
    # skill (3 + 2) / 6, will 3 / 3; (83.33… * 60 + 100 * 40) / 100
    assert (report["overall"], report["band"]) == (90.0, "strong")


def test_score_reads_a_file_with_a_byte_order_mark(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(ANSWERS), encoding="utf-8-sig")
    assert run(project, "score", "readiness", str(file), "--format", "markdown") == 0
    assert capsys.readouterr().out.startswith("# Readiness\n")


def test_score_needs_nothing_but_its_own_tool_to_be_right(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "playbook_data/modules/basics/trust.yml").write_text("broken: [")
    give(monkeypatch, json.dumps(ANSWERS))
    assert run(project, "score", "readiness") == 0


def test_bad_input_is_refused_as_json_on_standard_error(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    give(monkeypatch, '{"answers": {"skill.1": 9, "skill.7": 1}}')
    assert run(project, "score", "readiness") == 2
    out, err = capsys.readouterr()
    error = json.loads(err)["error"]
    assert out == ""
    assert error["code"] == "E_SHAPE"
    assert [problem["path"] for problem in error["problems"]] == [
        "answers.skill.7",
        "answers.skill.1",
    ]


def test_a_person_at_a_terminal_reads_each_problem_once_in_words(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    give(monkeypatch, '{"answers": {"skill.1": 9, "skill.7": 1}}')
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(project, "score", "readiness") == 2
    assert capsys.readouterr().err == (
        "playbook: The tool has no question “skill.7”.\n"
        "    Check the id on the tool’s page, or remove the answer.\n"
        "playbook: Question 1 (“How often do we call?”): the answer must be 0, 1, 2 or 3, not 9.\n"
        "    Choose the sentence that fits best and give its number.\n"
    )


def test_an_empty_file_of_answers_is_said_to_be_empty(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    file = tmp_path / "answers.json"
    file.write_text("\n", encoding="utf-8")
    assert run(project, "score", "readiness", str(file), "--language", "zh") == 2
    assert json.loads(capsys.readouterr().err)["error"]["message"] == "没有可读的内容：文字是空的。"
    assert run(project, "ask", "readiness", "--file", str(file)) == 2
    assert capsys.readouterr().err == (
        f"playbook: The file {file} cannot be used: There is nothing to read: the text is empty.\n"
        "    Name another file with --file.\n"
    )


@pytest.mark.parametrize("text", ["", "{", "NaN", '{"answers": NaN}', "[" * 9999, "\ufeff{}"])
def test_no_text_brings_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture, text: str
) -> None:
    give(monkeypatch, text)
    assert run(project, "score", "readiness") == 2
    assert json.loads(capsys.readouterr().err)["error"]["code"].startswith("E_")


def test_bytes_that_are_no_text_are_refused(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("answers.json").write_bytes(b'{"answers": "\xff"}')
    assert run(project, "score", "readiness", "answers.json") == 2
    error = json.loads(capsys.readouterr().err)["error"]
    assert error["message"] == "“answers.json” cannot be read: it is not UTF-8 text."


def test_a_group_is_a_list_of_answer_sets(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    give(monkeypatch, json.dumps([ANSWERS] * 3))
    assert run(project, "score", "readiness", "--group") == 0
    assert json.loads(capsys.readouterr().out)["n"] == 3


def test_an_unknown_tool_is_named_with_the_nearest(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(project, "score", "readyness") == 2
    assert capsys.readouterr().err == (
        "playbook: There is no tool 'readyness'.\n    Did you mean 'readiness'?\n"
    )


def test_where_nothing_is_near_the_command_that_lists_the_tools_is_named(
    capsys: pytest.CaptureFixture,
) -> None:
    assert run(ROOT, "score", "nosuch") == 2
    assert capsys.readouterr().err == (
        "playbook: There is no tool 'nosuch'.\n    The command 'playbook tools' lists them.\n"
    )


def test_both_commands_are_the_same_and_write_utf_8_whatever_the_terminal(project: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "macros", "--root", project, "tools", "--language", "zh"],
        cwd=ROOT,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        check=True,
    )
    assert "就绪度" in result.stdout.decode("utf-8")


# ask


def test_a_reader_who_stops_early_sees_no_traceback(project: Path) -> None:
    # Nobody reads on the other side of this pipe.
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "macros", "--root", str(project), "tools"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_ask_keeps_each_answer_and_goes_on_where_it_stopped(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    file = tmp_path / "kept.json"
    give(monkeypatch, "3\nx\n1\nb\n2\nq\n")
    assert run(project, "ask", "readiness", "--file", str(file), "--subject", "Yunhe") == 0
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["input"] == {"answers": {"skill.1": 3, "skill.2": 2}}
    assert "please type one of: 0 1 2 3 n s b q" in capsys.readouterr().out

    give(monkeypatch, "3\n")
    assert run(project, "ask", "readiness", "--file", str(file), "--language", "zh") == 0
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["subject"] == "Yunhe"
    assert kept["input"] == ANSWERS
    out = capsys.readouterr().out
    assert "已答2题，共3题" in out
    assert "# 就绪度" in out

    assert run(project, "score", "readiness", str(file)) == 0
    assert json.loads(capsys.readouterr().out)["overall"] == 90.0


def test_ask_takes_how_sure_the_reader_is_where_he_says_so(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    file = tmp_path / "kept.json"

    def asked(keys: str) -> object:
        give(monkeypatch, keys)
        assert run(project, "ask", "readiness", "--file", str(file)) == 0
        return json.loads(file.read_text(encoding="utf-8"))["input"].get("confidence")

    assert asked("3s\n2g\nq\n") == {"skill.1": "sure", "skill.2": "guess"}
    assert "2g is a 2 that you guess" in capsys.readouterr().out
    # Another level alone leaves it, and what has no answer loses it.
    assert asked("b\n1\nb\nb\ns\nq\n") == {"skill.2": "guess"}
    assert "now: 2, guessed" in capsys.readouterr().out
    assert asked("b\nn\nq\n") is None
    assert asked("b\nb\n3\n3f\n2x\n2\n") == {"skill.2": "fairly_sure"}
    out = capsys.readouterr().out
    assert "please type one of" in out
    assert "How sure the answers are" in out


def test_answers_to_a_tool_that_asks_other_questions_now_are_refused(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    file = tmp_path / "kept.json"
    give(monkeypatch, "3\nq\n")
    run(project, "ask", "readiness", "--file", str(file))
    tool = project / "playbook_data/assessments/readiness.yml"
    change(tool, "id: will.1\n", "id: will.2\n")
    change(tool, "question: will.1", "question: will.2")
    change(tool, "version: 1.0.0", "version: 2.0.0")
    capsys.readouterr()
    assert run(project, "score", "readiness", str(file)) == 2
    assert capsys.readouterr().err == (
        "playbook: The answers belong to version 1.0.0, which asked other questions "
        "than version 2.0.0.\n"
    )


def test_answers_to_a_tool_with_other_weights_are_scored_anew_and_it_is_said(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    file = tmp_path / "kept.json"
    give(monkeypatch, "3\n2\n3\n")
    run(project, "ask", "readiness", "--file", str(file))
    tool = project / "playbook_data/assessments/readiness.yml"
    change(tool, "weight: 60", "weight: 40")
    change(tool, "version: 1.0.0", "version: 1.1.0")
    capsys.readouterr()
    assert run(project, "score", "readiness", str(file)) == 0
    out, err = capsys.readouterr()
    # (83.33… * 40 + 100 * 40) / 80
    assert json.loads(out)["overall"] == 91.7
    assert err == (
        "playbook: The answers were given under version 1.0.0 and are scored under version 1.1.0.\n"
    )


def test_a_calculator_cannot_be_asked(project: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(project, "ask", "survey") == 2
    assert capsys.readouterr().err == (
        "playbook: The tool 'survey' is a calculator and asks no questions.\n"
        "    Give its input as JSON: playbook score survey.\n"
    )


def test_an_assessment_that_lacks_an_anchor_cannot_be_asked(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    tool = project / "playbook_data/assessments/readiness.yml"
    change(tool, '          - {en: "Each year", zh: "每年"}\n', "")
    assert run(project, "ask", "readiness") == 1
    assert capsys.readouterr().err == (
        "playbook_data/assessments/readiness.yml:23:9: dimensions[0].questions[0].anchors: "
        "Question skill.1 has 3 anchors; it needs 4.\n"
        "    Write one sentence for each answer from 0 to 3.\n"
        "1 problem in 1 file.\n"
    )


# new


@pytest.mark.parametrize(
    ("arguments", "file", "left"),
    [
        (("module", "review", "--area", "basics"), "modules/basics/review.yml", 0),
        (("assessment", "review", "--module", "visits"), "assessments/review.yml", 0),
        (("calculator", "review"), "calculators/review.yml", 1),  # its formula
    ],
)
def test_a_new_file_lacks_nothing_but_its_texts(
    project: Path,
    capsys: pytest.CaptureFixture,
    arguments: tuple[str, ...],
    file: str,
    left: int,
) -> None:
    assert run(project, "new", *arguments) == 0
    capsys.readouterr()
    assert run(project, "check") == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("playbook")]
    assert all(line.startswith(f"playbook_data/{file}:") for line in lines)
    assert len([line for line in lines if "is still to be written" not in line]) == left


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_new_calculator_has_from_the_start_what_its_formula_needs(
    project: Path, capsys: pytest.CaptureFixture, formula: str
) -> None:
    assert run(project, "new", "calculator", "review", "--formula", formula) == 0
    assert capsys.readouterr().out == (
        "playbook_data/calculators/review.yml is made, and listed in playbook_data/playbook.yml.\n"
        "Next: playbook check lists what is still to be written, texts before numbers.\n"
    )
    assert run(project, "check") == 1
    assert others(capsys) == []
    file = project / "playbook_data/calculators/review.yml"
    text = file.read_text("utf-8").replace("<待写>", "文字").replace("<to write>", "7")
    file.write_text(text.replace('"7"', "7").replace("en: 7", 'en: "7"'), "utf-8")
    run(project, "check")
    assert [line for line in others(capsys) if "The formula" in line] == []


def others(capsys: pytest.CaptureFixture) -> list[str]:
    """Return what a check says beside texts that are still to be written."""
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("playbook")]
    assert all(line.startswith("playbook_data/calculators/review.yml:") for line in lines)
    return [line for line in lines if "is still to be written" not in line]


def test_a_new_calculator_without_a_formula_says_where_to_write_it(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(project, "new", "calculator", "visit-budget") == 0
    assert capsys.readouterr().out == (
        "playbook_data/calculators/visit-budget.yml is made, and listed in"
        " playbook_data/playbook.yml.\n"
        "Next: playbook check lists what is still to be written, texts before numbers.\n"
        "Its formula is still to be made: assessments/calculators/formulas/visit_budget.py,\n"
        'which ends in FORMULA = Formula(name="visit-budget", …) as its neighbours do.\n'
        "No list names it; the row says which inputs, results and sentences the file needs.\n"
    )


def test_a_formula_that_does_not_fit_is_told(project: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(project, "new", "calculator", "review", "--formula", "customer-lvt") == 2
    assert run(project, "new", "module", "review", "--formula", "customer-ltv") == 2
    assert capsys.readouterr().err == (
        "playbook: There is no formula 'customer-lvt'.\n    Did you mean 'customer-ltv'?\n"
        "playbook: The option --formula is for a calculator, not for a new module.\n"
        "    Leave it out.\n"
    )


def test_a_new_id_must_be_free_and_be_an_id(project: Path, capsys: pytest.CaptureFixture) -> None:
    assert run(project, "new", "module", "trust") == 2
    assert run(project, "new", "module", "No Good") == 2
    assert run(project, "new", "module", "good", "--area", "basic") == 2
    assert capsys.readouterr().err == (
        "playbook: There is a module 'trust' already.\n    Choose another id.\n"
        "playbook: The value must be an id of lower-case letters, digits and hyphens, "
        'not "No Good".\n'
        "    Write it like this: 'trust-stages'.\n"
        "playbook: There is no area 'basic'.\n    Did you mean 'basics'?\n"
    )


def test_a_new_id_that_is_too_long_for_a_file_is_refused(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    assert run(project, "new", "module", "a" * 300) == 2
    assert capsys.readouterr().err == (
        "playbook: The id has 300 characters, and may have at most 60.\n"
        "    Write a shorter one, like 'trust-stages'.\n"
    )
    assert run(project, "check") == 0


# accept


def test_accept_publishes_ids_and_confirms_texts(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    for name in ("ids.lock", "translations.lock"):
        (project / "playbook_data" / name).unlink()
    assert run(project, "accept") == 0
    assert (project / "playbook_data/ids.lock").read_text().splitlines()[1:4] == [
        "a:readiness",
        "a:readiness#skill",
        "a:readiness#skill.1",
    ]
    trust = project / "playbook_data/modules/basics/trust.yml"
    change(trust, '"Go and see."', '"Go, see and listen."')
    assert run(project, "check") == 1
    assert load_playbook(project).modules["trust"].file.endswith("basics/trust.yml")
    assert run(project, "accept", "module/visits") == 0
    assert run(project, "check") == 1
    assert run(project, "accept", "module/trust/steps/call/text") == 0
    capsys.readouterr()
    assert run(project, "check") == 0


def test_accept_does_not_write_over_a_conflict(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    lock = project / "playbook_data/translations.lock"
    lock.write_text("<<<<<<< HEAD\nmodule/trust/title en=ade9248 zh=d1cd931\n")
    assert run(project, "accept") == 1
    assert lock.read_text().startswith("<<<<<<< HEAD\n")
    assert capsys.readouterr().err == (
        "playbook_data/translations.lock:1:1: "
        "The line is a mark of a conflict that git could not resolve.\n"
        "    Take the published file from git, then run playbook accept.\n"
        "1 problem in 1 file.\n"
    )


def test_accept_does_not_forget_an_id(project: Path, capsys: pytest.CaptureFixture) -> None:
    run(project, "accept")
    change(project / "playbook_data/modules/basics/trust.yml", "- id: stages", "- id: levels")
    capsys.readouterr()
    assert run(project, "accept") == 1
    assert "'m:trust#stages' was published and exists no more" in capsys.readouterr().err


# diff


def test_diff_tells_what_readers_and_answers_will_notice(
    project: Path, capsys: pytest.CaptureFixture
) -> None:
    change(project / "playbook_data/assessments/readiness.yml", "weight: 60", "weight: 50")
    trust = project / "playbook_data/modules/basics/trust.yml"
    change(trust, "- id: stages", "- id: levels")
    change(trust, '"Go and see."', '"Go!"')
    assert run(project, "diff", str(RIGHT), str(project / "playbook_data")) == 0
    assert capsys.readouterr().out == (
        "a:readiness  scoring\n"
        "    old answers fit, but their scores are computed anew and may differ\n"
        "    version 1.0.0 stays: raise it to tell the two apart\n"
        "    dimensions[skill].weight: 60 → 50\n"
        "m:trust  changed\n"
        "    gone: m:trust#stages\n"
        "    new: m:trust#levels\n"
        "    1 text changed in en\n"
        "2 differences.\n"
    )


# schema


def test_schemas_accept_the_right_playbook(project: Path) -> None:
    assert run(project, "schema") == 0
    folder = project / "build/schemas"
    assert {path.name for path in folder.iterdir()} == {
        f"{kind}.schema.json"
        for kind in (
            "playbook", "language", "module", "assessment", "calculator", "course", "company",
            "glossary", "sources", "elements", "interface", "search", "words", "changes",
            "portfolio",
        )
    }  # fmt: skip
    module = json.loads((folder / "module.schema.json").read_text(encoding="utf-8"))
    assert module["properties"]["level"] == {"enum": ["foundation", "practitioner", "advanced"]}
    assert module["properties"]["title"]["required"] == ["en", "zh"]
    assert "choices" not in module["required"]


@pytest.mark.parametrize("task", TASKS)
def test_every_task_shows_examples(task: str, capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([task, "--help"])
    assert stopped.value.code == 0
    assert f"examples:\n  playbook {task}" in capsys.readouterr().out
