"""The door for the command line: exit codes, standard error, and the help."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assessments import write_json
from tests.answering import given
from tests.definitions import definition

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
TOOL = "four-pain-points"
SUFFICIENT = '{"chars": 1, "field_visits": 1, "senior_judges": 1, "cross_checked": 1}'


def run(*arguments: object, text: str | bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user does, in a locale that knows no Chinese."""
    return subprocess.run(
        [sys.executable, "-m", "assessments", *map(str, arguments)],
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    )


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("compiled") / "definition.json"
    file.write_text(write_json(definition(TOOL)), "utf-8")
    return file


def answers(written: str = "0001 0100 1010 0100") -> str:
    return json.dumps(given(TOOL, written))


def test_a_report_comes_out_and_the_exit_code_is_0(compiled: Path) -> None:
    done = run("score", compiled, text=answers())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["overall"] == 10.4


def test_an_incomplete_report_is_a_report(compiled: Path) -> None:
    done = run("score", compiled, text='{"answers": {}}')
    assert (done.returncode, json.loads(done.stdout)["status"]) == (0, "incomplete")


def test_the_input_may_stand_in_a_file(compiled: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(answers(), "utf-8")
    done = run("score", compiled, file, "--format", "markdown", "--language", "zh")
    assert done.returncode == 0
    assert "分（满分100，越高越严重）" in done.stdout.decode()


def test_a_group(compiled: Path) -> None:
    group = f"[{answers()}, {answers()}, {answers('1111 1111 1111 1111')}]"
    done = run("score", compiled, "--group", text=group)
    assert json.loads(done.stdout)["overall"] == 18.0  # (10.4 + 10.4 + 33.3) / 3
    done = run("score", compiled, "--distribution", "--format", "csv", text=group)
    assert done.stdout.startswith("\ufeffsection,".encode())


def test_bad_input_is_listed_on_standard_error_and_the_exit_code_is_2(compiled: Path) -> None:
    done = run("score", compiled, text='{"answers": {"shallow.1": 7, "shallow.2": true}}')
    assert (done.returncode, done.stdout) == (2, b"")
    error = json.loads(done.stderr)["error"]
    assert [each["code"] for each in error["problems"]] == ["E_TYPE", "E_RANGE"]
    assert error["path"] == "answers.shallow.2"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"model": "none"}, "The engine has no formula “none”."),
        (
            {"inputs": [{"id": "revenue"}]},
            (
                "The definition cannot be used: inputs[0].type must be one of number, integer,"
                " text, choice, boolean, date, currency, list, rows, record, map, not null."
            ),
        ),
        (
            {"parameters": None},
            "The definition cannot be used: parameters must be an object, not null.",
        ),
    ],
)
def test_a_definition_that_was_changed_says_what_is_wrong_with_it(
    change: dict, message: str, tmp_path: Path
) -> None:
    file = tmp_path / "definition.json"
    file.write_text(write_json({**definition("research-sufficiency"), **change}), "utf-8")
    done = run("score", file, text=SUFFICIENT)
    assert (done.returncode, done.stdout) == (2, b"")
    error = json.loads(done.stderr)["error"]
    assert (error["code"], error["message"]) == ("E_DEFINITION", message)


def test_standard_input_is_called_so(compiled: Path) -> None:
    done = run("score", compiled, text=b"\xff\xfe")
    message = json.loads(done.stderr)["error"]["message"]
    assert message == "Standard input cannot be read: it is not UTF-8 text."


@pytest.mark.parametrize("text", [b"", b"\xff\xfe", b"{", b'{"answers": {}, "answers": {}}'])
def test_text_that_cannot_be_read_is_bad_input(compiled: Path, text: bytes) -> None:
    done = run("score", compiled, text=text)
    assert done.returncode == 2
    assert set(json.loads(done.stderr)["error"]) == {"code", "path", "message", "hint", "problems"}


def test_ten_megabytes_are_bad_input(compiled: Path) -> None:
    done = run("score", compiled, text="[" + "1," * 8_000_000)
    assert (done.returncode, json.loads(done.stderr)["error"]["code"]) == (2, "E_SIZE")


def test_a_definition_that_is_not_there() -> None:
    done = run("score", "nowhere.json", "--language", "zh", text="{}")
    assert done.returncode == 2
    assert json.loads(done.stderr)["error"]["message"] == "无法读取“nowhere.json”：没有这个文件。"


def test_a_definition_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "definition.json"
    file.write_text("[]", "utf-8")
    done = run("score", file, text="{}")
    assert (done.returncode, json.loads(done.stderr)["error"]["code"]) == (2, "E_DEFINITION")
    assert run("score", tmp_path, text="{}").returncode == 2


def test_prove_and_compare(compiled: Path, tmp_path: Path) -> None:
    assert json.loads(run("prove", compiled).stdout) == {"problems": []}
    changed = {**definition(TOOL), "version": "1.1.1"}
    other = tmp_path / "other.json"
    other.write_text(write_json(changed), "utf-8")
    assert json.loads(run("compare", compiled, other).stdout) == {
        "class": "text",
        "changes": [{"class": "text", "path": "version", "old": "1.1.0", "new": "1.1.1"}],
    }
    changed["bands"] = []
    other.write_text(write_json(changed), "utf-8")
    assert run("prove", other).returncode == 2


def test_the_help_shows_examples() -> None:
    done = run("--help")
    assert b"python -m assessments score definition.json < input.json" in done.stdout
