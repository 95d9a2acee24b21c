"""The command line: what its tasks check and list, and what it refuses."""

import shutil
import socket
from pathlib import Path

import pytest

from macros.__main__ import TASKS, main
from macros.loading import load_playbook
from tests.command_line import change, run
from tests.site_playbook import make_project


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


@pytest.mark.parametrize("task", TASKS)
def test_every_task_shows_examples(task: str, capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([task, "--help"])
    assert stopped.value.code == 0
    assert f"examples:\n  playbook {task}" in capsys.readouterr().out
