"""The command line: what is published, what changed, and what editors know."""

import json
from pathlib import Path

import pytest

from macros.loading import load_playbook
from tests.command_line import RIGHT, change, run

pytestmark = pytest.mark.slow


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
