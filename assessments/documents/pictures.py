"""A calculator's picture: what is drawn, the same as a table, and the same in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from assessments.documents.blocks import NONE, Block, grouped
from assessments.documents.texts import Record, Texts, record, records

Told = tuple[dict[str, object], str]
"""What is drawn with its labels and its table, and the alternative text."""


def picture_block(texts: Texts, data: Record) -> Block:
    """Return the picture of a report; bars have a block of their own."""
    kind = str(texts.definition.get("picture"))
    caption = texts.of(texts.definition.get("picture_title")) or texts.title()
    if kind == "bars":
        return _bars(texts, data, caption)
    drawn, alternative = PICTURES[kind](texts, data)
    return {
        "kind": "picture",
        "picture": kind,
        "caption": caption,
        "data": drawn,
        "alternative": alternative,
    }


def _bars(texts: Texts, data: Record, caption: str) -> Block:
    rows = [
        {
            "id": each["id"],
            # A name that the person gave is no word of the tool, even where it looks like one.
            "label": each["id"] if data.get("own_names") else label_of(texts, each["id"]),
            "value": each["value"],
            "shown": grouped(each["value"]),
            **({"note": label_of(texts, each["group"])} if "group" in each else {}),
        }
        for each in records(data["bars"])
    ]
    sizes = [each["value"] for each in records(data["bars"])] + [data.get("maximum")]
    largest = max((_decimal(size) for size in sizes if size is not None), default=Decimal(0))
    block: Block = {"kind": "bars", "caption": caption, "maximum": largest or 1, "rows": rows}
    return block | ({"target": data["target"]} if "target" in data else {})


def label_of(texts: Texts, name: object) -> str:
    """Return the words of an output, option or input with an id; else the name as it is."""
    outputs = records(texts.definition.get("outputs"))
    inputs = records(texts.definition.get("inputs"))
    named = [*outputs, *_parts(outputs, "options"), *_parts(_parts(outputs, "columns"), "options")]
    named += [*inputs, *_parts(inputs, "options"), *_parts(_parts(inputs, "fields"), "options")]
    found = next((each for each in named if each.get("id") == name), None)
    return (texts.of(found.get("label")) if found else "") or str(name)


def _parts(each: Iterable[Record], key: str) -> list[Record]:
    return [part for one in each for part in records(one.get(key))]


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]], numeric: str) -> Block:
    """Return the table twin; numeric: one letter for each column, n for numbers."""
    return {
        "columns": list(columns),
        "rows": [
            [cell if isinstance(cell, str) else grouped(cell) for cell in row] for row in rows
        ],
        "numeric": [letter == "n" for letter in numeric],
    }


def _listed(texts: Texts, parts: Iterable[str]) -> str:
    return texts.say("list").join(parts)


def _pairs(texts: Texts, pairs: Iterable[tuple[object, object]]) -> str:
    said = (texts.say("pair", name=name, value=grouped(value)) for name, value in pairs)
    return _listed(texts, said)


def _chain(texts: Texts, data: Record) -> Told:
    arrows = records(data["edges"])
    people = [_person(texts, each, arrows) for each in records(data["people"])]
    keys = ("name", "roles", "influence", "effective", "attitude", "access", "owner", "arrows")
    columns = [texts.say(f"chain.{key}") for key in keys]
    labels = ("id", "roles_label", "influence", "effective", "attitude_label", "access_label")
    rows = [[*(each[key] for key in labels), each["owner"], each["arrows"]] for each in people]
    described = [
        texts.say(
            "chain.person",
            name=each["id"],
            roles=each["roles_label"],
            attitude=each["attitude_label"],
            access=each["access_label"],
        )
        for each in people
    ]
    counts = {"people": len(people), "arrows": len(arrows)}
    alternative = texts.say("chain.alternative", **counts, each=_listed(texts, described))
    twin = _table(columns, rows, "ttnntttt")
    return {"people": people, "edges": list(arrows), **twin}, alternative


def _person(texts: Texts, each: Record, arrows: Sequence[Record]) -> dict[str, object]:
    roles = each["roles"] if isinstance(each["roles"], list) else []
    reached = [
        texts.say("chain.arrow", to=arrow["to"], strength=grouped(arrow["strength"]))
        for arrow in arrows
        if arrow["from"] == each["id"]
    ]
    return {
        **each,
        "roles_label": texts.joined([label_of(texts, role) for role in roles]),
        "attitude_label": texts.say(f"attitude.{each['attitude']}"),
        "access_label": texts.say(f"access.{each['access']}"),
        "owner": each["owner"] or NONE,
        "arrows": texts.joined(reached) or NONE,
    }


def _grid(texts: Texts, data: Record) -> Told:
    levels, functions = data["levels"], data["functions"]
    cells = [
        {**each, "state_label": texts.say(f"grid.{each['state']}"), "text": _cell(texts, each)}
        for each in records(data["cells"])
    ]
    at = {(each["level"], each["function"]): each["text"] for each in cells}
    names = list(functions) if isinstance(functions, list) else []
    rows = [
        [level, *(at.get((level, function), NONE) for function in names)]
        for level in (levels if isinstance(levels, list) else [])
    ]
    counts = Counter(str(each["state"]) for each in cells)
    each = _pairs(texts, ((texts.say(f"grid.{state}"), counts[state]) for state in counts))
    alternative = texts.say("grid.alternative", cells=len(cells), each=each)
    twin = _table([texts.say("grid.level"), *names], rows, "t" * (len(names) + 1))
    return {"levels": levels, "functions": functions, "cells": cells, **twin}, alternative


def _cell(texts: Texts, each: Record) -> str:
    state = texts.say(f"grid.{each['state']}")
    if each["state"] == "empty":
        return state
    nobody = texts.say("grid.nobody")
    key = "grid.cell_backup" if each["backup"] else "grid.cell"
    names = {"owner": each["owner"] or nobody, "counterpart": each["counterpart"] or nobody}
    return texts.say(key, **names, state=state)


def _funnel(texts: Texts, data: Record) -> Told:
    stages = [{**each, "name": label_of(texts, each["name"])} for each in records(data["stages"])]
    columns = [texts.say(f"funnel.{key}") for key in ("stage", "count", "rate")]
    rows = [[each["name"], each["count"], _percent(texts, each["rate"])] for each in stages]
    each = _pairs(texts, ((stage["name"], stage["count"]) for stage in stages))
    twin = _table(columns, rows, "tnn")
    return {"stages": list(stages), **twin}, texts.say("funnel.alternative", each=each)


def _percent(texts: Texts, value: object) -> str:
    return NONE if value is None else f"{grouped(value)}{texts.say('unit_gap')}%"


def _flow(texts: Texts, data: Record) -> Told:
    years = records(data["years"])
    columns = [texts.say(f"flow.{key}") for key in ("year", "flow", "total")]
    start = [texts.say("flow.start"), NONE, -_decimal(data["cost"])]
    rows = [start, *([each["year"], each["flow"], each["total"]] for each in years)]
    said = (texts.say("flow.each", year=y["year"], total=grouped(y["total"])) for y in years)
    each = _listed(texts, said)
    alternative = texts.say("flow.alternative", cost=grouped(-_decimal(data["cost"])), each=each)
    return {"cost": data["cost"], "years": list(years), **_table(columns, rows, "tnn")}, alternative


def _decimal(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _layers(texts: Texts, data: Record) -> Told:
    layers = [{**each, "label": label_of(texts, each["id"])} for each in records(data["layers"])]
    columns = [texts.say(f"layers.{key}") for key in ("layer", "score")]
    rows = [[each["label"], each["value"]] for each in layers]
    ring = texts.say("layers.open" if data.get("ecosystem_open") else "layers.closed")
    each = _pairs(texts, ((layer["label"], layer["value"]) for layer in layers))
    alternative = texts.say("layers.alternative", each=each) + texts.say("sentence") + ring
    return {**record(data), "layers": layers, **_table(columns, rows, "tn")}, alternative


PICTURES: Mapping[str, Callable[[Texts, Record], Told]] = {
    "decision-chain": _chain,
    "docking-grid": _grid,
    "funnel": _funnel,
    "cash-flow": _flow,
    "layers": _layers,
}
"""Kind of picture -> how it is told."""
