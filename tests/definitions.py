"""Definitions of tools for tests: the YAML files of playbook_data as the engine gets them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assessments.border.reading import read_json, write_json
from assessments.calculators.calculating import read_calculator
from assessments.calculators.definition import CalculatorDefinition
from macros.yaml_source import read_yaml

ROOT = Path(__file__).parent.parent / "playbook_data"


@cache
def definition(tool: str) -> Mapping[str, object]:
    """Return the compiled definition of a tool."""
    file = next(ROOT.glob(f"*/{tool}.yml"))
    loaded = read_yaml(file.read_bytes(), file.name)
    assert not loaded.problems, loaded.problems
    compiled = read_json(write_json(loaded.value))
    assert isinstance(compiled, dict)
    return compiled


@cache
def calculator(tool: str) -> CalculatorDefinition:
    """Return a calculator ready to use."""
    return read_calculator(definition(tool))


def calculators() -> list[str]:
    """Return the ids of all calculators."""
    return sorted(file.stem for file in (ROOT / "calculators").glob("*.yml"))
