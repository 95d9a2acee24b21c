"""The command line in a shell: closed streams, full disks, readers who stop early."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT
from tests.other_languages import make_project as copy_with_languages
from tests.other_languages import run as copy_run

pytestmark = pytest.mark.slow


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


def test_both_commands_are_the_same_and_write_utf_8_whatever_the_terminal(project: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "macros", "--root", project, "tools", "--language", "zh"],
        cwd=ROOT,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        check=True,
    )
    assert "就绪度" in result.stdout.decode("utf-8")


def test_a_reader_who_stops_early_sees_no_traceback(project: Path) -> None:
    # Nobody reads on the other side of this pipe.
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "macros", "--root", str(project), "tools"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
