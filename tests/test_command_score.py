"""The command line: answers are scored, alone and in a group."""

import json
import sys
from pathlib import Path

import pytest

from tests.command_line import ANSWERS, ROOT, give, run


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
