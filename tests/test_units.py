"""A unit beside a figure adds to its label: no “Days since the last contact: 12 days”."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

CALCULATORS = Path(__file__).parents[1] / "playbook_data" / "calculators"


def measured(node: Any) -> Iterator[tuple[str, str]]:
    """Every English label with each form of its unit, also the label of a map’s values."""
    if isinstance(node, dict):
        if "label" in node and isinstance(node.get("unit"), dict):
            for label in (node["label"], node.get("item", {}).get("label", node["label"])):
                for unit in node["unit"]["en"].split("|"):
                    yield label["en"], unit
        for child in node.values():
            yield from measured(child)
    elif isinstance(node, list):
        for child in node:
            yield from measured(child)


def doubled(node: Any) -> set[tuple[str, str]]:
    return {
        (label, unit)
        for label, unit in measured(node)
        if unit.isalpha() and re.search(rf"\b{unit}\b", label, re.IGNORECASE)
    }


def test_no_label_of_a_tool_names_its_unit() -> None:
    tools = [yaml.safe_load(path.read_text("utf-8")) for path in CALCULATORS.glob("*.yml")]
    assert list(measured(tools))
    assert doubled(tools) == set()


def test_a_unit_named_by_its_label_is_found() -> None:
    item = {"label": {"en": "Points"}}
    field = {"label": {"en": "Held"}, "unit": {"en": "point|points"}, "item": item}
    assert doubled([field]) == {("Points", "points")}
