"""The docking grid: how far each level and function of both organisations is linked."""

from collections import Counter
from collections.abc import Mapping

from assessments.border.record import Record
from assessments.documents.blocks import NONE, Block
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.picture import Picture, drawn
from assessments.documents.table_twin import names_of, names_with_numbers, parts_of, table_twin

STATES = ("in_time", "late", "unknown", "one_side", "empty", "not_planned")
"""From the best link to none."""


def tell(texts: CalculatorTexts, data: Record) -> Block:
    """Tell how far each level and function of both organisations is linked."""
    levels = names_of(data, "levels")
    functions = names_of(data, "functions")
    cells = [_cell(texts, each) for each in parts_of(data, "cells")]
    at = {(each["level"], each["function"]): each["text"] for each in cells}
    rows = [[level, *(at.get((level, each), NONE) for each in functions)] for level in levels]
    counts = Counter(str(each["state"]) for each in cells)
    counts["not_planned"] = len(levels) * len(functions) - len(cells)
    states = [
        {"state": each, "label": texts.say(f"grid.{each}"), "count": counts[each]}
        for each in STATES
        if counts[each]
    ]
    named = ((each["label"], each["count"]) for each in states)
    each_said = names_with_numbers(texts, named)
    alternative = texts.say("grid.alternative", cells=counts.total(), each=each_said)
    told: dict[str, object] = {
        "levels": levels,
        "functions": functions,
        "cells": cells,
        "states": states,
    }
    columns = [texts.say("grid.level"), *map(str, functions)]
    told |= table_twin(texts, columns, rows, "t" * len(columns))
    return drawn("docking-grid", told, alternative)


def _cell(texts: CalculatorTexts, each: Record) -> Mapping[str, object]:
    state = texts.say(f"grid.{each['state']}")
    named = each["state"] != "empty"
    said = texts.say("grid.backed_up", state=state) if named and each["backup"] else state
    nobody = texts.say("grid.nobody")
    sides = {side: each[side] or nobody for side in ("owner", "counterpart")}
    names = texts.say("grid.names", **sides) if named else ""
    text = texts.say("grid.cell", names=names, state=said) if named else said
    return {**each, "names": names, "state_label": said, "text": text}


PICTURE = Picture(name="docking-grid", tell=tell)
