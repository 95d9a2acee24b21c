"""What joins the inputs of a calculator: which stand for each other, which hang on a choice."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessments.calculators.formulas import FORMULAS
from macros.values import Data


def input_rules(tool: Data) -> dict[str, Any]:
    """Return what joins inputs: which stand for each other, which hang on a choice."""
    formula = FORMULAS[tool["model"]]
    by_id = {each["id"]: each for each in tool["inputs"]}
    return {
        "alternatives": {
            **_alternatives({name: by_id[name]["label"] for name in formula.one_of}),
            **_alternatives({path: _field(by_id, path)["label"] for path in formula.one_in_each}),
        },
        "companions": {
            name: _field(by_id, path)["label"] for name, path in formula.needed_with.items()
        },
        "narrowed": {
            path: {
                "by": by,
                "answers": {
                    option: [answer for answer, left in choices.items() if option in left]
                    for option in {each for left in choices.values() for each in left}
                },
            }
            for path, (by, choices) in formula.choices_by.items()
        },
        "conditions": {
            each["id"]: {"by": by, "answer": answer, "label": _label(by_id[by], answer)}
            for each in tool["inputs"]
            for by, answer in each.get("when", {}).items()
        },
    }


def _alternatives(labels: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Return each of some fields with the labels of the others."""
    return {name: [label for other, label in labels.items() if other != name] for name in labels}


def _field(inputs: Mapping[str, Data], path: str) -> Data:
    """Return the field of a row by its path: events[].date."""
    rows, _, name = path.partition("[].")
    return next(each for each in inputs[rows]["fields"] if each["id"] == name)


def _label(choice: Data, answer: str) -> str:
    return next(str(each["label"]) for each in choice["options"] if each["id"] == answer)
