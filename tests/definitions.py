"""Definitions of tools for tests: the YAML files of playbook_data as the engine gets them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assessments.border.reading import read_json, write_json
from assessments.calculators.calculating import read_calculator
from assessments.calculators.definition import CalculatorDefinition
from macros.yaml_source import read_yaml

ROOT = Path(__file__).parent.parent / "playbook_data"


@cache
def definition(tool: str) -> Mapping[str, object]:
    """Return the compiled definition of a tool."""
    file = next(ROOT.glob(f"*/{tool}.yml"))
    compiled = read_json(write_json(read_data(f"{file.parent.name}/{file.name}")))
    assert isinstance(compiled, dict)
    return compiled


def read_data(name: str) -> Mapping[str, Any]:
    """Return what stands in a file of playbook_data."""
    loaded = read_yaml((ROOT / name).read_bytes(), name)
    assert not loaded.problems, loaded.problems
    assert isinstance(loaded.value, dict)
    return loaded.value


@cache
def calculator(tool: str) -> CalculatorDefinition:
    """Return a calculator ready to use."""
    return read_calculator(definition(tool))


def calculators() -> list[str]:
    """Return the ids of all calculators."""
    return sorted(file.stem for file in (ROOT / "calculators").glob("*.yml"))
