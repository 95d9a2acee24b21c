"""The command line: new files begin right."""

from pathlib import Path

import pytest

from assessments.calculators.formulas import FORMULAS
from tests.command_line import run

pytestmark = pytest.mark.slow


def others(capsys: pytest.CaptureFixture) -> list[str]:
    """Return what a check says beside texts that are still to be written."""
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("playbook")]
    assert all(line.startswith("playbook_data/calculators/review.yml:") for line in lines)
    return [line for line in lines if "is still to be written" not in line]


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
