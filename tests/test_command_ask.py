"""The command line: a tool is filled in at a terminal."""

import json
from pathlib import Path

import pytest

from tests.command_line import ANSWERS, change, give, run


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
