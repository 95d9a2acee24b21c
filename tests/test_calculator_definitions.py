"""Definitions of calculators: read once, held to their formula, and refused with every reason."""

import ast
import copy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments import EngineError, document, score
from assessments.calculators.calculating import calculate, read_calculator
from assessments.calculators.formulas import FORMULAS
from tests.definitions import calculator, calculators, definition
from tests.effort import tries
from tests.test_calculator_laws import examples, places

ROOT = Path(__file__).parent.parent
FORMULA_FILES = sorted((ROOT / "assessments/calculators/formulas").glob("[a-z]*.py"))
LANGUAGES = ("en", "zh")
JUNK = st.sampled_from(
    [None, 0, -1, 1, "", [], {}, "x", ["x"], {"x": 1}, True, 10**30, Decimal("1.5"), "na", "\ud800"]
)
CONTENT = ("examples", "title", "purpose", "audience", "elaboration", "formula", "sources")
"""What only pages read."""
each_calculator = pytest.mark.parametrize("tool", calculators())
each_formula = pytest.mark.parametrize("file", FORMULA_FILES, ids=lambda file: file.stem)


def changed(tool: str, path: tuple[Any, ...], value: object = None, *, remove: bool = False) -> Any:
    """Return a definition with one value changed, added or removed."""
    record: Any = copy.deepcopy(definition(tool))
    holder = record
    for step in path[:-1]:
        holder = holder[step]
    if remove:
        del holder[path[-1]]
    elif isinstance(holder, list) and path[-1] == len(holder):
        holder.append(value)
    else:
        holder[path[-1]] = value
    return record


def refused(record: Any) -> list[tuple[str, str]]:
    """Return path and message of every problem of a definition."""
    with pytest.raises(EngineError) as raised:
        read_calculator(record)
    said = raised.value.as_data()["error"]["problems"]
    return [(each["path"], each["message"]) for each in said]


def told(record: Any, tool: str) -> list[object]:
    """Return the documents of a tool's examples, or the problems in words: nothing else happens."""
    try:
        read = read_calculator(record)
        return [
            document(record, calculate(read, values), language)
            for values in examples(tool)
            for language in LANGUAGES
        ]
    except EngineError as error:
        return [error.as_data(language)["error"] for language in LANGUAGES]


@each_calculator
@tries(15)
@given(data=st.data())
def test_a_damaged_definition_is_refused_or_can_be_used(tool: str, data: st.DataObject) -> None:
    path = data.draw(
        st.sampled_from([each for each in places(definition(tool)) if each[0] not in CONTENT])
    )
    assert told(changed(tool, path, data.draw(JUNK), remove=data.draw(st.booleans())), tool)


DEFAULT = ("inputs", 3, "default")
REFUSED = [
    ("customer-ltv", ("model",), "customer-lvt",
     "model", "The engine has no formula “customer-lvt”."),
    ("customer-ltv", DEFAULT, Decimal("1.5"),
     "inputs[3].default", "inputs[3].default must be from 0 to 1, not 1.5."),
    ("customer-ltv", DEFAULT, "high",
     "inputs[3].default", "inputs[3].default must be a number, not “high”."),
    ("docking-matrix", ("inputs", 0, "fields", 7, "default"), -1,
     "inputs[0].fields[7].default", "inputs[0].fields[7].default must be from 0 to 10, not −1."),
    ("customer-ltv", ("parameters", "fair_from"), "one",
     "parameters.fair_from", "parameters.fair_from must be a number, not “one”."),
    ("docking-matrix", ("parameters", "cap"), "feeble",
     "parameters.cap",
     ("The definition cannot be used: parameters.cap must be one of"
      " critical, weak, sound, strong, not “feeble”.")),
    ("resource-allocation", ("parameters", "presets", "focus"), [7, 3, 0],
     "parameters.presets.focus",
     ("The definition cannot be used: parameters.presets.focus must be a list of 4 entries,"
      " not […].")),
    ("resource-allocation", ("parameters", "presets"), {"focus": [7, 3, 2, 1]},
     "parameters.presets",
     ("The definition cannot be used: parameters.presets must be a list that holds gradient,"
      " not […].")),
    ("customer-saving", ("inputs", 5, "when", "mode"), "integration",
     "inputs[5].when",
     "The formula customer-saving takes mode: pre-embedding here, not mode: integration."),
    ("competitor-value", ("inputs", 1, "above"), -1,
     "inputs[1]", "The formula competitor-value needs a number above 0 here."),
    ("opportunity-conversion", ("inputs", 0, "length"), [1, 9],
     "inputs[0]", "The formula opportunity-conversion needs at least 2 entries here."),
    ("opportunity-conversion", ("inputs", 0, "length"), [2],
     "inputs[0].length",
     "The definition cannot be used: inputs[0].length must be a list of 2 entries, not […]."),
    ("service-sla", ("inputs", 7, "length"), [0, 5],
     "inputs[7]", "The formula service-sla needs at least 5 entries here."),
    ("personal-dependency", ("inputs", 0, "length"), [0, 200],
     "inputs[0]", "The formula personal-dependency needs at least 1 entry here."),
    ("strategy-canvas", ("inputs", 0, "item", "fields", 0, "id"), "words",
     "inputs[0].item.fields[0]", "The formula strategy-canvas does not read the input words."),
    ("decision-chain-map", ("inputs", 0, "fields", 1, "item", "options", 4),
     {"id": "CEO", "label": {}},
     "inputs[0].fields[1].item.options[4].id",
     ("The definition cannot be used: inputs[0].fields[1].item.options[4].id must be one of"
      " EB, TB, UB, COACH, not “CEO”.")),
    ("sales-scorecard", ("bands", 2, "id"), "reached",
     "bands", "The definition cannot be used: bands must be a list that holds met, not […]."),
    ("customer-ltv", ("bands", 1, "from"), "zero",
     "bands[1].from",
     "The definition cannot be used: bands[1].from must be a number, not “zero”."),
    ("docking-matrix", ("bands", 2, "from"), 30,
     "bands[2].from",
     "The definition cannot be used: bands[2].from must be more than 40, not 30."),
    ("strategy-canvas", ("parameters", "groups", 0, "fields", 0), "look-away",
     "working", "The sentence look-away is missing, which the formula strategy-canvas can say."),
    ("customer-ltv", ("outputs", 0, "kind"), "text",
     "outputs[0].kind", "The formula customer-ltv takes number here, not text."),
    ("customer-ltv", ("outputs", 0, "decimals"), True,
     "outputs[0].decimals",
     "The definition cannot be used: outputs[0].decimals must be from 0 to 6, not true."),
    ("customer-ltv", ("wrong_type",), "E_KIND",
     "errors", "The problem E_KIND has no words."),
]  # fmt: skip
"""Tool, path and new value; path and message of the first problem."""


@pytest.mark.parametrize(("tool", "path", "value", "place", "message"), REFUSED)
def test_what_a_formula_cannot_use_is_told_with_its_place(
    tool: str, path: tuple[Any, ...], value: object, place: str, message: str
) -> None:
    assert refused(changed(tool, path, value))[0] == (place, message)


def test_who_names_no_formula_is_told_all_there_are() -> None:
    with pytest.raises(EngineError) as raised:
        read_calculator(changed("customer-ltv", ("model",), "ltv"))
    hint = raised.value.as_data()["error"]["hint"]
    names = [file.stem.replace("_", "-") for file in FORMULA_FILES]
    assert hint == f"Write one of {', '.join(names)}."


@pytest.mark.parametrize(
    ("tool", "hint"),
    [
        ("resource-allocation", "Add presets: and an object."),
        ("strategy-canvas", "Add groups: and a list."),
        ("docking-matrix", "Add cap: and text."),
        ("customer-ltv", "Add fair_from: and a number."),
    ],
)
def test_a_parameter_that_is_missing_is_told_with_what_it_must_be(tool: str, hint: str) -> None:
    with pytest.raises(EngineError) as raised:
        read_calculator(changed(tool, ("parameters",), {}))
    assert hint in [each["hint"] for each in raised.value.as_data()["error"]["problems"]]


def test_every_problem_of_a_definition_is_told_at_once() -> None:
    record = changed("universal-survey", ("parameters",), {"small_sample": 30, "weight": 1})
    record["outputs"][0]["kind"] = "figure"
    record["inputs"][0]["minimum"] = 9
    record["inputs"][0]["maximum"] = 1
    assert [path for path, _ in refused(record)] == [
        "inputs[0]",
        "outputs[0].kind",
        "parameters",
        "parameters",
        "parameters",
        "parameters.weight",
    ]


@each_formula
def test_a_formula_ends_in_its_row_and_no_other_file_says_its_name(file: Path) -> None:
    last = ast.parse(file.read_text("utf-8")).body[-1]
    assert isinstance(last, ast.Assign)
    assert [target.id for target in last.targets if isinstance(target, ast.Name)] == ["FORMULA"]
    name = file.stem.replace("_", "-")
    assert FORMULAS[name].name == name
    quoted = (f'"{name}"', f"'{name}'", f"`{name}`")
    for room, pattern in (("assessments", "*.py"), ("macros", "*"), ("docs/assets/js", "*.js")):
        for other in (ROOT / room).rglob(pattern):
            if other != file and other.suffix in {".py", ".jinja", ".js", ".mjs"}:
                text = other.read_text("utf-8")
                assert not any(each in text for each in quoted), f"{other} names {name}"


@pytest.mark.parametrize(
    ("tool", "given"),
    [
        (
            "sales-scorecard",
            {
                "indicators": [
                    {"name": "a", "weight": 50, "actual": 1, "target": 1},
                    {"name": "b", "weight": Decimal("49.9"), "actual": 1, "target": 1},
                ]
            },
        ),
        (
            "three-layer-profile",
            {"key": 50, "universal": 50, "weights": [40, 35, Decimal("24.9")]},
        ),
    ],
)
def test_how_far_weights_may_miss_their_total_is_set_by_the_definition(
    tool: str, given: object
) -> None:
    with pytest.raises(EngineError) as raised:
        score(definition(tool), given)
    assert [problem.code for problem in raised.value.problems] == ["E_WEIGHT_SUM"]
    assert score(changed(tool, ("parameters", "weight_tolerance_hundredths"), 10), given)


@each_calculator
def test_a_definition_is_read_whole(tool: str) -> None:
    read = calculator(tool)
    raw: Any = definition(tool)
    assert [each.id for each in read.inputs] == [each["id"] for each in raw["inputs"]]
    assert [each.id for each in read.outputs] == [each["id"] for each in raw["outputs"]]
    assert set(read.working) == set(raw["working"])
    assert set(read.parameters) == set(raw.get("parameters", {}))
